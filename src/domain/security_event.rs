//! What the activity log records: time, account, actor, address, event (ASVS 16.2.1).

use std::net::IpAddr;

use super::{account::AccountId, clock::Timestamp};

/// Something that an account's owner or an auditor may ask about one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// An account was made.
    AccountCreated,
    /// A sign-in was complete.
    SignedIn,
    /// A session was ended by its owner.
    SignedOut,
    /// A sign-in had the wrong password, an unknown or a disabled account.
    PasswordRefused,
    /// The password was right and a second factor was asked for.
    SecondFactorAsked,
    /// The password was right, and the second factor that is required was still to be set up.
    EnrolmentAsked,
    /// A sign-in was completed with a recovery code.
    RecoveryCodeUsed,
    /// A wrong recovery code, or one that had been used.
    RecoveryCodeRefused,
    /// A new set of recovery codes, which voids the old one.
    RecoveryCodesRegenerated,
    /// A wrong code.
    CodeRefused,
    /// A right code that had been used.
    CodeReplayed,
    /// Too many wrong codes in a row switched codes off.
    CodesSwitchedOff,
    /// A code was sent to a phone.
    CodeSent,
    /// A code was asked for and not sent: a limit, or nobody who took it.
    CodeNotSent,
    /// A wrong code in the place of one that was sent.
    SentCodeRefused,
    /// The phone number was changed.
    PhoneChanged,
    /// The password was right, and the address not on the list.
    AddressRefused,
    /// An address was approved by a mailed link.
    AddressApproved,
    /// The list of addresses was changed.
    AllowListChanged,
    /// What the main account demands was changed.
    PolicyChanged,
    /// The owner said that somebody else used the password.
    AlarmRaised,
    /// A password was confirmed inside a session.
    Reauthenticated,
    /// A wrong password was given inside a session.
    ReauthenticationRefused,
    /// A second factor was confirmed where there was none.
    AuthenticatorEnabled,
    /// A second factor took the place of another.
    AuthenticatorReplaced,
    /// The owner removed the second factor.
    AuthenticatorDisabled,
    /// Somebody else removed the second factor.
    AuthenticatorReset,
    /// A second factor is required from now on.
    SecondFactorRequired,
    /// A second factor is no longer required, and what there was of it is removed.
    SecondFactorNotRequired,
    /// A new password was set.
    PasswordSet,
    /// The e-mail address was changed.
    EmailChanged,
    /// The account was disabled.
    AccountDisabled,
    /// The account was enabled again.
    AccountEnabled,
    /// Wrong passwords and codes were forgotten.
    AccountUnlocked,
    /// A subaccount was deleted.
    AccountDeleted,
    /// An invitation took the place of an earlier one.
    InvitationRenewed,
    /// An invitation was used to choose the first password.
    InvitationAccepted,
}

impl Event {
    /// The name in the database and in exports; never changed once released.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccountCreated => "account_created",
            Self::SignedIn => "signed_in",
            Self::SignedOut => "signed_out",
            Self::PasswordRefused => "password_refused",
            Self::SecondFactorAsked => "second_factor_asked",
            Self::EnrolmentAsked => "enrolment_asked",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::RecoveryCodeRefused => "recovery_code_refused",
            Self::RecoveryCodesRegenerated => "recovery_codes_regenerated",
            Self::CodeRefused => "code_refused",
            Self::CodeReplayed => "code_replayed",
            Self::CodesSwitchedOff => "codes_switched_off",
            Self::CodeSent => "code_sent",
            Self::CodeNotSent => "code_not_sent",
            Self::SentCodeRefused => "sent_code_refused",
            Self::PhoneChanged => "phone_changed",
            Self::AddressRefused => "address_refused",
            Self::AddressApproved => "address_approved",
            Self::AllowListChanged => "allow_list_changed",
            Self::PolicyChanged => "policy_changed",
            Self::AlarmRaised => "alarm_raised",
            Self::Reauthenticated => "reauthenticated",
            Self::ReauthenticationRefused => "reauthentication_refused",
            Self::AuthenticatorEnabled => "authenticator_enabled",
            Self::AuthenticatorReplaced => "authenticator_replaced",
            Self::AuthenticatorDisabled => "authenticator_disabled",
            Self::AuthenticatorReset => "authenticator_reset",
            Self::SecondFactorRequired => "second_factor_required",
            Self::SecondFactorNotRequired => "second_factor_not_required",
            Self::PasswordSet => "password_set",
            Self::EmailChanged => "email_changed",
            Self::AccountDisabled => "account_disabled",
            Self::AccountEnabled => "account_enabled",
            Self::AccountUnlocked => "account_unlocked",
            Self::AccountDeleted => "account_deleted",
            Self::InvitationRenewed => "invitation_renewed",
            Self::InvitationAccepted => "invitation_accepted",
        }
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not proven who they are, from this address.
    Visitor(IpAddr),
    /// An account that has proven who it is, from this address.
    Account(AccountId, IpAddr),
    /// Whoever runs the program, at its command line.
    Operator,
}

/// One entry.
#[derive(Debug, Clone)]
pub struct SecurityEvent {
    /// When.
    pub at: Timestamp,
    /// Whom it concerns; none for a user name that no account has. What was typed there is
    /// never recorded: now and then it is a password.
    pub account: Option<AccountId>,
    /// Who did it.
    pub actor: Actor,
    /// What.
    pub event: Event,
    /// Why, in the words of whoever did it to another's account.
    pub reason: Option<String>,
}
