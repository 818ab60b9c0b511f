//! The sessions of an account: listing them, and ending them (ASVS 7.5.2).

use std::convert::Infallible;

use super::{Fault, Services, work::Callers};
use crate::{
    domain::{
        account::AccountId,
        client::Client,
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{StoreError, sessions},
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
        .look(move |conn| sessions::open(conn, &id, now))
        .await
        .map_err(|error: StoreError| error.into())
}

/// Ends one session of the caller's own account; false if there is none with that handle.
///
/// # Errors
/// [`Fault`].
pub async fn end(
    services: &Services,
    session: &SignedIn,
    handle: &str,
    client: Client,
) -> Result<bool, Fault> {
    let (id, handle) = (session.account().clone(), handle.to_owned());
    let actor = Actor::Account(id.clone(), client);
    let Ok(ended) = services
        .work::<_, Infallible>(actor, move |work| {
            let ended = sessions::delete_one(&mut work.tx, &id, &handle)?;
            if ended {
                work.record(&id, Event::SessionEnded);
            }
            Ok(ended)
        })
        .await?;
    Ok(ended)
}

/// Ends all sessions and pending steps except the caller's session, which continues in a new epoch; `None` if
/// it was ended in the meantime.
///
/// # Errors
/// [`Fault`].
pub async fn end_others(
    services: &Services,
    session: SignedIn,
    client: Client,
) -> Result<Option<SignedIn>, Fault> {
    let (id, epoch) = (session.account().clone(), session.epoch());
    let actor = Actor::Account(id.clone(), client);
    let Ok(next) = services
        .work::<_, Infallible>(actor, move |work| {
            if !work.hold(&id, epoch)? {
                return Ok(None);
            }
            work.record(&id, Event::SessionsEnded);
            Ok(Some(work.revoke(&id, Callers::SessionGoesOn)?))
        })
        .await?;
    Ok(next.map(|epoch| session.carried_over(epoch)))
}
