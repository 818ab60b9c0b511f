//! Links by which an owner says "this was not me".

use diesel::prelude::*;

use super::{DbConnection, StoreError, schema::alarm_links as links};
use crate::domain::{
    account::AccountId, clock::Timestamp, notice::ALARM_SECONDS, random::TokenDigest,
    retention::SPENT_SECONDS,
};

/// Adds a link. `belongs_to` is what it is taken back with.
///
/// # Errors
/// As any query.
pub fn insert(
    conn: &mut DbConnection,
    account: &AccountId,
    token: &TokenDigest,
    belongs_to: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(links::table)
        .values((
            links::token_digest.eq(token.as_str()),
            links::account_id.eq(&account.0),
            links::belongs_to.eq(belongs_to),
            links::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes back what belongs to this.
///
/// # Errors
/// As any query.
pub fn take_back(conn: &mut DbConnection, belongs_to: &str) -> Result<(), StoreError> {
    diesel::delete(links::table.filter(links::belongs_to.eq(belongs_to))).execute(conn)?;
    Ok(())
}

/// Whose link this is, if it would work.
///
/// # Errors
/// As any query.
pub fn owner(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let account: Option<String> = links::table
        .filter(links::token_digest.eq(token.as_str()))
        .filter(links::used_at.is_null())
        .filter(links::created_at.gt(now.0 - ALARM_SECONDS))
        .select(links::account_id)
        .first(conn)
        .optional()?;
    Ok(account.map(AccountId))
}

/// Spends a link by one conditional UPDATE, and with it all others of its account; none
/// when it was spent or is too old.
///
/// # Errors
/// As any query.
pub fn spend(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let row = links::table
        .filter(links::token_digest.eq(token.as_str()))
        .filter(links::used_at.is_null())
        .filter(links::created_at.gt(now.0 - ALARM_SECONDS));
    let account: Option<String> = diesel::update(row)
        .set(links::used_at.eq(now.0))
        .returning(links::account_id)
        .get_result(conn)
        .optional()?;
    let Some(account) = account else { return Ok(None) };
    let others = links::table
        .filter(links::account_id.eq(&account))
        .filter(links::used_at.is_null());
    diesel::update(others)
        .set(links::used_at.eq(now.0))
        .execute(conn)?;
    Ok(Some(AccountId(account)))
}

/// Removes up to `count` links that have been too old for a day; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = links::created_at.le(now.0 - ALARM_SECONDS - SPENT_SECONDS);
    remove_some!(conn, links, token_digest, over, count)
}
