//! `/forgotten-password`: requests a mailed link. The answer does not disclose whether the account exists.

use askama::Template;

use crate::{
    domain::client::Client,
    flows::forgotten_password,
    text::Text,
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        submission::Submission,
        whom::Whom,
    },
};

const USERNAME: Field = Field::text("username", Text::field_name_or_email, 1024);
const FIELDS: [Field; 1] = [USERNAME];

#[derive(Template)]
#[template(path = "pages/forgotten_password.html")]
struct ForgottenPage {
    frame: Frame,
    form: FormState,
    mail_offered: bool,
    /// Whether the link was requested.
    sent: bool,
    whom: Whom,
}

fn answer(page: &Page, sent: bool, reply: Reply) -> Answer {
    let view = ForgottenPage {
        frame: page.frame(None),
        form: reply.form,
        mail_offered: page.services.sends_mail(),
        sent,
        whom: Whom::of_nobody(),
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /forgotten-password`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(page: Page) -> Answer {
    let sent = page.has_query("sent");
    answer(&page, sent, Reply::blank())
}

/// `POST /forgotten-password`: "Send link".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, false, reply),
    };
    let typed = values.text(USERNAME).trim();
    if typed.is_empty() {
        let empty = Problem::with(USERNAME, values.t().password_forgotten_empty());
        return answer(&page, false, values.invalid([empty]));
    }
    match forgotten_password::ask(&page.services, typed, client).await? {
        Ok(()) => see_other(paths::FORGOTTEN_PASSWORD_SENT),
        Err(seconds) => {
            let refused = Refused::throttled(page.t(), seconds);
            answer(&page, false, values.refused(refused))
        }
    }
}
