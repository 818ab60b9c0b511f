//! The session's cookie: 256 random bits and a signature, which spares the database lookups of ids that are not ours.
//! `Lax`, because people follow links in mails.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite},
    dev::ServiceRequest,
    http::header::{HeaderMap, HeaderValue, SET_COOKIE},
};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::web::{cookies, site::Site};

/// The cookie's name, without prefix.
const COOKIE: &str = "vestibule-session";

/// Whether the browser sent a session cookie, with any content.
#[must_use]
pub fn was_sent(request: &HttpRequest, site: &Site) -> bool {
    cookies::sent(request.headers(), &site.cookie_name(COOKIE))
        .next()
        .is_some()
}

/// The id that a browser sent, if we signed it.
pub(super) fn id(request: &ServiceRequest, site: &Site) -> Option<Zeroizing<String>> {
    cookies::sent(request.headers(), &site.cookie_name(COOKIE)).find_map(|value| {
        let (signature, id) = value.split_once('.')?;
        let is_ours = bool::from(signature.as_bytes().ct_eq(sign(site, id).as_bytes()));
        is_ours.then(|| Zeroizing::new(id.to_owned()))
    })
}

fn sign(site: &Site, id: &str) -> String {
    BASE64URL_NOPAD.encode(&site.session_key.mac(id.as_bytes()))
}

/// Sets the id in the browser, until that is closed.
pub(super) fn set(headers: &mut HeaderMap, site: &Site, id: &str) {
    put(headers, &cookie(site, format!("{}.{id}", sign(site, id))));
}

/// Removes the cookie from the browser.
pub(super) fn remove(headers: &mut HeaderMap, site: &Site) {
    let mut cookie = cookie(site, String::new());
    cookie.make_removal();
    put(headers, &cookie);
}

fn cookie(site: &Site, value: String) -> Cookie<'static> {
    Cookie::build(site.cookie_name(COOKIE), value)
        .path("/")
        .http_only(true)
        .secure(site.is_secure())
        .same_site(SameSite::Lax)
        .finish()
}

pub(super) fn put(headers: &mut HeaderMap, cookie: &Cookie<'_>) {
    // Name and value consist of characters that a header may have.
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        headers.append(SET_COOKIE, value);
    }
}
