//! `DATABASE_URL`, and how long the program waits for the database at its start.

use std::{path::PathBuf, time::Duration};

use clap::Args;
use secrecy::ExposeSecret as _;

use super::{
    Fault,
    secret::{self, Names},
};
use crate::store::Location;

/// The database where none is named.
const DEFAULT: &str = "vestibule.db";
const NAMES: Names = Names {
    value: "DATABASE_URL",
    file: "DATABASE_URL_FILE",
};
/// The longest wait, an hour: whoever wants more restarts the program.
const LONGEST_WAIT: u64 = 3600;

/// Where the database is.
#[derive(Args, Default)]
#[command(next_help_heading = "Database")]
pub struct DatabaseArgs {
    // In the attribute, because rustdoc would take the examples for links; the value is
    // hidden, because it may hold a password.
    #[arg(
        long,
        env = "DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        help = "A path or sqlite://PATH for SQLite, postgres://USER:PASSWORD@HOST/NAME for PostgreSQL \
                [default: vestibule.db]"
    )]
    database_url: Option<String>,
    /// File that holds the URL, in its place
    #[arg(long, env = "DATABASE_URL_FILE", value_name = "FILE")]
    database_url_file: Option<PathBuf>,
}

/// By hand, because the URL may hold a password.
impl std::fmt::Debug for DatabaseArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DatabaseArgs").finish_non_exhaustive()
    }
}

impl DatabaseArgs {
    /// Reads the URL.
    ///
    /// # Errors
    /// A [`Fault`] that does not repeat the URL, which may hold a password.
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
    /// Seconds to wait at the start for a PostgreSQL server that cannot be reached yet; 0 to give up at once
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
    /// A [`Fault`] for what is no number of seconds.
    pub fn wait(&self) -> Result<Duration, Fault> {
        match self.database_wait.trim().parse() {
            Ok(seconds) if seconds <= LONGEST_WAIT => Ok(Duration::from_secs(seconds)),
            _ => Err(Fault::new(
                "VESTIBULE_DATABASE_WAIT",
                format_args!("is not a whole number from 0 to {LONGEST_WAIT}"),
            )),
        }
    }
}
