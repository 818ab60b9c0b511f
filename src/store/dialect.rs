//! That there are two databases: the only file that names either.
//!
//! The derived `establish` of a multi-connection tries each kind in turn and hides why it
//! failed, so [`Manager`] chooses by the URL's scheme and lets the database speak.

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

/// Rows of one statement. With 32 columns, which no table exceeds, it stays below the 32,766 bound
/// values that SQLite takes.
pub(super) const ROWS_AT_ONCE: usize = 500;

/// Inserts rows, many with each statement. Diesel writes a statement with several rows for one kind of
/// database only, so the kind is told apart here. A single one, which is what people cause, is a statement
/// that is kept.
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

/// Runs a query on a connection of either kind. Diesel finds the prepared statement of a query by its type
/// where it knows the kind of database; where it does not, it puts the text together anew each time.
macro_rules! on_either {
    ($conn:expr, |$one:ident| $query:expr) => {
        match $conn {
            $crate::store::DbConnection::Postgres($one) => $query,
            $crate::store::DbConnection::Sqlite($one) => $query,
        }
    };
}
pub(super) use on_either;

// Both for each kind of database by itself: a statement that may be for either is not kept.

impl<T: QuerySource, U, O, R> Kept<InsertStatement<T, U, O, R>>
where
    Self: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    /// Adds the row; how many there are.
    pub(super) fn execute(self, conn: &mut DbConnection) -> QueryResult<usize> {
        on_either!(conn, |conn| RunQueryDsl::execute(self, conn))
    }
}

impl<T: QuerySource, U, V, R> Kept<UpdateStatement<T, U, V, R>>
where
    UpdateStatement<T, U, V, R>: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    /// Makes the change; how many rows it met.
    pub(super) fn execute(self, conn: &mut DbConnection) -> QueryResult<usize> {
        let met: Vec<i32> = on_either!(conn, |conn| RunQueryDsl::load(Kept(Counted(self.0)), conn))?;
        Ok(met.len())
    }
}

/// Reads a row and holds it until the transaction ends, so that nobody changes it meanwhile: a transaction
/// that writes has a file for itself, and a server locks the row.
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

/// How transactions are ended on either.
pub(super) type Transactions = <DbConnection as diesel::Connection>::TransactionManager;

impl DbConnection {
    /// The database's own time in seconds since 1970, for a statement.
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

    /// Begins a transaction that sees the database as it is at its first query, and writes nothing.
    /// Its queries may take long.
    pub(super) fn begin_reading(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(conn) => {
                AnsiTransactionManager::begin_transaction_sql(
                    conn,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                )?;
                // A look at all that there is takes as long as it takes, and so does whoever is shown it.
                conn.batch_execute(
                    "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0",
                )?;
            }
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
        }
        Ok(())
    }

    /// Lets PostgreSQL look at all tables now, as it does by itself a while after many rows were
    /// added: until then it plans queries as if the tables were empty. SQLite keeps no such numbers here.
    pub(super) fn settle_tables(&mut self) -> Result<(), StoreError> {
        let Self::Postgres(conn) = self else {
            return Ok(());
        };
        // One by one: it refuses to run in a transaction, which several statements in one text are.
        for sql in [
            "SET statement_timeout = 0",
            "VACUUM ANALYZE",
            "SET statement_timeout = '10s'",
        ] {
            conn.batch_execute(sql)?;
        }
        Ok(())
    }

    /// Whether changes are taken here. After a failover a connection may lead to what is a standby
    /// now, which answers every question and takes no change.
    fn takes_changes(&mut self) -> Result<(), StoreError> {
        let Self::Postgres(conn) = self else {
            return Ok(());
        };
        let answer: ReadOnly = sql_query("SHOW transaction_read_only").get_result(conn)?;
        if answer.transaction_read_only == "off" {
            Ok(())
        } else {
            Err(StoreError::Unavailable(
                "the server takes no changes: it is a standby, or set to read-only".to_owned(),
            ))
        }
    }

    /// Whether a part of a name is found without a look at every account of its main account. PostgreSQL
    /// needs an extension for that; an index of SQLite does without.
    pub(super) fn finds_parts(&mut self) -> Result<bool, StoreError> {
        let Self::Postgres(conn) = self else {
            return Ok(true);
        };
        let answer: Found = sql_query("SELECT to_regclass('account_listings_by_part') IS NOT NULL AS found")
            .get_result(conn)?;
        Ok(answer.found)
    }

    /// Refuses every change from now on, where the database is a file.
    pub(super) fn only_reads(&mut self) -> Result<(), StoreError> {
        if let Self::Sqlite(conn) = self {
            // A reader waits for no writer here, only while another program opens or closes the file.
            conn.batch_execute("PRAGMA query_only = ON; PRAGMA busy_timeout = 500")?;
        }
        Ok(())
    }

    /// Whether a commit to a file waits until it is on the disk. Where it does not, the next one that does
    /// brings it there, too: both stand in one log, one after the other.
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

    /// Changes a number in the head of a file that nothing asks for, so that a commit has something to bring
    /// to the disk.
    pub(super) fn touch(&mut self) -> Result<(), StoreError> {
        if let Self::Sqlite(conn) = self {
            conn.batch_execute("PRAGMA user_version = 1")?;
        }
        Ok(())
    }

    /// Writes what stands in the `-wal` beside a SQLite file into the file, so that a copy of the
    /// file alone is whole. Waits for nobody who has the file open for long.
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
                "another program has the file open; a copy needs the -wal beside it, too".to_owned(),
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

/// Opens connections of the kind that the location asks for.
pub(super) struct Manager {
    location: Location,
    /// Whether this has made the file.
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
            // Kept in the file; set here once, because many connections of a pool setting
            // it on a new file lock each other out.
            conn.batch_execute("PRAGMA journal_mode = WAL")?;
        }
        Ok(manager)
    }

    pub(super) fn first_connection(&self) -> Result<DbConnection, StoreError> {
        connect(&self.location)
    }
}

/// What a database says, on one line, and what to do where that is known.
pub(super) fn explained(error: &impl ToString) -> String {
    let words: Vec<String> = error.to_string().split_whitespace().map(str::to_owned).collect();
    let mut words = words.join(" ");
    if words.contains("prepared statement \"__diesel_stmt") {
        words += "; a pooler that mixes connections stands between: take ?pooler=none out of the URL";
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
                .ok_or_else(|| StoreError::Unavailable("the path is not UTF-8".to_owned()))?;
            let mut conn = SqliteConnection::establish(path).map_err(unavailable)?;
            // FULL: what was acknowledged survives a loss of power.
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
            // As long as SQLite waits: a lock held by somebody else is no reason to hang. Whoever holds one and
            // says nothing any more loses it before that (the attack, and the accident: an instance that is
            // frozen in a transaction, and nobody signs in at the others).
            conn.batch_execute(
                "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '4s'; SET statement_timeout = '10s'",
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
