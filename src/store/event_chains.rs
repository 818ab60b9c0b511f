//! The anchors of the activity log: where its chains begin and end.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, Tx,
    dialect::{first_held, insert_rows},
    kept::Keep as _,
    schema::event_chains as chains,
};
use crate::domain::{
    event_chain::{Anchor, Chain},
    sealed::PurposeKey,
};

/// Rows per query when all are read.
const AT_ONCE: i64 = 1000;

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

/// Begins the chain of events without an account in a new database.
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
    // A savepoint if a transaction is open: in PostgreSQL a failed insert would abort all of it.
    conn.transaction(|conn| insert_many(conn, std::slice::from_ref(anchor), key))
}

#[derive(Insertable)]
#[diesel(table_name = chains, treat_none_as_default_value = false)]
struct NewRow<'a> {
    chain: &'a str,
    swept_through: i64,
    horizon: &'a str,
    last: i64,
    digest: &'a str,
    proof: String,
}

/// Adds missing anchors.
pub(super) fn insert_many(
    conn: &mut DbConnection,
    anchors: &[Anchor],
    key: &PurposeKey,
) -> Result<(), StoreError> {
    let rows: Vec<NewRow<'_>> = anchors
        .iter()
        .map(|anchor| NewRow {
            chain: anchor.chain.as_str(),
            swept_through: anchor.swept_through,
            horizon: &anchor.horizon,
            last: anchor.last,
            digest: &anchor.digest,
            proof: anchor.proof(key),
        })
        .collect();
    insert_rows!(conn, chains::table, rows);
    Ok(())
}

/// A chain that is locked until the transaction ends.
pub(super) struct Held {
    pub(super) anchor: Anchor,
    /// Whether its anchor was written by us.
    pub(super) ours: bool,
}

/// Locks a chain, so that entries are appended one after the other; only writers of the same chain wait. A
/// missing chain is started by `missing`.
pub(super) fn hold(
    tx: &mut Tx<'_>,
    chain: &Chain,
    missing: fn(Chain) -> Anchor,
    key: &PurposeKey,
) -> Result<Held, StoreError> {
    loop {
        let row = chains::table
            .filter(chains::chain.eq(chain.as_str()))
            .select((COLUMNS, chains::proof));
        let held: Option<(Row, String)> = first_held!(tx, row).optional()?;
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

/// Updates the anchor of a locked chain. An anchor that was not written by us never gets a valid proof (the
/// attack: entries and anchor are truncated together, and the next sign-in signs the rest). Entries are still
/// written, so that a broken log blocks no sign-in.
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
        .kept()
        .execute(tx)?;
    Ok(())
}

/// Anchors with their proofs, by chain, after the chain `after`.
pub(super) fn anchors_after(
    conn: &mut DbConnection,
    after: &str,
) -> Result<Vec<(Anchor, String)>, StoreError> {
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

/// The anchor of a chain.
pub(super) fn find(conn: &mut DbConnection, chain: &str) -> Result<Option<Anchor>, StoreError> {
    let row: Option<Row> = chains::table
        .filter(chains::chain.eq(chain))
        .select(COLUMNS)
        .first(conn)
        .optional()?;
    Ok(row.map(anchor))
}
