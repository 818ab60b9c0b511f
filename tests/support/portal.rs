//! A separate portal for each test: the real server on a free loopback port, with a clock that the test moves and a
//! database that is deleted afterwards.

use std::{
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use tempfile::TempDir;
use vestibule::{
    app::{Portal, Surroundings, Switch, background::Board},
    config::{
        Settings,
        keys::KeyFile,
        look::LookSettings,
        mail::MailSettings,
        phone::{PhoneSettings, PhoneWay},
        sign_in::SignInSettings,
        web::WebSettings,
    },
    delivery::{Delivery, Mail, phone_message::PhoneMessage},
    domain::{
        authenticator::totp::KeyLength,
        clock::{Clock, Timestamp},
        lifetimes::ACTIVITY_DAYS,
        limits::send_budget::Budgets,
        phone_number::CountryPrefixes,
        random::OsRandom,
    },
    flows::Services,
    store::{Location, outbox},
};

use super::{
    mailbox::Mailbox,
    nginx::Nginx,
    phone_box::{Heard, PhoneBox},
    postgres::PostgresDatabase,
    program::free_port,
    visitor::Visitor,
    words,
};

/// Generates each test for both databases: `name::on_sqlite` and `name::on_postgres`.
macro_rules! on_both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($portal:ident) $body:block)+) => {$(
        async fn $name($portal: $crate::support::portal::TestPortal) $body

        $(#[$meta])*
        mod $name {
            #[tokio::test]
            async fn on_sqlite() {
                super::$name($crate::support::portal::TestPortal::on_sqlite()).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                super::$name($crate::support::portal::TestPortal::on_postgres()).await;
            }
        }
    )+};
}
pub(crate) use on_both_databases;

/// A clock that stops until it is moved.
pub struct TestClock(AtomicI64);

impl TestClock {
    /// The time at which tests begin: 15 January 2027, 08:00 UTC.
    const BEGINNING: i64 = 1_800_000_000;
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// Where a portal stores its data.
enum TestDatabase {
    Sqlite,
    Postgres(PostgresDatabase),
}

/// A running portal: one instance, or on PostgreSQL as many as `TEST_INSTANCES` says, behind an nginx.
pub struct TestPortal {
    nginx: Option<Nginx>,
    clock: Arc<TestClock>,
    instances: Vec<Neighbour>,
    outside: Outside,
    folder: TempDir,
    database: TestDatabase,
}

/// How the messages of a portal are delivered.
#[derive(Clone, Default)]
struct Outside {
    mailbox: Arc<Mailbox>,
    phones: Arc<PhoneBox>,
    /// Nothing can be sent, and nothing is offered.
    cut_off: bool,
    /// Nothing can be sent to phones.
    no_phones: bool,
}

impl TestPortal {
    /// On a new SQLite file.
    pub fn on_sqlite() -> Self {
        Self::build(TestDatabase::Sqlite)
    }

    /// On a new PostgreSQL database.
    pub fn on_postgres() -> Self {
        Self::build(TestDatabase::Postgres(PostgresDatabase::fresh()))
    }

    /// The same portal with other settings; its data and sessions stay.
    pub async fn rebuilt(self, change: impl FnOnce(&mut Settings)) -> Self {
        let Self {
            clock,
            instances,
            outside,
            folder,
            database,
            ..
        } = self;
        for instance in instances {
            instance.close().await;
        }
        Self::start(database, folder, (clock, outside), change)
    }

    /// The same portal with neither mail nor SMS nor calls set up.
    pub async fn cut_off(mut self) -> Self {
        self.outside.cut_off = true;
        self.rebuilt(|_| {}).await
    }

    /// The same portal, with or without codes to phones.
    pub async fn with_phones(mut self, reached: bool) -> Self {
        self.outside.no_phones = !reached;
        self.rebuilt(|_| {}).await
    }

    /// A second instance of the same portal, as behind a load balancer.
    pub fn second_instance(&self) -> Neighbour {
        self.second_instance_with(|_| {})
    }

    /// The same with other settings.
    pub fn second_instance_with(&self, change: impl FnOnce(&mut Settings)) -> Neighbour {
        let mut settings = settings(&self.database, &self.folder);
        change(&mut settings);
        open(&mut settings, &self.clock, &self.outside)
    }

    /// The same, on a machine whose clock is wrong by this many seconds.
    pub fn second_instance_whose_clock_is_off(&self, seconds: i64) -> Neighbour {
        let clock = Arc::new(TestClock(AtomicI64::new(self.now() + seconds)));
        open(&mut settings(&self.database, &self.folder), &clock, &self.outside)
    }

    /// Whether its database is a server.
    pub fn is_on_postgres(&self) -> bool {
        matches!(self.database, TestDatabase::Postgres(_))
    }

    /// The state of the background tasks in each instance.
    pub fn tasks(&self) -> Vec<Board> {
        self.instances.iter().map(Neighbour::tasks).collect()
    }

    /// Stops all instances; their data stays.
    pub async fn close(&self) {
        for instance in &self.instances {
            instance.server.stop(true).await;
        }
    }

    fn build(database: TestDatabase) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(TestClock(AtomicI64::new(TestClock::BEGINNING)));
        Self::start(database, folder, (clock, Outside::default()), |_| {})
    }

    fn start(
        database: TestDatabase,
        folder: TempDir,
        (clock, outside): (Arc<TestClock>, Outside),
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        let mut settings = settings(&database, &folder);
        change(&mut settings);
        let count = match database {
            TestDatabase::Sqlite => 1,
            TestDatabase::Postgres(_) => instances(),
        };
        let front = (count > 1).then(Nginx::address);
        if let Some(address) = front.filter(|_| settings.web.origin.is_empty()) {
            settings.web.origin = format!("http://{address}");
        }
        let instances: Vec<Neighbour> = (0..count)
            .map(|_| open(&mut settings, &clock, &outside))
            .collect();
        let addresses: Vec<SocketAddr> = instances.iter().map(|instance| instance.address).collect();
        Self {
            nginx: front.map(|address| Nginx::open(address, &addresses)),
            clock,
            instances,
            outside,
            folder,
            database,
        }
    }

    /// Its address for browsers: the public URL of `serve`.
    pub fn url(&self) -> String {
        match &self.nginx {
            Some(nginx) => nginx.url(),
            None => self.instances[0].url(),
        }
    }

    /// A new person with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.url())
    }

    /// The dependencies of the portal, or of the first of its instances.
    pub fn services(&self) -> &Services {
        &self.instances[0].services
    }

    /// The mail that was sent since the last call, once the outbox is empty.
    pub async fn mails(&self) -> Vec<Mail> {
        self.outbox_is_empty().await;
        self.outside.mailbox.empty()
    }

    /// The same with the notifications about accounts that the operator added.
    pub async fn all_mails(&self) -> Vec<Mail> {
        self.outbox_is_empty().await;
        self.outside.mailbox.everything()
    }

    async fn outbox_is_empty(&self) {
        for _ in 0..200 {
            if self.waiting_mails().await == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("mail stays in the outbox");
    }

    /// What phones received since the last call.
    pub fn texts(&self) -> Vec<Heard> {
        self.outside.phones.empty()
    }

    /// The transport to phones, to set its behaviour.
    pub fn phones(&self) -> &PhoneBox {
        &self.outside.phones
    }

    /// The path of the last mailed invitation link.
    pub async fn mailed_invitation(&self) -> String {
        self.mailed_path("/invitation/").await
    }

    /// The path of the last mailed link with this prefix.
    pub async fn mailed_path(&self, start: &str) -> String {
        let mails = self.mails().await;
        let lines = mails.iter().rev().flat_map(|mail| mail.text().lines());
        let link = lines
            .map(str::trim)
            .find(|line| line.contains(start))
            .expect("a link");
        url::Url::parse(link).unwrap().path().to_owned()
    }

    /// The number of queued notifications.
    pub async fn waiting_mails(&self) -> i64 {
        let now = vestibule::domain::clock::Timestamp(self.now());
        self.services()
            .database
            .run(move |conn| outbox::waiting(conn, now))
            .await
            .unwrap()
    }

    /// The current time, in seconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.now().0
    }

    /// Lets time pass; negative sets the clock back.
    pub fn wait(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The database's URL, for tests that read the tables.
    pub fn database_url(&self) -> String {
        match &self.database {
            TestDatabase::Sqlite => self.folder.path().join("vestibule.db").display().to_string(),
            TestDatabase::Postgres(database) => database.url(),
        }
    }

    /// The folder with the key file, and with the database if that is a file.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// An instance, of several on the same database.
pub struct Neighbour {
    address: SocketAddr,
    services: Services,
    tasks: Board,
    server: Switch,
}

impl Neighbour {
    /// Its address for browsers.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its dependencies.
    pub fn services(&self) -> &Services {
        &self.services
    }

    /// The state of its background tasks.
    pub fn tasks(&self) -> Board {
        self.tasks.clone()
    }

    /// Stops it.
    pub async fn close(self) {
        self.server.stop(true).await;
    }
}

fn settings(database: &TestDatabase, folder: &TempDir) -> Settings {
    let database = match database {
        TestDatabase::Sqlite => Location::parse(&folder.path().join("vestibule.db").display().to_string()),
        TestDatabase::Postgres(database) => Location::parse(&database.url()),
    };
    Settings {
        database: database.unwrap(),
        database_wait: Duration::ZERO,
        keys: KeyFile {
            path: folder.path().join("vestibule.key"),
            may_be_created: true,
        },
        web: WebSettings {
            // The port is chosen when it is opened.
            listen: vec![SocketAddr::from(([127, 0, 0, 1], 0))],
            origin: String::new(),
            host: "portal.example".to_owned(),
            is_local: true,
            trusted_proxies: vec!["127.0.0.1/32".parse().unwrap()],
        },
        sign_in: SignInSettings {
            issuer: "Acme Panel".to_owned(),
            support: None,
            key_length: KeyLength::Chars16,
            help_after: 1,
        },
        look: LookSettings::default(),
        languages: words::languages(),
        // The mailbox receives it.
        mail: MailSettings::Missing,
        // The phone box receives it.
        phone: PhoneSettings {
            way: PhoneWay::Missing,
            countries: CountryPrefixes::Everywhere,
        },
        budgets: Budgets::default(),
        activity_days: ACTIVITY_DAYS,
    }
}

fn open(settings: &mut Settings, clock: &Arc<TestClock>, outside: &Outside) -> Neighbour {
    // The origin must be known before the listener is bound.
    let port = SocketAddr::from(([127, 0, 0, 1], free_port()));
    settings.web.listen = vec![port];
    if settings.web.origin.is_empty() {
        settings.web.origin = format!("http://{port}");
    }
    let surroundings = Surroundings {
        clock: clock.clone(),
        random: Arc::new(OsRandom),
        mail: match settings.mail {
            MailSettings::Missing if !outside.cut_off => {
                Some(outside.mailbox.clone() as Arc<dyn Delivery<Mail>>)
            }
            _ => None,
        },
        phone: match settings.phone.way {
            PhoneWay::Missing if !outside.cut_off && !outside.no_phones => {
                Some(outside.phones.clone() as Arc<dyn Delivery<PhoneMessage>>)
            }
            _ => None,
        },
    };
    let portal = Portal::build(settings, surroundings).unwrap();
    let services = portal.services().clone();
    let tasks = portal.tasks();
    let (handle, work) = portal.open().unwrap();
    tokio::spawn(work);
    Neighbour {
        address: port,
        services,
        tasks,
        server: handle,
    }
}

/// The number of instances of a portal on PostgreSQL.
fn instances() -> usize {
    std::env::var("TEST_INSTANCES").map_or(1, |count| count.parse().expect("a number of instances"))
}
