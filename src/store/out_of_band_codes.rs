//! Codes that were sent. One row for each challenge that asked for one; a row is found by
//! the challenge and spent by the code's keyed hash.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, Tx, code_deliveries,
    schema::{accounts, out_of_band_codes as codes},
    send_counters::Purse,
};
use crate::domain::{
    account::AccountId,
    authenticator::out_of_band::{GUESSES, ProvenNumber, Purpose, SentCodeDigest, SignInClaim},
    clock::Timestamp,
    phone_number::PhoneNumber,
    proof::SecondFactorProof,
    retention::SPENT_SECONDS,
    sealed::Sealed,
    session::ChallengeId,
};

/// How long a new number waits to be proven, in seconds.
const WAITING_SECONDS: i64 = 3600;

/// A code that was sent for a challenge.
pub struct Live {
    /// Where it was sent: a number or an address.
    pub destination: String,
    /// The code itself, to be sent again.
    pub sealed: Sealed,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when on it no longer counts.
    pub expires_at: Timestamp,
}

/// A new code for a challenge.
pub struct NewCode<'a> {
    /// Whose.
    pub account: &'a AccountId,
    /// What for.
    pub purpose: &'a Purpose,
    /// Where it is sent: a number or an address.
    pub destination: &'a str,
    /// By what it is found.
    pub digest: &'a SentCodeDigest,
    /// What is sent again.
    pub sealed: &'a Sealed,
    /// From when on it no longer counts.
    pub expires_at: Timestamp,
}

/// Puts a code in the place of the challenge's earlier one.
///
/// # Errors
/// As any query.
pub fn replace(conn: &mut Tx<'_>, new: &NewCode<'_>, now: Timestamp) -> Result<(), StoreError> {
    let challenge = new.purpose.challenge();
    diesel::delete(codes::table.filter(codes::challenge.eq(&challenge.0))).execute(&mut **conn)?;
    diesel::insert_into(codes::table)
        .values((
            codes::challenge.eq(&challenge.0),
            codes::account_id.eq(&new.account.0),
            codes::purpose.eq(new.purpose.name()),
            codes::destination.eq(new.destination),
            codes::digest.eq(new.digest.as_str()),
            codes::sealed.eq(new.sealed.as_str()),
            codes::guesses.eq(0),
            codes::created_at.eq(now.0),
            codes::expires_at.eq(new.expires_at.0),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// Holds a challenge's code until the transaction ends. Before anything is charged for it: whoever
/// spends it holds it first, too, so that the two never wait for each other in a circle.
///
/// # Errors
/// As any query.
pub fn hold(tx: &mut Tx<'_>, challenge: &ChallengeId) -> Result<(), StoreError> {
    diesel::update(codes::table.filter(codes::challenge.eq(&challenge.0)))
        .set(codes::guesses.eq(codes::guesses))
        .execute(&mut **tx)?;
    Ok(())
}

/// The challenge's code, if it can still be right: neither spent, nor too old, nor guessed
/// at too often.
///
/// # Errors
/// As any query.
pub fn live(
    conn: &mut DbConnection,
    challenge: &ChallengeId,
    now: Timestamp,
) -> Result<Option<Live>, StoreError> {
    let row = codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .filter(codes::spent_at.is_null())
        .filter(codes::guesses.lt(GUESSES))
        .filter(codes::expires_at.gt(now.0))
        .select((
            codes::destination,
            codes::sealed,
            codes::created_at,
            codes::expires_at,
        ))
        .first::<(String, String, i64, i64)>(conn)
        .optional()?;
    Ok(row.map(|(destination, sealed, created_at, expires_at)| Live {
        destination,
        sealed: Sealed::stored(sealed),
        created_at: Timestamp(created_at),
        expires_at: Timestamp(expires_at),
    }))
}

/// Where the challenge's code was sent, also when it can no longer be right: "Send again"
/// goes there. None where it was spent, or is older than an hour.
///
/// # Errors
/// As any query.
pub fn waiting(
    conn: &mut DbConnection,
    challenge: &ChallengeId,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    Ok(codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .filter(codes::spent_at.is_null())
        .filter(codes::created_at.gt(now.0 - WAITING_SECONDS))
        .select(codes::destination)
        .first(conn)
        .optional()?)
}

/// Lets the challenge's code live longer, because it is sent again. Its guesses stay
/// counted (the attack: "Send again" as a way to guess on).
///
/// # Errors
/// As any query.
pub fn prolong(
    conn: &mut DbConnection,
    challenge: &ChallengeId,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    diesel::update(codes::table.filter(codes::challenge.eq(&challenge.0)))
        .set(codes::expires_at.eq(expires_at.0))
        .execute(conn)?;
    Ok(())
}

/// Charges one guess before it is looked at, by one conditional UPDATE; how many are left
/// after it, or none where nothing is there to be guessed.
///
/// # Errors
/// As any query.
pub fn charge_guess(
    conn: &mut DbConnection,
    challenge: &ChallengeId,
    account: &AccountId,
    now: Timestamp,
) -> Result<Option<i64>, StoreError> {
    let row = codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .filter(codes::account_id.eq(&account.0))
        .filter(codes::spent_at.is_null())
        .filter(codes::guesses.lt(GUESSES))
        .filter(codes::expires_at.gt(now.0));
    let guesses: Option<i64> = diesel::update(row)
        .set(codes::guesses.eq(codes::guesses + 1))
        .returning(codes::guesses)
        .get_result(conn)
        .optional()?;
    Ok(guesses.map(|guesses| GUESSES - guesses))
}

/// What a spent code proves.
pub struct Spent {
    /// The second factor of a sign-in.
    pub proof: SecondFactorProof,
    /// Where the code had gone.
    pub destination: String,
}

/// Spends a sign-in's code by one conditional UPDATE; none for a wrong one, and for the
/// second of two requests with the right one (ASVS 6.5.1).
///
/// # Errors
/// As any query.
pub fn settle(
    conn: &mut Tx<'_>,
    purse: &Purse,
    claim: SignInClaim,
    now: Timestamp,
) -> Result<Option<Spent>, StoreError> {
    let spent = spend(
        conn,
        purse,
        claim.account(),
        claim.challenge(),
        claim.digest(),
        now,
    )?;
    Ok(spent.and_then(|destination| {
        let proof = claim.settled(1)?;
        Some(Spent { proof, destination })
    }))
}

/// Spends the code that was sent to a number that is to be the account's.
///
/// # Errors
/// As any query.
pub fn settle_number(
    conn: &mut Tx<'_>,
    purse: &Purse,
    account: &AccountId,
    digest: &SentCodeDigest,
    now: Timestamp,
) -> Result<Option<ProvenNumber>, StoreError> {
    let challenge = Purpose::Number(account.clone()).challenge();
    let spent = spend(conn, purse, account, &challenge, digest, now)?;
    Ok(spent.map(|number| ProvenNumber::of_spent(PhoneNumber::stored(number))))
}

fn spend(
    conn: &mut Tx<'_>,
    purse: &Purse,
    account: &AccountId,
    challenge: &ChallengeId,
    digest: &SentCodeDigest,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let row = codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .filter(codes::account_id.eq(&account.0))
        .filter(codes::digest.eq(digest.as_str()))
        .filter(codes::spent_at.is_null())
        .filter(codes::expires_at.gt(now.0));
    let spent: Option<(String, i64)> = diesel::update(row)
        .set(codes::spent_at.eq(now.0))
        .returning((codes::destination, codes::created_at))
        .get_result(&mut **conn)
        .optional()?;
    let Some((destination, made_at)) = spent else {
        return Ok(None);
    };
    code_deliveries::came_back(conn, purse, challenge, Timestamp(made_at))?;
    Ok(Some(destination))
}

/// Voids every code of an account: its number or its second factor was changed.
///
/// # Errors
/// As any query.
pub fn void(conn: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(codes::table.filter(codes::account_id.eq(&account.0))).execute(&mut **conn)?;
    Ok(())
}

/// The same for all subaccounts of a main account.
pub fn void_of_subaccounts(tx: &mut Tx<'_>, main: &AccountId) -> Result<(), StoreError> {
    let subaccounts = accounts::table
        .filter(accounts::main_account_id.eq(&main.0))
        .select(accounts::id);
    diesel::delete(codes::table.filter(codes::account_id.eq_any(subaccounts))).execute(&mut **tx)?;
    Ok(())
}

/// Removes up to `count` codes that expired a day ago; how many went.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = codes::expires_at.le(now.0 - SPENT_SECONDS);
    remove_some!(conn, codes, challenge, over, count)
}
