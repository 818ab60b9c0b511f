//! Whoever reads or rewrites the database: no secret stands in it, and none opens in
//! another place.

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

use super::{assert_headers, underneath::Underneath};
use crate::support::{
    house::{House, on_both_databases},
    people::{self, PASSWORD, Person},
    visitor::Visitor,
};

/// A second person with an authenticator.
async fn neighbour(house: &House) -> Person {
    let mut person = people::added_by_operator(house, "Bob").await;
    let mut visitor = person.sign_in(house).await;
    person.set_up_authenticator(house, &mut visitor).await;
    person
}

/// The ways in which somebody could have written bytes down.
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

fn account_settings(house: &House, key_file: PathBuf, may_be_created: bool) -> AccountSettings {
    AccountSettings {
        database: Location::parse(&house.database_url()).unwrap(),
        keys: KeyFile {
            path: key_file,
            may_be_created,
        },
        issuer: "Acme Panel".to_owned(),
        countries: CountryPrefixes::Everywhere,
        languages: Languages::built_in(),
    }
}

/// An account whose sealed key does not open: no way in, and no word of a wrong code.
async fn assert_closed(house: &House, person: &Person) {
    let mut visitor = house.visitor();
    let mut page = person.give_password(&mut visitor).await;
    if page.status == 200 {
        // The key is opened for a code, and not before.
        page = person.give_code(&mut visitor, &person.code(house)).await;
    }
    assert_eq!(page.status, 500, "{page:?}");
    assert_eq!(page.heading(), "Something went wrong on our side");
    assert_headers(&page, false);
    assert_eq!(visitor.open("/account").await.status, 303);
}

on_both_databases! {
    async fn no_secret_that_was_typed_or_shown_is_in_any_table(house) {
        let link = first_run::welcome_link(house.services()).await.unwrap().unwrap();
        let (person, mut visitor) = people::main_account_with_totp(&house).await;
        let mut canaries = vec![link.reveal().to_owned(), PASSWORD.to_owned(), person.code(&house)];
        house.wait(30);
        canaries.push(person.code(&house));
        let mut pending = house.visitor();
        person.give_password(&mut pending).await;
        canaries.push(pending.page().field_value("csrf").unwrap());
        visitor.open("/account/security").await;
        canaries.push(visitor.page().field_value("csrf").unwrap());

        // Typed in the wrong place, as happens: a password as a user name.
        let mut confused = house.visitor();
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
        let ring = std::fs::read_to_string(house.folder().join("vestibule.key")).unwrap();
        canaries.extend(ring.lines().filter_map(|line| line.split_once(' ')).map(|(_, key)| key.to_owned()));

        let everything = Underneath::of(&house).everything().join("\n");
        for canary in canaries.iter().filter(|canary| canary.len() > 5) {
            assert!(!everything.contains(canary.as_str()), "{canary} stands in the database");
        }
        if let Location::File(path) = Location::parse(&house.database_url()).unwrap() {
            for side in ["", "-wal"] {
                let bytes = std::fs::read(format!("{}{side}", path.display())).unwrap_or_default();
                let found = bytes.windows(key.len()).any(|window| window == key);
                assert!(!found, "the raw key stands in {}{side}", path.display());
                assert!(!String::from_utf8_lossy(&bytes).contains(PASSWORD));
            }
        }
    }

    async fn a_confirmed_key_is_never_shown_again(house) {
        let (person, mut visitor) = people::main_account_with_totp(&house).await;
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

    async fn a_sealed_key_opens_for_its_own_account_alone(house) {
        let (alice, _) = people::main_account_with_totp(&house).await;
        let bob = neighbour(&house).await;
        let mut underneath = Underneath::of(&house);
        let key_of = |name: &str| format!(
            "(SELECT sealed_key FROM totp_authenticators WHERE account_id = \
             (SELECT id FROM accounts WHERE username = '{name}'))"
        );
        let row_of = |name: &str| format!("account_id = (SELECT id FROM accounts WHERE username = '{name}')");
        underneath.execute(&format!(
            "UPDATE totp_authenticators SET sealed_key = {} WHERE {}",
            key_of("Bob"), row_of("Alice")
        ));
        assert_closed(&house, &alice).await;
        // Bob's own still opens.
        bob.sign_in(&house).await;

        // The whole row, moved to Alice, so that Bob's phone would open her account.
        underneath.execute(&format!("DELETE FROM totp_authenticators WHERE {}", row_of("Alice")));
        underneath.execute(&format!(
            "UPDATE totp_authenticators SET account_id = (SELECT id FROM accounts WHERE username = 'Alice') \
             WHERE {}",
            row_of("Bob")
        ));
        assert_closed(&house, &alice).await;
    }

    async fn a_damaged_key_or_hash_is_our_fault_and_opens_nothing(house) {
        let (alice, _) = people::main_account_with_totp(&house).await;
        let mut underneath = Underneath::of(&house);
        let mut pending = house.visitor();
        alice.give_password(&mut pending).await;
        house.wait(30);
        for damaged in ["''", "'x'", "'.'", "substr(sealed_key, 1, 30)", "sealed_key || 'AAAA'"] {
            underneath.execute("DELETE FROM throttles");
            underneath.execute(&format!("UPDATE totp_authenticators SET sealed_key = {damaged}"));
            assert_closed(&house, &alice).await;
            let mut copy: Visitor = pending.thief();
            let page = alice.give_code(&mut copy, &alice.code(&house)).await;
            assert_eq!(page.status, 500, "{damaged}: {page:?}");
        }
        underneath.execute("UPDATE accounts SET password_hash = '$argon2id$v=19$m=19456,t=2,p=1$x'");
        assert_closed(&house, &alice).await;
    }

    async fn another_key_ring_does_not_start(house) {
        people::main_account_with_totp(&house).await;
        let other = house.folder().join("other.key");
        keys::create(&other, &OsRandom).unwrap();
        let refused = app::services_for_accounts(&account_settings(&house, other.clone(), false));
        assert!(matches!(refused, Err(BuildError::ForeignKeys)));
        let lost = house.folder().join("lost.key");
        let refused = app::services_for_accounts(&account_settings(&house, lost.clone(), false));
        assert!(matches!(refused, Err(BuildError::Keys(_))));
        assert!(!lost.exists());
        // The newest key may be another one, as long as the old one is there.
        let both = house.folder().join("both.key");
        let rings = ["vestibule.key", "other.key"]
            .map(|name| std::fs::read_to_string(house.folder().join(name)).unwrap());
        std::fs::write(&both, rings.concat()).unwrap();
        std::fs::set_permissions(&both, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(app::services_for_accounts(&account_settings(&house, both, false)).is_ok());
    }

    async fn the_files_are_their_owner_s_alone(house) {
        people::main_account(&house).await;
        for name in ["vestibule.key", "vestibule.db", "vestibule.db-wal", "vestibule.db-shm"] {
            let path = house.folder().join(name);
            if let Ok(file) = std::fs::metadata(&path) {
                assert_eq!(file.permissions().mode() & 0o777, 0o600, "{name}");
            }
        }
    }
}
