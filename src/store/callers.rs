//! The caller of a request: session, account and policy. Read in one statement, so that they are consistent,
//! and because every page needs them.

use diesel::{
    dsl::{count, count_star},
    prelude::*,
    sql_types::Text,
};

use super::{
    DbConnection, StoreError,
    accounts::{self, Row, columns},
    allow_lists,
    authenticators::{self, EnrolledRow, enrolled_columns},
    dialect::on_either,
    policies::{self, PolicyRow},
    recovery_codes,
    schema::{accounts as holders, allow_lists as lists, policies as rules, recovery_codes as set, sessions},
    sessions::{SessionRow, StoredSession},
};
use crate::domain::{
    account::Account,
    allow_list::{AllowListScope, AllowLists},
    authenticator::enrolled::Enrolled,
    clock::Timestamp,
    lifetimes::{ABSOLUTE_SECONDS, IDLE_SECONDS},
    phone_number::NumberRange,
    policy::Policy,
    random::TokenDigest,
};

diesel::define_sql_function! {
    /// The first of two values that is not null.
    fn coalesce(first: diesel::sql_types::Nullable<Text>, second: Text) -> Text;
}

/// The caller of a request.
pub struct Caller {
    /// The session.
    pub session: StoredSession,
    /// Whether the session belongs to the account's current epoch.
    pub is_current: bool,
    /// The account.
    pub account: Account,
    /// The policy that applies to the account.
    pub policy: Policy,
    /// The account's authenticators.
    pub enrolled: Enrolled,
    /// The IP allow lists that apply to the account, without approvals.
    pub lists: AllowLists,
    /// The number of unused recovery codes; none if there is no set.
    pub codes_left: Option<i64>,
}

type CallerRow = (
    SessionRow,
    i64,
    Row,
    EnrolledRow,
    Option<PolicyRow>,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<i64>,
);

/// The caller with the live session of this id. An expired session is treated as missing, even if it is not
/// deleted yet. `reaches`: whether codes can be sent to numbers of a range.
///
/// # Errors
/// As any query, and [`StoreError::Unexpected`] for a row of another version.
pub fn of(
    conn: &mut DbConnection,
    id: &TokenDigest,
    reaches: impl Fn(&NumberRange) -> bool,
    now: Timestamp,
) -> Result<Option<Caller>, StoreError> {
    let main = || coalesce(holders::main_account_id, holders::id);
    let codes = || set::table.filter(set::account_id.eq(holders::id));
    let list = |scope: AllowListScope| lists::table.filter(lists::scope.eq(scope.name()));
    let query = sessions::table
        .inner_join(holders::table.on(holders::id.eq(sessions::account_id)))
        .left_join(rules::table.on(rules::main_account_id.eq(main())))
        .filter(sessions::id_digest.eq(id.as_str()))
        .filter(sessions::last_used_at.gt(now.0 - IDLE_SECONDS))
        .filter(sessions::created_at.gt(now.0 - ABSOLUTE_SECONDS))
        .select((
            super::sessions::columns(),
            sessions::epoch,
            columns(),
            enrolled_columns!(now),
            policies::columns().nullable(),
            list(AllowListScope::Own)
                .filter(lists::account_id.eq(holders::id))
                .select(lists::networks)
                .single_value(),
            list(AllowListScope::Everybody)
                .filter(lists::account_id.eq(main()))
                .select(lists::networks)
                .single_value(),
            codes().select(count_star()).single_value(),
            codes().select(count(set::used_at)).single_value(),
        ));
    let row = on_either!(conn, |conn| query.first::<CallerRow>(conn).optional())?;
    let Some((session, epoch, account, enrolled, policy, own, everybody, codes, used)) = row else {
        return Ok(None);
    };
    let account = accounts::read(account).account;
    let policy = policies::read(policy)?;
    Ok(Some(Caller {
        session: super::sessions::read(session),
        is_current: epoch == account.epoch,
        enrolled: authenticators::read(enrolled, reaches),
        lists: AllowLists {
            own: allow_lists::read(own)?,
            everybody: allow_lists::read(everybody)?,
            approved: Vec::new(),
        },
        codes_left: recovery_codes::left(codes.unwrap_or_default(), used.unwrap_or_default()),
        account,
        policy,
    }))
}
