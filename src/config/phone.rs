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

/// Where the provider's API is by default.
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
    /// Account at the provider of SMS and calls; without it, they are printed here where the
    /// public URL is localhost, else not offered
    #[arg(long, env = "TWILIO_ACCOUNT_SID", value_name = "SID")]
    twilio_account_sid: Option<String>,
    /// Its secret
    #[arg(long, env = "TWILIO_AUTH_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    twilio_auth_token: Option<String>,
    /// File that holds the secret, in its place
    #[arg(long, env = "TWILIO_AUTH_TOKEN_FILE", value_name = "FILE")]
    twilio_auth_token_file: Option<PathBuf>,
    /// Who SMS and calls come from: a number such as +15551234567, which calls need; or, for SMS alone,
    /// a messaging service (MG…), a short code or a sender's name
    #[arg(long, env = "TWILIO_FROM", value_name = "SENDER")]
    twilio_from: Option<String>,
    /// Any server that speaks the Twilio 2010-04-01 API
    #[arg(long, env = "TWILIO_API_BASE", value_name = "URL", default_value = DEFAULT_BASE)]
    twilio_api_base: String,
    #[command(flatten)]
    countries: CountryArgs,
}

/// Which countries codes are sent to; numbers are checked against it at the command line, too.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Phone")]
pub struct CountryArgs {
    /// Countries that codes are sent to, by how their numbers begin: +358,+46; * is everywhere.
    /// Required where SMS and calls are sent
    #[arg(long, env = "VESTIBULE_PHONE_PREFIXES", value_name = "PREFIXES")]
    phone_prefixes: Option<String>,
}

impl CountryArgs {
    /// None where nothing is set.
    pub(super) fn read(&self) -> Result<Option<CountryPrefixes>, Fault> {
        let list = given(self.phone_prefixes.as_ref());
        list.map(CountryPrefixes::parse)
            .transpose()
            .map_err(|error| Fault::new(PREFIXES, format_args!("cannot be read: {error}")))
    }
}

/// By hand, because the token is a secret.
impl std::fmt::Debug for PhoneArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PhoneArgs").finish_non_exhaustive()
    }
}

/// How SMS and calls leave, and where to.
#[derive(Debug, Clone)]
pub struct PhoneSettings {
    /// How.
    pub way: PhoneWay,
    /// Where to. Everywhere where nothing is set and nobody sends anything, or prints it on trial.
    pub countries: CountryPrefixes,
}

/// How SMS and calls leave.
#[derive(Debug, Clone)]
pub enum PhoneWay {
    /// By a provider.
    Twilio {
        /// Where its API is.
        base: Url,
        /// The account there.
        account: String,
        /// Its secret.
        token: SecretString,
        /// Who they come from.
        from: Sender,
    },
    /// Printed on standard output: nothing is set, and the public URL is this machine.
    Trial,
    /// Not at all: nothing is set.
    Missing,
}

fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

impl PhoneArgs {
    /// `local`: whether the public URL is this machine.
    pub(super) fn read(&self, local: bool, faults: &mut Faults) -> Option<PhoneSettings> {
        let countries = faults.keep(self.countries.read());
        let way = self.way(local, faults);
        let countries = match (countries?, &way) {
            // The attack: whoever can enter a number is paid for codes to a country that nobody
            // here has ever been to.
            (None, Some(PhoneWay::Twilio { .. })) => {
                let missing = "is missing; name the countries that codes are sent to, for example +358,+46, \
                               or * for everywhere";
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
                "is missing; SMS and calls need all three: account, token and sender",
            );
            faults.keep(value.ok_or(missing)).map(str::to_owned)
        });
        let account = account.and_then(|account| {
            let fits = account.chars().all(|c| c.is_ascii_alphanumeric());
            let fault = Fault::new(
                "TWILIO_ACCOUNT_SID",
                "is not the name of an account: letters and digits alone",
            );
            faults.keep(if fits { Ok(account) } else { Err(fault) })
        });
        let from = from.and_then(|from| {
            let fault = || {
                Fault::new(
                    "TWILIO_FROM",
                    "is not a number such as +15551234567, nor the name of a messaging service (MG and 32 digits), \
                     a short code, or a sender's name of at most 11 letters and digits",
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

/// Plain http only to this machine: the token and every code go there.
fn base(text: &str) -> Result<Url, Fault> {
    let fault = |sentence: &str| Err(Fault::new("TWILIO_API_BASE", sentence));
    let Ok(url) = Url::parse(text.trim()) else {
        return fault("is not a URL, for example https://api.twilio.com");
    };
    let local = match url.host() {
        None => return fault("names no host"),
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    if !url.username().is_empty() || url.query().is_some() || url.fragment().is_some() {
        return fault("is more than an address: no user, query or fragment belongs into it");
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if local => Ok(url),
        _ => fault("would send secrets in clear; write https://"),
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
