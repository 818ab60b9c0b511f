//! A password link that a manager creates for a subaccount, mailed or handed over.

use super::{
    Fault, Services,
    manage_subaccount::{GivenJustification, Refusal, Target, change_with_justification},
    work::{LinkMail, Stop},
};
use crate::domain::{notification::NotificationKind, random::Token};

/// How a password link reaches the subaccount's owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandOver {
    /// It is mailed to their address, and nobody else sees it (ASVS 6.4.6).
    Mailed,
    /// It is shown to the manager, who hands it over.
    Shown,
}

/// The result of creating a password link.
pub enum PasswordLinkMade {
    /// What was mailed: the link, or the reason why there is none.
    Mailed(LinkMail),
    /// A link to be shown once.
    Shown(Token),
    /// No link: no mail is sent.
    NotByMail,
    /// No link: the account is disabled, or its owner has not chosen a first password yet.
    OutOfUse,
}

/// Creates a password link for the subaccount's owner. It requires the same as a reset, and keeps the second
/// factor.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn make(
    services: &Services,
    target: &Target<'_>,
    justification: GivenJustification,
    hand_over: HandOver,
) -> Result<Result<PasswordLinkMade, Refusal>, Fault> {
    change_with_justification(services, target, justification, move |change, justification| {
        let account = change.managed.account();
        if !account.is_enabled() || account.password_chosen_at.is_none() {
            return Ok(PasswordLinkMade::OutOfUse);
        }
        if hand_over == HandOver::Shown {
            let token = change.work.show_password_link(&change.managed, justification)?;
            return Ok(PasswordLinkMade::Shown(token));
        }
        if !change.work.services.sends_mail() {
            return Ok(PasswordLinkMade::NotByMail);
        }
        let reason = Some(justification.reason());
        let mailed = change
            .work
            .mail_password_link(account, NotificationKind::PasswordLink, reason)?;
        match mailed {
            Ok(mail) => Ok(PasswordLinkMade::Mailed(mail)),
            Err(cap) => Err(Stop::Refused(Refusal::Mail(cap))),
        }
    })
    .await
}
