//! `/login/recovery`: a recovery code instead of the one-time password.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{authenticator::recovery_code::RecoveryCode, client::Client},
    flows::recover,
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::Challenged,
        page::{Answer, Page, see_other},
        pages::Refused,
        session,
    },
};

const HERE: &str = "/login/recovery";
const FIELDS: [Field; 1] = [Field::RECOVERY_CODE];

#[derive(Template)]
#[template(path = "pages/login/recovery.html")]
struct RecoveryPage {
    frame: Frame,
    form: FormState,
    holder: String,
}

fn answer(page: &Page, guard: &Challenged, status: StatusCode, wait: Option<i64>, form: FormState) -> Answer {
    let view = RecoveryPage {
        frame: page.frame_of_step(guard)?,
        form,
        holder: page.holder(),
    };
    page.show_step(status, wait, HERE, &view)
}

/// `GET /login/recovery`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(guard: Challenged, page: Page) -> Answer {
    answer(&page, &guard, StatusCode::OK, None, FormState::blank())
}

/// `POST /login/recovery`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: Challenged, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, None, unreadable.form),
    };
    let code = match RecoveryCode::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            return answer(&page, &guard, StatusCode::UNPROCESSABLE_ENTITY, None, form);
        }
    };
    match recover::with_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            let inside = "/account/recovered";
            see_other(&session::proceed(page.session(), &page, &progress, inside)?)
        }
        Err(refusal) => {
            let wrong =
                "This is not one of your unused recovery codes. Check it, or take the next one of your list.";
            let refused = Refused::password(refusal, Problem::with("code", wrong));
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, refused.status, refused.wait, form)
        }
    }
}
