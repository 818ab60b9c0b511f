//! The accounts of a main account for its managers: lists, counts, search and reminders. A main account can
//! have 100,000 subaccounts. The database counts groups of accounts that the rules treat alike, with an
//! index-only scan of `account_listings`, and the rules are applied once for each group. A pending set-up or
//! a set-up code makes a few accounts differ from their group for a while: those are read one by one. A list
//! merges the first accounts by name of each matching group.

use std::collections::BTreeSet;

use diesel::{
    dsl::{count_star, exists, not},
    prelude::*,
};

use super::{
    DbConnection, StoreError,
    accounts::{Row, columns, is_enabled, read},
    authenticators::{self, EnrolledRow, authenticator, enrolled_columns, set_up_under_way},
    dialect::ROWS_AT_ONCE,
    schema::{account_listings as listings, accounts, one_time_links as links, totp_authenticators as totp},
};
use crate::domain::{
    account::{Account, AccountId, UsernameKey},
    authenticator::enrolled::{Held, Number},
    clock::Timestamp,
    facts::Facts,
    lifetimes::{PENDING_SECONDS, REMINDER_PAUSE},
    link::Purpose,
    next_step::{Forecast, Step},
    phone_number::NumberRange,
    subaccount::{AccountFilter, Manager, Tally, Verdict},
};

/// The account was not reminded within [`REMINDER_PAUSE`].
macro_rules! due {
    ($now:expr) => {
        accounts::reminded_at
            .is_null()
            .or(accounts::reminded_at.le($now.0 - REMINDER_PAUSE))
    };
}

/// A line of a list of accounts.
#[derive(Clone)]
pub struct Listed {
    /// The account.
    pub account: Account,
    /// Its protection by the rules.
    pub verdict: Verdict,
}

type Boxed<'a> = accounts::BoxedQuery<'a, <DbConnection as diesel::Connection>::Backend>;

/// What decides the next sign-in step; the same for all accounts that agree in it.
pub type StepOf<'a> = &'a dyn Fn(Facts, Held) -> Step;

/// Whether codes can be sent to numbers of a range.
pub type Reaches<'a> = &'a dyn Fn(&NumberRange) -> bool;

/// What decides how accounts are protected.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// What the next sign-in of an account asks for.
    pub step: StepOf<'a>,
    /// Whether codes can be sent to a number.
    pub reaches: Reaches<'a>,
}

/// What is read to determine an account's protection: the account, its authenticators, and whether a set-up
/// is in progress.
type ProtectedRow = (Row, EnrolledRow, bool);

/// Reads accounts with their authenticators.
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
            let held = authenticators::read(enrolled, rules.reaches).held();
            Listed {
                verdict: Verdict::of(account.facts(), (rules.step)(account.facts(), held), pending),
                account,
            }
        })
        .collect())
}

impl Listed {
    fn key(&self) -> String {
        self.account.username.key().as_str().to_owned()
    }

    /// Whether this manager can remind any of them.
    fn can_be_reminded(&self, manager: &Manager) -> bool {
        self.verdict.can_be_reminded() && manager.manages(self.account.clone()).is_some()
    }
}

/// The facts of a group, from the view `account_facts`. A new fact does not compile until it is read here.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kind(i64);

impl Kind {
    const fn has(self, fact: i64) -> bool {
        self.0 & fact != 0
    }

    const fn facts(self, main_is_disabled: bool) -> Facts {
        Facts {
            manager: self.has(1),
            two_factor_required: self.has(2),
            set_up_forced: self.has(4),
            protected_once: self.has(8),
            password_mailed: self.has(16),
            invited: self.has(32),
            disabled: self.has(64) || main_is_disabled,
        }
    }

    fn held(self, reachable: impl FnOnce() -> bool) -> Held {
        Held {
            authenticator: self.has(128),
            number: self.has(256).then(|| Number {
                proven: self.has(512),
                reachable: reachable(),
            }),
            // Accounts with a set-up code are read one by one.
            set_up_code: false,
        }
    }
}

/// A group of subaccounts that the rules treat alike.
struct Group {
    kind: Kind,
    range: NumberRange,
    count: i64,
    verdict: Verdict,
}

/// All accounts of a main account, including itself, in groups.
pub struct Survey {
    main: AccountId,
    groups: Vec<Group>,
    /// The main account, and the accounts that currently differ from their group.
    apart: Vec<Listed>,
    now: Timestamp,
}

/// Counts all accounts of a main account and applies the rules to them.
pub fn survey(
    conn: &mut DbConnection,
    main: &AccountId,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Survey, StoreError> {
    let apart = apart(conn, main, rules, now)?;
    let owner = apart.iter().find(|listed| listed.account.id == *main);
    let main_is_disabled = owner.is_some_and(|owner| !owner.account.is_enabled());
    let place = (listings::kind, listings::number_range);
    let counted: Vec<(i64, String, i64)> = listings::table
        .filter(listings::main_account_id.eq(&main.0))
        .group_by(place)
        .order(place)
        .select((place.0, place.1, count_star()))
        .load(conn)?;
    let mut groups: Vec<Group> = counted
        .into_iter()
        .map(|(kind, range, count)| {
            let (kind, range) = (Kind(kind), NumberRange::stored(range));
            let facts = kind.facts(main_is_disabled);
            let step = (rules.step)(facts, kind.held(|| (rules.reaches)(&range)));
            Group {
                verdict: Verdict::of(facts, step, false),
                kind,
                range,
                count,
            }
        })
        .collect();
    for (kind, range) in places(conn, &apart)? {
        let of = |group: &&mut Group| group.kind.0 == kind && group.range.as_str() == range;
        if let Some(group) = groups.iter_mut().find(of) {
            group.count -= 1;
        }
    }
    Ok(Survey {
        main: main.clone(),
        groups,
        apart,
        now,
    })
}

/// The main account, and its subaccounts with a pending set-up or a set-up code.
fn apart(
    conn: &mut DbConnection,
    main: &AccountId,
    rules: Rules<'_>,
    now: Timestamp,
) -> Result<Vec<Listed>, StoreError> {
    // The few such accounts of all main accounts, by a partial index.
    let account = (accounts::id, accounts::main_account_id);
    let mut found: Vec<(String, Option<String>)> = totp::table
        .inner_join(accounts::table.on(accounts::id.eq(totp::account_id)))
        .filter(totp::confirmed_at.is_null())
        .filter(totp::created_at.gt(now.0 - PENDING_SECONDS))
        .select(account)
        .load(conn)?;
    found.extend(
        links::table
            .inner_join(accounts::table.on(accounts::id.nullable().eq(links::account_id)))
            .filter(links::purpose.eq(Purpose::SetUpCode.name()))
            .filter(links::used_at.is_null())
            .filter(links::expires_at.gt(now.0))
            .select(account)
            .load::<(String, Option<String>)>(conn)?,
    );
    let ours = found
        .into_iter()
        .filter(|(_, of)| of.as_ref() == Some(&main.0))
        .map(|(id, _)| id);
    let ids: BTreeSet<String> = ours.chain([main.0.clone()]).collect();
    let ids: Vec<String> = ids.into_iter().collect();
    let mut apart = Vec::with_capacity(ids.len());
    for ids in ids.chunks(ROWS_AT_ONCE) {
        let query = accounts::table.filter(accounts::id.eq_any(ids)).into_boxed();
        apart.extend(listed(conn, query, rules, now)?);
    }
    Ok(apart)
}

/// The groups in which these subaccounts are counted.
fn places(conn: &mut DbConnection, apart: &[Listed]) -> Result<Vec<(i64, String)>, StoreError> {
    let subaccounts = apart
        .iter()
        .filter(|listed| listed.account.main_account.is_some());
    let ids: Vec<&String> = subaccounts.map(|listed| &listed.account.id.0).collect();
    let mut places = Vec::with_capacity(ids.len());
    for ids in ids.chunks(ROWS_AT_ONCE) {
        places.extend(
            listings::table
                .filter(listings::account_id.eq_any(ids.iter().copied()))
                .select((listings::kind, listings::number_range))
                .load::<(i64, String)>(conn)?,
        );
    }
    Ok(places)
}

/// A summary of how a manager's accounts are protected.
#[derive(Debug, PartialEq, Eq)]
pub struct Board {
    /// How many are in each list.
    pub tally: Tally,
    /// Whether this manager can remind any of them.
    pub may_remind: bool,
}

impl Survey {
    /// How many accounts are in each list, and whether this manager can remind any of them.
    #[must_use]
    pub fn board(&self, manager: &Manager) -> Board {
        let mut board = Board {
            tally: Tally::default(),
            may_remind: false,
        };
        for Group { verdict, count, .. } in &self.groups {
            board.tally.add(verdict.traits(), *count);
            board.may_remind |=
                *count > 0 && verdict.can_be_reminded() && manager.manages_such(verdict.facts);
        }
        for listed in &self.apart {
            board.tally.add(listed.verdict.traits(), 1);
            board.may_remind |= listed.can_be_reminded(manager);
        }
        board
    }

    /// What the next sign-ins to the enabled accounts ask for.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        let groups = self.groups.iter().map(|group| (group.verdict, group.count));
        let apart = self.apart.iter().map(|listed| (listed.verdict, 1));
        let mut forecast = Forecast::default();
        for (verdict, count) in groups.chain(apart) {
            if !verdict.facts.disabled {
                forecast.add(verdict.step, count);
            }
        }
        forecast
    }

    /// The kinds with subaccounts in a list, each with its number ranges in the list; none if all are.
    fn kinds(&self, which: AccountFilter) -> Vec<(Kind, Option<Vec<&str>>)> {
        let alike = self.groups.chunk_by(|one, other| one.kind == other.kind);
        let fitting = alike.filter_map(|alike| {
            let fit = alike.iter().filter(|group| which.has(group.verdict.traits()));
            let ranges: Vec<&str> = fit.map(|group| group.range.as_str()).collect();
            let kind = alike.first().filter(|_| !ranges.is_empty())?.kind;
            Some((kind, (ranges.len() < alike.len()).then_some(ranges)))
        });
        fitting.collect()
    }
}

/// The minimum number of digits for a search in phone numbers.
const NUMBER_PART: usize = 4;

/// A search term for names, addresses and numbers, as patterns for the three lines of `sought`.
struct Part {
    name: String,
    email: String,
    number: Option<String>,
}

impl Part {
    /// None if there is no search term.
    fn of(text: &str) -> Option<Self> {
        let typed = text.trim();
        if typed.is_empty() {
            return None;
        }
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        // Part of a phone number, not a digit in a name.
        let is_number = digits.len() >= NUMBER_PART && !typed.chars().any(char::is_alphabetic);
        Some(Self {
            name: plain(UsernameKey::of(text).as_str()),
            email: plain(&typed.to_ascii_lowercase()),
            number: is_number.then_some(digits),
        })
    }

    /// The patterns for each line, and before them the one that they have in common, if there is one: it
    /// excludes most accounts with one comparison.
    fn narrowed<'a>(&self, query: ListingsQuery<'a>) -> ListingsQuery<'a> {
        let like = |pattern: String| listings::sought.like(pattern).escape('\\');
        let Self { name, email, number } = self;
        let query = if name == email && number.as_ref().is_none_or(|number| number == name) {
            query.filter(like(format!("%{name}%")))
        } else {
            query
        };
        let named = like(format!("%{name}%\n%\n%")).or(like(format!("%\n%{email}%\n%")));
        match number {
            Some(number) => query.filter(named.or(like(format!("%\n%\n%{number}%")))),
            None => query.filter(named),
        }
    }
}

/// Escapes LIKE wildcards and removes line breaks.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
        .replace('\n', "\u{1}")
}

type ListingsQuery<'a> = listings::BoxedQuery<'a, <DbConnection as diesel::Connection>::Backend>;

/// The listings that match the search term.
fn found<'a>(part: Option<&Part>) -> ListingsQuery<'a> {
    let all = listings::table.into_boxed();
    match part {
        Some(part) => part.narrowed(all),
        None => all,
    }
}

/// A filter.
#[derive(Clone, Copy)]
pub struct Narrow<'a> {
    /// Part of a name, address or number.
    pub text: &'a str,
    /// By second factor.
    pub which: AccountFilter,
}

impl Survey {
    /// Subaccounts by name, after the key `after`. Keyset instead of offset pagination, so that the last page
    /// costs the same as the first.
    pub fn subaccounts(
        &self,
        conn: &mut DbConnection,
        narrow: Narrow<'_>,
        rules: Rules<'_>,
        after: Option<&str>,
        count: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let part = Part::of(narrow.text);
        let after = after.unwrap_or_default();
        // Accounts that are read one by one may still be listed in their group.
        let limit = i64::try_from(count + self.apart.len()).unwrap_or(i64::MAX);
        let mut keys = BTreeSet::new();
        for (kind, ranges) in self.kinds(narrow.which) {
            let mut query = found(part.as_ref())
                .filter(listings::main_account_id.eq(&self.main.0))
                .filter(listings::kind.eq(kind.0))
                .filter(listings::username_key.gt(after));
            if let Some(ranges) = ranges {
                query = query.filter(listings::number_range.eq_any(ranges));
            }
            let first: Vec<String> = query
                .order(listings::username_key)
                .limit(limit)
                .select(listings::username_key)
                .load(conn)?;
            keys.extend(first);
        }
        for listed in &self.apart {
            keys.remove(&listed.key());
        }
        let mut apart: Vec<&Listed> = self.apart.iter().collect();
        apart.retain(|listed| listed.account.main_account.is_some() && listed.key().as_str() > after);
        keys.extend(fitting(conn, apart, narrow)?);
        let keys: Vec<String> = keys.into_iter().take(count).collect();
        let mut all = Vec::with_capacity(keys.len());
        for keys in keys.chunks(ROWS_AT_ONCE) {
            let query = accounts::table
                .filter(accounts::username_key.eq_any(keys))
                .order(accounts::username_key)
                .into_boxed();
            all.extend(listed(conn, query, rules, self.now)?);
        }
        Ok(all)
    }

    /// The main account itself, if it matches.
    pub fn main_account(
        &self,
        conn: &mut DbConnection,
        narrow: Narrow<'_>,
    ) -> Result<Option<Listed>, StoreError> {
        let owner = self.apart.iter().find(|listed| listed.account.id == self.main);
        let is_found = !fitting(conn, owner.into_iter().collect(), narrow)?.is_empty();
        Ok(owner.filter(|_| is_found).cloned())
    }
}

/// The keys of the accounts in the list.
fn fitting(
    conn: &mut DbConnection,
    mut apart: Vec<&Listed>,
    narrow: Narrow<'_>,
) -> Result<Vec<String>, StoreError> {
    apart.retain(|listed| narrow.which.has(listed.verdict.traits()));
    let part = Part::of(narrow.text);
    if part.is_none() {
        return Ok(apart.into_iter().map(Listed::key).collect());
    }
    let ids: Vec<&String> = apart.iter().map(|listed| &listed.account.id.0).collect();
    let mut fitting = Vec::new();
    for ids in ids.chunks(ROWS_AT_ONCE) {
        fitting.extend(
            found(part.as_ref())
                .filter(listings::account_id.eq_any(ids.iter().copied()))
                .select(listings::username_key)
                .load::<String>(conn)?,
        );
    }
    Ok(fitting)
}

/// Some of the accounts that a manager can remind.
pub struct ToRemind {
    /// The accounts to remind.
    pub accounts: Vec<Listed>,
    /// Where the next page begins, if there may be more.
    pub after: Option<AccountId>,
}

/// Reads up to `count` accounts after the id `after`, and returns those that this manager can usefully remind
/// and that were not reminded within [`REMINDER_PAUSE`].
pub fn to_remind(
    conn: &mut DbConnection,
    manager: &Manager,
    rules: Rules<'_>,
    now: Timestamp,
    after: Option<&AccountId>,
    count: usize,
) -> Result<ToRemind, StoreError> {
    let main = &manager.main().0;
    let mut query = accounts::table
        .filter(accounts::main_account_id.eq(main).or(accounts::id.eq(main)))
        .into_boxed()
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

/// Records that an account is reminded now; false if it was reminded within [`REMINDER_PAUSE`] (the attack:
/// flooding a mailbox by pressing a button).
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
