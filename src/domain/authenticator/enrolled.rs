//! Everything that an account can prove with besides its password.

/// What an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Enrolled {
    /// An authenticator app.
    pub app: bool,
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
