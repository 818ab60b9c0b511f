//! `/account/security`: how the account is protected.

use actix_web::http::StatusCode;
use askama::Template;

use super::checklist::{Checklist, Phone};
use crate::{
    domain::subaccount::Protection,
    web::{
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page},
    },
};

#[derive(Template)]
#[template(path = "pages/account/security.html")]
struct SecurityPage {
    frame: Frame,
    checklist: Checklist,
}

/// `GET /account/security`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let view = SecurityPage {
        checklist: Checklist::of(&page, &guard),
        frame: page.frame_with_notice(&guard.account),
    };
    page.show(StatusCode::OK, &view)
}
