//! `/account`: the user name, how the account is protected, and what to do next.

use actix_web::http::StatusCode;
use askama::Template;

use super::{
    checklist::{Checklist, Next, Phone},
    required_by,
};
use crate::{
    domain::subaccount::Protection,
    web::{
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page},
        whom::Whom,
    },
};

#[derive(Template)]
#[template(path = "pages/account/overview.html")]
struct OverviewPage {
    frame: Frame,
    email: String,
    checklist: Checklist,
    /// Who requires a second factor; none if nobody does.
    required_by: Option<Whom>,
}

/// `GET /account`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let view = OverviewPage {
        checklist: Checklist::of(&page, &guard),
        required_by: required_by(&page, &guard).await?,
        frame: page.frame_with_notice(&guard.account),
        email: guard.account.email.as_str().to_owned(),
    };
    page.show(StatusCode::OK, &view)
}
