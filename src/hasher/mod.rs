//! The hashing pool: as many threads as cores, each with its own memory kept until nobody has come for a
//! minute, and short lanes before them; and one more thread that estimates how strong a chosen password
//! is. All work on passwords that takes long is done here, never on the event loop.
//!
//! More hashes at once than cores only make each slower; a queue without end would make
//! everybody wait for an attacker. When a lane is full, the answer is "busy", at once.

mod entrance;
mod lanes;

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Once},
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use self::lanes::{Lanes, Next};
pub use self::{entrance::Place, lanes::Caller};
use crate::domain::{
    account::AccountId,
    authenticator::password::{
        self, Candidate, HashFault, Memory, NewPassword, Password, PasswordError, PasswordHash,
        PasswordVerified,
    },
    client::Client,
    random::{self, Random, RandomUnavailable},
};

/// Hashes waiting in each lane for each thread; at some 15 to 60 ms each, a wait of at most a
/// second.
pub const QUEUE_PER_THREAD: usize = 16;
/// Estimates waiting in each lane; the slowest takes a fraction of a second.
const ESTIMATES: usize = 8;

/// How long a thread keeps the memory of its last hash. Making it ready again costs a few milliseconds, the
/// same for every account and for none.
const MEMORY_KEPT: Duration = Duration::from_mins(1);

/// Why nothing was hashed.
#[derive(Debug, thiserror::Error)]
pub enum HasherError {
    /// The caller's lane is full.
    #[error("the hashing queue is full")]
    Busy,
    /// The operating system gives no thread.
    #[error("a hashing thread could not be started: {0}")]
    Thread(#[from] std::io::Error),
    /// The work ended in a panic, which is in the log.
    #[error("the work on a password failed")]
    Panicked,
    /// A hash could not be read or made.
    #[error(transparent)]
    Fault(#[from] HashFault),
    /// No salt.
    #[error(transparent)]
    Random(#[from] RandomUnavailable),
}

type Job<M> = Box<dyn FnOnce(&mut M) + Send>;

/// What the threads work off.
struct Pool {
    hashes: Arc<Lanes<Job<Memory>>>,
    estimates: Arc<Lanes<Job<()>>>,
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.hashes.close();
        self.estimates.close();
    }
}

/// Hashes and verifies passwords, and judges those that are chosen.
#[derive(Clone)]
pub struct Hasher {
    pool: Arc<Pool>,
    entrance: Arc<entrance::Entrance>,
    decoy: PasswordHash,
    random: Arc<dyn Random>,
}

impl Hasher {
    /// Starts `threads` threads for hashes and one for estimates.
    ///
    /// # Errors
    /// When the decoy cannot be hashed or a thread not be started.
    pub fn start(threads: usize, random: Arc<dyn Random>) -> Result<Self, HasherError> {
        keep_panics_quiet();
        let decoy = password::decoy(random::bytes(&*random)?, &mut Memory::default())?;
        let pool = Pool {
            hashes: Arc::new(Lanes::new(threads * QUEUE_PER_THREAD)),
            estimates: Arc::new(Lanes::new(ESTIMATES)),
        };
        for number in 0..threads {
            let hashes = Arc::clone(&pool.hashes);
            spawn(format!("hasher-{number}"), move || {
                work(&hashes, Memory::default(), Memory::give_back);
            })?;
        }
        let estimates = Arc::clone(&pool.estimates);
        spawn("estimator".to_owned(), move || work(&estimates, (), |()| {}))?;
        Ok(Self {
            pool: Arc::new(pool),
            entrance: Arc::new(entrance::Entrance::new(threads * (QUEUE_PER_THREAD + 1))),
            decoy,
            random,
        })
    }

    /// A place on the way to the front door, as many as its lane and the threads have: to be taken before the
    /// database is asked on behalf of somebody who gives a password, and kept until the answer.
    ///
    /// # Errors
    /// [`HasherError::Busy`].
    pub fn enter(&self, client: Client) -> Result<Place, HasherError> {
        let name = Caller::at_the_front_door(client).into_name();
        self.entrance.enter(name).ok_or(HasherError::Busy)
    }

    /// Checks a password. Without an account the same work is done on a decoy, so that the
    /// time of the answer does not tell who exists.
    ///
    /// # Errors
    /// [`HasherError`]; none of them means a wrong password.
    pub async fn verify(
        &self,
        caller: Caller,
        known: Option<(AccountId, PasswordHash)>,
        typed: Password,
    ) -> Result<Option<PasswordVerified>, HasherError> {
        let exists = known.is_some();
        let (account, stored) = known.unwrap_or_else(|| (AccountId(String::new()), self.decoy.clone()));
        let verify = move |memory: &mut Memory| password::verify(&account, &stored, &typed, memory);
        let verified = run(&self.pool.hashes, caller, verify).await??;
        Ok(verified.filter(|_| exists))
    }

    /// Judges a password that somebody would like to have; see [`NewPassword::judge`]. In a
    /// queue and a thread of its own, because an estimate takes many times as long as a hash.
    ///
    /// # Errors
    /// [`HasherError`]; the inner result is for the person. An estimate that panics is a
    /// refusal of that one password (the attack: text on which the estimator overflows).
    pub async fn choose(
        &self,
        caller: Caller,
        candidate: Candidate,
        context: Vec<String>,
    ) -> Result<Result<NewPassword, PasswordError>, HasherError> {
        let choose = move |(): &mut ()| NewPassword::judge(candidate, &context);
        match run(&self.pool.estimates, caller, choose).await {
            Err(HasherError::Panicked) => Ok(Err(PasswordError::NotJudged)),
            chosen => chosen,
        }
    }

    /// Hashes a new password under a fresh salt.
    ///
    /// # Errors
    /// [`HasherError`].
    pub async fn hash(&self, caller: Caller, chosen: NewPassword) -> Result<PasswordHash, HasherError> {
        let salt = random::bytes(&*self.random)?;
        let hash = move |memory: &mut Memory| password::hash(&chosen, salt, memory);
        Ok(run(&self.pool.hashes, caller, hash).await??)
    }

    /// Hashes a password that was just verified once more, under current parameters.
    ///
    /// # Errors
    /// [`HasherError`].
    pub async fn rehash(
        &self,
        typed: Password,
        evidence: &PasswordVerified,
    ) -> Result<PasswordHash, HasherError> {
        let salt = random::bytes(&*self.random)?;
        let caller = Caller::inside(evidence.account());
        let rehash = move |memory: &mut Memory| password::rehash(&typed, salt, memory);
        Ok(run(&self.pool.hashes, caller, rehash).await??)
    }
}

/// Has a job done by one of the threads behind `lanes`.
async fn run<M: 'static, T: Send + 'static>(
    lanes: &Lanes<Job<M>>,
    caller: Caller,
    job: impl FnOnce(&mut M) -> T + Send + 'static,
) -> Result<T, HasherError> {
    let (answer, answered) = oneshot::channel();
    let job: Job<M> = Box::new(move |memory| {
        // Memory that a panic left half written is overwritten by the next hash.
        let done = catch_unwind(AssertUnwindSafe(|| job(memory)));
        // The caller may have gone away.
        let _ = answer.send(done.map_err(|_| HasherError::Panicked));
    });
    if !lanes.push(caller, job) {
        return Err(HasherError::Busy);
    }
    // A job that gave way to another caller's is dropped without an answer.
    answered.await.map_err(|_| HasherError::Busy)?
}

fn spawn(name: String, work: impl FnOnce() + Send + 'static) -> Result<(), HasherError> {
    std::thread::Builder::new().name(name).spawn(work)?;
    Ok(())
}

thread_local! {
    /// Whether this thread works on passwords.
    static WORKS_ON_PASSWORDS: Cell<bool> = const { Cell::new(false) };
}

/// Does what comes; `rest` makes room in what the work needs, once nothing has come for a while.
fn work<M>(lanes: &Lanes<Job<M>>, mut memory: M, rest: fn(&mut M)) {
    WORKS_ON_PASSWORDS.set(true);
    let mut rests = true;
    loop {
        match lanes.pop((!rests).then(|| Instant::now() + MEMORY_KEPT)) {
            Next::Job(job) => {
                job(&mut memory);
                rests = false;
            }
            Next::NothingInTime => {
                rest(&mut memory);
                rests = true;
            }
            Next::Closed => return,
        }
    }
}

/// Logs where a panic of our threads happened, and not what it says: the message of a failed
/// string operation quotes the string, which here is a password.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !WORKS_ON_PASSWORDS.get() {
                return others(panic);
            }
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            tracing::error!(place, "work on a password panicked");
        }));
    });
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use super::*;
    use crate::domain::{
        client::{Browser, Client},
        random::OsRandom,
    };

    fn stranger(network: u8) -> Caller {
        Caller::at_the_front_door(Client {
            address: [203, 0, network, 1].into(),
            browser: Browser::UNKNOWN,
        })
    }

    fn owner() -> Caller {
        Caller::inside(&AccountId("owner".to_owned()))
    }

    fn context() -> Vec<String> {
        vec!["alice".to_owned()]
    }

    /// Keeps the only thread of a pool busy until the sender is dropped.
    async fn occupy(hasher: &Hasher) -> mpsc::Sender<()> {
        let (free, freed) = mpsc::channel::<()>();
        let (begun, has_begun) = oneshot::channel();
        let pool = Arc::clone(&hasher.pool);
        tokio::spawn(async move {
            run(&pool.hashes, owner(), move |_| {
                let _ = begun.send(());
                let _ = freed.recv();
            })
            .await
        });
        has_begun.await.unwrap();
        free
    }

    /// Asks for a hash of nobody's password; awaited once it stands in its lane.
    async fn ask(hasher: &Hasher, caller: Caller) -> tokio::task::JoinHandle<Result<bool, HasherError>> {
        let hasher = hasher.clone();
        let asked = tokio::spawn(async move {
            let verified = hasher.verify(caller, None, Password::typed("whatever")).await;
            verified.map(|verified| verified.is_some())
        });
        tokio::task::yield_now().await;
        asked
    }

    #[tokio::test]
    async fn a_full_front_door_says_so_at_once_and_people_inside_and_with_links_are_served() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        let free = occupy(&hasher).await;
        let mut crowd = Vec::new();
        for network in 0..=u8::try_from(QUEUE_PER_THREAD).unwrap() {
            crowd.push(ask(&hasher, stranger(network)).await);
        }
        let turned_away = crowd.pop().unwrap().await.unwrap();
        assert!(matches!(turned_away, Err(HasherError::Busy)));
        let inside = ask(&hasher, owner()).await;
        let link = ask(
            &hasher,
            Caller::with_link(Client {
                address: [203, 0, 113, 1].into(),
                browser: Browser::UNKNOWN,
            }),
        )
        .await;
        drop(free);
        assert!(!inside.await.unwrap().unwrap());
        assert!(!link.await.unwrap().unwrap());
        for stranger in crowd {
            assert!(!stranger.await.unwrap().unwrap(), "no accepted job is lost");
        }
    }

    #[tokio::test]
    async fn a_full_inside_leaves_the_front_door_open() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        let free = occupy(&hasher).await;
        let mut crowd = Vec::new();
        for _ in 0..=QUEUE_PER_THREAD {
            crowd.push(ask(&hasher, owner()).await);
        }
        let turned_away = crowd.pop().unwrap().await.unwrap();
        assert!(matches!(turned_away, Err(HasherError::Busy)));
        let outside = ask(&hasher, stranger(1)).await;
        drop(free);
        assert!(!outside.await.unwrap().unwrap());
    }

    #[tokio::test]
    async fn a_job_that_gives_way_to_another_network_is_answered_as_busy() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        let free = occupy(&hasher).await;
        let mut flood = Vec::new();
        for _ in 0..QUEUE_PER_THREAD {
            flood.push(ask(&hasher, stranger(1)).await);
        }
        let other = ask(&hasher, stranger(2)).await;
        let newest = flood.pop().unwrap().await.unwrap();
        assert!(matches!(newest, Err(HasherError::Busy)));
        drop(free);
        assert!(!other.await.unwrap().unwrap());
    }

    #[tokio::test]
    async fn a_job_that_panics_is_an_error_and_its_thread_goes_on() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        for _ in 0..3 {
            let panicked = run(&hasher.pool.hashes, owner(), |_| panic!("on purpose")).await;
            assert!(matches!(panicked, Err::<(), _>(HasherError::Panicked)));
        }
        let verified = hasher.verify(owner(), None, Password::typed("whatever")).await;
        assert!(verified.unwrap().is_none());
    }

    #[tokio::test]
    async fn text_that_breaks_the_estimator_is_refused_in_words_and_the_next_one_is_judged() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        let choose = |text: &str| hasher.choose(owner(), Candidate::parse(text).unwrap(), context());
        for characters in (40..=100).step_by(2) {
            let refused = choose(&"$5".repeat(characters / 2)).await.unwrap();
            assert!(refused.is_err(), "{characters} characters");
        }
        assert!(choose("pumice lantern sock ferry").await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn an_estimate_keeps_no_hash_waiting() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        let (free, freed) = mpsc::channel::<()>();
        let pool = Arc::clone(&hasher.pool);
        let estimate = tokio::spawn(async move {
            run(&pool.estimates, owner(), move |()| {
                freed.recv_timeout(Duration::from_mins(1)).is_err()
            })
            .await
        });
        let verified = hasher.verify(owner(), None, Password::typed("whatever")).await;
        assert!(verified.unwrap().is_none());
        drop(free);
        assert!(estimate.await.unwrap().is_ok());
    }
}
