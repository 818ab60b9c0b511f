//! `/subaccounts/{id}/sessions`: revoking addresses that were approved for a subaccount.

use crate::{
    domain::client::Client,
    flows::approved_addresses::{self, ToRevoke},
    web::{
        guard::{ManagedSubaccount, RecentManagedSubaccount},
        page::{Answer, Page},
        pages::{
            approvals::ADDRESS,
            subaccounts::sessions::{self, conclude},
        },
        submission::Submission,
    },
};

async fn revoke(
    page: &Page,
    subject: &ManagedSubaccount,
    client: Client,
    which: ToRevoke,
    done: &str,
) -> Answer {
    let target = subject.target(client);
    let revoked = approved_addresses::revoke_of_subaccount(&page.services, &target, which).await?;
    let notice = if revoked == Ok(false) {
        page.t().addresses_revoked_before()
    } else {
        done
    };
    conclude(page, subject, revoked.map(drop), notice)
}

/// `POST /subaccounts/{id}/sessions/revoke`: "Revoke".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn revoke_one(
    RecentManagedSubaccount(subject): RecentManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let values = match submission.read(&[ADDRESS]) {
        Ok(values) => values,
        Err(reply) => return sessions::answer(&page, &subject, reply).await,
    };
    let which = ToRevoke::One(values.text(ADDRESS).to_owned());
    revoke(
        &page,
        &subject,
        client,
        which,
        page.t().subaccounts_approved_revoked(),
    )
    .await
}

/// `POST /subaccounts/{id}/sessions/revoke-all`: "Revoke all".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn revoke_all(
    RecentManagedSubaccount(subject): RecentManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    revoke(
        &page,
        &subject,
        client,
        ToRevoke::All,
        page.t().subaccounts_approved_all_revoked(),
    )
    .await
}
