//! Out-of-band codes. One row for each challenge that requested one; a row is found by the challenge and
//! spent by the code's keyed hash.

use diesel::{dsl::exists, prelude::*};

use super::{
    DbConnection, StoreError, Tx, accounts, code_deliveries,
    dialect::first_held,
    kept::Keep as _,
    schema::{self, out_of_band_codes as codes},
    send_counters::Purse,
};
use crate::domain::{
    account::{AccountId, Email},
    authenticator::out_of_band::{
        GUESSES, NewEmail, ProvenEmail, ProvenNumber, Purpose, SentCodeDigest, SignInClaim,
    },
    clock::Timestamp,
    lifetimes::{SPENT_SECONDS, WAITING_SECONDS},
    phone_number::PhoneNumber,
    proof::SecondFactorProof,
    sealed::Sealed,
    session::ChallengeId,
};

/// A code that was sent for a challenge.
pub struct Live {
    /// The recipient: a phone number or an e-mail address.
    pub destination: String,
    /// The code itself, for "Send again".
    pub sealed: Sealed,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it expires.
    pub expires_at: Timestamp,
}

/// A new code for a challenge.
pub struct NewCode<'a> {
    /// The account.
    pub account: &'a AccountId,
    /// The challenge.
    pub purpose: &'a Purpose,
    /// The recipient: a phone number or an e-mail address.
    pub destination: &'a str,
    /// Its keyed hash.
    pub digest: &'a SentCodeDigest,
    /// The sealed code, for "Send again".
    pub sealed: &'a Sealed,
    /// When it expires.
    pub expires_at: Timestamp,
}

/// Replaces the challenge's code.
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
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Locks a challenge's code until the transaction ends. Call it before anything is charged: spending a code
/// locks it first too, so that the two cannot deadlock.
///
/// # Errors
/// As any query.
pub fn hold(tx: &mut Tx<'_>, challenge: &ChallengeId) -> Result<(), StoreError> {
    let row = codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .select(codes::guesses);
    let _: Option<i64> = first_held!(tx, row).optional()?;
    Ok(())
}

/// The challenge's code, if it is still valid: not spent, not expired, and with guesses left.
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

/// The recipient of the challenge's code, even if it is no longer valid, for "Send again". None if it was
/// spent, or is older than an hour.
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

/// Extends the challenge's code, because it is sent again. Its guesses are not reset (the attack: using "Send
/// again" to get more guesses).
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
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Charges one guess before it is checked, by one conditional UPDATE; returns how many are left, or none if
/// there is no valid code.
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
        .kept()
        .get_result(conn)
        .optional()?;
    Ok(guesses.map(|guesses| GUESSES - guesses))
}

/// What a spent code proves.
pub struct Spent {
    /// The second factor of a sign-in.
    pub proof: SecondFactorProof,
    /// The recipient of the code.
    pub destination: String,
}

/// Spends a sign-in's code by one conditional UPDATE; none for a wrong code, for the second of two requests
/// with the right code (ASVS 6.5.1), and for a code that was sent to an earlier recipient. The account is
/// locked first: incrementing its epoch locks it before its codes too, so that the two cannot deadlock.
///
/// # Errors
/// As any query.
pub fn settle(
    conn: &mut Tx<'_>,
    purse: &Purse,
    claim: SignInClaim,
    now: Timestamp,
) -> Result<Option<Spent>, StoreError> {
    let purpose = Purpose::SignIn(claim.challenge().clone());
    accounts::hold(conn, claim.account())?;
    if !is_reached_at_destination(conn, claim.account(), claim.challenge())? {
        return Ok(None);
    }
    let spent = spend(conn, purse, claim.account(), &purpose, claim.digest(), now)?;
    if spent.is_some() {
        accounts::note_protected(conn, claim.account())?;
    }
    Ok(spent.and_then(|destination| {
        let proof = claim.settled(1)?;
        Some(Spent { proof, destination })
    }))
}

/// Whether a code was sent to the account's current recipient (the attack: a code on its way to an old
/// mailbox while the address is changed).
fn is_reached_at_destination(
    conn: &mut DbConnection,
    account: &AccountId,
    challenge: &ChallengeId,
) -> Result<bool, StoreError> {
    use schema::phone_numbers as numbers;
    let by_mail = schema::accounts::table
        .filter(schema::accounts::id.eq(&account.0))
        .filter(schema::accounts::email.eq(codes::destination));
    let by_phone = numbers::table
        .filter(numbers::account_id.eq(&account.0))
        .filter(numbers::number.eq(codes::destination));
    let reached = codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .filter(exists(by_mail).or(exists(by_phone)));
    Ok(diesel::select(exists(reached)).get_result(conn)?)
}

/// Spends the code that was sent to the account's new phone number.
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
    let purpose = Purpose::Number(account.clone());
    let spent = spend(conn, purse, account, &purpose, digest, now)?;
    Ok(spent.map(|number| ProvenNumber::of_spent(PhoneNumber::stored(number))))
}

/// The same for an e-mail address.
///
/// # Errors
/// As any query.
pub fn settle_email(
    conn: &mut Tx<'_>,
    purse: &Purse,
    new: &NewEmail,
    digest: &SentCodeDigest,
    now: Timestamp,
) -> Result<Option<ProvenEmail>, StoreError> {
    let purpose = Purpose::Email(new.clone());
    let spent = spend(conn, purse, &new.account, &purpose, digest, now)?;
    Ok(spent.map(|email| ProvenEmail::of_spent(Email::stored(email))))
}

fn spend(
    conn: &mut Tx<'_>,
    purse: &Purse,
    account: &AccountId,
    purpose: &Purpose,
    digest: &SentCodeDigest,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let challenge = purpose.challenge();
    let row = codes::table
        .filter(codes::challenge.eq(&challenge.0))
        .filter(codes::account_id.eq(&account.0))
        .filter(codes::digest.eq(digest.as_str()))
        .filter(codes::spent_at.is_null())
        .filter(codes::expires_at.gt(now.0));
    let spent: Option<(String, i64)> = diesel::update(row)
        .set(codes::spent_at.eq(now.0))
        .returning((codes::destination, codes::created_at))
        .kept()
        .get_result(&mut **conn)
        .optional()?;
    let Some((destination, made_at)) = spent else {
        return Ok(None);
    };
    code_deliveries::came_back(conn, purse, purpose, Timestamp(made_at))?;
    Ok(Some(destination))
}

/// Voids all codes of an account, because its epoch was incremented.
///
/// # Errors
/// As any query.
pub fn void(conn: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(codes::table.filter(codes::account_id.eq(&account.0))).execute(&mut **conn)?;
    Ok(())
}

/// Voids the codes of an account whose phone number was changed. Codes that verify a new e-mail address stay
/// valid.
///
/// # Errors
/// As any query.
pub fn void_with_number(tx: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    void_but(tx, account, "email")
}

/// The same for an account whose e-mail address was changed.
///
/// # Errors
/// As any query.
pub fn void_with_email(tx: &mut Tx<'_>, account: &AccountId) -> Result<(), StoreError> {
    void_but(tx, account, "phone")
}

fn void_but(tx: &mut Tx<'_>, account: &AccountId, kept: &str) -> Result<(), StoreError> {
    let others = codes::account_id.eq(&account.0).and(codes::purpose.ne(kept));
    diesel::delete(codes::table.filter(others)).execute(&mut **tx)?;
    Ok(())
}

/// Voids a code that is no longer needed.
///
/// # Errors
/// As any query.
pub fn take_back(conn: &mut DbConnection, purpose: &Purpose) -> Result<(), StoreError> {
    diesel::delete(codes::table.filter(codes::challenge.eq(purpose.challenge().0))).execute(conn)?;
    Ok(())
}

/// Voids all codes of all subaccounts of a main account.
pub fn void_of_subaccounts(tx: &mut Tx<'_>, main: &AccountId) -> Result<(), StoreError> {
    let subaccounts = schema::accounts::table
        .filter(schema::accounts::main_account_id.eq(&main.0))
        .select(schema::accounts::id);
    diesel::delete(codes::table.filter(codes::account_id.eq_any(subaccounts))).execute(&mut **tx)?;
    Ok(())
}

/// Deletes up to `count` codes that expired a day ago; returns how many.
///
/// # Errors
/// As any query.
pub fn sweep(conn: &mut DbConnection, now: Timestamp, count: i64) -> Result<usize, StoreError> {
    let over = codes::expires_at.le(now.0 - SPENT_SECONDS);
    remove_some!(conn, codes, challenge, over, count)
}
