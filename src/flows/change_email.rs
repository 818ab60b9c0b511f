//! Changing an account's e-mail address. A new address replaces the old one only when a code mailed to it is
//! verified (the accident: a typing error, and everything goes to a stranger). Both are notified: otherwise a
//! thief would silence the owner with the first change. For 48 hours no password link goes to the new address,
//! and a link at the old one reverts the change.
//!
//! If no mail is sent, the new address applies immediately: no code can reach it.

use super::{
    Fault, Services,
    prove_contact::{self, ContactRefusal},
    restore_email::tell_old_address,
    send_code::{self, SendRefusal},
    work::{Stop, Work},
};
use crate::{
    domain::{
        account::{Account, AddressOf, Email},
        authenticator::out_of_band::{NewEmail, ProvenEmail, Purpose, SentCode},
        change::{Change, SteppedUp},
        client::{BrowserId, Client},
        limits::send_budget::{Sending, Withheld},
        notification::NotificationKind,
        security_event::{Actor, Event},
        session::SignedIn,
        sign_in::ForeignProof,
    },
    store::{StoreError, accounts, out_of_band_codes},
};

/// The result of entering an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is already the account's, or the session was ended in the meantime.
    AsItWas,
    /// It was changed.
    Changed,
    /// It is waiting for its code.
    Waits,
}

/// Mails a code to a new address for the account. Refusals include the limit on entered addresses (the attack:
/// an account mails strangers by changing to one address after another).
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn begin(
    services: &Services,
    session: &SignedIn,
    leave: SteppedUp,
    email: Email,
    browser: BrowserId,
    client: Client,
) -> Result<Result<Saved, SendRefusal>, Fault> {
    let (account, epoch) = leave.spend(Change::Email)?;
    if account != *session.account() || epoch != session.epoch() {
        return Err(ForeignProof.into());
    }
    if !services.sends_mail() {
        return at_once(services, session, email, client).await;
    }
    let new = NewEmail::of(session, browser);
    let sent = send_code::to_new_email(services, new.clone(), email.clone(), client).await?;
    Ok(match sent {
        Ok(()) => Ok(Saved::Waits),
        // Its code is already on its way.
        Err(SendRefusal::Wait(_)) if waiting(services, new).await? == Some(email) => Ok(Saved::Waits),
        Err(refusal) => Err(refusal),
    })
}

async fn at_once(
    services: &Services,
    session: &SignedIn,
    email: Email,
    client: Client,
) -> Result<Result<Saved, SendRefusal>, Fault> {
    let (id, epoch) = (session.account().clone(), session.epoch());
    let actor = Actor::Account(id.clone(), client);
    services
        .work(actor, move |work| {
            // First, so that nobody else changes the old address in the meantime.
            if !work.hold(&id, epoch)? {
                return Ok(Saved::AsItWas);
            }
            let Some(account) = accounts::by_id(&mut work.tx, &id)?.map(|found| found.account) else {
                return Ok(Saved::AsItWas);
            };
            work.pay_for_address(Sending::NewAddress, &account, &email)?
                .map_err(|cap| Stop::Refused(SendRefusal::Withheld(Withheld::Cap(cap))))?;
            move_to(work, &account, &email, AddressOf::TypedSince(work.now))?;
            Ok(Saved::Changed)
        })
        .await
}

/// The address waiting for its code in this session and browser, if any.
///
/// # Errors
/// [`Fault`].
pub async fn pending(
    services: &Services,
    session: &SignedIn,
    browser: BrowserId,
) -> Result<Option<Email>, Fault> {
    waiting(services, NewEmail::of(session, browser)).await
}

async fn waiting(services: &Services, new: NewEmail) -> Result<Option<Email>, Fault> {
    let (challenge, now) = (Purpose::Email(new).challenge(), services.now());
    let waiting = services
        .database
        .read(move |conn| out_of_band_codes::waiting(conn, &challenge, now))
        .await;
    let waiting = waiting.map_err(|error: StoreError| Fault::from(error))?;
    Ok(waiting.map(Email::stored))
}

/// Mails the code again to the waiting address; does nothing if there is none.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn send_again(
    services: &Services,
    session: &SignedIn,
    browser: BrowserId,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let new = NewEmail::of(session, browser);
    match waiting(services, new.clone()).await? {
        Some(email) => send_code::to_new_email(services, new, email, client).await,
        None => Ok(Ok(())),
    }
}

/// Keeps the current address: the new one is discarded.
///
/// # Errors
/// [`Fault`].
pub async fn keep(services: &Services, session: &SignedIn, browser: BrowserId) -> Result<(), Fault> {
    let purpose = Purpose::Email(NewEmail::of(session, browser));
    services
        .database
        .run(move |conn| out_of_band_codes::take_back(conn, &purpose))
        .await
        .map_err(Fault::from)
}

/// Replaces the old address with the one that a code was mailed to.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn confirm(
    services: &Services,
    session: &SignedIn,
    browser: BrowserId,
    typed: SentCode,
    client: Client,
) -> Result<Result<(), ContactRefusal>, Fault> {
    let id = session.account().clone();
    let replace = move |work: &mut Work<'_>, proven: ProvenEmail| match accounts::by_id(&mut work.tx, &id)? {
        Some(found) => {
            let whose = AddressOf::ProvenSince(work.now);
            move_to(work, &found.account, proven.email(), whose)
        }
        None => Ok(()),
    };
    let new = NewEmail::of(session, browser);
    prove_contact::with_code(services, session, new, typed, client, replace).await
}

/// Changes the address of a held account, notifies both addresses, and ends what was sent to the old one.
fn move_to(
    work: &mut Work<'_>,
    account: &Account,
    email: &Email,
    whose: AddressOf,
) -> Result<(), StoreError> {
    let id = &account.id;
    if account.email == *email {
        return Ok(());
    }
    tell_old_address(work, account)?;
    work.set_email(id, account.epoch, email, whose)?;
    work.notify(id, NotificationKind::EmailChanged)?;
    work.record(id, Event::EmailChanged);
    Ok(())
}
