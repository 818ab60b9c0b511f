//! Authenticator apps, confirmed and pending, with sealed keys.

use diesel::{
    dsl::{exists, not},
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
};

use super::{
    DbConnection, StoreError, accounts,
    dialect::insert_rows,
    kept::Keep as _,
    schema::{burnt_time_steps as burnt, totp_authenticators as totp},
};
use crate::domain::{
    account::AccountId,
    authenticator::totp::{Claim, ConfirmedTotp, Marks, PendingTotp, TimeStep, TotpId, TotpKey, WINDOW},
    client::BrowserId,
    clock::Timestamp,
    lifetimes::{PENDING_SECONDS, SPENT_SECONDS},
    proof::SecondFactorProof,
    random::Random,
    sealed::{KeyRing, Sealed},
};

/// The context that a sealed key is bound to, so that it cannot be moved to another account or row.
fn place(account: &AccountId, id: &TotpId) -> String {
    format!("totp_authenticators.sealed_key:{}:{}", account.0, id.0)
}

/// The time steps of an authenticator whose codes were entered ahead of time.
fn burnt_steps(conn: &mut DbConnection, id: &str) -> Result<Vec<TimeStep>, StoreError> {
    let steps: Vec<i64> = burnt::table
        .filter(burnt::totp_id.eq(id))
        .select(burnt::step)
        .load(conn)?;
    Ok(steps.into_iter().map(TimeStep).collect())
}

/// The columns of [`Row`].
const COLUMNS: (
    totp::id,
    totp::account_id,
    totp::sealed_key,
    totp::last_step,
    totp::clock_offset,
    totp::created_at,
    totp::confirmed_at,
    totp::epoch,
    totp::browser,
) = (
    totp::id,
    totp::account_id,
    totp::sealed_key,
    totp::last_step,
    totp::clock_offset,
    totp::created_at,
    totp::confirmed_at,
    totp::epoch,
    totp::browser,
);

type Row = (
    String,
    String,
    String,
    i64,
    Option<i64>,
    i64,
    Option<i64>,
    i64,
    String,
);

#[derive(Insertable)]
#[diesel(table_name = totp, treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: &'a str,
    account_id: &'a str,
    sealed_key: String,
    last_step: i64,
    clock_offset: Option<i64>,
    epoch: i64,
    browser: &'a str,
    created_at: i64,
    confirmed_at: Option<i64>,
    vouches_from: Option<i64>,
}

struct Opened {
    id: TotpId,
    account: AccountId,
    key: TotpKey,
    marks: Marks,
    created_at: Timestamp,
    confirmed_at: Option<Timestamp>,
    epoch: i64,
    browser: BrowserId,
}

fn open(conn: &mut DbConnection, row: Row, keys: &KeyRing) -> Result<Opened, StoreError> {
    let (id, account, sealed, last_step, offset, created_at, confirmed_at, epoch, browser) = row;
    let burnt = burnt_steps(conn, &id)?;
    let (id, account) = (TotpId(id), AccountId(account));
    let key = keys.open(&Sealed::stored(sealed), &place(&account, &id))?;
    Ok(Opened {
        key: TotpKey::opened(key),
        marks: Marks {
            last_step: TimeStep(last_step),
            burnt,
            offset,
        },
        created_at: Timestamp(created_at),
        confirmed_at: confirmed_at.map(Timestamp),
        epoch,
        browser: BrowserId(browser),
        id,
        account,
    })
}

/// The account's confirmed authenticator.
///
/// # Errors
/// As any query; [`StoreError::Unopenable`] if the key cannot be decrypted: the request fails closed and
/// never counts as "no second factor".
pub fn confirmed(
    conn: &mut DbConnection,
    keys: &KeyRing,
    account: &AccountId,
) -> Result<Option<ConfirmedTotp>, StoreError> {
    let row = totp::table
        .filter(totp::account_id.eq(&account.0))
        .filter(totp::confirmed_at.is_not_null())
        .select(COLUMNS)
        .first::<Row>(conn)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let opened = open(conn, row, keys)?;
    Ok(opened.confirmed_at.map(|confirmed_at| ConfirmedTotp {
        id: opened.id,
        account: opened.account,
        key: opened.key,
        marks: opened.marks,
        confirmed_at,
    }))
}

/// The pending authenticator.
///
/// # Errors
/// As [`confirmed`].
pub fn pending(
    conn: &mut DbConnection,
    keys: &KeyRing,
    account: &AccountId,
) -> Result<Option<PendingTotp>, StoreError> {
    let row = totp::table
        .filter(totp::account_id.eq(&account.0))
        .filter(totp::confirmed_at.is_null())
        .select(COLUMNS)
        .first::<Row>(conn)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let opened = open(conn, row, keys)?;
    Ok(Some(PendingTotp {
        id: opened.id,
        account: opened.account,
        epoch: opened.epoch,
        browser: opened.browser,
        key: opened.key,
        marks: opened.marks,
        created_at: opened.created_at,
    }))
}

/// Adds a pending authenticator.
///
/// # Errors
/// [`StoreError::Taken`] if the account already has one.
pub fn insert_pending(
    conn: &mut DbConnection,
    keys: &KeyRing,
    random: &dyn Random,
    pending: &PendingTotp,
) -> Result<(), StoreError> {
    let sealed = keys.seal(
        pending.key.expose(),
        &place(&pending.account, &pending.id),
        random,
    )?;
    let rows = [NewRow {
        id: &pending.id.0,
        account_id: &pending.account.0,
        sealed_key: sealed.as_str().to_owned(),
        last_step: pending.marks.last_step.0,
        clock_offset: pending.marks.offset,
        epoch: pending.epoch,
        browser: &pending.browser.0,
        created_at: pending.created_at.0,
        confirmed_at: None,
        vouches_from: None,
    }];
    insert_rows!(conn, totp::table, rows);
    Ok(())
}

/// Adds confirmed authenticators to accounts without one that are already marked as protected. Each counts as
/// established from its confirmation on.
///
/// # Errors
/// As [`insert_pending`].
pub fn insert_confirmed(
    conn: &mut DbConnection,
    keys: &KeyRing,
    random: &dyn Random,
    confirmed: &[ConfirmedTotp],
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(confirmed.len());
    for totp in confirmed {
        let sealed = keys.seal(totp.key.expose(), &place(&totp.account, &totp.id), random)?;
        rows.push(NewRow {
            id: &totp.id.0,
            account_id: &totp.account.0,
            sealed_key: sealed.as_str().to_owned(),
            last_step: totp.marks.last_step.0,
            clock_offset: totp.marks.offset,
            epoch: 0,
            browser: "",
            created_at: totp.confirmed_at.0,
            confirmed_at: Some(totp.confirmed_at.0),
            vouches_from: Some(totp.confirmed_at.0),
        });
    }
    insert_rows!(conn, totp::table, rows);
    Ok(())
}

/// Deletes the pending authenticator, if it is still this one.
pub fn delete_pending(conn: &mut DbConnection, id: &TotpId) -> Result<(), StoreError> {
    let row = totp::table
        .filter(totp::id.eq(&id.0))
        .filter(totp::confirmed_at.is_null());
    diesel::delete(row).execute(conn)?;
    Ok(())
}

/// Deletes the confirmed authenticator; returns whether there was one.
///
/// # Errors
/// As any query.
pub fn delete_confirmed(conn: &mut DbConnection, account: &AccountId) -> Result<bool, StoreError> {
    let row = totp::table
        .filter(totp::account_id.eq(&account.0))
        .filter(totp::confirmed_at.is_not_null());
    Ok(diesel::delete(row).execute(conn)? > 0)
}

/// Deletes the confirmed and the pending authenticator.
pub fn delete_all(conn: &mut DbConnection, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(totp::table.filter(totp::account_id.eq(&account.0))).execute(conn)?;
    Ok(())
}

/// Confirms the pending authenticator and spends the time step that confirmed it. None if another request
/// confirmed, restarted or spent it first: the transaction must then be rolled back.
///
/// # Errors
/// As any query.
pub fn confirm(
    conn: &mut DbConnection,
    pending: &PendingTotp,
    step: TimeStep,
    (now, vouches_from): (Timestamp, Timestamp),
) -> Result<Option<SecondFactorProof>, StoreError> {
    let row = totp::table
        .filter(totp::id.eq(&pending.id.0))
        .filter(totp::confirmed_at.is_null())
        .filter(totp::last_step.lt(step.0));
    let changed = diesel::update(row)
        .set((
            totp::confirmed_at.eq(Some(now.0)),
            totp::vouches_from.eq(Some(vouches_from.0)),
            totp::last_step.eq(step.0),
            totp::clock_offset.eq(None::<i64>),
        ))
        .kept()
        .execute(conn)?;
    let proof = pending.settled(changed);
    if proof.is_some() {
        accounts::note_protected(conn, &pending.account)?;
    }
    Ok(proof)
}

/// When the account's authenticator becomes old enough to confirm actions on other accounts; none without an
/// authenticator.
///
/// # Errors
/// As any query.
pub fn vouches_from(conn: &mut DbConnection, account: &AccountId) -> Result<Option<Timestamp>, StoreError> {
    let from: Option<Option<i64>> = totp::table
        .filter(totp::account_id.eq(&account.0))
        .filter(totp::confirmed_at.is_not_null())
        .select(totp::vouches_from)
        .first(conn)
        .optional()?;
    Ok(from.flatten().map(Timestamp))
}

/// Spends a claim by one conditional UPDATE, so that only one of two browsers with the same code succeeds
/// (the attack: replay and races, CVE-2026-20779 and similar).
///
/// # Errors
/// As any query.
pub fn settle(conn: &mut DbConnection, claim: Claim) -> Result<Option<SecondFactorProof>, StoreError> {
    let seen_ahead_of_time = burnt::table
        .filter(burnt::totp_id.eq(totp::id))
        .filter(burnt::step.eq(claim.step().0));
    let row = totp::table
        .filter(totp::id.eq(&claim.totp().0))
        .filter(totp::confirmed_at.is_not_null())
        .filter(totp::last_step.lt(claim.step().0))
        .filter(not(exists(seen_ahead_of_time)));
    let changed = diesel::update(row)
        .set((
            totp::last_step.eq(claim.step().0),
            totp::clock_offset.eq(None::<i64>),
        ))
        .kept()
        .execute(conn)?;
    Ok(claim.settled(changed))
}

/// Stores what a wrong code revealed about clock drift. Does not touch the spent time step, so that a late
/// write cannot lower it.
///
/// # Errors
/// As any query.
pub fn mark(conn: &mut DbConnection, id: &TotpId, marks: &Marks) -> Result<(), StoreError> {
    diesel::update(totp::table.filter(totp::id.eq(&id.0)))
        .set(totp::clock_offset.eq(marks.offset))
        .kept()
        .execute(conn)?;
    // Rows are only inserted, so that concurrent requests do not overwrite each other.
    for step in &marks.burnt {
        let row = (burnt::totp_id.eq(&id.0), burnt::step.eq(step.0));
        match diesel::insert_into(burnt::table).values(row).kept().execute(conn) {
            Ok(_) | Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Deletes time steps whose codes can no longer be accepted; returns how many.
pub fn sweep_burnt(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    let oldest = TimeStep::at(now).0 - WINDOW - 1;
    Ok(diesel::delete(burnt::table.filter(burnt::step.lt(oldest))).execute(conn)?)
}

/// Re-seals up to `count` keys after `after` that are not sealed with the newest key of the ring; returns the
/// last row read (none at the end) and how many were re-sealed.
///
/// # Errors
/// As any query; [`StoreError::Unopenable`] if a key cannot be decrypted.
pub fn reseal(
    conn: &mut DbConnection,
    keys: &KeyRing,
    random: &dyn Random,
    after: &str,
    count: i64,
) -> Result<(Option<String>, usize), StoreError> {
    let rows: Vec<(String, String, String)> = totp::table
        .filter(totp::id.gt(after))
        .order(totp::id)
        .limit(count)
        .select((totp::id, totp::account_id, totp::sealed_key))
        .load(conn)?;
    let last = rows.last().map(|(id, _, _)| id.clone());
    let mut resealed = 0;
    for (id, account, text) in rows {
        let sealed = Sealed::stored(text.clone());
        if keys.is_sealed_with_newest(&sealed) {
            continue;
        }
        let place = place(&AccountId(account), &TotpId(id.clone()));
        let again = keys.seal(&keys.open(&sealed, &place)?, &place, random)?;
        // Only if the row is unchanged: a set-up may have been restarted in the meantime.
        let row = totp::id.eq(&id).and(totp::sealed_key.eq(&text));
        resealed += diesel::update(totp::table.filter(row))
            .set(totp::sealed_key.eq(again.as_str()))
            .kept()
            .execute(conn)?;
    }
    Ok((last, resealed))
}

/// Deletes up to `count` set-ups that were abandoned a day ago; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep_pending(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = totp::created_at
        .le(now.0 - PENDING_SECONDS - SPENT_SECONDS)
        .and(totp::confirmed_at.is_null());
    remove_some!(conn, totp, id, over, count)
}

/// The number of keys that cannot be decrypted with this key ring.
///
/// # Errors
/// As any query.
pub fn unopenable(conn: &mut DbConnection, keys: &KeyRing) -> Result<usize, StoreError> {
    let rows: Vec<(String, String, String)> = totp::table
        .select((totp::id, totp::account_id, totp::sealed_key))
        .load(conn)?;
    let closed = rows.into_iter().filter(|(id, account, sealed)| {
        let place = place(&AccountId(account.clone()), &TotpId(id.clone()));
        keys.open(&Sealed::stored(sealed.clone()), &place).is_err()
    });
    Ok(closed.count())
}
