//! `/help`: what 2FA is, apps, codes that do not work, and support.

use actix_web::http::StatusCode;
use askama::Template;

use crate::web::{
    frame::Frame,
    guard::Anyone,
    page::{Answer, Page},
    whom::Whom,
};

#[derive(Template)]
#[template(path = "pages/help.html")]
struct HelpPage {
    frame: Frame,
    whom: Whom,
}

/// `GET /help`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(Anyone(account): Anyone, page: Page) -> Answer {
    let whom = match &account {
        Some(account) => Whom::of(&page, account).await?,
        None => Whom::of_nobody(),
    };
    let view = HelpPage {
        frame: page.frame(account.as_ref()),
        whom,
    };
    page.show(StatusCode::OK, &view)
}
