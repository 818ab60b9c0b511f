//! `/invitation/{token}` and `/new-password/{token}`: a password, by a one-time link. Opening the
//! link signs nobody in, and neither does using it (ASVS 6.4.3, 7.6.2).

use actix_web::web::Path;
use askama::Template;

use crate::{
    domain::{account::Account, authenticator::password::Candidate, client::Client},
    flows::{ByLinkRefusal, ChoiceRefusal, PasswordLink},
    web::{
        error::Error,
        field::Field,
        form::{FormState, Reply},
        frame::Frame,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        submission::Submission,
    },
};

const FIELDS: [Field; 1] = [Field::PASSWORD];

#[derive(Template)]
#[template(path = "pages/choose_password.html")]
struct ChoosePasswordPage {
    frame: Frame,
    form: FormState,
    action: String,
    username: String,
    /// Whether it is the first password of this account.
    first: bool,
    /// Whether a second factor is set up after it.
    required: bool,
}

/// A link that opens, and whose it is.
struct Opened {
    link: PasswordLink,
    account: Account,
}

async fn open(page: &Page, link: PasswordLink, token: &str) -> Result<Opened, Error> {
    let account = link.owner(&page.services, token).await?;
    let account = account.ok_or(Error::LinkSpent(link.purpose()))?;
    Ok(Opened { link, account })
}

fn answer(page: &Page, opened: &Opened, reply: Reply) -> Answer {
    let view = ChoosePasswordPage {
        frame: page.frame(None)?,
        form: reply.form,
        action: page.path().to_owned(),
        username: opened.account.username.as_str().to_owned(),
        first: opened.link == PasswordLink::Invitation,
        required: opened.account.two_factor_required,
    };
    page.show_after(reply.status, reply.wait, &view)
}

async fn show(page: &Page, link: PasswordLink, token: &str) -> Answer {
    let opened = open(page, link, token).await?;
    answer(page, &opened, Reply::blank())
}

async fn submit(
    page: &Page,
    link: PasswordLink,
    token: &str,
    client: Client,
    submission: Submission,
) -> Answer {
    let opened = open(page, link, token).await?;
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(page, &opened, reply),
    };
    let set = match Candidate::parse(values.text(Field::PASSWORD)) {
        Err(error) => Err(ByLinkRefusal::Choice(ChoiceRefusal::Unfit(error))),
        Ok(password) => link.set_password(&page.services, token, password, client).await?,
    };
    match set {
        Ok(()) => see_other(paths::LOGIN_PASSWORD_SET),
        Err(ByLinkRefusal::Spent) => Err(Error::LinkSpent(link.purpose())),
        Err(ByLinkRefusal::Choice(refusal)) => {
            let refused = Refused::choice(refusal, Field::PASSWORD);
            answer(page, &opened, values.refused(refused))
        }
    }
}

/// `GET /invitation/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] where the link does not open.
pub async fn show_invitation(page: Page, token: Path<String>) -> Answer {
    show(&page, PasswordLink::Invitation, &token).await
}

/// `POST /invitation/{token}`: "Set password".
///
/// # Errors
/// As [`show_invitation`].
pub async fn accept_invitation(
    page: Page,
    token: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submit(&page, PasswordLink::Invitation, &token, client, submission).await
}

/// `GET /new-password/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] where the link does not open.
pub async fn show_new_password(page: Page, token: Path<String>) -> Answer {
    show(&page, PasswordLink::NewPassword, &token).await
}

/// `POST /new-password/{token}`: "Set password".
///
/// # Errors
/// As [`show_new_password`].
pub async fn set_new_password(
    page: Page,
    token: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submit(&page, PasswordLink::NewPassword, &token, client, submission).await
}
