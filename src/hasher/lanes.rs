//! The queues of the hashing threads: one lane of fixed length for each kind of caller, so that anonymous
//! sign-in attempts cannot starve people who are signed in.

use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use ipnet::IpNet;

use crate::domain::{account::AccountId, client::Client};

/// The kinds of callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    /// People who are signed in, and the operator.
    Inside,
    /// People with a one-time link.
    Link,
    /// Anonymous sign-in attempts.
    FrontDoor,
}

const LANES: usize = 3;

/// The lane that each turn serves first. With jobs in every lane, signed-in people get two of four turns and
/// each other lane one, so that no lane starves.
const TURNS: [Lane; 4] = [Lane::Inside, Lane::Link, Lane::Inside, Lane::FrontDoor];

/// Who requests a hash: a lane, and a name for fair sharing within it.
#[derive(Debug, Clone)]
pub struct Caller {
    lane: Lane,
    name: String,
}

impl Caller {
    /// A person who is signed in to this account, or whose password was just verified.
    #[must_use]
    pub fn inside(account: &AccountId) -> Self {
        Self {
            lane: Lane::Inside,
            name: account.0.clone(),
        }
    }

    /// A visitor with a valid one-time link.
    #[must_use]
    pub fn with_link(client: Client) -> Self {
        Self {
            lane: Lane::Link,
            name: neighbourhood(client.address),
        }
    }

    /// An anonymous visitor.
    #[must_use]
    pub fn at_the_front_door(client: Client) -> Self {
        Self {
            lane: Lane::FrontDoor,
            name: neighbourhood(client.address),
        }
    }

    /// The name that shares a place.
    pub(super) fn into_name(self) -> String {
        self.name
    }

    /// The command line.
    #[must_use]
    pub fn operator() -> Self {
        Self {
            lane: Lane::Inside,
            name: String::new(),
        }
    }
}

/// The network that shares a place in a lane: the widest that one customer gets (the attack: a /48 with
/// 65,536 networks, each with its own place).
fn neighbourhood(address: IpAddr) -> String {
    let length = if address.is_ipv4() { 24 } else { 48 };
    IpNet::new_assert(address, length).trunc().to_string()
}

/// A queue of fixed length that its callers share fairly.
struct Queue<J> {
    waiting: VecDeque<(String, J)>,
    length: usize,
}

impl<J> Queue<J> {
    fn new(length: usize) -> Self {
        Self {
            waiting: VecDeque::new(),
            length,
        }
    }

    /// Adds a job. In a full queue the newest job of the caller with the most jobs is evicted for a caller
    /// with at least two fewer; its caller gets "busy" (the attack: one network fills the queue and all
    /// others are refused). `false` if the job was not added.
    fn push(&mut self, caller: String, job: J) -> bool {
        if self.waiting.len() >= self.length {
            let mut counts: HashMap<&str, usize> = HashMap::new();
            for (name, _) in &self.waiting {
                *counts.entry(name).or_default() += 1;
            }
            let own = counts.get(caller.as_str()).copied().unwrap_or(0);
            let most = counts.values().copied().max().unwrap_or(0);
            if most < own + 2 {
                return false;
            }
            let newest = self
                .waiting
                .iter()
                .rposition(|(name, _)| counts[name.as_str()] == most);
            if let Some(newest) = newest {
                self.waiting.remove(newest);
            }
        }
        self.waiting.push_back((caller, job));
        true
    }
}

struct State<J> {
    queues: [Queue<J>; LANES],
    turn: usize,
    closed: bool,
}

/// The result of waiting for a job.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next<J> {
    Job(J),
    /// No job before the deadline.
    NothingInTime,
    /// The lanes are closed and empty.
    Closed,
}

/// The lanes of a group of threads.
pub(super) struct Lanes<J> {
    state: Mutex<State<J>>,
    changed: Condvar,
}

impl<J> Lanes<J> {
    /// Lanes that hold `length` jobs each.
    pub(super) fn new(length: usize) -> Self {
        Self {
            state: Mutex::new(State {
                queues: std::array::from_fn(|_| Queue::new(length)),
                turn: 0,
                closed: false,
            }),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a job; `false` when the caller's lane is full.
    pub(super) fn push(&self, caller: Caller, job: J) -> bool {
        let pushed = self.lock().queues[caller.lane as usize].push(caller.name, job);
        self.changed.notify_one();
        pushed
    }

    /// Waits for the next job until `deadline`, or without a time limit.
    pub(super) fn pop(&self, deadline: Option<Instant>) -> Next<J> {
        let mut state = self.lock();
        loop {
            let first = TURNS[state.turn % TURNS.len()];
            let then = [first, Lane::Inside, Lane::Link, Lane::FrontDoor];
            let next = then
                .into_iter()
                .find_map(|lane| state.queues[lane as usize].waiting.pop_front());
            if let Some((_, job)) = next {
                state.turn = state.turn.wrapping_add(1);
                return Next::Job(job);
            }
            if state.closed {
                return Next::Closed;
            }
            state = match deadline.map(|deadline| deadline.saturating_duration_since(Instant::now())) {
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => return Next::NothingInTime,
                Some(left) => {
                    let waited = self.changed.wait_timeout(state, left);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// Ends the threads once the lanes are empty.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(lane: Lane, name: &str) -> Caller {
        Caller {
            lane,
            name: name.to_owned(),
        }
    }

    fn job<J>(lanes: &Lanes<J>) -> Option<J> {
        match lanes.pop(None) {
            Next::Job(job) => Some(job),
            Next::NothingInTime | Next::Closed => None,
        }
    }

    #[test]
    fn whoever_waits_for_a_while_is_told_that_nothing_came() {
        let lanes = Lanes::new(1);
        let soon = || Some(Instant::now() + Duration::from_millis(5));
        assert_eq!(lanes.pop(soon()), Next::NothingInTime);
        assert!(lanes.push(caller(Lane::Link, "a"), 1));
        assert_eq!(lanes.pop(soon()), Next::Job(1));
        lanes.close();
        assert_eq!(lanes.pop(soon()), Next::Closed);
    }

    #[test]
    fn with_work_in_every_lane_people_inside_get_every_second_turn_and_nobody_is_left_out() {
        let lanes = Lanes::new(8);
        for number in 0..8 {
            for lane in [Lane::FrontDoor, Lane::Link, Lane::Inside] {
                assert!(lanes.push(caller(lane, "a"), (lane, number)));
            }
        }
        let order: Vec<Lane> = (0..8).filter_map(|_| job(&lanes)).map(|(lane, _)| lane).collect();
        assert_eq!(order, [TURNS, TURNS].concat());
    }

    #[test]
    fn one_customers_networks_share_a_place() {
        let name = |text: &str| neighbourhood(text.parse().unwrap());
        assert_eq!(name("2001:db8:1:2::3"), name("2001:db8:1:ffff::1"));
        assert_ne!(name("2001:db8:1::1"), name("2001:db8:2::1"));
        assert_eq!(name("203.0.113.1"), name("203.0.113.250"));
        assert_ne!(name("203.0.113.1"), name("203.0.114.1"));
    }

    #[test]
    fn a_full_lane_says_so_and_leaves_the_others_open() {
        let lanes = Lanes::new(2);
        assert!(lanes.push(caller(Lane::FrontDoor, "a"), 1));
        assert!(lanes.push(caller(Lane::FrontDoor, "b"), 2));
        assert!(
            !lanes.push(caller(Lane::FrontDoor, "c"), 3),
            "shared fairly already"
        );
        assert!(lanes.push(caller(Lane::Inside, "owner"), 4));
        assert_eq!(job(&lanes), Some(4), "first");
    }

    #[test]
    fn a_network_that_fills_a_lane_gives_way_to_others() {
        let lanes = Lanes::new(4);
        for job in 0..4 {
            assert!(lanes.push(caller(Lane::FrontDoor, "flood"), job));
        }
        assert!(!lanes.push(caller(Lane::FrontDoor, "flood"), 4));
        assert!(lanes.push(caller(Lane::FrontDoor, "office"), 5));
        assert!(lanes.push(caller(Lane::FrontDoor, "office"), 6));
        assert!(
            !lanes.push(caller(Lane::FrontDoor, "office"), 7),
            "half is its share"
        );
        lanes.close();
        let left: Vec<i32> = std::iter::from_fn(|| job(&lanes)).collect();
        assert_eq!(
            left,
            [0, 1, 5, 6],
            "the newest ones gave way, in order of arrival"
        );
    }
}
