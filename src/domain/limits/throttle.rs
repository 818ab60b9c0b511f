//! Rate limits on guesses.
//!
//! An attempt is *charged before it is verified*, in a separate statement ([`crate::store::throttles`]), so
//! that neither a crash, a rollback nor a hundred parallel requests give a free guess. This file only defines
//! what a charge leads to.
//!
//! Passwords and codes have separate counters: anyone can send wrong passwords, which must never lock an owner
//! out of an open session; wrong codes can only follow the correct password, so enough of them switch codes off
//! (NIST SP 800-63B-4, 3.2.2).
//!
//! A pending sign-in step has no separate counter: all steps of an account share one, so parallel steps add no
//! guesses, and a person who has to wait keeps the page that says how long.

use std::net::IpAddr;

use crate::domain::clock::Timestamp;

/// A rate limit for one kind of guess. Times are in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Attempts before the first wait.
    pub free: i64,
    /// The first wait; each further failure doubles it.
    pub first_wait: i64,
    /// The maximum wait.
    pub longest_wait: i64,
    /// Consecutive failures that switch the authenticator off until a reset.
    pub off_at: Option<i64>,
    /// The pause after which earlier failures no longer count.
    pub forgotten_after: Option<i64>,
}

/// One-time passwords, per account, over all sessions and pages. Never forgotten: an attacker who has the
/// password gets 20 guesses in total, not 20 per day.
pub const CODE: Limit = Limit {
    free: 5,
    first_wait: 30,
    longest_wait: 3600,
    off_at: Some(20),
    forgotten_after: None,
};

/// Recovery codes, per account. They cannot be guessed (120 bits), so they are slowed down but never switched
/// off: they are needed when one-time passwords are.
pub const RECOVERY_CODE: Limit = Limit {
    free: 5,
    first_wait: 30,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// Passwords, per typed user name, including accounts that do not exist.
pub const PASSWORD_BY_NAME: Limit = Limit {
    free: 10,
    first_wait: 30,
    longest_wait: 900,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// Passwords, per client address. High, because an office shares one address.
pub const PASSWORD_BY_ADDRESS: Limit = Limit {
    free: 30,
    first_wait: 30,
    longest_wait: 300,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords from one customer's IPv6 network (/56), per hour.
pub const PASSWORD_BY_SITE: Limit = Limit {
    free: 120,
    first_wait: 30,
    longest_wait: 300,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords from a company's IPv6 network (/48), per hour. High enough that hundreds of people who mistype
/// never wait, but 65,536 networks of one attacker do.
pub const PASSWORD_BY_COMPANY: Limit = Limit {
    free: 600,
    first_wait: 30,
    longest_wait: 60,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords from a browser in which the account signed in before.
pub const PASSWORD_BY_BROWSER: Limit = PASSWORD_BY_NAME;

/// The same from all such browsers of an account together (the attack: someone who signed in once creates any
/// number of known browsers, each with its own guesses).
pub const PASSWORD_BY_BROWSERS: Limit = Limit {
    free: 30,
    ..PASSWORD_BY_NAME
};

/// Activity log entries about unknown user names: one per hour and network (the attack: a flooded log that
/// nobody reads).
pub const UNKNOWN_NAMES: Limit = Limit {
    free: 1,
    first_wait: 3600,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Passwords confirmed inside an open session, per account. A separate counter: otherwise an outsider who fails
/// at the sign-in page would lock the owner out of the security page.
pub const PASSWORD_INSIDE: Limit = PASSWORD_BY_NAME;

/// Codes that verify a new phone number, per account. They are asked for inside a session and give no access,
/// so they are slowed down but never switched off.
pub const NUMBER_CODE: Limit = RECOVERY_CODE;

/// The same for a new e-mail address.
pub const EMAIL_CODE: Limit = NUMBER_CODE;

/// Chosen passwords, per account: each is judged, which is slow.
pub const PASSWORD_CHOICES: Limit = Limit {
    free: 20,
    first_wait: 30,
    longest_wait: 300,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Mails to approve an address, per account and address: one per ten minutes.
pub const APPROVALS_BY_ADDRESS: Limit = Limit {
    free: 1,
    first_wait: 600,
    longest_wait: 600,
    off_at: None,
    forgotten_after: Some(600),
};

/// Mails to approve an address, per account: ten per day (the attack: someone who has the password floods a
/// mailbox from many addresses).
pub const APPROVALS_BY_ACCOUNT: Limit = Limit {
    free: 10,
    first_wait: 24 * 3600,
    longest_wait: 24 * 3600,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// Requests for a password link, per client address.
pub const PASSWORD_LINKS_BY_ADDRESS: Limit = Limit {
    free: 10,
    first_wait: 30,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(3600),
};

/// The same from one customer's IPv6 network (/56), per hour.
pub const PASSWORD_LINKS_BY_SITE: Limit = PASSWORD_BY_SITE;

/// The same from a company's IPv6 network (/48), per hour.
pub const PASSWORD_LINKS_BY_COMPANY: Limit = PASSWORD_BY_COMPANY;

/// Mails with a password link, per account: three, then one per ten minutes, slowing to one per hour (the
/// attack: a flooded mailbox; and the same limit used to deny the owner a link).
pub const PASSWORD_LINKS_BY_ACCOUNT: Limit = Limit {
    free: 3,
    first_wait: 600,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(24 * 3600),
};

/// The stored state of one counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Consecutive failures, including attempts in progress.
    pub failures: i64,
    /// No attempt is verified before this time.
    pub not_before: Timestamp,
    /// When it was last charged.
    pub charged_at: Timestamp,
}

impl Count {
    /// A counter without charges.
    pub const ZERO: Self = Self {
        failures: 0,
        not_before: Timestamp(0),
        charged_at: Timestamp(0),
    };
}

/// Why an attempt is not verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Throttled {
    /// Try again in this many seconds (at least 1).
    Wait(i64),
    /// Switched off until a reset.
    Off,
}

impl Limit {
    /// The counter after one more attempt, to be stored before the attempt is verified.
    ///
    /// # Errors
    /// [`Throttled`] if the attempt must be refused without verification.
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
            // A longer wait means that the clock was set back; it does not block.
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

    /// Whether the count switches off what it counts.
    #[must_use]
    pub fn is_off(&self, count: Count) -> bool {
        self.off_at.is_some_and(|off_at| count.failures >= off_at)
    }

    /// Seconds to wait after this many consecutive failures.
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

/// The address that shares a counter: an IPv4 address, or the IPv6 network of one customer (the attack: 2^64
/// addresses, each with free guesses).
#[must_use]
pub fn network(address: IpAddr) -> IpAddr {
    network_of(address, 64)
}

/// The IPv6 network of that prefix length; an IPv4 address unchanged.
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

    /// Makes attempts as fast as allowed for `seconds`; gives how many were verified.
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
