//! Of several instances, one runs a background task, and the next takes over when it ends.

use std::time::{Duration, Instant};

use secrecy::ExposeSecret as _;
use vestibule::{app::background::Board, domain::lifetimes::LEASE_SECONDS};

use super::Instance;
use crate::faults::report;
use crate::support::{
    people::PASSWORD,
    portal::{TestPortal, on_both_databases},
    postgres::PostgresDatabase,
    program::{Program, folder},
    smtp_server::{Mood, SmtpServer},
};

/// Successful rounds of a task.
fn rounds(board: &Board, task: &str) -> u64 {
    let lines = board.read();
    lines
        .iter()
        .find(|line| line.name == task)
        .map_or(0, |line| line.rounds)
}

/// Waits until a condition holds, half a minute at most; returns how long it took.
async fn until(mut wanted: impl FnMut() -> bool) -> Duration {
    let begun = Instant::now();
    while !wanted() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "it does not come to that"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    begun.elapsed()
}

/// Longer than a lease that nobody renews.
const LONG: Duration = Duration::from_secs(LEASE_SECONDS.unsigned_abs() + 3);

on_both_databases! {
    async fn of_several_instances_one_runs_the_tasks_where_they_share_a_server(portal) {
        let second = portal.second_instance();
        let mut boards = portal.tasks();
        boards.push(second.tasks());
        // All have requested the leases more than once.
        until(|| boards.iter().all(|board| rounds(board, "leases") >= 3)).await;
        for task in ["mail delivery", "password links", "reminders", "cleanup"] {
            let running = boards.iter().filter(|board| rounds(board, task) > 0).count();
            let expected = if portal.is_on_postgres() { 1 } else { boards.len() };
            assert_eq!(running, expected, "{task}");
        }
    }
}

#[tokio::test]
async fn an_instance_that_stops_gives_its_tasks_to_the_next_one_at_once() {
    let portal = TestPortal::on_postgres();
    until(|| portal.tasks().iter().any(|board| rounds(board, "cleanup") == 1)).await;
    let second = portal.second_instance();
    until(|| rounds(&second.tasks(), "leases") == 1).await;
    assert_eq!(rounds(&second.tasks(), "cleanup"), 0);
    portal.close().await;
    // Even a task with ten minutes between its rounds.
    let waited = until(|| rounds(&second.tasks(), "cleanup") == 1).await;
    assert!(
        waited < Duration::from_secs(LEASE_SECONDS.unsigned_abs()),
        "{waited:?}"
    );
}

#[tokio::test]
async fn a_clock_that_is_wrong_takes_no_lease_and_keeps_none() {
    const DAY: i64 = 86_400;
    for seconds_off in [-DAY, DAY] {
        let portal = TestPortal::on_postgres();
        until(|| portal.tasks().iter().any(|board| rounds(board, "cleanup") == 1)).await;
        let wrong = portal.second_instance_whose_clock_is_off(seconds_off);
        tokio::time::sleep(LONG).await;
        assert_eq!(rounds(&wrong.tasks(), "cleanup"), 0, "it took what another has");

        portal.close().await;
        until(|| rounds(&wrong.tasks(), "cleanup") == 1).await;
        let right = portal.second_instance();
        wrong.close().await;
        until(|| rounds(&right.tasks(), "cleanup") == 1).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_leaves_at_once_and_within_seconds_after_the_instance_that_sends_it_was_killed() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let (database, mails) = (PostgresDatabase::fresh(), SmtpServer::open(Mood::Accepting).await);
    let url = database.url();
    let [first, second] = [Instance::on(&path, &url), Instance::on(&path, &url)];
    let serve = |instance: &Instance<'_>, first_run| {
        let program = instance.program(&["serve"]);
        let program = program.with("SMTP_URL", mails.url().expose_secret());
        program.with("MAIL_FROM", "portal@example.com").serve(first_run)
    };
    let add = |username: &'static str| {
        let arguments = ["account", "add", "--username", username, "--email"];
        let address = format!("{username}@example.com");
        let arguments = [&arguments[..], &[&address, "--password-stdin"]].concat();
        let added = second.program(&arguments).typing(PASSWORD).run();
        assert_eq!(added.status, 0, "{added:?}");
        Instant::now()
    };
    let arrived = |username: &str| {
        let address = format!("{username}@example.com");
        mails
            .received()
            .iter()
            .any(|mail| mail.recipients.concat().contains(&address))
    };

    // The first takes all leases before the second starts.
    let sends = serve(&first, true);
    add("alice");
    until(|| arrived("alice")).await;
    let _goes_on = serve(&second, false);
    let posted = add("bob");
    until(|| arrived("bob")).await;
    let by_another = posted.elapsed();

    // Dropping kills it.
    drop(sends);
    let killed = add("carol");
    until(|| arrived("carol")).await;
    let after_a_kill = killed.elapsed();
    report(
        "the instance that sends mail is killed",
        "once",
        &format!(
            "mail left after {} ms before, {} ms after",
            by_another.as_millis(),
            after_a_kill.as_millis()
        ),
    );
    assert!(by_another < Duration::from_secs(3), "{by_another:?}");
    assert!(after_a_kill < LONG + Duration::from_secs(3), "{after_a_kill:?}");
}
