//! One-time links of every purpose, by the digest of their token. A link stores the account's epoch and, if
//! it was mailed, the recipient's address. It is valid only while both are current, so a changed password or
//! address invalidates older mails (the attack: somebody else reads the old mailbox). A link that a manager
//! was shown to hand over has no address: it also works for a person who lost access to the mailbox. Links
//! that undo a thief's change stay valid after it: see [`Purpose::ends_with_epoch`] and
//! [`Purpose::ends_with_address`].

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

/// A new link for an account.
pub struct NewLink<'a> {
    /// The digest of its token.
    pub token: &'a TokenDigest,
    /// Its purpose.
    pub purpose: Purpose,
    /// Its account.
    pub account: &'a Account,
    /// The account whose mailbox it is bound to: the account itself, or its main account. None if it is shown
    /// to be handed over.
    pub recipient: Option<&'a Account>,
    /// Additional data: an address to approve, or the sign-in that it belongs to.
    pub payload: Option<&'a str>,
}

/// A valid link.
#[derive(Debug, Clone)]
pub struct OpenLink {
    /// Its account.
    pub account: Account,
    /// Its additional data.
    pub payload: String,
    /// The recipient's address.
    pub sent_to: Option<Email>,
}

/// Adds a link. If an account may have only one of its kind, the earlier one is voided.
pub fn insert(tx: &mut Tx<'_>, new: &NewLink<'_>, now: Timestamp) -> Result<(), StoreError> {
    match new.purpose {
        // Not one that was shown to a manager (the attack: a stranger requests a link by mail and so voids
        // the one that a manager has just handed over).
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
            links::epoch.eq(Some(new.account.epoch)),
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

/// Replaces the link of the first run. [`StoreError::Taken`] if another instance did so at the same time.
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

/// A row that has not expired.
#[diesel::dsl::auto_type(no_type_alias)]
fn usable<'a>(purpose: &'a str, token: &'a str, now: i64) -> _ {
    links::token_digest
        .eq(token)
        .and(links::purpose.eq(purpose))
        .and(links::used_at.is_null())
        .and(links::expires_at.gt(now))
}

/// An unused row of an account.
#[diesel::dsl::auto_type(no_type_alias)]
fn unused<'a>(account: &'a str, purpose: &'a str) -> _ {
    links::account_id
        .eq(account)
        .and(links::purpose.eq(purpose))
        .and(links::used_at.is_null())
}

/// Whether the link of the first run is valid.
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

/// Spends the link of the first run; returns whether it was valid.
pub fn spend_welcome(tx: &mut Tx<'_>, token: &TokenDigest, now: Timestamp) -> Result<bool, StoreError> {
    mark_used(tx, Purpose::Welcome, token, now)
}

/// Looks up a valid link without spending it, because virus scanners open links too.
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
    let epoch_fits = !purpose.ends_with_epoch() || epoch == Some(account.epoch);
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

/// Spends a link by one conditional UPDATE; none if it is invalid or already used. The account is locked
/// first, so that neither its epoch nor its address changes before the transaction ends.
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

/// Voids an account's links of one kind.
pub fn void(tx: &mut Tx<'_>, account: &AccountId, purpose: Purpose) -> Result<(), StoreError> {
    let open = unused(&account.0, purpose.name());
    diesel::delete(links::table.filter(open)).execute(&mut **tx)?;
    Ok(())
}

/// Voids an account's mailed links of one kind.
pub fn void_mailed(tx: &mut Tx<'_>, account: &AccountId, purpose: Purpose) -> Result<(), StoreError> {
    let open = unused(&account.0, purpose.name()).and(links::sent_to.is_not_null());
    diesel::delete(links::table.filter(open)).execute(&mut **tx)?;
    Ok(())
}

/// Sets the creation time of the unused link of one kind, and its expiry to match.
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

/// Voids the links of one kind with this payload.
pub fn take_back(tx: &mut Tx<'_>, purpose: Purpose, payload: &str) -> Result<(), StoreError> {
    let row = links::purpose.eq(purpose.name()).and(links::payload.eq(payload));
    diesel::delete(links::table.filter(row)).execute(&mut **tx)?;
    Ok(())
}

/// When the account's newest valid link of one kind was created.
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

/// Deletes up to `count` links that expired a day ago; returns how many.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = links::expires_at.le(now.0 - SPENT_SECONDS);
    remove_some!(conn, links, token_digest, over, count)
}
