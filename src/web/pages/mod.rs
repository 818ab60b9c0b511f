//! One file per page: its form, its view, `show` and `submit`.

pub mod account;
mod activity;
mod approvals;
pub mod approve_address;
pub mod assets;
pub mod choose_password;
pub mod forgotten_password;
pub mod health;
pub mod help;
pub mod language;
pub mod login;
pub mod logout;
pub mod not_me;
pub mod policy;
pub mod policy_approvals;
pub mod restore_email;
mod sent_code;
mod sessions;
mod step_up;
#[cfg(debug_assertions)]
pub mod styleguide;
pub mod subaccounts;
pub mod welcome;
mod whose_phone;
