//! Parses the arguments and runs the command they name. One file for each command.

mod account;
mod activity;
mod check;
mod core_dumps;
mod keys;
mod log_lines;
mod migrate;
mod seed;
mod serve;

use std::{
    fmt,
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{
    CommandFactory as _, FromArgMatches as _, Parser, Subcommand,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    app,
    config::{AccountSettings, Fault, ServeArgs, environment},
    flows::Services,
    store::Database,
};

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
    /// Migrate the database schema and exit
    Migrate(migrate::MigrateArgs),
    /// Manage accounts
    Account(account::AccountCommand),
    /// Verify the activity log
    Activity(activity::ActivityCommand),
    /// Check database integrity
    Check(check::CheckArgs),
    /// Create and rotate key rings
    Keys(keys::KeysCommand),
    /// Fill an empty database with accounts for benchmarks
    #[command(hide = true)]
    Seed(seed::SeedArgs),
}

/// Why a command failed.
enum Failure {
    /// Invalid settings or arguments: exit status 2.
    Arguments(Vec<String>),
    /// Any other error: exit status 1.
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

/// Runs the command that the arguments name. Errors go to standard error, one per line.
#[must_use]
pub fn run() -> ExitCode {
    let command = environment::without_empty_variables(Cli::command());
    let unknown = environment::unknown_variables(&command);
    let parsed = command
        .try_get_matches()
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let Cli { command, serve } = match parsed {
        Ok(cli) => cli,
        Err(error) => return refused(error),
    };
    if let Err(error) = core_dumps::switch_off() {
        complain(format_args!("failed to disable core dumps: {error}"));
        return ExitCode::FAILURE;
    }
    let done = match command {
        None => serve::run(&serve, &unknown),
        Some(Command::Serve(args)) => serve::run(&args, &unknown),
        Some(Command::Migrate(args)) => migrate::run(&args),
        Some(Command::Account(command)) => account::run(command),
        Some(Command::Activity(command)) => activity::run(&command),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Keys(command)) => keys::run(&command),
        Some(Command::Seed(args)) => seed::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Arguments(sentences)) => {
            for sentence in sentences {
                complain(format_args!("{sentence}"));
            }
            ExitCode::from(2)
        }
        Err(Failure::Other(sentence)) => {
            complain(format_args!("{sentence}"));
            ExitCode::FAILURE
        }
    }
}

/// Prints the requested help, or what is wrong with the arguments. A stray word is not repeated: it may be a
/// password, or a URL that contains one (the attack: a secret that ends up in a log).
fn refused(mut error: clap::Error) -> ExitCode {
    let kind = match error.kind() {
        ErrorKind::UnknownArgument => Some(ContextKind::InvalidArg),
        ErrorKind::InvalidSubcommand => Some(ContextKind::InvalidSubcommand),
        _ => None,
    };
    if let Some(kind) = kind
        && let Some(ContextValue::String(word)) = error.get(kind)
        && !word.starts_with('-')
        && error.get(ContextKind::SuggestedSubcommand).is_none()
    {
        error.insert(kind, ContextValue::String("(not shown)".to_owned()));
    }
    // If standard error is closed, there is nowhere to report it.
    let _ = error.print();
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// Opens the services that the settings describe, runs `work` with them, and closes the database.
fn with_services<T>(
    settings: &AccountSettings,
    work: impl FnOnce(&Services) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let services = app::services_for_accounts(settings).map_err(Failure::other)?;
    say_made_file(&services.database);
    let done = work(&services);
    // Fails while the server has the file open; the server then writes the checkpoint itself.
    let _ = services.database.close();
    done
}

/// Reports that a new database was created, so that an operator who misspelt its name does not search for
/// missing accounts.
fn say_made_file(database: &Database) {
    if let Some(file) = database.made_file() {
        complain(format_args!("created a new SQLite database, {}", file.display()));
    }
}

/// Prints a line on standard output. If the reader has closed the pipe, as `head` does, the command goes on
/// without output, so that its exit status is still correct.
fn print(line: fmt::Arguments<'_>) -> Result<(), Failure> {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::other(format_args!(
            "failed to write to standard output: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Prints a line on standard error; a closed standard error is ignored.
fn complain(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "vestibule: {line}");
}
