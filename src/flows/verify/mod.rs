//! Verification of a password or a code inside a flow: charged first, verified second, settled last, always
//! recorded. Every handler that takes either uses this module, so that none has a separate rate limit or none
//! at all (the attack: CVE-2026-43914, CVE-2026-27801). One file per kind; the consequences of a wrong code are
//! the same for each.

pub(super) mod password;
pub(super) mod recovery_code;
pub(super) mod sent_code;
pub(super) mod set_up_code;
pub(super) mod totp;

use std::convert::Infallible;

use self::password::PasswordRefusal;
use super::{Fault, Services, not_me};
use crate::{
    domain::{
        account::AccountId,
        authenticator::{
            password::{Password, PasswordVerified},
            totp::{ClockOffset, Code},
        },
        client::Client,
        limits::{
            counter::{Counter, Sends},
            throttle::{self, Count, Throttled},
        },
        notification,
        proof::SecondFactorProof,
        security_event::{Actor, Event},
        session::ChallengeId,
    },
    store::{StoreError, out_of_band_codes, throttles},
};

/// Why a verified code does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It is wrong; the phone's clock may be the cause.
    Wrong(Option<ClockOffset>),
    /// It was already used.
    Spent,
}

/// Why a code did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// It was verified and does not count; seconds until the next attempt.
    Refused(CodeFault, i64),
    /// Not verified; seconds to wait.
    Wait(i64),
    /// Codes are switched off until a reset.
    Off,
}

impl From<Throttled> for CodeRefusal {
    fn from(throttled: Throttled) -> Self {
        match throttled {
            Throttled::Wait(seconds) => Self::Wait(seconds),
            Throttled::Off => Self::Off,
        }
    }
}

/// Why a password with a code did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BothRefusal {
    /// The password did not count; the code was not verified.
    Password(PasswordRefusal),
    /// The password was correct; the code did not count.
    Code(CodeRefusal),
}

/// Verifies the password and code of a signed-in user, which a change of their second factor requires. An
/// unattended session, or a password alone, is not sufficient (the attack: CVE-2026-3429).
pub(super) async fn password_and_code(
    services: &Services,
    account: &AccountId,
    password: Password,
    typed: Code,
    client: Client,
) -> Result<Result<(PasswordVerified, SecondFactorProof), BothRefusal>, Fault> {
    let verified = match password::check(services, account, password, client).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(BothRefusal::Password(refusal))),
    };
    Ok(match totp::check(services, account, typed, client).await? {
        Ok(proof) => Ok((verified, proof)),
        Err(refusal) => Err(BothRefusal::Code(refusal)),
    })
}

/// Charges an attempt. The charge is committed when this returns, and nothing is verified before; the result is
/// reported after both are on disk.
pub(super) async fn charge(
    services: &Services,
    counter: impl Into<Counter>,
) -> Result<Result<Count, Throttled>, Fault> {
    let (work, counter) = (services.clone(), counter.into());
    services
        .database
        .run_ahead(move |conn| throttles::charge(conn, &work.keys.subjects, &counter, work.now()))
        .await
        .map_err(|error: StoreError| error.into())
}

/// The same together with a guess at a sent code; gives the guesses left for it, `None` if it can no longer be
/// valid.
pub(super) async fn charge_guess(
    services: &Services,
    counter: impl Into<Counter>,
    challenge: &ChallengeId,
    account: &AccountId,
) -> Result<Result<(Count, Option<i64>), Throttled>, Fault> {
    let (work, counter) = (services.clone(), counter.into());
    let (challenge, id) = (challenge.clone(), account.clone());
    services
        .database
        .run_ahead(move |conn| {
            let now = work.now();
            let charged = match throttles::charge(conn, &work.keys.subjects, &counter, now)? {
                Ok(charged) => charged,
                Err(throttled) => return Ok(Err(throttled)),
            };
            let left = out_of_band_codes::charge_guess(conn, &challenge, &id, now)?;
            Ok(Ok((charged, left)))
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// Records a code that was verified and does not count; gives the refusal, with the seconds until the next
/// attempt.
async fn refused(
    services: &Services,
    account: &AccountId,
    client: Client,
    charged: Count,
    (fault, wait): (CodeFault, i64),
) -> Result<CodeRefusal, Fault> {
    let event = match fault {
        CodeFault::Spent => Event::CodeReplayed,
        CodeFault::Wrong(_) => Event::CodeRefused,
    };
    Ok(if wrong_code(services, account, client, charged, event).await? {
        CodeRefusal::Off
    } else {
        CodeRefusal::Refused(fault, wait)
    })
}

/// The same for a six-digit code; whether codes are switched off now.
async fn wrong_code(
    services: &Services,
    id: &AccountId,
    client: Client,
    charged: Count,
    event: Event,
) -> Result<bool, Fault> {
    let off = throttle::CODE.is_off(charged);
    tell_of_wrong_code(services, id, client, (charged, event), off).await?;
    Ok(off)
}

/// Records a wrong code and notifies the owner of several.
async fn tell_of_wrong_code(
    services: &Services,
    id: &AccountId,
    client: Client,
    (charged, event): (Count, Event),
    off: bool,
) -> Result<(), Fault> {
    let id = id.clone();
    let actor = Actor::Account(id.clone(), client);
    let Ok(()) = services
        .work::<_, Infallible>(actor, move |work| {
            let untold = Sends::UntoldCodes(id.clone());
            let since_told = work.count(&untold)?;
            if charged.failures.max(since_told) >= notification::TOLD_AFTER_WRONG_CODES
                && work.reserve(&Sends::WrongCodes(id.clone()))?
            {
                throttles::clear(&mut work.tx, &work.services.keys.subjects, untold)?;
                not_me::wrong_codes(work, &id)?;
            }
            work.record(&id, event);
            if off {
                work.record(&id, Event::CodesSwitchedOff);
            }
            Ok(())
        })
        .await?;
    Ok(())
}
