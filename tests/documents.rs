//! `docs/security.md` and the code agree: limits, columns, events, and the names of tests. And dependencies come from
//! the sources that it names.

use std::{collections::BTreeSet, fs, path::Path};

use crate::architecture::everything_under;

use vestibule::{
    app,
    domain::{
        authenticator::{
            out_of_band,
            password::{self, NewPassword, Password},
            recovery_code, totp,
        },
        known_browser, lifetimes,
        limits::{send_budget, throttle},
        notification,
        security_event::Event,
        session,
    },
    hasher, store,
    web::submission,
};

const DOCUMENT: &str = include_str!("../docs/security.md");

/// The cells of each row of the table under a heading.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let section = DOCUMENT
        .split("\n## ")
        .find(|section| section.starts_with(heading))
        .unwrap_or_else(|| panic!("no section {heading}"));
    let rows: Vec<Vec<&str>> = section
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| ---"))
        .skip(1)
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert!(!rows.is_empty(), "no table in {heading}");
    rows
}

/// Each limit of the code, by its name in the document.
fn limits() -> Vec<(&'static str, i64)> {
    let number = |number: usize| i64::try_from(number).unwrap();
    let seconds = |time: std::time::Duration| i64::try_from(time.as_secs()).unwrap();
    vec![
        ("lifetimes::IDLE_SECONDS", lifetimes::IDLE_SECONDS),
        ("lifetimes::ABSOLUTE_SECONDS", lifetimes::ABSOLUTE_SECONDS),
        ("session::MOST_AT_ONCE", number(session::MOST_AT_ONCE)),
        ("lifetimes::CHALLENGE_SECONDS", lifetimes::CHALLENGE_SECONDS),
        ("lifetimes::ENROLMENT_SECONDS", lifetimes::ENROLMENT_SECONDS),
        ("lifetimes::FRESH_SECONDS", lifetimes::FRESH_SECONDS),
        ("lifetimes::REPEAT_SECONDS", lifetimes::REPEAT_SECONDS),
        ("totp::STEP_SECONDS", totp::STEP_SECONDS),
        ("totp::WINDOW", totp::WINDOW),
        ("lifetimes::PENDING_SECONDS", lifetimes::PENDING_SECONDS),
        ("lifetimes::NEW_FACTOR_SECONDS", lifetimes::NEW_FACTOR_SECONDS),
        ("recovery_code::SET_SIZE", number(recovery_code::SET_SIZE)),
        ("throttle::CODE.free", throttle::CODE.free),
        ("throttle::CODE.first_wait", throttle::CODE.first_wait),
        ("throttle::CODE.longest_wait", throttle::CODE.longest_wait),
        ("throttle::CODE.off_at", throttle::CODE.off_at.unwrap()),
        ("throttle::RECOVERY_CODE.free", throttle::RECOVERY_CODE.free),
        ("throttle::PASSWORD_BY_NAME.free", throttle::PASSWORD_BY_NAME.free),
        (
            "throttle::PASSWORD_BY_NAME.longest_wait",
            throttle::PASSWORD_BY_NAME.longest_wait,
        ),
        (
            "throttle::PASSWORD_BY_ADDRESS.free",
            throttle::PASSWORD_BY_ADDRESS.free,
        ),
        (
            "throttle::PASSWORD_BY_ADDRESS.longest_wait",
            throttle::PASSWORD_BY_ADDRESS.longest_wait,
        ),
        (
            "throttle::PASSWORD_LINKS_BY_ADDRESS.free",
            throttle::PASSWORD_LINKS_BY_ADDRESS.free,
        ),
        (
            "throttle::PASSWORD_LINKS_BY_ACCOUNT.free",
            throttle::PASSWORD_LINKS_BY_ACCOUNT.free,
        ),
        (
            "throttle::PASSWORD_LINKS_BY_ACCOUNT.longest_wait",
            throttle::PASSWORD_LINKS_BY_ACCOUNT.longest_wait,
        ),
        ("throttle::PASSWORD_BY_SITE.free", throttle::PASSWORD_BY_SITE.free),
        (
            "throttle::PASSWORD_BY_COMPANY.free",
            throttle::PASSWORD_BY_COMPANY.free,
        ),
        (
            "throttle::PASSWORD_BY_BROWSER.free",
            throttle::PASSWORD_BY_BROWSER.free,
        ),
        ("lifetimes::KNOWN_SECONDS", lifetimes::KNOWN_SECONDS),
        (
            "known_browser::MOST_ACCOUNTS",
            number(known_browser::MOST_ACCOUNTS),
        ),
        ("lifetimes::NEW_PASSWORD_SECONDS", lifetimes::NEW_PASSWORD_SECONDS),
        ("lifetimes::INVITATION_SECONDS", lifetimes::INVITATION_SECONDS),
        ("lifetimes::WELCOME_SECONDS", lifetimes::WELCOME_SECONDS),
        ("lifetimes::NOT_ME_SECONDS", lifetimes::NOT_ME_SECONDS),
        ("lifetimes::NEW_EMAIL_SECONDS", lifetimes::NEW_EMAIL_SECONDS),
        (
            "lifetimes::APPROVE_ADDRESS_SECONDS",
            lifetimes::APPROVE_ADDRESS_SECONDS,
        ),
        ("lifetimes::APPROVED_SECONDS", lifetimes::APPROVED_SECONDS),
        ("lifetimes::CODE_SECONDS", lifetimes::CODE_SECONDS),
        ("lifetimes::OLDEST_SECONDS", lifetimes::OLDEST_SECONDS),
        ("out_of_band::GUESSES", out_of_band::GUESSES),
        ("NewPassword::MIN", number(NewPassword::MIN)),
        ("Password::MAX", number(Password::MAX)),
        ("password::MEMORY_KIB", i64::from(password::MEMORY_KIB)),
        ("password::PASSES", i64::from(password::PASSES)),
        ("password::LANES", i64::from(password::LANES)),
        ("throttle::PASSWORD_CHOICES.free", throttle::PASSWORD_CHOICES.free),
        ("hasher::QUEUE_PER_THREAD", number(hasher::QUEUE_PER_THREAD)),
        ("submission::LARGEST", number(submission::LARGEST)),
        ("submission::ARRIVAL", seconds(submission::ARRIVAL)),
        ("app::HEAD_TIMEOUT", seconds(app::HEAD_TIMEOUT)),
        ("store::POOL_SIZE", i64::from(store::POOL_SIZE)),
        ("store::LONGEST_ANSWER", seconds(store::LONGEST_ANSWER)),
        ("lifetimes::GIVEN_UP_AFTER", lifetimes::GIVEN_UP_AFTER),
        ("lifetimes::ACTIVITY_DAYS", lifetimes::ACTIVITY_DAYS),
    ]
}

/// The sending limits.
fn budgets() -> Vec<(&'static str, i64)> {
    vec![
        ("send_budget::PHONE.account_hour", send_budget::PHONE.account_hour),
        ("send_budget::PHONE.account_day", send_budget::PHONE.account_day),
        (
            "send_budget::PHONE.recipient_hour",
            send_budget::PHONE.recipient_hour,
        ),
        (
            "send_budget::PHONE.recipient_day",
            send_budget::PHONE.recipient_day,
        ),
        ("send_budget::PHONE.network_hour", send_budget::PHONE.network_hour),
        (
            "send_budget::PHONE.main_account_day",
            send_budget::PHONE.main_account_day,
        ),
        ("send_budget::PHONE.instance_day", send_budget::PHONE.instance_day),
        (
            "send_budget::MAILED_CODES.account_hour",
            send_budget::MAILED_CODES.account_hour,
        ),
        (
            "send_budget::MAILED_CODES.account_day",
            send_budget::MAILED_CODES.account_day,
        ),
        (
            "send_budget::MAILED_CODES.network_hour",
            send_budget::MAILED_CODES.network_hour,
        ),
        (
            "send_budget::MAILED_CODES.main_account_day",
            send_budget::MAILED_CODES.main_account_day,
        ),
        ("send_budget::MAIL.account_hour", send_budget::MAIL.account_hour),
        ("send_budget::MAIL.account_day", send_budget::MAIL.account_day),
        (
            "send_budget::MAIL.recipient_hour",
            send_budget::MAIL.recipient_hour,
        ),
        ("send_budget::MAIL.recipient_day", send_budget::MAIL.recipient_day),
        (
            "send_budget::MAIL.main_account_day",
            send_budget::MAIL.main_account_day,
        ),
        ("send_budget::MAIL.instance_day", send_budget::MAIL.instance_day),
        (
            "send_budget::NEW_ADDRESSES.account_hour",
            send_budget::NEW_ADDRESSES.account_hour,
        ),
        (
            "send_budget::NEW_ADDRESSES.account_day",
            send_budget::NEW_ADDRESSES.account_day,
        ),
        (
            "send_budget::REMINDERS.main_account_day",
            send_budget::REMINDERS.main_account_day,
        ),
        ("notification::AT_ONCE", notification::AT_ONCE),
    ]
}

#[test]
fn every_limit_in_the_document_is_the_one_in_the_code() {
    let limits = [limits(), budgets()].concat();
    let rows = table("Limits");
    assert_eq!(rows.len(), limits.len());
    for row in rows {
        let name = row[2].trim_matches('`');
        let value: i64 = row[1].split(' ').next().unwrap().parse().unwrap();
        let known = limits.iter().find(|(known, _)| *known == name);
        let (_, actual) = known.unwrap_or_else(|| panic!("no limit {name}"));
        assert_eq!(value, *actual, "{name}");
    }
}

#[test]
fn every_column_has_its_class_in_the_document() {
    let schema = include_str!("../src/store/schema.rs");
    let mut columns = BTreeSet::new();
    for part in schema.split("diesel::table! {").skip(1) {
        let name = part.trim_start().split(' ').next().unwrap();
        let body = part.split('{').nth(1).unwrap().split('}').next().unwrap();
        for line in body.lines().filter(|line| line.contains("->")) {
            columns.insert(format!("`{name}.{}`", line.split("->").next().unwrap().trim()));
        }
    }
    let rows = table("Data");
    let written: BTreeSet<String> = rows.iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(written, columns);
    for row in rows {
        assert!(matches!(row[1], "secret" | "personal" | "internal"), "{row:?}");
    }
}

#[test]
fn every_event_is_in_the_document() {
    let rows = table("What is logged");
    let written: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row[1].split(", "))
        .map(|name| name.trim_matches('`'))
        .collect();
    let known: BTreeSet<&str> = Event::ALL.iter().map(|event| event.name()).collect();
    assert_eq!(written, known);
}

/// Every source below a folder, one after the other.
fn sources(folder: &str) -> String {
    let paths = everything_under(folder).into_iter();
    let sources = paths.filter(|path| {
        Path::new(path)
            .extension()
            .is_some_and(|extension| extension == "rs")
    });
    sources.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_test_and_section_that_the_document_names_is_there() {
    let mut text = String::new();
    for folder in ["src", "tests"] {
        text += &sources(folder);
    }
    let mut named = 0;
    for (heading, column) in [
        ("What went wrong elsewhere", 3),
        ("ASVS 5.0, requirement by requirement", 3),
        ("Threats", 3),
    ] {
        for row in table(heading) {
            let cell = row[column];
            assert!(!cell.is_empty(), "{row:?}");
            for name in cell.split('`').skip(1).step_by(2) {
                let there = text.contains(&format!("fn {name}("));
                assert!(there, "{heading}: no test {name}");
                named += 1;
            }
            for section in cell.split("section “").skip(1) {
                let section = section.split('”').next().unwrap();
                assert!(
                    DOCUMENT.contains(&format!("\n## {section}\n")),
                    "{heading}: no section {section}"
                );
            }
            assert!(cell.contains('`') || cell.contains("section “"), "{row:?}");
        }
    }
    assert!(named > 200, "{named}");
    assert_eq!(table("What went wrong elsewhere").len(), 72);
}

/// Name and dependencies of each crate in the build.
fn crates() -> Vec<(&'static str, &'static str)> {
    let lock = include_str!("../Cargo.lock");
    lock.split("[[package]]")
        .skip(1)
        .map(|package| {
            let name = package
                .split("name = \"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            (name, package)
        })
        .collect()
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    for (name, package) in crates() {
        let from_there = package.contains("source = \"registry+") && package.contains("checksum = \"");
        assert!(from_there || name == "vestibule", "{name}");
    }
    assert!(include_str!("../Cargo.toml").contains("overflow-checks = true"));
    assert!(include_str!("../Cargo.toml").contains("unsafe_code = \"forbid\""));
}

#[test]
fn openssl_is_inside_libpq_alone() {
    for (name, package) in crates() {
        assert!(!matches!(name, "openssl" | "native-tls"), "{name}");
        let needs = package.split("dependencies = [").nth(1).unwrap_or_default();
        if needs.contains("\"openssl-sys\"") {
            assert!(matches!(name, "vestibule" | "pq-src" | "pq-sys"), "{name}");
        }
    }
}

#[test]
fn no_secret_is_compared_like_any_other_text() {
    let text = sources("src");
    for secret in [
        "Code",
        "SentCode",
        "RecoveryCode",
        "Password",
        "NewPassword",
        "Token",
        "TotpKey",
        "PurposeKey",
        "KeyRing",
    ] {
        let declared = text
            .find(&format!("\npub struct {secret}("))
            .or_else(|| text.find(&format!("\npub struct {secret} {{")))
            .unwrap_or_else(|| panic!("no type {secret}"));
        let before = &text[..declared];
        // The attributes and the comment right above it.
        let above = &before[before.rfind("\n\n").unwrap()..];
        assert!(!above.contains("PartialEq"), "{secret}: {above}");
        assert!(
            !text.contains(&format!("impl PartialEq for {secret}")),
            "{secret}"
        );
    }
}
