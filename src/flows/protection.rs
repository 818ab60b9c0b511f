//! What protects an account, as its owner sees it.

use super::{Fault, Services};
use crate::{
    domain::{account::Account, next_step::Step, policy::Policy},
    store::authenticators,
};

pub use crate::store::authenticators::Protection;

/// What protects an account under this policy, and what its next sign-in asks for.
///
/// # Errors
/// [`Fault`].
pub async fn of(
    services: &Services,
    account: &Account,
    policy: &Policy,
) -> Result<(Protection, Step), Fault> {
    let (work, id) = (services.clone(), account.id.clone());
    let found = services
        .database
        .read(move |conn| {
            let reaches = |number: &_| work.reaches(number);
            authenticators::protection(conn, &id, reaches, work.now())
        })
        .await?;
    let step = services.step_of(account, found.enrolled, policy);
    Ok((found, step))
}
