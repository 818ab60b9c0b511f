//! Connections that only read a file, one for each thread that asks.

use std::{
    cell::RefCell,
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicU64, Ordering},
};

use super::{DbConnection, StoreError, dialect, location::Location};

thread_local! {
    /// This thread's connections, by what the database is called among those of this process.
    static OPEN: RefCell<HashMap<u64, DbConnection>> = RefCell::default();
}

/// What the next database is called.
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

    /// Whether it is read on the thread that asks. A server may be silent for long, and a thread that
    /// waits for it serves nobody.
    pub(super) const fn are_here(&self) -> bool {
        !self.location.is_remote()
    }

    /// Reads on this thread.
    pub(super) fn read<T, E>(&self, query: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        // It is taken out meanwhile, so that one whose query failed or panicked is not used again.
        let taken = OPEN.with_borrow_mut(|open| open.remove(&self.name));
        let mut conn = match taken {
            Some(conn) => conn,
            None => self.connect()?,
        };
        let found = catch_unwind(AssertUnwindSafe(|| query(&mut conn)))
            .map_err(|_| StoreError::Unexpected("a query panicked".to_owned()))?;
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
