//! Sending a code to a phone or by mail: checks that it is allowed now, and sends it once. The same code is
//! sent again while it is young enough.
//!
//! Charged and stored first, sent second: a hundred simultaneous requests send one, and a provider that hangs
//! blocks neither a database connection nor another sign-in.

use super::{Fault, Services, Telephone, choose_language::of_messages, mailing::mail_code, record};
use crate::{
    delivery::phone_message::{PhoneMessage, Spoken},
    domain::{
        account::{Account, AccountId, Email},
        authenticator::out_of_band::{self, Channel, NewEmail, Purpose, SentCode},
        client::Client,
        clock::Timestamp,
        language::Language,
        lifetimes::CODE_SECONDS,
        limits::send_budget::{Cap, Sending, Withheld},
        limits::{
            counter::{Counter, Sends},
            throttle::{self, Count, Throttled},
        },
        notification::NotificationKind,
        phone_delivery::{DeliveryStatus, Failure},
        phone_number::{NotSentTo, PhoneNumber, SendableNumber},
        random::Token,
        sealed::Sealed,
        security_event::{Actor, Event},
        session::{ChallengeId, Challenged, SecondStep},
    },
    store::{
        Conn, DbConnection, StoreError, Tx, accounts, code_deliveries,
        code_deliveries::{NewDelivery, Outcome},
        out_of_band_codes,
        out_of_band_codes::NewCode,
        phone_numbers,
        send_counters::{self, Paid},
        throttles, transaction,
    },
};

/// Why nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendRefusal {
    /// No phone provider is configured.
    NotOffered,
    /// The account has no number that may be used.
    NoNumber,
    /// Seconds until the next one.
    Wait(i64),
    /// A limit is reached, or codes are not sent to that number.
    Withheld(Withheld),
    /// Codes are switched off until a reset.
    Off,
    /// Sending failed.
    Failed(Failure),
    /// The session was ended in the meantime.
    SessionEnded,
}

/// A number to be verified.
pub enum ToProve {
    /// A code was sent to it, with permission to make it the account's.
    Begun(PhoneNumber),
    /// Another person entered it for the account. Verifying it makes it a second factor, so a first code
    /// requires the same as a change of the number (the attack: a manager enters their own number, and verifies
    /// it with a copied cookie).
    Given(PhoneNumber),
}

/// The new number that a code was sent to, or the number that was entered for the account and is not verified
/// yet.
pub(super) fn number_to_prove(
    conn: &mut DbConnection,
    account: &AccountId,
    now: Timestamp,
) -> Result<Option<ToProve>, StoreError> {
    let challenge = Purpose::Number(account.clone()).challenge();
    if let Some(waiting) = out_of_band_codes::waiting(conn, &challenge, now)? {
        return Ok(Some(ToProve::Begun(PhoneNumber::stored(waiting))));
    }
    let registered = phone_numbers::of(conn, account)?;
    Ok(registered
        .filter(|registered| !registered.proven)
        .map(|registered| ToProve::Given(registered.number)))
}

/// The number that a sign-in may use. One that is not verified is sufficient while the account has no
/// authenticator; besides an authenticator it must be verified (the attack: someone who may enter a number for
/// an account would receive its codes).
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
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn for_sign_in(
    services: &Services,
    challenged: &Challenged,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let (account, step) = (challenged.account().clone(), challenged.step());
    let number = services
        .database
        .read(move |conn| usable_number(conn, &account, step))
        .await?;
    let Some(number) = number else {
        return Ok(Err(SendRefusal::NoNumber));
    };
    let request = SendRequest {
        account: challenged.account().clone(),
        epoch: challenged.epoch(),
        purpose: Purpose::SignIn(challenged.id().clone()),
        to: Destination::Phone(number.clone()),
        channel,
        client,
    };
    send(services, number, request).await
}

/// Sends a code to a new number for the account, while this epoch of the account lasts.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub(super) async fn to_new_number(
    services: &Services,
    (account, epoch): (&AccountId, i64),
    number: PhoneNumber,
    channel: Channel,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let request = SendRequest {
        account: account.clone(),
        epoch,
        purpose: Purpose::Number(account.clone()),
        to: Destination::Phone(number.clone()),
        channel,
        client,
    };
    send(services, number, request).await
}

/// Sends a code for a pending sign-in to the account's address: it is queued in the outbox with other mail, and
/// is useless there after five minutes.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn by_mail(
    services: &Services,
    challenged: &Challenged,
    email: &Email,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let whose = (challenged.account().clone(), challenged.epoch());
    let code = (Purpose::SignIn(challenged.id().clone()), email.clone());
    mail(services, whose, code, NotificationKind::SignInCode, client).await
}

/// Mails a code to a new address for the account.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub(super) async fn to_new_email(
    services: &Services,
    new: NewEmail,
    email: Email,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    let whose = (new.account.clone(), new.epoch);
    let code = (Purpose::Email(new), email);
    mail(services, whose, code, NotificationKind::EmailCode, client).await
}

async fn mail(
    services: &Services,
    (account, epoch): (AccountId, i64),
    (purpose, email): (Purpose, Email),
    kind: NotificationKind,
    client: Client,
) -> Result<Result<(), SendRefusal>, Fault> {
    if !services.sends_mail() {
        return Ok(Err(SendRefusal::NotOffered));
    }
    let request = SendRequest {
        account,
        epoch,
        purpose,
        to: Destination::Email(email.clone()),
        channel: Channel::Email,
        client,
    };
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            let prepared = prepare(conn, &work, &request, Ok(()), |tx, code, paid| {
                let actor = request.actor();
                let whose = (&request.account, &email);
                mail_code(tx, &work, whose, &actor, (kind, code), paid)?;
                record(tx, &work, Some(&request.account), actor, Event::CodeSent)
            });
            Ok::<_, Fault>(prepared?.map(drop))
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

    /// The form shown in a list.
    pub(super) fn masked(&self) -> String {
        match self {
            Self::Phone(number) => number.masked(),
            Self::Email(email) => email.masked(),
        }
    }
}

/// A request to send a code.
#[derive(Clone)]
struct SendRequest {
    account: AccountId,
    /// The account's epoch in which it was requested.
    epoch: i64,
    purpose: Purpose,
    to: Destination,
    channel: Channel,
    client: Client,
}

impl SendRequest {
    fn actor(&self) -> Actor {
        Actor::Account(self.account.clone(), self.client)
    }
}

/// A stored code that may be sent.
struct Ready {
    code: SentCode,
    /// The token by which the provider identifies it when it calls back.
    hook: Token,
    /// The recipient's language.
    language: Option<Language>,
}

async fn send(
    services: &Services,
    number: PhoneNumber,
    request: SendRequest,
) -> Result<Result<(), SendRefusal>, Fault> {
    let Some(phone) = &services.channels.telephone else {
        return Ok(Err(SendRefusal::NotOffered));
    };
    if request.channel == Channel::Call && !phone.calls {
        return Ok(Err(SendRefusal::NotOffered));
    }
    let (work, planned) = (services.clone(), request.clone());
    let sendable = services.channels.countries.allow(number);
    let may_go = sendable.as_ref().map(drop).map_err(|why| *why);
    let ready = services
        .database
        .run(move |conn| prepare(conn, &work, &planned, may_go, |_, _, _| Ok(())))
        .await?;
    let (ready, number) = match (ready, sendable) {
        (Ok(ready), Ok(number)) => (ready, number),
        (Err(refusal), _) => return Ok(Err(refusal)),
        (_, Err(why)) => return Ok(Err(SendRefusal::Withheld(why.into()))),
    };
    let message = message(services, phone, number, request.channel, &ready).map_err(Fault::Internal)?;
    let heard = match phone.delivery.send(&message).await {
        Ok(()) => DeliveryStatus::Sent,
        Err(undelivered) => {
            tracing::warn!(channel = request.channel.name(), cause = %undelivered, "failed to send code");
            DeliveryStatus::Failed(undelivered.failure())
        }
    };
    let (work, digest) = (services.clone(), ready.hook.digest());
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                code_deliveries::report(conn, &digest, heard)?;
                let event = if matches!(heard, DeliveryStatus::Failed(_)) {
                    // The other channel may be tried immediately.
                    throttles::cancel(conn, &work.keys.subjects, &request.to.cool_down(&request.account))?;
                    Event::CodeNotSent
                } else {
                    Event::CodeSent
                };
                record(conn, &work, Some(&request.account), request.actor(), event)
            })
        })
        .await?;
    Ok(match heard {
        DeliveryStatus::Failed(failure) => Err(SendRefusal::Failed(failure)),
        _ => Ok(()),
    })
}

/// Charges and stores what is about to be sent; `then` runs in the same transaction.
fn prepare(
    conn: &mut Conn,
    services: &Services,
    request: &SendRequest,
    may_go: Result<(), NotSentTo>,
    then: impl FnOnce(&mut Tx<'_>, &SentCode, Paid) -> Result<(), StoreError>,
) -> Result<Result<Ready, SendRefusal>, Fault> {
    let now = services.now();
    if matches!(request.purpose, Purpose::SignIn(_)) {
        let counter = Counter::Codes(request.account.clone());
        let count = throttles::read(conn, &services.keys.subjects, &counter)?.unwrap_or(Count::ZERO);
        // A code that will not be verified is not worth a message.
        if throttle::CODE.is_off(count) {
            return Ok(Err(SendRefusal::Off));
        }
    }
    let cool_down = request.to.cool_down(&request.account);
    match throttles::charge(conn, &services.keys.subjects, &cool_down.into(), now)? {
        Ok(_) => {}
        Err(Throttled::Wait(seconds)) => return Ok(Err(SendRefusal::Wait(seconds))),
        Err(Throttled::Off) => return Ok(Err(SendRefusal::Off)),
    }
    let hook = Token::generate(&*services.random)?;
    transaction(conn, |tx| {
        // The attack: a request in progress when a new password ended everything would leave a valid code
        // behind.
        if !accounts::lock_if_current(tx, &request.account, request.epoch)? {
            return Ok(Err(SendRefusal::SessionEnded));
        }
        out_of_band_codes::hold(tx, &request.purpose.challenge())?;
        let found = accounts::by_id(tx, &request.account)?.map(|found| found.account);
        let main = found.as_ref().map_or(&request.account, Account::payer);
        let paid = match may_go {
            Ok(()) => pay(tx, services, request, main)?.map_err(Withheld::Cap),
            Err(why) => Err(why.into()),
        };
        let withheld = paid.as_ref().err().copied();
        let language = match &found {
            Some(found) => of_messages(services, tx, found, request.client.language)?,
            None => None,
        };
        let new = NewDelivery {
            account: &request.account,
            main,
            challenge: &request.purpose.challenge(),
            channel: request.channel,
            masked: &request.to.masked(),
            language,
            network: throttle::network(request.client.address),
            hook: &hook.digest(),
            outcome: withheld.map_or(Outcome::Handed(DeliveryStatus::Sending), Outcome::Withheld),
        };
        code_deliveries::insert(tx, &new, now)?;
        match paid {
            Ok(paid) => {
                let code = code_to_send(tx, services, request, now)?;
                then(tx, &code, paid)?;
                Ok(Ok(Ready { code, hook, language }))
            }
            Err(why) => {
                let account = Some(&request.account);
                record(tx, services, account, request.actor(), Event::CodeNotSent)?;
                Ok(Err(SendRefusal::Withheld(why)))
            }
        }
    })
}

/// Charges a code to its budgets.
fn pay(
    tx: &mut Tx<'_>,
    services: &Services,
    request: &SendRequest,
    main: &AccountId,
) -> Result<Result<Paid, Cap>, StoreError> {
    let recipient = match &request.to {
        Destination::Email(email) => email.as_str().to_owned(),
        // A number that its owner has verified has separate counters (the attack: someone who enters another
        // person's number uses up its budget, and blocks its owner's codes).
        Destination::Phone(number) => {
            let registered = phone_numbers::of(tx, &request.account)?;
            let proven = registered.is_some_and(|known| known.proven && known.number == *number);
            format!("{}:{}", if proven { "proven" } else { "given" }, number.as_str())
        }
    };
    let charged = send_counters::Charge {
        sending: Sending::code_for(&request.purpose, request.channel),
        account: Some(&request.account),
        address: Some(request.client.address),
        main,
        recipient: &recipient,
    };
    send_counters::charge(tx, &services.channels.purse, &charged, services.now())
}

/// The challenge's code while it is young enough to be sent again, otherwise a new one.
fn code_to_send(
    conn: &mut Tx<'_>,
    services: &Services,
    request: &SendRequest,
    now: Timestamp,
) -> Result<SentCode, Fault> {
    let challenge = request.purpose.challenge();
    let destination = request.to.as_str();
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
        .ring
        .seal(code.digits().as_bytes(), &place(&challenge), &*services.random)?;
    let new = NewCode {
        account: &request.account,
        purpose: &request.purpose,
        destination,
        digest: &code.digest(&challenge, &services.keys.sent_codes),
        sealed: &sealed,
        expires_at: now.plus(CODE_SECONDS),
    };
    out_of_band_codes::replace(conn, &new, now)?;
    Ok(code)
}

/// Unseals a code.
pub(super) fn open(
    services: &Services,
    challenge: &ChallengeId,
    sealed: &Sealed,
) -> Result<Option<SentCode>, StoreError> {
    let opened = services.keys.ring.open(sealed, &place(challenge))?;
    Ok(SentCode::opened(&opened))
}

fn place(challenge: &ChallengeId) -> String {
    format!("out_of_band_codes.sealed:{}", challenge.0)
}

/// No code in any URL: the hooks have separate random tokens (the attack: a code in an access log).
fn message(
    services: &Services,
    phone: &Telephone,
    number: SendableNumber,
    channel: Channel,
    Ready { code, hook, language }: &Ready,
) -> Result<PhoneMessage, String> {
    let hook = |kind: &str| {
        let reaches_us = phone.signature.is_some();
        reaches_us.then(|| format!("{}/hooks/twilio/{kind}/{}", phone.origin, hook.reveal()))
    };
    let voice = services.channels.words.to(language.as_ref());
    let digits = code.digits();
    match channel {
        Channel::Call => {
            let spoken = hook("voice").map_or(Spoken::Inline, Spoken::Hook);
            PhoneMessage::code_by_call(voice, number, digits, spoken, hook("status"))
        }
        Channel::Sms | Channel::Email => {
            let (origin, status) = (&phone.origin, hook("status"));
            Ok(PhoneMessage::code_by_sms(voice, number, digits, origin, status))
        }
    }
}
