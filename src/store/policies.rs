//! Policies of main accounts.

use diesel::prelude::*;

use super::{DbConnection, StoreError, kept::Keep as _, schema::policies};
use crate::domain::{
    account::{Account, AccountId},
    clock::Timestamp,
    language::Language,
    policy::{FirstSignIn, Policy},
};

/// The policy that applies to an account: its main account's, or its own.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a row of another version.
pub fn over(conn: &mut DbConnection, account: &Account) -> Result<Policy, StoreError> {
    of(conn, account.main_account.as_ref().unwrap_or(&account.id))
}

/// The policy of a main account.
///
/// # Errors
/// As [`over`].
pub fn of(conn: &mut DbConnection, main: &AccountId) -> Result<Policy, StoreError> {
    let query = policies::table.filter(policies::main_account_id.eq(&main.0));
    read(query.select(columns()).first::<PolicyRow>(conn).optional()?)
}

pub(super) type PolicyRow = (Option<i64>, String, String, bool, Option<String>);

/// The columns of [`PolicyRow`].
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn columns() -> _ {
    (
        policies::mandatory_from,
        policies::mandatory_text,
        policies::first_sign_in,
        policies::email_codes,
        policies::language,
    )
}

/// Reads a stored policy; without one, nothing is required.
pub(super) fn read(row: Option<PolicyRow>) -> Result<Policy, StoreError> {
    let Some((mandatory_from, mandatory_text, first_sign_in, email_codes, language)) = row else {
        return Ok(Policy::default());
    };
    Ok(Policy {
        mandatory_from: mandatory_from.map(Timestamp),
        mandatory_text,
        first_sign_in: FirstSignIn::named(&first_sign_in)
            .ok_or_else(|| StoreError::Unexpected(format!("policies: {first_sign_in}")))?,
        email_codes,
        language: language.as_deref().and_then(Language::stored),
    })
}

/// Main accounts whose `mandatory_from` date is within this number of seconds, with their policies.
///
/// # Errors
/// As [`over`].
pub fn coming(
    conn: &mut DbConnection,
    now: Timestamp,
    seconds: i64,
) -> Result<Vec<(AccountId, Policy)>, StoreError> {
    let mains: Vec<String> = policies::table
        .filter(policies::mandatory_from.gt(now.0))
        .filter(policies::mandatory_from.le(now.plus(seconds).0))
        .order(policies::main_account_id)
        .select(policies::main_account_id)
        .load(conn)?;
    mains
        .into_iter()
        .map(|main| {
            let main = AccountId(main);
            let policy = of(conn, &main)?;
            Ok((main, policy))
        })
        .collect()
}

/// Sets the policy of a main account.
///
/// # Errors
/// As any query.
pub fn set(conn: &mut DbConnection, main: &AccountId, policy: &Policy) -> Result<(), StoreError> {
    diesel::delete(policies::table.filter(policies::main_account_id.eq(&main.0))).execute(conn)?;
    diesel::insert_into(policies::table)
        .values((
            policies::main_account_id.eq(&main.0),
            policies::mandatory_from.eq(policy.mandatory_from.map(|from| from.0)),
            policies::mandatory_text.eq(&policy.mandatory_text),
            policies::first_sign_in.eq(policy.first_sign_in.name()),
            policies::email_codes.eq(policy.email_codes),
            policies::language.eq(policy.language.as_ref().map(Language::as_str)),
        ))
        .kept()
        .execute(conn)?;
    Ok(())
}
