//! The language that somebody reads.

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

/// Keeps what an account's owner chose; none where the browser is to say it. It is in the activity log (the attack: a
/// session left open has warnings sent in a language that their reader does not know).
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

/// Notes what the browser of somebody who is signed in asks for. Where nothing can be written, messages are in the
/// language of before.
pub async fn note_seen(services: &Services, account: &AccountId, seen: Language) {
    let account = account.clone();
    let noted = services
        .database
        .run_ahead(move |conn| languages::note_seen(conn, &account, seen));
    if let Err(error) = noted.await {
        tracing::warn!(%error, "failed to save the language of a browser");
    }
}
