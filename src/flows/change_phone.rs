//! Changing one's phone number. A new one takes the place of the old only when a code that
//! was sent to it comes back, and the old one is told (the attack: a session left open moves
//! the codes to a thief's phone, and nobody hears of it).

use std::convert::Infallible;

use super::{
    Fault, SentCodeRefusal, Services, checks, mailing::tell, record, send_code, send_code::SendRefusal,
    work::Stop,
};
use crate::{
    delivery::phone_message::PhoneMessage,
    domain::{
        account::{Account, AccountId},
        authenticator::out_of_band::{Channel, SentCode},
        client::Client,
        limits::send_budget::{Cap, Sending},
        notice::Matter,
        phone_number::{PhoneNumber, SendableNumber},
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{
        accounts, out_of_band_codes, phone_numbers,
        send_counters::{self, Order},
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
        .run(move |conn| phone_numbers::of(conn, &account))
        .await
        .map_err(Fault::from)
}

/// Sends a code to a number that is to be the account's. Nothing is changed yet.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn begin(
    services: &Services,
    session: &SignedIn,
    number: PhoneNumber,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    send_code::to_new_number(services, session.account(), number, Channel::Sms, client).await
}

/// Sends the code again, to the number that waits to be proven.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn send_again(
    services: &Services,
    session: &SignedIn,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let (account, now) = (session.account().clone(), services.now());
    let number = services
        .database
        .run(move |conn| send_code::number_to_prove(conn, &account, now))
        .await?;
    let Some(number) = number else {
        return Ok(Err(SendRefusal::NoNumber));
    };
    send_code::to_new_number(services, session.account(), number, channel, client).await
}

/// Why the number stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneRefusal {
    /// The code did not count.
    Code(SentCodeRefusal),
    /// The session was ended meanwhile.
    SessionEnded,
}

/// Puts the number that a code was sent to in the place of the old one.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn confirm(
    services: &Services,
    session: &SignedIn,
    typed: SentCode,
    client: Client,
) -> Result<Result<(), PhoneRefusal>, Fault> {
    let (id, generation, now) = (session.account().clone(), session.generation(), services.now());
    let work = services.clone();
    let changed = checks::number_code(services, session.account(), typed, client, move |conn, proven| {
        if !accounts::hold_generation(conn, &id, generation)? {
            return Ok(Err(PhoneRefusal::SessionEnded));
        }
        let old = phone_numbers::of(conn, &id)?;
        phone_numbers::set_proven(conn, &id, &proven, now)?;
        out_of_band_codes::void(conn, &id)?;
        let actor = Actor::Account(id.clone(), client);
        tell(conn, &work, &id, &actor, Matter::PhoneChanged)?;
        record(conn, &work, Some(&id), actor, Event::PhoneChanged)?;
        Ok(Ok(old.filter(|old| old.proven && old.number != *proven.number())))
    })
    .await?;
    let old = match changed {
        Ok(Ok(old)) => old,
        Ok(Err(refusal)) => return Ok(Err(refusal)),
        Err(refusal) => return Ok(Err(PhoneRefusal::Code(refusal))),
    };
    if let Some(old) = old {
        tell_old_number(services, session.account(), old.number).await;
    }
    Ok(Ok(()))
}

/// Removes the account's number; false when there was none, or the session was ended.
///
/// # Errors
/// [`Fault`].
pub async fn remove(services: &Services, session: &SignedIn, client: Client) -> Result<bool, Fault> {
    let (id, generation) = (session.account().clone(), session.generation());
    let actor = Actor::Account(id.clone(), client);
    let Ok(removed) = services
        .work::<_, Infallible>(actor, move |work| {
            Ok(work.hold(&id, generation)? && work.remove_number(&id)?)
        })
        .await?;
    Ok(removed)
}

/// Tells the number that is no longer the account's. The mail about it waits in the outbox;
/// this one is tried once, because a phone that is gone would hold it up for ever.
async fn tell_old_number(services: &Services, account: &AccountId, number: PhoneNumber) {
    let Some(phone) = &services.telephone else {
        return;
    };
    let Ok(number) = services.countries.allow(number) else {
        return;
    };
    match pay_for_notice(services, account, &number).await {
        Ok(Ok(())) => {}
        Ok(Err(cap)) => {
            tracing::warn!(
                limit = cap.name(),
                "the old number was not told of the new one: a limit is reached"
            );
            return;
        }
        Err(cause) => {
            tracing::warn!(%cause, "the old number was not told of the new one");
            return;
        }
    }
    let told = match PhoneMessage::number_changed(number, &services.issuer, &phone.origin) {
        Ok(message) => phone
            .delivery
            .send(&message)
            .await
            .map_err(|error| error.to_string()),
        Err(error) => Err(error),
    };
    if let Err(cause) = told {
        tracing::warn!(cause, "the old number was not told of the new one");
    }
}

/// Charges an SMS to a number that is no longer the account's.
async fn pay_for_notice(
    services: &Services,
    account: &AccountId,
    number: &SendableNumber,
) -> Result<Result<(), Cap>, Fault> {
    let (id, number) = (account.clone(), number.number().clone());
    services
        .work(Actor::Operator, move |work| {
            let found = accounts::by_id(&mut work.tx, &id)?.map(|found| found.account);
            let order = Order {
                sending: Sending::PhoneNotice,
                account: Some(&id),
                address: None,
                main: found.as_ref().map_or(&id, Account::payer),
                recipient: number.as_str(),
            };
            let paid = send_counters::charge(&mut work.tx, &work.services.purse, &order, work.now)?;
            paid.map(drop).map_err(Stop::Refused)
        })
        .await
}
