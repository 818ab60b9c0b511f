//! The differences between the two databases: the only file that names them. The derived `establish` of a
//! multi-connection tries each kind in turn and hides the error, so [`Manager`] chooses by the URL's scheme
//! and keeps the database's own error message.

use diesel::{
    Connection as _, PgConnection, QueryResult, QuerySource, QueryableByName, RunQueryDsl, SqliteConnection,
    connection::{AnsiTransactionManager, CacheSize, SimpleConnection as _},
    pg::Pg,
    query_builder::{InsertStatement, QueryFragment, UpdateStatement},
    sql_query,
    sql_types::{Bool, Integer, Text},
    sqlite::Sqlite,
};

use super::{
    StoreError, file,
    kept::{Counted, Kept},
    location::Location,
};

/// An open connection to either database.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Rows per statement. No table has more than 32 columns, so this stays below SQLite's limit of 32,766 bound
/// values.
pub(super) const ROWS_AT_ONCE: usize = 500;

/// Inserts rows, many with each statement. Diesel builds a multi-row statement only for one kind of database,
/// so the kind is matched here. A single row, the usual case, uses a cached prepared statement.
macro_rules! insert_rows {
    ($conn:expr, $table:path, $rows:expr) => {{
        use $crate::store::kept::Keep as _;
        let conn: &mut $crate::store::DbConnection = $conn;
        for rows in $rows.chunks($crate::store::dialect::ROWS_AT_ONCE) {
            if let [row] = rows {
                diesel::insert_into($table).values(row).kept().execute(conn)?;
                continue;
            }
            let insert = diesel::insert_into($table).values(rows);
            match conn {
                $crate::store::DbConnection::Postgres(conn) => insert.execute(conn)?,
                $crate::store::DbConnection::Sqlite(conn) => insert.execute(conn)?,
            };
        }
    }};
}
pub(super) use insert_rows;

/// Runs a query on a connection of either kind. If Diesel knows the kind of database, it finds the prepared
/// statement by the type of the query; otherwise it builds the SQL text each time.
macro_rules! on_either {
    ($conn:expr, |$one:ident| $query:expr) => {
        match $conn {
            $crate::store::DbConnection::Postgres($one) => $query,
            $crate::store::DbConnection::Sqlite($one) => $query,
        }
    };
}
pub(super) use on_either;

// Separately for each kind of database: a statement for either kind is not cached.

impl<T: QuerySource, U, O, R> Kept<InsertStatement<T, U, O, R>>
where
    Self: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    /// Inserts the row; returns the number of rows.
    pub(super) fn execute(self, conn: &mut DbConnection) -> QueryResult<usize> {
        on_either!(conn, |conn| RunQueryDsl::execute(self, conn))
    }
}

impl<T: QuerySource, U, V, R> Kept<UpdateStatement<T, U, V, R>>
where
    UpdateStatement<T, U, V, R>: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    /// Runs the update; returns the number of matching rows.
    pub(super) fn execute(self, conn: &mut DbConnection) -> QueryResult<usize> {
        let met: Vec<i32> = on_either!(conn, |conn| RunQueryDsl::load(Kept(Counted(self.0)), conn))?;
        Ok(met.len())
    }
}

/// Reads a row and locks it until the transaction ends. PostgreSQL locks the row; on SQLite a writing
/// transaction has the whole file locked.
macro_rules! first_held {
    ($tx:expr, $row:expr) => {{
        let tx: &mut $crate::store::Tx<'_> = $tx;
        match &mut **tx {
            $crate::store::DbConnection::Postgres(conn) => {
                diesel::RunQueryDsl::first($row.for_no_key_update(), conn)
            }
            $crate::store::DbConnection::Sqlite(conn) => diesel::RunQueryDsl::first($row, conn),
        }
    }};
}
pub(super) use first_held;

/// Ends transactions on either database.
pub(super) type Transactions = <DbConnection as diesel::Connection>::TransactionManager;

impl DbConnection {
    /// SQL for the database's own time in seconds since 1970.
    pub(super) const fn seconds_now(&self) -> &'static str {
        match self {
            Self::Postgres(_) => "EXTRACT(EPOCH FROM clock_timestamp())::bigint",
            Self::Sqlite(_) => "unixepoch()",
        }
    }

    /// Begins a transaction that will write.
    pub(super) fn begin_writing(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
        }
        Ok(())
    }

    /// Begins a read-only transaction that sees the database as of its first query. Its queries have no time
    /// limit.
    pub(super) fn begin_reading(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(conn) => {
                AnsiTransactionManager::begin_transaction_sql(
                    conn,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                )?;
                // A scan of the whole database has no time limit, and neither does the client that downloads
                // it.
                conn.batch_execute(
                    "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0",
                )?;
            }
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
        }
        Ok(())
    }

    /// Runs VACUUM ANALYZE on PostgreSQL. Autovacuum would do so some time after many rows were inserted;
    /// until then queries are planned as if the tables were empty. SQLite needs no statistics here.
    pub(super) fn settle_tables(&mut self) -> Result<(), StoreError> {
        let Self::Postgres(conn) = self else {
            return Ok(());
        };
        // One by one: VACUUM cannot run in a transaction, and several statements in one text are one.
        for sql in [
            "SET statement_timeout = 0",
            "VACUUM ANALYZE",
            "SET statement_timeout = '10s'",
        ] {
            conn.batch_execute(sql)?;
        }
        Ok(())
    }

    /// Checks that the server accepts writes. After a failover a connection may lead to a standby, which
    /// answers queries but refuses writes.
    fn takes_changes(&mut self) -> Result<(), StoreError> {
        let Self::Postgres(conn) = self else {
            return Ok(());
        };
        let answer: ReadOnly = sql_query("SHOW transaction_read_only").get_result(conn)?;
        if answer.transaction_read_only == "off" {
            Ok(())
        } else {
            Err(StoreError::Unavailable(
                "the server is read-only: it is a standby, or default_transaction_read_only is on".to_owned(),
            ))
        }
    }

    /// Whether a substring search can use an index. PostgreSQL needs the extension `pg_trgm` for that; SQLite
    /// does not.
    pub(super) fn finds_parts(&mut self) -> Result<bool, StoreError> {
        let Self::Postgres(conn) = self else {
            return Ok(true);
        };
        let answer: Found = sql_query("SELECT to_regclass('account_listings_by_part') IS NOT NULL AS found")
            .get_result(conn)?;
        Ok(answer.found)
    }

    /// Makes a connection to a file read-only.
    pub(super) fn only_reads(&mut self) -> Result<(), StoreError> {
        if let Self::Sqlite(conn) = self {
            // In WAL mode a reader waits only while another program opens or closes the file.
            conn.batch_execute("PRAGMA query_only = ON; PRAGMA busy_timeout = 500")?;
        }
        Ok(())
    }

    /// Sets whether a commit to a file waits for the disk. A commit that does not wait becomes durable with
    /// the next one that does, because both are written to the same WAL in order.
    pub(super) fn commits_wait_for_the_disk(&mut self, wait: bool) -> Result<(), StoreError> {
        if let Self::Sqlite(conn) = self {
            conn.batch_execute(if wait {
                "PRAGMA synchronous = FULL"
            } else {
                "PRAGMA synchronous = NORMAL"
            })?;
        }
        Ok(())
    }

    /// Writes an unused header field of the file, so that the commit is not empty and syncs the WAL to the
    /// disk.
    pub(super) fn touch(&mut self) -> Result<(), StoreError> {
        if let Self::Sqlite(conn) = self {
            conn.batch_execute("PRAGMA user_version = 1")?;
        }
        Ok(())
    }

    /// Writes the `-wal` of a SQLite file into the file, so that a copy of the file alone is complete. Waits
    /// only briefly for other programs that have the file open.
    pub(super) fn write_into_file(&mut self) -> Result<(), StoreError> {
        let Self::Sqlite(conn) = self else {
            return Ok(());
        };
        conn.batch_execute("PRAGMA busy_timeout = 500")?;
        let written: Checkpoint = sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
        if written.busy == 0 {
            Ok(())
        } else {
            Err(StoreError::Unavailable(
                "another program has the file open; a copy must include the -wal file".to_owned(),
            ))
        }
    }
}

#[derive(QueryableByName)]
struct ReadOnly {
    #[diesel(sql_type = Text)]
    transaction_read_only: String,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    found: bool,
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Opens connections to the given location.
pub(super) struct Manager {
    location: Location,
    /// Whether this created the file.
    pub(super) made_file: bool,
}

impl Manager {
    pub(super) fn new(location: &Location) -> Result<Self, StoreError> {
        let manager = Self {
            location: location.clone(),
            made_file: match location {
                Location::File(path) => file::prepare(path)?,
                Location::Server(_) => false,
            },
        };
        if let DbConnection::Sqlite(conn) = &mut manager.first_connection()? {
            // Stored in the file. Set once here, because the connections of a pool would lock each other out
            // if each set it on a new file.
            conn.batch_execute("PRAGMA journal_mode = WAL")?;
        }
        Ok(manager)
    }

    pub(super) fn first_connection(&self) -> Result<DbConnection, StoreError> {
        connect(&self.location)
    }
}

/// The database's error message on one line, with what to do if that is known.
pub(super) fn explained(error: &impl ToString) -> String {
    let words: Vec<String> = error.to_string().split_whitespace().map(str::to_owned).collect();
    let mut words = words.join(" ");
    if words.contains("prepared statement \"__diesel_stmt") {
        words += "; a transaction pooler is in use: remove ?pooler=none from the URL";
    }
    words
}

/// Opens a connection.
pub(super) fn connect(location: &Location) -> Result<DbConnection, StoreError> {
    let unavailable = |error: diesel::ConnectionError| StoreError::Unavailable(explained(&error));
    match location {
        Location::File(path) => {
            let path = path
                .to_str()
                .ok_or_else(|| StoreError::Unavailable("the path is not valid UTF-8".to_owned()))?;
            let mut conn = SqliteConnection::establish(path).map_err(unavailable)?;
            // FULL: acknowledged writes survive a power failure.
            conn.batch_execute(
                "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;",
            )?;
            Ok(DbConnection::Sqlite(conn))
        }
        Location::Server(server) => {
            let mut conn = PgConnection::establish(&server.conninfo()).map_err(unavailable)?;
            if !server.is_direct() {
                conn.set_prepared_statement_cache_size(CacheSize::Disabled);
            }
            // The lock timeout equals SQLite's busy timeout. An idle transaction is ended before that (the
            // attack, and the accident: an instance that hangs in a transaction holds a lock, and sign-in
            // fails on all others).
            conn.batch_execute(
                "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '4s'; SET \
                 statement_timeout = '10s'",
            )?;
            Ok(DbConnection::Postgres(conn))
        }
    }
}

impl r2d2::ManageConnection for Manager {
    type Connection = DbConnection;
    type Error = StoreError;

    fn connect(&self) -> Result<DbConnection, StoreError> {
        connect(&self.location)
    }

    fn is_valid(&self, conn: &mut DbConnection) -> Result<(), StoreError> {
        conn.takes_changes()
    }

    fn has_broken(&self, conn: &mut DbConnection) -> bool {
        use diesel::connection::TransactionManager as _;
        Transactions::is_broken_transaction_manager(conn)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use diesel::{
        Connection as _, ExpressionMethods as _, QueryDsl as _, connection::InstrumentationEvent,
        dsl::insert_into, update,
    };
    use tempfile::TempDir;

    use super::*;
    use crate::store::{Database, kept::Keep as _, schema::throttles};

    #[test]
    fn a_change_is_prepared_once() {
        let folder = TempDir::new().unwrap();
        let location = Location::parse(folder.path().join("v.db").to_str().unwrap()).unwrap();
        drop(Database::open(&location).unwrap());
        let mut conn = connect(&location).unwrap();
        let kept: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = kept.clone();
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::CacheQuery { sql, .. } = event {
                seen.lock().unwrap().push(sql.to_owned());
            }
        });
        for (subject, met) in [("a", 1), ("b", 1), ("nobody", 0)] {
            if met == 1 {
                let row = (
                    throttles::subject.eq(subject),
                    throttles::kind.eq("code"),
                    throttles::failures.eq(0),
                    throttles::not_before.eq(0),
                    throttles::charged_at.eq(0),
                );
                assert_eq!(
                    insert_into(throttles::table)
                        .values(row)
                        .kept()
                        .execute(&mut conn),
                    Ok(1)
                );
            }
            let change = update(throttles::table.filter(throttles::subject.eq(subject)))
                .set(throttles::failures.eq(throttles::failures + 1))
                .kept();
            assert_eq!(change.execute(&mut conn), Ok(met));
        }
        let kept = kept.lock().unwrap();
        assert_eq!(kept.len(), 2, "{kept:?}");
    }
}
