//! How often codes are sent. Sending costs the operator money and the owner their peace,
//! and both are somebody's aim (the attacks: SMS pumping, a phone that never stops
//! ringing); so what is sent is limited four times over, in the database.

use super::{authenticator::out_of_band::Channel, clock::DAY, limits::throttle::Limit};

/// Between two codes to one account at one number: 30 seconds, then 60, then 120. A right
/// code ends it.
pub const COOL_DOWN: Limit = Limit {
    free: 1,
    first_wait: 30,
    longest_wait: 120,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Seconds of an hour, which the shorter limits look back over.
pub const HOUR: i64 = 3600;

/// What was sent already by one kind of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sent {
    /// To this account within the last hour.
    pub account_hour: i64,
    /// To this account within the last day.
    pub account_day: i64,
    /// Asked for from this network within the last hour.
    pub network_hour: i64,
    /// By this installation within the last day.
    pub instance_day: i64,
}

/// How much may be sent by one kind of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget(pub Sent);

/// By SMS and call, together.
pub const PHONE: Budget = Budget(Sent {
    account_hour: 5,
    account_day: 10,
    network_hour: 10,
    instance_day: 500,
});

/// By mail, which costs nobody money.
pub const EMAIL: Budget = Budget(Sent {
    account_hour: 20,
    account_day: 60,
    network_hour: 60,
    instance_day: 10_000,
});

/// A limit that is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// Of the account, for this hour.
    AccountHour,
    /// Of the account, for this day.
    AccountDay,
    /// Of the network that asks, for this hour.
    NetworkHour,
    /// Of the whole installation, for this day.
    InstanceDay,
}

impl Cap {
    /// All there are.
    const ALL: [Self; 4] = [
        Self::AccountHour,
        Self::AccountDay,
        Self::NetworkHour,
        Self::InstanceDay,
    ];

    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccountHour => "account_hour",
            Self::AccountDay => "account_day",
            Self::NetworkHour => "network_hour",
            Self::InstanceDay => "instance_day",
        }
    }

    /// Reads back [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cap| cap.name() == name)
    }

    /// The longest that it lasts, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::AccountHour | Self::NetworkHour => HOUR,
            Self::AccountDay | Self::InstanceDay => DAY,
        }
    }

    const fn of(self, sent: &Sent) -> i64 {
        match self {
            Self::AccountHour => sent.account_hour,
            Self::AccountDay => sent.account_day,
            Self::NetworkHour => sent.network_hour,
            Self::InstanceDay => sent.instance_day,
        }
    }
}

/// Why a code was not handed to whoever carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// A limit is reached.
    Cap(Cap),
    /// The operator does not send to that country.
    Country,
}

impl Withheld {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cap(cap) => cap.name(),
            Self::Country => "country",
        }
    }

    /// Reads back [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "country" => Some(Self::Country),
            name => Cap::named(name).map(Self::Cap),
        }
    }
}

impl Budget {
    /// The budget that a channel draws on.
    #[must_use]
    pub const fn of(channel: Channel) -> Self {
        match channel {
            Channel::Sms | Channel::Call => PHONE,
            Channel::Email => EMAIL,
        }
    }

    /// Whether one more may be sent.
    ///
    /// # Errors
    /// The [`Cap`] that is reached; of several the one that lasts longest.
    pub fn one_more(&self, sent: &Sent) -> Result<(), Cap> {
        let reached = Cap::ALL
            .into_iter()
            .filter(|cap| cap.of(sent) >= cap.of(&self.0))
            .max_by_key(|cap| cap.seconds());
        reached.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cool_down_is_thirty_sixty_and_then_a_hundred_and_twenty_seconds() {
        let waits: Vec<i64> = (1..=5).map(|sent| COOL_DOWN.wait_after(sent)).collect();
        assert_eq!(waits, [30, 60, 120, 120, 120]);
    }

    #[test]
    fn each_limit_is_reached_on_its_own() {
        let none = Sent::default();
        assert_eq!(PHONE.one_more(&none), Ok(()));
        let just_below = Sent {
            account_hour: 4,
            account_day: 9,
            network_hour: 9,
            instance_day: 499,
        };
        assert_eq!(PHONE.one_more(&just_below), Ok(()));
        for (sent, cap) in [
            (
                Sent {
                    account_hour: 5,
                    ..none
                },
                Cap::AccountHour,
            ),
            (
                Sent {
                    account_day: 10,
                    ..none
                },
                Cap::AccountDay,
            ),
            (
                Sent {
                    network_hour: 10,
                    ..none
                },
                Cap::NetworkHour,
            ),
            (
                Sent {
                    instance_day: 500,
                    ..none
                },
                Cap::InstanceDay,
            ),
        ] {
            assert_eq!(PHONE.one_more(&sent), Err(cap));
            assert_eq!(Cap::named(cap.name()), Some(cap));
        }
        let both = Sent {
            account_hour: 5,
            account_day: 10,
            ..none
        };
        assert_eq!(
            PHONE.one_more(&both),
            Err(Cap::AccountDay),
            "the one that lasts longer is said"
        );
    }
}
