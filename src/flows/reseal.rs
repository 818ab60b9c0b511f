//! Resealing secrets with a new key. Secrets that live only for days (mails, codes) keep the key that they were
//! sealed with: the ring still opens them.

use super::{Fault, Services};
use crate::store::{StoreError, key_checks, totp_authenticators, transaction};

/// Rows per transaction, so that other writers do not wait long.
const AT_ONCE: i64 = 100;

/// Seals every authenticator's key with the newest key of the ring; gives their number.
///
/// # Errors
/// [`Fault`]; secrets resealed before it stay so, and the ring opens both.
pub async fn all(services: &Services) -> Result<usize, Fault> {
    let (mut after, mut count) = (String::new(), 0);
    loop {
        let work = services.clone();
        let (last, resealed) = services
            .database
            .run(move |conn| {
                transaction(conn, |conn| {
                    totp_authenticators::reseal(conn, &work.keys.ring, &*work.random, &after, AT_ONCE)
                })
            })
            .await?;
        count += resealed;
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    let work = services.clone();
    services
        .database
        .run(move |conn| key_checks::reseal(conn, &work.keys.ring, &*work.random))
        .await
        .map_err(|error: StoreError| Fault::from(error))?;
    Ok(count)
}
