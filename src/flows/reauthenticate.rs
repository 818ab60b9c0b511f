//! Confirming one's password, or one's second factor, before a change.

use super::{CodeRefusal, Fault, PasswordRefusal, Services, checks, enrol, record_done};
use crate::domain::{
    authenticator::{password::Password, totp::Code},
    client::Client,
    security_event::Event,
    session::{Change, Lack, SignedIn},
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
    client: Client,
) -> Result<Result<SignedIn, PasswordRefusal>, Fault> {
    let verified = match checks::password_inside(services, session.account(), typed, client).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let session = sign_in::reauthenticate(session, &verified, services.now())?;
    record_done(services, session.account(), client, Event::Reauthenticated).await?;
    Ok(Ok(session))
}

/// What a change still takes besides a fresh password.
///
/// # Errors
/// [`Fault`].
pub async fn lacks(services: &Services, session: &SignedIn, change: Change) -> Result<Option<Lack>, Fault> {
    let has_app = enrol::enrolled_since(services, session.account())
        .await?
        .is_some();
    Ok(session.lacks(change, has_app, services.now()))
}

/// Makes the session's second factor fresh with a code of the account's authenticator.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn with_code(
    services: &Services,
    session: SignedIn,
    typed: Code,
    client: Client,
) -> Result<Result<SignedIn, CodeRefusal>, Fault> {
    let proof = match checks::code(services, session.account(), typed, client).await? {
        Ok(proof) => proof,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(sign_in::prove_again(session, &proof, services.now())?))
}
