//! `vestibule migrate`.

use clap::Args;

use super::{Failure, complain, print, say_made_file};
use crate::{
    app,
    config::{
        database::{DatabaseArgs, WaitArgs},
        keys::KeyArgs,
    },
};

#[derive(Args)]
pub(super) struct MigrateArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    wait: WaitArgs,
    #[command(flatten)]
    keys: KeyArgs,
}

pub(super) fn run(args: &MigrateArgs) -> Result<(), Failure> {
    let fault = |fault| Failure::from(vec![fault]);
    let location = args.database.location().map_err(fault)?;
    let wait = args.wait.wait().map_err(fault)?;
    // PostgreSQL can be migrated without the key ring: a deployment job may run this and have no access to
    // the keys.
    let keys = if location.is_remote() {
        None
    } else {
        Some(args.keys.file(&location).map_err(fault)?)
    };
    let waiting = |error: &_| complain(format_args!("waiting for the database: {error}"));
    let database = app::migrate(&location, keys.as_ref(), wait, waiting).map_err(Failure::other)?;
    say_made_file(&database);
    // Fails while the server has the file open; the server then writes the checkpoint itself.
    let _ = database.close();
    print(format_args!("The schema is up to date."))
}
