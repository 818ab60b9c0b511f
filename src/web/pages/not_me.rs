//! `/not-me/{token}`: a mailed link with which an owner reports that someone else used their password.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::{account::Account, client::Client, link::Purpose},
    flows::{LinkMail, LinkSpent, not_me},
    web::{
        error::Error,
        frame::Frame,
        guard::Anyone,
        page::{Answer, Page},
        submission::Submission,
        whom::Whom,
    },
};

#[derive(Template)]
#[template(path = "pages/not_me.html")]
struct NotMePage {
    frame: Frame,
    action: String,
    username: String,
    /// The other account that is signed in in this browser.
    other: Option<String>,
    /// The result of the report; none before.
    raised: Option<LinkMail>,
    whom: Whom,
}

async fn answer(page: &Page, who: &Anyone, account: &Account, raised: Option<LinkMail>) -> Answer {
    let view = NotMePage {
        frame: page.frame(None),
        action: page.path().to_owned(),
        username: account.username.as_str().to_owned(),
        other: who.other_than(account),
        raised,
        whom: Whom::of(page, account).await?,
    };
    page.show(StatusCode::OK, &view)
}

async fn owner(page: &Page, token: &str) -> Result<Account, Error> {
    not_me::owner(&page.services, token)
        .await?
        .ok_or(Error::LinkSpent(Purpose::NotMe))
}

/// `GET /not-me/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn show(who: Anyone, page: Page, token: Path<String>) -> Answer {
    let account = owner(&page, &token).await?;
    answer(&page, &who, &account, None).await
}

/// `POST /not-me/{token}`: "This was not me".
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn submit(
    who: Anyone,
    page: Page,
    token: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    let account = owner(&page, &token).await?;
    match not_me::raise_alarm(&page.services, &token, client).await? {
        Ok(raised) => answer(&page, &who, &account, Some(raised)).await,
        Err(LinkSpent) => Err(Error::LinkSpent(Purpose::NotMe)),
    }
}
