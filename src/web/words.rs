//! Times and waits in words.

use crate::{
    domain::{
        authenticator::{out_of_band::Channel, password::NewPassword, totp::ClockOffset},
        clock::{DAY, Timestamp},
        limits::send_budget::{Cap, Withheld},
        phone_delivery::{DeliveryStatus, Failure},
        phone_number::{NotSentTo, PhoneNumberError},
        security_event::Event,
    },
    flows::track_code::Outcome,
};

/// A moment for people and for machines.
pub struct Moment {
    /// As the page's sentence has it: "2 minutes ago".
    pub text: String,
    /// "21 November 2026, 19:12 UTC".
    pub exact: String,
    /// ISO 8601, for `<time datetime>`.
    pub iso: String,
}

impl Moment {
    /// A moment by its date and time.
    #[must_use]
    pub fn at(moment: Timestamp) -> Self {
        Self::called(moment, moment.in_words())
    }

    /// A moment that has passed, by how long ago it was; after a week by its date.
    #[must_use]
    pub fn past(moment: Timestamp, now: Timestamp) -> Self {
        let text = match now.since(moment) {
            ..60 => "just now".to_owned(),
            seconds @ 60..3600 => format!("{} ago", plural(seconds / 60, "minute")),
            seconds @ 3600..DAY => format!("{} ago", plural(seconds / 3600, "hour")),
            seconds if seconds < 7 * DAY => format!("{} ago", plural(seconds / DAY, "day")),
            _ => format!("on {}", moment.day_in_words()),
        };
        Self::called(moment, text)
    }

    /// A moment that is still to come, by how long that is, rounded down: nobody is told of
    /// time that they do not have.
    #[must_use]
    pub fn ahead(moment: Timestamp, now: Timestamp) -> Self {
        let text = match moment.since(now).max(0) {
            seconds @ ..120 => plural(seconds, "second"),
            seconds @ 120..7200 => plural(seconds / 60, "minute"),
            seconds => plural(seconds / 3600, "hour"),
        };
        Self::called(moment, text)
    }

    fn called(moment: Timestamp, text: String) -> Self {
        Self {
            text,
            exact: moment.in_words(),
            iso: moment.to_string(),
        }
    }
}

/// "30 seconds", "1 minute", "2 hours": rounded up, so that nobody comes back too early.
#[must_use]
pub fn wait(seconds: i64) -> String {
    let (count, unit) = match seconds {
        ..=90 => (seconds.max(1), "second"),
        91..=5400 => ((seconds + 59) / 60, "minute"),
        _ => ((seconds + 3599) / 3600, "hour"),
    };
    plural(count, unit)
}

/// What the clock doctor found.
#[must_use]
pub fn clock_offset(offset: ClockOffset) -> String {
    format!(
        "Your phone’s clock seems to be about {} {}. Switch on automatic date and time on it, then type a new code.",
        plural(offset.minutes, "minute"),
        if offset.behind { "behind" } else { "ahead" }
    )
}

fn plural(count: i64, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

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

/// What became of a code that was asked for.
#[must_use]
pub fn sent_code(channel: Channel, outcome: Outcome, number: &str) -> String {
    let status = match outcome {
        Outcome::Withheld(Withheld::Cap(cap)) => return cap_reached(cap),
        Outcome::Withheld(Withheld::Country) => return not_sent_to(NotSentTo::Country),
        Outcome::Withheld(Withheld::Kind) => return not_sent_to(NotSentTo::Kind),
        Outcome::Handed(status) => status,
    };
    match (channel, status) {
        (channel, DeliveryStatus::Failed(failure)) => not_delivered(channel, failure),
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

/// Why a code did not arrive, and what to do instead.
#[must_use]
pub fn not_delivered(channel: Channel, failure: Failure) -> String {
    let other = match channel {
        Channel::Call => "Try “Send SMS”",
        Channel::Sms | Channel::Email => "Try “Call me”",
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

/// What happened, for the list of activity.
#[must_use]
pub const fn event(event: Event) -> &'static str {
    match event {
        Event::AccountCreated => "The account was made",
        Event::SignedIn => "Signed in",
        Event::SignedOut => "Signed out",
        Event::SessionEnded => "A session was ended",
        Event::SessionsEnded => "Sessions were ended, all at once",
        Event::PasswordRefused => "Sign-in with a wrong password",
        Event::SecondFactorAsked => "Right password; the second step was asked for",
        Event::SecondFactorUnreachable => "Right password; no code could be sent for the second step",
        Event::EnrolmentAsked => "Right password; two-factor authentication had to be set up",
        Event::RecoveryCodeUsed => "A recovery code was used",
        Event::RecoveryCodeRefused => "Wrong recovery code",
        Event::RecoveryCodesRegenerated => "New recovery codes were made",
        Event::CodeRefused => "Wrong one-time password",
        Event::CodeReplayed => "One-time password that had been used",
        Event::CodesSwitchedOff => "Too many wrong codes: codes were switched off",
        Event::CodeSent => "A code was sent",
        Event::CodeNotSent => "A code was asked for and not sent",
        Event::SentCodeRefused => "Wrong code in the place of one that was sent",
        Event::PhoneChanged => "The phone number was changed",
        Event::AddressRefused => "Right password from an address that is not allowed",
        Event::AddressApproved => "Another address was approved by a mailed link",
        Event::AllowListChanged => "The allowed addresses were changed",
        Event::PolicyChanged => "The policy was changed",
        Event::AlarmRaised => "“This was not me”: the password was taken away",
        Event::Reauthenticated => "The password was confirmed",
        Event::ReauthenticationRefused => "Wrong password inside a session",
        Event::AuthenticatorEnabled => "Two-factor authentication was switched on",
        Event::AuthenticatorReplaced => "The authenticator was replaced",
        Event::AuthenticatorDisabled => "Two-factor authentication was switched off",
        Event::AuthenticatorReset => "Two-factor authentication was reset",
        Event::SecondFactorRequired => "Two-factor authentication is required from now on",
        Event::SecondFactorNotRequired => "Two-factor authentication is no longer required, and was removed",
        Event::ReminderSent => "A reminder to set up two-factor authentication was mailed",
        Event::PasswordLinkSent => "A link to choose a new password was mailed",
        Event::PasswordChosen => "A new password was chosen by a mailed link",
        Event::PasswordChanged => "The password was changed",
        Event::PasswordSet => "A new password was set",
        Event::EmailChanged => "The e-mail address was changed",
        Event::AccountDisabled => "The account was disabled",
        Event::AccountEnabled => "The account was enabled",
        Event::AccountUnlocked => "The account was unlocked",
        Event::AccountDeleted => "The account was deleted",
        Event::InvitationRenewed => "A new invitation was made",
        Event::InvitationAccepted => "The invitation was used to choose a password",
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_rounded_up() {
        for (seconds, words) in [
            (0, "1 second"),
            (1, "1 second"),
            (30, "30 seconds"),
            (90, "90 seconds"),
            (91, "2 minutes"),
            (121, "3 minutes"),
            (3600, "60 minutes"),
            (5401, "2 hours"),
        ] {
            assert_eq!(wait(seconds), words);
        }
    }

    #[test]
    fn a_moment_is_written_for_people_and_machines() {
        let moment = Moment::at(Timestamp(1_795_288_320));
        assert_eq!(moment.text, "21 November 2026, 19:12 UTC");
        assert_eq!(moment.iso, "2026-11-21T19:12:00Z");
    }

    #[test]
    fn what_has_passed_is_told_by_how_long_ago() {
        let now = Timestamp(1_795_288_320);
        for (seconds, words) in [
            (-5, "just now"),
            (0, "just now"),
            (59, "just now"),
            (60, "1 minute ago"),
            (3599, "59 minutes ago"),
            (3600, "1 hour ago"),
            (DAY - 1, "23 hours ago"),
            (DAY, "1 day ago"),
            (7 * DAY - 1, "6 days ago"),
            (7 * DAY, "on 14 November 2026"),
        ] {
            let moment = Moment::past(now.plus(-seconds), now);
            assert_eq!(moment.text, words);
        }
        assert_eq!(
            Moment::past(now.plus(-60), now).exact,
            "21 November 2026, 19:11 UTC"
        );
    }

    #[test]
    fn what_is_to_come_is_told_by_how_long_it_takes() {
        let now = Timestamp(1_795_288_320);
        for (seconds, words) in [
            (-5, "0 seconds"),
            (1, "1 second"),
            (119, "119 seconds"),
            (179, "2 minutes"),
            (300, "5 minutes"),
            (3 * 3600, "3 hours"),
        ] {
            assert_eq!(Moment::ahead(now.plus(seconds), now).text, words);
        }
    }
}
