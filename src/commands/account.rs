//! `vestibule account`: for whoever runs the program. Every change ends the account's
//! sessions and is written to its activity log.

use std::io::Read as _;

use clap::{Args, Subcommand, ValueEnum};
use zeroize::Zeroizing;

use super::Failure;
use crate::{
    app,
    config::AccountArgs,
    domain::{
        account::{Account, Disabled, Email, Username},
        authenticator::password::Password,
        phone_number::PhoneNumber,
    },
    flows::{
        Services,
        administer::{self, Disabling, NewAccount, Profile, Refusal, Reset},
    },
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
    /// Add a main account, or a subaccount of one; prints the user name
    Add {
        #[arg(long)]
        username: String,
        #[arg(long)]
        email: String,
        /// Phone number with its country code, for codes by SMS or call
        #[arg(long, value_name = "NUMBER")]
        phone: Option<String>,
        /// The main account that the new one belongs to
        #[arg(long, value_name = "MAIN")]
        subaccount_of: Option<String>,
        /// Let it manage the other subaccounts of its main account
        #[arg(long, requires = "subaccount_of")]
        manager: bool,
        /// It must have a second factor
        #[arg(long = "require-2fa")]
        require_2fa: bool,
        #[command(flatten)]
        password: PasswordStdin,
    },
    /// List all accounts
    List,
    /// Show an account and its latest activity
    Show { username: String },
    /// Set an account's password; ends its sessions
    SetPassword {
        username: String,
        #[command(flatten)]
        password: PasswordStdin,
    },
    /// Require a second factor of an account (yes), or no longer and remove what it has (no)
    #[command(name = "require-2fa")]
    Require2fa { username: String, required: YesNo },
    /// Remove an account's second factor and let its codes count again; ends its sessions
    #[command(name = "reset-2fa")]
    Reset2fa { username: String },
    /// Disable an account; ends its sessions
    Disable { username: String },
    /// Enable a disabled account
    Enable { username: String },
    /// Let an account sign in from everywhere; a main account's list for everybody goes too
    ClearAddresses { username: String },
    /// Forget an account's wrong passwords and codes, so that it need not wait
    Unlock { username: String },
}

#[derive(Clone, Copy, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

#[derive(Args)]
struct PasswordStdin {
    /// Read the password from standard input; one line break at its end is dropped
    #[arg(long, required = true)]
    password_stdin: bool,
}

pub(super) fn run(command: AccountCommand) -> Result<(), Failure> {
    let settings = command.settings.settings()?;
    let services = app::services_for_accounts(&settings).map_err(Failure::other)?;
    app::block_on(act(&services, command.action))
}

async fn act(services: &Services, action: Action) -> Result<(), Failure> {
    match action {
        Action::Add {
            username,
            email,
            phone,
            subaccount_of,
            manager,
            require_2fa,
            ..
        } => {
            let username = Username::parse(&username).map_err(|error| argument("--username", error))?;
            let email = Email::parse(&email).map_err(|error| argument("--email", error))?;
            let number = phone.as_deref().map(PhoneNumber::parse).transpose();
            let number = number.map_err(|error| argument("--phone", error))?;
            let name = username.as_str().to_owned();
            let password = password_from_stdin()?;
            let new = NewAccount {
                username,
                email,
                number,
                main: subaccount_of,
                manager,
                two_factor_required: require_2fa,
            };
            administer::add(services, new, &password).await?;
            println!("{name}");
        }
        Action::List => {
            for account in administer::list(services).await? {
                println!("{}", line(&account));
            }
        }
        Action::Show { username } => print_profile(&administer::show(services, &username).await?),
        Action::SetPassword { username, .. } => {
            administer::set_password(services, &username, &password_from_stdin()?).await?;
            println!("{username} has a new password and is signed out everywhere.");
        }
        Action::Require2fa {
            username,
            required: YesNo::Yes,
        } => {
            if administer::require_second_factor(services, &username).await? {
                println!("{username} must have a second factor from the next request on.");
            } else {
                println!("{username} had to have a second factor already.");
            }
        }
        Action::Require2fa {
            username,
            required: YesNo::No,
        } => {
            if administer::no_longer_require_second_factor(services, &username).await? {
                println!(
                    "{username} needs no second factor, has none any more and is signed out everywhere."
                );
            } else {
                println!("{username} needed no second factor; nothing was removed.");
            }
        }
        Action::ClearAddresses { username } => {
            if administer::clear_addresses(services, &username).await? {
                println!("{username} can sign in from everywhere.");
            } else {
                println!("{username} had no list of addresses.");
            }
        }
        Action::Unlock { username } => {
            administer::unlock(services, &username).await?;
            println!("{username} need not wait any more; wrong passwords and codes are forgotten.");
        }
        Action::Reset2fa { username } => {
            say_reset(
                &username,
                administer::reset_second_factor(services, &username).await?,
            );
        }
        Action::Disable { username } => {
            print_disabling(&username, &administer::disable(services, &username).await?);
        }
        Action::Enable { username } => {
            let changed = administer::enable(services, &username).await?;
            println!(
                "{username} {}enabled.",
                if changed { "is " } else { "was already " }
            );
        }
    }
    Ok(())
}

fn print_disabling(username: &str, disabling: &Disabling) {
    println!(
        "{username} {}disabled and is signed out everywhere.",
        if disabling.changed { "is " } else { "was already " }
    );
    if disabling.subaccounts > 0 {
        println!(
            "Its {} subaccounts cannot sign in either; {} of them were signed in and are signed out.",
            disabling.subaccounts, disabling.signed_out
        );
    }
}

/// Says what a reset did, and what is to be passed on.
fn say_reset(username: &str, reset: Reset) {
    if reset.there_was_one {
        println!("{username} has no second factor any more and is signed out everywhere.");
    } else {
        println!(
            "{username} had no second factor to reset; wrong codes are forgotten, and it is signed out everywhere."
        );
    }
    if let Some(code) = reset.set_up_code {
        println!(
            "Set-up code for {username}, shown only now: {}. It works once, for three days. Give it to nobody else.",
            &*code.grouped()
        );
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Number => argument("--phone", refusal),
            refusal => Self::other(refusal),
        }
    }
}

fn argument(name: &str, error: impl std::fmt::Display) -> Failure {
    Failure::Arguments(vec![format!("{name}: {error}")])
}

fn password_from_stdin() -> Result<Zeroizing<String>, Failure> {
    let mut text = Zeroizing::new(String::new());
    // One character has at most four bytes; a line break may follow.
    let longest = 4 * Password::MAX as u64 + 3;
    std::io::stdin()
        .take(longest)
        .read_to_string(&mut text)
        .map_err(|error| Failure::other(format_args!("the password on standard input: {error}")))?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned()))
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

fn print_profile(profile: &Profile) {
    let Profile {
        account,
        main_account,
        second_factor_since,
        failed_codes,
        activity,
    } = profile;
    println!("user name      {}", account.username.as_str());
    println!("e-mail         {}", account.email.as_str());
    match main_account {
        Some(main) => println!("subaccount of  {}", main.as_str()),
        None => println!("main account   yes"),
    }
    println!("manager        {}", if account.manager { "yes" } else { "no" });
    println!("created        {}", account.created_at);
    match account.disabled {
        Some(Disabled::Itself(at)) => println!("disabled       since {at}"),
        Some(Disabled::WithMainAccount(at)) => println!("disabled       since {at}, with its main account"),
        None => println!("disabled       no"),
    }
    match second_factor_since {
        Some(at) => println!("2FA            on since {at}"),
        None => println!("2FA            off"),
    }
    println!(
        "2FA required   {}",
        if account.two_factor_required { "yes" } else { "no" }
    );
    println!("wrong codes    {failed_codes} in a row");
    if !activity.is_empty() {
        println!("\nlatest activity");
    }
    for entry in activity {
        let address = entry.address.as_deref().unwrap_or("-");
        let reason = entry.reason.as_deref().map(|reason| format!("  {reason:?}"));
        println!(
            "  {}  {:26}  {address}{}",
            entry.at,
            entry.event,
            reason.unwrap_or_default()
        );
    }
}
