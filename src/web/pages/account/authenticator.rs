//! `/account/security/authenticator`: setting up an authenticator app, or another one.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{authenticator::totp::Code, client::Client},
    flows::{
        CodeFault,
        enrol::{self, EnrolRefusal},
        reauthenticate::{self, Asked},
    },
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::RecentlyVerified,
        page::{Answer, Page, see_other},
        pages::Refused,
        qr, session,
    },
};

const CURRENT: &str = "current_code";
const FIELDS: [Field; 2] = [
    Field::CODE,
    Field::secret(CURRENT, "The code of your old authenticator", 32),
];

#[derive(Template)]
#[template(path = "pages/account/authenticator.html")]
struct AuthenticatorPage {
    frame: Frame,
    form: FormState,
    replacing: bool,
    /// Whether a code of the old authenticator is asked for.
    asks_current: bool,
    qr: String,
    key_groups: Vec<String>,
    otpauth: String,
    minutes_left: i64,
    account_name: String,
    /// Whether it can wait: the sign-in came by phone, which does for now.
    later: bool,
}

async fn answer(page: &Page, guard: &RecentlyVerified, status: StatusCode, form: FormState) -> Answer {
    answer_after(page, guard, status, None, form).await
}

async fn answer_after(
    page: &Page,
    guard: &RecentlyVerified,
    status: StatusCode,
    wait: Option<i64>,
    form: FormState,
) -> Answer {
    let account = &guard.0.account;
    let set_up = enrol::begin(&page.services, &account.id).await?;
    let otpauth = set_up.pending.key.uri(&page.issuer, &account.username);
    let view = AuthenticatorPage {
        frame: page.frame_with_notice(account)?,
        form,
        replacing: set_up.replacing,
        asks_current: reauthenticate::asked(&page.services, &guard.0.state).await? == Asked::Code,
        qr: qr::draw(&otpauth)?,
        key_groups: set_up.pending.key.groups(),
        otpauth: otpauth.to_string(),
        minutes_left: (set_up.seconds_left + 59) / 60,
        account_name: account.username.as_str().to_owned(),
        later: guard.0.state.came_by_phone() && !set_up.replacing,
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/security/authenticator`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentlyVerified, page: Page) -> Answer {
    if reauthenticate::asked(&page.services, &guard.0.state).await? == Asked::SignIn {
        return sign_in_again(&page);
    }
    answer(&page, &guard, StatusCode::OK, FormState::blank()).await
}

/// The phone is the second factor that there is: it has to be proven before another comes
/// (the attack: a session left open, and a password, link a thief's app).
fn sign_in_again(page: &Page) -> Answer {
    let notice =
        "To set up an authenticator, sign out and sign in again: the code to your phone comes first.";
    session::leave_notice(page.session(), notice);
    see_other("/account/security")
}

/// `POST /account/security/authenticator`: "Enable".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, unreadable.form).await,
    };
    let invalid = StatusCode::UNPROCESSABLE_ENTITY;
    let current = match values.text(CURRENT) {
        "" => Ok(None),
        typed => Code::parse(typed).map(Some),
    };
    let (code, current) = match (Code::parse(values.text("code")), current) {
        (Ok(code), Ok(current)) => (code, current),
        (code, current) => {
            let problems = [
                code.err().map(|error| Problem::with("code", error.to_string())),
                current
                    .err()
                    .map(|error| Problem::with(CURRENT, error.to_string())),
            ];
            let form = values.form().refused(problems.into_iter().flatten());
            return answer(&page, &guard, invalid, form).await;
        }
    };
    let session = guard.0.state.clone();
    let problem = match enrol::confirm(&page.services, session, code, current, client).await? {
        Ok(enrolled) => {
            session::enter(page.session(), &page, &enrolled.session)?;
            let Some(codes) = enrolled.recovery_codes else {
                let notice =
                    "Your new authenticator is set up. The old one no longer works: delete its entry.";
                session::leave_notice(page.session(), notice);
                return see_other("/account/security");
            };
            let notice = "Two-factor authentication is on. From now on, signing in asks for a code from your authenticator. \
                          Other browsers were signed out.";
            session::leave_notice(page.session(), notice);
            session::leave_codes(page.session(), &page, enrolled.session.account(), &codes)?;
            return see_other("/account/security/recovery-codes");
        }
        Err(EnrolRefusal::Wrong(clock)) => Refused::code_fault(CodeFault::Wrong(clock)),
        Err(EnrolRefusal::Spent) => Refused::code_fault(CodeFault::Spent),
        // Not this page again: its key may be the one that the owner sets up now.
        Err(EnrolRefusal::SessionEnded) => return see_other("/login?ended"),
        Err(EnrolRefusal::SignInAgain) => return sign_in_again(&page),
        Err(EnrolRefusal::CurrentMissing) => Problem::with(
            CURRENT,
            "Type the code that your old authenticator shows. Without it, sign out and sign in with a recovery code.",
        ),
        Err(EnrolRefusal::Current(refusal)) => {
            let refused = Refused::code(refusal);
            let problem = Problem {
                field: CURRENT,
                ..refused.problem
            };
            let form = values.form().refused([problem]);
            return answer_after(&page, &guard, refused.status, refused.wait, form).await;
        }
        Err(EnrolRefusal::NothingPending) => Problem::overall(
            "The key you scanned is no longer waiting: it was confirmed or started over in another tab, or is older than \
             30 minutes. Nothing was changed. If you want to set up an app, delete the entry you scanned and scan the new \
             code below.",
        ),
    };
    answer(&page, &guard, invalid, values.form().refused([problem])).await
}

/// `POST /account/security/authenticator/restart`: "Start over".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn restart(guard: RecentlyVerified, page: Page, submission: Submission) -> Answer {
    submission.pressed()?;
    enrol::restart(&page.services, &guard.0.account.id).await?;
    let notice = "This is a new key. Delete the entry you scanned before from your app, then scan this one.";
    session::leave_notice(page.session(), notice);
    see_other("/account/security/authenticator")
}
