//! `/welcome/{token}`: creates the first main account.

use actix_web::web::Path;
use askama::Template;

use crate::{
    domain::{
        account::{Email, Username},
        authenticator::password::Candidate,
        client::Client,
        link::Purpose,
        sign_in::Progress,
    },
    flows::{
        first_run::{self, FirstRunRefusal},
        sign_in::{self, Attempt},
    },
    text::{Said as _, Text},
    web::{
        error::Error,
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        session,
        submission::Submission,
    },
};

const USERNAME: Field = Field::text("username", Text::login_user_name, Username::MAX * 4);
const EMAIL: Field = Field::text("email", Text::field_email, 1024);
const FIELDS: [Field; 3] = [USERNAME, EMAIL, Field::PASSWORD];

#[derive(Template)]
#[template(path = "pages/welcome.html")]
struct WelcomePage {
    frame: Frame,
    form: FormState,
    action: String,
}

fn answer(page: &Page, reply: Reply) -> Answer {
    let view = WelcomePage {
        frame: page.frame(None),
        form: reply.form,
        action: page.path().to_owned(),
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /welcome/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn show(page: Page, token: Path<String>) -> Answer {
    if !first_run::opens(&page.services, &token).await? {
        return Err(Error::LinkSpent(Purpose::Welcome));
    }
    answer(&page, Reply::blank())
}

/// `POST /welcome/{token}`. Continues to the account through the ordinary sign-in.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn submit(page: Page, token: Path<String>, client: Client, submission: Submission) -> Answer {
    if !first_run::opens(&page.services, &token).await? {
        return Err(Error::LinkSpent(Purpose::Welcome));
    }
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, reply),
    };
    let username = Username::parse(values.text(USERNAME));
    let email = Email::parse(values.text(EMAIL));
    let password = Candidate::parse(values.text(Field::PASSWORD));
    let (username, email, password) = match (username, email, password) {
        (Ok(username), Ok(email), Ok(password)) => (username, email, password),
        (username, email, password) => {
            let problems = [
                username
                    .err()
                    .map(|error| Problem::with(USERNAME, error.said(page.t()))),
                email
                    .err()
                    .map(|error| Problem::with(EMAIL, error.said(page.t()))),
                password
                    .err()
                    .map(|error| Problem::with(Field::PASSWORD, error.said(page.t()))),
            ];
            return answer(&page, values.invalid(problems.into_iter().flatten()));
        }
    };

    let attempt = Attempt {
        username: username.as_str().to_owned(),
        password: password.as_typed(),
        client,
        browser: page.known_browser(),
    };
    match first_run::create_main_account(&page.services, &token, username, email, password, client).await? {
        Ok(()) => {}
        Err(FirstRunRefusal::Spent) => return Err(Error::LinkSpent(Purpose::Welcome)),
        Err(FirstRunRefusal::Name(why)) => {
            let problem = Problem::with(USERNAME, why.said(page.t()));
            return answer(&page, values.invalid([problem]));
        }
        Err(FirstRunRefusal::Choice(refusal)) => {
            let refused = Refused::choice(page.t(), refusal, Field::PASSWORD);
            return answer(&page, values.refused(refused));
        }
    }
    match sign_in::with_password(&page.services, attempt).await? {
        Ok(progress @ Progress::SignedIn(_)) => {
            session::begin(page.session(), &page, &progress)?;
            session::leave_notice(page.session(), page.t().password_welcome_created());
            see_other(paths::ACCOUNT)
        }
        // Throttled, for example: the account exists, and the sign-in page explains the rest.
        Ok(Progress::Challenged(_) | Progress::EnrolmentRequired(_)) | Err(_) => see_other(paths::LOGIN),
    }
}
