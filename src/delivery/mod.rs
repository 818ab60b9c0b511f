//! Outgoing mail, SMS and calls, and how they are delivered. A [`Mail`] has one recipient, one subject
//! without line breaks and a plain text body; no outside input reaches a header unchecked (the attack: header
//! injection by a name or address with a line break).

mod letter;
pub mod phone_message;
pub mod smtp;
pub mod terminal;
pub mod twilio;
pub mod twiml;
mod voice;

use std::{future::Future, pin::Pin};

pub use self::voice::{Voice, Words};
use crate::domain::{account::Email, phone_delivery::Failure};

/// The subject of a mail, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    fn new(words: &str) -> Self {
        Self(words.chars().filter(|c| !c.is_control()).collect())
    }

    /// As it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A mail in plain text to one recipient; [`Mail::about`] makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    to: Email,
    subject: Subject,
    text: String,
    id: String,
}

impl Mail {
    /// The recipient.
    #[must_use]
    pub const fn to(&self) -> &Email {
        &self.to
    }

    /// The subject.
    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same at each attempt, so that mail servers recognise one that they took twice.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// Why a message was not delivered. The texts are for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// The provider cannot be reached, is too slow, or refuses our login.
    #[error("delivery provider unavailable: {0}")]
    Away(String),
    /// A temporary error for this message.
    #[error("temporary delivery error: {0}")]
    Later(String),
    /// A permanent error for this message.
    #[error("message rejected: {0}")]
    Refused(String),
    /// The recipient cannot receive messages of this kind.
    #[error("recipient cannot receive this message: {0}")]
    Unfit(String),
}

impl Undelivered {
    /// What it means for the person who waits for a code.
    #[must_use]
    pub const fn failure(&self) -> Failure {
        match self {
            Self::Away(_) | Self::Later(_) => Failure::ProviderAway,
            Self::Refused(_) => Failure::Refused,
            Self::Unfit(_) => Failure::NotMobile,
        }
    }
}

/// A delivery attempt in progress.
pub type Attempt<'a> = Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>>;

/// Delivers messages of one kind: mail, or SMS and calls.
pub trait Delivery<M>: Send + Sync {
    /// Tries once, and ends within [`LONGEST_ATTEMPT`] or [`twilio::LONGEST_SEND`].
    fn send<'a>(&'a self, message: &'a M) -> Attempt<'a>;
}

/// The longest that one attempt at a mail takes: less than the wait for the next, so that nobody
/// claims a mail that is still being sent.
pub const LONGEST_ATTEMPT: std::time::Duration = std::time::Duration::from_secs(30);

/// The longest name of the service in a message, in characters: a text has to stay short.
const LONGEST_NAME: usize = 40;

/// The service's name on one line, and not too long.
fn name(issuer: &str) -> String {
    issuer
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_NAME)
        .collect()
}

/// The public URL without its scheme.
fn host(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}

/// The last line of a message with a code. Browsers fill the code in by themselves, on this host
/// alone (the attack: a page that looks like ours and asks for the code).
fn browser_line(origin: &str, code: &str) -> String {
    format!("@{} #{code}", host(origin))
}
