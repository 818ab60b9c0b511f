//! "Is this your phone?", which the set-up of a first authenticator asks, wherever it begins.

use crate::{
    flows::enrol::Number,
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

/// What there is to mend where nothing was, or of another number than there is now.
pub(super) fn unsaid() -> Problem {
    Problem::with(
        Field::PHONE,
        "Say whether this phone is yours, and type the code once more. Nothing is switched on yet.",
    )
}
