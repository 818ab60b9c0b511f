//! Changing one's e-mail address. Both addresses are told: whoever takes an account over
//! would else silence its owner with the first change.

use super::{Fault, Services, record, tell};
use crate::{
    domain::{
        account::{Account, Email},
        client::Client,
        notice::Matter,
        security_event::{Actor, Event},
    },
    store::{StoreError, accounts, password_links, transaction},
};

/// Sets another address; false when it is the same, or the session was ended meanwhile.
///
/// # Errors
/// [`Fault`].
pub async fn change(
    services: &Services,
    account: &Account,
    email: Email,
    client: Client,
) -> Result<bool, Fault> {
    if account.email == email {
        return Ok(false);
    }
    let (id, generation, now) = (account.id.clone(), account.generation, services.now());
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                // First, so that nobody else changes the old address meanwhile.
                if !accounts::hold_generation(conn, &id, generation)? {
                    return Ok(false);
                }
                let actor = Actor::Account(id.clone(), client);
                tell(conn, now, &id, &actor, Matter::EmailChanged)?;
                if !accounts::set_email(conn, &id, generation, &email)? {
                    return Ok(false);
                }
                // The old address might still open it.
                password_links::void(conn, &id)?;
                tell(conn, now, &id, &actor, Matter::EmailChanged)?;
                record(conn, &work, Some(&id), actor, Event::EmailChanged)?;
                Ok::<_, StoreError>(true)
            })
        })
        .await
        .map_err(Fault::from)
}
