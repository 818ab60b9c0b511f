//! Several instances on one database: what they share, what only one of them does, and that they can be replaced one
//! after the other while people sign in.
//!
//! `script/instances` proves that all journeys pass if each request goes to another instance: it runs the other tests
//! that way.

mod leases;
mod rolling_restart;

use std::{net::SocketAddr, path::Path};

use crate::support::program::{Program, free_port};

/// An instance as an operator starts it, of several in one folder.
struct Instance<'a> {
    folder: &'a Path,
    database: &'a str,
    /// The public address, whichever instance answers.
    public_url: String,
    port: u16,
}

impl<'a> Instance<'a> {
    fn on(folder: &'a Path, database: &'a str) -> Self {
        let port = free_port();
        Self {
            folder,
            database,
            public_url: format!("http://localhost:{port}"),
            port,
        }
    }

    fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    fn program(&self, arguments: &[&str]) -> Program {
        Program::in_folder(self.folder, arguments)
            .with("DATABASE_URL", self.database)
            .with("VESTIBULE_KEY_FILE", "ring.key")
            .with("VESTIBULE_LISTEN", &format!("127.0.0.1:{}", self.port))
            .with("VESTIBULE_PUBLIC_URL", &self.public_url)
            .with("VESTIBULE_TRUSTED_PROXIES", "127.0.0.1")
            .with("RUST_LOG", "error")
    }
}
