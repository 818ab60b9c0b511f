//! Sessions, by the digest of their id. What is inside is the web layer's business.

use diesel::prelude::*;

use super::{Conn, DbConnection, StoreError, Tx, accounts, schema::sessions, transaction};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    random::TokenDigest,
    session::{ABSOLUTE_SECONDS, IDLE_SECONDS, MOST_AT_ONCE},
};

/// A stored session.
pub struct StoredSession {
    /// What the web layer put into it.
    pub state: String,
    /// What it is called on a page.
    pub handle: String,
    /// Where it was last used from.
    pub address: Option<String>,
    /// When it was last used, to the minute and never later than it was.
    pub last_used_at: Timestamp,
}

/// Reads a live session. What has been idle or alive too long is as good as not there,
/// whether or not it was swept.
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
        .select((
            sessions::state,
            sessions::handle,
            sessions::address,
            sessions::last_used_at,
        ))
        .first::<(String, String, Option<String>, i64)>(conn)
        .optional()?;
    Ok(row.map(|(state, handle, address, last_used_at)| StoredSession {
        state,
        handle,
        address,
        last_used_at: Timestamp(last_used_at),
    }))
}

/// Notes that a session is used, and from where.
///
/// # Errors
/// As any query.
pub fn note_use(
    conn: &mut DbConnection,
    handle: &str,
    address: &str,
    browser: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::update(sessions::table.filter(sessions::handle.eq(handle)))
        .set((
            sessions::last_used_at.eq(now.0),
            sessions::address.eq(address),
            sessions::browser.eq(browser),
        ))
        .execute(conn)?;
    Ok(())
}

/// A session that begins.
pub struct NewSession<'a> {
    /// Digest of the id that the cookie holds.
    pub id: &'a TokenDigest,
    /// What it is called on a page.
    pub handle: &'a str,
    /// Whose it is, from the first right password on.
    pub account: Option<&'a AccountId>,
    /// The account's generation and the moment of the sign-in, once that is complete.
    pub signed_in: Option<(i64, Timestamp)>,
    /// What the web layer puts into it.
    pub state: &'a str,
}

/// Adds a session. Of those of one account that are signed in, the oldest end where there
/// are too many.
///
/// # Errors
/// As any query.
pub fn insert(conn: &mut Conn, new: &NewSession<'_>, now: Timestamp) -> Result<(), StoreError> {
    let values = (
        sessions::id_digest.eq(new.id.as_str()),
        sessions::handle.eq(new.handle),
        sessions::account_id.eq(new.account.map(|id| &id.0)),
        sessions::state.eq(new.state),
        sessions::signed_in_at.eq(new.signed_in.map(|(_, at)| at.0)),
        sessions::created_at.eq(now.0),
        sessions::last_used_at.eq(now.0),
    );
    let (Some(account), Some((generation, _))) = (new.account, new.signed_in) else {
        diesel::insert_into(sessions::table)
            .values(values)
            .execute(&mut **conn)?;
        return Ok(());
    };
    transaction(conn, |conn| {
        // Held, so that two that begin at once count each other. One of an earlier generation
        // opens nothing.
        accounts::hold_generation(conn, account, generation)?;
        diesel::insert_into(sessions::table)
            .values(values)
            .execute(&mut **conn)?;
        let others: Vec<String> = sessions::table
            .filter(sessions::account_id.eq(&account.0))
            .filter(sessions::signed_in_at.is_not_null())
            .filter(sessions::handle.ne(new.handle))
            .order((sessions::signed_in_at.desc(), sessions::created_at.desc()))
            .select(sessions::handle)
            .load(&mut **conn)?;
        let too_many = others.get(MOST_AT_ONCE - 1..).unwrap_or_default();
        diesel::delete(sessions::table.filter(sessions::handle.eq_any(too_many))).execute(&mut **conn)?;
        Ok(())
    })
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
pub fn delete_all(conn: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(&account.0))).execute(&mut **conn)?;
    Ok(())
}

/// Ends the session of that name if it is the account's; whether it was.
///
/// # Errors
/// As any query.
pub fn delete_one(conn: &mut DbConnection, account: &AccountId, handle: &str) -> Result<bool, StoreError> {
    let theirs = sessions::account_id
        .eq(&account.0)
        .and(sessions::handle.eq(handle));
    Ok(diesel::delete(sessions::table.filter(theirs)).execute(conn)? == 1)
}

/// A session on a list.
#[derive(Debug, Clone)]
pub struct Open {
    /// What it is called.
    pub handle: String,
    /// When it was signed in.
    pub signed_in_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Timestamp,
    /// Where it was last used from.
    pub address: Option<String>,
    /// With what.
    pub browser: Option<String>,
}

/// The sessions of an account that are signed in and alive, the one that was used last first.
///
/// # Errors
/// As any query.
pub fn open(conn: &mut DbConnection, account: &AccountId, now: Timestamp) -> Result<Vec<Open>, StoreError> {
    type Row = (String, Option<i64>, i64, Option<String>, Option<String>);
    let rows: Vec<Row> = sessions::table
        .filter(sessions::account_id.eq(&account.0))
        .filter(sessions::signed_in_at.gt(now.0 - ABSOLUTE_SECONDS))
        .filter(sessions::last_used_at.gt(now.0 - IDLE_SECONDS))
        .order((sessions::last_used_at.desc(), sessions::signed_in_at.desc()))
        .select((
            sessions::handle,
            sessions::signed_in_at,
            sessions::last_used_at,
            sessions::address,
            sessions::browser,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(handle, signed_in_at, last_used_at, address, browser)| Open {
            handle,
            signed_in_at: Timestamp(signed_in_at.unwrap_or_default()),
            last_used_at: Timestamp(last_used_at),
            address,
            browser,
        })
        .collect())
}

/// Removes up to `count` sessions that are over; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = sessions::last_used_at
        .le(now.0 - IDLE_SECONDS)
        .or(sessions::created_at.le(now.0 - ABSOLUTE_SECONDS));
    remove_some!(conn, sessions, id_digest, over, count)
}
