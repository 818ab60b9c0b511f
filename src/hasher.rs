//! The hashing room: as many threads as cores, each with its own memory kept for good, and
//! a short queue before them.
//!
//! More hashes at once than cores only make each slower; a queue without end would make
//! everybody wait for an attacker. When it is full, the answer is "busy", at once.

use std::sync::{
    Arc, Mutex, PoisonError,
    mpsc::{Receiver, SyncSender, sync_channel},
};

use tokio::sync::oneshot;

use crate::domain::{
    account::AccountId,
    authenticator::password::{
        self, HashFault, Memory, NewPassword, Password, PasswordHash, PasswordVerified,
    },
    random::{self, Random, RandomUnavailable},
};

/// Hashes waiting for each thread; at some 15 to 60 ms each, a wait of at most a second.
pub const QUEUE_PER_THREAD: usize = 16;

/// Why nothing was hashed.
#[derive(Debug, thiserror::Error)]
pub enum HasherError {
    /// The queue is full.
    #[error("the hashing queue is full")]
    Busy,
    /// A hash could not be read or made.
    #[error(transparent)]
    Fault(#[from] HashFault),
    /// No salt.
    #[error(transparent)]
    Random(#[from] RandomUnavailable),
}

type Job = Box<dyn FnOnce(&mut Memory) + Send>;

/// Hashes and verifies passwords.
#[derive(Clone)]
pub struct Hasher {
    queue: SyncSender<Job>,
    decoy: PasswordHash,
    random: Arc<dyn Random>,
}

impl Hasher {
    /// Opens the room with `threads` threads.
    ///
    /// # Errors
    /// When the decoy cannot be hashed or a thread not be started.
    pub fn start(threads: usize, random: Arc<dyn Random>) -> Result<Self, HasherError> {
        let decoy = password::decoy(random::bytes(&*random)?, &mut Memory::allocate())?;
        let (queue, jobs) = sync_channel::<Job>(threads * QUEUE_PER_THREAD);
        let jobs = Arc::new(Mutex::new(jobs));
        for number in 0..threads {
            let jobs = Arc::clone(&jobs);
            std::thread::Builder::new()
                .name(format!("hasher-{number}"))
                .spawn(move || work(&jobs))
                .map_err(|_| HasherError::Busy)?;
        }
        Ok(Self { queue, decoy, random })
    }

    /// Checks a password. Without an account the same work is done on a decoy, so that the
    /// time of the answer does not tell who exists.
    ///
    /// # Errors
    /// [`HasherError`]; none of them means a wrong password.
    pub async fn verify(
        &self,
        known: Option<(AccountId, PasswordHash)>,
        typed: Password,
    ) -> Result<Option<PasswordVerified>, HasherError> {
        let exists = known.is_some();
        let (account, stored) = known.unwrap_or_else(|| (AccountId(String::new()), self.decoy.clone()));
        let verified = self
            .run(move |memory| password::verify(&account, &stored, &typed, memory))
            .await??;
        Ok(verified.filter(|_| exists))
    }

    /// Hashes a new password under a fresh salt.
    ///
    /// # Errors
    /// [`HasherError`].
    pub async fn hash(&self, chosen: NewPassword) -> Result<PasswordHash, HasherError> {
        let salt = random::bytes(&*self.random)?;
        Ok(self
            .run(move |memory| password::hash(&chosen, salt, memory))
            .await??)
    }

    /// Hashes a password that was just verified once more, under current parameters.
    ///
    /// # Errors
    /// [`HasherError`].
    pub async fn rehash(
        &self,
        typed: Password,
        _evidence: &PasswordVerified,
    ) -> Result<PasswordHash, HasherError> {
        let salt = random::bytes(&*self.random)?;
        Ok(self
            .run(move |memory| password::rehash(&typed, salt, memory))
            .await??)
    }

    async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, HasherError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |memory| {
            // Whoever asked may have gone away.
            let _ = answer.send(job(memory));
        });
        self.queue.try_send(job).map_err(|_| HasherError::Busy)?;
        answered.await.map_err(|_| HasherError::Busy)
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    let mut memory = Memory::allocate();
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match job {
            Ok(job) => job(&mut memory),
            // Every sender is gone: the program ends.
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::OsRandom;

    #[tokio::test]
    async fn a_full_queue_says_so_at_once_and_loses_no_accepted_job() {
        let hasher = Hasher::start(1, Arc::new(OsRandom)).unwrap();
        let asked: Vec<_> = (0..200)
            .map(|_| {
                let hasher = hasher.clone();
                tokio::spawn(async move { hasher.verify(None, Password::typed("whatever")).await })
            })
            .collect();
        let (mut busy, mut answered) = (0, 0);
        for answer in asked {
            match answer.await.unwrap() {
                Err(HasherError::Busy) => busy += 1,
                verified => {
                    assert!(verified.unwrap().is_none(), "nobody has the decoy's password");
                    answered += 1;
                }
            }
        }
        assert!(
            busy > 0 && answered >= QUEUE_PER_THREAD,
            "{busy} busy, {answered} answered"
        );
    }
}
