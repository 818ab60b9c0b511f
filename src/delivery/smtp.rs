//! Mail by SMTP: one connection for each mail, because mails are few and the server would close an idle
//! connection.

use std::{net::IpAddr, time::Duration};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::extension::ClientId,
};

use super::{Attempt, Delivery, LONGEST_ATTEMPT, Mail, Undelivered};
use crate::domain::account::Email;

/// The connect timeout. The whole attempt has [`LONGEST_ATTEMPT`], because spam filters may delay the final
/// reply, and a client that does not wait for it sends the mail twice.
const REACHED_WITHIN: Duration = Duration::from_secs(8);

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why the mail server settings are invalid. Does not repeat them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SmtpError {
    /// The URL, or the certificate store of the system.
    #[error("SMTP_URL is invalid, or the system's CA certificates cannot be loaded")]
    Url,
    /// The sender.
    #[error("MAIL_FROM is not a valid e-mail address for SMTP")]
    From,
}

impl Smtp {
    /// `url` is the server's URL, `from` and `name` are the sender of all mail, and `host` is the name sent
    /// in EHLO: the public host name, because the machine's own name is often not a valid domain (the fault:
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
        let to = address(mail.to()).ok_or_else(|| refused("invalid recipient address"))?;
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

/// An address for envelope and header. Its domain is sent in ASCII, so that a server without SMTPUTF8 (RFC
/// 6531) accepts it.
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
                Err(_) => Err(Undelivered::Away("timed out".to_owned())),
            }
        })
    }
}

/// The library's message if the server supports none of its authentication mechanisms.
const NO_LOGIN: &str = "No compatible authentication mechanism";

/// The library's error message, with what to do about it if the message does not say so.
fn explained(words: &str) -> String {
    let why = if words.contains(NO_LOGIN) {
        "; the server supports none of PLAIN, LOGIN and XOAUTH2: enable one of them there, or use another \
         server"
    } else if words.contains("UnsupportedSignatureAlgorithm") {
        "; the certificate of the server or its CA has an unsupported signature algorithm: use RSA, \
         Ed25519, or ECDSA with P-256 or P-384 and SHA-256 or SHA-384"
    } else {
        ""
    };
    format!("{words}{why}")
}

fn understood(error: &lettre::transport::smtp::Error) -> Undelivered {
    let words = explained(&error.to_string());
    match error.status().map(u16::from) {
        // Authentication failed or the server is closing: it affects all mail (RFC 4954, 6; RFC 5321, 3.8).
        Some(421 | 454 | 530 | 534 | 535 | 538) => Undelivered::Away(words),
        Some(500..) => Undelivered::Refused(words),
        Some(_) => Undelivered::Later(words),
        // An unsupported authentication mechanism affects all mail.
        None if error.is_client() && !words.contains(NO_LOGIN) => Undelivered::Refused(words),
        None => Undelivered::Away(words),
    }
}
