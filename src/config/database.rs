//! `DATABASE_URL`, and how long to wait for the database at start.

use std::{path::PathBuf, time::Duration};

use clap::Args;
use secrecy::ExposeSecret as _;

use super::{
    Fault,
    secret::{self, Names},
};
use crate::store::Location;

/// The default database.
const DEFAULT: &str = "vestibule.db";
const NAMES: Names = Names {
    value: "DATABASE_URL",
    file: "DATABASE_URL_FILE",
};
/// The longest wait, in seconds: one hour.
const LONGEST_WAIT: u64 = 3600;

/// Where the database is.
#[derive(Args, Default)]
#[command(next_help_heading = "Database")]
pub struct DatabaseArgs {
    // In the attribute, because rustdoc would parse the examples as links; the value is hidden, because it
    // may contain a password.
    #[arg(
        long,
        env = "DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        help = "Database: a path or sqlite://PATH for SQLite, or postgres://USER:PASSWORD@HOST/NAME for \
                PostgreSQL [default: vestibule.db]"
    )]
    database_url: Option<String>,
    /// Read the database URL from this file
    #[arg(long, env = "DATABASE_URL_FILE", value_name = "FILE")]
    database_url_file: Option<PathBuf>,
}

/// Implemented by hand, because the URL may contain a password.
impl std::fmt::Debug for DatabaseArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DatabaseArgs").finish_non_exhaustive()
    }
}

impl DatabaseArgs {
    /// Reads the URL.
    ///
    /// # Errors
    /// A [`Fault`] that does not repeat the URL, which may contain a password.
    pub fn location(&self) -> Result<Location, Fault> {
        let url = secret::read(
            &NAMES,
            self.database_url.as_deref(),
            self.database_url_file.as_deref(),
        )?;
        let url = url.as_ref().map_or(DEFAULT, |url| url.expose_secret());
        Location::parse(url).map_err(|error| Fault::new("DATABASE_URL", error))
    }
}

/// How long to wait for a server.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Database")]
pub struct WaitArgs {
    /// Seconds to wait at start for a PostgreSQL server that is not reachable yet; 0 to fail at once
    #[arg(
        long,
        env = "VESTIBULE_DATABASE_WAIT",
        default_value = "60",
        value_name = "SECONDS"
    )]
    database_wait: String,
}

impl WaitArgs {
    /// Reads the setting.
    ///
    /// # Errors
    /// A [`Fault`] if the value is not a valid number of seconds.
    pub fn wait(&self) -> Result<Duration, Fault> {
        match self.database_wait.trim().parse() {
            Ok(seconds) if seconds <= LONGEST_WAIT => Ok(Duration::from_secs(seconds)),
            _ => Err(Fault::new(
                "VESTIBULE_DATABASE_WAIT",
                format_args!("must be a whole number from 0 to {LONGEST_WAIT}"),
            )),
        }
    }
}
