//! Whether the database holds what it should: after a crash, a restored backup, or somebody
//! at work in it by hand.

use super::{Fault, Services};
use crate::store::{StoreError, invariants, security_events, totp_authenticators};

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
        .run_patiently(move |conn| {
            let (mut rules, mut findings) = (0, Vec::new());
            let mut look = |rule: &str, detail: Option<String>| {
                rules += 1;
                findings.extend(detail.map(|detail| Finding {
                    rule: rule.to_owned(),
                    detail,
                }));
            };
            look("The file is whole", invariants::damage(conn)?);
            for (rule, broken) in invariants::counts(conn)? {
                look(rule, (broken > 0).then(|| format!("not so in {broken} rows")));
            }
            let closed = totp_authenticators::unopenable(conn, &work.keys)?;
            look(
                "Every authenticator\u{2019}s key opens",
                (closed > 0).then(|| format!("{closed} do not")),
            );
            let log = security_events::verify(conn, &work.activity_key)?;
            look(
                "The activity log is as it was written",
                log.err().map(|broken| broken.to_string()),
            );
            Ok::<_, StoreError>(Checked { rules, findings })
        })
        .await
        .map_err(Fault::from)
}
