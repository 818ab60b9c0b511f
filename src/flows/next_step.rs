//! What the next sign-in of an account asks for, according to the database and the settings.

use super::{Fault, Services};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::enrolled::{Enrolled, Held},
        facts::Facts,
        next_step::{self, Step},
        phone_number::NumberRange,
        policy::Policy,
    },
    store::{DbConnection, StoreError, authenticators, policies},
};

impl Services {
    /// Whether codes can be sent to numbers of this range in the current configuration.
    pub(super) fn reaches(&self, range: &NumberRange) -> bool {
        self.channels.telephone.is_some() && self.channels.countries.name(range)
    }

    /// An account's authenticators.
    pub(super) fn enrolled(
        &self,
        conn: &mut DbConnection,
        account: &AccountId,
    ) -> Result<Enrolled, StoreError> {
        authenticators::enrolled(conn, account, |range| self.reaches(range), self.now())
    }

    /// What the next sign-in of an account asks for under a policy.
    pub(super) fn step_of(&self, facts: Facts, held: Held, policy: &Policy) -> Step {
        next_step::next_step(facts, held, policy, self.sends_mail(), self.now())
    }

    /// What the next sign-in of an account asks for.
    pub(super) fn next_step(&self, conn: &mut DbConnection, account: &Account) -> Result<Step, StoreError> {
        let policy = policies::over(conn, account)?;
        self.step_under(conn, account, &policy)
    }

    /// What it asks for under this policy.
    pub(super) fn step_under(
        &self,
        conn: &mut DbConnection,
        account: &Account,
        policy: &Policy,
    ) -> Result<Step, StoreError> {
        let held = self.enrolled(conn, &account.id)?.held();
        Ok(self.step_of(account.facts(), held, policy))
    }
}

/// What the next sign-in of an account asks for.
///
/// # Errors
/// [`Fault`].
pub async fn of(services: &Services, account: &Account) -> Result<Step, Fault> {
    let (work, account) = (services.clone(), account.clone());
    services
        .database
        .read(move |conn| work.next_step(conn, &account))
        .await
        .map_err(Fault::from)
}

/// What it would ask for if the account had no authenticator.
///
/// # Errors
/// [`Fault`].
pub async fn without_authenticator(services: &Services, account: &Account) -> Result<Step, Fault> {
    let (work, account) = (services.clone(), account.clone());
    services
        .database
        .read(move |conn| {
            let left = work.enrolled(conn, &account.id)?.without_authenticator().held();
            let policy = policies::over(conn, &account)?;
            Ok::<_, StoreError>(work.step_of(account.facts(), left, &policy))
        })
        .await
        .map_err(Fault::from)
}

/// An account's authenticators.
///
/// # Errors
/// [`Fault`].
pub async fn enrolled(services: &Services, account: &AccountId) -> Result<Enrolled, Fault> {
    let (work, account) = (services.clone(), account.clone());
    services
        .database
        .read(move |conn| work.enrolled(conn, &account))
        .await
        .map_err(Fault::from)
}
