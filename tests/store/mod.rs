//! The schema, going up and down.

use vestibule::{
    domain::{account::UsernameKey, authenticator::password::PasswordHash},
    store::{Conn, Database, Location, StoreError, accounts, transaction},
};

use crate::support::{people, portal::on_both_databases};

on_both_databases! {
    async fn every_migration_goes_down_and_up_again(portal) {
        people::main_account_with_totp(&portal).await;
        let location = Location::parse(&portal.database_url()).unwrap();
        tokio::task::spawn_blocking(move || {
            Database::revert_all(&location).unwrap();
            let database = Database::open(&location).unwrap();
            assert!(!database.run_blocking(|conn| accounts::any(conn)).unwrap());
        })
        .await
        .unwrap();
    }

    async fn a_password_under_older_parameters_is_hashed_anew_at_sign_in(portal) {
        let (person, _) = people::main_account(&portal).await;
        let stored = move |conn: &mut Conn| accounts::by_key(conn, &UsernameKey::of("alice"));
        let database = &portal.services().database;
        let account = database.run(stored).await.unwrap().unwrap().account;
        // 8 MiB and one pass, as an older version might have used.
        let weaker = argon2::Params::new(8192, 1, 1, None).unwrap();
        let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, weaker);
        let mut out = [0; 32];
        argon2.hash_password_into(people::PASSWORD.as_bytes(), &[5; 16], &mut out).unwrap();
        let [salt, out] = [&[5; 16][..], &out].map(|bytes| data_encoding::BASE64_NOPAD.encode(bytes));
        let old = PasswordHash::stored(format!("$argon2id$v=19$m=8192,t=1,p=1${salt}${out}"));
        database.run(move |conn| accounts::set_password(conn, &account.id, &old, None)).await.unwrap();

        for _ in 0..2 {
            assert_eq!(person.give_password(&mut portal.visitor()).await.path, "/account");
            let now = database.run(stored).await.unwrap().unwrap().password;
            assert!(now.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", now.as_str());
        }
    }

    async fn an_instance_that_is_frozen_in_a_transaction_keeps_nobody_waiting_at_the_others(portal) {
        // A file has one writer, and a frozen writer blocks all.
        if !portal.is_on_postgres() {
            return;
        }
        people::main_account(&portal).await;
        let database = portal.services().database.clone();
        let known = |conn: &mut Conn| accounts::by_key(conn, &UsernameKey::of("alice"));
        let id = database.run(known).await.unwrap().unwrap().account.id;
        let (held, is_held) = std::sync::mpsc::channel();
        let frozen = tokio::task::spawn_blocking({
            let (database, id) = (database.clone(), id.clone());
            move || {
                database.run_blocking(|conn| transaction(conn, |tx| {
                    accounts::hold(tx, &id)?;
                    held.send(()).unwrap();
                    std::thread::sleep(std::time::Duration::from_secs(9));
                    accounts::hold(tx, &id)
                }))
            }
        });
        is_held.recv().unwrap();
        let other = database.run(move |conn| transaction(conn, |tx| accounts::hold(tx, &id))).await;
        assert!(other.is_ok(), "{other:?}");
        assert!(matches!(frozen.await.unwrap(), Err(StoreError::Unavailable(_))), "it is told, and goes on with nothing");
    }

    async fn two_accounts_never_share_a_name(portal) {
        let add = |name: &'static str| {
            let services = portal.services().clone();
            tokio::spawn(async move {
                let name = vestibule::domain::account::Username::parse(name).unwrap();
                let email = vestibule::domain::account::Email::parse("a@example.com").unwrap();
                let new = vestibule::flows::administer::NewAccount {
                    username: name, email, number: None,
                    main: None, manager: false, two_factor_required: false, language: None,
                };
                vestibule::flows::administer::add(&services, new, people::PASSWORD).await.is_ok()
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
