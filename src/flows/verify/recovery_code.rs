//! A recovery code of the account. It has a separate counter, and its owner is notified.

use super::{charge, password::PasswordRefusal};
use crate::{
    domain::{
        account::AccountId,
        authenticator::recovery_code::RecoveryCode,
        client::Client,
        limits::counter::Attempts,
        notification::NotificationKind,
        proof::SecondFactorProof,
        security_event::{Actor, Event},
    },
    flows::{Fault, Services, mailing::tell, record},
    store::{StoreError, recovery_codes, throttles, transaction},
};

/// Verifies and claims a recovery code of the account.
pub(in crate::flows) async fn check(
    services: &Services,
    account: &AccountId,
    typed: RecoveryCode,
    client: Client,
) -> Result<Result<SecondFactorProof, PasswordRefusal>, Fault> {
    let now = services.now();
    let (key, id) = (services.keys.recovery_codes.clone(), account.clone());
    let work = services.clone();
    let counter = Attempts::RecoveryCode(id.clone());
    if let Err(throttled) = charge(services, counter.clone()).await? {
        return Ok(Err(throttled.into()));
    }
    services
        .database
        .run(move |conn| {
            let actor = Actor::Account(id.clone(), client);
            transaction(conn, |conn| {
                let proof = recovery_codes::settle(conn, typed.claim(&id, &key), now)?;
                let event = if proof.is_some() {
                    throttles::clear(conn, &work.keys.subjects, counter)?;
                    let left = recovery_codes::unused(conn, &id)?.unwrap_or_default();
                    tell(conn, &work, &id, &actor, NotificationKind::RecoveryCodeUsed(left))?;
                    Event::RecoveryCodeUsed
                } else {
                    Event::RecoveryCodeRefused
                };
                record(conn, &work, Some(&id), actor, event)?;
                Ok::<_, StoreError>(proof.ok_or(PasswordRefusal::Wrong))
            })
        })
        .await
        .map_err(Fault::from)
}
