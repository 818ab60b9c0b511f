//! The one-time link that makes the first main account.

use diesel::prelude::*;

use super::{DbConnection, StoreError, schema::welcome_links as links};
use crate::domain::{clock::Timestamp, random::TokenDigest};

/// How long a link opens, in seconds.
pub const LIFETIME_SECONDS: i64 = 3600;

/// Makes this the only link.
///
/// # Errors
/// [`StoreError::Taken`] when another start did the same at the same time.
pub fn replace(conn: &mut DbConnection, token: &TokenDigest, now: Timestamp) -> Result<(), StoreError> {
    diesel::delete(links::table).execute(conn)?;
    diesel::insert_into(links::table)
        .values((
            links::only_one.eq(1),
            links::token_digest.eq(token.as_str()),
            links::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether the link would open.
///
/// # Errors
/// As any query.
pub fn opens(conn: &mut DbConnection, token: &TokenDigest, now: Timestamp) -> Result<bool, StoreError> {
    let found: Option<i64> = links::table
        .filter(links::token_digest.eq(token.as_str()))
        .filter(links::created_at.gt(now.0 - LIFETIME_SECONDS))
        .select(links::created_at)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Spends the link; false when it was spent, voided or too old.
///
/// # Errors
/// As any query.
pub fn spend(conn: &mut DbConnection, token: &TokenDigest, now: Timestamp) -> Result<bool, StoreError> {
    let row = links::table
        .filter(links::token_digest.eq(token.as_str()))
        .filter(links::created_at.gt(now.0 - LIFETIME_SECONDS));
    Ok(diesel::delete(row).execute(conn)? == 1)
}
