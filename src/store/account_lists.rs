//! The accounts of a main account as its managers look at them: listed, counted, reminded.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::{
    DbConnection, StoreError,
    accounts::{Row, columns, is_enabled, lower, read},
    schema::{accounts, one_time_links as links, phone_numbers, totp_authenticators as totp},
};
use crate::domain::{
    account::{Account, AccountId, UsernameKey},
    authenticator::{
        enrolled::{Enrolled, Number},
        totp::PENDING_SECONDS,
    },
    clock::{DAY, Timestamp},
    link::Purpose,
    next_step::Step,
    phone_number::PhoneNumber,
    subaccount::{Manager, Protection, Tally, Traits, Which},
};

/// How long a set-up is under way before its key is made anew, in seconds.
const SET_UP_SECONDS: i64 = PENDING_SECONDS;
/// Between two reminders to one account, in seconds.
pub const REMINDER_PAUSE: i64 = DAY;

/// The account's confirmed authenticator, as a query inside a query over accounts.
macro_rules! confirmed {
    () => {
        totp::table
            .filter(totp::account_id.eq(accounts::id))
            .filter(totp::confirmed_at.is_not_null())
    };
}

/// The same for the one that is being set up.
macro_rules! pending {
    ($young:expr) => {
        totp::table
            .filter(totp::account_id.eq(accounts::id))
            .filter(totp::confirmed_at.is_null())
            .filter(totp::created_at.gt($young))
    };
}

/// The account's number.
macro_rules! numbered {
    () => {
        phone_numbers::table.filter(phone_numbers::account_id.eq(accounts::id))
    };
}

/// That the account was not reminded within [`REMINDER_PAUSE`].
macro_rules! due {
    ($now:expr) => {
        accounts::reminded_at
            .is_null()
            .or(accounts::reminded_at.le($now.0 - REMINDER_PAUSE))
    };
}

/// A line of a list of accounts.
pub struct Listed {
    /// The account.
    pub account: Account,
    /// What stands between a stolen password and this account.
    pub protection: Protection,
    /// It has not chosen a password yet.
    pub invited: bool,
}

type Boxed<'a> = accounts::BoxedQuery<'a, <DbConnection as diesel::Connection>::Backend>;

/// Fewer digits are not looked for among phone numbers.
const NUMBER_PART: usize = 4;

/// What is looked for, and when.
#[derive(Clone, Copy)]
pub struct Narrow<'a> {
    /// A part of a name, address or number.
    pub text: &'a str,
    /// By second factor.
    pub which: Which,
    /// The moment.
    pub now: Timestamp,
}

/// What an account's next sign-in asks for.
pub type StepOf<'a> = &'a dyn Fn(&Account, Enrolled) -> Step;

/// Whether codes can be sent to a number here.
pub type Reaches<'a> = &'a dyn Fn(&PhoneNumber) -> bool;

/// What decides how accounts are protected.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// What the next sign-in of an account asks for.
    pub step: StepOf<'a>,
    /// Whether codes can be sent to a number.
    pub reaches: Reaches<'a>,
}

/// Narrows a query down.
fn narrowed<'a>(mut query: Boxed<'a>, narrow: Narrow<'_>) -> Boxed<'a> {
    let text = narrow.text;
    if !text.trim().is_empty() {
        let key = format!("%{}%", plain(UsernameKey::of(text).as_str()));
        let email = format!("%{}%", plain(&text.trim().to_ascii_lowercase()));
        let named = accounts::username_key
            .like(key)
            .escape('\\')
            .or(lower(accounts::email).like(email).escape('\\'));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let by_number = numbered!().filter(phone_numbers::number.like(format!("%{digits}%")));
        // A part of a number, and not the digit in somebody's name.
        query = if digits.len() >= NUMBER_PART && !text.chars().any(char::is_alphabetic) {
            query.filter(named.or(exists(by_number)))
        } else {
            query.filter(named)
        };
    }
    let enabled = |query: Boxed<'a>| query.filter(is_enabled());
    // What an app or a column decides is decided here; the rest by the rules, row by row.
    match narrow.which {
        Which::All => query,
        Which::Disabled => query.filter(not(is_enabled())),
        Which::On => enabled(query).filter(exists(confirmed!())),
        Which::RequiredButOff => enabled(query)
            .filter(not(exists(confirmed!())))
            .filter(accounts::two_factor_required.eq(true)),
        Which::WithoutApp | Which::ByPhone | Which::ByEmail | Which::Stuck | Which::Pending | Which::Off => {
            enabled(query).filter(not(exists(confirmed!())))
        }
    }
}

/// A text in which no character means any other.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// What is read of an account to say how it is protected: itself, whether it has an app, a set-up
/// under way and an unused set-up code, and its number with whether that is proven.
type ProtectedRow = (Row, bool, bool, bool, Option<String>, Option<i64>);

/// Reads accounts with what protects them.
fn listed(
    conn: &mut DbConnection,
    query: Boxed<'_>,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Vec<Listed>, StoreError> {
    let young = now.0 - SET_UP_SECONDS;
    let number = phone_numbers::table
        .filter(phone_numbers::account_id.eq(accounts::id))
        .select(phone_numbers::number.nullable());
    let proven_at = phone_numbers::table
        .filter(phone_numbers::account_id.eq(accounts::id))
        .select(phone_numbers::proven_at);
    let set_up_code = links::table
        .filter(links::account_id.eq(accounts::id.nullable()))
        .filter(links::purpose.eq(Purpose::SetUpCode.name()))
        .filter(links::used_at.is_null())
        .filter(links::expires_at.gt(now.0));
    let rows = query
        .select((
            columns(),
            exists(confirmed!()),
            exists(pending!(young)),
            exists(set_up_code),
            number.single_value(),
            proven_at.single_value(),
        ))
        .load::<ProtectedRow>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, app, pending, set_up_code, number, proven_at)| {
            let account = read(row).account;
            let enrolled = Enrolled {
                app,
                number: number.map(|number| Number {
                    proven: proven_at.is_some(),
                    reachable: (rules.reaches)(&PhoneNumber::stored(number)),
                }),
                set_up_code,
            };
            Listed {
                protection: Protection::of((rules.step)(&account, enrolled), pending),
                invited: account.password_chosen_at.is_none(),
                account,
            }
        })
        .collect())
}

impl Listed {
    /// What decides in which lists it is.
    fn traits(&self) -> Traits {
        Traits {
            disabled: !self.account.is_enabled(),
            required: self.account.two_factor_required,
            protection: self.protection,
        }
    }
}

/// Accounts that are read at once, where the rules decide which of them are wanted.
const READ_AT_ONCE: usize = 1000;

/// Subaccounts by name, those after the key `after`. By key and not by offset, so that the
/// last page costs what the first does.
pub fn subaccounts(
    conn: &mut DbConnection,
    main: &AccountId,
    narrow: Narrow<'_>,
    rules: Rules<'_>,
    after: Option<&str>,
    count: usize,
) -> Result<Vec<Listed>, StoreError> {
    let mut found: Vec<Listed> = Vec::new();
    let mut after = after.map(str::to_owned);
    let mut at_once = count;
    loop {
        let mut query = accounts::table
            .filter(accounts::main_account_id.eq(main.0.clone()))
            .order(accounts::username_key)
            .limit(i64::try_from(at_once).unwrap_or(i64::MAX))
            .into_boxed();
        if let Some(after) = &after {
            query = query.filter(accounts::username_key.gt(after.clone()));
        }
        let some = listed(conn, narrowed(query, narrow), rules, narrow.now)?;
        let more = some.len() == at_once;
        after = some
            .last()
            .map(|last| last.account.username.key().as_str().to_owned());
        found.extend(
            some.into_iter()
                .filter(|listed| narrow.which.has(listed.traits())),
        );
        if !more || found.len() >= count {
            found.truncate(count);
            return Ok(found);
        }
        at_once = READ_AT_ONCE;
    }
}

/// The main account itself, if it is among what is looked for.
///
/// # Errors
/// As any query.
pub fn main_account(
    conn: &mut DbConnection,
    main: &AccountId,
    narrow: Narrow<'_>,
    rules: Rules<'_>,
) -> Result<Option<Listed>, StoreError> {
    let query = accounts::table
        .filter(accounts::id.eq(main.0.clone()))
        .into_boxed();
    let some = listed(conn, narrowed(query, narrow), rules, narrow.now)?;
    Ok(some.into_iter().find(|listed| narrow.which.has(listed.traits())))
}

/// How many accounts of a main account, itself included, are in each list: one pass over all of
/// them instead of a query for each.
///
/// # Errors
/// As any query.
pub fn tally(
    conn: &mut DbConnection,
    main: &AccountId,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Tally, StoreError> {
    let all = accounts::table
        .filter(
            accounts::main_account_id
                .eq(main.0.clone())
                .or(accounts::id.eq(main.0.clone())),
        )
        .into_boxed();
    let mut tally = Tally::default();
    for account in listed(conn, all, rules, now)? {
        tally.add(account.traits());
    }
    Ok(tally)
}

/// Up to `count` accounts of those that this manager may change which are enabled, have a password
/// and no authenticator, and were not reminded within [`REMINDER_PAUSE`].
///
/// # Errors
/// As any query.
pub fn to_remind(
    conn: &mut DbConnection,
    manager: &Manager,
    now: Timestamp,
    count: i64,
) -> Result<Vec<AccountId>, StoreError> {
    let mut query = accounts::table
        .filter(accounts::main_account_id.eq(&manager.main().0))
        .filter(accounts::id.ne(&manager.account().0))
        .filter(is_enabled())
        .filter(not(exists(confirmed!())))
        .filter(accounts::password_chosen_at.is_not_null())
        .filter(due!(now))
        .order(accounts::id)
        .limit(count)
        .select(accounts::id)
        .into_boxed();
    if manager.account() != manager.main() {
        query = query.filter(accounts::manager.eq(false));
    }
    let ids: Vec<String> = query.load(conn)?;
    Ok(ids.into_iter().map(AccountId).collect())
}

/// Notes that an account is reminded now; false where it was within [`REMINDER_PAUSE`] (the attack:
/// a mailbox that is filled by pressing a button).
///
/// # Errors
/// As any query.
pub fn note_reminder(conn: &mut DbConnection, id: &AccountId, now: Timestamp) -> Result<bool, StoreError> {
    let due = accounts::table.filter(accounts::id.eq(&id.0)).filter(due!(now));
    let noted = diesel::update(due)
        .set(accounts::reminded_at.eq(now.0))
        .execute(conn)?;
    Ok(noted == 1)
}
