//! Addresses approved by a mailed link: listing and revoking them. A revocation applies from the next request
//! on, so it ends a session from that address.

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
    /// Those of the main account, then those of its subaccounts, by name.
    pub approved: Vec<Approved>,
    /// Where the next page starts, if there is one.
    pub next: Option<After>,
}

/// Which of an account's approvals are revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToRevoke {
    /// The approval of one address.
    One(String),
    /// All of them.
    All,
}

/// The caller's session was ended in the meantime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionEnded;

/// The approvals of an account, for any list.
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

/// A page of the approvals of a main account's accounts for its list for all accounts.
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

/// Revokes the selected approvals of an account, and records it; whether there were any.
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

/// Revokes approvals of the caller's own account; whether there were any.
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

/// Revokes approvals of a subaccount, for any list, and notifies its owner; whether there were any.
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

/// Revokes an approval for a main account's list for all accounts, and notifies the account's owner; whether
/// there was one.
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

/// Revokes all approvals for a main account's list for all accounts; gives their number. A single activity log
/// entry records it, because there may be very many.
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

/// Makes a change for a main account, unless its session was ended.
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
