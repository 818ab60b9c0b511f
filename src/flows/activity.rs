//! The activity of an account, for its owner and manager; and the management events of a main account.

use super::{Fault, Services};
use crate::{
    domain::{
        account::AccountId,
        event_chain::Mark,
        security_event::{Entry, Event, Kind},
    },
    store::{DbConnection, StoreError, Turn, event_log, security_events, security_events::Wanted, snapshot},
};

pub use crate::store::event_log::Verified;

/// Entries on a page of the list.
const PAGE: usize = 50;
/// Entries in one part of an exported file.
const EXPORTED_AT_ONCE: usize = 1000;

/// Which entries are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityFilter {
    /// All of them.
    All,
    /// Entries of one kind.
    Of(Kind),
    /// Entries by a manager or the operator.
    ByOthers,
}

impl ActivityFilter {
    /// All filters, in display order.
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

/// A page of the list, and where the next one starts, if there is one.
pub struct List {
    /// The latest first.
    pub entries: Vec<Entry>,
    /// The last entry of this page.
    pub next: Option<i64>,
}

/// Whose activity is listed.
#[derive(Debug, Clone)]
pub enum Whose {
    /// The activity of an account.
    Account(AccountId, ActivityFilter),
    /// The changes to subaccounts and policy of a main account, by one actor if given.
    Management(AccountId, Option<String>),
}

/// A page of activity; `before` is the last entry of the previous page.
///
/// # Errors
/// [`Fault`].
pub async fn list(services: &Services, whose: Whose, before: Option<i64>) -> Result<List, Fault> {
    let page = some(whose, before, PAGE);
    services.database.look(page).await.map_err(Fault::from)
}

/// The same with as many entries as one part of a file has.
///
/// # Errors
/// [`Fault`].
pub async fn export(
    services: &Services,
    whose: Whose,
    before: Option<i64>,
    turn: Turn,
) -> Result<List, Fault> {
    let part = some(whose, before, EXPORTED_AT_ONCE);
    let list = services.database.look_in_turn(turn, part).await;
    list.map_err(Fault::from)
}

/// The query of a page or a part with `count` entries.
fn some(
    whose: Whose,
    before: Option<i64>,
    count: usize,
) -> impl FnOnce(&mut DbConnection) -> Result<List, StoreError> {
    move |conn| {
        let mut entries = match whose {
            Whose::Account(account, which) => {
                security_events::of_account(conn, &account, &which.wanted(before, count + 1))?
            }
            Whose::Management(main, by) => {
                let wanted = ActivityFilter::All.wanted(before, count + 1);
                security_events::of_management(conn, &main, by.as_deref(), &wanted)?
            }
        };
        let more = entries.len() > count;
        entries.truncate(count);
        let next = entries.last().filter(|_| more).map(|last| last.sequence);
        Ok(List { entries, next })
    }
}

/// The actors who changed subaccounts or policy of a main account, with their names.
///
/// # Errors
/// [`Fault`].
pub async fn managers(services: &Services, main: &AccountId) -> Result<Vec<(String, Option<String>)>, Fault> {
    let main = main.clone();
    services
        .database
        .look(move |conn| security_events::managers(conn, &main))
        .await
        .map_err(|error: StoreError| error.into())
}

/// Verifies every link and every anchor of the log, and that everything noted in `before` still exists.
///
/// # Errors
/// [`Fault`].
pub async fn verify(services: &Services, before: Vec<Mark>) -> Result<Verified, Fault> {
    let key = services.keys.activity.clone();
    services
        .database
        .run_patiently(move |conn| snapshot(conn, |conn| event_log::verify(conn, &key, &before)))
        .await
        .map_err(|error: StoreError| error.into())
}
