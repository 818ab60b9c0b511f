//! The composition root: settings become services, services become a server.

use std::{io, net::TcpListener, sync::Arc, thread::available_parallelism, time::Duration};

use actix_web::{
    App, HttpServer,
    dev::ServerHandle,
    middleware::{Compress, from_fn},
    web::Data,
};
use secrecy::ExposeSecret as _;
use tokio::sync::watch;
use tracing_actix_web::TracingLogger;

use crate::{
    config::{
        AccountSettings, Settings,
        keys::{KeyFile, KeyFileError},
        mail::MailSettings,
        phone::{PhoneSettings, PhoneWay},
        web::WebSettings,
    },
    delivery::{
        Delivery, Mail,
        phone_message::PhoneMessage,
        smtp::{Smtp, SmtpError},
        terminal::Terminal,
        twilio::{self, Signed, Subscription, Twilio, TwilioError, TwilioSignature},
    },
    domain::{
        authenticator::totp::KeyLength,
        clock::{Clock, SystemClock},
        limits::send_budget::Budgets,
        phone_number::CountryPrefixes,
        random::{OsRandom, Random},
        retention,
        sealed::KeyRing,
    },
    flows::{MailWay, Services, Telephone, deliver::Postman, forgotten_password, remind, sweep},
    hasher::{Hasher, HasherError},
    store::{Database, Location, StoreError, event_chains, key_checks, send_counters::Purse},
    web::{assets::Assets, error, headers, request_log::RequestSpan, routes, site::Site},
};

/// Seconds that requests under way get at a graceful stop.
const STOP_SECONDS: u64 = 10;
/// How long a client may take to send its request's head.
pub const HEAD_TIMEOUT: Duration = Duration::from_secs(5);

/// Why nothing was built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The key file.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The key ring belongs to another database.
    #[error(
        "the key ring in VESTIBULE_KEY_FILE is not the one this database was made with, so no secret in it \
         can be opened; restore the right file"
    )]
    ForeignKeys,
    /// The database.
    #[error("DATABASE_URL: {0}")]
    Store(StoreError),
    /// The hashing room.
    #[error(transparent)]
    Hasher(#[from] HasherError),
    /// The mail server.
    #[error(transparent)]
    Mail(#[from] SmtpError),
    /// The provider of SMS and calls.
    #[error(transparent)]
    Phone(#[from] TwilioError),
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

/// What lies outside of the program: time, randomness, and the ways out.
#[derive(Clone)]
pub struct Surroundings {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// A way out for mail, in place of the one that the settings name.
    pub mail: Option<Arc<dyn Delivery<Mail>>>,
    /// The same for what goes to phones.
    pub phone: Option<Arc<dyn Delivery<PhoneMessage>>>,
}

impl Surroundings {
    /// The machine's own.
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
    } = settings;
    services(
        database,
        keys,
        issuer,
        KeyLength::Chars16,
        1,
        WaysOut {
            telephone: None,
            countries: countries.clone(),
            mail: MailWay::Missing,
            budgets: Budgets::default(),
        },
        Surroundings::real(),
    )
}

/// How messages leave, and where to.
struct WaysOut {
    telephone: Option<Telephone>,
    countries: CountryPrefixes,
    mail: MailWay,
    budgets: Budgets,
}

fn services(
    location: &Location,
    keys: &KeyFile,
    issuer: &str,
    key_length: KeyLength,
    hashing_threads: usize,
    ways_out: WaysOut,
    surroundings: Surroundings,
) -> Result<Services, BuildError> {
    let Surroundings { clock, random, .. } = surroundings;
    let WaysOut {
        telephone,
        countries,
        mail,
        budgets,
    } = ways_out;
    // First, while it can still be seen whether the database is new.
    let keys: Arc<KeyRing> = Arc::new(keys.open(&*random)?);
    let database = Database::open(location)?;
    let (ring, generator) = (keys.clone(), random.clone());
    let activity_key = keys.derive("activity log");
    let chain_key = activity_key.clone();
    database.run_blocking(move |conn| {
        key_checks::check(conn, &ring, &*generator)?;
        event_chains::begin(conn, &chain_key)
    })?;
    Ok(Services {
        database,
        hasher: Hasher::start(hashing_threads, random.clone())?,
        clock,
        random,
        subjects: keys.derive("throttle subjects"),
        purse: Purse {
            budgets,
            key: keys.derive("send counters"),
        },
        recovery_key: keys.derive("recovery codes"),
        code_key: keys.derive("codes that are sent"),
        browser_key: keys.derive("known browsers"),
        activity_key,
        telephone,
        countries,
        mail,
        keys,
        issuer: issuer.into(),
        key_length,
        activity_days: retention::ACTIVITY_DAYS,
    })
}

/// The way out for mail that the settings name; none where it is not offered.
fn way_out(settings: &MailSettings, issuer: &str) -> Result<Option<Arc<dyn Delivery<Mail>>>, BuildError> {
    Ok(match settings {
        MailSettings::Smtp { url, from } => Some(Arc::new(Smtp::new(url.expose_secret(), from, issuer)?)),
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
            // Nobody outside reaches this machine's own address.
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
    }))
}

/// Runs `work` where servers and timers can live.
pub fn block_on<F: Future>(work: F) -> F::Output {
    actix_web::rt::System::new().block_on(work)
}

/// A portal that is built and not yet open.
pub struct Portal {
    site: Site,
    postman: Postman,
    listeners: Vec<TcpListener>,
}

impl Portal {
    /// Builds everything and binds the listener.
    ///
    /// # Errors
    /// [`BuildError`].
    pub fn build(settings: &Settings, surroundings: Surroundings) -> Result<Self, BuildError> {
        let Settings {
            database,
            keys,
            web,
            sign_in,
            look,
            mail,
            phone,
            budgets,
            activity_days,
        } = settings;
        let delivery = match &surroundings.mail {
            Some(delivery) => Some(delivery.clone()),
            None => way_out(mail, &sign_in.issuer)?,
        };
        let mail_way = match (&delivery, mail) {
            (None, _) => MailWay::Missing,
            (Some(_), MailSettings::Trial) => MailWay::Printed,
            (Some(_), _) => MailWay::Sent,
        };
        let telephone = telephone(phone, web, surroundings.phone.clone())?;
        let cores = available_parallelism().map_or(1, usize::from);
        let mut services = services(
            database,
            keys,
            &sign_in.issuer,
            sign_in.key_length,
            cores,
            WaysOut {
                telephone,
                countries: phone.countries.clone(),
                mail: mail_way,
                budgets: *budgets,
            },
            surroundings,
        )?;
        let listeners = web
            .listen
            .iter()
            .map(TcpListener::bind)
            .collect::<Result<_, _>>()
            .map_err(BuildError::Listen)?;
        services.activity_days = *activity_days;
        Ok(Self {
            postman: Postman {
                services: services.clone(),
                delivery,
                origin: web.origin.clone(),
            },
            site: Site {
                issuer: sign_in.issuer.clone(),
                support: sign_in.support.clone(),
                origin: web.origin.clone(),
                help_after: sign_in.help_after,
                trusted_proxies: web.trusted_proxies.clone(),
                session_key: services.keys.derive("session cookie"),
                csrf_key: services.keys.derive("form tokens"),
                repeat_key: services.keys.derive("forms that are sent twice"),
                assets: Assets::new(
                    look.accent,
                    look.logo
                        .as_ref()
                        .map(|logo| (logo.media_type, logo.content.clone())),
                ),
                services,
            },
            listeners,
        })
    }

    /// What the flows work with.
    #[must_use]
    pub const fn services(&self) -> &Services {
        &self.site.services
    }

    /// The origin that browsers see.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.site.origin
    }

    /// Opens the doors. What it gives has to be awaited; it ends after the server was
    /// stopped through its handle, and the mail that is under way then is finished first.
    ///
    /// # Errors
    /// [`BuildError::Listen`].
    pub fn open(
        self,
    ) -> Result<
        (
            ServerHandle,
            impl Future<Output = io::Result<()>> + Send + 'static,
        ),
        BuildError,
    > {
        let Self {
            site,
            postman,
            listeners,
        } = self;
        let site = Data::new(site);
        let mut server = HttpServer::new(move || {
            App::new()
                .app_data(site.clone())
                .configure(routes::mount)
                .wrap(from_fn(error::pages))
                .wrap(Compress::default())
                .wrap(from_fn(headers::secure))
                .wrap(TracingLogger::<RequestSpan>::new())
        })
        .disable_signals()
        .client_request_timeout(HEAD_TIMEOUT)
        .shutdown_timeout(STOP_SECONDS);
        for listener in listeners {
            server = server.listen(listener).map_err(BuildError::Listen)?;
        }
        let server = server.run();
        let handle = server.handle();
        let work = async move {
            let (stop, stopped) = watch::channel(());
            let reminders = tokio::spawn(remind::run(postman.services.clone(), stopped.clone()));
            let sweeping = tokio::spawn(sweep::run(postman.services.clone(), stopped.clone()));
            let links = tokio::spawn(forgotten_password::run(postman.services.clone(), stopped.clone()));
            let mut rounds = tokio::spawn(postman.run(stopped));
            let ended = server.await;
            drop(stop);
            // Each account is a transaction of its own: what is cut off is not done.
            reminders.abort();
            links.abort();
            sweeping.abort();
            // What is cut off here is due again later.
            if tokio::time::timeout(Duration::from_secs(STOP_SECONDS), &mut rounds)
                .await
                .is_err()
            {
                rounds.abort();
            }
            ended
        };
        Ok((handle, work))
    }
}
