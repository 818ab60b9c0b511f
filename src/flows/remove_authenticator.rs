//! Switching two-factor authentication off, by the account's owner.

use std::net::IpAddr;

use super::{CodeRefusal, Fault, PasswordRefusal, Services, checks, record};
use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{StoreError, accounts, sessions, totp_authenticators, transaction},
};

/// Why nothing was switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisableRefusal {
    /// The password did not count; the code was not looked at.
    Password(PasswordRefusal),
    /// The password was right, the code did not count.
    Code(CodeRefusal),
    /// Both were right, and the session was ended meanwhile.
    SessionEnded,
}

/// Removes the authenticator, for a right password and a current code: a session left
/// open, or a password alone, is not enough (the attack: CVE-2026-3429). Ends all other
/// sessions.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn disable(
    services: &Services,
    session: SignedIn,
    password: Password,
    code: Code,
    address: IpAddr,
) -> Result<Result<SignedIn, DisableRefusal>, Fault> {
    if let Err(refusal) = checks::password_inside(services, session.account(), password, address).await? {
        return Ok(Err(DisableRefusal::Password(refusal)));
    }
    if let Err(refusal) = checks::code(services, session.account(), code, address).await? {
        return Ok(Err(DisableRefusal::Code(refusal)));
    }
    let (id, before, now) = (session.account().clone(), session.generation(), services.now());
    let generation = services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                let Some(generation) = accounts::generation_after(conn, &id, before)? else {
                    return Ok(None);
                };
                totp_authenticators::delete_all(conn, &id)?;
                sessions::delete_all(conn, &id)?;
                record(
                    conn,
                    now,
                    Some(&id),
                    Actor::Account(id.clone(), address),
                    Event::AuthenticatorDisabled,
                )?;
                Ok::<_, StoreError>(Some(generation))
            })
        })
        .await?;
    Ok(generation
        .map(|generation| session.carried_over(generation))
        .ok_or(DisableRefusal::SessionEnded))
}
