//! The caller of a request, identified by their session: looked up with each request, so that a disabled
//! account or a newer epoch applies from the next one on (ASVS 8.3.2).

use super::{Fault, Services};
use crate::{
    domain::{
        account::Account, authenticator::enrolled::Enrolled, client::Client, next_step::Step, policy::Policy,
        random::TokenDigest,
    },
    store::{StoreError, allow_lists, callers, sessions, sessions::StoredSession},
};

/// The caller of a request with a session.
pub struct Caller {
    /// The session.
    pub session: StoredSession,
    /// Its account, if the session is still valid: not disabled, in the same epoch, and at an allowed address.
    pub standing: Option<Standing>,
}

/// The current account of a session or pending step, with everything that decides what must have been proven.
#[derive(Clone)]
pub struct Standing {
    /// The account.
    pub account: Account,
    /// The policy that applies to it.
    pub policy: Policy,
    /// Its protection.
    pub protected: Protected,
}

/// The protection of an account.
#[derive(Clone, Copy)]
pub struct Protected {
    /// Its authenticators.
    pub enrolled: Enrolled,
    /// What its next sign-in asks for.
    pub step: Step,
    /// Whether it has a list of allowed addresses of its own.
    pub has_list: bool,
    /// Unused recovery codes; `None` if it has no set.
    pub codes_left: Option<i64>,
}

/// The caller with the live session of that id.
///
/// # Errors
/// [`Fault`].
pub async fn of(services: &Services, id: &TokenDigest, client: Client) -> Result<Option<Caller>, Fault> {
    let (work, id, now) = (services.clone(), id.clone(), services.now());
    services
        .database
        .read(move |conn| {
            let Some(found) = callers::of(conn, &id, |range| work.reaches(range), now)? else {
                return Ok::<_, StoreError>(None);
            };
            let callers::Caller {
                session,
                is_current,
                account,
                policy,
                enrolled,
                lists,
                codes_left,
            } = found;
            let lists = allow_lists::with_approvals(conn, lists, &account.id, client.address, now)?;
            // The attack: a session's cookie that is used at another address.
            let is_allowed = lists.refusing(client.address).is_none();
            let lives = account.is_enabled() && is_current && is_allowed;
            Ok(Some(Caller {
                session,
                standing: lives.then(|| Standing {
                    protected: Protected {
                        enrolled,
                        step: work.step_of(account.facts(), enrolled.held(), &policy),
                        has_list: !lists.own.is_empty(),
                        codes_left,
                    },
                    account,
                    policy,
                }),
            }))
        })
        .await
        .map_err(Fault::from)
}

/// The use of a session, to be recorded.
#[derive(Debug, Clone)]
pub struct Use {
    /// The handle of the session.
    pub handle: String,
    /// The client that uses it.
    pub client: Client,
}

/// Records it. If this fails, pages can still be read; the session ends sooner.
pub async fn note(services: &Services, Use { handle, client }: Use) {
    let now = services.now();
    let noted = services.database.run_ahead(move |conn| {
        let (address, browser) = (client.address.to_string(), client.browser.to_string());
        sessions::note_use(conn, &handle, &address, &browser, now)
    });
    if let Err(error) = noted.await {
        tracing::warn!(%error, "failed to update session last-used time");
    }
}
