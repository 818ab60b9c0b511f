//! `/account/security`: how one signs in.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::authenticator::recovery_code::FEW,
    flows::{allow_list, enrol, recover},
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
    codes_left: Option<i64>,
    few: bool,
    /// Whether there is a list of allowed addresses.
    addresses: bool,
}

/// `GET /account/security`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let since = enrol::enrolled_since(&page.services, &guard.account.id).await?;
    let codes_left = recover::codes_left(&page.services, &guard.account.id).await?;
    let lists = allow_list::own(&page.services, &guard.account.id).await?;
    let view = SecurityPage {
        addresses: !lists.own.is_empty(),
        few: codes_left.is_some_and(|left| left < FEW),
        codes_left,
        frame: page.frame_with_notice(&guard.account)?,
        two_factor_since: since.map(Moment::at),
    };
    page.show(StatusCode::OK, &view)
}
