//! A form as it is shown: its values and its errors.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;

use super::field::Field;

/// An error that the person can correct.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The field to correct; empty for the form as a whole.
    pub field: &'static str,
    /// A sentence that says how to correct it.
    pub message: String,
}

impl Problem {
    /// A problem of one field.
    #[must_use]
    pub fn with(field: Field, message: impl Into<String>) -> Self {
        Self {
            field: field.name,
            message: message.into(),
        }
    }

    /// A problem of the form as a whole.
    #[must_use]
    pub fn overall(message: impl Into<String>) -> Self {
        Self {
            field: "",
            message: message.into(),
        }
    }

    /// The same problem at another field.
    #[must_use]
    pub fn at(self, field: Field) -> Self {
        Self {
            field: field.name,
            ..self
        }
    }
}

/// A form as it is shown: values to fill in, and errors to correct.
#[derive(Debug, Clone, Default)]
pub struct FormState {
    /// Prefix of the ids of its fields, if a page has several forms.
    prefix: &'static str,
    values: BTreeMap<&'static str, String>,
    problems: Vec<Problem>,
    /// Whether passwords are visible while they are typed.
    revealed: bool,
}

impl FormState {
    /// An empty form.
    #[must_use]
    pub fn blank() -> Self {
        Self::default()
    }

    /// The same form as one of several on its page.
    #[must_use]
    pub fn named(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The id of a field, which the error summary links to.
    #[must_use]
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The same form with passwords visible while they are typed.
    #[must_use]
    pub fn shown(self) -> Self {
        Self {
            revealed: true,
            ..self
        }
    }

    /// The same form with a value filled in.
    #[must_use]
    pub fn filled(mut self, field: Field, value: impl Into<String>) -> Self {
        self.values.insert(field.name, value.into());
        self
    }

    /// The same form with problems.
    #[must_use]
    pub fn refused(mut self, problems: impl IntoIterator<Item = Problem>) -> Self {
        self.problems.extend(problems);
        self
    }

    /// What was typed into a field.
    #[must_use]
    pub fn typed(&self, field: Field) -> &str {
        self.value(field.name)
    }

    /// The value of a field, by its name in a template.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// The error of a field.
    #[must_use]
    pub fn problem(&self, name: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|problem| problem.field == name)
            .map(|problem| problem.message.as_str())
    }

    /// All errors, in the order of the fields.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether there are errors.
    #[must_use]
    pub const fn failed(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Whether passwords are visible while they are typed.
    #[must_use]
    pub const fn revealed(&self) -> bool {
        self.revealed
    }
}

/// A form that is shown again: the status of the answer, and its content.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status of the page.
    pub status: StatusCode,
    /// Seconds to wait before the next attempt, if any.
    pub wait: Option<i64>,
    /// The values and the errors.
    pub form: FormState,
}

impl Reply {
    /// A form as it is first shown.
    #[must_use]
    pub const fn first(form: FormState) -> Self {
        Self {
            status: StatusCode::OK,
            wait: None,
            form,
        }
    }

    /// An empty form.
    #[must_use]
    pub fn blank() -> Self {
        Self::first(FormState::blank())
    }

    /// A form with something to correct.
    #[must_use]
    pub fn invalid(form: FormState, problems: impl IntoIterator<Item = Problem>) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            wait: None,
            form: form.refused(problems),
        }
    }
}
