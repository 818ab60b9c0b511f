//! The embedded schema migrations, applied under a lock.

use diesel::{Connection as _, RunQueryDsl as _, connection::SimpleConnection as _, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{DbConnection, StoreError};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// An advisory lock number that no other program uses.
const LOCK: i64 = 0x7665_7374_6962;

/// Applies pending migrations. Two instances can start at the same time: on PostgreSQL the second waits for
/// the first, and SQLite has only one writer.
pub(super) fn run(conn: &mut DbConnection) -> Result<(), StoreError> {
    migrate(conn, Step::Up)
}

/// Reverts all migrations, newest first.
pub(super) fn revert(conn: &mut DbConnection) -> Result<(), StoreError> {
    migrate(conn, Step::Down)
}

#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
}

fn migrate(conn: &mut DbConnection, step: Step) -> Result<(), StoreError> {
    match conn {
        DbConnection::Postgres(conn) => conn.transaction(|conn| {
            // Waiting for another instance may take longer than the limit for a page.
            conn.batch_execute("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")?;
            // Held by the transaction, not the connection, which a pooler may change afterwards.
            sql_query(format!("SELECT pg_advisory_xact_lock({LOCK})")).execute(conn)?;
            apply(conn, POSTGRES, step)
        }),
        DbConnection::Sqlite(conn) => conn.immediate_transaction(|conn| apply(conn, SQLITE, step)),
    }
}

fn apply<C, B>(conn: &mut C, migrations: EmbeddedMigrations, step: Step) -> Result<(), StoreError>
where
    C: MigrationHarness<B> + diesel::Connection<Backend = B>,
    B: diesel::backend::Backend,
{
    match step {
        Step::Up => conn.run_pending_migrations(migrations),
        Step::Down => conn.revert_all_migrations(migrations),
    }
    .map(drop)
    .map_err(|error| StoreError::Unexpected(error.to_string()))
}
