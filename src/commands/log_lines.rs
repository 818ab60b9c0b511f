//! The log's way to standard error: a thread of its own writes all lines that came meanwhile at once. Else
//! each request waits for whoever reads standard error, or wakes the thread for one line.

use std::{
    io::{self, Write},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use tracing_subscriber::fmt::MakeWriter;

/// How long lines are gathered before they are written.
const GATHERED: Duration = Duration::from_millis(10);
/// Bytes that wait at the most. No line is dropped: where standard error is read too slowly, requests wait
/// for it.
const MOST_WAITING: usize = 4 * 1024 * 1024;

/// Where lines are put.
#[derive(Clone, Default)]
pub(super) struct Lines(Arc<Shared>);

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    /// Rings when there is a first line, or the end has come.
    arrived: Condvar,
    /// Rings when all that waited is taken.
    taken: Condvar,
}

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    has_ended: bool,
}

/// The thread; dropping it writes what still waits.
pub(super) struct Writing {
    lines: Lines,
    thread: Option<JoinHandle<()>>,
}

impl Lines {
    /// Begins to write what is put here to `to`.
    pub(super) fn written_to(mut to: impl Write + Send + 'static) -> io::Result<(Self, Writing)> {
        let lines = Self::default();
        let shared = lines.clone();
        let thread = thread::Builder::new().name("log".to_owned()).spawn(move || {
            let mut bytes = Vec::new();
            while shared.take(&mut bytes) {
                // Whoever reads it may be gone; the program goes on.
                let _ = to.write_all(&bytes).and_then(|()| to.flush());
                bytes.clear();
            }
        })?;
        let writing = Writing {
            lines: lines.clone(),
            thread: Some(thread),
        };
        Ok((lines, writing))
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for lines and gives those of a moment, in place of the empty `bytes`; false after the last.
    fn take(&self, bytes: &mut Vec<u8>) -> bool {
        let nothing = |waiting: &mut Waiting| waiting.bytes.is_empty() && !waiting.has_ended;
        let waiting = self.0.arrived.wait_while(self.waiting(), nothing);
        let waiting = waiting.unwrap_or_else(PoisonError::into_inner);
        // Nobody else rings until these are taken, but for the end.
        let gathered = self.0.arrived.wait_timeout_while(waiting, GATHERED, |waiting| {
            !waiting.has_ended && waiting.bytes.len() < MOST_WAITING
        });
        let (mut waiting, _) = gathered.unwrap_or_else(PoisonError::into_inner);
        std::mem::swap(&mut waiting.bytes, bytes);
        self.0.taken.notify_all();
        !bytes.is_empty()
    }
}

/// Each call is one line.
impl Write for &Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let full = |waiting: &mut Waiting| waiting.bytes.len() >= MOST_WAITING && !waiting.has_ended;
        let waiting = self.0.taken.wait_while(self.waiting(), full);
        let mut waiting = waiting.unwrap_or_else(PoisonError::into_inner);
        let is_first = waiting.bytes.is_empty();
        waiting.bytes.extend_from_slice(line);
        let is_full = waiting.bytes.len() >= MOST_WAITING;
        drop(waiting);
        if is_first || is_full {
            self.0.arrived.notify_one();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = &'a Self;

    fn make_writer(&'a self) -> &'a Self {
        self
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.lines.waiting().has_ended = true;
        self.lines.0.arrived.notify_one();
        self.lines.0.taken.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Remembers what was written to it, and how often.
    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<(Vec<u8>, usize)>>);

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let mut written = self.0.lock().unwrap();
            written.0.extend_from_slice(bytes);
            written.1 += 1;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn all_lines_are_written_in_order_and_many_at_once() {
        let paper = Paper::default();
        let (lines, writing) = Lines::written_to(paper.clone()).unwrap();
        let mut expected = String::new();
        for number in 0..10_000 {
            let line = format!("line {number}\n");
            (&lines).write_all(line.as_bytes()).unwrap();
            expected += &line;
        }
        drop(writing);
        let (text, writes) = &*paper.0.lock().unwrap();
        assert_eq!(String::from_utf8_lossy(text), expected);
        assert!(*writes < 1000, "{writes} writes");
    }

    /// A reader that takes nothing until it is told to.
    struct Slow(std::sync::mpsc::Receiver<()>, Paper);

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let _ = self.0.recv();
            self.1.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn no_line_is_lost_where_the_reader_is_slow_and_none_waits_without_end() {
        let (go, wait) = std::sync::mpsc::channel();
        let paper = Paper::default();
        let (lines, writing) = Lines::written_to(Slow(wait, paper.clone())).unwrap();
        let line = vec![b'.'; MOST_WAITING / 2];
        let writer = thread::spawn(move || {
            for _ in 0..8 {
                (&lines).write_all(&line).unwrap();
            }
        });
        thread::sleep(5 * GATHERED);
        assert!(!writer.is_finished(), "somebody waits for the reader");
        drop(go);
        writer.join().unwrap();
        drop(writing);
        assert_eq!(paper.0.lock().unwrap().0.len(), 8 * (MOST_WAITING / 2));
    }
}
