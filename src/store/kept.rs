//! Changes whose prepared statement is kept.

use diesel::{
    QueryResult, RunQueryDsl,
    backend::Backend,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
};

/// A change whose prepared statement is kept, and found by its text. Diesel has an UPDATE and an INSERT
/// parsed and planned anew for each use, since what they set may differ from one to the next; each of ours
/// sets the same always.
pub(super) struct Kept<T>(T);

/// Gives it.
pub(super) trait Keep: Sized {
    /// The same change, prepared once for each connection.
    fn kept(self) -> Kept<Self> {
        Kept(self)
    }
}

impl<T, U, V, R> Keep for diesel::query_builder::UpdateStatement<T, U, V, R> where T: diesel::QuerySource {}

impl<T, U, O, R> Keep for diesel::query_builder::InsertStatement<T, U, O, R> where T: diesel::QuerySource {}

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
