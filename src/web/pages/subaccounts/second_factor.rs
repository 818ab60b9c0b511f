//! `POST /subaccounts/{id}/reset`: removing the second factor of a subaccount.

use crate::{
    domain::{authenticator::set_up_code::SetUpCode, client::Client},
    flows::manage_subaccount::{self, Refusal},
    web::{
        error::Error,
        guard::ManagedSubaccount,
        page::{Answer, Page},
        pages::subaccounts::{
            change::{Form, conclude, given},
            justification,
        },
        session::{self, PassedOn},
        submission::Submission,
    },
};

/// `POST /subaccounts/{id}/reset`. Requires password and code itself, so an older sign-in suffices.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn reset(subject: ManagedSubaccount, page: Page, client: Client, submission: Submission) -> Answer {
    let fields = (Form::Reset, justification::FIELDS.as_slice());
    let (justification, values) = match given(&page, &subject, submission, fields, |_| None).await? {
        Ok(given) => given,
        Err(answer) => return Ok(answer),
    };
    let done = manage_subaccount::reset(&page.services, &subject.target(client), justification).await?;
    let done = pass_on(&page, &subject, done)?;
    let notice = page.t().subaccounts_reset_done();
    let sent = (Form::Reset, values.form());
    conclude(&page, subject, done, notice, sent).await
}

/// Stores the set-up code, if a change made one, for the next page to show.
pub(super) fn pass_on(
    page: &Page,
    subject: &ManagedSubaccount,
    done: Result<Option<SetUpCode>, Refusal>,
) -> Result<Result<(), Refusal>, Error> {
    if let Ok(Some(code)) = &done {
        let (id, what) = (&subject.account().id, PassedOn::SetUpCode);
        session::leave_to_pass_on(page.session(), page, id, what, &code.grouped())?;
    }
    Ok(done.map(drop))
}
