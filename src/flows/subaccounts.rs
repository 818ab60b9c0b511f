//! The accounts of a main account.

use super::{Fault, Services};
use crate::{
    domain::account::{Account, Username},
    store::accounts,
};

/// The name of the main account that this one belongs to; none for a main account.
///
/// # Errors
/// [`Fault`].
pub async fn main_account_of(services: &Services, account: &Account) -> Result<Option<Username>, Fault> {
    let Some(main) = account.main_account.clone() else {
        return Ok(None);
    };
    let found = services
        .database
        .run(move |conn| accounts::by_id(conn, &main))
        .await?;
    Ok(found.map(|found| found.account.username))
}
