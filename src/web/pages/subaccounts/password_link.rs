//! `POST /subaccounts/{id}/new-password`: a link to another password for a subaccount, mailed to its
//! owner or shown once, to be handed over.

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

/// The button that shows the link in place of mailing it.
const SHOW: Field = Field::text("show", Text::field_button, 16);
const FIELDS: [Field; 4] = [SHOW, justification::REASON, Field::PASSWORD, Field::CODE];

/// `POST /subaccounts/{id}/new-password`. Asks for everything itself, so an older sign-in will do.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for an id that is not there or not theirs.
pub async fn make(subject: ManagedSubaccount, page: Page, client: Client, submission: Submission) -> Answer {
    let fields = (Form::PasswordLink, FIELDS.as_slice());
    let (because, values) = match given(&page, &subject, submission, fields, |_| None).await? {
        Ok(given) => given,
        Err(answer) => return Ok(answer),
    };
    let hand_over = if values.ticked(SHOW) {
        HandOver::Shown
    } else {
        HandOver::Mailed
    };
    let order = subject.order(client);
    let made = password_link::make(&page.services, &order, because, hand_over).await?;
    let notice = match &made {
        Ok(PasswordLinkMade::Shown(token)) => {
            let (account, what) = (&subject.account().id, PassedOn::PasswordLink);
            session::leave_to_pass_on(page.session(), &page, account, what, token.reveal())?;
            "The link is made, and shown only now."
        }
        Ok(PasswordLinkMade::Mailed(LinkMail::Sent)) => {
            "We sent a link to choose a new password. It works once, for 30 minutes."
        }
        Ok(PasswordLinkMade::Mailed(LinkMail::CodesByMail)) => {
            "No link was sent: the codes of this account come by e-mail, so anyone who reads that mailbox would have \
             both. Make sure that it is really them, show a link and hand it over."
        }
        Ok(PasswordLinkMade::Mailed(LinkMail::NewEmail)) => {
            "No link was sent: this e-mail address was changed less than 48 hours ago by someone signed in to the \
             account. Make sure, in another way than by e-mail, that it was the owner. Then show a link and hand it over."
        }
        Ok(PasswordLinkMade::NotByMail) => {
            "No link was sent: no mail goes out here. Show a link and hand it over."
        }
        Ok(PasswordLinkMade::OutOfUse) => {
            "No link was made: the account is disabled, or its owner has yet to choose a first password."
        }
        Err(_) => "",
    };
    let sent = (Form::PasswordLink, values.form());
    conclude(&page, subject, made.map(drop), notice, sent).await
}
