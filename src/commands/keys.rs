//! `vestibule keys`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Failure;
use crate::{config, domain::random::OsRandom};

#[derive(Args)]
pub(super) struct KeysCommand {
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
}

pub(super) fn run(command: &KeysCommand) -> Result<(), Failure> {
    let Action::New { file } = &command.action;
    config::keys::create(file, &OsRandom).map_err(Failure::other)?;
    println!("{}", file.display());
    Ok(())
}
