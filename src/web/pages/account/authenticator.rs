//! `/account/security/authenticator`: setting up an authenticator app, or another one.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::totp::Code,
        client::Client,
        session::{EnrolmentTicket, Lack},
    },
    flows::{
        CodeFault,
        enrol::{self, EnrolRefusal, Number},
        reauthenticate,
    },
    web::{
        error::Error,
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::RecentlyVerified,
        page::{Answer, Page, see_other},
        pages::{KEY_GONE, Refused},
        qr, session,
    },
};

const HERE: &str = "/account/security/authenticator";
const FIELDS: [Field; 1] = [Field::CODE];
const ENABLE: [Field; 2] = [Field::CODE, Field::PHONE];
/// What the field says of the phone where no number stays.
const NO_NUMBER: &str = "none";

#[derive(Template)]
#[template(path = "pages/account/authenticator.html")]
struct AuthenticatorPage {
    frame: Frame,
    form: FormState,
    replacing: bool,
    /// Whether a set-up that was begun in another browser is void since.
    displaced: bool,
    /// A proven phone number that is kept or dropped now.
    number: Option<String>,
    qr: String,
    key_groups: Vec<String>,
    otpauth: String,
    minutes_left: i64,
    account_name: String,
    /// Whether it can wait: the sign-in came by phone, which does for now.
    later: bool,
}

#[derive(Template)]
#[template(path = "pages/account/authenticator_prove.html")]
struct ProvePage {
    frame: Frame,
    form: FormState,
}

/// The key, for whoever has leave to see it.
async fn show_key(
    page: &Page,
    guard: &RecentlyVerified,
    ticket: EnrolmentTicket,
    status: StatusCode,
    form: FormState,
) -> Answer {
    let account = &guard.0.account;
    let set_up = enrol::begin(&page.services, ticket, &page.browser()).await?;
    let otpauth = set_up.pending.key.uri(&page.issuer, &account.username);
    let view = AuthenticatorPage {
        frame: page.frame_with_notice(account)?,
        form,
        replacing: set_up.replacing,
        displaced: set_up.displaced,
        number: set_up
            .number
            .filter(|_| !set_up.replacing && !guard.0.state.came_by_phone())
            .map(|number| number.as_str().to_owned()),
        qr: qr::draw(&otpauth)?,
        key_groups: set_up.pending.key.groups(),
        otpauth: otpauth.to_string(),
        minutes_left: (set_up.seconds_left + 59) / 60,
        account_name: account.username.as_str().to_owned(),
        later: guard.0.state.came_by_phone() && !set_up.replacing,
    };
    page.show(status, &view)
}

/// Asks for a code of the old app, before anything is shown (the attack: a session left open, or a
/// copied cookie, and a password move the account to a thief's phone).
fn ask_for_code(
    page: &Page,
    guard: &RecentlyVerified,
    status: StatusCode,
    wait: Option<i64>,
    form: FormState,
) -> Answer {
    let view = ProvePage {
        frame: page.frame_with_notice(&guard.0.account)?,
        form,
    };
    page.show_after(status, wait, &view)
}

async fn ticket(page: &Page, guard: &RecentlyVerified) -> Result<Result<EnrolmentTicket, Lack>, Error> {
    Ok(enrol::ticket(&page.services, &guard.0.state, &page.browser()).await?)
}

/// The page, whatever it has to ask first.
async fn answer(page: &Page, guard: &RecentlyVerified, status: StatusCode, form: FormState) -> Answer {
    match ticket(page, guard).await? {
        Ok(ticket) => show_key(page, guard, ticket, status, form).await,
        Err(Lack::Code) => ask_for_code(page, guard, StatusCode::OK, None, FormState::blank()),
        Err(Lack::SignIn) => sign_in_again(page),
    }
}

/// A code that is sent is the second factor that there is: it has to be proven before another comes
/// (the attack: a session left open, and a password, link a thief's app).
fn sign_in_again(page: &Page) -> Answer {
    let notice =
        "To set up an authenticator, sign out and sign in again: the code that we send you comes first.";
    session::leave_notice(page.session(), notice);
    see_other("/account/security")
}

/// `GET /account/security/authenticator`.
pub async fn show(guard: RecentlyVerified, page: Page) -> Answer {
    answer(&page, &guard, StatusCode::OK, FormState::blank()).await
}

/// `POST /account/security/authenticator/prove`: "Continue", with a code of the old app.
pub async fn prove(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return ask_for_code(&page, &guard, unreadable.status, None, unreadable.form),
    };
    let code = match Code::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            return ask_for_code(&page, &guard, StatusCode::UNPROCESSABLE_ENTITY, None, form);
        }
    };
    let state = guard.0.state.clone();
    match reauthenticate::with_code(&page.services, state, code, client).await? {
        Ok(proven) => {
            session::enter(page.session(), &page, &proven)?;
            see_other(HERE)
        }
        Err(refusal) => {
            let refused = Refused::code(refusal);
            let form = values.form().refused([refused.problem]);
            ask_for_code(&page, &guard, refused.status, refused.wait, form)
        }
    }
}

/// `POST /account/security/authenticator`: "Enable".
pub async fn submit(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&ENABLE) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, unreadable.form).await,
    };
    let number = match values.text("phone") {
        "" => Number::Unsaid,
        NO_NUMBER => Number::Drop,
        number => Number::Keep(number.to_owned()),
    };
    let invalid = StatusCode::UNPROCESSABLE_ENTITY;
    let code = match Code::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            return answer(&page, &guard, invalid, form).await;
        }
    };
    let session = guard.0.state.clone();
    let confirmed = enrol::confirm(&page.services, session, &page.browser(), code, number, client).await?;
    let problem = match confirmed {
        Ok(enrolled) => {
            session::enter(page.session(), &page, &enrolled.session)?;
            let Some(codes) = enrolled.recovery_codes else {
                let notice = "Your new authenticator is set up. The old one no longer works: delete its entry from your app.";
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
        Err(EnrolRefusal::SessionEnded) => return see_other("/login?ended"),
        Err(EnrolRefusal::NumberUnsaid) => Problem::with(
            "phone",
            "Say whether this phone is yours, and type the code once more. Nothing is switched on yet.",
        ),
        Err(EnrolRefusal::NothingPending) => Problem::overall(KEY_GONE),
    };
    answer(&page, &guard, invalid, values.form().refused([problem])).await
}

/// `POST /account/security/authenticator/restart`: "Start over".
pub async fn restart(guard: RecentlyVerified, page: Page, submission: Submission) -> Answer {
    submission.pressed()?;
    if let Ok(ticket) = ticket(&page, &guard).await? {
        enrol::restart(&page.services, ticket, &page.browser()).await?;
        let notice =
            "This is a new key. Delete the entry you scanned before from your app, then scan this one.";
        session::leave_notice(page.session(), notice);
    }
    see_other(HERE)
}
