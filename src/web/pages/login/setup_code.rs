//! `/login/setup-code`: the code that a reset showed, before the set-up of another authenticator.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{authenticator::set_up_code::SetUpCode, client::Client},
    flows::{CodeRefusal, sign_in},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::{Challenged, SetUpCodeStep},
        page::{Answer, Page, see_other},
        pages::Refused,
        session,
    },
};

const HERE: &str = "/login/setup-code";
const FIELDS: [Field; 1] = [Field::CODE];

#[derive(Template)]
#[template(path = "pages/login/setup_code.html")]
struct SetUpCodePage {
    frame: Frame,
    form: FormState,
    holder: String,
}

fn answer(page: &Page, guard: &Challenged, status: StatusCode, wait: Option<i64>, form: FormState) -> Answer {
    let view = SetUpCodePage {
        frame: page.frame_of_step(guard)?,
        form,
        holder: page.holder(),
    };
    page.show_step(status, wait, HERE, &view)
}

/// `GET /login/setup-code`.
pub async fn show(SetUpCodeStep(guard): SetUpCodeStep, page: Page) -> Answer {
    answer(&page, &guard, StatusCode::OK, None, FormState::blank())
}

/// `POST /login/setup-code`: "Continue".
pub async fn submit(
    SetUpCodeStep(guard): SetUpCodeStep,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, None, unreadable.form),
    };
    let code = match SetUpCode::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            return answer(&page, &guard, StatusCode::UNPROCESSABLE_ENTITY, None, form);
        }
    };
    match sign_in::with_set_up_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => see_other(&session::proceed(page.session(), &page, &progress, "/account")?),
        Err(refusal) => {
            let refused = match refusal {
                CodeRefusal::Refused(..) => Refused::invalid(Problem::with(
                    "code",
                    "This is not your set-up code, or it no longer works. Check it, or ask for a new one.",
                )),
                CodeRefusal::Wait(_) | CodeRefusal::Off => Refused::code(refusal),
            };
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, refused.status, refused.wait, form)
        }
    }
}
