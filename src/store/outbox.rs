//! The mail outbox. A row is written in the transaction of the change that the mail reports, and deleted when
//! the mail server has accepted the mail. [`post`] is the only way to add mail, and requires that it was
//! charged to its budgets ([`super::send_counters`]). Mail that somebody waits for is sent first: codes,
//! links, notifications, reminders; within each rank main accounts take turns, so that a flood from one
//! delays only its own mail. An attempt is claimed before it is made, and the claim also sets the time of the
//! next attempt: if the program is killed while sending, the row is due again later.

use diesel::{
    dsl::{exists, min},
    prelude::*,
};

use super::{
    DbConnection, StoreError, Tx,
    kept::Keep as _,
    schema::outbox,
    send_counters::{self, Paid, Purse},
};
use crate::domain::{
    account::{AccountId, Email, Username},
    clock::Timestamp,
    language::Language,
    lifetimes::GIVEN_UP_AFTER,
    notification::{self, Notification, NotificationKind, Rank, Schedule},
    sealed::Sealed,
};

/// A mail to the owner of an account.
pub struct Letter<'a> {
    /// The notification.
    pub notification: &'a Notification,
    /// Secret content for the recipient only.
    pub sealed: Option<&'a Sealed>,
    /// When it is sent.
    pub schedule: &'a Schedule,
    /// The main account of the account, for turns and budgets.
    pub main: &'a AccountId,
}

/// Adds a mail: `paid` if its kind has a budget, without payment otherwise. A security notification to an
/// owner is never refused (the attack: a mailbox or a budget is exhausted first, and then an account is taken
/// over unnoticed); from the fourth in an hour, notifications of one kind are combined into one mail.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] if the payment is for another mail.
pub fn post(
    tx: &mut Tx<'_>,
    purse: &Purse,
    letter: &Letter<'_>,
    paid: Option<Paid>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Notification { kind, recipient, .. } = letter.notification;
    match (kind.sending(), paid) {
        (None, None) => tell(tx, purse, letter, now),
        (Some(sending), Some(paid)) if paid.covers(sending, recipient.as_str()) => {
            insert(tx, letter, letter.schedule.due_at, now)
        }
        _ => {
            let fault = format!("outbox: {} was not paid for", kind.name());
            Err(StoreError::Unexpected(fault))
        }
    }
}

/// Adds a notification: sent at once, or combined into the one at the end of the hour.
fn tell(conn: &mut Tx<'_>, purse: &Purse, letter: &Letter<'_>, now: Timestamp) -> Result<(), StoreError> {
    let Notification {
        kind,
        recipient,
        username,
        ..
    } = letter.notification;
    // Not combined: mails with a link, which have their own limit and a different link each; and used
    // recovery codes, where each mail says how many are left.
    if letter.sealed.is_some() || letter.schedule.belongs_to.is_some() || kind.number().is_some() {
        return insert(conn, letter, letter.schedule.due_at, now);
    }
    let mailbox = Email::mailbox(recipient.as_str());
    let subject = format!("{}:{}:{mailbox}", kind.name(), username.as_str());
    let Err(at) = send_counters::goes_at_once(conn, purse, &subject, notification::AT_ONCE, now)? else {
        return insert(conn, letter, letter.schedule.due_at, now);
    };
    let held = outbox::table
        .filter(outbox::recipient.eq(recipient.as_str()))
        .filter(outbox::kind.eq(kind.name()))
        .filter(outbox::username.eq(username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::due_at.gt(now.0));
    let folded = diesel::update(held)
        .set(outbox::repeats.eq(outbox::repeats + 1))
        .kept()
        .execute(conn)?;
    if folded == 0 {
        insert(conn, letter, at, now)?;
    }
    Ok(())
}

fn insert(
    conn: &mut Tx<'_>,
    letter: &Letter<'_>,
    due_at: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Letter {
        notification,
        sealed,
        schedule,
        main,
    } = letter;
    if due_at <= now {
        conn.posts();
    }
    diesel::insert_into(outbox::table)
        .values((
            outbox::recipient.eq(notification.recipient.as_str()),
            outbox::language.eq(notification.language.as_ref().map(Language::as_str)),
            outbox::username.eq(notification.username.as_str()),
            outbox::kind.eq(notification.kind.name()),
            outbox::number.eq(notification.kind.number()),
            outbox::address.eq(notification.address.map(|address| address.to_string())),
            outbox::happened_at.eq(notification.happened_at.0),
            outbox::attempts.eq(0),
            outbox::due_at.eq(due_at.0),
            outbox::sealed.eq(sealed.map(Sealed::as_str)),
            outbox::belongs_to.eq(schedule.belongs_to.as_deref()),
            outbox::by_username.eq(notification.by.as_ref().map(Username::as_str)),
            outbox::useless_at.eq(schedule.useless_at.map(|at| at.0)),
            outbox::rank.eq(notification.kind.rank().number()),
            outbox::main_account_id.eq(&main.0),
            outbox::repeats.eq(notification.repeats),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// A notification in the outbox, during one attempt.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The row id.
    pub sequence: i64,
    /// Attempts so far, including the claimed one.
    pub attempts: i64,
    /// What to send.
    pub notification: Notification,
    /// Secret content for the recipient only.
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
    i64,
    Option<String>,
);

type Columns = (
    outbox::sequence,
    outbox::recipient,
    outbox::username,
    outbox::kind,
    outbox::number,
    outbox::address,
    outbox::happened_at,
    outbox::attempts,
    outbox::due_at,
    outbox::sealed,
    outbox::by_username,
    outbox::repeats,
    outbox::language,
);

/// The columns of [`Row`].
const COLUMNS: Columns = (
    outbox::sequence,
    outbox::recipient,
    outbox::username,
    outbox::kind,
    outbox::number,
    outbox::address,
    outbox::happened_at,
    outbox::attempts,
    outbox::due_at,
    outbox::sealed,
    outbox::by_username,
    outbox::repeats,
    outbox::language,
);

fn read(row: Row) -> Result<Waiting, StoreError> {
    let (
        sequence,
        recipient,
        username,
        kind,
        number,
        address,
        happened_at,
        attempts,
        _,
        sealed,
        by,
        repeats,
        language,
    ) = row;
    let unexpected = |what: &str| StoreError::Unexpected(format!("outbox row {sequence}: {what}"));
    Ok(Waiting {
        sequence,
        attempts: attempts + 1,
        sealed: sealed.map(Sealed::stored),
        notification: Notification {
            kind: NotificationKind::stored(&kind, number).ok_or_else(|| unexpected("matter"))?,
            recipient: Email::stored(recipient),
            language: language.as_deref().and_then(Language::stored),
            username: Username::stored(username),
            happened_at: Timestamp(happened_at),
            address: address
                .map(|address| address.parse().map_err(|_| unexpected("address")))
                .transpose()?,
            by: by.map(Username::stored),
            repeats,
        },
    })
}

/// Whether there is mail to send, to drop or to abandon.
///
/// # Errors
/// As any query.
pub fn is_anything_to_do(conn: &mut DbConnection, now: Timestamp) -> Result<bool, StoreError> {
    let is_due = outbox::due_at.le(now.0);
    let is_useless = outbox::useless_at.assume_not_null().le(now.0);
    let is_given_up = outbox::happened_at.le(now.plus(-GIVEN_UP_AFTER).0);
    let any = outbox::table.filter(is_due.or(is_useless).or(is_given_up));
    Ok(diesel::select(exists(any)).get_result(conn)?)
}

/// The main account that had the last turn, for each rank. Kept in memory, because it only affects the order.
#[derive(Debug, Clone, Default)]
pub struct Turns([String; Rank::ALL.len()]);

/// Claims the next attempt; only one of two instances can claim the same notification. None if nothing is
/// due.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a row of another version, which is then retried later.
pub fn claim(
    conn: &mut DbConnection,
    turns: &mut Turns,
    now: Timestamp,
) -> Result<Option<Waiting>, StoreError> {
    for (rank, last) in Rank::ALL.into_iter().zip(&mut turns.0) {
        while let Some(main) = next_in_turn(conn, rank, last, now)? {
            let row = outbox::table
                .filter(outbox::rank.eq(rank.number()))
                .filter(outbox::main_account_id.eq(&main))
                .filter(outbox::due_at.le(now.0))
                .order((outbox::due_at, outbox::sequence))
                .select(COLUMNS)
                .first::<Row>(conn)
                .optional()?;
            last.clone_from(&main);
            let Some(row) = row else { continue };
            let (sequence, .., attempts, due_at, _, _, _, _) = row;
            // Only if the row is unchanged. If another instance was first, it is no longer due: continue with
            // the next.
            let as_read = outbox::sequence
                .eq(sequence)
                .and(outbox::attempts.eq(attempts))
                .and(outbox::due_at.eq(due_at));
            let next = now.plus(notification::wait_after(attempts + 1));
            let claimed = diesel::update(outbox::table.filter(as_read))
                .set((outbox::attempts.eq(attempts + 1), outbox::due_at.eq(next.0)))
                .kept()
                .execute(conn)?;
            // Parsed after the claim, so that an invalid row does not block the next one.
            if claimed == 1 {
                return read(row).map(Some);
            }
        }
    }
    Ok(None)
}

/// The main account whose turn it is: the next one after the last with mail due.
fn next_in_turn(
    conn: &mut DbConnection,
    rank: Rank,
    last: &str,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let due = || {
        outbox::table
            .filter(outbox::rank.eq(rank.number()))
            .filter(outbox::due_at.le(now.0))
            .select(min(outbox::main_account_id))
    };
    let after = due()
        .filter(outbox::main_account_id.gt(last))
        .first::<Option<String>>(conn)?;
    if after.is_some() {
        return Ok(after);
    }
    Ok(due().first::<Option<String>>(conn)?)
}

/// Deletes a delivered notification.
///
/// # Errors
/// As any query.
pub fn delete(conn: &mut DbConnection, delivered: &Waiting) -> Result<(), StoreError> {
    diesel::delete(outbox::table.filter(outbox::sequence.eq(delivered.sequence))).execute(conn)?;
    Ok(())
}

/// Postpones a deferred notification beyond its claim; does nothing if it has been claimed again.
///
/// # Errors
/// As any query.
pub fn postpone(conn: &mut DbConnection, refused: &Waiting, due_at: Timestamp) -> Result<(), StoreError> {
    let claimed = outbox::sequence
        .eq(refused.sequence)
        .and(outbox::attempts.eq(refused.attempts));
    diesel::update(outbox::table.filter(claimed))
        .set(outbox::due_at.eq(due_at.0))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Deletes mail with this reference that is not due yet; returns whether there was any.
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

/// Deletes an account's notifications of this kind that are not due yet.
///
/// # Errors
/// As any query.
pub fn take_back_matter(
    conn: &mut DbConnection,
    username: &Username,
    kind: NotificationKind,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = outbox::table
        .filter(outbox::kind.eq(kind.name()))
        .filter(outbox::username.eq(username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::due_at.gt(now.0));
    diesel::delete(row).execute(conn)?;
    Ok(())
}

/// The number of an account's notifications of this kind that are not due yet.
///
/// # Errors
/// As any query.
pub fn pending(
    conn: &mut DbConnection,
    username: &Username,
    kind: NotificationKind,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let rows = outbox::table
        .filter(outbox::kind.eq(kind.name()))
        .filter(outbox::username.eq(username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::due_at.gt(now.0));
    Ok(rows.count().get_result(conn)?)
}

/// Deletes the other notifications of the same kind to the account, because this one is sent now.
///
/// # Errors
/// As any query.
pub fn take_back_others(conn: &mut DbConnection, goes: &Waiting) -> Result<(), StoreError> {
    let others = outbox::table
        .filter(outbox::kind.eq(goes.notification.kind.name()))
        .filter(outbox::username.eq(goes.notification.username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::sequence.ne(goes.sequence));
    diesel::delete(others).execute(conn)?;
    Ok(())
}

/// Deletes mail with this reference, due or not, because its content is void.
///
/// # Errors
/// As any query.
pub fn take_out(conn: &mut DbConnection, belongs_to: &str) -> Result<(), StoreError> {
    diesel::delete(outbox::table.filter(outbox::belongs_to.eq(belongs_to))).execute(conn)?;
    Ok(())
}

/// Deletes mail that is no longer useful, such as expired codes.
///
/// # Errors
/// As any query.
pub fn drop_useless(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    Ok(diesel::delete(outbox::table.filter(outbox::useless_at.le(now.0))).execute(conn)?)
}

/// Abandons mail that has waited too long; returns how many.
///
/// # Errors
/// As any query.
pub fn give_up(conn: &mut DbConnection, now: Timestamp) -> Result<usize, StoreError> {
    let latest = now.plus(-GIVEN_UP_AFTER);
    Ok(diesel::delete(outbox::table.filter(outbox::happened_at.le(latest.0))).execute(conn)?)
}

/// The number of notifications that are due or were already tried.
///
/// # Errors
/// As any query.
pub fn waiting(conn: &mut DbConnection, now: Timestamp) -> Result<i64, StoreError> {
    let waiting = outbox::table.filter(outbox::due_at.le(now.0).or(outbox::attempts.gt(0)));
    Ok(waiting.count().get_result(conn)?)
}
