//! A password or a code, checked inside a journey: charged first, verified second,
//! recorded always. Every handler that takes either comes through here, so that no side
//! door has a throttle of its own or none (the attack: CVE-2026-43914, CVE-2026-27801).

use std::convert::Infallible;

use super::{Fault, Services, mailing::tell, not_me, record};
use crate::{
    domain::{
        account::AccountId,
        authenticator::{
            out_of_band::{ProvenNumber, Purpose, SentCode, SignInClaim},
            password::{Password, PasswordVerified},
            recovery_code::RecoveryCode,
            set_up_code::SetUpCode,
            totp::{ClockOffset, Code, Refused},
        },
        client::Client,
        limits::{
            counter::{Attempts, CodesCleared, Counter, Sends},
            throttle::{self, Count, Throttled},
        },
        notice::{self, Matter},
        phone_number::PhoneNumber,
        proof::SecondFactorProof,
        security_event::{Actor, Event},
        session::{Challenged, Entrance},
    },
    hasher::{Caller, HasherError},
    store::{
        StoreError, Tx, accounts, accounts::Credentials, one_time_links, out_of_band_codes, phone_numbers,
        recovery_codes, throttles, totp_authenticators, transaction,
    },
};

/// Why a password did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// It is wrong; at sign-in also: nobody has that name, or the account is disabled.
    Wrong,
    /// Not looked at; so many seconds to wait.
    Wait(i64),
}

impl From<Throttled> for PasswordRefusal {
    fn from(throttled: Throttled) -> Self {
        match throttled {
            Throttled::Wait(seconds) => Self::Wait(seconds),
            // No password limit has an end; were there one, waiting long says it best.
            Throttled::Off => Self::Wait(throttle::PASSWORD_BY_NAME.longest_wait),
        }
    }
}

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

/// Checks the password of somebody who is signed in.
pub(super) async fn password_inside(
    services: &Services,
    account: &AccountId,
    typed: Password,
    client: Client,
) -> Result<Result<PasswordVerified, PasswordRefusal>, Fault> {
    let now = services.now();
    let (id, work) = (account.clone(), services.clone());
    let looked_up = services
        .database
        .run(move |conn| {
            let counter = Attempts::PasswordInside(id.clone()).into();
            if let Err(throttled) = throttles::charge(conn, &work.subjects, &counter, now)? {
                return Ok::<_, StoreError>(Err(throttled));
            }
            Ok(Ok(accounts::by_id(conn, &id)?))
        })
        .await?;
    let known = match looked_up {
        Ok(known) => known.map(|Credentials { account, password }| (account.id, password)),
        Err(throttled) => return Ok(Err(throttled.into())),
    };
    let verified = match services
        .hasher
        .verify(Caller::inside(account), known, typed)
        .await
    {
        // Nothing was verified. Whoever fills the queue at the front door must not keep the
        // owner from their own security page.
        Err(HasherError::Busy) => {
            let (work, counter) = (services.clone(), Attempts::PasswordInside(account.clone()));
            services
                .database
                .run(move |conn| throttles::refund(conn, &work.subjects, &counter.into()))
                .await?;
            return Err(Fault::Busy);
        }
        verified => verified?,
    };
    let (right, id) = (verified.is_some(), account.clone());
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            if right {
                throttles::clear(conn, &work.subjects, Attempts::PasswordInside(id))?;
            } else {
                let actor = Actor::Account(id.clone(), client);
                let event = Event::ReauthenticationRefused;
                transaction(conn, |tx| record(tx, &work, Some(&id), actor, event))?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
    Ok(verified.ok_or(PasswordRefusal::Wrong))
}

/// Checks and spends a code of the account's authenticator.
pub(super) async fn code(
    services: &Services,
    account: &AccountId,
    typed: Code,
    client: Client,
) -> Result<Result<SecondFactorProof, CodeRefusal>, Fault> {
    let now = services.now();
    let (work, id) = (services.clone(), account.clone());
    let looked_at = services
        .database
        .run(move |conn| {
            let counter = Counter::Codes(id.clone());
            let charged = match throttles::charge(conn, &work.subjects, &counter, now)? {
                Ok(charged) => charged,
                Err(throttled) => return Ok(Err(throttled.into())),
            };
            let Some(totp) = totp_authenticators::confirmed(conn, &work.keys, &id)? else {
                return Ok(Err(CodeRefusal::Refused(CodeFault::Wrong(None), 0)));
            };
            let fault = match totp.verify(&typed, now) {
                Ok(claim) => {
                    let proof = transaction(conn, |conn| {
                        let proof = totp_authenticators::settle(conn, claim)?;
                        if let Some(proof) = &proof {
                            throttles::clear_codes(conn, &work.subjects, CodesCleared::proven(proof))?;
                        }
                        Ok::<_, StoreError>(proof)
                    })?;
                    match proof {
                        Some(proof) => return Ok(Ok(Ok(proof))),
                        None => CodeFault::Spent,
                    }
                }
                Err(Refused::Spent) => CodeFault::Spent,
                Err(Refused::Wrong { marks, clock }) => {
                    totp_authenticators::mark(conn, &totp.id, &marks)?;
                    CodeFault::Wrong(clock)
                }
            };
            Ok::<_, StoreError>(Ok(Err((charged, fault))))
        })
        .await?;
    let (charged, fault) = match looked_at {
        Err(refusal) => return Ok(Err(refusal)),
        Ok(Ok(proof)) => return Ok(Ok(proof)),
        Ok(Err(wrong)) => wrong,
    };
    let wait = charged.not_before.since(now);
    Ok(Err(
        refused(services, account, client, charged, (fault, wait)).await?
    ))
}

/// Checks and spends the set-up code of an account. It draws on the same counter as one-time
/// passwords.
pub(super) async fn set_up_code(
    services: &Services,
    account: &AccountId,
    typed: SetUpCode,
    client: Client,
) -> Result<Result<SecondFactorProof, CodeRefusal>, Fault> {
    let now = services.now();
    let (work, id) = (services.clone(), account.clone());
    let looked_at = services
        .database
        .run(move |conn| {
            let counter = Counter::Codes(id.clone());
            let charged = match throttles::charge(conn, &work.subjects, &counter, now)? {
                Ok(charged) => charged,
                Err(throttled) => return Ok(Err(throttled.into())),
            };
            let proof = transaction(conn, |tx| {
                let proof = one_time_links::settle(tx, typed.claim(&id, &work.recovery_key), now)?;
                if let Some(proof) = &proof {
                    throttles::clear_codes(tx, &work.subjects, CodesCleared::proven(proof))?;
                }
                Ok::<_, StoreError>(proof)
            })?;
            Ok::<_, StoreError>(Ok(proof.ok_or(charged)))
        })
        .await?;
    let charged = match looked_at {
        Err(refusal) => return Ok(Err(refusal)),
        Ok(Ok(proof)) => return Ok(Ok(proof)),
        Ok(Err(charged)) => charged,
    };
    let refusal = (CodeFault::Wrong(None), charged.not_before.since(now));
    Ok(Err(refused(services, account, client, charged, refusal).await?))
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

/// Records a wrong code and tells the owner of several; whether codes are switched off now.
async fn wrong_code(
    services: &Services,
    id: &AccountId,
    client: Client,
    charged: Count,
    event: Event,
) -> Result<bool, Fault> {
    let off = throttle::CODE.is_off(charged);
    let id = id.clone();
    let actor = Actor::Account(id.clone(), client);
    let Ok(()) = services
        .work::<_, Infallible>(actor, move |work| {
            let untold = Sends::UntoldCodes(id.clone());
            let since_told = work.count(&untold)?;
            if charged.failures.max(since_told) >= notice::TOLD_AFTER_WRONG_CODES
                && work.reserve(&Sends::WrongCodes(id.clone()))?
            {
                throttles::clear(&mut work.tx, &work.services.subjects, untold)?;
                not_me::wrong_codes(work, &id)?;
            }
            work.record(&id, event);
            if off {
                work.record(&id, Event::CodesSwitchedOff);
            }
            Ok(())
        })
        .await?;
    Ok(off)
}

/// Why a password with a code did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BothRefusal {
    /// The password did not count; the code was not looked at.
    Password(PasswordRefusal),
    /// The password was right, the code did not count.
    Code(CodeRefusal),
    /// Both were right, and a second factor is required of the account.
    Required,
    /// Both were right, and the session was ended meanwhile.
    SessionEnded,
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
    let verified = match password_inside(services, account, password, client).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(BothRefusal::Password(refusal))),
    };
    Ok(match code(services, account, typed, client).await? {
        Ok(proof) => Ok((verified, proof)),
        Err(refusal) => Err(BothRefusal::Code(refusal)),
    })
}

/// Checks and spends a recovery code of the account.
pub(super) async fn recovery_code(
    services: &Services,
    account: &AccountId,
    typed: RecoveryCode,
    client: Client,
) -> Result<Result<SecondFactorProof, PasswordRefusal>, Fault> {
    let now = services.now();
    let (key, id) = (services.recovery_key.clone(), account.clone());
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            let counter = Attempts::RecoveryCode(id.clone());
            if let Err(throttled) = throttles::charge(conn, &work.subjects, &counter.clone().into(), now)? {
                return Ok(Err(throttled.into()));
            }
            let actor = Actor::Account(id.clone(), client);
            transaction(conn, |conn| {
                let proof = recovery_codes::settle(conn, typed.claim(&id, &key), now)?;
                let event = if proof.is_some() {
                    throttles::clear(conn, &work.subjects, counter)?;
                    let left = recovery_codes::unused(conn, &id)?.unwrap_or_default();
                    tell(conn, &work, &id, &actor, Matter::RecoveryCodeUsed(left))?;
                    Event::RecoveryCodeUsed
                } else {
                    Event::RecoveryCodeRefused
                };
                record(conn, &work, Some(&id), actor, event)?;
                Ok::<_, StoreError>(proof.ok_or(PasswordRefusal::Wrong))
            })
        })
        .await
        .map_err(Fault::from)
}

/// Why a code that was sent did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentCodeRefusal {
    /// It is wrong: guesses left at this code, and seconds until the next one is looked at.
    Wrong(i64, i64),
    /// There is no code that could be right: none was sent, or it is too old, used, or
    /// guessed at too often.
    Gone,
    /// Not looked at; so many seconds to wait.
    Wait(i64),
    /// Codes are switched off until a reset.
    Off,
}

impl From<Throttled> for SentCodeRefusal {
    fn from(throttled: Throttled) -> Self {
        match throttled {
            Throttled::Wait(seconds) => Self::Wait(seconds),
            Throttled::Off => Self::Off,
        }
    }
}

/// Checks and spends a code that was sent for a pending sign-in. It draws on the same
/// counter as one-time passwords (the attack: each channel as another twenty guesses).
pub(super) async fn sent_code(
    services: &Services,
    challenged: &Challenged,
    typed: SentCode,
    entrance: Entrance,
    client: Client,
) -> Result<Result<SecondFactorProof, SentCodeRefusal>, Fault> {
    let work = services.clone();
    let (id, challenge, now) = (
        challenged.account().clone(),
        challenged.id().clone(),
        services.now(),
    );
    let looked_at = services
        .database
        .run(move |conn| {
            let counter = Counter::Codes(id.clone());
            let charged = match throttles::charge(conn, &work.subjects, &counter, now)? {
                Ok(charged) => charged,
                Err(throttled) => return Ok(Err(throttled.into())),
            };
            let left = out_of_band_codes::charge_guess(conn, &challenge, &id, now)?;
            if left.is_some() {
                let claim = SignInClaim::new(&id, &challenge, &typed, entrance, &work.code_key);
                let proof = transaction(conn, |conn| {
                    let Some(spent) = out_of_band_codes::settle(conn, &work.purse, claim, now)? else {
                        return Ok(None);
                    };
                    throttles::clear_codes(conn, &work.subjects, CodesCleared::proven(&spent.proof))?;
                    let cool_down = Sends::Code(id.clone(), spent.destination.clone());
                    throttles::clear(conn, &work.subjects, cool_down)?;
                    if entrance == Entrance::Phone {
                        phone_numbers::prove(conn, &id, &PhoneNumber::stored(spent.destination), now)?;
                    }
                    Ok::<_, StoreError>(Some(spent.proof))
                })?;
                if let Some(proof) = proof {
                    return Ok(Ok(Ok(proof)));
                }
            }
            Ok::<_, StoreError>(Ok(Err((charged, left))))
        })
        .await?;
    let (charged, left) = match looked_at {
        Err(refusal) => return Ok(Err(refusal)),
        Ok(Ok(proof)) => return Ok(Ok(proof)),
        Ok(Err(wrong)) => wrong,
    };
    let event = Event::SentCodeRefused;
    if wrong_code(services, challenged.account(), client, charged, event).await? {
        return Ok(Err(SentCodeRefusal::Off));
    }
    Ok(Err(match left {
        Some(left) if left > 0 => SentCodeRefusal::Wrong(left, charged.not_before.since(now)),
        _ => SentCodeRefusal::Gone,
    }))
}

/// Checks and spends a code that was sent to a number that is to be the account's. In the
/// transaction of the change, `then` puts the number in its place.
pub(super) async fn number_code<T: Send + 'static>(
    services: &Services,
    account: &AccountId,
    typed: SentCode,
    client: Client,
    then: impl FnOnce(&mut Tx<'_>, ProvenNumber) -> Result<T, StoreError> + Send + 'static,
) -> Result<Result<T, SentCodeRefusal>, Fault> {
    let (work, id) = (services.clone(), account.clone());
    services
        .database
        .run(move |conn| {
            let now = work.now();
            let counter = Attempts::NumberCode(id.clone());
            let charged = match throttles::charge(conn, &work.subjects, &counter.clone().into(), now)? {
                Ok(charged) => charged,
                Err(throttled) => return Ok(Err(throttled.into())),
            };
            let challenge = Purpose::Number(id.clone()).challenge();
            let left = out_of_band_codes::charge_guess(conn, &challenge, &id, now)?;
            if left.is_some() {
                let digest = typed.digest(&challenge, &work.code_key);
                let done = transaction(conn, |conn| {
                    let Some(proven) =
                        out_of_band_codes::settle_number(conn, &work.purse, &id, &digest, now)?
                    else {
                        return Ok(None);
                    };
                    throttles::clear(conn, &work.subjects, counter)?;
                    let cool_down = Sends::Code(id.clone(), proven.number().as_str().to_owned());
                    throttles::clear(conn, &work.subjects, cool_down)?;
                    then(conn, proven).map(Some)
                })?;
                if let Some(done) = done {
                    return Ok(Ok(done));
                }
            }
            let actor = Actor::Account(id.clone(), client);
            let event = Event::SentCodeRefused;
            transaction(conn, |tx| record(tx, &work, Some(&id), actor, event))?;
            Ok::<_, StoreError>(Err(match left {
                Some(left) if left > 0 => SentCodeRefusal::Wrong(left, charged.not_before.since(now)),
                _ => SentCodeRefusal::Gone,
            }))
        })
        .await
        .map_err(Fault::from)
}
