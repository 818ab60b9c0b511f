//! Points in time on a page.

use crate::{
    domain::clock::{DAY, Timestamp},
    text::{FillMarkup, Markup, Text, Value},
};

/// A point in time for people and for machines.
pub struct Moment {
    /// As in the page's sentence: "2 minutes ago".
    pub text: String,
    /// "21 November 2026, 19:12 UTC".
    pub exact: String,
    /// ISO 8601, for `<time datetime>`.
    pub iso: String,
}

impl Moment {
    /// A point in time as date and time.
    #[must_use]
    pub fn at(t: Text, moment: Timestamp) -> Self {
        Self::called(t, moment, t.moment(moment))
    }

    /// A past time, as how long ago it was; after a week as its date.
    #[must_use]
    pub fn past(t: Text, moment: Timestamp, now: Timestamp) -> Self {
        let text = match now.since(moment) {
            ..60 => t.time_just_now().to_owned(),
            seconds @ 60..3600 => t.time_minutes_ago(seconds / 60),
            seconds @ 3600..DAY => t.time_hours_ago(seconds / 3600),
            seconds if seconds < 7 * DAY => t.time_days_ago(seconds / DAY),
            _ => t.time_on(t.day(moment)),
        };
        Self::called(t, moment, text)
    }

    /// A future time, as the time left, rounded down: nobody is promised time that they do not have.
    #[must_use]
    pub fn ahead(t: Text, moment: Timestamp, now: Timestamp) -> Self {
        let text = match moment.since(now).max(0) {
            seconds @ ..120 => t.time_seconds(seconds),
            seconds @ 120..7200 => t.time_minutes(seconds / 60),
            seconds => t.time_hours(seconds / 3600),
        };
        Self::called(t, moment, text)
    }

    /// In words, with the exact time as a tooltip and for machines.
    #[must_use]
    pub fn element(&self) -> Markup {
        let title = Some(self.exact.as_str()).filter(|exact| *exact != self.text);
        Markup::time(&self.iso, title, &self.text)
    }

    fn called(t: Text, moment: Timestamp, text: String) -> Self {
        Self {
            text,
            exact: t.moment(moment),
            iso: moment.to_string(),
        }
    }
}

impl FillMarkup for Moment {
    fn markup(&self) -> Value<'_> {
        self.element().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_rounded_up() {
        let t = Text::english();
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
            assert_eq!(t.wait(seconds), words);
        }
    }

    #[test]
    fn a_moment_is_written_for_people_and_machines() {
        let moment = Moment::at(Text::english(), Timestamp(1_795_288_320));
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
            let moment = Moment::past(Text::english(), now.plus(-seconds), now);
            assert_eq!(moment.text, words);
        }
        assert_eq!(
            Moment::past(Text::english(), now.plus(-60), now).exact,
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
            assert_eq!(Moment::ahead(Text::english(), now.plus(seconds), now).text, words);
        }
    }
}
