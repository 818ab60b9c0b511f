//! Step-up inside a session, before a change: the password, a code, or both with the change itself. What each
//! change requires is in [`crate::domain::change`].

use super::{BothRefusal, CodeRefusal, Fault, PasswordRefusal, Services, next_step, record_done, verify};
use crate::domain::{
    authenticator::{password::Password, totp::Code},
    change::{Change, Lack, SteppedUp},
    client::Client,
    security_event::Event,
    session::SignedIn,
    sign_in,
};

/// Refreshes the session with a correct password.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_password(
    services: &Services,
    session: SignedIn,
    typed: Password,
    client: Client,
) -> Result<Result<SignedIn, PasswordRefusal>, Fault> {
    let verified = match verify::password::check(services, session.account(), typed, client).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let session = sign_in::reauthenticate(session, &verified, services.now())?;
    record_done(services, session.account(), client, Event::Reauthenticated).await?;
    Ok(Ok(session))
}

/// Refreshes the session's second factor with a code of the account's authenticator.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_code(
    services: &Services,
    session: SignedIn,
    typed: Code,
    client: Client,
) -> Result<Result<SignedIn, CodeRefusal>, Fault> {
    let proof = match verify::totp::check(services, session.account(), typed, client).await? {
        Ok(proof) => proof,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(sign_in::prove_again(session, &proof, services.now())?))
}

/// Permission for a change, from what the session has proven.
///
/// # Errors
/// [`Fault`]; the inner `Result` says what has to be proven first.
pub async fn leave(
    services: &Services,
    session: &SignedIn,
    change: Change,
) -> Result<Result<SteppedUp, Lack>, Fault> {
    let enrolled = next_step::enrolled(services, session.account()).await?;
    let has_app = enrolled.protects();
    Ok(SteppedUp::in_session(session, change, has_app, services.now()))
}

/// Permission for a change, from a password and a code typed with it.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_both(
    services: &Services,
    session: &SignedIn,
    change: Change,
    (password, code): (Password, Code),
    client: Client,
) -> Result<Result<SteppedUp, BothRefusal>, Fault> {
    let proofs = match verify::password_and_code(services, session.account(), password, code, client).await? {
        Ok(proofs) => proofs,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(SteppedUp::there_and_then(session, change, proofs)?))
}
