//! What was sent and what was withheld: for the page that says where a code is, and for managers
//! who ask where the money went. Neither code nor number stands here; how much was sent is counted
//! in [`super::send_counters`].

use std::net::IpAddr;

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, Tx,
    kept::Keep as _,
    schema::{accounts, code_deliveries as deliveries},
    send_counters::{self, Purse},
};
use crate::domain::{
    account::AccountId,
    authenticator::out_of_band::{Channel, Purpose},
    clock::Timestamp,
    limits::send_budget::{Sending, Withheld},
    phone_delivery::DeliveryStatus,
    random::TokenDigest,
    session::ChallengeId,
};

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was handed over, and this is the last that was heard of it.
    Handed(DeliveryStatus),
    /// It was not sent at all.
    Withheld(Withheld),
}

impl Outcome {
    fn stored(self) -> String {
        match self {
            Self::Handed(status) => status.name().to_owned(),
            Self::Withheld(why) => format!("withheld:{}", why.name()),
        }
    }

    fn read(text: &str) -> Result<Self, StoreError> {
        let outcome = match text.strip_prefix("withheld:") {
            Some(why) => Withheld::named(why).map(Self::Withheld),
            None => DeliveryStatus::named(text).map(Self::Handed),
        };
        outcome.ok_or_else(|| StoreError::Unexpected(format!("code_deliveries: {text}")))
    }
}

/// A code that somebody asked for.
pub struct NewDelivery<'a> {
    /// Whose code.
    pub account: &'a AccountId,
    /// Whose manager may see it.
    pub main: &'a AccountId,
    /// What asked for it.
    pub challenge: &'a ChallengeId,
    /// How it goes.
    pub channel: Channel,
    /// Where it goes, as far as it is shown.
    pub masked: &'a str,
    /// Who asked, as far as they share a limit.
    pub network: IpAddr,
    /// By what the provider names it when it calls back.
    pub hook: &'a TokenDigest,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// Adds what somebody asked for.
///
/// # Errors
/// As any query.
pub fn insert(conn: &mut DbConnection, new: &NewDelivery<'_>, now: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::account_id.eq(&new.account.0),
            deliveries::main_account_id.eq(&new.main.0),
            deliveries::challenge.eq(&new.challenge.0),
            deliveries::channel.eq(new.channel.name()),
            deliveries::masked.eq(new.masked),
            deliveries::network.eq(new.network.to_string()),
            deliveries::hook_digest.eq(new.hook.as_str()),
            deliveries::status.eq(new.outcome.stored()),
            deliveries::counted.eq(matches!(new.outcome, Outcome::Handed(_))),
            deliveries::created_at.eq(now.0),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// A code that was made at `made_at` came back: what was asked for to send it no longer counts
/// towards the limit of the network, so that an office behind one address gets through its first
/// day. What was sent elsewhere for the same challenge counts on.
///
/// # Errors
/// As any query.
pub fn came_back(
    conn: &mut Tx<'_>,
    purse: &Purse,
    purpose: &Purpose,
    made_at: Timestamp,
) -> Result<(), StoreError> {
    let counted: Vec<(i64, String, String, i64)> = deliveries::table
        .filter(deliveries::challenge.eq(purpose.challenge().0))
        .filter(deliveries::counted.eq(true))
        .filter(deliveries::created_at.ge(made_at.0))
        .select((
            deliveries::sequence,
            deliveries::channel,
            deliveries::network,
            deliveries::created_at,
        ))
        .load(&mut **conn)?;
    for (sequence, channel, network, asked_at) in counted {
        let row = deliveries::sequence
            .eq(sequence)
            .and(deliveries::counted.eq(true));
        let taken = diesel::update(deliveries::table.filter(row))
            .set(deliveries::counted.eq(false))
            .kept()
            .execute(conn)?;
        if taken == 1 {
            let sending = Sending::code_for(purpose, channel_named(&channel)?);
            send_counters::came_back(conn, purse, sending, &network, Timestamp(asked_at))?;
        }
    }
    Ok(())
}

/// What is known of the last code of a challenge.
#[derive(Debug, Clone)]
pub struct Last {
    /// How it went.
    pub channel: Channel,
    /// What became of it.
    pub outcome: Outcome,
    /// When it was asked for.
    pub at: Timestamp,
}

/// The last code that a challenge asked for.
///
/// # Errors
/// As any query.
pub fn last(conn: &mut DbConnection, challenge: &ChallengeId) -> Result<Option<Last>, StoreError> {
    let row = deliveries::table
        .filter(deliveries::challenge.eq(&challenge.0))
        .order(deliveries::sequence.desc())
        .select((deliveries::channel, deliveries::status, deliveries::created_at))
        .first::<(String, String, i64)>(conn)
        .optional()?;
    row.map(|(channel, status, at)| {
        Ok(Last {
            channel: channel_named(&channel)?,
            outcome: Outcome::read(&status)?,
            at: Timestamp(at),
        })
    })
    .transpose()
}

fn channel_named(name: &str) -> Result<Channel, StoreError> {
    Channel::named(name).ok_or_else(|| StoreError::Unexpected(format!("code_deliveries: {name}")))
}

/// What is heard of a delivery by its hook. A report that comes late never takes back the
/// last word; one for an unknown hook is none.
///
/// # Errors
/// As any query.
pub fn report(conn: &mut DbConnection, hook: &TokenDigest, heard: DeliveryStatus) -> Result<(), StoreError> {
    let row = deliveries::table.filter(deliveries::hook_digest.eq(hook.as_str()));
    loop {
        let known: Option<String> = row.select(deliveries::status).first(conn).optional()?;
        let Some(Outcome::Handed(before)) = known.as_deref().map(Outcome::read).transpose()? else {
            return Ok(());
        };
        if !before.is_followed_by(heard) {
            return Ok(());
        }
        // Only over what was read; where another report was first, the rule is asked again.
        let reported = diesel::update(row.filter(deliveries::status.eq(before.name())))
            .set(deliveries::status.eq(heard.name()))
            .kept()
            .execute(conn)?;
        if reported == 1 {
            return Ok(());
        }
    }
}

/// The challenge whose code a hook asks for.
///
/// # Errors
/// As any query.
pub fn challenge_of(conn: &mut DbConnection, hook: &TokenDigest) -> Result<Option<ChallengeId>, StoreError> {
    let challenge: Option<String> = deliveries::table
        .filter(deliveries::hook_digest.eq(hook.as_str()))
        .select(deliveries::challenge)
        .first(conn)
        .optional()?;
    Ok(challenge.map(ChallengeId))
}

/// A line of the list of sent codes.
pub struct Listed {
    /// The row, where the next page begins.
    pub sequence: i64,
    /// Whose code; none for an account that is gone.
    pub username: Option<String>,
    /// How it went.
    pub channel: Channel,
    /// Where, as far as it is shown.
    pub masked: String,
    /// Who asked.
    pub network: String,
    /// What became of it.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
}

/// What was sent for the accounts of a main account, the latest first, and those before a
/// certain row.
///
/// # Errors
/// As any query.
pub fn of_main(
    conn: &mut DbConnection,
    main: &AccountId,
    before: Option<i64>,
    count: usize,
) -> Result<Vec<Listed>, StoreError> {
    let mut query = deliveries::table
        .left_join(accounts::table.on(accounts::id.eq(deliveries::account_id)))
        .filter(deliveries::main_account_id.eq(main.0.clone()))
        .order(deliveries::sequence.desc())
        .limit(i64::try_from(count).unwrap_or(i64::MAX))
        .select((
            deliveries::sequence,
            accounts::username.nullable(),
            deliveries::channel,
            deliveries::masked,
            deliveries::network,
            deliveries::status,
            deliveries::created_at,
        ))
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(deliveries::sequence.lt(before));
    }
    let rows = query.load::<(i64, Option<String>, String, String, String, String, i64)>(conn)?;
    rows.into_iter()
        .map(|(sequence, username, channel, masked, network, status, at)| {
            Ok(Listed {
                sequence,
                username,
                channel: channel_named(&channel)?,
                masked,
                network,
                outcome: Outcome::read(&status)?,
                at: Timestamp(at),
            })
        })
        .collect()
}

/// Removes up to `count` lines of the list that are older than `before`; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, before: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over: Vec<i64> = deliveries::table
        .filter(deliveries::created_at.lt(before.0))
        .order(deliveries::sequence)
        .limit(count)
        .select(deliveries::sequence)
        .load(conn)?;
    Ok(diesel::delete(deliveries::table.filter(deliveries::sequence.eq_any(over))).execute(conn)?)
}
