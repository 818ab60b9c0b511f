//! "Is this your phone?", which the set-up of a first authenticator asks, wherever it begins.

use crate::{
    flows::enrol::Number,
    text::Text,
    web::{field::Field, form::Problem, submission::Values},
};

/// What the field says where no number stays.
const NONE: &str = "none";

/// What was said.
pub(super) fn said(values: &Values) -> Number {
    match values.text(Field::PHONE) {
        "" => Number::Unsaid,
        NONE => Number::Drop,
        number => Number::Keep(number.to_owned()),
    }
}

/// The problem where nothing was said, or of another number than there is now.
pub(super) fn unsaid(t: Text) -> Problem {
    Problem::with(Field::PHONE, t.setup_phone_empty())
}
