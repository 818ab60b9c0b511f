//! A link to another password that a manager makes for a subaccount, mailed or handed over.

use super::{
    Fault, Services,
    manage_subaccount::{GivenJustification, Refusal, Target, change_with_justification},
    work::{LinkMail, Stop},
};
use crate::domain::{notification::NotificationKind, random::Token};

/// How a link to another password reaches the subaccount's owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandOver {
    /// It is mailed to their address, and nobody else sees it (ASVS 6.4.6).
    Mailed,
    /// It is shown to the manager, who hands it over.
    Shown,
}

/// What became of a link to another password.
pub enum PasswordLinkMade {
    /// What was mailed: the link, or why there is none.
    Mailed(LinkMail),
    /// To be shown once.
    Shown(Token),
    /// There is none: no mail is sent.
    NotByMail,
    /// There is none: the account is disabled, or its owner has yet to choose a first password.
    OutOfUse,
}

/// Makes a link to another password for the subaccount's owner. It takes what a reset takes, and
/// leaves the second factor as it is.
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
