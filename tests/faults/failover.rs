//! PostgreSQL's server became a standby: it answers, and takes no changes.

use std::{
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use diesel::{Connection as _, PgConnection, connection::SimpleConnection as _};
use url::Url;
use vestibule::store::{Conn, DbConnection, POOL_SIZE, StoreError};

use crate::support::{house::House, people};

/// Where all who hold a connection wait for each other, half a minute at most.
#[derive(Default)]
struct Meeting {
    arrived: Mutex<u32>,
    changed: Condvar,
}

impl Meeting {
    /// Waits until `count` have come, one and the same more than once.
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

/// Sets whether a house's server takes changes, for connections that are made from now on.
fn set_read_only(house: &House, read_only: bool) {
    let cluster = std::env::var("VESTIBULE_TEST_POSTGRES").unwrap();
    let name = Url::parse(&house.database_url()).unwrap().path()[1..].to_owned();
    PgConnection::establish(&cluster)
        .unwrap()
        .batch_execute(&format!(
            "ALTER DATABASE {name} SET default_transaction_read_only = {read_only}"
        ))
        .unwrap();
}

/// Makes every connection of a house read-only, as they are after their server was demoted. What
/// `meanwhile` does is done while all of them are in hand.
async fn demote_connections(house: &House, meanwhile: impl FnOnce()) {
    let all = Arc::new(Meeting::default());
    let mut held = tokio::task::JoinSet::new();
    for _ in 0..POOL_SIZE {
        let (database, all) = (house.services().database.clone(), all.clone());
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
    let house = House::on_postgres();
    let (alice, mut inside) = people::main_account_with_totp(&house).await;
    house.wait(30);
    demote_connections(&house, || {}).await;
    alice.sign_in(&house).await;
    assert_eq!(inside.open("/account").await.status, 200);
    assert_eq!(house.visitor().open("/readyz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_takes_no_changes_is_not_ready_until_it_does() {
    let house = House::on_postgres();
    let (alice, _) = people::main_account_with_totp(&house).await;
    house.wait(30);
    let mut guest = house.visitor();
    guest.open("/login").await;
    demote_connections(&house, || set_read_only(&house, true)).await;
    let mut machine = house.visitor();
    assert_eq!(machine.open("/readyz").await.status, 503);
    assert_eq!(machine.open("/healthz").await.status, 200);
    guest
        .fill("username", &alice.username)
        .fill("password", &alice.password);
    let page = guest.press("Sign in").await;
    assert_eq!(page.status, 503, "{page:?}");
    assert!(!page.text().contains("not right"), "{page:?}");

    set_read_only(&house, false);
    for _ in 0..100 {
        if machine.open("/readyz").await.status == 200 {
            alice.sign_in(&house).await;
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it does not come back");
}
