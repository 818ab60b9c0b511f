//! Activity log entries: time, account, actor, address, event (ASVS 16.2.1).

use super::{account::AccountId, client::Client, clock::Timestamp, named::named};

/// The kind of an event, for filtering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Sign-in and sign-out.
    SignIn,
    /// A refusal.
    Failure,
    /// A change.
    Change,
    /// A code that was sent or not sent.
    Code,
}

macro_rules! events {
    ($($(#[$meta:meta])* $event:ident: $name:literal, $kind:ident;)+) => {
        named! {
            /// An event that an account's owner or an auditor may ask about.
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
    /// An account was created.
    AccountCreated: "account_created", Change;
    /// A sign-in was completed.
    SignedIn: "signed_in", SignIn;
    /// A session was ended by its owner.
    SignedOut: "signed_out", SignIn;
    /// A session was ended from another one, or by a manager.
    SessionEnded: "session_ended", SignIn;
    /// All other sessions were ended from one of them, or all sessions by a manager.
    SessionsEnded: "sessions_ended", SignIn;
    /// A sign-in with a wrong password, or to an unknown or disabled account.
    PasswordRefused: "password_refused", Failure;
    /// The password was correct and a second factor was asked for.
    SecondFactorAsked: "second_factor_asked", SignIn;
    /// The password was correct, and the required second factor had to be set up.
    EnrolmentAsked: "enrolment_asked", SignIn;
    /// The password was correct, but the code for the second step could not be sent.
    SecondFactorUnreachable: "second_factor_unreachable", Failure;
    /// A sign-in was completed with a recovery code.
    RecoveryCodeUsed: "recovery_code_used", SignIn;
    /// A wrong or already used recovery code.
    RecoveryCodeRefused: "recovery_code_refused", Failure;
    /// A new set of recovery codes replaced the old one.
    RecoveryCodesRegenerated: "recovery_codes_regenerated", Change;
    /// A wrong code.
    CodeRefused: "code_refused", Failure;
    /// A correct code that had already been used.
    CodeReplayed: "code_replayed", Failure;
    /// Too many consecutive wrong codes switched codes off.
    CodesSwitchedOff: "codes_switched_off", Failure;
    /// A code was sent to a phone.
    CodeSent: "code_sent", Code;
    /// A code was requested and not sent: a limit, or the provider did not accept it.
    CodeNotSent: "code_not_sent", Code;
    /// A wrong code was entered instead of a sent one.
    SentCodeRefused: "sent_code_refused", Failure;
    /// The phone number was changed.
    PhoneChanged: "phone_changed", Change;
    /// The password was correct, but the address is not on the list.
    AddressRefused: "address_refused", Failure;
    /// An address was approved by a mailed link.
    AddressApproved: "address_approved", SignIn;
    /// One approved address, or all of an account's, was revoked.
    ApprovalRevoked: "approval_revoked", Change;
    /// All approvals for a main account's list were revoked.
    ApprovalsRevoked: "approvals_revoked", Change;
    /// The list of allowed addresses was changed.
    AllowListChanged: "allow_list_changed", Change;
    /// The main account's policy was changed.
    PolicyChanged: "policy_changed", Change;
    /// The owner reported that another person used the password.
    AlarmRaised: "alarm_raised", Failure;
    /// A password was confirmed inside a session.
    Reauthenticated: "reauthenticated", SignIn;
    /// A wrong password was entered inside a session.
    ReauthenticationRefused: "reauthentication_refused", Failure;
    /// A first second factor was confirmed.
    AuthenticatorEnabled: "authenticator_enabled", Change;
    /// A second factor was replaced.
    AuthenticatorReplaced: "authenticator_replaced", Change;
    /// The owner removed the second factor.
    AuthenticatorDisabled: "authenticator_disabled", Change;
    /// Another person removed the second factor.
    AuthenticatorReset: "authenticator_reset", Change;
    /// A second factor was made required.
    SecondFactorRequired: "second_factor_required", Change;
    /// A second factor is no longer required, and the existing one was removed.
    SecondFactorNotRequired: "second_factor_not_required", Change;
    /// A reminder to set up a second factor was mailed.
    ReminderSent: "reminder_sent", Code;
    /// A password link was mailed.
    PasswordLinkSent: "password_link_sent", Code;
    /// A password link was shown to a manager.
    PasswordLinkShown: "password_link_shown", Change;
    /// A new password was chosen with a link.
    PasswordChosen: "password_chosen", Change;
    /// The owner changed the language of pages and messages.
    LanguageChanged: "language_changed", Change;
    /// The owner changed the password.
    PasswordChanged: "password_changed", Change;
    /// A new password was set.
    PasswordSet: "password_set", Change;
    /// The e-mail address was changed.
    EmailChanged: "email_changed", Change;
    /// The previous e-mail address was restored, from its mailbox, and the password was invalidated.
    EmailRestored: "email_restored", Failure;
    /// The account was disabled.
    AccountDisabled: "account_disabled", Change;
    /// The account was enabled again.
    AccountEnabled: "account_enabled", Change;
    /// The counters of wrong passwords and codes were cleared.
    AccountUnlocked: "account_unlocked", Change;
    /// A subaccount was deleted.
    AccountDeleted: "account_deleted", Change;
    /// An invitation was replaced by a new one.
    InvitationRenewed: "invitation_renewed", Change;
    /// A first password was chosen with an invitation.
    InvitationAccepted: "invitation_accepted", SignIn;
}

impl Event {
    /// Parses [`Self::name`].
    #[must_use]
    pub fn stored(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|event| event.name() == name)
    }
}

/// Who performed an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// An unauthenticated client.
    Visitor(Client),
    /// An authenticated account, and its client.
    Account(AccountId, Client),
    /// The operator, on the command line.
    Operator,
}

/// The finding of a reset of an account without an authenticator: its counter of codes was cleared, and its
/// sessions ended.
pub const NO_AUTHENTICATOR: &str = "no_authenticator";

impl Event {
    /// Whether the accompanying text is a finding, such as an address, and not a typed reason.
    #[must_use]
    pub const fn has_findings(self) -> bool {
        matches!(self, Self::ApprovalRevoked | Self::ApprovalsRevoked)
    }
}

impl Actor {
    /// The client; `None` for the command line.
    #[must_use]
    pub const fn client(&self) -> Option<Client> {
        match self {
            Self::Visitor(client) | Self::Account(_, client) => Some(*client),
            Self::Operator => None,
        }
    }
}

/// One event.
#[derive(Debug, Clone)]
pub struct SecurityEvent {
    /// When.
    pub at: Timestamp,
    /// The account concerned; `None` for an unknown user name. The typed name is never recorded: sometimes it
    /// is a password.
    pub account: Option<AccountId>,
    /// Who did it.
    pub actor: Actor,
    /// What happened.
    pub event: Event,
    /// The reason, as typed by the person who did it to another's account.
    pub reason: Option<String>,
}

/// An activity log entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its position in its chain, from 1 without gaps.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// The account concerned.
    pub account: Option<String>,
    /// That account's user name at the time, for when it is deleted.
    pub username: Option<String>,
    /// `visitor`, `operator` or an account's id.
    pub actor: String,
    /// The actor's user name at the time.
    pub actor_name: Option<String>,
    /// The client's address.
    pub address: Option<String>,
    /// The client's browser.
    pub browser: Option<String>,
    /// The event's name.
    pub event: String,
    /// The reason, if one was required.
    pub reason: Option<String>,
    /// Whether it is a management event: see [`SecurityEvent::is_management`].
    pub management: bool,
}

/// User names at the time of an event.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of the account concerned.
    pub account: Option<String>,
    /// Of the account that did it.
    pub actor: Option<String>,
}

impl SecurityEvent {
    /// Whether it was done to another's account, or to all accounts of a main account: the events of its
    /// managers, itself and the operator that a main account can see.
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

    /// The entry to store at that position.
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
