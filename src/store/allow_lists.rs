//! IP allow lists: networks that an account may sign in from.

use std::net::IpAddr;

use diesel::prelude::*;

use super::{DbConnection, StoreError, Tx, approved_addresses, kept::Keep as _, schema::allow_lists};
use crate::domain::{
    account::{Account, AccountId},
    allow_list::{AllowList, AllowListScope, AllowLists},
    clock::Timestamp,
};

/// Reads a stored list; without one, every address is allowed.
pub(super) fn read(networks: Option<String>) -> Result<AllowList, StoreError> {
    let read = networks.map(|networks| AllowList::parse(&networks)).transpose();
    let read = read.map_err(|error| StoreError::Unexpected(format!("allow_lists: {error:?}")))?;
    Ok(read.unwrap_or_default())
}

/// One list.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a list of another version.
pub fn get(
    conn: &mut DbConnection,
    account: &AccountId,
    scope: AllowListScope,
) -> Result<AllowList, StoreError> {
    let networks: Option<String> = allow_lists::table
        .filter(allow_lists::account_id.eq(&account.0))
        .filter(allow_lists::scope.eq(scope.name()))
        .select(allow_lists::networks)
        .first(conn)
        .optional()?;
    read(networks)
}

/// Sets one list and revokes the addresses that were approved for the earlier one.
///
/// # Errors
/// As [`get`].
pub fn set(
    conn: &mut Tx<'_>,
    account: &AccountId,
    scope: AllowListScope,
    list: &AllowList,
) -> Result<(), StoreError> {
    if get(conn, account, scope)? == *list {
        return Ok(());
    }
    approved_addresses::revoke_against(conn, account, scope)?;
    let row = allow_lists::table
        .filter(allow_lists::account_id.eq(&account.0))
        .filter(allow_lists::scope.eq(scope.name()));
    diesel::delete(row).execute(&mut **conn)?;
    if !list.is_empty() {
        diesel::insert_into(allow_lists::table)
            .values((
                allow_lists::account_id.eq(&account.0),
                allow_lists::scope.eq(scope.name()),
                allow_lists::networks.eq(list.to_string()),
            ))
            .kept()
            .execute(conn)?;
    }
    Ok(())
}

/// The lists that apply to an account.
///
/// # Errors
/// As [`get`].
pub fn lists(
    conn: &mut DbConnection,
    account: &Account,
    address: IpAddr,
    now: Timestamp,
) -> Result<AllowLists, StoreError> {
    let main = account.main_account.as_ref().unwrap_or(&account.id);
    let own = allow_lists::account_id
        .eq(&account.id.0)
        .and(allow_lists::scope.eq(AllowListScope::Own.name()));
    let everybody = allow_lists::account_id
        .eq(&main.0)
        .and(allow_lists::scope.eq(AllowListScope::Everybody.name()));
    let rows: Vec<(String, String)> = allow_lists::table
        .filter(own.or(everybody))
        .select((allow_lists::scope, allow_lists::networks))
        .load(conn)?;
    let mut lists = AllowLists::default();
    for (found, networks) in rows {
        let list = read(Some(networks))?;
        if found == AllowListScope::Own.name() {
            lists.own = list;
        } else {
            lists.everybody = list;
        }
    }
    with_approvals(conn, lists, &account.id, address, now)
}

/// Adds approvals to the lists, if the lists refuse the address.
///
/// # Errors
/// As any query.
pub fn with_approvals(
    conn: &mut DbConnection,
    mut lists: AllowLists,
    account: &AccountId,
    address: IpAddr,
    now: Timestamp,
) -> Result<AllowLists, StoreError> {
    if lists.refusing(address).is_some() {
        lists.approved = approved_addresses::passed(conn, account, address, now)?;
    }
    Ok(lists)
}
