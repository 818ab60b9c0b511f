//! `/invitation/{token}`: a first password. Opening the link signs nobody in, and neither
//! does using it.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::account::Account,
    domain::client::Client,
    flows::{LinkSpent, choose_password, invite},
    web::{
        error::Error,
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        page::{Answer, Page, see_other},
    },
};

const FIELDS: [Field; 1] = [Field::PASSWORD];

#[derive(Template)]
#[template(path = "pages/invitation.html")]
struct InvitationPage {
    frame: Frame,
    form: FormState,
    action: String,
    username: String,
    required: bool,
}

fn answer(page: &Page, account: &Account, status: StatusCode, form: FormState) -> Answer {
    let view = InvitationPage {
        frame: page.frame(None)?,
        form,
        action: page.path().to_owned(),
        username: account.username.as_str().to_owned(),
        required: account.two_factor_required,
    };
    page.show(status, &view)
}

async fn invited(page: &Page, token: &str) -> Result<Account, Error> {
    invite::invited(&page.services, token)
        .await?
        .ok_or(Error::InvitationSpent)
}

/// `GET /invitation/{token}`.
///
/// # Errors
/// [`Error::InvitationSpent`] where the link does not open.
pub async fn show(page: Page, token: Path<String>) -> Answer {
    let account = invited(&page, &token).await?;
    answer(&page, &account, StatusCode::OK, FormState::blank())
}

/// `POST /invitation/{token}`: "Set password".
///
/// # Errors
/// [`Error::InvitationSpent`] where the link does not open.
pub async fn submit(page: Page, token: Path<String>, client: Client, submission: Submission) -> Answer {
    let account = invited(&page, &token).await?;
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &account, unreadable.status, unreadable.form),
    };
    let password = match choose_password(&page.services, &account, values.text("password")) {
        Ok(password) => password,
        Err(error) => {
            let form = values
                .form()
                .refused([Problem::with("password", error.to_string())]);
            return answer(&page, &account, StatusCode::UNPROCESSABLE_ENTITY, form);
        }
    };
    match invite::accept(&page.services, &token, password, client).await? {
        Ok(()) => see_other("/login?password-set"),
        Err(LinkSpent) => Err(Error::InvitationSpent),
    }
}
