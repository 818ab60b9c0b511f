//! The stylesheet, the icon and the logo.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use crate::web::{error::Error, page::Answer, site::Site};

/// `GET /static/vestibule.css`.
pub async fn stylesheet(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    site.assets.stylesheet.answer(&request)
}

/// `GET /static/favicon.svg`.
pub async fn icon(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    site.assets.icon.answer(&request)
}

/// `GET /static/logo`; [`Error::NotFound`] if there is none.
pub async fn logo(request: HttpRequest, site: Data<Site>) -> Answer {
    let logo = site.assets.logo.as_ref().ok_or(Error::NotFound)?;
    Ok(logo.answer(&request))
}
