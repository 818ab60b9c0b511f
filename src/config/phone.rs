//! `TWILIO_*` and `VESTIBULE_PHONE_PREFIXES`.

use std::path::PathBuf;

use clap::Args;
use secrecy::{ExposeSecret as _, SecretString};
use url::{Host, Url};

use super::{
    Fault, Faults,
    secret::{self, Names},
};
use crate::domain::{phone_delivery::Sender, phone_number::CountryPrefixes};

/// The provider's default API URL.
const DEFAULT_BASE: &str = "https://api.twilio.com";
const PREFIXES: &str = "VESTIBULE_PHONE_PREFIXES";
const TOKEN: Names = Names {
    value: "TWILIO_AUTH_TOKEN",
    file: "TWILIO_AUTH_TOKEN_FILE",
};

/// SMS and calls.
#[derive(Args, Default)]
#[command(next_help_heading = "Phone")]
pub struct PhoneArgs {
    /// Twilio account SID for SMS and calls; if not set, they are printed on standard output if the public
    /// URL is localhost, and otherwise not available
    #[arg(long, env = "TWILIO_ACCOUNT_SID", value_name = "SID")]
    twilio_account_sid: Option<String>,
    /// Twilio auth token
    #[arg(long, env = "TWILIO_AUTH_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    twilio_auth_token: Option<String>,
    /// Read the Twilio auth token from this file
    #[arg(long, env = "TWILIO_AUTH_TOKEN_FILE", value_name = "FILE")]
    twilio_auth_token_file: Option<PathBuf>,
    /// Sender of SMS and calls: a phone number such as +15551234567, or for SMS only a messaging service SID
    /// (MG…), a short code or an alphanumeric sender ID
    #[arg(long, env = "TWILIO_FROM", value_name = "SENDER")]
    twilio_from: Option<String>,
    /// Base URL of Twilio or a server with the same 2010-04-01 API
    #[arg(long, env = "TWILIO_API_BASE", value_name = "URL", default_value = DEFAULT_BASE)]
    twilio_api_base: String,
    #[command(flatten)]
    countries: CountryArgs,
}

/// The countries that codes are sent to; commands also check phone numbers against it.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Phone")]
pub struct CountryArgs {
    /// Send codes only to numbers with these prefixes, for example +358,+46; * allows all countries; required
    /// if Twilio is configured
    #[arg(long, env = "VESTIBULE_PHONE_PREFIXES", value_name = "PREFIXES")]
    phone_prefixes: Option<String>,
}

impl CountryArgs {
    /// None where nothing is set.
    pub(super) fn read(&self) -> Result<Option<CountryPrefixes>, Fault> {
        let list = given(self.phone_prefixes.as_ref());
        list.map(CountryPrefixes::parse)
            .transpose()
            .map_err(|error| Fault::new(PREFIXES, format_args!("is invalid: {error}")))
    }
}

/// Implemented by hand, because the token is a secret.
impl std::fmt::Debug for PhoneArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PhoneArgs").finish_non_exhaustive()
    }
}

/// How SMS and calls are sent, and to which countries.
#[derive(Debug, Clone)]
pub struct PhoneSettings {
    /// How they are sent.
    pub way: PhoneWay,
    /// The allowed countries. All countries if nothing is set and messages are not sent or only printed.
    pub countries: CountryPrefixes,
}

/// How SMS and calls are sent.
#[derive(Debug, Clone)]
pub enum PhoneWay {
    /// Through a provider.
    Twilio {
        /// Its API URL.
        base: Url,
        /// The account SID.
        account: String,
        /// The auth token.
        token: SecretString,
        /// The sender.
        from: Sender,
    },
    /// Printed on standard output: not configured, and the public URL is localhost.
    Trial,
    /// Not sent: not configured.
    Missing,
}

fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

impl PhoneArgs {
    /// `local`: whether the public URL is localhost.
    pub(super) fn read(&self, local: bool, faults: &mut Faults) -> Option<PhoneSettings> {
        let countries = faults.keep(self.countries.read());
        let way = self.way(local, faults);
        let countries = match (countries?, &way) {
            // The attack (toll fraud): somebody enters numbers in a country where they are paid for each
            // message.
            (None, Some(PhoneWay::Twilio { .. })) => {
                let missing = "is missing; set the country prefixes that codes are sent to, for example +358,+46, \
                               or * for all countries";
                return faults.keep(Err(Fault::new(PREFIXES, missing)));
            }
            (None, _) => CountryPrefixes::Everywhere,
            (Some(countries), _) => countries,
        };
        Some(PhoneSettings { way: way?, countries })
    }

    fn way(&self, local: bool, faults: &mut Faults) -> Option<PhoneWay> {
        let token = secret::read(
            &TOKEN,
            self.twilio_auth_token.as_deref(),
            self.twilio_auth_token_file.as_deref(),
        );
        let token = faults.keep(token)?;
        let all = [
            ("TWILIO_ACCOUNT_SID", given(self.twilio_account_sid.as_ref())),
            (
                "TWILIO_AUTH_TOKEN",
                token.as_ref().map(SecretString::expose_secret),
            ),
            ("TWILIO_FROM", given(self.twilio_from.as_ref())),
        ];
        if all.iter().all(|(_, value)| value.is_none()) {
            return Some(if local { PhoneWay::Trial } else { PhoneWay::Missing });
        }
        let [account, token, from] = all.map(|(name, value)| {
            let missing = Fault::new(
                name,
                "is missing; set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM to send SMS and calls",
            );
            faults.keep(value.ok_or(missing)).map(str::to_owned)
        });
        let account = account.and_then(|account| {
            let fits = account.chars().all(|c| c.is_ascii_alphanumeric());
            let fault = Fault::new(
                "TWILIO_ACCOUNT_SID",
                "is not an account SID, which contains only letters and digits",
            );
            faults.keep(if fits { Ok(account) } else { Err(fault) })
        });
        let from = from.and_then(|from| {
            let fault = || {
                Fault::new(
                    "TWILIO_FROM",
                    "must be a phone number such as +15551234567, a messaging service SID (MG and 32 \
                     hexadecimal digits), a short code, or a sender ID of at most 11 letters and digits",
                )
            };
            faults.keep(Sender::read(&from).ok_or_else(fault))
        });
        let base = faults.keep(base(&self.twilio_api_base));
        Some(PhoneWay::Twilio {
            base: base?,
            account: account?,
            token: SecretString::from(token?),
            from: from?,
        })
    }
}

/// Allows plain http only for this machine, because the token and all codes are sent there.
fn base(text: &str) -> Result<Url, Fault> {
    let fault = |sentence: &str| Err(Fault::new("TWILIO_API_BASE", sentence));
    let Ok(url) = Url::parse(text.trim()) else {
        return fault("is not a valid URL; use for example https://api.twilio.com");
    };
    let local = match url.host() {
        None => return fault("has no host name"),
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    if !url.username().is_empty() || url.query().is_some() || url.fragment().is_some() {
        return fault("must not contain a user, query or fragment; remove it");
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if local => Ok(url),
        _ => fault("would send secrets unencrypted; use https://"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(
        sid: &str,
        token: &str,
        from: &str,
        api: &str,
        local: bool,
    ) -> (Option<PhoneSettings>, Vec<Fault>) {
        let mut faults = Faults::default();
        let args = PhoneArgs {
            twilio_account_sid: Some(sid.to_owned()),
            twilio_auth_token: Some(token.to_owned()),
            twilio_auth_token_file: None,
            twilio_from: Some(from.to_owned()),
            twilio_api_base: api.to_owned(),
            countries: CountryArgs {
                phone_prefixes: Some("+358".to_owned()),
            },
        };
        let settings = args.read(local, &mut faults);
        (settings, faults.0)
    }

    #[test]
    fn all_three_are_set_or_none() {
        let way = |local| read("", " ", "", DEFAULT_BASE, local).0.unwrap().way;
        assert!(matches!(way(true), PhoneWay::Trial));
        assert!(matches!(way(false), PhoneWay::Missing));
        let (all, _) = read("AC1", "hunter2", "+15551234567", DEFAULT_BASE, false);
        assert!(matches!(all.unwrap().way, PhoneWay::Twilio { .. }));
        for (sid, token, from, missing) in [
            ("", "hunter2", "+15551234567", "TWILIO_ACCOUNT_SID"),
            ("AC1", "", "+15551234567", "TWILIO_AUTH_TOKEN"),
            ("AC1", "hunter2", "", "TWILIO_FROM"),
            ("AC1", "hunter2", "Acme Limited", "TWILIO_FROM"),
            ("../x", "hunter2", "+15551234567", "TWILIO_ACCOUNT_SID"),
        ] {
            let (settings, faults) = read(sid, token, from, DEFAULT_BASE, true);
            assert!(settings.is_none());
            assert_eq!(faults.len(), 1);
            assert_eq!(faults[0].variable, missing);
            assert!(!faults[0].to_string().contains("hunter2"));
        }
    }

    #[test]
    fn a_provider_needs_the_countries_that_are_sent_to_and_everywhere_is_said_outright() {
        let read = |sid: Option<&str>, prefixes: Option<&str>| {
            let mut faults = Faults::default();
            let args = PhoneArgs {
                twilio_account_sid: sid.map(str::to_owned),
                twilio_auth_token: sid.map(|_| "hunter2".to_owned()),
                twilio_auth_token_file: None,
                twilio_from: sid.map(|_| "+15551234567".to_owned()),
                twilio_api_base: DEFAULT_BASE.to_owned(),
                countries: CountryArgs {
                    phone_prefixes: prefixes.map(str::to_owned),
                },
            };
            let settings = args.read(false, &mut faults);
            (settings.map(|settings| settings.countries), faults.0)
        };
        for nothing in [None, Some(""), Some("  ")] {
            let (countries, faults) = read(Some("AC1"), nothing);
            assert!(countries.is_none());
            assert_eq!(faults.len(), 1, "{nothing:?}");
            assert_eq!(faults[0].variable, PREFIXES);
            assert!(faults[0].to_string().contains("is missing"), "{}", faults[0]);
            // Where nobody sends anything, nothing has to be set.
            assert!(read(None, nothing).1.is_empty());
        }
        assert_eq!(read(Some("AC1"), Some("*")).0, Some(CountryPrefixes::Everywhere));
        let only = CountryPrefixes::Only(vec!["+358".to_owned()]);
        assert_eq!(read(Some("AC1"), Some("+358")).0, Some(only));
        assert_eq!(read(None, Some("Finland")).1.len(), 1);
    }

    #[test]
    fn secrets_go_by_https_alone_but_for_this_machine() {
        for good in [
            "https://api.example.com",
            "http://127.0.0.1:9000",
            "http://[::1]:1",
            "http://localhost/x",
        ] {
            assert!(base(good).is_ok(), "{good}");
        }
        for bad in [
            "http://api.example.com",
            "ftp://127.0.0.1",
            "api.example.com",
            "https://u:p@api.example.com",
            "https://api.example.com?x=1",
        ] {
            assert!(base(bad).is_err(), "{bad}");
        }
    }
}
