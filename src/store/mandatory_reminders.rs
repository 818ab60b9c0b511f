//! Reminders that a second factor becomes mandatory.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::{
    DbConnection, StoreError,
    accounts::is_enabled,
    authenticators::authenticator,
    kept::Keep as _,
    schema::{accounts, mandatory_reminders as reminders},
};
use crate::domain::{account::AccountId, clock::Timestamp};

/// Up to `count` accounts of a main account, including itself, after the account `after`, that are in use,
/// have no authenticator, and did not get the reminder for this number of days before this date yet.
///
/// # Errors
/// As any query.
pub fn missing(
    conn: &mut DbConnection,
    main: &AccountId,
    from: Timestamp,
    days_before: i64,
    (after, count): (&AccountId, i64),
) -> Result<Vec<AccountId>, StoreError> {
    let reminded = reminders::table
        .filter(reminders::account_id.eq(accounts::id))
        .filter(reminders::mandatory_from.eq(from.0))
        .filter(reminders::days_before.eq(days_before));
    let ids: Vec<String> = accounts::table
        .filter(accounts::main_account_id.eq(&main.0).or(accounts::id.eq(&main.0)))
        .filter(accounts::id.gt(&after.0))
        .filter(is_enabled())
        .filter(accounts::password_chosen_at.is_not_null())
        .filter(not(exists(authenticator!())))
        .filter(not(exists(reminded)))
        .order(accounts::id)
        .limit(count)
        .select(accounts::id)
        .load(conn)?;
    Ok(ids.into_iter().map(AccountId).collect())
}

/// Records that an account is reminded.
///
/// # Errors
/// [`StoreError::Taken`] if another instance was first.
pub fn insert(
    conn: &mut DbConnection,
    account: &AccountId,
    from: Timestamp,
    days_before: i64,
) -> Result<(), StoreError> {
    diesel::insert_into(reminders::table)
        .values((
            reminders::account_id.eq(&account.0),
            reminders::mandatory_from.eq(from.0),
            reminders::days_before.eq(days_before),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Deletes the records of dates before `before`; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, before: Timestamp) -> Result<usize, StoreError> {
    let over = reminders::mandatory_from.lt(before.0);
    Ok(diesel::delete(reminders::table.filter(over)).execute(conn)?)
}
