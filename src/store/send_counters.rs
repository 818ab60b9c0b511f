//! Counters of sent messages: one row for each account, recipient, network or main account, and kind of
//! message. Each limit is one conditional UPDATE of its own row, so that concurrent messages are counted
//! correctly and only those that share a row wait (the attack: many requests that all read the counter before
//! one of them writes). The limit of the installation is the sum over the main accounts, read without a lock:
//! it can be exceeded by the messages that are sent at the same moment, but nobody waits for it.

use std::net::IpAddr;

use diesel::{
    dsl::sql,
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
    sql_types::{BigInt, Nullable},
};

use super::{
    DbConnection, StoreError, Tx, dialect::first_held, kept::Keep as _, schema::send_counters as counters,
};
use crate::domain::{
    account::{AccountId, Email},
    clock::{DAY, Timestamp},
    limits::send_budget::{Budgets, Cap, Sending, Spending},
    limits::throttle,
    sealed::PurposeKey,
};

/// A query for the counter of a [`Row`].
macro_rules! counter {
    ($row:expr) => {
        counters::table
            .filter(counters::sending.eq($row.sending))
            .filter(counters::cap.eq($row.cap))
            .filter(counters::subject.eq(&$row.subject))
    };
}

/// The operator's limits, and the key for the digests of subjects.
#[derive(Clone)]
pub struct Purse {
    /// The limits.
    pub budgets: Budgets,
    /// So that the table contains neither phone numbers nor addresses.
    pub key: PurposeKey,
}

/// A message to charge.
#[derive(Debug, Clone, Copy)]
pub struct Charge<'a> {
    /// The kind of message.
    pub sending: Sending,
    /// The requesting account; none for a visitor and the operator.
    pub account: Option<&'a AccountId>,
    /// The requesting network; none for the operator.
    pub address: Option<IpAddr>,
    /// The main account that is charged.
    pub main: &'a AccountId,
    /// The recipient. All spellings of an e-mail address share a counter.
    pub recipient: &'a str,
}

/// Proof that a message was charged to all its budgets. Only [`charge`] creates one.
#[derive(Debug)]
#[must_use = "what is charged is sent"]
pub struct Paid {
    sending: Sending,
    recipient: String,
}

impl Paid {
    /// Whether it is for this message.
    pub(super) fn covers(&self, sending: Sending, recipient: &str) -> bool {
        self.sending == sending && self.recipient == recipient
    }
}

/// Charges one message to all its budgets, or to none. Every transaction locks the main account's row first
/// and the recipient's row last, so that two of them cannot deadlock.
///
/// # Errors
/// As any query; the inner error is the [`Cap`] that is reached; of several, the one that lasts longest.
pub fn charge(
    conn: &mut Tx<'_>,
    purse: &Purse,
    order: &Charge<'_>,
    now: Timestamp,
) -> Result<Result<Paid, Cap>, StoreError> {
    let budget = purse.budgets.of(order.sending);
    let account = order.account.map(|account| account.0.clone());
    let network = order
        .address
        .map(|address| throttle::network(address).to_string());
    // Mail is counted per main account and address: otherwise another tenant could exhaust the budget for an
    // owner's links. SMS and calls are counted per number over all tenants.
    let recipient = match order.sending {
        Sending::PhoneCode | Sending::PhoneNotice => order.recipient.to_owned(),
        _ => format!("{}:{}", order.main.0, Email::mailbox(order.recipient)),
    };
    let subjects = [
        (Cap::MainAccountDay, Some(order.main.0.clone())),
        (Cap::AccountHour, account.clone()),
        (Cap::AccountDay, account),
        (Cap::NetworkHour, network),
        (Cap::RecipientHour, Some(recipient.clone())),
        (Cap::RecipientDay, Some(recipient)),
    ];
    let (mut taken, mut reached) = (Vec::new(), Vec::new());
    for (cap, subject) in subjects {
        let Some(subject) = subject.filter(|_| cap.of(&budget) < i64::MAX) else {
            continue;
        };
        let row = Row::of(purse, order.sending.name(), cap, &subject);
        if take_one(conn, &row, cap.of(&budget), cap.seconds(), now)? {
            taken.push(row);
        } else {
            reached.push(cap);
        }
    }
    // Includes the message that was just charged.
    if reached.is_empty() && of_the_instance(conn, order.sending, now)? > budget.instance_day {
        reached.push(Cap::InstanceDay);
    }
    let Some(cap) = Cap::longest(reached) else {
        return Ok(Ok(Paid {
            sending: order.sending,
            recipient: order.recipient.to_owned(),
        }));
    };
    for row in taken {
        give_back(conn, &row, 1, now)?;
    }
    Ok(Err(cap))
}

/// Counts a notification that is sent at once; false if `limit` were sent within the hour. The second value
/// is when the counter restarts.
///
/// # Errors
/// As any query.
pub(super) fn goes_at_once(
    conn: &mut Tx<'_>,
    purse: &Purse,
    subject: &str,
    limit: i64,
    now: Timestamp,
) -> Result<Result<(), Timestamp>, StoreError> {
    let row = Row::of(purse, "notice", Cap::RecipientHour, subject);
    let seconds = Cap::RecipientHour.seconds();
    if take_one(conn, &row, limit, seconds, now)? {
        return Ok(Ok(()));
    }
    // Locked until the transaction ends, so that the second of two combined notifications sees the first.
    let held: Option<i64> = first_held!(conn, counter!(row).select(counters::began_at)).optional()?;
    Ok(Err(held.map_or(now, Timestamp).plus(seconds)))
}

/// A code was entered correctly: the given number of codes requested from a network since `first` no longer
/// counts towards its limit (an office in which thirty people sign in for the first time).
///
/// # Errors
/// As any query.
pub(super) fn came_back(
    conn: &mut Tx<'_>,
    purse: &Purse,
    sending: Sending,
    network: &str,
    asked_at: Timestamp,
) -> Result<(), StoreError> {
    let row = Row::of(purse, sending.name(), Cap::NetworkHour, network);
    give_back(conn, &row, 1, asked_at)
}

/// The key of a counter.
struct Row {
    sending: &'static str,
    cap: &'static str,
    subject: String,
}

impl Row {
    fn of(purse: &Purse, sending: &'static str, cap: Cap, subject: &str) -> Self {
        let mac = purse.key.mac(subject.as_bytes());
        Self {
            sending,
            cap: cap.name(),
            subject: data_encoding::BASE64URL_NOPAD.encode(&mac),
        }
    }
}

/// Increments a counter; false if the limit is reached.
fn take_one(
    conn: &mut DbConnection,
    row: &Row,
    limit: i64,
    seconds: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    loop {
        let Some(before) = read(conn, row)? else {
            create(conn, row, now)?;
            continue;
        };
        let Some(after) = before.one_more(limit, seconds, now) else {
            return Ok(false);
        };
        // Only if the row is unchanged. If another message was first, read again, because it counts too.
        let as_read = counter!(row)
            .filter(counters::began_at.eq(before.began_at.0))
            .filter(counters::sent.eq(before.sent));
        let rows = diesel::update(as_read)
            .set((
                counters::began_at.eq(after.began_at.0),
                counters::sent.eq(after.sent),
            ))
            .kept()
            .execute(conn)?;
        if rows == 1 {
            return Ok(true);
        }
    }
}

/// Subtracts `count`, if the counter that includes this moment has not restarted.
fn give_back(conn: &mut DbConnection, row: &Row, count: i64, sent_at: Timestamp) -> Result<(), StoreError> {
    let still_counts = counter!(row)
        .filter(counters::began_at.le(sent_at.0))
        .filter(counters::sent.ge(count));
    diesel::update(still_counts)
        .set(counters::sent.eq(counters::sent - count))
        .kept()
        .execute(conn)?;
    Ok(())
}

fn read(conn: &mut DbConnection, row: &Row) -> Result<Option<Spending>, StoreError> {
    let found = counter!(row)
        .select((counters::began_at, counters::sent))
        .first::<(i64, i64)>(conn)
        .optional()?;
    Ok(found.map(|(began_at, sent)| Spending {
        began_at: Timestamp(began_at),
        sent,
    }))
}

fn create(conn: &mut DbConnection, row: &Row, now: Timestamp) -> Result<(), StoreError> {
    // A savepoint: in PostgreSQL a failed insert would abort the whole transaction.
    let inserted = conn.transaction(|conn| {
        diesel::insert_into(counters::table)
            .values((
                counters::sending.eq(row.sending),
                counters::cap.eq(row.cap),
                counters::subject.eq(&row.subject),
                counters::began_at.eq(now.0),
                counters::sent.eq(0),
            ))
            .kept()
            .execute(conn)
    });
    match inserted {
        // Another message was first.
        Ok(_) | Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The number of messages sent for all main accounts within a day.
fn of_the_instance(conn: &mut DbConnection, sending: Sending, now: Timestamp) -> Result<i64, StoreError> {
    let sum: Option<i64> = counters::table
        .filter(counters::sending.eq(sending.name()))
        .filter(counters::cap.eq(Cap::MainAccountDay.name()))
        .filter(counters::began_at.gt(now.0 - DAY))
        .select(sql::<Nullable<BigInt>>("CAST(SUM(sent) AS BIGINT)"))
        .first(conn)?;
    Ok(sum.unwrap_or_default())
}

/// Deletes up to `count` counters that are older than the period of every limit; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = counters::began_at.le(now.0 - DAY);
    let some: Vec<(String, String, String)> = counters::table
        .filter(over)
        .limit(count)
        .select((counters::sending, counters::cap, counters::subject))
        .load(conn)?;
    let mut removed = 0;
    for (sending, cap, subject) in some {
        // Not if it has restarted in the meantime.
        let row = counters::sending
            .eq(sending)
            .and(counters::cap.eq(cap))
            .and(counters::subject.eq(subject));
        removed += diesel::delete(counters::table.filter(row.and(over))).execute(conn)?;
    }
    Ok(removed)
}
