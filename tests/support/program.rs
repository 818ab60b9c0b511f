//! The built program, run as an operator runs it: in a separate folder, with only the settings that the test gives.

use std::{
    io::{BufRead as _, BufReader, Lines, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// A command line in the making.
pub struct Program {
    command: Command,
    input: String,
}

impl Program {
    /// `vestibule` with these arguments, in this folder.
    pub fn in_folder(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.args(arguments).current_dir(folder).env_clear();
        Self {
            command,
            input: String::new(),
        }
    }

    /// With a setting.
    pub fn with(mut self, variable: &str, value: &str) -> Self {
        self.command.env(variable, value);
        self
    }

    /// With data on standard input.
    pub fn typing(mut self, input: &str) -> Self {
        input.clone_into(&mut self.input);
        self
    }

    /// If a file cannot grow, a write fails instead of ending the program.
    pub fn deaf_to_file_size(mut self) -> Self {
        let mut through = Command::new("sh");
        through
            .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
            .arg(self.command.get_program())
            .args(self.command.get_args())
            .env_clear()
            .envs(
                self.command
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            );
        if let Some(folder) = self.command.get_current_dir() {
            through.current_dir(folder);
        }
        self.command = through;
        self
    }

    /// Runs it to its end.
    pub fn run(mut self) -> Outcome {
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cargo built it");
        // It may exit without reading.
        let _ = child.stdin.take().unwrap().write_all(self.input.as_bytes());
        Outcome::of(&child.wait_with_output().unwrap())
    }

    /// Starts it and waits until it says that it is ready; with an empty database it prints more.
    pub fn serve(mut self, first_run: bool) -> Serving {
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cargo built it");
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut serving = Serving {
            child,
            lines,
            printed: String::new(),
        };
        // The address; then the sentence on the first account, an empty line and the link.
        for _ in 0..if first_run { 4 } else { 1 } {
            let line = serving.next_line();
            serving.printed += &(line + "\n");
        }
        serving
    }
}

/// The result of a command.
#[derive(Debug)]
pub struct Outcome {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    fn of(output: &Output) -> Self {
        Self {
            status: output.status.code().expect("not killed"),
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }
}

/// A running server; killed when dropped.
pub struct Serving {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    printed: String,
}

impl Serving {
    /// What it printed on standard output at the start.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// The next line that it prints on standard output; empty where there are no more.
    pub fn next_line(&mut self) -> String {
        self.lines.next().and_then(Result::ok).unwrap_or_default()
    }

    /// The path of the one-time link that it printed.
    pub fn welcome_path(&self) -> String {
        let at = self.printed.find("/welcome/").expect("a link");
        self.printed[at..].split_whitespace().next().unwrap().to_owned()
    }

    /// Sends a signal, waits for the end, and returns its log.
    pub fn stop_by(mut self, signal: &str) -> Outcome {
        let sent = Command::new("kill")
            .args([signal, &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "it does not stop");
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut stderr = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut stderr)
            .unwrap();
        Outcome {
            status: status.code().expect("ended by itself"),
            stdout: self.printed.clone(),
            stderr,
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A loopback port that is free, and stays so: below the kernel's ephemeral ports, of which the tests open thousands,
/// and not returned twice.
pub fn free_port() -> u16 {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    let begin = std::process::id() % 100 * 100;
    loop {
        let next = begin + GIVEN.fetch_add(1, Ordering::SeqCst);
        let port = u16::try_from(10_000 + next % 10_000).unwrap();
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// Waits for a connection, half a minute at most.
pub fn accept(listener: &TcpListener) -> TcpStream {
    listener.set_nonblocking(true).unwrap();
    for _ in 0..600 {
        if let Ok((visitor, _)) = listener.accept() {
            return visitor;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nobody comes");
}

/// A folder for one test.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    (folder, path)
}
