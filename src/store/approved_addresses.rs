//! IP addresses that were approved by a mailed link, each for one account and one allow list.

use std::net::IpAddr;

use diesel::{dsl::exists, prelude::*};

use super::{
    DbConnection, StoreError, Tx,
    kept::Keep as _,
    schema::{accounts, approved_addresses as approved},
};
use crate::domain::{
    account::{AccountId, Username},
    allow_list::{AllowListScope, Place},
    clock::Timestamp,
    lifetimes::APPROVED_SECONDS,
};

/// An address that an account may sign in from although an allow list refuses it.
#[derive(Debug, Clone)]
pub struct Approved {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub username: Username,
    /// The address.
    pub address: String,
    /// The allow list that it bypasses.
    pub scope: AllowListScope,
    /// When it was approved.
    pub at: Timestamp,
}

/// Where a page of a list begins: after this account's key and this address.
#[derive(Debug, Clone)]
pub struct After {
    /// The key of the account's name.
    pub key: String,
    /// The address.
    pub address: String,
}

type Row = (String, String, String, String, i64);

fn read((account, username, address, scope, at): Row) -> Result<Approved, StoreError> {
    let scope = AllowListScope::named(&scope)
        .ok_or_else(|| StoreError::Unexpected(format!("approved_addresses.scope: {scope}")))?;
    Ok(Approved {
        account: AccountId(account),
        username: Username::stored(username),
        address,
        scope,
        at: Timestamp(at),
    })
}

/// Current approvals, with the account's name.
macro_rules! current {
    ($now:expr) => {
        approved::table
            .inner_join(accounts::table.on(accounts::id.eq(approved::account_id)))
            .filter(approved::approved_at.gt($now.0 - APPROVED_SECONDS))
            .select((
                accounts::id,
                accounts::username,
                approved::address,
                approved::scope,
                approved::approved_at,
            ))
    };
}

/// The lists that an address bypasses for an account. An approval applies to the network of the address.
///
/// # Errors
/// As any query.
pub fn passed(
    conn: &mut DbConnection,
    account: &AccountId,
    address: IpAddr,
    now: Timestamp,
) -> Result<Vec<AllowListScope>, StoreError> {
    let scopes: Vec<String> = approved::table
        .filter(approved::account_id.eq(&account.0))
        .filter(approved::address.eq(Place::of(address).to_string()))
        .filter(approved::approved_at.gt(now.0 - APPROVED_SECONDS))
        .select(approved::scope)
        .load(conn)?;
    Ok(scopes
        .iter()
        .filter_map(|scope| AllowListScope::named(scope))
        .collect())
}

/// The current approvals of an account, newest first. There are only a few, because at most ten mails a day
/// are sent and each approves one.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a row of another version.
pub fn of_account(
    conn: &mut DbConnection,
    account: &AccountId,
    now: Timestamp,
) -> Result<Vec<Approved>, StoreError> {
    let rows: Vec<Row> = current!(now)
        .filter(approved::account_id.eq(&account.0))
        .order((
            approved::approved_at.desc(),
            approved::address.asc(),
            approved::scope.asc(),
        ))
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// The approvals of a main account's subaccounts for its list for all subaccounts, by name and address. Uses
/// the index of names, so that each page of a long list costs the same.
///
/// # Errors
/// As [`of_account`].
pub fn of_subaccounts(
    conn: &mut DbConnection,
    main: &AccountId,
    now: Timestamp,
    after: Option<&After>,
    count: usize,
) -> Result<Vec<Approved>, StoreError> {
    let mut query = current!(now)
        .filter(accounts::main_account_id.eq(&main.0))
        .filter(approved::scope.eq(AllowListScope::Everybody.name()))
        .into_boxed();
    if let Some(After { key, address }) = after {
        let same = accounts::username_key.eq(key).and(approved::address.gt(address));
        query = query
            .filter(accounts::username_key.ge(key))
            .filter(accounts::username_key.gt(key).or(same));
    }
    let rows: Vec<Row> = query
        .order((accounts::username_key.asc(), approved::address.asc()))
        .limit(i64::try_from(count).unwrap_or(i64::MAX))
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// Approves an address that this list refuses for an account.
///
/// # Errors
/// As any query.
pub fn approve(
    tx: &mut Tx<'_>,
    account: &AccountId,
    scope: AllowListScope,
    address: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let old = approved::table
        .filter(approved::account_id.eq(&account.0))
        .filter(approved::scope.eq(scope.name()))
        .filter(approved::address.eq(address));
    diesel::delete(old).execute(&mut **tx)?;
    diesel::insert_into(approved::table)
        .values((
            approved::account_id.eq(&account.0),
            approved::scope.eq(scope.name()),
            approved::address.eq(address),
            approved::approved_at.eq(now.0),
        ))
        .kept()
        .execute(tx)?;
    Ok(())
}

/// Revokes an address of an account for all lists; returns whether it was approved.
///
/// # Errors
/// As any query.
pub fn revoke(tx: &mut Tx<'_>, account: &AccountId, address: &str) -> Result<bool, StoreError> {
    let row = approved::table
        .filter(approved::account_id.eq(&account.0))
        .filter(approved::address.eq(address));
    Ok(diesel::delete(row).execute(&mut **tx)? > 0)
}

/// Revokes all addresses of an account for all lists; returns how many there were.
///
/// # Errors
/// As any query.
pub fn revoke_all(tx: &mut Tx<'_>, account: &AccountId) -> Result<usize, StoreError> {
    let theirs = approved::table.filter(approved::account_id.eq(&account.0));
    Ok(diesel::delete(theirs).execute(&mut **tx)?)
}

/// The accounts that a main account's list applies to, as a subquery of a query over approvals.
macro_rules! under {
    ($main:expr) => {
        accounts::table
            .filter(accounts::id.eq(approved::account_id))
            .filter(
                accounts::main_account_id
                    .eq(&$main.0)
                    .or(accounts::id.eq(&$main.0)),
            )
    };
}

/// Revokes an address for a main account's list for all subaccounts; returns whether it was approved. One
/// DELETE also checks the owner (the attack: the id of another customer's account in the form).
///
/// # Errors
/// As any query.
pub fn revoke_under(
    tx: &mut Tx<'_>,
    main: &AccountId,
    account: &AccountId,
    address: &str,
) -> Result<bool, StoreError> {
    let row = approved::table
        .filter(approved::account_id.eq(&account.0))
        .filter(approved::scope.eq(AllowListScope::Everybody.name()))
        .filter(approved::address.eq(address))
        .filter(exists(under!(main)));
    Ok(diesel::delete(row).execute(&mut **tx)? > 0)
}

/// Revokes all approvals for one list: an account's own, or a main account's for all subaccounts; returns how
/// many.
///
/// # Errors
/// As any query.
pub fn revoke_against(
    tx: &mut Tx<'_>,
    account: &AccountId,
    scope: AllowListScope,
) -> Result<usize, StoreError> {
    let of_this = approved::table.filter(approved::scope.eq(scope.name()));
    Ok(match scope {
        AllowListScope::Own => {
            diesel::delete(of_this.filter(approved::account_id.eq(&account.0))).execute(&mut **tx)?
        }
        AllowListScope::Everybody => {
            diesel::delete(of_this.filter(exists(under!(account)))).execute(&mut **tx)?
        }
    })
}

/// Deletes expired approvals; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    let over = approved::approved_at.le(now.0 - APPROVED_SECONDS);
    Ok(diesel::delete(approved::table.filter(over)).execute(conn)?)
}
