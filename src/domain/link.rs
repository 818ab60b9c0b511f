//! One-time links and codes: their purposes, their lifetimes, and what ends them early.

use super::{
    lifetimes::{
        APPROVE_ADDRESS_SECONDS, INVITATION_SECONDS, NEW_EMAIL_SECONDS, NEW_PASSWORD_SECONDS, NOT_ME_SECONDS,
        SET_UP_CODE_SECONDS, WELCOME_SECONDS,
    },
    named::named,
};

named! {
    /// The purpose of a one-time link.
    pub enum Purpose {
        /// Creates the first main account; belongs to no account yet.
        Welcome = "welcome",
        /// Chooses the first password of a new account.
        Invitation = "invitation",
        /// Chooses a new password.
        NewPassword = "new_password",
        /// Reports that another person used the password.
        NotMe = "not_me",
        /// Restores the e-mail address that it was mailed to, replacing a new one.
        RestoreEmail = "restore_email",
        /// Allows an account to sign in from another address.
        ApproveAddress = "approve_address",
        /// Leads to the set-up of an authenticator after a reset: a typed code instead of a link.
        SetUpCode = "set_up_code",
    }
}

impl Purpose {
    /// The lifetime of such a link, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::Welcome => WELCOME_SECONDS,
            Self::Invitation => INVITATION_SECONDS,
            Self::NewPassword => NEW_PASSWORD_SECONDS,
            Self::NotMe => NOT_ME_SECONDS,
            Self::RestoreEmail => NEW_EMAIL_SECONDS,
            Self::ApproveAddress => APPROVE_ADDRESS_SECONDS,
            Self::SetUpCode => SET_UP_CODE_SECONDS,
        }
    }

    /// Whether it ends with the account's epoch. A link that only removes access does not (the attack: a thief
    /// changes the password and so ends the owner's link to report it). Neither does an invitation: an invited
    /// account has nothing to end, and its owner is waiting for it (the accident: a number is corrected, and
    /// the invitation stops working).
    #[must_use]
    pub const fn ends_with_epoch(self) -> bool {
        !matches!(self, Self::NotMe | Self::RestoreEmail | Self::Invitation)
    }

    /// Whether it ends when the address that it was mailed to is no longer the account's. A link that restores
    /// that address does not.
    #[must_use]
    pub const fn ends_with_address(self) -> bool {
        !matches!(self, Self::RestoreEmail)
    }

    /// Whether an account has at most one such link: a newer one voids the previous one.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(
            self,
            Self::Welcome | Self::Invitation | Self::NewPassword | Self::SetUpCode
        )
    }
}
