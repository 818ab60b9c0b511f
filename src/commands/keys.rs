//! `vestibule keys`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Failure, print, with_services};
use crate::{
    app,
    config::{self, AccountArgs},
    domain::random::OsRandom,
    flows::reseal,
};

#[derive(Args)]
pub(super) struct KeysCommand {
    #[command(flatten)]
    settings: AccountArgs,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Create a key ring that only its owner can read; an existing file is never overwritten
    New {
        /// File to create
        file: PathBuf,
    },
    /// Add a key to the key ring and re-encrypt all authenticator keys with it, also while the server runs
    Rotate,
}

pub(super) fn run(command: &KeysCommand) -> Result<(), Failure> {
    match &command.action {
        Action::New { file } => {
            config::keys::create(file, &OsRandom).map_err(Failure::other)?;
            print(format_args!("{}", file.display()))
        }
        Action::Rotate => rotate(&command.settings),
    }
}

fn rotate(args: &AccountArgs) -> Result<(), Failure> {
    let settings = args.settings()?;
    let path = settings.keys.path.clone();
    // Opens the database first, so that a key ring that belongs to another database is never changed.
    let rotated = with_services(&settings, |services| {
        services.keys.ring.rotated(&OsRandom).map_err(Failure::other)
    })?;
    // Writes the file before the database, so that nothing is sealed with a key that is not on disk.
    config::keys::replace(&path, &rotated).map_err(Failure::other)?;
    with_services(&settings, |services| {
        let count = app::block_on(reseal::all(services)).map_err(Failure::other)?;
        print(format_args!(
            "Added key {} to {} and re-encrypted {count} authenticator keys.\n\
             Back up this file now: older copies can no longer open this database.",
            services.keys.ring.newest_name(),
            path.display()
        ))
    })
}
