//! The files that browsers may cache: a fixed list, compiled in, except for the operator's logo (ASVS 13.4.3). Their
//! addresses contain a digest, so that a new version has a new address.

use actix_web::{HttpRequest, HttpResponse, http::header, web::Bytes};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};

use super::{
    accent::{self, Colour},
    compress, paths,
};

/// The accent colour of the icon.
const ICON_COLOUR: &str = "#0b4a63";

/// A file.
#[derive(Clone)]
pub struct Asset {
    /// The address with the digest.
    pub address: String,
    media_type: &'static str,
    content: Bytes,
    /// The same in gzip, if that is smaller.
    packed: Option<Bytes>,
}

/// The files of an installation.
#[derive(Clone)]
pub struct Assets {
    /// The one stylesheet.
    pub stylesheet: Asset,
    /// The mark of two doors.
    pub icon: Asset,
    /// The operator's logo, which replaces the mark.
    pub logo: Option<Asset>,
}

impl Assets {
    /// The files of an installation with this accent colour and this logo, given as media type and content.
    #[must_use]
    pub fn new(accent: Option<Colour>, logo: Option<(&'static str, Vec<u8>)>) -> Self {
        let mut stylesheet = include_str!("../../static/vestibule.css").to_owned();
        let mut icon = include_str!("../../static/favicon.svg").to_owned();
        if let Some(accent) = accent {
            stylesheet += &accent::rules(accent);
            icon = icon.replace(ICON_COLOUR, &accent::hexadecimal(accent::on_light(accent)));
        }
        Self {
            stylesheet: Asset::new(paths::STYLESHEET, "text/css; charset=utf-8", stylesheet),
            icon: Asset::new(paths::ICON, "image/svg+xml; charset=utf-8", icon),
            logo: logo.map(|(media_type, content)| Asset::new(paths::LOGO, media_type, content)),
        }
    }
}

impl Assets {
    /// The mark in the browser's tab: the operator's logo, or ours.
    #[must_use]
    pub fn mark(&self) -> &Asset {
        self.logo.as_ref().unwrap_or(&self.icon)
    }
}

impl Asset {
    fn new(path: &str, media_type: &'static str, content: impl Into<Bytes>) -> Self {
        let content = content.into();
        let digest = Sha256::digest(&content);
        Self {
            address: format!("{path}?v={}", BASE64URL_NOPAD.encode(&digest[..6])),
            media_type,
            packed: compress::thoroughly(&content)
                .filter(|packed| packed.len() < content.len())
                .map(Bytes::from),
            content,
        }
    }

    /// The file as an answer, which browsers cache for as long as its address stays the same.
    #[must_use]
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let mut answer = HttpResponse::Ok();
        // Not under the digest of another file: during a rolling update, an instance of another version links to that
        // one.
        let asked = request.uri().path_and_query();
        let is_this_one = asked.is_some_and(|asked| asked.as_str() == self.address);
        answer.content_type(self.media_type).insert_header((
            header::CACHE_CONTROL,
            if is_this_one {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            },
        ));
        let Some(packed) = &self.packed else {
            return answer.body(self.content.clone());
        };
        let is_packed = compress::takes_gzip(request.headers());
        let content = if is_packed { packed } else { &self.content };
        let mut answer = answer.body(content.clone());
        compress::vary(answer.headers_mut());
        if is_packed {
            compress::packed_in_gzip(answer.headers_mut());
        }
        answer
    }
}
