//! `vestibule migrate`.

use clap::Args;

use super::Failure;
use crate::{config::database::DatabaseArgs, store::Database};

#[derive(Args)]
pub(super) struct MigrateArgs {
    #[command(flatten)]
    database: DatabaseArgs,
}

pub(super) fn run(args: &MigrateArgs) -> Result<(), Failure> {
    let location = args
        .database
        .location()
        .map_err(|fault| Failure::from(vec![fault]))?;
    Database::open(&location).map_err(|error| Failure::other(format_args!("DATABASE_URL: {error}")))?;
    println!("The schema is up to date.");
    Ok(())
}
