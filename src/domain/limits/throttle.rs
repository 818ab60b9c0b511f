//! How often one may guess.
//!
//! An attempt is *charged before it is verified*, in a statement of its own
//! ([`crate::store::throttles`]), so that neither a crash, a rollback nor a hundred
//! parallel requests buy a free guess. This file says only what a charge leads to.
//!
//! Passwords and codes have separate counters: wrong passwords come from anyone and must
//! never lock an owner out of an open session; wrong codes can only come after the right
//! password, so enough of them switch codes off (NIST SP 800-63B-4, 3.2.2).
//!
//! A pending sign-in step has no counter of its own: all steps of an account share one, so
//! parallel ones add no guesses, and a person who is throttled keeps the page that says
//! how long to wait.

use std::net::IpAddr;

use crate::domain::clock::Timestamp;

/// A rule for one kind of guess. Times are in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Attempts before the first wait.
    pub free: i64,
    /// The first wait; each further failure doubles it.
    pub first_wait: i64,
    /// The longest wait.
    pub longest_wait: i64,
    /// Failures in a row that switch the authenticator off until a reset.
    pub off_at: Option<i64>,
    /// A pause after which earlier failures no longer count.
    pub forgotten_after: Option<i64>,
}

/// One-time passwords, per account, over all sessions and surfaces. Never forgotten: an
/// attacker who has the password gets 20 guesses in all, not 20 a day.
pub const CODE: Limit = Limit {
    free: 5,
    first_wait: 30,
    longest_wait: 3600,
    off_at: Some(20),
    forgotten_after: None,
};

/// Recovery codes, per account. They cannot be guessed (120 bits), so they are slowed and
/// never switched off: they are the way in when one-time passwords are.
pub const RECOVERY_CODE: Limit = Limit {
    free: 5,
    first_wait: 30,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// Passwords, per user name as typed, also of accounts that do not exist.
pub const PASSWORD_BY_NAME: Limit = Limit {
    free: 10,
    first_wait: 30,
    longest_wait: 900,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// Passwords, per client address. Wide, because an office shares one address.
pub const PASSWORD_BY_ADDRESS: Limit = Limit {
    free: 30,
    first_wait: 30,
    longest_wait: 300,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords from one customer's IPv6 network (/56), in an hour.
pub const PASSWORD_BY_SITE: Limit = Limit {
    free: 120,
    first_wait: 30,
    longest_wait: 300,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords from a company's IPv6 network (/48), in an hour. So wide that hundreds of people
/// who mistype are never kept waiting, and 65,536 networks of one attacker are.
pub const PASSWORD_BY_COMPANY: Limit = Limit {
    free: 600,
    first_wait: 30,
    longest_wait: 60,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords from a browser in which the account signed in before.
pub const PASSWORD_BY_BROWSER: Limit = PASSWORD_BY_NAME;

/// The same from all such browsers of an account together (the attack: whoever was in once makes
/// browsers known without end, each with guesses of its own).
pub const PASSWORD_BY_BROWSERS: Limit = Limit {
    free: 30,
    ..PASSWORD_BY_NAME
};

/// Entries of the activity log about names that nobody has: one an hour for a network (the
/// attack: a log that is filled until nobody reads it).
pub const UNKNOWN_NAMES: Limit = Limit {
    free: 1,
    first_wait: 3600,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords asked again inside an open session, per account. Its own counter: else an
/// outsider who fails at the front door would keep the owner from their own security page.
pub const PASSWORD_INSIDE: Limit = PASSWORD_BY_NAME;

/// Codes that prove a new phone number, per account. They are asked for inside a session
/// and open nothing, so they are slowed and never switched off.
pub const NUMBER_CODE: Limit = RECOVERY_CODE;

/// The same for a new e-mail address.
pub const EMAIL_CODE: Limit = NUMBER_CODE;

/// Passwords that are chosen, per account: whoever may choose one still has each judged, which
/// takes long.
pub const PASSWORD_CHOICES: Limit = Limit {
    free: 20,
    first_wait: 30,
    longest_wait: 300,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Mails to approve an address, per account and address: one in ten minutes.
pub const APPROVALS_BY_ADDRESS: Limit = Limit {
    free: 1,
    first_wait: 600,
    longest_wait: 600,
    off_at: None,
    forgotten_after: Some(600),
};

/// Mails to approve an address, per account: ten a day (the attack: whoever has the password
/// fills a mailbox from many addresses).
pub const APPROVALS_BY_ACCOUNT: Limit = Limit {
    free: 10,
    first_wait: 24 * 3600,
    longest_wait: 24 * 3600,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// Requests for a link to another password, per client address.
pub const PASSWORD_LINKS_BY_ADDRESS: Limit = Limit {
    free: 10,
    first_wait: 30,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(3600),
};

/// The same from one customer's IPv6 network (/56), in an hour.
pub const PASSWORD_LINKS_BY_SITE: Limit = PASSWORD_BY_SITE;

/// The same from a company's IPv6 network (/48), in an hour.
pub const PASSWORD_LINKS_BY_COMPANY: Limit = PASSWORD_BY_COMPANY;

/// Mails with such a link, per account: three, then one in ten minutes and fewer, never fewer
/// than one an hour (the attack: a mailbox that is filled; and the same as a way to keep an
/// owner from a link).
pub const PASSWORD_LINKS_BY_ACCOUNT: Limit = Limit {
    free: 3,
    first_wait: 600,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// What the database holds of one counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Failures (and attempts under way) in a row.
    pub failures: i64,
    /// No attempt is verified before this moment.
    pub not_before: Timestamp,
    /// When it was last charged.
    pub charged_at: Timestamp,
}

impl Count {
    /// A counter that was never charged.
    pub const ZERO: Self = Self {
        failures: 0,
        not_before: Timestamp(0),
        charged_at: Timestamp(0),
    };
}

/// An attempt that is not verified at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Throttled {
    /// Try again in so many seconds (at least 1).
    Wait(i64),
    /// Switched off until a reset.
    Off,
}

impl Limit {
    /// The counter after one more attempt, to be written before the attempt is verified.
    ///
    /// # Errors
    /// [`Throttled`] when the attempt has to be refused unverified.
    pub fn charge(&self, count: Count, now: Timestamp) -> Result<Count, Throttled> {
        let failures = match self.forgotten_after {
            Some(pause) if now.since(count.charged_at) >= pause => 0,
            _ => count.failures,
        };
        if self.off_at.is_some_and(|off_at| failures >= off_at) {
            return Err(Throttled::Off);
        }
        if failures >= self.free {
            let wait = count.not_before.since(now);
            // A longer one can only come from a clock that was set back; nobody waits it out.
            if (1..=self.longest_wait).contains(&wait) {
                return Err(Throttled::Wait(wait));
            }
        }
        let failures = failures + 1;
        Ok(Count {
            failures,
            not_before: now.plus(self.wait_after(failures)),
            charged_at: now,
        })
    }

    /// Whether so many failures switch off what is counted.
    #[must_use]
    pub fn is_off(&self, count: Count) -> bool {
        self.off_at.is_some_and(|off_at| count.failures >= off_at)
    }

    /// Seconds to wait after so many failures in a row.
    #[must_use]
    pub fn wait_after(&self, failures: i64) -> i64 {
        let Ok(doublings) = u32::try_from(failures - self.free) else {
            return 0;
        };
        self.first_wait
            .saturating_mul(1_i64.checked_shl(doublings.min(32)).unwrap_or(i64::MAX))
            .min(self.longest_wait)
    }
}

/// What shares a counter: an address, or with IPv6 the network of one customer (the
/// attack: 2^64 addresses, each with free guesses).
#[must_use]
pub fn network(address: IpAddr) -> IpAddr {
    network_of(address, 64)
}

/// The IPv6 network of that length; an IPv4 address as it is.
#[must_use]
pub fn network_of(address: IpAddr, length: u32) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let host = u128::MAX.checked_shr(length).unwrap_or(0);
            IpAddr::V6((u128::from(address) & !host).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Attempts as fast as allowed for `seconds`; how many were verified.
    fn evaluated_guesses(limit: &Limit, seconds: i64) -> (i64, Option<Throttled>) {
        let (mut count, mut verified, mut last) = (Count::ZERO, 0, None);
        let mut now = Timestamp(1_800_000_000);
        let end = now.plus(seconds);
        while now < end {
            match limit.charge(count, now) {
                Ok(next) => {
                    count = next;
                    verified += 1;
                }
                Err(Throttled::Wait(wait)) => {
                    assert!(wait > 0);
                    last = Some(Throttled::Wait(wait));
                    now = now.plus(wait);
                }
                Err(Throttled::Off) => return (verified, Some(Throttled::Off)),
            }
        }
        (verified, last)
    }

    #[test]
    fn codes_are_free_five_times_then_wait_thirty_seconds_doubling_to_an_hour() {
        let waits: Vec<i64> = (1..=14).map(|failures| CODE.wait_after(failures)).collect();
        assert_eq!(
            waits,
            [0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
        );
    }

    #[test]
    fn a_day_of_guessing_codes_gets_twenty_and_then_none_ever() {
        assert_eq!(evaluated_guesses(&CODE, 24 * 3600), (20, Some(Throttled::Off)));
        assert_eq!(
            evaluated_guesses(&CODE, 400 * 24 * 3600),
            (20, Some(Throttled::Off))
        );
    }

    #[test]
    fn passwords_are_never_switched_off() {
        let (verified, last) = evaluated_guesses(&PASSWORD_BY_NAME, 24 * 3600);
        assert!((90..=120).contains(&verified), "{verified}");
        assert_eq!(last, Some(Throttled::Wait(900)));
    }

    #[test]
    fn a_pause_forgets_failures_where_the_rule_says_so() {
        let now = Timestamp(1_800_000_000);
        let count = Count {
            failures: 12,
            not_before: now.plus(120),
            charged_at: now,
        };
        assert_eq!(PASSWORD_BY_NAME.charge(count, now), Err(Throttled::Wait(120)));
        let later = now.plus(24 * 3600);
        assert_eq!(PASSWORD_BY_NAME.charge(count, later).unwrap().failures, 1);
        assert_eq!(CODE.charge(count, later).unwrap().failures, 13);
    }

    #[test]
    fn a_clock_that_was_set_back_locks_nobody_out() {
        let now = Timestamp(1_800_000_000);
        let count = Count {
            failures: 6,
            not_before: now.plus(400_000),
            charged_at: now,
        };
        assert_eq!(CODE.charge(count, now).unwrap().failures, 7);
        let off = Count {
            failures: 20,
            ..count
        };
        assert_eq!(CODE.charge(off, now), Err(Throttled::Off));
    }
}
