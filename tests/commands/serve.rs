//! `vestibule serve`.

use std::{process::Command, time::Instant};

use crate::support::{
    people::{PASSWORD, Person, phone_of},
    postgres::PostgresDatabase,
    program::{Program, Serving, accept, folder, free_port},
    visitor::Visitor,
};

/// Serves that database until it is dropped; returns the address.
pub(super) fn serve(
    folder: &std::path::Path,
    url: &str,
    first_run: bool,
    more: &[&str],
) -> (Serving, String) {
    let port = free_port();
    let (listen, public) = (format!("127.0.0.1:{port}"), format!("http://localhost:{port}"));
    let serving = Program::in_folder(folder, &[&["serve"], more].concat())
        .with("DATABASE_URL", url)
        .with("VESTIBULE_KEY_FILE", "ring.key")
        .with("VESTIBULE_LISTEN", &listen)
        .with("VESTIBULE_PUBLIC_URL", &public)
        .serve(first_run);
    (serving, public)
}

#[tokio::test]
async fn a_newcomer_gets_from_the_printed_link_to_an_account_that_asks_for_codes() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    for url in ["vestibule.db", &database.url()] {
        let (serving, public) = serve(&path, url, true, &[]);
        assert!(
            serving
                .printed()
                .starts_with(&format!("Vestibule is running at {public}\n")),
            "{}",
            serving.printed()
        );
        let mut visitor = Visitor::new(&public);
        visitor.open(&serving.welcome_path()).await;
        visitor
            .fill("username", "Alice")
            .fill("email", "a@example.com")
            .fill("password", PASSWORD);
        visitor.press("Create account").await;
        visitor.land().await;
        let page = visitor.open("/account/security/authenticator").await;
        let mut alice = Person {
            username: "Alice".to_owned(),
            password: PASSWORD.to_owned(),
            phone: None,
            recovery_codes: Vec::new(),
        };
        alice.phone = Some(phone_of(&page));
        let now = || i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap();
        visitor.fill("code", &alice.code_at(now()));
        visitor.press("Enable").await;
        assert_eq!(visitor.land().await.heading(), "Recovery codes");
        visitor.press("Sign out").await;

        let ended = serving.stop_by("-TERM");
        assert_eq!(ended.status, 0, "{ended:?}");
        let (serving, public) = serve(&path, url, false, &[]);
        let mut visitor = Visitor::new(&public);
        alice.give_password(&mut visitor).await;
        // The next step's code is accepted already; the current one may already be used.
        let page = alice.give_code(&mut visitor, &alice.code_at(now() + 30)).await;
        assert_eq!(page.location(), Some("/account"));
        assert_eq!(serving.stop_by("-INT").status, 0, "Ctrl-C is graceful too");
    }
}

#[test]
fn every_fault_of_the_settings_is_named_at_once() {
    let (_kept, path) = folder();
    let begun = Instant::now();
    let refused = Program::in_folder(&path, &["serve"])
        .with("DATABASE_URL", "mysql://u:hunter2@h/v")
        .with("VESTIBULE_LISTEN", "nowhere")
        .with("VESTIBULE_PUBLIC_URL", "http://example.com")
        .with("VESTIBULE_ISSUER", "a:b")
        .with("VESTIBULE_SUPPORT", "ask me")
        .with("VESTIBULE_TRUSTED_PROXIES", "10.0.0.0/8,proxy")
        .with("VESTIBULE_TOTP_KEY_CHARS", "20")
        .with("VESTIBULE_HELP_AFTER", "-1")
        .with("SMTP_URL", "smtp://u:hunter2@mail.example.com")
        .with("MAIL_FROM", "nobody")
        .run();
    assert!(begun.elapsed().as_secs() < 5);
    assert_eq!(refused.status, 2);
    let lines: Vec<&str> = refused.stderr.lines().collect();
    let named = [
        "DATABASE_URL",
        "VESTIBULE_PUBLIC_URL",
        "VESTIBULE_LISTEN",
        "VESTIBULE_TRUSTED_PROXIES",
        "VESTIBULE_ISSUER",
        "VESTIBULE_SUPPORT",
        "VESTIBULE_TOTP_KEY_CHARS",
        "VESTIBULE_HELP_AFTER",
        "SMTP_URL",
        "MAIL_FROM",
    ];
    assert_eq!(lines.len(), named.len(), "{}", refused.stderr);
    for (line, variable) in lines.iter().zip(named) {
        assert!(
            line.starts_with(&format!("vestibule: {variable} ")) && line.ends_with('.'),
            "{line}"
        );
    }
    assert!(
        !refused.stderr.contains("hunter2"),
        "a password is never repeated"
    );
    assert_eq!(std::fs::read_dir(&path).unwrap().count(), 0, "nothing was made");
}

#[test]
fn postgresql_wants_a_key_file_and_a_server() {
    let (_kept, path) = folder();
    let database = PostgresDatabase::fresh();
    let without = Program::in_folder(&path, &["serve"])
        .with("DATABASE_URL", &database.url())
        .run();
    assert_eq!(without.status, 2);
    assert!(
        without
            .stderr
            .contains("VESTIBULE_KEY_FILE is required with PostgreSQL"),
        "{without:?}"
    );

    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let away = format!("postgres://nobody:hunter2@127.0.0.1:{}/nothing", free_port());
    let begun = Instant::now();
    let refused = Program::in_folder(&path, &["serve", "--key-file", "ring.key"])
        .with("DATABASE_URL", &away)
        .with("VESTIBULE_DATABASE_WAIT", "0")
        .run();
    assert!(begun.elapsed().as_secs() < 10);
    assert_eq!(refused.status, 1);
    assert!(
        refused
            .stderr
            .starts_with("vestibule: DATABASE_URL: database unavailable: "),
        "{refused:?}"
    );
    assert!(
        !refused.stderr.contains("hunter2"),
        "a password is never repeated"
    );
}

#[test]
fn a_running_server_leaves_no_core_dump() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let (serving, _) = serve(&path, "vestibule.db", true, &[]);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", serving.process())).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max core file size"));
    let words: Vec<&str> = line.unwrap().split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"], "{limits}");
    serving.stop_by("-TERM");
}

#[test]
fn a_database_file_that_others_can_write_is_refused_with_the_way_to_mend_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_kept, path) = folder();
    let migrate = || Program::in_folder(&path, &["migrate"]).run();
    assert_eq!(migrate().status, 0);
    let file = path.join("vestibule.db");
    let set = |mode| std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o666);
    let refused = migrate();
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.ends_with("run chmod go-w vestibule.db\n"),
        "{refused:?}"
    );
    set(0o600);
    assert_eq!(migrate().status, 0);
}

#[test]
fn an_address_that_is_taken_is_said() {
    let (_kept, path) = folder();
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let listen = taken.local_addr().unwrap().to_string();
    let refused = Program::in_folder(&path, &["serve", "--listen", &listen]).run();
    assert_eq!(refused.status, 1);
    let last = refused.stderr.lines().last().unwrap();
    assert!(last.starts_with("vestibule: VESTIBULE_LISTEN: "), "{refused:?}");
}

#[test]
fn help_documents_every_setting() {
    let (_kept, path) = folder();
    let help = Program::in_folder(&path, &["serve", "--help"]).run().stdout;
    for variable in [
        "DATABASE_URL",
        "VESTIBULE_LISTEN",
        "VESTIBULE_PUBLIC_URL",
        "VESTIBULE_KEY_FILE",
        "VESTIBULE_ISSUER",
        "VESTIBULE_SUPPORT",
        "VESTIBULE_TRUSTED_PROXIES",
        "VESTIBULE_TOTP_KEY_CHARS",
        "VESTIBULE_HELP_AFTER",
        "VESTIBULE_LOG_FORMAT",
        "SMTP_URL",
        "MAIL_FROM",
    ] {
        assert!(help.contains(variable), "{variable}: {help}");
    }
}

#[tokio::test]
async fn the_log_is_json_where_wanted_and_holds_no_secret() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let (serving, public) = serve(&path, "vestibule.db", true, &["--log-format", "json"]);
    let mut visitor = Visitor::new(&public);
    let link = serving.welcome_path();
    visitor.open(&link).await;
    visitor
        .fill("username", "Alice")
        .fill("email", "a@example.com")
        .fill("password", PASSWORD);
    visitor.press("Create account").await;
    visitor.land().await;
    let cookie = visitor.cookie("vestibule-session").unwrap().to_owned();
    let page = visitor
        .open("/account/security/authenticator?return_to=/canary-path")
        .await;
    let secret = phone_of(&page).secret;
    visitor.fill("code", "123456");
    visitor.press("Enable").await;
    visitor.open("/canary-path").await;

    let log = serving.stop_by("-TERM").stderr;
    for line in log.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).expect("a JSON object on each line");
        assert!(entry["timestamp"].as_str().unwrap().ends_with('Z'), "{line}");
    }
    assert!(
        log.contains("/welcome/{token}") && log.contains("\"status\":303"),
        "{log}"
    );
    let token = link.rsplit('/').next().unwrap();
    for canary in [
        token,
        PASSWORD,
        &secret,
        &cookie,
        "123456",
        "canary-path",
        "a@example.com",
    ] {
        assert!(!log.contains(canary), "{canary} is in the log");
    }
}

#[test]
fn what_the_command_line_changes_is_printed_as_a_mail_by_a_server_on_trial() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    for url in ["vestibule.db", &database.url()] {
        let account = |arguments: &[&str], input: &str| {
            let done = Program::in_folder(&path, &[&["account"], arguments].concat())
                .with("DATABASE_URL", url)
                .with("VESTIBULE_KEY_FILE", "ring.key")
                .typing(input)
                .run();
            assert_eq!(done.status, 0, "{done:?}");
        };
        let add = ["add", "--username", "Alice", "--email", "a@example.com"];
        account(
            &[&add[..], &["--password-stdin"]].concat(),
            &format!("{PASSWORD}\n"),
        );
        // One before the server is up, one while it is.
        account(&["disable", "Alice"], "");
        let (mut serving, public) = serve(&path, url, false, &[]);
        for subject in [
            "Vestibule: You have an account",
            "Vestibule: Your account was disabled",
            "Vestibule: Your account was enabled",
        ] {
            assert_eq!(serving.next_line(), "--- mail to a@example.com ---");
            assert_eq!(serving.next_line(), subject);
            let mut text = String::new();
            loop {
                let line = serving.next_line();
                if line == "---" {
                    break;
                }
                text += &(line + "\n");
                assert!(text.len() < 2000, "{text}");
            }
            assert!(
                text.contains("Alice") && text.contains(&format!("{public}/help")),
                "{text}"
            );
            if subject.contains("disabled") {
                account(&["enable", "Alice"], "");
            }
        }
        let log = serving.stop_by("-TERM").stderr;
        assert!(log.contains("mail is printed on standard output"), "{log}");
        assert!(!log.contains("a@example.com"), "{log}");
    }
}

#[tokio::test]
async fn a_code_is_printed_as_an_sms_and_as_a_call_by_a_server_on_trial() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    for url in ["vestibule.db", &database.url()] {
        for (name, more) in [
            ("Alice", &[][..]),
            (
                "Bob",
                &[
                    "--subaccount-of",
                    "Alice",
                    "--require-2fa",
                    "--phone",
                    "+358 40 123 4567",
                ],
            ),
        ] {
            let add = [
                "account",
                "add",
                "--username",
                name,
                "--email",
                "a@example.com",
                "--password-stdin",
            ];
            let done = Program::in_folder(&path, &[&add, more].concat())
                .with("DATABASE_URL", url)
                .with("VESTIBULE_KEY_FILE", "ring.key")
                .typing(&format!("{PASSWORD}\n"))
                .run();
            assert_eq!(done.status, 0, "{done:?}");
        }
        let (mut serving, public) = serve(&path, url, false, &[]);
        // Both were notified by mail that they were added.
        for _ in 0..2 {
            assert_eq!(serving.next_line(), "--- mail to a@example.com ---");
            while serving.next_line() != "---" {}
        }
        let mut visitor = Visitor::new(&public);
        let bob = Person {
            username: "Bob".to_owned(),
            password: PASSWORD.to_owned(),
            phone: None,
            recovery_codes: Vec::new(),
        };
        bob.give_password(&mut visitor).await;
        visitor.press("Send SMS").await;
        let page = visitor.land().await;
        assert!(
            page.text().contains("printed where the server runs"),
            "{}",
            page.text()
        );
        assert_eq!(serving.next_line(), "--- sms to +358401234567 ---");
        let text = serving.next_line();
        let code: String = text
            .split("your code is ")
            .nth(1)
            .unwrap()
            .chars()
            .take(6)
            .collect();
        assert_eq!(serving.next_line(), "");
        let host = public.replace("http://", "");
        assert_eq!(serving.next_line(), format!("@{host} #{code}"));
        assert_eq!(serving.next_line(), "---");
        visitor.fill("code", &code);
        assert_eq!(visitor.press("Log in").await.status, 303);

        let mut visitor = Visitor::new(&public);
        bob.give_password(&mut visitor).await;
        visitor.press("Call me").await;
        visitor.land().await;
        assert_eq!(serving.next_line(), "--- call to +358401234567 ---");
        assert!(
            serving
                .next_line()
                .starts_with("This is Vestibule. Your code is: ")
        );
        let log = serving.stop_by("-TERM").stderr;
        assert!(
            log.contains("SMS and calls are printed on standard output"),
            "{log}"
        );
        assert!(!log.contains(&code) && !log.contains("401234567"), "{log}");
    }
}

#[test]
fn a_server_for_the_world_says_that_it_has_no_mail_and_keeps_what_waits() {
    let (_kept, path) = folder();
    let begin = || {
        Program::in_folder(
            &path,
            &["serve", "--listen", &format!("127.0.0.1:{}", free_port())],
        )
        .with("VESTIBULE_PUBLIC_URL", "https://account.example.com")
        .with("VESTIBULE_TRUSTED_PROXIES", "none")
    };
    let add = [
        "account",
        "add",
        "--username",
        "Alice",
        "--email",
        "a@example.com",
    ];
    Program::in_folder(&path, &[&add[..], &["--password-stdin"]].concat())
        .typing(&format!("{PASSWORD}\n"))
        .run();
    Program::in_folder(&path, &["account", "disable", "Alice"]).run();
    let ended = begin().serve(false).stop_by("-TERM");
    assert_eq!(ended.status, 0);
    assert!(
        ended
            .stderr
            .contains("SMTP_URL and MAIL_FROM are not set: mail is not sent"),
        "{ended:?}"
    );

    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("smtp://u:hunter2@{}", taken.local_addr().unwrap());
    let serving = begin()
        .with("SMTP_URL", &url)
        .with("MAIL_FROM", "account@example.com")
        .serve(false);
    // The queued notification is being sent, and the server stops although the mail server does not answer.
    drop(accept(&taken));
    let ended = serving.stop_by("-TERM");
    assert_eq!(ended.status, 0);
    assert!(
        !ended.stderr.contains("hunter2") && !ended.stderr.contains("SMTP_URL"),
        "{ended:?}"
    );
}

#[test]
fn two_instances_that_start_at_once_share_one_new_database() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    for url in ["both.db", &database.url()] {
        let start = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
            command.args(["account", "list"]).current_dir(&path).env_clear();
            command
                .env("DATABASE_URL", url)
                .env("VESTIBULE_KEY_FILE", "ring.key");
            command.stderr(std::process::Stdio::piped()).spawn().unwrap()
        };
        let started: Vec<_> = (0..4).map(|_| start()).collect();
        for instance in started {
            let output = instance.wait_with_output().unwrap();
            assert!(
                output.status.success(),
                "{url}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
}

#[tokio::test]
async fn a_page_that_was_opened_at_another_address_is_told_once_in_the_log() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let (serving, public) = serve(&path, "vestibule.db", true, &[]);
    let other = public.replace("localhost", "127.0.0.1");
    for _ in 0..3 {
        let mut visitor = Visitor::new(&other);
        visitor.open("/login").await;
        visitor.fill("username", "Alice").fill("password", PASSWORD);
        assert_eq!(visitor.press("Sign in").await.status, 403);
    }
    let log = serving.stop_by("-TERM").stderr;
    let told: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("opened at an address other than"))
        .collect();
    assert_eq!(told.len(), 1, "{log}");
    assert!(
        told[0].contains(&other) && told[0].contains(&public),
        "{}",
        told[0]
    );
}
