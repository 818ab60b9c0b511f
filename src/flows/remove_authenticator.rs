//! Switching off two-factor authentication, by the account's owner.

use super::{
    Fault, Services, enabled_account,
    work::{Callers, Stop},
};
use crate::{
    domain::{
        change::{Change, SteppedUp},
        client::Client,
        limits::counter::CodesCleared,
        notification::NotificationKind,
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::policies,
};

/// Why the authenticator was not removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalRefusal {
    /// A second factor is required of the account.
    Required,
    /// The session was ended in the meantime.
    SessionEnded,
}

/// Removes the authenticator and the recovery codes. Ends all other sessions; the caller's continues.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn disable(
    services: &Services,
    session: SignedIn,
    leave: SteppedUp,
    client: Client,
) -> Result<Result<SignedIn, RemovalRefusal>, Fault> {
    let cleared = CodesCleared::switching_off(&leave)?;
    let (id, before) = leave.spend(Change::SecondFactorOff)?;
    let actor = Actor::Account(id.clone(), client);
    let removed = services
        .work(actor, move |work| {
            // Held first: a manager who requires it at the same time comes before or after, never between the
            // check and the removal.
            if !work.hold(&id, before)? {
                return Err(Stop::Refused(RemovalRefusal::SessionEnded));
            }
            let Some(account) = enabled_account(&mut work.tx, &id)? else {
                return Err(Stop::Refused(RemovalRefusal::SessionEnded));
            };
            if policies::over(&mut work.tx, &account)?.requires_second_factor(account.facts(), work.now) {
                return Err(Stop::Refused(RemovalRefusal::Required));
            }
            let (epoch, _) = work.remove_second_factor(cleared, Callers::SessionGoesOn)?;
            work.notify(&id, NotificationKind::SecondFactorOff)?;
            work.record(&id, Event::AuthenticatorDisabled);
            Ok(epoch)
        })
        .await?;
    Ok(removed.map(|epoch| session.carried_over(epoch)))
}
