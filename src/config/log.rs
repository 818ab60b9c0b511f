//! `VESTIBULE_LOG_FORMAT`.

use clap::{Args, ValueEnum};

/// Log settings.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Log")]
pub struct LogArgs {
    /// Format of the log on standard error
    #[arg(long, env = "VESTIBULE_LOG_FORMAT", value_enum, default_value = "human")]
    log_format: LogFormat,
}

/// The format of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum LogFormat {
    /// Human-readable lines
    #[default]
    Human,
    /// One JSON object per line
    Json,
}

impl LogArgs {
    pub(super) const fn format(&self) -> LogFormat {
        self.log_format
    }
}
