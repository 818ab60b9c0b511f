//! `/account/security/recovery-codes`: the codes, shown once after they were made: on this
//! page, as a file and to print, until the person has saved them or ten minutes have passed.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{account::Account, authenticator::recovery_code::FEW},
    flows::recover,
    text::Text,
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        paths,
        session::{self, ShownCodes},
        submission::Submission,
        words::Moment,
    },
};

const HERE: &str = paths::ACCOUNT_SECURITY_RECOVERY_CODES;
const SAVED: Field = Field::text("saved", Text::field_box, 16);
const FIELDS: [Field; 1] = [SAVED];

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
    t: Text,
    issuer: &'a str,
    origin: &'a str,
    username: &'a str,
    codes: &'a [String],
    made: Moment,
}

fn shown(page: &Page, account: &Account) -> Option<ShownCodes> {
    session::shown_codes(page.session(), page, &account.id)
}

async fn answer(page: &Page, account: &Account, reply: Reply) -> Answer {
    let left = recover::codes_left(&page.services, &account.id).await?;
    let view = RecoveryCodesPage {
        codes: shown(page, account).map(|shown| shown.codes),
        frame: page.frame_with_notice(account),
        form: reply.form,
        few: left.is_some_and(|left| left < FEW),
        left,
    };
    page.show(reply.status, &view)
}

/// `GET /account/security/recovery-codes`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard.account, Reply::blank()).await
}

/// `POST /account/security/recovery-codes`: "Next", once they are saved.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn saved(guard: SignedIn, page: Page, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard.account, reply).await,
    };
    if !values.ticked(SAVED) && shown(&page, &guard.account).is_some() {
        let unsaved = values.t().account_codes_unsaved();
        return answer(
            &page,
            &guard.account,
            values.invalid([Problem::with(SAVED, unsaved)]),
        )
        .await;
    }
    session::forget_codes(page.session());
    see_other(paths::ACCOUNT_SECURITY)
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
        t: page.t(),
        issuer: &page.issuer,
        origin: &page.origin,
        username: guard.account.username.as_str(),
        codes: &shown.codes,
        made: Moment::at(page.t(), shown.made),
    };
    Ok(page.file("text/plain; charset=utf-8", "recovery-codes.txt", file.render()?))
}

/// `GET /account/security/recovery-codes/print`: only the codes.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn print(guard: SignedIn, page: Page) -> Answer {
    let Some(shown) = shown(&page, &guard.account) else {
        return see_other(HERE);
    };
    let view = PrintPage {
        frame: page.frame(None),
        username: guard.account.username.as_str().to_owned(),
        made: Moment::at(page.t(), shown.made),
        codes: shown.codes,
    };
    page.show(StatusCode::OK, &view)
}
