//! After a power cut everything starts at once, and the database last.

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    process::{Command, Stdio},
};

use tokio::net::{TcpListener, TcpStream};
use url::Url;

use crate::support::{
    postgres::PostgresDatabase,
    program::{Program, folder, free_port},
};

/// Forwards everything between a port and a database.
async fn carry(port: u16, target: SocketAddr) {
    let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    while let Ok((mut inside, _)) = listener.accept().await {
        tokio::spawn(async move {
            if let Ok(mut outside) = TcpStream::connect(target).await {
                let _ = tokio::io::copy_bidirectional(&mut inside, &mut outside).await;
            }
        });
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_up_later_is_waited_for_and_that_is_said() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    let direct = Url::parse(&database.url()).unwrap();
    let target = SocketAddr::new(
        direct.host_str().unwrap().parse().unwrap(),
        direct.port().unwrap(),
    );
    for arguments in [&["serve"][..], &["migrate"]] {
        let (port, listen) = (free_port(), free_port());
        let mut later = direct.clone();
        later.set_port(Some(port)).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args(arguments)
            .current_dir(&path)
            .env_clear()
            .env("DATABASE_URL", later.as_str())
            .env("VESTIBULE_KEY_FILE", "ring.key")
            .env("VESTIBULE_LISTEN", format!("127.0.0.1:{listen}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = said.next().unwrap().unwrap();
        assert!(
            line.contains("waiting for the database: database unavailable: "),
            "{line}"
        );
        let carrying = tokio::spawn(carry(port, target));
        let mut printed = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = printed.next().unwrap().unwrap();
        assert!(
            line.starts_with("Vestibule is running at ") || line == "The schema is up to date.",
            "{line}"
        );
        child.kill().unwrap();
        child.wait().unwrap();
        carrying.abort();
    }
}

#[test]
fn whoever_does_not_want_to_wait_is_told_at_once() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let away = format!("postgres://nobody@127.0.0.1:{}/nothing", free_port());
    for arguments in [&["serve", "--database-wait", "0"][..], &["account", "list"]] {
        let ended = Program::in_folder(&path, arguments)
            .with("DATABASE_URL", &away)
            .with("VESTIBULE_KEY_FILE", "ring.key")
            .run();
        assert_eq!(ended.status, 1, "{ended:?}");
        assert_eq!(ended.stderr.lines().count(), 1, "{ended:?}");
    }
}
