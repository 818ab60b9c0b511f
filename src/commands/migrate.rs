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
    // With a server the key ring is not looked at: whoever brings its schema up to date need not
    // have it.
    let keys = if location.is_remote() {
        None
    } else {
        Some(args.keys.file(&location).map_err(fault)?)
    };
    let waiting = |error: &_| complain(format_args!("waiting for the database: {error}"));
    let database = app::migrate(&location, keys.as_ref(), wait, waiting).map_err(Failure::other)?;
    say_made_file(&database);
    // Where the server runs it has the file open, and writes it by itself.
    let _ = database.close();
    print(format_args!("The schema is up to date."))
}
