//! What a main account demands of itself and of its subaccounts.

use super::{account::Account, clock::Timestamp};

/// How somebody who must have a second factor, and has none, signs in the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FirstSignIn {
    /// With a code by SMS or call where a number is registered, and sets up an app after it.
    #[default]
    Phone,
    /// By setting up an app, before any other page.
    App,
}

impl FirstSignIn {
    /// The name in the database and in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::App => "app",
        }
    }

    /// Reads back [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Phone, Self::App]
            .into_iter()
            .find(|first| first.name() == name)
    }
}

/// The policy of a main account; the default demands nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// From this moment on every account must have a second factor.
    pub mandatory_from: Option<Timestamp>,
    /// Why, in the main account's own words.
    pub mandatory_text: String,
    /// How a first sign-in goes.
    pub first_sign_in: FirstSignIn,
    /// Whether accounts without another factor confirm a code by mail at sign-in.
    pub email_codes: bool,
}

impl Policy {
    /// Whether the account must have a second factor now: it is required of it, of
    /// everybody since a date, or its own was reset. A reset counts at once, whatever the
    /// date (the attack: a reset that reopens the time of grace).
    #[must_use]
    pub fn requires_second_factor(&self, account: &Account, now: Timestamp) -> bool {
        account.two_factor_required
            || account.set_up_forced
            || self.mandatory_from.is_some_and(|from| from <= now)
    }

    /// Whether a code to the account's phone does for a sign-in without an app. Not after a
    /// reset: from there the way leads through a set-up.
    #[must_use]
    pub fn phone_is_enough(&self, account: &Account) -> bool {
        self.first_sign_in == FirstSignIn::Phone && !account.set_up_forced
    }

    /// Whether a sign-in without an app begins with a code to the account's phone. After a
    /// reset always: a password alone must not link a stranger's app (the attack: whoever
    /// stole a password waits for a reset and enrols first).
    #[must_use]
    pub fn phone_comes_first(&self, account: &Account) -> bool {
        self.first_sign_in == FirstSignIn::Phone || account.set_up_forced
    }
}
