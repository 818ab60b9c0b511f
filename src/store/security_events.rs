//! The activity log. Entries are added and never changed.

use std::net::IpAddr;

use diesel::{dsl::max, prelude::*};

use super::{DbConnection, StoreError, schema::security_events as events};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    security_event::{Actor, Event, SecurityEvent},
};

/// Adds an entry.
///
/// # Errors
/// As any query.
pub fn insert(conn: &mut DbConnection, entry: &SecurityEvent) -> Result<(), StoreError> {
    let (actor, address): (&str, Option<IpAddr>) = match &entry.actor {
        Actor::Visitor(address) => ("visitor", Some(*address)),
        Actor::Account(id, address) => (&id.0, Some(*address)),
        Actor::Operator => ("operator", None),
    };
    diesel::insert_into(events::table)
        .values((
            events::occurred_at.eq(entry.at.0),
            events::account_id.eq(entry.account.as_ref().map(|id| &id.0)),
            events::actor.eq(actor),
            events::address.eq(address.map(|address| address.to_string())),
            events::event.eq(entry.event.name()),
            events::reason.eq(entry.reason.as_deref()),
        ))
        .execute(conn)?;
    Ok(())
}

/// An entry as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// `visitor`, `operator` or an account's id.
    pub actor: String,
    /// Where from.
    pub address: Option<String>,
    /// The event's name.
    pub event: String,
    /// Why, where somebody had to say.
    pub reason: Option<String>,
}

/// The addresses that an event of an account came from, each once, the latest first.
///
/// # Errors
/// As any query.
pub fn addresses_of(
    conn: &mut DbConnection,
    account: &AccountId,
    event: Event,
    count: i64,
) -> Result<Vec<String>, StoreError> {
    let addresses: Vec<Option<String>> = events::table
        .filter(events::account_id.eq(&account.0))
        .filter(events::event.eq(event.name()))
        .filter(events::address.is_not_null())
        .group_by(events::address)
        .order(max(events::sequence).desc())
        .limit(count)
        .select(events::address)
        .load(conn)?;
    Ok(addresses.into_iter().flatten().collect())
}

/// The newest entries of an account, newest first.
///
/// # Errors
/// As any query.
pub fn newest(conn: &mut DbConnection, account: &AccountId, count: i64) -> Result<Vec<Entry>, StoreError> {
    let rows = events::table
        .filter(events::account_id.eq(&account.0))
        .order(events::sequence.desc())
        .limit(count)
        .select((
            events::occurred_at,
            events::actor,
            events::address,
            events::event,
            events::reason,
        ))
        .load::<(i64, String, Option<String>, String, Option<String>)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(at, actor, address, event, reason)| Entry {
            at: Timestamp(at),
            actor,
            address,
            event,
            reason,
        })
        .collect())
}
