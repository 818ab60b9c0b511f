//! A new set of recovery codes, which voids the old one.

use std::convert::Infallible;

use super::{Fault, Services};
use crate::{
    domain::{
        authenticator::recovery_code::RecoveryCode,
        change::{Change, SteppedUp},
        client::Client,
        notification::NotificationKind,
        security_event::{Actor, Event},
    },
    store::recovery_codes,
};

/// Generates a new set; `None` if the session was ended in the meantime.
///
/// # Errors
/// [`Fault`].
pub async fn regenerate(
    services: &Services,
    leave: SteppedUp,
    client: Client,
) -> Result<Option<Vec<RecoveryCode>>, Fault> {
    let (id, epoch) = leave.spend(Change::RecoveryCodes)?;
    let set = RecoveryCode::generate_set(&*services.random)?;
    let digests: Vec<_> = set
        .iter()
        .map(|code| code.digest(&id, &services.keys.recovery_codes))
        .collect();
    let actor = Actor::Account(id.clone(), client);
    let Ok(made) = services
        .work::<_, Infallible>(actor, move |work| {
            if !work.hold(&id, epoch)? {
                return Ok(None);
            }
            let now = work.now;
            recovery_codes::replace(&mut work.tx, &id, &digests, now)?;
            work.notify(&id, NotificationKind::RecoveryCodesRegenerated)?;
            work.record(&id, Event::RecoveryCodesRegenerated);
            Ok(Some(set))
        })
        .await?;
    Ok(made)
}
