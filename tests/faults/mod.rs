//! External faults: the program is killed, its database is unavailable, its disk is full, its clock jumps, its
//! connections are held open. Nothing that was acknowledged is lost.
//!
//! Here each runs in a short form; `script/faults` runs them in full and prints a table.

mod boot;
mod clock;
mod connections;
mod database;
mod disk;
mod failover;
mod kills;
mod pooler;
mod settings;

use std::{path::Path, time::Duration};

use crate::support::{
    program::{Program, Serving},
    visitor::Visitor,
};

/// The number of rounds here, and in the full run.
pub fn rounds(short: usize, full: usize) -> usize {
    if std::env::var("TEST_FAULTS").as_deref() == Ok("full") {
        full
    } else {
        short
    }
}

/// A line of the table that `script/faults` prints.
pub fn report(fault: &str, tried: &str, outcome: &str) {
    println!("FAULT | {fault} | {tried} | {outcome} |");
}

/// An installation whose server is started, killed and started again on the same port.
struct Installation<'a> {
    folder: &'a Path,
    database: String,
    port: u16,
}

impl Installation<'_> {
    fn program(&self, arguments: &[&str]) -> Program {
        Program::in_folder(self.folder, arguments)
            .with("DATABASE_URL", &self.database)
            .with("VESTIBULE_KEY_FILE", "ring.key")
            .with("VESTIBULE_LISTEN", &format!("127.0.0.1:{}", self.port))
            .with("VESTIBULE_PUBLIC_URL", &self.url())
            // Of trial mode: its output is not needed here.
            .with("RUST_LOG", "error")
    }

    fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    fn serve(&self, first_run: bool) -> Serving {
        self.program(&["serve"]).serve(first_run)
    }
}

/// The client of a person who continues when there is no answer.
fn patient_client() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(10))
        .pool_max_idle_per_host(0)
        .build()
        .unwrap()
}

/// Posts a form with a visitor's cookies; returns the status, or none if there is no answer.
async fn try_post(
    client: &reqwest::Client,
    url: &str,
    path: &str,
    cookies: &str,
    fields: &[(&str, &str)],
) -> Option<u16> {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let answer = client
        .post(format!("{url}{path}"))
        .header("cookie", cookies)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .send()
        .await;
    answer.ok().map(|answer| answer.status().as_u16())
}

/// Saves a policy of a main account: one write that is visible on a page, and that no wait or budget limits.
async fn save_reason(
    client: &reqwest::Client,
    url: &str,
    cookies: &str,
    token: &str,
    reason: &str,
) -> Option<u16> {
    let fields = [
        ("csrf", token),
        ("mandatory_from", ""),
        ("mandatory_text", reason),
        ("first_sign_in", "phone"),
        ("allowed_addresses", ""),
    ];
    try_post(client, url, "/policy", cookies, &fields).await
}

/// A visitor's cookies as a header.
fn cookies_of(visitor: &Visitor) -> String {
    let cookies = visitor.cookies().iter();
    let pairs: Vec<String> = cookies
        .map(|cookie| format!("{}={}", cookie.name, cookie.value))
        .collect();
    pairs.join("; ")
}
