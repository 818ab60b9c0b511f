//! What becomes of a message or a call.

/// How far a message or call has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryStatus {
    /// It is being handed over.
    Sending,
    /// It was handed over.
    Sent,
    /// The phone rings.
    Ringing,
    /// The call was answered.
    Answered,
    /// The message is on the phone.
    Delivered,
    /// The call is over.
    Completed,
    /// It did not arrive.
    Failed(Failure),
}

/// Why a message or call did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The phone is off, out of reach, or the number is not in use.
    NotReachable,
    /// The number cannot receive text messages.
    NotMobile,
    /// The number or its network refuses it.
    Refused,
    /// The line was busy.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// Whoever carries it is away, too slow, or does not let us in.
    ProviderAway,
}

impl DeliveryStatus {
    const ALL: [Self; 12] = [
        Self::Sending,
        Self::Sent,
        Self::Ringing,
        Self::Answered,
        Self::Delivered,
        Self::Completed,
        Self::Failed(Failure::NotReachable),
        Self::Failed(Failure::NotMobile),
        Self::Failed(Failure::Refused),
        Self::Failed(Failure::Busy),
        Self::Failed(Failure::NoAnswer),
        Self::Failed(Failure::ProviderAway),
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
            Self::Failed(Failure::NotReachable) => "not_reachable",
            Self::Failed(Failure::NotMobile) => "not_mobile",
            Self::Failed(Failure::Refused) => "refused",
            Self::Failed(Failure::Busy) => "busy",
            Self::Failed(Failure::NoAnswer) => "no_answer",
            Self::Failed(Failure::ProviderAway) => "provider_away",
        }
    }

    /// Reads back [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether `next` is news after this: reports arrive late, twice and out of order.
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
        for status in DeliveryStatus::ALL {
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
}
