//! Which background tasks this instance runs. Of several instances on one PostgreSQL server, one runs each
//! task at a time; the others check regularly whether it still holds the lease. Leases only reduce the number
//! of queries. Correctness does not depend on them: each task claims its work by one conditional statement,
//! so two instances that hold the same lease for a moment do no harm. With a SQLite file every instance runs
//! all tasks: reading the file costs nothing, and renewing a lease would write to the disk all the time.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use data_encoding::HEXLOWER;
use tokio::{
    sync::{OnceCell, watch},
    time,
};

use crate::{
    domain::{
        lifetimes::LEASE_SECONDS,
        random::{self, Random},
    },
    flows::{Fault, Services},
    store::{Database, StoreError, leases},
};

/// How often leases are renewed, or requested if another instance holds them.
pub(super) const PAUSE: Duration = Duration::from_secs(2);

/// The leases of one instance on a server, or permission to run everything.
pub(super) struct Leases {
    /// None if no lease is needed.
    shared: Option<(Database, Arc<dyn Random>)>,
    tasks: Vec<&'static str>,
    /// The name of this instance in the table, until it stops.
    holder: OnceCell<String>,
    held: watch::Sender<Held>,
}

/// The leases held, and until when by the monotonic clock, which is not affected by setting the system time.
struct Held {
    tasks: Vec<String>,
    until: Instant,
}

impl Leases {
    /// For these tasks; none is held yet.
    pub(super) fn of(services: &Services, tasks: Vec<&'static str>) -> Self {
        let Services { database, random, .. } = services;
        Self {
            shared: database.is_shared().then(|| (database.clone(), random.clone())),
            tasks,
            ..Self::not_needed()
        }
    }

    /// No lease is needed.
    pub(super) fn not_needed() -> Self {
        Self {
            shared: None,
            tasks: Vec::new(),
            holder: OnceCell::new(),
            held: watch::Sender::new(Held {
                tasks: Vec::new(),
                until: Instant::now(),
            }),
        }
    }

    /// Waits until this instance may run a task; returns at once if no lease is needed.
    pub(super) async fn granted(&self, task: &str) {
        if self.shared.is_some() && self.tasks.contains(&task) {
            let is_held =
                |held: &Held| held.tasks.iter().any(|held| held == task) && Instant::now() < held.until;
            // Fails only if the sender is gone, and `self` owns it.
            let _ = self.held.subscribe().wait_for(is_held).await;
        }
    }

    /// Renews the held leases and takes the free ones.
    ///
    /// # Errors
    /// [`Fault`]; the held leases expire if this continues.
    pub(super) async fn round(&self) -> Result<(), Fault> {
        let Some((database, random)) = &self.shared else {
            return Ok(());
        };
        let begin = || async {
            let tasks = self.tasks.clone();
            database.run(move |conn| leases::begin(conn, &tasks)).await?;
            Ok::<_, StoreError>(HEXLOWER.encode(&random::bytes::<16>(&**random)?))
        };
        let holder = self.holder.get_or_try_init(begin).await?.clone();
        let (tasks, asked) = (self.tasks.clone(), Instant::now());
        let tasks = database
            .run(move |conn| leases::hold(conn, &tasks, &holder))
            .await?;
        self.held.send_replace(Held {
            tasks,
            until: asked + Duration::from_secs(LEASE_SECONDS.unsigned_abs()),
        });
        Ok(())
    }

    /// Releases all leases, so that another instance continues at once. If that fails, it continues a few
    /// seconds later.
    pub(super) async fn release(&self) {
        if let (Some((database, _)), Some(holder)) = (&self.shared, self.holder.get().cloned()) {
            let given_back = database.run(move |conn| leases::release(conn, &holder));
            let _ = time::timeout(PAUSE, given_back).await;
        }
    }
}
