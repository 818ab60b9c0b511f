//! Listener, public origin and trusted proxies.

use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};

use clap::Args;
use ipnet::IpNet;
use url::{Host, Url};

use super::{Fault, Faults};

/// The listener and the origin.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Web")]
pub struct WebArgs {
    /// Address and port to listen on
    #[arg(
        long,
        env = "VESTIBULE_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS:PORT"
    )]
    listen: String,
    /// Public URL that browsers use; https enables Secure and __Host- cookies and HSTS
    #[arg(
        long,
        env = "VESTIBULE_PUBLIC_URL",
        default_value = "http://localhost:8080",
        value_name = "URL"
    )]
    public_url: String,
    /// Trust X-Forwarded-For from these comma-separated CIDRs; required with https, set to none if there is
    /// no reverse proxy
    #[arg(long, env = "VESTIBULE_TRUSTED_PROXIES", value_name = "CIDR,...")]
    trusted_proxies: Option<String>,
}

/// Settings of the listener.
#[derive(Debug)]
pub struct WebSettings {
    /// Where to listen.
    pub listen: Vec<SocketAddr>,
    /// The origin, without a slash at the end.
    pub origin: String,
    /// The host of the origin.
    pub host: String,
    /// Whether the origin is localhost, so that other machines cannot use it.
    pub is_local: bool,
    /// The proxies whose `X-Forwarded-For` is trusted.
    pub trusted_proxies: Vec<IpNet>,
}

impl WebArgs {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<WebSettings> {
        let origin = faults.keep(origin(&self.public_url));
        let is_local = Url::parse(self.public_url.trim()).is_ok_and(|url| is_local(&url));
        let listen = faults.keep(listen(&self.listen).and_then(|listen| {
            let open = listen
                .iter()
                .any(|address| !address.ip().to_canonical().is_loopback());
            if is_local && open {
                Err(open_on_trial())
            } else {
                Ok(listen)
            }
        }));
        let proxies = faults.keep(match self.trusted_proxies.as_deref().map(str::trim) {
            None | Some("")
                if origin
                    .as_ref()
                    .is_some_and(|origin| origin.starts_with("https://")) =>
            {
                Err(Fault::new(
                    "VESTIBULE_TRUSTED_PROXIES",
                    "is missing; set it to the address of the reverse proxy that terminates TLS, for \
                     example 127.0.0.1, or to none if there is no reverse proxy",
                ))
            }
            text => proxies(text.unwrap_or_default()),
        });
        let origin = origin?;
        Some(WebSettings {
            listen: listen?,
            host: host_of(&origin),
            origin,
            is_local,
            trusted_proxies: proxies?,
        })
    }
}

fn listen(text: &str) -> Result<Vec<SocketAddr>, Fault> {
    let resolved: Vec<SocketAddr> = text
        .trim()
        .to_socket_addrs()
        .map(Iterator::collect)
        .unwrap_or_default();
    if resolved.is_empty() {
        return Err(Fault::new(
            "VESTIBULE_LISTEN",
            "must be ADDRESS:PORT, for example 127.0.0.1:8080",
        ));
    }
    Ok(resolved)
}

/// With a localhost public URL, messages are printed and cookies are sent unencrypted (the attack: anybody on
/// the network signs in to a trial installation).
fn open_on_trial() -> Fault {
    Fault::new(
        "VESTIBULE_LISTEN",
        "is reachable from other machines, but VESTIBULE_PUBLIC_URL is localhost; listen on 127.0.0.1, or \
         set VESTIBULE_PUBLIC_URL to the URL that browsers use",
    )
}

fn origin(text: &str) -> Result<String, Fault> {
    let fault = |sentence: &str| Err(Fault::new("VESTIBULE_PUBLIC_URL", sentence));
    let Ok(url) = Url::parse(text.trim()) else {
        return fault("is not a valid URL; use for example https://account.example.com");
    };
    let plain =
        url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    let loopback = is_local(&url);
    match url.scheme() {
        _ if !plain => fault("must be an origin; remove path, query and user"),
        "https" => Ok(url.origin().ascii_serialization()),
        "http" if loopback => Ok(url.origin().ascii_serialization()),
        // Passwords would be sent unencrypted, and browsers would refuse our Secure cookies.
        "http" => fault("uses http, which is allowed only for localhost; use https"),
        _ => fault("must start with https:// or http://"),
    }
}

/// The host of an origin, without brackets.
#[must_use]
pub fn host_of(origin: &str) -> String {
    let host = Url::parse(origin)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_default().trim_matches(['[', ']']).to_owned()
}

fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn proxies(text: &str) -> Result<Vec<IpNet>, Fault> {
    if text == "none" {
        return Ok(Vec::new());
    }
    let parts = text
        .split([',', ' '])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let read = |part: &str| {
        let single = || part.parse::<IpAddr>().map(IpNet::from);
        part.parse::<IpNet>().or_else(|_| single()).map_err(|_| {
            Fault::new(
                "VESTIBULE_TRUSTED_PROXIES",
                format_args!("contains {part:?}, which is neither an address nor a CIDR such as 10.0.0.0/8"),
            )
        })
    };
    parts.map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_https_or_local() {
        for (text, read) in [
            ("https://account.example.com/", "https://account.example.com"),
            ("https://account.example.com:443", "https://account.example.com"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
        ] {
            assert_eq!(origin(text).unwrap(), read);
        }
        for bad in [
            "",
            "example.com",
            "http://example.com",
            "https://a.example/path",
            "https://u@a.example",
            "ftp://a.example",
        ] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    fn read(listen: &str, public_url: &str, trusted_proxies: Option<&str>) -> Vec<&'static str> {
        let args = WebArgs {
            listen: listen.to_owned(),
            public_url: public_url.to_owned(),
            trusted_proxies: trusted_proxies.map(str::to_owned),
        };
        let mut faults = Faults::default();
        assert_eq!(args.read(&mut faults).is_none(), !faults.0.is_empty());
        faults.0.iter().map(|fault| fault.variable).collect()
    }

    #[test]
    fn https_says_who_speaks_it() {
        let (listen, url) = ("127.0.0.1:80", "https://account.example.com");
        for missing in [None, Some(""), Some(" ")] {
            assert_eq!(read(listen, url, missing), ["VESTIBULE_TRUSTED_PROXIES"]);
        }
        for said in ["none", "127.0.0.1", "10.0.0.0/8,::1"] {
            assert!(read(listen, url, Some(said)).is_empty(), "{said}");
        }
        assert!(read(listen, "http://localhost", None).is_empty());
    }

    #[test]
    fn a_trial_is_open_to_this_machine_alone() {
        for open in ["0.0.0.0:80", "[::]:80", "192.0.2.1:80", "[::ffff:192.0.2.1]:80"] {
            assert_eq!(
                read(open, "http://localhost", None),
                ["VESTIBULE_LISTEN"],
                "{open}"
            );
            assert!(read(open, "https://account.example.com", Some("none")).is_empty());
        }
        for local in ["127.0.0.1:80", "[::1]:80", "127.9.9.9:80"] {
            assert!(read(local, "http://localhost", None).is_empty(), "{local}");
        }
    }

    #[test]
    fn proxies_are_addresses_and_networks() {
        assert_eq!(proxies("10.0.0.0/8, ::1").unwrap().len(), 2);
        assert_eq!(proxies("").unwrap().len(), 0);
        assert!(
            proxies("10.0.0.0/8,proxy")
                .unwrap_err()
                .sentence
                .contains("\"proxy\"")
        );
    }
}
