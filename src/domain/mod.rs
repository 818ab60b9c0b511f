//! The domain rules: no HTTP, no SQL, no HTML, no environment.
//!
//! Time and randomness are passed in as arguments, so every rule can be tested at any time. Illegal states are
//! unrepresentable: evidence ([`proof`], [`authenticator::password::PasswordVerified`], [`change::SteppedUp`])
//! has no public constructor, and the transitions of [`sign_in`] consume what they replace.

pub mod account;
pub mod allow_list;
pub mod authenticator;
pub mod change;
pub mod client;
pub mod clock;
pub mod event_chain;
pub mod evidence;
pub mod facts;
pub mod known_browser;
pub mod language;
pub mod lifetimes;
pub mod limits;
pub mod link;
pub(crate) mod named;
pub mod next_step;
pub mod notification;
pub mod phone_delivery;
pub mod phone_number;
pub mod policy;
pub mod proof;
pub mod random;
pub mod sealed;
pub mod security_event;
pub mod session;
pub mod sign_in;
pub mod subaccount;
pub mod typed;
