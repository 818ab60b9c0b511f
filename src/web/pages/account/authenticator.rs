//! `/account/security/authenticator`: setting up an authenticator app, or replacing it.

use askama::Template;

use crate::{
    domain::{
        authenticator::totp::Code,
        change::{Change, EnrolmentTicket, Lack},
        client::Client,
    },
    flows::{
        CodeFault,
        enrol::{self, EnrolRefusal},
    },
    web::{
        error::Error,
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::RecentlyVerified,
        page::{Answer, Page, see_other},
        pages::{step_up::step_up, whose_phone},
        paths, qr,
        refusal::Refused,
        session,
        submission::Submission,
    },
};

const HERE: &str = paths::ACCOUNT_SECURITY_AUTHENTICATOR;
const FIELDS: [Field; 1] = [Field::CODE];
const ENABLE: [Field; 2] = [Field::CODE, Field::PHONE];

#[derive(Template)]
#[template(path = "pages/account/authenticator.html")]
struct AuthenticatorPage {
    frame: Frame,
    form: FormState,
    replacing: bool,
    /// Whether this ended a set-up that was begun in another browser.
    displaced: bool,
    /// A proven phone number, to be kept or removed now.
    number: Option<String>,
    qr: String,
    key_groups: Vec<String>,
    otpauth: String,
    minutes_left: i64,
    account_name: String,
    /// Whether it can wait: the sign-in used the phone, which suffices for now.
    later: bool,
}

#[derive(Template)]
#[template(path = "pages/account/authenticator_prove.html")]
struct ProvePage {
    frame: Frame,
    form: FormState,
}

/// The key, for a person with permission to see it.
async fn show_key(page: &Page, guard: &RecentlyVerified, ticket: EnrolmentTicket, reply: Reply) -> Answer {
    let account = &guard.0.account;
    let set_up = enrol::begin(
        &page.services,
        ticket,
        &page.browser(),
        &guard.0.state.written().evidence,
    )
    .await?;
    let otpauth = set_up.pending.key.uri(&page.issuer, &account.username);
    let view = AuthenticatorPage {
        frame: page.frame_with_notice(account),
        form: reply.form,
        replacing: set_up.replacing,
        displaced: set_up.displaced,
        number: set_up.number.map(|number| number.as_str().to_owned()),
        qr: qr::draw(&otpauth)?,
        key_groups: set_up.pending.key.groups(),
        otpauth: otpauth.to_string(),
        minutes_left: (set_up.seconds_left + 59) / 60,
        account_name: account.username.as_str().to_owned(),
        later: guard.0.state.came_by_phone() && !set_up.replacing,
    };
    page.show(reply.status, &view)
}

/// Asks for a code of the old app, before anything is shown (the attack: a session left open, or a copied cookie, and
/// a password move the account to a thief's phone).
fn ask_for_code(page: &Page, guard: &RecentlyVerified, reply: Reply) -> Answer {
    let view = ProvePage {
        frame: page.frame_with_notice(&guard.0.account),
        form: reply.form,
    };
    page.show_after(reply.status, reply.wait, &view)
}

async fn ticket(page: &Page, guard: &RecentlyVerified) -> Result<Result<EnrolmentTicket, Lack>, Error> {
    Ok(enrol::ticket(&page.services, &guard.0.state, &page.browser()).await?)
}

/// The page, or what it must ask for first.
async fn answer(page: &Page, guard: &RecentlyVerified, reply: Reply) -> Answer {
    match ticket(page, guard).await? {
        Ok(ticket) => show_key(page, guard, ticket, reply).await,
        Err(lack) => ask_for(page, guard, lack),
    }
}

/// Asks for what must be proven first.
fn ask_for(page: &Page, guard: &RecentlyVerified, lack: Lack) -> Answer {
    match lack {
        Lack::Code => ask_for_code(page, guard, Reply::blank()),
        Lack::SignIn => sign_in_again(page),
        Lack::Password | Lack::Both => Err(page.password_first()),
    }
}

/// The existing second factor is a sent code: it must be proven before another is added (the attack: a session left
/// open, and a password, link a thief's app).
fn sign_in_again(page: &Page) -> Answer {
    session::leave_notice(page.session(), page.t().account_prove_sign_in_first());
    see_other(paths::ACCOUNT_SECURITY)
}

/// `GET /account/security/authenticator`.
pub async fn show(guard: RecentlyVerified, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
}

/// `POST /account/security/authenticator/prove`: "Continue", with a code of the old app.
pub async fn prove(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return ask_for_code(&page, &guard, reply),
    };
    // A form without a code is an error, although another tab may have proven one meanwhile.
    if let Err(reply) = values.parse(Field::CODE, Code::parse) {
        return ask_for_code(&page, &guard, reply);
    }
    let mut session = guard.0.state.clone();
    let code = (Field::CODE, values.text(Field::CODE));
    match step_up(&page, &mut session, Change::Authenticator, code, client).await? {
        // The page now shows the key, because of the evidence in the session.
        Ok(_) => see_other(HERE),
        Err(refused) => ask_for_code(&page, &guard, values.refused(refused)),
    }
}

/// `POST /account/security/authenticator`: "Enable".
pub async fn submit(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&ENABLE) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let number = whose_phone::said(&values);
    let code = match values.parse(Field::CODE, Code::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let ticket = match ticket(&page, &guard).await? {
        Ok(ticket) => ticket,
        Err(lack) => return ask_for(&page, &guard, lack),
    };
    let session = guard.0.state.clone();
    let typed = (code, number);
    let confirmed = enrol::confirm(&page.services, session, ticket, &page.browser(), typed, client).await?;
    let problem = match confirmed {
        Ok(enrolled) => {
            session::enter(page.session(), &page, &enrolled.session)?;
            let Some(codes) = enrolled.recovery_codes else {
                session::leave_notice(page.session(), page.t().account_authenticator_replaced());
                return see_other(paths::ACCOUNT_SECURITY);
            };
            session::leave_notice(page.session(), page.t().account_authenticator_enabled());
            session::leave_codes(page.session(), &page, enrolled.session.account(), &codes)?;
            return see_other(paths::ACCOUNT_SECURITY_RECOVERY_CODES);
        }
        Err(EnrolRefusal::Wrong(clock)) => Refused::code_fault(page.t(), CodeFault::Wrong(clock), 0),
        Err(EnrolRefusal::Spent) => Refused::code_fault(page.t(), CodeFault::Spent, 0),
        Err(EnrolRefusal::SessionEnded) => return see_other(paths::LOGIN_ENDED),
        Err(EnrolRefusal::NumberUnsaid) => whose_phone::unsaid(values.t()),
        Err(EnrolRefusal::NothingPending) => Problem::overall(values.t().setup_key_gone()),
    };
    answer(&page, &guard, values.invalid([problem])).await
}

/// `POST /account/security/authenticator/restart`: "Start over".
pub async fn restart(guard: RecentlyVerified, page: Page, submission: Submission) -> Answer {
    submission.pressed()?;
    if let Ok(ticket) = ticket(&page, &guard).await? {
        enrol::restart(&page.services, ticket, &page.browser()).await?;
        session::leave_notice(page.session(), page.t().setup_restarted());
    }
    see_other(HERE)
}
