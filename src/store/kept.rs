//! Changes whose prepared statement is kept.

use diesel::{
    QueryResult, QuerySource, RunQueryDsl,
    backend::Backend,
    query_builder::{AstPass, InsertStatement, Query, QueryFragment, QueryId, UpdateStatement},
    sql_types::Integer,
};

/// A change whose prepared statement is kept, and found by its text. Diesel has an UPDATE parsed and planned
/// anew for each use, since what it sets may differ from one to the next; each of ours sets the same always.
pub(super) struct Kept<T>(pub(super) T);

/// Gives it.
pub(super) trait Keep: Sized {
    /// The same change, prepared once for each connection.
    fn kept(self) -> Kept<Self> {
        Kept(self)
    }
}

impl<T: QuerySource, U, V, R> Keep for UpdateStatement<T, U, V, R> {}

impl<T: QuerySource, U, O, R> Keep for InsertStatement<T, U, O, R> {}

/// The same change with a row for each that it met. Where diesel only counts, it asks a reference what may be
/// kept, and a reference says what diesel says.
pub(super) struct Counted<T>(pub(super) T);

impl<T, DB> QueryFragment<DB> for Counted<T>
where
    DB: Backend,
    T: QueryFragment<DB>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(" RETURNING 1");
        Ok(())
    }
}

impl<T> Query for Counted<T> {
    type SqlType = Integer;
}

impl<T> QueryId for Kept<T> {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<T, DB> QueryFragment<DB> for Kept<T>
where
    DB: Backend,
    T: QueryFragment<DB>,
{
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }

    fn is_safe_to_cache_prepared(&self, _: &DB) -> QueryResult<bool> {
        Ok(true)
    }
}

impl<T: Query> Query for Kept<T> {
    type SqlType = T::SqlType;
}

impl<T, Conn> RunQueryDsl<Conn> for Kept<T> {}
