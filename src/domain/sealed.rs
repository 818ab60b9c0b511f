//! Secrets at rest: sealed with XChaCha20-Poly1305 under a key ring that is stored outside the database, and
//! bound to the row that they belong to.
//!
//! A stolen database gives no one-time password (the attack: a leaked dump or backup), and a sealed value moved
//! to another row or account does not open.

use std::{
    fmt,
    sync::{Arc, PoisonError, RwLock},
};

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::random::{self, Random, RandomUnavailable};

/// Keys by name, the newest last. The newest key seals; all keys open.
pub struct KeyRing {
    keys: RwLock<Vec<Arc<Key>>>,
    /// The source to reload the ring from when a value was sealed with an unknown key.
    source: Option<Source>,
}

/// Reloads a ring; `None` if it cannot be read.
pub type Source = Box<dyn Fn() -> Option<KeyRing> + Send + Sync>;

struct Key {
    name: String,
    bytes: Zeroizing<[u8; 32]>,
}

/// Why a key file is not accepted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyRingError {
    /// It contains no key.
    #[error("it contains no key")]
    Empty,
    /// A line that is neither a comment nor a key.
    #[error("line {0} is not in the form NAME KEY with a 32-byte key in base64url")]
    Malformed(usize),
    /// A name occurs twice.
    #[error("line {0} uses the name of another key")]
    Repeated(usize),
}

/// A sealed value, as stored in the database: `KEYNAME.BASE64URL(nonce ‖ ciphertext)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed(String);

/// A sealed value cannot be opened: wrong key, wrong row, or damaged.
#[derive(Debug, thiserror::Error)]
#[error("a sealed value cannot be decrypted with this key ring")]
pub struct Unopenable;

impl Sealed {
    /// Wraps a value read from the database.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The value as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl KeyRing {
    /// Generates a ring with one key.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn generate(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        Ok(Self::of(vec![Arc::new(Key::generate(random)?)]))
    }

    const fn of(keys: Vec<Arc<Key>>) -> Self {
        Self {
            keys: RwLock::new(keys),
            source: None,
        }
    }

    /// The same ring, reloaded from `source` when a key is missing: a ring that is rotated while the program
    /// runs is picked up with the first value that needs it.
    #[must_use]
    pub fn read_again_from(self, source: Source) -> Self {
        Self {
            source: Some(source),
            ..self
        }
    }

    /// The same keys and a new one, which seals from now on (ASVS 11.2.2).
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn rotated(&self, random: &dyn Random) -> Result<Self, RandomUnavailable> {
        let mut keys = self.keys();
        keys.push(Arc::new(Key::generate(random)?));
        Ok(Self::of(keys))
    }

    /// The name of the key that seals.
    #[must_use]
    pub fn newest_name(&self) -> String {
        self.newest().name.clone()
    }

    /// Whether this was sealed with the newest key.
    #[must_use]
    pub fn is_sealed_with_newest(&self, sealed: &Sealed) -> bool {
        let name = sealed.0.split_once('.').map(|(name, _)| name);
        name == Some(self.newest().name.as_str())
    }

    fn keys(&self) -> Vec<Arc<Key>> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Parses a key file.
    ///
    /// # Errors
    /// [`KeyRingError`] gives the line, without repeating its content.
    pub fn parse(text: &str) -> Result<Self, KeyRingError> {
        let mut keys: Vec<Arc<Key>> = Vec::new();
        // Some editors write a byte order mark at the start of a file.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, line) in text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim()))
        {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let malformed = || KeyRingError::Malformed(number);
            let (name, key) = line.split_once(' ').ok_or_else(malformed)?;
            if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(malformed());
            }
            let decoded = BASE64URL_NOPAD.decode(key.trim().as_bytes()).map(Zeroizing::new);
            let bytes = decoded
                .ok()
                .and_then(|bytes| <[u8; 32]>::try_from(&bytes[..]).ok());
            if keys.iter().any(|known| known.name == name) {
                return Err(KeyRingError::Repeated(number));
            }
            keys.push(Arc::new(Key {
                name: name.to_owned(),
                bytes: Zeroizing::new(bytes.ok_or_else(malformed)?),
            }));
        }
        if keys.is_empty() {
            return Err(KeyRingError::Empty);
        }
        Ok(Self::of(keys))
    }

    /// The text of a key file.
    #[must_use]
    pub fn to_file(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::from(
            "# Vestibule's key ring. Whoever has this file and the database has every secret in it:\n\
             # back it up, apart from the database. Without it nobody can sign in with a code.\n",
        ));
        for key in self.keys() {
            text.push_str(&key.name);
            text.push(' ');
            text.push_str(&Zeroizing::new(BASE64URL_NOPAD.encode(&*key.bytes)));
            text.push('\n');
        }
        text
    }

    /// Seals `secret` for the one place named by `place` (`table.column:account:row`).
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn seal(&self, secret: &[u8], place: &str, random: &dyn Random) -> Result<Sealed, RandomUnavailable> {
        let key = self.newest();
        let text = encrypt(&key.bytes, secret, place, random)?;
        Ok(Sealed(format!("{}.{text}", key.name)))
    }

    /// Opens what was sealed for `place`.
    ///
    /// # Errors
    /// [`Unopenable`], the same for every cause (ASVS 11.2.5).
    pub fn open(&self, sealed: &Sealed, place: &str) -> Result<Zeroizing<Vec<u8>>, Unopenable> {
        let (name, text) = sealed.0.split_once('.').ok_or(Unopenable)?;
        let key = self.key(name).ok_or(Unopenable)?;
        decrypt(&key.bytes, text, place)
    }

    /// A key for one other purpose, derived from the oldest key of the ring, so that adding a key changes none
    /// of them.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> PurposeKey {
        let mut mac = keyed(&self.keys()[0].bytes[..]);
        mac.update(purpose.as_bytes());
        PurposeKey(Zeroizing::new(mac.finalize().into_bytes().into()))
    }

    fn newest(&self) -> Arc<Key> {
        let keys = self.keys();
        keys[keys.len() - 1].clone()
    }

    fn key(&self, name: &str) -> Option<Arc<Key>> {
        let named = |keys: &[Arc<Key>]| keys.iter().find(|key| key.name == name).cloned();
        let keys = self.keys();
        if let Some(key) = named(&keys) {
            return Some(key);
        }
        let again = self.source.as_ref()?()?.keys();
        // A different first key means a different ring.
        if again.first()?.bytes != keys.first()?.bytes {
            return None;
        }
        let key = named(&again)?;
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = again;
        Some(key)
    }
}

impl Key {
    fn generate(random: &dyn Random) -> Result<Self, RandomUnavailable> {
        Ok(Self {
            name: BASE32_NOPAD.encode(&random::bytes::<5>(random)?).to_lowercase(),
            bytes: Zeroizing::new(random::bytes::<32>(random)?),
        })
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyRing(…)")
    }
}

fn encrypt(
    key: &[u8; 32],
    secret: &[u8],
    place: &str,
    random: &dyn Random,
) -> Result<String, RandomUnavailable> {
    let nonce: [u8; 24] = random::bytes(random)?;
    // Encryption fails only for texts larger than 256 GB.
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: secret,
                aad: place.as_bytes(),
            },
        )
        .unwrap_or_default();
    Ok(BASE64URL_NOPAD.encode(&[&nonce[..], &sealed[..]].concat()))
}

fn decrypt(key: &[u8; 32], text: &str, place: &str) -> Result<Zeroizing<Vec<u8>>, Unopenable> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Unopenable)?;
    let (nonce, sealed) = bytes.split_first_chunk::<24>().ok_or(Unopenable)?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: sealed,
                aad: place.as_bytes(),
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| Unopenable)
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    // HMAC accepts keys of any length.
    <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).unwrap_or_else(|_| unreachable!())
}

/// A key that serves one purpose.
#[derive(Clone)]
pub struct PurposeKey(Zeroizing<[u8; 32]>);

impl PurposeKey {
    /// HMAC-SHA-256 of `message`.
    #[must_use]
    pub fn mac(&self, message: &[u8]) -> [u8; 32] {
        let mut mac = keyed(&self.0[..]);
        mac.update(message);
        mac.finalize().into_bytes().into()
    }

    /// A key that can be derived again only with `parts` and this key. For values stored for a bearer: neither
    /// the database nor the key file alone opens them.
    #[must_use]
    pub fn for_bearer(&self, parts: &[&[u8]]) -> Self {
        let mut mac = keyed(&self.0[..]);
        for part in parts {
            // Prefixed with its length, so that parts cannot run into each other.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        Self(Zeroizing::new(mac.finalize().into_bytes().into()))
    }

    /// Seals `secret` for the one place named by `place`.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn seal(&self, secret: &[u8], place: &str, random: &dyn Random) -> Result<Sealed, RandomUnavailable> {
        encrypt(&self.0, secret, place, random).map(Sealed)
    }

    /// Opens what this key sealed for `place`.
    ///
    /// # Errors
    /// [`Unopenable`].
    pub fn open(&self, sealed: &Sealed, place: &str) -> Result<Zeroizing<Vec<u8>>, Unopenable> {
        decrypt(&self.0, &sealed.0, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::OsRandom;

    #[test]
    fn a_sealed_value_opens_in_its_own_place_alone() {
        let ring = KeyRing::generate(&OsRandom).unwrap();
        let sealed = ring.seal(b"secret", "totp:alice:1", &OsRandom).unwrap();
        assert_eq!(&**ring.open(&sealed, "totp:alice:1").unwrap(), b"secret");
        for elsewhere in ["totp:bob:1", "totp:alice:2", ""] {
            assert!(ring.open(&sealed, elsewhere).is_err());
        }
        assert!(!sealed.as_str().contains("secret"));
        assert_ne!(sealed, ring.seal(b"secret", "totp:alice:1", &OsRandom).unwrap());
    }

    #[test]
    fn a_changed_value_and_another_ring_do_not_open() {
        let ring = KeyRing::generate(&OsRandom).unwrap();
        let sealed = ring.seal(b"secret", "here", &OsRandom).unwrap();
        assert!(
            KeyRing::generate(&OsRandom)
                .unwrap()
                .open(&sealed, "here")
                .is_err()
        );
        for index in 0..sealed.0.len() {
            let mut bytes = sealed.0.clone().into_bytes();
            bytes[index] = if bytes[index] == b'A' { b'B' } else { b'A' };
            let changed = Sealed(String::from_utf8(bytes).unwrap());
            assert!(ring.open(&changed, "here").is_err(), "byte {index}");
        }
    }

    #[test]
    fn a_key_file_reads_back_and_older_keys_still_open() {
        let old = KeyRing::generate(&OsRandom).unwrap();
        let sealed = old.seal(b"secret", "here", &OsRandom).unwrap();
        let both = KeyRing::parse(&old.rotated(&OsRandom).unwrap().to_file()).unwrap();
        assert_eq!(&**both.open(&sealed, "here").unwrap(), b"secret");
        assert_eq!(old.derive("x").mac(b"m"), both.derive("x").mac(b"m"));
        assert_ne!(both.derive("x").mac(b"m"), both.derive("y").mac(b"m"));
        assert_ne!(both.newest().name, old.newest().name);
        assert!(old.is_sealed_with_newest(&sealed) && !both.is_sealed_with_newest(&sealed));
    }

    #[test]
    fn a_ring_is_read_again_for_a_key_that_it_lacks_and_another_ring_is_not() {
        let old = KeyRing::generate(&OsRandom).unwrap();
        let rotated = old.rotated(&OsRandom).unwrap();
        let sealed = rotated.seal(b"secret", "here", &OsRandom).unwrap();
        assert!(old.open(&sealed, "here").is_err());
        let file = rotated.to_file();
        let old = old.read_again_from(Box::new(move || KeyRing::parse(&file).ok()));
        assert_eq!(&**old.open(&sealed, "here").unwrap(), b"secret");
        assert_eq!(old.newest_name(), rotated.newest_name());

        let other = KeyRing::generate(&OsRandom).unwrap();
        let stolen = other.seal(b"secret", "here", &OsRandom).unwrap();
        let file = other.to_file();
        let ring = KeyRing::generate(&OsRandom).unwrap();
        let ring = ring.read_again_from(Box::new(move || KeyRing::parse(&file).ok()));
        assert!(ring.open(&stolen, "here").is_err());
    }

    #[test]
    fn what_is_sealed_for_a_bearer_opens_with_all_they_have_and_nothing_less() {
        let key = KeyRing::generate(&OsRandom).unwrap().derive("x");
        let bearer = |parts: &[&[u8]]| key.for_bearer(parts);
        let sealed = bearer(&[b"ab", b"c"]).seal(b"secret", "here", &OsRandom).unwrap();
        let opens = |key: PurposeKey, place| key.open(&sealed, place).is_ok();
        assert!(opens(bearer(&[b"ab", b"c"]), "here"));
        assert!(!opens(bearer(&[b"ab", b"c"]), "there"));
        for parts in [&[&b"ab"[..]][..], &[b"a", b"bc"], &[b"abc"], &[b"ab", b"c", b""]] {
            assert!(!opens(bearer(parts), "here"));
        }
        let other = KeyRing::generate(&OsRandom).unwrap().derive("x");
        assert!(!opens(other.for_bearer(&[b"ab", b"c"]), "here"));
    }

    #[test]
    fn a_wrong_key_file_is_refused_by_line() {
        let error = |text: &str| KeyRing::parse(text).unwrap_err();
        assert_eq!(error("# nothing\n"), KeyRingError::Empty);
        assert_eq!(error("\nk1 short"), KeyRingError::Malformed(2));
        assert_eq!(error("lonely"), KeyRingError::Malformed(1));
        let key = BASE64URL_NOPAD.encode(&[1; 32]);
        assert_eq!(error(&format!("k {key}\nk {key}")), KeyRingError::Repeated(2));
    }
}
