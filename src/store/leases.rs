//! Which instance runs which background task, and until when. Uses the database's clock, so that wrong clocks
//! of instances do not matter.

use diesel::{dsl::sql, prelude::*, sql_types::BigInt};

use super::{DbConnection, StoreError, schema::leases};
use crate::domain::lifetimes::LEASE_SECONDS;

/// Adds a row without a holder for each new task.
///
/// # Errors
/// As any query.
pub fn begin(conn: &mut DbConnection, tasks: &[&str]) -> Result<(), StoreError> {
    for task in tasks {
        let inserted = diesel::insert_into(leases::table)
            .values((leases::task.eq(*task), leases::holder.eq(""), leases::until.eq(0)))
            .execute(conn);
        match inserted.map_err(StoreError::from) {
            Ok(_) | Err(StoreError::Taken) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Takes the free leases of these tasks and renews those of `holder`; returns the tasks that it holds.
///
/// # Errors
/// As any query.
pub fn hold(conn: &mut DbConnection, tasks: &[&str], holder: &str) -> Result<Vec<String>, StoreError> {
    let now = conn.seconds_now();
    let end = || sql::<BigInt>(now) + LEASE_SECONDS;
    // A lease that ends later than a new one would was taken before the database's clock was set back.
    let over = leases::until.le(sql::<BigInt>(now)).or(leases::until.gt(end()));
    let held = leases::table
        .filter(leases::task.eq_any(tasks))
        .filter(leases::holder.eq(holder).or(over));
    Ok(diesel::update(held)
        .set((leases::holder.eq(holder), leases::until.eq(end())))
        .returning(leases::task)
        .get_results(conn)?)
}

/// Releases the leases of `holder`, so that another instance continues at once.
///
/// # Errors
/// As any query.
pub fn release(conn: &mut DbConnection, holder: &str) -> Result<(), StoreError> {
    diesel::update(leases::table.filter(leases::holder.eq(holder)))
        .set(leases::until.eq(0))
        .execute(conn)?;
    Ok(())
}
