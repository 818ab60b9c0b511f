//! `vestibule keys`, and what the program does without the right key ring.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        people,
        portal::{TestPortal, on_both_databases},
        program::{Outcome, Program, folder},
    },
};

/// Runs a command on a portal's own database and key ring, while the portal is open.
fn command(portal: &TestPortal, arguments: &[&str]) -> Outcome {
    Program::in_folder(portal.folder(), arguments)
        .with("DATABASE_URL", &portal.database_url())
        .with("VESTIBULE_KEY_FILE", "vestibule.key")
        .run()
}

on_both_databases! {
    async fn a_ring_is_rotated_while_people_sign_in(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut theirs = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut theirs).await;
        let old = std::fs::read_to_string(portal.folder().join("vestibule.key")).unwrap();
        let sealed = || RawDatabase::of(&portal).lines("SELECT sealed_key AS line FROM totp_authenticators");
        let before = sealed();

        let rotated = command(&portal, &["keys", "rotate"]);
        assert_eq!(rotated.status, 0, "{rotated:?}");
        assert!(rotated.stdout.contains("re-encrypted 2 authenticator keys"), "{rotated:?}");
        let ring = std::fs::read_to_string(portal.folder().join("vestibule.key")).unwrap();
        assert!(ring.starts_with(&old), "the old keys stay: other secrets are derived from the first");
        let newest = ring.lines().last().unwrap().split_once(' ').unwrap().0.to_owned();
        assert!(rotated.stdout.contains(&newest));
        for (row, was) in sealed().iter().zip(before) {
            assert!(row.starts_with(&format!("{newest}.")), "{row}");
            assert!(!was.starts_with(&format!("{newest}.")));
        }
        assert_eq!(
            std::fs::metadata(portal.folder().join("vestibule.key")).unwrap().permissions().mode() & 0o777,
            0o600
        );

        // The running portal loads the new key by itself, and still opens what it sealed before.
        alice.sign_in(&portal).await;
        bob.sign_in(&portal).await;
        assert_eq!(command(&portal, &["keys", "rotate"]).status, 0, "again");
        let portal = portal.rebuilt(|_| {}).await;
        alice.sign_in(&portal).await;
        let checked = command(&portal, &["check"]);
        assert_eq!(checked.status, 0, "{checked:?}");

        // A backup from before does not open this database, and an error says so.
        std::fs::write(portal.folder().join("vestibule.key"), old).unwrap();
        let refused = command(&portal, &["check"]);
        assert_eq!(refused.status, 1);
        assert!(refused.stderr.contains("does not belong to this database"), "{refused:?}");
    }

    async fn the_log_and_the_rules_are_looked_at_by_command(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        alice.sign_in(&portal).await;
        let verified = command(&portal, &["activity", "verify"]);
        assert_eq!(verified.status, 0, "{verified:?}");
        let marks = command(&portal, &["activity", "marks"]);
        assert!(marks.stdout.starts_with("# vestibule activity marks, 20") && marks.stdout.lines().count() == 3, "{marks:?}");
        let kept = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(kept.path(), &marks.stdout).unwrap();
        let path = kept.path().to_str().unwrap();
        assert_eq!(command(&portal, &["activity", "verify", "--since", path]).status, 0);
        std::fs::write(kept.path(), marks.stdout.replace("front-door 0 -", "front-door 7 forged")).unwrap();
        let cut_off = command(&portal, &["activity", "verify", "--since", path]);
        assert_eq!(cut_off.status, 1);
        assert_eq!(cut_off.stdout, "chain front-door: entry 7, which an earlier mark lists, is missing or was modified\n");
        std::fs::write(kept.path(), "nonsense").unwrap();
        let malformed = command(&portal, &["activity", "verify", "--since", path]);
        assert!(malformed.stderr.ends_with("line 1 is not in the form CHAIN NUMBER DIGEST\n"), "{malformed:?}");
        assert!(verified.stdout.starts_with("Verified ") && verified.stdout.ends_with(" entries in 2 chains.\n"), "{verified:?}");
        let checked = command(&portal, &["check"]);
        assert_eq!((checked.status, checked.stdout.as_str()), (0, "All 29 checks passed.\n"));

        let mut raw_database = RawDatabase::of(&portal);
        raw_database.execute("DELETE FROM recovery_codes WHERE used_at IS NULL");
        raw_database.execute("UPDATE totp_authenticators SET sealed_key = 'a.b'");
        match &raw_database {
            RawDatabase::Sqlite(_) => raw_database.execute("DROP TRIGGER security_events_never_change"),
            RawDatabase::Postgres(_) => raw_database.execute("DROP TRIGGER security_events_stay ON security_events"),
        }
        raw_database.execute("UPDATE security_events SET actor = 'operator' WHERE sequence = 3");
        let chain = raw_database.lines("SELECT id AS line FROM accounts").remove(0);
        let broken = format!("chain {chain}: entry 3 was modified, or the entry before it is missing");
        let checked = command(&portal, &["check"]);
        assert_eq!(checked.status, 1);
        for finding in [
            "account with an authenticator has recovery codes: 1 rows violate this rule",
            "authenticator keys can be decrypted with the key ring: 1 keys cannot be decrypted",
            &format!("activity log integrity: {broken}"),
        ] {
            assert!(checked.stdout.contains(finding), "{finding}: {checked:?}");
        }
        assert_eq!(checked.stderr, "vestibule: 3 of 29 checks failed\n");
        let verified = command(&portal, &["activity", "verify"]);
        assert_eq!(verified.status, 1);
        assert_eq!(verified.stdout, format!("{broken}\n"));
        assert_eq!(verified.stderr, "vestibule: the activity log was tampered with: verification failed for 1 of 2 chains\n");
        assert_eq!(visitor.open("/account").await.status, 200);
    }
}

#[test]
fn a_key_file_that_others_can_read_is_refused() {
    let (_kept, folder) = folder();
    let list = || Program::in_folder(&folder, &["account", "list"]).run();
    assert_eq!(list().status, 0);
    let file = folder.join("vestibule.key");
    // A file owned by root may be a secret that is mounted for one service.
    if file.metadata().unwrap().uid() == 0 {
        std::os::unix::fs::chown(&file, Some(65534), None).unwrap();
    }
    for (mode, status) in [
        (0o644, 1),
        (0o640, 1),
        (0o660, 1),
        (0o604, 1),
        (0o700, 1),
        (0o400, 0),
        (0o600, 0),
    ] {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
        let listed = list();
        assert_eq!(listed.status, status, "{mode:o}: {listed:?}");
        if status == 1 {
            assert_eq!(
                listed.stderr,
                format!(
                    "vestibule: the key file vestibule.key is accessible by other users (mode {mode:o}); \
                     run chmod 600 vestibule.key, or if it is mounted as a secret, mount it with mode 0440 \
                     or 0400\n"
                )
            );
        }
    }
}

#[test]
fn a_new_key_ring_is_its_owner_s_alone_and_overwrites_nothing() {
    let (_kept, folder) = folder();
    let made = Program::in_folder(&folder, &["keys", "new", "ring.key"]).run();
    assert_eq!((made.status, made.stdout.as_str()), (0, "ring.key\n"), "{made:?}");
    let file = folder.join("ring.key");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let before = std::fs::read_to_string(&file).unwrap();
    let again = Program::in_folder(&folder, &["keys", "new", "ring.key"]).run();
    assert_eq!(again.status, 1);
    assert_eq!(
        again.stderr,
        "vestibule: ring.key already exists and was not overwritten\n"
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        1,
        "nothing else is left behind"
    );
}

#[test]
fn the_files_of_a_first_run_are_their_owner_s_alone() {
    let (_kept, folder) = folder();
    assert_eq!(Program::in_folder(&folder, &["account", "list"]).run().status, 0);
    for file in ["vestibule.db", "vestibule.key"] {
        assert_eq!(
            folder.join(file).metadata().unwrap().permissions().mode() & 0o777,
            0o600,
            "{file}"
        );
    }
}

#[test]
fn another_key_ring_and_a_missing_one_refuse_to_start() {
    let (_kept, folder) = folder();
    let list = || Program::in_folder(&folder, &["account", "list"]).run();
    assert_eq!(list().status, 0);
    std::fs::rename(folder.join("vestibule.key"), folder.join("kept.key")).unwrap();
    let missing = list();
    assert_eq!(missing.status, 1);
    assert!(
        missing.stderr.contains("the key file vestibule.key is missing"),
        "{missing:?}"
    );
    assert!(
        !folder.join("vestibule.key").exists(),
        "none is made for a database that has secrets"
    );

    Program::in_folder(&folder, &["keys", "new", "vestibule.key"]).run();
    let foreign = list();
    assert_eq!(foreign.status, 1);
    assert!(
        foreign.stderr.contains("does not belong to this database"),
        "{foreign:?}"
    );

    std::fs::write(folder.join("vestibule.key"), "nonsense").unwrap();
    let malformed = list();
    assert!(
        malformed.stderr.contains("line 1 is not in the form NAME KEY"),
        "{malformed:?}"
    );
    assert!(!malformed.stderr.contains("nonsense"), "a key is never repeated");

    std::fs::rename(folder.join("kept.key"), folder.join("vestibule.key")).unwrap();
    assert_eq!(list().status, 0);
}
