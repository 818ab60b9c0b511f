//! Mail out: what a mail is, and the ways it can leave.
//!
//! A [`Mail`] has one recipient, one subject without line breaks and a plain text; no
//! header can be set from outside (the attack: a name or an address that ends a header and
//! begins the next).

mod letter;
pub mod smtp;
pub mod terminal;

use std::{future::Future, pin::Pin};

use crate::domain::account::Email;

/// The subject of a mail: words of ours and the service's name, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    fn new(issuer: &str, words: &'static str) -> Self {
        let issuer = issuer.chars().filter(|c| !c.is_control());
        Self(issuer.chain(": ".chars()).chain(words.chars()).collect())
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

/// Why a mail was not taken. The words are for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// Nobody to give any mail to: not reached, too slow, or we are not let in.
    #[error("the mail server is away: {0}")]
    Away(String),
    /// This one not now.
    #[error("the mail server asks to come again: {0}")]
    Later(String),
    /// This one not at all.
    #[error("the mail server refuses it: {0}")]
    Refused(String),
}

/// An attempt under way.
pub type Attempt<'a> = Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>>;

/// A way for mail to leave.
pub trait Delivery: Send + Sync {
    /// Tries once, and ends within [`LONGEST_ATTEMPT`].
    fn send<'a>(&'a self, mail: &'a Mail) -> Attempt<'a>;
}

/// The longest that one attempt takes: less than the wait for the next, so that nobody
/// claims a mail that is still being sent.
pub const LONGEST_ATTEMPT: std::time::Duration = std::time::Duration::from_secs(30);
