//! Networks that one may sign in from, and other addresses that were approved.

use std::net::IpAddr;

use diesel::{dsl::exists, prelude::*};

use super::{
    DbConnection, StoreError, Tx,
    schema::{accounts, allow_lists, approved_addresses as approved},
};
use crate::domain::{
    account::{Account, AccountId},
    allow_list::{APPROVED_SECONDS, AllowList, Wall, Walls},
    clock::Timestamp,
};

fn read(networks: &str) -> Result<AllowList, StoreError> {
    AllowList::parse(networks).map_err(|error| StoreError::Unexpected(format!("allow_lists: {error}")))
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
    networks.map_or_else(|| Ok(AllowList::default()), |networks| read(&networks))
}

/// Sets one list. Addresses that were approved against an earlier one are approved no longer.
///
/// # Errors
/// As [`get`].
pub fn set(conn: &mut Tx<'_>, account: &AccountId, wall: Wall, list: &AllowList) -> Result<(), StoreError> {
    if get(conn, account, wall)? == *list {
        return Ok(());
    }
    forget_approved_against(conn, account, wall)?;
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
            .execute(&mut **conn)?;
    }
    Ok(())
}

/// What stands between an account and an address.
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
        let list = read(&networks)?;
        if found == Wall::Own.name() {
            walls.own = list;
        } else {
            walls.everybody = list;
        }
    }
    // Asked only where it decides something.
    if walls.refusing(address).is_some() {
        let scopes: Vec<String> = approved::table
            .filter(approved::account_id.eq(&account.id.0))
            .filter(approved::address.eq(address.to_string()))
            .filter(approved::approved_at.gt(now.0 - APPROVED_SECONDS))
            .select(approved::scope)
            .load(conn)?;
        walls.approved = scopes.iter().filter_map(|scope| Wall::named(scope)).collect();
    }
    Ok(walls)
}

/// Addresses that are approved for an account now.
///
/// # Errors
/// As any query.
pub fn approved(
    conn: &mut DbConnection,
    account: &AccountId,
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    Ok(approved::table
        .filter(approved::account_id.eq(&account.0))
        .filter(approved::approved_at.gt(now.0 - APPROVED_SECONDS))
        .order(approved::approved_at.desc())
        .select(approved::address)
        .load(conn)?)
}

/// Approves no other address of an account any more, whichever list it passes.
///
/// # Errors
/// As any query.
pub fn forget_approved(tx: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(approved::table.filter(approved::account_id.eq(&account.0))).execute(&mut **tx)?;
    Ok(())
}

/// Approves no address any more against this list: an account's own, or a main account's for
/// everybody.
fn forget_approved_against(tx: &mut Tx<'_>, account: &AccountId, wall: Wall) -> Result<(), StoreError> {
    let of_this = approved::table.filter(approved::scope.eq(wall.name()));
    match wall {
        Wall::Own => {
            diesel::delete(of_this.filter(approved::account_id.eq(&account.0))).execute(&mut **tx)?;
        }
        Wall::Everybody => {
            let theirs = accounts::table
                .filter(accounts::id.eq(approved::account_id))
                .filter(
                    accounts::main_account_id
                        .eq(&account.0)
                        .or(accounts::id.eq(&account.0)),
                );
            diesel::delete(of_this.filter(exists(theirs))).execute(&mut **tx)?;
        }
    }
    Ok(())
}

/// Lets an account sign in from an address that this list refuses.
///
/// # Errors
/// As any query.
pub fn approve(
    tx: &mut Tx<'_>,
    account: &AccountId,
    wall: Wall,
    address: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let old = approved::table
        .filter(approved::account_id.eq(&account.0))
        .filter(approved::scope.eq(wall.name()))
        .filter(approved::address.eq(address));
    diesel::delete(old).execute(&mut **tx)?;
    diesel::insert_into(approved::table)
        .values((
            approved::account_id.eq(&account.0),
            approved::scope.eq(wall.name()),
            approved::address.eq(address),
            approved::approved_at.eq(now.0),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Removes approved addresses that are approved no longer; how many went.
///
/// # Errors
/// As any query.
pub fn sweep_approved(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    let over = approved::approved_at.le(now.0 - APPROVED_SECONDS);
    Ok(diesel::delete(approved::table.filter(over)).execute(conn)?)
}
