//! Recovery codes: ten look-up secrets for a lost authenticator (NIST SP 800-63B-4, 3.1.2). Each has 120 bits,
//! so a keyed hash is sufficient for storage, and signs in once, together with the password.

use zeroize::Zeroizing;

use super::method::Method;
use crate::domain::{
    account::AccountId,
    proof::SecondFactorProof,
    random::{self, Random, RandomUnavailable},
    sealed::PurposeKey,
};

/// Number of codes in a set.
pub const SET_SIZE: usize = 10;
/// A warning is shown when fewer unused codes than this are left.
pub const FEW: i64 = 4;
/// Length of a code in characters, without group separators.
const LENGTH: usize = 24;

/// A recovery code, in upper-case base32.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<String>);

/// Why typed text cannot be a recovery code; not counted as an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryCodeError {
    /// Nothing was typed.
    Empty,
    /// Not in the form of a recovery code.
    Malformed,
}

impl RecoveryCode {
    /// Generates a set of codes.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn generate_set(random: &dyn Random) -> Result<Vec<Self>, RandomUnavailable> {
        (0..SET_SIZE)
            .map(|_| {
                let bytes = Zeroizing::new(random::bytes::<15>(random)?);
                Ok(Self(Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&*bytes))))
            })
            .collect()
    }

    /// Parses a typed code. Case, spaces and dashes are ignored, and digits that look like letters, which
    /// base32 does not have, are corrected.
    ///
    /// # Errors
    /// [`RecoveryCodeError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, RecoveryCodeError> {
        let code = super::base32_typed(typed);
        if code.is_empty() {
            Err(RecoveryCodeError::Empty)
        } else if code.len() == LENGTH && super::is_base32(&code) {
            Ok(Self(code))
        } else {
            Err(RecoveryCodeError::Malformed)
        }
    }

    /// The code in groups of four, for reading.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        super::in_groups(&self.0)
    }

    /// The digest stored in an account's row: the same code has a different digest for another account (the
    /// attack: CVE-2025-64175).
    #[must_use]
    pub fn digest(&self, account: &AccountId, key: &PurposeKey) -> RecoveryCodeDigest {
        let message = Zeroizing::new(format!("{}:{}", account.0, &*self.0));
        RecoveryCodeDigest(data_encoding::BASE64URL_NOPAD.encode(&key.mac(message.as_bytes())))
    }

    /// A claim on an account's row with this code. Looking up and claiming are one step, so there is no
    /// separate verification.
    #[must_use]
    pub fn claim(&self, account: &AccountId, key: &PurposeKey) -> Claim {
        Claim {
            digest: self.digest(account, key),
            account: account.clone(),
        }
    }
}

/// A recovery code in its stored form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryCodeDigest(String);

impl RecoveryCodeDigest {
    /// The digest as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code to be looked up and claimed.
#[derive(Debug)]
pub struct Claim {
    account: AccountId,
    digest: RecoveryCodeDigest,
}

impl Claim {
    /// The account that the code must belong to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The digest of the row to claim.
    #[must_use]
    pub const fn digest(&self) -> &RecoveryCodeDigest {
        &self.digest
    }

    /// Turns the claim into evidence if it changed exactly one row.
    #[must_use]
    pub fn settled(self, rows_changed: usize) -> Option<SecondFactorProof> {
        SecondFactorProof::of_settled(self.account, Method::RecoveryCode, rows_changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{random::OsRandom, sealed::KeyRing};

    #[test]
    fn a_set_has_ten_different_codes_that_read_back_however_they_are_typed() {
        let set = RecoveryCode::generate_set(&OsRandom).unwrap();
        assert_eq!(set.len(), 10);
        for code in &set {
            let written = code.grouped();
            assert_eq!(written.len(), 29, "{}", &*written);
            let dense = written.replace('-', "");
            for typed in [
                written.to_lowercase(),
                format!(" {dense} "),
                written.replace('-', " "),
            ] {
                assert_eq!(*RecoveryCode::parse(&typed).unwrap().0, *code.0);
            }
            assert_eq!(set.iter().filter(|other| other.0 == code.0).count(), 1);
        }
    }

    #[test]
    fn digits_that_look_like_letters_are_forgiven() {
        let typed = "0000-1111-8888-AAAA-BBBB-CCCC";
        assert_eq!(
            &*RecoveryCode::parse(typed).unwrap().grouped(),
            "OOOO-IIII-BBBB-AAAA-BBBB-CCCC"
        );
    }

    #[test]
    fn what_cannot_be_a_code_is_said() {
        assert_eq!(RecoveryCode::parse(" - ").err(), Some(RecoveryCodeError::Empty));
        for bad in [
            "123456",
            "AAAA-BBBB-CCCC-DDDD-EEEE-FFF9",
            "AAAABBBBCCCCDDDDEEEEFFFFG",
            "ÄÄÄÄ",
        ] {
            assert_eq!(
                RecoveryCode::parse(bad).err(),
                Some(RecoveryCodeError::Malformed),
                "{bad}"
            );
        }
    }

    #[test]
    fn the_same_code_has_another_digest_for_another_account_and_key() {
        let [one, two] = [(); 2].map(|()| KeyRing::generate(&OsRandom).unwrap().derive("recovery codes"));
        let code = &RecoveryCode::generate_set(&OsRandom).unwrap()[0];
        let [alice, bob] = ["alice", "bob"].map(|name| AccountId(name.to_owned()));
        assert_eq!(code.digest(&alice, &one), code.digest(&alice, &one));
        assert_ne!(code.digest(&alice, &one), code.digest(&bob, &one));
        assert_ne!(code.digest(&alice, &one), code.digest(&alice, &two));
    }
}
