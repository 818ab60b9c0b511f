//! What becomes of a message or a call.

use super::named::named;

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

named! {
    /// Why a message or call did not arrive.
    pub enum Failure {
        /// The phone is off, out of reach, or the number is not in use.
        NotReachable = "not_reachable",
        /// The number cannot receive text messages.
        NotMobile = "not_mobile",
        /// The number or its network refuses it.
        Refused = "refused",
        /// The line was busy.
        Busy = "busy",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// Whoever carries it is away, too slow, or does not let us in.
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

    /// Reads back [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let under_way = Self::UNDER_WAY.into_iter().find(|status| status.name() == name);
        under_way.or_else(|| Failure::named(name).map(Self::Failed))
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
}
