//! PostgreSQL's server became a standby: it answers, and accepts no changes.

use std::{
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use diesel::{Connection as _, PgConnection, connection::SimpleConnection as _};
use url::Url;
use vestibule::store::{Conn, DbConnection, POOL_SIZE, StoreError};

use crate::support::{people, portal::TestPortal};

/// A barrier for all holders of a connection, half a minute at most.
#[derive(Default)]
struct Meeting {
    arrived: Mutex<u32>,
    changed: Condvar,
}

impl Meeting {
    /// Waits until `count` have arrived; the same holder may count more than once.
    fn wait_for(&self, count: u32) {
        let mut arrived = self.arrived.lock().unwrap();
        *arrived += 1;
        self.changed.notify_all();
        let waited = self
            .changed
            .wait_timeout_while(arrived, Duration::from_secs(30), |arrived| *arrived < count);
        assert!(!waited.unwrap().1.timed_out(), "not every connection was had");
    }
}

/// Sets whether a portal's server accepts changes, for new connections.
fn set_read_only(portal: &TestPortal, read_only: bool) {
    let cluster = std::env::var("VESTIBULE_TEST_POSTGRES").unwrap();
    let name = Url::parse(&portal.database_url()).unwrap().path()[1..].to_owned();
    PgConnection::establish(&cluster)
        .unwrap()
        .batch_execute(&format!(
            "ALTER DATABASE {name} SET default_transaction_read_only = {read_only}"
        ))
        .unwrap();
}

/// Makes every connection of a portal read-only, as after a demotion of their server. `meanwhile` runs while all of
/// them are held.
async fn demote_connections(portal: &TestPortal, meanwhile: impl FnOnce()) {
    let all = Arc::new(Meeting::default());
    let mut held = tokio::task::JoinSet::new();
    for _ in 0..POOL_SIZE {
        let (database, all) = (portal.services().database.clone(), all.clone());
        held.spawn(async move {
            let demote = move |conn: &mut Conn| {
                all.wait_for(POOL_SIZE + 1);
                let DbConnection::Postgres(conn) = &mut **conn else {
                    unreachable!("on PostgreSQL")
                };
                conn.batch_execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")?;
                all.wait_for(2 * (POOL_SIZE + 1));
                Ok(())
            };
            database.run_patiently::<_, StoreError, _>(demote).await
        });
    }
    let wait_for = async |count| {
        let all = all.clone();
        tokio::task::spawn_blocking(move || all.wait_for(count))
            .await
            .unwrap();
    };
    wait_for(POOL_SIZE + 1).await;
    meanwhile();
    wait_for(2 * (POOL_SIZE + 1)).await;
    while let Some(demoted) = held.join_next().await {
        demoted.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_take_no_changes_any_more_cost_nobody_a_page() {
    let portal = TestPortal::on_postgres();
    let (alice, mut inside) = people::main_account_with_totp(&portal).await;
    portal.wait(30);
    demote_connections(&portal, || {}).await;
    alice.sign_in(&portal).await;
    assert_eq!(inside.open("/account").await.status, 200);
    assert_eq!(portal.visitor().open("/readyz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_takes_no_changes_is_not_ready_until_it_does() {
    let portal = TestPortal::on_postgres();
    let (alice, _) = people::main_account_with_totp(&portal).await;
    portal.wait(30);
    let mut guest = portal.visitor();
    guest.open("/login").await;
    demote_connections(&portal, || set_read_only(&portal, true)).await;
    let mut machine = portal.visitor();
    assert_eq!(machine.open("/readyz").await.status, 503);
    assert_eq!(machine.open("/healthz").await.status, 200);
    guest
        .fill("username", &alice.username)
        .fill("password", &alice.password);
    let page = guest.press("Sign in").await;
    assert_eq!(page.status, 503, "{page:?}");
    assert!(!page.text().contains("not right"), "{page:?}");

    set_read_only(&portal, false);
    for _ in 0..100 {
        if machine.open("/readyz").await.status == 200 {
            alice.sign_in(&portal).await;
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it does not come back");
}
