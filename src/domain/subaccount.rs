//! Who manages whom: a main account its subaccounts, a manager the other subaccounts.

use super::{
    account::{Account, AccountId, hides_in_text},
    authenticator::password::PasswordVerified,
    facts::Facts,
    named::named,
    next_step::Step,
    proof::SecondFactorProof,
};

/// Somebody who may manage subaccounts of one main account. Made of an account that may,
/// and of no other.
#[derive(Debug, Clone)]
pub struct Manager {
    account: AccountId,
    epoch: i64,
    main: AccountId,
}

/// A subaccount that a certain [`Manager`] may change. Given out by [`Manager::manages`]
/// alone (the attack: another customer's id in the address).
#[derive(Debug, Clone)]
pub struct Managed(Account);

impl Manager {
    /// The capability of this account, if it has it.
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

    /// Whose capability it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The epoch of the account that has it.
    #[must_use]
    pub const fn epoch(&self) -> i64 {
        self.epoch
    }

    /// The main account that all of them belong to.
    #[must_use]
    pub const fn main(&self) -> &AccountId {
        &self.main
    }

    /// The account as one to be changed: a subaccount of the same main account, and for a
    /// manager neither themselves nor another manager.
    #[must_use]
    pub fn manages(&self, account: Account) -> Option<Managed> {
        let ours = account.main_account.as_ref() == Some(&self.main);
        (ours && account.id != self.account && self.manages_such(account.facts())).then_some(Managed(account))
    }

    /// Whether it manages other subaccounts of its main account with these facts.
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

    /// Whether another number, or none, takes a [`Justification`]: where something stands before the
    /// account, or ever did, the number would take its place (the attack: a manager's stolen password
    /// turns codes that go to the owner's mailbox into codes to a thief's phone). The first number of
    /// an account that nothing protects takes none, and neither does one that nobody has used yet.
    /// `step` is what its next sign-in asks for; `proven` says whether its present number is.
    #[must_use]
    pub fn guards_number(&self, step: Step, proven: bool) -> bool {
        let is_used = self.0.password_chosen_at.is_some();
        let is_protected = self.0.protected_once || !matches!(step, Step::Nothing | Step::SetUp);
        proven || (is_used && is_protected)
    }
}

/// Evidence for touching what protects a subaccount: the manager's own password and second
/// factor, and a reason. It is worth what the subaccount's factor is worth (the attack: a
/// manager's stolen password takes over every account below it).
#[derive(Debug)]
pub struct Justification {
    reason: Reason,
}

impl Justification {
    /// None where password or proof are of anybody but the manager.
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

    /// The reason, kept with the event.
    #[must_use]
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }
}

named! {
    /// Which accounts of a list are asked for, by their second factor.
    pub enum AccountFilter {
        /// All of them.
        All = "",
        /// Enabled, and it is on.
        On = "on",
        /// Enabled, and a code to the phone is the only second step.
        ByPhone = "phone",
        /// Enabled, and a code by e-mail is.
        ByEmail = "email",
        /// Enabled, and it cannot sign in without somebody's help.
        Stuck = "stuck",
        /// Enabled, and a set-up is under way.
        Pending = "pending",
        /// Enabled, and a password alone opens it.
        Off = "off",
        /// Enabled, and without an authenticator, whatever else there is.
        WithoutApp = "without",
        /// Enabled, required, and not on.
        RequiredButOff = "required-but-off",
        /// Disabled.
        Disabled = "disabled",
    }
}

/// What stands between a stolen password and an account: what its next sign-in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// An authenticator.
    On,
    /// A code to a phone, and no authenticator.
    ByPhone,
    /// A code by e-mail, and nothing else.
    ByEmail,
    /// Someone's help: a set-up code, or a way that our own configuration has closed.
    Stuck,
    /// Nothing yet: a set-up is under way.
    Pending,
    /// Nothing.
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

    /// Reads back [`Self::number`].
    #[must_use]
    pub fn numbered(number: i64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|protection| protection.number() == number)
    }

    /// Whether its owner can do something about it: has no authenticator, and gets in to set one up.
    #[must_use]
    pub const fn can_be_bettered(self) -> bool {
        match self {
            Self::On | Self::Stuck => false,
            Self::ByPhone | Self::ByEmail | Self::Pending | Self::Off => true,
        }
    }

    /// By the next step; `pending` says whether a set-up is under way.
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

/// What decides in which lists an account is.
#[derive(Debug, Clone, Copy)]
pub struct Traits {
    /// It cannot sign in.
    pub disabled: bool,
    /// A second factor is required of it.
    pub required: bool,
    /// What stands before it.
    pub protection: Protection,
}

/// What the rules say of an account, or of all that they cannot tell apart from it.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    /// What they read of its row.
    pub facts: Facts,
    /// What its next sign-in asks for.
    pub step: Step,
    /// What stands between a stolen password and this account.
    pub protection: Protection,
}

impl Verdict {
    /// `pending` says whether a set-up is under way.
    #[must_use]
    pub const fn of(facts: Facts, step: Step, pending: bool) -> Self {
        Self {
            facts,
            step,
            protection: Protection::of(step, pending),
        }
    }

    /// What decides in which lists it is.
    #[must_use]
    pub const fn traits(self) -> Traits {
        Traits {
            disabled: self.facts.disabled,
            required: self.facts.two_factor_required,
            protection: self.protection,
        }
    }

    /// Whether a reminder by whoever manages it can do any good.
    #[must_use]
    pub const fn can_be_reminded(self) -> bool {
        !self.facts.disabled && !self.facts.invited && self.protection.can_be_bettered()
    }
}

impl AccountFilter {
    /// Whether an account is among them.
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

/// How many accounts are in each list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([i64; AccountFilter::ALL.len()]);

impl Tally {
    /// Counts so many more.
    pub fn add(&mut self, traits: Traits, count: i64) {
        for (sum, which) in self.0.iter_mut().zip(AccountFilter::ALL) {
            *sum += if which.has(traits) { count } else { 0 };
        }
    }

    /// How many there are.
    #[must_use]
    pub fn of(&self, wanted: AccountFilter) -> i64 {
        let counted = self.0.iter().zip(AccountFilter::ALL);
        counted
            .filter(|(_, which)| **which == wanted)
            .map(|(count, _)| count)
            .sum()
    }
}

/// Why somebody changed another's second factor, kept with the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

/// Why a reason is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonError {
    /// Nothing was typed.
    Empty,
    /// Over 200 characters.
    TooLong,
    /// A line break, or an invisible character.
    Unfit,
}

impl Reason {
    /// Longest reason, in characters.
    pub const MAX: usize = 200;

    /// Reads a typed reason; white space around it is dropped.
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
