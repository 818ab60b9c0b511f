//! `/new-password/{token}`: another password, by a mailed link. Opening the link signs nobody
//! in, and neither does using it (ASVS 6.4.3, 7.6.2).

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::{account::Account, client::Client},
    flows::{LinkSpent, choose_password, forgotten_password},
    web::{
        error::Error,
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        page::{Answer, Page, see_other},
    },
};

const FIELDS: [Field; 1] = [Field::PASSWORD];

#[derive(Template)]
#[template(path = "pages/new_password.html")]
struct NewPasswordPage {
    frame: Frame,
    form: FormState,
    action: String,
    username: String,
}

fn answer(page: &Page, account: &Account, status: StatusCode, form: FormState) -> Answer {
    let view = NewPasswordPage {
        frame: page.frame(None)?,
        form,
        action: page.path().to_owned(),
        username: account.username.as_str().to_owned(),
    };
    page.show(status, &view)
}

async fn owner(page: &Page, token: &str) -> Result<Account, Error> {
    forgotten_password::owner(&page.services, token)
        .await?
        .ok_or(Error::PasswordLinkSpent)
}

/// `GET /new-password/{token}`.
///
/// # Errors
/// [`Error::PasswordLinkSpent`] where the link does not open.
pub async fn show(page: Page, token: Path<String>) -> Answer {
    let account = owner(&page, &token).await?;
    answer(&page, &account, StatusCode::OK, FormState::blank())
}

/// `POST /new-password/{token}`: "Set password".
///
/// # Errors
/// [`Error::PasswordLinkSpent`] where the link does not open.
pub async fn submit(page: Page, token: Path<String>, client: Client, submission: Submission) -> Answer {
    let account = owner(&page, &token).await?;
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &account, unreadable.status, unreadable.form),
    };
    let chosen = choose_password(&page.services, &account, values.text("password"));
    let password = match chosen {
        Ok(password) => password,
        Err(error) => {
            let form = values
                .form()
                .refused([Problem::with("password", error.to_string())]);
            return answer(&page, &account, StatusCode::UNPROCESSABLE_ENTITY, form);
        }
    };
    match forgotten_password::set_password(&page.services, &token, password, client).await? {
        Ok(()) => see_other("/login?password-set"),
        Err(LinkSpent) => Err(Error::PasswordLinkSpent),
    }
}
