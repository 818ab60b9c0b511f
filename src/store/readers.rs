//! Read-only connections to a SQLite file, one for each thread.

use std::{
    cell::RefCell,
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicU64, Ordering},
};

use super::{DbConnection, StoreError, dialect, location::Location};

thread_local! {
    /// This thread's connections, by the number of the database in this process.
    static OPEN: RefCell<HashMap<u64, DbConnection>> = RefCell::default();
}

/// The number of the next database.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// The readers of one database.
pub(super) struct Readers {
    name: u64,
    location: Location,
}

impl Readers {
    pub(super) fn of(location: &Location) -> Self {
        Self {
            name: NEXT.fetch_add(1, Ordering::Relaxed),
            location: location.clone(),
        }
    }

    /// Whether the calling thread reads directly. A server may not answer for long, and a blocked thread
    /// serves no other requests.
    pub(super) const fn are_here(&self) -> bool {
        !self.location.is_remote()
    }

    /// Reads on this thread.
    pub(super) fn read<T, E>(&self, query: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        // Taken out during the query, so that a connection whose query failed or panicked is not reused.
        let taken = OPEN.with_borrow_mut(|open| open.remove(&self.name));
        let mut conn = match taken {
            Some(conn) => conn,
            None => self.connect()?,
        };
        let found = catch_unwind(AssertUnwindSafe(|| query(&mut conn)))
            .map_err(|_| StoreError::Unexpected("the query panicked".to_owned()))?;
        if found.is_ok() {
            OPEN.with_borrow_mut(|open| open.insert(self.name, conn));
        }
        found
    }

    fn connect(&self) -> Result<DbConnection, StoreError> {
        let mut conn = dialect::connect(&self.location)?;
        conn.only_reads()?;
        Ok(conn)
    }
}

#[cfg(test)]
mod tests {
    use diesel::{QueryableByName, RunQueryDsl as _, sql_query, sql_types::Text};
    use tempfile::TempDir;

    use super::*;

    #[derive(QueryableByName)]
    struct Compiled {
        #[diesel(sql_type = Text)]
        compile_options: String,
    }

    #[test]
    fn sqlite_is_built_so_that_a_statement_is_planned_once() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("v.db");
        let readers = Readers::of(&Location::parse(path.to_str().unwrap()).unwrap());
        let read = readers.read(|conn| Ok(sql_query("PRAGMA compile_options").load::<Compiled>(conn)?));
        let read: Result<Vec<Compiled>, StoreError> = read;
        let options: Vec<String> = read.unwrap().into_iter().map(|one| one.compile_options).collect();
        for wanted in ["ENABLE_QPSG", "DEFAULT_MEMSTATUS=0"] {
            assert!(
                options.iter().any(|option| option == wanted),
                "{wanted} comes from .cargo/config.toml: {options:?}"
            );
        }
    }
}
