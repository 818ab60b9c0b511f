//! `SMTP_URL` and `MAIL_FROM`.

use std::net::Ipv4Addr;

use clap::Args;
use secrecy::SecretString;
use url::{Host, Url};

use super::{Fault, Faults};
use crate::domain::account::Email;

/// Mail out.
#[derive(Args, Default)]
pub struct MailArgs {
    // In the attribute, because rustdoc would take the examples for links; the value is
    // hidden, because it may hold a password.
    #[arg(
        long,
        env = "SMTP_URL",
        value_name = "URL",
        hide_env_values = true,
        help = "Mail server: smtp://USER:PASSWORD@HOST:587?tls=required or smtps://USER:PASSWORD@HOST; \
                without it, mail is printed here where the public URL is localhost, else not sent"
    )]
    smtp_url: Option<String>,
    /// Sender of every mail: account@example.com
    #[arg(long, env = "MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
}

/// By hand, because the URL may hold a password.
impl std::fmt::Debug for MailArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailArgs")
            .field("mail_from", &self.mail_from)
            .finish_non_exhaustive()
    }
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub enum MailSettings {
    /// By a mail server.
    Smtp {
        /// Its URL, which may hold a password.
        url: SecretString,
        /// The sender.
        from: Email,
    },
    /// Printed on standard output: nothing is set, and the public URL is this machine.
    Trial,
    /// Not at all: nothing is set.
    Missing,
}

impl MailArgs {
    /// `local`: whether the public URL is this machine.
    pub(super) fn read(&self, local: bool, faults: &mut Faults) -> Option<MailSettings> {
        let given = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim).unwrap_or_default();
            (!text.is_empty()).then(|| text.to_owned())
        };
        match (given(&self.smtp_url), given(&self.mail_from)) {
            (None, None) if local => Some(MailSettings::Trial),
            (None, None) => Some(MailSettings::Missing),
            (url, from) => {
                let url = faults.keep(match url {
                    Some(url) => server(&url),
                    None => Err(Fault::new(
                        "SMTP_URL",
                        "is missing, and MAIL_FROM is set; mail needs both",
                    )),
                });
                let from = faults.keep(match from {
                    Some(from) => Email::parse(&from).map_err(|_| {
                        Fault::new("MAIL_FROM", "is not an address of the form account@example.com")
                    }),
                    None => Err(Fault::new(
                        "MAIL_FROM",
                        "is missing, and SMTP_URL is set; mail needs both",
                    )),
                });
                Some(MailSettings::Smtp {
                    url: url?,
                    from: from?,
                })
            }
        }
    }
}

/// Reads the URL of a mail server. No fault repeats it: it may hold a password.
fn server(text: &str) -> Result<SecretString, Fault> {
    let fault = |sentence: &str| Err(Fault::new("SMTP_URL", sentence));
    let Ok(url) = Url::parse(text) else {
        return fault(
            "is not a URL, for example smtp://USER:PASSWORD@mail.example.com:587?tls=required; percent-encode \
             special characters",
        );
    };
    let tls = url.query_pairs().find(|(name, _)| name == "tls");
    let tls = tls.map(|(_, value)| value.into_owned());
    let known = matches!(
        (url.scheme(), tls.as_deref()),
        ("smtps", None | Some("required")) | ("smtp", None | Some("required" | "opportunistic"))
    );
    if !known {
        return fault("has an unknown scheme or tls; write smtps://HOST, or smtp://HOST:587?tls=required");
    }
    let local = match url.host() {
        None | Some(Host::Domain("")) => return fault("names no host"),
        // An IPv4 address is read as a name where the scheme is none of the web's.
        Some(Host::Domain(name)) => {
            name == "localhost"
                || name
                    .parse::<Ipv4Addr>()
                    .is_ok_and(|address| address.is_loopback())
        }
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    if url.password().is_none() && !url.username().is_empty() {
        return fault("has a user and no password");
    }
    // Without TLS, or with TLS that an attacker on the way can switch off: mails carry links and
    // codes, and the URL may hold a password.
    let open = url.scheme() == "smtp" && tls.as_deref() != Some("required");
    if open && !local {
        return fault(
            "would send links and codes in clear to another machine; add ?tls=required, or write smtps://",
        );
    }
    Ok(SecretString::from(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_written_as_the_mail_library_reads_them() {
        for good in [
            "smtp://127.0.0.1:2525",
            "smtp://u:p@localhost",
            "smtp://u:p@127.0.0.1:2525",
            "smtp://u:p@[::1]:2525",
            "smtp://u:p@mail.example.com:587?tls=required",
            "smtps://u:p@mail.example.com",
            "smtp://mail.example.com?tls=required",
            "smtp://localhost?tls=opportunistic",
        ] {
            assert!(server(good).is_ok(), "{good}");
        }
        for bad in [
            "mail.example.com",
            "https://u:hunter2@mail.example.com",
            "smtp://mail.example.com",
            "smtp://mail.example.com:25?tls=opportunistic",
            "smtp://192.0.2.1",
            "smtp://u:hunter2@mail.example.com",
            "smtp://u:hunter2@mail.example.com?tls=opportunistic",
            "smtp://u:hunter2@mail.example.com?tls=none",
            "smtp://u:hunter2@192.0.2.1",
            "smtp://",
            "smtp://u@mail.example.com?tls=required",
            "smtp://u:hunter2@mail.example.com:port",
        ] {
            let fault = server(bad).unwrap_err().to_string();
            assert!(!fault.contains("hunter2"), "{fault}");
        }
    }

    #[test]
    fn both_are_set_or_none() {
        let read = |url: Option<&str>, from: Option<&str>, local| {
            let mut faults = Faults::default();
            let args = MailArgs {
                smtp_url: url.map(str::to_owned),
                mail_from: from.map(str::to_owned),
            };
            let settings = args.read(local, &mut faults);
            (settings, faults.0)
        };
        assert!(matches!(read(None, Some(""), true).0, Some(MailSettings::Trial)));
        assert!(matches!(read(None, None, false).0, Some(MailSettings::Missing)));
        let both = read(Some("smtp://127.0.0.1:25"), Some("a@example.com"), false);
        assert!(matches!(both.0, Some(MailSettings::Smtp { .. })));
        assert_eq!(
            read(Some("smtp://127.0.0.1"), None, true).1[0].variable,
            "MAIL_FROM"
        );
        assert_eq!(read(None, Some("a@example.com"), true).1[0].variable, "SMTP_URL");
        assert_eq!(read(Some("x"), Some("y"), true).1.len(), 2);
    }
}
