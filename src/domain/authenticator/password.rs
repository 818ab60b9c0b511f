//! Passwords: their requirements, their hashing, and the only place that verifies one.
//!
//! Hashing needs 19 MiB of [`Memory`], which the caller keeps and lends ([`crate::hasher`]): allocating fresh
//! memory for each hash grew the process to gigabytes under load.

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Ident, Output, ParamsString, PasswordHash as Phc, Salt},
};
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

use super::breached;
use crate::domain::{
    account::{AccountId, UsernameKey},
    random::{Random, RandomUnavailable, Token},
};

/// OWASP's parameters for Argon2id (ASVS 11.4.2): memory in KiB.
pub const MEMORY_KIB: u32 = 19_456;
/// Number of passes.
pub const PASSES: u32 = 2;
/// Number of lanes.
pub const LANES: u32 = 1;
const HASH_LENGTH: usize = 32;

/// A typed password in normal form C and otherwise unchanged: no trimming, truncation or case folding (ASVS
/// 6.2.8).
#[derive(Clone)]
pub struct Password(SecretString);

impl Password {
    /// Maximum length of a password, in characters.
    pub const MAX: usize = 256;

    /// Wraps the typed text.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.nfc().collect::<String>().into())
    }

    fn bytes(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}

/// A chosen password of valid length that has not been judged yet. Judging is slow and is done by
/// [`crate::hasher`].
pub struct Candidate(Password);

/// A password that has passed all checks and may be set.
pub struct NewPassword(Password);

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordError {
    /// Nothing was typed.
    Empty,
    /// Shorter than [`NewPassword::MIN`] characters.
    TooShort,
    /// Longer than [`Password::MAX`] characters.
    TooLong,
    /// Contains the user name, the e-mail address or the name of this service.
    Personal,
    /// On the list of breached passwords.
    Breached,
    /// On a list of common passwords, or built by a common pattern.
    Common(Guessable),
    /// The strength estimator failed.
    NotJudged,
}

/// Why a password is easy to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guessable {
    /// It follows the rows of a keyboard.
    Keyboard,
    /// It repeats itself.
    Repeats,
    /// It contains a sequence such as abc or 6543.
    Sequence,
    /// It is built around a date or a year.
    Date,
    /// It is a common name or word.
    Word,
    /// It is a common password, or close to one.
    Common,
}

impl Candidate {
    /// Parses a chosen password.
    ///
    /// # Errors
    /// [`PasswordError`] if it is empty, too short or too long.
    pub fn parse(text: &str) -> Result<Self, PasswordError> {
        let password = Password::typed(text);
        match password.0.expose_secret().chars().count() {
            0 => Err(PasswordError::Empty),
            1..NewPassword::MIN => Err(PasswordError::TooShort),
            NewPassword::MIN..=Password::MAX => Ok(Self(password)),
            _ => Err(PasswordError::TooLong),
        }
    }

    /// The password as typed, to sign in with immediately.
    #[must_use]
    pub fn as_typed(&self) -> Password {
        self.0.clone()
    }
}

impl NewPassword {
    /// Minimum length of a password, in characters. Every account can have a second factor.
    pub const MIN: usize = 12;

    /// Number of characters that are estimated. The time grows with the length: a hundred crafted characters
    /// take more than a second.
    const ESTIMATED: usize = 50;

    /// Judges a chosen password. `context` holds the words that an attacker tries first: user name, e-mail
    /// address, name of the service (ASVS 6.1.2, 6.2.4). There are no composition rules (ASVS 6.2.5). Slow, and
    /// can panic: called only by [`crate::hasher`].
    ///
    /// # Errors
    /// [`PasswordError`] gives the reason (NIST SP 800-63B-4, 3.1.1.2).
    pub fn judge(candidate: Candidate, context: &[String]) -> Result<Self, PasswordError> {
        let plain = candidate.0.0.expose_secret();
        let folded = UsernameKey::of(plain);
        let personal = |word: &String| {
            let word = UsernameKey::of(word);
            word.as_str().chars().count() >= 3 && folded.as_str().contains(word.as_str())
        };
        if context.iter().any(personal) {
            return Err(PasswordError::Personal);
        }
        if breached::knows(plain, Self::MIN) {
            return Err(PasswordError::Breached);
        }
        let beginning: Zeroizing<String> = Zeroizing::new(plain.chars().take(Self::ESTIMATED).collect());
        let words: Vec<&str> = context.iter().map(String::as_str).collect();
        let estimate = zxcvbn(&beginning, &words);
        if estimate.score() < Score::Three {
            let warning = estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning);
            return Err(PasswordError::Common(Guessable::of(warning)));
        }
        Ok(Self(candidate.0))
    }

    /// A random password for an account whose owner has not chosen one yet: refusing a typed password takes the
    /// same work as for any other account.
    ///
    /// # Errors
    /// As [`Token::generate`].
    pub fn random_unusable(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        Ok(Self(Password::typed(Token::generate(random)?.reveal())))
    }
}

impl Guessable {
    fn of(warning: Option<zxcvbn::feedback::Warning>) -> Self {
        use zxcvbn::feedback::Warning as W;
        match warning {
            Some(W::StraightRowsOfKeysAreEasyToGuess | W::ShortKeyboardPatternsAreEasyToGuess) => {
                Self::Keyboard
            }
            Some(W::RepeatsLikeAaaAreEasyToGuess | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess) => {
                Self::Repeats
            }
            Some(W::SequencesLikeAbcAreEasyToGuess) => Self::Sequence,
            Some(W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess) => Self::Date,
            Some(
                W::NamesAndSurnamesByThemselvesAreEasyToGuess
                | W::CommonNamesAndSurnamesAreEasyToGuess
                | W::AWordByItselfIsEasyToGuess,
            ) => Self::Word,
            _ => Self::Common,
        }
    }
}

/// A hash in PHC string format.
#[derive(Clone)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Wraps a hash read from the database.
    #[must_use]
    pub fn stored(phc: String) -> Self {
        Self(phc)
    }

    /// The hash as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reserved blocks of 1 KiB. Allocations of 32 MiB and more are mapped by glibc and returned to the system when
/// freed; smaller ones may be kept. Reserved memory that is not used costs nothing.
const RESERVED: usize = 33 * 1024;

/// Working memory for one hash at a time; allocated with the first hash.
#[derive(Default)]
pub struct Memory(Vec<Block>);

impl Memory {
    /// At least `count` blocks of 1 KiB.
    fn blocks(&mut self, count: usize) -> &mut [Block] {
        if self.0.len() < count {
            self.0.reserve_exact(count.max(RESERVED) - self.0.len());
            self.0.resize(count, Block::new());
        }
        &mut self.0
    }

    /// Frees the memory until the next hash.
    pub fn give_back(&mut self) {
        self.0 = Vec::new();
    }
}

/// A hash that cannot be computed or read: an error of the store or the program, never of the user.
#[derive(Debug, thiserror::Error)]
#[error("invalid password hash: {0}")]
pub struct HashFault(String);

impl HashFault {
    fn because(cause: impl std::fmt::Display) -> Self {
        Self(cause.to_string())
    }
}

/// Hashes a chosen password under a fresh `salt`.
///
/// # Errors
/// [`HashFault`] when Argon2 refuses its parameters.
pub fn hash(password: &NewPassword, salt: [u8; 16], memory: &mut Memory) -> Result<PasswordHash, HashFault> {
    hash_typed(&password.0, salt, memory)
}

/// Hashes a password again that was just verified.
///
/// # Errors
/// As [`hash`].
pub fn rehash(verified: &Password, salt: [u8; 16], memory: &mut Memory) -> Result<PasswordHash, HashFault> {
    hash_typed(verified, salt, memory)
}

/// A hash that matches no password, so that an account that does not exist takes the same time (the attack:
/// enumerating user names by response time, ASVS 6.3.8).
///
/// # Errors
/// As [`hash`].
pub fn decoy(noise: [u8; 16], memory: &mut Memory) -> Result<PasswordHash, HashFault> {
    hash_typed(
        &Password::typed(&data_encoding::HEXLOWER.encode(&noise)),
        noise,
        memory,
    )
}

fn hash_typed(password: &Password, salt: [u8; 16], memory: &mut Memory) -> Result<PasswordHash, HashFault> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(HASH_LENGTH)).map_err(HashFault::because)?;
    let mut out = [0; HASH_LENGTH];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password_into_with_memory(
            password.bytes(),
            &salt,
            &mut out,
            memory.blocks(MEMORY_KIB as usize),
        )
        .map_err(HashFault::because)?;
    let phc = Phc {
        algorithm: Ident::new("argon2id").map_err(HashFault::because)?,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(HashFault::because)?,
        salt: Some(Salt::new(&salt).map_err(HashFault::because)?),
        hash: Some(Output::new(&out).map_err(HashFault::because)?),
    };
    Ok(PasswordHash(phc.to_string()))
}

/// Evidence that the person knows an account's password. Only [`verify`] creates it.
#[derive(Debug)]
pub struct PasswordVerified {
    account: AccountId,
    outdated: bool,
}

impl PasswordVerified {
    /// The account that the password belongs to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// Whether the stored hash has outdated parameters and should be computed again while the password is
    /// available (ASVS 11.2.2).
    #[must_use]
    pub const fn is_outdated(&self) -> bool {
        self.outdated
    }
}

/// Verifies a typed password against an account's hash; a wrong password takes the same time.
///
/// # Errors
/// [`HashFault`] if the stored hash cannot be read: this fails closed and is not reported as a wrong password.
pub fn verify(
    account: &AccountId,
    stored: &PasswordHash,
    typed: &Password,
    memory: &mut Memory,
) -> Result<Option<PasswordVerified>, HashFault> {
    let phc = Phc::new(stored.as_str()).map_err(HashFault::because)?;
    let algorithm = Algorithm::try_from(phc.algorithm.as_str()).map_err(HashFault::because)?;
    let version = match phc.version {
        Some(version) => Version::try_from(version).map_err(HashFault::because)?,
        None => Version::V0x13,
    };
    let params = Params::try_from(&phc).map_err(HashFault::because)?;
    let (Some(salt), Some(expected)) = (phc.salt, phc.hash) else {
        return Err(HashFault("salt or hash is missing".to_owned()));
    };
    let mut out = vec![0; expected.len()];
    let blocks = params.block_count();
    Argon2::new(algorithm, version, params.clone())
        .hash_password_into_with_memory(typed.bytes(), &salt, &mut out, memory.blocks(blocks))
        .map_err(HashFault::because)?;
    if !bool::from(out.ct_eq(expected.as_bytes())) {
        return Ok(None);
    }
    let current = algorithm == Algorithm::Argon2id
        && version == Version::V0x13
        && (params.m_cost(), params.t_cost(), params.p_cost()) == (MEMORY_KIB, PASSES, LANES)
        && expected.len() == HASH_LENGTH;
    Ok(Some(PasswordVerified {
        account: account.clone(),
        outdated: !current,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTEXT: [&str; 3] = ["alice", "alice.cooper@example.com", "Vestibule"];

    fn judged(text: &str) -> Result<NewPassword, PasswordError> {
        NewPassword::judge(Candidate::parse(text)?, &CONTEXT.map(str::to_owned))
    }

    fn refusal(text: &str) -> PasswordError {
        match judged(text) {
            Ok(_) => panic!("{text} was accepted"),
            Err(refusal) => refusal,
        }
    }

    #[test]
    fn a_password_has_twelve_to_256_characters_of_any_kind() {
        assert_eq!(refusal(""), PasswordError::Empty);
        assert_eq!(refusal("xk2!Lq9#vB7"), PasswordError::TooShort);
        assert_eq!(refusal(&"xk2!Lq9#".repeat(33)), PasswordError::TooLong);
        for good in [
            "xk2!Lq9#vB7m",
            "pumice lantern sock ferry",
            "🦊🌵🎹🧊🚂🪁🥝🧦🪴🛶🎻🧭",
        ] {
            assert!(judged(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn the_reason_is_given_for_common_and_personal_passwords() {
        for common in [
            "qwertyuiop[]'#",
            "abababababababababababab",
            "xyzabcdefghijklmnop",
        ] {
            assert!(matches!(refusal(common), PasswordError::Common(_)), "{common}");
        }
        assert_eq!(refusal("passwordpassword"), PasswordError::Breached);
        for personal in [
            "xk2!ALICE9#vB7m",
            "xk2!vestibule9#vB7m",
            "9k!alice.cooper@example.com",
        ] {
            assert_eq!(refusal(personal), PasswordError::Personal, "{personal}");
        }
    }

    #[test]
    fn a_right_password_is_verified_exactly_as_typed() {
        let mut memory = Memory::default();
        let account = AccountId("a".to_owned());
        let long = format!("{}é", "pumice lantern sock ferry ".repeat(8));
        let new = judged(&long).unwrap();
        let stored = hash(&new, [7; 16], &mut memory).unwrap();
        let mut check = |typed: &str| {
            verify(&account, &stored, &Password::typed(typed), &mut memory)
                .unwrap()
                .map(|verified| verified.is_outdated())
        };
        assert_eq!(check(&long), Some(false));
        assert_eq!(
            check(&long.replace('é', "e\u{301}")),
            Some(false),
            "normal form C"
        );
        assert_eq!(check(&long.to_uppercase()), None);
        assert_eq!(check(&long[..long.len() - 2]), None, "no truncation");
        assert_eq!(check(&format!("{long} ")), None);
    }

    #[test]
    fn weaker_and_stronger_parameters_verify_and_are_outdated() {
        let mut memory = Memory::default();
        let account = AccountId("a".to_owned());
        for (m, t, p) in [(8192, 1, 1), (32_768, 3, 1), (19_456, 2, 2)] {
            let params = Params::new(m, t, p, Some(32)).unwrap();
            let mut out = [0; 32];
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                .hash_password_into(b"pumice lantern", &[3; 16], &mut out)
                .unwrap();
            let b64 = |bytes: &[u8]| data_encoding::BASE64_NOPAD.encode(bytes);
            let stored = PasswordHash::stored(format!(
                "$argon2id$v=19$m={m},t={t},p={p}${}${}",
                b64(&[3; 16]),
                b64(&out)
            ));
            let verified =
                verify(&account, &stored, &Password::typed("pumice lantern"), &mut memory).unwrap();
            assert!(verified.unwrap().is_outdated());
        }
    }

    #[test]
    fn an_unreadable_hash_is_a_fault_and_not_a_wrong_password() {
        let mut memory = Memory::default();
        let account = AccountId("a".to_owned());
        for stored in ["", "plain", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ"] {
            let stored = PasswordHash::stored(stored.to_owned());
            assert!(verify(&account, &stored, &Password::typed("x"), &mut memory).is_err());
        }
    }
}
