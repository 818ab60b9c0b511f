//! Where one may sign in from: the lists, and approving another address by a mailed link.

use super::{Fault, LinkSpent, Services, Undone, record, tell, tell_secret};
use crate::{
    domain::{
        account::{Account, AccountId},
        allow_list::{AllowList, LINK_SECONDS, Wall},
        client::Client,
        limits::counter::Sends,
        notice::{Matter, Schedule},
        random::{Token, TokenDigest},
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{StoreError, Tx, accounts, allow_lists, security_events, throttles, transaction},
};

/// Who can approve an address that a sign-in was refused from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// The owner of the account, by a link that was mailed to them.
    Owner,
    /// The holder of the main account, by a link that was mailed to them.
    Holder,
    /// Nobody by a link: one was mailed just now, or no mail is sent.
    NotByLink,
}

/// Refuses a sign-in with the right password from an address that is not on the list: writes
/// that down, and mails a link to whoever owns the list.
pub(super) fn refuse(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &Account,
    wall: Wall,
    client: Client,
) -> Result<Approval, StoreError> {
    let (now, id) = (services.now(), &account.id);
    let actor = Actor::Account(id.clone(), client);
    let for_address = Sends::ApprovalOfAddress(id.clone(), client.address);
    let for_account = Sends::Approval(id.clone());
    if !services.sends_mail()
        || throttles::reserve(conn, &services.subjects, &for_address, now)?.is_err()
        || throttles::reserve(conn, &services.subjects, &for_account, now)?.is_err()
    {
        return Ok(Approval::NotByLink);
    }
    let token = Token::generate(&*services.random)?;
    allow_lists::insert_link(conn, id, &token.digest(), client.address, now)?;
    let (approval, owner) = match (wall, &account.main_account) {
        (Wall::Everybody, Some(main)) => (Approval::Holder, main),
        _ => (Approval::Owner, id),
    };
    let schedule = Schedule {
        useless_at: Some(now.plus(LINK_SECONDS)),
        ..Schedule::at_once(now)
    };
    let matter = Matter::AddressRefused;
    tell_secret(conn, services, owner, &actor, matter, token.reveal(), &schedule)?;
    Ok(approval)
}

/// An address that waits to be approved.
pub struct Waiting {
    /// For whom.
    pub account: Account,
    /// The address.
    pub address: String,
}

/// What a link would approve. Opening it changes nothing.
///
/// # Errors
/// [`Fault`].
pub async fn waiting(services: &Services, token: &str) -> Result<Option<Waiting>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .run(move |conn| {
            let Some((id, address)) = allow_lists::link(conn, &digest, now)? else {
                return Ok(None);
            };
            let found = accounts::by_id(conn, &id)?;
            Ok(found.map(|found| Waiting {
                account: found.account,
                address,
            }))
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// Approves what the link is for. Signs nobody in.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn approve(services: &Services, token: &str, from: Client) -> Result<Result<(), LinkSpent>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    let work = services.clone();
    let approved = services
        .database
        .run(move |conn| {
            Ok::<_, StoreError>(transaction(conn, |conn| {
                let Some(id) = allow_lists::approve(conn, &digest, now)? else {
                    return Err(Undone::Refused(LinkSpent));
                };
                record(
                    conn,
                    &work,
                    Some(&id),
                    Actor::Visitor(from),
                    Event::AddressApproved,
                )?;
                Ok(())
            }))
        })
        .await?;
    Undone::answer(approved)
}

/// An account's own list, and what there is to choose from.
pub struct Lists {
    /// The list.
    pub own: AllowList,
    /// Addresses that were approved by a link.
    pub approved: Vec<String>,
    /// Addresses of earlier sign-ins, the latest first.
    pub used: Vec<String>,
}

/// Addresses of earlier sign-ins that are suggested.
const SUGGESTED: i64 = 5;

/// The account's own list.
///
/// # Errors
/// [`Fault`].
pub async fn own(services: &Services, account: &AccountId) -> Result<Lists, Fault> {
    let (id, now) = (account.clone(), services.now());
    services
        .database
        .run(move |conn| {
            Ok(Lists {
                own: allow_lists::get(conn, &id, Wall::Own)?,
                approved: allow_lists::approved(conn, &id, now)?,
                used: security_events::addresses_of(conn, &id, Event::SignedIn, SUGGESTED)?,
            })
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// The list that a main account has for everybody.
///
/// # Errors
/// [`Fault`].
pub async fn for_everybody(services: &Services, main: &AccountId) -> Result<AllowList, Fault> {
    let main = main.clone();
    services
        .database
        .run(move |conn| allow_lists::get(conn, &main, Wall::Everybody))
        .await
        .map_err(Fault::from)
}

/// Sets the account's own list, from the next request on; false when the session was ended
/// meanwhile. The caller has seen to it that it allows the present address.
///
/// # Errors
/// [`Fault`].
pub async fn set_own(
    services: &Services,
    session: &SignedIn,
    list: AllowList,
    client: Client,
) -> Result<bool, Fault> {
    let (id, generation, now) = (session.account().clone(), session.generation(), services.now());
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                if !accounts::hold_generation(conn, &id, generation)? {
                    return Ok(false);
                }
                allow_lists::set(conn, &id, Wall::Own, &list)?;
                let actor = Actor::Account(id.clone(), client);
                tell(conn, now, &id, &actor, Matter::AllowListChanged)?;
                record(conn, &work, Some(&id), actor, Event::AllowListChanged)?;
                Ok::<_, StoreError>(true)
            })
        })
        .await
        .map_err(Fault::from)
}

/// Approves no other address of the account any more.
///
/// # Errors
/// [`Fault`].
pub async fn forget_approved(services: &Services, account: &AccountId) -> Result<(), Fault> {
    let id = account.clone();
    services
        .database
        .run(move |conn| transaction(conn, |conn| allow_lists::forget_approved(conn, &id)))
        .await
        .map_err(Fault::from)
}
