//! The script of an answered call: first a question, then the code.

use zeroize::Zeroizing;

use super::{Fault, Services, send_code};
use crate::{
    delivery::twiml,
    domain::{authenticator::out_of_band::SentCode, language::Language, random::TokenDigest},
    store::{StoreError, code_deliveries, out_of_band_codes},
};

/// The script of a call at the hook `here`: it asks for a key, and once one was `pressed` it speaks the code,
/// if that is still valid.
///
/// # Errors
/// [`Fault`].
pub async fn call_script(
    services: &Services,
    hook: &str,
    here: &str,
    pressed: bool,
) -> Result<Zeroizing<String>, Fault> {
    let (code, language) = to_be_spoken(services, hook).await?;
    let voice = services.channels.words.to(language.as_ref());
    let script = match code {
        None => twiml::ended(voice).map(Zeroizing::new),
        Some(_) if !pressed => twiml::ask_for_key(voice, here).map(Zeroizing::new),
        Some(code) => twiml::speak(voice, code.digits()),
    };
    script.map_err(Fault::Internal)
}

/// The code to speak, `None` if it is no longer valid; and the listener's language.
async fn to_be_spoken(
    services: &Services,
    hook: &str,
) -> Result<(Option<SentCode>, Option<Language>), Fault> {
    let (work, hook, now) = (services.clone(), TokenDigest::of(hook), services.now());
    services
        .database
        .run(move |conn| {
            let Some((challenge, language)) = code_deliveries::challenge_of(conn, &hook)? else {
                return Ok((None, None));
            };
            let code = match out_of_band_codes::live(conn, &challenge, now)? {
                Some(live) => send_code::open(&work, &challenge, &live.sealed)?,
                None => None,
            };
            Ok((code, language))
        })
        .await
        .map_err(|error: StoreError| error.into())
}
