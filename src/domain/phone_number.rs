//! Phone numbers, in the international form of ITU-T E.164.

use std::fmt;

use phonenumber::{Mode, Type, metadata::DATABASE};

use super::typed;

/// A valid phone number.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

/// Why typed text is not accepted as a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneNumberError {
    /// Nothing was typed.
    Empty,
    /// It does not begin with a country code.
    NoCountryCode,
    /// No country has such a number.
    Invalid,
    /// It is valid, but not a person's phone.
    NoPersonsPhone,
}

/// Networks that belong to no country: freephone (800), shared cost (808), satellites (870, 881), personal
/// numbers (878), international networks (882, 883), disaster relief (888) and premium rate (979). A call to
/// one costs up to a hundred times as much as one to a mobile phone (the attack: the owner of such a number is
/// paid for each code sent to it).
const INTERNATIONAL_NETWORKS: [&str; 9] = [
    "+800", "+808", "+870", "+878", "+881", "+882", "+883", "+888", "+979",
];

impl PhoneNumber {
    /// Maximum length of the typed text, in characters: 15 digits with separators.
    pub const MAX: usize = 40;

    /// Parses a typed number: a country code after `+` or `00`; spaces, dots, dashes, slashes and brackets are
    /// ignored.
    ///
    /// # Errors
    /// [`PhoneNumberError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, PhoneNumberError> {
        let typed: String = typed::plain(typed).collect();
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(PhoneNumberError::Empty);
        }
        // Before it is passed to the library (the attack: a number that makes a parser panic,
        // RUSTSEC-2024-0369): only digits, and a limited number of them.
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
        // Before the number is validated: the library's rules know few of those networks.
        if Self(format!("+{digits}")).is_in_an_international_network() {
            return Err(PhoneNumberError::NoPersonsPhone);
        }
        if !phonenumber::is_valid(&number) {
            return Err(PhoneNumberError::Invalid);
        }
        let number = Self(number.format().mode(Mode::E164).to_string());
        if number.is_a_persons_phone() {
            Ok(number)
        } else {
            Err(PhoneNumberError::NoPersonsPhone)
        }
    }

    /// Whether a code may be sent to it: not to numbers that cost more than a message to a phone, nor to those
    /// that no person answers. Checked again for each code, because the use of a number range changes.
    #[must_use]
    pub fn is_a_persons_phone(&self) -> bool {
        let kind = phonenumber::parse(None, &self.0).map(|number| number.number_type(&DATABASE));
        !self.is_in_an_international_network()
            && !matches!(
                kind,
                Ok(Type::PremiumRate
                    | Type::SharedCost
                    | Type::TollFree
                    | Type::PersonalNumber
                    | Type::Pager
                    | Type::Uan
                    | Type::Voicemail
                    | Type::Emergency
                    | Type::ShortCode
                    | Type::Carrier
                    | Type::NoInternational)
            )
    }

    fn is_in_an_international_network(&self) -> bool {
        self.range().is_of_an_international_network()
    }

    /// Its first digits.
    #[must_use]
    pub fn range(&self) -> NumberRange {
        NumberRange(self.0.chars().take(NumberRange::LENGTH).collect())
    }

    /// Wraps a number read from the database.
    #[must_use]
    pub const fn stored(number: String) -> Self {
        Self(number)
    }

    /// The form for dialling: `+358401234567`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form for reading: `+358 40 1234567`.
    #[must_use]
    pub fn grouped(&self) -> String {
        phonenumber::parse(None, &self.0).map_or_else(
            |_| self.0.clone(),
            |number| number.format().mode(Mode::International).to_string(),
        )
    }

    /// Masked except for the last two digits (ASVS 14.2.6): `••••• 67`. Its length is not revealed.
    #[must_use]
    pub fn masked(&self) -> String {
        let tail = self.0.len().saturating_sub(2);
        format!("••••• {}", self.0.get(tail..).unwrap_or(""))
    }
}

/// The first digits of a number, as long as the longest prefix in a setting. It decides whether codes are sent
/// to a country; the kind of number is checked when one is entered and when a code is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberRange(String);

impl NumberRange {
    /// `+` and the maximum number of digits of a prefix.
    const LENGTH: usize = 1 + CountryPrefixes::LONGEST;

    /// Wraps a range read from the database.
    #[must_use]
    pub const fn stored(range: String) -> Self {
        Self(range)
    }

    /// The range as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_of_an_international_network(&self) -> bool {
        INTERNATIONAL_NETWORKS
            .iter()
            .any(|network| self.0.starts_with(network))
    }
}

/// Masked, so that no log contains a number.
impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({})", self.masked())
    }
}

/// A number that codes may be sent to. Only [`CountryPrefixes::allow`] creates one, so that no account is given
/// any other number and no message is sent to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendableNumber(PhoneNumber);

impl SendableNumber {
    /// The number.
    #[must_use]
    pub const fn number(&self) -> &PhoneNumber {
        &self.0
    }

    /// Unwraps the number.
    #[must_use]
    pub fn into_number(self) -> PhoneNumber {
        self.0
    }
}

/// A change of an account's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberChange<N = PhoneNumber> {
    /// The number stays.
    AsItIs,
    /// A new number, or none.
    To(Option<N>),
}

impl NumberChange {
    /// Parses a form field that was prefilled with the current number.
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

    /// The same with a number that codes may be sent to; one that stays is not checked.
    ///
    /// # Errors
    /// [`NotSentTo`] gives the reason.
    pub fn allowed(self, countries: &CountryPrefixes) -> Result<NumberChange<SendableNumber>, NotSentTo> {
        Ok(match self {
            Self::AsItIs => NumberChange::AsItIs,
            Self::To(wanted) => NumberChange::To(wanted.map(|number| countries.allow(number)).transpose()?),
        })
    }
}

/// The allowed countries, by the prefixes of their numbers. There is no default: "everywhere" must be explicit
/// (the attack: a forgotten setting pays for calls to any country in the world).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountryPrefixes {
    /// `*`: every country, explicitly.
    Everywhere,
    /// Numbers with one of these prefixes; with an empty list, no number.
    Only(Vec<String>),
}

/// Why a list of prefixes cannot be parsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrefixError {
    /// It is empty.
    #[error("it contains no prefix")]
    Empty,
    /// An entry is not a prefix.
    #[error("“{0}” is not a prefix like +358")]
    NotAPrefix(String),
}

/// Why codes are not sent to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSentTo {
    /// It is not a person's phone.
    Kind,
    /// Its country is not allowed.
    Country,
}

impl CountryPrefixes {
    /// Maximum number of digits in a prefix.
    const LONGEST: usize = 7;

    /// Parses a list like `+358,+46`, or `*` for everywhere.
    ///
    /// # Errors
    /// [`PrefixError`] for an empty list, and for the first entry that is not a prefix.
    pub fn parse(list: &str) -> Result<Self, PrefixError> {
        if list.trim() == "*" {
            return Ok(Self::Everywhere);
        }
        let prefixes: Vec<String> = list
            .split(',')
            .map(str::trim)
            .filter(|prefix| !prefix.is_empty())
            .map(|prefix| {
                let digits = prefix.strip_prefix('+').unwrap_or("");
                let fits = (1..=Self::LONGEST).contains(&digits.len())
                    && digits.bytes().all(|byte| byte.is_ascii_digit());
                fits.then(|| prefix.to_owned())
                    .ok_or_else(|| PrefixError::NotAPrefix(prefix.to_owned()))
            })
            .collect::<Result<_, _>>()?;
        if prefixes.is_empty() {
            return Err(PrefixError::Empty);
        }
        Ok(Self::Only(prefixes))
    }

    /// Whether codes are sent to a number: checked when one is entered, and again when a code is sent.
    ///
    /// # Errors
    /// [`NotSentTo`] gives the reason.
    pub fn allow(&self, number: PhoneNumber) -> Result<SendableNumber, NotSentTo> {
        if !number.is_a_persons_phone() {
            return Err(NotSentTo::Kind);
        }
        if self.name(&number.range()) {
            Ok(SendableNumber(number))
        } else {
            Err(NotSentTo::Country)
        }
    }

    /// Whether numbers of this range belong to an allowed country.
    #[must_use]
    pub fn name(&self, range: &NumberRange) -> bool {
        let named = match self {
            Self::Everywhere => true,
            Self::Only(prefixes) => prefixes.iter().any(|prefix| range.0.starts_with(prefix)),
        };
        named && !range.is_of_an_international_network()
    }
}

/// Loads the number metadata, which takes some hundred milliseconds once: done at start instead of during a
/// request.
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
            "+٣٥٨٤٠١٢٣٤٥٦٧",
            "＋３５８（40）１２３４５６７",
            "\u{202a}+358 40 123 4567\u{202c}",
            "+358\u{a0}40\u{200b}\u{2011}1234567",
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
            ("+٣٥٨", PhoneNumberError::Invalid),
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
    fn numbers_that_are_no_persons_phone_are_refused() {
        for (typed, what) in [
            ("+1 900 234 5678", "premium rate, USA"),
            ("+44 909 879 0123", "premium rate, United Kingdom"),
            ("+49 900 1 123456", "premium rate, Germany"),
            ("+358 600 12345", "premium rate, Finland"),
            ("+44 845 46 47 00 0", "shared cost, United Kingdom"),
            ("+49 180 5 123456", "shared cost, Germany"),
            ("+44 70 1234 5678", "personal number, United Kingdom"),
            ("+44 76 4012 3456", "pager, United Kingdom"),
            ("+49 164 1234567", "pager, Germany"),
            ("+44 55 1234 5678", "company number, United Kingdom"),
            ("+49 177 99 1234567", "voicemail, Germany"),
            ("+1 800 234 5678", "freephone, USA"),
            ("+800 1234 5678", "freephone of no country"),
            ("+808 1234 5678", "shared cost of no country"),
            ("+870 773 111 632", "satellite"),
            ("+878 10 1234567890", "personal number of no country"),
            ("+881 612 345 678", "satellite"),
            ("+8816 5145 0000", "satellite"),
            ("+882 16 123 45678", "satellite"),
            ("+883 140 123456", "network of no country"),
            ("+888 123 456 78", "disaster relief"),
            ("+979 123 456 789", "premium rate of no country"),
            ("00979123456789", "the same, with 00"),
        ] {
            let refused = PhoneNumber::parse(typed).err();
            assert_eq!(refused, Some(PhoneNumberError::NoPersonsPhone), "{what}: {typed}");
        }
    }

    #[test]
    fn mobile_phones_and_landlines_of_many_countries_are_taken() {
        for typed in [
            "+358 40 1234567",
            "+358 9 1234567",
            "+46 70 123 45 67",
            "+47 406 12 345",
            "+45 32 12 34 56",
            "+49 151 23456789",
            "+49 30 123456",
            "+44 7400 123456",
            "+44 121 234 5678",
            "+33 6 12 34 56 78",
            "+39 312 345 6789",
            "+39 02 1234 5678",
            "+34 612 34 56 78",
            "+31 6 12345678",
            "+1 201 555 0123",
            "+1 506 234 5678",
            "+55 11 96123-4567",
            "+91 81234 56789",
            "+81 90-1234-5678",
            "+61 412 345 678",
            "+27 71 123 4567",
            "+7 912 345-67-89",
        ] {
            assert!(PhoneNumber::parse(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn prefixes_allow_what_they_name_and_everywhere_is_said_outright() {
        let number = PhoneNumber::parse("+358401234567").unwrap();
        for (list, refused) in [
            ("*", None),
            (" * ", None),
            ("+358", None),
            ("+1, +358 ", None),
            ("+46,+47", Some(NotSentTo::Country)),
        ] {
            let countries = CountryPrefixes::parse(list).unwrap();
            assert_eq!(countries.allow(number.clone()).err(), refused, "{list}");
        }
        for list in [
            "358",
            "+",
            "+35x",
            "Finland",
            "+35812345",
            "",
            " ",
            ",",
            "*,+358",
            "**",
        ] {
            assert!(CountryPrefixes::parse(list).is_err(), "{list:?}");
        }
        assert_eq!(
            CountryPrefixes::Only(Vec::new()).allow(number),
            Err(NotSentTo::Country),
            "an empty list is nowhere"
        );
    }

    #[test]
    fn a_number_that_was_stored_is_looked_at_again_before_anything_is_sent() {
        let premium = PhoneNumber::stored("+19002345678".to_owned());
        assert_eq!(CountryPrefixes::Everywhere.allow(premium), Err(NotSentTo::Kind));
        let satellite = PhoneNumber::stored("+881612345678".to_owned());
        let list = CountryPrefixes::parse("+881").unwrap();
        assert_eq!(list.allow(satellite), Err(NotSentTo::Kind));
    }
}
