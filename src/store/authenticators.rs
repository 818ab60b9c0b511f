//! What an account can prove with, over all tables that hold it.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, one_time_links,
    schema::{accounts, phone_numbers, totp_authenticators as totp},
};
use crate::domain::{
    account::AccountId,
    authenticator::enrolled::{Enrolled, Number},
    clock::Timestamp,
    link::Purpose,
    phone_number::PhoneNumber,
};

/// Everything that an account has. `reaches` says whether codes can be sent to a number here.
pub fn enrolled(
    conn: &mut DbConnection,
    account: &AccountId,
    reaches: impl Fn(&PhoneNumber) -> bool,
    now: Timestamp,
) -> Result<Enrolled, StoreError> {
    let confirmed = totp::account_id
        .eq(accounts::id)
        .and(totp::confirmed_at.is_not_null());
    let row: Option<(Option<i64>, Option<String>, Option<i64>)> = accounts::table
        .left_join(totp::table.on(confirmed))
        .left_join(phone_numbers::table.on(phone_numbers::account_id.eq(accounts::id)))
        .filter(accounts::id.eq(&account.0))
        .select((
            totp::confirmed_at.nullable(),
            phone_numbers::number.nullable(),
            phone_numbers::proven_at.nullable(),
        ))
        .first(conn)
        .optional()?;
    let Some((confirmed_at, number, proven_at)) = row else {
        return Ok(Enrolled::default());
    };
    Ok(Enrolled {
        app: confirmed_at.is_some(),
        number: number.map(|number| Number {
            proven: proven_at.is_some(),
            reachable: reaches(&PhoneNumber::stored(number)),
        }),
        // Asked only where it could decide something.
        set_up_code: confirmed_at.is_none()
            && one_time_links::made_at(conn, account, Purpose::SetUpCode, now)?.is_some(),
    })
}
