//! Choosing a language.

use std::convert::Infallible;

use super::{Fault, Services};
use crate::{
    domain::{
        account::Account,
        client::Client,
        clock::HOUR,
        language::Language,
        security_event::{Actor, Event},
    },
    store::{DbConnection, StoreError, languages, security_events},
};

/// Stores the language that an account's owner chose; `None` to use the browser's. The first change of an hour
/// from an address is recorded in the activity log (the attack: an unattended session has warnings sent in a
/// language that the owner does not read).
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
            // It takes no password (the attack: someone with a session changes it a thousand times, and what else they
            // did is on the last of many pages).
            let since = work.now.plus(-HOUR);
            let (tx, address) = (&mut work.tx, client.address);
            if !security_events::happened_since(tx, &id, Event::LanguageChanged, address, since)? {
                work.record(&id, Event::LanguageChanged);
            }
            Ok(())
        })
        .await
        .map(|Ok(())| ())
}

/// The language of messages to an account: the best that this installation has. `here` is that of the page where its
/// owner waits for the message, and counts until their first sign-in (the attack: someone who has the password
/// chooses a language that its owner does not read).
///
/// # Errors
/// As any query.
pub(super) fn of_messages(
    services: &Services,
    conn: &mut DbConnection,
    account: &Account,
    here: Option<Language>,
) -> Result<Option<Language>, StoreError> {
    let wishes = languages::of_messages(conn, account, here)?;
    Ok(wishes
        .into_iter()
        .find(|language| services.channels.words.has(language)))
}
