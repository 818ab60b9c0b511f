//! The set-up code that a reset showed.

use super::{CodeFault, CodeRefusal, charge, tell_of_wrong_code};
use crate::{
    domain::{
        account::AccountId,
        authenticator::set_up_code::SetUpCode,
        client::Client,
        limits::counter::{Attempts, CodesCleared},
        proof::SecondFactorProof,
        security_event::Event,
    },
    flows::{Fault, Services},
    store::{StoreError, one_time_links, throttles, transaction},
};

/// Verifies and claims the set-up code of an account. It uses a separate counter, as recovery codes do (the
/// attack: someone who has the password types wrong ones until no code is verified any more).
pub(in crate::flows) async fn check(
    services: &Services,
    account: &AccountId,
    typed: SetUpCode,
    client: Client,
) -> Result<Result<SecondFactorProof, CodeRefusal>, Fault> {
    let now = services.now();
    let (work, id) = (services.clone(), account.clone());
    let counter = Attempts::SetUpCode(id.clone());
    let charged = match charge(services, counter.clone()).await? {
        Ok(charged) => charged,
        Err(throttled) => return Ok(Err(throttled.into())),
    };
    let proof = services
        .database
        .run(move |conn| {
            transaction(conn, |tx| {
                let proof = one_time_links::settle(tx, typed.claim(&id, &work.keys.recovery_codes), now)?;
                if let Some(proof) = &proof {
                    throttles::clear(tx, &work.keys.subjects, counter)?;
                    throttles::clear_codes(tx, &work.keys.subjects, CodesCleared::proven(proof))?;
                }
                Ok::<_, StoreError>(proof)
            })
        })
        .await?;
    if let Some(proof) = proof {
        return Ok(Ok(proof));
    }
    let event = Event::CodeRefused;
    tell_of_wrong_code(services, account, client, (charged, event), false).await?;
    let wait = charged.not_before.since(now);
    Ok(Err(CodeRefusal::Refused(CodeFault::Wrong(None), wait)))
}
