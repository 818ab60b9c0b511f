//! The attacker reads or rewrites the database: no secret is readable in it, and none opens in another place.

use std::{os::unix::fs::PermissionsExt as _, path::PathBuf};

use data_encoding::{BASE32_NOPAD, BASE64, BASE64URL_NOPAD, HEXLOWER};
use vestibule::{
    app::{self, BuildError},
    config::{
        AccountSettings,
        keys::{self, KeyFile},
    },
    domain::{phone_number::CountryPrefixes, random::OsRandom},
    flows::first_run,
    store::Location,
    text::Languages,
};

use super::{assert_headers, raw_database::RawDatabase};
use crate::support::{
    people::{self, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

/// A second person with an authenticator.
async fn neighbour(portal: &TestPortal) -> Person {
    let mut person = people::added_by_operator(portal, "Bob").await;
    let mut visitor = person.sign_in(portal).await;
    person.set_up_authenticator(portal, &mut visitor).await;
    person
}

/// The encodings in which bytes could have been stored.
fn spellings(bytes: &[u8]) -> Vec<String> {
    vec![
        BASE32_NOPAD.encode(bytes),
        BASE32_NOPAD.encode(bytes).to_lowercase(),
        BASE64.encode(bytes),
        BASE64URL_NOPAD.encode(bytes),
        HEXLOWER.encode(bytes),
        HEXLOWER.encode(bytes).to_uppercase(),
    ]
}

fn account_settings(portal: &TestPortal, key_file: PathBuf, may_be_created: bool) -> AccountSettings {
    AccountSettings {
        database: Location::parse(&portal.database_url()).unwrap(),
        keys: KeyFile {
            path: key_file,
            may_be_created,
        },
        issuer: "Acme Panel".to_owned(),
        countries: CountryPrefixes::Everywhere,
        languages: Languages::built_in(),
    }
}

/// An account whose sealed key does not open: no sign-in, and no claim that the code is wrong.
async fn assert_closed(portal: &TestPortal, person: &Person) {
    let mut visitor = portal.visitor();
    let mut page = person.give_password(&mut visitor).await;
    if page.status == 200 {
        // The key is opened for a code, and not before.
        page = person.give_code(&mut visitor, &person.code(portal)).await;
    }
    assert_eq!(page.status, 500, "{page:?}");
    assert_eq!(page.heading(), "Something went wrong on our side");
    assert_headers(&page, false);
    assert_eq!(visitor.open("/account").await.status, 303);
}

on_both_databases! {
    async fn no_secret_that_was_typed_or_shown_is_in_any_table(portal) {
        let link = first_run::welcome_link(portal.services()).await.unwrap().unwrap();
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        let mut canaries = vec![link.reveal().to_owned(), PASSWORD.to_owned(), person.code(&portal)];
        portal.wait(30);
        canaries.push(person.code(&portal));
        let mut pending = portal.visitor();
        person.give_password(&mut pending).await;
        canaries.push(pending.page().field_value("csrf").unwrap());
        visitor.open("/account/security").await;
        canaries.push(visitor.page().field_value("csrf").unwrap());

        // Typed in the wrong field, as happens: a password as a user name.
        let mut confused = portal.visitor();
        confused.open("/login").await;
        confused.fill("username", "velvet orbit cactus").fill("password", "another wrong canary");
        confused.press("Sign in").await;
        canaries.extend(["velvet orbit cactus".to_owned(), "another wrong canary".to_owned()]);
        person.give_code(&mut pending, "135790").await;
        canaries.push("135790".to_owned());

        for browser in [&visitor, &pending] {
            for cookie in browser.cookies() {
                canaries.push(cookie.value.clone());
                canaries.push(cookie.value.rsplit(['=', 'D']).next().unwrap().to_owned());
            }
        }
        let key = BASE32_NOPAD.decode(person.phone.as_ref().unwrap().secret.as_bytes()).unwrap();
        assert_eq!(key.len(), 10);
        canaries.extend(spellings(&key));
        canaries.extend(spellings(PASSWORD.as_bytes()));
        let ring = std::fs::read_to_string(portal.folder().join("vestibule.key")).unwrap();
        canaries.extend(ring.lines().filter_map(|line| line.split_once(' ')).map(|(_, key)| key.to_owned()));

        let everything = RawDatabase::of(&portal).everything().join("\n");
        for canary in canaries.iter().filter(|canary| canary.len() > 5) {
            assert!(!everything.contains(canary.as_str()), "{canary} stands in the database");
        }
        if let Location::File(path) = Location::parse(&portal.database_url()).unwrap() {
            for side in ["", "-wal"] {
                let bytes = std::fs::read(format!("{}{side}", path.display())).unwrap_or_default();
                let found = bytes.windows(key.len()).any(|window| window == key);
                assert!(!found, "the raw key stands in {}{side}", path.display());
                assert!(!String::from_utf8_lossy(&bytes).contains(PASSWORD));
            }
        }
    }

    async fn a_confirmed_key_is_never_shown_again(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        let secret = person.phone.as_ref().unwrap().secret.clone();
        for path in [
            "/account", "/account/details", "/account/security", "/account/security/manage",
            "/account/security/authenticator", "/help", "/account/confirm",
        ] {
            let page = visitor.open(path).await;
            assert_eq!(page.status, 200, "{path}");
            for key in [secret.clone(), secret[..4].to_owned() + "</span> <span>" + &secret[4..8]] {
                assert!(!page.html.contains(&key), "{path}");
            }
        }
    }

    async fn a_sealed_key_opens_for_its_own_account_alone(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let bob = neighbour(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        let key_of = |name: &str| format!(
            "(SELECT sealed_key FROM totp_authenticators WHERE account_id = \
             (SELECT id FROM accounts WHERE username = '{name}'))"
        );
        let row_of = |name: &str| format!("account_id = (SELECT id FROM accounts WHERE username = '{name}')");
        raw_database.execute(&format!(
            "UPDATE totp_authenticators SET sealed_key = {} WHERE {}",
            key_of("Bob"), row_of("Alice")
        ));
        assert_closed(&portal, &alice).await;
        // Bob's own still opens.
        bob.sign_in(&portal).await;

        // The whole row, moved to Alice, so that Bob's phone would open her account.
        raw_database.execute(&format!("DELETE FROM totp_authenticators WHERE {}", row_of("Alice")));
        raw_database.execute(&format!(
            "UPDATE totp_authenticators SET account_id = (SELECT id FROM accounts WHERE username = 'Alice') \
             WHERE {}",
            row_of("Bob")
        ));
        assert_closed(&portal, &alice).await;
    }

    async fn a_damaged_key_or_hash_is_our_fault_and_opens_nothing(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        let mut pending = portal.visitor();
        alice.give_password(&mut pending).await;
        portal.wait(30);
        for damaged in ["''", "'x'", "'.'", "substr(sealed_key, 1, 30)", "sealed_key || 'AAAA'"] {
            raw_database.execute("DELETE FROM throttles");
            raw_database.execute(&format!("UPDATE totp_authenticators SET sealed_key = {damaged}"));
            assert_closed(&portal, &alice).await;
            let mut copy: Visitor = pending.thief();
            let page = alice.give_code(&mut copy, &alice.code(&portal)).await;
            assert_eq!(page.status, 500, "{damaged}: {page:?}");
        }
        raw_database.execute("UPDATE accounts SET password_hash = '$argon2id$v=19$m=19456,t=2,p=1$x'");
        assert_closed(&portal, &alice).await;
    }

    async fn another_key_ring_does_not_start(portal) {
        people::main_account_with_totp(&portal).await;
        let other = portal.folder().join("other.key");
        keys::create(&other, &OsRandom).unwrap();
        let refused = app::services_for_accounts(&account_settings(&portal, other.clone(), false));
        assert!(matches!(refused, Err(BuildError::ForeignKeys)));
        let lost = portal.folder().join("lost.key");
        let refused = app::services_for_accounts(&account_settings(&portal, lost.clone(), false));
        assert!(matches!(refused, Err(BuildError::Keys(_))));
        assert!(!lost.exists());
        // The newest key may be another one, as long as the old one is available.
        let both = portal.folder().join("both.key");
        let rings = ["vestibule.key", "other.key"]
            .map(|name| std::fs::read_to_string(portal.folder().join(name)).unwrap());
        std::fs::write(&both, rings.concat()).unwrap();
        std::fs::set_permissions(&both, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(app::services_for_accounts(&account_settings(&portal, both, false)).is_ok());
    }

    async fn the_files_are_their_owner_s_alone(portal) {
        people::main_account(&portal).await;
        for name in ["vestibule.key", "vestibule.db", "vestibule.db-wal", "vestibule.db-shm"] {
            let path = portal.folder().join(name);
            if let Ok(file) = std::fs::metadata(&path) {
                assert_eq!(file.permissions().mode() & 0o777, 0o600, "{name}");
            }
        }
    }
}
