//! INSERT and UPDATE with a cached prepared statement.

use diesel::{
    QueryResult, QuerySource, RunQueryDsl,
    backend::Backend,
    query_builder::{AstPass, InsertStatement, Query, QueryFragment, QueryId, UpdateStatement},
    sql_types::Integer,
};

/// A statement whose prepared form is cached by its SQL text. Diesel prepares an UPDATE for each use, because
/// its SET columns may differ; ours always set the same columns.
pub(super) struct Kept<T>(pub(super) T);

/// Wraps a statement.
pub(super) trait Keep: Sized {
    /// The same statement, prepared once for each connection.
    fn kept(self) -> Kept<Self> {
        Kept(self)
    }
}

impl<T: QuerySource, U, V, R> Keep for UpdateStatement<T, U, V, R> {}

impl<T: QuerySource, U, O, R> Keep for InsertStatement<T, U, O, R> {}

/// The same statement with a RETURNING row for each match. Diesel's `execute` checks whether a reference to
/// the statement can be cached, and a reference does not use our [`Kept`] rule.
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
