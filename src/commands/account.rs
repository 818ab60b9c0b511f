//! `vestibule account`: account management for the operator. Every change ends the account's sessions and is
//! recorded in its activity log.

use std::io::Read as _;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use zeroize::Zeroizing;

use super::{Failure, print, with_services};
use crate::{
    app,
    config::AccountArgs,
    domain::{
        account::{Account, Disabled, Email, Username},
        authenticator::{password::Password, set_up_code::SetUpCode},
        language::Language,
        phone_number::PhoneNumber,
        security_event::NO_AUTHENTICATOR,
    },
    flows::{
        Services,
        administer::{self, Disabling, NewAccount, Profile, Refusal, Released, Reset, Summary},
    },
    text::{Said, Text},
};

#[derive(Args)]
pub(super) struct AccountCommand {
    #[command(flatten)]
    settings: AccountArgs,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Create a main account or a subaccount, and print the user name
    Add(AddArgs),
    /// List all accounts
    List {
        /// Print one JSON array
        #[arg(long)]
        json: bool,
    },
    /// Show an account and its recent activity
    Show {
        username: String,
        /// Print the account as one JSON object, without its activity
        #[arg(long)]
        json: bool,
    },
    /// Set an account's password and sign it out everywhere
    SetPassword {
        username: String,
        #[command(flatten)]
        password: PasswordStdin,
    },
    /// Require 2FA for an account (yes), or stop requiring it and remove its second factor (no)
    #[command(name = "require-2fa")]
    Require2fa { username: String, required: YesNo },
    /// Remove an account's second factor, clear its failed codes and sign it out everywhere
    #[command(name = "reset-2fa")]
    Reset2fa { username: String },
    /// Set an account's e-mail address without verifying it, and sign the account out everywhere
    SetEmail { username: String, email: String },
    /// Set an account's phone number, or remove it (none), and sign the account out everywhere
    SetPhone {
        username: String,
        /// Phone number with country code, or the word none
        number: String,
    },
    /// Disable an account and sign it out everywhere
    Disable { username: String },
    /// Enable a disabled account
    Enable { username: String },
    /// Clear an account's IP allow list; for a main account also the list for its subaccounts
    ClearAddresses { username: String },
    /// Unlock an account by clearing its failed password and code attempts
    Unlock { username: String },
}

#[derive(Args)]
struct AddArgs {
    #[arg(long)]
    username: String,
    #[arg(long)]
    email: String,
    /// Phone number with country code, for codes by SMS or call
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// Create a subaccount of this main account
    #[arg(long, value_name = "MAIN")]
    subaccount_of: Option<String>,
    /// Allow the subaccount to manage the other subaccounts of its main account
    #[arg(long, requires = "subaccount_of")]
    manager: bool,
    /// Require 2FA
    #[arg(long = "require-2fa")]
    require_2fa: bool,
    /// Language of its pages and messages, for example de; without it, that of its browser or main account
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    #[command(flatten)]
    password: PasswordStdin,
}

#[derive(Clone, Copy, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

#[derive(Args)]
pub(super) struct PasswordStdin {
    /// Read the password from standard input: one line; a line break at the end and a byte order mark are
    /// ignored
    #[arg(long, required = true)]
    password_stdin: bool,
}

pub(super) fn run(command: AccountCommand) -> Result<(), Failure> {
    let settings = command.settings.settings()?;
    with_services(&settings, |services| app::block_on(act(services, command.action)))
}

async fn act(services: &Services, action: Action) -> Result<(), Failure> {
    match action {
        Action::Add(new) => add(services, new).await?,
        Action::List { json: true } => {
            let accounts = administer::summaries(services).await?;
            print_json(&accounts.iter().map(AccountJson::of).collect::<Vec<_>>())?;
        }
        Action::List { json: false } => {
            for account in administer::list(services).await? {
                print(format_args!("{}", line(&account)))?;
            }
        }
        Action::Show { username, json } => {
            let profile = administer::show(services, &username).await?;
            if json {
                print_json(&AccountJson::of(&profile.summary))?;
            } else {
                print_profile(&profile)?;
            }
        }
        Action::SetPassword { username, .. } => {
            administer::set_password(services, &username, &password_from_stdin()?).await?;
            print(format_args!(
                "Changed the password of {username} and signed it out everywhere."
            ))?;
        }
        Action::Require2fa {
            username,
            required: YesNo::Yes,
        } => {
            if administer::require_second_factor(services, &username).await? {
                print(format_args!("{username} is now required to use 2FA."))?;
            } else {
                print(format_args!("{username} is already required to use 2FA."))?;
            }
        }
        Action::Require2fa {
            username,
            required: YesNo::No,
        } => {
            let released = administer::no_longer_require_second_factor(services, &username).await?;
            print_released(&username, released)?;
        }
        Action::ClearAddresses { username } => {
            if administer::clear_addresses(services, &username).await? {
                print(format_args!("Cleared the IP allow list of {username}."))?;
            } else {
                print(format_args!("{username} has no IP allow list."))?;
            }
        }
        Action::Unlock { username } => {
            administer::unlock(services, &username).await?;
            print(format_args!("Unlocked {username}: failed attempts cleared."))?;
        }
        Action::Reset2fa { username } => {
            print_reset(
                &username,
                administer::reset_second_factor(services, &username).await?,
            )?;
        }
        Action::SetEmail { username, email } => {
            let email = Email::parse(&email).map_err(|error| refused("EMAIL", &error))?;
            if administer::set_email(services, &username, email).await? {
                print(format_args!(
                    "Changed the e-mail address of {username} and signed it out everywhere."
                ))?;
            } else {
                print(format_args!(
                    "{username} already has this e-mail address. Links and codes mailed earlier no longer \
                     work, and {username} was signed out everywhere."
                ))?;
            }
        }
        Action::SetPhone { username, number } => set_phone(services, &username, &number).await?,
        Action::Disable { username } => {
            print_disabling(&username, &administer::disable(services, &username).await?)?;
        }
        Action::Enable { username } => {
            if administer::enable(services, &username).await? {
                print(format_args!("Enabled {username}."))?;
            } else {
                print(format_args!("{username} is already enabled."))?;
            }
        }
    }
    Ok(())
}

async fn set_phone(services: &Services, username: &str, number: &str) -> Result<(), Failure> {
    let number = match number {
        "none" => None,
        number => Some(PhoneNumber::parse(number).map_err(|error| refused("NUMBER", &error))?),
    };
    let done = if number.is_some() { "Changed" } else { "Removed" };
    let code = administer::set_phone(services, username, number).await?;
    print(format_args!(
        "{done} the phone number of {username} and signed it out everywhere."
    ))?;
    print_set_up_code(username, code)
}

async fn add(services: &Services, args: AddArgs) -> Result<(), Failure> {
    let username = Username::parse(&args.username).map_err(|error| refused("--username", &error))?;
    let email = Email::parse(&args.email).map_err(|error| refused("--email", &error))?;
    let number = args.phone.as_deref().map(PhoneNumber::parse).transpose();
    let number = number.map_err(|error| refused("--phone", &error))?;
    let language = args
        .language
        .as_deref()
        .map(|tag| language(services, tag))
        .transpose()?;
    let name = username.as_str().to_owned();
    let password = password_from_stdin()?;
    let new = NewAccount {
        username,
        email,
        number,
        main: args.subaccount_of,
        manager: args.manager,
        two_factor_required: args.require_2fa,
        language,
    };
    administer::add(services, new, &password).await?;
    print(format_args!("{name}"))
}

fn language(services: &Services, tag: &str) -> Result<Language, Failure> {
    let words = &services.channels.words;
    words.named(tag).ok_or_else(|| {
        let known: Vec<&str> = words.tags().collect();
        let fault = format!(
            "{tag} is not a language of this installation; it has {}",
            known.join(", ")
        );
        argument("--language", fault)
    })
}

fn print_disabling(username: &str, disabling: &Disabling) -> Result<(), Failure> {
    if disabling.changed {
        print(format_args!("Disabled {username} and signed it out everywhere."))?;
    } else {
        print(format_args!(
            "{username} is already disabled. Signed it out everywhere."
        ))?;
    }
    if disabling.subaccounts > 0 {
        print(format_args!(
            "Its {} subaccounts cannot sign in either; {} of them were signed out.",
            disabling.subaccounts, disabling.signed_out
        ))?;
    }
    Ok(())
}

/// Prints what the reset did, and the set-up code to pass on.
fn print_reset(username: &str, reset: Reset) -> Result<(), Failure> {
    if reset.there_was_one {
        print(format_args!(
            "Removed the second factor of {username} and signed it out everywhere."
        ))?;
    } else {
        print(format_args!(
            "{username} had no second factor to remove. Cleared its failed codes and signed it out \
             everywhere."
        ))?;
    }
    print_set_up_code(username, reset.set_up_code)
}

/// Prints what `require-2fa no` did.
fn print_released(username: &str, released: Released) -> Result<(), Failure> {
    if !released.changed {
        return print(format_args!(
            "{username} was not required to use 2FA; nothing was changed."
        ));
    }
    if released.by_policy {
        print(format_args!(
            "Removed the second factor of {username} and signed it out everywhere. The policy of its main \
             account requires 2FA: {username} must set it up again at the next sign-in."
        ))?;
    } else {
        print(format_args!(
            "{username} is no longer required to use 2FA. Removed its second factor and signed it out \
             everywhere."
        ))?;
    }
    print_set_up_code(username, released.set_up_code)
}

fn print_set_up_code(username: &str, code: Option<SetUpCode>) -> Result<(), Failure> {
    if let Some(code) = code {
        print(format_args!(
            "Set-up code for {username}: {}. It is shown only once, works once and expires in three days. \
             Give it only to {username}.",
            &*code.grouped()
        ))?;
    }
    Ok(())
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Number => argument("--phone", refusal),
            Refusal::Name(error) => refused("--username", &error),
            Refusal::Password(error) => Self::other(error.said(Text::english())),
            refusal => Self::other(refusal),
        }
    }
}

/// An argument that a page would refuse with the same sentence.
fn refused(name: &str, error: &impl Said) -> Failure {
    argument(name, error.said(Text::english()))
}

pub(super) fn argument(name: &str, error: impl std::fmt::Display) -> Failure {
    Failure::Arguments(vec![format!("{name}: {error}")])
}

/// Reads one line. A byte order mark and the line break at the end come from the program that wrote it, and
/// are ignored.
pub(super) fn password_from_stdin() -> Result<Zeroizing<String>, Failure> {
    let mut text = Zeroizing::new(String::new());
    // A character has at most four bytes; a byte order mark and a line break may surround them.
    let longest = 3 + 4 * Password::MAX as u64 + 3;
    std::io::stdin()
        .take(longest)
        .read_to_string(&mut text)
        .map_err(|error| {
            Failure::other(format_args!(
                "failed to read the password from standard input: {error}"
            ))
        })?;
    let line = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.contains(['\n', '\r']) {
        return Err(Failure::other(
            "the password on standard input has more than one line; a password cannot contain a line break",
        ));
    }
    Ok(Zeroizing::new(line.to_owned()))
}

/// An account in the JSON output.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the object")]
struct AccountJson<'a> {
    username: &'a str,
    email: &'a str,
    phone: Option<&'a str>,
    /// The user name of its main account; null for a main account.
    main_account: Option<&'a str>,
    manager: bool,
    two_factor: bool,
    two_factor_required: bool,
    /// Disabled itself, or because its main account is.
    disabled: bool,
    /// What its owner chose to read; null if nothing.
    language: Option<&'a str>,
    /// RFC 3339, UTC.
    created_at: String,
}

impl<'a> AccountJson<'a> {
    fn of(summary: &'a Summary) -> Self {
        let account = &summary.account;
        Self {
            username: account.username.as_str(),
            email: account.email.as_str(),
            phone: summary.number.as_ref().map(PhoneNumber::as_str),
            main_account: summary.main_account.as_ref().map(Username::as_str),
            manager: account.manager,
            two_factor: summary.second_factor_since.is_some(),
            two_factor_required: account.two_factor_required,
            disabled: account.disabled.is_some(),
            language: account.language.as_ref().map(Language::as_str),
            created_at: account.created_at.to_string(),
        }
    }
}

fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(Failure::other)?;
    print(format_args!("{text}"))
}

fn line(account: &Account) -> String {
    let mut words = vec![account.username.as_str(), account.email.as_str()];
    words.push(match (&account.main_account, account.manager) {
        (None, _) => "main account",
        (Some(_), true) => "manager",
        (Some(_), false) => "subaccount",
    });
    if account.two_factor_required {
        words.push("2FA required");
    }
    match account.disabled {
        Some(Disabled::Itself(_)) => words.push("disabled"),
        Some(Disabled::WithMainAccount(_)) => words.push("disabled with its main account"),
        None => {}
    }
    words.join("\t")
}

fn print_profile(profile: &Profile) -> Result<(), Failure> {
    let Profile {
        summary,
        failed_codes,
        activity,
    } = profile;
    let Summary {
        account,
        main_account,
        second_factor_since,
        ..
    } = summary;
    print(format_args!("user name      {}", account.username.as_str()))?;
    print(format_args!("e-mail         {}", account.email.as_str()))?;
    match main_account {
        Some(main) => print(format_args!("subaccount of  {}", main.as_str()))?,
        None => print(format_args!("main account   yes"))?,
    }
    print(format_args!(
        "manager        {}",
        if account.manager { "yes" } else { "no" }
    ))?;
    print(format_args!("created        {}", account.created_at))?;
    match account.disabled {
        Some(Disabled::Itself(at)) => print(format_args!("disabled       since {at}"))?,
        Some(Disabled::WithMainAccount(at)) => {
            print(format_args!("disabled       since {at}, with its main account"))?;
        }
        None => print(format_args!("disabled       no"))?,
    }
    match second_factor_since {
        Some(at) => print(format_args!("2FA            on since {at}"))?,
        None => print(format_args!("2FA            off"))?,
    }
    print(format_args!(
        "2FA required   {}",
        if account.two_factor_required { "yes" } else { "no" }
    ))?;
    print(format_args!("failed codes   {failed_codes} in a row"))?;
    if !activity.is_empty() {
        print(format_args!("\nrecent activity"))?;
    }
    for entry in activity {
        let address = entry.address.as_deref().unwrap_or("-");
        let reason = entry.reason.as_deref().map(|reason| match reason {
            NO_AUTHENTICATOR => Text::english().activity_no_authenticator(),
            reason => reason,
        });
        let reason = reason.map(|reason| format!("  {reason:?}"));
        print(format_args!(
            "  {}  {:26}  {address}{}",
            entry.at,
            entry.event,
            reason.unwrap_or_default()
        ))?;
    }
    Ok(())
}
