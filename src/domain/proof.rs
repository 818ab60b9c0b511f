//! Evidence of a second factor.
//!
//! The way to it: an authenticator verifies what was typed and gives a claim (verified,
//! unspent); the store spends the claim by one conditional UPDATE; a claim that was spent
//! exactly once becomes a [`SecondFactorProof`].

use super::{account::AccountId, authenticator::method::Method};

/// Evidence that somebody holds an account's second factor now. Comes from a settled
/// claim alone, such as [`super::authenticator::totp::Claim`].
#[derive(Debug)]
pub struct SecondFactorProof {
    account: AccountId,
    method: Method,
}

impl SecondFactorProof {
    /// What a claim becomes if spending it changed exactly one row. With two browsers and
    /// one code, one of them gets nothing (ASVS 6.5.1).
    pub(in crate::domain) fn of_settled(
        account: AccountId,
        method: Method,
        rows_changed: usize,
    ) -> Option<Self> {
        (rows_changed == 1).then_some(Self { account, method })
    }

    /// What the factor was.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Whose factor it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }
}
