//! `/account/security/manage`: new recovery codes, another authenticator, or 2FA off.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        client::Client,
    },
    flows::{BothRefusal, enrol, recover, regenerate, remove_authenticator},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::{RecentlyVerified, SignedIn},
        page::{Answer, Page, see_other},
        pages::{Refused, account::required_by},
        session,
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
    /// Who requires a second factor, if anybody does.
    required_by: Option<String>,
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

async fn answer(
    page: &Page,
    guard: &SignedIn,
    status: StatusCode,
    wait: Option<i64>,
    sent: Option<(Sent, FormState)>,
) -> Answer {
    let Some(since) = enrol::enrolled_since(&page.services, &guard.account.id).await? else {
        // Nothing to manage: it is off, here or since another tab.
        return see_other("/account/security");
    };
    let codes_left = recover::codes_left(&page.services, &guard.account.id).await?;
    let [regenerate, disable] = match sent {
        None => [FormState::blank(), FormState::blank()],
        Some((Sent::Regenerate, form)) => [form, FormState::blank()],
        Some((Sent::Disable, form)) => [FormState::blank(), form],
    };
    let view = ManagePage {
        frame: page.frame_with_notice(&guard.account)?,
        regenerate: regenerate.named(Sent::Regenerate.prefix()),
        disable: disable.named(Sent::Disable.prefix()),
        since: Moment::past(since, page.services.clock.now()),
        codes_left: codes_left.unwrap_or(0),
        required_by: required_by(page, guard).await?,
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/security/manage`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentlyVerified, page: Page) -> Answer {
    answer(&page, &guard.0, StatusCode::OK, None, None).await
}

/// Reads password and code, which both forms ask for.
///
/// # Errors
/// Status and form to show again.
fn read(submission: Submission) -> Result<(Password, Code, FormState), (StatusCode, FormState)> {
    let values = submission
        .read(&FIELDS)
        .map_err(|unreadable| (unreadable.status, unreadable.form))?;
    let text = values.text("password");
    match (text.is_empty(), Code::parse(values.text("code"))) {
        (false, Ok(code)) => Ok((Password::typed(text), code, values.form())),
        (no_password, code) => {
            let problems = [
                no_password.then(|| Problem::with("password", "Enter your password.")),
                code.err().map(|error| Problem::with("code", error.to_string())),
            ];
            let form = values.form().refused(problems.into_iter().flatten());
            Err((StatusCode::UNPROCESSABLE_ENTITY, form))
        }
    }
}

async fn refuse(page: &Page, guard: &SignedIn, sent: Sent, form: FormState, refusal: BothRefusal) -> Answer {
    let refused = match refusal {
        BothRefusal::Password(refusal) => {
            Refused::password(refusal, Problem::with("password", "The password is not right."))
        }
        BothRefusal::Code(refusal) => Refused::code(refusal),
        // The page says who requires it.
        BothRefusal::Required => return see_other("/account/security/manage#disable"),
        BothRefusal::SessionEnded => return see_other("/login?ended"),
    };
    let form = form.refused([refused.problem]);
    answer(page, guard, refused.status, refused.wait, Some((sent, form))).await
}

/// `POST /account/security/regenerate`. Asks for everything itself, so an older sign-in
/// will do.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn regenerate(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let (password, code, form) = match read(submission) {
        Ok(read) => read,
        Err((status, form)) => {
            return answer(&page, &guard, status, None, Some((Sent::Regenerate, form))).await;
        }
    };
    match regenerate::regenerate(&page.services, &guard.state, password, code, client).await? {
        Ok(codes) => {
            session::leave_codes(page.session(), &page, &guard.account.id, &codes)?;
            session::leave_notice(page.session(), "These are new codes. The old ones are void.");
            see_other("/account/security/recovery-codes")
        }
        Err(refusal) => refuse(&page, &guard, Sent::Regenerate, form, refusal).await,
    }
}

/// `POST /account/security/disable`. Asks for everything itself, too.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn disable(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let (password, code, form) = match read(submission) {
        Ok(read) => read,
        Err((status, form)) => {
            return answer(&page, &guard, status, None, Some((Sent::Disable, form))).await;
        }
    };
    let session = guard.state.clone();
    match remove_authenticator::disable(&page.services, session, password, code, client).await? {
        Ok(signed_in) => {
            session::enter(page.session(), &page, &signed_in)?;
            let notice = "Two-factor authentication is off. Delete the entry from your app: it opens nothing any more.";
            session::leave_notice(page.session(), notice);
            see_other("/account/security")
        }
        Err(refusal) => refuse(&page, &guard, Sent::Disable, form, refusal).await,
    }
}
