//! Failure counters, stored in the database so that they apply across restarts and instances.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
};

use super::{Conn, DbConnection, StoreError, Tx, kept::Keep as _, schema::throttles};
use crate::domain::{
    clock::Timestamp,
    lifetimes::COUNTER_SECONDS,
    limits::{
        counter::{Clearable, CodesCleared, Counter, Kind, Sends, Subject},
        throttle::{Count, Throttled},
    },
    sealed::PurposeKey,
};

/// Charges one attempt, committed before anything is verified (the attack: a lock-out that is rolled back
/// with the failed sign-in, CVE-2026-35597). So it takes a connection without an open transaction.
///
/// # Errors
/// As any query; the inner `Result` is the decision of the throttle.
pub fn charge(
    conn: &mut Conn,
    key: &PurposeKey,
    counter: &Counter,
    now: Timestamp,
) -> Result<Result<Count, Throttled>, StoreError> {
    advance(conn, key, counter, now)
}

/// Charges a message in the transaction that queues it, so that both are committed or neither.
///
/// # Errors
/// As any query; the inner `Result` is the decision of the throttle.
pub fn reserve(
    tx: &mut Tx<'_>,
    key: &PurposeKey,
    sends: &Sends,
    now: Timestamp,
) -> Result<Result<Count, Throttled>, StoreError> {
    advance(tx, key, &sends.clone().into(), now)
}

fn advance(
    conn: &mut DbConnection,
    key: &PurposeKey,
    counter: &Counter,
    now: Timestamp,
) -> Result<Result<Count, Throttled>, StoreError> {
    let subject = counter.subject(key);
    loop {
        let Some(count) = count(conn, &subject)? else {
            create(conn, counter.kind(), &subject)?;
            continue;
        };
        let charged = match counter.limit().charge(count, now) {
            Ok(charged) => charged,
            Err(throttled) => return Ok(Err(throttled)),
        };
        // Only if the row is unchanged. If another request was first, read again, because its charge counts
        // too. In each round one request succeeds, and the throttle limits the number of rounds.
        let as_read = throttles::subject
            .eq(subject.as_str())
            .and(throttles::failures.eq(count.failures))
            .and(throttles::not_before.eq(count.not_before.0))
            .and(throttles::charged_at.eq(count.charged_at.0));
        let rows = diesel::update(throttles::table.filter(as_read))
            .set((
                throttles::failures.eq(charged.failures),
                throttles::not_before.eq(charged.not_before.0),
                throttles::charged_at.eq(charged.charged_at.0),
            ))
            .kept()
            .execute(conn)?;
        if rows == 1 {
            return Ok(Ok(charged));
        }
    }
}

/// Counts another refused attempt. The row must change, because SQLite does not write an unchanged row.
///
/// # Errors
/// As any query.
pub fn touch(tx: &mut Tx<'_>, key: &PurposeKey, sends: &Sends) -> Result<(), StoreError> {
    let subject = Counter::from(sends.clone()).subject(key);
    diesel::update(throttles::table.filter(throttles::subject.eq(subject.as_str())))
        .set(throttles::failures.eq(throttles::failures + 1))
        .kept()
        .execute(tx)?;
    Ok(())
}

/// Clears all failures after a successful attempt.
///
/// # Errors
/// As any query.
pub fn clear(conn: &mut DbConnection, key: &PurposeKey, counter: impl Clearable) -> Result<(), StoreError> {
    delete(conn, &counter.into().subject(key))
}

/// Clears the failed codes of an account, so that another twenty are accepted for verification.
///
/// # Errors
/// As any query.
pub fn clear_codes(
    conn: &mut DbConnection,
    key: &PurposeKey,
    cleared: CodesCleared,
) -> Result<(), StoreError> {
    delete(conn, &cleared.into_counter().subject(key))
}

fn delete(conn: &mut DbConnection, subject: &Subject) -> Result<(), StoreError> {
    diesel::delete(throttles::table.filter(throttles::subject.eq(subject.as_str()))).execute(conn)?;
    Ok(())
}

/// Takes back only one charge (the attack: an attacker signs in to their own account between two guesses to
/// reset the counter).
///
/// # Errors
/// As any query.
pub fn refund(conn: &mut DbConnection, key: &PurposeKey, counter: &Counter) -> Result<(), StoreError> {
    let subject = counter.subject(key);
    let row = throttles::table.filter(throttles::subject.eq(subject.as_str()));
    diesel::update(row.filter(throttles::failures.gt(0)))
        .set(throttles::failures.eq(throttles::failures - 1))
        .kept()
        .execute(conn)?;
    diesel::update(row.filter(throttles::failures.lt(counter.limit().free)))
        .set(throttles::not_before.eq(0))
        .kept()
        .execute(conn)?;
    // The counter is zero. A concurrent charge finds no row and inserts one.
    diesel::delete(row.filter(throttles::failures.le(0))).execute(conn)?;
    Ok(())
}

/// Takes back the last charge and its wait, because the attempt did not take place.
///
/// # Errors
/// As any query.
pub fn cancel(conn: &mut DbConnection, key: &PurposeKey, sends: &Sends) -> Result<(), StoreError> {
    let subject = Counter::from(sends.clone()).subject(key);
    let row = throttles::table.filter(throttles::subject.eq(subject.as_str()));
    diesel::update(row.filter(throttles::failures.gt(0)))
        .set((
            throttles::failures.eq(throttles::failures - 1),
            throttles::not_before.eq(0),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Reads a counter.
///
/// # Errors
/// As any query.
pub fn read(
    conn: &mut DbConnection,
    key: &PurposeKey,
    counter: &Counter,
) -> Result<Option<Count>, StoreError> {
    count(conn, &counter.subject(key))
}

fn count(conn: &mut DbConnection, subject: &Subject) -> Result<Option<Count>, StoreError> {
    let row = throttles::table
        .filter(throttles::subject.eq(subject.as_str()))
        .select((throttles::failures, throttles::not_before, throttles::charged_at))
        .first::<(i64, i64, i64)>(conn)
        .optional()?;
    Ok(row.map(|(failures, not_before, charged_at)| Count {
        failures,
        not_before: Timestamp(not_before),
        charged_at: Timestamp(charged_at),
    }))
}

fn create(conn: &mut DbConnection, kind: Kind, subject: &Subject) -> Result<(), StoreError> {
    // A savepoint if a transaction is open: in PostgreSQL a failed insert would abort all of it.
    let inserted = conn.transaction(|conn| {
        diesel::insert_into(throttles::table)
            .values((
                throttles::subject.eq(subject.as_str()),
                throttles::kind.eq(kind.name()),
                throttles::failures.eq(Count::ZERO.failures),
                throttles::not_before.eq(Count::ZERO.not_before.0),
                throttles::charged_at.eq(Count::ZERO.charged_at.0),
            ))
            .kept()
            .execute(conn)
    });
    match inserted {
        // Another request was first.
        Ok(_) | Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Deletes up to `count` counters that no longer affect any limit; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let kept = Kind::ALL.iter().filter(|kind| !kind.is_forgotten());
    let over = throttles::charged_at
        .le(now.0 - COUNTER_SECONDS)
        .and(throttles::kind.ne_all(kept.map(|kind| kind.name()).collect::<Vec<_>>()));
    remove_some!(conn, throttles, subject, over, count)
}
