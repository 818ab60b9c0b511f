//! What happened in an account: for its owner and for whoever manages it.

use super::{Fault, Services};
use crate::{
    domain::{
        account::AccountId,
        event_chain::Mark,
        security_event::{Entry, Event, Kind},
    },
    store::{StoreError, event_chains, security_events, security_events::Wanted, snapshot},
};

pub use crate::store::event_chains::Verified;

/// Lines on a page of the list.
const PAGE: usize = 50;
/// Lines in an export.
pub const EXPORT: usize = 10_000;

/// Which entries are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Of one kind.
    Of(Kind),
    /// What a manager or the operator did.
    ByOthers,
}

impl Which {
    /// All there are, in the order of a list.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Of(Kind::SignIn),
        Self::Of(Kind::Failure),
        Self::Of(Kind::Change),
        Self::Of(Kind::Code),
        Self::ByOthers,
    ];

    fn wanted(self, before: Option<i64>, count: usize) -> Wanted {
        let names = |kind| {
            let of_kind = Event::ALL.iter().filter(|event| event.kind() == kind);
            of_kind.map(|event| event.name()).collect()
        };
        Wanted {
            events: match self {
                Self::Of(kind) => Some(names(kind)),
                Self::All | Self::ByOthers => None,
            },
            by_others: self == Self::ByOthers,
            before,
            count,
        }
    }
}

/// A page of the list, and where the next one begins, if there is one.
pub struct List {
    /// The latest first.
    pub entries: Vec<Entry>,
    /// The last line of this page.
    pub next: Option<i64>,
}

/// A page of an account's activity; `before` is the last line of the page before.
///
/// # Errors
/// [`Fault`].
pub async fn list(
    services: &Services,
    account: &AccountId,
    which: Which,
    before: Option<i64>,
) -> Result<List, Fault> {
    let mut entries = read(services, account, which.wanted(before, PAGE + 1)).await?;
    let more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let next = entries.last().filter(|_| more).map(|last| last.sequence);
    Ok(List { entries, next })
}

/// The latest [`EXPORT`] entries of an account's activity.
///
/// # Errors
/// [`Fault`].
pub async fn export(services: &Services, account: &AccountId, which: Which) -> Result<Vec<Entry>, Fault> {
    read(services, account, which.wanted(None, EXPORT)).await
}

async fn read(services: &Services, account: &AccountId, wanted: Wanted) -> Result<Vec<Entry>, Fault> {
    let id = account.clone();
    services
        .database
        .run(move |conn| security_events::of_account(conn, &id, &wanted))
        .await
        .map_err(|error: StoreError| error.into())
}

/// Looks at every link and every anchor of the log, and whether everything is there that was there
/// when `before` was noted.
///
/// # Errors
/// [`Fault`].
pub async fn verify(services: &Services, before: Vec<Mark>) -> Result<Verified, Fault> {
    let key = services.activity_key.clone();
    services
        .database
        .run_patiently(move |conn| snapshot(conn, |conn| event_chains::verify(conn, &key, &before)))
        .await
        .map_err(|error: StoreError| error.into())
}
