//! One's own account.

pub mod authenticator;
pub mod confirm;
pub mod details;
pub mod manage;
pub mod overview;
pub mod recovered;
pub mod recovery_codes;
pub mod security;

use crate::{
    domain::account::Account,
    flows::subaccounts,
    web::{error::Error, page::Page},
};

/// Who requires a second factor of this account and is to be asked about it: the main
/// account, or whoever runs the program. None where it is not required.
async fn required_by(page: &Page, account: &Account) -> Result<Option<String>, Error> {
    if !account.two_factor_required {
        return Ok(None);
    }
    let main = subaccounts::main_account_of(&page.services, account).await?;
    Ok(Some(
        main.map_or_else(|| page.holder(), |main| main.as_str().to_owned()),
    ))
}
