//! Arguments become commands; one file each.

mod account;
mod activity;
mod check;
mod core_dumps;
mod keys;
mod migrate;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Fault, ServeArgs};

/// A self-hosted account portal: sign-in with a password and a one-time password
#[derive(Parser)]
#[command(name = "vestibule", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Subcommand)]
enum Command {
    /// Migrate the database if needed, then serve (the default)
    Serve(Box<ServeArgs>),
    /// Bring the schema up to date and exit
    Migrate(migrate::MigrateArgs),
    /// Make and mend accounts
    Account(account::AccountCommand),
    /// Look at the activity log
    Activity(activity::ActivityCommand),
    /// Look whether the database holds what it should, and nothing that it should not
    Check(check::CheckArgs),
    /// Make and rotate key rings
    Keys(keys::KeysCommand),
}

/// Why a command did not do what it was asked.
enum Failure {
    /// Settings or arguments: status 2.
    Arguments(Vec<String>),
    /// Anything else: status 1.
    Other(String),
}

impl Failure {
    fn other(error: impl std::fmt::Display) -> Self {
        Self::Other(error.to_string())
    }
}

impl From<Vec<Fault>> for Failure {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Arguments(faults.iter().map(Fault::to_string).collect())
    }
}

/// Runs the command that the arguments name. Errors go to standard error, one sentence a
/// line.
#[must_use]
pub fn run() -> ExitCode {
    let Cli { command, serve } = Cli::parse();
    if let Err(error) = core_dumps::switch_off() {
        eprintln!("vestibule: core dumps cannot be switched off: {error}");
        return ExitCode::FAILURE;
    }
    let done = match command {
        None => serve::run(&serve),
        Some(Command::Serve(args)) => serve::run(&args),
        Some(Command::Migrate(args)) => migrate::run(&args),
        Some(Command::Account(command)) => account::run(command),
        Some(Command::Activity(command)) => activity::run(&command),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Keys(command)) => keys::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Arguments(sentences)) => {
            for sentence in sentences {
                eprintln!("vestibule: {sentence}");
            }
            ExitCode::from(2)
        }
        Err(Failure::Other(sentence)) => {
            eprintln!("vestibule: {sentence}");
            ExitCode::FAILURE
        }
    }
}
