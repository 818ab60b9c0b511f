//! The sessions of an account: which are open, and ending them (ASVS 7.5.2).

use super::{Fault, Services, record};
use crate::{
    domain::{
        account::AccountId,
        client::Client,
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{StoreError, accounts, sessions, transaction},
};

pub use crate::store::sessions::Open;

/// The open sessions of an account.
///
/// # Errors
/// [`Fault`].
pub async fn of_account(services: &Services, account: &AccountId) -> Result<Vec<Open>, Fault> {
    let (id, now) = (account.clone(), services.now());
    services
        .database
        .run(move |conn| sessions::open(conn, &id, now))
        .await
        .map_err(|error: StoreError| error.into())
}

/// Ends one session of one's own; false when there is none of that name.
///
/// # Errors
/// [`Fault`].
pub async fn end(
    services: &Services,
    session: &SignedIn,
    handle: &str,
    client: Client,
) -> Result<bool, Fault> {
    let (work, id, handle) = (services.clone(), session.account().clone(), handle.to_owned());
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                if !sessions::delete_one(conn, &id, &handle)? {
                    return Ok(false);
                }
                let actor = Actor::Account(id.clone(), client);
                record(conn, &work, Some(&id), actor, Event::SessionEnded)?;
                Ok::<_, StoreError>(true)
            })
        })
        .await
        .map_err(Fault::from)
}

/// Ends all sessions and pending steps but one's own, which goes on in a new generation; none
/// where it was ended meanwhile.
///
/// # Errors
/// [`Fault`].
pub async fn end_others(
    services: &Services,
    session: SignedIn,
    client: Client,
) -> Result<Option<SignedIn>, Fault> {
    let (work, id, generation) = (services.clone(), session.account().clone(), session.generation());
    let next = services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                let Some(next) = accounts::generation_after(conn, &id, generation)? else {
                    return Ok(None);
                };
                sessions::delete_all(conn, &id)?;
                let actor = Actor::Account(id.clone(), client);
                record(conn, &work, Some(&id), actor, Event::SessionsEnded)?;
                Ok::<_, StoreError>(Some(next))
            })
        })
        .await?;
    Ok(next.map(|generation| session.carried_over(generation)))
}
