//! The pages of your own account.

pub mod activity;
pub mod addresses;
pub mod approvals;
pub mod authenticator;
mod checklist;
pub mod confirm;
pub mod details;
pub mod email;
pub mod manage;
pub mod overview;
pub mod password;
pub mod phone;
pub mod recovered;
pub mod recovery_codes;
pub mod security;
pub mod sessions;

use crate::web::{error::Error, guard::SignedIn, page::Page, whom::Whom};

/// Who requires a second factor of this account and can be asked about it. None if it is not required.
async fn required_by(page: &Page, guard: &SignedIn) -> Result<Option<Whom>, Error> {
    let now = page.services.clock.now();
    if !guard.policy.requires_second_factor(guard.account.facts(), now) {
        return Ok(None);
    }
    Ok(Some(Whom::of(page, &guard.account).await?))
}
