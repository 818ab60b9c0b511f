//! Settings as other programs, shells and machines provide them.

use std::{collections::BTreeMap, fs, path::Path};

use crate::support::{
    people::PASSWORD,
    postgres::PostgresDatabase,
    program::{Outcome, Program, folder, free_port},
};

/// Every command that works on a database.
const COMMANDS: [&[&str]; 6] = [
    &["account", "list"],
    &["activity", "verify"],
    &["activity", "marks"],
    &["check"],
    &["keys", "rotate"],
    &["migrate"],
];

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn refused_as_arguments(ended: &Outcome, beginning: &str) {
    assert_eq!(ended.status, 2, "{ended:?}");
    assert_eq!(ended.stderr.lines().count(), 1, "{ended:?}");
    assert!(
        ended.stderr.starts_with(&format!("vestibule: {beginning}")),
        "{ended:?}"
    );
    assert_eq!(ended.stdout, "");
}

#[test]
fn another_program_s_spelling_of_the_database_is_refused_and_makes_no_file() {
    for (url, right) in [
        ("host=127.0.0.1 dbname=vestibule", "use postgres://"),
        ("sqlite:x.db", "use sqlite://PATH"),
        ("sqlite://x.db?mode=rwc", "use sqlite://PATH"),
        ("\"x.db\"", "remove them"),
        ("'x.db'", "remove them"),
        ("file:x.db", "use sqlite://PATH"),
        ("127.0.0.1:5432/vestibule", "use sqlite://PATH"),
        ("$DATABASE/x.db", "write the full path"),
    ] {
        let (_kept, path) = folder();
        for command in COMMANDS.iter().chain([&&["serve"][..]]) {
            let ended = Program::in_folder(&path, command)
                .with("DATABASE_URL", url)
                .with("VESTIBULE_KEY_FILE", "ring.key")
                .run();
            refused_as_arguments(&ended, "DATABASE_URL ");
            assert!(ended.stderr.contains(right), "{url}: {ended:?}");
        }
        assert_eq!(names_in(&path), [""; 0], "{url}");
    }
}

#[test]
fn a_new_database_file_is_said_aloud_once() {
    for url in ["new.db", "sqlite://new.db", "./new.db"] {
        for command in [&["account", "list"][..], &["migrate"], &["check"]] {
            let (_kept, path) = folder();
            let run = || Program::in_folder(&path, command).with("DATABASE_URL", url).run();
            let first = run();
            assert_eq!(first.status, 0, "{first:?}");
            let name = url.trim_start_matches("sqlite://");
            assert_eq!(
                first.stderr,
                format!("vestibule: created a new SQLite database, {name}\n")
            );
            assert_eq!(run().stderr, "", "it is there now");
        }
    }
    let (_kept, path) = folder();
    let listen = format!("127.0.0.1:{}", free_port());
    let serve = || Program::in_folder(&path, &["serve", "--listen", &listen]);
    let log = serve().serve(true).stop_by("-TERM").stderr;
    assert!(log.contains("created a new SQLite database"), "{log}");
    let log = serve().serve(true).stop_by("-TERM").stderr;
    assert!(!log.contains("created a new SQLite database"), "{log}");
}

#[test]
fn a_server_is_reached_by_every_spelling_that_its_own_library_documents() {
    let database = PostgresDatabase::fresh();
    let url = url::Url::parse(&database.url()).unwrap();
    let (host, port) = (url.host_str().unwrap(), url.port().unwrap());
    let (user, name) = (url.username(), &url.path()[1..]);
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let closed = free_port();
    for spelling in [
        format!("postgres://{user}@/{name}?host={host}&port={port}"),
        format!("postgresql:///{name}?host={host}&port={port}&user={user}"),
        format!("postgres://{user}:p%25@{host}:{port}/{name}"),
        format!("postgres://{user}@{host}:{closed},{host}:{port}/{name}?target_session_attrs=read-write"),
        format!("postgres://{user}@{host},{host}:{port}/{name}?application_name=portal%20one"),
    ] {
        let listed = Program::in_folder(&path, &["account", "list"])
            .with("DATABASE_URL", &spelling)
            .with("VESTIBULE_KEY_FILE", "ring.key")
            .run();
        assert_eq!((listed.status, listed.stderr.as_str()), (0, ""), "{spelling}");
    }
}

#[test]
fn no_part_of_a_secret_is_repeated() {
    let (_kept, path) = folder();
    for (variable, value) in [
        ("DATABASE_URL", "postgres://u:abc%hunter2@127.0.0.1/v"),
        ("DATABASE_URL", "postgres://u:hunter2%@127.0.0.1/v"),
        ("DATABASE_URL", "postgres://u:abc@hunter2@127.0.0.1/v"),
        ("DATABASE_URL", "postgres://u:abc/hunter2@127.0.0.1/v"),
        ("DATABASE_URL", "postgres://u:12/hunter2@127.0.0.1/v"),
        (
            "DATABASE_URL",
            "postgres://u@127.0.0.1:9/v?password=abc&hunter2=x",
        ),
        ("DATABASE_URL", "host=127.0.0.1 password=hunter2"),
        ("SMTP_URL", "smtps://u:abc%hunter2@mail.example.com:port"),
        ("SMTP_URL", "smtps://u:abc/hunter2@mail.example.com"),
        ("TWILIO_AUTH_TOKEN", "hunter2"),
        // In place of its file.
        ("DATABASE_URL_FILE", "postgres://u:hunter2@127.0.0.1/v"),
        ("SMTP_URL_FILE", "smtps://u:hunter2@mail.example.com"),
        ("TWILIO_AUTH_TOKEN_FILE", "hunter2"),
        (
            "VESTIBULE_KEY_FILE",
            "k1 hunter2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ),
    ] {
        let ended = Program::in_folder(&path, &["serve"])
            .with("VESTIBULE_ISSUER", "a:b")
            .with("VESTIBULE_KEY_FILE", "ring.key")
            .with("MAIL_FROM", "account@example.com")
            .with(variable, value)
            .run();
        assert_eq!(ended.status, 2, "{ended:?}");
        assert!(!ended.stderr.contains("hunter2"), "{value}: {ended:?}");
    }
    // Typed where no flag accepts it.
    for arguments in [
        &["account", "set-password", "Alice", "--password-stdin", "hunter2"][..],
        &["serve", "postgres://u:hunter2@127.0.0.1/v"],
        &["postgres://u:hunter2@127.0.0.1/v"],
    ] {
        let ended = Program::in_folder(&path, arguments).run();
        assert_eq!(ended.status, 2, "{ended:?}");
        assert!(!ended.stderr.contains("hunter2"), "{ended:?}");
    }
    let misspelt = Program::in_folder(&path, &["account", "lisst"]).run();
    assert!(misspelt.stderr.contains("list"), "{misspelt:?}");
    let misspelt = Program::in_folder(&path, &["serve", "--lissten", "x"]).run();
    assert!(misspelt.stderr.contains("--lissten"), "{misspelt:?}");
}

/// Every variable in the help of a command.
fn variables_of(path: &Path, command: &[&str]) -> Vec<String> {
    let help = Program::in_folder(path, &[command, &["--help"]].concat())
        .run()
        .stdout;
    help.split("[env: ")
        .skip(1)
        .map(|rest| rest.split(['=', ']']).next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_variable_that_is_set_and_empty_is_not_set() {
    let (_kept, path) = folder();
    let variables = variables_of(&path, &["serve"]);
    assert!(variables.len() > 35, "{variables:?}");
    for empty in ["", "  "] {
        let (_kept, path) = folder();
        let (listen, url) = (free_port(), free_port());
        let (listen, url) = (format!("127.0.0.1:{listen}"), format!("http://localhost:{url}"));
        let arguments = ["serve", "--listen", &listen, "--public-url", &url];
        let mut program = Program::in_folder(&path, &arguments).with("CREDENTIALS_DIRECTORY", "");
        for variable in &variables {
            program = program.with(variable, empty);
        }
        let serving = program.serve(true);
        assert!(
            serving.printed().starts_with("Vestibule is running at "),
            "{}",
            serving.printed()
        );
        assert_eq!(serving.stop_by("-TERM").status, 0);
        assert!(path.join("vestibule.db").exists() && path.join("vestibule.key").exists());
    }
    for command in COMMANDS {
        let mut program = Program::in_folder(&path, command);
        for variable in &variables {
            program = program.with(variable, "");
        }
        let ended = program.run();
        assert_eq!(ended.status, 0, "{command:?}: {ended:?}");
    }
}

#[test]
fn a_secret_is_read_from_a_file_or_a_credential_by_every_command() {
    let database = PostgresDatabase::fresh();
    for url in ["sqlite://named.db", &database.url()] {
        let (_kept, path) = folder();
        Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
        fs::create_dir(path.join("credentials")).unwrap();
        for (file, line_break) in [("url", "\n"), ("credentials/DATABASE_URL", "")] {
            fs::write(path.join(file), format!("{url}{line_break}")).unwrap();
        }
        let with = |command: &[&str], variable: &str, value: &str| {
            Program::in_folder(&path, command)
                .with("VESTIBULE_KEY_FILE", "ring.key")
                .with(variable, value)
                .typing(&format!("{PASSWORD}\n"))
        };
        let add = "account add --username Alice --email a@example.com --password-stdin";
        let add: Vec<&str> = add.split(' ').collect();
        let added = with(&add, "DATABASE_URL_FILE", "url").run();
        assert_eq!(added.status, 0, "{added:?}");
        for (variable, value) in [
            ("DATABASE_URL_FILE", "url"),
            ("CREDENTIALS_DIRECTORY", "credentials"),
        ] {
            for command in COMMANDS {
                let ended = with(command, variable, value).run();
                assert_eq!(ended.status, 0, "{command:?}: {ended:?}");
            }
            let listed = with(&["account", "list"], variable, value).run().stdout;
            assert!(listed.starts_with("Alice\t"), "{listed}");
            let address = format!("127.0.0.1:{}", free_port());
            let serve = ["serve", "--listen", &address];
            let ended = with(&serve, variable, value).serve(false).stop_by("-TERM");
            assert_eq!(ended.status, 0, "{ended:?}");
        }
        // A setting overrides the credential.
        let other = with(&["account", "list"], "CREDENTIALS_DIRECTORY", "credentials")
            .with("DATABASE_URL", "other.db")
            .with("VESTIBULE_KEY_FILE", "other.key")
            .run();
        assert_eq!((other.status, other.stdout.as_str()), (0, ""), "{other:?}");
        assert!(!path.join("vestibule.db").exists());
    }
}

#[test]
fn a_secret_that_is_set_twice_or_whose_file_cannot_be_used_is_named() {
    let (_kept, path) = folder();
    fs::create_dir(path.join("credentials")).unwrap();
    fs::write(path.join("right"), "hunter2").unwrap();
    fs::write(path.join("blank"), "\n").unwrap();
    fs::write(path.join("bytes"), b"hunter2\xff").unwrap();
    fs::write(path.join("lines"), "hunter2\nhunter2\n").unwrap();
    for (name, right) in [
        ("DATABASE_URL", "postgres://u:hunter2@127.0.0.1/v"),
        ("SMTP_URL", "smtps://u:hunter2@mail.example.com"),
        ("TWILIO_AUTH_TOKEN", "hunter2"),
    ] {
        let file = format!("{name}_FILE");
        let run = |variables: &[(&str, &str)]| {
            let mut program = Program::in_folder(&path, &["serve"]);
            for (variable, value) in variables {
                program = program.with(variable, value);
            }
            program.run()
        };
        let both = run(&[(name, right), (&file, "right")]);
        refused_as_arguments(&both, &format!("{name} and {file} are both set"));
        assert!(!both.stderr.contains("hunter2"), "{both:?}");
        for (value, why) in [
            ("./nowhere", "which cannot be read"),
            ("blank", "which is empty"),
            ("bytes", "which is not valid UTF-8"),
            ("lines", "which has more than one line"),
        ] {
            let ended = run(&[(&file, value)]);
            refused_as_arguments(&ended, &format!("{file} is {value}, {why}"));
            assert!(!ended.stderr.contains("hunter2"), "{ended:?}");
        }
        let credential = path.join("credentials").join(name);
        fs::write(&credential, "").unwrap();
        let ended = run(&[("CREDENTIALS_DIRECTORY", "credentials")]);
        refused_as_arguments(
            &ended,
            &format!("CREDENTIALS_DIRECTORY contains credentials/{name}, which is empty"),
        );
        fs::remove_file(credential).unwrap();
    }
    assert!(!names_in(&path).iter().any(|name| name.starts_with("vestibule")));
}

#[test]
fn the_secrets_of_mail_and_phones_are_read_from_files() {
    let (_kept, path) = folder();
    fs::write(path.join("smtp"), "smtps://u:p@mail.example.com\n").unwrap();
    fs::write(path.join("token"), "hunter2\n").unwrap();
    let port = free_port();
    let serve = Program::in_folder(&path, &["serve", "--listen", &format!("127.0.0.1:{port}")])
        .with("SMTP_URL_FILE", "smtp")
        .with("MAIL_FROM", "account@example.com")
        .with("TWILIO_ACCOUNT_SID", "AC1")
        .with("TWILIO_AUTH_TOKEN_FILE", "token")
        .with("TWILIO_FROM", "+15551234567")
        .with("VESTIBULE_PHONE_PREFIXES", "+358");
    let serving = serve.serve(true);
    let printed = serving.printed().to_owned();
    let log = serving.stop_by("-TERM").stderr;
    assert!(printed.starts_with("Vestibule is running at "), "{log}");
    assert!(!log.contains("are not set") && !log.contains("hunter2"), "{log}");
}

#[test]
fn a_variable_that_looks_like_a_setting_and_is_none_is_named() {
    let (_kept, path) = folder();
    let log = Program::in_folder(&path, &["serve"])
        .with("VESTIBULE_ISSUER", "a:b")
        .with("VESTIBULE_TRUSTED_PROXY", "192.0.2.7")
        .with("VESTIBULE_ISSUER_FILE", "issuer")
        .with("VESTIBULE_HELP_AFTER", "2")
        .with("VESTIBULE_FORGOTTEN", "")
        .run()
        .stderr;
    for named in ["VESTIBULE_TRUSTED_PROXY", "VESTIBULE_ISSUER_FILE"] {
        assert!(
            log.contains(&format!("{named} is not a setting of this version")),
            "{log}"
        );
    }
    assert_eq!(log.matches("is not a setting").count(), 2, "{log}");
    assert!(!log.contains("192.0.2.7"), "{log}");
}

#[test]
fn help_has_every_setting_in_its_group() {
    let (_kept, path) = folder();
    let help = Program::in_folder(&path, &["serve", "--help"]).run().stdout;
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let (mut order, mut group) = (Vec::new(), "");
    for line in help.lines() {
        if let Some(name) = line.strip_suffix(':').filter(|name| !name.starts_with(' ')) {
            group = name;
            order.push(name);
        } else if let Some(flag) = line.trim_start().split(' ').find(|word| word.starts_with("--"))
            && (line.starts_with("  -") || line.starts_with("      --"))
        {
            groups.entry(group).or_default().push(flag);
        }
    }
    order.retain(|name| *name != "Options");
    assert_eq!(
        order,
        ["Database", "Web", "Sign-in", "Mail", "Phone", "Log"],
        "{help}"
    );
    for (group, flag) in [
        ("Database", "--database-url"),
        ("Database", "--database-url-file"),
        ("Database", "--database-wait"),
        ("Database", "--key-file"),
        ("Web", "--listen"),
        ("Web", "--trusted-proxies"),
        ("Web", "--accent"),
        ("Sign-in", "--issuer"),
        ("Sign-in", "--help-after"),
        ("Mail", "--smtp-url"),
        ("Mail", "--mail-per-day"),
        ("Phone", "--twilio-from"),
        ("Phone", "--phone-prefixes"),
        ("Phone", "--phone-per-day"),
        ("Log", "--log-format"),
        ("Log", "--activity-days"),
    ] {
        assert!(groups[group].contains(&flag), "{flag}: {groups:?}");
    }
    let rest = groups.get("Options").cloned().unwrap_or_default();
    assert!(
        rest.iter().all(|flag| matches!(*flag, "--help" | "--version")),
        "{rest:?}"
    );
}

/// A folder of an operator's own words, with these files.
fn own_words(path: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let file = path.join("words").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

#[test]
fn faults_in_an_operators_own_words_are_named_with_file_and_line() {
    let (_kept, path) = folder();
    own_words(
        &path,
        &[
            (
                "en/a.ftl",
                "# Ours.\nlogin-titel = Hello\nlogin-title = Hello { $name }\n",
            ),
            ("sv/b.ftl", "login-title = <script>Hej</script>\n"),
        ],
    );
    for command in [&["serve"][..], &["account", "list"]] {
        let ended = Program::in_folder(&path, command)
            .with("VESTIBULE_LOCALES", "words")
            .run();
        assert_eq!(ended.status, 2, "{ended:?}");
        for part in [
            "words/en/a.ftl:2: login-titel: this version has no such message",
            "words/en/a.ftl:3: login-title: it is not given $name",
            "words/sv/b.ftl:1: login-title: <script> cannot stand there",
        ] {
            assert!(ended.stderr.contains(part), "{part}: {ended:?}");
        }
        assert_eq!(names_in(&path), ["words"], "nothing was made");
    }
    let ended = Program::in_folder(&path, &["serve"])
        .with("VESTIBULE_LOCALES", "nothing-here")
        .run();
    assert_eq!(ended.status, 2, "{ended:?}");
    assert!(
        ended.stderr.contains("VESTIBULE_LOCALES names nothing-here"),
        "{ended:?}"
    );
}

#[test]
fn a_language_of_the_operators_own_is_one_like_the_others() {
    let (_kept, path) = folder();
    own_words(
        &path,
        &[(
            "sv/words.ftl",
            "language-name = Svenska\nlogin-title = Logga in\n",
        )],
    );
    let account = |arguments: &[&str]| {
        Program::in_folder(&path, &[&["account"], arguments].concat())
            .with("VESTIBULE_LOCALES", "words")
            .typing(&format!("{PASSWORD}\n"))
            .run()
    };
    let add = [
        "add",
        "--username",
        "Alice",
        "--email",
        "a@example.com",
        "--password-stdin",
        "--language",
        "sv",
    ];
    let added = account(&add);
    assert_eq!(added.status, 0, "{added:?}");
    assert!(
        account(&["show", "Alice", "--json"])
            .stdout
            .contains("\"language\": \"sv\"")
    );
}
