//! `/account/sessions`: where the account is signed in, and ending sessions (ASVS 7.5.2).

use askama::Template;

use crate::{
    domain::client::Client,
    flows::open_sessions,
    web::{
        form::{FormState, Reply},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::sessions::{SESSION, SessionView, views},
        paths, session,
        submission::Submission,
    },
};

const HERE: &str = paths::ACCOUNT_SESSIONS;

#[derive(Template)]
#[template(path = "pages/account/sessions.html")]
struct SessionsPage {
    frame: Frame,
    form: FormState,
    sessions: Vec<SessionView>,
}

async fn answer(page: &Page, guard: &SignedIn, reply: Reply) -> Answer {
    let open = open_sessions::of_account(&page.services, &guard.account.id).await?;
    let view = SessionsPage {
        frame: page.frame_with_notice(&guard.account),
        form: reply.form,
        sessions: views(
            page.t(),
            open,
            &session::handle(page.session()),
            page.services.clock.now(),
        ),
    };
    page.show(reply.status, &view)
}

/// `GET /account/sessions`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
}

/// `POST /account/sessions`: "End session".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn end(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&[SESSION]) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let ended = open_sessions::end(&page.services, &guard.state, values.text(SESSION), client).await?;
    let notice = if ended {
        page.t().sessions_ended()
    } else {
        page.t().sessions_ended_already()
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
        return see_other(paths::LOGIN_ENDED);
    };
    session::enter(page.session(), &page, &carried)?;
    session::leave_notice(page.session(), page.t().sessions_ended_others());
    see_other(HERE)
}
