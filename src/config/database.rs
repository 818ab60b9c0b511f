//! `DATABASE_URL`.

use clap::Args;

use super::Fault;
use crate::store::Location;

/// Where the database is.
#[derive(Debug, Args, Default)]
pub struct DatabaseArgs {
    // In the attribute, because rustdoc would take the examples for links; the value is
    // hidden, because it may hold a password.
    #[arg(
        long,
        env = "DATABASE_URL",
        default_value = "vestibule.db",
        value_name = "URL",
        hide_env_values = true,
        help = "A path or sqlite://PATH for SQLite, postgres://USER:PASSWORD@HOST/NAME for PostgreSQL"
    )]
    database_url: String,
}

impl DatabaseArgs {
    /// Reads the URL.
    ///
    /// # Errors
    /// A [`Fault`] that does not repeat the URL, which may hold a password.
    pub fn location(&self) -> Result<Location, Fault> {
        Location::parse(&self.database_url).map_err(|error| Fault::new("DATABASE_URL", error))
    }
}
