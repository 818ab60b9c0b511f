//! A new subaccount and the one-time link by which its owner chooses a password. Nobody
//! knows the password that it has until then.

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
    /// Another account has that name.
    Taken,
    /// The name does not go with the address.
    Name(UsernameError),
    /// There is no such subaccount, it is not theirs to change, or it has chosen a password.
    NotThere,
    /// It is disabled, and no link to it would open.
    Disabled,
    /// Nothing is sent to that phone number.
    Number(NotSentTo),
    /// So many mails were sent that there is none for this one.
    Mail(Cap),
    /// The manager's session was ended meanwhile.
    SessionEnded,
}

/// Whom a manager adds.
pub struct NewSubaccount {
    /// Their user name.
    pub username: Username,
    /// Their e-mail address.
    pub email: Email,
    /// Their phone number, not proven.
    pub number: Option<PhoneNumber>,
    /// Whether they must have a second factor.
    pub two_factor_required: bool,
}

/// Who was invited, and how they hear of it.
pub struct Invited {
    /// The account.
    pub account: AccountId,
    /// The link's token, to be passed on, where no mail brings it.
    pub token: Option<Token>,
}

/// Makes a subaccount and its link, and mails it where mail is sent.
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
            // An account that nobody is told of would be of use to nobody: both or neither.
            send(work, &account)?.map_err(|cap| Stop::Refused(InviteRefusal::Mail(cap)))
        })
        .await
}

/// Makes a link, which voids the one before, and mails it where mail is sent; whoever made it
/// never sees it then. Where a limit is reached, nothing is made, and the link before still works.
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
    // A mail that still waits would bring the link that this one voids.
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

/// Mails another invitation to somebody whose link has ended; not where none is mailed.
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

/// Mails an invitation that still works once more to somebody who asks for a new password. It ends when it
/// would have (the attack: a stranger who asks keeps it alive).
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

/// Makes another link, which voids the one before, and mails it where mail is sent.
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
