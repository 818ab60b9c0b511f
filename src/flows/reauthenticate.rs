//! Confirming one's password before a change.

use std::net::IpAddr;

use super::{Fault, PasswordRefusal, Services, checks, record};
use crate::domain::{
    authenticator::password::Password,
    security_event::{Actor, Event},
    session::SignedIn,
    sign_in,
};

/// Makes the session fresh with a right password.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn with_password(
    services: &Services,
    session: SignedIn,
    typed: Password,
    address: IpAddr,
) -> Result<Result<SignedIn, PasswordRefusal>, Fault> {
    let verified = match checks::password_inside(services, session.account(), typed, address).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let now = services.now();
    let session = sign_in::reauthenticate(session, &verified, now)?;
    let id = session.account().clone();
    services
        .database
        .run(move |conn| {
            record(
                conn,
                now,
                Some(&id),
                Actor::Account(id.clone(), address),
                Event::Reauthenticated,
            )
        })
        .await?;
    Ok(Ok(session))
}
