//! The stylesheet, the icon and the logo.

use actix_web::{HttpResponse, web::Data};

use crate::web::{error::Error, page::Answer, site::Site};

/// `GET /static/vestibule.css`.
pub async fn stylesheet(site: Data<Site>) -> HttpResponse {
    site.assets.stylesheet.answer()
}

/// `GET /static/favicon.svg`.
pub async fn icon(site: Data<Site>) -> HttpResponse {
    site.assets.icon.answer()
}

/// `GET /static/logo`; [`Error::NotFound`] where there is none.
pub async fn logo(site: Data<Site>) -> Answer {
    let logo = site.assets.logo.as_ref().ok_or(Error::NotFound)?;
    Ok(logo.answer())
}
