//! Writes the log to standard error. A separate thread writes the collected lines in batches, so that no
//! request blocks on a slow reader of standard error and the thread is not woken for each line.

use std::{
    io::{self, Write},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use tracing_subscriber::fmt::MakeWriter;

/// How long lines are collected before they are written.
const GATHERED: Duration = Duration::from_millis(10);
/// The maximum number of buffered bytes. When the buffer is full, requests wait.
const MOST_WAITING: usize = 4 * 1024 * 1024;
/// How long requests wait for a full buffer. After that, lines are dropped and counted until standard error
/// is read again, so that sign-in and shutdown do not depend on the reader.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// The buffer that log lines are written to.
#[derive(Clone, Default)]
pub(super) struct Lines(Arc<Shared>);

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    /// Signalled on the first line and at the end.
    arrived: Condvar,
    /// Signalled when the buffer was emptied.
    taken: Condvar,
}

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    has_ended: bool,
    /// Requests no longer wait for the reader.
    is_stuck: bool,
    /// Lines dropped since then.
    dropped: u64,
    /// Bytes allowed above the limit while the number of dropped lines is being logged.
    beyond: usize,
    /// Everything that was buffered at the end is written.
    is_done: bool,
}

/// The writer thread. Dropping it flushes the buffer if standard error is being read.
pub(super) struct Writing(Lines);

impl Lines {
    /// Starts the thread that writes to `to`. `say` logs the number of dropped lines.
    pub(super) fn written_to(
        mut to: impl Write + Send + 'static,
        say: impl Fn(&Self, u64) + Send + 'static,
    ) -> io::Result<(Self, Writing)> {
        let lines = Self::default();
        let shared = lines.clone();
        thread::Builder::new().name("log".to_owned()).spawn(move || {
            let mut bytes = Vec::new();
            while shared.take(&mut bytes) {
                write(&mut to, &bytes);
                bytes.clear();
                shared.is_read_again(&say);
            }
            shared.waiting().is_done = true;
            shared.0.taken.notify_all();
        })?;
        Ok((lines.clone(), Writing(lines)))
    }

    /// Logs how many lines were dropped. Until that is logged no thread waits for the reader; the writer
    /// thread would wait for itself.
    fn is_read_again(&self, say: impl Fn(&Self, u64)) {
        let dropped = std::mem::take(&mut self.waiting().dropped);
        if dropped > 0 {
            self.waiting().beyond = MOST_WAITING;
            say(self, dropped);
        }
        let mut waiting = self.waiting();
        waiting.beyond = 0;
        waiting.is_stuck = waiting.dropped > 0;
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for lines and swaps the collected ones with the empty `bytes`; false after the last.
    fn take(&self, bytes: &mut Vec<u8>) -> bool {
        let nothing = |waiting: &mut Waiting| waiting.bytes.is_empty() && !waiting.has_ended;
        let waiting = self.0.arrived.wait_while(self.waiting(), nothing);
        let waiting = waiting.unwrap_or_else(PoisonError::into_inner);
        // Only the end is signalled until these lines are taken.
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
        let full = |waiting: &mut Waiting| waiting.bytes.len() >= MOST_WAITING + waiting.beyond;
        let waits = |waiting: &mut Waiting| full(waiting) && !waiting.has_ended && !waiting.is_stuck;
        let waited = self
            .0
            .taken
            .wait_timeout_while(self.waiting(), LONGEST_WAIT, waits);
        let (mut waiting, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if full(&mut waiting) && !waiting.has_ended {
            waiting.is_stuck = true;
            waiting.dropped += 1;
            drop(waiting);
            self.0.taken.notify_all();
            return Ok(line.len());
        }
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
        let Lines(shared) = &self.0;
        self.0.waiting().has_ended = true;
        shared.arrived.notify_one();
        shared.taken.notify_all();
        let waits = |waiting: &mut Waiting| !waiting.is_done;
        let _ = shared
            .taken
            .wait_timeout_while(self.0.waiting(), LONGEST_WAIT, waits);
    }
}

/// Writes all bytes, unless the reader has closed the pipe; the program then goes on without a log.
fn write(to: &mut impl Write, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        match to.write(bytes) {
            Ok(0) => return,
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A full non-blocking pipe.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => thread::sleep(GATHERED),
            Err(_) => return,
        }
    }
    let _ = to.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(mut lines: &Lines, dropped: u64) {
        writeln!(lines, "{dropped} are missing").unwrap();
    }

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
        let (lines, writing) = Lines::written_to(paper.clone(), say).unwrap();
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

    /// A reader that is stuck.
    struct Stuck;

    impl Write for Stuck {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            loop {
                thread::park();
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn who_is_stuck_holds_up_neither_people_nor_the_end() {
        let (lines, writing) = Lines::written_to(Stuck, say).unwrap();
        let line = vec![b'.'; MOST_WAITING / 2];
        for _ in 0..200 {
            (&lines).write_all(&line).unwrap();
        }
        assert!(lines.waiting().bytes.len() < 2 * MOST_WAITING && lines.waiting().dropped > 100);
        drop(writing);
    }

    #[test]
    fn it_is_said_how_many_lines_are_missing_once_somebody_reads_again() {
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let paper = Paper::default();
        let (lines, writing) = Lines::written_to(Slow(wait, paper.clone()), say).unwrap();
        let line = vec![b'.'; MOST_WAITING / 2];
        for _ in 0..100 {
            (&lines).write_all(&line).unwrap();
        }
        let dropped = lines.waiting().dropped;
        assert!(dropped > 90);
        drop(go);
        drop(writing);
        let text = String::from_utf8(paper.0.lock().unwrap().0.clone()).unwrap();
        let said = text.trim_matches('.').trim();
        assert_eq!(said, format!("{dropped} are missing"));
    }

    /// A non-blocking pipe that is sometimes full.
    struct Full(bool, Paper);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = !self.0;
            if self.0 {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            self.1.write(&bytes[..bytes.len().min(7)])
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn nothing_is_lost_where_standard_error_does_not_block() {
        let paper = Paper::default();
        let (lines, writing) = Lines::written_to(Full(false, paper.clone()), say).unwrap();
        (&lines).write_all(b"one line and another\n").unwrap();
        drop(writing);
        assert_eq!(paper.0.lock().unwrap().0, b"one line and another\n");
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
        let (lines, writing) = Lines::written_to(Slow(wait, paper.clone()), say).unwrap();
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
