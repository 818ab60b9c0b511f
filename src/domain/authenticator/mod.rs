//! What a person proves with. One file each; each knows how to make, check and refuse its
//! own kind, and none knows where it is stored or which page asked.

pub mod password;
pub mod recovery_code;
pub mod totp;
