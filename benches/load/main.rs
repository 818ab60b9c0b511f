//! How fast the portal is, compared with the limits of its machine: `cargo bench --bench load`.
//!
//! Creates a database with `vestibule seed`, starts the program on it, and requests its pages as browsers do, on
//! SQLite and, where `VESTIBULE_TEST_POSTGRES` names a cluster, on PostgreSQL. The limits are measured in the same
//! run: password hashing alone, and a server of the same kind that answers with the same page. Prints one table in
//! Markdown.
//!
//! `main` has the order and the table, `work` the measurements, `client` the browser, `process` the other processes.

#![expect(clippy::expect_used, reason = "a bench that cannot go on stops here")]
#![expect(
    clippy::cast_precision_loss,
    reason = "counts that a person reads, with three digits"
)]

mod client;
#[path = "../../tests/support/postgres.rs"]
mod postgres;
mod process;
mod work;

use std::{
    rc::Rc,
    thread::available_parallelism,
    time::{Duration, Instant},
};

use clap::Parser;
use tokio::task::LocalSet;

use client::{Connection, Visitor};
use process::{Engine, House, Portal};
use work::{Measured, Queue, Rush, STEPS};

/// How fast the portal is, beside the limits of this machine
#[derive(Parser)]
struct Arguments {
    /// Seconds for each line of the table
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    /// Accounts in the database; three quarters of them have an authenticator
    #[arg(long, default_value_t = 10_000)]
    accounts: u32,
    /// Subaccounts of one of them
    #[arg(long, default_value_t = 5_000)]
    subaccounts: u32,
    /// Entries of the activity log
    #[arg(long, default_value_t = 100_000)]
    activity: u64,
    /// What cargo says to every bench
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() {
    if process::was_bare() {
        return;
    }
    let arguments = Arguments::parse();
    let load = load_average();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let mut engines = vec![Engine::Sqlite];
    if std::env::var_os("VESTIBULE_TEST_POSTGRES").is_some() {
        engines.push(Engine::Postgres);
    }
    let mut lines = Vec::new();
    for engine in engines {
        let all = LocalSet::new().block_on(&runtime, measure(engine, &arguments));
        lines.extend(all.iter().map(|line| line.text(engine)));
    }
    println!(
        "{} accounts, {} of them subaccounts of one, {} entries of activity; {} cores, {} s each; load average \
         before: {load}. CPU is the program's, without the database server's.\n",
        arguments.accounts,
        arguments.subaccounts,
        arguments.activity,
        cores(),
        arguments.seconds
    );
    println!("| database | work | requests/s | p50 | p99 | CPU each | share of the limit | memory |");
    println!("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for line in lines {
        println!("{line}");
    }
}

/// The load of the machine from other work. Above about 0.2, the rates and shares are worthless; the CPU times are
/// still right.
fn load_average() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").expect("Linux says it");
    text.split(' ').next().unwrap_or_default().to_owned()
}

fn cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// A line of the table.
#[derive(Default)]
struct Line {
    work: String,
    rate: Option<f64>,
    p50: Option<Duration>,
    p99: Option<Duration>,
    /// In seconds.
    cpu: Option<f64>,
    share: Option<f64>,
    /// In KiB.
    memory: Option<u64>,
}

impl Line {
    fn of(work: impl Into<String>, measured: &Measured) -> Self {
        Self {
            work: work.into(),
            rate: Some(measured.rate()),
            p50: Some(measured.percentile(50)),
            p99: Some(measured.percentile(99)),
            cpu: (!measured.cpu.is_zero()).then(|| measured.cpu_each()),
            ..Self::default()
        }
    }

    fn beside(self, limit: &Measured) -> Self {
        Self {
            share: self.rate.map(|rate| rate / limit.rate()),
            ..self
        }
    }

    fn with_memory(self, portal: &Portal) -> Self {
        Self {
            memory: Some(portal.process.resident()),
            ..self
        }
    }

    fn text(&self, engine: Engine) -> String {
        let seconds = |time: Option<Duration>| time.map(|time| in_words(time.as_secs_f64()));
        let cells = [
            Some(engine.name().to_owned()),
            Some(self.work.clone()),
            self.rate.map(|rate| match rate {
                ..100.0 => format!("{rate:.1}"),
                rate => format!("{rate:.0}"),
            }),
            seconds(self.p50),
            seconds(self.p99),
            self.cpu.map(in_words),
            self.share.map(|share| format!("{share:.3}")),
            self.memory
                .map(|memory| format!("{:.1} MiB", memory as f64 / 1024.0)),
        ];
        let cells: Vec<String> = cells.into_iter().map(Option::unwrap_or_default).collect();
        format!("| {} |", cells.join(" | "))
    }
}

/// A time for people to read: `17 µs`, `2.3 ms`, `245 ms`, `5.0 s`.
fn in_words(seconds: f64) -> String {
    match seconds {
        ..0.000_1 => format!("{:.1} µs", seconds * 1e6),
        ..0.001 => format!("{:.0} µs", seconds * 1e6),
        ..0.1 => format!("{:.1} ms", seconds * 1e3),
        ..1.0 => format!("{:.0} ms", seconds * 1e3),
        _ => format!("{seconds:.1} s"),
    }
}

fn say(engine: Engine, what: &str) {
    eprintln!("{}: {what}", engine.name());
}

/// Everything that is measured on one database.
async fn measure(engine: Engine, arguments: &Arguments) -> Vec<Line> {
    let time = Duration::from_secs(arguments.seconds);
    let begun = Instant::now();
    let seed = [
        format!("--accounts={}", arguments.accounts),
        format!("--subaccounts={}", arguments.subaccounts),
        format!("--activity={}", arguments.activity),
        "--authenticators=75".to_owned(),
    ];
    let (house, mut people) = House::seeded(engine, &seed);
    say(
        engine,
        &format!("seeded within {}", in_words(begun.elapsed().as_secs_f64())),
    );
    // The main account of the subaccounts.
    let owner = people.remove(0);
    let queue = Queue::of(people);
    let mut lines = Vec::new();

    let (portal, first) = house.open().await;
    let portal = Rc::new(portal);
    lines.push(
        Line {
            work: "start to first answer; memory when idle".to_owned(),
            p50: Some(first),
            ..Line::default()
        }
        .with_memory(&portal),
    );

    say(engine, "the sign-in page");
    let visitors = (1..=32).map(|number| portal.visitor(number)).collect();
    lines.extend(page(&house, &portal, visitors, ("/login", "name=\"password\""), time).await);

    say(engine, "a page of somebody who is signed in");
    let mut visitors = Vec::new();
    for _ in 0..32 {
        let person = queue.next();
        let mut visitor = portal.visitor(person.number);
        work::sign_in(&mut visitor, &person).await;
        visitors.push(visitor);
    }
    lines.extend(page(&house, &portal, visitors, ("/account", "seed-"), time).await);

    say(engine, "a bare SELECT");
    let selects = work::selects(&house, cores(), time);
    lines.push(Line::of(
        format!("limit: a bare SELECT, {} threads", cores()),
        &selects,
    ));

    say(engine, "whole sign-ins");
    let threads = cores();
    let hashes = work::argon2(threads, time / 2);
    let sign_ins = work::sign_ins(&portal, &queue, 8, time).await;
    let hashes = hashes.and(work::argon2(threads, time / 2));
    let beyond = sign_ins.cpu_each() - hashes.cpu_each();
    lines.push(
        Line::of("whole two-step sign-in, 8 at once", &sign_ins)
            .beside(&hashes)
            .with_memory(&portal),
    );
    lines.push(Line::of(
        format!("limit: Argon2 alone, {threads} threads"),
        &hashes,
    ));
    lines.push(Line {
        work: "CPU beyond Argon2, 1000 sign-ins".to_owned(),
        cpu: Some(beyond * 1000.0),
        ..Line::default()
    });
    let steps = work::alone(&portal, &queue, time).await;
    for (step, measured) in STEPS.iter().zip(&steps) {
        lines.push(Line::of(format!("one person alone: {step}"), measured));
    }

    say(engine, "more sign in at once than can be let in");
    let mut visitor = portal.visitor(owner.number);
    work::sign_in(&mut visitor, &owner).await;
    let reader = (Connection::to(portal.address), visitor.request_for("/account"));
    let idle = portal.process.resident();
    lines.extend(rush(work::rush(&portal, &queue, RUSH, reader).await, idle));

    say(engine, "pages about many subaccounts");
    for (path, words) in [("/subaccounts", "seed-"), ("/policy", "name=\"csrf\"")] {
        let request = visitor.request_for(path);
        let reader = (Connection::to(portal.address), request);
        let measured = work::read(&portal.process, vec![reader], words, time).await;
        let work = format!("{path}, {} subaccounts, one connection", arguments.subaccounts);
        lines.push(Line::of(work, &measured).with_memory(&portal));
    }
    lines
}

/// People who sign in at the same time.
const RUSH: usize = 500;

/// The results: sign-ins accepted, sign-ins refused, and a page of someone who is signed in.
fn rush(rush: Rush, idle: u64) -> Vec<Line> {
    let times = |work: String, took: &[Duration]| {
        let at = |percent: usize| took.get((took.len() * percent / 100).min(took.len().saturating_sub(1)));
        Line {
            work,
            p50: at(50).copied(),
            p99: at(99).copied(),
            ..Line::default()
        }
    };
    let Rush {
        admitted,
        refused,
        pages,
        memory,
        threads,
    } = rush;
    let longest = refused.last().copied().unwrap_or_default();
    vec![
        Line {
            memory: Some(memory),
            ..times(
                format!(
                    "{RUSH} sign in at once: {} let in; {threads} threads, {:.1} MiB before",
                    admitted.len(),
                    idle as f64 / 1024.0
                ),
                &admitted,
            )
        },
        times(
            format!(
                "… {} refused, the last after {}",
                refused.len(),
                in_words(longest.as_secs_f64())
            ),
            &refused,
        ),
        times("… /account of somebody inside meanwhile".to_owned(), &pages),
    ]
}

/// A page on as many connections as there are visitors, and the same page from a server that does nothing else.
async fn page(
    house: &House,
    portal: &Portal,
    mut visitors: Vec<Visitor>,
    (path, words): (&str, &'static str),
    time: Duration,
) -> [Line; 3] {
    // A separate request, so that visitors without cookies stay without.
    let request = visitors[0].request_for(path);
    let body = visitors[0].connection.ask(&request).await.body.to_owned();
    let (file, count) = (house.file("page.html", &body), visitors.len());
    let readers: Vec<_> = visitors
        .into_iter()
        .map(|visitor| {
            let request = visitor.request_for(path);
            (visitor.connection, request)
        })
        .collect();
    let requests: Vec<Vec<u8>> = readers.iter().map(|(_, request)| request.clone()).collect();
    let (bare, address) = process::bare(&file).await;
    let elsewhere = || -> Vec<_> {
        let requests = requests.iter().cloned();
        requests
            .map(|request| (Connection::to(address), request))
            .collect()
    };
    let limit = work::read(&bare, elsewhere(), words, time / 2).await;
    let measured = work::read(&portal.process, readers, words, time).await;
    let memory = portal.process.resident();
    let limit = limit.and(work::read(&bare, elsewhere(), words, time / 2).await);
    // The least time it takes to send a request and to be woken by the answer.
    let one = elsewhere().into_iter().take(1).collect();
    let alone = work::read(&bare, one, words, time / 2).await;
    [
        Line {
            memory: Some(memory),
            ..Line::of(format!("{path}, {count} connections"), &measured).beside(&limit)
        },
        Line::of(
            format!("limit: bare actix-web, {} bytes, {count} connections", body.len()),
            &limit,
        ),
        Line::of(
            format!("limit: bare actix-web, {} bytes, one connection", body.len()),
            &alone,
        ),
    ]
}
