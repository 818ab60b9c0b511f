//! Invariants over several rows or tables, which no constraint of one column can express.

use diesel::{QueryableByName, RunQueryDsl as _, sql_query, sql_types};

use super::{DbConnection, StoreError};

/// The name of each check, and the rows that violate it, in plain SQL for both databases.
const RULES: [(&str, &str); 26] = [
    (
        "subaccount belongs to a main account",
        "accounts a WHERE a.main_account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM accounts m WHERE m.id \
         = a.main_account_id AND m.main_account_id IS NULL)",
    ),
    (
        "manager is a subaccount",
        "accounts a WHERE a.manager AND a.main_account_id IS NULL",
    ),
    (
        "account has an Argon2id password hash",
        "accounts a WHERE a.password_hash NOT LIKE '$argon2id$%'",
    ),
    ("account epoch is not negative", "accounts a WHERE a.epoch < 0"),
    (
        "account has at most one confirmed authenticator",
        "accounts a WHERE (SELECT COUNT(*) FROM totp_authenticators t WHERE t.account_id = a.id AND \
         t.confirmed_at IS NOT NULL) > 1",
    ),
    (
        "account has at most one pending authenticator",
        "accounts a WHERE (SELECT COUNT(*) FROM totp_authenticators t WHERE t.account_id = a.id AND \
         t.confirmed_at IS NULL) > 1",
    ),
    (
        "authenticator has a sealed key",
        "totp_authenticators t WHERE t.sealed_key NOT LIKE '%.%'",
    ),
    (
        "confirmed authenticator has a last used time step",
        "totp_authenticators t WHERE t.confirmed_at IS NOT NULL AND t.last_step <= 0",
    ),
    (
        "account with an authenticator has recovery codes",
        "totp_authenticators t WHERE t.confirmed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \
         recovery_codes r WHERE r.account_id = t.account_id)",
    ),
    (
        "recovery codes belong to an account with an authenticator",
        "recovery_codes r WHERE NOT EXISTS (SELECT 1 FROM totp_authenticators t WHERE t.account_id = \
         r.account_id AND t.confirmed_at IS NOT NULL)",
    ),
    (
        "account has no or ten recovery codes",
        "accounts a WHERE (SELECT COUNT(*) FROM recovery_codes r WHERE r.account_id = a.id) NOT IN (0, 10)",
    ),
    (
        "password reset link belongs to an enabled account",
        "one_time_links l JOIN accounts a ON a.id = l.account_id LEFT JOIN accounts m ON m.id = \
         a.main_account_id WHERE l.purpose = 'new_password' AND (l.created_at > a.disabled_at OR \
         l.created_at > m.disabled_at)",
    ),
    (
        "used recovery code is in the activity log",
        "accounts a WHERE (SELECT COUNT(*) FROM recovery_codes r WHERE r.account_id = a.id AND r.used_at >= \
         COALESCE((SELECT s.occurred_at FROM security_events s WHERE s.chain = COALESCE(a.main_account_id, \
         a.id) ORDER BY s.sequence LIMIT 1), 9223372036854775807)) > (SELECT COUNT(*) FROM security_events \
         e WHERE e.account_id = a.id AND e.event = 'recovery_code_used')",
    ),
    (
        "account has at most ten sessions",
        "accounts a WHERE (SELECT COUNT(*) FROM sessions s WHERE s.account_id = a.id AND s.signed_in_at IS \
         NOT NULL) > 10",
    ),
    (
        "disabled account and its subaccounts have no sessions",
        "sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN accounts m ON m.id = a.main_account_id \
         WHERE (a.disabled_at IS NOT NULL OR m.disabled_at IS NOT NULL) AND s.signed_in_at IS NOT NULL",
    ),
    (
        "throttle counter is not negative",
        "throttles t WHERE t.failures < 0",
    ),
    (
        "at most 20 failed codes in a row are counted",
        "throttles t WHERE t.kind = 'codes' AND t.failures > 20",
    ),
    (
        "out-of-band code has at most five guesses",
        "out_of_band_codes c WHERE c.guesses NOT BETWEEN 0 AND 5",
    ),
    (
        "out-of-band code expires within 15 minutes",
        "out_of_band_codes c WHERE c.expires_at > c.created_at + 900",
    ),
    (
        "secret mail content is sealed",
        "outbox o WHERE o.kind IN ('invitation', 'password_link', 'new_password_forced', 'sign_in_code', \
         'email_code') AND o.sealed IS NULL",
    ),
    (
        "policy belongs to a main account",
        "policies p JOIN accounts a ON a.id = p.main_account_id WHERE a.main_account_id IS NOT NULL",
    ),
    (
        "IP allow list for subaccounts belongs to a main account",
        "allow_lists l JOIN accounts a ON a.id = l.account_id WHERE l.scope = 'everybody' AND \
         a.main_account_id IS NOT NULL",
    ),
    (
        "phone number is in international format",
        "phone_numbers p WHERE p.number NOT LIKE '+%'",
    ),
    (
        "activity log entry is in the chain of its main account",
        "security_events e JOIN accounts a ON a.id = e.account_id WHERE e.chain <> \
         COALESCE(a.main_account_id, a.id)",
    ),
    (
        "account listing matches the account",
        "account_facts f LEFT JOIN account_listings l ON l.account_id = f.account_id WHERE l.account_id IS \
         NULL OR COALESCE(l.main_account_id, '') <> COALESCE(f.main_account_id, '') OR l.username_key <> \
         f.username_key OR l.kind <> f.kind OR l.number_range <> f.number_range OR l.sought <> f.sought",
    ),
    (
        "account without a chosen password has no sessions",
        "sessions s JOIN accounts a ON a.id = s.account_id WHERE s.signed_in_at IS NOT NULL AND \
         a.password_chosen_at IS NULL",
    ),
];

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = sql_types::BigInt)]
    count: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = sql_types::Text)]
    line: String,
}

/// How many rows violate each rule.
///
/// # Errors
/// As any query.
pub fn counts(conn: &mut DbConnection) -> Result<Vec<(&'static str, i64)>, StoreError> {
    RULES
        .iter()
        .map(|(rule, rows)| {
            // Both parts are constants of this file, so no outside input reaches the SQL text.
            let found: Count =
                sql_query("SELECT COUNT(*) AS count FROM ".to_owned() + rows).get_result(conn)?;
            Ok((*rule, found.count))
        })
        .collect()
}

/// What SQLite reports about a damaged file; none if it finds nothing. Always none for PostgreSQL, which has
/// its own tools for this.
///
/// # Errors
/// As any query.
pub fn damage(conn: &mut DbConnection) -> Result<Option<String>, StoreError> {
    let DbConnection::Sqlite(conn) = conn else {
        return Ok(None);
    };
    let found: Vec<Line> =
        sql_query("SELECT integrity_check AS line FROM pragma_integrity_check").load(conn)?;
    let mut words: Vec<String> = found
        .into_iter()
        .map(|line| line.line)
        .filter(|line| line != "ok")
        .collect();
    let orphans: Vec<Line> = sql_query(
        "SELECT \"table\" || ' row references a missing row in ' || parent AS line FROM \
         pragma_foreign_key_check",
    )
    .load(conn)?;
    words.extend(orphans.into_iter().map(|line| line.line));
    Ok((!words.is_empty()).then(|| words.join("; ")))
}
