//! `/account/security/manage`: replace the authenticator, or switch 2FA off.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::authenticator::{password::Password, totp::Code},
    flows::{
        enrol,
        remove_authenticator::{self, DisableRefusal},
    },
    web::{
        client_address::ClientAddress,
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::{RecentlyVerified, SignedIn},
        page::{Answer, Page, see_other},
        pages::Refused,
        session,
        words::Moment,
    },
};

const FIELDS: [Field; 2] = [Field::PASSWORD, Field::CODE];

#[derive(Template)]
#[template(path = "pages/account/manage.html")]
struct ManagePage {
    frame: Frame,
    form: FormState,
    since: Moment,
}

async fn answer(
    page: &Page,
    guard: &SignedIn,
    status: StatusCode,
    wait: Option<i64>,
    form: FormState,
) -> Answer {
    let Some(since) = enrol::enrolled_since(&page.services, &guard.account.id).await? else {
        // Nothing to manage: it is off, here or since another tab.
        return see_other("/account/security");
    };
    let view = ManagePage {
        frame: page.frame_with_notice(&guard.account)?,
        form,
        since: Moment::at(since),
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/security/manage`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentlyVerified, page: Page) -> Answer {
    answer(&page, &guard.0, StatusCode::OK, None, FormState::blank()).await
}

/// `POST /account/security/disable`. Asks for everything itself, so an older sign-in will do.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn disable(
    guard: SignedIn,
    page: Page,
    ClientAddress(address): ClientAddress,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, None, unreadable.form).await,
    };
    let text = values.text("password");
    let code = match (text.is_empty(), Code::parse(values.text("code"))) {
        (false, Ok(code)) => code,
        (no_password, code) => {
            let problems = [
                no_password.then(|| Problem::with("password", "Enter your password.")),
                code.err().map(|error| Problem::with("code", error.to_string())),
            ];
            let form = values.form().refused(problems.into_iter().flatten());
            return answer(&page, &guard, StatusCode::UNPROCESSABLE_ENTITY, None, form).await;
        }
    };
    let password = Password::typed(text);
    let disabled =
        remove_authenticator::disable(&page.services, guard.state.clone(), password, code, address).await?;
    let refused = match disabled {
        Ok(signed_in) => {
            session::enter(page.session(), &page, &signed_in)?;
            let notice = "Two-factor authentication is off. Delete the entry from your app: it opens nothing any more.";
            session::leave_notice(page.session(), notice)?;
            return see_other("/account/security");
        }
        Err(DisableRefusal::Password(refusal)) => {
            Refused::password(refusal, Problem::with("password", "The password is not right."))
        }
        Err(DisableRefusal::Code(refusal)) => Refused::code(refusal),
        Err(DisableRefusal::SessionEnded) => return see_other("/login?ended"),
    };
    let form = values.form().refused([refused.problem]);
    answer(&page, &guard, refused.status, refused.wait, form).await
}
