//! Admission control for sign-in requests. Before a password is hashed, a sign-in runs several database
//! queries and writes. If a flood of requests were only refused at the full lane, it would already have used
//! the database connections that signed-in people need. So a place is reserved first, which costs nothing,
//! and kept until the request is answered.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The number of requests in progress by source network.
pub(super) struct Admission {
    places: usize,
    taken: Mutex<HashMap<String, usize>>,
}

/// A place; released when dropped.
pub struct Place {
    admission: Arc<Admission>,
    name: String,
}

impl Admission {
    pub(super) fn new(places: usize) -> Self {
        Self {
            places,
            taken: Mutex::default(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reserves a place; none if all are taken. The same number of extra places is reserved for networks with
    /// at least two fewer requests than the busiest one (the attack: one network takes all places and all
    /// others are refused).
    pub(super) fn enter(self: &Arc<Self>, name: String) -> Option<Place> {
        let mut taken = self.lock();
        let all: usize = taken.values().sum();
        let most = taken.values().copied().max().unwrap_or(0);
        let own = taken.get(&name).copied().unwrap_or(0);
        if all >= self.places && (all >= 2 * self.places || most < own + 2) {
            return None;
        }
        *taken.entry(name.clone()).or_default() += 1;
        drop(taken);
        Some(Place {
            admission: Arc::clone(self),
            name,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.admission.lock();
        if let Some(count) = taken.get_mut(&self.name) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(admission: &Arc<Admission>, name: &str) -> Option<Place> {
        admission.enter(name.to_owned())
    }

    #[test]
    fn whoever_leaves_makes_room() {
        let admission = Arc::new(Admission::new(2));
        let first = enter(&admission, "a");
        let second = enter(&admission, "b");
        assert!(first.is_some() && second.is_some());
        assert!(enter(&admission, "c").is_none());
        drop(first);
        assert!(enter(&admission, "c").is_some());
        drop(second);
        assert!(admission.lock().is_empty(), "nothing is kept of who has left");
    }

    #[test]
    fn a_network_that_takes_all_places_keeps_nobody_else_out() {
        let admission = Arc::new(Admission::new(4));
        let flood: Vec<Option<Place>> = (0..10).map(|_| enter(&admission, "flood")).collect();
        assert_eq!(flood.iter().flatten().count(), 4);
        let office: Vec<Option<Place>> = (0..10).map(|_| enter(&admission, "office")).collect();
        assert_eq!(office.iter().flatten().count(), 3, "until it has as many but one");
        let others = ["b", "c", "d", "e"].map(|name| enter(&admission, name));
        assert_eq!(others.iter().flatten().count(), 1, "there is an end to it");
    }
}
