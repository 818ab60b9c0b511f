//! `/account/password`: another password.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::password::{Candidate, Password},
        client::Client,
    },
    flows::change_password::{self, ChangeRefusal},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::Refused,
        session,
    },
};

const NEW: &str = "new_password";
const FIELDS: [Field; 2] = [
    Field::PASSWORD,
    Field::secret(NEW, "The new password", Password::MAX),
];

#[derive(Template)]
#[template(path = "pages/account/password.html")]
struct PasswordPage {
    frame: Frame,
    form: FormState,
}

fn answer(page: &Page, guard: &SignedIn, status: StatusCode, wait: Option<i64>, form: FormState) -> Answer {
    let view = PasswordPage {
        frame: page.frame(Some(&guard.account))?,
        form,
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/password`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, StatusCode::OK, None, FormState::blank())
}

/// `POST /account/password`: "Change password".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, None, unreadable.form),
    };
    let (present, typed) = (values.text("password"), values.text(NEW));
    let new = if !present.is_empty() && typed == present {
        Err("This is your present password. Choose another one.".to_owned())
    } else {
        Candidate::parse(typed).map_err(|error| error.to_string())
    };
    let new = match (present.is_empty(), new) {
        (false, Ok(new)) => new,
        (empty, new) => {
            let problems = [
                empty.then(|| Problem::with("password", "Enter your present password.")),
                new.err().map(|message| Problem::with(NEW, message)),
            ];
            let form = values.form().refused(problems.into_iter().flatten());
            return answer(&page, &guard, StatusCode::UNPROCESSABLE_ENTITY, None, form);
        }
    };
    let present = Password::typed(present);
    match change_password::change(&page.services, guard.state.clone(), present, new, client).await? {
        Ok(carried) => {
            session::enter(page.session(), &page, &carried)?;
            session::leave_notice(
                page.session(),
                "Your password is changed. Everything else that was signed in is signed out.",
            );
            see_other("/account/security")
        }
        Err(refusal) => {
            let refused = match refusal {
                ChangeRefusal::Present(refusal) => {
                    let wrong = Problem::with("password", "This is not your present password.");
                    Refused::password(refusal, wrong)
                }
                ChangeRefusal::New(refusal) => Refused::choice(refusal, NEW),
                ChangeRefusal::SessionEnded => return see_other("/login?ended"),
            };
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, refused.status, refused.wait, form)
        }
    }
}
