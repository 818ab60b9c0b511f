//! `POST /subaccounts/{id}/new-password`: a link to a new password for a subaccount. It is mailed to its
//! owner, or shown once to the manager, who gives it to them.

use crate::{
    domain::client::Client,
    flows::{
        LinkMail,
        password_link::{self, HandOver, PasswordLinkMade},
    },
    text::Text,
    web::{
        field::Field,
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

/// The button that shows the link instead of mailing it.
const SHOW: Field = Field::text("show", Text::field_button, 16);
const FIELDS: [Field; 4] = [SHOW, justification::REASON, Field::PASSWORD, Field::CODE];

/// `POST /subaccounts/{id}/new-password`. Requires password and code itself, so an older sign-in suffices.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn make(subject: ManagedSubaccount, page: Page, client: Client, submission: Submission) -> Answer {
    let fields = (Form::PasswordLink, FIELDS.as_slice());
    let (justification, values) = match given(&page, &subject, submission, fields, |_| None).await? {
        Ok(given) => given,
        Err(answer) => return Ok(answer),
    };
    let hand_over = if values.ticked(SHOW) {
        HandOver::Shown
    } else {
        HandOver::Mailed
    };
    let target = subject.target(client);
    let made = password_link::make(&page.services, &target, justification, hand_over).await?;
    let notice = match &made {
        Ok(PasswordLinkMade::Shown(token)) => {
            let (account, what) = (&subject.account().id, PassedOn::PasswordLink);
            session::leave_to_pass_on(page.session(), &page, account, what, token.reveal())?;
            page.t().subaccounts_link_made()
        }
        Ok(PasswordLinkMade::Mailed(LinkMail::Sent)) => page.t().subaccounts_link_sent(),
        Ok(PasswordLinkMade::Mailed(LinkMail::CodesByMail)) => page.t().subaccounts_link_not_sent_codes(),
        Ok(PasswordLinkMade::Mailed(LinkMail::NewEmail)) => page.t().subaccounts_link_not_sent_new_email(),
        Ok(PasswordLinkMade::NotByMail) => page.t().subaccounts_link_not_sent_no_email(),
        Ok(PasswordLinkMade::OutOfUse) => page.t().subaccounts_link_not_made(),
        Err(_) => "",
    };
    let sent = (Form::PasswordLink, values.form());
    conclude(&page, subject, made.map(drop), notice, sent).await
}
