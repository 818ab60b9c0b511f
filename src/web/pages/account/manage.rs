//! `/account/security/manage`: new recovery codes, another authenticator, or turning 2FA off.

use askama::Template;

use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        change::Change,
        client::Client,
        subaccount::Protection,
    },
    flows::{
        BothRefusal, next_step, recover, regenerate,
        remove_authenticator::{self, RemovalRefusal},
        step_up,
    },
    text::Said as _,
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::{RecentlyVerified, SignedIn},
        page::{Answer, Page, see_other},
        pages::account::required_by,
        paths,
        refusal::Refused,
        session,
        submission::Submission,
        whom::Whom,
        words::Moment,
    },
};

const FIELDS: [Field; 2] = [Field::PASSWORD, Field::CODE];

#[derive(Template)]
#[template(path = "pages/account/manage.html")]
struct ManagePage {
    frame: Frame,
    regenerate: FormState,
    disable: FormState,
    since: Moment,
    codes_left: i64,
    /// Who requires a second factor; none if nobody does.
    required_by: Option<Whom>,
    /// What protects the sign-in once 2FA is off.
    after: Protection,
}

/// Which of the page's forms was sent.
#[derive(Clone, Copy)]
enum Sent {
    Regenerate,
    Disable,
}

impl Sent {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Regenerate => "regenerate-",
            Self::Disable => "disable-",
        }
    }
}

async fn answer(page: &Page, guard: &SignedIn, sent: Sent, reply: Reply) -> Answer {
    let enrolled = next_step::enrolled(&page.services, &guard.account.id).await?;
    let Some(since) = enrolled.protected_since() else {
        // Nothing to manage: it is off, possibly since another tab turned it off.
        return see_other(paths::ACCOUNT_SECURITY);
    };
    let codes_left = recover::codes_left(&page.services, &guard.account.id).await?;
    let [regenerate, disable] = match sent {
        Sent::Regenerate => [reply.form, FormState::blank()],
        Sent::Disable => [FormState::blank(), reply.form],
    };
    let view = ManagePage {
        frame: page.frame_with_notice(&guard.account),
        regenerate: regenerate.named(Sent::Regenerate.prefix()),
        disable: disable.named(Sent::Disable.prefix()),
        since: Moment::past(page.t(), since, page.services.clock.now()),
        codes_left: codes_left.unwrap_or(0),
        required_by: required_by(page, guard).await?,
        after: Protection::of(
            next_step::without_authenticator(&page.services, &guard.account).await?,
            false,
        ),
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/security/manage`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentlyVerified, page: Page) -> Answer {
    answer(&page, &guard.0, Sent::Regenerate, Reply::blank()).await
}

/// Reads password and code, which both forms require.
///
/// # Errors
/// The form to show again.
fn read(submission: Submission) -> Result<(Password, Code, FormState), Reply> {
    let values = submission.read(&FIELDS)?;
    let text = values.text(Field::PASSWORD);
    match (text.is_empty(), Code::parse(values.text(Field::CODE))) {
        (false, Ok(code)) => Ok((Password::typed(text), code, values.form())),
        (no_password, code) => {
            let problems = [
                no_password.then(|| Problem::with(Field::PASSWORD, values.t().login_password_empty())),
                code.err()
                    .map(|error| Problem::with(Field::CODE, error.said(values.t()))),
            ];
            Err(values.invalid(problems.into_iter().flatten()))
        }
    }
}

async fn refuse(page: &Page, guard: &SignedIn, sent: Sent, form: FormState, refusal: BothRefusal) -> Answer {
    let refused = match refusal {
        BothRefusal::Password(refusal) => Refused::password(
            page.t(),
            refusal,
            Problem::with(Field::PASSWORD, page.t().problem_password_wrong()),
        ),
        BothRefusal::Code(refusal) => Refused::code(page.t(), refusal),
    };
    answer(page, guard, sent, refused.with(form)).await
}

/// `POST /account/security/regenerate`. Requires password and code itself, so an older sign-in suffices.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn regenerate(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let (password, code, form) = match read(submission) {
        Ok(read) => read,
        Err(reply) => return answer(&page, &guard, Sent::Regenerate, reply).await,
    };
    let (change, both) = (Change::RecoveryCodes, (password, code));
    let leave = match step_up::with_both(&page.services, &guard.state, change, both, client).await? {
        Ok(leave) => leave,
        Err(refusal) => return refuse(&page, &guard, Sent::Regenerate, form, refusal).await,
    };
    let Some(codes) = regenerate::regenerate(&page.services, leave, client).await? else {
        return see_other(paths::LOGIN_ENDED);
    };
    session::leave_codes(page.session(), &page, &guard.account.id, &codes)?;
    session::leave_notice(page.session(), page.t().account_manage_codes_made());
    see_other(paths::ACCOUNT_SECURITY_RECOVERY_CODES)
}

/// `POST /account/security/disable`. Also requires password and code itself.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn disable(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let (password, code, form) = match read(submission) {
        Ok(read) => read,
        Err(reply) => return answer(&page, &guard, Sent::Disable, reply).await,
    };
    let (change, both) = (Change::SecondFactorOff, (password, code));
    let leave = match step_up::with_both(&page.services, &guard.state, change, both, client).await? {
        Ok(leave) => leave,
        Err(refusal) => return refuse(&page, &guard, Sent::Disable, form, refusal).await,
    };
    match remove_authenticator::disable(&page.services, guard.state, leave, client).await? {
        Ok(signed_in) => {
            session::enter(page.session(), &page, &signed_in)?;
            session::leave_notice(page.session(), page.t().account_manage_off_done());
            see_other(paths::ACCOUNT_SECURITY)
        }
        // The page says who requires it.
        Err(RemovalRefusal::Required) => see_other(paths::ACCOUNT_SECURITY_MANAGE_DISABLE),
        Err(RemovalRefusal::SessionEnded) => see_other(paths::LOGIN_ENDED),
    }
}
