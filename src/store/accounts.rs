//! Accounts and their password hashes.

use diesel::prelude::*;

use super::{
    DbConnection, StoreError, Tx,
    dialect::{first_held, insert_rows, on_either},
    kept::Keep as _,
    schema::{accounts, main_accounts},
};
use crate::domain::{
    account::{Account, AccountId, AddressOf, Disabled, Email, Username, UsernameKey},
    authenticator::password::PasswordHash,
    clock::Timestamp,
    language::Language,
};

diesel::define_sql_function! {
    /// Lower case, for ASCII on both databases.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

pub(super) type Row = (
    String,
    String,
    String,
    Option<String>,
    i64,
    Option<i64>,
    Option<i64>,
    i64,
    String,
    bool,
    bool,
    bool,
    bool,
    bool,
    Option<i64>,
    Option<i64>,
    bool,
    bool,
    Option<String>,
    Option<String>,
);

/// The columns of [`Row`]. Whether an account is disabled takes two rows, so nothing else selects it.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn columns() -> _ {
    let main_disabled_at = main_accounts
        .filter(
            main_accounts
                .field(accounts::id)
                .nullable()
                .eq(accounts::main_account_id),
        )
        .select(main_accounts.field(accounts::disabled_at))
        .single_value();
    (
        accounts::id,
        accounts::username,
        accounts::email,
        accounts::main_account_id,
        accounts::epoch,
        accounts::disabled_at,
        main_disabled_at,
        accounts::created_at,
        accounts::password_hash,
        accounts::manager,
        accounts::two_factor_required,
        accounts::set_up_forced,
        accounts::protected_once,
        accounts::password_mailed,
        accounts::password_chosen_at,
        accounts::email_changed_at,
        accounts::email_proven,
        accounts::username_proven,
        accounts::language,
        accounts::language_seen,
    )
}

/// The same as a condition.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn is_enabled() -> _ {
    let main_is_disabled = main_accounts
        .filter(
            main_accounts
                .field(accounts::id)
                .nullable()
                .eq(accounts::main_account_id),
        )
        .filter(main_accounts.field(accounts::disabled_at).is_not_null());
    accounts::disabled_at
        .is_null()
        .and(diesel::dsl::not(diesel::dsl::exists(main_is_disabled)))
}

/// An account with its password hash.
#[derive(Clone)]
pub struct Credentials {
    /// The account.
    pub account: Account,
    /// The stored hash.
    pub password: PasswordHash,
}

pub(super) fn read(
    (
        id,
        username,
        email,
        main_account,
        epoch,
        disabled_at,
        main_disabled_at,
        created_at,
        password,
        manager,
        two_factor_required,
        set_up_forced,
        protected_once,
        password_mailed,
        password_chosen_at,
        email_changed_at,
        email_proven,
        username_proven,
        language,
        language_seen,
    ): Row,
) -> Credentials {
    Credentials {
        account: Account {
            id: AccountId(id),
            username: Username::stored(username),
            email: Email::stored(email),
            main_account: main_account.map(AccountId),
            manager,
            two_factor_required,
            set_up_forced,
            protected_once,
            password_mailed,
            epoch,
            password_chosen_at: password_chosen_at.map(Timestamp),
            email_changed_at: email_changed_at.map(Timestamp),
            email_proven,
            username_proven,
            language: language.as_deref().and_then(Language::stored),
            language_seen: language_seen.as_deref().and_then(Language::stored),
            disabled: disabled_at
                .map(|at| Disabled::Itself(Timestamp(at)))
                .or(main_disabled_at.map(|at| Disabled::WithMainAccount(Timestamp(at)))),
            created_at: Timestamp(created_at),
        },
        password: PasswordHash::stored(password),
    }
}

#[derive(Insertable)]
#[diesel(table_name = accounts, treat_none_as_default_value = false)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "columns of its row, each with a meaning of its own"
)]
struct NewRow<'a> {
    id: &'a str,
    username: &'a str,
    username_key: String,
    email: &'a str,
    main_account_id: Option<String>,
    password_hash: &'a str,
    epoch: i64,
    created_at: i64,
    manager: bool,
    two_factor_required: bool,
    set_up_forced: bool,
    protected_once: bool,
    password_mailed: bool,
    password_chosen_at: Option<i64>,
    email_changed_at: Option<i64>,
    email_proven: bool,
    username_proven: bool,
    language: Option<String>,
}

impl<'a> NewRow<'a> {
    fn of(account: &'a Account, password: &'a PasswordHash) -> Self {
        Self {
            id: &account.id.0,
            username: account.username.as_str(),
            username_key: account.username.key().as_str().to_owned(),
            email: account.email.as_str(),
            main_account_id: account.main_account.as_ref().map(|id| id.0.clone()),
            password_hash: password.as_str(),
            epoch: account.epoch,
            created_at: account.created_at.0,
            manager: account.manager,
            two_factor_required: account.two_factor_required,
            set_up_forced: account.set_up_forced,
            protected_once: account.protected_once,
            password_mailed: account.password_mailed,
            password_chosen_at: account.password_chosen_at.map(|at| at.0),
            email_changed_at: account.email_changed_at.map(|at| at.0),
            email_proven: account.email_proven,
            username_proven: account.username_proven,
            language: account
                .language
                .as_ref()
                .map(|language| language.as_str().to_owned()),
        }
    }
}

/// Adds an account.
///
/// # Errors
/// [`StoreError::Taken`] if another account has the user name.
pub fn insert(conn: &mut DbConnection, account: &Account, password: &PasswordHash) -> Result<(), StoreError> {
    insert_many(conn, std::slice::from_ref(account), password)
}

/// Adds accounts that all have the same password; a subaccount after its main account.
///
/// # Errors
/// [`StoreError::Taken`] if another account has a user name.
pub fn insert_many(
    conn: &mut DbConnection,
    added: &[Account],
    password: &PasswordHash,
) -> Result<(), StoreError> {
    let rows: Vec<NewRow<'_>> = added
        .iter()
        .map(|account| NewRow::of(account, password))
        .collect();
    insert_rows!(conn, accounts::table, rows);
    Ok(())
}

/// Whether there is any account.
///
/// # Errors
/// As any query.
pub fn any(conn: &mut DbConnection) -> Result<bool, StoreError> {
    let ids = accounts::table.select(accounts::id);
    let first: Option<String> = on_either!(conn, |conn| ids.first(conn)).optional()?;
    Ok(first.is_some())
}

/// The account of that name, with its password hash.
///
/// # Errors
/// As any query.
pub fn by_key(conn: &mut DbConnection, key: &UsernameKey) -> Result<Option<Credentials>, StoreError> {
    let query = accounts::table.filter(accounts::username_key.eq(key.as_str()));
    Ok(query.select(columns()).first::<Row>(conn).optional()?.map(read))
}

/// Up to `count` enabled accounts with this e-mail address, first those that have verified it and then the
/// oldest, so that neither disabled accounts nor accounts to which somebody else gave the same address
/// displace an owner's. Only ASCII letters are compared case-insensitively (the attack: an address that
/// Unicode case folding makes equal, CVE-2019-19844); mail is sent to the stored address.
///
/// # Errors
/// As any query.
pub fn by_email(conn: &mut DbConnection, email: &Email, count: i64) -> Result<Vec<Account>, StoreError> {
    let found = at_address(conn, email, count)?;
    Ok(found.into_iter().map(|found| found.account).collect())
}

/// The enabled account with this e-mail address: the one that has verified it, or else the only one; none if
/// there are several (the attack: a customer adds a subaccount with another person's address, so that the
/// person can no longer sign in with it).
///
/// # Errors
/// As any query.
pub fn only_one_at(conn: &mut DbConnection, email: &Email) -> Result<Option<Credentials>, StoreError> {
    let mut found = at_address(conn, email, 2)?.into_iter();
    let (first, second) = (found.next(), found.next());
    let stands_out = |first: &Credentials| match &second {
        Some(second) => first.account.email_proven && !second.account.email_proven,
        None => true,
    };
    Ok(first.filter(stands_out))
}

fn at_address(conn: &mut DbConnection, email: &Email, count: i64) -> Result<Vec<Credentials>, StoreError> {
    let rows = accounts::table
        .filter(lower(accounts::email).eq(email.as_str().to_ascii_lowercase()))
        .filter(is_enabled())
        .order((
            accounts::email_proven.desc(),
            accounts::created_at,
            accounts::username_key,
        ))
        .limit(count)
        .select(columns())
        .load::<Row>(conn)?;
    Ok(rows.into_iter().map(read).collect())
}

/// The account with that id, with its password hash.
///
/// # Errors
/// As any query.
pub fn by_id(conn: &mut DbConnection, id: &AccountId) -> Result<Option<Credentials>, StoreError> {
    let query = accounts::table.filter(accounts::id.eq(&id.0));
    Ok(query.select(columns()).first::<Row>(conn).optional()?.map(read))
}

/// The name of the main account that this one belongs to; none for a main account.
///
/// # Errors
/// As any query.
pub fn main_account_of(conn: &mut DbConnection, account: &Account) -> Result<Option<Username>, StoreError> {
    let Some(main) = &account.main_account else {
        return Ok(None);
    };
    let query = accounts::table.filter(accounts::id.eq(&main.0));
    let name: Option<String> = query.select(accounts::username).first(conn).optional()?;
    Ok(name.map(Username::stored))
}

/// All accounts, by name.
///
/// # Errors
/// As any query.
pub fn all(conn: &mut DbConnection) -> Result<Vec<Account>, StoreError> {
    let rows = accounts::table
        .order(accounts::username_key)
        .select(columns())
        .load::<Row>(conn)?;
    Ok(rows.into_iter().map(|row| read(row).account).collect())
}

/// Sets a new password hash. `chosen_at`: when the owner chose the password; none for a random unusable one,
/// which leaves `password_chosen_at` unchanged.
///
/// # Errors
/// As any query.
pub fn set_password(
    conn: &mut DbConnection,
    id: &AccountId,
    password: &PasswordHash,
    chosen_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let row = accounts::table.filter(accounts::id.eq(&id.0));
    diesel::update(row)
        .set(accounts::password_hash.eq(password.as_str()))
        .kept()
        .execute(conn)?;
    if let Some(at) = chosen_at {
        diesel::update(row)
            .set(accounts::password_chosen_at.eq(Some(at.0)))
            .kept()
            .execute(conn)?;
    }
    Ok(())
}

/// Replaces the hash of an unchanged password; does nothing if the password was changed in the meantime.
///
/// # Errors
/// As any query.
pub fn rehash(
    conn: &mut DbConnection,
    id: &AccountId,
    old: &PasswordHash,
    new: &PasswordHash,
) -> Result<(), StoreError> {
    let unchanged = accounts::id
        .eq(&id.0)
        .and(accounts::password_hash.eq(old.as_str()));
    diesel::update(accounts::table.filter(unchanged))
        .set(accounts::password_hash.eq(new.as_str()))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Sets the e-mail address; false if the account's epoch has changed.
///
/// # Errors
/// As any query.
pub fn set_email(
    conn: &mut DbConnection,
    id: &AccountId,
    epoch: i64,
    email: &Email,
    whose: AddressOf,
) -> Result<bool, StoreError> {
    let current = accounts::id.eq(&id.0).and(accounts::epoch.eq(epoch));
    let changed = diesel::update(accounts::table.filter(current))
        .set((
            accounts::email.eq(email.as_str()),
            accounts::email_changed_at.eq(whose.moved_at().map(|at| at.0)),
            accounts::email_proven.eq(whose.is_proven()),
        ))
        .kept()
        .execute(conn)?;
    if changed == 1 && whose.is_proven() {
        prove_username(conn, id, email)?;
    }
    Ok(changed == 1)
}

/// Marks this e-mail address as verified, if it is still the account's address (the attack: a manager changes
/// it to another person's address in the meantime).
///
/// # Errors
/// As any query.
pub fn prove_email(tx: &mut Tx<'_>, id: &AccountId, address: &Email) -> Result<(), StoreError> {
    let unproven = accounts::id
        .eq(&id.0)
        .and(accounts::email.eq(address.as_str()))
        .and(accounts::email_proven.eq(false));
    let proven = diesel::update(accounts::table.filter(unproven))
        .set(accounts::email_proven.eq(true))
        .kept()
        .execute(tx)?;
    if proven == 1 {
        prove_username(tx, id, address)?;
    }
    Ok(())
}

/// The same if the address is also the account's user name.
fn prove_username(conn: &mut DbConnection, id: &AccountId, address: &Email) -> Result<(), StoreError> {
    let key = UsernameKey::of(address.as_str());
    let named_so = accounts::id
        .eq(&id.0)
        .and(accounts::username_key.eq(key.as_str()));
    diesel::update(accounts::table.filter(named_so))
        .set(accounts::username_proven.eq(true))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Sets whether an account is required to have a second factor; returns whether this changed anything.
///
/// # Errors
/// As any query.
pub fn set_two_factor_required(
    conn: &mut DbConnection,
    id: &AccountId,
    required: bool,
) -> Result<bool, StoreError> {
    let other = accounts::id
        .eq(&id.0)
        .and(accounts::two_factor_required.ne(required));
    let changed = diesel::update(accounts::table.filter(other))
        .set(accounts::two_factor_required.eq(required))
        .kept()
        .execute(conn)?;
    Ok(changed == 1)
}

/// Sets whether the next sign-in must set up a second factor, required or not.
///
/// # Errors
/// As any query.
pub fn require_enrolment(conn: &mut DbConnection, id: &AccountId, forced: bool) -> Result<(), StoreError> {
    diesel::update(accounts::table.filter(accounts::id.eq(&id.0)))
        .set(accounts::set_up_forced.eq(forced))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Records that an account is protected by more than its password. This is never undone, even if the
/// protection is removed or reset (the attack: somebody who has the password waits until the protection is
/// gone, and enrols an app with the password alone). Each store function that adds a proof calls this in the
/// same transaction.
///
/// # Errors
/// As any query.
pub(super) fn note_protected(conn: &mut DbConnection, id: &AccountId) -> Result<(), StoreError> {
    let unnoted = accounts::id.eq(&id.0).and(accounts::protected_once.eq(false));
    diesel::update(accounts::table.filter(unnoted))
        .set(accounts::protected_once.eq(true))
        .kept()
        .execute(conn)?;
    Ok(())
}

/// Records how an account's password was set: through a mailed link or not.
///
/// # Errors
/// As any query.
pub fn set_password_mailed(tx: &mut Tx<'_>, id: &AccountId, mailed: bool) -> Result<(), StoreError> {
    let other = accounts::id.eq(&id.0).and(accounts::password_mailed.eq(!mailed));
    diesel::update(accounts::table.filter(other))
        .set(accounts::password_mailed.eq(mailed))
        .kept()
        .execute(tx)?;
    Ok(())
}

/// Disables an account, or enables it with `None`; returns whether this changed anything.
///
/// # Errors
/// As any query.
pub fn set_disabled(
    conn: &mut DbConnection,
    id: &AccountId,
    disabled_at: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let row = accounts::table.filter(accounts::id.eq(&id.0));
    let set = accounts::disabled_at.eq(disabled_at.map(|at| at.0));
    let changed = if disabled_at.is_some() {
        diesel::update(row.filter(accounts::disabled_at.is_null()))
            .set(set)
            .kept()
            .execute(conn)?
    } else {
        diesel::update(row.filter(accounts::disabled_at.is_not_null()))
            .set(set)
            .kept()
            .execute(conn)?
    };
    Ok(changed == 1)
}

/// Increments the account's epoch: all sessions and pending sign-ins are invalid from the next request
/// on.
///
/// # Errors
/// As any query.
pub fn next_epoch(conn: &mut Tx<'_>, id: &AccountId) -> Result<i64, StoreError> {
    Ok(diesel::update(accounts::table.filter(accounts::id.eq(&id.0)))
        .set(accounts::epoch.eq(accounts::epoch + 1))
        .returning(accounts::epoch)
        .kept()
        .get_result(&mut **conn)?)
}

/// Locks the account until the transaction ends.
///
/// # Errors
/// As any query.
pub fn hold(tx: &mut Tx<'_>, id: &AccountId) -> Result<(), StoreError> {
    let row = accounts::table
        .filter(accounts::id.eq(&id.0))
        .select(accounts::epoch);
    let _: Option<i64> = first_held!(tx, row).optional()?;
    Ok(())
}

/// The same for all subaccounts of a main account; returns how many there are.
pub fn next_generation_of_subaccounts(tx: &mut Tx<'_>, main: &AccountId) -> Result<usize, StoreError> {
    Ok(
        diesel::update(accounts::table.filter(accounts::main_account_id.eq(&main.0)))
            .set(accounts::epoch.eq(accounts::epoch + 1))
            .execute(&mut **tx)?,
    )
}

/// Locks the account until the transaction ends, if this is still its epoch; false otherwise.
///
/// # Errors
/// As any query.
pub fn lock_if_current(conn: &mut Tx<'_>, id: &AccountId, current: i64) -> Result<bool, StoreError> {
    let row = accounts::table
        .filter(accounts::id.eq(&id.0))
        .filter(accounts::epoch.eq(current))
        .select(accounts::epoch);
    let held: Option<i64> = first_held!(conn, row).optional()?;
    Ok(held.is_some())
}

/// Whether an id from a request can be used in a query: PostgreSQL rejects text with NUL, and no id contains
/// one.
fn may_be_an_id(id: &AccountId) -> bool {
    !id.0.contains('\0')
}

/// The subaccount with this id, if it belongs to this main account.
///
/// # Errors
/// As any query.
pub fn subaccount(
    conn: &mut DbConnection,
    main: &AccountId,
    id: &AccountId,
) -> Result<Option<Account>, StoreError> {
    if !may_be_an_id(id) {
        return Ok(None);
    }
    let row = accounts::id.eq(&id.0).and(accounts::main_account_id.eq(&main.0));
    let found = accounts::table
        .filter(row)
        .select(columns())
        .first::<Row>(conn)
        .optional()?;
    Ok(found.map(|row| read(row).account))
}

/// The same, locked until the transaction ends.
///
/// # Errors
/// As any query.
pub fn hold_subaccount(
    conn: &mut Tx<'_>,
    main: &AccountId,
    id: &AccountId,
) -> Result<Option<Account>, StoreError> {
    if !may_be_an_id(id) {
        return Ok(None);
    }
    hold(conn, id)?;
    subaccount(conn, main, id)
}

/// Deletes an account and everything that belongs to it.
///
/// # Errors
/// As any query.
pub fn delete(conn: &mut DbConnection, id: &AccountId) -> Result<(), StoreError> {
    diesel::delete(accounts::table.filter(accounts::id.eq(&id.0))).execute(conn)?;
    Ok(())
}
