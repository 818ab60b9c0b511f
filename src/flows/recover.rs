//! Signing in with a recovery code when the authenticator is lost.

use super::{Fault, PasswordRefusal, Services, sign_in, verify};
use crate::{
    domain::{
        account::AccountId, authenticator::recovery_code::RecoveryCode, client::Client, session::Challenged,
        sign_in::Progress,
    },
    store::recovery_codes,
};

/// The second step of a sign-in, with a recovery code.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_code(
    services: &Services,
    challenged: Challenged,
    typed: RecoveryCode,
    client: Client,
) -> Result<Result<Progress, PasswordRefusal>, Fault> {
    match verify::recovery_code::check(services, challenged.account(), typed, client).await? {
        Ok(proof) => sign_in::complete(services, challenged, proof, client)
            .await
            .map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The number of unused codes of the account; `None` if it has no set.
///
/// # Errors
/// [`Fault`].
pub async fn codes_left(services: &Services, account: &AccountId) -> Result<Option<i64>, Fault> {
    let account = account.clone();
    services
        .database
        .read(move |conn| recovery_codes::unused(conn, &account))
        .await
        .map_err(Fault::from)
}
