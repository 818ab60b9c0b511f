//! Recovery codes, by their digest.

use diesel::{
    dsl::{count, count_star},
    prelude::*,
};

use super::{DbConnection, StoreError, Tx, schema::recovery_codes as codes};
use crate::domain::{
    account::AccountId,
    authenticator::recovery_code::{Claim, RecoveryCodeDigest},
    clock::Timestamp,
    proof::SecondFactorProof,
};

/// Makes these the account's codes; earlier ones are void.
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
    for digest in set {
        diesel::insert_into(codes::table)
            .values((
                codes::account_id.eq(&account.0),
                codes::digest.eq(digest.as_str()),
                codes::created_at.eq(now.0),
                codes::used_at.eq(None::<i64>),
            ))
            .execute(&mut **conn)?;
    }
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

/// Spends a code by one conditional UPDATE (the attack: one code used in parallel,
/// CVE-2020-25827 and its kin).
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
        .execute(conn)?;
    Ok(claim.settled(changed))
}

/// How many of the account's codes are unused; none where it has no set.
///
/// # Errors
/// As any query.
pub fn unused(conn: &mut DbConnection, account: &AccountId) -> Result<Option<i64>, StoreError> {
    let own = codes::table.filter(codes::account_id.eq(&account.0));
    let (all, used): (i64, i64) = own
        .select((count_star(), count(codes::used_at)))
        .get_result(conn)?;
    Ok((all > 0).then_some(all - used))
}
