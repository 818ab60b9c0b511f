//! Signing in, step by step.

pub mod code;
pub mod password;
pub mod recovery;
