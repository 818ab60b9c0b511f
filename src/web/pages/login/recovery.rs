//! `/login/recovery`: a recovery code instead of the one-time password.

use askama::Template;

use crate::{
    domain::{authenticator::recovery_code::RecoveryCode, client::Client},
    flows::recover,
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::Challenged,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        session,
        submission::Submission,
        whom::Whom,
    },
};

const HERE: &str = paths::LOGIN_RECOVERY;
const FIELDS: [Field; 1] = [Field::RECOVERY_CODE];

#[derive(Template)]
#[template(path = "pages/login/recovery.html")]
struct RecoveryPage {
    frame: Frame,
    form: FormState,
    whom: Whom,
}

async fn answer(page: &Page, guard: &Challenged, reply: Reply) -> Answer {
    let view = RecoveryPage {
        frame: page.frame_of_step(guard),
        form: reply.form,
        whom: Whom::of(page, &guard.account).await?,
    };
    page.show_step(reply.status, reply.wait, HERE, &view)
}

/// `GET /login/recovery`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(guard: Challenged, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
}

/// `POST /login/recovery`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: Challenged, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let code = match values.parse(Field::RECOVERY_CODE, RecoveryCode::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    match recover::with_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            let inside = paths::ACCOUNT_RECOVERED;
            see_other(&session::proceed(page.session(), &page, &progress, inside)?)
        }
        Err(refusal) => {
            let wrong = values.t().login_recovery_wrong();
            let refused = Refused::password(page.t(), refusal, Problem::with(Field::RECOVERY_CODE, wrong));
            answer(&page, &guard, values.refused(refused)).await
        }
    }
}
