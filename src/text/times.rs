//! Points in time and durations.

use super::Text;
use crate::domain::clock::Timestamp;

impl Text {
    /// "21 November 2026".
    #[must_use]
    pub fn day(self, moment: Timestamp) -> String {
        let date = moment.calendar().date();
        self.time_day(
            i64::from(date.day()),
            i64::from(u8::from(date.month())),
            date.year().to_string(),
        )
    }

    /// "21 November 2026, 19:12 UTC".
    #[must_use]
    pub fn moment(self, moment: Timestamp) -> String {
        let (date, clock) = (moment.calendar().date(), moment.calendar().time());
        self.time_moment(
            i64::from(date.day()),
            format!("{:02}", clock.hour()),
            format!("{:02}", clock.minute()),
            i64::from(u8::from(date.month())),
            date.year().to_string(),
        )
    }

    /// "30 seconds", "1 minute", "2 hours": rounded up, so that nobody comes back too early.
    #[must_use]
    pub fn wait(self, seconds: i64) -> String {
        match seconds {
            ..=90 => self.time_seconds(seconds.max(1)),
            91..=5400 => self.time_minutes((seconds + 59) / 60),
            _ => self.time_hours((seconds + 3599) / 3600),
        }
    }
}
