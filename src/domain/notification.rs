//! Notifications to account owners by e-mail, and their delivery schedule.
//!
//! A notification is stored until it is delivered. It holds facts; a code or link for its recipient is sealed
//! while stored and deleted with it.

use std::net::IpAddr;

use super::{
    account::{Email, Username},
    clock::Timestamp,
    language::Language,
    lifetimes::{FIRST_WAIT, LONGEST_WAIT},
    limits::send_budget::Sending,
    limits::throttle::Limit,
    subaccount::Protection,
};

/// A value that a kind carries besides its name, stored as a number.
trait Told {
    fn told(number: Option<i64>) -> Self;
}

impl Told for i64 {
    fn told(number: Option<i64>) -> Self {
        number.unwrap_or_default()
    }
}

impl Told for Protection {
    fn told(number: Option<i64>) -> Self {
        number.and_then(Self::numbered).unwrap_or(Self::Off)
    }
}

macro_rules! matters {
    ($($(#[$about:meta])* $kind:ident$(($number:ty))?: $name:literal, $sending:expr;)+) => {
        /// What happened.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum NotificationKind {
            $($(#[$about])* $kind$(($number))?,)+
        }

        impl NotificationKind {
            /// All names in the database.
            #[cfg(test)]
            pub const NAMES: &[&str] = &[$($name),+];

            /// The name in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind { .. } => $name,)+
                }
            }

            /// The budget that it uses; `None` for what an owner must be notified of, which is never refused.
            #[must_use]
            pub const fn sending(self) -> Option<Sending> {
                match self {
                    $(Self::$kind { .. } => $sending,)+
                }
            }

            /// Parses [`Self::name`] and [`Self::number`]; `None` if they are invalid.
            #[must_use]
            pub fn stored(name: &str, number: Option<i64>) -> Option<Self> {
                match name {
                    $($name => Some(Self::$kind$((<$number>::told(number)))?),)+
                    _ => None,
                }
            }
        }
    };
}

matters! {
    /// A first second factor was confirmed.
    SecondFactorOn: "second_factor_on", None;
    /// The owner removed the second factor.
    SecondFactorOff: "second_factor_off", None;
    /// A second factor was replaced.
    SecondFactorReplaced: "second_factor_replaced", None;
    /// Another person removed the second factor.
    SecondFactorReset: "second_factor_reset", None;
    /// Another person made a second factor required.
    SecondFactorRequired: "second_factor_required", None;
    /// Another person made a second factor no longer required, and removed the existing one.
    SecondFactorNotRequired: "second_factor_not_required", None;
    /// A recovery code was used to sign in; this many are left.
    RecoveryCodeUsed(i64): "recovery_code_used", None;
    /// A new set of recovery codes replaced the old one.
    RecoveryCodesRegenerated: "recovery_codes_regenerated", None;
    /// Notifications go to another address; sent to both.
    EmailChanged: "email_changed", None;
    /// The previous address was restored; sent to the one that was replaced.
    EmailRestored: "email_restored", None;
    /// A code to a new address for the account.
    EmailCode: "email_code", Some(Sending::NewAddress);
    /// The phone number was changed or removed.
    PhoneChanged: "phone_changed", None;
    /// A first password was chosen with an invitation.
    FirstPassword: "first_password", None;
    /// A new password was set.
    PasswordSet: "password_set", None;
    /// A link to choose a new password, for an owner who forgot theirs.
    PasswordLink: "password_link", Some(Sending::MailedLink);
    /// No such link: codes also go by mail.
    PasswordLinkRefused: "password_link_refused", Some(Sending::MailedLink);
    /// No such link: the address is new since this time, in seconds since 1970.
    PasswordLinkWaits(i64): "password_link_waits", Some(Sending::MailedLink);
    /// A manager was shown a password link, to hand over.
    PasswordLinkShown: "password_link_shown", None;
    /// The owner changed the password.
    PasswordChanged: "password_changed", None;
    /// The operator created the account, with a password.
    AccountAdded: "account_added", None;
    /// The counters of wrong passwords and codes were cleared.
    AccountUnlocked: "account_unlocked", None;
    /// The account was disabled.
    AccountDisabled: "account_disabled", None;
    /// The account was enabled again.
    AccountEnabled: "account_enabled", None;
    /// The account was deleted.
    AccountDeleted: "account_deleted", None;
    /// A subaccount was deleted; sent to the main account.
    SubaccountDeleted: "subaccount_deleted", None;
    /// A main account's policy was changed.
    PolicyChanged: "policy_changed", None;
    /// The password was correct, and the codes after it were wrong.
    SecondStepFailed: "second_step_failed", None;
    /// The password was correct, and the second step was not completed.
    SecondStepLeft: "second_step_left", None;
    /// A link to choose a first password, for a new subaccount.
    Invitation: "invitation", Some(Sending::Invitation);
    /// A link to choose a new password, after the owner reported that it was not them.
    NewPasswordForced: "new_password_forced", None;
    /// The same without a link: codes also go by mail.
    NewPasswordWithoutLink: "new_password_without_link", None;
    /// A code for a sign-in.
    SignInCode: "sign_in_code", Some(Sending::MailedCode);
    /// The password was correct, but the address is not on the list: a link approves it.
    AddressRefused: "address_refused", Some(Sending::MailedLink);
    /// Sign-in is allowed from other addresses, or from everywhere.
    AllowListChanged: "allow_list_changed", None;
    /// Another person revoked approved addresses of the account.
    ApprovalRevoked: "approval_revoked", None;
    /// A manager asks for a second factor to be set up; the account has only this protection.
    SetUpReminder(Protection): "set_up_reminder", Some(Sending::Reminder);
    /// A second factor becomes mandatory at this time, in seconds since 1970.
    MandatorySoon(i64): "mandatory_soon", Some(Sending::Reminder);
}

impl NotificationKind {
    /// The remaining recovery codes, a time, or the protection of an account, if the kind carries one.
    #[must_use]
    pub const fn number(self) -> Option<i64> {
        match self {
            Self::RecoveryCodeUsed(number)
            | Self::MandatorySoon(number)
            | Self::PasswordLinkWaits(number) => Some(number),
            Self::SetUpReminder(protection) => Some(protection.number()),
            _ => None,
        }
    }

    /// Whether the person who caused it waits for it: a code, or the next step after an e-mailed link. A warning is
    /// not (the attack: someone who has the password chooses a language that its owner does not read), and anyone can
    /// ask for an e-mailed link.
    #[must_use]
    pub const fn is_awaited(self) -> bool {
        matches!(
            self,
            Self::SignInCode
                | Self::EmailCode
                | Self::NewPasswordForced
                | Self::NewPasswordWithoutLink
                | Self::EmailRestored
        )
    }

    /// Codes come first, then links, then notifications of events, then reminders.
    #[must_use]
    pub const fn rank(self) -> Rank {
        match (self, self.sending()) {
            (_, Some(Sending::MailedCode | Sending::NewAddress)) => Rank::Code,
            (Self::NewPasswordForced | Self::NewPasswordWithoutLink, _)
            | (_, Some(Sending::MailedLink | Sending::Invitation)) => Rank::Link,
            (_, Some(Sending::Reminder)) => Rank::Reminder,
            _ => Rank::Notification,
        }
    }
}

/// The order in which mails are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A code.
    Code,
    /// A link.
    Link,
    /// A notification of an event.
    Notification,
    /// A reminder.
    Reminder,
}

impl Rank {
    /// All ranks, in sending order.
    pub const ALL: [Self; 4] = [Self::Code, Self::Link, Self::Notification, Self::Reminder];

    /// The number in the database.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64
    }
}

/// Number of notifications of one kind sent immediately to an account's owner within an hour. Further ones are
/// combined in one mail at the end of the hour: none is lost, and nobody can flood a mailbox by repeating a
/// change. More than one, so that a change by a thief just after the same change by the owner is still reported
/// immediately.
pub const AT_ONCE: i64 = 3;

/// A notification to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// What happened.
    pub kind: NotificationKind,
    /// The recipient.
    pub recipient: Email,
    /// The recipient's language, if known.
    pub language: Option<Language>,
    /// The account's user name.
    pub username: Username,
    /// When it happened.
    pub happened_at: Timestamp,
    /// Where it was done from; `None` for the command line.
    pub address: Option<IpAddr>,
    /// Who did it, if it was done to another's account.
    pub by: Option<Username>,
    /// The number of further identical events combined in it.
    pub repeats: i64,
}

/// When a notification is sent, and when it is dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Not sent before this time.
    pub due_at: Timestamp,
    /// Not sent from this time on, because it no longer applies.
    pub useless_at: Option<Timestamp>,
    /// The key by which it can be withdrawn before it is due.
    pub belongs_to: Option<String>,
}

impl Schedule {
    /// Immediately, and retried as long as any notification.
    #[must_use]
    pub const fn at_once(now: Timestamp) -> Self {
        Self {
            due_at: now,
            useless_at: None,
            belongs_to: None,
        }
    }
}

/// Mails about second steps that were not completed, per account: one per hour, for the same reason as
/// [`WRONG_CODES`].
pub const STEPS_LEFT: Limit = WRONG_CODES;

/// Consecutive wrong codes after which the owner is notified.
pub const TOLD_AFTER_WRONG_CODES: i64 = 5;

/// Mails about wrong codes, per account: one per hour (the attack: someone who has the password floods the
/// owner's mailbox until they stop reading).
pub const WRONG_CODES: Limit = Limit {
    free: 1,
    first_wait: 3600,
    longest_wait: 3600,
    off_at: None,
    forgotten_after: Some(3600),
};

/// Wrong codes that the owner has not been notified of: only counted, without a wait.
pub const UNTOLD_CODES: Limit = Limit {
    free: i64::MAX,
    first_wait: 0,
    longest_wait: 0,
    off_at: None,
    forgotten_after: Some(7 * 24 * 3600),
};

/// Seconds from the start of this attempt, counted from 1, to the next.
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
        for kind in [
            NotificationKind::SecondFactorOn,
            NotificationKind::RecoveryCodeUsed(7),
            NotificationKind::MandatorySoon(1_800_000_000),
            NotificationKind::PasswordLinkWaits(1_800_000_000),
            NotificationKind::SecondStepFailed,
            NotificationKind::EmailCode,
        ] {
            assert_eq!(NotificationKind::stored(kind.name(), kind.number()), Some(kind));
        }
        assert_eq!(NotificationKind::stored("whatever", None), None);
    }
}
