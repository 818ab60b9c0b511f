//! Setting up an authenticator app, and replacing one.
//!
//! The pending key belongs to the account, not to a session: it is the same through
//! refresh, wrong code, second tab and new sign-in, until it is confirmed, started over or
//! 30 minutes old. Nothing is on before a right code. When replacing, the old one works until then.

use super::{
    CodeRefusal, Fault, Services, checks,
    reauthenticate::{self, Asked},
    work::{Callers, Stop},
};
use crate::{
    domain::{
        account::AccountId,
        authenticator::{
            recovery_code::RecoveryCode,
            totp::{ClockOffset, Code, Marks, PendingTotp, Refused, TimeStep, TotpId, TotpKey},
        },
        client::Client,
        clock::Timestamp,
        notice::Matter,
        random,
        sealed::KeyRing,
        security_event::{Actor, Event},
        session::{EnrolmentRequired, SignedIn},
        sign_in,
    },
    store::{DbConnection, StoreError, accounts, recovery_codes, throttles, totp_authenticators},
};

/// A set-up under way.
pub struct SetUp {
    /// The key to show.
    pub pending: PendingTotp,
    /// Whether it will take the place of another authenticator.
    pub replacing: bool,
    /// Seconds until the key has to be made anew.
    pub seconds_left: i64,
}

/// Shows the pending key, or makes one.
///
/// # Errors
/// [`Fault`].
pub async fn begin(services: &Services, account: &AccountId) -> Result<SetUp, Fault> {
    let (work, account, now) = (services.clone(), account.clone(), services.now());
    services
        .database
        .run(move |conn| {
            let pending = pending_or_new(conn, &work, &account, now)?;
            Ok::<_, Fault>(SetUp {
                seconds_left: pending.seconds_left(now),
                replacing: totp_authenticators::confirmed_since(conn, &account)?.is_some(),
                pending,
            })
        })
        .await
}

fn pending_or_new(
    conn: &mut DbConnection,
    services: &Services,
    account: &AccountId,
    now: Timestamp,
) -> Result<PendingTotp, Fault> {
    if let Some(pending) = totp_authenticators::pending(conn, &services.keys, account)? {
        if pending.seconds_left(now) > 0 {
            return Ok(pending);
        }
        totp_authenticators::delete_pending(conn, &pending.id)?;
    }
    let random = &*services.random;
    let pending = PendingTotp {
        id: TotpId(random::row_id(random)?),
        account: account.clone(),
        key: TotpKey::generate(services.key_length, random)?,
        marks: Marks::FRESH,
        created_at: now,
    };
    match totp_authenticators::insert_pending(conn, &services.keys, random, &pending) {
        Ok(()) => Ok(pending),
        // A second tab was first: both show its key.
        Err(StoreError::Taken) => totp_authenticators::pending(conn, &services.keys, account)?
            .ok_or_else(|| Fault::Unavailable("the set-up was confirmed or restarted just now".to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// Gives up the pending key; the next page shows a new one.
///
/// # Errors
/// [`Fault`].
pub async fn restart(services: &Services, account: &AccountId) -> Result<(), Fault> {
    let (keys, account) = (services.keys.clone(), account.clone());
    services
        .database
        .run(move |conn| {
            if let Some(pending) = totp_authenticators::pending(conn, &keys, &account)? {
                totp_authenticators::delete_pending(conn, &pending.id)?;
            }
            Ok::<_, StoreError>(())
        })
        .await
        .map_err(Fault::from)
}

/// What was switched on.
pub struct Enrolled {
    /// The session, in the account's new generation: the only one that goes on.
    pub session: SignedIn,
    /// Recovery codes to show, with a first authenticator; replacing one leaves the set
    /// as it is.
    pub recovery_codes: Option<Vec<RecoveryCode>>,
}

/// Why nothing was switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnrolRefusal {
    /// The code is wrong; the phone's clock may be why.
    Wrong(Option<ClockOffset>),
    /// The code was used.
    Spent,
    /// There was no key to confirm any more: 30 minutes over, or done in another tab.
    NothingPending,
    /// A code of the authenticator to be replaced is asked for, too.
    CurrentMissing,
    /// A code by SMS or call is the second factor that there is, and was not proven lately.
    SignInAgain,
    /// The code of the authenticator to be replaced did not count.
    Current(CodeRefusal),
    /// The session was ended meanwhile.
    SessionEnded,
}

/// Confirms the pending key with a code from the app; with `current`, a code of the
/// authenticator to be replaced, where [`reauthenticate::asked`] says so. In one transaction the old
/// authenticator goes, the new one counts, the code is spent and all other sessions end.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn confirm(
    services: &Services,
    session: SignedIn,
    typed: Code,
    current: Option<Code>,
    client: Client,
) -> Result<Result<Enrolled, EnrolRefusal>, Fault> {
    match reauthenticate::asked(services, &session).await? {
        Asked::Nothing => return replace(services, session, typed, client).await,
        Asked::SignIn => return Ok(Err(EnrolRefusal::SignInAgain)),
        Asked::Code => {}
    }
    // The new code first, unspent: a typing error there must not cost a code of the old app.
    if let Err(refusal) = pending_step(services, session.account(), &typed).await? {
        return Ok(Err(refusal));
    }
    let Some(current) = current else {
        return Ok(Err(EnrolRefusal::CurrentMissing));
    };
    match checks::code(services, session.account(), current, client).await? {
        Ok(_) => replace(services, session, typed, client).await,
        Err(refusal) => Ok(Err(EnrolRefusal::Current(refusal))),
    }
}

/// Checks a code against the pending key; spends nothing.
async fn pending_step(
    services: &Services,
    account: &AccountId,
    typed: &Code,
) -> Result<Result<(PendingTotp, TimeStep), EnrolRefusal>, Fault> {
    let (keys, id, typed, now) = (
        services.keys.clone(),
        account.clone(),
        typed.clone(),
        services.now(),
    );
    services
        .database
        .run(move |conn| checked(conn, &keys, &id, &typed, now))
        .await
        .map_err(Fault::from)
}

/// The pending key with the step that the code stands for.
fn checked(
    conn: &mut DbConnection,
    keys: &KeyRing,
    account: &AccountId,
    typed: &Code,
    now: Timestamp,
) -> Result<Result<(PendingTotp, TimeStep), EnrolRefusal>, StoreError> {
    let pending = totp_authenticators::pending(conn, keys, account)?;
    let Some(pending) = pending.filter(|pending| pending.seconds_left(now) > 0) else {
        return Ok(Err(EnrolRefusal::NothingPending));
    };
    match pending.confirm(typed, now) {
        Ok(step) => Ok(Ok((pending, step))),
        Err(Refused::Spent) => Ok(Err(EnrolRefusal::Spent)),
        Err(Refused::Wrong { marks, clock }) => {
            totp_authenticators::mark(conn, &pending.id, &marks)?;
            Ok(Err(EnrolRefusal::Wrong(clock)))
        }
    }
}

/// Confirms the pending key of an account that must have a second factor, and signs in: one
/// right code does both.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn confirm_required(
    services: &Services,
    required: EnrolmentRequired,
    typed: Code,
    client: Client,
) -> Result<Result<Enrolled, EnrolRefusal>, Fault> {
    let (id, generation) = (required.account().clone(), required.generation());
    let confirmed = confirm_pending(services, id, generation, typed, client, First::Only).await?;
    let confirmed = match confirmed {
        Ok(confirmed) => confirmed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let session = sign_in::enrolled_as_required(required, confirmed.generation, services.now());
    Ok(Ok(Enrolled {
        session,
        recovery_codes: confirmed.recovery_codes,
    }))
}

/// Confirms the pending key in an open session, in the place of the old one if there is one.
async fn replace(
    services: &Services,
    session: SignedIn,
    typed: Code,
    client: Client,
) -> Result<Result<Enrolled, EnrolRefusal>, Fault> {
    let (id, generation) = (session.account().clone(), session.generation());
    let confirmed = confirm_pending(services, id, generation, typed, client, First::OrNext).await?;
    Ok(confirmed.map(|confirmed| Enrolled {
        session: sign_in::enrolled(session, confirmed.generation, services.now()),
        recovery_codes: confirmed.recovery_codes,
    }))
}

/// Whether an authenticator may take the place of another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// It may not: a password alone must not replace a second factor.
    Only,
    /// It may.
    OrNext,
}

struct Confirmed {
    generation: i64,
    recovery_codes: Option<Vec<RecoveryCode>>,
}

async fn confirm_pending(
    services: &Services,
    id: AccountId,
    generation: i64,
    typed: Code,
    client: Client,
    first: First,
) -> Result<Result<Confirmed, EnrolRefusal>, Fault> {
    let set = RecoveryCode::generate_set(&*services.random)?;
    // Looked at first, in a statement of its own: a wrong code leaves its mark.
    let checked = pending_step(services, &id, &typed).await?;
    let (pending, step) = match checked {
        Ok(checked) => checked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let actor = Actor::Account(id.clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(&id, generation)? {
                return Err(Stop::Refused(EnrolRefusal::SessionEnded));
            }
            let replaced = totp_authenticators::delete_confirmed(&mut work.tx, &id)?;
            if replaced && first == First::Only {
                return Err(Stop::Refused(EnrolRefusal::SessionEnded));
            }
            let now = work.now;
            if !totp_authenticators::confirm(&mut work.tx, &pending, step, now)? {
                return Err(Stop::Refused(EnrolRefusal::NothingPending));
            }
            if !replaced {
                let key = &work.services.recovery_key;
                let digests: Vec<_> = set.iter().map(|code| code.digest(&id, key)).collect();
                recovery_codes::replace(&mut work.tx, &id, &digests, now)?;
            }
            accounts::set_set_up_forced(&mut work.tx, &id, false)?;
            let generation = work.revoke(&id, Callers::SessionGoesOn)?;
            throttles::clear_codes(&mut work.tx, &work.services.subjects, &id)?;
            let (event, matter) = if replaced {
                (Event::AuthenticatorReplaced, Matter::SecondFactorReplaced)
            } else {
                (Event::AuthenticatorEnabled, Matter::SecondFactorOn)
            };
            work.notify(&id, matter)?;
            work.record(&id, event);
            if first == First::Only {
                work.record(&id, Event::SignedIn);
            }
            Ok(Confirmed {
                generation,
                recovery_codes: (!replaced).then_some(set),
            })
        })
        .await
}

/// Since when the account has had its authenticator, if it has one.
///
/// # Errors
/// [`Fault`].
pub async fn enrolled_since(services: &Services, account: &AccountId) -> Result<Option<Timestamp>, Fault> {
    let account = account.clone();
    services
        .database
        .run(move |conn| totp_authenticators::confirmed_since(conn, &account))
        .await
        .map_err(Fault::from)
}
