//! Requests for a password reset link, before the account is looked up in the background.

use diesel::prelude::*;

use super::{DbConnection, StoreError, kept::Keep as _, schema::password_requests as requests};
use crate::domain::{client::Client, clock::Timestamp, sealed::Sealed};

/// A pending request.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// The typed text, sealed, because people sometimes type their password.
    pub sealed: Sealed,
    /// The IP address.
    pub address: String,
    /// The browser.
    pub browser: String,
    /// The time.
    pub at: Timestamp,
}

/// Adds a request.
///
/// # Errors
/// As any query.
pub fn insert(
    conn: &mut DbConnection,
    id: &str,
    sealed: &Sealed,
    client: Client,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(requests::table)
        .values((
            requests::id.eq(id),
            requests::sealed.eq(sealed.as_str()),
            requests::address.eq(client.address.to_string()),
            requests::browser.eq(client.browser.to_string()),
            requests::created_at.eq(now.0),
            requests::due_at.eq(now.0),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// The request that has been due for longest.
///
/// # Errors
/// As any query.
pub fn due(conn: &mut DbConnection, now: Timestamp) -> Result<Option<Waiting>, StoreError> {
    let row: Option<(String, String, String, String, i64)> = requests::table
        .filter(requests::due_at.le(now.0))
        .order(requests::due_at)
        .select((
            requests::id,
            requests::sealed,
            requests::address,
            requests::browser,
            requests::created_at,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(|(id, sealed, address, browser, at)| Waiting {
        id,
        sealed: Sealed::stored(sealed),
        address,
        browser,
        at: Timestamp(at),
    }))
}

/// Postpones a request until `later`.
///
/// # Errors
/// As any query.
pub fn set_aside(conn: &mut DbConnection, id: &str, later: Timestamp) -> Result<(), StoreError> {
    diesel::update(requests::table.filter(requests::id.eq(id)))
        .set(requests::due_at.eq(later.0))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Deletes a request; false if another instance was first.
///
/// # Errors
/// As any query.
pub fn take(conn: &mut DbConnection, id: &str) -> Result<bool, StoreError> {
    Ok(diesel::delete(requests::table.filter(requests::id.eq(id))).execute(conn)? == 1)
}
