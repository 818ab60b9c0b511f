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
    /// Write a new key ring, readable by its owner alone; never over an existing file
    New {
        /// The file to make
        file: PathBuf,
    },
    /// Add a key to the key ring and seal every authenticator's key with it; the server may run
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
    // First, so that a ring which is not this database's is never added to.
    let rotated = with_services(&settings, |services| {
        services.keys.ring.rotated(&OsRandom).map_err(Failure::other)
    })?;
    // The file before the database: nothing is ever sealed with a key that is written nowhere.
    config::keys::replace(&path, &rotated).map_err(Failure::other)?;
    with_services(&settings, |services| {
        let count = app::block_on(reseal::all(services)).map_err(Failure::other)?;
        print(format_args!(
            "{} has a new key, {}, and {count} authenticators are sealed with it.\n\
             Back the file up now: the one before does not open this database any more.",
            path.display(),
            services.keys.ring.newest_name()
        ))
    })
}
