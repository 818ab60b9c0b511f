//! Internal errors, which the user cannot correct.

use crate::{
    domain::{random::RandomUnavailable, sign_in::ForeignProof},
    hasher::HasherError,
    store::StoreError,
};

/// An internal error, which the user cannot correct.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database is unavailable; a later attempt may succeed.
    #[error("{0}")]
    Unavailable(String),
    /// Too many passwords are being hashed; a later attempt may succeed.
    #[error("the hashing queue is full")]
    Busy,
    /// Any other error, including a secret that cannot be decrypted: the request fails closed.
    #[error("{0}")]
    Internal(String),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) => Self::Unavailable(error.to_string()),
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<HasherError> for Fault {
    fn from(error: HasherError) -> Self {
        match error {
            HasherError::Busy => Self::Busy,
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<RandomUnavailable> for Fault {
    fn from(error: RandomUnavailable) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<ForeignProof> for Fault {
    fn from(error: ForeignProof) -> Self {
        Self::Internal(error.to_string())
    }
}
