//! One-time links of every purpose, by the digest of their token.
//!
//! A link carries the epoch that its account was in and, where it was mailed, the e-mail address that
//! it was sent to. It opens only while both are current, so a changed password or address ends what
//! an older mail can do, whoever reads that mailbox now. One that was shown to be handed over has no
//! address: it works for somebody whose mailbox is lost, too. What takes a thief's change back
//! outlives it: [`Purpose::ends_with_epoch`] and [`Purpose::ends_with_address`] say which those are.

use diesel::prelude::*;

use super::{DbConnection, StoreError, Tx, accounts, kept::Keep as _, schema::one_time_links as links};
use crate::domain::{
    account::{Account, AccountId, Email},
    authenticator::set_up_code::Claim,
    clock::Timestamp,
    lifetimes::SPENT_SECONDS,
    link::Purpose,
    proof::SecondFactorProof,
    random::TokenDigest,
};

/// A link to be made for an account.
pub struct NewLink<'a> {
    /// By what it is found.
    pub token: &'a TokenDigest,
    /// What it does.
    pub purpose: Purpose,
    /// To which account.
    pub account: &'a Account,
    /// Whose mailbox it is bound to: the account itself, or its main account. None where it is shown
    /// to be handed over, and no address counts.
    pub recipient: Option<&'a Account>,
    /// What it needs to know besides: an address to approve, or the sign-in that it belongs to.
    pub payload: Option<&'a str>,
}

/// A link that opens.
#[derive(Debug, Clone)]
pub struct OpenLink {
    /// The account that it is for.
    pub account: Account,
    /// What was given with it.
    pub payload: String,
    /// The address that it was mailed to.
    pub sent_to: Option<Email>,
}

/// Adds a link. Where an account has one of its kind at most, the one before is void.
pub fn insert(tx: &mut Tx<'_>, new: &NewLink<'_>, now: Timestamp) -> Result<(), StoreError> {
    match new.purpose {
        // One that was handed over took more than asking for another (the attack: a stranger who asks ends what
        // a manager has just shown to somebody without a mailbox).
        Purpose::NewPassword if new.recipient.is_some() => {
            void_mailed(tx, &new.account.id, new.purpose)?;
        }
        purpose if purpose.is_single() => void(tx, &new.account.id, purpose)?,
        _ => {}
    }
    diesel::insert_into(links::table)
        .values((
            links::token_digest.eq(new.token.as_str()),
            links::purpose.eq(new.purpose.name()),
            links::account_id.eq(Some(&new.account.id.0)),
            links::epoch.eq(Some(new.account.generation)),
            links::recipient_id.eq(Some(&new.recipient.unwrap_or(new.account).id.0)),
            links::sent_to.eq(new.recipient.map(|recipient| recipient.email.as_str())),
            links::payload.eq(new.payload.unwrap_or_default()),
            links::created_at.eq(now.0),
            links::expires_at.eq(now.0 + new.purpose.seconds()),
        ))
        .kept()
        .execute(tx)?;
    Ok(())
}

/// Puts the first run's link in the place of an earlier one. [`StoreError::Taken`] where another
/// instance did so at the same moment.
pub fn replace_welcome(tx: &mut Tx<'_>, token: &TokenDigest, now: Timestamp) -> Result<(), StoreError> {
    let purpose = Purpose::Welcome;
    diesel::delete(links::table.filter(links::purpose.eq(purpose.name()))).execute(&mut **tx)?;
    diesel::insert_into(links::table)
        .values((
            links::token_digest.eq(token.as_str()),
            links::purpose.eq(purpose.name()),
            links::payload.eq(""),
            links::created_at.eq(now.0),
            links::expires_at.eq(now.0 + purpose.seconds()),
        ))
        .kept()
        .execute(tx)?;
    Ok(())
}

/// A row that can still be used, by its time alone.
#[diesel::dsl::auto_type(no_type_alias)]
fn usable<'a>(purpose: &'a str, token: &'a str, now: i64) -> _ {
    links::token_digest
        .eq(token)
        .and(links::purpose.eq(purpose))
        .and(links::used_at.is_null())
        .and(links::expires_at.gt(now))
}

/// A row of an account's that nobody has used.
#[diesel::dsl::auto_type(no_type_alias)]
fn unused<'a>(account: &'a str, purpose: &'a str) -> _ {
    links::account_id
        .eq(account)
        .and(links::purpose.eq(purpose))
        .and(links::used_at.is_null())
}

/// Whether the first run's link opens.
pub fn welcome_opens(
    conn: &mut DbConnection,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let found: Option<i64> = links::table
        .filter(usable(Purpose::Welcome.name(), token.as_str(), now.0))
        .select(links::created_at)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Spends the first run's link; whether it opened.
pub fn spend_welcome(tx: &mut Tx<'_>, token: &TokenDigest, now: Timestamp) -> Result<bool, StoreError> {
    mark_used(tx, Purpose::Welcome, token, now)
}

/// What a link is for, if it opens. Changes nothing: programs that look for viruses open links
/// as well.
pub fn find(
    conn: &mut DbConnection,
    purpose: Purpose,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<OpenLink>, StoreError> {
    type Row = (
        Option<String>,
        Option<i64>,
        Option<String>,
        Option<String>,
        String,
    );
    let row: Option<Row> = links::table
        .filter(usable(purpose.name(), token.as_str(), now.0))
        .select((
            links::account_id,
            links::epoch,
            links::recipient_id,
            links::sent_to,
            links::payload,
        ))
        .first(conn)
        .optional()?;
    let Some((Some(account), epoch, Some(recipient), sent_to, payload)) = row else {
        return Ok(None);
    };
    let Some(account) = enabled(conn, account)? else {
        return Ok(None);
    };
    let recipient = if recipient == account.id.0 {
        Some(account.clone())
    } else {
        enabled(conn, recipient)?
    };
    let epoch_fits = !purpose.ends_with_epoch() || epoch == Some(account.generation);
    let address_fits = !purpose.ends_with_address()
        || sent_to
            .as_deref()
            .is_none_or(|sent_to| recipient.is_some_and(|recipient| sent_to == recipient.email.as_str()));
    Ok((epoch_fits && address_fits).then_some(OpenLink {
        account,
        payload,
        sent_to: sent_to.map(Email::stored),
    }))
}

fn enabled(conn: &mut DbConnection, id: String) -> Result<Option<Account>, StoreError> {
    let found = accounts::by_id(conn, &AccountId(id))?.map(|found| found.account);
    Ok(found.filter(Account::is_enabled))
}

/// Spends an account's set-up code by one conditional UPDATE.
pub fn settle(
    tx: &mut Tx<'_>,
    claim: Claim,
    now: Timestamp,
) -> Result<Option<SecondFactorProof>, StoreError> {
    let purpose = Purpose::SetUpCode;
    accounts::hold(tx, claim.account())?;
    let link = find(tx, purpose, claim.digest(), now)?;
    if link.is_none_or(|link| link.account.id != *claim.account()) {
        return Ok(None);
    }
    let changed = mark_used(tx, purpose, claim.digest(), now)?;
    if changed {
        accounts::note_protected(tx, claim.account())?;
    }
    Ok(claim.settled(usize::from(changed)))
}

/// Spends a link by one conditional UPDATE; none where it does not open, or was used before. The
/// account is held first, so that neither its epoch nor its address changes before the end of
/// the transaction.
pub fn spend(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Option<OpenLink>, StoreError> {
    let Some(seen) = find(tx, purpose, token, now)? else {
        return Ok(None);
    };
    accounts::hold(tx, &seen.account.id)?;
    let Some(link) = find(tx, purpose, token, now)? else {
        return Ok(None);
    };
    Ok(mark_used(tx, purpose, token, now)?.then_some(link))
}

fn mark_used(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = links::table.filter(usable(purpose.name(), token.as_str(), now.0));
    let changed = diesel::update(row)
        .set(links::used_at.eq(Some(now.0)))
        .kept()
        .execute(tx)?;
    Ok(changed == 1)
}

/// Voids what an account has of one kind.
pub fn void(tx: &mut Tx<'_>, account: &AccountId, purpose: Purpose) -> Result<(), StoreError> {
    let open = unused(&account.0, purpose.name());
    diesel::delete(links::table.filter(open)).execute(&mut **tx)?;
    Ok(())
}

/// Voids what an account has of one kind that is bound to a mailbox.
pub fn void_mailed(tx: &mut Tx<'_>, account: &AccountId, purpose: Purpose) -> Result<(), StoreError> {
    let open = unused(&account.0, purpose.name()).and(links::sent_to.is_not_null());
    diesel::delete(links::table.filter(open)).execute(&mut **tx)?;
    Ok(())
}

/// Lets the open link of one kind be as old as one that was made then.
pub fn date(
    tx: &mut Tx<'_>,
    account: &AccountId,
    purpose: Purpose,
    made: Timestamp,
) -> Result<(), StoreError> {
    let open = unused(&account.0, purpose.name());
    diesel::update(links::table.filter(open))
        .set((
            links::created_at.eq(made.0),
            links::expires_at.eq(made.0 + purpose.seconds()),
        ))
        .kept()
        .execute(tx)?;
    Ok(())
}

/// Takes back the links of one kind that were made with this payload.
pub fn take_back(tx: &mut Tx<'_>, purpose: Purpose, payload: &str) -> Result<(), StoreError> {
    let row = links::purpose.eq(purpose.name()).and(links::payload.eq(payload));
    diesel::delete(links::table.filter(row)).execute(&mut **tx)?;
    Ok(())
}

/// When the account's newest link of one kind was made that still opens.
pub fn made_at(
    conn: &mut DbConnection,
    account: &AccountId,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let made: Vec<(String, i64)> = links::table
        .filter(unused(&account.0, purpose.name()))
        .filter(links::expires_at.gt(now.0))
        .order(links::created_at.desc())
        .select((links::token_digest, links::created_at))
        .load(conn)?;
    for (token, made) in made {
        if find(conn, purpose, &TokenDigest::stored(token), now)?.is_some() {
            return Ok(Some(Timestamp(made)));
        }
    }
    Ok(None)
}

/// Removes up to `count` links that expired a day ago; how many went.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = links::expires_at.le(now.0 - SPENT_SECONDS);
    remove_some!(conn, links, token_digest, over, count)
}
