//! Addresses that were approved by a mailed link: who sees them, and revoking them. A revoked one
//! counts from the next request on, so a session that was open there is over.

use super::{
    Fault, Services,
    manage_subaccount::{Change, Refusal, Target, change},
    work::{Stop, Work},
};
use crate::{
    domain::{
        account::AccountId,
        allow_list::AllowListScope,
        client::Client,
        notification::NotificationKind,
        security_event::{Actor, Event},
        session::SignedIn,
        subaccount::Manager,
    },
    store::{StoreError, approved_addresses},
};

pub use crate::store::approved_addresses::{After, Approved};

/// Approvals on a page of the list.
const PAGE: usize = 50;

/// A page of the list.
pub struct List {
    /// Those of the main account, and then those of its subaccounts, by name.
    pub approved: Vec<Approved>,
    /// Where the next page begins, if there is one.
    pub next: Option<After>,
}

/// Which of an account's approvals are revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToRevoke {
    /// Of one address.
    One(String),
    /// All of them.
    All,
}

/// The session of whoever asked was ended meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionEnded;

/// What is approved for an account, whichever list it passes.
///
/// # Errors
/// [`Fault`].
pub async fn of_account(services: &Services, account: &AccountId) -> Result<Vec<Approved>, Fault> {
    let (id, now) = (account.clone(), services.now());
    services
        .database
        .read(move |conn| approved_addresses::of_account(conn, &id, now))
        .await
        .map_err(|error: StoreError| error.into())
}

/// What is approved for the accounts of a main account against its list for everybody, a page of it.
///
/// # Errors
/// [`Fault`].
pub async fn for_everybody(services: &Services, main: &Manager, after: Option<After>) -> Result<List, Fault> {
    let (main, now) = (main.main().clone(), services.now());
    services
        .database
        .look(move |conn| {
            let after = after.as_ref();
            let mut rows = approved_addresses::of_subaccounts(conn, &main, now, after, PAGE + 1)?;
            let more = rows.len() > PAGE;
            rows.truncate(PAGE);
            let next = rows.last().filter(|_| more).map(|last| After {
                key: last.username.key().as_str().to_owned(),
                address: last.address.clone(),
            });
            if after.is_none() {
                let own = approved_addresses::of_account(conn, &main, now)?;
                let own = own
                    .into_iter()
                    .filter(|own| own.scope == AllowListScope::Everybody);
                rows.splice(0..0, own);
            }
            Ok::<_, StoreError>(List { approved: rows, next })
        })
        .await
        .map_err(Fault::from)
}

/// Revokes what is meant of an account, and writes it down; whether there was anything.
fn revoke(work: &mut Work<'_>, account: &AccountId, which: &ToRevoke) -> Result<bool, StoreError> {
    let (revoked, what) = match which {
        ToRevoke::One(address) => {
            let revoked = approved_addresses::revoke(&mut work.tx, account, address)?;
            (revoked, address.as_str())
        }
        ToRevoke::All => {
            let revoked = approved_addresses::revoke_all(&mut work.tx, account)?;
            (revoked > 0, "all")
        }
    };
    if revoked {
        work.record_found(account, Event::ApprovalRevoked, what);
    }
    Ok(revoked)
}

/// Revokes approvals of one's own account; whether there was anything to revoke.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn revoke_own(
    services: &Services,
    session: &SignedIn,
    which: ToRevoke,
    client: Client,
) -> Result<Result<bool, SessionEnded>, Fault> {
    let (id, epoch) = (session.account().clone(), session.epoch());
    let actor = Actor::Account(id.clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(&id, epoch)? {
                return Err(Stop::Refused(SessionEnded));
            }
            Ok(revoke(work, &id, &which)?)
        })
        .await
}

/// Revokes approvals of a subaccount, whichever list they pass, and tells its owner; whether there was
/// anything to revoke.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn revoke_of_subaccount(
    services: &Services,
    target: &Target<'_>,
    which: ToRevoke,
) -> Result<Result<bool, Refusal>, Fault> {
    change(services, target, move |Change { work, managed }| {
        let id = &managed.account().id;
        let revoked = revoke(work, id, &which)?;
        if revoked {
            work.notify(id, NotificationKind::ApprovalRevoked)?;
        }
        Ok(revoked)
    })
    .await
}

/// Revokes an address that passes a main account's list for everybody, and tells the owner of the
/// account; whether there was anything to revoke.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn revoke_for_everybody(
    services: &Services,
    main: &Manager,
    account: AccountId,
    address: String,
    client: Client,
) -> Result<Result<bool, SessionEnded>, Fault> {
    as_main(services, main, client, move |work, main| {
        if !approved_addresses::revoke_under(&mut work.tx, main.main(), &account, &address)? {
            return Ok(false);
        }
        if account != *main.account() {
            work.notify(&account, NotificationKind::ApprovalRevoked)?;
        }
        work.record_found(&account, Event::ApprovalRevoked, &address);
        Ok(true)
    })
    .await
}

/// Revokes everything that passes a main account's list for everybody; how many addresses. One entry
/// of the activity log says so, for there may be very many, as for another list.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn revoke_all_for_everybody(
    services: &Services,
    main: &Manager,
    client: Client,
) -> Result<Result<usize, SessionEnded>, Fault> {
    as_main(services, main, client, |work, main| {
        let id = main.main();
        let revoked = approved_addresses::revoke_against(&mut work.tx, id, AllowListScope::Everybody)?;
        if revoked > 0 {
            work.record_found(id, Event::ApprovalsRevoked, &revoked.to_string());
        }
        Ok(revoked)
    })
    .await
}

/// Does what a main account asks for, as long as its session is not ended.
async fn as_main<T: Send + 'static>(
    services: &Services,
    main: &Manager,
    client: Client,
    job: impl FnOnce(&mut Work<'_>, &Manager) -> Result<T, StoreError> + Send + 'static,
) -> Result<Result<T, SessionEnded>, Fault> {
    let main = main.clone();
    let actor = Actor::Account(main.account().clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(main.account(), main.epoch())? {
                return Err(Stop::Refused(SessionEnded));
            }
            Ok(job(work, &main)?)
        })
        .await
}
