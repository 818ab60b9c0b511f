//! One-time links and codes: what each is for, how long it works, and what ends it sooner.

use super::{
    lifetimes::{
        APPROVE_ADDRESS_SECONDS, INVITATION_SECONDS, NEW_EMAIL_SECONDS, NEW_PASSWORD_SECONDS, NOT_ME_SECONDS,
        SET_UP_CODE_SECONDS, WELCOME_SECONDS,
    },
    named::named,
};

named! {
    /// What a one-time link does.
    pub enum Purpose {
        /// Makes the first main account; belongs to no account yet.
        Welcome = "welcome",
        /// Chooses the first password of a new account.
        Invitation = "invitation",
        /// Chooses another password.
        NewPassword = "new_password",
        /// Says that someone else used the password.
        NotMe = "not_me",
        /// Puts the e-mail address that it was mailed to back in the place of a new one.
        RestoreEmail = "restore_email",
        /// Lets an account sign in from another address.
        ApproveAddress = "approve_address",
        /// Leads to the set-up of an authenticator after a reset: no link, but a code that is typed.
        SetUpCode = "set_up_code",
    }
}

impl Purpose {
    /// Seconds that such a link works.
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

    /// Whether it ends with the account's epoch. What only takes access away does not (the
    /// attack: a thief changes the password, which ends the owner's means to say that it was
    /// not them). Nor does an invitation: who is only invited has nothing that could be ended, and waits
    /// for it (the accident: a number is corrected, and nobody gets in).
    #[must_use]
    pub const fn ends_with_epoch(self) -> bool {
        !matches!(self, Self::NotMe | Self::RestoreEmail | Self::Invitation)
    }

    /// Whether it ends when the address that it was mailed to is no longer the account's. One that
    /// puts that address back does not.
    #[must_use]
    pub const fn ends_with_address(self) -> bool {
        !matches!(self, Self::RestoreEmail)
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
