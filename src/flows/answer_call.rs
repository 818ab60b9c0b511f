//! What a call says once it is answered: first a question, then the code.

use zeroize::Zeroizing;

use super::{Fault, Services, send_code};
use crate::{
    delivery::twiml,
    domain::{authenticator::out_of_band::SentCode, random::TokenDigest},
    store::{StoreError, code_deliveries, out_of_band_codes},
};

/// What a call says at the hook `here`: it asks for a key, and once one was `pressed` it
/// speaks the code, if that can still be right.
///
/// # Errors
/// [`Fault`].
pub async fn call_script(
    services: &Services,
    hook: &str,
    here: &str,
    pressed: bool,
) -> Result<Zeroizing<String>, Fault> {
    let (language, issuer) = (None, &services.settings.issuer);
    let script = match to_be_spoken(services, hook).await? {
        None => twiml::ended(language, issuer).map(Zeroizing::new),
        Some(_) if !pressed => twiml::ask_for_key(language, here, issuer).map(Zeroizing::new),
        Some(code) => twiml::speak(language, code.digits(), issuer),
    };
    script.map_err(Fault::Internal)
}

/// The code that a call is to speak; none where it can no longer be right.
async fn to_be_spoken(services: &Services, hook: &str) -> Result<Option<SentCode>, Fault> {
    let (work, hook, now) = (services.clone(), TokenDigest::of(hook), services.now());
    services
        .database
        .run(move |conn| {
            let Some(challenge) = code_deliveries::challenge_of(conn, &hook)? else {
                return Ok(None);
            };
            let live = out_of_band_codes::live(conn, &challenge, now)?;
            live.map_or(Ok(None), |live| send_code::open(&work, &challenge, &live.sealed))
        })
        .await
        .map_err(|error: StoreError| error.into())
}
