//! Evidence of a second factor: a [`Claim`] is verified and unspent, a [`SecondFactorProof`]
//! was spent once. The way from one to the other leads through one conditional UPDATE.

use super::{
    account::AccountId,
    authenticator::totp::{Marks, TimeStep, TotpId},
};

/// A right code that nobody has spent yet, as far as was read.
#[derive(Debug)]
pub struct Claim {
    account: AccountId,
    totp: TotpId,
    read: Marks,
    step: TimeStep,
}

impl Claim {
    pub(in crate::domain) const fn new(
        account: AccountId,
        totp: TotpId,
        read: Marks,
        step: TimeStep,
    ) -> Self {
        Self {
            account,
            totp,
            read,
            step,
        }
    }

    /// The authenticator whose step is to be spent.
    #[must_use]
    pub const fn totp(&self) -> &TotpId {
        &self.totp
    }

    /// The marks the verdict rests on; spending has to fail where they have changed.
    #[must_use]
    pub const fn read(&self) -> &Marks {
        &self.read
    }

    /// The step to spend.
    #[must_use]
    pub const fn step(&self) -> TimeStep {
        self.step
    }

    /// Turns the claim into proof if spending it changed exactly one row. With two browsers
    /// and one code, one of them gets nothing (ASVS 6.5.1).
    #[must_use]
    pub fn settled(self, rows_changed: usize) -> Option<SecondFactorProof> {
        (rows_changed == 1).then_some(SecondFactorProof {
            account: self.account,
        })
    }
}

/// Evidence that somebody holds an account's second factor now. Comes from a settled
/// [`Claim`] alone.
#[derive(Debug)]
pub struct SecondFactorProof {
    account: AccountId,
}

impl SecondFactorProof {
    /// Whose factor it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }
}
