//! That a limit on what is sent is reached, and until when.

use crate::domain::limits::send_budget::Cap;

/// That a limit on mails is reached that one person has sent to others, and until when.
#[must_use]
pub const fn mail_cap_reached(cap: Cap) -> &'static str {
    match cap {
        Cap::AccountHour | Cap::NetworkHour => {
            "You have had so many mails sent that no more go out for up to an hour. Try again later."
        }
        Cap::AccountDay => {
            "You have had so many mails sent that no more go out for up to a day. Try again later."
        }
        Cap::RecipientHour => {
            "So many mails were sent to this address that no more go out for up to an hour. Try again later."
        }
        Cap::RecipientDay => {
            "So many mails were sent to this address that no more go out for up to a day. Try again later."
        }
        Cap::MainAccountDay => {
            "So many mails were sent for your accounts that no more go out for up to a day. Try again later."
        }
        Cap::InstanceDay => "So many mails were sent today that no more go out for now. Try again tomorrow.",
    }
}

/// That a limit on codes is reached, and until when.
#[must_use]
pub fn cap_reached(cap: Cap) -> String {
    match cap {
        Cap::RecipientHour => {
            "So many codes were sent to this number or address that no more are for up to an hour."
        }
        Cap::RecipientDay => {
            "So many codes were sent to this number or address that no more are for up to a day."
        }
        Cap::MainAccountDay => {
            "So many codes were sent for the accounts of your organisation that no more are for up to a day."
        }
        Cap::AccountHour => "So many codes were sent to you that no more are for up to an hour.",
        Cap::AccountDay => "So many codes were sent to you that no more are for up to a day.",
        Cap::NetworkHour => {
            "So many codes were asked for from your network that no more are sent for up to an hour."
        }
        Cap::InstanceDay => "So many codes were sent today that no more are for now.",
    }
    .to_owned()
        + " Use a recovery code, or ask for help."
}
