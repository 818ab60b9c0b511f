//! Browsers in which an account has completed a sign-in (OWASP, "Slow Down Online Guessing Attacks with Device
//! Cookies"). Wrong passwords from such a browser are counted separately, so that strangers who guess at the
//! account's name lock nobody out (the attack: one wrong password per quarter of an hour locks the owner out).
//!
//! It replaces no factor: stealing the cookie only gives a separate counter of guesses.

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;

use super::{
    account::AccountId,
    clock::Timestamp,
    lifetimes::KNOWN_SECONDS,
    random::{self, Random, RandomUnavailable},
    sealed::PurposeKey,
};

/// Maximum number of accounts known in one browser; beyond that, the oldest sign-in is forgotten.
pub const MOST_ACCOUNTS: usize = 5;

/// Length of a browser's name, in bytes.
const NAME_BYTES: usize = 16;

/// What a browser stores: a random name, and a mark for each account that signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserMarks {
    name: String,
    marks: Vec<Mark>,
}

/// Keyed, for one account and one time: it identifies nobody and cannot be forged.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    made: Timestamp,
    tag: String,
}

/// A browser that a certain account signed in from. Only [`BrowserMarks::known_to`] creates one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBrowser {
    account: AccountId,
    name: String,
}

impl KnownBrowser {
    /// The account.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The browser's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl BrowserMarks {
    /// The marks of a browser without any.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn none(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        Ok(Self {
            name: BASE64URL_NOPAD.encode(&random::bytes::<NAME_BYTES>(random)?),
            marks: Vec::new(),
        })
    }

    /// Parses what a browser sent; nothing is trusted before a tag is verified.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let name = parts.next()?;
        let is_name = BASE64URL_NOPAD
            .decode(name.as_bytes())
            .is_ok_and(|bytes| bytes.len() == NAME_BYTES);
        let mut marks = Vec::new();
        while let Some(made) = parts.next() {
            marks.push(Mark {
                made: Timestamp(made.parse().ok()?),
                tag: parts.next()?.to_owned(),
            });
        }
        (is_name && marks.len() <= MOST_ACCOUNTS).then(|| Self {
            name: name.to_owned(),
            marks,
        })
    }

    /// The text that a browser stores.
    #[must_use]
    pub fn text(&self) -> String {
        let marks = self
            .marks
            .iter()
            .map(|mark| format!(".{}.{}", mark.made.0, mark.tag));
        std::iter::once(self.name.clone()).chain(marks).collect()
    }

    /// The evidence that this account signed in here, if it did and recently enough.
    #[must_use]
    pub fn known_to(&self, account: &AccountId, key: &PurposeKey, now: Timestamp) -> Option<KnownBrowser> {
        let counts = |mark: &Mark| {
            (0..KNOWN_SECONDS).contains(&now.since(mark.made)) && self.is_for(mark, account, key)
        };
        self.marks.iter().any(counts).then(|| KnownBrowser {
            account: account.clone(),
            name: self.name.clone(),
        })
    }

    /// The marks after this account has signed in.
    #[must_use]
    pub fn with(mut self, account: &AccountId, key: &PurposeKey, now: Timestamp) -> Self {
        let others = std::mem::take(&mut self.marks);
        let others: Vec<Mark> = others
            .into_iter()
            .filter(|mark| !self.is_for(mark, account, key))
            .collect();
        let room = others.len().saturating_sub(MOST_ACCOUNTS - 1);
        self.marks = others.into_iter().skip(room).collect();
        self.marks.push(Mark {
            made: now,
            tag: self.tag(account, now, key),
        });
        self
    }

    fn is_for(&self, mark: &Mark, account: &AccountId, key: &PurposeKey) -> bool {
        let tag = self.tag(account, mark.made, key);
        bool::from(tag.as_bytes().ct_eq(mark.tag.as_bytes()))
    }

    fn tag(&self, account: &AccountId, made: Timestamp, key: &PurposeKey) -> String {
        let text = format!("{}.{}.{}", self.name, made.0, account.0);
        BASE64URL_NOPAD.encode(&key.mac(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{random::OsRandom, sealed::KeyRing};

    const NOW: Timestamp = Timestamp(1_800_000_000);

    fn key() -> PurposeKey {
        KeyRing::generate(&OsRandom).unwrap().derive("known browsers")
    }

    fn account(id: &str) -> AccountId {
        AccountId(id.to_owned())
    }

    #[test]
    fn a_browser_is_known_to_the_accounts_that_signed_in_and_to_no_other() {
        let key = key();
        let marks = BrowserMarks::none(&OsRandom).unwrap();
        assert_eq!(marks.known_to(&account("a"), &key, NOW), None);
        let marks = marks
            .with(&account("a"), &key, NOW)
            .with(&account("b"), &key, NOW);
        let read = BrowserMarks::read(&marks.text()).unwrap();
        assert_eq!(read, marks);
        let known = read.known_to(&account("a"), &key, NOW).unwrap();
        assert_eq!(
            (known.account(), known.name()),
            (&account("a"), marks.name.as_str())
        );
        assert!(read.known_to(&account("b"), &key, NOW).is_some());
        assert_eq!(read.known_to(&account("c"), &key, NOW), None);
        assert_eq!(
            read.known_to(&account("a"), &self::key(), NOW),
            None,
            "another key ring"
        );
    }

    #[test]
    fn a_mark_is_of_no_use_in_another_browser_or_with_another_time() {
        let key = key();
        let marks = BrowserMarks::none(&OsRandom)
            .unwrap()
            .with(&account("a"), &key, NOW);
        let mut moved = BrowserMarks::none(&OsRandom).unwrap();
        moved.marks = marks.marks.clone();
        assert_eq!(moved.known_to(&account("a"), &key, NOW), None);
        let later = NOW.plus(KNOWN_SECONDS);
        assert!(
            marks
                .known_to(&account("a"), &key, Timestamp(later.0 - 1))
                .is_some()
        );
        assert_eq!(marks.known_to(&account("a"), &key, later), None);
        let mut prolonged = marks;
        prolonged.marks[0].made = later;
        assert_eq!(prolonged.known_to(&account("a"), &key, later), None);
    }

    #[test]
    fn five_accounts_share_a_browser_and_a_sixth_takes_the_place_of_the_first() {
        let key = key();
        let mut marks = BrowserMarks::none(&OsRandom).unwrap();
        for id in ["a", "b", "c", "a", "d", "e", "f"] {
            marks = marks.with(&account(id), &key, NOW);
        }
        let known: Vec<&str> = ["a", "b", "c", "d", "e", "f"]
            .into_iter()
            .filter(|id| marks.known_to(&account(id), &key, NOW).is_some())
            .collect();
        assert_eq!(known, ["a", "c", "d", "e", "f"]);
        assert!(marks.text().len() < 400, "small enough for any header");
    }

    #[test]
    fn what_is_no_cookie_of_ours_is_not_read() {
        let name = "A".repeat(22);
        assert!(BrowserMarks::read(&name).is_some());
        let many = format!("{name}{}", ".1.x".repeat(6));
        for text in [
            "",
            ".",
            "AAAA",
            &format!("{name}."),
            &format!("{name}.1"),
            &format!("{name}.x.y"),
            &many,
        ] {
            assert_eq!(BrowserMarks::read(text), None, "{text}");
        }
    }
}
