//! A sealed value that shows whether the key ring belongs to this database.

use diesel::prelude::*;

use super::{DbConnection, StoreError, kept::Keep as _, schema::key_checks as checks};
use crate::domain::{
    random::Random,
    sealed::{KeyRing, Sealed},
};

const NAME: &str = "key ring";

/// Seals a value in a new database, or opens the existing one.
///
/// # Errors
/// [`StoreError::Unopenable`] for another key ring: with it, every one-time password would be refused.
pub fn check(conn: &mut DbConnection, keys: &KeyRing, random: &dyn Random) -> Result<(), StoreError> {
    if read(conn)?.is_none() {
        let sealed = keys.seal(b"vestibule", NAME, random)?;
        let inserted = diesel::insert_into(checks::table)
            .values((checks::name.eq(NAME), checks::sealed.eq(sealed.as_str())))
            .kept()
            .execute(conn)
            .map_err(StoreError::from);
        match inserted {
            // Another instance was first, possibly with another key ring: open what it sealed.
            Ok(_) | Err(StoreError::Taken) => {}
            Err(error) => return Err(error),
        }
    }
    let sealed = read(conn)?.ok_or_else(|| StoreError::Unexpected("the key check is missing".to_owned()))?;
    keys.open(&sealed, NAME)?;
    Ok(())
}

/// Seals the value again with the newest key. A key ring without that key can no longer open this database.
///
/// # Errors
/// As [`check`].
pub fn reseal(conn: &mut DbConnection, keys: &KeyRing, random: &dyn Random) -> Result<(), StoreError> {
    let sealed = keys.seal(b"vestibule", NAME, random)?;
    diesel::update(checks::table.filter(checks::name.eq(NAME)))
        .set(checks::sealed.eq(sealed.as_str()))
        .kept()
        .execute(conn)?;
    Ok(())
}

fn read(conn: &mut DbConnection) -> Result<Option<Sealed>, StoreError> {
    let sealed: Option<String> = checks::table
        .filter(checks::name.eq(NAME))
        .select(checks::sealed)
        .first(conn)
        .optional()?;
    Ok(sealed.map(Sealed::stored))
}
