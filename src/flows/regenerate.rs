//! A new set of recovery codes, which voids the old one.

use super::{BothRefusal, Fault, Services, checks, record, tell};
use crate::{
    domain::{
        authenticator::{password::Password, recovery_code::RecoveryCode, totp::Code},
        client::Client,
        notice::Matter,
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{StoreError, accounts, recovery_codes, transaction},
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
    let (id, generation, now) = (session.account().clone(), session.generation(), services.now());
    let digests: Vec<_> = set
        .iter()
        .map(|code| code.digest(&id, &services.recovery_key))
        .collect();
    let work = services.clone();
    let made = services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                if !accounts::hold_generation(conn, &id, generation)? {
                    return Ok(false);
                }
                recovery_codes::replace(conn, &id, &digests, now)?;
                let actor = Actor::Account(id.clone(), client);
                tell(conn, now, &id, &actor, Matter::RecoveryCodesRegenerated)?;
                record(conn, &work, Some(&id), actor, Event::RecoveryCodesRegenerated)?;
                Ok::<_, StoreError>(true)
            })
        })
        .await?;
    Ok(if made {
        Ok(set)
    } else {
        Err(BothRefusal::SessionEnded)
    })
}
