//! Sign-in and set-up: issuer, support link, key length, Help button.

use clap::Args;
use url::Url;

use super::{Fault, Faults};
use crate::domain::authenticator::totp::KeyLength;

/// The default issuer.
pub const DEFAULT_ISSUER: &str = "Vestibule";
/// The maximum length of the issuer in characters: it is on every page and in every QR code.
const LONGEST_ISSUER: usize = 60;

/// Sign-in and set-up.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Sign-in")]
pub struct SignInArgs {
    /// Name of this service on every page and in authenticator apps
    #[arg(long, env = "VESTIBULE_ISSUER", default_value = DEFAULT_ISSUER, value_name = "NAME")]
    issuer: String,
    /// Support link on help and error pages: mailto:, tel: or https:
    #[arg(long, env = "VESTIBULE_SUPPORT", value_name = "LINK")]
    support: Option<String>,
    /// Length of new authenticator keys in base32 characters: 16 (80 bits) or 32 (160 bits)
    #[arg(
        long,
        env = "VESTIBULE_TOTP_KEY_CHARS",
        default_value = "16",
        value_name = "CHARS"
    )]
    totp_key_chars: String,
    /// Number of failed codes before the Help button is shown
    #[arg(long, env = "VESTIBULE_HELP_AFTER", default_value = "1", value_name = "COUNT")]
    help_after: String,
}

/// Settings of sign-in and set-up.
#[derive(Debug)]
pub struct SignInSettings {
    /// The name of this service.
    pub issuer: String,
    /// The support link.
    pub support: Option<String>,
    /// Length of new keys.
    pub key_length: KeyLength,
    /// Number of failed codes before the Help button is shown.
    pub help_after: i64,
}

impl SignInArgs {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<SignInSettings> {
        let issuer = faults.keep(issuer(&self.issuer));
        let support = faults.keep(self.support.as_deref().map(support).transpose());
        let key_length = faults.keep(match self.totp_key_chars.as_str() {
            "16" => Ok(KeyLength::Chars16),
            "32" => Ok(KeyLength::Chars32),
            _ => Err(Fault::new("VESTIBULE_TOTP_KEY_CHARS", "must be 16 or 32")),
        });
        let help_after = faults.keep(match self.help_after.parse::<u16>() {
            Ok(count) => Ok(i64::from(count)),
            Err(_) => Err(Fault::new(
                "VESTIBULE_HELP_AFTER",
                "must be a whole number from 0 to 65535",
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

/// Parses an issuer.
pub(super) fn issuer(text: &str) -> Result<String, Fault> {
    let issuer = text.trim();
    let fault = |sentence: &str| Err(Fault::new("VESTIBULE_ISSUER", sentence));
    if issuer.is_empty() {
        fault("is empty; set the name that pages and authenticator apps show")
    } else if issuer.chars().count() > LONGEST_ISSUER {
        fault("is longer than 60 characters, which authenticator apps cannot show")
    } else if issuer.contains(':') || issuer.chars().any(char::is_control) {
        fault("contains a colon or a control character, which authenticator apps cannot parse")
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
            "must be a link such as mailto:help@example.com, tel:+358401234567 or https://example.com/help",
        ))
    }
}
