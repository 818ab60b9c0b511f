//! What the activity log records: time, account, actor, address, event (ASVS 16.2.1).

use super::{account::AccountId, client::Client, clock::Timestamp, named::named};

/// What kind of event it is, for whoever looks for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Coming in and going out.
    SignIn,
    /// What was refused.
    Failure,
    /// What is different since.
    Change,
    /// Codes that were sent, or were not.
    Code,
}

macro_rules! events {
    ($($(#[$meta:meta])* $event:ident: $name:literal, $kind:ident;)+) => {
        named! {
            /// Something that an account's owner or an auditor may ask about one day.
            pub enum Event {
                $($(#[$meta])* $event = $name,)+
            }
        }

        impl Event {
            /// What kind it is.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$event => Kind::$kind,)+
                }
            }
        }
    };
}

events! {
    /// An account was made.
    AccountCreated: "account_created", Change;
    /// A sign-in was complete.
    SignedIn: "signed_in", SignIn;
    /// A session was ended by its owner.
    SignedOut: "signed_out", SignIn;
    /// A session was ended from another one, or by a manager.
    SessionEnded: "session_ended", SignIn;
    /// All sessions but one were ended from that one, or all of them by a manager.
    SessionsEnded: "sessions_ended", SignIn;
    /// A sign-in had the wrong password, an unknown or a disabled account.
    PasswordRefused: "password_refused", Failure;
    /// The password was right and a second factor was asked for.
    SecondFactorAsked: "second_factor_asked", SignIn;
    /// The password was right, and the second factor that is required was still to be set up.
    EnrolmentAsked: "enrolment_asked", SignIn;
    /// The password was right, and what the second step needs could not be sent.
    SecondFactorUnreachable: "second_factor_unreachable", Failure;
    /// A sign-in was completed with a recovery code.
    RecoveryCodeUsed: "recovery_code_used", SignIn;
    /// A wrong recovery code, or one that had been used.
    RecoveryCodeRefused: "recovery_code_refused", Failure;
    /// A new set of recovery codes, which voids the old one.
    RecoveryCodesRegenerated: "recovery_codes_regenerated", Change;
    /// A wrong code.
    CodeRefused: "code_refused", Failure;
    /// A right code that had been used.
    CodeReplayed: "code_replayed", Failure;
    /// Too many wrong codes in a row switched codes off.
    CodesSwitchedOff: "codes_switched_off", Failure;
    /// A code was sent to a phone.
    CodeSent: "code_sent", Code;
    /// A code was asked for and not sent: a limit, or nobody who took it.
    CodeNotSent: "code_not_sent", Code;
    /// A wrong code in the place of one that was sent.
    SentCodeRefused: "sent_code_refused", Failure;
    /// The phone number was changed.
    PhoneChanged: "phone_changed", Change;
    /// The password was right, and the address not on the list.
    AddressRefused: "address_refused", Failure;
    /// An address was approved by a mailed link.
    AddressApproved: "address_approved", SignIn;
    /// An address that was approved is approved no longer, or all of an account's.
    ApprovalRevoked: "approval_revoked", Change;
    /// All approvals that pass a main account's list were revoked.
    ApprovalsRevoked: "approvals_revoked", Change;
    /// The list of addresses was changed.
    AllowListChanged: "allow_list_changed", Change;
    /// What the main account demands was changed.
    PolicyChanged: "policy_changed", Change;
    /// The owner said that somebody else used the password.
    AlarmRaised: "alarm_raised", Failure;
    /// A password was confirmed inside a session.
    Reauthenticated: "reauthenticated", SignIn;
    /// A wrong password was given inside a session.
    ReauthenticationRefused: "reauthentication_refused", Failure;
    /// A second factor was confirmed where there was none.
    AuthenticatorEnabled: "authenticator_enabled", Change;
    /// A second factor took the place of another.
    AuthenticatorReplaced: "authenticator_replaced", Change;
    /// The owner removed the second factor.
    AuthenticatorDisabled: "authenticator_disabled", Change;
    /// Somebody else removed the second factor.
    AuthenticatorReset: "authenticator_reset", Change;
    /// A second factor is required from now on.
    SecondFactorRequired: "second_factor_required", Change;
    /// A second factor is no longer required, and what there was of it is removed.
    SecondFactorNotRequired: "second_factor_not_required", Change;
    /// A reminder to set up a second factor was mailed.
    ReminderSent: "reminder_sent", Code;
    /// A link to choose another password was mailed.
    PasswordLinkSent: "password_link_sent", Code;
    /// A link to choose another password was shown to a manager.
    PasswordLinkShown: "password_link_shown", Change;
    /// Another password was chosen by a link.
    PasswordChosen: "password_chosen", Change;
    /// The owner chose another language for pages and messages.
    LanguageChanged: "language_changed", Change;
    /// The owner put another password in the place of the old one.
    PasswordChanged: "password_changed", Change;
    /// A new password was set.
    PasswordSet: "password_set", Change;
    /// The e-mail address was changed.
    EmailChanged: "email_changed", Change;
    /// The e-mail address before was put back, from its mailbox, and the password was taken away.
    EmailRestored: "email_restored", Failure;
    /// The account was disabled.
    AccountDisabled: "account_disabled", Change;
    /// The account was enabled again.
    AccountEnabled: "account_enabled", Change;
    /// Wrong passwords and codes were forgotten.
    AccountUnlocked: "account_unlocked", Change;
    /// A subaccount was deleted.
    AccountDeleted: "account_deleted", Change;
    /// An invitation took the place of an earlier one.
    InvitationRenewed: "invitation_renewed", Change;
    /// An invitation was used to choose the first password.
    InvitationAccepted: "invitation_accepted", SignIn;
}

impl Event {
    /// Reads back [`Self::name`].
    #[must_use]
    pub fn stored(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|event| event.name() == name)
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not proven who they are, from there.
    Visitor(Client),
    /// An account that has proven who it is, from there.
    Account(AccountId, Client),
    /// Whoever runs the program, at its command line.
    Operator,
}

/// What a reset of an account found that had no authenticator: its codes count again, and its sessions ended.
pub const NO_AUTHENTICATOR: &str = "no_authenticator";

impl Event {
    /// Whether what goes with it was found there, such as an address, and not written by somebody as a reason.
    #[must_use]
    pub const fn has_findings(self) -> bool {
        matches!(self, Self::ApprovalRevoked | Self::ApprovalsRevoked)
    }
}

impl Actor {
    /// From where; none for the command line.
    #[must_use]
    pub const fn client(&self) -> Option<Client> {
        match self {
            Self::Visitor(client) | Self::Account(_, client) => Some(*client),
            Self::Operator => None,
        }
    }
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

/// An entry as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in its chain, from 1 on without a gap.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// Whom it concerns.
    pub account: Option<String>,
    /// The name that account had, for the day when it is deleted.
    pub username: Option<String>,
    /// `visitor`, `operator` or an account's id.
    pub actor: String,
    /// The name that account had.
    pub actor_name: Option<String>,
    /// Where from.
    pub address: Option<String>,
    /// With what.
    pub browser: Option<String>,
    /// The event's name.
    pub event: String,
    /// Why, where somebody had to say.
    pub reason: Option<String>,
    /// Whether it is management: see [`SecurityEvent::is_management`].
    pub management: bool,
}

/// User names at the time of an event.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of the account that it concerns.
    pub account: Option<String>,
    /// Of the account that did it.
    pub actor: Option<String>,
}

impl SecurityEvent {
    /// Whether somebody did it to another's account, or to all accounts of a main account: what
    /// a main account is shown of its managers, of itself and of the operator.
    #[must_use]
    pub fn is_management(&self) -> bool {
        match &self.actor {
            Actor::Visitor(_) => false,
            Actor::Operator => self.account.is_some(),
            Actor::Account(actor, _) => {
                let for_everybody = matches!(self.event, Event::PolicyChanged | Event::ApprovalsRevoked);
                self.account.as_ref() != Some(actor) || for_everybody
            }
        }
    }

    /// The account that did it.
    #[must_use]
    pub const fn actor_account(&self) -> Option<&AccountId> {
        match &self.actor {
            Actor::Account(id, _) => Some(id),
            Actor::Visitor(_) | Actor::Operator => None,
        }
    }

    /// The entry as it is written down in that place.
    #[must_use]
    pub fn written(&self, sequence: i64, names: Names) -> Entry {
        let (actor, client) = match &self.actor {
            Actor::Visitor(client) => ("visitor", Some(client)),
            Actor::Account(id, client) => (id.0.as_str(), Some(client)),
            Actor::Operator => ("operator", None),
        };
        Entry {
            sequence,
            at: self.at,
            account: self.account.as_ref().map(|id| id.0.clone()),
            username: names.account,
            actor: actor.to_owned(),
            actor_name: names.actor,
            address: client.map(|client| client.address.to_string()),
            browser: client.map(|client| client.browser.to_string()),
            event: self.event.name().to_owned(),
            reason: self.reason.clone(),
            management: self.is_management(),
        }
    }
}
