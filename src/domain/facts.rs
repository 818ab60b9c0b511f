//! The fields of an account's row that the rules on sign-ins, lists and reminders read. They take this instead
//! of the account, so that a group of accounts with equal fields is evaluated once.

use super::account::Account;

/// The fields of an account's row that the rules read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts, each with a meaning of its own"
)]
pub struct Facts {
    /// [`Account::manager`].
    pub manager: bool,
    /// [`Account::two_factor_required`].
    pub two_factor_required: bool,
    /// [`Account::set_up_forced`].
    pub set_up_forced: bool,
    /// [`Account::protected_once`].
    pub protected_once: bool,
    /// [`Account::password_mailed`].
    pub password_mailed: bool,
    /// Whether its owner has not chosen a password yet.
    pub invited: bool,
    /// Whether nobody can sign in to it.
    pub disabled: bool,
}

impl Account {
    /// The fields that the rules read.
    #[must_use]
    pub const fn facts(&self) -> Facts {
        Facts {
            manager: self.manager,
            two_factor_required: self.two_factor_required,
            set_up_forced: self.set_up_forced,
            protected_once: self.protected_once,
            password_mailed: self.password_mailed,
            invited: self.password_chosen_at.is_none(),
            disabled: self.disabled.is_some(),
        }
    }
}
