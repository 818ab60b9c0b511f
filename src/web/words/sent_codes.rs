//! The delivery status of codes.

use super::cap_reached;
use crate::{
    domain::{
        authenticator::out_of_band::Channel,
        limits::send_budget::{Cap, Withheld},
        phone_delivery::{DeliveryStatus, Failure},
        phone_number::NotSentTo,
    },
    flows::track_code::Outcome,
    text::Text,
};

/// The delivery status of a code that was requested.
#[must_use]
pub fn sent_code(t: Text, channel: Channel, outcome: Outcome, number: &str, calls: bool) -> String {
    let status = match outcome {
        Outcome::Withheld(Withheld::Cap(cap)) => return cap_reached(t, cap).to_owned(),
        Outcome::Withheld(Withheld::Country) => return not_sent_to(t, NotSentTo::Country).to_owned(),
        Outcome::Withheld(Withheld::Kind) => return not_sent_to(t, NotSentTo::Kind).to_owned(),
        Outcome::Handed(status) => status,
    };
    match (channel, status) {
        (channel, DeliveryStatus::Failed(failure)) => not_delivered(t, channel, failure, calls),
        (Channel::Call, DeliveryStatus::Ringing) => t.sent_ringing(number),
        (Channel::Call, DeliveryStatus::Answered) => t.sent_answered().to_owned(),
        (Channel::Call, DeliveryStatus::Completed) => t.sent_call_ended().to_owned(),
        (Channel::Call, _) => t.sent_call_under_way(number),
        (Channel::Sms, DeliveryStatus::Delivered) => t.sent_sms_delivered(number),
        (Channel::Sms, _) => t.sent_sms_on_its_way(number),
        (Channel::Email, _) => t.sent_email_on_its_way().to_owned(),
    }
}

/// Why nothing is sent to a number.
#[must_use]
pub fn not_sent_to(t: Text, why: NotSentTo) -> &'static str {
    match why {
        NotSentTo::Country => t.sent_not_to_country(),
        NotSentTo::Kind => t.sent_not_to_kind(),
    }
}

/// The same in a few words, for a list.
#[must_use]
pub fn outcome(t: Text, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Withheld(Withheld::Country) => t.sent_list_country(),
        Outcome::Withheld(Withheld::Kind) => t.sent_list_kind(),
        Outcome::Withheld(Withheld::Cap(cap)) => match cap {
            Cap::AccountHour => t.sent_list_account_hour(),
            Cap::AccountDay => t.sent_list_account_day(),
            Cap::RecipientHour => t.sent_list_recipient_hour(),
            Cap::RecipientDay => t.sent_list_recipient_day(),
            Cap::MainAccountDay => t.sent_list_main_account_day(),
            Cap::NetworkHour => t.sent_list_network_hour(),
            Cap::InstanceDay => t.sent_list_instance_day(),
        },
        Outcome::Handed(status) => match status {
            DeliveryStatus::Sending => t.sent_list_sending(),
            DeliveryStatus::Sent => t.sent_list_sent(),
            DeliveryStatus::Ringing => t.sent_list_ringing(),
            DeliveryStatus::Answered => t.sent_list_answered(),
            DeliveryStatus::Delivered => t.sent_list_delivered(),
            DeliveryStatus::Completed => t.sent_list_call_ended(),
            DeliveryStatus::Failed(failure) => match failure {
                Failure::NotReachable => t.sent_list_not_reachable(),
                Failure::NotMobile => t.sent_list_not_mobile(),
                Failure::Refused => t.sent_list_refused(),
                Failure::Busy => t.sent_list_busy(),
                Failure::NoAnswer => t.sent_list_no_answer(),
                Failure::ProviderAway => t.sent_list_provider_away(),
            },
        },
    }
}

/// Why a code did not arrive, and what to do instead. `calls` says whether it can be spoken in a call.
#[must_use]
pub fn not_delivered(t: Text, channel: Channel, failure: Failure, calls: bool) -> String {
    let next = match channel {
        Channel::Call => "sms",
        Channel::Sms if calls => "call",
        Channel::Sms | Channel::Email => "other",
    };
    match failure {
        Failure::NotMobile => t.sent_failed_not_mobile(next),
        Failure::NotReachable => t.sent_failed_not_reachable(next),
        Failure::Busy => t.sent_failed_busy(next),
        Failure::NoAnswer => t.sent_failed_no_answer(next),
        Failure::Refused => t.sent_failed_refused(next),
        Failure::ProviderAway => t.sent_failed_provider_away(next),
    }
}
