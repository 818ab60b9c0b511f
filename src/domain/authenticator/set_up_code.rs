//! Set-up codes: a reset shows one if neither a phone nor a mailbox can confirm who sets up the next
//! authenticator. 60 random bits, valid once, for one account in one epoch, with a separate counter of guesses,
//! like recovery codes (NIST SP 800-63B-4, 3.1.2: look-up secrets).

use zeroize::Zeroizing;

use super::method::Method;
use crate::domain::{
    account::AccountId,
    proof::SecondFactorProof,
    random::{self, Random, RandomUnavailable, TokenDigest},
    sealed::PurposeKey,
};

/// Length of a code in characters, without group separators.
const LENGTH: usize = 12;

/// A set-up code, in upper-case base32.
#[derive(Clone)]
pub struct SetUpCode(Zeroizing<String>);

impl std::fmt::Debug for SetUpCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SetUpCode(…)")
    }
}

/// Why typed text cannot be a set-up code; not counted as an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetUpCodeError {
    /// Nothing was typed.
    Empty,
    /// Not in the form of a set-up code.
    Malformed,
}

impl SetUpCode {
    /// Generates a code.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        let bytes = Zeroizing::new(random::bytes::<8>(random)?);
        let mut text = Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&*bytes));
        text.truncate(LENGTH);
        Ok(Self(text))
    }

    /// Parses a typed code. Case, spaces and dashes are ignored, and digits that look like letters, which
    /// base32 does not have, are corrected.
    pub fn parse(typed: &str) -> Result<Self, SetUpCodeError> {
        let code = super::base32_typed(typed);
        if code.is_empty() {
            Err(SetUpCodeError::Empty)
        } else if code.len() == LENGTH && super::is_base32(&code) {
            Ok(Self(code))
        } else {
            Err(SetUpCodeError::Malformed)
        }
    }

    /// The code in groups of four.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        super::in_groups(&self.0)
    }

    /// The digest by which an account's code is looked up: keyed, because anyone with a copy of the database
    /// could search 60 bits.
    #[must_use]
    pub fn digest(&self, account: &AccountId, key: &PurposeKey) -> TokenDigest {
        let message = Zeroizing::new(format!("set-up:{}:{}", account.0, &*self.0));
        TokenDigest::of(&data_encoding::BASE64URL_NOPAD.encode(&key.mac(message.as_bytes())))
    }

    /// A claim on an account's code. Looking up and claiming are one step.
    #[must_use]
    pub fn claim(&self, account: &AccountId, key: &PurposeKey) -> Claim {
        Claim {
            digest: self.digest(account, key),
            account: account.clone(),
        }
    }
}

/// A code to be looked up and claimed.
#[derive(Debug)]
pub struct Claim {
    account: AccountId,
    digest: TokenDigest,
}

impl Claim {
    /// The account that the code must belong to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The digest of the row to claim.
    #[must_use]
    pub const fn digest(&self) -> &TokenDigest {
        &self.digest
    }

    /// Turns the claim into evidence if it changed exactly one row.
    #[must_use]
    pub fn settled(self, rows_changed: usize) -> Option<SecondFactorProof> {
        SecondFactorProof::of_settled(self.account, Method::SetUpCode, rows_changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::OsRandom;

    #[test]
    fn a_code_is_read_as_it_is_shown_and_as_people_type_it() {
        let code = SetUpCode::generate(&OsRandom).unwrap();
        let shown = code.grouped();
        assert_eq!(shown.len(), 14);
        for typed in [shown.to_string(), shown.to_lowercase().replace('-', " ")] {
            assert_eq!(*SetUpCode::parse(&typed).unwrap().0, *code.0);
        }
        assert_eq!(SetUpCode::parse(" - ").err(), Some(SetUpCodeError::Empty));
        assert_eq!(SetUpCode::parse("123456").err(), Some(SetUpCodeError::Malformed));
    }
}
