//! Forms that are being answered, and answers that a browser may have again: what makes a form
//! that is sent twice count once.
//!
//! A row is claimed before its form is looked at, so that of two that arrive together one is
//! answered and the other waits. The answer is written in the transaction of the session that it
//! leads to, and goes with that session's row. Nothing here opens a session by itself.

use diesel::prelude::*;

use super::{
    Conn, DbConnection, StoreError, Tx,
    kept::Keep as _,
    schema::{answered_forms, sessions},
};
use crate::domain::{clock::Timestamp, lifetimes::REPEAT_SECONDS, random::TokenDigest, sealed::Sealed};

/// What becomes of a form that was sent.
pub enum Claim {
    /// It is the first: answer it, then [`answer`] or [`release`] it.
    First,
    /// It was answered.
    Answered(Answer),
    /// It is being answered.
    Pending,
    /// Nobody has claimed it.
    Unknown,
}

/// What a form was answered with.
pub struct Answer {
    /// The digest of the id that the session has now that the answer led to.
    pub id: TokenDigest,
    /// Where the answer led.
    pub location: String,
    /// The id that the answer gave to the session, if it gave one; sealed.
    pub sealed_id: Option<Sealed>,
}

/// Claims a form for whoever asks first.
///
/// # Errors
/// As any query.
pub fn claim(conn: &mut Conn, form: &str, now: Timestamp) -> Result<Claim, StoreError> {
    match find(conn, form, now)? {
        Claim::Unknown => {}
        known => return Ok(known),
    }
    // What is over makes room. Only that: one that was claimed meanwhile is another's, also where the clock of
    // that other instance is ahead.
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

/// What became of a form that was sent within the last half minute. Claims nothing.
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

/// Writes down what a form was answered with that was claimed at `began`. The transaction
/// is the one that writes the session, so that whoever finds the new id finds the answer.
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

/// Lets a form go that was claimed at `began`: its answer is not one to be had again.
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

/// Removes up to `count` that are over; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = answered_forms::began_at.le(now.0 - REPEAT_SECONDS);
    remove_some!(conn, answered_forms, form_digest, over, count)
}
