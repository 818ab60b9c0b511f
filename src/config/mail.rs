//! `SMTP_URL` and `MAIL_FROM`.

use std::{net::Ipv4Addr, path::PathBuf};

use clap::Args;
use secrecy::{ExposeSecret as _, SecretString};
use url::{Host, Url};

use super::{
    Fault, Faults,
    secret::{self, Names},
};
use crate::domain::account::Email;

const SERVER: Names = Names {
    value: "SMTP_URL",
    file: "SMTP_URL_FILE",
};

/// Outgoing mail.
#[derive(Args, Default)]
#[command(next_help_heading = "Mail")]
pub struct MailArgs {
    // In the attribute, because rustdoc would parse the examples as links; the value is hidden, because it
    // may contain a password.
    #[arg(
        long,
        env = "SMTP_URL",
        value_name = "URL",
        hide_env_values = true,
        help = "Mail server: smtp://USER:PASSWORD@HOST:587?tls=required or smtps://USER:PASSWORD@HOST; \
                if not set, mail is printed on standard output if the public URL is localhost, and otherwise \
                not sent"
    )]
    smtp_url: Option<String>,
    /// Read the mail server URL from this file
    #[arg(long, env = "SMTP_URL_FILE", value_name = "FILE")]
    smtp_url_file: Option<PathBuf>,
    /// Sender address of all mail: account@example.com or Name <account@example.com>
    #[arg(long, env = "MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
}

/// Implemented by hand, because the URL may contain a password.
impl std::fmt::Debug for MailArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailArgs")
            .field("mail_from", &self.mail_from)
            .finish_non_exhaustive()
    }
}

/// How mail is sent.
#[derive(Debug, Clone)]
pub enum MailSettings {
    /// Through a mail server.
    Smtp {
        /// Its URL, which may contain a password.
        url: SecretString,
        /// The sender's address.
        from: Email,
        /// The sender's name; if none, the issuer is used.
        name: Option<String>,
    },
    /// Printed on standard output: not configured, and the public URL is localhost.
    Trial,
    /// Not sent: not configured.
    Missing,
}

impl MailArgs {
    /// `local`: whether the public URL is localhost.
    pub(super) fn read(&self, local: bool, faults: &mut Faults) -> Option<MailSettings> {
        let url = secret::read(&SERVER, self.smtp_url.as_deref(), self.smtp_url_file.as_deref());
        let from = self.mail_from.as_deref().map(str::trim);
        match (faults.keep(url)?, from.filter(|from| !from.is_empty())) {
            (None, None) if local => Some(MailSettings::Trial),
            (None, None) => Some(MailSettings::Missing),
            (url, from) => {
                let url = faults.keep(match url {
                    Some(url) => server(url.expose_secret()),
                    None => Err(Fault::new(
                        "SMTP_URL",
                        "is missing, but MAIL_FROM is set; set both to send mail",
                    )),
                });
                let from = faults.keep(match from {
                    Some(from) => sender(from).ok_or_else(|| {
                        Fault::new(
                            "MAIL_FROM",
                            "must be an address such as account@example.com, or Name <account@example.com>",
                        )
                    }),
                    None => Err(Fault::new(
                        "MAIL_FROM",
                        "is missing, but SMTP_URL is set; set both to send mail",
                    )),
                });
                let (url, (from, name)) = (url?, from?);
                Some(MailSettings::Smtp { url, from, name })
            }
        }
    }
}

/// Parses a sender: an address, or a name with the address in angle brackets (RFC 5322, 3.4).
fn sender(text: &str) -> Option<(Email, Option<String>)> {
    let Some((name, address)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) else {
        return Email::parse(text).ok().map(|address| (address, None));
    };
    let name = name.trim();
    let quoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
    let name = quoted.map_or_else(
        || name.to_owned(),
        |quoted| quoted.replace("\\\"", "\"").replace("\\\\", "\\"),
    );
    let address = Email::parse(address).ok()?;
    let fits = !name.contains(|c: char| c.is_control() || "<>".contains(c));
    fits.then(|| (address, Some(name).filter(|name| !name.is_empty())))
}

/// Parses the URL of a mail server. No fault repeats it, because it may contain a password.
fn server(text: &str) -> Result<SecretString, Fault> {
    let text = text.trim();
    let fault = |sentence: &str| Err(Fault::new("SMTP_URL", sentence));
    let Ok(url) = Url::parse(text) else {
        return fault(
            "is not a valid URL; use for example smtp://USER:PASSWORD@mail.example.com:587?tls=required and \
             percent-encode special characters",
        );
    };
    let tls = url.query_pairs().find(|(name, _)| name == "tls");
    let tls = tls.map(|(_, value)| value.into_owned());
    let known = matches!(
        (url.scheme(), tls.as_deref()),
        ("smtps", None | Some("required")) | ("smtp", None | Some("required" | "opportunistic"))
    );
    if !known {
        return fault(
            "has an unknown scheme or tls parameter; use smtps://HOST or smtp://HOST:587?tls=required",
        );
    }
    let local = match url.host() {
        None | Some(Host::Domain("")) => return fault("has no host name"),
        // For non-web schemes, the parser treats an IPv4 address as a domain.
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
        return fault("has a user name but no password");
    }
    // Without TLS, or with TLS that an attacker in the middle can disable: mails contain links and codes, and
    // the URL may contain a password.
    let open = url.scheme() == "smtp" && tls.as_deref() != Some("required");
    if open && !local {
        return fault(
            "would send links and codes unencrypted to another machine; add ?tls=required, or use smtps://",
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
    fn a_sender_has_an_address_and_may_have_a_name() {
        for (text, address, name) in [
            ("a@b.example", "a@b.example", None),
            ("Acme <a@b.example>", "a@b.example", Some("Acme")),
            ("\"Acme, Inc.\" <a@b.example>", "a@b.example", Some("Acme, Inc.")),
            (
                "\"The \\\"Acme\\\"\" <a@b.example>",
                "a@b.example",
                Some("The \"Acme\""),
            ),
            (
                "Käyttäjä <a@münchen.example>",
                "a@münchen.example",
                Some("Käyttäjä"),
            ),
            ("<a@b.example>", "a@b.example", None),
        ] {
            let (email, called) = sender(text).unwrap();
            assert_eq!((email.as_str(), called.as_deref()), (address, name), "{text}");
        }
        for bad in [
            "Acme",
            "Acme <>",
            "Acme <a@b.example",
            "a@b.example>",
            "A <x@y.example> <a@b.example>",
            "A\r\nBcc: x <a@b.example>",
        ] {
            assert_eq!(sender(bad), None, "{bad}");
        }
    }

    #[test]
    fn both_are_set_or_none() {
        let read = |url: Option<&str>, from: Option<&str>, local| {
            let mut faults = Faults::default();
            let args = MailArgs {
                smtp_url: url.map(str::to_owned),
                smtp_url_file: None,
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
