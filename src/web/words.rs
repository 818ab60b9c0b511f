//! Times and waits in words.

use crate::domain::{authenticator::totp::ClockOffset, clock::Timestamp};

/// A moment for people and for machines.
pub struct Moment {
    /// "21 November 2026, 19:12 UTC".
    pub text: String,
    /// ISO 8601, for `<time datetime>`.
    pub iso: String,
}

impl Moment {
    /// Puts a moment into words.
    #[must_use]
    pub fn at(moment: Timestamp) -> Self {
        Self {
            text: moment.in_words(),
            iso: moment.to_string(),
        }
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
}
