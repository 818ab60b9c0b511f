//! `/invitation/{token}` and `/new-password/{token}`: choosing a password, with a one-time link. Neither opening nor
//! using the link signs anyone in (ASVS 6.4.3, 7.6.2).

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
        guard::Anyone,
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
    /// The other account that is signed in in this browser.
    other: Option<String>,
}

/// A link that works, and its account.
struct Opened {
    link: PasswordLink,
    account: Account,
    other: Option<String>,
}

async fn open(page: &Page, who: &Anyone, link: PasswordLink, token: &str) -> Result<Opened, Error> {
    let account = link.owner(&page.services, token).await?;
    let account = account.ok_or(Error::LinkSpent(link.purpose()))?;
    Ok(Opened {
        other: who.other_than(&account),
        link,
        account,
    })
}

fn answer(page: &Page, opened: &Opened, reply: Reply) -> Answer {
    let view = ChoosePasswordPage {
        frame: page.frame(None),
        form: reply.form,
        action: page.path().to_owned(),
        username: opened.account.username.as_str().to_owned(),
        first: opened.link == PasswordLink::Invitation,
        required: opened.account.two_factor_required,
        other: opened.other.clone(),
    };
    page.show_after(reply.status, reply.wait, &view)
}

async fn show(page: &Page, who: &Anyone, link: PasswordLink, token: &str) -> Answer {
    let opened = open(page, who, link, token).await?;
    answer(page, &opened, Reply::blank())
}

async fn submit(
    page: &Page,
    who: &Anyone,
    (link, token): (PasswordLink, &str),
    client: Client,
    submission: Submission,
) -> Answer {
    let opened = open(page, who, link, token).await?;
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
            let refused = Refused::choice(page.t(), refusal, Field::PASSWORD);
            answer(page, &opened, values.refused(refused))
        }
    }
}

/// `GET /invitation/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn show_invitation(who: Anyone, page: Page, token: Path<String>) -> Answer {
    show(&page, &who, PasswordLink::Invitation, &token).await
}

/// `POST /invitation/{token}`: "Set password".
///
/// # Errors
/// As [`show_invitation`].
pub async fn accept_invitation(
    who: Anyone,
    page: Page,
    token: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submit(
        &page,
        &who,
        (PasswordLink::Invitation, &token),
        client,
        submission,
    )
    .await
}

/// `GET /new-password/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn show_new_password(who: Anyone, page: Page, token: Path<String>) -> Answer {
    show(&page, &who, PasswordLink::NewPassword, &token).await
}

/// `POST /new-password/{token}`: "Set password".
///
/// # Errors
/// As [`show_new_password`].
pub async fn set_new_password(
    who: Anyone,
    page: Page,
    token: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submit(
        &page,
        &who,
        (PasswordLink::NewPassword, &token),
        client,
        submission,
    )
    .await
}
