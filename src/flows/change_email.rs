//! Changing one's e-mail address. Both addresses are told: whoever takes an account over
//! would else silence its owner with the first change.

use std::net::IpAddr;

use super::{Fault, Services, record, tell};
use crate::{
    domain::{
        account::{Account, Email},
        notice::Matter,
        security_event::{Actor, Event},
    },
    store::{StoreError, accounts, transaction},
};

/// Sets another address; false when it is the same, or the session was ended meanwhile.
///
/// # Errors
/// [`Fault`].
pub async fn change(
    services: &Services,
    account: &Account,
    email: Email,
    address: IpAddr,
) -> Result<bool, Fault> {
    if account.email == email {
        return Ok(false);
    }
    let (id, generation, now) = (account.id.clone(), account.generation, services.now());
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                // First, so that nobody else changes the old address meanwhile.
                if !accounts::hold_generation(conn, &id, generation)? {
                    return Ok(false);
                }
                let actor = Actor::Account(id.clone(), address);
                tell(conn, now, &id, &actor, Matter::EmailChanged)?;
                if !accounts::set_email(conn, &id, generation, &email)? {
                    return Ok(false);
                }
                tell(conn, now, &id, &actor, Matter::EmailChanged)?;
                record(conn, now, Some(&id), actor, Event::EmailChanged)?;
                Ok::<_, StoreError>(true)
            })
        })
        .await
        .map_err(Fault::from)
}
