//! Sign-in and set-up: issuer, support, key length, help.

use clap::Args;
use url::Url;

use super::{Fault, Faults};
use crate::domain::authenticator::totp::KeyLength;

/// Issuer where none is set.
pub const DEFAULT_ISSUER: &str = "Vestibule";
/// Longest issuer, in characters: it stands on every page and in every QR code.
const LONGEST_ISSUER: usize = 60;

/// Sign-in and set-up.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Sign-in")]
pub struct SignInArgs {
    /// Name of this service, on every page and in authenticator apps
    #[arg(long, env = "VESTIBULE_ISSUER", default_value = DEFAULT_ISSUER, value_name = "NAME")]
    issuer: String,
    /// mailto:, tel: or https: link to whoever helps
    #[arg(long, env = "VESTIBULE_SUPPORT", value_name = "LINK")]
    support: Option<String>,
    /// Length of new keys in base32 characters: 16 (80 bit) or 32 (160 bit)
    #[arg(
        long,
        env = "VESTIBULE_TOTP_KEY_CHARS",
        default_value = "16",
        value_name = "CHARS"
    )]
    totp_key_chars: String,
    /// Failed codes before the Help button shows
    #[arg(long, env = "VESTIBULE_HELP_AFTER", default_value = "1", value_name = "COUNT")]
    help_after: String,
}

/// Settings of sign-in and set-up.
#[derive(Debug)]
pub struct SignInSettings {
    /// The name of this service.
    pub issuer: String,
    /// A link to whoever helps.
    pub support: Option<String>,
    /// Length of new keys.
    pub key_length: KeyLength,
    /// Failed codes before the Help button shows.
    pub help_after: i64,
}

impl SignInArgs {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<SignInSettings> {
        let issuer = faults.keep(issuer(&self.issuer));
        let support = faults.keep(self.support.as_deref().map(support).transpose());
        let key_length = faults.keep(match self.totp_key_chars.as_str() {
            "16" => Ok(KeyLength::Chars16),
            "32" => Ok(KeyLength::Chars32),
            _ => Err(Fault::new("VESTIBULE_TOTP_KEY_CHARS", "is neither 16 nor 32")),
        });
        let help_after = faults.keep(match self.help_after.parse::<u16>() {
            Ok(count) => Ok(i64::from(count)),
            Err(_) => Err(Fault::new(
                "VESTIBULE_HELP_AFTER",
                "is not a whole number from 0 to 65535",
            )),
        });
        Some(SignInSettings {
            issuer: issuer?,
            support: support?,
            key_length: key_length?,
            help_after: help_after?,
        })
    }
}

/// Reads an issuer.
pub(super) fn issuer(text: &str) -> Result<String, Fault> {
    let issuer = text.trim();
    let fault = |sentence: &str| Err(Fault::new("VESTIBULE_ISSUER", sentence));
    if issuer.is_empty() {
        fault("is empty; it is the name on every page and in authenticator apps")
    } else if issuer.chars().count() > LONGEST_ISSUER {
        fault("has more than 60 characters, which authenticator apps do not show")
    } else if issuer.contains(':') || issuer.chars().any(char::is_control) {
        fault("contains a colon or a control character, which authenticator apps misread")
    } else {
        Ok(issuer.to_owned())
    }
}

fn support(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    let fits = Url::parse(text).is_ok_and(|url| match url.scheme() {
        "mailto" | "tel" => !url.path().is_empty(),
        "https" => url.has_host(),
        _ => false,
    });
    if fits && !text.chars().any(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err(Fault::new(
            "VESTIBULE_SUPPORT",
            "is not a link of the form mailto:help@example.com, tel:+358401234567 or https://example.com/help",
        ))
    }
}
