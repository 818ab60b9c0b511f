//! What was sent for the accounts of a main account, and what was not: for whoever pays for
//! it, and is asked why no code came.

use super::{Fault, Services};
use crate::{
    domain::{clock::Timestamp, subaccount::Manager},
    store::code_deliveries,
};

pub use crate::store::code_deliveries::Listed;

/// Lines on a page of the list.
const PAGE: usize = 50;

/// Where a page begins: after this line.
#[derive(Debug, Clone)]
pub struct Before {
    /// When that code was asked for.
    pub at: Timestamp,
    /// Its row.
    pub id: String,
}

/// A page of the list, and where the next one begins, if there is one.
pub struct List {
    /// The latest first.
    pub codes: Vec<Listed>,
    /// The last line of this page.
    pub next: Option<Before>,
}

/// A page of what was sent for the accounts that this manager sees.
///
/// # Errors
/// [`Fault`].
pub async fn list(services: &Services, manager: &Manager, before: Option<Before>) -> Result<List, Fault> {
    let main = manager.main().clone();
    let mut codes = services
        .database
        .run(move |conn| {
            let before = before.as_ref().map(|before| (before.at, before.id.as_str()));
            code_deliveries::of_main(conn, &main, before, PAGE + 1)
        })
        .await?;
    let more = codes.len() > PAGE;
    codes.truncate(PAGE);
    let next = codes.last().filter(|_| more).map(|last| Before {
        at: last.at,
        id: last.id.clone(),
    });
    Ok(List { codes, next })
}
