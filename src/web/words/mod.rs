//! Sentences that several pages share, in the reader's language.

mod events;
mod limits;
mod sent_codes;
mod times;

pub use self::{
    events::event,
    limits::{cap_reached, mail_cap_reached},
    sent_codes::{not_delivered, not_sent_to, outcome, sent_code},
    times::Moment,
};
