//! `/login/setup`: the second factor that the account must have, before any other page.

use askama::Template;

use crate::{
    domain::{authenticator::totp::Code, change::EnrolmentTicket, client::Client},
    flows::{
        CodeFault,
        enrol::{self, EnrolRefusal},
    },
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::EnrolmentRequired,
        page::{Answer, Page, see_other},
        pages::whose_phone,
        paths, qr,
        refusal::Refused,
        session,
        submission::Submission,
        whom::Whom,
    },
};

const HERE: &str = paths::LOGIN_SETUP;
const FIELDS: [Field; 2] = [Field::CODE, Field::PHONE];

#[derive(Template)]
#[template(path = "pages/login/setup.html")]
struct SetupPage {
    frame: Frame,
    form: FormState,
    /// Whether this ended a set-up that was begun in another browser.
    displaced: bool,
    /// A phone number, to be kept or removed now.
    number: Option<String>,
    qr: String,
    key_groups: Vec<String>,
    otpauth: String,
    minutes_left: i64,
    account_name: String,
    /// Who requires it.
    whom: Whom,
    /// Why, in their words; empty if they gave no reason.
    reason: String,
}

async fn answer(page: &Page, guard: &EnrolmentRequired, reply: Reply) -> Answer {
    let account = &guard.account;
    let set_up = enrol::begin(
        &page.services,
        EnrolmentTicket::required(&guard.state),
        &page.browser(),
        guard.state.evidence(),
    )
    .await?;
    let otpauth = set_up.pending.key.uri(&page.issuer, &account.username);
    let view = SetupPage {
        frame: page.frame_with_notice(account),
        form: reply.form,
        displaced: set_up.displaced,
        number: set_up.number.map(|number| number.as_str().to_owned()),
        qr: qr::draw(&otpauth)?,
        key_groups: set_up.pending.key.groups(),
        otpauth: otpauth.to_string(),
        minutes_left: (set_up.seconds_left + 59) / 60,
        account_name: account.username.as_str().to_owned(),
        whom: Whom::of(page, account).await?,
        reason: if guard.policy.mandatory_from.is_some() {
            guard.policy.mandatory_text.clone()
        } else {
            String::new()
        },
    };
    page.show(reply.status, &view)
}

/// `GET /login/setup`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: EnrolmentRequired, page: Page) -> Answer {
    if guard.was_signed_in {
        // From here on the session has the lifetime of a set-up.
        session::require_enrolment(page.session(), &guard.state);
    }
    answer(&page, &guard, Reply::blank()).await
}

/// `POST /login/setup`: "Confirm code" verifies, turns on and signs in.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: EnrolmentRequired, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let number = whose_phone::said(&values);
    let code = match values.parse(Field::CODE, Code::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let required = guard.state.clone();
    let typed = (code, number);
    let confirmed = enrol::confirm_required(&page.services, required, &page.browser(), typed, client).await?;
    let problem = match confirmed {
        Ok(enrolled) => {
            session::enter(page.session(), &page, &enrolled.session)?;
            session::leave_notice(page.session(), page.t().login_setup_done());
            if let Some(codes) = enrolled.recovery_codes {
                session::leave_codes(page.session(), &page, enrolled.session.account(), &codes)?;
            }
            return see_other(paths::LOGIN_RECOVERY_CODES);
        }
        Err(EnrolRefusal::Wrong(clock)) => Refused::code_fault(page.t(), CodeFault::Wrong(clock), 0),
        Err(EnrolRefusal::Spent) => Refused::code_fault(page.t(), CodeFault::Spent, 0),
        Err(EnrolRefusal::NothingPending) => Problem::overall(values.t().setup_key_gone()),
        Err(EnrolRefusal::NumberUnsaid) => whose_phone::unsaid(values.t()),
        Err(EnrolRefusal::SessionEnded) => return see_other(paths::LOGIN_ENDED),
    };
    answer(&page, &guard, values.invalid([problem])).await
}

/// `POST /login/setup/restart`: "Start over".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn restart(guard: EnrolmentRequired, page: Page, submission: Submission) -> Answer {
    submission.pressed()?;
    enrol::restart(
        &page.services,
        EnrolmentTicket::required(&guard.state),
        &page.browser(),
    )
    .await?;
    session::leave_notice(page.session(), page.t().setup_restarted());
    see_other(HERE)
}
