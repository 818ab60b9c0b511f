//! Setting up an authenticator app, and replacing one.
//!
//! A pending key belongs to an account, its epoch and one browser. There it stays the same through reload,
//! wrong code, second tab and new sign-in, until it is confirmed, restarted or 30 minutes old; another browser
//! or a new epoch gets a new key and voids the old one (the attack: someone who has the password opens the
//! set-up first and notes the key that its owner then confirms). It is shown only to the holder of an
//! [`EnrolmentTicket`]. Nothing is switched on before a correct code. When replacing, the old authenticator
//! works until then.

use super::{
    Fault, Services,
    contacts::NewNumber,
    enabled_account,
    work::{Callers, Stop, Work},
};
use crate::{
    domain::{
        account::AccountId,
        authenticator::{
            method::Method,
            recovery_code::RecoveryCode,
            totp::{ClockOffset, Code, Marks, PendingTotp, Refused, TimeStep, TotpId, TotpKey},
        },
        change::{EnrolmentTicket, Lack},
        client::{BrowserId, Client},
        clock::Timestamp,
        evidence::Evidence,
        lifetimes::NEW_FACTOR_SECONDS,
        limits::counter::CodesCleared,
        notification::NotificationKind,
        phone_number::PhoneNumber,
        random,
        security_event::{Actor, Event},
        session::{EnrolmentRequired, SignedIn},
        sign_in,
    },
    store::{DbConnection, StoreError, accounts, phone_numbers, recovery_codes, totp_authenticators},
};

/// A set-up in progress.
pub struct SetUp {
    /// The key to show.
    pub pending: PendingTotp,
    /// Whether it will replace another authenticator.
    pub replacing: bool,
    /// Whether it voided a key that was shown in another browser.
    pub displaced: bool,
    /// A number that also receives codes, which its owner keeps or removes now.
    pub number: Option<PhoneNumber>,
    /// Seconds until the key expires.
    pub seconds_left: i64,
}

/// The answer about a verified phone number when 2FA is switched on (the attack: someone who had the password
/// earlier verified their own number, which would remain a second factor).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// No answer.
    Unsaid,
    /// Keep this number.
    Keep(String),
    /// Keep no number.
    Drop,
}

/// The account's number that its owner must confirm or remove, verified or not: after a reset a code to it
/// confirms who sets up the next authenticator (the attack: a number that another person entered while a
/// password alone opened the account). A number that received this sign-in's code needs no answer, unless it
/// was replaced since.
fn number_to_settle(
    conn: &mut DbConnection,
    account: &AccountId,
    evidence: &Evidence,
) -> Result<Option<PhoneNumber>, StoreError> {
    let answered = evidence.came_in_by(Method::Phone);
    let registered = phone_numbers::of(conn, account)?;
    let unsettled = registered.filter(|registered| !(answered && registered.proven));
    Ok(unsettled.map(|registered| registered.number))
}

/// Permission for a session to set up an authenticator in this browser.
///
/// # Errors
/// [`Fault`]; the inner `Result` says what has to be proven first.
pub async fn ticket(
    services: &Services,
    session: &SignedIn,
    browser: &BrowserId,
) -> Result<Result<EnrolmentTicket, Lack>, Fault> {
    let (work, id, now) = (services.clone(), session.account().clone(), services.now());
    let (epoch, browser) = (session.epoch(), browser.clone());
    let (has_app, shown_at) = services
        .database
        .read(move |conn| {
            let has_app = work.enrolled(conn, &id)?.protects();
            let pending = totp_authenticators::pending(conn, &work.keys.ring, &id)?;
            let theirs = pending.filter(|pending| pending.belongs_to(epoch, &browser));
            Ok::<_, StoreError>((has_app, theirs.map(|pending| pending.created_at)))
        })
        .await?;
    Ok(EnrolmentTicket::in_session(session, has_app, shown_at, now))
}

/// Shows the pending key of this browser, or generates one.
///
/// # Errors
/// [`Fault`].
pub async fn begin(
    services: &Services,
    ticket: EnrolmentTicket,
    browser: &BrowserId,
    evidence: &Evidence,
) -> Result<SetUp, Fault> {
    let (work, browser, now) = (services.clone(), browser.clone(), services.now());
    let evidence = evidence.clone();
    services
        .database
        .run(move |conn| {
            let (pending, displaced) = pending_or_new(conn, &work, &ticket, &browser, now)?;
            let replacing = work.enrolled(conn, ticket.account())?.protects();
            let number = if replacing {
                None
            } else {
                number_to_settle(conn, ticket.account(), &evidence)?
            };
            Ok::<_, Fault>(SetUp {
                seconds_left: pending.seconds_left(now),
                replacing,
                displaced,
                number,
                pending,
            })
        })
        .await
}

fn pending_or_new(
    conn: &mut DbConnection,
    services: &Services,
    ticket: &EnrolmentTicket,
    browser: &BrowserId,
    now: Timestamp,
) -> Result<(PendingTotp, bool), Fault> {
    let account = ticket.account();
    let mut displaced = false;
    if let Some(pending) = totp_authenticators::pending(conn, &services.keys.ring, account)? {
        let waits = pending.seconds_left(now) > 0;
        if waits && pending.belongs_to(ticket.epoch(), browser) {
            return Ok((pending, false));
        }
        displaced = waits && pending.epoch == ticket.epoch();
        totp_authenticators::delete_pending(conn, &pending.id)?;
    }
    let random = &*services.random;
    let pending = PendingTotp {
        id: TotpId(random::row_id(random)?),
        account: account.clone(),
        epoch: ticket.epoch(),
        browser: browser.clone(),
        key: TotpKey::generate(services.settings.key_length, random)?,
        marks: Marks::FRESH,
        created_at: now,
    };
    match totp_authenticators::insert_pending(conn, &services.keys.ring, random, &pending) {
        Ok(()) => Ok((pending, displaced)),
        // If a second tab was first, both show its key. If another browser was first, its page is the newer
        // one, and this one can be opened again.
        Err(StoreError::Taken) => {
            let first = totp_authenticators::pending(conn, &services.keys.ring, account)?;
            first
                .filter(|pending| pending.belongs_to(ticket.epoch(), browser))
                .map(|pending| (pending, displaced))
                .ok_or_else(|| {
                    Fault::Unavailable(
                        "two-factor set-up was started in another browser at the same time".to_owned(),
                    )
                })
        }
        Err(error) => Err(error.into()),
    }
}

/// Discards this browser's pending key; the next page shows a new one.
///
/// # Errors
/// [`Fault`].
pub async fn restart(services: &Services, ticket: EnrolmentTicket, browser: &BrowserId) -> Result<(), Fault> {
    let (keys, browser) = (services.keys.ring.clone(), browser.clone());
    services
        .database
        .run(move |conn| {
            let pending = totp_authenticators::pending(conn, &keys, ticket.account())?;
            if let Some(pending) = pending.filter(|pending| pending.belongs_to(ticket.epoch(), &browser)) {
                totp_authenticators::delete_pending(conn, &pending.id)?;
            }
            Ok::<_, StoreError>(())
        })
        .await
        .map_err(Fault::from)
}

/// The result of switching on a second factor.
pub struct SwitchedOn {
    /// The session in the account's new epoch: the only one that continues.
    pub session: SignedIn,
    /// Recovery codes to show with a first authenticator; replacing one keeps the existing set.
    pub recovery_codes: Option<Vec<RecoveryCode>>,
}

/// Why nothing was switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnrolRefusal {
    /// The code is wrong; the phone's clock may be the cause.
    Wrong(Option<ClockOffset>),
    /// The code was already used.
    Spent,
    /// This browser has no pending key to confirm: it expired after 30 minutes, was confirmed in another tab,
    /// or a set-up was started in another browser.
    NothingPending,
    /// There is a verified phone number, and the answer is missing or refers to another number.
    NumberUnsaid,
    /// The session was ended in the meantime.
    SessionEnded,
}

/// Confirms this browser's pending key with a code from the app, and keeps or removes a verified phone number.
/// One transaction removes the old authenticator, enables the new one, claims the code and ends all other
/// sessions.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn confirm(
    services: &Services,
    session: SignedIn,
    ticket: EnrolmentTicket,
    browser: &BrowserId,
    (typed, number): (Code, Number),
    client: Client,
) -> Result<Result<SwitchedOn, EnrolRefusal>, Fault> {
    let (id, epoch) = (ticket.account().clone(), ticket.epoch());
    let evidence = session.written().evidence.clone();
    let (typed, first) = ((typed, number), First::OrNext);
    let confirmed = confirm_pending(services, id, (epoch, browser), evidence, typed, client, first).await?;
    Ok(confirmed.map(|confirmed| SwitchedOn {
        session: sign_in::enrolled(session, confirmed.epoch, services.now()),
        recovery_codes: confirmed.recovery_codes,
    }))
}

/// Verifies a code against this browser's key; claims nothing.
async fn pending_step(
    services: &Services,
    account: &AccountId,
    (epoch, browser): (i64, &BrowserId),
    typed: &Code,
) -> Result<Result<(PendingTotp, TimeStep), EnrolRefusal>, Fault> {
    let (keys, id, now) = (services.keys.ring.clone(), account.clone(), services.now());
    let (typed, browser) = (typed.clone(), browser.clone());
    services
        .database
        .run(move |conn| {
            let pending = totp_authenticators::pending(conn, &keys, &id)?;
            let live = pending
                .filter(|pending| pending.belongs_to(epoch, &browser) && pending.seconds_left(now) > 0);
            let Some(pending) = live else {
                return Ok(Err(EnrolRefusal::NothingPending));
            };
            match pending.confirm(&typed, now) {
                Ok(step) => Ok(Ok((pending, step))),
                Err(Refused::Spent) => Ok(Err(EnrolRefusal::Spent)),
                Err(Refused::Wrong { marks, clock }) => {
                    totp_authenticators::mark(conn, &pending.id, &marks)?;
                    Ok(Err(EnrolRefusal::Wrong(clock)))
                }
            }
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// Confirms the pending key of an account that must have a second factor, and signs in with the same code.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn confirm_required(
    services: &Services,
    required: EnrolmentRequired,
    browser: &BrowserId,
    (typed, number): (Code, Number),
    client: Client,
) -> Result<Result<SwitchedOn, EnrolRefusal>, Fault> {
    let (id, epoch) = (required.account().clone(), required.epoch());
    let evidence = required.evidence().clone();
    let (typed, first) = ((typed, number), First::Only);
    let confirmed = confirm_pending(services, id, (epoch, browser), evidence, typed, client, first).await?;
    let confirmed = match confirmed {
        Ok(confirmed) => confirmed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let session = sign_in::enrolled_as_required(required, confirmed.epoch, services.now());
    Ok(Ok(SwitchedOn {
        session,
        recovery_codes: confirmed.recovery_codes,
    }))
}

/// Whether an authenticator may replace another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// No: a password alone must not replace a second factor.
    Only,
    /// Yes.
    OrNext,
}

/// Keeps or removes the number, according to the answer.
fn settle_number(
    work: &mut Work<'_>,
    id: &AccountId,
    evidence: &Evidence,
    said: &Number,
) -> Result<(), Stop<EnrolRefusal>> {
    let Some(number) = number_to_settle(&mut work.tx, id, evidence)? else {
        return Ok(());
    };
    match said {
        Number::Keep(kept) if kept == number.as_str() => {}
        Number::Drop => {
            work.set_number(id, NewNumber::None, None)?;
        }
        Number::Keep(_) | Number::Unsaid => return Err(Stop::Refused(EnrolRefusal::NumberUnsaid)),
    }
    Ok(())
}

struct Confirmed {
    epoch: i64,
    recovery_codes: Option<Vec<RecoveryCode>>,
}

async fn confirm_pending(
    services: &Services,
    id: AccountId,
    (epoch, browser): (i64, &BrowserId),
    evidence: Evidence,
    (typed, number): (Code, Number),
    client: Client,
    first: First,
) -> Result<Result<Confirmed, EnrolRefusal>, Fault> {
    let set = RecoveryCode::generate_set(&*services.random)?;
    // Verified first, in a separate statement: a wrong code must be recorded.
    let checked = pending_step(services, &id, (epoch, browser), &typed).await?;
    let (pending, step) = match checked {
        Ok(checked) => checked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let actor = Actor::Account(id.clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(&id, epoch)? {
                return Err(Stop::Refused(EnrolRefusal::SessionEnded));
            }
            // More may be required since the guard checked.
            let account = enabled_account(&mut work.tx, &id)?;
            let Some(account) = account else {
                return Err(Stop::Refused(EnrolRefusal::SessionEnded));
            };
            let asked = work.services.next_step(&mut work.tx, &account)?;
            if !sign_in::still_counts(&evidence, &account, asked) {
                return Err(Stop::Refused(EnrolRefusal::SessionEnded));
            }
            let before = totp_authenticators::vouches_from(&mut work.tx, &id)?;
            let replaced = totp_authenticators::delete_confirmed(&mut work.tx, &id)?;
            if replaced && first == First::Only {
                return Err(Stop::Refused(EnrolRefusal::SessionEnded));
            }
            let now = work.now;
            // A replacement authorizes changes to others from when the previous one did. A first authenticator
            // does so later, whatever else was proven, because a thief of the password can set that up too; but
            // after a reset another person has confirmed the owner.
            let later = now.plus(NEW_FACTOR_SECONDS);
            let vouches_from = if replaced {
                before.unwrap_or(later).max(now)
            } else if account.set_up_forced {
                now
            } else {
                later
            };
            let when = (now, vouches_from);
            let Some(proof) = totp_authenticators::confirm(&mut work.tx, &pending, step, when)? else {
                return Err(Stop::Refused(EnrolRefusal::NothingPending));
            };
            if !replaced {
                settle_number(work, &id, &evidence, &number)?;
                let key = &work.services.keys.recovery_codes;
                let digests: Vec<_> = set.iter().map(|code| code.digest(&id, key)).collect();
                recovery_codes::replace(&mut work.tx, &id, &digests, now)?;
            }
            accounts::require_enrolment(&mut work.tx, &id, false)?;
            let epoch = work.revoke(&id, Callers::SessionGoesOn)?;
            work.forget_codes(CodesCleared::proven(&proof))?;
            let (event, kind) = if replaced {
                (
                    Event::AuthenticatorReplaced,
                    NotificationKind::SecondFactorReplaced,
                )
            } else {
                (Event::AuthenticatorEnabled, NotificationKind::SecondFactorOn)
            };
            work.notify(&id, kind)?;
            work.record(&id, event);
            if first == First::Only {
                work.record_sign_in(&id)?;
            }
            Ok(Confirmed {
                epoch,
                recovery_codes: (!replaced).then_some(set),
            })
        })
        .await
}
