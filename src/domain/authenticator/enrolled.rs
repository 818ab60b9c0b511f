//! Everything that an account can verify with besides its password. A new kind of authenticator is a [`Kind`]
//! and a field here; the queries on [`Enrolled`] stay the same.

use crate::domain::clock::Timestamp;

/// The kinds of authenticator that an account can have besides its password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An authenticator app, confirmed or pending.
    App,
    /// A phone number that receives codes.
    Number,
    /// Recovery codes, which replace a lost authenticator.
    RecoveryCodes,
    /// The code that a reset generated, which leads to a set-up.
    SetUpCode,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::App, Self::Number, Self::RecoveryCodes, Self::SetUpCode];

    /// Whether it is removed together with the account's second factor. The number is not: a code sent to it
    /// confirms who sets up the next authenticator.
    #[must_use]
    pub const fn goes_with_second_factor(self) -> bool {
        match self {
            Self::App | Self::RecoveryCodes | Self::SetUpCode => true,
            Self::Number => false,
        }
    }
}

/// What an account has enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Enrolled {
    /// Since when it has had an authenticator app.
    pub app: Option<Timestamp>,
    /// A phone number.
    pub number: Option<Number>,
    /// An unused set-up code from a reset.
    pub set_up_code: bool,
}

impl Enrolled {
    /// Since when the account has had an authenticator of any kind; `None` if it has none.
    #[must_use]
    pub const fn protected_since(self) -> Option<Timestamp> {
        self.app
    }

    /// What remains after the second factor is removed.
    #[must_use]
    pub const fn without_authenticator(self) -> Self {
        Self {
            app: None,
            set_up_code: false,
            number: self.number,
        }
    }

    /// Whether the account has an authenticator. A phone number or a mailed code does not count: both can be
    /// requested, and both are weaker.
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

/// The part of an account's enrolment that its next sign-in depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// An authenticator of any kind.
    pub authenticator: bool,
    /// A phone number.
    pub number: Option<Number>,
    /// An unused set-up code from a reset.
    pub set_up_code: bool,
}

/// An account's phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Whether a code sent to it was verified.
    pub proven: bool,
    /// Whether codes can be sent to it in the current configuration.
    pub reachable: bool,
}
