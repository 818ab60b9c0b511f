//! Mail by SMTP: one connection for each mail, because notices are few and a connection
//! kept open is one that the server has closed meanwhile.

use std::{net::IpAddr, time::Duration};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::extension::ClientId,
};

use super::{Attempt, Delivery, LONGEST_ATTEMPT, Mail, Undelivered};
use crate::domain::account::Email;

/// How long the server may take to be reached. The conversation then has
/// [`LONGEST_ATTEMPT`]: servers that look for spam take their time with the last word, and
/// whoever does not wait for it sends the mail again.
const REACHED_WITHIN: Duration = Duration::from_secs(8);

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why the settings of a mail server cannot be used. Repeats neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SmtpError {
    /// The URL, or the system's certificates.
    #[error("SMTP_URL cannot be used: neither a server nor its certificate can be made of it")]
    Url,
    /// The sender.
    #[error("MAIL_FROM is an address that mail servers do not take")]
    From,
}

impl Smtp {
    /// A server by its URL, the sender of every mail by address and name, and what we call ourselves
    /// to the server: a name that the world knows, because the machine's own is often none (the fault:
    /// `EHLO 25aea30808b2` from a container, and 504 for every mail; RFC 5321, 4.1.1.1).
    ///
    /// # Errors
    /// [`SmtpError`].
    pub fn new(url: &str, (from, name): (&Email, &str), host: &str) -> Result<Self, SmtpError> {
        let hello = host
            .parse::<IpAddr>()
            .map_or_else(|_| ClientId::Domain(host.to_owned()), client_id);
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| SmtpError::Url)?
            .hello_name(hello)
            .timeout(Some(REACHED_WITHIN))
            .build();
        let from = address(from).ok_or(SmtpError::From)?;
        Ok(Self {
            transport,
            from: Mailbox::new(Some(name.to_owned()), from),
        })
    }

    fn message(&self, mail: &Mail) -> Result<Message, Undelivered> {
        let refused = |what: &str| Undelivered::Refused(what.to_owned());
        let to = address(mail.to()).ok_or_else(|| refused("no mail server takes this address"))?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject().as_str())
            .message_id(Some(mail.id().to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text().to_owned())
            .map_err(|error| Undelivered::Refused(error.to_string()))
    }
}

/// An address in envelope and header. Its domain goes out in ASCII, so that a server without
/// SMTPUTF8 (RFC 6531) takes it.
fn address(email: &Email) -> Option<Address> {
    let (local, domain) = email.for_delivery();
    Address::new(local, domain).ok()
}

const fn client_id(address: IpAddr) -> ClientId {
    match address {
        IpAddr::V4(address) => ClientId::Ipv4(address),
        IpAddr::V6(address) => ClientId::Ipv6(address),
    }
}

impl Delivery<Mail> for Smtp {
    fn send<'a>(&'a self, mail: &'a Mail) -> Attempt<'a> {
        Box::pin(async move {
            let message = self.message(mail)?;
            match tokio::time::timeout(LONGEST_ATTEMPT, self.transport.send(message)).await {
                Ok(sent) => sent.map(drop).map_err(|error| understood(&error)),
                Err(_) => Err(Undelivered::Away("it took too long".to_owned())),
            }
        })
    }
}

/// What the library says where the server takes none of its ways to log in.
const NO_LOGIN: &str = "No compatible authentication mechanism";

/// The library's words, with what to do about those that do not say it.
fn explained(words: &str) -> String {
    let why = if words.contains(NO_LOGIN) {
        "; the server takes none of PLAIN, LOGIN and XOAUTH2: allow one of them there, or send through another server"
    } else if words.contains("UnsupportedSignatureAlgorithm") {
        "; its certificate, or that of its authority, is signed in a way that is not supported: use RSA, Ed25519, or ECDSA \
         with P-256 or P-384 and SHA-256 or SHA-384"
    } else {
        ""
    };
    format!("{words}{why}")
}

fn understood(error: &lettre::transport::smtp::Error) -> Undelivered {
    let words = explained(&error.to_string());
    match error.status().map(u16::from) {
        // Not let in, or closing: no other mail would fare better (RFC 4954, 6; RFC 5321, 3.8).
        Some(421 | 454 | 530 | 534 | 535 | 538) => Undelivered::Away(words),
        Some(500..) => Undelivered::Refused(words),
        Some(_) => Undelivered::Later(words),
        // A login of a kind that the library has not stands in the way of every mail.
        None if error.is_client() && !words.contains(NO_LOGIN) => Undelivered::Refused(words),
        None => Undelivered::Away(words),
    }
}
