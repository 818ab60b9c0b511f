//! The codes sent, or not sent, for the accounts of a main account: for the person who pays for them and is
//! asked why no code arrived.

use super::{Fault, Services};
use crate::{domain::subaccount::Manager, store::code_deliveries};

pub use crate::store::code_deliveries::Listed;

/// Entries on a page of the list.
const PAGE: usize = 50;

/// A page of the list, and where the next one starts, if there is one.
pub struct List {
    /// The latest first.
    pub codes: Vec<Listed>,
    /// The last entry of this page.
    pub next: Option<i64>,
}

/// A page of the codes sent for the accounts that this manager sees; `before` is the last entry of the previous
/// page.
///
/// # Errors
/// [`Fault`].
pub async fn list(services: &Services, manager: &Manager, before: Option<i64>) -> Result<List, Fault> {
    let main = manager.main().clone();
    let mut codes = services
        .database
        .look(move |conn| code_deliveries::of_main(conn, &main, before, PAGE + 1))
        .await?;
    let more = codes.len() > PAGE;
    codes.truncate(PAGE);
    let next = codes.last().filter(|_| more).map(|last| last.sequence);
    Ok(List { codes, next })
}
