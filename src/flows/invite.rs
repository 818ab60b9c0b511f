//! Creating a subaccount with a one-time link by which its owner chooses a password. Until then nobody knows
//! its password.

use super::{
    Fault, Services,
    work::{Stop, Work},
};
use crate::{
    domain::{
        account::{Account, AccountId, Email, Username, UsernameError},
        authenticator::password::NewPassword,
        client::Client,
        limits::send_budget::Cap,
        link::Purpose,
        notification::{NotificationKind, Schedule},
        phone_number::{NotSentTo, PhoneNumber},
        random::{self, Token},
        security_event::{Actor, Event},
        subaccount::Manager,
    },
    hasher::Caller,
    store::{StoreError, accounts, one_time_links, outbox, phone_numbers},
};

/// Why there is no invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteRefusal {
    /// Another account has that user name.
    Taken,
    /// The user name does not match the e-mail address.
    Name(UsernameError),
    /// There is no such subaccount, the manager may not change it, or it already has a chosen password.
    NotThere,
    /// It is disabled, so no link to it would work.
    Disabled,
    /// Codes are not sent to that phone number.
    Number(NotSentTo),
    /// A limit on mails is reached.
    Mail(Cap),
    /// The manager's session was ended in the meantime.
    SessionEnded,
}

/// A subaccount to be added.
pub struct NewSubaccount {
    /// Their user name.
    pub username: Username,
    /// Their e-mail address.
    pub email: Email,
    /// Their phone number, not verified.
    pub number: Option<PhoneNumber>,
    /// Whether they must have a second factor.
    pub two_factor_required: bool,
}

/// An invited account, and how the invitation is delivered.
pub struct Invited {
    /// The account.
    pub account: AccountId,
    /// The link's token, to be passed on if it is not mailed.
    pub token: Option<Token>,
}

/// Creates a subaccount and its link, and mails the link if mail is sent.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn create(
    services: &Services,
    manager: &Manager,
    new: NewSubaccount,
    client: Client,
) -> Result<Result<Invited, InviteRefusal>, Fault> {
    let now = services.now();
    let number = new.number.map(|number| services.channels.countries.allow(number));
    let number = match number.transpose() {
        Ok(number) => number,
        Err(why) => return Ok(Err(InviteRefusal::Number(why))),
    };
    let id = AccountId(random::row_id(&*services.random)?);
    let account = match Account::new(id, new.username, new.email, now) {
        Ok(account) => Account {
            main_account: Some(manager.main().clone()),
            two_factor_required: new.two_factor_required,
            ..account
        },
        Err(why) => return Ok(Err(InviteRefusal::Name(why))),
    };
    let password = services
        .hasher
        .hash(
            Caller::inside(manager.account()),
            NewPassword::random_unusable(&*services.random)?,
        )
        .await?;
    let manager = manager.clone();
    let actor = Actor::Account(manager.account().clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(manager.account(), manager.epoch())? {
                return Err(Stop::Refused(InviteRefusal::SessionEnded));
            }
            match accounts::insert(&mut work.tx, &account, &password) {
                Err(StoreError::Taken) => return Err(Stop::Refused(InviteRefusal::Taken)),
                inserted => inserted?,
            }
            if let Some(number) = number {
                phone_numbers::give(&mut work.tx, &account.id, &number, now)?;
            }
            work.record(&account.id, Event::AccountCreated);
            // An account without a notification would be useless: both or neither.
            send(work, &account)?.map_err(|cap| Stop::Refused(InviteRefusal::Mail(cap)))
        })
        .await
}

/// Creates a link, which voids the previous one, and mails it if mail is sent; the manager never sees a mailed
/// link. If a limit is reached, nothing is created, and the previous link still works.
pub(super) fn send(work: &mut Work<'_>, account: &Account) -> Result<Result<Invited, Cap>, StoreError> {
    let id = account.id.clone();
    let purpose = Purpose::Invitation;
    if !work.services.sends_mail() {
        return Ok(Ok(Invited {
            account: id,
            token: Some(work.make_link_to_show(account, purpose)?),
        }));
    }
    let paid = match work.pay(account, NotificationKind::Invitation)? {
        Ok(paid) => paid,
        Err(cap) => return Ok(Err(cap)),
    };
    let token = work.make_link(account, account, purpose, None)?;
    // A queued mail would deliver the link that this one voids.
    let belongs_to = format!("invitation:{}", id.0);
    outbox::take_out(&mut work.tx, &belongs_to)?;
    let schedule = Schedule {
        belongs_to: Some(belongs_to),
        ..Schedule::at_once(work.now)
    };
    let link = Some(token.reveal());
    work.mail(&id, NotificationKind::Invitation, link, &schedule, paid)?;
    Ok(Ok(Invited {
        account: id,
        token: None,
    }))
}

/// Mails another invitation after the previous link has ended; does nothing if none is mailed.
pub(super) fn send_anew(work: &mut Work<'_>, invited: &Account) -> Result<Result<(), Cap>, StoreError> {
    if !work.services.sends_mail() {
        return Ok(Ok(()));
    }
    let sent = send(work, invited)?;
    if sent.is_ok() {
        work.record(&invited.id, Event::InvitationRenewed);
    }
    Ok(sent.map(drop))
}

/// Mails a valid invitation once more to an owner who requests a new password. Its expiry is unchanged (the
/// attack: a stranger's requests keep it alive).
pub(super) fn remind(work: &mut Work<'_>, invited: &Account) -> Result<(), StoreError> {
    let (id, now, purpose) = (&invited.id, work.now, Purpose::Invitation);
    let Some(made) = one_time_links::made_at(&mut work.tx, id, purpose, now)? else {
        return Ok(());
    };
    if send_anew(work, invited)?.is_ok() {
        one_time_links::date(&mut work.tx, id, purpose, made)?;
    }
    Ok(())
}

/// Creates a new link, which voids the previous one, and mails it if mail is sent.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn renew(
    services: &Services,
    manager: &Manager,
    id: &str,
    client: Client,
) -> Result<Result<Invited, InviteRefusal>, Fault> {
    let (id, manager) = (AccountId(id.to_owned()), manager.clone());
    let actor = Actor::Account(manager.account().clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(manager.account(), manager.epoch())? {
                return Err(Stop::Refused(InviteRefusal::SessionEnded));
            }
            let found = accounts::hold_subaccount(&mut work.tx, manager.main(), &id)?;
            let theirs = found.and_then(|account| manager.manages(account));
            let invited = theirs.filter(|theirs| theirs.account().password_chosen_at.is_none());
            if invited
                .as_ref()
                .is_some_and(|invited| !invited.account().is_enabled())
            {
                return Err(Stop::Refused(InviteRefusal::Disabled));
            }
            let Some(invited) = invited else {
                return Err(Stop::Refused(InviteRefusal::NotThere));
            };
            work.record(&id, Event::InvitationRenewed);
            send(work, invited.account())?.map_err(|cap| Stop::Refused(InviteRefusal::Mail(cap)))
        })
        .await
}
