//! Times and waits.

use crate::{
    domain::{
        authenticator::totp::ClockOffset,
        clock::{DAY, Timestamp},
    },
    text::{FillMarkup, Markup, Value},
};

/// A moment for people and for machines.
pub struct Moment {
    /// As the page's sentence has it: "2 minutes ago".
    pub text: String,
    /// "21 November 2026, 19:12 UTC".
    pub exact: String,
    /// ISO 8601, for `<time datetime>`.
    pub iso: String,
}

impl Moment {
    /// A moment by its date and time.
    #[must_use]
    pub fn at(moment: Timestamp) -> Self {
        Self::called(moment, moment.in_words())
    }

    /// A moment that has passed, by how long ago it was; after a week by its date.
    #[must_use]
    pub fn past(moment: Timestamp, now: Timestamp) -> Self {
        let text = match now.since(moment) {
            ..60 => "just now".to_owned(),
            seconds @ 60..3600 => format!("{} ago", plural(seconds / 60, "minute")),
            seconds @ 3600..DAY => format!("{} ago", plural(seconds / 3600, "hour")),
            seconds if seconds < 7 * DAY => format!("{} ago", plural(seconds / DAY, "day")),
            _ => format!("on {}", moment.day_in_words()),
        };
        Self::called(moment, text)
    }

    /// A moment that is still to come, by how long that is, rounded down: nobody is told of
    /// time that they do not have.
    #[must_use]
    pub fn ahead(moment: Timestamp, now: Timestamp) -> Self {
        let text = match moment.since(now).max(0) {
            seconds @ ..120 => plural(seconds, "second"),
            seconds @ 120..7200 => plural(seconds / 60, "minute"),
            seconds => plural(seconds / 3600, "hour"),
        };
        Self::called(moment, text)
    }

    /// In the reader's words, with the exact moment for whoever points at it, and for machines.
    #[must_use]
    pub fn element(&self) -> Markup {
        let title = Some(self.exact.as_str()).filter(|exact| *exact != self.text);
        Markup::time(&self.iso, title, &self.text)
    }

    fn called(moment: Timestamp, text: String) -> Self {
        Self {
            text,
            exact: moment.in_words(),
            iso: moment.to_string(),
        }
    }
}

impl FillMarkup for Moment {
    fn markup(&self) -> Value<'_> {
        self.element().into()
    }
}

/// "30 seconds", "1 minute", "2 hours": rounded up, so that nobody comes back too early.
#[must_use]
pub fn wait(seconds: i64) -> String {
    let (count, unit) = match seconds {
        ..=90 => (seconds.max(1), "second"),
        91..=5400 => ((seconds + 59) / 60, "minute"),
        _ => ((seconds + 3599) / 3600, "hour"),
    };
    plural(count, unit)
}

/// What the clock doctor found.
#[must_use]
pub fn clock_offset(offset: ClockOffset) -> String {
    format!(
        "Your phone’s clock seems to be about {} {}. Switch on automatic date and time on it, then type a new code.",
        plural(offset.minutes, "minute"),
        if offset.behind { "behind" } else { "ahead" }
    )
}

fn plural(count: i64, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_rounded_up() {
        for (seconds, words) in [
            (0, "1 second"),
            (1, "1 second"),
            (30, "30 seconds"),
            (90, "90 seconds"),
            (91, "2 minutes"),
            (121, "3 minutes"),
            (3600, "60 minutes"),
            (5401, "2 hours"),
        ] {
            assert_eq!(wait(seconds), words);
        }
    }

    #[test]
    fn a_moment_is_written_for_people_and_machines() {
        let moment = Moment::at(Timestamp(1_795_288_320));
        assert_eq!(moment.text, "21 November 2026, 19:12 UTC");
        assert_eq!(moment.iso, "2026-11-21T19:12:00Z");
    }

    #[test]
    fn what_has_passed_is_told_by_how_long_ago() {
        let now = Timestamp(1_795_288_320);
        for (seconds, words) in [
            (-5, "just now"),
            (0, "just now"),
            (59, "just now"),
            (60, "1 minute ago"),
            (3599, "59 minutes ago"),
            (3600, "1 hour ago"),
            (DAY - 1, "23 hours ago"),
            (DAY, "1 day ago"),
            (7 * DAY - 1, "6 days ago"),
            (7 * DAY, "on 14 November 2026"),
        ] {
            let moment = Moment::past(now.plus(-seconds), now);
            assert_eq!(moment.text, words);
        }
        assert_eq!(
            Moment::past(now.plus(-60), now).exact,
            "21 November 2026, 19:11 UTC"
        );
    }

    #[test]
    fn what_is_to_come_is_told_by_how_long_it_takes() {
        let now = Timestamp(1_795_288_320);
        for (seconds, words) in [
            (-5, "0 seconds"),
            (1, "1 second"),
            (119, "119 seconds"),
            (179, "2 minutes"),
            (300, "5 minutes"),
            (3 * 3600, "3 hours"),
        ] {
            assert_eq!(Moment::ahead(now.plus(seconds), now).text, words);
        }
    }
}
