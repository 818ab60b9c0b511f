//! `/restore-email/{token}`: a link mailed to the previous e-mail address, which undoes the change.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::{client::Client, link::Purpose},
    flows::{
        LinkMail, LinkSpent,
        restore_email::{self, Restorable},
    },
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
#[template(path = "pages/restore_email.html")]
struct RestoreEmailPage {
    frame: Frame,
    action: String,
    username: String,
    /// The other account that is signed in in this browser.
    other: Option<String>,
    /// The address that the link restores.
    before: String,
    /// The result; none before.
    restored: Option<LinkMail>,
    whom: Whom,
}

async fn answer(page: &Page, who: &Anyone, link: &Restorable, restored: Option<LinkMail>) -> Answer {
    let view = RestoreEmailPage {
        frame: page.frame(None),
        action: page.path().to_owned(),
        username: link.account.username.as_str().to_owned(),
        other: who.other_than(&link.account),
        before: link.before.as_str().to_owned(),
        restored,
        whom: Whom::of(page, &link.account).await?,
    };
    page.show(StatusCode::OK, &view)
}

async fn find(page: &Page, token: &str) -> Result<Restorable, Error> {
    restore_email::find(&page.services, token)
        .await?
        .ok_or(Error::LinkSpent(Purpose::RestoreEmail))
}

/// `GET /restore-email/{token}`. Changes nothing: virus scanners open links, too.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn show(who: Anyone, page: Page, token: Path<String>) -> Answer {
    let link = find(&page, &token).await?;
    answer(&page, &who, &link, None).await
}

/// `POST /restore-email/{token}`: "Restore my address".
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
    let link = find(&page, &token).await?;
    match restore_email::restore(&page.services, &token, client).await? {
        Ok(restored) => answer(&page, &who, &link, Some(restored)).await,
        Err(LinkSpent) => Err(Error::LinkSpent(Purpose::RestoreEmail)),
    }
}
