//! `/subaccounts/{id}/activity`: what happened in a subaccount.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::account::Account,
    flows::subaccounts,
    web::{
        error::Error,
        frame::Frame,
        guard,
        page::{Answer, Page},
        pages::activity::{self, ActivityView},
    },
};

#[derive(Template)]
#[template(path = "pages/subaccounts/activity.html")]
struct ActivityPage {
    frame: Frame,
    username: String,
    back: String,
    list: ActivityView,
}

async fn managed(page: &Page, guard: &guard::Manager, id: &str) -> Result<Account, Error> {
    let standing = subaccounts::find(&page.services, &guard.may, id).await?;
    let managed = standing.ok_or(Error::NotFound)?.managed;
    Ok(managed.account().clone())
}

/// `GET /subaccounts/{id}/activity`.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn show(guard: guard::Manager, page: Page, id: Path<String>) -> Answer {
    let account = managed(&page, &guard, &id).await?;
    let back = format!("/subaccounts/{}", account.id.0);
    let view = ActivityPage {
        list: activity::view(
            &page,
            &account.id,
            guard.may.account(),
            format!("{back}/activity"),
        )
        .await?,
        frame: page.frame_with_notice(&guard.signed_in.account)?,
        username: account.username.as_str().to_owned(),
        back,
    };
    page.show(StatusCode::OK, &view)
}

/// `GET /subaccounts/{id}/activity.csv`.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn file(guard: guard::Manager, page: Page, id: Path<String>) -> Answer {
    let account = managed(&page, &guard, &id).await?;
    activity::file(&page, &account.id, guard.may.account()).await
}
