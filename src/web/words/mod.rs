//! What several pages say, in words.

mod events;
mod limits;
mod sent_codes;
mod times;

pub use self::{
    events::event,
    limits::{cap_reached, mail_cap_reached},
    sent_codes::{not_delivered, not_sent_to, outcome, sent_code},
    times::{Moment, clock_offset, wait},
};
use crate::domain::authenticator::password::NewPassword;

/// "1 try", "3 tries".
#[must_use]
pub fn tries(count: i64) -> String {
    format!("{count} {}", if count == 1 { "try" } else { "tries" })
}

/// The one rule that a new password has, as a hint.
#[must_use]
pub fn new_password() -> String {
    format!(
        "At least {} characters. A few random words are good. Spaces are allowed, and no digits or symbols are asked for.",
        NewPassword::MIN
    )
}

/// "2 of 4 done", "All done".
#[must_use]
pub fn out_of(done: usize, all: usize) -> String {
    if done == all {
        "All done".to_owned()
    } else {
        format!("{done} of {all} done")
    }
}
