//! `/login/setup-code`: the code that a reset showed, before the set-up of another authenticator.

use askama::Template;

use crate::{
    domain::{authenticator::set_up_code::SetUpCode, client::Client},
    flows::{CodeRefusal, sign_in},
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::{Challenged, SetUpCodeStep},
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        session,
        submission::Submission,
        whom::Whom,
    },
};

const HERE: &str = paths::LOGIN_SETUP_CODE;
const FIELDS: [Field; 1] = [Field::CODE];

#[derive(Template)]
#[template(path = "pages/login/setup_code.html")]
struct SetUpCodePage {
    frame: Frame,
    form: FormState,
    whom: Whom,
}

async fn answer(page: &Page, guard: &Challenged, reply: Reply) -> Answer {
    let view = SetUpCodePage {
        frame: page.frame_of_step(guard),
        form: reply.form,
        whom: Whom::of(page, &guard.account).await?,
    };
    page.show_step(reply.status, reply.wait, HERE, &view)
}

/// `GET /login/setup-code`.
pub async fn show(SetUpCodeStep(guard): SetUpCodeStep, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
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
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let code = match values.parse(Field::CODE, SetUpCode::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    match sign_in::with_set_up_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => see_other(&session::proceed(
            page.session(),
            &page,
            &progress,
            paths::ACCOUNT,
        )?),
        Err(refusal) => {
            let refused = match refusal {
                CodeRefusal::Refused(..) => {
                    Refused::invalid(Problem::with(Field::CODE, values.t().login_setup_code_wrong()))
                }
                CodeRefusal::Wait(_) | CodeRefusal::Off => Refused::code(page.t(), refusal),
            };
            answer(&page, &guard, values.refused(refused)).await
        }
    }
}
