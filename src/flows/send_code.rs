//! Sending a code to a phone or by mail: whether it is allowed now, and that it is done once.
//! The same code goes again while it is young.
//!
//! Charged and written down first, sent second: a hundred requests at once send one, and a
//! provider that hangs holds neither a connection to the database nor another's sign-in.

use super::{Fault, Services, Telephone, record, tell_secret};
use crate::{
    delivery::phone_message::{PhoneMessage, Spoken},
    domain::{
        account::{AccountId, Email},
        authenticator::out_of_band::{self, Channel, Purpose, SentCode},
        client::Client,
        clock::Timestamp,
        limits::{
            counter::{Counter, Sends},
            throttle::{self, Count, Throttled},
        },
        notice::{Matter, Schedule},
        phone_delivery::{DeliveryStatus, Failure},
        phone_number::PhoneNumber,
        random::Token,
        sealed::Sealed,
        security_event::{Actor, Event},
        send_budget::{Budget, Withheld},
        session::{ChallengeId, Challenged, SecondStep},
    },
    store::{
        Conn, DbConnection, StoreError, Tx, accounts, code_deliveries,
        code_deliveries::{NewDelivery, Outcome},
        out_of_band_codes,
        out_of_band_codes::NewCode,
        phone_numbers, throttles, transaction,
    },
};

/// Why nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendRefusal {
    /// Nothing carries codes to phones here.
    NotOffered,
    /// The account has no number that may be used.
    NoNumber,
    /// So many seconds until the next one.
    Wait(i64),
    /// A limit is reached, or that country is not sent to.
    Withheld(Withheld),
    /// Codes are switched off until a reset.
    Off,
    /// It was tried, and did not leave.
    Failed(Failure),
}

/// The number that a code was sent to and that is to be the account's, or the one that was
/// given to the account and is not proven yet.
pub(super) fn number_to_prove(
    conn: &mut DbConnection,
    account: &AccountId,
    now: Timestamp,
) -> Result<Option<PhoneNumber>, StoreError> {
    let challenge = Purpose::Number(account.clone()).challenge();
    if let Some(waiting) = out_of_band_codes::waiting(conn, &challenge, now)? {
        return Ok(Some(PhoneNumber::stored(waiting)));
    }
    let registered = phone_numbers::of(conn, account)?;
    Ok(registered
        .filter(|registered| !registered.proven)
        .map(|registered| registered.number))
}

/// The number that a sign-in may use. One that was only given to the account does while it
/// has no authenticator; beside an authenticator it has to be proven (the attack: whoever may
/// write a number into an account would receive its codes).
pub(super) fn usable_number(
    conn: &mut DbConnection,
    account: &AccountId,
    step: SecondStep,
) -> Result<Option<PhoneNumber>, StoreError> {
    let registered = phone_numbers::of(conn, account)?;
    Ok(registered
        .filter(|registered| registered.proven || step == SecondStep::Phone)
        .map(|registered| registered.number))
}

/// Sends a code for a pending sign-in to the account's number.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn for_sign_in(
    services: &Services,
    challenged: &Challenged,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let (account, step) = (challenged.account().clone(), challenged.step());
    let number = services
        .database
        .run(move |conn| usable_number(conn, &account, step))
        .await?;
    let Some(number) = number else {
        return Ok(Err(SendRefusal::NoNumber));
    };
    let order = Order {
        account: challenged.account().clone(),
        purpose: Purpose::SignIn(challenged.id().clone()),
        to: Destination::Phone(number.clone()),
        channel,
        client,
    };
    send(services, number, order).await
}

/// Sends a code to a number that is to be the account's.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub(super) async fn to_new_number(
    services: &Services,
    account: &AccountId,
    number: PhoneNumber,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let order = Order {
        account: account.clone(),
        purpose: Purpose::Number(account.clone()),
        to: Destination::Phone(number.clone()),
        channel,
        client,
    };
    send(services, number, order).await
}

/// Sends a code for a pending sign-in to the account's address: it waits in the outbox with
/// everything else, and is of no use there after five minutes.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn by_mail(
    services: &Services,
    challenged: &Challenged,
    email: &Email,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    if !services.sends_mail() {
        return Ok(Err(SendRefusal::NotOffered));
    }
    let order = Order {
        account: challenged.account().clone(),
        purpose: Purpose::SignIn(challenged.id().clone()),
        to: Destination::Email(email.clone()),
        channel: Channel::Email,
        client,
    };
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            let Ready { code, .. } = match prepare(conn, &work, &order, true)? {
                Ok(ready) => ready,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let now = work.now();
            let schedule = Schedule {
                useless_at: Some(now.plus(out_of_band::CODE_SECONDS)),
                ..Schedule::at_once(now)
            };
            transaction(conn, |conn| {
                let (matter, actor) = (Matter::SignInCode, order.actor());
                let account = &order.account;
                tell_secret(conn, &work, account, &actor, matter, code.digits(), &schedule)?;
                record(conn, &work, Some(account), actor, Event::CodeSent)
            })?;
            Ok::<_, Fault>(Ok(()))
        })
        .await
}

/// Where a code goes.
#[derive(Clone)]
pub(super) enum Destination {
    Phone(PhoneNumber),
    Email(Email),
}

impl Destination {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Phone(number) => number.as_str(),
            Self::Email(email) => email.as_str(),
        }
    }

    /// The counter of the cool-down between two codes.
    pub(super) fn cool_down(&self, account: &AccountId) -> Sends {
        Sends::Code(account.clone(), self.as_str().to_owned())
    }

    /// As far as a list shows it.
    pub(super) fn masked(&self) -> String {
        match self {
            Self::Phone(number) => number.masked(),
            Self::Email(email) => email.masked(),
        }
    }
}

/// What is to be sent.
#[derive(Clone)]
struct Order {
    account: AccountId,
    purpose: Purpose,
    to: Destination,
    channel: Channel,
    client: Client,
}

impl Order {
    fn actor(&self) -> Actor {
        Actor::Account(self.account.clone(), self.client)
    }
}

/// A code that may be sent, written down.
struct Ready {
    code: SentCode,
    /// By what the provider names it when it calls back.
    hook: Token,
}

async fn send(
    services: &Services,
    number: PhoneNumber,
    order: Order,
) -> Result<Result<(), SendRefusal>, Fault> {
    let Some(phone) = &services.telephone else {
        return Ok(Err(SendRefusal::NotOffered));
    };
    let (work, planned) = (services.clone(), order.clone());
    let may_go = phone.prefixes.allows(&number);
    let ready = services
        .database
        .run(move |conn| prepare(conn, &work, &planned, may_go))
        .await?;
    let Ready { code, hook } = match ready {
        Ok(ready) => ready,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let message = message(services, phone, number, order.channel, &code, &hook).map_err(Fault::Internal)?;
    let heard = match phone.delivery.send(&message).await {
        Ok(()) => DeliveryStatus::Sent,
        Err(undelivered) => {
            tracing::warn!(channel = order.channel.name(), cause = %undelivered, "a code was not sent");
            DeliveryStatus::Failed(undelivered.failure())
        }
    };
    let (work, digest) = (services.clone(), hook.digest());
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                code_deliveries::report(conn, &digest, heard)?;
                let event = if matches!(heard, DeliveryStatus::Failed(_)) {
                    // The other way may be tried at once.
                    throttles::cancel(conn, &work.subjects, &order.to.cool_down(&order.account))?;
                    Event::CodeNotSent
                } else {
                    Event::CodeSent
                };
                record(conn, &work, Some(&order.account), order.actor(), event)
            })
        })
        .await?;
    Ok(match heard {
        DeliveryStatus::Failed(failure) => Err(SendRefusal::Failed(failure)),
        _ => Ok(()),
    })
}

/// Charges, counts and writes down what is about to be sent.
fn prepare(
    conn: &mut Conn,
    services: &Services,
    order: &Order,
    may_go: bool,
) -> Result<Result<Ready, SendRefusal>, Fault> {
    let now = services.now();
    if matches!(order.purpose, Purpose::SignIn(_)) {
        let counter = Counter::Codes(order.account.clone());
        let count = throttles::read(conn, &services.subjects, &counter)?.unwrap_or(Count::ZERO);
        // A code that will not be looked at is not worth a message.
        if throttle::CODE.is_off(count) {
            return Ok(Err(SendRefusal::Off));
        }
    }
    let cool_down = order.to.cool_down(&order.account);
    match throttles::charge(conn, &services.subjects, &cool_down.into(), now)? {
        Ok(_) => {}
        Err(Throttled::Wait(seconds)) => return Ok(Err(SendRefusal::Wait(seconds))),
        Err(Throttled::Off) => return Ok(Err(SendRefusal::Off)),
    }
    let hook = Token::generate(&*services.random)?;
    transaction(conn, |conn| {
        code_deliveries::take_turn(conn, now)?;
        let network = throttle::network(order.client.address);
        let withheld = if may_go {
            let sent = code_deliveries::sent(conn, &order.account, network, order.channel, now)?;
            Budget::of(order.channel).one_more(&sent).err().map(Withheld::Cap)
        } else {
            Some(Withheld::Country)
        };
        let main = accounts::by_id(conn, &order.account)?
            .and_then(|found| found.account.main_account)
            .unwrap_or_else(|| order.account.clone());
        let new = NewDelivery {
            account: &order.account,
            main: &main,
            challenge: &order.purpose.challenge(),
            channel: order.channel,
            masked: &order.to.masked(),
            network,
            hook: &hook.digest(),
            outcome: withheld.map_or(Outcome::Handed(DeliveryStatus::Sending), Outcome::Withheld),
        };
        code_deliveries::insert(conn, &new, now)?;
        if let Some(why) = withheld {
            record(
                conn,
                services,
                Some(&order.account),
                order.actor(),
                Event::CodeNotSent,
            )?;
            return Ok(Err(SendRefusal::Withheld(why)));
        }
        let code = code_to_send(conn, services, order, now)?;
        Ok(Ok(Ready { code, hook }))
    })
}

/// The challenge's code while it is young enough to be sent again, else a new one.
fn code_to_send(
    conn: &mut Tx<'_>,
    services: &Services,
    order: &Order,
    now: Timestamp,
) -> Result<SentCode, Fault> {
    let challenge = order.purpose.challenge();
    let destination = order.to.as_str();
    let live = out_of_band_codes::live(conn, &challenge, now)?;
    if let Some(live) = live.filter(|live| live.destination == destination)
        && let Some(expires_at) = out_of_band::expiry(live.created_at, now)
        && let Some(code) = open(services, &challenge, &live.sealed)?
    {
        out_of_band_codes::prolong(conn, &challenge, expires_at)?;
        return Ok(code);
    }
    let code = SentCode::generate(&*services.random)?;
    let sealed = services
        .keys
        .seal(code.digits().as_bytes(), &place(&challenge), &*services.random)?;
    let new = NewCode {
        account: &order.account,
        purpose: &order.purpose,
        destination,
        digest: &code.digest(&challenge, &services.code_key),
        sealed: &sealed,
        expires_at: now.plus(out_of_band::CODE_SECONDS),
    };
    out_of_band_codes::replace(conn, &new, now)?;
    Ok(code)
}

/// A code that was sealed, opened again.
pub(super) fn open(
    services: &Services,
    challenge: &ChallengeId,
    sealed: &Sealed,
) -> Result<Option<SentCode>, StoreError> {
    let opened = services.keys.open(sealed, &place(challenge))?;
    Ok(SentCode::opened(&opened))
}

fn place(challenge: &ChallengeId) -> String {
    format!("out_of_band_codes.sealed:{}", challenge.0)
}

/// No code in any address: the hooks have random names of their own (the attack: a code in
/// somebody's access log).
fn message(
    services: &Services,
    phone: &Telephone,
    number: PhoneNumber,
    channel: Channel,
    code: &SentCode,
    hook: &Token,
) -> Result<PhoneMessage, String> {
    let hook = |kind: &str| {
        let reaches_us = phone.signature.is_some();
        reaches_us.then(|| format!("{}/hooks/twilio/{kind}/{}", phone.origin, hook.reveal()))
    };
    let issuer = &services.issuer;
    match channel {
        Channel::Call => {
            let spoken = hook("voice").map_or(Spoken::Inline, Spoken::Hook);
            PhoneMessage::code_by_call(number, code.digits(), issuer, spoken, hook("status"))
        }
        Channel::Sms | Channel::Email => {
            PhoneMessage::code_by_sms(number, code.digits(), issuer, &phone.origin, hook("status"))
        }
    }
}
