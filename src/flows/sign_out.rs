//! Signing out: the session's own end is the web layer's; this keeps the record.

use std::net::IpAddr;

use super::{Fault, Services, record};
use crate::domain::{
    account::AccountId,
    security_event::{Actor, Event},
};

/// Records that a session was ended by its owner.
///
/// # Errors
/// [`Fault`].
pub async fn record_sign_out(services: &Services, account: AccountId, address: IpAddr) -> Result<(), Fault> {
    let now = services.now();
    services
        .database
        .run(move |conn| {
            record(
                conn,
                now,
                Some(&account),
                Actor::Account(account.clone(), address),
                Event::SignedOut,
            )
        })
        .await
        .map_err(Fault::from)
}
