//! Whether a subaccount can sign in at all: unlock, disable, enable and delete.

use crate::{
    domain::client::Client,
    flows::manage_subaccount,
    text::Text,
    web::{
        field::Field,
        form::{FormState, Problem},
        guard::{ManagedSubaccount, RecentManagedSubaccount},
        page::{Answer, Page, see_other},
        pages::subaccounts::{
            change::{Form, conclude, given},
            justification,
        },
        paths, session,
        submission::Submission,
    },
};

const SURE: Field = Field::text("sure", Text::field_box, 16);
const DELETE: [Field; 4] = [SURE, justification::REASON, Field::PASSWORD, Field::CODE];

macro_rules! buttons {
    ($($(#[$meta:meta])* $name:ident: $notice:ident;)+) => {$(
        $(#[$meta])*
        ///
        /// # Errors
        /// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
        pub async fn $name(
            RecentManagedSubaccount(subject): RecentManagedSubaccount,
            page: Page,
            client: Client,
            submission: Submission,
        ) -> Answer {
            submission.pressed()?;
            let done = manage_subaccount::$name(&page.services, &subject.target(client)).await?;
            conclude(&page, subject, done, page.t().$notice(), (Form::Details, FormState::blank())).await
        }
    )+};
}

buttons! {
    /// `POST /subaccounts/{id}/unlock`.
    unlock: subaccounts_unlocked;
    /// `POST /subaccounts/{id}/disable`.
    disable: subaccounts_now_disabled;
    /// `POST /subaccounts/{id}/enable`.
    enable: subaccounts_enabled;
}

/// `POST /subaccounts/{id}/delete`, with the box ticked. Requires password and code itself, so an older sign-in
/// suffices.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn delete(
    subject: ManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    let fields = (Form::Delete, DELETE.as_slice());
    let sure = given(&page, &subject, submission, fields, |values| {
        (!values.ticked(SURE)).then(|| Problem::with(SURE, values.t().subaccounts_delete_unsure()))
    });
    let (justification, values) = match sure.await? {
        Ok(given) => given,
        Err(answer) => return Ok(answer),
    };
    let done = manage_subaccount::delete(&page.services, &subject.target(client), justification).await?;
    if done.is_ok() {
        session::leave_notice(page.session(), page.t().subaccounts_deleted());
        return see_other(paths::SUBACCOUNTS);
    }
    conclude(&page, subject, done, "", (Form::Delete, values.form())).await
}
