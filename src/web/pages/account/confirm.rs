//! `/account/confirm`: one's password again, before a change.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{authenticator::password::Password, client::Client},
    flows::reauthenticate,
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::Refused,
        return_to::ReturnTo,
        session,
    },
};

const FIELDS: [Field; 2] = [Field::PASSWORD, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/account/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form: FormState,
    return_to: String,
}

fn answer(page: &Page, guard: &SignedIn, status: StatusCode, wait: Option<i64>, form: FormState) -> Answer {
    let view = ConfirmPage {
        return_to: ReturnTo::read(form.value("return_to")).text(),
        frame: page.frame(Some(&guard.account))?,
        form,
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/confirm`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let form = FormState::blank().filled("return_to", page.return_to().text());
    answer(&page, &guard, StatusCode::OK, None, form)
}

/// `POST /account/confirm`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, None, unreadable.form),
    };
    let text = values.text("password");
    if text.is_empty() {
        let form = values
            .form()
            .refused([Problem::with("password", "Enter your password.")]);
        return answer(&page, &guard, StatusCode::UNPROCESSABLE_ENTITY, None, form);
    }
    let typed = Password::typed(text);
    match reauthenticate::with_password(&page.services, guard.state.clone(), typed, client).await? {
        Ok(signed_in) => {
            session::enter(page.session(), &page, &signed_in)?;
            see_other(&ReturnTo::read(values.text("return_to")).or("/account"))
        }
        Err(refusal) => {
            let refused = Refused::password(refusal, Problem::with("password", "The password is not right."));
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, refused.status, refused.wait, form)
        }
    }
}
