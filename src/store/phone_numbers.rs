//! Phone numbers. A number that a manager or the operator has set is unverified: it can be used by an account
//! without an authenticator, and the first correct code verifies it.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, accounts, dialect::insert_rows, kept::Keep as _, schema::phone_numbers,
};
use crate::domain::{
    account::AccountId,
    authenticator::out_of_band::ProvenNumber,
    clock::Timestamp,
    phone_number::{PhoneNumber, SendableNumber},
};

/// An account's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The number.
    pub number: PhoneNumber,
    /// Whether it was verified with a code.
    pub proven: bool,
}

#[derive(Insertable)]
#[diesel(table_name = phone_numbers, treat_none_as_default_value = false)]
struct NewRow<'a> {
    account_id: &'a str,
    number: &'a str,
    proven_at: Option<i64>,
    created_at: i64,
}

impl<'a> NewRow<'a> {
    fn of(
        account: &'a AccountId,
        number: &'a PhoneNumber,
        proven_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Self {
        Self {
            account_id: &account.0,
            number: number.as_str(),
            proven_at: proven_at.map(|at| at.0),
            created_at: now.0,
        }
    }
}

/// The account's number, if it has one.
///
/// # Errors
/// As any query.
pub fn of(conn: &mut DbConnection, account: &AccountId) -> Result<Option<Registered>, StoreError> {
    let row = phone_numbers::table
        .filter(phone_numbers::account_id.eq(&account.0))
        .select((phone_numbers::number, phone_numbers::proven_at))
        .first::<(String, Option<i64>)>(conn)
        .optional()?;
    Ok(row.map(|(number, proven_at)| Registered {
        number: PhoneNumber::stored(number),
        proven: proven_at.is_some(),
    }))
}

/// Sets an unverified number that a manager or the operator has entered.
///
/// # Errors
/// As any query.
pub fn give(
    conn: &mut DbConnection,
    account: &AccountId,
    number: &SendableNumber,
    now: Timestamp,
) -> Result<(), StoreError> {
    replace(conn, account, number.number(), None, now)
}

/// Adds unverified numbers to accounts without one.
///
/// # Errors
/// As any query.
pub fn give_many(
    conn: &mut DbConnection,
    given: &[(AccountId, SendableNumber)],
    now: Timestamp,
) -> Result<(), StoreError> {
    let rows: Vec<NewRow<'_>> = given
        .iter()
        .map(|(account, number)| NewRow::of(account, number.number(), None, now))
        .collect();
    insert_rows!(conn, phone_numbers::table, rows);
    Ok(())
}

/// Sets a number that was verified with a code.
///
/// # Errors
/// As any query.
pub fn set_proven(
    conn: &mut DbConnection,
    account: &AccountId,
    number: &ProvenNumber,
    now: Timestamp,
) -> Result<(), StoreError> {
    replace(conn, account, number.number(), Some(now), now)?;
    accounts::note_protected(conn, account)
}

fn replace(
    conn: &mut DbConnection,
    account: &AccountId,
    number: &PhoneNumber,
    proven_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    remove(conn, account)?;
    let rows = [NewRow::of(account, number, proven_at, now)];
    insert_rows!(conn, phone_numbers::table, rows);
    Ok(())
}

/// Marks this number as verified; does nothing if the account's number was changed.
///
/// # Errors
/// As any query.
pub fn prove(
    conn: &mut DbConnection,
    account: &AccountId,
    number: &PhoneNumber,
    now: Timestamp,
) -> Result<(), StoreError> {
    let given = phone_numbers::account_id
        .eq(&account.0)
        .and(phone_numbers::number.eq(number.as_str()))
        .and(phone_numbers::proven_at.is_null());
    diesel::update(phone_numbers::table.filter(given))
        .set(phone_numbers::proven_at.eq(now.0))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Deletes the account's number; returns whether there was one.
///
/// # Errors
/// As any query.
pub fn remove(conn: &mut DbConnection, account: &AccountId) -> Result<bool, StoreError> {
    let row = phone_numbers::table.filter(phone_numbers::account_id.eq(&account.0));
    Ok(diesel::delete(row).execute(conn)? == 1)
}
