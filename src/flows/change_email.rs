//! Changing one's e-mail address.

use std::net::IpAddr;

use super::{Fault, Services, record};
use crate::{
    domain::{
        account::{Account, Email},
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
                if !accounts::set_email(conn, &id, generation, &email)? {
                    return Ok(false);
                }
                record(
                    conn,
                    now,
                    Some(&id),
                    Actor::Account(id.clone(), address),
                    Event::EmailChanged,
                )?;
                Ok::<_, StoreError>(true)
            })
        })
        .await
        .map_err(Fault::from)
}
