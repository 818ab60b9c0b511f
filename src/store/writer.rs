//! The writer thread of a SQLite file. SQLite allows one writer at a time, and each commit waits for the
//! disk; other writers would poll with growing delays. Here the waiting jobs run one after the other and are
//! committed together, with one wait for the disk. Each job has its own result, which is sent after the
//! commit (the fault: a write that was acknowledged is lost).

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

use diesel::connection::TransactionManager as _;
use tokio::sync::{Notify, oneshot};

use super::{Batch, Conn, DbConnection, Held, StoreError, dialect, location::Location};

/// The maximum number of jobs in one commit, so that the first one does not wait for long.
const TOGETHER: usize = 64;

/// Sends a job's result, once it is known whether the batch was committed.
type Tell = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// The work of a job; runs at most once.
type Work = Box<dyn FnOnce(Result<&mut Conn, StoreError>) -> Tell + Send>;

/// A job.
struct Job {
    work: Work,
    lasts: Lasts,
}

/// When a write survives a power failure. It survives a crash of the program at once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lasts {
    /// Before its result is sent.
    AtOnce,
    /// With the next durable commit.
    WithTheNext,
}

/// Handle of the writer thread. Dropping it ends the thread after all jobs are done.
pub(super) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(location: &Location, posted: &Arc<Notify>) -> Result<Self, StoreError> {
        let (jobs, waiting) = channel();
        let scribe = Scribe {
            location: location.clone(),
            posted: posted.clone(),
            conn: None,
            owed: false,
        };
        let thread = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || scribe.write(&waiting))
            .map_err(|error| {
                StoreError::Unavailable(format!("failed to start the writer thread: {error}"))
            })?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Runs `query` in turn.
    pub(super) async fn run<T, E, F>(&self, lasts: Lasts, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |conn| {
            // The caller has timed out and was told that the write failed, so it must not be executed.
            if answer.is_closed() {
                return Box::new(|_| {});
            }
            let done = match conn {
                Ok(conn) => query(conn),
                Err(error) => Err(error.into()),
            };
            Box::new(move |committed| {
                // The caller may have timed out.
                let _ = answer.send(committed.map_err(E::from).and(done));
            })
        });
        let job = Job { work, lasts };
        if self.jobs.as_ref().is_none_or(|jobs| jobs.send(job).is_err()) {
            return Err(gone().into());
        }
        answered.await.unwrap_or_else(|_| Err(gone().into()))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        // The last owner may be a job on this thread, which cannot join itself.
        let thread = self.thread.take();
        if let Some(thread) = thread.filter(|thread| thread.thread().id() != thread::current().id()) {
            let _ = thread.join();
        }
    }
}

fn gone() -> StoreError {
    StoreError::Unexpected("the writer thread dropped the job".to_owned())
}

/// The state of the writer thread.
struct Scribe {
    location: Location,
    posted: Arc<Notify>,
    /// Reused for the next batch, with its durability; none after a failure.
    conn: Option<(DbConnection, Lasts)>,
    /// A commit may not be on the disk yet.
    owed: bool,
}

impl Scribe {
    fn write(mut self, waiting: &Receiver<Job>) {
        while let Ok(first) = waiting.recv() {
            self.batch(first, waiting);
        }
    }

    fn batch(&mut self, first: Job, waiting: &Receiver<Job>) {
        let mut jobs: VecDeque<Job> = std::iter::once(first)
            .chain(waiting.try_iter().take(TOGETHER - 1))
            .collect();
        while !jobs.is_empty() {
            self.commit_some(&mut jobs, waiting);
        }
    }

    /// Runs the first jobs and commits them; all of them, if none is rolled back.
    fn commit_some(&mut self, jobs: &mut VecDeque<Job>, waiting: &Receiver<Job>) {
        let lasts = if jobs.iter().any(|job| job.lasts == Lasts::AtOnce) {
            Lasts::AtOnce
        } else {
            Lasts::WithTheNext
        };
        let mut conn = match self.begin(lasts) {
            Ok(conn) => conn,
            Err(error) => {
                // All jobs fail with the same error.
                let words = error.to_string();
                for job in jobs.drain(..).chain(waiting.try_iter()) {
                    (job.work)(Err(StoreError::Unavailable(words.clone())))(Ok(()));
                }
                return;
            }
        };
        let mut told: Vec<Tell> = Vec::new();
        while let Some(job) = jobs.pop_front() {
            // A panic discards the whole batch, because the state of the transaction is unknown.
            let Ok(tell) = catch_unwind(AssertUnwindSafe(|| (job.work)(Ok(&mut conn)))) else {
                for tell in told {
                    tell(Err(gone()));
                }
                return;
            };
            told.push(tell);
            if conn.batch.as_ref().is_some_and(|batch| batch.is_over) {
                break;
            }
        }
        let committed = self.commit(lasts, &mut conn);
        let Conn { held, batch, .. } = conn;
        if committed.is_ok() {
            if let Held::Own(conn) = held {
                self.conn = Some((conn, lasts));
            }
            if batch.is_some_and(|batch| batch.posts) {
                self.posted.notify_one();
            }
        }
        let words = committed.err().map(|error| error.to_string());
        for tell in told {
            tell(
                words
                    .clone()
                    .map_or(Ok(()), |words| Err(StoreError::Unavailable(words))),
            );
        }
    }

    /// Commits a batch. An empty commit does not wait for the disk, but an earlier commit that this answer
    /// depends on may not be on the disk yet; `touch` makes sure that it is.
    fn commit(&mut self, lasts: Lasts, conn: &mut Conn) -> Result<(), StoreError> {
        if self.owed && lasts == Lasts::AtOnce {
            conn.touch()?;
        }
        dialect::Transactions::commit_transaction(&mut **conn)?;
        self.owed = lasts == Lasts::WithTheNext;
        Ok(())
    }

    /// Begins a batch.
    fn begin(&mut self, lasts: Lasts) -> Result<Conn, StoreError> {
        let (mut conn, before) = match self.conn.take() {
            Some(kept) => kept,
            None => (dialect::connect(&self.location)?, Lasts::AtOnce),
        };
        if lasts != before {
            conn.commits_wait_for_the_disk(lasts == Lasts::AtOnce)?;
        }
        conn.begin_writing()?;
        Ok(Conn {
            held: Held::Own(conn),
            posted: self.posted.clone(),
            batch: Some(Batch::default()),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use diesel::{connection::SimpleConnection as _, prelude::*, sql_query};
    use tempfile::TempDir;

    use super::*;
    use crate::store::{Database, ahead, transaction};

    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }

    type Step = fn(&mut Conn) -> Result<(), StoreError>;

    fn numbers(conn: &mut DbConnection) -> Result<Vec<i64>, StoreError> {
        let found: Vec<Found> = sql_query("SELECT n FROM numbers ORDER BY n").load(conn)?;
        Ok(found.into_iter().map(|found| found.n).collect())
    }

    fn add(conn: &mut DbConnection, n: i64) -> Result<(), StoreError> {
        Ok(conn.batch_execute(&format!("INSERT INTO numbers VALUES ({n})"))?)
    }

    async fn database() -> (TempDir, Database) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("v.db");
        let database = Database::open(&Location::parse(path.to_str().unwrap()).unwrap()).unwrap();
        let tables = "CREATE TABLE numbers (n INTEGER PRIMARY KEY); CREATE TABLE followers \
            (n INTEGER REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED)";
        let made = database.run(move |conn| conn.batch_execute(tables).map_err(StoreError::from));
        made.await.unwrap();
        (folder, database)
    }

    /// Does pieces of work in one batch: another is under way until all of them stand behind it.
    async fn together(database: &Database, jobs: Vec<Step>) -> Vec<Result<(), StoreError>> {
        let (begun, has_begun) = oneshot::channel();
        let (go, waits) = sync_channel::<()>(0);
        let first = tokio::spawn({
            let database = database.clone();
            let wait = move |_: &mut Conn| {
                let _ = begun.send(());
                waits.recv().map_err(|_| gone())
            };
            async move { database.run(wait).await }
        });
        has_begun.await.unwrap();
        let others: Vec<_> = jobs
            .into_iter()
            .map(|job| {
                let database = database.clone();
                tokio::spawn(async move { database.run(job).await })
            })
            .collect();
        tokio::task::yield_now().await;
        tokio::task::spawn_blocking(move || go.send(()))
            .await
            .unwrap()
            .unwrap();
        first.await.unwrap().unwrap();
        let mut told = Vec::new();
        for other in others {
            told.push(other.await.unwrap());
        }
        told
    }

    #[tokio::test]
    async fn each_has_an_outcome_of_its_own() {
        let (_folder, database) = database().await;
        let told = together(
            &database,
            vec![
                |conn| add(conn, 1),
                |conn| {
                    add(conn, 2)?;
                    transaction(conn, |tx| {
                        add(tx, 3)?;
                        Err(StoreError::Taken)
                    })
                },
                |conn| transaction(conn, |tx| add(tx, 4)),
                |conn| add(conn, 1),
                |conn| add(conn, 5),
            ],
        )
        .await;
        assert!(matches!(
            told[..],
            [
                Ok(()),
                Err(StoreError::Taken),
                Ok(()),
                Err(StoreError::Taken),
                Ok(())
            ]
        ));
        assert_eq!(database.read(numbers).await.unwrap(), [1, 2, 4, 5]);
    }

    #[tokio::test]
    async fn nobody_is_told_of_what_is_not_committed() {
        let (_folder, database) = database().await;
        let told = together(
            &database,
            vec![
                |conn| add(conn, 1),
                // Only the commit refuses it.
                |conn| Ok(conn.batch_execute("INSERT INTO followers VALUES (9)")?),
                |conn| add(conn, 2),
            ],
        )
        .await;
        assert!(
            told.iter()
                .all(|told| matches!(told, Err(StoreError::Unavailable(_)))),
            "{told:?}"
        );
        assert_eq!(database.read(numbers).await.unwrap(), [0; 0]);
        database.run(|conn| add(conn, 3)).await.unwrap();
        assert_eq!(database.read(numbers).await.unwrap(), [3]);
    }

    #[tokio::test]
    async fn who_is_answered_waits_for_what_was_written_ahead() {
        let (folder, database) = database().await;
        let log = || folder.path().join("v.db-wal").metadata().unwrap().len();
        database.run_ahead(|conn| add(conn, 1)).await.unwrap();
        let nothing: Step = |_| Ok(());
        let taken_back: Step = |conn| {
            let _ = transaction(conn, |tx| {
                add(tx, 2)?;
                Err::<(), _>(StoreError::Taken)
            });
            Ok(())
        };
        for answer in [nothing, taken_back] {
            let more: Step = |conn| Ok(conn.batch_execute("UPDATE numbers SET n = n + 1")?);
            database.run_ahead(more).await.unwrap();
            // A commit that writes nothing into the log does not wait for the disk.
            let before = log();
            database.run(answer).await.unwrap();
            assert!(log() > before);
            let before = log();
            database.run(nothing).await.unwrap();
            assert_eq!(log(), before, "nothing is owed any more");
        }
        assert_eq!(database.read(numbers).await.unwrap(), [3]);
    }

    #[tokio::test]
    async fn what_is_written_within_a_step_lasts_with_its_end() {
        let (folder, database) = database().await;
        let log = || folder.path().join("v.db-wal").metadata().unwrap().len();
        ahead(database.run(|conn| add(conn, 1))).await.unwrap();
        let before = log();
        database.run(|_| Ok::<_, StoreError>(())).await.unwrap();
        assert!(log() > before, "it waited for the disk by itself");
    }

    #[tokio::test]
    async fn a_piece_of_work_that_panics_keeps_nobody_from_the_next() {
        let (_folder, database) = database().await;
        let told = together(
            &database,
            vec![|_| panic!("a mistake of ours"), |conn| add(conn, 1)],
        )
        .await;
        assert!(matches!(told[..], [Err(_), Ok(())]), "{told:?}");
        assert_eq!(database.read(numbers).await.unwrap(), [1]);
    }

    #[tokio::test]
    async fn what_only_reads_changes_nothing() {
        let (_folder, database) = database().await;
        assert!(database.read(|conn| add(conn, 1)).await.is_err());
        assert_eq!(database.read(numbers).await.unwrap(), [0; 0]);
    }
}
