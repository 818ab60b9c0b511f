//! `/login/backup`: a code by SMS or call. It is the second step of a first sign-in, and replaces the one-time
//! password when the authenticator is lost.

use askama::Template;

use crate::{
    domain::{
        authenticator::out_of_band::{Channel, SentCode},
        client::Client,
        session::SecondStep,
    },
    flows::{send_code, sign_in, track_code},
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::{Challenged, PhoneStep},
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

const HERE: &str = paths::LOGIN_BACKUP;
const FIELDS: [Field; 2] = [Field::CODE, Field::RETURN_TO];
const SEND: [Field; 2] = [Field::METHOD, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/backup.html")]
struct BackupPage {
    frame: Frame,
    form: FormState,
    return_to: ReturnTo,
    /// Whether there is no authenticator yet that the code replaces.
    first: bool,
    sent: SentCodeView,
    whom: Whom,
}

async fn answer(page: &Page, guard: &Challenged, reply: Reply) -> Answer {
    let return_to = ReturnTo::of_form(&reply.form);
    let view = BackupPage {
        frame: page.frame_of_step(guard).carrying(&return_to),
        form: reply.form,
        return_to: return_to.clone(),
        first: guard.state.step() == SecondStep::Phone,
        sent: SentCodeView::of(
            page.t(),
            track_code::standing(&page.services, &guard.state).await?,
            page.services.clock.now(),
        ),
        whom: Whom::of(page, &guard.account).await?,
    };
    page.show_step(reply.status, reply.wait, &return_to.carried_by(HERE), &view)
}

/// `GET /login/backup`. Reloading it sends nothing.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(PhoneStep(guard): PhoneStep, page: Page) -> Answer {
    answer(&page, &guard, page.first_form()).await
}

/// `POST /login/backup/send`: "Send SMS" or "Call me".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(PhoneStep(guard): PhoneStep, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&SEND) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let return_to = ReturnTo::read(values.text(Field::RETURN_TO));
    let Some(channel) = Channel::to_phone(values.text(Field::METHOD)) else {
        return answer(
            &page,
            &guard,
            values.invalid([Problem::overall(values.t().login_backup_choose())]),
        )
        .await;
    };
    match send_code::for_sign_in(&page.services, &guard.state, channel, client).await? {
        Ok(()) => see_other(&return_to.carried_by(HERE)),
        Err(refusal) => {
            let refused = Refused::sending(page.t(), refusal, channel, page.services.calls());
            answer(&page, &guard, values.refused(refused)).await
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
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let code = match values.parse(Field::CODE, SentCode::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    match sign_in::with_sent_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            // If an app is still to be set up, and that can wait, this is the next page.
            let inside = match guard.state.step() {
                SecondStep::Phone => paths::ACCOUNT_SECURITY_AUTHENTICATOR,
                _ => paths::ACCOUNT_RECOVERED,
            };
            see_other(&session::proceed(page.session(), &page, &progress, inside)?)
        }
        Err(refusal) => {
            let refused = Refused::sent_code(page.t(), refusal);
            answer(&page, &guard, values.refused(refused)).await
        }
    }
}
