//! What the next sign-in of an account asks for, by what the database and the settings say.

use super::{Fault, Services};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::enrolled::Enrolled,
        next_step::{self, Step},
        phone_number::PhoneNumber,
        policy::Policy,
    },
    store::{DbConnection, StoreError, authenticators, policies},
};

impl Services {
    /// Whether codes can be sent to this number as this installation is configured now.
    pub(super) fn reaches(&self, number: &PhoneNumber) -> bool {
        self.channels.telephone.is_some() && self.channels.countries.allow(number.clone()).is_ok()
    }

    /// The same, as far as that can decide the next sign-in of an account: where no second factor is
    /// required, no number is looked at. Reading one takes longer than the rest of a page.
    pub(super) fn reaches_if_asked(&self, account: &Account, policy: &Policy, number: &PhoneNumber) -> bool {
        policy.requires_second_factor(account, self.now()) && self.reaches(number)
    }

    /// What an account can prove with.
    pub(super) fn enrolled(
        &self,
        conn: &mut DbConnection,
        account: &AccountId,
    ) -> Result<Enrolled, StoreError> {
        authenticators::enrolled(conn, account, |number| self.reaches(number), self.now())
    }

    /// What the next sign-in of an account asks for under a policy.
    pub(super) fn step_of(&self, account: &Account, enrolled: Enrolled, policy: &Policy) -> Step {
        next_step::next_step(account, enrolled, policy, self.sends_mail(), self.now())
    }

    /// What the next sign-in of an account asks for.
    pub(super) fn next_step(&self, conn: &mut DbConnection, account: &Account) -> Result<Step, StoreError> {
        let policy = policies::over(conn, account)?;
        Ok(self.step_under(conn, account, &policy)?.0)
    }

    /// What it asks for under this policy, and whether the account has an authenticator.
    pub(super) fn step_under(
        &self,
        conn: &mut DbConnection,
        account: &Account,
        policy: &Policy,
    ) -> Result<(Step, bool), StoreError> {
        let reaches = |number: &PhoneNumber| self.reaches_if_asked(account, policy, number);
        let enrolled = authenticators::enrolled(conn, &account.id, reaches, self.now())?;
        Ok((self.step_of(account, enrolled, policy), enrolled.protects()))
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

/// What it would ask for once the account has no authenticator any more.
///
/// # Errors
/// [`Fault`].
pub async fn without_authenticator(services: &Services, account: &Account) -> Result<Step, Fault> {
    let (work, account) = (services.clone(), account.clone());
    services
        .database
        .read(move |conn| {
            let left = work.enrolled(conn, &account.id)?.without_authenticator();
            let policy = policies::over(conn, &account)?;
            Ok::<_, StoreError>(work.step_of(&account, left, &policy))
        })
        .await
        .map_err(Fault::from)
}

/// What an account can prove with.
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
