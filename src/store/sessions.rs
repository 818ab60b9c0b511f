//! Sessions, by the digest of their id. Their state is opaque here; the web layer defines it. A session is
//! one row from the first correct password until it ends. Renewal gives the row a new id and keeps its
//! handle; only [`begin`] adds a row. A row stores the epoch of its account: incrementing the epoch
//! ends the account's sessions, and deleting their rows is only cleanup.

use diesel::{dsl::count, prelude::*};

use super::{
    DbConnection, StoreError, Tx, accounts,
    kept::Keep as _,
    schema::{accounts as holders, sessions},
};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    lifetimes::{ABSOLUTE_SECONDS, IDLE_SECONDS},
    random::TokenDigest,
    session::MOST_AT_ONCE,
};

/// A stored session.
pub struct StoredSession {
    /// The state of the web layer.
    pub state: String,
    /// Its public identifier on pages.
    pub handle: String,
    /// The IP address of its last use.
    pub address: Option<String>,
    /// When it was last used, rounded down to the minute.
    pub last_used_at: Timestamp,
}

pub(super) type SessionRow = (String, String, Option<String>, i64);

/// The columns of [`SessionRow`].
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn columns() -> _ {
    (
        sessions::state,
        sessions::handle,
        sessions::address,
        sessions::last_used_at,
    )
}

pub(super) fn read((state, handle, address, last_used_at): SessionRow) -> StoredSession {
    StoredSession {
        state,
        handle,
        address,
        last_used_at: Timestamp(last_used_at),
    }
}

/// Updates the last-used time and address of a session.
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
        .kept()
        .execute(conn)?;
    Ok(())
}

/// A session to store.
pub struct Written<'a> {
    /// The account.
    pub account: &'a AccountId,
    /// The account's epoch.
    pub epoch: i64,
    /// When it was signed in; none for a pending sign-in.
    pub signed_in: Option<Timestamp>,
    /// The state of the web layer.
    pub state: &'a str,
    /// The IP address and browser; none if unknown.
    pub used_from: Option<(&'a str, &'a str)>,
}

/// Begins a session with a new id and handle, replacing the browser's earlier one. False, without a session,
/// if the epoch is no longer current. If the account then has too many sessions, the oldest are ended.
///
/// # Errors
/// As any query.
pub fn begin(
    conn: &mut Tx<'_>,
    (id, handle): (&TokenDigest, &str),
    replaced: Option<&TokenDigest>,
    written: &Written<'_>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !accounts::lock_if_current(conn, written.account, written.epoch)? {
        return Ok(false);
    }
    if let Some(replaced) = replaced {
        delete(conn, replaced)?;
    }
    diesel::insert_into(sessions::table)
        .values((
            sessions::id_digest.eq(id.as_str()),
            sessions::handle.eq(handle),
            sessions::account_id.eq(&written.account.0),
            sessions::epoch.eq(written.epoch),
            sessions::signed_in_at.eq(written.signed_in.map(|at| at.0)),
            sessions::state.eq(written.state),
            sessions::created_at.eq(now.0),
            sessions::last_used_at.eq(now.0),
            sessions::address.eq(written.used_from.map(|(address, _)| address)),
            sessions::browser.eq(written.used_from.map(|(_, browser)| browser)),
        ))
        .kept()
        .execute(conn)?;
    end_what_is_over(conn, handle, written)?;
    Ok(true)
}

/// Gives a session a new id and keeps its handle. One conditional UPDATE: false if the row no longer has the
/// old id, belongs to another account, or its epoch is no longer current. So an ended session stays
/// ended, and one session never becomes two (the attack: a thief confirms the password in a loop, so that
/// "End session" ends only an earlier id).
///
/// # Errors
/// As any query.
pub fn renew(
    conn: &mut Tx<'_>,
    old: &TokenDigest,
    new: &TokenDigest,
    written: &Written<'_>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    // Locks the account, so that two new sessions count each other and no revocation happens in between.
    if !accounts::lock_if_current(conn, written.account, written.epoch)? {
        return Ok(false);
    }
    let same = sessions::id_digest
        .eq(old.as_str())
        .and(sessions::account_id.eq(&written.account.0));
    let handle = diesel::update(sessions::table.filter(same))
        .set((
            sessions::id_digest.eq(new.as_str()),
            sessions::epoch.eq(written.epoch),
            sessions::signed_in_at.eq(written.signed_in.map(|at| at.0)),
            sessions::state.eq(written.state),
            sessions::created_at.eq(now.0),
            sessions::last_used_at.eq(now.0),
            sessions::address.eq(written.used_from.map(|(address, _)| address)),
            sessions::browser.eq(written.used_from.map(|(_, browser)| browser)),
        ))
        .returning(sessions::handle)
        .kept()
        .get_result::<String>(&mut **conn)
        .optional()?;
    let Some(handle) = handle else { return Ok(false) };
    end_what_is_over(conn, &handle, written)?;
    Ok(true)
}

/// Deletes the account's sessions of earlier epochs, which are already invalid, and the oldest signed-in
/// sessions above the maximum.
fn end_what_is_over(conn: &mut Tx<'_>, handle: &str, written: &Written<'_>) -> Result<(), StoreError> {
    let account = &written.account.0;
    let earlier = sessions::account_id
        .eq(account)
        .and(sessions::epoch.lt(written.epoch));
    diesel::delete(sessions::table.filter(earlier)).execute(&mut **conn)?;
    if written.signed_in.is_none() {
        return Ok(());
    }
    let others: Vec<String> = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::signed_in_at.is_not_null())
        .filter(sessions::handle.ne(handle))
        .order((sessions::signed_in_at.desc(), sessions::created_at.desc()))
        .select(sessions::handle)
        .load(&mut **conn)?;
    let too_many = others.get(MOST_AT_ONCE - 1..).unwrap_or_default();
    if !too_many.is_empty() {
        diesel::delete(sessions::table.filter(sessions::handle.eq_any(too_many))).execute(&mut **conn)?;
    }
    Ok(())
}

/// Updates the state of a session; false if it no longer exists (the attack: a request in progress that
/// revives a session after sign-out).
///
/// # Errors
/// As any query.
pub fn update(conn: &mut DbConnection, id: &TokenDigest, written: &Written<'_>) -> Result<bool, StoreError> {
    let same = sessions::id_digest
        .eq(id.as_str())
        .and(sessions::account_id.eq(&written.account.0));
    let changed = diesel::update(sessions::table.filter(same))
        .set((
            sessions::epoch.eq(written.epoch),
            sessions::signed_in_at.eq(written.signed_in.map(|at| at.0)),
            sessions::state.eq(written.state),
        ))
        .kept()
        .execute(conn)?;
    Ok(changed == 1)
}

/// Ends a session.
///
/// # Errors
/// As any query.
pub fn delete(conn: &mut DbConnection, id: &TokenDigest) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::id_digest.eq(id.as_str()))).execute(conn)?;
    Ok(())
}

/// Ends all sessions of an account. Not needed if one of them continues in the next epoch, because that
/// ends the others.
///
/// # Errors
/// As any query.
pub fn delete_all(conn: &mut DbConnection, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(&account.0))).execute(conn)?;
    Ok(())
}

/// Ends all sessions and pending sign-ins of all subaccounts of a main account; returns how many subaccounts
/// were signed in.
pub fn delete_all_of_subaccounts(
    tx: &mut Tx<'_>,
    main: &AccountId,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let subaccounts = || {
        holders::table
            .filter(holders::main_account_id.eq(&main.0))
            .select(holders::id)
    };
    let signed_in = sessions::table
        .filter(sessions::account_id.eq_any(subaccounts()))
        .filter(sessions::signed_in_at.gt(now.0 - ABSOLUTE_SECONDS))
        .filter(sessions::last_used_at.gt(now.0 - IDLE_SECONDS))
        .select(count(sessions::account_id).aggregate_distinct())
        .get_result(&mut **tx)?;
    diesel::delete(sessions::table.filter(sessions::account_id.eq_any(subaccounts()))).execute(&mut **tx)?;
    Ok(signed_in)
}

/// Ends the session with this handle if it belongs to the account; returns whether it did.
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
    /// When it was last used, rounded down to the minute.
    pub last_used_at: Timestamp,
    /// The IP address of its last use.
    pub address: Option<String>,
    /// The browser.
    pub browser: Option<String>,
}

/// The live signed-in sessions of an account, the last used first.
///
/// # Errors
/// As any query.
pub fn open(conn: &mut DbConnection, account: &AccountId, now: Timestamp) -> Result<Vec<Open>, StoreError> {
    type Row = (String, Option<i64>, i64, Option<String>, Option<String>);
    let rows: Vec<Row> = sessions::table
        .inner_join(holders::table.on(holders::id.eq(sessions::account_id)))
        .filter(sessions::account_id.eq(&account.0))
        .filter(sessions::epoch.eq(holders::epoch))
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

/// Deletes up to `count` expired sessions; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = sessions::last_used_at
        .le(now.0 - IDLE_SECONDS)
        .or(sessions::created_at.le(now.0 - ABSOLUTE_SECONDS));
    remove_some!(conn, sessions, id_digest, over, count)
}
