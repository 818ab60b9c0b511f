//! An empty database: a one-time link leads to the first main account. There is no default
//! account and no default password (ASVS 6.3.2).

use super::{Fault, LinkSpent, Services, work::Stop};
use crate::{
    domain::{
        account::{Account, AccountId, Email, Username},
        authenticator::password::{NewPassword, PasswordError},
        client::Client,
        random::{self, Token, TokenDigest},
        security_event::{Actor, Event},
    },
    store::{StoreError, accounts, one_time_links, transaction},
};

/// A new link for an empty database, which voids earlier ones; none once there is an
/// account.
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
                // Another instance started at the same moment: this link is the newer one.
                Err(StoreError::Taken) => replace(),
                replaced => replaced,
            }
        })
        .await?;
    Ok(empty.then_some(token))
}

/// Whether a link opens: known, unspent, young enough, and nobody is here yet.
///
/// # Errors
/// [`Fault`].
pub async fn opens(services: &Services, token: &str) -> Result<bool, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .run(move |conn| {
            Ok::<_, StoreError>(one_time_links::welcome_opens(conn, &digest, now)? && !accounts::any(conn)?)
        })
        .await
        .map_err(Fault::from)
}

/// Checks the first account's password.
///
/// # Errors
/// [`PasswordError`] gives the reason.
pub fn choose_password(
    services: &Services,
    text: &str,
    username: Option<&Username>,
    email: Option<&Email>,
) -> Result<NewPassword, PasswordError> {
    let mut context: Vec<&str> = vec![&services.issuer];
    context.extend(username.map(Username::as_str));
    context.extend(
        email
            .into_iter()
            .flat_map(|email| [email.as_str(), email.local_part()]),
    );
    NewPassword::choose(text, &context)
}

/// Spends the link and makes the first main account, both or neither.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn create_main_account(
    services: &Services,
    token: &str,
    username: Username,
    email: Email,
    password: NewPassword,
    client: Client,
) -> Result<Result<(), LinkSpent>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    let account = Account {
        id: AccountId(random::row_id(&*services.random)?),
        username,
        email,
        main_account: None,
        manager: false,
        two_factor_required: false,
        set_up_forced: false,
        generation: 0,
        password_chosen_at: Some(now),
        disabled_at: None,
        created_at: now,
    };
    let password = services.hasher.hash(password).await?;
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
}
