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
/// or reads itself, or else what their browsers last asked for.
///
/// # Errors
/// As any query.
pub fn of_messages(conn: &mut DbConnection, account: &Account) -> Result<Option<Language>, StoreError> {
    if account.language.is_some() {
        return Ok(account.language);
    }
    let main = account.payer();
    let policy = policies::table
        .filter(policies::main_account_id.eq(&main.0))
        .select(policies::language);
    let for_people: Option<String> = policy.first(conn).optional()?.flatten();
    let main = accounts::table
        .filter(accounts::id.eq(&main.0))
        .select((accounts::language, accounts::language_seen));
    let main: Option<(Option<String>, Option<String>)> = main.first(conn).optional()?;
    let (own, seen) = main.unwrap_or_default();
    let read = |tag: Option<String>| tag.as_deref().and_then(Language::stored);
    Ok(read(for_people)
        .or(read(own))
        .or(account.language_seen)
        .or(read(seen)))
}

/// Notes what the browser of somebody who is signed in asks for.
///
/// # Errors
/// As any query.
pub fn note_seen(conn: &mut DbConnection, account: &AccountId, seen: Language) -> Result<(), StoreError> {
    diesel::update(accounts::table.filter(accounts::id.eq(&account.0)))
        .set(accounts::language_seen.eq(seen.as_str()))
        .kept()
        .execute(conn)?;
    Ok(())
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
