//! `/account/security`: how one signs in.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    flows::enrol,
    web::{
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page},
        words::Moment,
    },
};

#[derive(Template)]
#[template(path = "pages/account/security.html")]
struct SecurityPage {
    frame: Frame,
    two_factor_since: Option<Moment>,
}

/// `GET /account/security`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let since = enrol::enrolled_since(&page.services, &guard.account.id).await?;
    let view = SecurityPage {
        frame: page.frame_with_notice(&guard.account)?,
        two_factor_since: since.map(Moment::at),
    };
    page.show(StatusCode::OK, &view)
}
