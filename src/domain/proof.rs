//! Evidence of a second factor.
//!
//! An authenticator verifies the typed code and gives a claim (verified, not yet settled); the store executes
//! the claim in one conditional UPDATE; a claim that changed exactly one row becomes a [`SecondFactorProof`].

use super::{account::AccountId, authenticator::method::Method};

/// Evidence that the person currently holds an account's second factor. Only a settled claim creates it, such
/// as [`super::authenticator::totp::Claim`].
#[derive(Debug)]
pub struct SecondFactorProof {
    account: AccountId,
    method: Method,
}

impl SecondFactorProof {
    /// The result of a claim if it changed exactly one row. If two browsers use the same code, only one of them
    /// succeeds (ASVS 6.5.1).
    pub(in crate::domain) fn of_settled(
        account: AccountId,
        method: Method,
        rows_changed: usize,
    ) -> Option<Self> {
        (rows_changed == 1).then_some(Self { account, method })
    }

    /// The verified method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The account that the factor belongs to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }
}
