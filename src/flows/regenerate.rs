//! A new set of recovery codes, which voids the old one.

use super::{BothRefusal, Fault, Services, checks, work::Stop};
use crate::{
    domain::{
        authenticator::{password::Password, recovery_code::RecoveryCode, totp::Code},
        client::Client,
        notice::Matter,
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::recovery_codes,
};

/// Makes a new set, for a right password and a current code.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn regenerate(
    services: &Services,
    session: &SignedIn,
    password: Password,
    code: Code,
    client: Client,
) -> Result<Result<Vec<RecoveryCode>, BothRefusal>, Fault> {
    let proof = checks::password_and_code(services, session.account(), password, code, client).await?;
    if let Err(refusal) = proof {
        return Ok(Err(refusal));
    }
    let set = RecoveryCode::generate_set(&*services.random)?;
    let (id, generation) = (session.account().clone(), session.generation());
    let digests: Vec<_> = set
        .iter()
        .map(|code| code.digest(&id, &services.recovery_key))
        .collect();
    let actor = Actor::Account(id.clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(&id, generation)? {
                return Err(Stop::Refused(BothRefusal::SessionEnded));
            }
            let now = work.now;
            recovery_codes::replace(&mut work.tx, &id, &digests, now)?;
            work.notify(&id, Matter::RecoveryCodesRegenerated)?;
            work.record(&id, Event::RecoveryCodesRegenerated);
            Ok(set)
        })
        .await
}
