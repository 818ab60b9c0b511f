//! What has to be corrected in what a person typed.

use std::borrow::Cow;

use super::Text;
use crate::domain::{
    account::{EmailError, UsernameError},
    allow_list::{AllowList, AllowListError},
    authenticator::{
        out_of_band::SentCodeError,
        password::{Guessable, NewPassword, Password, PasswordError},
        recovery_code::RecoveryCodeError,
        set_up_code::SetUpCodeError,
        totp::CodeError,
    },
    phone_number::PhoneNumberError,
    policy::{NotADate, Policy, TextError},
    subaccount::{Reason, ReasonError},
};

/// An error for a person, in their language.
pub trait Said {
    /// One or more whole sentences.
    fn said(&self, t: Text) -> Cow<'static, str>;
}

impl Text {
    /// The only rule for a new password, as a hint.
    #[must_use]
    pub fn new_password(self) -> String {
        self.password_new_hint(NewPassword::MIN)
    }
}

impl Said for UsernameError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_name_empty(),
            Self::TooShort => t.problem_name_too_short(),
            Self::TooLong => t.problem_name_too_long(),
            Self::Unfit => t.problem_name_unfit(),
            Self::AddressOfAnother => t.problem_name_of_another(),
        }
        .into()
    }
}

impl Said for EmailError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_email_empty(),
            Self::Malformed => t.problem_email_malformed(),
            Self::Undeliverable => t.problem_email_undeliverable(),
            Self::TooLong => t.problem_email_too_long(),
        }
        .into()
    }
}

impl Said for PasswordError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_password_empty(),
            Self::TooShort => return t.problem_password_too_short(NewPassword::MIN).into(),
            Self::TooLong => return t.problem_password_too_long(Password::MAX).into(),
            Self::Personal => t.problem_password_personal(),
            Self::Breached => t.problem_password_breached(),
            Self::Common(Guessable::Keyboard) => t.problem_password_keyboard(),
            Self::Common(Guessable::Repeats) => t.problem_password_repeats(),
            Self::Common(Guessable::Sequence) => t.problem_password_sequence(),
            Self::Common(Guessable::Date) => t.problem_password_date(),
            Self::Common(Guessable::Word) => t.problem_password_word(),
            Self::Common(Guessable::Common) => t.problem_password_common(),
            Self::NotJudged => t.problem_password_not_judged(),
        }
        .into()
    }
}

impl Said for PhoneNumberError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_phone_empty(),
            Self::NoCountryCode => t.problem_phone_country_code(),
            Self::Invalid => t.problem_phone_invalid(),
            Self::NoPersonsPhone => t.sent_not_to_kind(),
        }
        .into()
    }
}

impl Said for AllowListError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Unreadable(line) => t.problem_list_unreadable(*line),
            Self::HostBits(line, network) => t.problem_list_host_bits(*line, network.to_string()),
            Self::TooMany => t.problem_list_too_many(AllowList::MAX),
        }
        .into()
    }
}

impl Said for CodeError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_code_empty(),
            Self::NotSixDigits => t.problem_code_not_six(),
        }
        .into()
    }
}

impl Said for SentCodeError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_sent_empty(),
            Self::NotSixDigits => t.problem_sent_not_six(),
        }
        .into()
    }
}

impl Said for RecoveryCodeError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_recovery_empty(),
            Self::Malformed => t.problem_recovery_malformed(),
        }
        .into()
    }
}

impl Said for SetUpCodeError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_set_up_empty(),
            Self::Malformed => t.problem_set_up_malformed(),
        }
        .into()
    }
}

impl Said for ReasonError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::Empty => t.problem_reason_empty().into(),
            Self::TooLong => t.problem_reason_too_long(Reason::MAX).into(),
            Self::Unfit => t.problem_reason_unfit().into(),
        }
    }
}

impl Said for TextError {
    fn said(&self, t: Text) -> Cow<'static, str> {
        match self {
            Self::TooLong => t.problem_text_too_long(Policy::LONGEST_TEXT).into(),
            Self::Unfit => t.problem_text_unfit().into(),
        }
    }
}

impl Said for NotADate {
    fn said(&self, t: Text) -> Cow<'static, str> {
        t.problem_date().into()
    }
}
