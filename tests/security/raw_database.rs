//! The portal's database through plain SQL, bypassing all of its own code.

use diesel::{
    Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection,
    connection::SimpleConnection as _,
    sql_query,
    sql_types::{BigInt, Text},
};

use crate::support::portal::TestPortal;

/// A separate connection to a portal's database.
pub enum RawDatabase {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

impl RawDatabase {
    pub fn of(portal: &TestPortal) -> Self {
        let url = portal.database_url();
        if url.starts_with("postgres") {
            Self::Postgres(PgConnection::establish(&url).unwrap())
        } else {
            Self::Sqlite(SqliteConnection::establish(&url).unwrap())
        }
    }

    /// Runs statements, after any current writer.
    pub fn execute(&mut self, sql: &str) {
        match self {
            Self::Sqlite(conn) => {
                conn.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
                conn.batch_execute(sql).unwrap();
            }
            Self::Postgres(conn) => conn.batch_execute(sql).unwrap(),
        }
    }

    /// The texts that a query returns.
    pub fn lines(&mut self, sql: &str) -> Vec<String> {
        let query = sql_query(format!("SELECT line FROM ({sql}) AS found"));
        let found: Vec<Line> = match self {
            Self::Sqlite(conn) => query.load(conn).unwrap(),
            Self::Postgres(conn) => query.load(conn).unwrap(),
        };
        found.into_iter().map(|found| found.line).collect()
    }

    /// The number of rows that match: `count("accounts WHERE …")`.
    pub fn count(&mut self, from: &str) -> i64 {
        self.number(&format!("SELECT COUNT(*) AS number FROM {from}"))
    }

    /// The one number that a query returns as `number`.
    pub fn number(&mut self, sql: &str) -> i64 {
        let found: Number = match self {
            Self::Sqlite(conn) => sql_query(sql).get_result(conn).unwrap(),
            Self::Postgres(conn) => sql_query(sql).get_result(conn).unwrap(),
        };
        found.number
    }

    /// How often an event was recorded.
    pub fn events(&mut self, event: &str) -> i64 {
        self.count(&format!("security_events WHERE event = '{event}'"))
    }

    /// Every row of every table, as text.
    pub fn everything(&mut self) -> Vec<String> {
        let tables = match self {
            Self::Sqlite(_) => {
                "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            }
            Self::Postgres(_) => {
                "SELECT tablename::text AS line FROM pg_catalog.pg_tables WHERE schemaname = 'public'"
            }
        };
        let mut everything = Vec::new();
        let mut tables = self.lines(tables);
        // Of the instances, which renew theirs all the time.
        tables.retain(|table| table != "leases");
        for table in tables {
            let row = match self {
                Self::Sqlite(_) => self
                    .lines(&format!("SELECT name AS line FROM pragma_table_info('{table}')"))
                    .iter()
                    .map(|column| format!("'{column}=' || quote({column})"))
                    .collect::<Vec<_>>()
                    .join(" || ' ' || "),
                Self::Postgres(_) => "row_to_json(t)::text".to_owned(),
            };
            let rows = self.lines(&format!("SELECT {row} AS line FROM {table} AS t"));
            everything.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
        }
        assert!(everything.len() > 3, "not everything: {everything:?}");
        everything.sort();
        everything
    }
}
