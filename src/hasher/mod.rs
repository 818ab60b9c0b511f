//! The hashing pool: one thread per core, each with a reusable Argon2 buffer that is freed after a minute
//! without work, behind bounded queues (lanes); and one more thread that estimates the strength of new
//! passwords. All slow work on passwords is done here, never on the event loop. More concurrent hashes than
//! cores only make each slower, and with an unbounded queue everybody would wait for an attacker. When a lane
//! is full, the result is [`HasherError::Busy`] at once.

mod admission;
mod lanes;

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Once},
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use self::lanes::{Lanes, Next};
pub use self::{admission::Place, lanes::Caller};
use crate::domain::{
    account::AccountId,
    authenticator::password::{
        self, Candidate, HashFault, Memory, NewPassword, Password, PasswordError, PasswordHash,
        PasswordVerified,
    },
    client::Client,
    random::{self, Random, RandomUnavailable},
};

/// Queued hashes per lane and thread; at 15 to 60 ms each, the wait is at most a second.
pub const QUEUE_PER_THREAD: usize = 16;
/// Queued estimates per lane; the slowest takes a fraction of a second.
const ESTIMATES: usize = 8;

/// How long an idle thread keeps its Argon2 buffer. Allocating it again takes a few milliseconds, the same
/// for every account and for unknown ones.
const MEMORY_KEPT: Duration = Duration::from_mins(1);

/// Why a password was not hashed.
#[derive(Debug, thiserror::Error)]
pub enum HasherError {
    /// The caller's lane is full.
    #[error("the hashing queue is full")]
    Busy,
    /// The operating system refuses to create a thread.
    #[error("failed to start a hashing thread: {0}")]
    Thread(#[from] std::io::Error),
    /// The job panicked; the place is in the log.
    #[error("password hashing panicked")]
    Panicked,
    /// A hash is invalid, or hashing failed.
    #[error(transparent)]
    Fault(#[from] HashFault),
    /// No random bytes for a salt.
    #[error(transparent)]
    Random(#[from] RandomUnavailable),
}

type Job<M> = Box<dyn FnOnce(&mut M) + Send>;

/// The queues of the threads.
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

/// Hashes and verifies passwords, and checks the strength of new ones.
#[derive(Clone)]
pub struct Hasher {
    pool: Arc<Pool>,
    admission: Arc<admission::Admission>,
    decoy: PasswordHash,
    random: Arc<dyn Random>,
}

impl Hasher {
    /// Starts `threads` threads for hashes and one for estimates.
    ///
    /// # Errors
    /// If the decoy cannot be hashed or a thread cannot be started.
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
            admission: Arc::new(admission::Admission::new(threads * (QUEUE_PER_THREAD + 1))),
            decoy,
            random,
        })
    }

    /// Reserves a place for a sign-in request; there are as many as the sign-in lane and the threads hold.
    /// Take it before the first database query for a typed password, and keep it until the request is
    /// answered.
    ///
    /// # Errors
    /// [`HasherError::Busy`].
    pub fn enter(&self, client: Client) -> Result<Place, HasherError> {
        let name = Caller::at_the_front_door(client).into_name();
        self.admission.enter(name).ok_or(HasherError::Busy)
    }

    /// Verifies a password. Without an account the same work is done on a decoy, so that the response time
    /// does not reveal whether an account exists.
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

    /// Checks the strength of a new password; see [`NewPassword::judge`]. It has its own queue and thread,
    /// because an estimate takes many times as long as a hash.
    ///
    /// # Errors
    /// [`HasherError`] on an internal error; the inner `Result` is a refusal that the person can correct. If
    /// the estimate panics, that password is refused (the attack: text that makes the estimator overflow).
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

    /// Hashes a new password with a fresh salt.
    ///
    /// # Errors
    /// [`HasherError`].
    pub async fn hash(&self, caller: Caller, chosen: NewPassword) -> Result<PasswordHash, HasherError> {
        let salt = random::bytes(&*self.random)?;
        let hash = move |memory: &mut Memory| password::hash(&chosen, salt, memory);
        Ok(run(&self.pool.hashes, caller, hash).await??)
    }

    /// Hashes a password that was just verified again with the current parameters.
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

/// Runs a job on one of the threads of `lanes`.
async fn run<M: 'static, T: Send + 'static>(
    lanes: &Lanes<Job<M>>,
    caller: Caller,
    job: impl FnOnce(&mut M) -> T + Send + 'static,
) -> Result<T, HasherError> {
    let (answer, answered) = oneshot::channel();
    let job: Job<M> = Box::new(move |memory| {
        // A buffer that a panic left half written is overwritten by the next hash.
        let done = catch_unwind(AssertUnwindSafe(|| job(memory)));
        // The caller may have stopped waiting.
        let _ = answer.send(done.map_err(|_| HasherError::Panicked));
    });
    if !lanes.push(caller, job) {
        return Err(HasherError::Busy);
    }
    // A job that was evicted from a full lane is dropped without a result.
    answered.await.map_err(|_| HasherError::Busy)?
}

fn spawn(name: String, work: impl FnOnce() + Send + 'static) -> Result<(), HasherError> {
    std::thread::Builder::new().name(name).spawn(work)?;
    Ok(())
}

thread_local! {
    /// Whether this is a hashing thread.
    static WORKS_ON_PASSWORDS: Cell<bool> = const { Cell::new(false) };
}

/// Runs jobs; `rest` frees the memory after a time without jobs.
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

/// Logs the place of a panic in a hashing thread, but not its message: the message of a failed string
/// operation quotes the string, which is a password here.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !WORKS_ON_PASSWORDS.get() {
                return others(panic);
            }
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            tracing::error!(place, "password hashing thread panicked");
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
            language: None,
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

    /// Requests a hash of an unused password; returns once the job is queued.
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
                language: None,
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
