//! Changing an account's phone number. A new number replaces the old one only when a code sent to it is
//! verified, and the old number is notified (the attack: an unattended session moves the codes to a thief's
//! phone unnoticed).

use std::convert::Infallible;

use super::{
    Fault, Services,
    choose_language::of_messages,
    contacts::NewNumber,
    prove_contact::{self, ContactRefusal},
    send_code,
    send_code::{SendRefusal, ToProve},
    work::{Stop, Work},
};
use crate::{
    delivery::phone_message::PhoneMessage,
    domain::{
        account::{Account, AccountId},
        authenticator::out_of_band::{Channel, ProvenNumber, SentCode},
        change::{Change, SteppedUp},
        client::Client,
        language::Language,
        limits::send_budget::{Cap, Sending},
        phone_number::{PhoneNumber, SendableNumber},
        security_event::Actor,
        session::SignedIn,
    },
    store::{
        accounts, phone_numbers,
        send_counters::{self, Charge, Paid},
    },
};

pub use crate::store::phone_numbers::Registered;

/// The account's number, if it has one.
///
/// # Errors
/// [`Fault`].
pub async fn registered(services: &Services, account: &AccountId) -> Result<Option<Registered>, Fault> {
    let account = account.clone();
    services
        .database
        .read(move |conn| phone_numbers::of(conn, &account))
        .await
        .map_err(Fault::from)
}

/// Sends a code to a new number for the account. Nothing is changed yet.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn begin(
    services: &Services,
    leave: SteppedUp,
    number: PhoneNumber,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let (id, epoch) = leave.spend(Change::Phone)?;
    send_code::to_new_number(services, (&id, epoch), number, Channel::Sms, client).await
}

/// Sends a code to the number that another person entered for the account.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn begin_given(
    services: &Services,
    leave: SteppedUp,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let (id, epoch) = leave.spend(Change::Phone)?;
    match to_prove(services, &id).await? {
        Some(ToProve::Given(number) | ToProve::Begun(number)) => {
            send_code::to_new_number(services, (&id, epoch), number, channel, client).await
        }
        None => Ok(Err(SendRefusal::NoNumber)),
    }
}

/// Whether a code was sent to a number that waits to be verified: sending another needs no permission.
///
/// # Errors
/// [`Fault`].
pub async fn is_begun(services: &Services, account: &AccountId) -> Result<bool, Fault> {
    let number = to_prove(services, account).await?;
    Ok(matches!(number, Some(ToProve::Begun(_))))
}

async fn to_prove(services: &Services, account: &AccountId) -> Result<Option<ToProve>, Fault> {
    let (account, now) = (account.clone(), services.now());
    services
        .database
        .read(move |conn| send_code::number_to_prove(conn, &account, now))
        .await
        .map_err(Fault::from)
}

/// Sends the code again, to the number that waits to be verified since a permitted code was sent there.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn send_again(
    services: &Services,
    session: &SignedIn,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let Some(ToProve::Begun(number)) = to_prove(services, session.account()).await? else {
        return Ok(Err(SendRefusal::NoNumber));
    };
    let whose = (session.account(), session.epoch());
    send_code::to_new_number(services, whose, number, channel, client).await
}

/// Replaces the old number with the one that a code was sent to.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn confirm(
    services: &Services,
    session: &SignedIn,
    typed: SentCode,
    client: Client,
) -> Result<Result<(), ContactRefusal>, Fault> {
    let id = session.account().clone();
    let replace = move |work: &mut Work<'_>, proven: ProvenNumber| {
        let old = work.set_number(&id, NewNumber::Proven(&proven), None)?;
        Ok(old.filter(|old| old.proven && old.number != *proven.number()))
    };
    let waits = session.account().clone();
    let old = match prove_contact::with_code(services, session, waits, typed, client, replace).await? {
        Ok(old) => old,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(old) = old {
        tell_old_number(services, session.account(), old.number).await;
    }
    Ok(Ok(()))
}

/// Removes the account's number; false if there was none, or the session was ended.
///
/// # Errors
/// [`Fault`].
pub async fn remove(services: &Services, leave: SteppedUp, client: Client) -> Result<bool, Fault> {
    let (id, epoch) = leave.spend(Change::Phone)?;
    let actor = Actor::Account(id.clone(), client);
    let Ok(removed) = services
        .work::<_, Infallible>(actor, move |work| {
            Ok(work.hold(&id, epoch)? && work.set_number(&id, NewNumber::None, None)?.is_some())
        })
        .await?;
    Ok(removed)
}

/// Notifies the number that was removed from the account. The mail about it is queued in the outbox; this SMS
/// is tried once, because a disconnected phone would block it forever.
async fn tell_old_number(services: &Services, account: &AccountId, number: PhoneNumber) {
    let Some(phone) = &services.channels.telephone else {
        return;
    };
    let Ok(number) = services.channels.countries.allow(number) else {
        return;
    };
    let language = match pay_for_notice(services, account, &number).await {
        Ok(Ok(language)) => language,
        Ok(Err(cap)) => {
            tracing::warn!(
                limit = cap.name(),
                "phone number change notification to the old number not sent: sending limit reached"
            );
            return;
        }
        Err(cause) => {
            tracing::warn!(%cause, "failed to notify the old number of the phone number change");
            return;
        }
    };
    let voice = services.channels.words.to(language.as_ref());
    let message = PhoneMessage::number_changed(voice, number, &phone.origin);
    if let Err(cause) = phone.delivery.send(&message).await {
        tracing::warn!(%cause, "failed to notify the old number of the phone number change");
    }
}

/// Charges an SMS to a number that was removed from the account, and gives its owner's language.
async fn pay_for_notice(
    services: &Services,
    account: &AccountId,
    number: &SendableNumber,
) -> Result<Result<Option<Language>, Cap>, Fault> {
    let (id, number) = (account.clone(), number.number().clone());
    services
        .work(Actor::Operator, move |work| {
            let found = accounts::by_id(&mut work.tx, &id)?.map(|found| found.account);
            let order = Charge {
                sending: Sending::PhoneNotice,
                account: Some(&id),
                address: None,
                main: found.as_ref().map_or(&id, Account::payer),
                recipient: number.as_str(),
            };
            let paid = send_counters::charge(&mut work.tx, &work.services.channels.purse, &order, work.now)?;
            let _: Paid = paid.map_err(Stop::Refused)?;
            let language = found.map(|found| of_messages(work.services, &mut work.tx, &found, None));
            Ok(language.transpose()?.flatten())
        })
        .await
}
