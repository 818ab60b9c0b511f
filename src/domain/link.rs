//! One-time links and codes: what each is for, how long it works, and what ends it sooner.

use super::clock::DAY;

/// Seconds that the first run's link works.
pub const WELCOME_SECONDS: i64 = 3600;
/// Seconds that an invitation works.
pub const INVITATION_SECONDS: i64 = 3 * DAY;
/// Seconds that a link to a new password works (ASVS 6.4.1).
pub const NEW_PASSWORD_SECONDS: i64 = 30 * 60;
/// Seconds that a link works which says "this was not me": as long as its mail is tried.
pub const NOT_ME_SECONDS: i64 = 3 * DAY;
/// Seconds that a link to approve an address works.
pub const APPROVE_ADDRESS_SECONDS: i64 = 30 * 60;

/// Seconds that a set-up code works.
pub const SET_UP_CODE_SECONDS: i64 = 3 * DAY;

/// What a one-time link does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Makes the first main account; belongs to no account yet.
    Welcome,
    /// Chooses the first password of a new account.
    Invitation,
    /// Chooses another password.
    NewPassword,
    /// Says that someone else used the password.
    NotMe,
    /// Lets an account sign in from another address.
    ApproveAddress,
    /// Leads to the set-up of an authenticator after a reset: no link, but a code that is typed.
    SetUpCode,
}

impl Purpose {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Invitation => "invitation",
            Self::NewPassword => "new_password",
            Self::NotMe => "not_me",
            Self::ApproveAddress => "approve_address",
            Self::SetUpCode => "set_up_code",
        }
    }

    /// Seconds that such a link works.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::Welcome => WELCOME_SECONDS,
            Self::Invitation => INVITATION_SECONDS,
            Self::NewPassword => NEW_PASSWORD_SECONDS,
            Self::NotMe => NOT_ME_SECONDS,
            Self::ApproveAddress => APPROVE_ADDRESS_SECONDS,
            Self::SetUpCode => SET_UP_CODE_SECONDS,
        }
    }

    /// Whether it ends with the account's epoch. What only takes access away does not (the
    /// attack: a thief changes the password, which ends the owner's means to say that it was
    /// not them).
    #[must_use]
    pub const fn ends_with_epoch(self) -> bool {
        !matches!(self, Self::NotMe)
    }

    /// Whether it is mailed, and so ends when the address is another.
    #[must_use]
    pub const fn is_mailed(self) -> bool {
        !matches!(self, Self::SetUpCode)
    }

    /// Whether an account has one such link at most: a newer one voids the one before.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(
            self,
            Self::Welcome | Self::Invitation | Self::NewPassword | Self::SetUpCode
        )
    }
}
