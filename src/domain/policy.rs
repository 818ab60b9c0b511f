//! What a main account demands of itself and of its subaccounts.

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
    /// How somebody who must have a second factor, and has none, signs in the first time.
    #[derive(Default)]
    pub enum FirstSignIn {
        /// With a code by SMS or call where a number is registered, and sets up an app after it.
        #[default]
        Phone = "phone",
        /// By setting up an app, before any other page.
        App = "app",
    }
}

/// The policy of a main account; the default demands nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// From this moment on every account must have a second factor.
    pub mandatory_from: Option<Timestamp>,
    /// Why, in the main account's own words.
    pub mandatory_text: String,
    /// How a first sign-in goes.
    pub first_sign_in: FirstSignIn,
    /// Whether accounts without another factor confirm a code by mail at sign-in.
    pub email_codes: bool,
    /// What messages to accounts are written in that chose no language; none for the main account's own.
    pub language: Option<Language>,
}

/// How many days before the date somebody is reminded.
const REMINDERS: [i64; 3] = [1, 7, 14];

/// A day from which a second factor is mandatory; it begins at 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MandatoryDate(Date);

/// What was typed is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl MandatoryDate {
    /// Reads a typed date.
    ///
    /// # Errors
    /// [`NotADate`] says how to write it.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let date = Date::parse(text.trim(), format_description!("[year]-[month]-[day]"));
        date.ok()
            .filter(|date| (1970..=9999).contains(&date.year()))
            .map(Self)
            .ok_or(NotADate)
    }

    /// The date that a moment lies in.
    #[must_use]
    pub fn of(moment: Timestamp) -> Self {
        Self(moment.calendar().date())
    }

    /// When it begins.
    #[must_use]
    pub fn begins(self) -> Timestamp {
        Timestamp(self.0.midnight().assume_utc().unix_timestamp())
    }
}

/// As it is typed.
impl fmt::Display for MandatoryDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why the text about the date cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Over [`Policy::LONGEST_TEXT`] characters.
    TooLong,
    /// An invisible character.
    Unfit,
}

impl Policy {
    /// The longest reason, in characters.
    pub const LONGEST_TEXT: usize = 500;

    /// Reads the typed reason for the date, of several lines; white space around it is dropped.
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

    /// Whether this one asks for less than `other` anywhere. Another first sign-in counts as less both
    /// ways: neither is the stricter one for every account.
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

    /// Days until a second factor is mandatory, begun ones counted; none where there is no
    /// date or it has come.
    #[must_use]
    pub fn days_left(&self, now: Timestamp) -> Option<i64> {
        let left = self.mandatory_from?.since(now);
        (left > 0).then_some((left + DAY - 1) / DAY)
    }

    /// The reminder that is due: the date, and how many days before it this one belongs.
    #[must_use]
    pub fn reminder(&self, now: Timestamp) -> Option<(Timestamp, i64)> {
        let days = self.days_left(now)?;
        let due = REMINDERS.into_iter().find(|before| days <= *before)?;
        Some((self.mandatory_from?, due))
    }

    /// Whether the date has come from which everybody needs a second factor.
    #[must_use]
    pub fn is_mandatory(&self, now: Timestamp) -> bool {
        self.mandatory_from.is_some_and(|from| from <= now)
    }

    /// Whether an account must have a second factor now: it is required of it, of
    /// everybody since a date, or its own was reset. A reset counts at once, whatever the
    /// date (the attack: a reset that reopens the time of grace).
    #[must_use]
    pub fn requires_second_factor(&self, facts: Facts, now: Timestamp) -> bool {
        facts.two_factor_required || facts.set_up_forced || self.is_mandatory(now)
    }

    /// Whether a code to the account's phone does for a sign-in without an app. Not after a
    /// reset: from there the way leads through a set-up.
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
