//! `/login/recovery-codes`: the end of the required set-up; "Next" opens the account.

use actix_web::http::StatusCode;
use askama::Template;

use crate::web::{
    frame::Frame,
    guard::SignedIn,
    page::{Answer, Page, see_other},
    paths, session,
};

#[derive(Template)]
#[template(path = "pages/login/recovery_codes.html")]
struct RecoveryCodesPage {
    frame: Frame,
    codes: Vec<String>,
}

/// `GET /login/recovery-codes`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let Some(shown) = session::shown_codes(page.session(), &page, &guard.account.id) else {
        return see_other(paths::ACCOUNT_SECURITY_RECOVERY_CODES);
    };
    let view = RecoveryCodesPage {
        frame: page.frame_with_notice(&guard.account),
        codes: shown.codes,
    };
    page.show(StatusCode::OK, &view)
}
