//! PostgreSQL is killed, is unavailable for a while, or holds connections without an answer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::net::{TcpListener, TcpStream};
use url::Url;
use vestibule::store::Location;

use super::{report, rounds};
use crate::{
    security::raw_database::RawDatabase,
    support::{people, portal::TestPortal},
};

const OPEN: u8 = 0;
const KILLED: u8 = 1;
const SILENT: u8 = 2;

/// The proxy between a portal and its database.
struct Wire {
    port: u16,
    state: Arc<AtomicU8>,
}

impl Wire {
    async fn to(target: String) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(AtomicU8::new(OPEN));
        let now = state.clone();
        tokio::spawn(async move {
            while let Ok((inside, _)) = listener.accept().await {
                // A killed server resets new connections.
                if now.load(Ordering::SeqCst) == KILLED {
                    inside.set_zero_linger().unwrap();
                    continue;
                }
                tokio::spawn(carry(inside, target.clone(), now.clone()));
            }
        });
        Self { port, state }
    }

    fn set(&self, state: u8) {
        self.state.store(state, Ordering::SeqCst);
    }
}

async fn carry(mut inside: TcpStream, target: String, state: Arc<AtomicU8>) {
    let Ok(mut outside) = TcpStream::connect(target).await else {
        return;
    };
    let watch = async {
        while state.load(Ordering::SeqCst) == OPEN {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        _ = tokio::io::copy_bidirectional(&mut inside, &mut outside) => {}
        () = watch => {}
    }
    if state.load(Ordering::SeqCst) == KILLED {
        inside.set_zero_linger().unwrap();
        return;
    }
    // No answer and no end of the connection, until it is back.
    while state.load(Ordering::SeqCst) == SILENT {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn goes_away(how: u8, name: &str, away: Duration) {
    let portal = TestPortal::on_postgres();
    let (alice, _) = people::main_account_with_totp(&portal).await;
    let url = Url::parse(&portal.database_url()).unwrap();
    let target = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap());
    let wire = Wire::to(target).await;
    let mut through = url.clone();
    through.set_port(Some(wire.port)).unwrap();
    let portal = portal
        .rebuilt(|settings| settings.database = Location::parse(through.as_str()).unwrap())
        .await;
    let mut inside = alice.sign_in(&portal).await;
    let mut guest = portal.visitor();
    guest.open("/login").await;
    let token = guest.page().field_value("csrf").unwrap();
    let counters = |raw_database: &mut RawDatabase| {
        raw_database.lines("SELECT subject || failures AS line FROM throttles")
    };
    let before = counters(&mut RawDatabase::of(&portal));

    wire.set(how);
    // The open connections notice within a few milliseconds.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let begun = Instant::now();
    let (mut asked, mut slowest) = (0, Duration::ZERO);
    while begun.elapsed() < away {
        let asking = Instant::now();
        let page = inside.open("/account").await;
        slowest = slowest.max(asking.elapsed());
        assert_eq!(page.status, 503, "{name}: {page:?}");
        let asking = Instant::now();
        let fields = [
            ("csrf", token.as_str()),
            ("username", "alice"),
            ("password", "wrong"),
        ];
        let page = guest
            .request(reqwest::Method::POST, "/login")
            .like_a_form("same-origin")
            .form(&fields)
            .send()
            .await;
        slowest = slowest.max(asking.elapsed());
        assert_eq!(page.status, 503, "{name}: {page:?}");
        assert!(!page.text().contains("not right"), "{name}");
        asked += 2;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!(
        counters(&mut RawDatabase::of(&portal)),
        before,
        "{name}: a counter moved"
    );

    wire.set(OPEN);
    let back = Instant::now();
    while inside.open("/account").await.status != 200 {
        assert!(
            back.elapsed() < Duration::from_secs(30),
            "{name}: it does not come back"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let back = back.elapsed();
    alice.sign_in(&portal).await;
    report(
        name,
        &format!("{} s, {asked} requests", away.as_secs()),
        &format!(
            "503 after {} ms at the most; no counter moved; back after {} ms without a restart",
            slowest.as_millis(),
            back.as_millis()
        ),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_is_killed_is_said_and_comes_back() {
    let seconds = rounds(2, 60);
    goes_away(
        KILLED,
        "PostgreSQL killed and away",
        Duration::from_secs(seconds as u64),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_falls_silent_is_said_and_comes_back() {
    let seconds = rounds(2, 60);
    goes_away(
        SILENT,
        "PostgreSQL silent, connections open",
        Duration::from_secs(seconds as u64),
    )
    .await;
}
