//! `/login/code`: the one-time password.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::client::Client,
    domain::{authenticator::totp::Code, clock::Timestamp},
    flows::{CodeFault, CodeRefusal, sign_in},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::Challenged,
        page::{Answer, Page, see_other},
        pages::Refused,
        return_to::ReturnTo,
        session,
        words::Moment,
    },
};

const HERE: &str = "/login/code";
const FIELDS: [Field; 2] = [Field::CODE, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/code.html")]
struct CodePage {
    frame: Frame,
    form: FormState,
    return_to: String,
    /// Our time, where the phone's seems to be wrong.
    our_time: Option<Moment>,
    help: bool,
    switched_off: bool,
    holder: String,
}

/// What was refused, if anything.
#[derive(Default)]
struct Outcome {
    status: StatusCode,
    wait: Option<i64>,
    our_time: Option<Timestamp>,
}

async fn answer(
    page: &Page,
    guard: &Challenged,
    form: FormState,
    return_to: &ReturnTo,
    outcome: Outcome,
) -> Answer {
    let standing = sign_in::code_standing(&page.services, &guard.state).await?;
    let view = CodePage {
        frame: page.frame_of_step(guard)?,
        form,
        return_to: return_to.text(),
        our_time: outcome.our_time.map(Moment::at),
        help: standing.failures >= page.help_after,
        switched_off: standing.off,
        holder: page.holder(),
    };
    page.show_step(outcome.status, outcome.wait, &return_to.carried_by(HERE), &view)
}

/// `GET /login/code`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: Challenged, page: Page) -> Answer {
    answer(
        &page,
        &guard,
        FormState::blank(),
        &page.return_to(),
        Outcome::default(),
    )
    .await
}

/// `POST /login/code`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: Challenged, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => {
            let return_to = ReturnTo::read(unreadable.form.value("return_to"));
            let outcome = Outcome {
                status: unreadable.status,
                ..Outcome::default()
            };
            return answer(&page, &guard, unreadable.form, &return_to, outcome).await;
        }
    };
    let return_to = ReturnTo::read(values.text("return_to"));
    let code = match Code::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            let outcome = Outcome {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                ..Outcome::default()
            };
            return answer(&page, &guard, form, &return_to, outcome).await;
        }
    };
    match sign_in::with_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            let inside = return_to.or("/account");
            see_other(&session::proceed(page.session(), &page, &progress, &inside)?)
        }
        Err(refusal) => {
            let clock_is_off = matches!(refusal, CodeRefusal::Refused(CodeFault::Wrong(Some(_)), _));
            let refused = Refused::code(refusal);
            let outcome = Outcome {
                status: refused.status,
                wait: refused.wait,
                our_time: clock_is_off.then(|| page.services.clock.now()),
            };
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, &return_to, outcome).await
        }
    }
}
