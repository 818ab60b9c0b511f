//! The activity log. Entries are added and never changed; each is linked to the one before,
//! and the databases themselves refuse to change or remove one that is to be kept.

use diesel::{
    dsl::max,
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
};

use super::{
    Conn, DbConnection, StoreError, Tx,
    schema::{accounts, security_event_horizon as horizon, security_events as events},
    transaction,
};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    sealed::PurposeKey,
    security_event::{Entry, Event, SecurityEvent, horizon_proof},
};

/// Entries that are read at once when all of them are.
const AT_ONCE: i64 = 1000;

/// Adds an entry behind the last one.
///
/// # Errors
/// As any query.
pub fn insert(conn: &mut Tx<'_>, key: &PurposeKey, entry: &SecurityEvent) -> Result<(), StoreError> {
    loop {
        let (last, before) = end(conn)?;
        let entry = entry.written(last + 1);
        let values = (
            events::sequence.eq(entry.sequence),
            events::occurred_at.eq(entry.at.0),
            events::account_id.eq(&entry.account),
            events::actor.eq(&entry.actor),
            events::address.eq(&entry.address),
            events::browser.eq(&entry.browser),
            events::event.eq(&entry.event),
            events::reason.eq(&entry.reason),
            events::digest.eq(entry.digest(&before, key)),
        );
        // A savepoint where a transaction is open: in PostgreSQL an insert that fails would
        // end all of it.
        let inserted =
            conn.transaction(|conn| diesel::insert_into(events::table).values(values).execute(conn));
        match inserted {
            // Another entry took the place: go behind it.
            Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
            inserted => {
                inserted?;
                return Ok(());
            }
        }
    }
}

/// The last entry's place and digest; where there is none, what came before the log.
fn end(conn: &mut DbConnection) -> Result<(i64, String), StoreError> {
    let last: Option<(i64, String)> = events::table
        .order(events::sequence.desc())
        .select((events::sequence, events::digest))
        .first(conn)
        .optional()?;
    match last {
        Some(last) => Ok(last),
        None => Ok(beginning(conn)?.map_or((0, String::new()), |(through, digest, _)| (through, digest))),
    }
}

/// What is no longer kept: up to which entry, that one's digest, and the proof of both.
fn beginning(conn: &mut DbConnection) -> Result<Option<(i64, String, String)>, StoreError> {
    let row = horizon::table
        .select((horizon::swept_through, horizon::digest, horizon::proof))
        .first(conn)
        .optional()?;
    Ok(row)
}

type Row = (
    i64,
    i64,
    Option<String>,
    String,
    Option<String>,
    Option<String>,
    String,
    Option<String>,
);

const COLUMNS: (
    events::sequence,
    events::occurred_at,
    events::account_id,
    events::actor,
    events::address,
    events::browser,
    events::event,
    events::reason,
) = (
    events::sequence,
    events::occurred_at,
    events::account_id,
    events::actor,
    events::address,
    events::browser,
    events::event,
    events::reason,
);

fn entry((sequence, at, account, actor, address, browser, event, reason): Row) -> Entry {
    Entry {
        sequence,
        at: Timestamp(at),
        account,
        actor,
        address,
        browser,
        event,
        reason,
    }
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

/// Which entries of an account are asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Names of events; none for all of them.
    pub events: Option<Vec<&'static str>>,
    /// Only what others did to the account.
    pub by_others: bool,
    /// Only entries before this one.
    pub before: Option<i64>,
    /// At the most.
    pub count: usize,
}

/// An entry with the name of whoever did it, where that is an account that still exists.
pub struct Listed {
    /// The entry.
    pub entry: Entry,
    /// The actor's user name.
    pub by: Option<String>,
}

/// Entries of an account, the latest first.
///
/// # Errors
/// As any query.
pub fn of_account(
    conn: &mut DbConnection,
    account: &AccountId,
    wanted: &Wanted,
) -> Result<Vec<Listed>, StoreError> {
    let mut query = events::table
        .left_join(accounts::table.on(accounts::id.eq(events::actor)))
        .filter(events::account_id.eq(&account.0))
        .order(events::sequence.desc())
        .limit(i64::try_from(wanted.count).unwrap_or(i64::MAX))
        .select((COLUMNS, accounts::username.nullable()))
        .into_boxed();
    if let Some(names) = &wanted.events {
        query = query.filter(events::event.eq_any(names));
    }
    if wanted.by_others {
        query = query.filter(events::actor.ne_all([account.0.as_str(), "visitor"]));
    }
    if let Some(before) = wanted.before {
        query = query.filter(events::sequence.lt(before));
    }
    let rows: Vec<(Row, Option<String>)> = query.load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, by)| Listed {
            entry: entry(row),
            by,
        })
        .collect())
}

/// What a look at the whole log found.
#[derive(Debug, PartialEq, Eq)]
pub struct Verified {
    /// Entries that are linked.
    pub linked: i64,
    /// Entries from before there were links, at the beginning of the log.
    pub unlinked: i64,
    /// The last entry's place.
    pub last: i64,
    /// Its digest: whoever keeps a copy elsewhere can tell when the end of the log is cut off.
    pub digest: String,
}

/// Where the log is not as it was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The record of what is no longer kept is not ours.
    #[error("what the log says of entries that are no longer kept was changed")]
    Horizon,
    /// An entry was changed, or one before it is gone.
    #[error("entry {0} was changed, or one before it is missing")]
    Entry(i64),
}

/// Looks at every link of the log.
///
/// # Errors
/// As any query; the inner result says where the log is broken.
pub fn verify(conn: &mut DbConnection, key: &PurposeKey) -> Result<Result<Verified, Broken>, StoreError> {
    let (mut last, mut digest) = (0, String::new());
    if let Some((through, known, proof)) = beginning(conn)? {
        if proof != horizon_proof(through, &known, key) {
            return Ok(Err(Broken::Horizon));
        }
        (last, digest) = (through, known);
    }
    let (mut linked, mut unlinked) = (0, 0);
    loop {
        let rows: Vec<(Row, String)> = events::table
            .filter(events::sequence.gt(last))
            .order(events::sequence)
            .limit(AT_ONCE)
            .select((COLUMNS, events::digest))
            .load(conn)?;
        if rows.is_empty() {
            return Ok(Ok(Verified {
                linked,
                unlinked,
                last,
                digest,
            }));
        }
        for (row, stored) in rows {
            let entry = entry(row);
            if stored.is_empty() && linked == 0 && digest.is_empty() {
                unlinked += 1;
            } else if entry.sequence == last + 1 && stored == entry.digest(&digest, key) {
                linked += 1;
            } else {
                return Ok(Err(Broken::Entry(entry.sequence)));
            }
            last = entry.sequence;
            digest = stored;
        }
    }
}

/// Removes up to `count` entries that are older than `before`, the oldest first, and writes
/// down where the log begins now; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut Conn, key: &PurposeKey, before: Timestamp, count: i64) -> Result<usize, StoreError> {
    transaction(conn, |conn| {
        let oldest: Vec<(i64, i64, String)> = events::table
            .order(events::sequence)
            .limit(count)
            .select((events::sequence, events::occurred_at, events::digest))
            .load(&mut **conn)?;
        // Up to the first that is kept: a clock that was set back leaves no gap.
        let gone = oldest.iter().take_while(|(_, at, _)| *at < before.0).last();
        let Some((through, _, digest)) = gone else {
            return Ok(0);
        };
        diesel::delete(horizon::table).execute(&mut **conn)?;
        diesel::insert_into(horizon::table)
            .values((
                horizon::only_one.eq(1),
                horizon::swept_through.eq(through),
                horizon::digest.eq(digest),
                horizon::proof.eq(horizon_proof(*through, digest, key)),
            ))
            .execute(&mut **conn)?;
        Ok(diesel::delete(events::table.filter(events::sequence.le(through))).execute(&mut **conn)?)
    })
}
