//! What languages people read.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError,
    kept::Keep as _,
    schema::{accounts, policies},
};
use crate::domain::{
    account::{Account, AccountId},
    language::Language,
};

/// What messages to an account are written in: its own choice, or else what its main account chose for its people
/// or reads itself.
///
/// # Errors
/// As any query.
pub fn of_messages(conn: &mut DbConnection, account: &Account) -> Result<Option<Language>, StoreError> {
    if account.language.is_some() {
        return Ok(account.language.clone());
    }
    let main = account.payer();
    let policy = policies::table
        .filter(policies::main_account_id.eq(&main.0))
        .select(policies::language);
    let chosen: Option<String> = policy.first(conn).optional()?.flatten();
    if chosen.is_some() {
        return Ok(chosen.map(Language::stored));
    }
    let own = accounts::table
        .filter(accounts::id.eq(&main.0))
        .select(accounts::language);
    let own: Option<String> = own.first(conn).optional()?.flatten();
    Ok(own.map(Language::stored))
}

/// Keeps what an account's owner chose to read; none where the browser is to say it.
///
/// # Errors
/// As any query.
pub fn set(
    conn: &mut DbConnection,
    account: &AccountId,
    language: Option<&Language>,
) -> Result<(), StoreError> {
    diesel::update(accounts::table.filter(accounts::id.eq(&account.0)))
        .set(accounts::language.eq(language.map(Language::as_str)))
        .kept()
        .execute(conn)?;
    Ok(())
}
