//! `/forgotten-password`: asks for a mailed link. The answer is the same whoever is asked for.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::client::Client,
    flows::forgotten_password,
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        page::{Answer, Page, see_other},
        pages::Refused,
    },
};

const FIELDS: [Field; 1] = [Field::text("username", "The user name or e-mail address", 1024)];

#[derive(Template)]
#[template(path = "pages/forgotten_password.html")]
struct ForgottenPage {
    frame: Frame,
    form: FormState,
    mail_offered: bool,
    /// Whether it was asked.
    sent: bool,
    holder: String,
}

fn answer(page: &Page, sent: bool, status: StatusCode, wait: Option<i64>, form: FormState) -> Answer {
    let view = ForgottenPage {
        frame: page.frame(None)?,
        form,
        mail_offered: page.services.sends_mail(),
        sent,
        holder: page.holder(),
    };
    page.show_after(status, wait, &view)
}

/// `GET /forgotten-password`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(page: Page) -> Answer {
    let sent = page.has_query("sent");
    answer(&page, sent, StatusCode::OK, None, FormState::blank())
}

/// `POST /forgotten-password`: "Send link".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, false, unreadable.status, None, unreadable.form),
    };
    let typed = values.text("username").trim();
    if typed.is_empty() {
        let empty = Problem::with("username", "Enter your user name or your e-mail address.");
        let form = values.form().refused([empty]);
        return answer(&page, false, StatusCode::UNPROCESSABLE_ENTITY, None, form);
    }
    match forgotten_password::ask(&page.services, typed, client).await? {
        Ok(()) => see_other("/forgotten-password?sent"),
        Err(seconds) => {
            let refused = Refused::throttled(seconds);
            let form = values.form().refused([refused.problem]);
            answer(&page, false, refused.status, refused.wait, form)
        }
    }
}
