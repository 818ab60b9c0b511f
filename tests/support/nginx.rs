//! `Nginx`: a reverse proxy in front of several instances, in a separate process, with exactly the settings in
//! docs/operator.md. Each request goes to another instance than the previous one.

use std::{
    fmt::Write as _,
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;

use super::program::free_port;

/// Debian's path, which is not in most users' PATH.
const PROGRAM: &str = "/usr/sbin/nginx";

/// An nginx; ends with its test.
pub struct Nginx {
    process: Child,
    address: SocketAddr,
    _folder: TempDir,
}

impl Nginx {
    /// A port for one, which must be known before its instances start.
    pub fn address() -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], free_port()))
    }

    /// Opens at an address in front of these instances, running or not.
    pub fn open(address: SocketAddr, instances: &[SocketAddr]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("nginx.conf");
        std::fs::write(&file, settings(folder.path(), address, instances)).unwrap();
        let process = Command::new(PROGRAM)
            .args([Path::new("-p"), folder.path(), Path::new("-c"), &file])
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx is installed by script/test");
        let nginx = Self {
            process,
            address,
            _folder: folder,
        };
        for _ in 0..5000 {
            if TcpStream::connect(address).is_ok() {
                return nginx;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("nginx does not open");
    }

    /// Its address for browsers.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The documented settings, with these addresses instead of its own.
fn settings(folder: &Path, address: SocketAddr, instances: &[SocketAddr]) -> String {
    let documentation = std::fs::read_to_string("docs/operator.md").unwrap();
    let (_, shown) = documentation
        .split_once("```nginx\nupstream ")
        .expect("an example with an upstream");
    let (shown, _) = shown.split_once("\n```").unwrap();
    let folder = folder.display();
    let mut text = format!(
        "daemon off; master_process off; pid {folder}/pid; error_log stderr crit;\n\
         events {{ worker_connections 4096; }}\nhttp {{ access_log off;\n"
    );
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        let _ = writeln!(text, "{kind}_temp_path {folder}/{kind};");
    }
    let mut instances = Some(instances);
    for line in format!("upstream {shown}").lines() {
        let words = line.trim();
        if let Some((_, options)) = words
            .strip_prefix("server ")
            .and_then(|rest| rest.split_once(":8080"))
        {
            for instance in instances.take().into_iter().flatten() {
                let _ = writeln!(text, "  server {instance}{options}");
            }
        } else if words.starts_with("listen ") {
            let _ = writeln!(text, "  listen {address};");
        } else if !words.starts_with("ssl_") {
            text += line;
            text.push('\n');
        }
    }
    text + "}\n"
}
