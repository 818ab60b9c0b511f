//! `RealMailServer`: a third-party mail server in a separate process, which stores received mail in a mail folder.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;
use vestibule::config::mail::MailSettings;

use super::{program::free_port, smtp_server};

/// Debian's own Python, whatever else is in PATH: the server comes as its package.
const PYTHON: &str = "/usr/bin/python3";

/// Reads every mail of a folder as mail programs do, decoded.
const READER: &str = "
import email, mailbox, sys
from email import policy
make = lambda file: email.message_from_binary_file(file, policy=policy.default)
box = mailbox.Maildir(sys.argv[1], factory=make, create=False)
for key in sorted(box.keys()):
    mail = box[key]
    print(mail['To'], mail['Subject'], mail.get_content(), sep='\\n')
";

/// A mail server; ends with its test.
pub struct RealMailServer {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl RealMailServer {
    /// Opens on a free port.
    pub async fn open() -> Self {
        let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
        let process = Command::new(PYTHON)
            .args([
                "-m",
                "aiosmtpd",
                "--nosetuid",
                "--class",
                "aiosmtpd.handlers.Mailbox",
            ])
            .arg(folder.path().join("mail"))
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("python3-aiosmtpd is installed by script/test");
        let server = Self {
            process,
            port,
            folder,
        };
        for _ in 0..200 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the mail server does not open");
    }

    /// The settings for this server.
    pub fn settings(&self) -> MailSettings {
        smtp_server::settings(self.port)
    }

    fn mailbox(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    /// Everything that it has received, as text, once this is in it; half a minute at most.
    pub async fn text_with(&self, part: &str) -> String {
        for _ in 0..300 {
            let read = Command::new(PYTHON)
                .args(["-c", READER])
                .arg(self.mailbox())
                .output()
                .unwrap();
            let text = String::from_utf8(read.stdout).unwrap();
            if text.contains(part) {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no mail with {part}");
    }
}

impl Drop for RealMailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
