//! `POST /logout`.

use actix_web::{HttpResponse, http::header};

use crate::{
    domain::client::Client,
    flows::sign_out,
    web::{
        page::{Answer, Page},
        paths,
        session::{self, Stage},
        submission::Submission,
    },
};

/// Ends the session, signed in or half signed in. Open to everybody: a visitor without a session is already signed
/// out.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    let now = page.services.clock.now();
    let left = session::read(page.session(), now);
    session::leave(page.session());
    if let Stage::SignedIn(left) = left {
        sign_out::record_sign_out(&page.services, left.account(), client).await?;
    }
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, paths::LOGIN_SIGNED_OUT))
        // Not "cookies": that would clear those of the operator's other services too.
        .insert_header(("Clear-Site-Data", "\"cache\", \"storage\""))
        .finish())
}
