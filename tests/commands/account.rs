//! `vestibule account`, on both databases.

use std::path::Path;

use crate::support::{
    people::PASSWORD,
    postgres::PostgresDatabase,
    program::{Outcome, Program, folder},
};

/// Runs the test on both databases, each with a function that runs a command.
fn on_both(test: impl Fn(&dyn Fn(&[&str], &str) -> Outcome)) {
    let (_kept, path) = folder();
    let run = |path: &Path, url: &str, arguments: &[&str], input: &str| {
        Program::in_folder(path, &[&["account"], arguments].concat())
            .with("DATABASE_URL", url)
            .with("VESTIBULE_KEY_FILE", "ring.key")
            .typing(input)
            .run()
    };
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    test(&|arguments, input| run(&path, "sqlite://accounts.db", arguments, input));
    let database = PostgresDatabase::fresh();
    test(&|arguments, input| run(&path, &database.url(), arguments, input));
}

fn add(run: &dyn Fn(&[&str], &str) -> Outcome, username: &str, more: &[&str]) -> Outcome {
    let arguments = [
        "add",
        "--username",
        username,
        "--email",
        "a@example.com",
        "--password-stdin",
    ];
    run(&[&arguments, more].concat(), &format!("{PASSWORD}\n"))
}

#[test]
fn accounts_are_added_listed_and_shown() {
    on_both(|run| {
        let added = add(run, "Alice", &[]);
        assert_eq!((added.status, added.stdout.as_str()), (0, "Alice\n"), "{added:?}");
        assert_eq!(add(run, "Bob", &["--subaccount-of", "alice"]).status, 0);
        let list = run(&["list"], "").stdout;
        assert_eq!(
            list,
            "Alice\ta@example.com\tmain account\nBob\ta@example.com\tsubaccount\n"
        );
        let carol = ["--subaccount-of", "Alice", "--manager", "--require-2fa"];
        assert_eq!(add(run, "Carol", &carol).status, 0);
        let list = run(&["list"], "").stdout;
        assert!(
            list.ends_with("Carol\ta@example.com\tmanager\t2FA required\n"),
            "{list}"
        );
        let shown = run(&["show", "carol"], "").stdout;
        for line in ["manager        yes", "2FA required   yes"] {
            assert!(shown.contains(line), "{line}: {shown}");
        }
        assert_eq!(
            add(run, "Dave", &["--manager"]).status,
            2,
            "a main account manages anyway"
        );
        let shown = run(&["show", "bob"], "").stdout;
        for line in [
            "user name      Bob",
            "subaccount of  Alice",
            "2FA            off",
            "account_created",
        ] {
            assert!(shown.contains(line), "{line}: {shown}");
        }
    });
}

#[test]
fn a_number_that_the_operator_gives_is_a_persons_phone_in_an_allowed_country() {
    on_both(|run| {
        for (name, number, status) in [
            ("Alice", "+358 40 1234567", 0),
            ("Bob", "+46 70 123 45 67", 0),
            ("Carol", "+1 900 234 5678", 2),
            ("Dave", "+870 773 111 632", 2),
        ] {
            let added = add(run, name, &["--phone", number]);
            assert_eq!(added.status, status, "{added:?}");
            if status != 0 {
                assert!(
                    added.stderr.contains("We do not send codes to premium-rate"),
                    "{added:?}"
                );
            }
        }
        let in_finland = |number: &str| {
            let arguments = [
                "--phone-prefixes",
                "+358",
                "add",
                "--username",
                "Erin",
                "--email",
                "a@example.com",
                "--phone",
                number,
                "--password-stdin",
            ];
            run(&arguments, &format!("{PASSWORD}\n"))
        };
        assert_eq!(in_finland("+358 40 1234567").status, 0);
        let refused = in_finland("+46 70 123 45 67");
        assert_eq!(refused.status, 2, "{refused:?}");
        assert_eq!(refused.stderr.lines().count(), 1, "{refused:?}");
        assert!(refused.stderr.contains("VESTIBULE_PHONE_PREFIXES"), "{refused:?}");
    });
}

#[test]
fn what_cannot_be_done_is_one_clear_sentence() {
    on_both(|run| {
        add(run, "Alice", &[]);
        add(run, "Bob", &["--subaccount-of", "Alice"]);
        for (outcome, status, sentence) in [
            (
                add(run, "ALICE", &[]),
                1,
                "vestibule: the user name ALICE is already taken\n",
            ),
            (
                add(run, "al", &[]),
                2,
                "vestibule: --username: A user name has at least 3 characters.\n",
            ),
            (
                add(run, "Carol", &["--subaccount-of", "Nobody"]),
                1,
                "vestibule: account Nobody not found\n",
            ),
            (
                add(run, "Carol", &["--subaccount-of", "Bob"]),
                1,
                "vestibule: Bob is a subaccount; --subaccount-of takes the user name of a main account\n",
            ),
            (
                run(&["show", "Nobody"], ""),
                1,
                "vestibule: account Nobody not found\n",
            ),
            (
                run(&["set-password", "Alice", "--password-stdin"], "short\n"),
                1,
                "vestibule: A password has at least 12 characters. A few random words are easy to remember.\n",
            ),
        ] {
            assert_eq!((outcome.status, outcome.stderr.as_str()), (status, sentence));
            assert_eq!(outcome.stdout, "");
        }
        let usage = run(&["add", "--username", "Carol"], "");
        assert_eq!(usage.status, 2);
        assert!(usage.stderr.contains("--email"), "{usage:?}");
    });
}

#[test]
fn a_password_is_set_and_accounts_are_disabled_enabled_and_reset() {
    on_both(|run| {
        add(run, "Alice", &[]);
        assert_eq!(
            run(
                &["set-password", "alice", "--password-stdin"],
                "another lantern sock ferry\r\n"
            )
            .status,
            0
        );
        assert_eq!(
            run(&["disable", "alice"], "").stdout,
            "Disabled alice and signed it out everywhere.\n"
        );
        assert!(run(&["list"], "").stdout.ends_with("main account\tdisabled\n"));
        assert_eq!(run(&["enable", "alice"], "").stdout, "Enabled alice.\n");
        assert_eq!(
            run(&["enable", "alice"], "").stdout,
            "alice is already enabled.\n"
        );
        assert_eq!(
            run(&["reset-2fa", "alice"], "").stdout,
            "alice had no second factor to remove. Cleared its failed codes and signed it out everywhere.\n"
        );
        let shown = run(&["show", "alice"], "").stdout;
        let found = "authenticator_reset";
        assert!(
            shown.contains(found) && shown.contains("no authenticator was set up"),
            "{shown}"
        );
        for (arguments, said) in [
            (
                ["require-2fa", "alice", "yes"],
                "alice is now required to use 2FA.\n",
            ),
            (
                ["require-2fa", "alice", "yes"],
                "alice is already required to use 2FA.\n",
            ),
            (
                ["require-2fa", "alice", "no"],
                "alice is no longer required to use 2FA. Removed its second factor and signed it out \
                 everywhere.\n",
            ),
            (
                ["require-2fa", "alice", "no"],
                "alice was not required to use 2FA; nothing was changed.\n",
            ),
        ] {
            assert_eq!(run(&arguments, "").stdout, said);
        }
        assert_eq!(run(&["require-2fa", "alice", "maybe"], "").status, 2);
        assert_eq!(
            run(&["unlock", "alice"], "").stdout,
            "Unlocked alice: failed attempts cleared.\n"
        );
        let shown = run(&["show", "alice"], "").stdout;
        for event in ["second_factor_not_required", "account_unlocked"] {
            assert_eq!(shown.matches(event).count(), 1, "{event}: {shown}");
        }
        for event in ["password_set", "account_disabled", "account_enabled"] {
            assert_eq!(shown.matches(event).count(), 1, "{event}: {shown}");
        }
    });
}

#[test]
fn migrating_twice_is_fine() {
    let (_kept, path) = folder();
    let database = PostgresDatabase::fresh();
    for url in ["vestibule.db", &database.url()] {
        for _ in 0..2 {
            let migrated = Program::in_folder(&path, &["migrate"])
                .with("DATABASE_URL", url)
                .run();
            assert_eq!(
                (migrated.status, migrated.stdout.as_str()),
                (0, "The schema is up to date.\n"),
                "{migrated:?}"
            );
        }
    }
}

#[test]
fn disabling_a_main_account_says_how_many_subaccounts_that_shuts_out() {
    on_both(|run| {
        for (name, more) in [
            ("Alice", &[][..]),
            ("Bob", &["--subaccount-of", "alice"]),
            ("Carol", &["--subaccount-of", "alice"]),
        ] {
            assert_eq!(add(run, name, more).status, 0);
        }
        assert_eq!(
            run(&["disable", "Alice"], "").stdout,
            "Disabled Alice and signed it out everywhere.\n\
             Its 2 subaccounts cannot sign in either; 0 of them were signed out.\n"
        );
        let list = run(&["list"], "").stdout;
        assert!(
            list.contains("Alice\ta@example.com\tmain account\tdisabled\n"),
            "{list}"
        );
        assert!(
            list.contains("Bob\ta@example.com\tsubaccount\tdisabled with its main account\n"),
            "{list}"
        );
        let shown = run(&["show", "Bob"], "").stdout;
        assert!(
            shown
                .lines()
                .any(|line| line.starts_with("disabled       since 20")
                    && line.ends_with(", with its main account")),
            "{shown}"
        );
        assert_eq!(run(&["enable", "Alice"], "").stdout, "Enabled Alice.\n");
        assert!(run(&["show", "Bob"], "").stdout.contains("disabled       no\n"));
        assert_eq!(
            run(&["disable", "Bob"], "").stdout,
            "Disabled Bob and signed it out everywhere.\n"
        );
    });
}

#[test]
fn whoever_lost_mailbox_or_phone_is_helped_at_the_command_line() {
    on_both(|run| {
        add(run, "Alice", &["--phone", "+358401234567", "--require-2fa"]);
        let moved = run(&["set-email", "alice", "other@example.com"], "");
        assert_eq!((moved.status, moved.stderr.as_str()), (0, ""), "{moved:?}");
        assert!(
            run(&["set-email", "alice", "other@example.com"], "")
                .stdout
                .contains("already")
        );
        assert_eq!(run(&["set-email", "alice", "nonsense"], "").status, 2);
        let shown = run(&["show", "alice", "--json"], "").stdout;
        assert!(
            shown.contains("\"other@example.com\"") && shown.contains("\"+358401234567\""),
            "{shown}"
        );
        assert_eq!(run(&["set-phone", "alice", "12"], "").status, 2);
        let moved = run(&["set-phone", "alice", "+358407654321"], "");
        assert_eq!(moved.status, 0, "{moved:?}");
        // The command cannot send to the phone, so only the reset's code is left.
        let removed = run(&["set-phone", "alice", "none"], "");
        assert!(
            removed.stdout.contains("Removed the phone number of alice"),
            "{removed:?}"
        );
        assert!(removed.stdout.contains("Set-up code for alice"), "{removed:?}");
        let shown = run(&["show", "alice", "--json"], "").stdout;
        assert!(shown.contains("\"phone\": null"), "{shown}");
        assert_eq!(run(&["set-phone", "nobody", "none"], "").status, 1);
    });
}

#[test]
fn an_account_is_added_in_a_language_of_the_installation() {
    on_both(|run| {
        assert_eq!(add(run, "Alice", &["--language", "de"]).status, 0);
        assert!(
            run(&["show", "Alice", "--json"], "")
                .stdout
                .contains("\"language\": \"de\"")
        );
        let unknown = add(run, "Bob", &["--language", "tlh"]);
        assert_eq!(unknown.status, 2, "{unknown:?}");
        for part in ["--language", "tlh", "en, de, es, fi, fr"] {
            assert!(unknown.stderr.contains(part), "{part}: {unknown:?}");
        }
        assert_eq!(add(run, "Bob", &[]).status, 0);
        assert!(
            run(&["show", "Bob", "--json"], "")
                .stdout
                .contains("\"language\": null")
        );
    });
}
