//! Forgotten passwords: a mailed link leads to a form for a new one. It does not sign in, and it keeps the
//! second factor.
//!
//! A request is only stored; a background task looks up the account. So the response takes the same time and
//! says the same whether or not the account exists (the attack: account enumeration; ASVS 6.3.8).

use std::{convert::Infallible, net::IpAddr};

use zeroize::Zeroizing;

use super::{Fault, Services, invite, work::Work};
use crate::{
    domain::{
        account::{Account, Email, UsernameKey},
        client::{Browser, Client},
        lifetimes::{LINK_AGAIN_AFTER, NEW_PASSWORD_SECONDS},
        limits::{
            counter::{Attempts, Sends},
            throttle::{self, Throttled},
        },
        notification::NotificationKind,
        random,
        security_event::Actor,
    },
    store::{DbConnection, StoreError, accounts, password_requests, password_requests::Waiting, throttles},
};

/// Maximum number of accounts with one e-mail address that are sent a link.
const AT_ONE_ADDRESS: i64 = 5;

/// Stores a password reset request for this account; the refusal is the seconds to wait if one address sent too
/// many.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn ask(services: &Services, typed: &str, client: Client) -> Result<Result<(), i64>, Fault> {
    let now = services.now();
    let id = random::row_id(&*services.random)?;
    let sealed = services
        .keys
        .ring
        .seal(typed.as_bytes(), &place(&id), &*services.random)?;
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            for counter in Attempts::links_by_network(client.address, now) {
                match throttles::charge(conn, &work.keys.subjects, &counter.into(), now)? {
                    Ok(_) => {}
                    Err(Throttled::Wait(seconds)) => return Ok(Err(seconds)),
                    Err(Throttled::Off) => {
                        return Ok(Err(throttle::PASSWORD_LINKS_BY_ADDRESS.longest_wait));
                    }
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

/// Processes all stored requests.
///
/// # Errors
/// [`Fault`].
pub async fn round(services: &Services) -> Result<(), Fault> {
    loop {
        let now = services.now();
        let waiting = services
            .database
            .read(move |conn| password_requests::due(conn, now))
            .await?;
        let Some(waiting) = waiting else {
            return Ok(());
        };
        let id = waiting.id.clone();
        if let Err(error) = answer(services, waiting).await {
            // An error in one request must not block the others (the attack: one request that fails, and nobody
            // gets a link).
            tracing::error!(%error, "failed to process password reset request, will retry");
            let later = now.plus(LINK_AGAIN_AFTER);
            services
                .database
                .run(move |conn| password_requests::set_aside(conn, &id, later))
                .await?;
        }
    }
}

/// Mails a link to each matching account, in one transaction.
async fn answer(services: &Services, waiting: Waiting) -> Result<(), Fault> {
    let client = Client {
        address: waiting.address.parse().unwrap_or(IpAddr::from([0, 0, 0, 0])),
        browser: Browser::stored(&waiting.browser),
        language: None,
    };
    let Ok(()) = services
        .work::<_, Infallible>(Actor::Visitor(client), move |work| {
            if !password_requests::take(&mut work.tx, &waiting.id)? {
                return Ok(());
            }
            let too_late = work.now.since(waiting.at) >= NEW_PASSWORD_SECONDS;
            let Ok(opened) = work.services.keys.ring.open(&waiting.sealed, &place(&waiting.id)) else {
                tracing::error!("failed to decrypt password reset request, discarded");
                return Ok(());
            };
            if too_late || !work.services.sends_mail() {
                return Ok(());
            }
            let typed = Zeroizing::new(String::from_utf8_lossy(&opened).into_owned());
            for account in meant(&mut work.tx, &typed)? {
                mail_link(work, &account)?;
            }
            Ok(())
        })
        .await?;
    Ok(())
}

/// The accounts that match a user name or an e-mail address; both, so that nobody receives another's mails by
/// using their address as a user name.
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
    meant.retain(Account::is_enabled);
    // Always in the same order, so that two tasks never deadlock on each other's counters.
    meant.sort_by(|one, other| one.payer().0.cmp(&other.payer().0));
    Ok(meant)
}

/// Mails a link to one account, or the reason why there is none.
fn mail_link(work: &mut Work<'_>, account: &Account) -> Result<(), StoreError> {
    // The previous link still works, or a mailbox is being flooded.
    if !work.reserve(&Sends::PasswordLink(account.id.clone()))? {
        return Ok(());
    }
    // The account has no password yet, and its owner has agreed only to an invitation.
    if account.password_chosen_at.is_none() {
        return invite::remind(work, account);
    }
    // The response is the same in every case; the operator is notified that mail is held.
    if let Err(cap) = work.mail_password_link(account, NotificationKind::PasswordLink, None)? {
        tracing::warn!(
            limit = cap.name(),
            "password reset link not sent: sending limit reached"
        );
    }
    Ok(())
}
