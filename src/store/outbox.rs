//! Mail on its way out. A row is written in the transaction of the change that it tells of, and
//! goes when its mail was taken.
//!
//! [`post`] is the only way in, and wants what it takes to be charged to its budgets
//! ([`super::send_counters`]). What leaves first is what somebody waits for: codes, links, notices,
//! reminders; within each, main accounts take turns, so that a flood of one slows that one alone.
//!
//! An attempt is claimed before it is made, and the claim is also the wait for the next
//! one: whoever is killed while sending leaves a row that is due again later.

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
    lifetimes::GIVEN_UP_AFTER,
    notification::{self, Notification, NotificationKind, Rank, Schedule},
    sealed::Sealed,
};

/// A mail to the owner of an account.
pub struct Letter<'a> {
    /// What it tells.
    pub notice: &'a Notification,
    /// What it tells its recipient alone.
    pub sealed: Option<&'a Sealed>,
    /// When it goes.
    pub schedule: &'a Schedule,
    /// The main account that the account belongs to: its turn, and its budget.
    pub main: &'a AccountId,
}

/// Takes a mail: `paid` for where its matter draws on a budget, free where it draws on none. What an
/// owner has to hear of is never refused (the attack: a mailbox or a budget is filled, and then an
/// account is taken over in silence); from the fourth in an hour on, notices of one matter are folded
/// into one mail.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] where something else was paid for.
pub fn post(
    tx: &mut Tx<'_>,
    purse: &Purse,
    letter: &Letter<'_>,
    paid: Option<Paid>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Notification {
        matter, recipient, ..
    } = letter.notice;
    match (matter.sending(), paid) {
        (None, None) => tell(tx, purse, letter, now),
        (Some(sending), Some(paid)) if paid.covers(sending, recipient.as_str()) => {
            insert(tx, letter, letter.schedule.due_at, now)
        }
        _ => {
            let fault = format!("outbox: {} was not paid for", matter.name());
            Err(StoreError::Unexpected(fault))
        }
    }
}

/// Takes a notice: at once, or folded into the one that goes at the end of the hour.
fn tell(conn: &mut Tx<'_>, purse: &Purse, letter: &Letter<'_>, now: Timestamp) -> Result<(), StoreError> {
    let Notification {
        matter,
        recipient,
        username,
        ..
    } = letter.notice;
    // Those with a link have a limit of their own, and each link is another; a recovery code that
    // was used is gone, and each mail says how many are left.
    if letter.sealed.is_some() || letter.schedule.belongs_to.is_some() || matter.number().is_some() {
        return insert(conn, letter, letter.schedule.due_at, now);
    }
    let mailbox = Email::mailbox(recipient.as_str());
    let subject = format!("{}:{}:{mailbox}", matter.name(), username.as_str());
    let Err(at) = send_counters::goes_at_once(conn, purse, &subject, notification::AT_ONCE, now)? else {
        return insert(conn, letter, letter.schedule.due_at, now);
    };
    let held = outbox::table
        .filter(outbox::recipient.eq(recipient.as_str()))
        .filter(outbox::matter.eq(matter.name()))
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
        notice,
        sealed,
        schedule,
        main,
    } = letter;
    if due_at <= now {
        conn.posts();
    }
    diesel::insert_into(outbox::table)
        .values((
            outbox::recipient.eq(notice.recipient.as_str()),
            outbox::username.eq(notice.username.as_str()),
            outbox::matter.eq(notice.matter.name()),
            outbox::number.eq(notice.matter.number()),
            outbox::address.eq(notice.address.map(|address| address.to_string())),
            outbox::happened_at.eq(notice.happened_at.0),
            outbox::attempts.eq(0),
            outbox::due_at.eq(due_at.0),
            outbox::sealed.eq(sealed.map(Sealed::as_str)),
            outbox::belongs_to.eq(schedule.belongs_to.as_deref()),
            outbox::by_username.eq(notice.by.as_ref().map(Username::as_str)),
            outbox::useless_at.eq(schedule.useless_at.map(|at| at.0)),
            outbox::rank.eq(notice.matter.rank().number()),
            outbox::main_account_id.eq(&main.0),
            outbox::repeats.eq(notice.repeats),
        ))
        .kept()
        .execute(conn)?;
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
    pub notice: Notification,
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
    i64,
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
    outbox::repeats,
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
    outbox::repeats,
);

fn read(row: Row) -> Result<Waiting, StoreError> {
    let (
        sequence,
        recipient,
        username,
        matter,
        number,
        address,
        happened_at,
        attempts,
        _,
        sealed,
        by,
        repeats,
    ) = row;
    let unexpected = |what: &str| StoreError::Unexpected(format!("outbox row {sequence}: {what}"));
    Ok(Waiting {
        sequence,
        attempts: attempts + 1,
        sealed: sealed.map(Sealed::stored),
        notice: Notification {
            matter: NotificationKind::stored(&matter, number).ok_or_else(|| unexpected("matter"))?,
            recipient: Email::stored(recipient),
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

/// Whether there is anything to send, to drop or to give up.
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

/// Which main account had the last turn, for each rank. Kept by whoever delivers: it decides an
/// order and nothing else.
#[derive(Debug, Clone, Default)]
pub struct Turns([String; Rank::ALL.len()]);

/// Claims the next attempt: of two instances that want to send the same notice, one gets
/// it. None where nothing is due.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a row of another version, which then
/// waits like one that was not taken.
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
            let (sequence, .., attempts, due_at, _, _, _) = row;
            // Only over exactly what was read. Where another instance was first, it is theirs
            // and no longer due: look for the next.
            let as_read = outbox::sequence
                .eq(sequence)
                .and(outbox::attempts.eq(attempts))
                .and(outbox::due_at.eq(due_at));
            let next = now.plus(notification::wait_after(attempts + 1));
            let claimed = diesel::update(outbox::table.filter(as_read))
                .set((outbox::attempts.eq(attempts + 1), outbox::due_at.eq(next.0)))
                .kept()
                .execute(conn)?;
            // Read after the claim: a row that cannot be read does not stand in the way of the
            // next.
            if claimed == 1 {
                return read(row).map(Some);
            }
        }
    }
    Ok(None)
}

/// The main account whose turn it is: the next after the last one that has something due.
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
        .kept()
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
    matter: NotificationKind,
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

/// How much an account would be told of a matter that is not due yet.
///
/// # Errors
/// As any query.
pub fn pending(
    conn: &mut DbConnection,
    username: &Username,
    matter: NotificationKind,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let rows = outbox::table
        .filter(outbox::matter.eq(matter.name()))
        .filter(outbox::username.eq(username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::due_at.gt(now.0));
    Ok(rows.count().get_result(conn)?)
}

/// Takes back what else an account would be told of the matter of this notice, which goes now.
///
/// # Errors
/// As any query.
pub fn take_back_others(conn: &mut DbConnection, goes: &Waiting) -> Result<(), StoreError> {
    let others = outbox::table
        .filter(outbox::matter.eq(goes.notice.matter.name()))
        .filter(outbox::username.eq(goes.notice.username.as_str()))
        .filter(outbox::attempts.eq(0))
        .filter(outbox::sequence.ne(goes.sequence));
    diesel::delete(others).execute(conn)?;
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
    let latest = now.plus(-GIVEN_UP_AFTER);
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
