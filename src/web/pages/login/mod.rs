//! Signing in, step by step.

pub mod backup;
pub mod code;
pub mod email;
pub mod password;
pub mod recovery;
pub mod recovery_codes;
pub mod setup;
pub mod setup_code;
