//! `/subaccounts/{id}/sessions`: where a subaccount is signed in, ending its sessions (ASVS 7.4.5),
//! and the addresses that were approved for it.

use askama::Template;

use crate::{
    domain::client::Client,
    flows::{
        approved_addresses,
        manage_subaccount::{self, Refusal},
        open_sessions,
    },
    web::{
        error::Error,
        form::{FormState, Reply},
        frame::Frame,
        guard::{ManagedSubaccount, RecentManagedSubaccount},
        page::{Answer, Page, see_other},
        pages::{
            approvals::{self, ApprovalView},
            sessions::{SESSION, SessionView, views},
        },
        paths, session,
        submission::Submission,
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
    approvals: Vec<ApprovalView>,
    /// The path that revokes one of them.
    revoke: String,
}

pub(super) async fn answer(page: &Page, subject: &ManagedSubaccount, reply: Reply) -> Answer {
    let account = subject.account();
    let open = open_sessions::of_account(&page.services, &account.id).await?;
    let approved = approved_addresses::of_account(&page.services, &account.id).await?;
    let (back, now) = (subject.path(), page.services.clock.now());
    let view = SessionsPage {
        frame: page.frame_with_notice(&subject.manager.signed_in.account),
        form: reply.form,
        username: account.username.as_str().to_owned(),
        action: subject.at(paths::SUBACCOUNT_SESSIONS),
        revoke: subject.at(paths::SUBACCOUNT_SESSIONS_REVOKE),
        back,
        sessions: views(page.t(), open, "", now),
        approvals: approvals::views(page.t(), approved, now),
    };
    page.show(reply.status, &view)
}

/// `GET /subaccounts/{id}/sessions`.
///
/// # Errors
/// [`Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn show(RecentManagedSubaccount(subject): RecentManagedSubaccount, page: Page) -> Answer {
    answer(&page, &subject, Reply::blank()).await
}

/// `POST /subaccounts/{id}/sessions`: "End session".
///
/// # Errors
/// [`Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn end(
    RecentManagedSubaccount(subject): RecentManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&[SESSION]) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &subject, reply).await,
    };
    let handle = values.text(SESSION).to_owned();
    let done = manage_subaccount::end_session(&page.services, &subject.target(client), handle).await?;
    conclude(&page, &subject, done, page.t().subaccounts_sessions_ended())
}

/// `POST /subaccounts/{id}/sessions/end-all`: "End all sessions".
///
/// # Errors
/// [`Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn end_all(
    RecentManagedSubaccount(subject): RecentManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    let done = manage_subaccount::end_all_sessions(&page.services, &subject.target(client)).await?;
    conclude(&page, &subject, done, page.t().subaccounts_sessions_all_ended())
}

pub(super) fn conclude(
    page: &Page,
    subject: &ManagedSubaccount,
    done: Result<(), Refusal>,
    notice: &str,
) -> Answer {
    match done {
        Ok(()) => {
            session::leave_notice(page.session(), notice);
            see_other(&subject.at(paths::SUBACCOUNT_SESSIONS))
        }
        Err(Refusal::SessionEnded) => see_other(paths::LOGIN_ENDED),
        Err(
            Refusal::NotThere
            | Refusal::Number(_)
            | Refusal::Mail(_)
            | Refusal::JustificationMissing
            | Refusal::Check(_)
            | Refusal::FactorIsNew(_),
        ) => Err(Error::NotFound),
    }
}
