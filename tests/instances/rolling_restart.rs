//! Instances are replaced one after the other while people sign in, and nobody notices.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use super::Instance;
use crate::{
    faults::{report, rounds},
    support::{
        nginx::Nginx,
        page::Page,
        people::PASSWORD,
        phone::Phone,
        postgres::PostgresDatabase,
        program::{Program, folder},
        visitor::Visitor,
    },
};

/// People who sign in at the same time, repeatedly.
const CLIENTS: usize = 6;
/// The minimum number of sign-ins between two restarts.
const BETWEEN: usize = 8;
/// Each signs in once: a code works once, and nobody waits for the next.
const PEOPLE: usize = 3000;

/// A person with an authenticator.
struct Seeded {
    number: usize,
    username: String,
    phone: Phone,
}

/// Signs a person in, each step once; returns how long the slowest took, or the answer that was wrong.
async fn sign_in(url: &str, person: &Seeded) -> Result<Duration, String> {
    let address = format!("20.{}.{}.7", person.number / 250, person.number % 250);
    let mut visitor = Visitor::new(url).with_address(&address);
    let mut slowest = Duration::ZERO;
    let mut begun = Instant::now();
    let mut expect = |page: Page, status: u16, path: &str| {
        slowest = slowest.max(begun.elapsed());
        begun = Instant::now();
        let leads_to = page.location().unwrap_or(&page.path);
        let as_it_should = page.status == status && leads_to == path;
        as_it_should
            .then_some(())
            .ok_or_else(|| format!("{}: {page:?}", person.username))
    };
    expect(visitor.open("/login").await, 200, "/login")?;
    visitor
        .fill("username", &person.username)
        .fill("password", PASSWORD);
    expect(visitor.press("Sign in").await, 303, "/login/code")?;
    expect(visitor.follow().await, 200, "/login/code")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    visitor.fill("code", &person.phone.code_at(now.try_into().unwrap()));
    expect(visitor.press("Log in").await, 303, "/account")?;
    expect(visitor.follow().await, 200, "/account")?;
    Ok(slowest)
}

/// The people who sign in, and their results.
#[derive(Default)]
struct Crowd {
    people: Mutex<Vec<Seeded>>,
    sign_ins: AtomicUsize,
    slowest: Mutex<Duration>,
    failed: Mutex<Vec<String>>,
    stop: AtomicBool,
}

impl Crowd {
    async fn keeps_signing_in(self: Arc<Self>, url: String) {
        while !self.stop.load(Ordering::SeqCst) {
            let person = self.people.lock().unwrap().pop();
            match sign_in(&url, &person.expect("enough people for so long")).await {
                Ok(took) => {
                    let mut slowest = self.slowest.lock().unwrap();
                    *slowest = took.max(*slowest);
                }
                Err(answer) => self.failed.lock().unwrap().push(answer),
            }
            self.sign_ins.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Waits until this many more have signed in.
    async fn sign_ins(&self, more: usize) {
        let wanted = self.sign_ins.load(Ordering::SeqCst) + more;
        while self.sign_ins.load(Ordering::SeqCst) < wanted {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

async fn is_restarted(count: usize, times: usize) {
    let (_kept, path) = folder();
    let database = PostgresDatabase::fresh();
    let url = database.url();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let front = Nginx::address();
    let public_url = format!("http://{front}");
    let instances: Vec<Instance<'_>> = (0..count)
        .map(|_| Instance {
            public_url: public_url.clone(),
            ..Instance::on(&path, &url)
        })
        .collect();
    let accounts = format!("--accounts={PEOPLE}");
    let seed = [
        "seed",
        &accounts,
        "--authenticators=100",
        "--keys-to=people",
        "--password-stdin",
    ];
    let seeded = instances[0].program(&seed).typing(PASSWORD).run();
    assert_eq!(seeded.status, 0, "{seeded:?}");
    let people = std::fs::read_to_string(path.join("people")).unwrap();
    let people = people.lines().enumerate().map(|(number, line)| {
        let (username, key) = line.split_once(' ').unwrap();
        Seeded {
            number,
            username: username.to_owned(),
            phone: Phone::with_key(key),
        }
    });
    let crowd = Arc::new(Crowd {
        people: Mutex::new(people.collect()),
        ..Crowd::default()
    });
    let mut running: Vec<_> = instances
        .iter()
        .map(|each| each.program(&["serve"]).serve(false))
        .collect();
    let addresses: Vec<SocketAddr> = instances.iter().map(Instance::address).collect();
    let _nginx = Nginx::open(front, &addresses);

    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| tokio::spawn(crowd.clone().keeps_signing_in(public_url.clone())))
        .collect();
    let mut slowest_stop = Duration::ZERO;
    for _ in 0..times {
        for instance in &instances {
            crowd.sign_ins(BETWEEN).await;
            let serving = running.remove(0);
            let begun = Instant::now();
            let stopped = tokio::task::block_in_place(|| serving.stop_by("-TERM"));
            slowest_stop = slowest_stop.max(begun.elapsed());
            assert_eq!((stopped.status, stopped.stderr.as_str()), (0, ""));
            let program = instance.program(&["serve"]);
            running.push(tokio::task::block_in_place(|| program.serve(false)));
        }
    }
    crowd.stop.store(true, Ordering::SeqCst);
    for client in clients {
        client.await.unwrap();
    }
    let failed = crowd.failed.lock().unwrap();
    report(
        &format!("{count} instances restarted one after the other while {CLIENTS} people sign in"),
        &format!("{} restarts", count * times),
        &format!(
            "{} of {} sign-ins failed; slowest answer {} ms, slowest stop {} ms",
            failed.len(),
            crowd.sign_ins.load(Ordering::SeqCst),
            crowd.slowest.lock().unwrap().as_millis(),
            slowest_stop.as_millis()
        ),
    );
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_under_load_loses_no_sign_in() {
    is_restarted(2, rounds(2, 10)).await;
    is_restarted(4, rounds(1, 5)).await;
}
