//! "Is this your phone?", a question in the set-up of a first authenticator, wherever it begins.

use crate::{
    flows::enrol::Number,
    text::Text,
    web::{field::Field, form::Problem, submission::Values},
};

/// The value of the field if no number is kept.
const NONE: &str = "none";

/// The answer.
pub(super) fn said(values: &Values) -> Number {
    match values.text(Field::PHONE) {
        "" => Number::Unsaid,
        NONE => Number::Drop,
        number => Number::Keep(number.to_owned()),
    }
}

/// The error if there was no answer, or it was about another number than the current one.
pub(super) fn unsaid(t: Text) -> Problem {
    Problem::with(Field::PHONE, t.setup_phone_empty())
}
