//! The authenticators of an account, over all tables that store them.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, Tx, one_time_links, phone_numbers, recovery_codes, schema::accounts,
    totp_authenticators,
};
use crate::domain::{
    account::AccountId,
    authenticator::enrolled::{Enrolled, Kind, Number},
    clock::Timestamp,
    link::Purpose,
    phone_number::{NumberRange, PhoneNumber},
};

/// The account's authenticator of any kind, as a subquery of a query over accounts.
macro_rules! authenticator {
    () => {{
        use $crate::store::schema::{accounts, totp_authenticators as totp};
        totp::table
            .filter(totp::account_id.eq(accounts::id))
            .filter(totp::confirmed_at.is_not_null())
    }};
}

/// The same for a pending one that was started after `$young`.
macro_rules! set_up_under_way {
    ($young:expr) => {{
        use $crate::store::schema::{accounts, totp_authenticators as totp};
        totp::table
            .filter(totp::account_id.eq(accounts::id))
            .filter(totp::confirmed_at.is_null())
            .filter(totp::created_at.gt($young))
    }};
}

/// What [`Enrolled`] is read from, as columns of a query over accounts: an [`EnrolledRow`].
macro_rules! enrolled_columns {
    ($now:expr) => {{
        use $crate::store::schema::{
            accounts, one_time_links as links, phone_numbers, totp_authenticators as totp,
        };
        let numbers = || phone_numbers::table.filter(phone_numbers::account_id.eq(accounts::id));
        let set_up_code = links::table
            .filter(links::account_id.eq(accounts::id.nullable()))
            .filter(links::purpose.eq($crate::domain::link::Purpose::SetUpCode.name()))
            .filter(links::epoch.eq(accounts::epoch.nullable()))
            .filter(links::used_at.is_null())
            .filter(links::expires_at.gt($now.0));
        (
            $crate::store::authenticators::authenticator!()
                .select(totp::confirmed_at)
                .single_value(),
            numbers().select(phone_numbers::number.nullable()).single_value(),
            numbers().select(phone_numbers::proven_at).single_value(),
            diesel::dsl::exists(set_up_code),
        )
    }};
}

pub(super) use {authenticator, enrolled_columns, set_up_under_way};

/// When the app was confirmed, the phone number, when it was verified, and whether there is an unused set-up
/// code.
pub(super) type EnrolledRow = (Option<i64>, Option<String>, Option<i64>, bool);

/// Reads the authenticators of an account. `reaches`: whether codes can be sent to numbers of a range.
pub(super) fn read(row: EnrolledRow, reaches: impl Fn(&NumberRange) -> bool) -> Enrolled {
    let (app, number, proven_at, set_up_code) = row;
    Enrolled {
        app: app.map(Timestamp),
        number: number.map(|number| Number {
            proven: proven_at.is_some(),
            reachable: reaches(&PhoneNumber::stored(number).range()),
        }),
        set_up_code,
    }
}

/// All authenticators of an account.
pub fn enrolled(
    conn: &mut DbConnection,
    account: &AccountId,
    reaches: impl Fn(&NumberRange) -> bool,
    now: Timestamp,
) -> Result<Enrolled, StoreError> {
    let row = accounts::table
        .filter(accounts::id.eq(&account.0))
        .select(enrolled_columns!(now))
        .first::<EnrolledRow>(conn)
        .optional()?;
    Ok(row.map_or_else(Enrolled::default, |row| read(row, reaches)))
}

/// Removes the account's authenticators of one kind, including pending ones.
pub fn remove(tx: &mut Tx<'_>, account: &AccountId, kind: Kind) -> Result<(), StoreError> {
    match kind {
        Kind::App => totp_authenticators::delete_all(tx, account),
        Kind::Number => phone_numbers::remove(tx, account).map(drop),
        Kind::RecoveryCodes => recovery_codes::delete_all(tx, account),
        Kind::SetUpCode => one_time_links::void(tx, account, Purpose::SetUpCode),
    }
}
