//! Allowed addresses: the lists, and approving another address by a mailed link.

use std::convert::Infallible;

use super::{Fault, LinkSpent, Services, opened_link, work::Work};
use crate::{
    domain::{
        account::{Account, AccountId},
        allow_list::{AllowList, AllowListScope, Place},
        change::{Change, SteppedUp},
        client::Client,
        limits::counter::Sends,
        link::Purpose,
        notification::NotificationKind,
        random::TokenDigest,
        security_event::{Actor, Event},
    },
    store::{
        StoreError, accounts, allow_lists, approved_addresses, one_time_links::OpenLink, security_events,
    },
};

/// Who can approve an address from which a sign-in was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// The owner of the account, by a link mailed to them.
    Owner,
    /// The owner of the main account, by a link mailed to them.
    Holder,
    /// By a link that was mailed for this address recently.
    MailedBefore,
    /// No link was mailed for this address: a limit is reached, for at most this many seconds.
    NotMailed(i64),
    /// No link: no mail is sent.
    NoMail,
}

/// Refuses a sign-in with the correct password from an address that is not on the list: records it, and mails a
/// link to the owner of the list.
pub(super) fn refuse(
    work: &mut Work<'_>,
    account: &Account,
    scope: AllowListScope,
    client: Client,
) -> Result<Approval, StoreError> {
    let id = &account.id;
    work.record(id, Event::AddressRefused);
    let (approval, owner) = match (scope, &account.main_account) {
        (AllowListScope::Everybody, Some(main)) => (Approval::Holder, main),
        _ => (Approval::Owner, id),
    };
    let owner = accounts::by_id(&mut work.tx, owner)?.map(|known| known.account);
    let Some(owner) = owner.filter(|_| work.services.sends_mail()) else {
        return Ok(Approval::NoMail);
    };
    let place = Place::of(client.address);
    let of_address = Sends::ApprovalOfAddress(id.clone(), place.beginning());
    if !work.reserve(&of_address)? {
        return Ok(Approval::MailedBefore);
    }
    // A mail that is not sent must not be counted, or the next response would say that it was sent.
    let of_account = Sends::Approval(id.clone());
    if let Err(seconds) = work.reserve_or_wait(&of_account)? {
        work.cancel(&of_address)?;
        return Ok(Approval::NotMailed(seconds));
    }
    let paid = match work.pay(&owner, NotificationKind::AddressRefused)? {
        Ok(paid) => paid,
        Err(cap) => {
            work.cancel(&of_address)?;
            work.cancel(&of_account)?;
            return Ok(Approval::NotMailed(cap.seconds()));
        }
    };
    let purpose = Purpose::ApproveAddress;
    let payload = format!("{}:{place}", scope.name());
    let token = work.make_link(account, &owner, purpose, Some(&payload))?;
    let schedule = work.while_link_works(purpose);
    let link = Some(token.reveal());
    work.mail(&owner.id, NotificationKind::AddressRefused, link, &schedule, paid)?;
    Ok(approval)
}

/// An address that is pending approval.
pub struct Waiting {
    /// The account.
    pub account: Account,
    /// The address.
    pub address: String,
}

/// The address that a link would approve. Opening it changes nothing.
///
/// # Errors
/// [`Fault`].
pub async fn waiting(services: &Services, token: &str) -> Result<Option<Waiting>, Fault> {
    let link = opened_link(services, Purpose::ApproveAddress, token).await?;
    Ok(link.map(waits).transpose()?.map(|(waiting, _)| waiting))
}

/// The address that a link would approve, and the list that refuses it.
fn waits(link: OpenLink) -> Result<(Waiting, AllowListScope), StoreError> {
    let parts = link.payload.split_once(':');
    let (scope, address) = parts
        .and_then(|(scope, address)| Some((AllowListScope::named(scope)?, address.to_owned())))
        .ok_or_else(|| {
            StoreError::Unexpected("one_time_links.payload: missing address to approve".to_owned())
        })?;
    let account = link.account;
    Ok((Waiting { account, address }, scope))
}

/// Approves the address of a link. Does not sign in.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn approve(services: &Services, token: &str, from: Client) -> Result<Result<(), LinkSpent>, Fault> {
    let digest = TokenDigest::of(token);
    services
        .work(Actor::Visitor(from), move |work| {
            let link = work.spend_link(Purpose::ApproveAddress, &digest)?;
            let (Waiting { account, address }, scope) = waits(link)?;
            let now = work.now;
            approved_addresses::approve(&mut work.tx, &account.id, scope, &address, now)?;
            work.record(&account.id, Event::AddressApproved);
            Ok(())
        })
        .await
}

/// An account's own list, and suggestions for it.
pub struct Lists {
    /// The list.
    pub own: AllowList,
    /// Places of earlier sign-ins, the latest first.
    pub used: Vec<Place>,
}

/// Number of addresses suggested from earlier sign-ins.
const SUGGESTED: i64 = 5;

/// The account's own list.
///
/// # Errors
/// [`Fault`].
pub async fn own(services: &Services, account: &AccountId) -> Result<Lists, Fault> {
    let id = account.clone();
    services
        .database
        .look(move |conn| {
            let mut used: Vec<Place> = Vec::new();
            for address in security_events::addresses_of(conn, &id, Event::SignedIn, SUGGESTED)? {
                // Entries without a readable address are not suggested.
                let place = address.parse().ok().map(Place::of);
                used.extend(place.filter(|place| !used.contains(place)));
            }
            Ok(Lists {
                own: allow_lists::get(conn, &id, AllowListScope::Own)?,
                used,
            })
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// A main account's list for all accounts.
///
/// # Errors
/// [`Fault`].
pub async fn for_everybody(services: &Services, main: &AccountId) -> Result<AllowList, Fault> {
    let main = main.clone();
    services
        .database
        .read(move |conn| allow_lists::get(conn, &main, AllowListScope::Everybody))
        .await
        .map_err(Fault::from)
}

/// Sets the account's own list, from the next request on; false if the session was ended in the meantime. The
/// caller has checked that it allows the current address.
///
/// # Errors
/// [`Fault`].
pub async fn set_own(
    services: &Services,
    leave: SteppedUp,
    list: AllowList,
    client: Client,
) -> Result<bool, Fault> {
    let (id, epoch) = leave.spend(Change::Addresses)?;
    let actor = Actor::Account(id.clone(), client);
    let Ok(set) = services
        .work::<_, Infallible>(actor, move |work| {
            if !work.hold(&id, epoch)? {
                return Ok(false);
            }
            allow_lists::set(&mut work.tx, &id, AllowListScope::Own, &list)?;
            work.notify(&id, NotificationKind::AllowListChanged)?;
            work.record(&id, Event::AllowListChanged);
            Ok(true)
        })
        .await?;
    Ok(set)
}
