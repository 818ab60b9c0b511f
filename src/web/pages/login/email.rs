//! `/login/email`: a code by mail, for accounts without another factor where the policy asks
//! for one. The sign-in itself sends it.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::out_of_band::{Channel, SentCode},
        client::Client,
        next_step::{Step, Then},
    },
    flows::{next_step, send_code, sign_in, track_code},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::{Challenged, EmailStep},
        page::{Answer, Page, see_other},
        pages::{Refused, SentCodeView},
        return_to::ReturnTo,
        session,
    },
};

const HERE: &str = "/login/email";
const FIELDS: [Field; 2] = [Field::CODE, Field::RETURN_TO];
const SEND: [Field; 1] = [Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/email.html")]
struct EmailPage {
    frame: Frame,
    form: FormState,
    return_to: String,
    sent: SentCodeView,
    /// Whether the set-up of an authenticator follows.
    sets_up: bool,
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
    let standing = track_code::standing_of_mail(&page.services, &guard.state, &guard.account.email).await?;
    let view = EmailPage {
        frame: page.frame_of_step(guard)?,
        form,
        return_to: return_to.text(),
        sent: SentCodeView::of(standing, page.services.clock.now()),
        sets_up: next_step::of(&page.services, &guard.account).await? == Step::Email(Then::SetUp),
        holder: page.holder(),
    };
    page.show_step(status, wait, &return_to.carried_by(HERE), &view)
}

/// `GET /login/email`. Sends nothing, however often it is loaded.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(EmailStep(guard): EmailStep, page: Page) -> Answer {
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

/// `POST /login/email/send`: "Send again".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(EmailStep(guard): EmailStep, page: Page, client: Client, submission: Submission) -> Answer {
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
    match send_code::by_mail(&page.services, &guard.state, &guard.account.email, client).await? {
        Ok(()) => see_other(&return_to.carried_by(HERE)),
        Err(refusal) => {
            let refused = Refused::sending(refusal, Channel::Email);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, &return_to, refused.status, refused.wait).await
        }
    }
}

/// `POST /login/email`: "Log in".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(
    EmailStep(guard): EmailStep,
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
            let inside = return_to.or("/account");
            see_other(&session::proceed(page.session(), &page, &progress, &inside)?)
        }
        Err(refusal) => {
            let refused = Refused::sent_code(refusal);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, &return_to, refused.status, refused.wait).await
        }
    }
}
