//! The activity log, append-only: each entry is linked to the previous one in its chain, and database
//! triggers refuse to change or delete entries within the retention period.

use std::net::IpAddr;

use diesel::{
    dsl::{exists, max},
    prelude::*,
    select,
};

use super::{
    DbConnection, StoreError, Tx,
    dialect::insert_rows,
    event_chains,
    schema::{accounts, security_events as events},
};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    event_chain::{Anchor, Chain, link},
    sealed::PurposeKey,
    security_event::{Entry, Event, Names, SecurityEvent},
};

#[derive(Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
struct NewRow {
    chain: String,
    sequence: i64,
    occurred_at: i64,
    account_id: Option<String>,
    username: Option<String>,
    actor: String,
    actor_name: Option<String>,
    address: Option<String>,
    browser: Option<String>,
    event: String,
    reason: Option<String>,
    management: bool,
    digest: String,
}

impl NewRow {
    fn of(chain: &Chain, entry: Entry, digest: String) -> Self {
        Self {
            chain: chain.as_str().to_owned(),
            sequence: entry.sequence,
            occurred_at: entry.at.0,
            account_id: entry.account,
            username: entry.username,
            actor: entry.actor,
            actor_name: entry.actor_name,
            address: entry.address,
            browser: entry.browser,
            event: entry.event,
            reason: entry.reason,
            management: entry.management,
            digest,
        }
    }
}

/// Appends an entry to its chain, which is locked until the transaction ends.
///
/// # Errors
/// As any query.
pub fn insert(tx: &mut Tx<'_>, key: &PurposeKey, event: &SecurityEvent) -> Result<(), StoreError> {
    let (chain, names) = place(tx, event)?;
    // A main account's chain starts only with the creation of the account.
    let is_beginning = event.event == Event::AccountCreated
        && event
            .account
            .as_ref()
            .is_some_and(|account| Chain::of_main_account(account) == chain);
    let missing = if is_beginning {
        Anchor::begun
    } else {
        Anchor::begun_again
    };
    let mut held = event_chains::hold(tx, &chain, missing, key)?;
    let entry = event.written(held.anchor.last + 1, names);
    let digest = link(&chain, &entry, &held.anchor.digest, key);
    (held.anchor.last, held.anchor.digest) = (entry.sequence, digest.clone());
    let rows = [NewRow::of(&chain, entry, digest)];
    insert_rows!(tx, events::table, rows);
    event_chains::renew(tx, &held, key)
}

/// Buffers entries of chains that have no other writer, to write many at once. Only for `seed`, which writes
/// millions.
pub struct Gathered<'a> {
    key: &'a PurposeKey,
    rows: Vec<NewRow>,
    ended: Vec<Open>,
    open: Option<Open>,
}

/// The current chain.
struct Open {
    anchor: Anchor,
    is_stored: bool,
}

impl<'a> Gathered<'a> {
    /// None yet.
    #[must_use]
    pub const fn new(key: &'a PurposeKey) -> Self {
        Self {
            key,
            rows: Vec::new(),
            ended: Vec::new(),
            open: None,
        }
    }

    /// The number of buffered entries.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the buffer is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds an entry to the chain of a main account. All entries of one main account must be added before
    /// those of the next.
    pub fn add(&mut self, main: &AccountId, event: &SecurityEvent, names: Names) {
        let chain = Chain::of_main_account(main);
        let open = match self.open.take() {
            Some(open) if open.anchor.chain == chain => open,
            before => {
                self.ended.extend(before);
                Open {
                    anchor: Anchor::begun(chain.clone()),
                    is_stored: false,
                }
            }
        };
        let open = self.open.insert(open);
        let entry = event.written(open.anchor.last + 1, names);
        let digest = link(&chain, &entry, &open.anchor.digest, self.key);
        open.anchor.last = entry.sequence;
        open.anchor.digest.clone_from(&digest);
        self.rows.push(NewRow::of(&chain, entry, digest));
    }

    /// Writes the buffered entries.
    ///
    /// # Errors
    /// As any query; [`StoreError::Taken`] if another writer has added to one of the chains.
    pub fn write(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let mut begun = Vec::new();
        let ended = std::mem::take(&mut self.ended);
        for open in ended.iter().chain(&self.open) {
            let anchor = open.anchor.clone();
            if open.is_stored {
                event_chains::renew(tx, &event_chains::Held { anchor, ours: true }, self.key)?;
            } else {
                begun.push(anchor);
            }
        }
        if let Some(open) = &mut self.open {
            open.is_stored = true;
        }
        // Before the entries, which reference them.
        event_chains::insert_many(tx, &begun, self.key)?;
        insert_rows!(tx, events::table, self.rows);
        self.rows.clear();
        Ok(())
    }
}

/// The chain of an account's events, and the account's name; none for an unknown id.
fn home(conn: &mut DbConnection, account: &AccountId) -> Result<Option<(Chain, String)>, StoreError> {
    let row: Option<(Option<String>, String)> = accounts::table
        .filter(accounts::id.eq(&account.0))
        .select((accounts::main_account_id, accounts::username))
        .first(conn)
        .optional()?;
    if let Some((main, username)) = row {
        let main = main.map_or_else(|| account.clone(), AccountId);
        return Ok(Some((Chain::of_main_account(&main), username)));
    }
    // The account was deleted: later events go to the same chain as its earlier ones.
    last_known(conn, account)
}

/// The chain of an event, and the names that are stored with it.
fn place(conn: &mut DbConnection, event: &SecurityEvent) -> Result<(Chain, Names), StoreError> {
    let (mut chain, mut names) = (Chain::front_door(), Names::default());
    if let Some(account) = &event.account
        && let Some((of_account, username)) = home(conn, account)?
    {
        chain = of_account;
        names.account = Some(username);
    }
    names.actor = match event.actor_account() {
        None => None,
        Some(actor) if Some(actor) == event.account.as_ref() => names.account.clone(),
        Some(actor) => home(conn, actor)?.map(|(_, username)| username),
    };
    Ok((chain, names))
}

/// The chain and the name of a deleted account.
pub(super) fn last_known(
    conn: &mut DbConnection,
    account: &AccountId,
) -> Result<Option<(Chain, String)>, StoreError> {
    let row: Option<(String, Option<String>)> = events::table
        .filter(events::account_id.eq(&account.0))
        .order(events::sequence.desc())
        .select((events::chain, events::username))
        .first(conn)
        .optional()?;
    Ok(row.map(|(chain, username)| (Chain::stored(chain), username.unwrap_or_default())))
}

/// Entries of a chain after a sequence number, in order, with their stored digests.
pub(super) fn after(
    conn: &mut DbConnection,
    chain: &Chain,
    place: i64,
    count: i64,
) -> Result<Vec<(Entry, String)>, StoreError> {
    let rows: Vec<(Row, String)> = events::table
        .filter(events::chain.eq(chain.as_str()))
        .filter(events::sequence.gt(place))
        .order(events::sequence)
        .limit(count)
        .select((COLUMNS, events::digest))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, digest)| (entry(row), digest))
        .collect())
}

/// The digest of the entry with this sequence number.
pub(super) fn digest_at(
    conn: &mut DbConnection,
    chain: &Chain,
    place: i64,
) -> Result<Option<String>, StoreError> {
    Ok(events::table
        .find((chain.as_str(), place))
        .select(events::digest)
        .first(conn)
        .optional()?)
}

/// Deletes entries of a chain up to a sequence number.
pub(super) fn remove_through(tx: &mut Tx<'_>, chain: &Chain, place: i64) -> Result<(), StoreError> {
    let gone = events::chain.eq(chain.as_str()).and(events::sequence.le(place));
    diesel::delete(events::table.filter(gone)).execute(&mut **tx)?;
    Ok(())
}

type Row = (
    i64,
    i64,
    Option<String>,
    Option<String>,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    String,
    Option<String>,
    bool,
);

const COLUMNS: (
    events::sequence,
    events::occurred_at,
    events::account_id,
    events::username,
    events::actor,
    events::actor_name,
    events::address,
    events::browser,
    events::event,
    events::reason,
    events::management,
) = (
    events::sequence,
    events::occurred_at,
    events::account_id,
    events::username,
    events::actor,
    events::actor_name,
    events::address,
    events::browser,
    events::event,
    events::reason,
    events::management,
);

fn entry(
    (sequence, at, account, username, actor, actor_name, address, browser, event, reason, management): Row,
) -> Entry {
    Entry {
        sequence,
        at: Timestamp(at),
        account,
        username,
        actor,
        actor_name,
        address,
        browser,
        event,
        reason,
        management,
    }
}

/// The distinct IP addresses of an account's events of this kind, newest first.
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

/// Whether something happened to an account from an address since a point in time.
///
/// # Errors
/// As any query.
pub fn happened_since(
    conn: &mut DbConnection,
    account: &AccountId,
    event: Event,
    address: IpAddr,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let such = events::table
        .filter(events::account_id.eq(&account.0))
        .filter(events::event.eq(event.name()))
        .filter(events::address.eq(address.to_string()))
        .filter(events::occurred_at.ge(since.0));
    Ok(select(exists(such)).get_result(conn)?)
}

/// A filter for the entries of an account.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Event names; none for all.
    pub events: Option<Vec<&'static str>>,
    /// Only actions of others on the account.
    pub by_others: bool,
    /// Only entries before this one.
    pub before: Option<i64>,
    /// The maximum number of entries.
    pub count: usize,
}

/// Entries of an account, newest first.
///
/// # Errors
/// As any query.
pub fn of_account(
    conn: &mut DbConnection,
    account: &AccountId,
    wanted: &Wanted,
) -> Result<Vec<Entry>, StoreError> {
    let mut query = events::table
        .filter(events::account_id.eq(account.0.clone()))
        .into_boxed();
    if wanted.by_others {
        query = query.filter(events::actor.ne_all([account.0.clone(), "visitor".to_owned()]));
    }
    latest(conn, query, wanted)
}

/// Management actions on the subaccounts and the policy of a main account, newest first, optionally of one
/// actor. Includes actions on deleted subaccounts.
///
/// # Errors
/// As any query.
pub fn of_management(
    conn: &mut DbConnection,
    main: &AccountId,
    by: Option<&str>,
    wanted: &Wanted,
) -> Result<Vec<Entry>, StoreError> {
    let mut query = management(main).into_boxed();
    if let Some(by) = by {
        query = query.filter(events::actor.eq(by.to_owned()));
    }
    latest(conn, query, wanted)
}

/// The actors in [`of_management`] with their names, ordered by name.
///
/// # Errors
/// As any query.
pub fn managers(
    conn: &mut DbConnection,
    main: &AccountId,
) -> Result<Vec<(String, Option<String>)>, StoreError> {
    Ok(management(main)
        .select((events::actor, events::actor_name))
        .distinct()
        .order((events::actor_name, events::actor))
        .load(conn)?)
}

#[diesel::dsl::auto_type]
fn management(main: &AccountId) -> _ {
    let chain: String = main.0.clone();
    events::table
        .filter(events::chain.eq(chain))
        .filter(events::management.eq(true))
}

type Boxed<'a> = events::BoxedQuery<'a, <DbConnection as diesel::Connection>::Backend>;

fn latest<'a>(
    conn: &mut DbConnection,
    mut query: Boxed<'a>,
    wanted: &'a Wanted,
) -> Result<Vec<Entry>, StoreError> {
    if let Some(names) = &wanted.events {
        query = query.filter(events::event.eq_any(names));
    }
    if let Some(before) = wanted.before {
        query = query.filter(events::sequence.lt(before));
    }
    let rows: Vec<Row> = query
        .order(events::sequence.desc())
        .limit(i64::try_from(wanted.count).unwrap_or(i64::MAX))
        .select(COLUMNS)
        .load(conn)?;
    Ok(rows.into_iter().map(entry).collect())
}
