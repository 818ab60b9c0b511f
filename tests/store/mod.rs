//! What lies beneath: the schema, going up and down.

use vestibule::store::{Database, Location, accounts};

use crate::support::{house::on_both_databases, people};

on_both_databases! {
    async fn every_migration_goes_down_and_up_again(house) {
        people::main_account_with_totp(&house).await;
        let location = Location::parse(&house.database_url()).unwrap();
        tokio::task::spawn_blocking(move || {
            Database::revert_all(&location).unwrap();
            let database = Database::open(&location).unwrap();
            assert!(!database.run_blocking(accounts::any).unwrap());
        })
        .await
        .unwrap();
    }

    async fn two_accounts_never_share_a_name(house) {
        let add = |name: &'static str| {
            let services = house.services().clone();
            tokio::spawn(async move {
                let name = vestibule::domain::account::Username::parse(name).unwrap();
                let email = vestibule::domain::account::Email::parse("a@example.com").unwrap();
                vestibule::flows::administer::add(&services, name, email, None, people::PASSWORD).await.is_ok()
            })
        };
        let added: Vec<_> = ["alice", "ALICE", "Alice", "\u{ff21}lice", "aLICE", "alicE", "ALice", "alIce"].map(add).into();
        let mut made = 0;
        for adding in added {
            made += usize::from(adding.await.unwrap());
        }
        assert_eq!(made, 1);
    }
}
