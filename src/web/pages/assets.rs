//! The stylesheet, the icon and the logo.

use actix_web::{HttpResponse, web::Data};

use crate::web::{error::Error, page::Answer, site::Site};

/// `GET` [`STYLESHEET`](crate::web::assets::STYLESHEET).
pub async fn stylesheet(site: Data<Site>) -> HttpResponse {
    site.assets.stylesheet.answer()
}

/// `GET` [`ICON`](crate::web::assets::ICON).
pub async fn icon(site: Data<Site>) -> HttpResponse {
    site.assets.icon.answer()
}

/// `GET` [`LOGO`](crate::web::assets::LOGO); [`Error::NotFound`] where there is none.
pub async fn logo(site: Data<Site>) -> Answer {
    let logo = site.assets.logo.as_ref().ok_or(Error::NotFound)?;
    Ok(logo.answer())
}
