//! The output of commands, and programs that read it.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::support::{
    people::{self, PASSWORD},
    portal::{TestPortal, on_both_databases},
    program::{Outcome, Program, folder, free_port},
};

/// Runs a command on a portal's own database and key ring, with something on standard input.
fn command(portal: &TestPortal, arguments: &[&str], input: &str) -> Outcome {
    Program::in_folder(portal.folder(), arguments)
        .with("DATABASE_URL", &portal.database_url())
        .with("VESTIBULE_KEY_FILE", "vestibule.key")
        .typing(input)
        .run()
}

fn json_of(portal: &TestPortal, arguments: &[&str]) -> Value {
    let ended = command(portal, arguments, "");
    assert_eq!(ended.status, 0, "{ended:?}");
    serde_json::from_str(&ended.stdout).expect("JSON")
}

on_both_databases! {
    async fn accounts_are_listed_and_shown_as_json(portal) {
        assert_eq!(json_of(&portal, &["account", "list", "--json"]), json!([]));
        people::main_account_with_totp(&portal).await;
        people::required_subaccount_at(&portal, "Bob", "+358 40 1234567").await;
        people::manager(&portal, "Carol").await;
        assert_eq!(command(&portal, &["account", "disable", "Carol"], "").status, 0);
        let all = json_of(&portal, &["account", "list", "--json"]);
        let names: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["username"].as_str().unwrap()).collect();
        assert_eq!(names, ["Alice", "Bob", "Carol"]);
        for (account, name) in all.as_array().unwrap().iter().zip(names) {
            assert_eq!(&json_of(&portal, &["account", "show", name, "--json"]), account);
            let created_at = account["created_at"].as_str().unwrap();
            assert!(created_at.len() == 20 && created_at.ends_with('Z'), "{created_at}");
        }
        let (alice, bob, carol) = (&all[0], &all[1], &all[2]);
        assert_eq!((&alice["main_account"], &alice["phone"]), (&Value::Null, &Value::Null));
        assert_eq!((&alice["two_factor"], &alice["manager"]), (&json!(true), &json!(false)));
        assert_eq!((&bob["main_account"], &bob["phone"]), (&json!("Alice"), &json!("+358401234567")));
        assert_eq!((&bob["two_factor"], &bob["two_factor_required"]), (&json!(false), &json!(true)));
        assert_eq!((&carol["manager"], &carol["disabled"]), (&json!(true), &json!(true)));
        assert_eq!((&bob["disabled"], &bob["email"]), (&json!(false), &json!("added@example.com")));
    }

    async fn a_password_from_standard_input_is_what_a_form_can_send(portal) {
        let (mut alice, _) = people::main_account(&portal).await;
        let set = |input: &str| {
            command(&portal, &["account", "set-password", "Alice", "--password-stdin"], input)
        };
        for (input, password) in [
            ("\u{feff}thimble harbour violet cart\r\n", "thimble harbour violet cart"),
            ("walnut ribbon database storm\n", "walnut ribbon database storm"),
            (" copper meadow lantern quilt ", " copper meadow lantern quilt "),
        ] {
            let ended = set(input);
            assert_eq!(ended.status, 0, "{ended:?}");
            password.clone_into(&mut alice.password);
            assert_eq!(alice.give_password(&mut portal.visitor()).await.path, "/account");
        }
        for input in [
            "copper meadow lantern quilt\n\n",
            "copper meadow\nlantern quilt\n",
            "copper meadow\rlantern quilt",
            "\r\ncopper meadow lantern quilt",
        ] {
            let ended = set(input);
            assert_eq!(ended.status, 1, "{ended:?}");
            assert!(ended.stderr.contains("has more than one line"), "{ended:?}");
            assert!(!ended.stderr.contains("meadow"), "{ended:?}");
        }
        assert_eq!(alice.give_password(&mut portal.visitor()).await.path, "/account", "it stays as it was");
    }
}

/// Standard output or error whose reader has closed it.
fn nobody() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn a_command_whose_reader_has_gone_ends_quietly_with_its_verdict() {
    let (_kept, path) = folder();
    let add = "account add --username Alice --email a@example.com --password-stdin";
    Program::in_folder(&path, &add.split(' ').collect::<Vec<_>>())
        .typing(PASSWORD)
        .run();
    let run = |arguments: &str, out: Stdio| {
        let child = Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args(arguments.split(' '))
            .current_dir(&path)
            .env_clear()
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let ended = child.wait_with_output().unwrap();
        (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
    };
    for arguments in [
        "account list",
        "account list --json",
        "account show Alice",
        "account disable Alice",
        "activity verify",
        "activity marks",
        "check",
        "migrate",
        "keys rotate",
        "keys new other.key",
        "--help",
    ] {
        assert_eq!(run(arguments, nobody()), (Some(0), String::new()), "{arguments}");
    }
    let (status, said) = run("account show Nobody", nobody());
    assert_eq!(status, Some(1), "{said}");
    // A full disk is not a closed reader.
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let (status, said) = run("account list", full.into());
    assert_eq!(status, Some(1), "{said}");
    assert!(
        said.starts_with("vestibule: failed to write to standard output: "),
        "{said}"
    );
}

#[test]
fn a_command_and_a_server_whose_log_nobody_reads_go_on() {
    let (_kept, path) = folder();
    let program = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.args(arguments).current_dir(&path).env_clear();
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(nobody());
        command
    };
    let refused = program(&["account", "show", "Nobody"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    let listen = format!("127.0.0.1:{}", free_port());
    let mut serving = program(&["serve", "--listen", &listen])
        .env("VESTIBULE_UNKNOWN", "is logged")
        .spawn()
        .unwrap();
    let mut printed = BufReader::new(serving.stdout.take().unwrap());
    let mut line = String::new();
    printed.read_line(&mut line).unwrap();
    assert!(line.starts_with("Vestibule is running at "), "{line}");
    let process = serving.id().to_string();
    let sent = Command::new("kill").args(["-TERM", &process]).status();
    assert!(sent.unwrap().success());
    printed.read_to_string(&mut line).unwrap();
    assert_eq!(serving.wait().unwrap().code(), Some(0));
}
