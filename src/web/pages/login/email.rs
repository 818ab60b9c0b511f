//! `/login/email`: a code by e-mail, for accounts without another factor if the policy requires one. The sign-in
//! itself sends it.

use askama::Template;

use crate::{
    domain::{
        authenticator::out_of_band::{Channel, SentCode},
        client::Client,
        next_step::{Step, Then},
    },
    flows::{next_step, send_code, sign_in, track_code},
    web::{
        field::Field,
        form::{FormState, Reply},
        frame::Frame,
        guard::{Challenged, EmailStep},
        page::{Answer, Page, see_other},
        pages::sent_code::SentCodeView,
        paths,
        refusal::Refused,
        return_to::ReturnTo,
        session,
        submission::Submission,
        whom::Whom,
    },
};

const HERE: &str = paths::LOGIN_EMAIL;
const FIELDS: [Field; 2] = [Field::CODE, Field::RETURN_TO];
const SEND: [Field; 1] = [Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/email.html")]
struct EmailPage {
    frame: Frame,
    form: FormState,
    return_to: ReturnTo,
    sent: SentCodeView,
    /// Whether the set-up of an authenticator follows.
    sets_up: bool,
    whom: Whom,
}

async fn answer(page: &Page, guard: &Challenged, reply: Reply) -> Answer {
    let return_to = ReturnTo::of_form(&reply.form);
    let standing = track_code::standing_of_mail(&page.services, &guard.state, &guard.account.email).await?;
    let view = EmailPage {
        frame: page.frame_of_step(guard).carrying(&return_to),
        form: reply.form,
        return_to: return_to.clone(),
        sent: SentCodeView::of(page.t(), standing, page.services.clock.now()),
        sets_up: next_step::of(&page.services, &guard.account).await? == Step::Email(Then::SetUp),
        whom: Whom::of(page, &guard.account).await?,
    };
    page.show_step(reply.status, reply.wait, &return_to.carried_by(HERE), &view)
}

/// `GET /login/email`. Reloading it sends nothing.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(EmailStep(guard): EmailStep, page: Page) -> Answer {
    answer(&page, &guard, page.first_form()).await
}

/// `POST /login/email/send`: "Send again".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(EmailStep(guard): EmailStep, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&SEND) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let return_to = ReturnTo::read(values.text(Field::RETURN_TO));
    match send_code::by_mail(&page.services, &guard.state, &guard.account.email, client).await? {
        Ok(()) => see_other(&return_to.carried_by(HERE)),
        Err(refusal) => {
            let refused = Refused::sending(page.t(), refusal, Channel::Email, page.services.calls());
            answer(&page, &guard, values.refused(refused)).await
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
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let return_to = ReturnTo::read(values.text(Field::RETURN_TO));
    let code = match values.parse(Field::CODE, SentCode::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    match sign_in::with_sent_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            let inside = return_to.or(paths::ACCOUNT);
            see_other(&session::proceed(page.session(), &page, &progress, &inside)?)
        }
        Err(refusal) => {
            let refused = Refused::sent_code(page.t(), refusal);
            answer(&page, &guard, values.refused(refused)).await
        }
    }
}
