//! `/account/details`: the box for two-factor authentication, and the e-mail address.
//!
//! The box changes nothing by itself: ticked, it leads to set-up; cleared, to "Disable".
//! What was typed beside it is kept for when one comes back.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::account::Email,
    flows::{change_email, enrol},
    web::{
        client_address::ClientAddress,
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::account::required_by,
        return_to::ReturnTo,
        session,
    },
};

const HERE: &str = "/account/details";

const FIELDS: [Field; 2] = [
    Field::text("two_factor", "The box", 16),
    Field::text("email", "The e-mail address", 1024),
];

#[derive(Template)]
#[template(path = "pages/account/details.html")]
struct DetailsPage {
    frame: Frame,
    form: FormState,
    two_factor: bool,
    enrolled: bool,
    /// Who requires a second factor, if anybody does.
    required_by: Option<String>,
}

/// `GET /account/details`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let enrolled = enrol::enrolled_since(&page.services, &guard.account.id)
        .await?
        .is_some();
    let email =
        session::take_draft(page.session()).unwrap_or_else(|| guard.account.email.as_str().to_owned());
    let view = DetailsPage {
        frame: page.frame_with_notice(&guard.account)?,
        form: FormState::blank().filled("email", email),
        two_factor: enrolled,
        enrolled,
        required_by: required_by(&page, &guard).await?,
    };
    page.show(StatusCode::OK, &view)
}

/// `POST /account/details`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(
    guard: SignedIn,
    page: Page,
    ClientAddress(address): ClientAddress,
    submission: Submission,
) -> Answer {
    let enrolled = enrol::enrolled_since(&page.services, &guard.account.id)
        .await?
        .is_some();
    let required_by = required_by(&page, &guard).await?;
    let again = |status: StatusCode, form: FormState| {
        let view = DetailsPage {
            frame: page.frame(Some(&guard.account))?,
            two_factor: !form.value("two_factor").is_empty(),
            form,
            enrolled,
            required_by: required_by.clone(),
        };
        page.show(status, &view)
    };
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return again(unreadable.status, unreadable.form),
    };
    let email = match Email::parse(values.text("email")) {
        Ok(email) => email,
        Err(error) => {
            let form = values.form().refused([Problem::with("email", error.to_string())]);
            return again(StatusCode::UNPROCESSABLE_ENTITY, form);
        }
    };

    let changed = email != guard.account.email;
    let keep_typed = || {
        if changed {
            session::leave_draft(page.session(), email.as_str())
        } else {
            Ok(())
        }
    };
    match (values.ticked("two_factor"), enrolled) {
        (true, false) => {
            keep_typed()?;
            return see_other("/account/security/authenticator");
        }
        (false, true) => {
            keep_typed()?;
            return see_other("/account/security/manage#disable");
        }
        (true, true) | (false, false) => {}
    }
    if changed && !guard.state.is_fresh(page.services.clock.now()) {
        keep_typed()?;
        return see_other(&ReturnTo::read(HERE).carried_by("/account/confirm"));
    }
    let notice = if change_email::change(&page.services, &guard.account, email, address).await? {
        "Your details are saved."
    } else {
        "Nothing was different, so nothing was changed."
    };
    session::leave_notice(page.session(), notice)?;
    see_other(HERE)
}
