//! Mail to account owners: charged to its budgets, sealed where it contains a secret for its recipient, and
//! queued in the transaction of the change that it reports, so that neither exists without the other.
//!
//! Mandatory notifications are free. Requested mails are charged first ([`pay`]), before a link is created that
//! would void the previous one; nothing is created over a limit.

use super::{Services, choose_language::of_messages};
use crate::{
    domain::{
        account::{Account, AccountId, Email},
        authenticator::out_of_band::SentCode,
        lifetimes::CODE_SECONDS,
        limits::send_budget::{Cap, Sending},
        notification::{Notification, NotificationKind, Schedule},
        sealed::Sealed,
        security_event::Actor,
    },
    store::{
        DbConnection, StoreError, Tx, accounts,
        outbox::{self, Letter},
        send_counters::{self, Charge, Paid},
    },
};

/// Charges a mail of this kind to its budgets; `None` if it uses none.
pub(super) fn pay(
    tx: &mut Tx<'_>,
    services: &Services,
    owner: &Account,
    actor: &Actor,
    kind: NotificationKind,
) -> Result<Result<Option<Paid>, Cap>, StoreError> {
    let Some(sending) = kind.sending() else {
        return Ok(Ok(None));
    };
    let paid = pay_for(tx, services, sending, actor, (owner.payer(), &owner.email))?;
    Ok(paid.map(Some))
}

/// Charges a mail to an address, for a main account.
pub(super) fn pay_for(
    tx: &mut Tx<'_>,
    services: &Services,
    sending: Sending,
    actor: &Actor,
    (main, email): (&AccountId, &Email),
) -> Result<Result<Paid, Cap>, StoreError> {
    let (account, address) = match actor {
        Actor::Account(account, client) => (Some(account), Some(client.address)),
        Actor::Visitor(client) => (None, Some(client.address)),
        Actor::Operator => (None, None),
    };
    let order = Charge {
        sending,
        account,
        address,
        main,
        recipient: email.as_str(),
    };
    send_counters::charge(tx, &services.channels.purse, &order, services.now())
}

/// The content of a mail.
#[derive(Clone, Copy)]
pub(super) struct Content<'a> {
    /// The kind of notification.
    pub kind: NotificationKind,
    /// The secret for its recipient.
    pub secret: Option<&'a str>,
    /// When it is sent.
    pub schedule: &'a Schedule,
}

/// Mails the owner of an account at its current address.
pub(super) fn mail(
    tx: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    actor: &Actor,
    content: Content<'_>,
    paid: Option<Paid>,
) -> Result<(), StoreError> {
    mail_to(tx, services, account, None, actor, content, paid)
}

/// The same, at another address if one is given.
fn mail_to(
    tx: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    address: Option<&Email>,
    actor: &Actor,
    content: Content<'_>,
    paid: Option<Paid>,
) -> Result<(), StoreError> {
    let now = services.now();
    let Some((mut notification, owner)) = notification(tx, services, account, actor, content.kind)? else {
        return Ok(());
    };
    // An invited owner has agreed to nothing, and is mailed only what was charged (the attack: invite a
    // stranger, then disable and enable the account repeatedly).
    if paid.is_none() && owner.password_chosen_at.is_none() {
        return Ok(());
    }
    if let Some(address) = address {
        notification.recipient = address.clone();
    }
    let sealed: Option<Sealed> = content
        .secret
        .map(|secret| {
            let place = secret_place(&notification);
            services
                .keys
                .ring
                .seal(secret.as_bytes(), &place, &*services.random)
        })
        .transpose()?;
    let letter = Letter {
        notification: &notification,
        sealed: sealed.as_ref(),
        schedule: content.schedule,
        main: owner.payer(),
    };
    outbox::post(tx, &services.channels.purse, &letter, paid, now)
}

/// Mails a code to its address.
pub(super) fn mail_code(
    tx: &mut Tx<'_>,
    services: &Services,
    (account, address): (&AccountId, &Email),
    actor: &Actor,
    (kind, code): (NotificationKind, &SentCode),
    paid: Paid,
) -> Result<(), StoreError> {
    let now = services.now();
    // It is useless in the outbox after it expires.
    let schedule = Schedule {
        useless_at: Some(now.plus(CODE_SECONDS)),
        ..Schedule::at_once(now)
    };
    let content = Content {
        kind,
        secret: Some(code.digits()),
        schedule: &schedule,
    };
    mail_to(tx, services, account, Some(address), actor, content, Some(paid))
}

/// Notifies the owner of an account.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    actor: &Actor,
    kind: NotificationKind,
) -> Result<(), StoreError> {
    let content = Content {
        kind,
        secret: None,
        schedule: &Schedule::at_once(services.now()),
    };
    mail(tx, services, account, actor, content, None)
}

/// Notifies the main account of a subaccount.
pub(super) fn tell_main_account(
    tx: &mut Tx<'_>,
    services: &Services,
    subaccount: &Account,
    actor: &Actor,
    kind: NotificationKind,
) -> Result<(), StoreError> {
    let now = services.now();
    let main = subaccount.main_account.as_ref();
    let Some(main) = main.map(|main| accounts::by_id(tx, main)).transpose()?.flatten() else {
        return Ok(());
    };
    let Some((notification, owner)) = notification(tx, services, &subaccount.id, actor, kind)? else {
        return Ok(());
    };
    let letter = Letter {
        notification: &Notification {
            language: of_messages(services, tx, &main.account, None)?,
            recipient: main.account.email,
            ..notification
        },
        sealed: None,
        schedule: &Schedule::at_once(now),
        main: owner.payer(),
    };
    outbox::post(tx, &services.channels.purse, &letter, None, now)
}

/// The place that a notification's secret is sealed for: its recipient, account and kind.
pub(super) fn secret_place(notification: &Notification) -> String {
    format!(
        "outbox.sealed:{}:{}:{}",
        notification.kind.name(),
        notification.username.as_str(),
        notification.recipient.as_str()
    )
}

/// A notification to the owner of an account, and the account; `None` if it no longer exists.
fn notification(
    conn: &mut DbConnection,
    services: &Services,
    account: &AccountId,
    actor: &Actor,
    kind: NotificationKind,
) -> Result<Option<(Notification, Account)>, StoreError> {
    let Some(known) = accounts::by_id(conn, account)? else {
        return Ok(None);
    };
    let (by, address) = match actor {
        Actor::Account(other, client) if other != account => {
            (accounts::by_id(conn, other)?, Some(client.address))
        }
        Actor::Visitor(client) | Actor::Account(_, client) => (None, Some(client.address)),
        Actor::Operator => (None, None),
    };
    // An invited owner has not chosen a language yet; they usually share their inviter's.
    let inviter = by.as_ref().filter(|_| kind == NotificationKind::Invitation);
    let here = actor.client().filter(|_| kind.is_awaited());
    let here = here.and_then(|client| client.language);
    let language = match (known.account.language, inviter) {
        (None, Some(inviter)) => of_messages(services, conn, &inviter.account, None)?,
        _ => of_messages(services, conn, &known.account, here)?,
    };
    let notification = Notification {
        kind,
        recipient: known.account.email.clone(),
        language,
        username: known.account.username.clone(),
        happened_at: services.now(),
        address,
        by: by.map(|by| by.account.username),
        repeats: 0,
    };
    Ok(Some((notification, known.account)))
}
