//! The fields that forms have, each by a constant: its name, how an error sentence calls it, and how
//! long it may be.

use crate::domain::{allow_list::AllowList, authenticator::password::Password, language::Language};
use crate::text::Text;

/// A field that a form has.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(super) name: &'static str,
    /// What it is called, where nothing else says which field is meant.
    pub(super) called: fn(Text) -> &'static str,
    /// In characters.
    pub(super) longest: usize,
    pub(super) secret: bool,
}

impl Field {
    /// A field whose value comes back with the form.
    #[must_use]
    pub const fn text(name: &'static str, called: fn(Text) -> &'static str, longest: usize) -> Self {
        Self {
            name,
            called,
            longest,
            secret: false,
        }
    }

    /// A field whose value never comes back.
    #[must_use]
    pub const fn secret(name: &'static str, called: fn(Text) -> &'static str, longest: usize) -> Self {
        Self {
            name,
            called,
            longest,
            secret: true,
        }
    }

    /// The password that one has.
    pub const PASSWORD: Self = Self::secret("password", Text::form_password, Password::MAX);
    /// A recovery code, with room for spaces and dashes.
    pub const RECOVERY_CODE: Self = Self::secret("code", Text::login_recovery_code, 64);
    /// Six digits, with room for spaces and dashes.
    pub const CODE: Self = Self::secret("code", Text::field_code, 32);
    /// A phone number, with room for somebody who explains it.
    pub const PHONE: Self = Self::text("phone", Text::field_phone, 256);
    /// Addresses and networks, one a line.
    pub const ALLOWED_ADDRESSES: Self =
        Self::text("allowed_addresses", Text::field_list, AllowList::LONGEST_TEXT);
    /// How a code is to come: by SMS or by call.
    pub const METHOD: Self = Self::text("method", Text::field_way, 16);
    /// The tag of a language.
    pub const LANGUAGE: Self = Self::text("language", Text::language_label, Language::MAX);
    /// The hidden path to return to.
    pub const RETURN_TO: Self = Self::text("return_to", Text::field_return_to, 512);
}
