//! `/account/activity`: what happened in the account.

use actix_web::http::StatusCode;
use askama::Template;

use crate::web::{
    frame::Frame,
    guard::SignedIn,
    page::{Answer, Page},
    pages::activity::{self, ActivityView},
    paths,
};

#[derive(Template)]
#[template(path = "pages/account/activity.html")]
struct ActivityPage {
    frame: Frame,
    list: ActivityView,
}

/// `GET /account/activity`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let at = [paths::ACCOUNT_ACTIVITY, paths::ACCOUNT_ACTIVITY_CSV].map(str::to_owned);
    let list = activity::view(&page, &guard.account.id, &guard.account.id, at).await?;
    let view = ActivityPage {
        frame: page.frame_with_notice(&guard.account),
        list,
    };
    page.show(StatusCode::OK, &view)
}

/// `GET /account/activity.csv`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn file(guard: SignedIn, page: Page) -> Answer {
    activity::file::<SignedIn>(&page, &guard.account.id, &guard.account.id).await
}
