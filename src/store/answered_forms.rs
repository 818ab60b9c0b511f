//! Forms in progress, and answers that are replayed: a form that is submitted twice is processed once. A row
//! is claimed before its form is processed, so that of two identical submissions one is processed and the
//! other waits. The answer is written in the transaction of the resulting session, and is deleted with the
//! session's row. Nothing here opens a session on its own.

use diesel::prelude::*;

use super::{
    Conn, DbConnection, StoreError, Tx,
    kept::Keep as _,
    schema::{answered_forms, sessions},
};
use crate::domain::{clock::Timestamp, lifetimes::REPEAT_SECONDS, random::TokenDigest, sealed::Sealed};

/// The state of a submitted form.
pub enum Claim {
    /// The first submission: process it, then [`answer`] or [`release`] it.
    First,
    /// Already answered.
    Answered(Answer),
    /// In progress.
    Pending,
    /// Not claimed.
    Unknown,
}

/// The answer to a form.
pub struct Answer {
    /// The digest of the current id of the resulting session.
    pub id: TokenDigest,
    /// The redirect target.
    pub location: String,
    /// The session id that the answer set, if any; sealed.
    pub sealed_id: Option<Sealed>,
}

/// Claims a form; the first request succeeds.
///
/// # Errors
/// As any query.
pub fn claim(conn: &mut Conn, form: &str, now: Timestamp) -> Result<Claim, StoreError> {
    match find(conn, form, now)? {
        Claim::Unknown => {}
        known => return Ok(known),
    }
    // Deletes only an expired claim: a newer one belongs to another request, even if the clock of its
    // instance is ahead.
    diesel::delete(
        answered_forms::table
            .filter(answered_forms::form_digest.eq(form))
            .filter(
                answered_forms::began_at
                    .le(now.0 - REPEAT_SECONDS)
                    .or(answered_forms::began_at.gt(now.0 + REPEAT_SECONDS)),
            ),
    )
    .execute(&mut **conn)?;
    let claimed = diesel::insert_into(answered_forms::table)
        .values((
            answered_forms::form_digest.eq(form),
            answered_forms::began_at.eq(now.0),
        ))
        .kept()
        .execute(conn);
    match claimed.map_err(StoreError::from) {
        Ok(_) => Ok(Claim::First),
        Err(StoreError::Taken) => Ok(Claim::Pending),
        Err(error) => Err(error),
    }
}

/// The state of a form that was submitted within the last half minute. Does not claim it.
///
/// # Errors
/// As any query.
pub fn find(conn: &mut DbConnection, form: &str, now: Timestamp) -> Result<Claim, StoreError> {
    type Row = (Option<String>, Option<String>, Option<String>);
    let row: Option<Row> = answered_forms::table
        .filter(answered_forms::form_digest.eq(form))
        .filter(answered_forms::began_at.gt(now.0 - REPEAT_SECONDS))
        .filter(answered_forms::began_at.le(now.0 + REPEAT_SECONDS))
        .select((
            answered_forms::session_handle,
            answered_forms::location,
            answered_forms::sealed_id,
        ))
        .first(conn)
        .optional()?;
    let Some((handle, location, sealed_id)) = row else {
        return Ok(Claim::Unknown);
    };
    let (Some(handle), Some(location)) = (handle, location) else {
        return Ok(Claim::Pending);
    };
    let id: Option<String> = sessions::table
        .filter(sessions::handle.eq(&handle))
        .select(sessions::id_digest)
        .first(conn)
        .optional()?;
    Ok(id.map_or(Claim::Unknown, |id| {
        Claim::Answered(Answer {
            id: TokenDigest::stored(id),
            location,
            sealed_id: sealed_id.map(Sealed::stored),
        })
    }))
}

/// Stores the answer to a form that was claimed at `began`, in the transaction that writes the session, so
/// that the new id and the answer become visible together.
///
/// # Errors
/// As any query.
pub fn answer(
    conn: &mut Tx<'_>,
    (form, began): (&str, Timestamp),
    handle: &str,
    location: &str,
    sealed_id: Option<&Sealed>,
) -> Result<(), StoreError> {
    let claimed = answered_forms::form_digest
        .eq(form)
        .and(answered_forms::began_at.eq(began.0));
    diesel::update(answered_forms::table.filter(claimed))
        .set((
            answered_forms::session_handle.eq(handle),
            answered_forms::location.eq(location),
            answered_forms::sealed_id.eq(sealed_id.map(Sealed::as_str)),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Releases a form that was claimed at `began`: its answer cannot be replayed.
///
/// # Errors
/// As any query.
pub fn release(conn: &mut DbConnection, (form, began): (&str, Timestamp)) -> Result<(), StoreError> {
    let claimed = answered_forms::form_digest
        .eq(form)
        .and(answered_forms::began_at.eq(began.0));
    diesel::delete(answered_forms::table.filter(claimed)).execute(conn)?;
    Ok(())
}

/// Deletes up to `count` expired rows; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = answered_forms::began_at.le(now.0 - REPEAT_SECONDS);
    remove_some!(conn, answered_forms, form_digest, over, count)
}
