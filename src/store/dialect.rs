//! That there are two databases: the only file that names either.
//!
//! The derived `establish` of a multi-connection tries each kind in turn and hides why it
//! failed, so [`Manager`] chooses by the URL's scheme and lets the database speak.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};

use diesel::{
    Connection as _, PgConnection, SqliteConnection,
    connection::{AnsiTransactionManager, SimpleConnection as _},
};
use url::Url;

use super::StoreError;

/// An open connection to either database.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// How transactions are ended on either.
pub(super) type Transactions = <DbConnection as diesel::Connection>::TransactionManager;

impl DbConnection {
    /// Begins a transaction that will write.
    pub(super) fn begin_writing(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
        }
        Ok(())
    }

    /// Begins a transaction that sees the database as it is at its first query, and writes nothing.
    pub(super) fn begin_reading(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(
                conn,
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            )?,
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
        }
        Ok(())
    }
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL server.
    Server(Url),
}

/// Why a database URL cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// Nothing there.
    #[error("is empty; give a path for SQLite or a postgres:// URL")]
    Empty,
    /// A scheme of another database.
    #[error("has an unknown scheme; give a path or sqlite://PATH for SQLite, or postgres://USER@HOST/NAME")]
    UnknownScheme,
    /// Not a URL.
    #[error(
        "is not a valid URL; write postgres://USER:PASSWORD@HOST:PORT/NAME and percent-encode special characters"
    )]
    Malformed,
    /// SQLite's private databases are forgotten with the connection.
    #[error("names no file; an SQLite database in memory would forget every account")]
    InMemory,
    /// This build cannot encrypt, and the URL does not say that it need not.
    #[error(
        "points to another machine, and this build has no TLS; build with the feature postgres-tls, \
         or write sslmode=disable to send passwords in clear"
    )]
    NoTls,
}

impl Location {
    /// Reads a `DATABASE_URL`.
    ///
    /// # Errors
    /// [`LocationError`] completes the sentence that begins with the variable's name.
    pub fn parse(text: &str) -> Result<Self, LocationError> {
        let text = text.trim();
        if let Some(path) = text.strip_prefix("sqlite://") {
            return Self::file(path);
        }
        match text.split_once("://") {
            None => Self::file(text),
            Some(("postgres" | "postgresql", _)) => Self::server(text),
            Some(_) => Err(LocationError::UnknownScheme),
        }
    }

    fn file(path: &str) -> Result<Self, LocationError> {
        if path.is_empty() {
            Err(LocationError::Empty)
        } else if path.starts_with(":memory:") || path.starts_with("file:") {
            Err(LocationError::InMemory)
        } else {
            Ok(Self::File(PathBuf::from(path)))
        }
    }

    fn server(text: &str) -> Result<Self, LocationError> {
        let mut url = Url::parse(text).map_err(|_| LocationError::Malformed)?;
        let given: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let unencrypted = given
            .iter()
            .any(|(name, value)| name == "sslmode" && value == "disable");
        let mut hosts = given
            .iter()
            .filter(|(name, _)| name == "host" || name == "hostaddr")
            .map(|(_, host)| host.as_str())
            .chain(url.host_str())
            .flat_map(|hosts| hosts.split(','));
        let local = hosts.all(is_here);
        if !cfg!(feature = "postgres-tls") && !local && !unencrypted {
            return Err(LocationError::NoTls);
        }
        // libpq's own default is to encrypt if it can and to verify nothing (the attack: a
        // machine on the way that takes the server's place).
        if !local && given.iter().all(|(name, _)| name != "sslmode") {
            url.query_pairs_mut().append_pair("sslmode", "verify-full");
        }
        // A server that does not answer, at first or all at once, is away and not slow. In
        // seconds, but for the last, which is in milliseconds.
        for (name, value) in [
            ("connect_timeout", "2"),
            ("keepalives_idle", "10"),
            ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"),
        ] {
            if given.iter().all(|(known, _)| known != name) {
                url.query_pairs_mut().append_pair(name, value);
            }
        }
        Ok(Self::Server(url))
    }

    /// Whether it is a server, which can go away between two queries.
    #[must_use]
    pub const fn is_remote(&self) -> bool {
        matches!(self, Self::Server(_))
    }

    /// The file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Server(_) => None,
        }
    }
}

/// Whether a host is this machine: none, a folder with a socket, or loopback.
fn is_here(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.is_empty()
        || host == "localhost"
        || host.starts_with('/')
        || host.to_ascii_uppercase().starts_with("%2F")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Opens connections of the kind that the location asks for.
pub(super) struct Manager {
    location: Location,
}

impl Manager {
    pub(super) fn new(location: &Location) -> Result<Self, StoreError> {
        let manager = Self {
            location: location.clone(),
        };
        if let Location::File(path) = location {
            make_private(path);
            refuse_what_others_can_change(path)?;
        }
        if let DbConnection::Sqlite(conn) = &mut manager.first_connection()? {
            // Kept in the file; set here once, because many connections of a pool setting
            // it on a new file lock each other out.
            conn.batch_execute("PRAGMA journal_mode = WAL")?;
        }
        Ok(manager)
    }

    pub(super) fn first_connection(&self) -> Result<DbConnection, StoreError> {
        r2d2::ManageConnection::connect(self)
    }
}

/// Makes a missing database file readable by its owner alone; SQLite would leave that to the
/// umask, and gives its side files the same mode. Where it fails, opening says why.
fn make_private(path: &Path) {
    use std::os::unix::fs::OpenOptionsExt as _;
    let _ = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
}

/// Refuses a database that other users of the machine can write to, or replace in its folder (the
/// attack: they put a password hash of their own into it). In a folder with the sticky bit, such
/// as /tmp, nobody replaces another's file.
fn refuse_what_others_can_change(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::MetadataExt as _;
    let refuse = |path: &Path, mode: u32, mend: &str| {
        Err(StoreError::Exposed(format!(
            "{} can be changed by other users of this machine (mode {:o}); run chmod {mend} {}",
            path.display(),
            mode & 0o7777,
            path.display(),
        )))
    };
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        // Where there is none, opening says why.
        if let Ok(found) = std::fs::metadata(&file)
            && found.mode() & 0o022 != 0
        {
            return refuse(Path::new(&file), found.mode(), "go-w");
        }
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match std::fs::metadata(folder) {
        Ok(found) if found.mode() & 0o1002 == 0o0002 => refuse(folder, found.mode(), "o-w"),
        _ => Ok(()),
    }
}

impl r2d2::ManageConnection for Manager {
    type Connection = DbConnection;
    type Error = StoreError;

    fn connect(&self) -> Result<DbConnection, StoreError> {
        // The database's own words, which may stand on several lines.
        let unavailable = |error: diesel::ConnectionError| {
            let words: Vec<String> = error.to_string().split_whitespace().map(str::to_owned).collect();
            StoreError::Unavailable(words.join(" "))
        };
        match &self.location {
            Location::File(path) => {
                let path = path
                    .to_str()
                    .ok_or_else(|| StoreError::Unavailable("the path is not UTF-8".to_owned()))?;
                let mut conn = SqliteConnection::establish(path).map_err(unavailable)?;
                // FULL: what was acknowledged survives a loss of power.
                conn.batch_execute(
                    "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;",
                )?;
                Ok(DbConnection::Sqlite(conn))
            }
            Location::Server(url) => {
                let mut conn = PgConnection::establish(url.as_str()).map_err(unavailable)?;
                // As long as SQLite waits: a lock held by somebody else is no reason to hang.
                conn.batch_execute("SET lock_timeout = '5s'; SET statement_timeout = '10s'")?;
                Ok(DbConnection::Postgres(conn))
            }
        }
    }

    fn is_valid(&self, conn: &mut DbConnection) -> Result<(), StoreError> {
        Ok(conn.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, conn: &mut DbConnection) -> bool {
        use diesel::connection::TransactionManager as _;
        Transactions::is_broken_transaction_manager(conn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_chooses_the_database() {
        let file = |path: &str| Ok(Location::File(PathBuf::from(path)));
        assert_eq!(Location::parse("vestibule.db"), file("vestibule.db"));
        assert_eq!(Location::parse("sqlite:///var/lib/v.db"), file("/var/lib/v.db"));
        assert_eq!(Location::parse("sqlite://v.db"), file("v.db"));
        for server in [
            "postgres://u@localhost/v",
            "postgresql://u:p@[::1]:5433/v?sslmode=require",
        ] {
            assert!(Location::parse(server).unwrap().is_remote(), "{server}");
        }
        for (bad, error) in [
            ("", LocationError::Empty),
            ("sqlite://", LocationError::Empty),
            (":memory:", LocationError::InMemory),
            ("mysql://u@h/v", LocationError::UnknownScheme),
            ("postgres://u@h:port/v", LocationError::Malformed),
        ] {
            assert_eq!(Location::parse(bad), Err(error), "{bad}");
        }
    }

    #[test]
    fn a_server_on_another_machine_is_verified_unless_the_url_says_otherwise() {
        let mode = |text: &str| match Location::parse(text).unwrap() {
            Location::Server(url) => {
                let mut pairs = url.query_pairs().into_owned();
                pairs.find(|(name, _)| name == "sslmode").map(|(_, mode)| mode)
            }
            Location::File(_) => unreachable!(),
        };
        for elsewhere in [
            "postgres://u@db.example.com/v",
            "postgres://u@192.0.2.1/v",
            "postgres:///v?host=db.example.com",
            "postgres://u@localhost/v?hostaddr=192.0.2.1",
            "postgres://u@localhost,db.example.com/v",
            "postgres://u@db.example.com/v?sslrootcert=/etc/ssl/db.pem",
        ] {
            assert_eq!(mode(elsewhere).as_deref(), Some("verify-full"), "{elsewhere}");
        }
        for here in [
            "postgres://u@localhost/v",
            "postgres://u@127.0.0.1/v",
            "postgres://u@[::1]/v",
            "postgres:///v",
            "postgres:///v?host=/run/postgresql",
            "postgres://%2Frun%2Fpostgresql/v",
        ] {
            assert_eq!(mode(here), None, "{here}");
        }
        let said = "postgres://u@db.internal/v?sslmode=disable";
        assert_eq!(mode(said).as_deref(), Some("disable"));
    }

    #[test]
    fn a_database_that_others_can_change_is_refused_with_the_way_to_mend_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("v.db");
        let open = || Manager::new(&Location::File(path.clone())).map(drop);
        let set = |path: &Path, mode: u32| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        open().unwrap();
        for (mode, allowed) in [
            (0o600, true),
            (0o644, true),
            (0o660, false),
            (0o602, false),
            (0o666, false),
        ] {
            set(&path, mode);
            match open() {
                Ok(()) => assert!(allowed, "{mode:o}"),
                Err(error) => {
                    let mend = format!("(mode {mode:o}); run chmod go-w {}", path.display());
                    assert!(!allowed && error.to_string().ends_with(&mend), "{error}");
                }
            }
        }
        set(&path, 0o600);
        for (mode, allowed) in [(0o755, true), (0o777, false), (0o1777, true), (0o775, true)] {
            set(folder.path(), mode);
            assert_eq!(open().is_ok(), allowed, "{mode:o}");
        }
    }

    #[test]
    fn a_server_that_does_not_answer_is_given_up_on_unless_the_url_says_otherwise() {
        let query = |text: &str| match Location::parse(text).unwrap() {
            Location::Server(url) => url.query().unwrap_or_default().to_owned(),
            Location::File(_) => unreachable!(),
        };
        assert_eq!(
            query("postgres://u@localhost/v"),
            "connect_timeout=2&keepalives_idle=10&keepalives_interval=5&keepalives_count=3&tcp_user_timeout=10000"
        );
        assert_eq!(
            query("postgres://u@localhost/v?connect_timeout=9"),
            "connect_timeout=9&keepalives_idle=10&keepalives_interval=5&keepalives_count=3&tcp_user_timeout=10000"
        );
    }
}
