//! The files that browsers may keep: a fixed list, compiled in (ASVS 13.4.3). Their
//! addresses carry a digest, so that a new version is a new address.

use actix_web::{HttpResponse, http::header};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};

/// A file.
pub struct Asset {
    /// The address without the digest.
    pub path: &'static str,
    kind: &'static str,
    content: &'static str,
}

/// The one stylesheet.
pub const STYLESHEET: Asset = Asset {
    path: "/static/vestibule.css",
    kind: "text/css; charset=utf-8",
    content: include_str!("../../static/vestibule.css"),
};

/// The mark of two doors.
pub const FAVICON: Asset = Asset {
    path: "/static/favicon.svg",
    kind: "image/svg+xml; charset=utf-8",
    content: include_str!("../../static/favicon.svg"),
};

impl Asset {
    /// The address with the digest.
    #[must_use]
    pub fn address(&self) -> String {
        let digest = Sha256::digest(self.content.as_bytes());
        format!("{}?v={}", self.path, BASE64URL_NOPAD.encode(&digest[..6]))
    }

    fn answer(&self) -> HttpResponse {
        HttpResponse::Ok()
            .content_type(self.kind)
            .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .body(self.content)
    }
}

/// `GET` [`STYLESHEET`].
pub async fn stylesheet() -> HttpResponse {
    STYLESHEET.answer()
}

/// `GET` [`FAVICON`].
pub async fn favicon() -> HttpResponse {
    FAVICON.answer()
}
