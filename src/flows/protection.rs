//! What protects an account, as its owner sees it.

use super::{Fault, Services};
use crate::{
    domain::{
        account::Account, allow_list::Wall, authenticator::enrolled::Enrolled, next_step::Step,
        policy::Policy,
    },
    store::{StoreError, allow_lists, recovery_codes},
};

/// What protects an account.
pub struct Protected {
    /// What it can prove with.
    pub enrolled: Enrolled,
    /// What its next sign-in asks for.
    pub step: Step,
    /// Unused recovery codes; none where it has no set.
    pub codes_left: Option<i64>,
    /// Whether it has a list of allowed addresses of its own.
    pub has_list: bool,
}

/// What protects an account under this policy.
///
/// # Errors
/// [`Fault`].
pub async fn of(services: &Services, account: &Account, policy: &Policy) -> Result<Protected, Fault> {
    let (work, account, policy) = (services.clone(), account.clone(), policy.clone());
    services
        .database
        .read(move |conn| {
            let enrolled = work.enrolled(conn, &account.id)?;
            Ok::<_, StoreError>(Protected {
                enrolled,
                step: work.step_of(account.facts(), enrolled.held(), &policy),
                codes_left: recovery_codes::unused(conn, &account.id)?,
                has_list: !allow_lists::get(conn, &account.id, Wall::Own)?.is_empty(),
            })
        })
        .await
        .map_err(Fault::from)
}
