//! Changing a password that its owner knows (ASVS 6.2.2, 6.2.3).

use super::{
    ChoiceRefusal, Fault, PasswordRefusal, Services,
    choose_password::{Chooser, choose_password},
    enabled_account, verify,
    work::{PasswordChange, Stop},
};
use crate::domain::{
    authenticator::password::{Candidate, Password},
    client::Client,
    security_event::Actor,
    session::SignedIn,
    sign_in,
};

/// Why the password was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// The current password did not count.
    Present(PasswordRefusal),
    /// The new password is not accepted.
    New(ChoiceRefusal),
    /// The session was ended in the meantime.
    SessionEnded,
}

/// Sets a new password and ends all other sessions and pending steps.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn change(
    services: &Services,
    session: SignedIn,
    present: Password,
    new: Candidate,
    client: Client,
) -> Result<Result<SignedIn, ChangeRefusal>, Fault> {
    let verified = match verify::password::check(services, session.account(), present, client).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(ChangeRefusal::Present(refusal))),
    };
    let id = session.account().clone();
    let account = services
        .database
        .read(move |conn| enabled_account(conn, &id))
        .await?;
    let Some(account) = account else {
        return Ok(Err(ChangeRefusal::SessionEnded));
    };
    let hash = match choose_password(services, Chooser::Owner(&verified), &account, new).await? {
        Ok(hash) => hash,
        Err(refusal) => return Ok(Err(ChangeRefusal::New(refusal))),
    };
    let (id, epoch) = (session.account().clone(), session.epoch());
    let actor = Actor::Account(id.clone(), client);
    let changed = services
        .work(actor, move |work| {
            if !work.hold(&id, epoch)? {
                return Err(Stop::Refused(ChangeRefusal::SessionEnded));
            }
            let Some(account) = enabled_account(&mut work.tx, &id)? else {
                return Err(Stop::Refused(ChangeRefusal::SessionEnded));
            };
            Ok(work.set_password(&account, &hash, PasswordChange::ByOwner)?)
        })
        .await?;
    let next = match changed {
        Ok(next) => next,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let session = sign_in::reauthenticate(session, &verified, services.now())?;
    Ok(Ok(session.carried_over(next)))
}
