//! Background tasks: one list, each task with a name and a pause between two rounds. A round that fails or
//! panics is logged once and retried after the pause; it stops neither its own task nor another. Only one of
//! several instances runs a task at a time.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Notify, watch},
    task::{JoinHandle, JoinSet},
    time,
};

use super::lease::{self, Leases};
use crate::{
    domain::clock::{Clock, Timestamp},
    flows::{Fault, Services, deliver::Outbox, forgotten_password, remind, sweep},
};

/// Closed when the server has stopped, so that a round can end early.
pub type Stop = watch::Receiver<()>;

type Done = Pin<Box<dyn Future<Output = Result<(), Fault>> + Send>>;

/// A background task with the context `C`.
struct Task<C> {
    name: &'static str,
    pause: Duration,
    /// Whether a running round may be aborted at shutdown. Its transaction is then rolled back, or the work
    /// is due again later.
    cut_off: bool,
    /// Ends the pause early.
    sooner: Arc<Notify>,
    round: Box<dyn Fn(C, Stop) -> Done + Send>,
}

/// All tasks. Each claims its work by one conditional statement, because another instance may already be
/// running the same task.
fn tasks(outbox: Outbox, posted: Arc<Notify>) -> Vec<Task<Services>> {
    let outbox = Arc::new(outbox);
    vec![
        task(
            "mail delivery",
            Duration::from_secs(1),
            move |services: Services, stop| {
                let outbox = outbox.clone();
                async move { outbox.round(&services, &stop).await }
            },
        )
        .finished_first()
        .sooner(posted),
        task(
            "password links",
            Duration::from_millis(500),
            |services: Services, _| async move { forgotten_password::round(&services).await },
        ),
        task(
            "reminders",
            Duration::from_secs(30),
            |services: Services, _| async move { remind::round(&services).await },
        ),
        task(
            "cleanup",
            Duration::from_mins(10),
            |services: Services, _| async move { sweep::round(&services).await.map(drop) },
        ),
    ]
}

fn task<C, F>(name: &'static str, pause: Duration, round: impl Fn(C, Stop) -> F + Send + 'static) -> Task<C>
where
    F: Future<Output = Result<(), Fault>> + Send + 'static,
{
    Task {
        name,
        pause,
        cut_off: true,
        sooner: Arc::default(),
        round: Box::new(move |context, stop| Box::pin(round(context, stop))),
    }
}

impl<C> Task<C> {
    /// A running round is finished before shutdown.
    fn finished_first(self) -> Self {
        Self {
            cut_off: false,
            ..self
        }
    }

    /// The next round starts when this is notified, or after the pause, because another instance may have
    /// added work.
    fn sooner(self, sooner: Arc<Notify>) -> Self {
        Self { sooner, ..self }
    }
}

/// The status of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its name in the log.
    pub name: &'static str,
    /// The pause between two rounds.
    pub pause: Duration,
    /// Successful rounds.
    pub rounds: u64,
    /// When its rounds started to fail; none while they succeed.
    pub failing_since: Option<Timestamp>,
}

/// The status of all tasks.
#[derive(Clone, Default)]
pub struct Board(Arc<Mutex<Vec<Status>>>);

impl Board {
    /// One entry for each task, in the order of the list.
    #[must_use]
    pub fn read(&self) -> Vec<Status> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn add<C>(&self, task: &Task<C>) -> usize {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.push(Status {
            name: task.name,
            pause: task.pause,
            rounds: 0,
            failing_since: None,
        });
        lines.len() - 1
    }

    /// Records the result of a round. Only the first of several failures is logged as an error, because the
    /// database may be unavailable for hours.
    fn note(&self, line: usize, ended: Result<(), String>, now: Timestamp) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(status) = lines.get_mut(line) else {
            return;
        };
        let task = status.name;
        match (ended, status.failing_since) {
            (Ok(()), before) => {
                status.rounds += 1;
                status.failing_since = None;
                if let Some(since) = before {
                    let seconds = now.since(since);
                    tracing::info!(task, seconds, "background task recovered");
                }
            }
            (Err(error), None) => {
                status.failing_since = Some(now);
                tracing::error!(task, error, "background task failed, will retry");
            }
            (Err(error), Some(_)) => tracing::debug!(task, error, "background task failed again"),
        }
    }
}

/// The running tasks.
pub(super) struct Running {
    stop: watch::Sender<()>,
    handles: Vec<(bool, JoinHandle<()>)>,
    leases: Arc<Leases>,
}

/// Starts all tasks.
pub(super) fn start(services: &Services, outbox: Outbox, board: &Board) -> Running {
    let mut tasks = tasks(outbox, services.database.posted());
    let names = tasks.iter().map(|task| task.name).collect();
    let leases = Arc::new(Leases::of(services, names));
    let renewed = leases.clone();
    let renew = move |_: Services, _| {
        let leases = renewed.clone();
        async move { leases.round().await }
    };
    // Runs on every instance without a lease.
    tasks.push(task("leases", lease::PAUSE, renew));
    run(services, &services.clock, tasks, leases, board)
}

fn run<C: Clone + Send + 'static>(
    context: &C,
    clock: &Arc<dyn Clock>,
    tasks: Vec<Task<C>>,
    leases: Arc<Leases>,
    board: &Board,
) -> Running {
    let (stop, stopped) = watch::channel(());
    let handles = tasks.into_iter().map(|task| {
        let (cut_off, line) = (task.cut_off, board.add(&task));
        let (context, clock, board) = (context.clone(), clock.clone(), board.clone());
        let (mut stop, leases) = (stopped.clone(), leases.clone());
        let rounds = async move {
            loop {
                tokio::select! {
                    biased;
                    _ = stop.changed() => break,
                    () = leases.granted(task.name) => {}
                }
                // In a separate task, so that a panic ends only the round. It is aborted together with this
                // one.
                let mut round = JoinSet::new();
                round.spawn((task.round)(context.clone(), stop.clone()));
                let ended = match round.join_next().await {
                    Some(Ok(done)) => done.map_err(|fault| fault.to_string()),
                    Some(Err(panicked)) => Err(panicked.to_string()),
                    None => Ok(()),
                };
                board.note(line, ended, clock.now());
                tokio::select! {
                    _ = stop.changed() => {}
                    () = task.sooner.notified() => {}
                    () = time::sleep(task.pause) => {}
                }
            }
        };
        (cut_off, tokio::spawn(rounds))
    });
    Running {
        handles: handles.collect(),
        stop,
        leases,
    }
}

impl Running {
    /// Stops all tasks; those that finish their round first get `patience` for it.
    pub(super) async fn end(self, patience: Duration) {
        let Self {
            stop,
            handles,
            leases,
        } = self;
        drop(stop);
        let mut finishing = Vec::new();
        for (cut_off, handle) in handles {
            if cut_off {
                handle.abort();
            } else {
                finishing.push(handle);
            }
        }
        let deadline = time::Instant::now() + patience;
        for mut handle in finishing {
            if time::timeout_at(deadline, &mut handle).await.is_err() {
                handle.abort();
            }
        }
        leases.release().await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::domain::clock::SystemClock;

    const PAUSE: Duration = Duration::from_millis(1);

    fn run_one(task: Task<Arc<AtomicUsize>>, rounds: &Arc<AtomicUsize>) -> (Running, Board) {
        let board = Board::default();
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let leases = Arc::new(Leases::not_needed());
        (run(rounds, &clock, vec![task], leases, &board), board)
    }

    /// Waits until the only task's line is as wanted.
    async fn until(board: &Board, wanted: impl Fn(&Status) -> bool) {
        let seen = async {
            while !board.read().iter().all(&wanted) {
                time::sleep(PAUSE).await;
            }
        };
        time::timeout(Duration::from_secs(10), seen).await.unwrap();
    }

    #[tokio::test]
    async fn a_round_that_fails_or_panics_is_tried_again() {
        let rounds = Arc::new(AtomicUsize::new(0));
        let task = task("test", PAUSE, |rounds: Arc<AtomicUsize>, _| async move {
            match rounds.fetch_add(1, Ordering::SeqCst) {
                0 => Err(Fault::Unavailable("the database is away".to_owned())),
                1 => panic!("a mistake of ours"),
                _ => Ok(()),
            }
        });
        let (running, board) = run_one(task, &rounds);
        until(&board, |status| status.rounds >= 2).await;
        assert_eq!(board.read()[0].failing_since, None);
        running.end(Duration::from_secs(10)).await;
        assert!(rounds.load(Ordering::SeqCst) >= 4);
    }

    #[tokio::test]
    async fn a_round_begins_sooner_when_there_is_something_new() {
        let (rounds, posted) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
        let task = task("test", Duration::MAX, |rounds: Arc<AtomicUsize>, _| async move {
            rounds.fetch_add(1, Ordering::SeqCst);
            Ok(())
        });
        let (running, board) = run_one(task.sooner(posted.clone()), &rounds);
        until(&board, |status| status.rounds == 1).await;
        posted.notify_one();
        until(&board, |status| status.rounds == 2).await;
        running.end(Duration::from_secs(10)).await;
    }

    #[tokio::test]
    async fn a_task_that_goes_on_failing_says_so() {
        let rounds = Arc::new(AtomicUsize::new(0));
        let task = task("test", PAUSE, |rounds: Arc<AtomicUsize>, _| async move {
            rounds.fetch_add(1, Ordering::SeqCst);
            Err(Fault::Busy)
        });
        let (running, board) = run_one(task, &rounds);
        until(&board, |status| status.failing_since.is_some()).await;
        assert_eq!(board.read()[0].rounds, 0);
        running.end(Duration::from_secs(10)).await;
    }

    /// A round that adds one once its task is to stop, or never where it is cut off.
    fn waits_for_stop() -> Task<Arc<AtomicUsize>> {
        task(
            "test",
            PAUSE,
            |rounds: Arc<AtomicUsize>, mut stop: Stop| async move {
                rounds.fetch_add(1, Ordering::SeqCst);
                let _ = stop.changed().await;
                time::sleep(Duration::from_millis(50)).await;
                rounds.fetch_add(1, Ordering::SeqCst);
                Ok(())
            },
        )
    }

    #[tokio::test]
    async fn a_stop_cuts_rounds_off_but_those_that_are_finished_first() {
        for (task, expected) in [(waits_for_stop(), 1), (waits_for_stop().finished_first(), 2)] {
            let rounds = Arc::new(AtomicUsize::new(0));
            let (running, _) = run_one(task, &rounds);
            while rounds.load(Ordering::SeqCst) == 0 {
                time::sleep(PAUSE).await;
            }
            running.end(Duration::from_secs(10)).await;
            assert_eq!(rounds.load(Ordering::SeqCst), expected);
        }
    }
}
