//! The database file and the key file: copied, restored, linked, mounted.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink},
    path::Path,
};

use diesel::{Connection as _, SqliteConnection, connection::SimpleConnection as _};

use crate::support::{
    people::{self, PASSWORD, Person},
    portal::on_both_databases,
    program::{Program, Serving, folder, free_port},
    visitor::Visitor,
};

/// A server on a SQLite file, and its address for browsers.
fn serve(folder: &Path, first_run: bool) -> (Serving, String) {
    let port = free_port();
    let (listen, public) = (format!("127.0.0.1:{port}"), format!("http://localhost:{port}"));
    let serving = Program::in_folder(folder, &["serve"])
        .with("VESTIBULE_LISTEN", &listen)
        .with("VESTIBULE_PUBLIC_URL", &public)
        .with("RUST_LOG", "warn")
        .serve(first_run);
    (serving, public)
}

/// The first account, created in the browser.
async fn make_alice(serving: &Serving, public: &str) -> Visitor {
    let mut visitor = Visitor::new(public);
    visitor.open(&serving.welcome_path()).await;
    visitor
        .fill("username", "Alice")
        .fill("email", "a@example.com")
        .fill("password", PASSWORD);
    visitor.press("Create account").await;
    visitor.land().await;
    visitor
}

async fn make_bob(visitor: &mut Visitor) {
    visitor.open("/subaccounts/new").await;
    visitor.fill("username", "Bob").fill("email", "b@example.com");
    let page = visitor.press("Create").await;
    assert_eq!(page.status, 303, "{page:?}");
}

fn list(folder: &Path) -> crate::support::program::Outcome {
    Program::in_folder(folder, &["account", "list"]).run()
}

/// Copies files into another folder, in this order.
fn copy(from: &Path, to: &Path, files: &[&str]) {
    for file in files {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
}

/// Another program that has the database open, as a monitor may: the server is then not the last to close it, and
/// SQLite leaves the `-wal` as it is.
fn onlooker(folder: &Path) -> SqliteConnection {
    let path = folder.join("vestibule.db");
    let mut onlooker = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    onlooker.batch_execute("SELECT count(*) FROM accounts").unwrap();
    onlooker
}

fn is_empty_or_gone(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|found| found.len() == 0) || !file.exists()
}

#[tokio::test]
async fn a_copy_of_the_file_alone_is_whole_once_the_server_has_stopped() {
    for signal in ["-TERM", "-INT"] {
        let (_kept, path) = folder();
        let (serving, public) = serve(&path, true);
        let onlooker = onlooker(&path);
        make_alice(&serving, &public).await;
        assert_eq!(serving.stop_by(signal).status, 0);
        assert!(is_empty_or_gone(&path.join("vestibule.db-wal")));
        let (_kept, elsewhere) = folder();
        copy(&path, &elsewhere, &["vestibule.db", "vestibule.key"]);
        let listed = list(&elsewhere);
        assert!(listed.stdout.starts_with("Alice\t"), "{listed:?}");
        drop(onlooker);
    }
}

#[test]
fn a_copy_of_the_file_alone_is_whole_once_a_command_has_ended() {
    let (_kept, path) = folder();
    assert_eq!(list(&path).status, 0);
    let onlooker = onlooker(&path);
    let add = "account add --username Alice --email a@example.com --password-stdin";
    let added = Program::in_folder(&path, &add.split(' ').collect::<Vec<_>>())
        .typing(PASSWORD)
        .run();
    assert_eq!(added.status, 0, "{added:?}");
    assert!(is_empty_or_gone(&path.join("vestibule.db-wal")));
    let (_kept, elsewhere) = folder();
    copy(&path, &elsewhere, &["vestibule.db", "vestibule.key"]);
    let listed = list(&elsewhere);
    assert!(listed.stdout.starts_with("Alice\t"), "{listed:?}");
    drop(onlooker);
}

#[tokio::test]
async fn a_backup_over_a_database_with_an_old_wal_beside_it_is_refused_with_what_to_do() {
    let (_kept, path) = folder();
    let (serving, public) = serve(&path, true);
    make_alice(&serving, &public).await;
    assert_eq!(serving.stop_by("-TERM").status, 0);
    let (_kept, backup) = folder();
    copy(&path, &backup, &["vestibule.db", "vestibule.key"]);

    let (serving, public) = serve(&path, false);
    let alice = Person {
        username: "Alice".to_owned(),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    };
    let mut visitor = Visitor::new(&public);
    alice.give_password(&mut visitor).await;
    make_bob(&mut visitor).await;
    // Killed, as by a power cut.
    drop(serving);
    assert!(!is_empty_or_gone(&path.join("vestibule.db-wal")));

    // Files left by a crash are still needed: none of them is lost.
    let (_kept, crashed) = folder();
    copy(
        &path,
        &crashed,
        &["vestibule.db", "vestibule.db-wal", "vestibule.key"],
    );
    let listed = list(&crashed);
    assert!(listed.stdout.contains("Bob\t"), "{listed:?}");

    copy(&backup, &path, &["vestibule.db"]);
    for command in [&["account", "list"][..], &["check"], &["migrate"], &["serve"]] {
        let refused = Program::in_folder(&path, command)
            .with("VESTIBULE_LISTEN", "127.0.0.1:0")
            .run();
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(
            refused
                .stderr
                .contains("vestibule: DATABASE_URL: vestibule.db-wal is older than vestibule.db"),
            "{refused:?}"
        );
        assert!(refused.stderr.contains("run rm -f "), "{refused:?}");
    }
    for file in ["vestibule.db-wal", "vestibule.db-shm"] {
        let _ = fs::remove_file(path.join(file));
    }
    let listed = list(&path);
    assert!(listed.stdout.starts_with("Alice\t"), "{listed:?}");
    assert!(
        !listed.stdout.contains("Bob\t"),
        "the backup is what counts: {listed:?}"
    );
    let checked = Program::in_folder(&path, &["check"]).run();
    assert_eq!(checked.status, 0, "{checked:?}");
}

#[test]
fn a_file_that_is_no_database_is_said_to_be_damaged_and_stays_as_it_is() {
    let (_kept, path) = folder();
    assert_eq!(list(&path).status, 0);
    let text = "this was a database once, and is a text of several lines now\n".repeat(200);
    fs::write(path.join("vestibule.db"), &text).unwrap();
    let refused = list(&path);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(refused.stderr.contains("restore a backup"), "{refused:?}");
    assert_eq!(fs::read_to_string(path.join("vestibule.db")).unwrap(), text);
}

#[test]
fn a_new_file_that_was_migrated_first_has_its_key_ring_and_can_be_served() {
    let (_kept, path) = folder();
    let migrated = Program::in_folder(&path, &["migrate"]).run();
    assert_eq!(migrated.status, 0, "{migrated:?}");
    let key = path.join("vestibule.key");
    assert_eq!(key.metadata().unwrap().mode() & 0o777, 0o600);
    let ring = fs::read_to_string(&key).unwrap();
    let (serving, _) = serve(&path, true);
    assert_eq!(serving.stop_by("-TERM").status, 0);
    assert_eq!(fs::read_to_string(&key).unwrap(), ring);

    // A lost key ring is not replaced by one that opens nothing.
    fs::remove_file(&key).unwrap();
    Program::in_folder(&path, &["migrate"]).run();
    assert!(!key.exists());
}

#[test]
fn a_key_file_that_was_mounted_for_one_service_is_accepted() {
    let (_kept, path) = folder();
    assert_eq!(list(&path).status, 0);
    fs::create_dir(path.join("credentials")).unwrap();
    let file = path.join("credentials/ring.key");
    fs::rename(path.join("vestibule.key"), &file).unwrap();
    let with = |key: &str, folder: &str| {
        Program::in_folder(&path, &["account", "list"])
            .with("VESTIBULE_KEY_FILE", key)
            .with("CREDENTIALS_DIRECTORY", folder)
            .run()
    };
    let is_root = path.metadata().unwrap().uid() == 0;
    let somebody = 65534;
    if is_root {
        chown(&file, Some(somebody), None).unwrap();
    }
    symlink("credentials/ring.key", path.join("link.key")).unwrap();
    for mode in [0o440, 0o640] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        // As provided by systemd, and by Kubernetes through a link.
        for key in ["credentials/ring.key", "link.key"] {
            let listed = with(key, "credentials");
            assert_eq!(listed.status, 0, "{mode:o}: {listed:?}");
            let refused = with(key, "");
            assert_eq!(refused.status, 1, "{mode:o}: {refused:?}");
            assert!(
                refused.stderr.contains("mount it with mode 0440 or 0400"),
                "{refused:?}"
            );
            if is_root {
                chown(&file, Some(0), None).unwrap();
                let listed = with(key, "");
                assert_eq!(listed.status, 0, "{mode:o}: {listed:?}");
                chown(&file, Some(somebody), None).unwrap();
            }
        }
    }
    // Readable by others: never, whatever its owner and location.
    for mode in [0o444, 0o644, 0o660, 0o460, 0o604, 0o750] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        for owner in if is_root { vec![0, somebody] } else { vec![] } {
            chown(&file, Some(owner), None).unwrap();
            assert_eq!(with("credentials/ring.key", "credentials").status, 1, "{mode:o}");
        }
        assert_eq!(with("credentials/ring.key", "credentials").status, 1, "{mode:o}");
    }
    // A link in the folder to a file elsewhere does not make that file a credential.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    fs::rename(&file, path.join("elsewhere.key")).unwrap();
    symlink("../elsewhere.key", &file).unwrap();
    assert_eq!(with("credentials/ring.key", "credentials").status, 1);
}

on_both_databases! {
    async fn a_byte_order_mark_and_other_line_breaks_change_no_file(portal) {
        people::main_account_with_totp(&portal).await;
        let run = |arguments: &[&str]| {
            let ended = Program::in_folder(portal.folder(), arguments)
                .with("DATABASE_URL", &portal.database_url())
                .with("VESTIBULE_KEY_FILE", "vestibule.key")
                .run();
            assert_eq!(ended.status, 0, "{ended:?}");
            ended.stdout
        };
        let edited = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let key = portal.folder().join("vestibule.key");
        fs::write(&key, edited(&fs::read_to_string(&key).unwrap())).unwrap();
        fs::write(portal.folder().join("marks"), edited(&run(&["activity", "marks"]))).unwrap();
        run(&["activity", "verify", "--since", "marks"]);
    }

    async fn rotating_replaces_the_file_that_a_link_leads_to(portal) {
        let real = portal.folder().join("vestibule.key");
        let links = portal.folder().join("links");
        fs::create_dir(&links).unwrap();
        symlink("../vestibule.key", links.join("data.key")).unwrap();
        symlink("data.key", links.join("ring.key")).unwrap();
        let before = fs::read_to_string(&real).unwrap();
        let run = |arguments: &[&str], key: &Path| {
            Program::in_folder(portal.folder(), arguments)
                .with("DATABASE_URL", &portal.database_url())
                .with("VESTIBULE_KEY_FILE", key.to_str().unwrap())
                .run()
        };
        for (round, mode) in [(1, 0o600), (2, 0o400)] {
            fs::set_permissions(&real, fs::Permissions::from_mode(mode)).unwrap();
            let rotated = run(&["keys", "rotate"], &links.join("ring.key"));
            assert_eq!(rotated.status, 0, "{rotated:?}");
            let ring = fs::read_to_string(&real).unwrap();
            assert!(ring.starts_with(&before));
            assert_eq!(ring.lines().count(), before.lines().count() + round);
            assert_eq!(real.metadata().unwrap().mode() & 0o777, mode);
        }
        for link in ["data.key", "ring.key"] {
            assert!(fs::symlink_metadata(links.join(link)).unwrap().is_symlink(), "{link}");
        }
        assert_eq!(fs::read_dir(&links).unwrap().count(), 2, "nothing is left behind");
        // By its own name as before.
        assert_eq!(run(&["keys", "rotate"], &real).status, 0);
        assert_eq!(run(&["check"], &real).status, 0);
    }
}
