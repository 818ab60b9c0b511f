//! Networks that one may sign in from, and other addresses that were approved.

use std::net::IpAddr;

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, Tx,
    schema::{allow_lists, approval_links as links, approved_addresses as approved},
};
use crate::domain::{
    account::{Account, AccountId},
    allow_list::{APPROVED_SECONDS, AllowList, LINK_SECONDS, Wall, Walls},
    clock::Timestamp,
    random::TokenDigest,
    retention::SPENT_SECONDS,
};

const fn scope(wall: Wall) -> &'static str {
    match wall {
        Wall::Own => "own",
        Wall::Everybody => "everybody",
    }
}

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
        .filter(allow_lists::scope.eq(scope(wall)))
        .select(allow_lists::networks)
        .first(conn)
        .optional()?;
    networks.map_or_else(|| Ok(AllowList::default()), |networks| read(&networks))
}

/// Sets one list.
///
/// # Errors
/// As any query.
pub fn set(conn: &mut Tx<'_>, account: &AccountId, wall: Wall, list: &AllowList) -> Result<(), StoreError> {
    let row = allow_lists::table
        .filter(allow_lists::account_id.eq(&account.0))
        .filter(allow_lists::scope.eq(scope(wall)));
    diesel::delete(row).execute(&mut **conn)?;
    if !list.is_empty() {
        diesel::insert_into(allow_lists::table)
            .values((
                allow_lists::account_id.eq(&account.0),
                allow_lists::scope.eq(scope(wall)),
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
        .and(allow_lists::scope.eq(scope(Wall::Own)));
    let everybody = allow_lists::account_id
        .eq(&main.0)
        .and(allow_lists::scope.eq(scope(Wall::Everybody)));
    let rows: Vec<(String, String)> = allow_lists::table
        .filter(own.or(everybody))
        .select((allow_lists::scope, allow_lists::networks))
        .load(conn)?;
    let mut walls = Walls::default();
    for (found, networks) in rows {
        let list = read(&networks)?;
        if found == scope(Wall::Own) {
            walls.own = list;
        } else {
            walls.everybody = list;
        }
    }
    // Asked only where it decides something.
    if walls.refusing(address).is_some() {
        let row = approved::table
            .filter(approved::account_id.eq(&account.id.0))
            .filter(approved::address.eq(address.to_string()))
            .filter(approved::approved_at.gt(now.0 - APPROVED_SECONDS));
        walls.approved = row.count().get_result::<i64>(conn)? > 0;
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

/// Approves no other address any more.
///
/// # Errors
/// As any query.
pub fn forget_approved(conn: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(approved::table.filter(approved::account_id.eq(&account.0))).execute(&mut **conn)?;
    diesel::delete(links::table.filter(links::account_id.eq(&account.0))).execute(&mut **conn)?;
    Ok(())
}

/// Adds a link to approve an address.
///
/// # Errors
/// As any query.
pub fn insert_link(
    conn: &mut DbConnection,
    account: &AccountId,
    token: &TokenDigest,
    address: IpAddr,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(links::table)
        .values((
            links::token_digest.eq(token.as_str()),
            links::account_id.eq(&account.0),
            links::address.eq(address.to_string()),
            links::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// What a link would approve, if it works: an account and an address.
///
/// # Errors
/// As any query.
pub fn link(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<(AccountId, String)>, StoreError> {
    let row: Option<(String, String)> = links::table
        .filter(links::token_digest.eq(token.as_str()))
        .filter(links::used_at.is_null())
        .filter(links::created_at.gt(now.0 - LINK_SECONDS))
        .select((links::account_id, links::address))
        .first(conn)
        .optional()?;
    Ok(row.map(|(account, address)| (AccountId(account), address)))
}

/// Spends a link by one conditional UPDATE, and approves its address; whose it is, or none
/// when it was spent or is too old.
///
/// # Errors
/// As any query.
pub fn approve(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let row = links::table
        .filter(links::token_digest.eq(token.as_str()))
        .filter(links::used_at.is_null())
        .filter(links::created_at.gt(now.0 - LINK_SECONDS));
    let spent: Option<(String, String)> = diesel::update(row)
        .set(links::used_at.eq(now.0))
        .returning((links::account_id, links::address))
        .get_result(conn)
        .optional()?;
    let Some((account, address)) = spent else {
        return Ok(None);
    };
    let old = approved::table
        .filter(approved::account_id.eq(&account))
        .filter(approved::address.eq(&address));
    diesel::delete(old).execute(conn)?;
    diesel::insert_into(approved::table)
        .values((
            approved::account_id.eq(&account),
            approved::address.eq(&address),
            approved::approved_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(Some(AccountId(account)))
}

/// Removes up to `count` links to approve an address that have been too old for a day; how many went.
///
/// # Errors
/// As any query.
pub fn sweep_links(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = links::created_at.le(now.0 - LINK_SECONDS - SPENT_SECONDS);
    remove_some!(conn, links, token_digest, over, count)
}

/// Removes approved addresses that are approved no longer; how many went.
///
/// # Errors
/// As any query.
pub fn sweep_approved(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    let over = approved::approved_at.le(now.0 - APPROVED_SECONDS);
    Ok(diesel::delete(approved::table.filter(over)).execute(conn)?)
}
