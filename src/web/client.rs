//! The address of the client: the only code that reads it, for the throttle, the log and everything else (ASVS
//! 15.3.4).

use std::{
    future::{Ready, ready},
    net::{IpAddr, Ipv4Addr},
};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Data};

use super::{
    error::Error,
    forwarded::{Unreadable, behind_proxies},
    language,
    site::Site,
};
use crate::{
    domain::client::{Browser, Client},
    text::Text,
};

impl FromRequest for Client {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(of(request).map_err(Error::from))
    }
}

/// Where a request comes from.
///
/// # Errors
/// [`Unreadable`].
pub fn of(request: &HttpRequest) -> Result<Client, Unreadable> {
    // A Unix socket has no address: any process that can open it is on this machine.
    let peer = request
        .peer_addr()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.ip().to_canonical());
    let trusted = request
        .app_data::<Data<Site>>()
        .map_or(&[][..], |site| &site.trusted_proxies[..]);
    let browser = request.headers().get(header::USER_AGENT);
    Ok(Client {
        address: behind_proxies(peer, request.headers(), trusted)?,
        browser: browser
            .and_then(|header| header.to_str().ok())
            .map_or(Browser::UNKNOWN, Browser::read),
        language: language::of_browser(request).and_then(Text::language),
    })
}
