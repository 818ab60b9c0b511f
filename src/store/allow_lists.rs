//! IP allow lists: networks that an account may sign in from.

use std::net::IpAddr;

use diesel::prelude::*;

use super::{DbConnection, StoreError, Tx, approved_addresses, kept::Keep as _, schema::allow_lists};
use crate::domain::{
    account::{Account, AccountId},
    allow_list::{AllowList, Wall, Walls},
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
pub fn get(conn: &mut DbConnection, account: &AccountId, wall: Wall) -> Result<AllowList, StoreError> {
    let networks: Option<String> = allow_lists::table
        .filter(allow_lists::account_id.eq(&account.0))
        .filter(allow_lists::scope.eq(wall.name()))
        .select(allow_lists::networks)
        .first(conn)
        .optional()?;
    read(networks)
}

/// Sets one list and revokes the addresses that were approved for the earlier one.
///
/// # Errors
/// As [`get`].
pub fn set(conn: &mut Tx<'_>, account: &AccountId, wall: Wall, list: &AllowList) -> Result<(), StoreError> {
    if get(conn, account, wall)? == *list {
        return Ok(());
    }
    approved_addresses::revoke_against(conn, account, wall)?;
    let row = allow_lists::table
        .filter(allow_lists::account_id.eq(&account.0))
        .filter(allow_lists::scope.eq(wall.name()));
    diesel::delete(row).execute(&mut **conn)?;
    if !list.is_empty() {
        diesel::insert_into(allow_lists::table)
            .values((
                allow_lists::account_id.eq(&account.0),
                allow_lists::scope.eq(wall.name()),
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
pub fn walls(
    conn: &mut DbConnection,
    account: &Account,
    address: IpAddr,
    now: Timestamp,
) -> Result<Walls, StoreError> {
    let main = account.main_account.as_ref().unwrap_or(&account.id);
    let own = allow_lists::account_id
        .eq(&account.id.0)
        .and(allow_lists::scope.eq(Wall::Own.name()));
    let everybody = allow_lists::account_id
        .eq(&main.0)
        .and(allow_lists::scope.eq(Wall::Everybody.name()));
    let rows: Vec<(String, String)> = allow_lists::table
        .filter(own.or(everybody))
        .select((allow_lists::scope, allow_lists::networks))
        .load(conn)?;
    let mut walls = Walls::default();
    for (found, networks) in rows {
        let list = read(Some(networks))?;
        if found == Wall::Own.name() {
            walls.own = list;
        } else {
            walls.everybody = list;
        }
    }
    with_approvals(conn, walls, &account.id, address, now)
}

/// Adds approvals to the lists, if the lists refuse the address.
///
/// # Errors
/// As any query.
pub fn with_approvals(
    conn: &mut DbConnection,
    mut walls: Walls,
    account: &AccountId,
    address: IpAddr,
    now: Timestamp,
) -> Result<Walls, StoreError> {
    if walls.refusing(address).is_some() {
        walls.approved = approved_addresses::passed(conn, account, address, now)?;
    }
    Ok(walls)
}
