//! `Pooler`: pgbouncer between the portal and PostgreSQL, in a separate process, in transaction mode: each
//! transaction may get another connection to the server.

use std::{
    fmt::Write as _,
    os::unix::fs::MetadataExt as _,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;
use url::Url;

use super::program::free_port;

/// Debian's path, which is not in most users' PATH.
const PROGRAM: &str = "/usr/sbin/pgbouncer";

/// A pooler; ends with its test.
pub struct Pooler {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Pooler {
    /// Opens on a free port, in front of the server of a URL.
    pub async fn before(database: &Url) -> Self {
        let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
        let settings = folder.path().join("pgbouncer.ini");
        let mut text = format!(
            "[databases]\n* = host={} port={} user={}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n\
             unix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 3\n",
            database.host_str().unwrap(),
            database.port().unwrap(),
            database.username(),
        );
        // It refuses to run as root.
        if folder.path().metadata().unwrap().uid() == 0 {
            let _ = writeln!(text, "user = postgres");
        }
        std::fs::write(&settings, text).unwrap();
        let process = Command::new(PROGRAM)
            .arg(settings)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("pgbouncer is installed by script/test");
        let pooler = Self {
            process,
            port,
            _folder: folder,
        };
        for _ in 0..200 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return pooler;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the pooler does not open");
    }

    /// The same database through this pooler.
    pub fn url(&self, database: &Url) -> String {
        let mut through = database.clone();
        through.set_port(Some(self.port)).unwrap();
        through.into()
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
