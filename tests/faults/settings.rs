//! Settings that cannot be used.

use std::time::{Duration, Instant};

use super::report;
use crate::support::program::{Program, folder};

/// Each with its error message.
const WRONG: [(&[(&str, &str)], &str); 28] = [
    (&[("DATABASE_URL", "sqlite://")], "DATABASE_URL is empty"),
    (
        &[("DATABASE_URL", "mysql://u@h/v")],
        "DATABASE_URL has an unknown scheme",
    ),
    (
        &[("DATABASE_URL", ":memory:")],
        "DATABASE_URL does not name a file",
    ),
    (&[("DATABASE_URL", "/nowhere/vestibule.db")], "/nowhere/vestibule"),
    (
        &[("DATABASE_URL", "postgres://u@h:port/v")],
        "DATABASE_URL is not a valid URL",
    ),
    (
        &[("DATABASE_URL", "postgres://u@127.0.0.1:9/v")],
        "VESTIBULE_KEY_FILE is required",
    ),
    (&[("VESTIBULE_LISTEN", "everywhere")], "VESTIBULE_LISTEN"),
    (&[("VESTIBULE_LISTEN", "127.0.0.1:99999")], "VESTIBULE_LISTEN"),
    (
        &[("VESTIBULE_PUBLIC_URL", "account.example.com")],
        "VESTIBULE_PUBLIC_URL",
    ),
    (
        &[("VESTIBULE_PUBLIC_URL", "ftp://account.example.com")],
        "VESTIBULE_PUBLIC_URL",
    ),
    (
        &[("VESTIBULE_PUBLIC_URL", "https://account.example.com/path")],
        "VESTIBULE_PUBLIC_URL",
    ),
    (
        &[("DATABASE_URL_FILE", "/nowhere/url")],
        "DATABASE_URL_FILE is /nowhere/url, which cannot be read",
    ),
    (
        &[("VESTIBULE_DATABASE_WAIT", "a minute")],
        "VESTIBULE_DATABASE_WAIT must be a whole number from 0",
    ),
    (
        &[("VESTIBULE_ISSUER", "a:b")],
        "VESTIBULE_ISSUER contains a colon",
    ),
    (
        &[("VESTIBULE_ACCENT", "green")],
        "VESTIBULE_ACCENT is not a colour",
    ),
    (
        &[("VESTIBULE_LOGO", "nowhere.svg")],
        "VESTIBULE_LOGO is \"nowhere.svg\", which cannot be read",
    ),
    (
        &[("VESTIBULE_SUPPORT", "call us")],
        "VESTIBULE_SUPPORT must be a link",
    ),
    (
        &[("VESTIBULE_TRUSTED_PROXIES", "10.0.0.0/33")],
        "VESTIBULE_TRUSTED_PROXIES",
    ),
    (
        &[("VESTIBULE_TOTP_KEY_CHARS", "20")],
        "VESTIBULE_TOTP_KEY_CHARS must be 16 or 32",
    ),
    (
        &[("VESTIBULE_HELP_AFTER", "-1")],
        "VESTIBULE_HELP_AFTER must be a whole number",
    ),
    (
        &[("VESTIBULE_ACTIVITY_DAYS", "7")],
        "VESTIBULE_ACTIVITY_DAYS must be a whole number from 30",
    ),
    (
        &[("SMTP_URL", "smtps://mail.example.com"), ("MAIL_FROM", "nobody")],
        "MAIL_FROM",
    ),
    (
        &[("TWILIO_ACCOUNT_SID", "AC1"), ("TWILIO_AUTH_TOKEN", "t")],
        "TWILIO_FROM is missing",
    ),
    (
        &[
            ("TWILIO_ACCOUNT_SID", "AC1"),
            ("TWILIO_AUTH_TOKEN", "t"),
            ("TWILIO_FROM", "+15551234567"),
        ],
        "VESTIBULE_PHONE_PREFIXES is missing; set the country prefixes that codes are sent to",
    ),
    (
        &[
            ("SMTP_URL", "smtp://mail.example.com:25"),
            ("MAIL_FROM", "account@example.com"),
        ],
        "SMTP_URL would send links and codes unencrypted",
    ),
    (
        &[("VESTIBULE_PUBLIC_URL", "https://account.example.com")],
        "VESTIBULE_TRUSTED_PROXIES is missing",
    ),
    (
        &[("VESTIBULE_LISTEN", "0.0.0.0:0")],
        "VESTIBULE_LISTEN is reachable from other machines",
    ),
    (
        &[("VESTIBULE_PHONE_PREFIXES", "Finland")],
        "VESTIBULE_PHONE_PREFIXES",
    ),
];

#[test]
fn a_wrong_setting_ends_the_start_with_one_plain_line() {
    let mut slowest = Duration::ZERO;
    for (settings, line) in WRONG {
        let (_kept, path) = folder();
        let mut program = Program::in_folder(&path, &["serve"]).with("VESTIBULE_LISTEN", "127.0.0.1:0");
        for (variable, value) in settings {
            program = program.with(variable, value);
        }
        let begun = Instant::now();
        let ended = program.run();
        slowest = slowest.max(begun.elapsed());
        assert!(matches!(ended.status, 1 | 2), "{settings:?}: {ended:?}");
        assert_eq!(ended.stderr.lines().count(), 1, "{settings:?}: {ended:?}");
        assert!(ended.stderr.contains(line), "{settings:?}: {ended:?}");
        assert!(ended.stderr.starts_with("vestibule: "), "{settings:?}: {ended:?}");
        assert!(!ended.stderr.contains("panicked"), "{settings:?}: {ended:?}");
        assert!(ended.stdout.is_empty(), "{settings:?}: {ended:?}");
    }
    report(
        "a wrong setting",
        &format!("{} of them", WRONG.len()),
        &format!(
            "one plain line each, after {} ms at the most",
            slowest.as_millis()
        ),
    );
}
