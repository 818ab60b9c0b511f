//! `/account/recovered`: the next step, after a sign-in with a recovery code, an SMS or a call.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::method::Method,
        change::{Change, Lack},
        client::Client,
    },
    flows::{
        remove_authenticator::{self, RemovalRefusal},
        step_up,
    },
    web::{
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::account::required_by,
        paths, session,
        submission::Submission,
        whom::Whom,
    },
};

#[derive(Template)]
#[template(path = "pages/account/recovered.html")]
struct RecoveredPage {
    frame: Frame,
    /// Unused recovery codes, after a sign-in with one.
    left: Option<i64>,
    /// Who requires a second factor; none if nobody does.
    required_by: Option<Whom>,
}

/// `GET /account/recovered`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let now = page.services.clock.now();
    let by_code = guard.state.came_just_now_by(Method::RecoveryCode, now);
    if !by_code && !guard.state.came_just_now_by(Method::Phone, now) {
        return see_other(paths::ACCOUNT);
    }
    let view = RecoveredPage {
        frame: page.frame_with_notice(&guard.account),
        left: by_code.then_some(guard.protected.codes_left.unwrap_or(0)),
        required_by: required_by(&page, &guard).await?,
    };
    page.show(StatusCode::OK, &view)
}

/// `POST /account/recovered/disable`: "Turn 2FA off".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn disable(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    let leave = step_up::leave(&page.services, &guard.state, Change::SecondFactorOff).await?;
    let leave = match leave {
        Ok(leave) => leave,
        Err(Lack::Password) => return Err(page.password_first()),
        // Too late: from here on it requires a password and a code.
        Err(_) => return see_other(paths::ACCOUNT_SECURITY_MANAGE),
    };
    match remove_authenticator::disable(&page.services, guard.state, leave, client).await? {
        Ok(signed_in) => {
            session::enter(page.session(), &page, &signed_in)?;
            session::leave_notice(page.session(), page.t().account_recovered_off_done());
            see_other(paths::ACCOUNT_SECURITY)
        }
        // The page says who requires it.
        Err(RemovalRefusal::Required) => see_other(paths::ACCOUNT_RECOVERED),
        Err(RemovalRefusal::SessionEnded) => see_other(paths::LOGIN_ENDED),
    }
}
