//! What went wrong and is not the person's to correct.

use crate::{
    domain::{random::RandomUnavailable, sign_in::ForeignProof},
    hasher::HasherError,
    store::StoreError,
};

/// Our fault, not the person's.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database is away; may be back soon.
    #[error("{0}")]
    Unavailable(String),
    /// Too many passwords are being hashed; try again soon.
    #[error("the hashing queue is full")]
    Busy,
    /// Anything else; a secret that does not open is here too, closed.
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
