//! Whether the database holds what it should: after a crash, a restored backup, or somebody
//! at work in it by hand.

use super::{Fault, Services};
use crate::store::{DbConnection, StoreError, event_log, invariants, snapshot, totp_authenticators};

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, as a sentence.
    pub rule: String,
    /// What was found instead.
    pub detail: String,
}

/// What a look at everything found.
#[derive(Debug)]
pub struct Checked {
    /// How many rules were looked at.
    pub rules: usize,
    /// Where one does not hold.
    pub findings: Vec<Finding>,
}

/// Looks at every rule.
///
/// # Errors
/// [`Fault`] where the database cannot be read.
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
        "The file is whole",
        invariants::damage(conn)?.into_iter().collect(),
    );
    for (rule, broken) in invariants::counts(conn)? {
        let found = (broken > 0).then(|| format!("not so in {broken} rows"));
        look(rule, found.into_iter().collect());
    }
    let closed = totp_authenticators::unopenable(conn, &services.keys.ring)?;
    let found = (closed > 0).then(|| format!("{closed} do not"));
    look(
        "Every authenticator\u{2019}s key opens",
        found.into_iter().collect(),
    );
    let log = event_log::verify(conn, &services.keys.activity, &[])?;
    look(
        "The activity log is as it was written",
        log.broken.iter().map(ToString::to_string).collect(),
    );
    Ok(Checked { rules, findings })
}
