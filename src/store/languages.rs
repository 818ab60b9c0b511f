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

/// What messages to an account are written in, best first: its own choice, what its main account chose for its
/// people, the pages' language at its last sign-in, the language of the page `here` where its owner waits for the
/// message, and what its main account reads.
///
/// # Errors
/// As any query.
pub fn of_messages(
    conn: &mut DbConnection,
    account: &Account,
    here: Option<Language>,
) -> Result<Vec<Language>, StoreError> {
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
    let best_first = [
        account.language,
        read(for_people),
        account.language_seen,
        here,
        read(own),
        read(seen),
    ];
    Ok(best_first.into_iter().flatten().collect())
}

/// Notes the language of the pages at a sign-in.
///
/// # Errors
/// As any query.
pub fn note_seen(conn: &mut DbConnection, account: &AccountId, seen: Language) -> Result<(), StoreError> {
    let is_news = accounts::language_seen
        .is_null()
        .or(accounts::language_seen.ne(seen.as_str()));
    diesel::update(
        accounts::table
            .filter(accounts::id.eq(&account.0))
            .filter(is_news),
    )
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
