//! Settings: flags and environment variables with the same names, read only here. They become values, not
//! services; all faults are collected, so that the operator sees all of them at once.

pub mod database;
pub mod environment;
pub mod keys;
pub mod limits;
pub mod locales;
pub mod log;
pub mod look;
pub mod mail;
pub mod phone;
pub mod retention;
mod secret;
pub mod sign_in;
pub mod web;

use std::{fmt, time::Duration};

use clap::Args;

use self::{
    database::{DatabaseArgs, WaitArgs},
    keys::KeyArgs,
    limits::LimitArgs,
    locales::LocalesArgs,
    log::LogArgs,
    look::LookArgs,
    mail::MailArgs,
    phone::PhoneArgs,
    retention::RetentionArgs,
    sign_in::SignInArgs,
    web::WebArgs,
};
use crate::{
    domain::{limits::send_budget::Budgets, phone_number::CountryPrefixes},
    text::Languages,
};

/// An invalid setting.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the environment variable.
    pub variable: &'static str,
    /// What is wrong, as the end of a sentence that starts with the name: "is …".
    pub sentence: String,
}

impl Fault {
    fn new(variable: &'static str, sentence: impl fmt::Display) -> Self {
        Self {
            variable,
            sentence: sentence.to_string(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}.", self.variable, self.sentence)
    }
}

/// Collects faults while settings are read.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn keep<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }
}

/// The flags of `serve`.
#[derive(Debug, Args, Default)]
pub struct ServeArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    wait: WaitArgs,
    #[command(flatten)]
    keys: KeyArgs,
    #[command(flatten)]
    web: WebArgs,
    #[command(flatten)]
    sign_in: SignInArgs,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    locales: LocalesArgs,
    #[command(flatten)]
    mail: MailArgs,
    #[command(flatten)]
    phone: PhoneArgs,
    #[command(flatten)]
    limits: LimitArgs,
    #[command(flatten)]
    retention: RetentionArgs,
    #[command(flatten)]
    log: LogArgs,
}

/// All settings of `serve`.
#[derive(Debug)]
pub struct Settings {
    /// Where the database is.
    pub database: crate::store::Location,
    /// How long to wait at start for a server that is unreachable.
    pub database_wait: Duration,
    /// Where the key ring is.
    pub keys: keys::KeyFile,
    /// Listener, origin and proxies.
    pub web: web::WebSettings,
    /// Sign-in and set-up.
    pub sign_in: sign_in::SignInSettings,
    /// Accent colour and logo.
    pub look: look::LookSettings,
    /// The languages of pages and messages.
    pub languages: Languages,
    /// Outgoing mail.
    pub mail: mail::MailSettings,
    /// SMS and calls.
    pub phone: phone::PhoneSettings,
    /// Sending limits.
    pub budgets: Budgets,
    /// How many days activity is kept.
    pub activity_days: i64,
}

impl ServeArgs {
    /// The log format; needed before anything can fail.
    #[must_use]
    pub const fn log_format(&self) -> log::LogFormat {
        self.log.format()
    }

    /// Reads every setting.
    ///
    /// # Errors
    /// All faults, one for each invalid setting.
    pub fn settings(&self) -> Result<Settings, Vec<Fault>> {
        let mut faults = Faults::default();
        let database = faults.keep(self.database.location());
        let keys = database
            .as_ref()
            .and_then(|location| faults.keep(self.keys.file(location)));
        let database_wait = faults.keep(self.wait.wait());
        let web = self.web.read(&mut faults);
        let sign_in = self.sign_in.read(&mut faults);
        let look = self.look.read(&mut faults);
        let languages = self.locales.read(&mut faults);
        let local = web.as_ref().is_some_and(|web| web.is_local);
        let mail = self.mail.read(local, &mut faults);
        let phone = self.phone.read(local, &mut faults);
        let budgets = self.limits.read(&mut faults);
        let activity_days = faults.keep(self.retention.days());
        match (
            database,
            database_wait,
            keys,
            web,
            sign_in,
            look,
            languages,
            mail,
            phone,
            budgets,
            activity_days,
        ) {
            (
                Some(database),
                Some(database_wait),
                Some(keys),
                Some(web),
                Some(sign_in),
                Some(look),
                Some(languages),
                Some(mail),
                Some(phone),
                Some(budgets),
                Some(activity_days),
            ) => Ok(Settings {
                database,
                database_wait,
                keys,
                web,
                sign_in,
                look,
                languages,
                mail,
                phone,
                budgets,
                activity_days,
            }),
            _ => Err(faults.0),
        }
    }
}

/// The flags of commands that access the database.
#[derive(Debug, Args, Default)]
pub struct AccountArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    keys: KeyArgs,
    /// Name of this service; passwords may not contain it
    #[arg(
        long,
        env = "VESTIBULE_ISSUER",
        default_value = sign_in::DEFAULT_ISSUER,
        hide_env_values = true,
        help_heading = "Sign-in"
    )]
    issuer: String,
    #[command(flatten)]
    countries: phone::CountryArgs,
    #[command(flatten)]
    locales: LocalesArgs,
}

/// The settings of commands that access the database.
pub struct AccountSettings {
    /// Where the database is.
    pub database: crate::store::Location,
    /// Where the key ring is.
    pub keys: keys::KeyFile,
    /// The name of this service.
    pub issuer: String,
    /// The allowed countries of phone numbers; all countries if not set.
    pub countries: CountryPrefixes,
    /// The languages that an account can have.
    pub languages: Languages,
}

impl AccountArgs {
    /// Reads the settings.
    ///
    /// # Errors
    /// All faults.
    pub fn settings(&self) -> Result<AccountSettings, Vec<Fault>> {
        let mut faults = Faults::default();
        let database = faults.keep(self.database.location());
        let keys = database
            .as_ref()
            .and_then(|location| faults.keep(self.keys.file(location)));
        let issuer = faults.keep(sign_in::issuer(&self.issuer));
        let countries = faults.keep(self.countries.read());
        let languages = self.locales.read(&mut faults);
        match (database, keys, issuer, countries, languages) {
            (Some(database), Some(keys), Some(issuer), Some(countries), Some(languages)) => {
                Ok(AccountSettings {
                    database,
                    keys,
                    issuer,
                    countries: countries.unwrap_or(CountryPrefixes::Everywhere),
                    languages,
                })
            }
            _ => Err(faults.0),
        }
    }
}
