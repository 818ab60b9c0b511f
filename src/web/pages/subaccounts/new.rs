//! `/subaccounts/new`: another user of the main account.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        account::{Email, Username},
        client::Client,
        phone_number::PhoneNumber,
    },
    flows::invite::{self, InviteRefusal, NewSubaccount},
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::RecentManager,
        page::{Answer, Page, see_other},
        pages::{Refused, subaccounts::announce},
        words,
    },
};

const FIELDS: [Field; 4] = [
    Field::text("username", "The user name", Username::MAX * 4),
    Field::text("email", "The e-mail address", 1024),
    Field::PHONE,
    Field::text("two_factor_required", "The box", 16),
];

#[derive(Template)]
#[template(path = "pages/subaccounts/new.html")]
struct NewPage {
    frame: Frame,
    form: FormState,
    required: bool,
    /// Whether a mail brings the link.
    mail: bool,
}

fn answer(
    page: &Page,
    guard: &RecentManager,
    status: StatusCode,
    wait: Option<i64>,
    form: FormState,
) -> Answer {
    let view = NewPage {
        frame: page.frame_with_notice(&guard.0.signed_in.account)?,
        required: !form.value("two_factor_required").is_empty(),
        form,
        mail: page.services.sends_mail(),
    };
    page.show_after(status, wait, &view)
}

/// `GET /subaccounts/new`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentManager, page: Page) -> Answer {
    answer(&page, &guard, StatusCode::OK, None, FormState::blank())
}

/// `POST /subaccounts/new`: "Create".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: RecentManager, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.status, None, unreadable.form),
    };
    let invalid = StatusCode::UNPROCESSABLE_ENTITY;
    let username = Username::parse(values.text("username"));
    let email = Email::parse(values.text("email"));
    let number = match values.text("phone").trim() {
        "" => Ok(None),
        typed => PhoneNumber::parse(typed).map(Some),
    };
    let new = match (username, email, number) {
        (Ok(username), Ok(email), Ok(number)) => NewSubaccount {
            username,
            email,
            number,
            two_factor_required: values.ticked("two_factor_required"),
        },
        (username, email, number) => {
            let problems = [
                username
                    .err()
                    .map(|error| Problem::with("username", error.to_string())),
                email.err().map(|error| Problem::with("email", error.to_string())),
                number
                    .err()
                    .map(|error| Problem::with("phone", error.to_string())),
            ];
            let form = values.form().refused(problems.into_iter().flatten());
            return answer(&page, &guard, invalid, None, form);
        }
    };
    match invite::create(&page.services, &guard.0.may, new, client).await? {
        Ok(invited) => {
            announce(&page, &invited)?;
            see_other(&format!("/subaccounts/{}", invited.account.0))
        }
        Err(InviteRefusal::Taken) => {
            let taken = "This user name is taken. Choose another one.";
            let form = values.form().refused([Problem::with("username", taken)]);
            answer(&page, &guard, invalid, None, form)
        }
        Err(InviteRefusal::Mail(cap)) => {
            let refused = Refused::mailing(cap, None);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, refused.status, refused.wait, form)
        }
        Err(InviteRefusal::Number(why)) => {
            let form = values
                .form()
                .refused([Problem::with("phone", words::not_sent_to(why))]);
            answer(&page, &guard, invalid, None, form)
        }
        Err(InviteRefusal::NotThere | InviteRefusal::SessionEnded) => see_other("/login?ended"),
    }
}
