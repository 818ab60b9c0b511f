//! `/account/security/recovery-codes`: the codes, shown once after they were made: on this
//! page, as a file and to print, until one has saved them or ten minutes are over.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;

use crate::{
    domain::{account::Account, authenticator::recovery_code::FEW},
    flows::recover,
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        session::{self, ShownCodes},
        words::Moment,
    },
};

const HERE: &str = "/account/security/recovery-codes";
const FIELDS: [Field; 1] = [Field::text("saved", "The box", 16)];

#[derive(Template)]
#[template(path = "pages/account/recovery_codes.html")]
struct RecoveryCodesPage {
    frame: Frame,
    form: FormState,
    /// None once they were shown.
    codes: Option<Vec<String>>,
    left: Option<i64>,
    few: bool,
}

#[derive(Template)]
#[template(path = "pages/account/recovery_codes_print.html")]
struct PrintPage {
    frame: Frame,
    codes: Vec<String>,
    username: String,
    made: Moment,
}

/// Plain text, so nothing in it is escaped.
#[derive(Template)]
#[template(path = "messages/recovery_codes.txt")]
struct RecoveryCodesFile<'a> {
    issuer: &'a str,
    origin: &'a str,
    username: &'a str,
    codes: &'a [String],
    made: Moment,
}

fn shown(page: &Page, account: &Account) -> Option<ShownCodes> {
    session::shown_codes(page.session(), page, &account.id)
}

async fn answer(page: &Page, account: &Account, status: StatusCode, form: FormState) -> Answer {
    let left = recover::codes_left(&page.services, &account.id).await?;
    let view = RecoveryCodesPage {
        codes: shown(page, account).map(|shown| shown.codes),
        frame: page.frame_with_notice(account)?,
        form,
        few: left.is_some_and(|left| left < FEW),
        left,
    };
    page.show(status, &view)
}

/// `GET /account/security/recovery-codes`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard.account, StatusCode::OK, FormState::blank()).await
}

/// `POST /account/security/recovery-codes`: "Next", once they are saved.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn saved(guard: SignedIn, page: Page, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard.account, unreadable.status, unreadable.form).await,
    };
    if !values.ticked("saved") && shown(&page, &guard.account).is_some() {
        let unsaved = "Save the codes, then tick the box. They are not shown again.";
        let form = values.form().refused([Problem::with("saved", unsaved)]);
        return answer(&page, &guard.account, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    session::forget_codes(page.session());
    see_other("/account/security")
}

/// `GET /account/security/recovery-codes/download`: a text file.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn download(guard: SignedIn, page: Page) -> Answer {
    let Some(shown) = shown(&page, &guard.account) else {
        return see_other(HERE);
    };
    let file = RecoveryCodesFile {
        issuer: &page.issuer,
        origin: &page.origin,
        username: guard.account.username.as_str(),
        codes: &shown.codes,
        made: Moment::at(shown.made),
    };
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"recovery-codes.txt\"",
        ))
        .body(file.render()?))
}

/// `GET /account/security/recovery-codes/print`: nothing but the codes.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn print(guard: SignedIn, page: Page) -> Answer {
    let Some(shown) = shown(&page, &guard.account) else {
        return see_other(HERE);
    };
    let view = PrintPage {
        frame: page.frame(None)?,
        username: guard.account.username.as_str().to_owned(),
        made: Moment::at(shown.made),
        codes: shown.codes,
    };
    page.show(StatusCode::OK, &view)
}
