//! Choosing a language.

use std::convert::Infallible;

use super::{Fault, Services};
use crate::{
    domain::{
        account::{Account, AccountId},
        client::Client,
        language::Language,
        security_event::{Actor, Event},
    },
    store::languages,
};

/// Stores the language that an account's owner chose; `None` to use the browser's. It is recorded in the
/// activity log (the attack: an unattended session has warnings sent in a language that the owner does not
/// read).
///
/// # Errors
/// [`Fault`].
pub async fn keep(
    services: &Services,
    account: &Account,
    language: Option<Language>,
    client: Client,
) -> Result<(), Fault> {
    if account.language == language {
        return Ok(());
    }
    let id = account.id.clone();
    services
        .work::<_, Infallible>(Actor::Account(id.clone(), client), move |work| {
            languages::set(&mut work.tx, &id, language.as_ref())?;
            work.record(&id, Event::LanguageChanged);
            Ok(())
        })
        .await
        .map(|Ok(())| ())
}

/// Records the browser's language for a signed-in account. If this fails, messages stay in the previous
/// language.
pub async fn note_seen(services: &Services, account: &AccountId, seen: Language) {
    let account = account.clone();
    let noted = services
        .database
        .run_ahead(move |conn| languages::note_seen(conn, &account, seen));
    if let Err(error) = noted.await {
        tracing::warn!(%error, "failed to save the language of a browser");
    }
}
