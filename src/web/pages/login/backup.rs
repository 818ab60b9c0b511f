//! `/login/backup`: a code by SMS or call. It is the second step of a first sign-in, and
//! stands in for the one-time password when the authenticator is gone.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::out_of_band::{Channel, SentCode},
        client::Client,
        session::SecondStep,
    },
    flows::{send_code, sign_in, track_code},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::{Challenged, PhoneStep},
        page::{Answer, Page, see_other},
        pages::{Refused, SentCodeView},
        return_to::ReturnTo,
        session,
    },
};

const HERE: &str = "/login/backup";
const FIELDS: [Field; 2] = [Field::CODE, Field::RETURN_TO];
const SEND: [Field; 2] = [Field::METHOD, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/backup.html")]
struct BackupPage {
    frame: Frame,
    form: FormState,
    return_to: String,
    /// Whether there is no authenticator yet that the code stands in for.
    first: bool,
    sent: SentCodeView,
    holder: String,
}

async fn answer(
    page: &Page,
    guard: &Challenged,
    form: FormState,
    return_to: &ReturnTo,
    status: StatusCode,
    wait: Option<i64>,
) -> Answer {
    let view = BackupPage {
        frame: page.frame_of_step(guard)?,
        form,
        return_to: return_to.text(),
        first: guard.state.step() == SecondStep::Phone,
        sent: SentCodeView::of(
            track_code::standing(&page.services, &guard.state).await?,
            page.services.clock.now(),
        ),
        holder: page.holder(),
    };
    page.show_step(status, wait, &return_to.carried_by(HERE), &view)
}

/// `GET /login/backup`. Sends nothing, however often it is loaded.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(PhoneStep(guard): PhoneStep, page: Page) -> Answer {
    let return_to = page.return_to();
    answer(
        &page,
        &guard,
        FormState::blank(),
        &return_to,
        StatusCode::OK,
        None,
    )
    .await
}

/// `POST /login/backup/send`: "Send SMS" or "Call me".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(PhoneStep(guard): PhoneStep, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&SEND) {
        Ok(values) => values,
        Err(unreadable) => {
            let return_to = ReturnTo::read(unreadable.form.value("return_to"));
            return answer(
                &page,
                &guard,
                unreadable.form,
                &return_to,
                unreadable.status,
                None,
            )
            .await;
        }
    };
    let return_to = ReturnTo::read(values.text("return_to"));
    let Some(channel) = Channel::to_phone(values.text("method")) else {
        let form = values
            .form()
            .refused([Problem::overall("Choose “Send SMS” or “Call me”.")]);
        let invalid = StatusCode::UNPROCESSABLE_ENTITY;
        return answer(&page, &guard, form, &return_to, invalid, None).await;
    };
    match send_code::for_sign_in(&page.services, &guard.state, channel, client).await? {
        Ok(()) => see_other(&return_to.carried_by(HERE)),
        Err(refusal) => {
            let refused = Refused::sending(refusal, channel);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, &return_to, refused.status, refused.wait).await
        }
    }
}

/// `POST /login/backup`: "Log in".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(
    PhoneStep(guard): PhoneStep,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => {
            let return_to = ReturnTo::read(unreadable.form.value("return_to"));
            return answer(
                &page,
                &guard,
                unreadable.form,
                &return_to,
                unreadable.status,
                None,
            )
            .await;
        }
    };
    let return_to = ReturnTo::read(values.text("return_to"));
    let code = match SentCode::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            let invalid = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(&page, &guard, form, &return_to, invalid, None).await;
        }
    };
    match sign_in::with_sent_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            // Where an app is still to be set up, and that can wait, this is the next page.
            let inside = match guard.state.step() {
                SecondStep::Phone => "/account/security/authenticator",
                _ => "/account/recovered",
            };
            see_other(&session::proceed(page.session(), &page, &progress, inside)?)
        }
        Err(refusal) => {
            let refused = Refused::sent_code(refusal);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, &return_to, refused.status, refused.wait).await
        }
    }
}
