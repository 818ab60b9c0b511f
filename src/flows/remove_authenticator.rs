//! Switching two-factor authentication off, by the account's owner.

use std::net::IpAddr;

use super::{BothRefusal, Fault, Services, checks, record, tell};
use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        notice::Matter,
        security_event::{Actor, Event},
        session::{Recovered, SignedIn},
    },
    store::{StoreError, accounts, recovery_codes, sessions, throttles, totp_authenticators, transaction},
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
    address: IpAddr,
) -> Result<Result<SignedIn, BothRefusal>, Fault> {
    let proof = checks::password_and_code(services, session.account(), password, code, address).await?;
    if let Err(refusal) = proof {
        return Ok(Err(refusal));
    }
    let removed = remove(services, session, address).await?;
    Ok(removed.ok_or(BothRefusal::SessionEnded))
}

/// The same for somebody who has just used up a recovery code; none when the session was
/// ended meanwhile.
///
/// # Errors
/// [`Fault`].
pub async fn disable_after_recovery(
    services: &Services,
    recovered: Recovered,
    address: IpAddr,
) -> Result<Option<SignedIn>, Fault> {
    remove(services, recovered.into_session(), address).await
}

async fn remove(services: &Services, session: SignedIn, address: IpAddr) -> Result<Option<SignedIn>, Fault> {
    let (id, before, now) = (session.account().clone(), session.generation(), services.now());
    let generation = services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                let Some(generation) = accounts::generation_after(conn, &id, before)? else {
                    return Ok(None);
                };
                totp_authenticators::delete_all(conn, &id)?;
                recovery_codes::delete_all(conn, &id)?;
                throttles::clear(conn, &checks::code_subject(&id))?;
                sessions::delete_all(conn, &id)?;
                let actor = Actor::Account(id.clone(), address);
                tell(conn, now, &id, &actor, Matter::SecondFactorOff)?;
                record(conn, now, Some(&id), actor, Event::AuthenticatorDisabled)?;
                Ok::<_, StoreError>(Some(generation))
            })
        })
        .await?;
    Ok(generation.map(|generation| session.carried_over(generation)))
}
