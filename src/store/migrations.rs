//! The schema's history, embedded, and applied under a lock.

use diesel::{RunQueryDsl as _, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{DbConnection, StoreError};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number that nobody else locks.
const LOCK: i64 = 0x7665_7374_6962;

/// Applies what is missing. Two instances that start at once are fine: PostgreSQL lets the
/// second wait for the first; SQLite has one writer anyway.
pub(super) fn run(conn: &mut DbConnection) -> Result<(), StoreError> {
    migrate(conn, Step::Up)
}

/// Takes everything back, newest first.
pub(super) fn revert(conn: &mut DbConnection) -> Result<(), StoreError> {
    migrate(conn, Step::Down)
}

#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
}

fn migrate(conn: &mut DbConnection, step: Step) -> Result<(), StoreError> {
    let outcome = match conn {
        DbConnection::Postgres(conn) => {
            // Waiting for another instance may take longer than a page may.
            sql_query("SET lock_timeout = 0").execute(conn)?;
            sql_query("SET statement_timeout = 0").execute(conn)?;
            sql_query(format!("SELECT pg_advisory_lock({LOCK})")).execute(conn)?;
            let outcome = apply(conn, POSTGRES, step);
            sql_query(format!("SELECT pg_advisory_unlock({LOCK})")).execute(conn)?;
            outcome
        }
        DbConnection::Sqlite(conn) => {
            conn.immediate_transaction(|conn| Ok::<_, diesel::result::Error>(apply(conn, SQLITE, step)))?
        }
    };
    outcome.map_err(StoreError::Unexpected)
}

fn apply<C, B>(conn: &mut C, migrations: EmbeddedMigrations, step: Step) -> Result<(), String>
where
    C: MigrationHarness<B> + diesel::Connection<Backend = B>,
    B: diesel::backend::Backend,
{
    match step {
        Step::Up => conn.run_pending_migrations(migrations),
        Step::Down => conn.revert_all_migrations(migrations),
    }
    .map(drop)
    .map_err(|error| error.to_string())
}
