//! What became of codes that were sent.

use super::cap_reached;
use crate::{
    domain::{
        authenticator::out_of_band::Channel,
        limits::send_budget::{Cap, Withheld},
        phone_delivery::{DeliveryStatus, Failure},
        phone_number::{NotSentTo, PhoneNumberError},
    },
    flows::track_code::Outcome,
};

/// What became of a code that was asked for.
#[must_use]
pub fn sent_code(channel: Channel, outcome: Outcome, number: &str, calls: bool) -> String {
    let status = match outcome {
        Outcome::Withheld(Withheld::Cap(cap)) => return cap_reached(cap),
        Outcome::Withheld(Withheld::Country) => return not_sent_to(NotSentTo::Country),
        Outcome::Withheld(Withheld::Kind) => return not_sent_to(NotSentTo::Kind),
        Outcome::Handed(status) => status,
    };
    match (channel, status) {
        (channel, DeliveryStatus::Failed(failure)) => not_delivered(channel, failure, calls),
        (Channel::Call, DeliveryStatus::Ringing) => format!("Your phone {number} is ringing."),
        (Channel::Call, DeliveryStatus::Answered) => {
            "The call was answered: press any key on the phone, then listen.".to_owned()
        }
        (Channel::Call, DeliveryStatus::Completed) => "The call is over.".to_owned(),
        (Channel::Call, _) => format!("A call to {number} is under way. Press any key when you answer it."),
        (Channel::Sms, DeliveryStatus::Delivered) => format!("The SMS to {number} was delivered."),
        (Channel::Sms, _) => {
            format!("An SMS to {number} is on its way. It usually takes less than a minute.")
        }
        (Channel::Email, _) => {
            "A mail is on its way. It usually takes less than a minute; after five, look in your spam folder."
                .to_owned()
        }
    }
}

/// Why nothing is sent to a number.
#[must_use]
pub fn not_sent_to(why: NotSentTo) -> String {
    match why {
        NotSentTo::Country => "No codes are sent to the country of this number.".to_owned(),
        NotSentTo::Kind => PhoneNumberError::NoPersonsPhone.to_string(),
    }
}

/// The same in a few words, for a list.
#[must_use]
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Withheld(Withheld::Country) => "Not sent: country not allowed",
        Outcome::Withheld(Withheld::Kind) => "Not sent: no personal phone number",
        Outcome::Withheld(Withheld::Cap(Cap::AccountHour)) => "Not sent: limit of the account for an hour",
        Outcome::Withheld(Withheld::Cap(Cap::AccountDay)) => "Not sent: limit of the account for a day",
        Outcome::Withheld(Withheld::Cap(Cap::RecipientHour)) => {
            "Not sent: limit of the recipient for an hour"
        }
        Outcome::Withheld(Withheld::Cap(Cap::RecipientDay)) => "Not sent: limit of the recipient for a day",
        Outcome::Withheld(Withheld::Cap(Cap::MainAccountDay)) => {
            "Not sent: limit of the main account for a day"
        }
        Outcome::Withheld(Withheld::Cap(Cap::NetworkHour)) => "Not sent: limit of the address for an hour",
        Outcome::Withheld(Withheld::Cap(Cap::InstanceDay)) => "Not sent: limit of the service for a day",
        Outcome::Handed(DeliveryStatus::Sending) => "Being sent",
        Outcome::Handed(DeliveryStatus::Sent) => "Sent",
        Outcome::Handed(DeliveryStatus::Ringing) => "Ringing",
        Outcome::Handed(DeliveryStatus::Answered) => "Answered",
        Outcome::Handed(DeliveryStatus::Delivered) => "Delivered",
        Outcome::Handed(DeliveryStatus::Completed) => "Call over",
        Outcome::Handed(DeliveryStatus::Failed(failure)) => match failure {
            Failure::NotReachable => "Failed: phone not reachable",
            Failure::NotMobile => "Failed: number takes no SMS",
            Failure::Refused => "Failed: number wrong or blocked",
            Failure::Busy => "Failed: busy",
            Failure::NoAnswer => "Failed: no answer",
            Failure::ProviderAway => "Failed: provider away",
        },
    }
}

/// Why a code did not arrive, and what to do instead. `calls` says whether it can be spoken in a call.
#[must_use]
pub fn not_delivered(channel: Channel, failure: Failure, calls: bool) -> String {
    let other = match channel {
        Channel::Call => "Try “Send SMS”",
        Channel::Sms if calls => "Try “Call me”",
        Channel::Sms | Channel::Email => "Use another way in",
    };
    let what = match channel {
        Channel::Call => "The call",
        Channel::Sms => "The SMS",
        Channel::Email => "The mail",
    };
    match failure {
        Failure::NotMobile => format!("This number cannot receive an SMS. {other}."),
        Failure::NotReachable => format!("{what} did not reach your phone. {other}, or try again later."),
        Failure::Busy => format!("Your phone was busy. Try again, or {}.", lower_first(other)),
        Failure::NoAnswer => format!("Nobody answered the call. Try again, or {}.", lower_first(other)),
        Failure::Refused => {
            format!("{what} was refused: the number may be wrong, or blocks such messages. {other}.")
        }
        Failure::ProviderAway => format!(
            "{what} could not be sent just now: the service that carries it is away. {other}, or try again in a few minutes."
        ),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
