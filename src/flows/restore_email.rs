//! The link mailed to the previous e-mail address after a change: it restores that address. The person who
//! changed the address has access to the account, so all sessions end and the password is replaced as well.

use super::{
    Fault, LinkMail, LinkSpent, Services, not_me, opened_link,
    work::{Stop, Work},
};
use crate::{
    domain::{
        account::{Account, AddressOf, Email},
        client::Client,
        link::Purpose,
        notification::{NotificationKind, Schedule},
        security_event::Event,
    },
    store::StoreError,
};

/// Notifies the address that an account is about to leave. An address that its owner has long had is sent a
/// link to restore it. One that is new itself is not (the attack: a thief changes the address twice, opens the
/// link to the first of their own addresses, and is mailed a password link), and the link to the address before
/// it stays valid. Neither is one that was never verified (the accident: a manager's typing error, and a
/// stranger takes the account).
pub(super) fn tell_old_address(work: &mut Work<'_>, account: &Account) -> Result<(), StoreError> {
    let is_new = account.new_email_since(work.now).is_some();
    if is_new || !account.email_proven || !work.services.sends_mail() {
        return work.notify(&account.id, NotificationKind::EmailChanged);
    }
    let token = work.make_link(account, account, Purpose::RestoreEmail, None)?;
    // Longer than the link works: the notification is still useful then.
    let schedule = Schedule::at_once(work.now);
    work.notify_secret(
        &account.id,
        NotificationKind::EmailChanged,
        token.reveal(),
        &schedule,
    )
}

/// What a link restores.
#[derive(Debug, Clone)]
pub struct Restorable {
    /// The account in its current state.
    pub account: Account,
    /// The previous address, to which the link was mailed.
    pub before: Email,
}

/// What a link restores, if it works.
///
/// # Errors
/// [`Fault`].
pub async fn find(services: &Services, token: &str) -> Result<Option<Restorable>, Fault> {
    let link = opened_link(services, Purpose::RestoreEmail, token).await?;
    Ok(link.and_then(|link| {
        Some(Restorable {
            account: link.account,
            before: link.sent_to?,
        })
    }))
}

/// Restores the address, ends all sessions, replaces the password with one that nobody knows, and mails a link
/// to choose another to the restored address. The second factor is kept.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn restore(
    services: &Services,
    token: &str,
    client: Client,
) -> Result<Result<LinkMail, LinkSpent>, Fault> {
    let purpose = Purpose::RestoreEmail;
    not_me::take_back(services, purpose, token, client, move |work, link, nobodys| {
        let id = link.account.id.clone();
        // The owner may be the one who reads the new address, and another person the old one.
        work.notify(&id, NotificationKind::EmailRestored)?;
        let epoch = link.account.epoch;
        let before = link.sent_to.ok_or(Stop::Refused(LinkSpent))?;
        if !work.set_email(&id, epoch, &before, AddressOf::Vouched)? {
            return Err(Stop::Refused(LinkSpent));
        }
        let account = Account {
            email: before,
            email_changed_at: None,
            email_proven: true,
            ..link.account
        };
        work.force_new_password(account, nobodys, Event::EmailRestored)
    })
    .await
}
