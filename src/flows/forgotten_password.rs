//! A forgotten password: a mailed link leads to a form for another one. It signs nobody in
//! and leaves the second factor as it is.
//!
//! Asking only writes the question down; the background looks whether there is such an
//! account. So the answer takes as long, and says the same, whether there is one or not
//! (the attack: finding out who has an account; ASVS 6.3.8).

use std::{net::IpAddr, time::Duration};

use tokio::{sync::watch, time::sleep};
use zeroize::Zeroizing;

use super::{Fault, LinkSpent, Services, Undone, enabled_account, record, tell, tell_secret};
use crate::{
    domain::{
        account::{Account, Email, UsernameKey},
        authenticator::password::NewPassword,
        client::{Browser, Client},
        limits::{
            counter::{Attempts, Sends},
            throttle::{self, Throttled},
        },
        notice::{Matter, PASSWORD_LINK_SECONDS, Schedule},
        random::{self, Token, TokenDigest},
        security_event::{Actor, Event},
    },
    store::{
        Conn, DbConnection, StoreError, Tx, accounts, invitations, password_links, password_requests,
        password_requests::Waiting, policies, sessions, throttles, totp_authenticators, transaction,
    },
};

/// Between two looks at what was asked.
const PAUSE: Duration = Duration::from_millis(500);
/// Accounts with one e-mail address that are written to at the most.
const AT_ONE_ADDRESS: i64 = 5;

/// Writes down that somebody forgot the password of this account; seconds to wait where
/// that was asked too often from one address.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn ask(services: &Services, typed: &str, client: Client) -> Result<Result<(), i64>, Fault> {
    let now = services.now();
    let id = random::row_id(&*services.random)?;
    let sealed = services
        .keys
        .seal(typed.as_bytes(), &place(&id), &*services.random)?;
    let (work, counter) = (services.clone(), Attempts::PasswordLink(client.address).into());
    services
        .database
        .run(move |conn| {
            match throttles::charge(conn, &work.subjects, &counter, now)? {
                Ok(_) => {}
                Err(Throttled::Wait(seconds)) => return Ok(Err(seconds)),
                Err(Throttled::Off) => {
                    return Ok(Err(throttle::PASSWORD_LINKS_BY_ADDRESS.longest_wait));
                }
            }
            password_requests::insert(conn, &id, &sealed, client, now)?;
            Ok::<_, StoreError>(Ok(()))
        })
        .await
        .map_err(Fault::from)
}

fn place(request: &str) -> String {
    format!("password_requests.sealed:{request}")
}

/// Goes round until the other end of `stop` is gone.
pub async fn run(services: Services, mut stop: watch::Receiver<()>) {
    while stop.has_changed().is_ok() {
        // Whoever delivers the mail says that the database is away.
        if let Err(error) = round(&services).await {
            tracing::debug!(%error, "no link to a new password is made just now");
        }
        tokio::select! {
            _ = stop.changed() => {}
            () = sleep(PAUSE) => {}
        }
    }
}

/// Answers everything that was asked.
///
/// # Errors
/// [`Fault`].
pub async fn round(services: &Services) -> Result<(), Fault> {
    loop {
        let work = services.clone();
        let more = services
            .database
            .run(move |conn| {
                let Some(waiting) = password_requests::oldest(conn)? else {
                    return Ok(false);
                };
                answer(conn, &work, &waiting)?;
                Ok::<_, StoreError>(true)
            })
            .await?;
        if !more {
            return Ok(());
        }
    }
}

/// Mails a link to whoever is meant, all or nothing.
fn answer(conn: &mut Conn, services: &Services, waiting: &Waiting) -> Result<(), StoreError> {
    transaction(conn, |conn| {
        if !password_requests::take(conn, &waiting.id)? {
            return Ok(());
        }
        let too_late = services.now().since(waiting.at) >= PASSWORD_LINK_SECONDS;
        let Ok(opened) = services.keys.open(&waiting.sealed, &place(&waiting.id)) else {
            tracing::error!("a request for a new password does not open, and is dropped");
            return Ok(());
        };
        if too_late || !services.sends_mail() {
            return Ok(());
        }
        let typed = Zeroizing::new(String::from_utf8_lossy(&opened).into_owned());
        let client = Client {
            address: waiting.address.parse().unwrap_or(IpAddr::from([0, 0, 0, 0])),
            browser: Browser::stored(&waiting.browser),
        };
        for account in meant(conn, &typed)? {
            mail_link(conn, services, &account, &Actor::Visitor(client))?;
        }
        Ok(())
    })
}

/// The accounts that somebody means by a user name or an e-mail address; both, so that nobody
/// takes another's address for a user name and their mails with it.
fn meant(conn: &mut DbConnection, typed: &str) -> Result<Vec<Account>, StoreError> {
    let mut meant: Vec<Account> = accounts::by_key(conn, &UsernameKey::of(typed))?
        .map(|found| found.account)
        .into_iter()
        .collect();
    if let Ok(email) = Email::parse(typed) {
        for account in accounts::by_email(conn, &email, AT_ONE_ADDRESS)? {
            if meant.iter().all(|known| known.id != account.id) {
                meant.push(account);
            }
        }
    }
    meant.retain(|account| account.disabled_at.is_none());
    Ok(meant)
}

/// Mails one account a link, or why it gets none.
fn mail_link(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &Account,
    actor: &Actor,
) -> Result<(), StoreError> {
    let mails = Sends::PasswordLink(account.id.clone());
    // The link before still works, or a mailbox is being filled.
    if throttles::reserve(conn, &services.subjects, &mails, services.now())?.is_err() {
        return Ok(());
    }
    if signs_in_by_mail(conn, services, account)? {
        return tell(
            conn,
            services.now(),
            &account.id,
            actor,
            Matter::PasswordLinkRefused,
        );
    }
    send(conn, services, account, actor)
}

/// Whether a code by mail is the account's second step. A link by mail would then put the
/// mailbox in the place of both (the attack: CVE-2024-45042).
fn signs_in_by_mail(
    conn: &mut DbConnection,
    services: &Services,
    account: &Account,
) -> Result<bool, StoreError> {
    let policy = policies::over(conn, account)?;
    Ok(policy.email_codes
        && !policy.requires_second_factor(account, services.now())
        && totp_authenticators::confirmed_since(conn, &account.id)?.is_none())
}

/// Makes a link, mails it and records that.
pub(super) fn send(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &Account,
    actor: &Actor,
) -> Result<(), StoreError> {
    let now = services.now();
    let token = Token::generate(&*services.random)?;
    password_links::set(conn, &account.id, &token.digest(), now)?;
    let schedule = Schedule {
        useless_at: Some(now.plus(PASSWORD_LINK_SECONDS)),
        ..Schedule::at_once(now)
    };
    let matter = Matter::PasswordLink;
    tell_secret(
        conn,
        services,
        &account.id,
        actor,
        matter,
        token.reveal(),
        &schedule,
    )?;
    record(
        conn,
        services,
        Some(&account.id),
        actor.clone(),
        Event::PasswordLinkSent,
    )
}

/// Whose link this is, if it opens. Opening it changes nothing: programs that look for
/// viruses open links, too.
///
/// # Errors
/// [`Fault`].
pub async fn owner(services: &Services, token: &str) -> Result<Option<Account>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .run(move |conn| {
            let Some(id) = password_links::owner(conn, &digest, now)? else {
                return Ok::<_, StoreError>(None);
            };
            enabled_account(conn, &id)
        })
        .await
        .map_err(Fault::from)
}

/// Spends the link and sets the password, both or neither; ends everything that is signed in
/// or half signed in. Signs nobody in.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn set_password(
    services: &Services,
    token: &str,
    password: NewPassword,
    client: Client,
) -> Result<Result<(), LinkSpent>, Fault> {
    let (work, digest, now) = (services.clone(), TokenDigest::of(token), services.now());
    let password = services.hasher.hash(password).await?;
    let set = services
        .database
        .run(move |conn| {
            Ok::<_, StoreError>(transaction(conn, |conn| {
                let Some(id) = password_links::spend(conn, &digest, now)? else {
                    return Err(Undone::Refused(LinkSpent));
                };
                let Some(account) = enabled_account(conn, &id)? else {
                    return Err(Undone::Refused(LinkSpent));
                };
                accounts::set_password(conn, &id, &password)?;
                accounts::next_generation(conn, &id)?;
                sessions::delete_all(conn, &id)?;
                invitations::void(conn, &id)?;
                // Whoever guessed at the old password does not keep the owner from the new one.
                let guesses = Attempts::PasswordByName(account.username.key());
                throttles::clear(conn, &work.subjects, guesses)?;
                let actor = Actor::Visitor(client);
                tell(conn, now, &id, &actor, Matter::PasswordChanged)?;
                record(conn, &work, Some(&id), actor, Event::PasswordChosen)?;
                Ok(())
            }))
        })
        .await?;
    Undone::answer(set)
}
