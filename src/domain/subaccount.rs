//! Management: a main account manages its subaccounts, a manager the other subaccounts.

use super::{
    account::{Account, AccountId, hides_in_text},
    authenticator::password::PasswordVerified,
    facts::Facts,
    named::named,
    next_step::Step,
    proof::SecondFactorProof,
};

/// The capability to manage subaccounts of one main account. Only created from an account that has it.
#[derive(Debug, Clone)]
pub struct Manager {
    account: AccountId,
    epoch: i64,
    main: AccountId,
}

/// A subaccount that a certain [`Manager`] may change. Only created by [`Manager::manages`] (the attack:
/// another customer's id in the URL).
#[derive(Debug, Clone)]
pub struct Managed(Account);

impl Manager {
    /// The capability of this account, if it has one.
    #[must_use]
    pub fn of(account: &Account) -> Option<Self> {
        let main = match &account.main_account {
            None => account.id.clone(),
            Some(main) if account.manager => main.clone(),
            Some(_) => return None,
        };
        Some(Self {
            account: account.id.clone(),
            epoch: account.epoch,
            main,
        })
    }

    /// The account that has the capability.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The epoch of that account.
    #[must_use]
    pub const fn epoch(&self) -> i64 {
        self.epoch
    }

    /// The main account that the subaccounts belong to.
    #[must_use]
    pub const fn main(&self) -> &AccountId {
        &self.main
    }

    /// The account as one that may be changed: a subaccount of the same main account, and for a manager neither
    /// themselves nor another manager.
    #[must_use]
    pub fn manages(&self, account: Account) -> Option<Managed> {
        let ours = account.main_account.as_ref() == Some(&self.main);
        (ours && account.id != self.account && self.manages_such(account.facts())).then_some(Managed(account))
    }

    /// Whether it manages another subaccount of its main account with these facts.
    #[must_use]
    pub fn manages_such(&self, facts: Facts) -> bool {
        self.account == self.main || !facts.manager
    }
}

impl Managed {
    /// The subaccount.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.0
    }

    /// Whether changing or removing the number requires a [`Justification`]: if the account is or ever was
    /// protected, the number would replace that protection (the attack: a manager's stolen password redirects
    /// codes from the owner's mailbox to a thief's phone). Not required for the first number of an unprotected
    /// account, nor for an account that was never used. `step` is what its next sign-in asks for; `proven` says
    /// whether its current number is verified.
    #[must_use]
    pub fn guards_number(&self, step: Step, proven: bool) -> bool {
        let is_used = self.0.password_chosen_at.is_some();
        let is_protected = self.0.protected_once || !matches!(step, Step::Nothing | Step::SetUp);
        proven || (is_used && is_protected)
    }
}

/// Evidence for changing a subaccount's protection: the manager's own password and second factor, and a reason.
/// It is as strong as the subaccount's factor (the attack: a manager's stolen password takes over every account
/// below it).
#[derive(Debug)]
pub struct Justification {
    reason: Reason,
}

impl Justification {
    /// `None` unless password and evidence both belong to the manager.
    #[must_use]
    pub fn of(
        manager: &Manager,
        password: &PasswordVerified,
        proof: &SecondFactorProof,
        reason: Reason,
    ) -> Option<Self> {
        let theirs = [password.account(), proof.account()];
        theirs
            .into_iter()
            .all(|account| account == manager.account())
            .then_some(Self { reason })
    }

    /// The reason, recorded with the event.
    #[must_use]
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }
}

named! {
    /// Filters a list of accounts by their second factor.
    pub enum AccountFilter {
        /// All of them.
        All = "",
        /// Enabled, and it is on.
        On = "on",
        /// Enabled, and a code to the phone is the only second step.
        ByPhone = "phone",
        /// Enabled, and a code by e-mail is the only second step.
        ByEmail = "email",
        /// Enabled, and it cannot sign in without help.
        Stuck = "stuck",
        /// Enabled, and a set-up is pending.
        Pending = "pending",
        /// Enabled, and protected only by a password.
        Off = "off",
        /// Enabled, and without an authenticator, whatever else it has.
        WithoutApp = "without",
        /// Enabled, required, and not on.
        RequiredButOff = "required-but-off",
        /// Disabled.
        Disabled = "disabled",
    }
}

/// The protection of an account besides its password: what its next sign-in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// An authenticator.
    On,
    /// A code to a phone, and no authenticator.
    ByPhone,
    /// A code by e-mail, and nothing else.
    ByEmail,
    /// Help is needed: a set-up code, or a method that the configuration no longer allows.
    Stuck,
    /// None yet: a set-up is pending.
    Pending,
    /// None.
    Off,
}

impl Protection {
    const ALL: [Self; 6] = [
        Self::On,
        Self::ByPhone,
        Self::ByEmail,
        Self::Stuck,
        Self::Pending,
        Self::Off,
    ];

    /// The number in the database.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// Parses [`Self::number`].
    #[must_use]
    pub fn numbered(number: i64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|protection| protection.number() == number)
    }

    /// Whether its owner can improve it: has no authenticator, and can sign in to set one up.
    #[must_use]
    pub const fn can_be_bettered(self) -> bool {
        match self {
            Self::On | Self::Stuck => false,
            Self::ByPhone | Self::ByEmail | Self::Pending | Self::Off => true,
        }
    }

    /// The protection that follows from the next step; `pending` says whether a set-up is pending.
    #[must_use]
    pub const fn of(step: Step, pending: bool) -> Self {
        match step {
            Step::App => Self::On,
            Step::Phone(_) => Self::ByPhone,
            Step::Email(_) => Self::ByEmail,
            Step::SetUpCode | Step::Unreachable => Self::Stuck,
            Step::SetUp | Step::Nothing if pending => Self::Pending,
            Step::SetUp | Step::Nothing => Self::Off,
        }
    }
}

/// The properties that decide which lists an account is in.
#[derive(Debug, Clone, Copy)]
pub struct Traits {
    /// It cannot sign in.
    pub disabled: bool,
    /// A second factor is required of it.
    pub required: bool,
    /// Its protection.
    pub protection: Protection,
}

/// What the rules conclude for an account, or for all accounts with equal facts.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    /// The facts.
    pub facts: Facts,
    /// What its next sign-in asks for.
    pub step: Step,
    /// The protection of this account.
    pub protection: Protection,
}

impl Verdict {
    /// `pending` says whether a set-up is pending.
    #[must_use]
    pub const fn of(facts: Facts, step: Step, pending: bool) -> Self {
        Self {
            facts,
            step,
            protection: Protection::of(step, pending),
        }
    }

    /// The properties that decide which lists it is in.
    #[must_use]
    pub const fn traits(self) -> Traits {
        Traits {
            disabled: self.facts.disabled,
            required: self.facts.two_factor_required,
            protection: self.protection,
        }
    }

    /// Whether a reminder by its manager can help.
    #[must_use]
    pub const fn can_be_reminded(self) -> bool {
        !self.facts.disabled && !self.facts.invited && self.protection.can_be_bettered()
    }
}

impl AccountFilter {
    /// Whether the list includes an account.
    #[must_use]
    pub fn has(self, traits: Traits) -> bool {
        let enabled = !traits.disabled;
        let protection = traits.protection;
        match self {
            Self::All => true,
            Self::Disabled => traits.disabled,
            Self::On => enabled && protection == Protection::On,
            Self::ByPhone => enabled && protection == Protection::ByPhone,
            Self::ByEmail => enabled && protection == Protection::ByEmail,
            Self::Stuck => enabled && protection == Protection::Stuck,
            Self::Pending => enabled && protection == Protection::Pending,
            Self::Off => enabled && protection == Protection::Off,
            Self::WithoutApp => enabled && protection != Protection::On,
            Self::RequiredButOff => enabled && traits.required && protection != Protection::On,
        }
    }
}

/// The number of accounts in each list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([i64; AccountFilter::ALL.len()]);

impl Tally {
    /// Adds `count` accounts.
    pub fn add(&mut self, traits: Traits, count: i64) {
        for (sum, which) in self.0.iter_mut().zip(AccountFilter::ALL) {
            *sum += if which.has(traits) { count } else { 0 };
        }
    }

    /// The number of accounts in a list.
    #[must_use]
    pub fn of(&self, wanted: AccountFilter) -> i64 {
        let counted = self.0.iter().zip(AccountFilter::ALL);
        counted
            .filter(|(_, which)| **which == wanted)
            .map(|(count, _)| count)
            .sum()
    }
}

/// Why a person changed another's second factor, recorded with the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

/// Why a reason is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonError {
    /// Nothing was typed.
    Empty,
    /// Longer than 200 characters.
    TooLong,
    /// Contains a line break or an invisible character.
    Unfit,
}

impl Reason {
    /// Maximum length of a reason, in characters.
    pub const MAX: usize = 200;

    /// Parses a typed reason; surrounding white space is removed.
    ///
    /// # Errors
    /// [`ReasonError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, ReasonError> {
        let reason = typed.trim();
        if reason.is_empty() {
            return Err(ReasonError::Empty);
        }
        if reason.chars().count() > Self::MAX {
            return Err(ReasonError::TooLong);
        }
        if reason.chars().any(hides_in_text) {
            return Err(ReasonError::Unfit);
        }
        Ok(Self(reason.to_owned()))
    }

    /// As typed.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{Email, Username};
    use crate::domain::clock::Timestamp;
    use crate::domain::next_step::Then;

    fn account(id: &str, main: Option<&str>, manager: bool) -> Account {
        let email = Email::stored("a@example.com".to_owned());
        let username = Username::stored(id.to_owned());
        Account {
            main_account: main.map(|main| AccountId(main.to_owned())),
            manager,
            ..Account::new(AccountId(id.to_owned()), username, email, Timestamp(0)).unwrap()
        }
    }

    #[test]
    fn who_manages_whom() {
        let main = account("main", None, false);
        let manager = account("manager", Some("main"), true);
        let second = account("second", Some("main"), true);
        let plain = account("plain", Some("main"), false);
        let foreign = account("foreign", Some("other"), false);
        let other = account("other", None, false);
        assert!(Manager::of(&plain).is_none());
        for (who, whom, may) in [
            (&main, &plain, true),
            (&main, &manager, true),
            (&main, &main, false),
            (&main, &foreign, false),
            (&main, &other, false),
            (&manager, &plain, true),
            (&manager, &second, false),
            (&manager, &manager, false),
            (&manager, &main, false),
            (&manager, &foreign, false),
        ] {
            let allowed = Manager::of(who).unwrap().manages(whom.clone()).is_some();
            assert_eq!(allowed, may, "{:?} {:?}", who.id, whom.id);
        }
    }

    #[test]
    fn a_number_is_guarded_where_something_protects_the_account_or_did() {
        let managed = |used: bool, protected_once| {
            Managed(Account {
                password_chosen_at: used.then_some(Timestamp(0)),
                protected_once,
                ..account("plain", Some("main"), false)
            })
        };
        let protecting = [
            Step::App,
            Step::Phone(Then::SignedIn),
            Step::Email(Then::SetUp),
            Step::SetUpCode,
            Step::Unreachable,
        ];
        for step in protecting.into_iter().chain([Step::Nothing, Step::SetUp]) {
            let protects = protecting.contains(&step);
            assert_eq!(
                managed(true, false).guards_number(step, false),
                protects,
                "{step:?}"
            );
            assert!(
                managed(true, true).guards_number(step, false),
                "{step:?}: it did once"
            );
            assert!(
                managed(true, false).guards_number(step, true),
                "{step:?}: it is proven"
            );
            assert!(
                !managed(false, false).guards_number(step, false),
                "{step:?}: invited"
            );
        }
    }

    #[test]
    fn a_reason_is_one_line() {
        assert_eq!(Reason::parse("  "), Err(ReasonError::Empty));
        assert_eq!(Reason::parse("a\nb"), Err(ReasonError::Unfit));
        for hidden in ['\u{202e}', '\u{2066}', '\u{200b}', '\u{ad}', '\0'] {
            assert_eq!(
                Reason::parse(&format!("lost{hidden} phone")),
                Err(ReasonError::Unfit)
            );
        }
        let plain = "lost phone: Älä soita, שלום";
        assert_eq!(Reason::parse(plain).unwrap().into_text(), plain);
        assert_eq!(Reason::parse(&"a".repeat(201)), Err(ReasonError::TooLong));
        assert_eq!(Reason::parse(" lost phone ").unwrap().into_text(), "lost phone");
    }
}
