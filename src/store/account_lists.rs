//! The accounts of a main account as its managers look at them: listed, counted, reminded.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::{
    DbConnection, StoreError,
    accounts::{COLUMNS, Row, lower, read},
    schema::{accounts, phone_numbers, totp_authenticators as totp},
};
use crate::domain::{
    account::{Account, AccountId, UsernameKey},
    clock::{DAY, Timestamp},
    session::ENROLMENT_SECONDS,
    subaccount::{Manager, PhoneServes, Protection, Tally, Traits, Which},
};

/// How long a set-up is under way before its key is made anew, in seconds.
const SET_UP_SECONDS: i64 = ENROLMENT_SECONDS;
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

/// A number that a code can be sent to.
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
    /// Whose phone is their second step.
    pub phone: PhoneServes,
    /// The moment.
    pub now: Timestamp,
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
    let young = narrow.now.0 - SET_UP_SECONDS;
    let enabled = |query: Boxed<'a>| query.filter(accounts::disabled_at.is_null());
    let without_app = |query| enabled(query).filter(not(exists(confirmed!())));
    match narrow.which {
        Which::All => query,
        Which::Disabled => query.filter(accounts::disabled_at.is_not_null()),
        Which::On => enabled(query).filter(exists(confirmed!())),
        Which::WithoutApp => without_app(query),
        Which::RequiredButOff => without_app(query).filter(accounts::two_factor_required.eq(true)),
        Which::ByPhone => served(without_app(query), narrow.phone, true),
        Which::Pending => served(without_app(query), narrow.phone, false).filter(exists(pending!(young))),
        Which::Off => served(without_app(query), narrow.phone, false).filter(not(exists(pending!(young)))),
    }
}

/// Narrows a query down to accounts whose phone is their second step, or is not.
fn served(query: Boxed<'_>, phone: PhoneServes, wanted: bool) -> Boxed<'_> {
    let by_requirement = accounts::set_up_forced
        .eq(false)
        .and(accounts::two_factor_required.eq(true))
        .and(exists(numbered!()));
    let by_policy = accounts::set_up_forced.eq(false).and(exists(numbered!()));
    match (phone, wanted) {
        (PhoneServes::Nobody, true) => query.filter(accounts::id.is_null()),
        (PhoneServes::Nobody, false) => query,
        (PhoneServes::WhereRequired, true) => query.filter(by_requirement),
        (PhoneServes::WhereRequired, false) => query.filter(not(by_requirement)),
        (PhoneServes::Everybody, true) => query.filter(by_policy),
        (PhoneServes::Everybody, false) => query.filter(not(by_policy)),
    }
}

/// A text in which no character means any other.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn listed(conn: &mut DbConnection, query: Boxed<'_>, narrow: Narrow<'_>) -> Result<Vec<Listed>, StoreError> {
    let young = narrow.now.0 - SET_UP_SECONDS;
    let query = narrowed(query, narrow);
    let rows = query
        .select((
            COLUMNS,
            exists(confirmed!()),
            exists(pending!(young)),
            exists(numbered!()),
        ))
        .load::<(Row, bool, bool, bool)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, enrolled, pending, numbered)| {
            let account = read(row).account;
            let served = numbered
                && narrow
                    .phone
                    .serves(account.two_factor_required, account.set_up_forced);
            Listed {
                protection: Protection::of(enrolled, served, pending),
                invited: account.password_chosen_at.is_none(),
                account,
            }
        })
        .collect())
}

/// Subaccounts by name, those after the key `after`. By key and not by offset, so that the
/// last page costs what the first does.
///
/// # Errors
/// As any query.
pub fn subaccounts(
    conn: &mut DbConnection,
    main: &AccountId,
    narrow: Narrow<'_>,
    after: Option<&str>,
    count: usize,
) -> Result<Vec<Listed>, StoreError> {
    let mut query = accounts::table
        .filter(accounts::main_account_id.eq(main.0.clone()))
        .order(accounts::username_key)
        .limit(i64::try_from(count).unwrap_or(i64::MAX))
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(accounts::username_key.gt(after.to_owned()));
    }
    listed(conn, query, narrow)
}

/// The main account itself, if it is among what is looked for.
///
/// # Errors
/// As any query.
pub fn main_account(
    conn: &mut DbConnection,
    main: &AccountId,
    narrow: Narrow<'_>,
) -> Result<Option<Listed>, StoreError> {
    let query = accounts::table
        .filter(accounts::id.eq(main.0.clone()))
        .into_boxed();
    Ok(listed(conn, query, narrow)?.into_iter().next())
}

/// How many accounts of a main account, itself included, are in each list: one pass over all of
/// them instead of a query for each.
///
/// # Errors
/// As any query.
pub fn tally(
    conn: &mut DbConnection,
    main: &AccountId,
    phone: PhoneServes,
    now: Timestamp,
) -> Result<Tally, StoreError> {
    let young = now.0 - SET_UP_SECONDS;
    let all = accounts::table
        .filter(accounts::main_account_id.eq(&main.0).or(accounts::id.eq(&main.0)))
        .select((
            accounts::disabled_at.is_not_null(),
            accounts::two_factor_required,
            accounts::set_up_forced,
            exists(confirmed!()),
            exists(pending!(young)),
            exists(numbered!()),
        ))
        .load::<(bool, bool, bool, bool, bool, bool)>(conn)?;
    let mut tally = Tally::default();
    for (disabled, required, set_up_forced, enrolled, pending, numbered) in all {
        let served = numbered && phone.serves(required, set_up_forced);
        tally.add(Traits {
            disabled,
            required,
            protection: Protection::of(enrolled, served, pending),
        });
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
        .filter(accounts::disabled_at.is_null())
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
