//! The server is killed at any point of its work.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use super::{Installation, cookies_of, patient_client, report, rounds, save_reason, try_post};
use crate::support::{
    people::PASSWORD,
    postgres::PostgresDatabase,
    program::{Program, Serving, folder, free_port},
    visitor::Visitor,
};

/// What was acknowledged, and must be stored.
#[derive(Default)]
struct Ledger {
    /// User accounts whose creation was answered with 303.
    made: Mutex<Vec<String>>,
    /// Reasons in the main account's policy, in the order of the requests; and the last that was accepted.
    asked: AtomicUsize,
    acknowledged: AtomicUsize,
    /// Wrong passwords that were answered.
    refused: AtomicUsize,
    stop: AtomicBool,
}

async fn makes_users(url: String, cookies: String, token: String, ledger: Arc<Ledger>, round: usize) {
    let client = patient_client();
    for number in 0.. {
        if ledger.stop.load(Ordering::SeqCst) {
            break;
        }
        let name = format!("user-{round}-{number}");
        let fields = [
            ("csrf", token.as_str()),
            ("username", &name),
            ("email", "user@example.com"),
            ("phone", ""),
        ];
        if try_post(&client, &url, "/subaccounts/new", &cookies, &fields).await == Some(303) {
            ledger.made.lock().unwrap().push(name);
        }
    }
}

async fn changes_policy(url: String, cookies: String, token: String, ledger: Arc<Ledger>) {
    let client = patient_client();
    while !ledger.stop.load(Ordering::SeqCst) {
        let number = ledger.asked.fetch_add(1, Ordering::SeqCst) + 1;
        let reason = format!("reason-{number}");
        if save_reason(&client, &url, &cookies, &token, &reason).await == Some(303) {
            ledger.acknowledged.store(number, Ordering::SeqCst);
        }
    }
}

async fn types_wrong_passwords(url: String, cookies: String, token: String, ledger: Arc<Ledger>) {
    let client = patient_client();
    while !ledger.stop.load(Ordering::SeqCst) {
        let fields = [
            ("csrf", token.as_str()),
            ("username", "nobody"),
            ("password", "wrong"),
        ];
        if try_post(&client, &url, "/login", &cookies, &fields).await == Some(422) {
            ledger.refused.fetch_add(1, Ordering::SeqCst);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn first_account(installation: &Installation<'_>, serving: &Serving) -> Visitor {
    let mut visitor = Visitor::new(&installation.url());
    visitor.open(&serving.welcome_path()).await;
    visitor
        .fill("username", "Alice")
        .fill("email", "alice-0@example.com")
        .fill("password", PASSWORD);
    visitor.press("Create account").await;
    visitor.land().await;
    visitor
}

/// The reason in the policy, by its number; 0 before there is one.
async fn reason_now(visitor: &mut Visitor) -> usize {
    let reason = visitor
        .open("/policy")
        .await
        .field_value("mandatory_text")
        .expect("signed in");
    reason
        .strip_prefix("reason-")
        .map_or(0, |number| number.parse().unwrap())
}

async fn is_killed(database: &str, kills: usize) {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let installation = Installation {
        folder: &path,
        database: database.to_owned(),
        port: free_port(),
    };
    let mut serving = installation.serve(true);
    let mut alice = first_account(&installation, &serving).await;
    let ledger = Arc::new(Ledger::default());
    let (mut slowest, mut dice) = (Duration::ZERO, 7_u64);
    for round in 0..kills {
        // Confirming the password again allows the changes below, and gives a new cookie.
        if round % 20 == 0 {
            alice.open("/account/confirm").await;
            alice.fill("password", PASSWORD);
            assert_eq!(alice.press("Confirm").await.status, 303);
            alice.land().await;
        }
        let token = alice
            .open("/account/details")
            .await
            .field_value("csrf")
            .expect("signed in");
        let mut guest = Visitor::new(&installation.url());
        let guests_token = guest.open("/login").await.field_value("csrf").unwrap();
        ledger.stop.store(false, Ordering::SeqCst);
        let (url, cookies) = (installation.url(), cookies_of(&alice));
        let writers = [
            tokio::spawn(makes_users(
                url.clone(),
                cookies.clone(),
                token.clone(),
                ledger.clone(),
                round,
            )),
            tokio::spawn(changes_policy(url.clone(), cookies, token, ledger.clone())),
            tokio::spawn(types_wrong_passwords(
                url,
                cookies_of(&guest),
                guests_token,
                ledger.clone(),
            )),
        ];
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        tokio::time::sleep(Duration::from_millis(50 + (dice >> 33) % 450)).await;
        // Dropping kills it, as by `kill -9`.
        drop(serving);
        ledger.stop.store(true, Ordering::SeqCst);
        for writer in writers {
            writer.await.unwrap();
        }

        let begun = Instant::now();
        serving = installation.serve(false);
        slowest = slowest.max(begun.elapsed());
        let reason = reason_now(&mut alice).await;
        let (acknowledged, asked) = (
            ledger.acknowledged.load(Ordering::SeqCst),
            ledger.asked.load(Ordering::SeqCst),
        );
        assert!(
            (acknowledged..=asked).contains(&reason),
            "round {round}: reason {reason} of {acknowledged} to {asked}"
        );
        if round % 20 == 19 || round + 1 == kills {
            let checked = installation.program(&["check"]).run();
            assert_eq!(checked.status, 0, "round {round}: {checked:?}");
        }
    }
    let listed = installation.program(&["account", "list"]).run().stdout;
    let made = ledger.made.lock().unwrap();
    for name in made.iter() {
        assert!(
            listed.contains(name.as_str()),
            "{name} was acknowledged and is lost"
        );
    }
    assert!(!made.is_empty(), "no user account was made");
    assert!(
        ledger.acknowledged.load(Ordering::SeqCst) > 0,
        "no policy was saved"
    );
    let kind = if database.starts_with("postgres") {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    report(
        &format!("killed while writing, {kind}"),
        &format!("{kills} times"),
        &format!(
            "{} accounts, {} policies and {} refusals acknowledged, none lost; all rules hold; back in {} ms at the \
             most",
            made.len(),
            ledger.acknowledged.load(Ordering::SeqCst),
            ledger.refused.load(Ordering::SeqCst),
            slowest.as_millis()
        ),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_loses_nothing_that_it_acknowledged_on_sqlite() {
    is_killed("vestibule.db", rounds(4, 200)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_loses_nothing_that_it_acknowledged_on_postgres() {
    let database = PostgresDatabase::fresh();
    is_killed(&database.url(), rounds(4, 200)).await;
}
