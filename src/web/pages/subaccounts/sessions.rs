//! `/subaccounts/{id}/sessions`: where a subaccount is signed in, and ending that (ASVS 7.4.5).

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::client::Client,
    flows::{
        manage_subaccount::{self, Order, Refusal},
        open_sessions, subaccounts,
    },
    web::{
        error::Error,
        form::{FormState, Submission},
        frame::Frame,
        guard::{self, RecentManager},
        page::{Answer, Page, see_other},
        pages::sessions::{SESSION, SessionView, views},
        session,
    },
};

#[derive(Template)]
#[template(path = "pages/subaccounts/sessions.html")]
struct SessionsPage {
    frame: Frame,
    form: FormState,
    username: String,
    action: String,
    back: String,
    sessions: Vec<SessionView>,
}

async fn answer(
    guard: &guard::Manager,
    page: &Page,
    id: &str,
    status: StatusCode,
    form: FormState,
) -> Answer {
    let standing = subaccounts::find(&page.services, &guard.may, id)
        .await?
        .ok_or(Error::NotFound)?;
    let account = standing.managed.account();
    let open = open_sessions::of_account(&page.services, &account.id).await?;
    let back = format!("/subaccounts/{}", account.id.0);
    let view = SessionsPage {
        frame: page.frame_with_notice(&guard.signed_in.account)?,
        form,
        username: account.username.as_str().to_owned(),
        action: format!("{back}/sessions"),
        back,
        sessions: views(open, "", page.services.clock.now()),
    };
    page.show(status, &view)
}

/// `GET /subaccounts/{id}/sessions`.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn show(RecentManager(guard): RecentManager, page: Page, id: Path<String>) -> Answer {
    answer(&guard, &page, &id, StatusCode::OK, FormState::blank()).await
}

/// `POST /subaccounts/{id}/sessions`: "End session".
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn end(
    RecentManager(guard): RecentManager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&[SESSION]) {
        Ok(values) => values,
        Err(unreadable) => return answer(&guard, &page, &id, unreadable.status, unreadable.form).await,
    };
    let order = Order {
        manager: &guard.may,
        id: &id,
        client,
    };
    let handle = values.text("session").to_owned();
    let done = manage_subaccount::end_session(&page.services, &order, handle).await?;
    conclude(&page, &id, done, "The session is ended.")
}

/// `POST /subaccounts/{id}/sessions/end-all`: "End all sessions".
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn end_all(
    RecentManager(guard): RecentManager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    let order = Order {
        manager: &guard.may,
        id: &id,
        client,
    };
    let done = manage_subaccount::end_all_sessions(&page.services, &order).await?;
    conclude(&page, &id, done, "All sessions are ended.")
}

fn conclude(page: &Page, id: &str, done: Result<(), Refusal>, notice: &str) -> Answer {
    match done {
        Ok(()) => {
            session::leave_notice(page.session(), notice);
            see_other(&format!("/subaccounts/{id}/sessions"))
        }
        Err(Refusal::SessionEnded) => see_other("/login?ended"),
        Err(
            Refusal::NotThere
            | Refusal::Number(_)
            | Refusal::Mail(_)
            | Refusal::BecauseMissing
            | Refusal::Check(_),
        ) => Err(Error::NotFound),
    }
}
