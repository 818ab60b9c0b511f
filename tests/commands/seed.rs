//! `vestibule seed`, on both databases.

use std::{collections::HashMap, os::unix::fs::PermissionsExt as _, path::Path};

use super::serve::serve;
use crate::support::{
    people::{PASSWORD, Person},
    phone::Phone,
    postgres::PostgresDatabase,
    program::{Outcome, Program, folder},
    visitor::Visitor,
};

fn command(folder: &Path, url: &str, arguments: &[&str]) -> Outcome {
    Program::in_folder(folder, arguments)
        .with("DATABASE_URL", url)
        .with("VESTIBULE_KEY_FILE", "ring.key")
        .typing(&format!("{PASSWORD}\n"))
        .run()
}

/// Three hundred accounts, most of them subaccounts of the first, so that its activity log chain is written in
/// several transactions.
fn seed(folder: &Path, url: &str, keys: &str) -> Outcome {
    let arguments = [
        "seed",
        "--accounts=300",
        "--subaccounts=270",
        "--activity=12000",
        "--keys-to",
        keys,
        "--password-stdin",
    ];
    command(folder, url, &arguments)
}

/// The key of each account's authenticator; none if it has none.
fn keys(text: &str) -> HashMap<String, Option<Phone>> {
    let keys = text.lines().map(|line| {
        let (name, key) = line.split_once(' ').unwrap();
        (name.to_owned(), (key != "-").then(|| Phone::with_key(key)))
    });
    keys.collect()
}

#[tokio::test]
async fn a_seeded_database_holds_and_its_people_sign_in_with_their_codes() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    for (url, file) in [
        ("seeded.db", "sqlite.keys"),
        (database.url().as_str(), "postgres.keys"),
    ] {
        let seeded = seed(&path, url, file);
        assert_eq!((seeded.status, seeded.stdout.as_str()), (0, ""), "{seeded:?}");
        let file = path.join(file);
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let keys = keys(&std::fs::read_to_string(&file).unwrap());
        assert_eq!(keys.len(), 300);
        assert_eq!(keys.values().flatten().count(), 150, "half of them have a key");

        let verified = command(&path, url, &["activity", "verify"]);
        assert_eq!(
            (verified.status, verified.stdout.as_str()),
            (0, "Verified 12300 entries in 31 chains.\n"),
            "{verified:?}"
        );
        let checked = command(&path, url, &["check"]);
        assert_eq!(checked.status, 0, "{checked:?}");

        let again = seed(&path, url, "again.keys");
        assert_eq!(again.status, 1);
        assert!(
            again
                .stderr
                .contains("the database already contains accounts; seed needs an empty database"),
            "{again:?}"
        );
        assert!(!path.join("again.keys").exists());

        let (serving, public) = serve(&path, url, false, &[]);
        let now = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap();
        for name in ["seed-1", "seed-3", "seed-299"] {
            let person = Person {
                username: name.to_owned(),
                password: PASSWORD.to_owned(),
                phone: keys[name].clone(),
                recovery_codes: Vec::new(),
            };
            let mut visitor = Visitor::new(&public);
            person.give_password(&mut visitor).await;
            let page = person.give_code(&mut visitor, &person.code_at(now)).await;
            assert_eq!(page.location(), Some("/account"), "{name}");
        }
        assert_eq!(serving.stop_by("-TERM").status, 0);
        let checked = command(&path, url, &["check"]);
        assert_eq!(checked.status, 0, "{checked:?}");
    }
}

#[test]
fn what_cannot_be_seeded_is_refused_before_anything_is_made() {
    let (_kept, path) = folder();
    let refused = |more: &[&str], input: &str| {
        let arguments = [&["seed", "--password-stdin", "--keys-to", "made.keys"], more].concat();
        let refused = Program::in_folder(&path, &arguments).typing(input).run();
        assert!(!path.join("made.keys").exists(), "{refused:?}");
        (refused.status, refused.stderr)
    };
    let (status, said) = refused(&["--accounts=5", "--subaccounts=5"], PASSWORD);
    assert_eq!(status, 2);
    assert!(
        said.contains("--subaccounts: must be less than --accounts"),
        "{said}"
    );
    let (status, said) = refused(&[], "passwordpassword");
    assert_eq!(status, 1);
    assert!(said.contains("on lists of stolen passwords"), "{said}");
    let (status, said) = refused(&["--phones=100", "--phone-prefixes=+46"], PASSWORD);
    assert_eq!(status, 1);
    assert!(said.contains("does not include +358"), "{said}");
}

#[test]
fn without_a_file_the_keys_are_printed_and_help_does_not_name_the_command() {
    let (_kept, path) = folder();
    let arguments = ["seed", "--accounts=3", "--authenticators=100", "--password-stdin"];
    let seeded = Program::in_folder(&path, &arguments).typing(PASSWORD).run();
    assert_eq!(seeded.status, 0, "{seeded:?}");
    assert_eq!(keys(&seeded.stdout).values().flatten().count(), 3, "{seeded:?}");
    let help = Program::in_folder(&path, &["--help"]).run();
    assert!(!help.stdout.contains("seed"), "{help:?}");
}
