//! Sessions, by the digest of their id. What is inside is the web layer's business.

use diesel::prelude::*;

use super::{DbConnection, StoreError, schema::sessions};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    random::TokenDigest,
    session::{ABSOLUTE_SECONDS, IDLE_SECONDS},
};

/// Seconds between two notes of a session's use: one write a minute, not one a request.
const TOUCH_SECONDS: i64 = 60;

/// A stored session.
pub struct StoredSession {
    /// What the web layer put into it.
    pub state: String,
    /// When it was last used, to the minute and never later than it was.
    pub last_used_at: Timestamp,
}

/// Reads a live session and notes its use. What has been idle or alive too long is as
/// good as not there, whether or not it was swept.
///
/// # Errors
/// As any query.
pub fn load(
    conn: &mut DbConnection,
    id: &TokenDigest,
    now: Timestamp,
) -> Result<Option<StoredSession>, StoreError> {
    let row = sessions::table
        .filter(sessions::id_digest.eq(id.as_str()))
        .filter(sessions::last_used_at.gt(now.0 - IDLE_SECONDS))
        .filter(sessions::created_at.gt(now.0 - ABSOLUTE_SECONDS))
        .select((sessions::state, sessions::last_used_at))
        .first::<(String, i64)>(conn)
        .optional()?;
    let Some((state, last_used_at)) = row else {
        return Ok(None);
    };
    let last_used_at = Timestamp(last_used_at);
    if now.since(last_used_at) >= TOUCH_SECONDS {
        diesel::update(sessions::table.filter(sessions::id_digest.eq(id.as_str())))
            .set(sessions::last_used_at.eq(now.0))
            .execute(conn)?;
    }
    Ok(Some(StoredSession { state, last_used_at }))
}

/// Adds a session.
///
/// # Errors
/// As any query.
pub fn insert(
    conn: &mut DbConnection,
    id: &TokenDigest,
    account: Option<&AccountId>,
    state: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::id_digest.eq(id.as_str()),
            sessions::account_id.eq(account.map(|id| &id.0)),
            sessions::state.eq(state),
            sessions::created_at.eq(now.0),
            sessions::last_used_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes a session's state. One that was ended meanwhile stays ended (the attack: a
/// request in flight that revives a session after sign-out).
///
/// # Errors
/// As any query.
pub fn update(conn: &mut DbConnection, id: &TokenDigest, state: &str) -> Result<(), StoreError> {
    diesel::update(sessions::table.filter(sessions::id_digest.eq(id.as_str())))
        .set(sessions::state.eq(state))
        .execute(conn)?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// As any query.
pub fn delete(conn: &mut DbConnection, id: &TokenDigest) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::id_digest.eq(id.as_str()))).execute(conn)?;
    Ok(())
}

/// Ends all sessions of an account.
///
/// # Errors
/// As any query.
pub fn delete_all(conn: &mut DbConnection, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(&account.0))).execute(conn)?;
    Ok(())
}
