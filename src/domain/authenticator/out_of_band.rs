//! Codes sent by SMS, call or e-mail (NIST SP 800-63B-4, 3.1.3): six digits, valid for five minutes, five
//! guesses, for one challenge and one purpose.
//!
//! Each code is stored as a keyed hash, by which it is looked up and claimed, and under a seal, because "Send
//! again" repeats it and a call requests it once answered. Both are useless without the key file.

use zeroize::Zeroizing;

use super::{is_blank, method::Method, six_digits};
use crate::domain::{
    account::{AccountId, Email},
    client::BrowserId,
    clock::Timestamp,
    lifetimes::{CODE_SECONDS, OLDEST_SECONDS},
    named::named,
    phone_number::PhoneNumber,
    proof::SecondFactorProof,
    random::{self, Random, RandomUnavailable},
    sealed::PurposeKey,
    session::{ChallengeId, SignedIn},
};

/// Maximum number of guesses at one code.
pub const GUESSES: i64 = 5;

named! {
    /// How a code is sent.
    pub enum Channel {
        /// By SMS.
        Sms = "sms",
        /// By phone call.
        Call = "call",
        /// By e-mail.
        Email = "email",
    }
}

impl Channel {
    /// The phone channel with that name; `None` for e-mail.
    #[must_use]
    pub fn to_phone(name: &str) -> Option<Self> {
        Self::named(name).filter(|channel| *channel != Self::Email)
    }
}

/// The only purpose for which a code is valid (ASVS 6.6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The second step of this sign-in.
    SignIn(ChallengeId),
    /// To verify that a number belongs to this account.
    Number(AccountId),
    /// To verify that an e-mail address belongs to this account.
    Email(NewEmail),
}

/// A pending new e-mail address, bound to one account, epoch and browser, so that it ends with the epoch and
/// cannot be confirmed from another browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEmail {
    /// The account that the address is for.
    pub account: AccountId,
    /// The account's epoch.
    pub epoch: i64,
    /// The browser in which it was entered.
    pub browser: BrowserId,
}

impl NewEmail {
    /// For an address entered in this session and browser.
    #[must_use]
    pub fn of(session: &SignedIn, browser: BrowserId) -> Self {
        Self {
            account: session.account().clone(),
            epoch: session.epoch(),
            browser,
        }
    }
}

impl Purpose {
    /// The name in the database.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SignIn(_) => "sign_in",
            Self::Number(_) => "phone",
            Self::Email(_) => "email",
        }
    }

    /// The challenge that a code belongs to; each has one live code.
    #[must_use]
    pub fn challenge(&self) -> ChallengeId {
        match self {
            Self::SignIn(challenge) => challenge.clone(),
            Self::Number(account) => ChallengeId(format!("phone:{}", account.0)),
            Self::Email(NewEmail {
                account,
                epoch,
                browser,
            }) => ChallengeId(format!("email:{}:{epoch}:{}", account.0, browser.0)),
        }
    }
}

/// A sent code, or the text typed as one.
#[derive(Clone)]
pub struct SentCode(Zeroizing<String>);

/// Why typed text cannot be a code; not counted as a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentCodeError {
    /// Nothing was typed.
    Empty,
    /// Not six digits.
    NotSixDigits,
}

impl SentCode {
    /// Generates a code; each of the million is equally likely (ASVS 6.5.4).
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn generate(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        const CODES: u32 = 1_000_000;
        loop {
            let drawn = u32::from_le_bytes(random::bytes::<4>(random)?);
            // Values above the last whole million would make small codes more likely.
            if drawn < u32::MAX - u32::MAX % CODES {
                return Ok(Self(Zeroizing::new(format!("{:06}", drawn % CODES))));
            }
        }
    }

    /// Parses a typed code; spaces and dashes are ignored.
    ///
    /// # Errors
    /// [`SentCodeError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, SentCodeError> {
        match six_digits(typed) {
            Some(digits) => Ok(Self(digits)),
            None if is_blank(typed) => Err(SentCodeError::Empty),
            None => Err(SentCodeError::NotSixDigits),
        }
    }

    /// Wraps the digits of an unsealed code; `None` if they are not a code.
    #[must_use]
    pub fn opened(digits: &[u8]) -> Option<Self> {
        std::str::from_utf8(digits)
            .ok()
            .and_then(|digits| Self::parse(digits).ok())
    }

    /// The digits, for sending.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The digest stored in the row of a challenge: the same code has a different digest for another challenge.
    #[must_use]
    pub fn digest(&self, challenge: &ChallengeId, key: &PurposeKey) -> SentCodeDigest {
        let message = Zeroizing::new(format!("{}:{}", challenge.0, &*self.0));
        SentCodeDigest(data_encoding::BASE64URL_NOPAD.encode(&key.mac(message.as_bytes())))
    }
}

/// A code in its stored form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentCodeDigest(String);

impl SentCodeDigest {
    /// The digest as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// When a code sent now expires; `None` if the code generated at `created_at` is too old to be sent again and
/// must be replaced.
#[must_use]
pub fn expiry(created_at: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let expires_at = now.plus(CODE_SECONDS);
    (expires_at <= created_at.plus(OLDEST_SECONDS)).then_some(expires_at)
}

/// A code of a sign-in, to be looked up and claimed.
#[derive(Debug)]
pub struct SignInClaim {
    /// The account.
    account: AccountId,
    /// The sign-in that requested the code.
    challenge: ChallengeId,
    digest: SentCodeDigest,
    method: Method,
}

impl SignInClaim {
    /// A claim on this challenge's row with a typed code; `method` says how the code was sent.
    #[must_use]
    pub fn new(
        account: &AccountId,
        challenge: &ChallengeId,
        typed: &SentCode,
        method: Method,
        key: &PurposeKey,
    ) -> Self {
        Self {
            account: account.clone(),
            challenge: challenge.clone(),
            digest: typed.digest(challenge, key),
            method,
        }
    }

    /// The row to claim.
    #[must_use]
    pub const fn challenge(&self) -> &ChallengeId {
        &self.challenge
    }

    /// The account that the code must belong to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The digest that the row must contain.
    #[must_use]
    pub const fn digest(&self) -> &SentCodeDigest {
        &self.digest
    }

    /// Turns the claim into evidence if it changed exactly one row.
    #[must_use]
    pub fn settled(self, rows_changed: usize) -> Option<SecondFactorProof> {
        SecondFactorProof::of_settled(self.account, self.method, rows_changed)
    }
}

/// Evidence that the person currently holds the phone with this number: a code sent to it was verified. Only
/// the store creates it, from a claimed row.
#[derive(Debug)]
pub struct ProvenNumber(PhoneNumber);

impl ProvenNumber {
    /// For the number that a claimed code was sent to.
    #[must_use]
    pub const fn of_spent(number: PhoneNumber) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn number(&self) -> &PhoneNumber {
        &self.0
    }
}

/// Evidence that the person currently reads the mail of this address: a code sent to it was verified. Only the
/// store creates it, from a claimed row.
#[derive(Debug)]
pub struct ProvenEmail(Email);

impl ProvenEmail {
    /// For the address that a claimed code was sent to.
    #[must_use]
    pub const fn of_spent(email: Email) -> Self {
        Self(email)
    }

    /// The address.
    #[must_use]
    pub const fn email(&self) -> &Email {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{random::OsRandom, sealed::KeyRing};

    #[test]
    fn codes_have_six_digits_and_keep_their_zeros() {
        let mut firsts = [0_u32; 10];
        for _ in 0..10_000 {
            let code = SentCode::generate(&OsRandom).unwrap();
            assert_eq!(code.digits().len(), 6);
            firsts[usize::from(code.digits().as_bytes()[0] - b'0')] += 1;
        }
        // Five standard deviations around a thousand.
        assert!(
            firsts.iter().all(|count| (850..=1150).contains(count)),
            "{firsts:?}"
        );
    }

    #[test]
    fn a_draw_above_the_last_whole_million_is_drawn_again() {
        struct Draws(std::sync::Mutex<Vec<[u8; 4]>>);
        impl Random for Draws {
            fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomUnavailable> {
                bytes.copy_from_slice(&self.0.lock().unwrap().remove(0));
                Ok(())
            }
        }
        let draws = Draws(std::sync::Mutex::new(vec![
            u32::MAX.to_le_bytes(),
            4_294_000_000_u32.to_le_bytes(),
            4_293_000_042_u32.to_le_bytes(),
        ]));
        assert_eq!(SentCode::generate(&draws).unwrap().digits(), "000042");
    }

    #[test]
    fn typed_codes_are_forgiven_their_spaces() {
        for good in [
            "012345",
            " 012 345 ",
            "012-345",
            "０１２３４５",
            "\u{200f}٠١٢٣٤٥",
            "۰۱۲ ۳۴۵",
            "०१२३४५",
        ] {
            assert_eq!(SentCode::parse(good).unwrap().digits(), "012345");
        }
        assert_eq!(SentCode::parse(" ").err(), Some(SentCodeError::Empty));
        for bad in ["12345", "1234567", "12345a", "１２３４５", "true", "[]"] {
            assert_eq!(
                SentCode::parse(bad).err(),
                Some(SentCodeError::NotSixDigits),
                "{bad}"
            );
        }
    }

    #[test]
    fn a_digest_belongs_to_its_challenge() {
        let ring = KeyRing::generate(&OsRandom).unwrap();
        let key = ring.derive("codes that are sent");
        let code = SentCode::parse("123456").unwrap();
        let at = |challenge: &str| code.digest(&ChallengeId(challenge.to_owned()), &key);
        assert_eq!(at("a"), at("a"));
        assert_ne!(at("a"), at("b"));
    }

    #[test]
    fn a_code_is_sent_again_for_five_minutes_and_lives_ten_at_most() {
        let made = Timestamp(1_800_000_000);
        assert_eq!(expiry(made, made), Some(made.plus(300)));
        assert_eq!(expiry(made, made.plus(300)), Some(made.plus(600)));
        assert_eq!(expiry(made, made.plus(301)), None);
    }
}
