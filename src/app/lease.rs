//! Which tasks of the background this instance runs. Of several instances on one server, one runs each task
//! at a time; the others ask now and then whether it still does.
//!
//! Nothing rests on this but that the server is asked less: each task claims its work by one conditional
//! statement, so that two instances that both hold a lease for a moment do no harm. Whoever has a file open
//! runs everything: to look into it costs nothing, and a lease that is renewed would have the disk at work day
//! and night.

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

/// How often leases are renewed, and asked for where another instance has them.
pub(super) const PAUSE: Duration = Duration::from_secs(2);

/// The leases of one instance on a server, or the leave to run everything.
pub(super) struct Leases {
    /// None where everything may run.
    shared: Option<(Database, Arc<dyn Random>)>,
    tasks: Vec<&'static str>,
    /// What this instance is called in the table, until it ends.
    holder: OnceCell<String>,
    held: watch::Sender<Held>,
}

/// What is held, and until when by this machine's own count of seconds, which no clock that is set changes.
struct Held {
    tasks: Vec<String>,
    until: Instant,
}

impl Leases {
    /// Of these tasks, none held as yet.
    pub(super) fn of(services: &Services, tasks: Vec<&'static str>) -> Self {
        let Services { database, random, .. } = services;
        Self {
            shared: database.is_shared().then(|| (database.clone(), random.clone())),
            tasks,
            ..Self::not_needed()
        }
    }

    /// Everything may run.
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

    /// Waits until this instance may run a task, which is at once where it needs no lease.
    pub(super) async fn granted(&self, task: &str) {
        if self.shared.is_some() && self.tasks.contains(&task) {
            let is_held =
                |held: &Held| held.tasks.iter().any(|held| held == task) && Instant::now() < held.until;
            // It fails where nobody can renew, and `self` can.
            let _ = self.held.subscribe().wait_for(is_held).await;
        }
    }

    /// Renews what is held and takes what is free.
    ///
    /// # Errors
    /// [`Fault`]; what is held lapses if this goes on.
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

    /// Gives everything back, so that another instance goes on at once. Where that fails, it goes on a few
    /// seconds later.
    pub(super) async fn release(&self) {
        if let (Some((database, _)), Some(holder)) = (&self.shared, self.holder.get().cloned()) {
            let given_back = database.run(move |conn| leases::release(conn, &holder));
            let _ = time::timeout(PAUSE, given_back).await;
        }
    }
}
