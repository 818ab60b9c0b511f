//! `/account/sessions`: where one is signed in, and ending that (ASVS 7.5.2).

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::client::Client,
    flows::open_sessions,
    web::{
        form::{FormState, Submission},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::sessions::{SESSION, SessionView, views},
        session,
    },
};

const HERE: &str = "/account/sessions";

#[derive(Template)]
#[template(path = "pages/account/sessions.html")]
struct SessionsPage {
    frame: Frame,
    form: FormState,
    sessions: Vec<SessionView>,
}

async fn answer(guard: &SignedIn, page: &Page, status: StatusCode, form: FormState) -> Answer {
    let open = open_sessions::of_account(&page.services, &guard.account.id).await?;
    let view = SessionsPage {
        frame: page.frame_with_notice(&guard.account)?,
        form,
        sessions: views(open, &session::handle(page.session()), page.services.clock.now()),
    };
    page.show(status, &view)
}

/// `GET /account/sessions`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&guard, &page, StatusCode::OK, FormState::blank()).await
}

/// `POST /account/sessions`: "End session".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn end(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&[SESSION]) {
        Ok(values) => values,
        Err(unreadable) => return answer(&guard, &page, unreadable.status, unreadable.form).await,
    };
    let ended = open_sessions::end(&page.services, &guard.state, values.text("session"), client).await?;
    let notice = if ended {
        "The session is ended."
    } else {
        "This session was over already."
    };
    session::leave_notice(page.session(), notice);
    see_other(HERE)
}

/// `POST /account/sessions/end-others`: "End all other sessions".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn end_others(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    let Some(carried) = open_sessions::end_others(&page.services, guard.state, client).await? else {
        return see_other("/login?ended");
    };
    session::enter(page.session(), &page, &carried)?;
    session::leave_notice(page.session(), "All other sessions are ended.");
    see_other(HERE)
}
