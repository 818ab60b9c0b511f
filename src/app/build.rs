//! Builds the services from the settings.

use std::{
    sync::Arc,
    thread::{self, available_parallelism},
    time::{Duration, Instant},
};

use secrecy::ExposeSecret as _;

use crate::{
    config::{
        AccountSettings, Settings,
        keys::{KeyFile, KeyFileError},
        mail::MailSettings,
        phone::{PhoneSettings, PhoneWay},
        web::WebSettings,
    },
    delivery::{
        Delivery, Mail, Words,
        phone_message::PhoneMessage,
        smtp::{Smtp, SmtpError},
        terminal::Terminal,
        twilio::{self, Signed, Subscription, Twilio, TwilioError, TwilioSignature},
    },
    domain::{
        authenticator::totp::KeyLength,
        clock::{Clock, SystemClock},
        lifetimes::ACTIVITY_DAYS,
        limits::send_budget::Budgets,
        random::{OsRandom, Random},
        sealed::KeyRing,
    },
    flows::{Channels, FlowSettings, Keys, MailWay, Services, Telephone, deliver::Outbox},
    hasher::{Hasher, HasherError},
    store::{Database, Location, StoreError, event_chains, key_checks, send_counters::Purse},
    web::{
        assets::Assets,
        language_list::LanguageList,
        site::{Once, Site},
    },
};

/// Why the services could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The key file.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The key ring belongs to another database.
    #[error(
        "the key ring in VESTIBULE_KEY_FILE does not belong to this database, so its secrets cannot be \
         decrypted; restore the correct key file from a backup"
    )]
    ForeignKeys,
    /// The database.
    #[error("DATABASE_URL: {0}")]
    Store(StoreError),
    /// The hashing pool.
    #[error(transparent)]
    Hasher(#[from] HasherError),
    /// The mail server.
    #[error(transparent)]
    Mail(#[from] SmtpError),
    /// The provider of SMS and calls.
    #[error(transparent)]
    Phone(#[from] TwilioError),
    /// A part of every page.
    #[error("the list of languages: {0}")]
    Page(String),
    /// The listener.
    #[error("VESTIBULE_LISTEN: {0}")]
    Listen(std::io::Error),
}

impl From<StoreError> for BuildError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unopenable(_) => Self::ForeignKeys,
            error => Self::Store(error),
        }
    }
}

/// External dependencies: clock, randomness and delivery.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Mail delivery that replaces the configured one.
    pub mail: Option<Arc<dyn Delivery<Mail>>>,
    /// The same for SMS and calls.
    pub phone: Option<Arc<dyn Delivery<PhoneMessage>>>,
}

impl Surroundings {
    /// Those of the machine.
    #[must_use]
    pub fn real() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            random: Arc::new(OsRandom),
            mail: None,
            phone: None,
        }
    }
}

/// The services of the command line.
///
/// # Errors
/// [`BuildError`].
pub fn services_for_accounts(settings: &AccountSettings) -> Result<Services, BuildError> {
    let AccountSettings {
        database,
        keys,
        issuer,
        countries,
        languages,
    } = settings;
    let database = || Ok(Database::open(database)?);
    let (database, keys) = open(database, keys, &OsRandom)?;
    Ok(Services {
        database,
        hasher: Hasher::start(1, Arc::new(OsRandom))?,
        clock: Arc::new(SystemClock),
        random: Arc::new(OsRandom),
        channels: Arc::new(Channels {
            telephone: None,
            countries: countries.clone(),
            mail: MailWay::Missing,
            words: Words::new(languages.clone(), issuer.clone()),
            purse: purse(&keys, &Budgets::default()),
        }),
        settings: Arc::new(FlowSettings {
            issuer: issuer.clone(),
            key_length: KeyLength::Chars16,
            activity_days: ACTIVITY_DAYS,
        }),
        keys: Arc::new(keys),
    })
}

/// Migrates the schema of a database. `keys` is given for a SQLite file, whose key ring is created together
/// with it.
///
/// # Errors
/// [`BuildError`].
pub fn migrate(
    location: &Location,
    keys: Option<&KeyFile>,
    wait: Duration,
    waiting: impl Fn(&StoreError),
) -> Result<Database, BuildError> {
    if let Some(keys) = keys.filter(|keys| keys.may_be_created) {
        keys.open(&OsRandom)?;
    }
    open_or_wait(location, wait, waiting)
}

/// How often an unreachable server is retried, and how often that is logged.
const TRIED_EVERY: Duration = Duration::from_secs(1);
const SAID_EVERY: Duration = Duration::from_secs(5);

/// Opens the database. Waits for an unreachable server, because after a power cut everything starts at the
/// same time. Calls `waiting` with the reason every few seconds.
fn open_or_wait(
    location: &Location,
    wait: Duration,
    waiting: impl Fn(&StoreError),
) -> Result<Database, BuildError> {
    let (begun, mut said) = (Instant::now(), None::<Instant>);
    loop {
        match Database::open(location) {
            Err(error @ StoreError::Unavailable(_)) if location.is_remote() && begun.elapsed() < wait => {
                if said.is_none_or(|at| at.elapsed() >= SAID_EVERY) {
                    waiting(&error);
                    said = Some(Instant::now());
                }
                thread::sleep(TRIED_EVERY);
            }
            opened => return Ok(opened?),
        }
    }
}

/// Opens the key ring and the database, and checks that they belong together.
fn open(
    database: impl FnOnce() -> Result<Database, BuildError>,
    keys: &KeyFile,
    random: &dyn Random,
) -> Result<(Database, Keys), BuildError> {
    // First, while it is still known whether the database is new.
    let ring: Arc<KeyRing> = Arc::new(keys.open(random)?);
    let database = database()?;
    let keys = Keys::of(ring);
    database.run_blocking(|conn| {
        key_checks::check(conn, &keys.ring, random)?;
        event_chains::begin(conn, &keys.activity)
    })?;
    Ok((database, keys))
}

fn purse(keys: &Keys, budgets: &Budgets) -> Purse {
    Purse {
        budgets: *budgets,
        key: keys.ring.derive("send counters"),
    }
}

/// The configured mail delivery; none if mail is not configured. `host` is the name sent in EHLO.
fn way_out(
    settings: &MailSettings,
    issuer: &str,
    host: &str,
) -> Result<Option<Arc<dyn Delivery<Mail>>>, BuildError> {
    Ok(match settings {
        MailSettings::Smtp { url, from, name } => {
            let name = name.as_deref().unwrap_or(issuer);
            Some(Arc::new(Smtp::new(url.expose_secret(), (from, name), host)?))
        }
        MailSettings::Trial => Some(Arc::new(Terminal)),
        MailSettings::Missing => None,
    })
}

/// How messages reach phones; `given` takes the place of what the settings name.
fn telephone(
    settings: &PhoneSettings,
    web: &WebSettings,
    given: Option<Arc<dyn Delivery<PhoneMessage>>>,
) -> Result<Option<Telephone>, BuildError> {
    let mut signature: Option<Arc<dyn Signed>> = None;
    let named: Option<Arc<dyn Delivery<PhoneMessage>>> = match &settings.way {
        PhoneWay::Twilio {
            base,
            account,
            token,
            from,
        } => {
            // The provider cannot reach a localhost URL, so there are no webhooks to verify.
            if !web.is_local {
                signature = Some(Arc::new(TwilioSignature(token.clone())));
            }
            let subscription = Subscription {
                base: base.clone(),
                account: account.clone(),
                token: token.clone(),
                from: from.clone(),
            };
            Some(Arc::new(Twilio::new(subscription, twilio::LONGEST_SEND)?))
        }
        PhoneWay::Trial => Some(Arc::new(Terminal)),
        PhoneWay::Missing => None,
    };
    Ok(given.or(named).map(|delivery| Telephone {
        delivery,
        signature,
        origin: web.origin.as_str().into(),
        trial: matches!(settings.way, PhoneWay::Trial),
        calls: match &settings.way {
            PhoneWay::Twilio { from, .. } => from.number().is_some(),
            PhoneWay::Trial | PhoneWay::Missing => true,
        },
    }))
}

/// What the pages and the outbox need.
pub(super) fn site(settings: &Settings, surroundings: Surroundings) -> Result<(Site, Outbox), BuildError> {
    let Settings {
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
    } = settings;
    let Surroundings {
        clock,
        random,
        mail: given_mail,
        phone: given_phone,
    } = surroundings;
    let delivery = match given_mail {
        Some(delivery) => Some(delivery),
        None => way_out(mail, &sign_in.issuer, &web.host)?,
    };
    let mail_way = match (&delivery, mail) {
        (None, _) => MailWay::Missing,
        (Some(_), MailSettings::Trial) => MailWay::Printed,
        (Some(_), _) => MailWay::Sent,
    };
    let telephone = telephone(phone, web, given_phone)?;
    let database = || {
        open_or_wait(database, *database_wait, |error| {
            tracing::warn!("waiting for the database: {error}");
        })
    };
    let (database, keys) = open(database, keys, &*random)?;
    if let Some(file) = database.made_file() {
        tracing::info!(file = %file.display(), "created a new SQLite database");
    }
    if !database.finds_parts() {
        tracing::warn!(
            "the PostgreSQL extension pg_trgm is not installed and the database user may not create it: \
             searches scan all subaccounts; see “Searching on PostgreSQL” in docs/operator.md"
        );
    }
    let cores = available_parallelism().map_or(1, usize::from);
    let services = Services {
        database,
        hasher: Hasher::start(cores, random.clone())?,
        clock,
        random,
        channels: Arc::new(Channels {
            telephone,
            countries: phone.countries.clone(),
            mail: mail_way,
            words: Words::new(languages.clone(), sign_in.issuer.clone()),
            purse: purse(&keys, budgets),
        }),
        settings: Arc::new(FlowSettings {
            issuer: sign_in.issuer.clone(),
            key_length: sign_in.key_length,
            activity_days: *activity_days,
        }),
        keys: Arc::new(keys),
    };
    let site = Site {
        issuer: sign_in.issuer.clone(),
        support: sign_in.support.clone(),
        language_list: LanguageList::of(languages).map_err(|error| BuildError::Page(error.to_string()))?,
        languages: languages.clone(),
        origin: web.origin.clone(),
        help_after: sign_in.help_after,
        trusted_proxies: web.trusted_proxies.clone(),
        session_key: services.keys.ring.derive("session cookie"),
        csrf_key: services.keys.ring.derive("form tokens"),
        repeat_key: services.keys.ring.derive("forms that are sent twice"),
        assets: Assets::new(
            look.accent,
            look.logo
                .as_ref()
                .map(|logo| (logo.media_type, logo.content.clone())),
        ),
        other_address: Once::default(),
        services,
    };
    Ok((site, Outbox::new(delivery, web.origin.clone())))
}
