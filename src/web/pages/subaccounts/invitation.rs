//! `POST /subaccounts/{id}/invite`: another invitation for a subaccount without a password.

use crate::{
    domain::client::Client,
    flows::{
        invite::{self, InviteRefusal},
        manage_subaccount::Refusal,
    },
    web::{
        form::FormState,
        guard::RecentManagedSubaccount,
        page::{Answer, Page, see_other},
        pages::subaccounts::{
            announce,
            change::{Form, conclude},
        },
        paths, session,
        submission::Submission,
    },
};

/// `POST /subaccounts/{id}/invite`: "New invitation".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn renew(
    RecentManagedSubaccount(subject): RecentManagedSubaccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    let id = &subject.account().id.0;
    match invite::renew(&page.services, &subject.manager.may, id, client).await? {
        Ok(invited) => {
            announce(&page, &invited)?;
            see_other(&subject.path())
        }
        Err(InviteRefusal::Mail(cap)) => {
            let sent = (Form::Details, FormState::blank());
            conclude(&page, subject, Err(Refusal::Mail(cap)), "", sent).await
        }
        Err(InviteRefusal::Disabled) => {
            session::leave_notice(page.session(), page.t().subaccounts_invitation_disabled());
            see_other(&subject.path())
        }
        Err(InviteRefusal::SessionEnded) => see_other(paths::LOGIN_ENDED),
        Err(
            InviteRefusal::NotThere
            | InviteRefusal::Taken
            | InviteRefusal::Name(_)
            | InviteRefusal::Number(_),
        ) => {
            session::leave_notice(page.session(), page.t().subaccounts_invitation_unneeded());
            see_other(&subject.path())
        }
    }
}
