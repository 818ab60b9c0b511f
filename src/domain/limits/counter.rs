//! All counters: what each counts, for whom, and under which limit. A name cannot be combined with the wrong
//! limit.
//!
//! The three groups differ in how they are used. [`Attempts`] make people wait, and are cleared by a correct
//! password or code; [`Sends`] limit what may be mailed or dialled; [`Counter::Codes`] protects a second
//! factor, and ends in codes being switched off.

use std::net::IpAddr;

use super::{
    send_budget,
    throttle::{self, Limit},
};
use crate::domain::{
    account::{Account, AccountId, Email, UsernameKey},
    change::{Change, SteppedUp},
    clock::Timestamp,
    known_browser::KnownBrowser,
    named::named,
    notification,
    proof::SecondFactorProof,
    sealed::PurposeKey,
    sign_in::ForeignProof,
    subaccount::{Justification, Managed},
};

/// A counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counter {
    /// Guesses at one-time passwords and sent codes of an account, over all its sessions.
    Codes(AccountId),
    /// Other guesses and requests.
    Attempts(Attempts),
    /// Sent messages.
    Sends(Sends),
}

/// Guesses and requests that only cause a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempts {
    /// Passwords for a user name at the sign-in page, whether or not the account exists.
    PasswordByName(UsernameKey),
    /// Passwords from an address at the sign-in page; for IPv6 from its /64.
    PasswordByAddress(IpAddr),
    /// Passwords from an IPv6 /56, which is one customer, within a clock hour.
    PasswordBySite(IpAddr, i64),
    /// Passwords from an IPv6 /48, which is a whole company, within a clock hour.
    PasswordByCompany(IpAddr, i64),
    /// Passwords for an account from a browser in which it signed in before.
    PasswordByBrowser(KnownBrowser),
    /// Passwords for an account from all browsers in which it signed in before.
    PasswordByBrowsers(AccountId),
    /// Passwords of an account that are confirmed inside a session.
    PasswordInside(AccountId),
    /// Passwords chosen for an account, each of which is judged.
    PasswordChoice(AccountId),
    /// Recovery codes of an account.
    RecoveryCode(AccountId),
    /// Set-up codes of an account. Separate from the counter of six-digit codes: a set-up code is too long to
    /// guess, so wrong ones switch nothing off.
    SetUpCode(AccountId),
    /// Codes that verify a new phone number of an account.
    NumberCode(AccountId),
    /// Codes that verify a new e-mail address of an account. Separate from the counter of phone codes: a
    /// correct code for one clears nothing for the other.
    EmailCode(AccountId),
    /// Requests from a network for a password link.
    PasswordLink(IpAddr),
    /// The same from an IPv6 /56, within a clock hour.
    PasswordLinkBySite(IpAddr, i64),
    /// The same from an IPv6 /48.
    PasswordLinkByCompany(IpAddr, i64),
}

/// Sent messages, so that nobody's mailbox or phone is flooded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sends {
    /// Codes to one number or e-mail address of an account.
    Code(AccountId, String),
    /// Mails about a second step that was not completed.
    SecondStepLeft(AccountId),
    /// Mails about wrong codes.
    WrongCodes(AccountId),
    /// Wrong codes that the owner has not been notified of yet. No correct code clears them (the attack: a few
    /// guesses after each of the owner's sign-ins never trigger a mail).
    UntoldCodes(AccountId),
    /// Activity log entries about unknown user names, from a network.
    UnknownNames(IpAddr),
    /// Mails to approve a network for an account.
    ApprovalOfAddress(AccountId, IpAddr),
    /// Mails to approve any network for an account.
    Approval(AccountId),
    /// Mails with a password link.
    PasswordLink(AccountId),
}

impl Attempts {
    /// The network counters that a password at the sign-in page is charged to, the narrowest first, so that an
    /// attempt that has to wait does not use up the attempts of its neighbours (the attack: 65,536 networks of
    /// one attacker, each with its own guesses).
    #[must_use]
    pub fn by_network(address: IpAddr, now: Timestamp) -> Vec<Self> {
        let wider = [Self::PasswordBySite, Self::PasswordByCompany];
        Self::from_within(Self::PasswordByAddress(address), wider, address, now)
    }

    /// The same for a request for a password link.
    #[must_use]
    pub fn links_by_network(address: IpAddr, now: Timestamp) -> Vec<Self> {
        let wider = [Self::PasswordLinkBySite, Self::PasswordLinkByCompany];
        Self::from_within(Self::PasswordLink(address), wider, address, now)
    }

    fn from_within(
        narrowest: Self,
        wider: [fn(IpAddr, i64) -> Self; 2],
        address: IpAddr,
        now: Timestamp,
    ) -> Vec<Self> {
        let hour = now.0.div_euclid(3600);
        let wider = wider.into_iter().filter(|_| address.is_ipv6());
        std::iter::once(narrowest)
            .chain(wider.map(|wider| wider(address, hour)))
            .collect()
    }

    /// Whether it counts attempts by network, for any account. A correct password takes back only its own
    /// charge there (the attack: an attacker signs in to their own account between two guesses).
    #[must_use]
    pub const fn is_of_network(&self) -> bool {
        matches!(
            self,
            Self::PasswordByAddress(_)
                | Self::PasswordBySite(..)
                | Self::PasswordByCompany(..)
                | Self::PasswordLink(_)
                | Self::PasswordLinkBySite(..)
                | Self::PasswordLinkByCompany(..)
        )
    }

    /// Passwords tried with either name of an account: its user name or its e-mail address.
    #[must_use]
    pub fn by_name(account: &Account) -> [Self; 2] {
        [
            Self::PasswordByName(account.username.key()),
            Self::PasswordByName(UsernameKey::of(account.email.as_str())),
        ]
    }

    /// The counters that make an account wait for its password, a recovery code or a set-up code. None of these
    /// can be guessed in practice, so a manager may clear them.
    #[must_use]
    pub fn at_sign_in(account: &Account) -> [Self; 5] {
        let id = || account.id.clone();
        let [name, address] = Self::by_name(account);
        [
            name,
            address,
            Self::PasswordInside(id()),
            Self::RecoveryCode(id()),
            Self::SetUpCode(id()),
        ]
    }

    /// All counters that make an account wait.
    #[must_use]
    pub fn of(account: &Account) -> [Self; 7] {
        let [name, address, inside, recovery, set_up] = Self::at_sign_in(account);
        let id = || account.id.clone();
        [
            name,
            address,
            inside,
            recovery,
            set_up,
            Self::NumberCode(id()),
            Self::EmailCode(id()),
        ]
    }
}

/// Permission to clear the counter of codes of one account: evidence at least as strong as the factor that the
/// codes belong to (the attack: a manager with only a password guesses at a subaccount's codes, clicks "Unlock"
/// and continues).
#[derive(Debug)]
pub struct CodesCleared(AccountId);

impl CodesCleared {
    /// A code of the account was correct.
    #[must_use]
    pub fn proven(proof: &SecondFactorProof) -> Self {
        Self(proof.account().clone())
    }

    /// The second factor is removed, with one of its codes typed with the change, or a recent recovery code. No
    /// other change proves as much.
    ///
    /// # Errors
    /// [`ForeignProof`] if it permits another change.
    pub fn switching_off(leave: &SteppedUp) -> Result<Self, ForeignProof> {
        let is_for_that = leave.change() == Change::SecondFactorOff;
        is_for_that
            .then(|| Self(leave.account().clone()))
            .ok_or(ForeignProof)
    }

    /// A manager verified their own second factor and gave a reason.
    #[must_use]
    pub fn justified(managed: &Managed, _: &Justification) -> Self {
        Self(managed.account().id.clone())
    }

    /// The operator decides so on the server's command line.
    #[must_use]
    pub fn by_operator(account: &AccountId) -> Self {
        Self(account.clone())
    }

    /// The account that the counter belongs to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.0
    }

    /// The counter that may be cleared.
    #[must_use]
    pub fn into_counter(self) -> Counter {
        Counter::Codes(self.0)
    }
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident: $name:literal, $limit:expr;)+) => {
        named! {
            /// What a counter counts.
            pub enum Kind {
                $($(#[$meta])* $kind = $name,)+
            }
        }

        impl Kind {
            /// The limit that applies to it.
            #[must_use]
            pub const fn limit(self) -> &'static Limit {
                match self {
                    $(Self::$kind => &$limit,)+
                }
            }
        }
    };
}

kinds! {
    /// [`Counter::Codes`].
    Codes: "codes", throttle::CODE;
    /// [`Attempts::PasswordByName`].
    PasswordByName: "password_by_name", throttle::PASSWORD_BY_NAME;
    /// [`Attempts::PasswordByAddress`].
    PasswordByAddress: "password_by_address", throttle::PASSWORD_BY_ADDRESS;
    /// [`Attempts::PasswordBySite`].
    PasswordBySite: "password_by_site", throttle::PASSWORD_BY_SITE;
    /// [`Attempts::PasswordByCompany`].
    PasswordByCompany: "password_by_company", throttle::PASSWORD_BY_COMPANY;
    /// [`Attempts::PasswordByBrowser`].
    PasswordByBrowser: "password_by_browser", throttle::PASSWORD_BY_BROWSER;
    /// [`Attempts::PasswordByBrowsers`].
    PasswordByBrowsers: "password_by_browsers", throttle::PASSWORD_BY_BROWSERS;
    /// [`Attempts::PasswordInside`].
    PasswordInside: "password_inside", throttle::PASSWORD_INSIDE;
    /// [`Attempts::PasswordChoice`].
    PasswordChoice: "password_choice", throttle::PASSWORD_CHOICES;
    /// [`Attempts::RecoveryCode`].
    RecoveryCode: "recovery_code", throttle::RECOVERY_CODE;
    /// [`Attempts::SetUpCode`].
    SetUpCode: "set_up_code", throttle::RECOVERY_CODE;
    /// [`Attempts::NumberCode`].
    NumberCode: "number_code", throttle::NUMBER_CODE;
    /// [`Attempts::EmailCode`].
    EmailCode: "email_code", throttle::EMAIL_CODE;
    /// [`Attempts::PasswordLink`].
    PasswordLinkAsked: "password_link_asked", throttle::PASSWORD_LINKS_BY_ADDRESS;
    /// [`Attempts::PasswordLinkBySite`].
    PasswordLinkBySite: "password_link_by_site", throttle::PASSWORD_LINKS_BY_SITE;
    /// [`Attempts::PasswordLinkByCompany`].
    PasswordLinkByCompany: "password_link_by_company", throttle::PASSWORD_LINKS_BY_COMPANY;
    /// [`Sends::Code`].
    CodeSent: "code_sent", send_budget::COOL_DOWN;
    /// [`Sends::SecondStepLeft`].
    SecondStepLeft: "second_step_left", notification::STEPS_LEFT;
    /// [`Sends::WrongCodes`].
    WrongCodes: "wrong_codes", notification::WRONG_CODES;
    /// [`Sends::UntoldCodes`].
    UntoldCodes: "untold_codes", notification::UNTOLD_CODES;
    /// [`Sends::UnknownNames`].
    UnknownNames: "unknown_names", throttle::UNKNOWN_NAMES;
    /// [`Sends::ApprovalOfAddress`].
    ApprovalOfAddress: "approval_of_address", throttle::APPROVALS_BY_ADDRESS;
    /// [`Sends::Approval`].
    Approval: "approval", throttle::APPROVALS_BY_ACCOUNT;
    /// [`Sends::PasswordLink`].
    PasswordLink: "password_link", throttle::PASSWORD_LINKS_BY_ACCOUNT;
}

impl Kind {
    /// Whether it restarts after a pause. One that does not is never swept either (the attack: someone who has
    /// the password waits until their wrong codes are forgotten).
    #[must_use]
    pub const fn is_forgotten(self) -> bool {
        self.limit().forgotten_after.is_some()
    }
}

/// The key of a counter in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// The key as stored in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Counter {
    /// What it counts.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Codes(_) => Kind::Codes,
            Self::Attempts(Attempts::PasswordByName(_)) => Kind::PasswordByName,
            Self::Attempts(Attempts::PasswordByAddress(_)) => Kind::PasswordByAddress,
            Self::Attempts(Attempts::PasswordBySite(..)) => Kind::PasswordBySite,
            Self::Attempts(Attempts::PasswordByCompany(..)) => Kind::PasswordByCompany,
            Self::Attempts(Attempts::PasswordByBrowser(_)) => Kind::PasswordByBrowser,
            Self::Attempts(Attempts::PasswordByBrowsers(_)) => Kind::PasswordByBrowsers,
            Self::Attempts(Attempts::PasswordInside(_)) => Kind::PasswordInside,
            Self::Attempts(Attempts::PasswordChoice(_)) => Kind::PasswordChoice,
            Self::Attempts(Attempts::RecoveryCode(_)) => Kind::RecoveryCode,
            Self::Attempts(Attempts::SetUpCode(_)) => Kind::SetUpCode,
            Self::Attempts(Attempts::NumberCode(_)) => Kind::NumberCode,
            Self::Attempts(Attempts::EmailCode(_)) => Kind::EmailCode,
            Self::Attempts(Attempts::PasswordLink(_)) => Kind::PasswordLinkAsked,
            Self::Attempts(Attempts::PasswordLinkBySite(..)) => Kind::PasswordLinkBySite,
            Self::Attempts(Attempts::PasswordLinkByCompany(..)) => Kind::PasswordLinkByCompany,
            Self::Sends(Sends::Code(..)) => Kind::CodeSent,
            Self::Sends(Sends::SecondStepLeft(_)) => Kind::SecondStepLeft,
            Self::Sends(Sends::WrongCodes(_)) => Kind::WrongCodes,
            Self::Sends(Sends::UntoldCodes(_)) => Kind::UntoldCodes,
            Self::Sends(Sends::UnknownNames(_)) => Kind::UnknownNames,
            Self::Sends(Sends::ApprovalOfAddress(..)) => Kind::ApprovalOfAddress,
            Self::Sends(Sends::Approval(_)) => Kind::Approval,
            Self::Sends(Sends::PasswordLink(_)) => Kind::PasswordLink,
        }
    }

    /// The limit that applies to it.
    #[must_use]
    pub const fn limit(&self) -> &'static Limit {
        self.kind().limit()
    }

    /// Its key in the database: a keyed digest, so that the table reveals neither which names, addresses and
    /// accounts it contains nor whether a given one is among them.
    #[must_use]
    pub fn subject(&self, key: &PurposeKey) -> Subject {
        // Values that may contain any character come last, so that no two counters have the same text.
        let text = match self {
            Self::Codes(account)
            | Self::Attempts(
                Attempts::PasswordByBrowsers(account)
                | Attempts::PasswordInside(account)
                | Attempts::PasswordChoice(account)
                | Attempts::RecoveryCode(account)
                | Attempts::SetUpCode(account)
                | Attempts::NumberCode(account)
                | Attempts::EmailCode(account),
            )
            | Self::Sends(
                Sends::SecondStepLeft(account)
                | Sends::WrongCodes(account)
                | Sends::UntoldCodes(account)
                | Sends::Approval(account)
                | Sends::PasswordLink(account),
            ) => account.0.clone(),
            Self::Attempts(Attempts::PasswordByName(name)) => name.as_str().to_owned(),
            Self::Attempts(Attempts::PasswordByAddress(address) | Attempts::PasswordLink(address)) => {
                throttle::network(*address).to_string()
            }
            Self::Attempts(
                Attempts::PasswordBySite(address, hour) | Attempts::PasswordLinkBySite(address, hour),
            ) => {
                format!("{hour}:{}", throttle::network_of(*address, 56))
            }
            Self::Attempts(
                Attempts::PasswordByCompany(address, hour) | Attempts::PasswordLinkByCompany(address, hour),
            ) => {
                format!("{hour}:{}", throttle::network_of(*address, 48))
            }
            Self::Attempts(Attempts::PasswordByBrowser(browser)) => {
                format!("{}:{}", browser.account().0, browser.name())
            }
            Self::Sends(Sends::UnknownNames(address)) => throttle::network(*address).to_string(),
            Self::Sends(Sends::Code(account, destination)) => {
                format!("{}:{}", account.0, Email::mailbox(destination))
            }
            Self::Sends(Sends::ApprovalOfAddress(account, address)) => {
                format!("{}:{}", account.0, throttle::network(*address))
            }
        };
        let mac = key.mac(format!("{}:{text}", self.kind().name()).as_bytes());
        Subject(data_encoding::BASE64URL_NOPAD.encode(&mac))
    }
}

/// A counter that any evidence of the person clears. The counter of codes is not one of them.
pub trait Clearable: Into<Counter> {}

impl Clearable for Attempts {}
impl Clearable for Sends {}

impl From<Attempts> for Counter {
    fn from(attempts: Attempts) -> Self {
        Self::Attempts(attempts)
    }
}

impl From<Sends> for Counter {
    fn from(sends: Sends) -> Self {
        Self::Sends(sends)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::{
        known_browser::BrowserMarks, lifetimes::COUNTER_SECONDS, random::OsRandom, sealed::KeyRing,
    };

    fn every_counter() -> Vec<Counter> {
        let id = || AccountId("id".to_owned());
        let address = IpAddr::from([192, 0, 2, 7]);
        let (key, now) = (KeyRing::generate(&OsRandom).unwrap().derive("x"), Timestamp(0));
        let marks = BrowserMarks::none(&OsRandom).unwrap().with(&id(), &key, now);
        let browser = marks.known_to(&id(), &key, now).unwrap();
        vec![
            Counter::Codes(id()),
            Attempts::PasswordByName(UsernameKey::of("id")).into(),
            Attempts::PasswordByAddress(address).into(),
            Attempts::PasswordBySite(address, 1).into(),
            Attempts::PasswordByCompany(address, 1).into(),
            Attempts::PasswordByBrowser(browser).into(),
            Attempts::PasswordByBrowsers(id()).into(),
            Attempts::PasswordInside(id()).into(),
            Attempts::PasswordChoice(id()).into(),
            Attempts::RecoveryCode(id()).into(),
            Attempts::SetUpCode(id()).into(),
            Attempts::NumberCode(id()).into(),
            Attempts::EmailCode(id()).into(),
            Attempts::PasswordLink(address).into(),
            Attempts::PasswordLinkBySite(address, 1).into(),
            Attempts::PasswordLinkByCompany(address, 1).into(),
            Sends::Code(id(), "id".to_owned()).into(),
            Sends::SecondStepLeft(id()).into(),
            Sends::WrongCodes(id()).into(),
            Sends::UntoldCodes(id()).into(),
            Sends::UnknownNames(address).into(),
            Sends::ApprovalOfAddress(id(), address).into(),
            Sends::Approval(id()).into(),
            Sends::PasswordLink(id()).into(),
        ]
    }

    #[test]
    fn each_counter_has_a_kind_a_name_and_a_subject_of_its_own() {
        let key = KeyRing::generate(&OsRandom).unwrap().derive("throttle subjects");
        let counters = every_counter();
        let kinds: Vec<Kind> = counters.iter().map(Counter::kind).collect();
        assert_eq!(kinds, Kind::ALL);
        let names: BTreeSet<&str> = kinds.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), counters.len());
        let subjects: BTreeSet<String> = counters.iter().map(|counter| counter.subject(&key).0).collect();
        assert_eq!(subjects.len(), counters.len());
    }

    #[test]
    fn a_subject_says_nothing_without_the_key() {
        let [one, other] =
            [(); 2].map(|()| KeyRing::generate(&OsRandom).unwrap().derive("throttle subjects"));
        for counter in every_counter() {
            assert_eq!(counter.subject(&one), counter.subject(&one));
            assert_ne!(counter.subject(&one), counter.subject(&other));
            assert_eq!(counter.subject(&one).as_str().len(), 43);
        }
    }

    #[test]
    fn what_is_swept_was_forgotten_before_and_the_counter_of_codes_is_kept() {
        for kind in Kind::ALL {
            match kind.limit().forgotten_after {
                Some(pause) => assert!(pause <= COUNTER_SECONDS, "{kind:?}"),
                None => assert!(!kind.is_forgotten() && *kind == Kind::Codes),
            }
        }
    }
}
