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
