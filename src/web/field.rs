//! The fields of forms, each as a constant: its name, its name in error sentences, and its maximum length.

use crate::domain::{allow_list::AllowList, authenticator::password::Password, language::Language};
use crate::text::Text;

/// A field of a form.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(super) name: &'static str,
    /// Its name for people, if nothing else says which field is meant.
    pub(super) called: fn(Text) -> &'static str,
    /// In characters.
    pub(super) longest: usize,
    pub(super) secret: bool,
}

impl Field {
    /// A field whose value is shown again with the form.
    #[must_use]
    pub const fn text(name: &'static str, called: fn(Text) -> &'static str, longest: usize) -> Self {
        Self {
            name,
            called,
            longest,
            secret: false,
        }
    }

    /// A field whose value is never shown again.
    #[must_use]
    pub const fn secret(name: &'static str, called: fn(Text) -> &'static str, longest: usize) -> Self {
        Self {
            name,
            called,
            longest,
            secret: true,
        }
    }

    /// The current password.
    pub const PASSWORD: Self = Self::secret("password", Text::form_password, Password::MAX);
    /// A recovery code, with space for blanks and dashes.
    pub const RECOVERY_CODE: Self = Self::secret("code", Text::login_recovery_code, 64);
    /// Six digits, with space for blanks and dashes.
    pub const CODE: Self = Self::secret("code", Text::field_code, 32);
    /// A phone number, with space for added explanations.
    pub const PHONE: Self = Self::text("phone", Text::field_phone, 256);
    /// Addresses and networks, one per line.
    pub const ALLOWED_ADDRESSES: Self =
        Self::text("allowed_addresses", Text::field_list, AllowList::LONGEST_TEXT);
    /// The channel of a code: SMS or call.
    pub const METHOD: Self = Self::text("method", Text::field_way, 16);
    /// The tag of a language.
    pub const LANGUAGE: Self = Self::text("language", Text::language_label, Language::MAX);
    /// The hidden path to return to.
    pub const RETURN_TO: Self = Self::text("return_to", Text::field_return_to, 512);
}
