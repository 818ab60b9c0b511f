//! Verification and retention of the activity log: over its chains and its entries.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::{
    Conn, DbConnection, StoreError, Tx, event_chains,
    schema::{accounts, event_chains as chains, security_events as events},
    security_events, transaction,
};
use crate::domain::{
    clock::Timestamp,
    event_chain::{Anchor, Broken, Chain, Mark, link},
    sealed::PurposeKey,
};

/// Entries per query when all are read.
const AT_ONCE: i64 = 1000;
/// Chains per round of deletion.
const CHAINS_AT_ONCE: i64 = 20;

/// The result of the verification.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The number of chains.
    pub chains: i64,
    /// The number of entries.
    pub entries: i64,
    /// The end of each chain, for a copy elsewhere.
    pub marks: Vec<Mark>,
    /// Problems.
    pub broken: Vec<Broken>,
}

/// Verifies every link and every anchor, and that all entries listed in `before` still exist. Call it in a
/// [`super::snapshot`].
///
/// # Errors
/// As any query.
pub fn verify(conn: &mut DbConnection, key: &PurposeKey, before: &[Mark]) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    let mut after = String::new();
    loop {
        let anchors = event_chains::anchors_after(conn, &after)?;
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

/// The first problem of a chain.
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
    // From the very first entry, so that there is none before the anchor's start.
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

/// Missing chains: of main accounts, of entries, and, if there is any account, the chain of events without an
/// account.
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
    if event_chains::find(conn, front_door.as_str())?.is_none() {
        missing.push(front_door.as_str().to_owned());
    }
    missing.sort();
    missing.dedup();
    Ok(missing
        .into_iter()
        .map(|chain| Broken::Missing(Chain::stored(chain)))
        .collect())
}

/// Whether a chain still contains the entry of an earlier mark.
fn is_there(conn: &mut DbConnection, mark: &Mark) -> Result<bool, StoreError> {
    let Some(anchor) = event_chains::find(conn, mark.chain.as_str())? else {
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

/// Deletes up to `count` entries that are older than `before`, the oldest of each chain first, and updates
/// the anchors; returns how many.
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
    let mut held = event_chains::hold(tx, chain, Anchor::begun_again, key)?;
    let oldest = security_events::after(tx, chain, held.anchor.swept_through, count)?;
    // Up to the first entry to keep, so that a clock that was set back leaves no gap.
    let old = oldest.into_iter().take_while(|(entry, _)| entry.at < before);
    let mut gone = 0;
    for (entry, digest) in old {
        // A broken chain stays marked as broken after its old entries are deleted, so that retention does not
        // hide tampering.
        held.ours &= entry.sequence == held.anchor.swept_through + 1
            && digest == link(chain, &entry, &held.anchor.horizon, key);
        (held.anchor.swept_through, held.anchor.horizon) = (entry.sequence, digest);
        gone += 1;
    }
    if gone > 0 {
        event_chains::renew(tx, &held, key)?;
        security_events::remove_through(tx, chain, held.anchor.swept_through)?;
    }
    Ok(gone)
}
