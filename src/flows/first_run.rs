//! First run: a one-time link for an empty database leads to the first main account. There is no default
//! account and no default password (ASVS 6.3.2).

use super::{
    ChoiceRefusal, Fault, LinkSpent, Services,
    choose_password::{Chooser, choose_password},
    work::Stop,
};
use crate::{
    domain::{
        account::{Account, AccountId, Email, Username, UsernameError},
        authenticator::password::Candidate,
        client::Client,
        random::{self, Token, TokenDigest},
        security_event::{Actor, Event},
    },
    store::{StoreError, accounts, one_time_links, transaction},
};

/// A new link for an empty database, which voids earlier ones; `None` once there is an account.
///
/// # Errors
/// [`Fault`].
pub async fn welcome_link(services: &Services) -> Result<Option<Token>, Fault> {
    let (token, now) = (Token::generate(&*services.random)?, services.now());
    let digest = token.digest();
    let empty = services
        .database
        .run(move |conn| {
            let mut replace = || {
                transaction(conn, |conn| {
                    one_time_links::replace_welcome(conn, &digest, now)?;
                    Ok::<_, StoreError>(!accounts::any(conn)?)
                })
            };
            match replace() {
                // Another instance started at the same time: this link is the newer one.
                Err(StoreError::Taken) => replace(),
                replaced => replaced,
            }
        })
        .await?;
    Ok(empty.then_some(token))
}

/// Whether a link works: known, unused, not expired, and no account exists yet.
///
/// # Errors
/// [`Fault`].
pub async fn opens(services: &Services, token: &str) -> Result<bool, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .read(move |conn| {
            Ok::<_, StoreError>(one_time_links::welcome_opens(conn, &digest, now)? && !accounts::any(conn)?)
        })
        .await
        .map_err(Fault::from)
}

/// Why the first account was not created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstRunRefusal {
    /// The link does not work.
    Spent,
    /// The user name does not match the e-mail address.
    Name(UsernameError),
    /// The password is not accepted.
    Choice(ChoiceRefusal),
}

/// Claims the link and creates the first main account in one transaction.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn create_main_account(
    services: &Services,
    token: &str,
    username: Username,
    email: Email,
    password: Candidate,
    client: Client,
) -> Result<Result<(), FirstRunRefusal>, Fault> {
    if !opens(services, token).await? {
        return Ok(Err(FirstRunRefusal::Spent));
    }
    let (digest, now) = (TokenDigest::of(token), services.now());
    let id = AccountId(random::row_id(&*services.random)?);
    let account = match Account::new(id, username, email, now) {
        Ok(account) => Account {
            password_chosen_at: Some(now),
            ..account.with_proven_email()
        },
        Err(why) => return Ok(Err(FirstRunRefusal::Name(why))),
    };
    let chooser = Chooser::Newcomer(client);
    let password = match choose_password(services, chooser, &account, password).await? {
        Ok(password) => password,
        Err(refusal) => return Ok(Err(FirstRunRefusal::Choice(refusal))),
    };
    services
        .work(Actor::Visitor(client), move |work| {
            let now = work.now;
            let opened = one_time_links::spend_welcome(&mut work.tx, &digest, now)?;
            if !opened || accounts::any(&mut work.tx)? {
                return Err(Stop::Refused(LinkSpent));
            }
            accounts::insert(&mut work.tx, &account, &password)?;
            work.record(&account.id, Event::AccountCreated);
            Ok(())
        })
        .await
        .map(|made| made.map_err(|LinkSpent| FirstRunRefusal::Spent))
}
