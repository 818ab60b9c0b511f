//! The sender of a message or call, and its delivery status.

use super::named::named;

/// The sender of messages, as registered with the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// A phone number, which can also make calls.
    Number(String),
    /// The name of a provider's service that chooses among its own numbers.
    MessagingService(String),
    /// A short code, or a word that is shown instead of a number.
    Name(String),
}

impl Sender {
    /// Parses an operator's setting: `+15551234567`; `MG` and 32 hexadecimal digits; a short code of 5 or 6
    /// digits; or up to 11 letters, digits, spaces and `& + - _`, at least one of them a letter.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(digits) = text.strip_prefix('+') {
            let fits = (5..=15).contains(&digits.len()) && is_digits(digits);
            return fits.then(|| Self::Number(text.to_owned()));
        }
        if let Some(id) = text.strip_prefix("MG")
            && id.len() == 32
            && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            return Some(Self::MessagingService(text.to_owned()));
        }
        let is_short = (5..=6).contains(&text.len()) && is_digits(text);
        let may_stand = |c: char| c.is_ascii_alphanumeric() || " &+-_".contains(c);
        let is_name = (1..=11).contains(&text.len())
            && text.chars().all(may_stand)
            && text.contains(|c: char| c.is_ascii_alphabetic());
        (is_short || is_name).then(|| Self::Name(text.to_owned()))
    }

    /// The number that calls come from; `None` if only messages can be sent.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Number(number) => Some(number),
            Self::MessagingService(_) | Self::Name(_) => None,
        }
    }
}

/// The status of a message or call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryStatus {
    /// It is being handed to the provider.
    Sending,
    /// It was handed to the provider.
    Sent,
    /// The phone rings.
    Ringing,
    /// The call was answered.
    Answered,
    /// The message was delivered to the phone.
    Delivered,
    /// The call has ended.
    Completed,
    /// It was not delivered.
    Failed(Failure),
}

named! {
    /// Why a message or call was not delivered.
    pub enum Failure {
        /// The phone is off or out of reach, or the number is not in use.
        NotReachable = "not_reachable",
        /// The number cannot receive text messages.
        NotMobile = "not_mobile",
        /// The number or its network refuses it.
        Refused = "refused",
        /// The line was busy.
        Busy = "busy",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// The provider is unavailable, too slow, or refuses the credentials.
        ProviderAway = "provider_away",
    }
}

impl DeliveryStatus {
    const UNDER_WAY: [Self; 6] = [
        Self::Sending,
        Self::Sent,
        Self::Ringing,
        Self::Answered,
        Self::Delivered,
        Self::Completed,
    ];

    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Ringing => "ringing",
            Self::Answered => "answered",
            Self::Delivered => "delivered",
            Self::Completed => "completed",
            Self::Failed(failure) => failure.name(),
        }
    }

    /// Parses [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let under_way = Self::UNDER_WAY.into_iter().find(|status| status.name() == name);
        under_way.or_else(|| Failure::named(name).map(Self::Failed))
    }

    /// Whether `next` is a later status: reports arrive late, twice and out of order.
    #[must_use]
    pub const fn is_followed_by(self, next: Self) -> bool {
        self.place() < next.place()
    }

    const fn place(self) -> u8 {
        match self {
            Self::Sending => 0,
            Self::Sent => 1,
            Self::Ringing => 2,
            Self::Answered => 3,
            Self::Delivered | Self::Completed | Self::Failed(_) => 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_down_is_read_back() {
        let failed = Failure::ALL.iter().copied().map(DeliveryStatus::Failed);
        for status in DeliveryStatus::UNDER_WAY.into_iter().chain(failed) {
            assert_eq!(DeliveryStatus::named(status.name()), Some(status));
        }
        assert_eq!(DeliveryStatus::named("whatever"), None);
    }

    #[test]
    fn a_late_report_takes_nothing_back() {
        use DeliveryStatus::{Completed, Delivered, Failed, Ringing, Sending, Sent};
        assert!(Sending.is_followed_by(Sent));
        assert!(Sent.is_followed_by(Delivered));
        assert!(Sending.is_followed_by(Failed(Failure::Busy)));
        for last in [Delivered, Completed, Failed(Failure::Busy)] {
            for late in [Sending, Sent, Ringing, Delivered, Failed(Failure::NoAnswer)] {
                assert!(!last.is_followed_by(late), "{last:?} {late:?}");
            }
        }
    }

    #[test]
    fn a_sender_is_a_number_a_service_a_short_code_or_a_word() {
        let service = format!("MG{}", "0a".repeat(16));
        for (text, sender) in [
            ("+15551234567", Some(Sender::Number("+15551234567".to_owned()))),
            (&service, Some(Sender::MessagingService(service.clone()))),
            ("72345", Some(Sender::Name("72345".to_owned()))),
            ("Acme Ltd", Some(Sender::Name("Acme Ltd".to_owned()))),
            ("MGM Hotels", Some(Sender::Name("MGM Hotels".to_owned()))),
            ("15551234567", None),
            ("+1555", None),
            ("1234", None),
            ("Acme Limited", None),
            ("Äcme", None),
            ("", None),
        ] {
            assert_eq!(Sender::read(text), sender, "{text}");
        }
        assert_eq!(
            Sender::read("Acme").and_then(|sender| sender.number().map(str::to_owned)),
            None
        );
    }
}
