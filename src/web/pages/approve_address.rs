//! `/approve-address/{token}`: a mailed link that lets an account sign in from another
//! address.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::{client::Client, link::Purpose},
    flows::{
        LinkSpent,
        allow_list::{self, Waiting},
    },
    web::{
        error::Error,
        frame::Frame,
        guard::Anyone,
        page::{Answer, Page},
        submission::Submission,
    },
};

#[derive(Template)]
#[template(path = "pages/approve_address.html")]
struct ApprovePage {
    frame: Frame,
    action: String,
    username: String,
    /// The other account that is signed in in this browser.
    other: Option<String>,
    address: String,
    done: bool,
}

fn answer(page: &Page, who: &Anyone, waiting: &Waiting, done: bool) -> Answer {
    let view = ApprovePage {
        frame: page.frame(None),
        action: page.path().to_owned(),
        username: waiting.account.username.as_str().to_owned(),
        other: who.other_than(&waiting.account),
        address: waiting.address.clone(),
        done,
    };
    page.show(StatusCode::OK, &view)
}

async fn waiting(page: &Page, token: &str) -> Result<Waiting, Error> {
    allow_list::waiting(&page.services, token)
        .await?
        .ok_or(Error::LinkSpent(Purpose::ApproveAddress))
}

/// `GET /approve-address/{token}`.
///
/// # Errors
/// [`Error::LinkSpent`] if the link does not work.
pub async fn show(who: Anyone, page: Page, token: Path<String>) -> Answer {
    let waiting = waiting(&page, &token).await?;
    answer(&page, &who, &waiting, false)
}

/// `POST /approve-address/{token}`: "Approve".
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
    let waiting = waiting(&page, &token).await?;
    match allow_list::approve(&page.services, &token, client).await? {
        Ok(()) => answer(&page, &who, &waiting, true),
        Err(LinkSpent) => Err(Error::LinkSpent(Purpose::ApproveAddress)),
    }
}
