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

/// Why a key that was scanned cannot be confirmed.
const KEY_GONE: &str = "The key you scanned no longer waits: it was confirmed or started over in another tab, a set-up was \
                        begun in another browser, or 30 minutes are over. Nothing was changed. Delete the entry you scanned \
                        from your app and scan the new code below. If you began no other set-up, someone else knows your \
                        password: change it first.";
