//! `X-Forwarded-For`: the client's address, according to the trusted proxies.
//!
//! The address is the peer's own address, unless the peer is a trusted proxy: then it is the rightmost address in the
//! header that is not a trusted proxy (the attack: a forged header that resets the throttle, CVE-2026-29794). An
//! unreadable entry of a trusted proxy is refused: any substitute would be an address that all visitors share.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::http::header::HeaderMap;
use ipnet::IpNet;

/// A trusted proxy reports the client in a way that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a trusted proxy sent the invalid address {0:?} in X-Forwarded-For")]
pub struct Unreadable(String);

/// The client's address, according to the trusted proxies.
///
/// # Errors
/// [`Unreadable`].
pub fn behind_proxies(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Result<IpAddr, Unreadable> {
    let is_proxy = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    if !is_proxy(&peer) {
        return Ok(peer);
    }
    let values: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .map(|value| value.to_str().unwrap_or("?"))
        .collect();
    let mut nearest = peer;
    for hop in values.iter().flat_map(|value| value.split(',')).rev() {
        // Nothing left of an unreadable entry can be trusted, and the proxy itself is not the client (the attack:
        // junk that passes an allow-list as the proxy's own address).
        nearest = address(hop.trim()).ok_or_else(|| Unreadable(excerpt(hop.trim())))?;
        if !is_proxy(&nearest) {
            break;
        }
    }
    Ok(nearest)
}

/// One entry of the header. Some load balancers append the port to the address, some a zone.
fn address(entry: &str) -> Option<IpAddr> {
    let bracketed = entry.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let read = match bracketed {
        Some((inside, port)) => {
            let is_port = |port: &str| port.parse::<u16>().is_ok();
            let fits = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
            fits.then(|| without_zone(inside)).flatten().map(IpAddr::V6)
        }
        None => entry
            .parse::<IpAddr>()
            .or_else(|_| entry.parse::<SocketAddr>().map(|with_port| with_port.ip()))
            .ok()
            .or_else(|| without_zone(entry).map(IpAddr::V6)),
    };
    // No client has this address: a proxy that does not know the address sends it for everybody.
    read.map(|address| address.to_canonical())
        .filter(|address| !address.is_unspecified())
}

/// An IPv6 address without its zone (RFC 4007, 11).
fn without_zone(text: &str) -> Option<Ipv6Addr> {
    let address = text.split_once('%').map_or(text, |(address, _)| address);
    address.parse().ok()
}

/// What the log shows of an entry.
fn excerpt(entry: &str) -> String {
    entry.chars().take(64).collect()
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
        match behind_proxies(peer.parse().unwrap(), request.headers(), &trusted) {
            Ok(address) => address.to_string(),
            Err(Unreadable(entry)) => format!("unreadable: {entry}"),
        }
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
    fn ports_brackets_and_zones_belong_to_no_address() {
        for (entry, address) in [
            ("203.0.113.9:51234", "203.0.113.9"),
            ("[2001:db8::7]:51234", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
            ("fe80::1%eth0", "fe80::1"),
            ("[fe80::1%eth0]:443", "fe80::1"),
            ("[::ffff:203.0.113.9]:80", "203.0.113.9"),
            (" 203.0.113.9 ", "203.0.113.9"),
            ("1.1.1.1:1, 203.0.113.9:2, 10.0.0.2:3", "203.0.113.9"),
        ] {
            assert_eq!(client("10.0.0.1", &[entry]), address, "{entry}");
        }
    }

    #[test]
    fn junk_from_a_proxy_is_nobody_s_address() {
        for junk in [
            "",
            "a",
            "unknown",
            "_hidden",
            "0.0.0.0",
            "[::]:80",
            "203.0.113.9:",
            "203.0.113.9:99999",
            "203.0.113.9:80:80",
            "[203.0.113.9]:80",
            "[2001:db8::7",
            "[2001:db8::7]x",
            "203.0.113.9, ?",
            "\"203.0.113.9\"",
        ] {
            let last = junk.split(", ").last().unwrap_or_default();
            assert_eq!(
                client("10.0.0.1", &[junk]),
                format!("unreadable: {last}"),
                "{junk}"
            );
        }
        assert_eq!(
            client("10.0.0.1", &["?, 203.0.113.9"]),
            "203.0.113.9",
            "a stranger's own junk"
        );
        assert_eq!(client("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(client("198.51.100.7", &["?"]), "198.51.100.7");
    }
}
