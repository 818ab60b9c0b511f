//! The accounts of a main account: listing them, and finding one. Every query includes the main account, so
//! that another customer's id gives the same result as an unknown one.

use super::{
    Fault, Services,
    mailing::{self, Content},
    record,
};
use crate::{
    domain::{
        account::{Account, AccountId, Username},
        authenticator::enrolled::Held,
        client::Client,
        clock::Timestamp,
        facts::Facts,
        limits::{
            counter::{Attempts, Counter},
            send_budget::Cap,
            throttle::{self, Count},
        },
        link::Purpose,
        next_step::{Forecast, Step},
        notification::{NotificationKind, Schedule},
        phone_number::NumberRange,
        policy::Policy,
        security_event::{Actor, Event},
        subaccount::{AccountFilter, Managed, Manager},
    },
    store::{
        Conn, DbConnection, StoreError, Turn, account_lists,
        account_lists::{Narrow, Rules},
        accounts, one_time_links, phone_numbers,
        phone_numbers::Registered,
        policies, throttles, transaction,
    },
};

pub use crate::store::account_lists::{Board, Listed};

/// Subaccounts on a page of the list.
const PAGE: usize = 50;
/// Subaccounts in one part of an exported file.
const EXPORTED_AT_ONCE: usize = 1000;

/// A search in the list.
#[derive(Debug, Clone)]
pub struct Search {
    /// Part of a user name or an e-mail address; empty for all.
    pub text: String,
    /// The filter by second factor.
    pub which: AccountFilter,
    /// The key of the last account on the previous page.
    pub after: Option<String>,
}

/// A page of the list.
pub struct List {
    /// The main account and then its subaccounts, by name.
    pub accounts: Vec<Listed>,
    /// Where the next page starts, if there is one.
    pub next: Option<String>,
    /// The protection of all accounts, independent of the search.
    pub board: Board,
}

/// A page of the accounts that this manager sees.
///
/// # Errors
/// [`Fault`].
pub async fn list(services: &Services, manager: &Manager, search: Search) -> Result<List, Fault> {
    let page = some(services, manager, search, PAGE);
    services.database.look(page).await.map_err(Fault::from)
}

/// The same with as many accounts as one part of a file has.
///
/// # Errors
/// [`Fault`].
pub async fn export(
    services: &Services,
    manager: &Manager,
    search: Search,
    turn: Turn,
) -> Result<List, Fault> {
    let part = some(services, manager, search, EXPORTED_AT_ONCE);
    let list = services.database.look_in_turn(turn, part).await;
    list.map_err(Fault::from)
}

/// The query of a page or a part with `count` accounts.
fn some(
    services: &Services,
    manager: &Manager,
    search: Search,
    count: usize,
) -> impl FnOnce(&mut DbConnection) -> Result<List, StoreError> + use<> {
    let (work, manager, now) = (services.clone(), manager.clone(), services.now());
    move |conn| {
        let narrow = Narrow {
            text: &search.text,
            which: search.which,
        };
        by_next_step(conn, &work, manager.main(), |conn, rules| {
            let survey = account_lists::survey(conn, manager.main(), rules, now)?;
            let after = search.after.as_deref();
            let mut rows = survey.subaccounts(conn, narrow, rules, after, count + 1)?;
            let next = (rows.len() > count).then(|| {
                rows.truncate(count);
                rows[count - 1].account.username.key().as_str().to_owned()
            });
            if after.is_none()
                && let Some(first) = survey.main_account(conn, narrow)?
            {
                rows.insert(0, first);
            }
            Ok(List {
                accounts: rows,
                next,
                board: survey.board(&manager),
            })
        })
    }
}

/// Reads lists of a main account's accounts, according to what their next sign-in asks for.
fn by_next_step<T>(
    conn: &mut DbConnection,
    services: &Services,
    main: &AccountId,
    read: impl FnOnce(&mut DbConnection, Rules<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let policy = policies::of(conn, main)?;
    under(conn, services, &policy, read)
}

/// The same under another policy.
fn under<T>(
    conn: &mut DbConnection,
    services: &Services,
    policy: &Policy,
    read: impl FnOnce(&mut DbConnection, Rules<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let step = |facts: Facts, held: Held| services.step_of(facts, held, policy);
    let reaches = |range: &NumberRange| services.reaches(range);
    read(
        conn,
        Rules {
            step: &step,
            reaches: &reaches,
        },
    )
}

/// What the next sign-ins to the accounts of a main account, itself included, would ask for under this policy,
/// once a second factor is mandatory for all.
///
/// # Errors
/// [`Fault`].
pub async fn forecast(services: &Services, main: &AccountId, policy: &Policy) -> Result<Forecast, Fault> {
    let (work, main, now) = (services.clone(), main.clone(), services.now());
    let mandatory = Policy {
        mandatory_from: Some(now),
        ..policy.clone()
    };
    services
        .database
        .look(move |conn| {
            under(conn, &work, &mandatory, |conn, rules| {
                Ok::<_, StoreError>(account_lists::survey(conn, &main, rules, now)?.forecast())
            })
        })
        .await
        .map_err(Fault::from)
}

/// Accounts read per query, so that other requests do not wait long.
const LOOKED_AT_AT_ONCE: usize = 50;
/// Maximum number of accounts reminded by one click.
const REMINDED_AT_MOST: i64 = 2000;

/// The result of sending reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reminded {
    /// The number of accounts reminded.
    pub count: i64,
    /// The limit that stopped the other reminders.
    pub over: Option<Cap>,
}

/// Mails all accounts that have no authenticator and can sign in without help, asking them to set one up and
/// naming their current protection; each at most once a day.
///
/// # Errors
/// [`Fault`].
pub async fn remind(services: &Services, manager: &Manager, client: Client) -> Result<Reminded, Fault> {
    let mut reminded = Reminded::default();
    let mut after = None;
    while reminded.count < REMINDED_AT_MOST {
        let (work, manager) = (services.clone(), manager.clone());
        let some = services
            .database
            .run(move |conn| remind_some(conn, &work, &manager, client, after.as_ref()))
            .await?;
        reminded.count += some.0.count;
        reminded.over = some.0.over.or(reminded.over);
        after = some.1;
        if reminded.over.is_some_and(|cap| !cap.is_of_recipient()) || after.is_none() {
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
    after: Option<&AccountId>,
) -> Result<(Reminded, Option<AccountId>), StoreError> {
    let now = services.now();
    let actor = Actor::Account(manager.account().clone(), client);
    let mut reminded = Reminded::default();
    let some = by_next_step(conn, services, manager.main(), |conn, rules| {
        account_lists::to_remind(conn, manager, rules, now, after, LOOKED_AT_AT_ONCE)
    })?;
    for listed in some.accounts {
        let id = listed.account.id;
        let done = transaction(conn, |tx| {
            let Some(owner) = accounts::by_id(tx, &id)?.map(|known| known.account) else {
                return Ok(Ok(false));
            };
            let kind = NotificationKind::SetUpReminder(listed.verdict.protection);
            let paid = match mailing::pay(tx, services, &owner, &actor, kind)? {
                Ok(paid) => paid,
                Err(cap) => return Ok(Err(cap)),
            };
            if !account_lists::note_reminder(tx, &id, now)? {
                return Ok(Ok(false));
            }
            let content = Content {
                kind,
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
                if !cap.is_of_recipient() {
                    break;
                }
            }
        }
    }
    Ok((reminded, some.after))
}

/// A subaccount with the details that its manager may see.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a page says or not, one by one"
)]
pub struct Standing {
    /// The subaccount.
    pub managed: Managed,
    /// Since when it has had an authenticator.
    pub second_factor_since: Option<Timestamp>,
    /// Whether its owner has not chosen a password yet.
    pub is_invited: bool,
    /// When the invitation that still works was created, if there is one.
    pub invited_at: Option<Timestamp>,
    /// Whether codes go to its mailbox, so that no password link is mailed there.
    pub codes_by_mail: bool,
    /// Its phone number.
    pub registered: Option<Registered>,
    /// Whether changing or removing the number requires a reason and the manager's own second factor.
    pub number_is_guarded: bool,
    /// Whether wrong passwords or recovery codes make it wait.
    pub waits: bool,
    /// Consecutive wrong codes.
    pub wrong_codes: i64,
    /// Whether codes are switched off until a reset.
    pub codes_off: bool,
}

/// A subaccount that this manager may change; `None` for any other id.
///
/// # Errors
/// [`Fault`].
pub async fn find(services: &Services, manager: &Manager, id: &str) -> Result<Option<Standing>, Fault> {
    let (work, manager, id) = (services.clone(), manager.clone(), AccountId(id.to_owned()));
    let now = services.now();
    services
        .database
        .read(move |conn| {
            let found = accounts::subaccount(conn, manager.main(), &id)?;
            let Some(theirs) = found.and_then(|account| manager.manages(account)) else {
                return Ok(None);
            };
            let mut waits = false;
            for attempts in Attempts::at_sign_in(theirs.account()) {
                let count = throttles::read(conn, &work.keys.subjects, &attempts.into())?;
                waits |= count.is_some_and(|count| count.failures > 0);
            }
            let codes = throttles::read(conn, &work.keys.subjects, &Counter::Codes(id.clone()))?;
            let codes = codes.unwrap_or(Count::ZERO);
            let step = work.next_step(conn, theirs.account())?;
            let registered = phone_numbers::of(conn, &id)?;
            let proven = registered.as_ref().is_some_and(|registered| registered.proven);
            Ok::<_, StoreError>(Some(Standing {
                second_factor_since: work.enrolled(conn, &id)?.protected_since(),
                is_invited: theirs.account().password_chosen_at.is_none(),
                invited_at: one_time_links::made_at(conn, &id, Purpose::Invitation, now)?,
                codes_by_mail: matches!(step, Step::Email(_)),
                registered,
                number_is_guarded: theirs.guards_number(step, proven),
                waits,
                wrong_codes: codes.failures,
                codes_off: throttle::CODE.is_off(codes),
                managed: theirs,
            }))
        })
        .await
        .map_err(Fault::from)
}

/// The user name of an account's main account; `None` for a main account.
///
/// # Errors
/// [`Fault`].
pub async fn main_account_of(services: &Services, account: &Account) -> Result<Option<Username>, Fault> {
    if account.main_account.is_none() {
        return Ok(None);
    }
    let account = account.clone();
    services
        .database
        .read(move |conn| accounts::main_account_of(conn, &account))
        .await
        .map_err(Fault::from)
}
