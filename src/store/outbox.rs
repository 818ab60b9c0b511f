//! Notices on their way out. A row is written in the transaction of the change that it
//! tells of, and goes when its mail was taken.
//!
//! An attempt is claimed before it is made, and the claim is also the wait for the next
//! one: whoever is killed while sending leaves a row that is due again later.

use diesel::prelude::*;

use super::{DbConnection, StoreError, Tx, schema::outbox};
use crate::domain::{
    account::{Email, Username},
    clock::Timestamp,
    notice::{self, Matter, Notice, Schedule},
    sealed::Sealed,
};

/// Adds a notice, and what it tells its recipient alone.
///
/// # Errors
/// As any query.
pub fn insert(
    conn: &mut Tx<'_>,
    notice: &Notice,
    sealed: Option<&Sealed>,
    schedule: &Schedule,
) -> Result<(), StoreError> {
    diesel::insert_into(outbox::table)
        .values((
            outbox::recipient.eq(notice.recipient.as_str()),
            outbox::username.eq(notice.username.as_str()),
            outbox::matter.eq(notice.matter.name()),
            outbox::number.eq(notice.matter.number()),
            outbox::address.eq(notice.address.map(|address| address.to_string())),
            outbox::happened_at.eq(notice.happened_at.0),
            outbox::attempts.eq(0),
            outbox::due_at.eq(schedule.due_at.0),
            outbox::sealed.eq(sealed.map(Sealed::as_str)),
            outbox::belongs_to.eq(schedule.belongs_to.as_deref()),
            outbox::by_username.eq(notice.by.as_ref().map(Username::as_str)),
            outbox::useless_at.eq(schedule.useless_at.map(|at| at.0)),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// A notice in the outbox, at one attempt.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The row.
    pub sequence: i64,
    /// Attempts so far, the claimed one included.
    pub attempts: i64,
    /// What to send.
    pub notice: Notice,
    /// What it tells its recipient alone.
    pub sealed: Option<Sealed>,
}

type Row = (
    i64,
    String,
    String,
    String,
    Option<i64>,
    Option<String>,
    i64,
    i64,
    i64,
    Option<String>,
    Option<String>,
);

/// The columns of [`Row`].
const COLUMNS: (
    outbox::sequence,
    outbox::recipient,
    outbox::username,
    outbox::matter,
    outbox::number,
    outbox::address,
    outbox::happened_at,
    outbox::attempts,
    outbox::due_at,
    outbox::sealed,
    outbox::by_username,
) = (
    outbox::sequence,
    outbox::recipient,
    outbox::username,
    outbox::matter,
    outbox::number,
    outbox::address,
    outbox::happened_at,
    outbox::attempts,
    outbox::due_at,
    outbox::sealed,
    outbox::by_username,
);

fn read(row: Row) -> Result<Waiting, StoreError> {
    let (sequence, recipient, username, matter, number, address, happened_at, attempts, _, sealed, by) = row;
    let unexpected = |what: &str| StoreError::Unexpected(format!("outbox row {sequence}: {what}"));
    Ok(Waiting {
        sequence,
        attempts: attempts + 1,
        sealed: sealed.map(Sealed::stored),
        notice: Notice {
            matter: Matter::stored(&matter, number).ok_or_else(|| unexpected("matter"))?,
            recipient: Email::stored(recipient),
            username: Username::stored(username),
            happened_at: Timestamp(happened_at),
            address: address
                .map(|address| address.parse().map_err(|_| unexpected("address")))
                .transpose()?,
            by: by.map(Username::stored),
        },
    })
}

/// Claims the next attempt: of two instances that want to send the same notice, one gets
/// it. None where nothing is due.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a row of another version, which then
/// waits like one that was not taken.
pub fn claim(conn: &mut DbConnection, now: Timestamp) -> Result<Option<Waiting>, StoreError> {
    loop {
        let row = outbox::table
            .filter(outbox::due_at.le(now.0))
            .order((outbox::due_at, outbox::sequence))
            .select(COLUMNS)
            .first::<Row>(conn)
            .optional()?;
        let Some(row) = row else { return Ok(None) };
        let (sequence, .., attempts, due_at, _, _) = row;
        // Only over exactly what was read. Where another instance was first, it is theirs
        // and no longer due: look for the next.
        let as_read = outbox::sequence
            .eq(sequence)
            .and(outbox::attempts.eq(attempts))
            .and(outbox::due_at.eq(due_at));
        let next = now.plus(notice::wait_after(attempts + 1));
        let claimed = diesel::update(outbox::table.filter(as_read))
            .set((outbox::attempts.eq(attempts + 1), outbox::due_at.eq(next.0)))
            .execute(conn)?;
        // Read after the claim: a row that cannot be read does not stand in the way of the
        // next.
        if claimed == 1 {
            return read(row).map(Some);
        }
    }
}

/// Takes a delivered notice out.
///
/// # Errors
/// As any query.
pub fn delete(conn: &mut DbConnection, delivered: &Waiting) -> Result<(), StoreError> {
    diesel::delete(outbox::table.filter(outbox::sequence.eq(delivered.sequence))).execute(conn)?;
    Ok(())
}

/// Lets a notice that was not taken wait longer than its claim; does nothing where
/// somebody else has claimed it since.
///
/// # Errors
/// As any query.
pub fn postpone(conn: &mut DbConnection, refused: &Waiting, due_at: Timestamp) -> Result<(), StoreError> {
    let claimed = outbox::sequence
        .eq(refused.sequence)
        .and(outbox::attempts.eq(refused.attempts));
    diesel::update(outbox::table.filter(claimed))
        .set(outbox::due_at.eq(due_at.0))
        .execute(conn)?;
    Ok(())
}

/// Takes back what belongs to this and is not due yet; whether there was anything.
///
/// # Errors
/// As any query.
pub fn take_back(conn: &mut Tx<'_>, belongs_to: &str, now: Timestamp) -> Result<bool, StoreError> {
    let row = outbox::table
        .filter(outbox::belongs_to.eq(belongs_to))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::due_at.gt(now.0));
    Ok(diesel::delete(row).execute(&mut **conn)? > 0)
}

/// Takes back what an account would be told of a matter, as long as it is not due.
///
/// # Errors
/// As any query.
pub fn take_back_matter(
    conn: &mut DbConnection,
    username: &Username,
    matter: Matter,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = outbox::table
        .filter(outbox::matter.eq(matter.name()))
        .filter(outbox::username.eq(username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::due_at.gt(now.0));
    diesel::delete(row).execute(conn)?;
    Ok(())
}

/// Takes out what belongs to this, due or not: what it tells is void.
///
/// # Errors
/// As any query.
pub fn take_out(conn: &mut DbConnection, belongs_to: &str) -> Result<(), StoreError> {
    diesel::delete(outbox::table.filter(outbox::belongs_to.eq(belongs_to))).execute(conn)?;
    Ok(())
}

/// Takes out what helps nobody any more.
///
/// # Errors
/// As any query.
pub fn drop_useless(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    Ok(diesel::delete(outbox::table.filter(outbox::useless_at.le(now.0))).execute(conn)?)
}

/// Gives up what has waited too long; how many those were.
///
/// # Errors
/// As any query.
pub fn give_up(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    let latest = now.plus(-notice::GIVEN_UP_AFTER);
    Ok(diesel::delete(outbox::table.filter(outbox::happened_at.le(latest.0))).execute(conn)?)
}

/// How many notices wait that are due, or were tried already.
///
/// # Errors
/// As any query.
pub fn waiting(conn: &mut DbConnection, now: Timestamp) -> Result<i64, StoreError> {
    let waiting = outbox::table.filter(outbox::due_at.le(now.0).or(outbox::attempts.gt(0)));
    Ok(waiting.count().get_result(conn)?)
}
