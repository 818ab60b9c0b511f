//! The accounts of a main account, for those who manage them.

pub mod change;
pub mod list;
pub mod new;
pub mod sent_codes;
