//! One-time links by which an owner chooses another password. An account has one at the most.

use diesel::prelude::*;

use super::{DbConnection, StoreError, schema::password_links as links};
use crate::domain::{
    account::AccountId, clock::Timestamp, notice::PASSWORD_LINK_SECONDS, random::TokenDigest,
};

/// Puts a link in the place of the account's earlier one.
///
/// # Errors
/// As any query.
pub fn set(
    conn: &mut DbConnection,
    account: &AccountId,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<(), StoreError> {
    void(conn, account)?;
    diesel::insert_into(links::table)
        .values((
            links::account_id.eq(&account.0),
            links::token_digest.eq(token.as_str()),
            links::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whose link this is, if it would open.
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
        .filter(links::created_at.gt(now.0 - PASSWORD_LINK_SECONDS))
        .select(links::account_id)
        .first(conn)
        .optional()?;
    Ok(account.map(AccountId))
}

/// Spends a link by one conditional DELETE; none when it was spent, replaced or is too old
/// (the attack: one link used in parallel).
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
        .filter(links::created_at.gt(now.0 - PASSWORD_LINK_SECONDS));
    let account: Option<String> = diesel::delete(row)
        .returning(links::account_id)
        .get_result(conn)
        .optional()?;
    Ok(account.map(AccountId))
}

/// Voids the account's link.
///
/// # Errors
/// As any query.
pub fn void(conn: &mut DbConnection, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(links::table.filter(links::account_id.eq(&account.0))).execute(conn)?;
    Ok(())
}

/// Removes up to `count` links that are too old; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = links::created_at.le(now.0 - PASSWORD_LINK_SECONDS);
    remove_some!(conn, links, account_id, over, count)
}
