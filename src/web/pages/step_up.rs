//! What a form that changes something requires besides its fields: the only code in which a page reads the code for a
//! change, proves it and gets permission for the change. What a change requires is in [`crate::domain::change`].

use crate::{
    domain::{
        authenticator::totp::Code,
        change::{Change, Lack, SteppedUp},
        client::Client,
        session::SignedIn,
    },
    flows,
    text::Said as _,
    web::{error::Error, field::Field, form::Problem, page::Page, paths, refusal::Refused, session},
};

/// Whether a change requires a code of the authenticator.
pub(super) async fn asks_code(page: &Page, session: &SignedIn, change: Change) -> Result<bool, Error> {
    let leave = flows::step_up::leave(&page.services, session, change).await?;
    Ok(leave.err() == Some(Lack::Code))
}

/// Whether a change requires the password first, on a separate page.
pub(super) async fn asks_password(page: &Page, session: &SignedIn, change: Change) -> Result<bool, Error> {
    let leave = flows::step_up::leave(&page.services, session, change).await?;
    Ok(leave.err() == Some(Lack::Password) || !session.is_fresh(page.services.clock.now()))
}

/// Gives permission for a change, or returns the form with its error. A right code is kept in the session, so that
/// the next mistake in the form does not cost another one. `field` is where it was entered.
///
/// # Errors
/// [`Error::SeeOther`] to the page that asks for the password.
pub(super) async fn step_up(
    page: &Page,
    session: &mut SignedIn,
    change: Change,
    (field, typed): (Field, &str),
    client: Client,
) -> Result<Result<SteppedUp, Refused>, Error> {
    match flows::step_up::leave(&page.services, session, change).await? {
        Ok(leave) => return Ok(Ok(leave)),
        Err(Lack::Code) => {}
        Err(Lack::Password) => return Err(page.password_first()),
        Err(Lack::Both) => return Err(Error::SeeOther(paths::ACCOUNT_SECURITY_MANAGE.to_owned())),
        Err(Lack::SignIn) => {
            let again = page.t().account_confirm_sign_in();
            return Ok(Err(Refused::invalid(Problem::overall(again))));
        }
    }
    let code = match Code::parse(typed) {
        Ok(code) => code,
        Err(error) => return Ok(Err(Refused::invalid(Problem::with(field, error.said(page.t()))))),
    };
    match flows::step_up::with_code(&page.services, session.clone(), code, client).await? {
        Ok(proven) => {
            session::enter(page.session(), page, &proven)?;
            *session = proven;
        }
        Err(refusal) => {
            let refused = Refused::code(page.t(), refusal);
            return Ok(Err(refused.at(field)));
        }
    }
    let leave = flows::step_up::leave(&page.services, session, change).await?;
    // Only a fresh password is missing now: it has just expired.
    Ok(Ok(leave.map_err(|_| page.password_first())?))
}
