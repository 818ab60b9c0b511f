//! Limits concurrent long reads, so that connections are left for other requests. Each account has at most
//! one place in the queue (the attack: one account requests hundreds of downloads, and all others have to
//! wait behind them).

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The maximum number of concurrent long reads.
const AT_ONCE: usize = 2;

/// The queue.
pub(super) struct Turns {
    all: Arc<Semaphore>,
    own: Mutex<HashMap<String, Weak<Semaphore>>>,
}

/// A turn; it ends when this is dropped.
pub struct Turn {
    _all: Option<OwnedSemaphorePermit>,
    _own: Option<OwnedSemaphorePermit>,
}

impl Turns {
    pub(super) fn new() -> Self {
        Self {
            all: Arc::new(Semaphore::new(AT_ONCE)),
            own: Mutex::default(),
        }
    }

    /// Waits for a turn of this account.
    pub(super) async fn of(&self, whose: &str) -> Turn {
        let own = self.own(whose);
        // Neither semaphore is ever closed.
        let own = own.acquire_owned().await.ok();
        let all = self.all.clone().acquire_owned().await.ok();
        Turn { _all: all, _own: own }
    }

    fn own(&self, whose: &str) -> Arc<Semaphore> {
        let mut known = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = known.get(whose).and_then(Weak::upgrade) {
            return own;
        }
        known.retain(|_, own| own.strong_count() > 0);
        let own = Arc::new(Semaphore::new(1));
        known.insert(whose.to_owned(), Arc::downgrade(&own));
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_who_asks_for_many_is_one_of_those_who_wait() {
        let turns = Arc::new(Turns::new());
        let first = turns.of("a").await;
        let asked = |whose: &'static str| {
            let turns = turns.clone();
            tokio::spawn(async move { turns.of(whose).await })
        };
        let more: Vec<_> = (0..100).map(|_| asked("a")).collect();
        tokio::task::yield_now().await;
        let other = asked("b").await.unwrap();
        assert!(
            more.iter().all(|more| !more.is_finished()),
            "of one account, one at a time"
        );
        let third = asked("c");
        tokio::task::yield_now().await;
        assert!(!third.is_finished(), "two at once");
        drop(other);
        drop(third.await.unwrap());
        drop(first);
        for more in more {
            drop(more.await.unwrap());
        }
        drop(turns.of("d").await);
        assert_eq!(
            turns.own.lock().unwrap().len(),
            1,
            "nothing is kept of who has left"
        );
    }
}
