//! Phone numbers, in the international form of ITU-T E.164.

use std::fmt;

use phonenumber::Mode;

/// A phone number that can exist.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

/// What was typed is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneNumberError {
    /// Nothing was typed.
    #[error("Enter a phone number.")]
    Empty,
    /// It does not begin with a country code.
    #[error("Begin the number with + and the country code, for example +358 40 123 4567.")]
    NoCountryCode,
    /// No country has such a number.
    #[error("There is no such phone number. Check the digits, for example +358 40 123 4567.")]
    Invalid,
}

impl PhoneNumber {
    /// The longest text that is looked at, in characters: 15 digits with room between them.
    pub const MAX: usize = 40;

    /// Reads a typed number: a country code after `+` or `00`; spaces, dots, dashes, slashes
    /// and brackets are forgiven.
    ///
    /// # Errors
    /// [`PhoneNumberError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, PhoneNumberError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(PhoneNumberError::Empty);
        }
        // Before the library sees it (the attack: a number that makes a parser panic,
        // RUSTSEC-2024-0369): digits alone, and not too many of them.
        if typed.chars().count() > Self::MAX {
            return Err(PhoneNumberError::Invalid);
        }
        let international = typed
            .strip_prefix('+')
            .or_else(|| typed.strip_prefix("00"))
            .ok_or(PhoneNumberError::NoCountryCode)?;
        let parts =
            |c: char| c.is_whitespace() || ".-/()".contains(c) || ('\u{2010}'..='\u{2015}').contains(&c);
        let digits: String = international.chars().filter(|c| !parts(*c)).collect();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PhoneNumberError::Invalid);
        }
        let number = phonenumber::parse(None, format!("+{digits}")).map_err(|_| PhoneNumberError::Invalid)?;
        if !phonenumber::is_valid(&number) {
            return Err(PhoneNumberError::Invalid);
        }
        Ok(Self(number.format().mode(Mode::E164).to_string()))
    }

    /// A number that was read from the database.
    #[must_use]
    pub const fn stored(number: String) -> Self {
        Self(number)
    }

    /// As it is dialled: `+358401234567`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As its owner reads it: `+358 40 1234567`.
    #[must_use]
    pub fn grouped(&self) -> String {
        phonenumber::parse(None, &self.0).map_or_else(
            |_| self.0.clone(),
            |number| number.format().mode(Mode::International).to_string(),
        )
    }

    /// All but the last two digits hidden (ASVS 14.2.6): `••••• 67`. Its length is not told.
    #[must_use]
    pub fn masked(&self) -> String {
        let tail = self.0.len().saturating_sub(2);
        format!("••••• {}", self.0.get(tail..).unwrap_or(""))
    }
}

/// Masked, so that no log holds a number.
impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({})", self.masked())
    }
}

/// What is to become of an account's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberChange {
    /// It stays.
    AsItIs,
    /// Another one, or none.
    To(Option<PhoneNumber>),
}

impl NumberChange {
    /// Reads a field that was filled in with the present number.
    ///
    /// # Errors
    /// [`PhoneNumberError`] says what to change.
    pub fn typed(text: &str, present: Option<&PhoneNumber>) -> Result<Self, PhoneNumberError> {
        let wanted = match text.trim() {
            "" => None,
            text => Some(PhoneNumber::parse(text)?),
        };
        Ok(if wanted.as_ref() == present {
            Self::AsItIs
        } else {
            Self::To(wanted)
        })
    }
}

/// Which countries are sent to, by how their numbers begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountryPrefixes(Vec<String>);

/// Something in a list of prefixes is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a prefix like +358")]
pub struct NotAPrefix(String);

impl CountryPrefixes {
    /// Reads a list like `+358,+46`; an empty one allows every country.
    ///
    /// # Errors
    /// [`NotAPrefix`] for the first that is none.
    pub fn parse(list: &str) -> Result<Self, NotAPrefix> {
        list.split(',')
            .map(str::trim)
            .filter(|prefix| !prefix.is_empty())
            .map(|prefix| {
                let digits = prefix.strip_prefix('+').unwrap_or("");
                let fits =
                    (1..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
                fits.then(|| prefix.to_owned())
                    .ok_or_else(|| NotAPrefix(prefix.to_owned()))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether a number may be sent to.
    #[must_use]
    pub fn allows(&self, number: &PhoneNumber) -> bool {
        self.0.is_empty() || self.0.iter().any(|prefix| number.0.starts_with(prefix))
    }
}

/// Loads what numbers are checked against, which takes some hundred milliseconds once:
/// better at start than in somebody's request.
pub fn warm_up() {
    drop(PhoneNumber::parse("+358401234567").map(|number| number.grouped()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in [
            "+358401234567",
            " +358 40 123 4567 ",
            "00358 40-123 4567",
            "+358 (40) 123.4567",
            "+358/40/1234567",
        ] {
            assert_eq!(
                PhoneNumber::parse(typed).unwrap().as_str(),
                "+358401234567",
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_number_gets_a_sentence_that_says_how_to_write_it() {
        for (typed, error) in [
            ("", PhoneNumberError::Empty),
            ("  ", PhoneNumberError::Empty),
            ("040 123 4567", PhoneNumberError::NoCountryCode),
            ("358401234567", PhoneNumberError::NoCountryCode),
            ("+", PhoneNumberError::Invalid),
            ("+358", PhoneNumberError::Invalid),
            ("+999 12345678", PhoneNumberError::Invalid),
            ("+358 40 CALL ME", PhoneNumberError::Invalid),
            ("+358401234567;ext=5", PhoneNumberError::Invalid),
            ("+3584012345671234567", PhoneNumberError::Invalid),
            ("+٣٥٨٤٠١٢٣٤٥٦٧", PhoneNumberError::Invalid),
        ] {
            assert_eq!(PhoneNumber::parse(typed).err(), Some(error), "{typed}");
        }
        assert!(PhoneNumber::parse(&"+".repeat(100_000)).is_err());
    }

    #[test]
    fn a_masked_number_shows_two_digits() {
        let number = PhoneNumber::parse("+358401234567").unwrap();
        assert_eq!(number.masked(), "••••• 67");
        assert_eq!(format!("{number:?}"), "PhoneNumber(••••• 67)");
        assert_eq!(number.grouped(), "+358 40 1234567");
    }

    #[test]
    fn prefixes_allow_what_they_name() {
        let number = PhoneNumber::parse("+358401234567").unwrap();
        for (list, allows) in [
            ("", true),
            ("+358", true),
            ("+1, +358 ", true),
            ("+46,+47", false),
        ] {
            assert_eq!(
                CountryPrefixes::parse(list).unwrap().allows(&number),
                allows,
                "{list}"
            );
        }
        for list in ["358", "+", "+35x", "Finland", "+35812345"] {
            assert!(CountryPrefixes::parse(list).is_err(), "{list}");
        }
    }
}
