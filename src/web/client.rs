//! Who is asking: the one place that reads it, for the throttle, the log and whatever else
//! (ASVS 15.3.4).
//!
//! The address is the peer's own address, unless the peer is a trusted proxy: then the rightmost address
//! in `X-Forwarded-For` that is not one (the attack: a forged header that resets the
//! throttle, CVE-2026-29794).

use std::{
    future::{Ready, ready},
    net::{IpAddr, Ipv4Addr},
};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderMap},
    web::Data,
};
use ipnet::IpNet;

use super::{error::Error, site::Site};
use crate::domain::client::{Browser, Client};

impl FromRequest for Client {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(of(request)))
    }
}

/// Where a request comes from.
#[must_use]
pub fn of(request: &HttpRequest) -> Client {
    // A Unix socket has no address: whoever can open it is on this machine.
    let peer = request
        .peer_addr()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.ip().to_canonical());
    let trusted = request
        .app_data::<Data<Site>>()
        .map_or(&[][..], |site| &site.trusted_proxies[..]);
    let browser = request.headers().get(header::USER_AGENT);
    Client {
        address: behind_proxies(peer, request.headers(), trusted),
        browser: browser
            .and_then(|header| header.to_str().ok())
            .map_or(Browser::UNKNOWN, Browser::read),
    }
}

/// Who asks, as far as the proxies that are trusted say it.
#[must_use]
pub fn behind_proxies(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_proxy = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    if !is_proxy(&peer) {
        return peer;
    }
    let values: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .map(|value| value.to_str().unwrap_or("?"))
        .collect();
    let mut nearest = peer;
    for hop in values.iter().flat_map(|value| value.split(',')).rev() {
        // Nothing before what cannot be read can be believed, and the proxy itself is not who
        // asks (the attack: junk that stands on an allow-list as the proxy's own address).
        let Ok(address) = hop.trim().parse::<IpAddr>() else {
            return IpAddr::V4(Ipv4Addr::UNSPECIFIED);
        };
        nearest = address.to_canonical();
        if !is_proxy(&nearest) {
            break;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn client(peer: &str, forwarded: &[&str]) -> String {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()];
        let mut request = TestRequest::default();
        for value in forwarded {
            request = request.append_header(("X-Forwarded-For", *value));
        }
        let request = request.to_http_request();
        behind_proxies(peer.parse().unwrap(), request.headers(), &trusted).to_string()
    }

    #[test]
    fn a_stranger_s_header_is_not_believed() {
        assert_eq!(client("198.51.100.7", &["203.0.113.9"]), "198.51.100.7");
    }

    #[test]
    fn behind_proxies_the_rightmost_stranger_counts() {
        assert_eq!(client("10.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(
            client("10.0.0.1", &["1.1.1.1, 203.0.113.9, 10.0.0.2"]),
            "203.0.113.9"
        );
        assert_eq!(client("10.0.0.1", &["1.1.1.1", "203.0.113.9"]), "203.0.113.9");
        assert_eq!(client("10.0.0.1", &["::ffff:203.0.113.9"]), "203.0.113.9");
        assert_eq!(client("10.0.0.1", &["2001:db8::1, fd00::5"]), "2001:db8::1");
    }

    #[test]
    fn junk_from_a_proxy_is_nobody_s_address() {
        for junk in ["", "a", "203.0.113.9:80", "fe80::1%eth0", "203.0.113.9, ?"] {
            assert_eq!(client("10.0.0.1", &[junk]), "0.0.0.0", "{junk}");
        }
        assert_eq!(client("10.0.0.1", &[]), "10.0.0.1");
    }
}
