//! `vestibule seed`: fills a database for benchmarks. Hidden, because no installation needs it.

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

/// Fill an empty database with accounts for benchmarks The accounts are called seed-1, seed-2 and so on. They
/// share one password and one password hash, so never use them for real people. Prints one line for each
/// account: its user name and the base32 key of its authenticator, or a dash if it has none. Recovery codes
/// are stored only as digests and not printed.
#[derive(Args)]
pub(super) struct SeedArgs {
    #[command(flatten)]
    settings: AccountArgs,
    /// Number of accounts, including subaccounts
    #[arg(long, value_name = "COUNT", default_value_t = 1000, value_parser = value_parser!(u32).range(1..=10_000_000))]
    accounts: u32,
    /// Number of subaccounts of seed-1; all other accounts are main accounts
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    subaccounts: u32,
    /// Number of activity log entries, in addition to one for each account
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    activity: u64,
    /// Percentage of accounts with an authenticator and recovery codes; includes seed-1
    #[arg(long, value_name = "PERCENT", default_value_t = 50, value_parser = value_parser!(u32).range(0..=100))]
    authenticators: u32,
    /// Percentage of accounts with a phone number
    #[arg(long, value_name = "PERCENT", default_value_t = 20, value_parser = value_parser!(u32).range(0..=100))]
    phones: u32,
    /// Write the lines to a new file that only its owner can read, instead of standard output
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

/// Creates a file with mode 0600 from the start, so that no other user can open it before its mode is set.
fn new_file(path: &Path) -> Result<std::fs::File, Failure> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| argument("--keys-to", format_args!("{}: {error}", path.display())))
}
