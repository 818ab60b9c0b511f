//! Random bytes, and tokens made from them.

use data_encoding::BASE64URL_NOPAD;
use rand::Rng as _;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A source of cryptographically secure random bytes.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// If the generator fails; the contents of `bytes` must then not be used.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomUnavailable>;
}

/// The operating system's generator failed.
#[derive(Debug, thiserror::Error)]
#[error("the operating system's random generator failed: {0}")]
pub struct RandomUnavailable(String);

/// The operating system's generator (ASVS 11.5.1).
#[derive(Debug, Clone, Copy)]
pub struct OsRandom;

impl Random for OsRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomUnavailable> {
        getrandom::fill(bytes).map_err(|cause| RandomUnavailable(cause.to_string()))
    }
}

/// `N` random bytes.
///
/// # Errors
/// As [`Random::fill`].
pub fn bytes<const N: usize>(random: &dyn Random) -> Result<[u8; N], RandomUnavailable> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}

/// `N` random bytes for a page: for values that protect a form and no account. They come from a thread-local
/// generator (`ChaCha12`), which is seeded and reseeded by the operating system's generator, so that a page
/// needs no system call. Keys, ids and codes come from [`bytes`].
#[must_use]
pub fn for_page<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A bearer token of 256 bits. Only its [digest](TokenDigest) is ever stored, so that a stolen database
/// contains no usable token.
pub struct Token(Zeroizing<String>);

impl Token {
    /// Generates a token.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn generate(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        let bytes = Zeroizing::new(bytes::<32>(random)?);
        Ok(Self(Zeroizing::new(BASE64URL_NOPAD.encode(&*bytes))))
    }

    /// The token's text, for a cookie or a link.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The digest stored in the database.
    #[must_use]
    pub fn digest(&self) -> TokenDigest {
        TokenDigest::of(&self.0)
    }
}

/// SHA-256 of a token. Sufficient without salt or stretching, because the token has 256 bits (ASVS 11.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenDigest(String);

impl TokenDigest {
    /// The digest of any presented token.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(BASE64URL_NOPAD.encode(&Sha256::digest(token.as_bytes())))
    }

    /// Wraps a digest read from the database.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The digest as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An id for a row: 120 random bits in lower-case base32, never reused.
///
/// # Errors
/// As [`Random::fill`].
pub fn row_id(random: &dyn Random) -> Result<String, RandomUnavailable> {
    Ok(data_encoding::BASE32_NOPAD
        .encode(&bytes::<15>(random)?)
        .to_lowercase())
}
