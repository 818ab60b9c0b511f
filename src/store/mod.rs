//! The database: all SQL, and the only use of diesel. One file per table; only `dialect.rs` knows that there
//! are two databases. A query takes a [`DbConnection`], to which both a plain [`Conn`] and an open [`Tx`]
//! dereference. What is only correct in a transaction takes a [`Tx`], which only [`transaction`] creates;
//! what must be committed on its own takes a [`Conn`], which cannot be obtained from a transaction. A query
//! returns `Option` for "not found" and [`StoreError`] for "query failed". The two are never confused, so
//! that an unavailable database is a 503 and never a wrong password.

/// Deletes up to `count` matching rows, so that the table is not locked for long; returns how many were
/// deleted.
macro_rules! remove_some {
    ($conn:expr, $table:ident, $key:ident, $over:expr, $count:expr) => {{
        let over: Vec<String> = $table::table
            .filter($over)
            .limit($count)
            .select($table::$key)
            .load($conn)?;
        Ok(diesel::delete($table::table.filter($table::$key.eq_any(over))).execute($conn)?)
    }};
}

pub mod account_lists;
pub mod accounts;
pub mod allow_lists;
pub mod answered_forms;
pub mod approved_addresses;
pub mod authenticators;
pub mod callers;
pub mod code_deliveries;
mod dialect;
pub mod event_chains;
pub mod event_log;
mod file;
pub mod invariants;
mod kept;
pub mod key_checks;
pub mod languages;
pub mod leases;
mod location;
pub mod mandatory_reminders;
mod migrations;
pub mod one_time_links;
pub mod out_of_band_codes;
pub mod outbox;
pub mod password_requests;
pub mod phone_numbers;
pub mod policies;
mod readers;
pub mod recovery_codes;
mod schema;
pub mod security_events;
pub mod send_counters;
pub mod sessions;
pub mod throttles;
pub mod totp_authenticators;
mod turns;
mod writer;

use std::{
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use diesel::{
    connection::TransactionManager as _,
    result::{DatabaseErrorKind, Error as DieselError},
};
use tokio::sync::Notify;

pub use dialect::DbConnection;
pub use location::{Location, LocationError, Server};
pub use turns::Turn;

use self::writer::Lasts;
use crate::domain::{account::AccountId, random::RandomUnavailable, sealed::Unopenable};

/// The maximum number of connections to one database.
pub const POOL_SIZE: u32 = 8;
/// How long a request waits for a connection: short enough that the error page is shown within two seconds.
const POOL_WAIT: Duration = Duration::from_millis(1500);
/// How long a request waits for a query: longer than the lock timeout, and short enough to detect a server
/// that keeps its connections open and does not answer.
pub const LONGEST_ANSWER: Duration = Duration::from_secs(8);

/// Why a query failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is unreachable, full, locked for too long or shutting down; a later attempt may succeed.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// The database file is not safe to open; the text says how to fix it.
    #[error("{0}")]
    Refused(String),
    /// A unique constraint is violated.
    #[error("unique constraint violated")]
    Taken,
    /// A query failed, or a row is not valid for this version of the program.
    #[error("unexpected database error: {0}")]
    Unexpected(String),
    /// A secret cannot be decrypted.
    #[error(transparent)]
    Unopenable(#[from] Unopenable),
    /// No random bytes for a key or an id.
    #[error(transparent)]
    Random(#[from] RandomUnavailable),
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::Taken,
            // Both databases report "Unknown" when they are unreachable, full, locked or shutting down.
            DieselError::DatabaseError(
                DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::UnableToSendCommand
                | DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ReadOnlyTransaction
                | DatabaseErrorKind::Unknown,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::Unavailable(dialect::explained(&error)),
            _ => Self::Unexpected(dialect::explained(&error)),
        }
    }
}

/// A pool of connections to one database, SQLite or PostgreSQL.
#[derive(Clone)]
pub struct Database {
    pool: Arc<r2d2::Pool<dialect::Manager>>,
    made: Option<PathBuf>,
    finds_parts: bool,
    readers: Arc<readers::Readers>,
    /// The writer thread of a SQLite file.
    writer: Option<Arc<writer::Writer>>,
    /// Notified when there is new mail in the outbox.
    posted: Arc<Notify>,
    /// Limits long reads, with one turn at a time for each account.
    turns: Arc<turns::Turns>,
}

impl Database {
    /// Migrates the schema and opens the pool.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] with the database's own message if it cannot be reached.
    pub fn open(location: &Location) -> Result<Self, StoreError> {
        let explained = |error| match location {
            Location::File(path) => file::explained(path, error),
            Location::Server(_) => error,
        };
        let manager = dialect::Manager::new(location).map_err(explained)?;
        let made = location.path().filter(|_| manager.made_file).map(Path::to_owned);
        let mut first = manager.first_connection().map_err(explained)?;
        migrations::run(&mut first).map_err(explained)?;
        let finds_parts = first.finds_parts()?;
        drop(first);
        let pool = r2d2::Pool::builder()
            .max_size(POOL_SIZE)
            .min_idle(Some(1))
            .connection_timeout(POOL_WAIT)
            // A server can become unreachable or a standby between two queries; a file cannot.
            .test_on_check_out(location.is_remote())
            .build_unchecked(manager);
        let posted: Arc<Notify> = Arc::default();
        let writer = match location {
            Location::File(_) => Some(Arc::new(writer::Writer::start(location, &posted)?)),
            Location::Server(_) => None,
        };
        Ok(Self {
            readers: Arc::new(readers::Readers::of(location)),
            writer,
            pool: Arc::new(pool),
            made,
            finds_parts,
            posted,
            turns: Arc::new(turns::Turns::new()),
        })
    }

    /// Whether several instances can share it.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.writer.is_none()
    }

    /// The SQLite file, if opening it has created it.
    #[must_use]
    pub fn made_file(&self) -> Option<&Path> {
        self.made.as_deref()
    }

    /// Whether a substring search uses an index instead of a scan of all accounts of a main account.
    #[must_use]
    pub const fn finds_parts(&self) -> bool {
        self.finds_parts
    }

    /// Writes the WAL into the SQLite file, so that a copy of the file alone is complete. Called last.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if another program has the file open; no data is lost then.
    pub fn close(&self) -> Result<(), StoreError> {
        self.run_blocking(|conn| conn.write_into_file())
    }

    /// Updates the planner statistics after many rows were inserted at once.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn settle(&self) -> Result<(), StoreError> {
        self.run_blocking(|conn| conn.settle_tables())
    }

    /// Reverts all migrations, newest first, which empties the database.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn revert_all(location: &Location) -> Result<(), StoreError> {
        migrations::revert(&mut dialect::Manager::new(location)?.first_connection()?)
    }

    /// Runs `query`, which may write, on a thread that may block. A file has one writer thread, which commits
    /// waiting queries together.
    ///
    /// # Errors
    /// What `query` returns, and [`StoreError::Unavailable`] if there is no free connection or the query
    /// times out; a query that timed out may still be executed.
    pub async fn run<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    {
        let lasts = match AHEAD.try_with(|()| ()) {
            Ok(()) => Lasts::WithTheNext,
            Err(_) => Lasts::AtOnce,
        };
        self.write(lasts, query).await
    }

    /// The same for a step that is followed by another write before the request is answered. The step
    /// survives a crash of the program at once, and a power failure together with the next write, so both
    /// need only one wait for the disk.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn run_ahead<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    {
        self.write(Lasts::WithTheNext, query).await
    }

    async fn write<T, E, F>(&self, lasts: Lasts, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    {
        match &self.writer {
            Some(writer) => in_time(writer.run(lasts, query)).await,
            None => in_time(self.run_patiently(query)).await,
        }
    }

    /// Runs a read query that may take a while; it does not wait for the writer.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn look<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut DbConnection) -> Result<T, E> + Send + 'static,
    {
        in_time(self.run_patiently(|conn| query(conn))).await
    }

    /// Waits for the account's turn to read one part of a long result.
    pub async fn turn_of(&self, account: &AccountId) -> Turn {
        self.turns.of(&account.0).await
    }

    /// The same as [`Self::look`], for one part of a long result. The turn ends with the query, not when the
    /// caller stops waiting.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn look_in_turn<T, E, F>(&self, turn: Turn, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut DbConnection) -> Result<T, E> + Send + 'static,
    {
        self.look(move |conn| {
            let _turn = turn;
            query(conn)
        })
        .await
    }

    /// Runs a short read query that nearly every page needs. A file is read on the calling thread, because
    /// passing the query to another thread costs several times as much as the query itself. Use
    /// [`Self::look`] for long reads and [`Self::run`] for writes.
    ///
    /// # Errors
    /// As [`Self::run`]. A file connection refuses writes.
    pub async fn read<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut DbConnection) -> Result<T, E> + Send + 'static,
    {
        if self.readers.are_here() {
            self.readers.read(query)
        } else {
            self.look(query).await
        }
    }

    /// The same as [`Self::look`] without a time limit, for a scan of the whole database.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn run_patiently<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    {
        let database = self.clone();
        tokio::task::spawn_blocking(move || database.run_blocking(query))
            .await
            .unwrap_or_else(|panic| Err(StoreError::Unexpected(panic.to_string()).into()))
    }

    /// As [`Self::run`], for commands.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_blocking<T, E, F>(&self, query: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: FnOnce(&mut Conn) -> Result<T, E>,
    {
        let pooled = self
            .pool
            .get()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        query(&mut Conn {
            held: Held::Pooled(pooled),
            posted: self.posted.clone(),
            batch: None,
        })
    }

    /// Notified when a transaction of this process that added mail to the outbox was committed.
    #[must_use]
    pub fn posted(&self) -> Arc<Notify> {
        self.posted.clone()
    }

    /// Checks that the database answers.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.look(DbConnection::ping).await
    }
}

tokio::task_local! {
    /// Set during work that ends with a durable write.
    static AHEAD: ();
}

/// Runs `work` that is followed by a durable write before the request is answered: within it,
/// [`Database::run`] behaves as [`Database::run_ahead`] and does not wait for the disk.
pub async fn ahead<T>(work: impl Future<Output = T>) -> T {
    AHEAD.scope((), work).await
}

/// Waits for a query with a time limit.
async fn in_time<T, E: From<StoreError>>(answer: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    match tokio::time::timeout(LONGEST_ANSWER, answer).await {
        Ok(answer) => answer,
        Err(_) => Err(StoreError::Unavailable("query timed out".to_owned()).into()),
    }
}

/// A connection outside a transaction: each statement is committed on its own or, by the writer of a file,
/// before the request is answered.
pub struct Conn {
    held: Held,
    posted: Arc<Notify>,
    batch: Option<Batch>,
}

enum Held {
    Pooled(r2d2::PooledConnection<dialect::Manager>),
    Own(DbConnection),
}

/// Several jobs that are committed together.
#[derive(Default)]
struct Batch {
    /// Mail was added to the outbox.
    posts: bool,
    /// A transaction was rolled back, and the database may have rolled back more than that: nothing else is
    /// added to this batch.
    is_over: bool,
}

/// An open transaction. Only [`transaction`] creates one, so what takes a `Tx` is committed as a whole or not
/// at all, and transactions cannot be nested.
pub struct Tx<'a> {
    conn: &'a mut DbConnection,
    /// It adds mail to the outbox.
    posts: &'a mut bool,
}

impl Tx<'_> {
    /// Reborrows the same transaction.
    pub const fn reborrow(&mut self) -> Tx<'_> {
        Tx {
            conn: self.conn,
            posts: self.posts,
        }
    }

    /// Notes that the outbox has new mail once this is committed.
    const fn posts(&mut self) {
        *self.posts = true;
    }
}

impl Deref for Conn {
    type Target = DbConnection;

    fn deref(&self) -> &DbConnection {
        match &self.held {
            Held::Pooled(pooled) => pooled,
            Held::Own(conn) => conn,
        }
    }
}

impl DerefMut for Conn {
    fn deref_mut(&mut self) -> &mut DbConnection {
        match &mut self.held {
            Held::Pooled(pooled) => pooled,
            Held::Own(conn) => conn,
        }
    }
}

impl Deref for Tx<'_> {
    type Target = DbConnection;

    fn deref(&self) -> &DbConnection {
        self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut DbConnection {
        self.conn
    }
}

/// Runs `work` as one transaction. On SQLite it takes the write lock at the start, because a transaction that
/// reads first and writes later fails there under contention.
///
/// # Errors
/// The error of `work`, after the transaction was rolled back.
pub fn transaction<T, E>(conn: &mut Conn, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E>
where
    E: From<StoreError>,
{
    if conn.batch.is_some() {
        // A savepoint, because the batch is already a transaction.
        dialect::Transactions::begin_transaction(&mut **conn).map_err(StoreError::from)?;
    } else {
        conn.begin_writing()?;
    }
    let mut posts = false;
    let mut tx = Tx {
        conn,
        posts: &mut posts,
    };
    match work(&mut tx) {
        Ok(done) => {
            dialect::Transactions::commit_transaction(&mut **conn).map_err(StoreError::from)?;
            match &mut conn.batch {
                Some(batch) => batch.posts |= posts,
                None if posts => conn.posted.notify_one(),
                None => {}
            }
            Ok(done)
        }
        Err(error) => {
            // The first error is more useful than that of a failed rollback; the pool drops a broken
            // connection.
            let _ = dialect::Transactions::rollback_transaction(&mut **conn);
            if let Some(batch) = &mut conn.batch {
                batch.is_over = true;
            }
            Err(error)
        }
    }
}

/// Runs read queries on one snapshot of the database, unaffected by concurrent writes.
///
/// # Errors
/// The error of `work`.
pub fn snapshot<T, E>(conn: &mut Conn, work: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> Result<T, E>
where
    E: From<StoreError>,
{
    conn.begin_reading()?;
    let found = work(conn);
    // Nothing was written, so a rollback is enough.
    let _ = dialect::Transactions::rollback_transaction(&mut **conn);
    found
}

impl DbConnection {
    /// Reads a table, because SQLite answers `SELECT 1` without reading its file.
    fn ping(&mut self) -> Result<(), StoreError> {
        accounts::any(self).map(drop)
    }
}
