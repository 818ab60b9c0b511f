//! What is kept: all SQL, and the only diesel.
//!
//! One file per table; `dialect.rs` knows that there are two databases and nobody else does.
//! A query takes a [`DbConnection`], which both a bare [`Conn`] and an open [`Tx`] are. What is
//! only right in a transaction takes a [`Tx`], which [`transaction`] alone gives out; what must be
//! committed by itself takes a [`Conn`], which a transaction cannot be turned into. A query gives
//! `Option` for "not there" and [`StoreError`] for "could not look": the two are never confused,
//! so that a database that is away is a 503 and never a wrong password.

/// Removes up to so many rows that fit, so that nobody waits long for the table; how many went.
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

/// Connections to one database at the most.
pub const POOL_SIZE: u32 = 8;
/// How long a request waits for a connection before it is told that there is none: a page that
/// says so is there within two seconds.
const POOL_WAIT: Duration = Duration::from_millis(1500);
/// How long a request waits for an answer: longer than for a lock, and not as long as a server
/// that holds its connections open and says nothing.
pub const LONGEST_ANSWER: Duration = Duration::from_secs(8);

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is away, full, locked for too long or shutting down; it may be back.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The database's file is not opened as it is; the way to mend it is in it.
    #[error("{0}")]
    Refused(String),
    /// A unique value is already there.
    #[error("the value is already taken")]
    Taken,
    /// A query or a row that this program does not understand.
    #[error("the database gave an unexpected answer: {0}")]
    Unexpected(String),
    /// A secret does not open.
    #[error(transparent)]
    Unopenable(#[from] Unopenable),
    /// No randomness to seal or name a row with.
    #[error(transparent)]
    Random(#[from] RandomUnavailable),
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::Taken,
            // "Unknown" is how both databases report being away, full, locked or stopped.
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
    /// Who writes a file.
    writer: Option<Arc<writer::Writer>>,
    /// Rings when there is something new in the outbox.
    posted: Arc<Notify>,
    /// Whose turn it is to read something long.
    turns: Arc<turns::Turns>,
}

impl Database {
    /// Brings the schema up to date and opens the pool.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] with the database's own words when it cannot be reached.
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
            // A file cannot go away between two queries; a server can, and can become a standby.
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

    /// Whether several instances are meant to share it.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.writer.is_none()
    }

    /// The file of a SQLite database, where opening it has made it.
    #[must_use]
    pub fn made_file(&self) -> Option<&Path> {
        self.made.as_deref()
    }

    /// Whether a part of a name is found by an index, and not by a look at every account of a main account.
    #[must_use]
    pub const fn finds_parts(&self) -> bool {
        self.finds_parts
    }

    /// Writes everything into the file of a SQLite database, so that a copy of the file is whole.
    /// The last thing that is done with a database.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where another program has the file open; nothing is lost then.
    pub fn close(&self) -> Result<(), StoreError> {
        self.run_blocking(|conn| conn.write_into_file())
    }

    /// Makes a database in which many rows were inserted at once answer as it will later.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn settle(&self) -> Result<(), StoreError> {
        self.run_blocking(|conn| conn.settle_tables())
    }

    /// Takes every migration back, newest first, and empties the database.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn revert_all(location: &Location) -> Result<(), StoreError> {
        migrations::revert(&mut dialect::Manager::new(location)?.first_connection()?)
    }

    /// Runs `query`, which may change something, on a thread where it may block. A file has one writer,
    /// and what waits for it meanwhile is committed together.
    ///
    /// # Errors
    /// What `query` gives, and [`StoreError::Unavailable`] where no connection is to be had or no
    /// answer comes; what was asked may still be done then, and is not acknowledged.
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

    /// The same for a step that is followed by another before anybody is answered: it outlives the end of
    /// this program at once, and a loss of power together with that other step. One wait for the disk does
    /// for both.
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

    /// Looks something up that may take a while, beside whoever writes.
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

    /// Waits for an account's turn to read a part of something long.
    pub async fn turn_of(&self, account: &AccountId) -> Turn {
        self.turns.of(&account.0).await
    }

    /// The same as [`Self::look`], for a part of something long. The turn goes with the query, and not with whoever
    /// waits for the answer.
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

    /// Reads something small that nearly every page asks for. A file is read on the thread that asks: to
    /// hand a query over to another thread and to wake this one again costs several times what the query
    /// does. What is long goes the way of [`Self::look`], and what writes that of [`Self::run`].
    ///
    /// # Errors
    /// As [`Self::run`]. On a file a change is refused.
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

    /// The same as [`Self::look`], for what may take as long as it takes: a look at all that there is.
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

    /// As [`Self::run`], for the command line.
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

    /// Rings when a transaction of this process has put something into the outbox and was committed.
    #[must_use]
    pub fn posted(&self) -> Arc<Notify> {
        self.posted.clone()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.look(DbConnection::ping).await
    }
}

tokio::task_local! {
    /// Set while something is done that ends with a write that lasts at once.
    static AHEAD: ();
}

/// Does `work`, after which something else is written before anybody is answered: nothing that is written within
/// waits for the disk by itself, and [`Database::run`] does as [`Database::run_ahead`].
pub async fn ahead<T>(work: impl Future<Output = T>) -> T {
    AHEAD.scope((), work).await
}

/// Waits for an answer, and not for ever.
async fn in_time<T, E: From<StoreError>>(answer: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    match tokio::time::timeout(LONGEST_ANSWER, answer).await {
        Ok(answer) => answer,
        Err(_) => Err(StoreError::Unavailable("no answer in time".to_owned()).into()),
    }
}

/// A connection outside any transaction: each statement is kept, whatever becomes of the next. It is
/// committed by itself or, by the one writer of a file, before anybody is answered.
pub struct Conn {
    held: Held,
    posted: Arc<Notify>,
    batch: Option<Batch>,
}

enum Held {
    Pooled(r2d2::PooledConnection<dialect::Manager>),
    Own(DbConnection),
}

/// What several pieces of work are committed in together.
#[derive(Default)]
struct Batch {
    /// Something was put into the outbox.
    posts: bool,
    /// A transaction was taken back, perhaps because the database took back more than that: nothing
    /// else goes into this batch.
    is_over: bool,
}

/// An open transaction. Only [`transaction`] makes one, so what takes a `Tx` is never half done,
/// and none can be opened within another.
pub struct Tx<'a> {
    conn: &'a mut DbConnection,
    /// It puts something into the outbox.
    posts: &'a mut bool,
}

impl Tx<'_> {
    /// The same transaction, to be given away for a while.
    pub const fn reborrow(&mut self) -> Tx<'_> {
        Tx {
            conn: self.conn,
            posts: self.posts,
        }
    }

    /// Notes that the outbox is worth a look once this is committed.
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

/// Runs `work` as one transaction; all of it is kept or none. Takes the write lock at
/// once where there is only one (SQLite), because a transaction that reads first and
/// writes later fails there under contention.
///
/// # Errors
/// What `work` gives, after everything it did was taken back.
pub fn transaction<T, E>(conn: &mut Conn, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E>
where
    E: From<StoreError>,
{
    if conn.batch.is_some() {
        // A savepoint, for there is a transaction around it.
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
            // The first error tells more than a failed rollback; the pool drops the
            // connection when it is broken.
            let _ = dialect::Transactions::rollback_transaction(&mut **conn);
            if let Some(batch) = &mut conn.batch {
                batch.is_over = true;
            }
            Err(error)
        }
    }
}

/// Reads everything as it was at one moment, whoever writes meanwhile; nothing is written.
///
/// # Errors
/// What `work` gives.
pub fn snapshot<T, E>(conn: &mut Conn, work: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> Result<T, E>
where
    E: From<StoreError>,
{
    conn.begin_reading()?;
    let found = work(conn);
    // Nothing was written, so there is nothing to lose.
    let _ = dialect::Transactions::rollback_transaction(&mut **conn);
    found
}

impl DbConnection {
    /// Reads a table: SQLite answers `SELECT 1` without a look at its file.
    fn ping(&mut self) -> Result<(), StoreError> {
        accounts::any(self).map(drop)
    }
}
