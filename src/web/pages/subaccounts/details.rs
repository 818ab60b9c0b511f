//! `POST /subaccounts/{id}`: whether a subaccount needs a second factor, its e-mail address and its
//! number.

use crate::{
    domain::{account::Email, client::Client, phone_number::NumberChange},
    flows::manage_subaccount::{self, Details},
    text::Said as _,
    web::{
        field::Field,
        form::Problem,
        guard::RecentManagedSubaccount,
        page::{Answer, Page},
        pages::subaccounts::{
            change::{EMAIL, Form, REQUIRED, Returned, answer, conclude},
            justification, second_factor,
        },
        submission::Submission,
    },
};

const FIELDS: [Field; 6] = [
    REQUIRED,
    EMAIL,
    Field::PHONE,
    justification::REASON,
    Field::PASSWORD,
    Field::CODE,
];

/// `POST /subaccounts/{id}`: "Save".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn submit(
    RecentManagedSubaccount(subject): RecentManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let returned = |reply| {
        let which = Form::Details;
        Some(Returned { which, reply })
    };
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &subject, returned(reply)).await,
    };
    let required = values.ticked(REQUIRED);
    let mut problems = Vec::new();
    let registered = subject.standing.registered.as_ref();
    let present = registered.map(|registered| &registered.number);
    let number = NumberChange::typed(values.text(Field::PHONE), present)
        .map_err(|error| problems.push(Problem::with(Field::PHONE, error.said(page.t()))))
        .unwrap_or(NumberChange::AsItIs);
    let moves_codes = number != NumberChange::AsItIs && subject.standing.number_is_guarded;
    let releases = subject.account().two_factor_required && !required;
    let email = Email::parse(values.text(EMAIL))
        .map_err(|error| problems.push(Problem::with(EMAIL, error.said(page.t()))))
        .ok();
    let moves_links = !subject.standing.is_invited
        && email
            .as_ref()
            .is_some_and(|email| *email != subject.account().email);
    let mut given = None;
    if releases || moves_codes || moves_links {
        let read = justification::read(&page, &subject.manager.may, &values).await?;
        given = read.map_err(|found| problems.extend(found)).ok();
    }
    let Some(email) = email.filter(|_| problems.is_empty()) else {
        return answer(&page, &subject, returned(values.invalid(problems))).await;
    };
    let details = Details {
        email,
        number,
        require: required,
    };
    let (services, target) = (&page.services, subject.target(client));
    let done = match given {
        Some(justification) => {
            let done =
                manage_subaccount::save_with_justification(services, &target, details, justification).await?;
            second_factor::pass_on(&page, &subject, done)?
        }
        None => manage_subaccount::save(services, &target, details).await?,
    };
    let policy = &subject.manager.signed_in.policy;
    let notice = if releases && policy.is_mandatory(page.services.clock.now()) {
        page.t().subaccounts_saved_still_mandatory()
    } else if releases {
        page.t().subaccounts_saved_released()
    } else if moves_links {
        page.t().subaccounts_saved_signed_out()
    } else {
        page.t().subaccounts_saved()
    };
    conclude(&page, subject, done, notice, (Form::Details, values.form())).await
}
