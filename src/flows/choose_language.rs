//! The language that somebody reads.

use super::{Fault, Services};
use crate::{
    domain::{account::AccountId, language::Language},
    store::{StoreError, languages},
};

/// Keeps what an account's owner chose; none where the browser is to say it.
///
/// # Errors
/// [`Fault`].
pub async fn keep(services: &Services, account: &AccountId, language: Option<Language>) -> Result<(), Fault> {
    let account = account.clone();
    services
        .database
        .run(move |conn| languages::set(conn, &account, language.as_ref()))
        .await
        .map_err(|error: StoreError| error.into())
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
