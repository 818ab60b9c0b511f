//! One-time links by which a new account chooses its first password. An account has a row
//! here for as long as it has not.

use diesel::prelude::*;

use super::{DbConnection, StoreError, schema::invitations};
use crate::domain::{account::AccountId, clock::Timestamp, random::TokenDigest};

/// How long a link opens, in seconds.
pub const LIFETIME_SECONDS: i64 = 3 * 24 * 3600;

/// Adds the first link of an account.
///
/// # Errors
/// As any query.
pub fn insert(
    conn: &mut DbConnection,
    account: &AccountId,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(invitations::table)
        .values((
            invitations::account_id.eq(&account.0),
            invitations::token_digest.eq(token.as_str()),
            invitations::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Puts a new link in the place of the account's earlier one; false when a password was
/// chosen already.
///
/// # Errors
/// As any query.
pub fn renew(
    conn: &mut DbConnection,
    account: &AccountId,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let renewed = diesel::update(invitations::table.filter(invitations::account_id.eq(&account.0)))
        .set((
            invitations::token_digest.eq(token.as_str()),
            invitations::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(renewed == 1)
}

/// When the account's link was made; none where a password was chosen.
///
/// # Errors
/// As any query.
pub fn made_at(conn: &mut DbConnection, account: &AccountId) -> Result<Option<Timestamp>, StoreError> {
    let made: Option<i64> = invitations::table
        .filter(invitations::account_id.eq(&account.0))
        .select(invitations::created_at)
        .first(conn)
        .optional()?;
    Ok(made.map(Timestamp))
}

/// Whose link this is, if it would open.
///
/// # Errors
/// As any query.
pub fn invited(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let account: Option<String> = invitations::table
        .filter(invitations::token_digest.eq(token.as_str()))
        .filter(invitations::created_at.gt(now.0 - LIFETIME_SECONDS))
        .select(invitations::account_id)
        .first(conn)
        .optional()?;
    Ok(account.map(AccountId))
}

/// Spends a link by one conditional DELETE; none when it was spent, voided or is too old
/// (the attack: one link used in parallel).
///
/// # Errors
/// As any query.
pub fn spend(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let row = invitations::table
        .filter(invitations::token_digest.eq(token.as_str()))
        .filter(invitations::created_at.gt(now.0 - LIFETIME_SECONDS));
    let account: Option<String> = diesel::delete(row)
        .returning(invitations::account_id)
        .get_result(conn)
        .optional()?;
    Ok(account.map(AccountId))
}

/// Voids the account's link.
///
/// # Errors
/// As any query.
pub fn void(conn: &mut DbConnection, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(invitations::table.filter(invitations::account_id.eq(&account.0))).execute(conn)?;
    Ok(())
}
