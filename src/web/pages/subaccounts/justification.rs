//! What a manager enters before they change how a subaccount signs in: a reason, their own password and their own
//! one-time password. The fields and their parsing are the same in each form.

use crate::{
    domain::{
        authenticator::{password::Password, totp::Code},
        subaccount::{Manager, Reason},
    },
    flows::{manage_subaccount::GivenJustification, next_step},
    text::{Said as _, Text},
    web::{
        error::Error,
        field::Field,
        form::{FormState, Problem},
        page::Page,
        submission::Values,
    },
};

pub(super) const REASON: Field = Field::text("reason", Text::field_reason, Reason::MAX * 4);
/// The fields of a form that has no others.
pub(super) const FIELDS: [Field; 3] = [REASON, Field::PASSWORD, Field::CODE];

/// Whether the manager has a second factor.
pub(super) async fn may_give(page: &Page, manager: &Manager) -> Result<bool, Error> {
    let enrolled = next_step::enrolled(&page.services, manager.account()).await?;
    Ok(enrolled.protects())
}

/// Whether any of it was missing from a form.
pub(super) fn lacking(form: &FormState) -> bool {
    ["reason", "password", "code"]
        .iter()
        .any(|name| form.problem(name).is_some())
}

/// Reads it.
///
/// # Errors
/// The errors to correct; the manager may have no second factor.
pub(super) async fn read(
    page: &Page,
    manager: &Manager,
    values: &Values,
) -> Result<Result<GivenJustification, Vec<Problem>>, Error> {
    if !may_give(page, manager).await? {
        let first = values.t().subaccounts_own_factor_first_problem();
        return Ok(Err(vec![Problem::overall(first)]));
    }
    let reason = Reason::parse(values.text(REASON));
    let password = values.text(Field::PASSWORD);
    Ok(
        match (reason, password.is_empty(), Code::parse(values.text(Field::CODE))) {
            (Ok(reason), false, Ok(code)) => Ok(GivenJustification {
                reason,
                password: Password::typed(password),
                code,
            }),
            (reason, no_password, code) => Err([
                reason
                    .err()
                    .map(|error| Problem::with(REASON, error.said(page.t()))),
                no_password
                    .then(|| Problem::with(Field::PASSWORD, values.t().subaccounts_own_password_missing())),
                code.err()
                    .map(|error| Problem::with(Field::CODE, error.said(page.t()))),
            ]
            .into_iter()
            .flatten()
            .collect()),
        },
    )
}
