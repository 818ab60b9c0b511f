//! The measured work and how long it took. Every answer is checked: a portal that refuses quickly is not fast.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use vestibule::{
    domain::authenticator::password::{Memory, decoy},
    store::{StoreError, accounts},
};

use crate::{
    client::{Connection, Page, Visitor},
    process::{House, PASSWORD, Person, Portal, Process, cpu},
};

/// The cost of some work.
pub struct Measured {
    /// The time of each, sorted.
    pub took: Vec<Duration>,
    /// The total time.
    pub elapsed: Duration,
    /// CPU time of the process that did it.
    pub cpu: Duration,
}

impl Measured {
    fn of(mut took: Vec<Duration>, elapsed: Duration, cpu: Duration) -> Self {
        assert!(!took.is_empty(), "nothing was done");
        took.sort_unstable();
        Self { took, elapsed, cpu }
    }

    /// Both together. Half of a limit is measured before the work that it limits and half after, so that other load
    /// on the machine affects both alike.
    pub fn and(mut self, later: Self) -> Self {
        self.took.extend(later.took);
        Self::of(self.took, self.elapsed + later.elapsed, self.cpu + later.cpu)
    }

    /// The number per second.
    pub fn rate(&self) -> f64 {
        self.took.len() as f64 / self.elapsed.as_secs_f64()
    }

    /// CPU time of each, in seconds.
    pub fn cpu_each(&self) -> f64 {
        self.cpu.as_secs_f64() / self.took.len() as f64
    }

    /// The percentile of the time taken.
    pub fn percentile(&self, percent: usize) -> Duration {
        let last = self.took.len() - 1;
        self.took[(self.took.len() * percent / 100).min(last)]
    }
}

/// Lets all visitors repeat something for a while, in parallel, each waiting for its answer.
async fn repeat<P: 'static>(
    process: &Process,
    people: Vec<P>,
    time: Duration,
    step: impl AsyncFn(&mut P) + Clone + 'static,
) -> Measured {
    let (begun, before) = (Instant::now(), process.cpu());
    let tasks: Vec<_> = people
        .into_iter()
        .map(|mut person| {
            let step = step.clone();
            tokio::task::spawn_local(async move {
                let mut took = Vec::new();
                while begun.elapsed() < time {
                    let at = Instant::now();
                    step(&mut person).await;
                    took.push(at.elapsed());
                }
                took
            })
        })
        .collect();
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await.expect("what was done was done right"));
    }
    Measured::of(took, begun.elapsed(), process.cpu().saturating_sub(before))
}

/// Reads a page repeatedly; it must contain `words`.
pub async fn read(
    process: &Process,
    readers: Vec<(Connection, Vec<u8>)>,
    words: &'static str,
    time: Duration,
) -> Measured {
    let look = async move |(connection, request): &mut (Connection, Vec<u8>)| {
        let answer = connection.ask(request).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(answer.body.contains(words), "{words} is not in {}", answer.body);
    };
    let mut readers = readers;
    for reader in &mut readers {
        look(reader).await;
    }
    repeat(process, readers, time, look).await
}

/// People who have not signed in yet. Each signs in once: a code works once, and nobody waits for the next.
#[derive(Clone)]
pub struct Queue(Rc<RefCell<std::vec::IntoIter<Person>>>);

impl Queue {
    /// All of them.
    pub fn of(people: Vec<Person>) -> Self {
        Self(Rc::new(RefCell::new(people.into_iter())))
    }

    /// The next one.
    pub fn next(&self) -> Person {
        let next = self.0.borrow_mut().next();
        next.expect("enough accounts for so many seconds: give more with --accounts")
    }
}

/// The requests of a sign-in.
pub const STEPS: [&str; 5] = ["sign-in page", "password", "code page", "code", "landing"];

/// Signs a person in, by user name and password and then by code; returns how long each request took.
pub async fn sign_in(visitor: &mut Visitor, person: &Person) -> [Duration; 5] {
    let mut took = [Duration::ZERO; 5];
    let mut at = Instant::now();
    let mut lap = |step: usize| {
        took[step] = at.elapsed();
        at = Instant::now();
    };
    let page = visitor.open("/login").await;
    lap(0);
    assert_eq!(page.status, 200, "{}", page.body);
    let fields = [
        ("csrf", page.csrf()),
        ("username", &person.username),
        ("password", PASSWORD),
    ];
    let answer = visitor.post("/login", &fields).await;
    lap(1);
    let leads = (answer.status, answer.location.as_str());
    assert_eq!(leads, (303, "/login/code"), "{}", answer.body);
    let page = visitor.open("/login/code").await;
    lap(2);
    assert_eq!(page.status, 200, "{}", page.body);
    let code = code(&person.key);
    let answer = visitor
        .post("/login/code", &[("csrf", page.csrf()), ("code", &code)])
        .await;
    lap(3);
    let leads = (answer.status, answer.location.as_str());
    assert_eq!(leads, (303, "/account"), "{}", answer.body);
    let page = visitor.open("/account").await;
    lap(4);
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains(&person.username), "{}", page.body);
    took
}

/// The code that an authenticator app shows now (RFC 6238).
fn code(key: &[u8]) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let step = now.expect("a clock after 1970").as_secs() / 30;
    let mut mac = Hmac::<Sha1>::new_from_slice(key).expect("a key of any length");
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let at = usize::from(digest[19] & 15);
    let bytes = [digest[at], digest[at + 1], digest[at + 2], digest[at + 3]];
    format!("{:06}", (u32::from_be_bytes(bytes) & 0x7fff_ffff) % 1_000_000)
}

/// The results of many sign-ins at the same moment.
pub struct Rush {
    /// How long each accepted sign-in took in total.
    pub admitted: Vec<Duration>,
    /// How long each refusal took.
    pub refused: Vec<Duration>,
    /// How long a page took for someone who was already signed in.
    pub pages: Vec<Duration>,
    /// The peak of resident memory in KiB, and of threads.
    pub memory: u64,
    /// The peak of threads.
    pub threads: u64,
}

/// Has this many people press "Sign in" at the same moment, while another reads `page`. Each tries once; a refusal
/// must say when to try again.
pub async fn rush(portal: &Rc<Portal>, queue: &Queue, count: usize, page: (Connection, Vec<u8>)) -> Rush {
    let mut waiting = Vec::new();
    for _ in 0..count {
        let person = queue.next();
        let mut visitor = portal.visitor(person.number);
        let csrf = visitor.open("/login").await.csrf().to_owned();
        waiting.push((person, visitor, csrf));
    }
    let begun = Instant::now();
    let tasks: Vec<_> = waiting
        .into_iter()
        .map(|(person, mut visitor, csrf)| {
            tokio::task::spawn_local(async move {
                let let_in = give_both(&mut visitor, &person, &csrf).await;
                (let_in, begun.elapsed())
            })
        })
        .collect();
    let (server, (mut connection, request)) = (Rc::clone(portal), page);
    let over = Rc::new(Cell::new(false));
    let is_over = Rc::clone(&over);
    let reader = tokio::task::spawn_local(async move {
        let (mut pages, mut memory, mut threads) = (Vec::new(), 0, 0);
        while !is_over.get() {
            let at = Instant::now();
            let status = connection.ask(&request).await.status;
            pages.push(at.elapsed());
            assert_eq!(status, 200, "a page of somebody who is signed in");
            memory = server.process.resident().max(memory);
            threads = server.process.threads().max(threads);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        (pages, memory, threads)
    });
    let (mut admitted, mut refused) = (Vec::new(), Vec::new());
    for task in tasks {
        let (let_in, took) = task.await.expect("an answer of either kind");
        if let_in { &mut admitted } else { &mut refused }.push(took);
    }
    over.set(true);
    let (mut pages, memory, threads) = reader.await.expect("pages");
    for all in [&mut admitted, &mut refused, &mut pages] {
        all.sort_unstable();
    }
    Rush {
        admitted,
        refused,
        pages,
        memory,
        threads,
    }
}

/// Enters password and code; false if either was refused because of load.
async fn give_both(visitor: &mut Visitor, person: &Person, csrf: &str) -> bool {
    let is_busy = |page: &Page| {
        assert!(page.status != 503 || page.says_when, "{}", page.body);
        page.status == 503
    };
    let fields = [
        ("csrf", csrf),
        ("username", &person.username),
        ("password", PASSWORD),
    ];
    let answer = visitor.post("/login", &fields).await;
    if is_busy(&answer) {
        return false;
    }
    assert_eq!(answer.location, "/login/code", "{}", answer.body);
    let page = visitor.open("/login/code").await;
    if is_busy(&page) {
        return false;
    }
    let code = code(&person.key);
    let answer = visitor
        .post("/login/code", &[("csrf", page.csrf()), ("code", &code)])
        .await;
    if is_busy(&answer) {
        return false;
    }
    assert_eq!(answer.location, "/account", "{}", answer.body);
    true
}

/// Signs in this many people at a time, repeatedly, each with another account.
pub async fn sign_ins(portal: &Rc<Portal>, queue: &Queue, at_once: usize, time: Duration) -> Measured {
    let places: Vec<()> = vec![(); at_once];
    let (server, queue) = (Rc::clone(portal), queue.clone());
    repeat(&portal.process, places, time, async move |()| {
        let person = queue.next();
        sign_in(&mut server.visitor(person.number), &person).await;
    })
    .await
}

/// Signs people in one after the other; returns how long each request took.
pub async fn alone(portal: &Portal, queue: &Queue, time: Duration) -> [Measured; 5] {
    let begun = Instant::now();
    let mut took: [Vec<Duration>; 5] = Default::default();
    while begun.elapsed() < time {
        let person = queue.next();
        let laps = sign_in(&mut portal.visitor(person.number), &person).await;
        for (all, lap) in took.iter_mut().zip(laps) {
            all.push(lap);
        }
    }
    took.map(|took| {
        let elapsed = took.iter().sum();
        Measured::of(took, elapsed, Duration::ZERO)
    })
}

/// Runs an empty query on this many threads, through the portal's own database layer.
pub fn selects(house: &House, threads: usize, time: Duration) -> Measured {
    let database = house.database();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build();
    on_threads(
        threads,
        time,
        move || (database.clone(), runtime().expect("a runtime")),
        |(database, runtime)| {
            let answer: Result<bool, StoreError> = runtime.block_on(database.read(accounts::any));
            answer.expect("the database answers");
        },
    )
}

/// Hashes passwords on this many threads as the portal does, and nothing else.
pub fn argon2(threads: usize, time: Duration) -> Measured {
    on_threads(threads, time, Memory::default, |memory| {
        decoy([7; 16], memory).expect("its parameters are right");
    })
}

/// Repeats something on this many threads of this process, each with its own state.
fn on_threads<S>(
    threads: usize,
    time: Duration,
    prepare: impl Fn() -> S + Clone + Send + 'static,
    step: impl Fn(&mut S) + Clone + Send + 'static,
) -> Measured {
    let (begun, before) = (Instant::now(), cpu("self"));
    let threads: Vec<_> = (0..threads)
        .map(|_| {
            let (prepare, step) = (prepare.clone(), step.clone());
            thread::spawn(move || {
                let (mut state, mut took) = (prepare(), Vec::new());
                while begun.elapsed() < time {
                    let at = Instant::now();
                    step(&mut state);
                    took.push(at.elapsed());
                }
                took
            })
        })
        .collect();
    let took = threads
        .into_iter()
        .flat_map(|thread| thread.join().expect("it is done right"))
        .collect();
    Measured::of(took, begun.elapsed(), cpu("self").saturating_sub(before))
}
