//! `/help`: what 2FA is, apps, codes that do not work, whom to ask.

use actix_web::http::StatusCode;
use askama::Template;

use crate::web::{
    frame::Frame,
    guard::Anyone,
    page::{Answer, Page},
};

#[derive(Template)]
#[template(path = "pages/help.html")]
struct HelpPage {
    frame: Frame,
    holder: String,
}

/// `GET /help`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(Anyone(account): Anyone, page: Page) -> Answer {
    let view = HelpPage {
        frame: page.frame(account.as_ref())?,
        holder: page.holder(),
    };
    page.show(StatusCode::OK, &view)
}
