//! The processes beside the bench: the portal on its own database, and a server that only answers. Their cost is read
//! from `/proc`.

use std::{
    fs::{self, File},
    io::Write as _,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use actix_web::{App, HttpResponse, HttpServer, web};
use tempfile::TempDir;
use vestibule::store::{Database, Location};

use crate::{
    client::{Connection, Visitor},
    postgres::PostgresDatabase,
};

/// The password of all seeded accounts.
pub const PASSWORD: &str = "pumice lantern sock ferry";
/// Where the bare server listens. If it is set, this program is that server.
const BARE: &str = "VESTIBULE_LOAD_BARE";
/// The file that it answers with.
const BODY: &str = "VESTIBULE_LOAD_BODY";
/// How long a server may take to its first answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A process; killed when dropped.
pub struct Process(Child);

impl Process {
    /// CPU time so far, of all threads, in user and kernel mode. The kernel counts in steps of 10 ms.
    pub fn cpu(&self) -> Duration {
        cpu(&self.0.id().to_string())
    }

    /// Resident memory in KiB.
    pub fn resident(&self) -> u64 {
        self.status("VmRSS:")
    }

    /// Threads.
    pub fn threads(&self) -> u64 {
        self.status("Threads:")
    }

    fn status(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id())).expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|line| line.split_whitespace().next());
        number.and_then(|number| number.parse().ok()).expect("a number")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// CPU time of a process; `self` is this one.
pub fn cpu(process: &str) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("it runs");
    // After the name, which can contain anything: the 14th and 15th of all fields.
    let (_, fields) = stat.rsplit_once(')').expect("a name in brackets");
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: u64 = ticks.map(|ticks| ticks.parse::<u64>().expect("ticks")).sum();
    Duration::from_millis(ticks * 10)
}

/// An address on which nothing listens.
fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address")
}

/// The kind of database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A separate database in the cluster that `VESTIBULE_TEST_POSTGRES` names.
    Postgres,
}

impl Engine {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A person with an authenticator.
pub struct Person {
    /// Their user name.
    pub username: String,
    /// The key of their authenticator.
    pub key: Vec<u8>,
    /// The index of the account.
    pub number: u32,
}

/// A folder, and a database with accounts.
pub struct House {
    folder: TempDir,
    url: String,
    /// Held until the end; dropping it deletes the database.
    _database: Option<PostgresDatabase>,
}

impl House {
    /// Creates a database with `vestibule seed`, and reads the keys of the accounts that have an authenticator.
    pub fn seeded(engine: Engine, arguments: &[String]) -> (Self, Vec<Person>) {
        let folder = tempfile::tempdir().expect("a folder");
        let (url, database) = match engine {
            Engine::Sqlite => ("vestibule.db".to_owned(), None),
            Engine::Postgres => {
                let database = PostgresDatabase::fresh();
                (database.url(), Some(database))
            }
        };
        let house = Self {
            folder,
            url,
            _database: database,
        };
        house.run(&["keys", "new", "vestibule.key"], "");
        let mut seed = vec!["seed", "--keys-to", "accounts.keys", "--password-stdin"];
        seed.extend(arguments.iter().map(String::as_str));
        house.run(&seed, PASSWORD);
        let keys = fs::read_to_string(house.folder().join("accounts.keys")).expect("the keys");
        let people = (1..).zip(keys.lines()).filter_map(|(number, line)| {
            let (username, key) = line.split_once(' ').expect("a name and a key");
            (key != "-").then(|| Person {
                username: username.to_owned(),
                key: data_encoding::BASE32_NOPAD
                    .decode(key.as_bytes())
                    .expect("a key in base32"),
                number,
            })
        });
        let people = people.collect();
        (house, people)
    }

    /// A separate connection to the database.
    pub fn database(&self) -> Database {
        let url = match self.url.strip_prefix("postgres://") {
            Some(_) => self.url.clone(),
            None => self.folder().join(&self.url).display().to_string(),
        };
        Database::open(&Location::parse(&url).expect("an address")).expect("a database")
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command
            .args(arguments)
            .current_dir(self.folder())
            .env_clear()
            .env("DATABASE_URL", &self.url)
            .env("VESTIBULE_KEY_FILE", "vestibule.key");
        command
    }

    /// Runs a command to its end; it must succeed.
    fn run(&self, arguments: &[&str], input: &str) {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("cargo built it");
        // It may exit without reading.
        let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
        let status = child.wait().expect("its end");
        assert!(status.success(), "{arguments:?}: {status}");
    }

    /// Writes a file with this content to the folder.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder().join(name);
        fs::write(&path, text).expect("room for a page");
        path
    }

    /// Starts the portal and returns how long it took until it answered. Its log goes to a file, as under systemd.
    pub async fn open(&self) -> (Portal, Duration) {
        let address = free_address();
        let host = format!("localhost:{}", address.port());
        let log = File::create(self.folder().join("log")).expect("a log");
        let mut command = self.command(&["serve"]);
        command
            .env("VESTIBULE_LISTEN", address.to_string())
            .env("VESTIBULE_PUBLIC_URL", format!("http://{host}"))
            .env("VESTIBULE_TRUSTED_PROXIES", "127.0.0.1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let begun = Instant::now();
        let process = Process(command.spawn().expect("cargo built it"));
        let portal = Portal {
            process,
            address,
            host,
        };
        until_open(address, begun).await;
        let page = portal.visitor(0).open("/login").await;
        assert_eq!(page.status, 200, "the first answer");
        (portal, begun.elapsed())
    }
}

/// A running portal.
pub struct Portal {
    /// Its process.
    pub process: Process,
    /// Where it listens.
    pub address: SocketAddr,
    host: String,
}

impl Portal {
    /// A new visitor. Each number has its own network, so that no limit for an address is reached.
    pub fn visitor(&self, number: u32) -> Visitor {
        let (first, second, third) = (20 + number % 150, number / 150 % 250, number / 37_500 % 250);
        Visitor::new(self.address, &self.host, format!("{first}.{second}.{third}.7"))
    }
}

/// Starts a server that answers every request with that file and does nothing else.
pub async fn bare(body: &Path) -> (Process, SocketAddr) {
    let address = free_address();
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.env(BARE, address.to_string()).env(BODY, body);
    let process = Process(command.spawn().expect("this program again"));
    until_open(address, Instant::now()).await;
    (process, address)
}

/// Waits until there is any answer.
async fn until_open(address: SocketAddr, begun: Instant) {
    while tokio::net::TcpStream::connect(address).await.is_err() {
        assert!(begun.elapsed() < PATIENCE, "nobody answers at {address}");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let mut connection = Connection::to(address);
    connection
        .ask(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n")
        .await;
}

/// Runs that server if this program was started as it; otherwise returns false.
pub fn was_bare() -> bool {
    let Ok(address) = std::env::var(BARE) else {
        return false;
    };
    let path = std::env::var_os(BODY).expect("a file");
    let body = web::Bytes::from(fs::read(path).expect("a page"));
    let server = HttpServer::new(move || {
        let body = body.clone();
        let answer = move || {
            let body = body.clone();
            async move {
                HttpResponse::Ok()
                    .content_type("text/html; charset=utf-8")
                    .body(body)
            }
        };
        App::new().default_service(web::to(answer))
    });
    let server = server.bind(address).expect("a free port").run();
    actix_web::rt::System::new()
        .block_on(server)
        .expect("a server until it is ended");
    true
}
