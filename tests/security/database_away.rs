//! Behaviour while the database is unavailable: nobody is told that their password is wrong, nothing is counted,
//! nobody is signed in, and everything continues when it is back.

use std::time::{Duration, Instant};

use diesel::{Connection as _, PgConnection, connection::SimpleConnection as _};
use url::Url;

use super::{FORM, SESSION, assert_proper, csrf, encoded, is_inside, raw_database::RawDatabase};
use crate::support::{
    page::Page,
    people::{self, PASSWORD},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

fn assert_away(page: &Page, what: &str) {
    assert_eq!(page.status, 503, "{what}: {page:?}");
    assert_eq!(page.header("retry-after"), Some("5"), "{what}");
    assert_proper(page);
    assert_eq!(page.heading(), "Back in a moment", "{what}");
    let text = page.text();
    assert!(
        text.contains("There is nothing wrong with your password or your codes"),
        "{what}: {text}"
    );
    assert!(text.contains("Quote reference"), "{what}: {text}");
    assert_eq!(page.select("form.language button").len(), 1, "{what}");
    assert!(!text.contains("not right"), "{what}: {text}");
}

async fn assert_health(portal: &TestPortal, ready: u16) {
    let mut machine = portal.visitor();
    assert_eq!(machine.open("/healthz").await.status, 200);
    assert_eq!(machine.open("/readyz").await.status, ready);
}

/// People at every form that asks for a secret, each with the form that they send.
struct Queue {
    guest: (Visitor, String),
    pending: (Visitor, String),
    inside: (Visitor, String),
}

impl Queue {
    async fn of(portal: &TestPortal) -> Self {
        let (person, mut inside) = people::main_account_with_totp(portal).await;
        portal.wait(30);
        let mut pending = portal.visitor();
        person.give_password(&mut pending).await;
        let token = pending.page().field_value("csrf").unwrap();
        let code = encoded(&[("csrf", &token), ("code", &person.code(portal))]);
        let mut guest = portal.visitor();
        let token = csrf(&mut guest, "/login").await;
        let password = [
            ("csrf", &*token),
            ("username", &person.username),
            ("password", PASSWORD),
        ];
        let token = csrf(&mut inside, "/account/confirm").await;
        let again = encoded(&[("csrf", &token), ("password", PASSWORD)]);
        Self {
            guest: (guest, encoded(&password)),
            pending: (pending, code),
            inside: (inside, again),
        }
    }

    /// All of them send their form.
    async fn submit(&self) -> [Page; 3] {
        let send = async |(visitor, body): &(Visitor, String), path: &str| {
            visitor.thief().submit_raw(path, body.clone(), &[FORM]).await
        };
        let (guest, pending, inside) = tokio::join!(
            send(&self.guest, "/login"),
            send(&self.pending, "/login/code"),
            send(&self.inside, "/account/confirm"),
        );
        [guest, pending, inside]
    }

    /// The same forms succeed when they are sent again.
    async fn assert_all_get_in(&self) {
        let [guest, pending, inside] = self.submit().await;
        assert_eq!(guest.location(), Some("/login/code"), "{guest:?}");
        assert_eq!(pending.location(), Some("/account"), "{pending:?}");
        assert_eq!(inside.location(), Some("/account"), "{inside:?}");
    }
}

/// A PostgreSQL database that refuses connections, with all existing ones closed.
struct ClosedDatabase {
    cluster: PgConnection,
    name: String,
}

impl ClosedDatabase {
    fn close(portal: &TestPortal) -> Self {
        let url = std::env::var("VESTIBULE_TEST_POSTGRES").unwrap();
        let name = Url::parse(&portal.database_url()).unwrap().path()[1..].to_owned();
        let mut closed = Self {
            cluster: PgConnection::establish(&url).unwrap(),
            name,
        };
        closed.allow(false);
        closed.throw_everybody_out();
        closed
    }

    fn allow(&mut self, allowed: bool) {
        let sql = format!("ALTER DATABASE {} ALLOW_CONNECTIONS {allowed}", self.name);
        self.cluster.batch_execute(&sql).unwrap();
    }

    fn throw_everybody_out(&mut self) {
        let sql = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
            self.name
        );
        self.cluster.batch_execute(&sql).unwrap();
    }
}

#[tokio::test]
async fn a_postgres_that_went_away_is_no_wrong_password() {
    let portal = TestPortal::on_postgres();
    let queue = Queue::of(&portal).await;
    let before = RawDatabase::of(&portal).everything();
    let mut closed = ClosedDatabase::close(&portal);
    let began = Instant::now();
    for page in queue.submit().await {
        assert_away(&page, "a form");
    }
    assert!(began.elapsed() < Duration::from_secs(6), "{:?}", began.elapsed());
    let mut inside = queue.inside.0.thief();
    for path in ["/account", "/account/security/authenticator", "/nothing"] {
        assert_away(&inside.open(path).await, path);
    }
    assert_health(&portal, 503).await;
    // The sign-in page needs no database for visitors without a session.
    assert_eq!(portal.visitor().open("/login").await.status, 200);

    closed.allow(true);
    assert_eq!(
        RawDatabase::of(&portal).everything(),
        before,
        "something was counted or ended"
    );
    let mut visitor = portal.visitor();
    for _ in 0..50 {
        if visitor.open("/readyz").await.status == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_health(&portal, 200).await;
    queue.assert_all_get_in().await;
}

#[tokio::test]
async fn connections_that_died_overnight_cost_nobody_a_page() {
    let portal = TestPortal::on_postgres();
    let (_, mut visitor) = people::main_account(&portal).await;
    let mut closed = ClosedDatabase::close(&portal);
    closed.allow(true);
    closed.throw_everybody_out();
    for _ in 0..10 {
        assert!(is_inside(&mut visitor).await);
    }
}

#[tokio::test]
async fn a_locked_sqlite_is_no_wrong_password() {
    let portal = TestPortal::on_sqlite();
    let queue = Queue::of(&portal).await;
    let mut raw_database = RawDatabase::of(&portal);
    let before = raw_database.everything();
    raw_database.execute("BEGIN IMMEDIATE");
    let began = Instant::now();
    for page in queue.submit().await {
        assert_away(&page, "a form");
    }
    let waited = began.elapsed();
    assert!((4..10).contains(&waited.as_secs()), "{waited:?}");
    // Reading needs no lock.
    let mut inside = queue.inside.0.thief();
    for path in [
        "/account",
        "/account/details",
        "/account/security",
        "/account/security/manage",
    ] {
        assert_eq!(inside.open(path).await.status, 200, "{path}");
    }
    assert_health(&portal, 200).await;
    raw_database.execute("ROLLBACK");
    assert_eq!(
        raw_database.everything(),
        before,
        "something was counted or ended"
    );
    queue.assert_all_get_in().await;
}

on_both_databases! {
    async fn a_database_without_its_tables_is_away(portal) {
        let queue = Queue::of(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        for (table, away) in [("accounts", "accounts_away"), ("throttles", "throttles_away")] {
            raw_database.execute(&format!("ALTER TABLE {table} RENAME TO {away}"));
            for page in queue.submit().await {
                assert_away(&page, table);
            }
            if table == "accounts" {
                assert_health(&portal, 503).await;
            }
            raw_database.execute(&format!("ALTER TABLE {away} RENAME TO {table}"));
        }
        raw_database.execute("ALTER TABLE sessions RENAME TO sessions_away");
        let [guest, pending, inside] = queue.submit().await;
        assert_away(&pending, "no sessions");
        assert_away(&inside, "no sessions");
        assert_away(&guest, "no sessions");
        let mut thief = queue.guest.0.thief();
        assert!(thief.cookie(SESSION).is_none());
        raw_database.execute("ALTER TABLE sessions_away RENAME TO sessions");
        assert!(!is_inside(&mut thief).await);
    }
}
