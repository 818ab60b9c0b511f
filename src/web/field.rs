//! The fields that forms have, each by a constant: its name, how an error sentence calls it, and how
//! long it may be.

use crate::domain::{allow_list::AllowList, authenticator::password::Password};

/// A field that a form has.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(super) name: &'static str,
    /// How an error sentence calls it.
    pub(super) called: &'static str,
    /// In characters.
    pub(super) longest: usize,
    pub(super) secret: bool,
}

impl Field {
    /// A field whose value comes back with the form.
    #[must_use]
    pub const fn text(name: &'static str, called: &'static str, longest: usize) -> Self {
        Self {
            name,
            called,
            longest,
            secret: false,
        }
    }

    /// A field whose value never comes back.
    #[must_use]
    pub const fn secret(name: &'static str, called: &'static str, longest: usize) -> Self {
        Self {
            name,
            called,
            longest,
            secret: true,
        }
    }

    /// The password that one has.
    pub const PASSWORD: Self = Self::secret("password", "The password", Password::MAX);
    /// A recovery code, with room for spaces and dashes.
    pub const RECOVERY_CODE: Self = Self::secret("code", "The recovery code", 64);
    /// Six digits, with room for spaces and dashes.
    pub const CODE: Self = Self::secret("code", "The code", 32);
    /// A phone number, with room for somebody who explains it.
    pub const PHONE: Self = Self::text("phone", "The phone number", 256);
    /// Addresses and networks, one a line.
    pub const ALLOWED_ADDRESSES: Self = Self::text("allowed_addresses", "The list", AllowList::LONGEST_TEXT);
    /// How a code is to come: by SMS or by call.
    pub const METHOD: Self = Self::text("method", "The way", 16);
    /// The hidden path to return to.
    pub const RETURN_TO: Self = Self::text("return_to", "The address to return to", 512);
}
