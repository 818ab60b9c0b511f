//! What a main account demands of itself and its subaccounts.

use std::fmt;

use time::{Date, macros::format_description};

use super::{
    account::hides_in_text,
    clock::{DAY, Timestamp},
    facts::Facts,
    language::Language,
    named::named,
};

named! {
    /// How the owner of an account that requires a second factor, but has none, first signs in.
    #[derive(Default)]
    pub enum FirstSignIn {
        /// With a code by SMS or call if a number is registered, and then sets up an app.
        #[default]
        Phone = "phone",
        /// By setting up an app before any other page.
        App = "app",
    }
}

/// The policy of a main account; the default demands nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// From this time on, every account must have a second factor.
    pub mandatory_from: Option<Timestamp>,
    /// The reason, in the main account's own words.
    pub mandatory_text: String,
    /// How a first sign-in works.
    pub first_sign_in: FirstSignIn,
    /// Whether accounts without another factor confirm a mailed code at sign-in.
    pub email_codes: bool,
    /// The language of messages to accounts that chose none; `None` for the main account's own.
    pub language: Option<Language>,
}

/// Days before the date on which reminders are sent.
const REMINDERS: [i64; 3] = [1, 7, 14];

/// A date from which a second factor is mandatory; it begins at 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MandatoryDate(Date);

/// The typed text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl MandatoryDate {
    /// Parses a typed date.
    ///
    /// # Errors
    /// [`NotADate`] gives the correct form.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let date = Date::parse(text.trim(), format_description!("[year]-[month]-[day]"));
        date.ok()
            .filter(|date| (1970..=9999).contains(&date.year()))
            .map(Self)
            .ok_or(NotADate)
    }

    /// The date of a point in time.
    #[must_use]
    pub fn of(moment: Timestamp) -> Self {
        Self(moment.calendar().date())
    }

    /// When the date begins.
    #[must_use]
    pub fn begins(self) -> Timestamp {
        Timestamp(self.0.midnight().assume_utc().unix_timestamp())
    }
}

/// The typed form.
impl fmt::Display for MandatoryDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why the text about the date is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Longer than [`Policy::LONGEST_TEXT`] characters.
    TooLong,
    /// Contains an invisible character.
    Unfit,
}

impl Policy {
    /// Maximum length of the reason, in characters.
    pub const LONGEST_TEXT: usize = 500;

    /// Parses the typed reason for the date, which may have several lines; surrounding white space is removed.
    ///
    /// # Errors
    /// [`TextError`] says what to change.
    pub fn mandatory_text(typed: &str) -> Result<String, TextError> {
        let text = typed.trim().replace("\r\n", "\n");
        if text.chars().count() > Self::LONGEST_TEXT {
            return Err(TextError::TooLong);
        }
        if text.chars().any(|c| c != '\n' && hides_in_text(c)) {
            return Err(TextError::Unfit);
        }
        Ok(text)
    }

    /// Whether this policy demands less than `other` in any respect. A different first sign-in counts as less
    /// in both directions: neither is stricter for every account.
    #[must_use]
    pub fn demands_less_than(&self, other: &Self) -> bool {
        let later = match (self.mandatory_from, other.mandatory_from) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(this), Some(other)) => this > other,
        };
        let other_first = self.first_sign_in != other.first_sign_in;
        later || other_first || (other.email_codes && !self.email_codes)
    }

    /// Days until a second factor is mandatory, rounded up; `None` if there is no date or it has passed.
    #[must_use]
    pub fn days_left(&self, now: Timestamp) -> Option<i64> {
        let left = self.mandatory_from?.since(now);
        (left > 0).then_some((left + DAY - 1) / DAY)
    }

    /// The reminder that is due: the date, and how many days before it the reminder belongs.
    #[must_use]
    pub fn reminder(&self, now: Timestamp) -> Option<(Timestamp, i64)> {
        let days = self.days_left(now)?;
        let due = REMINDERS.into_iter().find(|before| days <= *before)?;
        Some((self.mandatory_from?, due))
    }

    /// Whether a second factor is already mandatory for all accounts.
    #[must_use]
    pub fn is_mandatory(&self, now: Timestamp) -> bool {
        self.mandatory_from.is_some_and(|from| from <= now)
    }

    /// Whether an account must have a second factor now: it is required of this account, mandatory for all, or
    /// was reset. A reset counts immediately, whatever the date (the attack: a reset that reopens the grace
    /// period).
    #[must_use]
    pub fn requires_second_factor(&self, facts: Facts, now: Timestamp) -> bool {
        facts.two_factor_required || facts.set_up_forced || self.is_mandatory(now)
    }

    /// Whether a code to the account's phone is sufficient for a sign-in without an app. Not after a reset,
    /// which leads to a set-up.
    #[must_use]
    pub fn phone_is_enough(&self, facts: Facts) -> bool {
        self.first_sign_in == FirstSignIn::Phone && !facts.set_up_forced
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000);

    fn mandatory(from: i64) -> Policy {
        Policy {
            mandatory_from: Some(NOW.plus(from)),
            ..Policy::default()
        }
    }

    #[test]
    fn a_date_begins_at_midnight_and_is_written_as_it_is_typed() {
        let date = MandatoryDate::parse(" 2027-03-01 ").unwrap();
        assert_eq!(date.begins(), Timestamp(1_803_859_200));
        assert_eq!(date.to_string(), "2027-03-01");
        assert_eq!(MandatoryDate::of(date.begins()), date);
        assert!(MandatoryDate::parse("2028-02-29").is_ok());
        for wrong in [
            "",
            "2027-02-29",
            "2027-13-01",
            "1.3.2027",
            "01/03/2027",
            "tomorrow",
            "2027-3-1",
            "99999-01-01",
            "1969-12-31",
            "2027-03-01T00:00",
            "-2027-03-01",
            "２０２７-03-01",
        ] {
            assert_eq!(MandatoryDate::parse(wrong), Err(NotADate), "{wrong}");
        }
    }

    #[test]
    fn reminders_are_due_fourteen_seven_and_one_day_before() {
        for (days, due) in [
            (20, None),
            (15, None),
            (14, Some(14)),
            (8, Some(14)),
            (7, Some(7)),
            (2, Some(7)),
            (1, Some(1)),
        ] {
            let found = mandatory(days * DAY).reminder(NOW).map(|(_, before)| before);
            assert_eq!(found, due, "{days}");
        }
        assert_eq!(mandatory(0).reminder(NOW), None);
        assert_eq!(mandatory(1).days_left(NOW), Some(1));
        assert_eq!(mandatory(DAY + 1).days_left(NOW), Some(2));
        assert_eq!(Policy::default().days_left(NOW), None);
    }

    #[test]
    fn less_is_a_later_date_another_first_sign_in_or_no_more_mail() {
        let (none, soon, later) = (Policy::default(), mandatory(5), mandatory(6));
        let strict = Policy {
            first_sign_in: FirstSignIn::App,
            ..Policy::default()
        };
        let mail = Policy {
            email_codes: true,
            ..Policy::default()
        };
        for (new, old, less) in [
            (&none, &none, false),
            (&soon, &none, false),
            (&soon, &later, false),
            (&later, &soon, true),
            (&none, &soon, true),
            (&strict, &none, true),
            (&none, &strict, true),
            (&mail, &none, false),
            (&none, &mail, true),
        ] {
            assert_eq!(new.demands_less_than(old), less, "{new:?} {old:?}");
        }
    }
}
