//! What the owner of an account is told by e-mail, and how long its delivery is tried.
//!
//! A notification waits in the database until it is delivered. It holds facts, and where it tells
//! its recipient a code or a link, that is sealed while it waits and gone with it.

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

/// What a matter carries beside its name, kept as a number.
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

            /// What it draws on; none for what its owner has to hear of, which is never refused.
            #[must_use]
            pub const fn sending(self) -> Option<Sending> {
                match self {
                    $(Self::$kind { .. } => $sending,)+
                }
            }

            /// Reads back [`Self::name`] and [`Self::number`]; none for what is neither.
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
    /// A second factor was confirmed where there was none.
    SecondFactorOn: "second_factor_on", None;
    /// The owner removed the second factor.
    SecondFactorOff: "second_factor_off", None;
    /// A second factor took the place of another.
    SecondFactorReplaced: "second_factor_replaced", None;
    /// Somebody else removed the second factor.
    SecondFactorReset: "second_factor_reset", None;
    /// Somebody else requires a second factor from now on.
    SecondFactorRequired: "second_factor_required", None;
    /// Somebody else requires none any more, and removed what there was of one.
    SecondFactorNotRequired: "second_factor_not_required", None;
    /// A recovery code signed in; so many are left.
    RecoveryCodeUsed(i64): "recovery_code_used", None;
    /// A new set of recovery codes voids the old one.
    RecoveryCodesRegenerated: "recovery_codes_regenerated", None;
    /// Notices go to another address; told to both.
    EmailChanged: "email_changed", None;
    /// The address before was put back; told to the one that was replaced.
    EmailRestored: "email_restored", None;
    /// A code to an address that is to be the account's.
    EmailCode: "email_code", Some(Sending::NewAddress);
    /// Codes go to another phone, or to none.
    PhoneChanged: "phone_changed", None;
    /// A first password was chosen by an invitation.
    FirstPassword: "first_password", None;
    /// A new password was set.
    PasswordSet: "password_set", None;
    /// A link to another password, for somebody who forgot theirs.
    PasswordLink: "password_link", Some(Sending::MailedLink);
    /// No such link: codes come by mail too.
    PasswordLinkRefused: "password_link_refused", Some(Sending::MailedLink);
    /// No such link: the address is new since this moment, in seconds since 1970.
    PasswordLinkWaits(i64): "password_link_waits", Some(Sending::MailedLink);
    /// A manager was shown a link to another password, to hand it over.
    PasswordLinkShown: "password_link_shown", None;
    /// The owner put another password in the place of the old one.
    PasswordChanged: "password_changed", None;
    /// The operator made the account, with a password.
    AccountAdded: "account_added", None;
    /// Wrong passwords and codes were forgotten, so that its owner need not wait.
    AccountUnlocked: "account_unlocked", None;
    /// The account was disabled.
    AccountDisabled: "account_disabled", None;
    /// The account was enabled again.
    AccountEnabled: "account_enabled", None;
    /// The account was deleted.
    AccountDeleted: "account_deleted", None;
    /// A subaccount was deleted; told to the main account.
    SubaccountDeleted: "subaccount_deleted", None;
    /// What a main account demands of its accounts was changed.
    PolicyChanged: "policy_changed", None;
    /// The password was right, and the codes after it were wrong.
    SecondStepFailed: "second_step_failed", None;
    /// The password was right, and nobody went on from there.
    SecondStepLeft: "second_step_left", None;
    /// A link to a first password, for somebody who was added.
    Invitation: "invitation", Some(Sending::Invitation);
    /// A link to another password, after the owner said that it was not them.
    NewPasswordForced: "new_password_forced", None;
    /// The same, and no link: codes come by mail too.
    NewPasswordWithoutLink: "new_password_without_link", None;
    /// A code for a sign-in.
    SignInCode: "sign_in_code", Some(Sending::MailedCode);
    /// The password was right, and the address not on the list: a link approves it.
    AddressRefused: "address_refused", Some(Sending::MailedLink);
    /// Signing in is possible from other addresses, or from everywhere.
    AllowListChanged: "allow_list_changed", None;
    /// Somebody else revoked addresses that were approved for the account.
    ApprovalRevoked: "approval_revoked", None;
    /// A manager asks for a second factor to be set up where there is no more than this.
    SetUpReminder(Protection): "set_up_reminder", Some(Sending::Reminder);
    /// A second factor becomes mandatory at this moment, in seconds since 1970.
    MandatorySoon(i64): "mandatory_soon", Some(Sending::Reminder);
}

impl NotificationKind {
    /// Recovery codes left, a moment, or what protects an account, where that is told.
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

    /// Whoever waits for a code comes first, then who waits for a link, then who is told of
    /// something, and then who is reminded.
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

/// In which order mails leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A code.
    Code,
    /// A link.
    Link,
    /// What happened.
    Notification,
    /// A reminder.
    Reminder,
}

impl Rank {
    /// All there are, the first to leave first.
    pub const ALL: [Self; 4] = [Self::Code, Self::Link, Self::Notification, Self::Reminder];

    /// The number in the database.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64
    }
}

/// This many notifications of one kind go to an account's owner at once within an hour. What follows is
/// told in one mail at the end of the hour: none is lost, and nobody fills a mailbox by doing and
/// undoing something. More than one, so that a thief who does what the owner did just before is told
/// at once.
pub const AT_ONCE: i64 = 3;

/// A notification to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// What happened.
    pub kind: NotificationKind,
    /// Whom it is sent to.
    pub recipient: Email,
    /// What they read, as far as that is known.
    pub language: Option<Language>,
    /// To which account.
    pub username: Username,
    /// When.
    pub happened_at: Timestamp,
    /// From where; none for the command line.
    pub address: Option<IpAddr>,
    /// Who did it, where it was done to another's account.
    pub by: Option<Username>,
    /// How many more of the same are told with it.
    pub repeats: i64,
}

/// How long a notification waits, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// It is not sent before this.
    pub due_at: Timestamp,
    /// It is not sent from then on: what it tells is over.
    pub useless_at: Option<Timestamp>,
    /// What it is taken back with, before it is due.
    pub belongs_to: Option<String>,
}

impl Schedule {
    /// At once, and for as long as any notification is tried.
    #[must_use]
    pub const fn at_once(now: Timestamp) -> Self {
        Self {
            due_at: now,
            useless_at: None,
            belongs_to: None,
        }
    }
}

/// Mails on second steps that were left, per account: one an hour, for the same reason as
/// [`WRONG_CODES`].
pub const STEPS_LEFT: Limit = WRONG_CODES;

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

/// Wrong codes that the owner was not told of: they are counted, and nobody waits for them.
pub const UNTOLD_CODES: Limit = Limit {
    free: i64::MAX,
    first_wait: 0,
    longest_wait: 0,
    off_at: None,
    forgotten_after: Some(7 * 24 * 3600),
};

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
