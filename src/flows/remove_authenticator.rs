//! Switching two-factor authentication off, by the account's owner.

use super::{
    BothRefusal, Fault, Services, checks, enabled_account,
    work::{Callers, Stop},
};
use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        client::Client,
        limits::counter::CodesCleared,
        notice::Matter,
        security_event::{Actor, Event},
        session::{Recovered, SignedIn},
    },
    store::policies,
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
    let proof = match checks::password_and_code(services, session.account(), password, code, client).await? {
        Ok((_, proof)) => proof,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let removed = remove(services, session, CodesCleared::proven(&proof), client).await?;
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
    let cleared = CodesCleared::recovered(&recovered);
    remove(services, recovered.into_session(), cleared, client).await
}

async fn remove(
    services: &Services,
    session: SignedIn,
    cleared: CodesCleared,
    client: Client,
) -> Result<Result<SignedIn, Kept>, Fault> {
    let (id, before) = (session.account().clone(), session.generation());
    let actor = Actor::Account(id.clone(), client);
    let removed = services
        .work(actor, move |work| {
            // Held first: a manager who requires it at this moment comes before or after, never
            // between the question and the answer.
            if !work.hold(&id, before)? {
                return Err(Stop::Refused(Kept::SessionEnded));
            }
            let Some(account) = enabled_account(&mut work.tx, &id)? else {
                return Err(Stop::Refused(Kept::SessionEnded));
            };
            if policies::over(&mut work.tx, &account)?.requires_second_factor(&account, work.now) {
                return Err(Stop::Refused(Kept::Required));
            }
            let (epoch, _) = work.remove_second_factor(cleared, Callers::SessionGoesOn)?;
            work.notify(&id, Matter::SecondFactorOff)?;
            work.record(&id, Event::AuthenticatorDisabled);
            Ok(epoch)
        })
        .await?;
    Ok(removed.map(|generation| session.carried_over(generation)))
}
