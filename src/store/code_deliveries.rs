//! Sent and withheld codes: for the page that shows the delivery status, and for managers who check the
//! costs. Contains neither codes nor full phone numbers; the sending limits are counted in
//! [`super::send_counters`].

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
    language::Language,
    limits::send_budget::{Sending, Withheld},
    phone_delivery::DeliveryStatus,
    random::TokenDigest,
    session::ChallengeId,
};

/// The result of a code request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Handed over to the provider, with the latest delivery status.
    Handed(DeliveryStatus),
    /// Not sent.
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

/// A requested code.
pub struct NewDelivery<'a> {
    /// The account.
    pub account: &'a AccountId,
    /// The main account whose managers may see it.
    pub main: &'a AccountId,
    /// The challenge that requested it.
    pub challenge: &'a ChallengeId,
    /// The channel.
    pub channel: Channel,
    /// The masked recipient.
    pub masked: &'a str,
    /// What its recipient reads or hears.
    pub language: Option<Language>,
    /// The requesting network, which shares a limit.
    pub network: IpAddr,
    /// The digest that identifies it in the provider's webhooks.
    pub hook: &'a TokenDigest,
    /// The result.
    pub outcome: Outcome,
}

/// Adds a requested code.
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
            deliveries::language.eq(new.language.as_ref().map(Language::as_str)),
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

/// A code that was created at `made_at` was entered correctly: the requests that sent it no longer count
/// towards the limit of the network, so that all people in an office behind one address can sign in on their
/// first day. Codes sent elsewhere for the same challenge still count.
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

/// The status of the last code of a challenge.
#[derive(Debug, Clone)]
pub struct Last {
    /// How it went.
    pub channel: Channel,
    /// The result.
    pub outcome: Outcome,
    /// When it was requested.
    pub at: Timestamp,
}

/// The last code that a challenge requested.
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

/// Stores a delivery report from a webhook. A late report never replaces a final status; a report for an
/// unknown webhook is ignored.
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
        // Only if the row is unchanged; if another report was first, the rule is applied again.
        let reported = diesel::update(row.filter(deliveries::status.eq(before.name())))
            .set(deliveries::status.eq(heard.name()))
            .kept()
            .execute(conn)?;
        if reported == 1 {
            return Ok(());
        }
    }
}

/// The challenge of a webhook that requests the code, and the language of the call.
///
/// # Errors
/// As any query.
pub fn challenge_of(
    conn: &mut DbConnection,
    hook: &TokenDigest,
) -> Result<Option<(ChallengeId, Option<Language>)>, StoreError> {
    let row: Option<(String, Option<String>)> = deliveries::table
        .filter(deliveries::hook_digest.eq(hook.as_str()))
        .select((deliveries::challenge, deliveries::language))
        .first(conn)
        .optional()?;
    Ok(row.map(|(challenge, language)| {
        (
            ChallengeId(challenge),
            language.as_deref().and_then(Language::stored),
        )
    }))
}

/// A line of the list of sent codes.
pub struct Listed {
    /// The row id, where the next page begins.
    pub sequence: i64,
    /// The account; none if it was deleted.
    pub username: Option<String>,
    /// How it went.
    pub channel: Channel,
    /// The masked recipient.
    pub masked: String,
    /// Who asked.
    pub network: String,
    /// The result.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
}

/// The codes sent for the accounts of a main account, newest first, before a given row.
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

/// Deletes up to `count` rows that are older than `before`; returns how many.
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
