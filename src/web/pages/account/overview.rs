//! `/account`: who one is, and what to do next.

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
#[template(path = "pages/account/overview.html")]
struct OverviewPage {
    frame: Frame,
    email: String,
    two_factor_since: Option<Moment>,
}

/// `GET /account`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let since = enrol::enrolled_since(&page.services, &guard.account.id).await?;
    let view = OverviewPage {
        frame: page.frame_with_notice(&guard.account)?,
        email: guard.account.email.as_str().to_owned(),
        two_factor_since: since.map(Moment::at),
    };
    page.show(StatusCode::OK, &view)
}
