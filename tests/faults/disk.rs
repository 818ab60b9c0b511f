//! The disk is full: the server's files cannot grow.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use super::{Installation, cookies_of, patient_client, report, save_reason};
use crate::support::{
    people::PASSWORD,
    program::{Program, folder, free_port},
    visitor::Visitor,
};

/// Sets the maximum file size of a process, in bytes.
fn limit(process: u32, size: &str) {
    let set = Command::new("prlimit")
        .args([&format!("--pid={process}"), &format!("--fsize={size}:unlimited")])
        .status()
        .expect("prlimit is part of util-linux");
    assert!(set.success());
}

#[tokio::test]
async fn a_full_disk_refuses_writes_serves_reads_and_heals() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let installation = Installation {
        folder: &path,
        database: "vestibule.db".to_owned(),
        port: free_port(),
    };
    let serving = installation.program(&["serve"]).deaf_to_file_size().serve(true);
    let mut alice = Visitor::new(&installation.url());
    alice.open(&serving.welcome_path()).await;
    alice
        .fill("username", "Alice")
        .fill("email", "a@example.com")
        .fill("password", PASSWORD);
    alice.press("Create account").await;
    alice.land().await;
    let token = alice.open("/policy").await.field_value("csrf").unwrap();
    let (client, url, cookies) = (patient_client(), installation.url(), cookies_of(&alice));
    let save = async |reason: &str| save_reason(&client, &url, &cookies, &token, reason).await;
    assert_eq!(save("before").await, Some(303));

    // No file can grow from now on: existing bytes can still be overwritten.
    let sizes = ["vestibule.db", "vestibule.db-wal", "vestibule.db-shm"]
        .map(|file| std::fs::metadata(path.join(file)).map_or(0, |file| file.len()));
    limit(serving.process(), &sizes.iter().max().unwrap().to_string());
    let (mut kept, mut written, mut refused) = ("before".to_owned(), 0, 0);
    while refused < 20 {
        let reason = format!("full {written} {refused}");
        match save(&reason).await {
            Some(303) => {
                assert!(written < 500, "the disk is never full");
                (kept, written) = (reason, written + 1);
            }
            status => {
                assert_eq!(status, Some(503));
                refused += 1;
            }
        }
        let page = alice.open("/policy").await;
        assert_eq!(page.status, 200, "reads are served: {}", page.text());
        assert_eq!(page.field_value("mandatory_text"), Some(kept.clone()));
    }

    limit(serving.process(), "unlimited");
    let begun = Instant::now();
    while save("after").await != Some(303) {
        assert!(begun.elapsed() < Duration::from_secs(5), "it does not heal");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let healed = begun.elapsed();
    let healthy = alice.open("/policy").await;
    assert_eq!(healthy.field_value("mandatory_text").as_deref(), Some("after"));
    let checked = installation.program(&["check"]).run();
    assert_eq!(checked.status, 0, "{checked:?}");
    report(
        "disk full, SQLite",
        &format!("{written} more writes, {refused} refused"),
        &format!(
            "503 each, reads served, nothing damaged; heals {} ms after there is room",
            healed.as_millis()
        ),
    );
}
