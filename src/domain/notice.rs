//! What an account's owner is told by mail, and how long it is tried.
//!
//! A notice holds facts and never a secret: it waits in the database until it is delivered,
//! and mail is read by others on its way.

use std::net::IpAddr;

use super::{
    account::{Email, Username},
    clock::Timestamp,
    throttle::Limit,
};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// A second factor was confirmed where there was none.
    SecondFactorOn,
    /// The owner removed the second factor.
    SecondFactorOff,
    /// A second factor took the place of another.
    SecondFactorReplaced,
    /// Somebody else removed the second factor.
    SecondFactorReset,
    /// A recovery code signed in; so many are left.
    RecoveryCodeUsed(i64),
    /// A new set of recovery codes voids the old one.
    RecoveryCodesRegenerated,
    /// Notices go to another address; told to both.
    EmailChanged,
    /// Codes go to another phone, or to none.
    PhoneChanged,
    /// A new password was set.
    PasswordSet,
    /// The account was disabled.
    AccountDisabled,
    /// The account was enabled again.
    AccountEnabled,
    /// The password was right, and the codes after it were wrong.
    SecondStepFailed,
}

impl Matter {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SecondFactorOn => "second_factor_on",
            Self::SecondFactorOff => "second_factor_off",
            Self::SecondFactorReplaced => "second_factor_replaced",
            Self::SecondFactorReset => "second_factor_reset",
            Self::RecoveryCodeUsed(_) => "recovery_code_used",
            Self::RecoveryCodesRegenerated => "recovery_codes_regenerated",
            Self::EmailChanged => "email_changed",
            Self::PhoneChanged => "phone_changed",
            Self::PasswordSet => "password_set",
            Self::AccountDisabled => "account_disabled",
            Self::AccountEnabled => "account_enabled",
            Self::SecondStepFailed => "second_step_failed",
        }
    }

    /// Recovery codes left, where that is told.
    #[must_use]
    pub const fn codes_left(self) -> Option<i64> {
        match self {
            Self::RecoveryCodeUsed(left) => Some(left),
            _ => None,
        }
    }

    /// Reads back [`Self::name`] and [`Self::codes_left`]; none for what is neither.
    #[must_use]
    pub fn stored(name: &str, codes_left: Option<i64>) -> Option<Self> {
        [
            Self::SecondFactorOn,
            Self::SecondFactorOff,
            Self::SecondFactorReplaced,
            Self::SecondFactorReset,
            Self::RecoveryCodeUsed(codes_left.unwrap_or_default()),
            Self::RecoveryCodesRegenerated,
            Self::EmailChanged,
            Self::PhoneChanged,
            Self::PasswordSet,
            Self::AccountDisabled,
            Self::AccountEnabled,
            Self::SecondStepFailed,
        ]
        .into_iter()
        .find(|matter| matter.name() == name)
    }
}

/// A notice to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub matter: Matter,
    /// Whom it is sent to.
    pub recipient: Email,
    /// To which account.
    pub username: Username,
    /// When.
    pub happened_at: Timestamp,
    /// From where; none for the command line.
    pub address: Option<IpAddr>,
}

/// Wrong codes in a row after which the owner is told.
pub const TOLD_AFTER_WRONG_CODES: i64 = 5;

/// Mails on wrong codes, per account: one an hour (the attack: whoever has the password
/// fills the owner's mailbox until they stop reading).
pub const WRONG_CODES: Limit = Limit {
    free: 1,
    first_wait: 3600,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(3600),
};

/// After this many seconds a notice is given up.
pub const GIVEN_UP_AFTER: i64 = 3 * 24 * 3600;
/// The longest wait between two attempts, in seconds.
pub const LONGEST_WAIT: i64 = 3600;
/// The first wait, in seconds; each attempt doubles it.
const FIRST_WAIT: i64 = 60;

/// Seconds from the start of the attempt of that number, 1 for the first, to the next.
#[must_use]
pub fn wait_after(attempts: i64) -> i64 {
    let doublings = attempts.saturating_sub(1).clamp(0, 16);
    (FIRST_WAIT << doublings).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_a_minute_to_an_hour() {
        let waits: Vec<i64> = (1..=9).map(wait_after).collect();
        assert_eq!(waits, [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
        assert_eq!(wait_after(i64::MAX), 3600);
        assert_eq!(wait_after(0), 60);
    }

    #[test]
    fn what_is_written_down_is_read_back() {
        for matter in [
            Matter::SecondFactorOn,
            Matter::RecoveryCodeUsed(7),
            Matter::SecondStepFailed,
        ] {
            assert_eq!(Matter::stored(matter.name(), matter.codes_left()), Some(matter));
        }
        assert_eq!(Matter::stored("whatever", None), None);
    }
}
