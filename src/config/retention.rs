//! How long activity is kept.

use clap::Args;

use super::Fault;
use crate::domain::lifetimes::FEWEST_ACTIVITY_DAYS;

/// The maximum, a hundred years: longer periods would overflow the calendar arithmetic.
const MOST_DAYS: i64 = 36_500;

/// How long activity is kept.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Log")]
pub struct RetentionArgs {
    /// Days to keep the activity log and the list of sent codes
    #[arg(
        long,
        env = "VESTIBULE_ACTIVITY_DAYS",
        default_value = "400",
        value_name = "DAYS"
    )]
    activity_days: String,
}

impl RetentionArgs {
    /// Reads the setting.
    ///
    /// # Errors
    /// A [`Fault`] if the value is not a valid number of days.
    pub fn days(&self) -> Result<i64, Fault> {
        match self.activity_days.parse() {
            Ok(days) if (FEWEST_ACTIVITY_DAYS..=MOST_DAYS).contains(&days) => Ok(days),
            _ => Err(Fault::new(
                "VESTIBULE_ACTIVITY_DAYS",
                format_args!("must be a whole number from {FEWEST_ACTIVITY_DAYS} to {MOST_DAYS}"),
            )),
        }
    }
}
