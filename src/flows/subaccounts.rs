//! The accounts of a main account: the list, and finding one of them. Every query carries
//! the main account, so that a foreign id is as unknown as one that does not exist.

use super::{Fault, Services, checks};
use crate::{
    domain::{
        account::{Account, AccountId, Username},
        clock::Timestamp,
        subaccount::{Managed, Manager, Which},
    },
    store::{
        StoreError, accounts, invitations, phone_numbers, phone_numbers::Registered, throttles,
        totp_authenticators,
    },
};

pub use crate::store::accounts::Listed;

/// Subaccounts on a page of the list.
const PAGE: usize = 50;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Search {
    /// Part of a user name or an e-mail address; empty for all.
    pub text: String,
    /// By second factor.
    pub which: Which,
    /// The key of the last account on the page before.
    pub after: Option<String>,
}

/// A page of the list.
pub struct List {
    /// The main account and then its subaccounts, by name.
    pub accounts: Vec<Listed>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// A page of the accounts that this manager sees.
///
/// # Errors
/// [`Fault`].
pub async fn list(services: &Services, manager: &Manager, search: Search) -> Result<List, Fault> {
    let (main, now) = (manager.main().clone(), services.now());
    services
        .database
        .run(move |conn| {
            let mut rows = accounts::subaccounts(
                conn,
                &main,
                &search.text,
                search.which,
                search.after.as_deref(),
                PAGE + 1,
                now,
            )?;
            let next = (rows.len() > PAGE).then(|| {
                rows.truncate(PAGE);
                rows[PAGE - 1].account.username.key().as_str().to_owned()
            });
            if search.after.is_none()
                && let Some(first) = accounts::main_account(conn, &main, &search.text, search.which, now)?
            {
                rows.insert(0, first);
            }
            Ok::<_, StoreError>(List { accounts: rows, next })
        })
        .await
        .map_err(Fault::from)
}

/// A subaccount and what its manager may know of it.
pub struct Standing {
    /// The subaccount.
    pub managed: Managed,
    /// Since when it has had an authenticator.
    pub second_factor_since: Option<Timestamp>,
    /// When its open invitation was made; none once a password was chosen.
    pub invited_at: Option<Timestamp>,
    /// Its phone number.
    pub registered: Option<Registered>,
    /// Whether wrong passwords or codes keep it waiting.
    pub waits: bool,
}

/// A subaccount that this manager may change; none for any other id.
///
/// # Errors
/// [`Fault`].
pub async fn find(services: &Services, manager: &Manager, id: &str) -> Result<Option<Standing>, Fault> {
    let (work, manager, id) = (services.clone(), manager.clone(), AccountId(id.to_owned()));
    services
        .database
        .run(move |conn| {
            let found = accounts::subaccount(conn, manager.main(), &id)?;
            let Some(theirs) = found.and_then(|account| manager.manages(account)) else {
                return Ok(None);
            };
            let mut waits = false;
            for subject in checks::subjects_of(&work, theirs.account()) {
                let count = throttles::read(conn, &subject)?;
                waits |= count.is_some_and(|count| count.failures > 0);
            }
            Ok::<_, StoreError>(Some(Standing {
                second_factor_since: totp_authenticators::confirmed_since(conn, &id)?,
                invited_at: invitations::made_at(conn, &id)?,
                registered: phone_numbers::of(conn, &id)?,
                waits,
                managed: theirs,
            }))
        })
        .await
        .map_err(Fault::from)
}

/// The name of the main account that this one belongs to; none for a main account.
///
/// # Errors
/// [`Fault`].
pub async fn main_account_of(services: &Services, account: &Account) -> Result<Option<Username>, Fault> {
    let Some(main) = account.main_account.clone() else {
        return Ok(None);
    };
    let found = services
        .database
        .run(move |conn| accounts::by_id(conn, &main))
        .await?;
    Ok(found.map(|found| found.account.username))
}
