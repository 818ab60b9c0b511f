//! `VESTIBULE_LOG_FORMAT`.

use clap::{Args, ValueEnum};

/// How to log.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Log")]
pub struct LogArgs {
    /// Lines for people or for machines, on standard error
    #[arg(long, env = "VESTIBULE_LOG_FORMAT", value_enum, default_value = "human")]
    log_format: LogFormat,
}

/// The form of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum LogFormat {
    /// One readable line each
    #[default]
    Human,
    /// One JSON object each
    Json,
}

impl LogArgs {
    pub(super) const fn format(&self) -> LogFormat {
        self.log_format
    }
}
