//! A new subaccount and the one-time link by which its owner chooses a password. Nobody
//! knows the password that it has until then.

use super::{Fault, LinkSpent, Services, Undone, enabled_account, record, tell_secret};
use crate::{
    domain::{
        account::{Account, AccountId, Email, Username},
        authenticator::password::NewPassword,
        client::Client,
        notice::{Matter, Schedule},
        phone_number::PhoneNumber,
        random::{self, Token, TokenDigest},
        security_event::{Actor, Event},
        subaccount::Manager,
    },
    store::{
        StoreError, Tx, accounts, invitations, outbox, password_links, phone_numbers, sessions, transaction,
    },
};

/// Why there is no invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteRefusal {
    /// Another account has that name.
    Taken,
    /// There is no such subaccount, it is not theirs to change, or it has chosen a password.
    NotThere,
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
/// [`Fault`]; the inner result is for the person.
pub async fn create(
    services: &Services,
    manager: &Manager,
    new: NewSubaccount,
    client: Client,
) -> Result<Result<Invited, InviteRefusal>, Fault> {
    let now = services.now();
    let number = new.number;
    let account = Account {
        id: AccountId(random::row_id(&*services.random)?),
        username: new.username,
        email: new.email,
        main_account: Some(manager.main().clone()),
        manager: false,
        two_factor_required: new.two_factor_required,
        set_up_forced: false,
        generation: 0,
        disabled_at: None,
        created_at: now,
    };
    let password = services
        .hasher
        .hash(NewPassword::that_nobody_knows(&*services.random)?)
        .await?;
    let token = Token::generate(&*services.random)?;
    let (work, manager) = (services.clone(), manager.clone());
    let made = services
        .database
        .run(move |conn| {
            let made = transaction(conn, |conn| {
                if !accounts::hold_generation(conn, manager.account(), manager.generation())? {
                    return Ok(Err(InviteRefusal::SessionEnded));
                }
                accounts::insert(conn, &account, &password)?;
                if let Some(number) = number {
                    phone_numbers::set(conn, &account.id, &number, None, now)?;
                }
                invitations::insert(conn, &account.id, &token.digest(), now)?;
                let actor = Actor::Account(manager.account().clone(), client);
                let invited = send(conn, &work, account.id.clone(), token, &actor)?;
                record(conn, &work, Some(&account.id), actor, Event::AccountCreated)?;
                Ok(Ok(invited))
            });
            match made {
                Err(StoreError::Taken) => Ok(Err(InviteRefusal::Taken)),
                made => made,
            }
        })
        .await?;
    Ok(made)
}

/// Mails a link where mail is sent; whoever made it never sees it then.
fn send(
    conn: &mut Tx<'_>,
    services: &Services,
    account: AccountId,
    token: Token,
    actor: &Actor,
) -> Result<Invited, StoreError> {
    let token = if services.sends_mail() {
        // A mail that still waits would bring the link that this one voids.
        let belongs_to = format!("invitation:{}", account.0);
        outbox::take_out(conn, &belongs_to)?;
        let schedule = Schedule {
            belongs_to: Some(belongs_to),
            ..Schedule::at_once(services.now())
        };
        let matter = Matter::Invitation;
        tell_secret(conn, services, &account, actor, matter, token.reveal(), &schedule)?;
        None
    } else {
        Some(token)
    };
    Ok(Invited { account, token })
}

/// Makes another link, which voids the one before, and mails it where mail is sent.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn renew(
    services: &Services,
    manager: &Manager,
    id: &str,
    client: Client,
) -> Result<Result<Invited, InviteRefusal>, Fault> {
    let token = Token::generate(&*services.random)?;
    let (work, id, manager) = (services.clone(), AccountId(id.to_owned()), manager.clone());
    let now = services.now();
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                if !accounts::hold_generation(conn, manager.account(), manager.generation())? {
                    return Ok(Err(InviteRefusal::SessionEnded));
                }
                let found = accounts::hold_subaccount(conn, manager.main(), &id)?;
                let theirs = found.and_then(|account| manager.manages(account));
                if theirs.is_none() || !invitations::renew(conn, &id, &token.digest(), now)? {
                    return Ok(Err(InviteRefusal::NotThere));
                }
                let actor = Actor::Account(manager.account().clone(), client);
                let invited = send(conn, &work, id.clone(), token, &actor)?;
                record(conn, &work, Some(&id), actor, Event::InvitationRenewed)?;
                Ok::<_, StoreError>(Ok(invited))
            })
        })
        .await
        .map_err(Fault::from)
}

/// Whom a link invites, if it opens. Opening it changes nothing.
///
/// # Errors
/// [`Fault`].
pub async fn invited(services: &Services, token: &str) -> Result<Option<Account>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .run(move |conn| {
            let Some(id) = invitations::invited(conn, &digest, now)? else {
                return Ok::<_, StoreError>(None);
            };
            enabled_account(conn, &id)
        })
        .await
        .map_err(Fault::from)
}

/// Spends the link and sets the password, both or neither. Signs nobody in.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn accept(
    services: &Services,
    token: &str,
    password: NewPassword,
    client: Client,
) -> Result<Result<(), LinkSpent>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    let password = services.hasher.hash(password).await?;
    let work = services.clone();
    let accepted = services
        .database
        .run(move |conn| {
            Ok::<_, StoreError>(transaction(conn, |conn| {
                let Some(id) = invitations::spend(conn, &digest, now)? else {
                    return Err(Undone::Refused(LinkSpent));
                };
                if enabled_account(conn, &id)?.is_none() {
                    return Err(Undone::Refused(LinkSpent));
                }
                accounts::set_password(conn, &id, &password)?;
                password_links::void(conn, &id)?;
                accounts::next_generation(conn, &id)?;
                sessions::delete_all(conn, &id)?;
                record(
                    conn,
                    &work,
                    Some(&id),
                    Actor::Visitor(client),
                    Event::InvitationAccepted,
                )?;
                Ok(())
            }))
        })
        .await?;
    Undone::answer(accepted)
}
