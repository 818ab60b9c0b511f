//! Limits on sent messages. Messages cost the operator money and disturb their recipients, and attackers want
//! both (the attacks: SMS pumping, a phone that never stops ringing, a flooded mailbox that nobody reads, a
//! flood that delays everybody else's mail). So every message uses budgets: of the requesting account, the
//! recipient, the requesting network, the main account, and the installation.

use super::throttle::Limit;
use crate::domain::{
    authenticator::out_of_band::{Channel, Purpose},
    clock::{DAY, HOUR, Timestamp},
    named::named,
    phone_number::NotSentTo,
};

/// Wait between two codes to one account at one number: 30 seconds, then 60, then 120. A correct code resets
/// it.
pub const COOL_DOWN: Limit = Limit {
    free: 1,
    first_wait: 30,
    longest_wait: 120,
    off_at: None,
    forgotten_after: Some(3600),
};

named! {
    /// Messages that use a budget. Each kind has separate counters: invitations never block codes.
    pub enum Sending {
        /// A code by SMS or call.
        PhoneCode = "phone_code",
        /// A notification by SMS, to a number that was removed from an account.
        PhoneNotice = "phone_notice",
        /// A code by e-mail.
        MailedCode = "mailed_code",
        /// A link that the owner of an account requested, or a manager for them.
        MailedLink = "mailed_link",
        /// An invitation, or a mail to an address that a manager entered for another person.
        Invitation = "invitation",
        /// A code to an address that an owner entered for themselves, or, if no mail is sent, the notification
        /// that would go there.
        NewAddress = "new_address",
        /// A reminder to set up a second factor.
        Reminder = "reminder",
    }
}

impl Sending {
    /// The budget of a code. A new e-mail address has a separate budget: its ownership is not verified yet.
    #[must_use]
    pub const fn code_for(purpose: &Purpose, channel: Channel) -> Self {
        match (purpose, channel) {
            (Purpose::Email(_), _) => Self::NewAddress,
            (_, Channel::Sms | Channel::Call) => Self::PhoneCode,
            (_, Channel::Email) => Self::MailedCode,
        }
    }
}

/// The maximum number of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// For one account within an hour.
    pub account_hour: i64,
    /// For one account within a day.
    pub account_day: i64,
    /// To one number or address within an hour.
    pub recipient_hour: i64,
    /// To one number or address within a day.
    pub recipient_day: i64,
    /// Requested from one network within an hour. A verified code no longer counts: an office shares one
    /// address.
    pub network_hour: i64,
    /// For one main account and its subaccounts within a day.
    pub main_account_day: i64,
    /// By this installation within a day.
    pub instance_day: i64,
}

/// By SMS and call, together.
pub const PHONE: Budget = Budget {
    account_hour: 5,
    account_day: 10,
    recipient_hour: 5,
    recipient_day: 10,
    network_hour: 10,
    main_account_day: 200,
    instance_day: 500,
};

/// Codes by e-mail, which cost nothing.
pub const MAILED_CODES: Budget = Budget {
    account_hour: 20,
    account_day: 60,
    recipient_hour: 20,
    recipient_day: 60,
    network_hour: 60,
    main_account_day: 5_000,
    instance_day: 10_000,
};

/// Links to owners, by mail. Each kind of link also has a limit per account.
pub const MAILED_LINKS: Budget = Budget {
    account_hour: 100,
    account_day: 300,
    network_hour: 100,
    ..MAILED_CODES
};

/// Mail that one person has sent to another: invitations.
pub const MAIL: Budget = Budget {
    account_hour: 100,
    account_day: 300,
    recipient_hour: 10,
    recipient_day: 30,
    network_hour: i64::MAX,
    main_account_day: 500,
    instance_day: 10_000,
};

/// Mail to addresses that owners enter for themselves.
pub const NEW_ADDRESSES: Budget = Budget {
    account_hour: 5,
    account_day: 10,
    ..MAIL
};

/// Reminders. Each account is reminded at most once a day.
pub const REMINDERS: Budget = Budget {
    account_hour: 2_000,
    account_day: 5_000,
    main_account_day: 5_000,
    ..MAIL
};

/// All budgets. The operator configures those of phones and invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budgets {
    /// By SMS and call.
    pub phone: Budget,
    /// Codes by e-mail.
    pub mailed_codes: Budget,
    /// Links by mail.
    pub mailed_links: Budget,
    /// Mail that one person has sent to another.
    pub mail: Budget,
    /// Mail to addresses that owners enter for themselves.
    pub new_addresses: Budget,
    /// Reminders.
    pub reminders: Budget,
}

impl Default for Budgets {
    fn default() -> Self {
        Self {
            phone: PHONE,
            mailed_codes: MAILED_CODES,
            mailed_links: MAILED_LINKS,
            mail: MAIL,
            new_addresses: NEW_ADDRESSES,
            reminders: REMINDERS,
        }
    }
}

impl Budgets {
    /// The budget of a kind of message.
    #[must_use]
    pub const fn of(&self, sending: Sending) -> Budget {
        match sending {
            Sending::PhoneCode | Sending::PhoneNotice => self.phone,
            Sending::Invitation => self.mail,
            Sending::MailedCode => self.mailed_codes,
            Sending::MailedLink => self.mailed_links,
            Sending::NewAddress => self.new_addresses,
            Sending::Reminder => self.reminders,
        }
    }
}

named! {
    /// A limit that was reached.
    pub enum Cap {
        /// Of the account, for this hour.
        AccountHour = "account_hour",
        /// Of the account, for this day.
        AccountDay = "account_day",
        /// Of the number or address, for this hour.
        RecipientHour = "recipient_hour",
        /// Of the number or address, for this day.
        RecipientDay = "recipient_day",
        /// Of the network that asks, for this hour.
        NetworkHour = "network_hour",
        /// Of the main account, for this day.
        MainAccountDay = "main_account_day",
        /// Of the whole installation, for this day.
        InstanceDay = "instance_day",
    }
}

impl Cap {
    /// Whether it concerns a single mailbox or phone, and so does not block other recipients.
    #[must_use]
    pub const fn is_of_recipient(self) -> bool {
        matches!(self, Self::RecipientHour | Self::RecipientDay)
    }

    /// Its maximum duration, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::AccountHour | Self::RecipientHour | Self::NetworkHour => HOUR,
            Self::AccountDay | Self::RecipientDay | Self::MainAccountDay | Self::InstanceDay => DAY,
        }
    }

    /// The maximum that a budget allows.
    #[must_use]
    pub const fn of(self, budget: &Budget) -> i64 {
        match self {
            Self::AccountHour => budget.account_hour,
            Self::AccountDay => budget.account_day,
            Self::RecipientHour => budget.recipient_hour,
            Self::RecipientDay => budget.recipient_day,
            Self::NetworkHour => budget.network_hour,
            Self::MainAccountDay => budget.main_account_day,
            Self::InstanceDay => budget.instance_day,
        }
    }

    /// The limit to report of those that were reached: the one that lasts longest.
    #[must_use]
    pub fn longest(reached: impl IntoIterator<Item = Self>) -> Option<Self> {
        reached.into_iter().max_by_key(|cap| cap.seconds())
    }
}

/// Why a code was not handed to the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// A limit is reached.
    Cap(Cap),
    /// The operator does not allow that country.
    Country,
    /// That kind of number is not allowed.
    Kind,
}

impl From<NotSentTo> for Withheld {
    fn from(why: NotSentTo) -> Self {
        match why {
            NotSentTo::Country => Self::Country,
            NotSentTo::Kind => Self::Kind,
        }
    }
}

impl Withheld {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cap(cap) => cap.name(),
            Self::Country => "country",
            Self::Kind => "kind",
        }
    }

    /// Parses [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "country" => Some(Self::Country),
            "kind" => Some(Self::Kind),
            name => Cap::named(name).map(Self::Cap),
        }
    }
}

/// The state of one counter: how many were sent since it started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spending {
    /// When it started.
    pub began_at: Timestamp,
    /// The number sent since.
    pub sent: i64,
}

impl Spending {
    /// The counter after one more within `seconds`; `None` if `limit` is reached.
    #[must_use]
    pub fn one_more(self, limit: i64, seconds: i64, now: Timestamp) -> Option<Self> {
        let age = now.since(self.began_at);
        // A start in the future means that the clock was set back; it does not block.
        let (began_at, sent) = if (0..seconds).contains(&age) {
            (self.began_at, self.sent)
        } else {
            (now, 0)
        };
        (sent < limit).then_some(Self {
            began_at,
            sent: sent + 1,
        })
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
    fn a_counter_takes_as_many_as_are_allowed_and_begins_anew_when_its_time_is_over() {
        let start = Timestamp(1_800_000_000);
        let mut spending = Spending {
            began_at: start,
            sent: 0,
        };
        for sent in 1..=5 {
            spending = spending.one_more(5, HOUR, start.plus(sent)).unwrap();
            assert_eq!((spending.began_at, spending.sent), (start, sent));
        }
        assert_eq!(spending.one_more(5, HOUR, start.plus(HOUR - 1)), None);
        let anew = spending.one_more(5, HOUR, start.plus(HOUR)).unwrap();
        assert_eq!((anew.began_at, anew.sent), (start.plus(HOUR), 1));
        let set_back = spending.one_more(5, HOUR, start.plus(-10)).unwrap();
        assert_eq!((set_back.began_at, set_back.sent), (start.plus(-10), 1));
        assert_eq!(anew.one_more(0, HOUR, start.plus(HOUR)), None);
    }

    #[test]
    fn of_several_limits_the_one_that_lasts_longest_is_said() {
        let reached = [Cap::AccountHour, Cap::AccountDay, Cap::NetworkHour];
        assert_eq!(Cap::longest(reached), Some(Cap::AccountDay));
        assert_eq!(Cap::longest([]), None);
        for cap in Cap::ALL {
            assert_eq!(Cap::named(cap.name()), Some(*cap));
        }
    }
}
