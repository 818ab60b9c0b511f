//! Everything that an account can prove with besides its password. A new kind of authenticator is a
//! [`Kind`] and a field here; what is asked of [`Enrolled`] stays the same.

use crate::domain::clock::Timestamp;

/// What an account can have besides its password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An authenticator app, set up or being set up.
    App,
    /// A phone number that codes go to.
    Number,
    /// Recovery codes, which stand in for an authenticator.
    RecoveryCodes,
    /// The code that a reset made, which leads to a set-up.
    SetUpCode,
}

impl Kind {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::App, Self::Number, Self::RecoveryCodes, Self::SetUpCode];

    /// Whether it is removed with the account's second factor. The number is not: a code to it
    /// confirms who sets up the next authenticator.
    #[must_use]
    pub const fn goes_with_second_factor(self) -> bool {
        match self {
            Self::App | Self::RecoveryCodes | Self::SetUpCode => true,
            Self::Number => false,
        }
    }
}

/// What an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Enrolled {
    /// Since when it has had an authenticator app.
    pub app: Option<Timestamp>,
    /// A phone number.
    pub number: Option<Number>,
    /// A set-up code that a reset made, and that nobody has used yet.
    pub set_up_code: bool,
}

impl Enrolled {
    /// Since when the account has had an authenticator, of whatever kind; none where it has none.
    #[must_use]
    pub const fn protected_since(self) -> Option<Timestamp> {
        self.app
    }

    /// What is left once the second factor is removed.
    #[must_use]
    pub const fn without_authenticator(self) -> Self {
        Self {
            app: None,
            set_up_code: false,
            number: self.number,
        }
    }

    /// Whether the account has an authenticator. A number or a code that is mailed is none: both can
    /// be asked for, and both are weaker.
    #[must_use]
    pub const fn protects(self) -> bool {
        self.protected_since().is_some()
    }

    /// What the next sign-in depends on.
    #[must_use]
    pub const fn held(self) -> Held {
        Held {
            authenticator: self.protects(),
            number: self.number,
            set_up_code: self.set_up_code,
        }
    }
}

/// What the next sign-in of an account depends on, of what it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// An authenticator, of whatever kind.
    pub authenticator: bool,
    /// A phone number.
    pub number: Option<Number>,
    /// A set-up code that a reset made, and that nobody has used yet.
    pub set_up_code: bool,
}

/// A phone number that an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// A code that was sent to it came back.
    pub proven: bool,
    /// Codes can be sent to it as this installation is configured now.
    pub reachable: bool,
}
