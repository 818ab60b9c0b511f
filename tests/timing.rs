//! Response times that must not disclose who has an account. No test fails by it: `script/timing` runs it in a
//! release build on a quiet machine and prints the results.

use std::time::{Duration, Instant};

use vestibule::flows::administer;

use crate::{
    security::raw_database::RawDatabase,
    support::{people, portal::TestPortal, visitor::Visitor},
};

const SAMPLES: usize = 300;

/// Posts a form and gives the time to its answer.
async fn timed(portal: &TestPortal, class: usize, path: &str, fields: &[(&str, &str)]) -> Duration {
    // From one address for each class, as an attacker would who tries one name after another.
    let address = format!("10.0.0.{}", class + 1);
    let mut visitor = Visitor::new(&portal.url()).with_address(&address);
    let token = visitor.open(path).await.field_value("csrf").unwrap();
    let mut fields = fields.to_vec();
    fields.push(("csrf", &token));
    let request = visitor
        .request(reqwest::Method::POST, path)
        .like_a_form("same-origin");
    let request = request.form(&fields);
    let begun = Instant::now();
    request.send().await;
    begun.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

async fn measure(portal: &TestPortal, what: &str, path: &str, field: &str, classes: &[(&str, &str)]) {
    let mut times: Vec<Vec<Duration>> = classes.iter().map(|_| Vec::new()).collect();
    for _ in 0..SAMPLES {
        // Lara's codes are disabled; nobody waits at the sign-in; an unknown name causes no new entry.
        RawDatabase::of(portal).execute("DELETE FROM throttles WHERE kind NOT IN ('codes', 'unknown_names')");
        for (class, (_, username)) in classes.iter().enumerate() {
            let mut fields = vec![(field, *username)];
            if path == "/login" {
                fields.push(("password", "not the password"));
            }
            times[class].push(timed(portal, class, path, &fields).await);
        }
    }
    let medians: Vec<f64> = times
        .iter_mut()
        .map(|times| median(times).as_secs_f64() * 1000.0)
        .collect();
    for ((class, _), median) in classes.iter().zip(&medians) {
        println!(
            "TIMING | {what} | {class} | {median:.2} ms | {:+.2} ms, {:+.1} % |",
            median - medians[0],
            (median / medians[0] - 1.0) * 100.0
        );
    }
}

#[tokio::test]
#[ignore = "prints figures; script/timing"]
async fn how_long_answers_take() {
    let portal = TestPortal::on_sqlite();
    people::main_account_with_totp(&portal).await;
    people::subaccount(&portal, "Plain").await;
    people::subaccount(&portal, "Ivan").await;
    let mut lara = people::subaccount(&portal, "Lara").await;
    let mut theirs = lara.sign_in(&portal).await;
    lara.set_up_authenticator(&portal, &mut theirs).await;
    let mut pending = portal.visitor();
    lara.give_password(&mut pending).await;
    lara.guess_codes(&portal, &mut pending, 1).await;
    RawDatabase::of(&portal).execute("UPDATE throttles SET failures = 20 WHERE kind = 'codes'");
    administer::disable(portal.services(), "Ivan").await.unwrap();
    let classes = [
        ("with a second factor", "Alice"),
        ("unknown", "Nobody"),
        ("disabled", "Ivan"),
        ("without a second factor", "Plain"),
        ("codes switched off", "Lara"),
    ];
    measure(&portal, "sign-in, wrong password", "/login", "username", &classes).await;
    measure(
        &portal,
        "forgotten password",
        "/forgotten-password",
        "username",
        &classes,
    )
    .await;
}
