//! Where the chains of the activity log begin and end, and whether they hold.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::{
    Conn, DbConnection, StoreError, Tx,
    schema::{accounts, event_chains as chains, security_events as events},
    security_events, transaction,
};
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    event_chain::{Anchor, Broken, Chain, Mark, link},
    sealed::PurposeKey,
};

/// Rows that are read at once when all of them are.
const AT_ONCE: i64 = 1000;
/// Chains that are swept in one portion.
const CHAINS_AT_ONCE: i64 = 20;

type Row = (String, i64, String, i64, String);

const COLUMNS: (
    chains::chain,
    chains::swept_through,
    chains::horizon,
    chains::last,
    chains::digest,
) = (
    chains::chain,
    chains::swept_through,
    chains::horizon,
    chains::last,
    chains::digest,
);

fn anchor((chain, swept_through, horizon, last, digest): Row) -> Anchor {
    Anchor {
        chain: Chain::stored(chain),
        swept_through,
        horizon,
        last,
        digest,
    }
}

/// Begins the chain of the front door in a database without any.
///
/// # Errors
/// As any query.
pub fn begin(conn: &mut DbConnection, key: &PurposeKey) -> Result<(), StoreError> {
    let any: Option<String> = chains::table.select(chains::chain).first(conn).optional()?;
    match any {
        Some(_) => Ok(()),
        None => match insert(conn, &Anchor::begun(Chain::front_door()), key) {
            // Another instance was first.
            Err(StoreError::Taken) => Ok(()),
            begun => begun,
        },
    }
}

fn insert(conn: &mut DbConnection, anchor: &Anchor, key: &PurposeKey) -> Result<(), StoreError> {
    let values = (
        chains::chain.eq(anchor.chain.as_str()),
        chains::swept_through.eq(anchor.swept_through),
        chains::horizon.eq(&anchor.horizon),
        chains::last.eq(anchor.last),
        chains::digest.eq(&anchor.digest),
        chains::proof.eq(anchor.proof(key)),
    );
    // A savepoint where a transaction is open: in PostgreSQL an insert that fails would end
    // all of it.
    conn.transaction(|conn| diesel::insert_into(chains::table).values(values).execute(conn))?;
    Ok(())
}

/// A chain that nobody else writes into until the transaction ends.
pub(super) struct Held {
    pub(super) anchor: Anchor,
    /// Whether all that is known of it was written by us.
    ours: bool,
}

/// Holds a chain, so that entries follow one another. Only whoever writes into the same chain
/// waits. One that is missing is begun by `missing`.
pub(super) fn hold(
    tx: &mut Tx<'_>,
    chain: &Chain,
    missing: fn(Chain) -> Anchor,
    key: &PurposeKey,
) -> Result<Held, StoreError> {
    loop {
        // A write, so that it holds on both databases.
        let held = diesel::update(chains::table.filter(chains::chain.eq(chain.as_str())))
            .set(chains::last.eq(chains::last))
            .returning((COLUMNS, chains::proof))
            .get_result::<(Row, String)>(&mut **tx)
            .optional()?;
        if let Some((row, proof)) = held {
            let anchor = anchor(row);
            let ours = proof == anchor.proof(key);
            return Ok(Held { anchor, ours });
        }
        match insert(tx, &missing(chain.clone()), key) {
            Ok(()) | Err(StoreError::Taken) => {}
            Err(error) => return Err(error),
        }
    }
}

/// Renews the anchor of a chain that is held. One that somebody else wrote gets no proof from us,
/// now or later (the attack: entries and anchor are cut off together, and the next sign-in signs
/// what is left). Entries are still written: nobody is kept out by a broken log.
pub(super) fn renew(tx: &mut Tx<'_>, held: &Held, key: &PurposeKey) -> Result<(), StoreError> {
    let Held { anchor, ours } = held;
    let proof = if *ours { anchor.proof(key) } else { String::new() };
    diesel::update(chains::table.filter(chains::chain.eq(anchor.chain.as_str())))
        .set((
            chains::swept_through.eq(anchor.swept_through),
            chains::horizon.eq(&anchor.horizon),
            chains::last.eq(anchor.last),
            chains::digest.eq(&anchor.digest),
            chains::proof.eq(proof),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Anchors with their proofs, by chain, those after the chain `after`.
fn anchors_after(conn: &mut DbConnection, after: &str) -> Result<Vec<(Anchor, String)>, StoreError> {
    let rows: Vec<(Row, String)> = chains::table
        .filter(chains::chain.gt(after))
        .order(chains::chain)
        .limit(AT_ONCE)
        .select((COLUMNS, chains::proof))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, proof)| (anchor(row), proof))
        .collect())
}

/// What a look at the whole log found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Chains.
    pub chains: i64,
    /// Entries that are kept.
    pub entries: i64,
    /// Where each chain ends, for a copy elsewhere.
    pub marks: Vec<Mark>,
    /// What is wrong.
    pub broken: Vec<Broken>,
}

/// Looks at every link and every anchor, and whether everything is there that was there when
/// `before` was noted. Call it in a [`super::snapshot`].
///
/// # Errors
/// As any query.
pub fn verify(conn: &mut DbConnection, key: &PurposeKey, before: &[Mark]) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    let mut after = String::new();
    loop {
        let anchors = anchors_after(conn, &after)?;
        let Some((last, _)) = anchors.last() else {
            break;
        };
        last.chain.as_str().clone_into(&mut after);
        for (anchor, proof) in anchors {
            verified.chains += 1;
            verified.entries += anchor.kept();
            verified.broken.extend(broken(conn, key, &anchor, &proof)?);
            verified.marks.push(anchor.into());
        }
    }
    verified.broken.extend(missing(conn)?);
    for mark in before {
        if !is_there(conn, mark)? {
            verified
                .broken
                .push(Broken::Before(mark.chain.clone(), mark.last));
        }
    }
    Ok(verified)
}

/// What is wrong with a chain; the first thing.
fn broken(
    conn: &mut DbConnection,
    key: &PurposeKey,
    anchor: &Anchor,
    proof: &str,
) -> Result<Option<Broken>, StoreError> {
    let chain = &anchor.chain;
    if proof != anchor.proof(key) {
        return Ok(Some(Broken::Anchor(chain.clone())));
    }
    let (mut last, mut digest) = (anchor.swept_through, anchor.horizon.clone());
    // From the very first entry on, so that none is before what is said to be no longer kept.
    let mut from = 0;
    loop {
        let rows = security_events::after(conn, chain, from, AT_ONCE)?;
        if rows.is_empty() {
            break;
        }
        for (entry, stored) in rows {
            let place = entry.sequence;
            if place > anchor.last && last == anchor.last {
                return Ok(Some(Broken::Added(chain.clone(), place)));
            }
            if place != last + 1 || stored != link(chain, &entry, &digest, key) {
                return Ok(Some(Broken::Entry(chain.clone(), place)));
            }
            (last, digest, from) = (place, stored, place);
        }
    }
    Ok(if last < anchor.last {
        Some(Broken::CutOff {
            chain: chain.clone(),
            first: last + 1,
            last: anchor.last,
        })
    } else if digest != anchor.digest {
        Some(Broken::Anchor(chain.clone()))
    } else if anchor.was_missing() {
        Some(Broken::BegunAgain(chain.clone()))
    } else {
        None
    })
}

/// Chains that should be there and are not: of main accounts, of the front door where there is
/// any account, and of entries.
fn missing(conn: &mut DbConnection) -> Result<Vec<Broken>, StoreError> {
    let of_account = chains::table.filter(chains::chain.eq(accounts::id));
    let mut missing: Vec<String> = accounts::table
        .filter(accounts::main_account_id.is_null())
        .filter(not(exists(of_account)))
        .order(accounts::id)
        .select(accounts::id)
        .load(conn)?;
    let of_entry = chains::table.filter(chains::chain.eq(events::chain));
    let entries: Vec<String> = events::table
        .filter(not(exists(of_entry)))
        .distinct()
        .order(events::chain)
        .select(events::chain)
        .load(conn)?;
    missing.extend(entries);
    let front_door = Chain::front_door();
    let row: Option<String> = chains::table
        .filter(chains::chain.eq(front_door.as_str()))
        .select(chains::chain)
        .first(conn)
        .optional()?;
    if row.is_none() {
        missing.push(front_door.as_str().to_owned());
    }
    missing.sort();
    missing.dedup();
    Ok(missing
        .into_iter()
        .map(|chain| Broken::Missing(Chain::stored(chain)))
        .collect())
}

/// Whether a chain still has the entry that was its last one.
fn is_there(conn: &mut DbConnection, mark: &Mark) -> Result<bool, StoreError> {
    let row = chains::table
        .filter(chains::chain.eq(mark.chain.as_str()))
        .select(COLUMNS)
        .first::<Row>(conn)
        .optional()?;
    let Some(anchor) = row.map(anchor) else {
        return Ok(false);
    };
    if mark.last == 0 || mark.last < anchor.swept_through {
        return Ok(true);
    }
    if mark.last == anchor.swept_through {
        return Ok(mark.digest == anchor.horizon);
    }
    let digest = security_events::digest_at(conn, &mark.chain, mark.last)?;
    Ok(digest.is_some_and(|digest| digest == mark.digest))
}

/// Removes up to `count` entries that are older than `before`, the oldest of each chain first, and
/// writes down where the chains begin now; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut Conn, key: &PurposeKey, before: Timestamp, count: i64) -> Result<usize, StoreError> {
    let old: Vec<String> = chains::table
        .inner_join(
            events::table.on(events::chain
                .eq(chains::chain)
                .and(events::sequence.eq(chains::swept_through + 1))),
        )
        .filter(events::occurred_at.lt(before.0))
        .order(chains::chain)
        .limit(CHAINS_AT_ONCE)
        .select(chains::chain)
        .load(&mut **conn)?;
    let mut gone = 0;
    for chain in old {
        let left = count - i64::try_from(gone).unwrap_or(count);
        if left <= 0 {
            break;
        }
        let chain = Chain::stored(chain);
        gone += transaction(conn, |tx| sweep_chain(tx, key, &chain, before, left))?;
    }
    Ok(gone)
}

fn sweep_chain(
    tx: &mut Tx<'_>,
    key: &PurposeKey,
    chain: &Chain,
    before: Timestamp,
    count: i64,
) -> Result<usize, StoreError> {
    let mut held = hold(tx, chain, Anchor::begun_again, key)?;
    let oldest = security_events::after(tx, chain, held.anchor.swept_through, count)?;
    // Up to the first that is kept: a clock that was set back leaves no gap.
    let old = oldest.into_iter().take_while(|(entry, _)| entry.at < before);
    let mut gone = 0;
    for (entry, digest) in old {
        // What does not hold is not made good by being old.
        held.ours &= entry.sequence == held.anchor.swept_through + 1
            && digest == link(chain, &entry, &held.anchor.horizon, key);
        (held.anchor.swept_through, held.anchor.horizon) = (entry.sequence, digest);
        gone += 1;
    }
    if gone > 0 {
        renew(tx, &held, key)?;
        security_events::remove_through(tx, chain, held.anchor.swept_through)?;
    }
    Ok(gone)
}

/// The chain that an account's events are in, and its name; none where nobody knows the id.
pub(super) fn of_account(
    conn: &mut DbConnection,
    account: &AccountId,
) -> Result<Option<(Chain, String)>, StoreError> {
    let row: Option<(Option<String>, String)> = accounts::table
        .filter(accounts::id.eq(&account.0))
        .select((accounts::main_account_id, accounts::username))
        .first(conn)
        .optional()?;
    if let Some((main, username)) = row {
        let main = main.map_or_else(|| account.clone(), AccountId);
        return Ok(Some((Chain::of_main_account(&main), username)));
    }
    // It is deleted, and what is still to be written about it goes where the rest is.
    security_events::last_known(conn, account)
}
