//! The accounts of a main account: the list, and finding one of them. Every query carries
//! the main account, so that a foreign id is as unknown as one that does not exist.

use super::{
    Fault, Services,
    mailing::{self, Content},
    record,
};
use crate::{
    domain::{
        account::{Account, AccountId, Username},
        authenticator::enrolled::Enrolled,
        client::Client,
        clock::Timestamp,
        limits::{
            counter::{Attempts, Counter},
            send_budget::Cap,
            throttle::{self, Count},
        },
        link::Purpose,
        notice::{Matter, Schedule},
        phone_number::PhoneNumber,
        security_event::{Actor, Event},
        subaccount::{Managed, Manager, Tally, Which},
    },
    store::{
        Conn, DbConnection, StoreError, account_lists,
        account_lists::{Narrow, Rules},
        accounts, one_time_links, phone_numbers,
        phone_numbers::Registered,
        policies, throttles, totp_authenticators, transaction,
    },
};

pub use crate::store::account_lists::Listed;

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
    let (work, main, now) = (services.clone(), manager.main().clone(), services.now());
    services
        .database
        .run(move |conn| {
            let narrow = Narrow {
                text: &search.text,
                which: search.which,
                now,
            };
            by_next_step(conn, &work, &main, |conn, rules| {
                let after = search.after.as_deref();
                let mut rows = account_lists::subaccounts(conn, &main, narrow, rules, after, PAGE + 1)?;
                let next = (rows.len() > PAGE).then(|| {
                    rows.truncate(PAGE);
                    rows[PAGE - 1].account.username.key().as_str().to_owned()
                });
                if after.is_none()
                    && let Some(first) = account_lists::main_account(conn, &main, narrow, rules)?
                {
                    rows.insert(0, first);
                }
                Ok::<_, StoreError>(List { accounts: rows, next })
            })
        })
        .await
        .map_err(Fault::from)
}

/// Everything that is looked for, page by page, for a file.
///
/// # Errors
/// [`Fault`].
pub async fn export(
    services: &Services,
    manager: &Manager,
    text: &str,
    which: Which,
) -> Result<Vec<Listed>, Fault> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let search = Search {
            text: text.to_owned(),
            which,
            after,
        };
        let page = list(services, manager, search).await?;
        all.extend(page.accounts);
        after = page.next;
        if after.is_none() {
            return Ok(all);
        }
    }
}

/// Reads lists of a main account's accounts by what their next sign-in asks for.
fn by_next_step<T>(
    conn: &mut DbConnection,
    services: &Services,
    main: &AccountId,
    read: impl FnOnce(&mut DbConnection, Rules<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let policy = policies::of(conn, main)?;
    let step = |account: &Account, enrolled: Enrolled| services.step_of(account, enrolled, &policy);
    let reaches = |number: &PhoneNumber| services.reaches(number);
    read(
        conn,
        Rules {
            step: &step,
            reaches: &reaches,
        },
    )
}

/// How many accounts there are in each list, the main account included.
///
/// # Errors
/// [`Fault`].
pub async fn tally(services: &Services, main: &AccountId) -> Result<Tally, Fault> {
    let (work, main, now) = (services.clone(), main.clone(), services.now());
    services
        .database
        .run(move |conn| {
            by_next_step(conn, &work, &main, |conn, rules| {
                account_lists::tally(conn, &main, rules, now)
            })
        })
        .await
        .map_err(Fault::from)
}

/// Reminded in one piece of work, so that nobody else waits long for theirs.
const REMINDED_AT_ONCE: i64 = 50;
/// Reminded by one press of the button.
const REMINDED_AT_MOST: i64 = 2000;

/// Who was reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reminded {
    /// How many.
    pub count: i64,
    /// The limit that kept the others from being reminded.
    pub over: Option<Cap>,
}

/// Mails those who have no authenticator that they set one up; nobody twice in a day.
///
/// # Errors
/// [`Fault`].
pub async fn remind(services: &Services, manager: &Manager, client: Client) -> Result<Reminded, Fault> {
    let mut reminded = Reminded::default();
    while reminded.count < REMINDED_AT_MOST {
        let (work, manager) = (services.clone(), manager.clone());
        let some = services
            .database
            .run(move |conn| remind_some(conn, &work, &manager, client))
            .await?;
        reminded.count += some.count;
        reminded.over = some.over;
        if some.over.is_some() || some.count < REMINDED_AT_ONCE {
            break;
        }
    }
    Ok(reminded)
}

fn remind_some(
    conn: &mut Conn,
    services: &Services,
    manager: &Manager,
    client: Client,
) -> Result<Reminded, StoreError> {
    let now = services.now();
    let actor = Actor::Account(manager.account().clone(), client);
    let mut reminded = Reminded::default();
    for id in account_lists::to_remind(conn, manager, now, REMINDED_AT_ONCE)? {
        let done = transaction(conn, |tx| {
            let Some(owner) = accounts::by_id(tx, &id)?.map(|known| known.account) else {
                return Ok(Ok(false));
            };
            let matter = Matter::SetUpReminder;
            let paid = match mailing::pay(tx, services, &owner, &actor, matter)? {
                Ok(paid) => paid,
                Err(cap) => return Ok(Err(cap)),
            };
            if !account_lists::note_reminder(tx, &id, now)? {
                return Ok(Ok(false));
            }
            let content = Content {
                matter,
                secret: None,
                schedule: &Schedule::at_once(now),
            };
            mailing::mail(tx, services, &id, &actor, content, paid)?;
            record(tx, services, Some(&id), actor.clone(), Event::ReminderSent)?;
            Ok::<_, StoreError>(Ok(true))
        })?;
        match done {
            Ok(done) => reminded.count += i64::from(done),
            Err(cap) => {
                reminded.over = Some(cap);
                break;
            }
        }
    }
    Ok(reminded)
}

/// A subaccount and what its manager may know of it.
pub struct Standing {
    /// The subaccount.
    pub managed: Managed,
    /// Since when it has had an authenticator.
    pub second_factor_since: Option<Timestamp>,
    /// Whether its owner has yet to choose a password.
    pub is_invited: bool,
    /// When the invitation was made that still works, if there is one.
    pub invited_at: Option<Timestamp>,
    /// Its phone number.
    pub registered: Option<Registered>,
    /// Whether wrong passwords or recovery codes keep it waiting.
    pub waits: bool,
    /// Wrong codes in a row.
    pub wrong_codes: i64,
    /// Whether codes are switched off until a reset.
    pub codes_off: bool,
}

/// A subaccount that this manager may change; none for any other id.
///
/// # Errors
/// [`Fault`].
pub async fn find(services: &Services, manager: &Manager, id: &str) -> Result<Option<Standing>, Fault> {
    let (work, manager, id) = (services.clone(), manager.clone(), AccountId(id.to_owned()));
    let now = services.now();
    services
        .database
        .run(move |conn| {
            let found = accounts::subaccount(conn, manager.main(), &id)?;
            let Some(theirs) = found.and_then(|account| manager.manages(account)) else {
                return Ok(None);
            };
            let mut waits = false;
            for attempts in Attempts::at_sign_in(theirs.account()) {
                let count = throttles::read(conn, &work.subjects, &attempts.into())?;
                waits |= count.is_some_and(|count| count.failures > 0);
            }
            let codes = throttles::read(conn, &work.subjects, &Counter::Codes(id.clone()))?;
            let codes = codes.unwrap_or(Count::ZERO);
            Ok::<_, StoreError>(Some(Standing {
                second_factor_since: totp_authenticators::confirmed_since(conn, &id)?,
                is_invited: theirs.account().password_chosen_at.is_none(),
                invited_at: one_time_links::made_at(conn, &id, Purpose::Invitation, now)?,
                registered: phone_numbers::of(conn, &id)?,
                waits,
                wrong_codes: codes.failures,
                codes_off: throttle::CODE.is_off(codes),
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
