//! CSRF protection: a form was posted from our own page, by the person it was shown to.
//!
//! Two independent checks: what the browser says about where the request comes from (`Origin`, `Sec-Fetch-Site`), and
//! a token derived from a cookie that only this origin can set and from a random value kept in the session. The token
//! is masked with a new value on every page, so that compression discloses nothing (the attack: BREACH).
//!
//! The cookie is `Lax`, not `Strict`: a strict one is missing when a person follows a link in a mail, and setting a
//! new one would break the forms of other tabs.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite},
    http::header,
};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;

use super::{cookies, site::Site};
use crate::domain::{client::BrowserId, random};

const COOKIE: &str = "vestibule-csrf";

/// The browser's half of the token.
pub struct Csrf {
    nonce: String,
    is_new: bool,
}

impl Csrf {
    /// Reads the browser's cookie, or makes a new one to set.
    #[must_use]
    pub fn of(request: &HttpRequest, site: &Site) -> Self {
        Self::sent(request, site).unwrap_or_else(|| Self {
            nonce: BASE64URL_NOPAD.encode(&random::for_page::<32>()),
            is_new: true,
        })
    }

    /// Reads the browser's cookie; none if it has none.
    #[must_use]
    pub fn sent(request: &HttpRequest, site: &Site) -> Option<Self> {
        let is_nonce = |value: &&str| {
            let bytes = BASE64URL_NOPAD.decode(value.as_bytes());
            bytes.is_ok_and(|bytes| bytes.len() == 32)
        };
        let nonce = cookies::sent(request.headers(), &site.cookie_name(COOKIE)).find(is_nonce)?;
        Some(Self {
            nonce: nonce.to_owned(),
            is_new: false,
        })
    }

    /// Whether the browser sent it.
    #[must_use]
    pub const fn was_sent(&self) -> bool {
        !self.is_new
    }

    /// The value of the browser's cookie.
    #[must_use]
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// A token for a form, bound to the session by `binding`.
    #[must_use]
    pub fn token(&self, site: &Site, binding: &str) -> String {
        let mask = random::for_page::<32>();
        let mut masked = self.mac(site, binding);
        for (byte, mask) in masked.iter_mut().zip(mask) {
            *byte ^= mask;
        }
        BASE64URL_NOPAD.encode(&[mask, masked].concat())
    }

    /// Whether a posted token matches this browser and session.
    #[must_use]
    pub fn fits(&self, site: &Site, binding: &str, token: &str) -> bool {
        let Ok(bytes) = BASE64URL_NOPAD.decode(token.as_bytes()) else {
            return false;
        };
        let Ok(bytes) = <[u8; 64]>::try_from(bytes) else {
            return false;
        };
        let (mask, masked) = bytes.split_at(32);
        let mac: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
        !self.is_new && bool::from(mac.ct_eq(&self.mac(site, binding)[..]))
    }

    fn mac(&self, site: &Site, binding: &str) -> [u8; 32] {
        // The nonce has a fixed length, so the two parts are unambiguous.
        site.csrf_key.mac(format!("{}{binding}", self.nonce).as_bytes())
    }

    /// The identity of a browser. The cookie outlives sign-ins, and scripts cannot read it.
    #[must_use]
    pub fn browser(&self, site: &Site) -> BrowserId {
        let mac = site.csrf_key.mac(format!("browser:{}", self.nonce).as_bytes());
        BrowserId(BASE64URL_NOPAD.encode(&mac))
    }

    /// The cookie to set if the browser has none.
    #[must_use]
    pub fn cookie(&self, site: &Site) -> Option<Cookie<'static>> {
        self.is_new.then(|| {
            Cookie::build(site.cookie_name(COOKIE), self.nonce.clone())
                .path("/")
                .http_only(true)
                .secure(site.is_secure())
                .same_site(SameSite::Lax)
                .finish()
        })
    }
}

/// What the browser says about where a form comes from.
#[derive(Debug, PartialEq, Eq)]
pub enum Source {
    /// Our own pages. A request without either header does not come from a browser, or comes from a very old one:
    /// then only the token decides.
    Ours,
    /// Our own pages, opened at this origin instead of the public URL.
    OtherAddress(String),
    /// Somewhere else.
    Foreign,
}

/// Where a form comes from, according to the browser.
#[must_use]
pub fn source(request: &HttpRequest, site: &Site) -> Source {
    let text = |name: header::HeaderName| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or("?").to_owned())
    };
    let fetch_site = text(header::HeaderName::from_static("sec-fetch-site"));
    let fetch_site_fits = match fetch_site.as_deref() {
        None | Some("same-origin" | "none") => true,
        Some(_) => false,
    };
    let origin = text(header::ORIGIN);
    let origin_fits = match origin.as_deref() {
        None => true,
        Some("null") => fetch_site.as_deref() == Some("same-origin"),
        Some(origin) => origin == site.origin,
    };
    if fetch_site_fits && origin_fits {
        return Source::Ours;
    }
    // The browser itself says that page and form have the same origin: by a header that no page can set, or, if it is
    // too old for that, by the host of the request.
    let host = text(header::HOST);
    let is_same = |origin: &str| match fetch_site.as_deref() {
        Some(fetch_site) => fetch_site == "same-origin",
        None => origin
            .split_once("://")
            .is_some_and(|(_, authority)| Some(authority) == host.as_deref()),
    };
    match origin {
        Some(origin) if origin != "null" && is_same(&origin) => Source::OtherAddress(origin),
        _ => Source::Foreign,
    }
}
