//! How activity log entries are linked, and how each chain is anchored.
//!
//! There is one chain per main account, with everything that concerns it and its subaccounts, and one for
//! events that concern no account. So two main accounts never wait for each other to write, and the actions of
//! a manager form one ordered list. An [`Anchor`] records the beginning and the end of a chain; it is renewed
//! with every entry, and its proof requires a key that is not in the database.
//!
//! Someone who can write to the database but has no key can therefore neither change, add, remove or unlink an
//! entry, nor truncate or restart a chain. They can restore an earlier state: the rows and the anchor from a
//! backup, or a main account removed with its whole chain. Only a copy of the anchors stored elsewhere reveals
//! that ([`Mark`]).

use std::fmt;

use data_encoding::BASE64URL_NOPAD;

use super::{account::AccountId, sealed::PurposeKey, security_event::Entry};

/// Which chain an entry is in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chain(String);

impl Chain {
    /// The chain of a main account and its subaccounts.
    #[must_use]
    pub fn of_main_account(main: &AccountId) -> Self {
        Self(main.0.clone())
    }

    /// The chain of events that concern no account: sign-ins with an unknown user name.
    #[must_use]
    pub fn front_door() -> Self {
        Self("front-door".to_owned())
    }

    /// Wraps a name read from the database.
    #[must_use]
    pub const fn stored(name: String) -> Self {
        Self(name)
    }

    /// The name as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The beginning and the end of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Which chain.
    pub chain: Chain,
    /// The newest deleted entry; 0 if none was deleted.
    pub swept_through: i64,
    /// That entry's digest, which the oldest stored entry links to.
    pub horizon: String,
    /// The newest entry; 0 if there is none yet.
    pub last: i64,
    /// That entry's digest.
    pub digest: String,
}

/// What the first entry links to in a chain that was missing although its main account existed.
const MISSING: &str = "missing";

impl Anchor {
    /// A chain before its first entry.
    #[must_use]
    pub const fn begun(chain: Chain) -> Self {
        Self {
            chain,
            swept_through: 0,
            horizon: String::new(),
            last: 0,
            digest: String::new(),
        }
    }

    /// The same for a chain that should have existed. It is marked permanently (the attack: a chain is removed
    /// with its anchor, and starts again with the next sign-in).
    #[must_use]
    pub fn begun_again(chain: Chain) -> Self {
        Self {
            horizon: MISSING.to_owned(),
            digest: MISSING.to_owned(),
            ..Self::begun(chain)
        }
    }

    /// Whether the chain was ever missing.
    #[must_use]
    pub fn was_missing(&self) -> bool {
        self.horizon == MISSING
    }

    /// The number of stored entries.
    #[must_use]
    pub const fn kept(&self) -> i64 {
        self.last - self.swept_through
    }

    /// The proof that this anchor is authentic: it cannot be computed without the key.
    #[must_use]
    pub fn proof(&self, key: &PurposeKey) -> String {
        let (swept_through, last) = (self.swept_through.to_string(), self.last.to_string());
        let fields = [
            Some(self.chain.as_str()),
            Some(&swept_through),
            Some(&self.horizon),
            Some(&last),
            Some(&self.digest),
        ];
        mac("anchor", &fields, key)
    }
}

/// The digest that links an entry to the previous one in its chain (ASVS 16.4.2). It is keyed, so that a valid
/// chain cannot be computed from the database alone.
#[must_use]
pub fn link(chain: &Chain, entry: &Entry, before: &str, key: &PurposeKey) -> String {
    let (sequence, at) = (entry.sequence.to_string(), entry.at.0.to_string());
    let fields = [
        Some(chain.as_str()),
        Some(before),
        Some(&sequence),
        Some(&at),
        entry.account.as_deref(),
        entry.username.as_deref(),
        Some(&entry.actor),
        entry.actor_name.as_deref(),
        entry.address.as_deref(),
        entry.browser.as_deref(),
        Some(&entry.event),
        entry.reason.as_deref(),
        entry.management.then_some("management"),
    ];
    mac("entry", &fields, key)
}

/// A keyed digest of fields. Each is prefixed with its length, so that different lists of fields never give the
/// same text.
fn mac(kind: &str, fields: &[Option<&str>], key: &PurposeKey) -> String {
    let mut text = String::from(kind);
    for field in fields {
        match field {
            None => text.push_str("\n-"),
            Some(field) => {
                text.push('\n');
                text.push_str(&field.len().to_string());
                text.push(':');
                text.push_str(field);
            }
        }
    }
    BASE64URL_NOPAD.encode(&key.mac(text.as_bytes()))
}

/// The end of a chain at some time, stored elsewhere: everything written before must still exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which chain.
    pub chain: Chain,
    /// Its newest entry at that time.
    pub last: i64,
    /// That entry's digest.
    pub digest: String,
}

/// A line that cannot be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {0} is not in the form CHAIN NUMBER DIGEST")]
pub struct MalformedMark(usize);

impl Mark {
    /// Parses lines in the [`Self`] display format; empty lines and those that begin with `#` are skipped.
    ///
    /// # Errors
    /// [`MalformedMark`] gives the line.
    pub fn read_all(text: &str) -> Result<Vec<Self>, MalformedMark> {
        // Some shells write a byte order mark at the start of a file.
        let lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate();
        lines
            .map(|(index, line)| (index + 1, line.trim()))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(number, line)| {
                let words: Vec<&str> = line.split(' ').collect();
                match (words.as_slice(), words.get(1).map(|last| last.parse::<i64>())) {
                    ([chain, _, digest], Some(Ok(last))) if last >= 0 => Ok(Self {
                        chain: Chain((*chain).to_owned()),
                        last,
                        digest: (*digest).to_owned(),
                    }),
                    _ => Err(MalformedMark(number)),
                }
            })
            .collect()
    }
}

impl From<Anchor> for Mark {
    fn from(anchor: Anchor) -> Self {
        let Anchor {
            chain, last, digest, ..
        } = anchor;
        Self {
            chain,
            last,
            // A chain before its first entry has no digest, and the line needs a placeholder.
            digest: if last == 0 { "-".to_owned() } else { digest },
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.chain, self.last, self.digest)
    }
}

/// Where verification of the log failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The anchor is not authentic.
    #[error("chain {0}: the anchor (record of the first and last entry) was modified")]
    Anchor(Chain),
    /// There are entries, or a main account, but no chain.
    #[error("chain {0} is missing")]
    Missing(Chain),
    /// The chain was missing once and was started again.
    #[error("chain {0} was deleted and started again, earlier entries are lost")]
    BegunAgain(Chain),
    /// An entry was changed, moved or unlinked, or the one before it is missing.
    #[error("chain {0}: entry {1} was modified, or the entry before it is missing")]
    Entry(Chain, i64),
    /// Entries at the end were removed.
    #[error("chain {chain}: entries {first} to {last} are missing")]
    CutOff {
        /// Which chain.
        chain: Chain,
        /// The first missing entry.
        first: i64,
        /// The newest entry that was written.
        last: i64,
    },
    /// There are entries after the last one that are not authentic.
    #[error("chain {0}: entry {1} was added after the last valid entry")]
    Added(Chain, i64),
    /// An entry that existed at an earlier time no longer does.
    #[error("chain {0}: entry {1}, which an earlier mark lists, is missing or was modified")]
    Before(Chain, i64),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{clock::Timestamp, random::OsRandom, sealed::KeyRing};

    fn key() -> PurposeKey {
        KeyRing::generate(&OsRandom).unwrap().derive("activity log")
    }

    fn entry() -> Entry {
        Entry {
            sequence: 1,
            at: Timestamp(7),
            account: Some("a".to_owned()),
            username: Some("alice".to_owned()),
            actor: "b".to_owned(),
            actor_name: Some("bob".to_owned()),
            address: None,
            browser: None,
            event: "signed_in".to_owned(),
            reason: None,
            management: false,
        }
    }

    #[test]
    fn a_link_covers_the_chain_every_field_and_the_entry_before() {
        let (key, chain) = (key(), Chain::stored("main".to_owned()));
        let whole = link(&chain, &entry(), "before", &key);
        let changed = |change: fn(&mut Entry)| {
            let mut entry = entry();
            change(&mut entry);
            link(&chain, &entry, "before", &key)
        };
        for other in [
            link(&Chain::front_door(), &entry(), "before", &key),
            link(&chain, &entry(), "", &key),
            link(&chain, &entry(), "before", &self::key()),
            changed(|entry| entry.sequence = 2),
            changed(|entry| entry.at = Timestamp(8)),
            changed(|entry| entry.account = None),
            changed(|entry| entry.username = Some("alic".to_owned())),
            changed(|entry| entry.actor = "operator".to_owned()),
            changed(|entry| entry.actor_name = None),
            changed(|entry| entry.address = Some(String::new())),
            changed(|entry| entry.browser = Some("Firefox".to_owned())),
            changed(|entry| entry.event = "signed_out".to_owned()),
            changed(|entry| entry.reason = Some(String::new())),
            changed(|entry| entry.management = true),
        ] {
            assert_ne!(other, whole);
        }
    }

    #[test]
    fn marks_are_read_as_they_are_written() {
        let mark = Mark {
            chain: Chain::front_door(),
            last: 3,
            digest: "abc".to_owned(),
        };
        let empty = Mark::from(Anchor::begun(Chain::stored("x".to_owned())));
        let text = format!("# a note\n\n{mark}\n{empty}\n");
        assert_eq!(Mark::read_all(&text), Ok(vec![mark, empty]));
        for bad in ["x", "x 1", "x y z", "x -1 z", "x 1 z z"] {
            assert_eq!(Mark::read_all(bad), Err(MalformedMark(1)), "{bad}");
        }
    }
}
