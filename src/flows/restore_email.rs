//! The link at the e-mail address before a change: it puts that address back. Whoever moved the address
//! is in the account, so everything that is signed in ends and the password is another as well.

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

/// Tells the address that an account is about to leave. One that its owner held for long is sent a
/// link back. One that is new itself is not (the attack: a thief moves the address twice, opens the
/// link to the first of their own addresses, and is mailed a link to another password), and the
/// link to the address before it goes on working. Nor is one that nobody has proven (the accident: a
/// manager's typing error, and a stranger takes the account).
pub(super) fn tell_old_address(work: &mut Work<'_>, account: &Account) -> Result<(), StoreError> {
    let is_new = account.new_email_since(work.now).is_some();
    if is_new || !account.email_proven || !work.services.sends_mail() {
        return work.notify(&account.id, NotificationKind::EmailChanged);
    }
    let token = work.make_link(account, account, Purpose::RestoreEmail, None)?;
    // Longer than the link works: the news outlives it.
    let schedule = Schedule::at_once(work.now);
    work.notify_secret(
        &account.id,
        NotificationKind::EmailChanged,
        token.reveal(),
        &schedule,
    )
}

/// What a link puts back.
#[derive(Debug, Clone)]
pub struct Restorable {
    /// The account as it is now.
    pub account: Account,
    /// The address that it had, to which the link was mailed.
    pub before: Email,
}

/// What a link puts back, if it works.
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

/// Puts the address back, ends everything that is signed in, puts a password that nobody knows in the
/// place of the present one, and mails a link to choose another to the address that is back. The
/// second factor stays.
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
        // It may be the owner who reads the new address, and somebody else the old one.
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
