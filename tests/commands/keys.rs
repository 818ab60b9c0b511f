//! `vestibule keys`, and what the program does without the right key ring.

use std::os::unix::fs::PermissionsExt as _;

use crate::support::program::{Program, folder};

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
        "vestibule: ring.key exists already and is not overwritten\n"
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
        foreign
            .stderr
            .contains("is not the one this database was made with"),
        "{foreign:?}"
    );

    std::fs::write(folder.join("vestibule.key"), "nonsense").unwrap();
    let malformed = list();
    assert!(
        malformed.stderr.contains("line 1 is not of the form NAME KEY"),
        "{malformed:?}"
    );
    assert!(!malformed.stderr.contains("nonsense"), "a key is never repeated");

    std::fs::rename(folder.join("kept.key"), folder.join("vestibule.key")).unwrap();
    assert_eq!(list().status, 0);
}
