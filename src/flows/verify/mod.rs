//! A password or a code, checked inside a journey: charged first, verified second, settled last,
//! recorded always. Every handler that takes either comes through here, so that no side door has a
//! throttle of its own or none (the attack: CVE-2026-43914, CVE-2026-27801). One file per kind; what
//! a wrong code leads to is the same for each.

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

/// What is the matter with a code that was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It is wrong; the phone's clock may be why.
    Wrong(Option<ClockOffset>),
    /// It was right once.
    Spent,
}

/// Why a code did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// It was looked at and does not count; so many seconds until the next one is.
    Refused(CodeFault, i64),
    /// Not looked at; so many seconds to wait.
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
    /// The password did not count; the code was not looked at.
    Password(PasswordRefusal),
    /// The password was right, the code did not count.
    Code(CodeRefusal),
}

/// Checks password and code of somebody who is signed in: what a change of their second
/// factor takes. A session left open, or a password alone, is not enough (the attack:
/// CVE-2026-3429).
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

/// Charges an attempt. It is committed when this returns, and nothing is verified before; what is verified
/// is told after the disk has both.
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

/// The same together with a guess at a code that was sent; how many are left at it, none where it cannot be
/// right any more.
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

/// Records a code that was looked at and does not count; what to say of it, with the seconds until
/// the next one is looked at.
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

/// The same for a code of six digits; whether codes are switched off now.
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

/// Records a wrong code and tells the owner of several.
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
