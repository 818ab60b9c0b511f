//! `/subaccounts/activity`: changes to the accounts of a main account, and who made them.

use actix_web::http::StatusCode;
use askama::Template;

use crate::web::{
    frame::Frame,
    guard::MainAccount,
    page::{Answer, Page},
    pages::activity::{self, ActivityView},
    paths,
};

#[derive(Template)]
#[template(path = "pages/subaccounts/managers.html")]
struct ManagersPage {
    frame: Frame,
    list: ActivityView,
}

/// `GET /subaccounts/activity`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(MainAccount(guard): MainAccount, page: Page) -> Answer {
    let at = [paths::SUBACCOUNTS_ACTIVITY, paths::SUBACCOUNTS_ACTIVITY_CSV].map(str::to_owned);
    let view = ManagersPage {
        list: activity::managers_view(&page, guard.may.main(), at).await?,
        frame: page.frame_with_notice(&guard.signed_in.account),
    };
    page.show(StatusCode::OK, &view)
}

/// `GET /subaccounts/activity.csv`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn file(MainAccount(guard): MainAccount, page: Page) -> Answer {
    activity::managers_file(&page, guard.may.main()).await
}
