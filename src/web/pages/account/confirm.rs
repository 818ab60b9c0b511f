//! `/account/confirm`: entering the password again, before a change.

use askama::Template;

use crate::{
    domain::{authenticator::password::Password, client::Client},
    flows::step_up,
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        return_to::ReturnTo,
        session,
        submission::Submission,
    },
};

const FIELDS: [Field; 2] = [Field::PASSWORD, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/account/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form: FormState,
    return_to: ReturnTo,
    /// Whether the password of the sign-in is fresh, but the next page still requires it.
    just_signed_in: bool,
}

fn answer(page: &Page, guard: &SignedIn, reply: Reply) -> Answer {
    let session = &guard.state;
    let return_to = ReturnTo::of_form(&reply.form);
    let view = ConfirmPage {
        just_signed_in: session.is_fresh_elsewhere(page.services.clock.now()),
        frame: page.frame(Some(&guard.account)).carrying(&return_to),
        return_to,
        form: reply.form,
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/confirm`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, page.first_form())
}

/// `POST /account/confirm`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply),
    };
    let text = values.text(Field::PASSWORD);
    if text.is_empty() {
        return answer(
            &page,
            &guard,
            values.invalid([Problem::with(Field::PASSWORD, values.t().login_password_empty())]),
        );
    }
    let typed = Password::typed(text);
    match step_up::with_password(&page.services, guard.state.clone(), typed, client).await? {
        Ok(signed_in) => {
            session::enter(page.session(), &page, &signed_in)?;
            see_other(&ReturnTo::read(values.text(Field::RETURN_TO)).or(paths::ACCOUNT))
        }
        Err(refusal) => {
            let refused = Refused::password(
                page.t(),
                refusal,
                Problem::with(Field::PASSWORD, values.t().problem_password_wrong()),
            );
            answer(&page, &guard, values.refused(refused))
        }
    }
}
