//! A one-time password of the account's authenticator.

use super::{CodeFault, CodeRefusal, charge, refused};
use crate::{
    domain::{
        account::AccountId,
        authenticator::totp::{Code, Refused},
        client::Client,
        limits::counter::{CodesCleared, Counter},
        proof::SecondFactorProof,
    },
    flows::{Fault, Services},
    store::{StoreError, throttles, totp_authenticators, transaction},
};

/// Verifies and claims a code of the account's authenticator.
pub(in crate::flows) async fn check(
    services: &Services,
    account: &AccountId,
    typed: Code,
    client: Client,
) -> Result<Result<SecondFactorProof, CodeRefusal>, Fault> {
    let now = services.now();
    let charged = match charge(services, Counter::Codes(account.clone())).await? {
        Ok(charged) => charged,
        Err(throttled) => return Ok(Err(throttled.into())),
    };
    let (work, id) = (services.clone(), account.clone());
    // The caller records the result next.
    let looked_at = services
        .database
        .run_ahead(move |conn| {
            let Some(totp) = totp_authenticators::confirmed(conn, &work.keys.ring, &id)? else {
                return Ok(Err(CodeRefusal::Refused(CodeFault::Wrong(None), 0)));
            };
            let fault = match totp.verify(&typed, now) {
                Ok(claim) => {
                    let proof = transaction(conn, |conn| {
                        let proof = totp_authenticators::settle(conn, claim)?;
                        if let Some(proof) = &proof {
                            throttles::clear_codes(conn, &work.keys.subjects, CodesCleared::proven(proof))?;
                        }
                        Ok::<_, StoreError>(proof)
                    })?;
                    match proof {
                        Some(proof) => return Ok(Ok(Ok(proof))),
                        None => CodeFault::Spent,
                    }
                }
                Err(Refused::Spent) => CodeFault::Spent,
                Err(Refused::Wrong { marks, clock }) => {
                    totp_authenticators::mark(conn, &totp.id, &marks)?;
                    CodeFault::Wrong(clock)
                }
            };
            Ok::<_, StoreError>(Ok(Err(fault)))
        })
        .await?;
    let fault = match looked_at {
        Err(refusal) => return Ok(Err(refusal)),
        Ok(Ok(proof)) => return Ok(Ok(proof)),
        Ok(Err(wrong)) => wrong,
    };
    let wait = charged.not_before.since(now);
    Ok(Err(
        refused(services, account, client, charged, (fault, wait)).await?
    ))
}
