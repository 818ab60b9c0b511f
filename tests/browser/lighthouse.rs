//! Lighthouse scores of the pages that people wait for. They depend on timing, so they decide nothing in the ordinary
//! run; `script/lighthouse` installs it and runs it.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use super::steps;
use crate::support::{browser::Browser, people, portal::TestPortal};

/// The minimum score of each category, of 100.
const ASKED: [(&str, f64); 3] = [
    ("accessibility", 100.0),
    ("best-practices", 100.0),
    ("performance", 98.0),
];

#[tokio::test]
#[ignore = "measures time; see script/lighthouse"]
async fn sign_in_code_set_up_and_user_accounts_score_as_well_as_they_can() {
    let portal = TestPortal::on_sqlite();
    let (mut person, _) = people::main_account(&portal).await;
    for name in ["Bob", "Carol", "Dave"] {
        people::subaccount(&portal, name).await;
    }
    let browser = Browser::open(&portal.url()).await;
    let mut wrong = measured(&portal, &browser, "/login").await;
    steps::sign_in(&portal, &browser, &person).await;
    wrong.extend(measured(&portal, &browser, "/account/security/authenticator").await);
    browser.go("/account/security/authenticator").await;
    person.phone = Some(steps::scan(&portal, &browser).await);
    steps::enable(&portal, &browser, &person).await;
    wrong.extend(measured(&portal, &browser, "/subaccounts").await);
    steps::sign_out(&browser).await;
    steps::give_password(&browser, &person).await;
    wrong.extend(measured(&portal, &browser, "/login/code").await);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Measures a page for the person signed in in this browser; returns the scores that are too low.
async fn measured(portal: &TestPortal, browser: &Browser, path: &str) -> Vec<String> {
    let program =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/lighthouse/node_modules/lighthouse/cli/index.js");
    assert!(program.exists(), "script/lighthouse installs it");
    let report: PathBuf = portal.folder().join("lighthouse.json");
    let done = tokio::process::Command::new("node")
        .arg(program)
        .arg(format!("{}{path}", portal.url()))
        .args([
            "--quiet",
            "--no-enable-error-reporting",
            "--output=json",
            "--disable-storage-reset",
        ])
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--port={}", browser.debugging_port()))
        .args(ASKED.map(|(category, _)| format!("--only-categories={category}")))
        .stdin(Stdio::null())
        .status()
        .await
        .expect("node is installed; script/test does it");
    assert!(done.success(), "{path}");
    let report: Value = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    let last = report["finalDisplayedUrl"].as_str().unwrap();
    assert!(last.ends_with(path), "{last} was measured");
    let mut wrong = Vec::new();
    for (category, asked) in ASKED {
        let score = report["categories"][category]["score"].as_f64().unwrap() * 100.0;
        println!("{path}: {category} {score:.0}");
        if score < asked {
            let audits = report["audits"].as_object().unwrap().iter();
            let failed = audits.filter(|(_, audit)| audit["score"].as_f64().is_some_and(|score| score < 0.9));
            let failed: Vec<String> = failed
                .map(|(name, audit)| format!("{name}: {}", audit["displayValue"]))
                .collect();
            wrong.push(format!(
                "{path}: {category} {score:.0}, not {asked}: {}",
                failed.join("; ")
            ));
        }
    }
    wrong
}
