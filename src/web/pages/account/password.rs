//! `/account/password`: changing the password.

use askama::Template;

use crate::{
    domain::{
        authenticator::password::{Candidate, Password},
        client::Client,
    },
    flows::change_password::{self, ChangeRefusal},
    text::{Said as _, Text},
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        session,
        submission::Submission,
    },
};

const NEW: Field = Field::secret("new_password", Text::field_new_password, Password::MAX);
const FIELDS: [Field; 2] = [Field::PASSWORD, NEW];

#[derive(Template)]
#[template(path = "pages/account/password.html")]
struct PasswordPage {
    frame: Frame,
    form: FormState,
}

fn answer(page: &Page, guard: &SignedIn, reply: Reply) -> Answer {
    let view = PasswordPage {
        frame: page.frame(Some(&guard.account)),
        form: reply.form,
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/password`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank())
}

/// `POST /account/password`: "Change password".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply),
    };
    let (present, typed) = (values.text(Field::PASSWORD), values.text(NEW));
    let new = if !present.is_empty() && typed == present {
        Err(values.t().account_password_same().to_owned())
    } else {
        Candidate::parse(typed).map_err(|error| error.said(page.t()).into_owned())
    };
    let new = match (present.is_empty(), new) {
        (false, Ok(new)) => new,
        (empty, new) => {
            let problems = [
                empty.then(|| Problem::with(Field::PASSWORD, values.t().account_password_empty())),
                new.err().map(|message| Problem::with(NEW, message)),
            ];
            return answer(&page, &guard, values.invalid(problems.into_iter().flatten()));
        }
    };
    let present = Password::typed(present);
    match change_password::change(&page.services, guard.state.clone(), present, new, client).await? {
        Ok(carried) => {
            session::enter(page.session(), &page, &carried)?;
            session::leave_notice(page.session(), page.t().account_password_changed());
            see_other(paths::ACCOUNT_SECURITY)
        }
        Err(refusal) => {
            let refused = match refusal {
                ChangeRefusal::Present(refusal) => {
                    let wrong = Problem::with(Field::PASSWORD, values.t().account_password_wrong());
                    Refused::password(page.t(), refusal, wrong)
                }
                ChangeRefusal::New(refusal) => Refused::choice(page.t(), refusal, NEW),
                ChangeRefusal::SessionEnded => return see_other(paths::LOGIN_ENDED),
            };
            answer(&page, &guard, values.refused(refused))
        }
    }
}
