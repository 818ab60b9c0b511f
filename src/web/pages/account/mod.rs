//! One's own account.

pub mod authenticator;
pub mod confirm;
pub mod details;
pub mod manage;
pub mod overview;
pub mod recovered;
pub mod recovery_codes;
pub mod security;
