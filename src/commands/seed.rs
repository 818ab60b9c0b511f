//! `vestibule seed`: a database to measure with. Hidden, because no installation needs it.

use std::{
    fs::OpenOptions,
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use clap::{Args, value_parser};
use zeroize::Zeroizing;

use super::{
    Failure,
    account::{PasswordStdin, argument, password_from_stdin},
    with_services,
};
use crate::{
    app,
    config::AccountArgs,
    domain::{account::Username, authenticator::totp::TotpKey},
    flows::{
        Services,
        seed::{Refusal, Seed, Wanted},
    },
    text::{Said as _, Text},
};

/// Fill an empty database with accounts, to measure with
///
/// The accounts are called seed-1, seed-2 and so on, and share one password, which is hashed once for all
/// of them: good enough to measure with, and never for people. Prints a line for each account: its user name,
/// and the key of its authenticator in base32, or a dash where it has none. Their recovery codes are kept
/// as digests alone.
#[derive(Args)]
pub(super) struct SeedArgs {
    #[command(flatten)]
    settings: AccountArgs,
    /// Accounts, subaccounts included
    #[arg(long, value_name = "COUNT", default_value_t = 1000, value_parser = value_parser!(u32).range(1..=10_000_000))]
    accounts: u32,
    /// Subaccounts of seed-1; all other accounts are main accounts
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    subaccounts: u32,
    /// Entries of the activity log, besides one for each account
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    activity: u64,
    /// Percent of the accounts with an authenticator and recovery codes; seed-1 is among them
    #[arg(long, value_name = "PERCENT", default_value_t = 50, value_parser = value_parser!(u32).range(0..=100))]
    authenticators: u32,
    /// Percent of the accounts with a phone number
    #[arg(long, value_name = "PERCENT", default_value_t = 20, value_parser = value_parser!(u32).range(0..=100))]
    phones: u32,
    /// Write the lines into a new file, which its owner alone can read, and not to standard output
    #[arg(long, value_name = "FILE")]
    keys_to: Option<PathBuf>,
    #[command(flatten)]
    password: PasswordStdin,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Subaccounts => argument("--subaccounts", refusal),
            Refusal::Password(error) => Self::other(error.said(Text::english())),
            refusal => Self::other(refusal),
        }
    }
}

pub(super) fn run(args: &SeedArgs) -> Result<(), Failure> {
    with_services(&args.settings.settings()?, |services| seed(services, args))
}

fn seed(services: &Services, args: &SeedArgs) -> Result<(), Failure> {
    let count = |count: u32| usize::try_from(count).map_err(Failure::other);
    let wanted = Wanted {
        accounts: count(args.accounts)?,
        subaccounts: count(args.subaccounts)?,
        activity: args.activity,
        authenticators: count(args.authenticators)?,
        phones: count(args.phones)?,
    };
    let password = password_from_stdin()?;
    let seed = app::block_on(Seed::prepare(services, wanted, &password))?;
    let mut out: Box<dyn Write> = match &args.keys_to {
        Some(file) => Box::new(new_file(file)?),
        None => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::new(&mut out);
    seed.write(services, &mut |username, key| print_key(&mut out, username, key))?;
    out.flush().map_err(Refusal::Keys)?;
    Ok(())
}

fn print_key(out: &mut impl Write, username: &Username, key: Option<&TotpKey>) -> io::Result<()> {
    let key = Zeroizing::new(key.map_or_else(|| "-".to_owned(), |key| key.groups().concat()));
    writeln!(out, "{} {}", username.as_str(), &*key)
}

/// A file that its owner alone can read from the beginning on.
fn new_file(path: &Path) -> Result<std::fs::File, Failure> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| argument("--keys-to", format_args!("{}: {error}", path.display())))
}
