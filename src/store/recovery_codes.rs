//! Recovery codes, by their digest.

use diesel::{
    dsl::{count, count_star},
    prelude::*,
};

use super::{
    DbConnection, StoreError, Tx, dialect::insert_rows, kept::Keep as _, schema::recovery_codes as codes,
};
use crate::domain::{
    account::AccountId,
    authenticator::recovery_code::{Claim, RecoveryCodeDigest},
    clock::Timestamp,
    proof::SecondFactorProof,
};

#[derive(Insertable)]
#[diesel(table_name = codes, treat_none_as_default_value = false)]
struct NewRow<'a> {
    account_id: &'a str,
    digest: &'a str,
    created_at: i64,
    used_at: Option<i64>,
}

/// Replaces the account's codes.
///
/// # Errors
/// As any query.
pub fn replace(
    conn: &mut Tx<'_>,
    account: &AccountId,
    set: &[RecoveryCodeDigest],
    now: Timestamp,
) -> Result<(), StoreError> {
    delete_all(conn, account)?;
    insert_many(conn, set.iter().map(|digest| (account, digest)), now)
}

/// Adds complete sets of codes to accounts without codes.
///
/// # Errors
/// As any query.
pub fn insert_many<'a>(
    conn: &mut Tx<'_>,
    sets: impl Iterator<Item = (&'a AccountId, &'a RecoveryCodeDigest)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let rows: Vec<NewRow<'_>> = sets
        .map(|(account, digest)| NewRow {
            account_id: &account.0,
            digest: digest.as_str(),
            created_at: now.0,
            used_at: None,
        })
        .collect();
    insert_rows!(conn, codes::table, rows);
    Ok(())
}

/// Voids the account's codes.
///
/// # Errors
/// As any query.
pub fn delete_all(conn: &mut DbConnection, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(codes::table.filter(codes::account_id.eq(&account.0))).execute(conn)?;
    Ok(())
}

/// Spends a code by one conditional UPDATE (the attack: one code used in parallel requests, CVE-2020-25827
/// and similar).
///
/// # Errors
/// As any query.
pub fn settle(
    conn: &mut DbConnection,
    claim: Claim,
    now: Timestamp,
) -> Result<Option<SecondFactorProof>, StoreError> {
    let unused = codes::account_id
        .eq(&claim.account().0)
        .and(codes::digest.eq(claim.digest().as_str()))
        .and(codes::used_at.is_null());
    let changed = diesel::update(codes::table.filter(unused))
        .set(codes::used_at.eq(Some(now.0)))
        .kept()
        .execute(conn)?;
    Ok(claim.settled(changed))
}

/// The number of unused codes of the account; none if it has no set.
///
/// # Errors
/// As any query.
pub fn unused(conn: &mut DbConnection, account: &AccountId) -> Result<Option<i64>, StoreError> {
    let own = codes::table.filter(codes::account_id.eq(&account.0));
    let (all, used) = own
        .select((count_star(), count(codes::used_at)))
        .get_result(conn)?;
    Ok(left(all, used))
}

/// The same, from the total and the number of used codes.
pub(super) fn left(all: i64, used: i64) -> Option<i64> {
    (all > 0).then_some(all - used)
}
