//! Switching two-factor authentication off, by the account's owner.

use super::{BothRefusal, Fault, Services, checks, record, tell};
use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        client::Client,
        notice::Matter,
        security_event::{Actor, Event},
        session::{Recovered, SignedIn},
    },
    store::{
        StoreError, accounts, policies, recovery_codes, sessions, throttles, totp_authenticators, transaction,
    },
};

/// Removes the authenticator and the recovery codes, for a right password and a current
/// code. Ends all other sessions.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn disable(
    services: &Services,
    session: SignedIn,
    password: Password,
    code: Code,
    client: Client,
) -> Result<Result<SignedIn, BothRefusal>, Fault> {
    let proof = checks::password_and_code(services, session.account(), password, code, client).await?;
    if let Err(refusal) = proof {
        return Ok(Err(refusal));
    }
    let removed = remove(services, session, client).await?;
    Ok(removed.map_err(|kept| match kept {
        Kept::Required => BothRefusal::Required,
        Kept::SessionEnded => BothRefusal::SessionEnded,
    }))
}

/// Why the authenticator stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// A second factor is required of the account.
    Required,
    /// The session was ended meanwhile.
    SessionEnded,
}

/// The same for somebody who has just used up a recovery code.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn disable_after_recovery(
    services: &Services,
    recovered: Recovered,
    client: Client,
) -> Result<Result<SignedIn, Kept>, Fault> {
    remove(services, recovered.into_session(), client).await
}

async fn remove(
    services: &Services,
    session: SignedIn,
    client: Client,
) -> Result<Result<SignedIn, Kept>, Fault> {
    let (id, before, now) = (session.account().clone(), session.generation(), services.now());
    let work = services.clone();
    let removed = services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                // Held first: a manager who requires it at this moment comes before or after,
                // never between the question and the answer.
                if !accounts::hold_generation(conn, &id, before)? {
                    return Ok(Err(Kept::SessionEnded));
                }
                let Some(known) = accounts::by_id(conn, &id)? else {
                    return Ok(Err(Kept::SessionEnded));
                };
                if policies::over(conn, &known.account)?.requires_second_factor(&known.account, now) {
                    return Ok(Err(Kept::Required));
                }
                let generation = accounts::next_generation(conn, &id)?;
                totp_authenticators::delete_all(conn, &id)?;
                recovery_codes::delete_all(conn, &id)?;
                throttles::clear_codes(conn, &work.subjects, &id)?;
                sessions::delete_all(conn, &id)?;
                let actor = Actor::Account(id.clone(), client);
                tell(conn, now, &id, &actor, Matter::SecondFactorOff)?;
                record(conn, &work, Some(&id), actor, Event::AuthenticatorDisabled)?;
                Ok::<_, StoreError>(Ok(generation))
            })
        })
        .await?;
    Ok(removed.map(|generation| session.carried_over(generation)))
}
