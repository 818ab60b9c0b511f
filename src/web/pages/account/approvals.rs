//! `/account/security/ip`: revoking addresses that were approved for the account itself.

use crate::{
    domain::client::Client,
    flows::approved_addresses::{self, SessionEnded, ToRevoke},
    web::{
        guard::RecentlyVerified,
        page::{Answer, Page, see_other},
        pages::{account::addresses, approvals::ADDRESS},
        paths, session,
        submission::Submission,
    },
};

async fn revoke(
    page: &Page,
    guard: &RecentlyVerified,
    client: Client,
    which: ToRevoke,
    done: &str,
) -> Answer {
    match approved_addresses::revoke_own(&page.services, &guard.0.state, which, client).await? {
        Ok(revoked) => {
            let before = page.t().addresses_revoked_before();
            session::leave_notice(page.session(), if revoked { done } else { before });
            see_other(paths::ACCOUNT_SECURITY_IP)
        }
        Err(SessionEnded) => see_other(paths::LOGIN_ENDED),
    }
}

/// `POST /account/security/ip/revoke`: "Revoke".
///
/// # Errors
/// [`crate::web::error::Error::StaleForm`] for a token that does not match.
pub async fn revoke_one(
    guard: RecentlyVerified,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&[ADDRESS]) {
        Ok(values) => values,
        Err(reply) => return addresses::answer(&page, &guard, client.address, Some(reply)).await,
    };
    let which = ToRevoke::One(values.text(ADDRESS).to_owned());
    revoke(&page, &guard, client, which, page.t().addresses_revoked()).await
}

/// `POST /account/security/ip/forget`: "Forget approved addresses".
///
/// # Errors
/// [`crate::web::error::Error::StaleForm`] for a token that does not match.
pub async fn forget(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    let done = page.t().addresses_forgotten();
    revoke(&page, &guard, client, ToRevoke::All, done).await
}
