//! Database integrity checks, for use after a crash, a restored backup or manual changes.

use super::{Fault, Services};
use crate::store::{DbConnection, StoreError, event_log, invariants, snapshot, totp_authenticators};

/// A failed check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the check.
    pub rule: String,
    /// What is wrong.
    pub detail: String,
}

/// The result of all checks.
#[derive(Debug)]
pub struct Checked {
    /// How many checks were run.
    pub rules: usize,
    /// The failed ones.
    pub findings: Vec<Finding>,
}

/// Runs all checks.
///
/// # Errors
/// [`Fault`] if the database cannot be read.
pub async fn everything(services: &Services) -> Result<Checked, Fault> {
    let work = services.clone();
    services
        .database
        .run_patiently(move |conn| snapshot(conn, |conn| look_at_everything(conn, &work)))
        .await
        .map_err(|error: StoreError| error.into())
}

fn look_at_everything(conn: &mut DbConnection, services: &Services) -> Result<Checked, StoreError> {
    let (mut rules, mut findings) = (0, Vec::new());
    let mut look = |rule: &str, details: Vec<String>| {
        rules += 1;
        let found = details.into_iter().map(|detail| Finding {
            rule: rule.to_owned(),
            detail,
        });
        findings.extend(found);
    };
    look(
        "database file integrity",
        invariants::damage(conn)?.into_iter().collect(),
    );
    for (rule, broken) in invariants::counts(conn)? {
        let found = (broken > 0).then(|| format!("{broken} rows violate this rule"));
        look(rule, found.into_iter().collect());
    }
    let closed = totp_authenticators::unopenable(conn, &services.keys.ring)?;
    let found = (closed > 0).then(|| format!("{closed} keys cannot be decrypted"));
    look(
        "authenticator keys can be decrypted with the key ring",
        found.into_iter().collect(),
    );
    let log = event_log::verify(conn, &services.keys.activity, &[])?;
    look(
        "activity log integrity",
        log.broken.iter().map(ToString::to_string).collect(),
    );
    Ok(Checked { rules, findings })
}
