//! `/subaccounts/{id}/activity`: what happened in a subaccount.

use actix_web::http::StatusCode;
use askama::Template;

use crate::web::{
    frame::Frame,
    guard::ManagedSubaccount,
    page::{Answer, Page},
    pages::activity::{self, ActivityView},
    paths,
};

#[derive(Template)]
#[template(path = "pages/subaccounts/activity.html")]
struct ActivityPage {
    frame: Frame,
    username: String,
    back: String,
    list: ActivityView,
}

/// `GET /subaccounts/{id}/activity`.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn show(subject: ManagedSubaccount, page: Page) -> Answer {
    let (account, manager) = (subject.account(), &subject.manager);
    let back = subject.path();
    let at = [paths::SUBACCOUNT_ACTIVITY, paths::SUBACCOUNT_ACTIVITY_CSV].map(|path| subject.at(path));
    let view = ActivityPage {
        list: activity::view(&page, &account.id, manager.may.account(), at).await?,
        frame: page.frame_with_notice(&manager.signed_in.account),
        username: account.username.as_str().to_owned(),
        back,
    };
    page.show(StatusCode::OK, &view)
}

/// `GET /subaccounts/{id}/activity.csv`.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn file(subject: ManagedSubaccount, page: Page) -> Answer {
    activity::file::<ManagedSubaccount>(&page, &subject.account().id, subject.manager.may.account()).await
}
