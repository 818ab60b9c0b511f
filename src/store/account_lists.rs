//! The accounts of a main account as its managers look at them: listed, counted, reminded.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::{
    DbConnection, StoreError,
    accounts::{Row, columns, is_enabled, lower, read},
    authenticators::{self, EnrolledRow, authenticator, enrolled_columns, set_up_under_way},
    schema::{accounts, phone_numbers},
};
use crate::domain::{
    account::{Account, AccountId, UsernameKey},
    authenticator::enrolled::Enrolled,
    clock::Timestamp,
    lifetimes::{PENDING_SECONDS, REMINDER_PAUSE},
    next_step::{Forecast, Step},
    phone_number::PhoneNumber,
    subaccount::{Manager, Protection, Tally, Traits, Which},
};

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
    /// What its next sign-in asks for.
    pub step: Step,
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

/// Whether codes can be sent to an account's number here, as far as that can decide its next sign-in.
pub type Reaches<'a> = &'a dyn Fn(&Account, &PhoneNumber) -> bool;

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
        Which::On => enabled(query).filter(exists(authenticator!())),
        Which::RequiredButOff => enabled(query)
            .filter(not(exists(authenticator!())))
            .filter(accounts::two_factor_required.eq(true)),
        Which::WithoutApp | Which::ByPhone | Which::ByEmail | Which::Stuck | Which::Pending | Which::Off => {
            enabled(query).filter(not(exists(authenticator!())))
        }
    }
}

/// A text in which no character means any other.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// What is read of an account to say how it is protected: itself, what it has, and whether a set-up
/// is under way.
type ProtectedRow = (Row, EnrolledRow, bool);

/// Reads accounts with what protects them.
fn listed(
    conn: &mut DbConnection,
    query: Boxed<'_>,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Vec<Listed>, StoreError> {
    let young = now.0 - PENDING_SECONDS;
    let rows = query
        .select((
            columns(),
            enrolled_columns!(now),
            exists(set_up_under_way!(young)),
        ))
        .load::<ProtectedRow>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, enrolled, pending)| {
            let account = read(row).account;
            let enrolled = authenticators::read(enrolled, |number| (rules.reaches)(&account, number));
            let step = (rules.step)(&account, enrolled);
            Listed {
                step,
                protection: Protection::of(step, pending),
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

    /// Whether a reminder by this manager can do any good.
    fn can_be_reminded(&self, manager: &Manager) -> bool {
        self.account.is_enabled()
            && !self.invited
            && self.protection.can_be_bettered()
            && manager.manages(self.account.clone()).is_some()
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

/// All accounts of a main account, itself included.
fn of_main_account<'a>(main: &AccountId) -> Boxed<'a> {
    let ours = accounts::main_account_id
        .eq(main.0.clone())
        .or(accounts::id.eq(main.0.clone()));
    accounts::table.filter(ours).into_boxed()
}

/// How a manager's accounts are protected, at a glance.
pub struct Board {
    /// How many are in each list.
    pub tally: Tally,
    /// Whether a reminder by this manager can do any good.
    pub may_remind: bool,
}

/// How many accounts of a main account, itself included, are in each list: one pass over all of
/// them instead of a query for each.
pub fn board(
    conn: &mut DbConnection,
    manager: &Manager,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Board, StoreError> {
    let mut board = Board {
        tally: Tally::default(),
        may_remind: false,
    };
    for listed in listed(conn, of_main_account(manager.main()), rules, now)? {
        board.tally.add(listed.traits());
        board.may_remind |= listed.can_be_reminded(manager);
    }
    Ok(board)
}

/// What the next sign-ins to the enabled accounts of a main account, itself included, ask for.
pub fn forecast(
    conn: &mut DbConnection,
    main: &AccountId,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Forecast, StoreError> {
    let enabled = of_main_account(main).filter(is_enabled());
    let mut forecast = Forecast::default();
    for listed in listed(conn, enabled, rules, now)? {
        forecast.add(listed.step);
    }
    Ok(forecast)
}

/// Some of the accounts that a manager can remind.
pub struct ToRemind {
    /// Those to be reminded.
    pub accounts: Vec<Listed>,
    /// Where the next begin, if there may be more.
    pub after: Option<AccountId>,
}

/// Reads up to `count` accounts after the id `after`, and keeps those that this manager can remind
/// with some effect and that were not reminded within [`REMINDER_PAUSE`].
pub fn to_remind(
    conn: &mut DbConnection,
    manager: &Manager,
    rules: Rules<'_>,
    now: Timestamp,
    after: Option<&AccountId>,
    count: usize,
) -> Result<ToRemind, StoreError> {
    let mut query = of_main_account(manager.main())
        .filter(is_enabled())
        .filter(not(exists(authenticator!())))
        .filter(due!(now))
        .order(accounts::id)
        .limit(i64::try_from(count).unwrap_or(i64::MAX));
    if let Some(after) = after {
        query = query.filter(accounts::id.gt(after.0.clone()));
    }
    let some = listed(conn, query, rules, now)?;
    let last = some.last().map(|last| last.account.id.clone());
    Ok(ToRemind {
        after: last.filter(|_| some.len() == count),
        accounts: some
            .into_iter()
            .filter(|listed| listed.can_be_reminded(manager))
            .collect(),
    })
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
