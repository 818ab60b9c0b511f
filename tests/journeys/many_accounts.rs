//! Lists of a main account with many subaccounts: they agree with the rules for each account, whatever happened to
//! it; they find what checking each account finds; and their file is complete or recognisably not.

use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use vestibule::{
    domain::{
        account::{Account, UsernameKey},
        authenticator::enrolled::Enrolled,
        clock::Timestamp,
        lifetimes::PENDING_SECONDS,
        next_step::{Forecast, next_step},
        phone_number::CountryPrefixes,
        policy::{FirstSignIn, Policy},
        subaccount::{AccountFilter, Manager, Protection, Tally, Traits},
    },
    flows::{
        self,
        subaccounts::{self, Board, List, Search},
    },
    store::{Conn, Database, Location, accounts, invariants, phone_numbers},
};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        people,
        portal::{TestPortal, on_both_databases},
        postgres::PostgresDatabase,
    },
};

/// The columns of a new account, and their values except id, names and address.
const COLUMNS: &str = "id, username, username_key, email, main_account_id, manager, two_factor_required, set_up_forced, \
                       protected_once, password_mailed, email_proven, username_proven, password_hash, epoch, \
                       password_chosen_at, created_at";
const REST: &str = "(SELECT id FROM accounts WHERE username = 'Alice'), FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, FALSE, \
                    'x', 0, 1, 1";

/// Makes a subaccount of Alice's.
fn add(raw_database: &mut RawDatabase, id: &str, username: &str, email: &str) {
    let key = UsernameKey::of(username);
    raw_database.execute(&format!(
        "INSERT INTO accounts ({COLUMNS}) VALUES ('{id}', '{username}', '{}', '{email}', {REST})",
        key.as_str()
    ));
}

/// Creates this many of them, with user names of one length and addresses that end in `filler`.
fn add_many(portal: &TestPortal, count: usize, filler: &str) {
    RawDatabase::of(portal).execute(&format!(
        "WITH RECURSIVE n(i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < {}) \
         INSERT INTO accounts ({COLUMNS}) SELECT 'id' || i, 'user' || i, 'user' || i, 'u' || i || '{filler}@b.fi', \
         {REST} FROM n",
        99_999 + count
    ));
}

async fn all(portal: &TestPortal) -> Vec<Account> {
    let read = |conn: &mut Conn| accounts::all(conn);
    portal.services().database.run(read).await.unwrap()
}

async fn manager(portal: &TestPortal, username: &str) -> Option<Manager> {
    let all = all(portal).await;
    let found = all.iter().find(|account| account.username.as_str() == username)?;
    Manager::of(found)
}

async fn list(portal: &TestPortal, manager: &Manager, text: &str, which: AccountFilter) -> List {
    let search = Search {
        text: text.to_owned(),
        which,
        after: None,
    };
    subaccounts::list(portal.services(), manager, search)
        .await
        .unwrap()
}

/// The number of rows in which the two copies of a value differ.
async fn astray(portal: &TestPortal) -> i64 {
    let count = |conn: &mut Conn| invariants::counts(conn);
    let counts = portal.services().database.run(count).await.unwrap();
    let rule = counts
        .iter()
        .find(|(rule, _)| rule.starts_with("account listing matches"));
    rule.expect("a rule").1
}

/// An event of one of a few subaccounts, or of all.
#[derive(Debug, Clone, Copy)]
struct Happening {
    what: usize,
    whom: usize,
}

const KINDS: usize = 22;

impl Happening {
    fn sql(self, now: i64) -> String {
        let id = format!("'x{}'", self.whom);
        let account = |set: &str| format!("UPDATE accounts SET {set} WHERE id = {id}");
        let number = |number: &str| {
            format!(
                "DELETE FROM phone_numbers WHERE account_id = {id}; INSERT INTO phone_numbers (account_id, number, created_at) \
                 SELECT id, '{number}{}', {now} FROM accounts WHERE id = {id}",
                self.whom
            )
        };
        let totp = |which: &str, confirmed: &str| {
            format!(
                "DELETE FROM totp_authenticators WHERE account_id = {id} AND confirmed_at IS {which}; \
                 INSERT INTO totp_authenticators (id, account_id, sealed_key, last_step, epoch, browser, created_at, confirmed_at) \
                 SELECT id || '{which}', id, '.', 1, 0, '', {now}, {confirmed} FROM accounts WHERE id = {id}"
            )
        };
        match self.what {
            0 => account("two_factor_required = NOT two_factor_required"),
            1 => account("set_up_forced = NOT set_up_forced"),
            2 => account("protected_once = NOT protected_once"),
            3 => account("password_mailed = NOT password_mailed"),
            4 => account("password_chosen_at = CASE WHEN password_chosen_at IS NULL THEN 1 END"),
            5 => account("disabled_at = CASE WHEN disabled_at IS NULL THEN 1 END"),
            6 => account("manager = NOT manager"),
            7 => account("epoch = epoch + 1"),
            8 => number("+35840123450"),
            9 => number("+35850765430"),
            10 => number("+4670123450"),
            11 => format!("UPDATE phone_numbers SET proven_at = {now} WHERE account_id = {id}"),
            12 => format!("DELETE FROM phone_numbers WHERE account_id = {id}"),
            13 => totp("NOT NULL", &now.to_string()),
            14 => totp("NULL", "NULL"),
            15 => format!(
                "DELETE FROM totp_authenticators WHERE account_id = {id} AND confirmed_at IS NOT NULL; \
                 UPDATE totp_authenticators SET id = id || 'd', confirmed_at = {now} WHERE account_id = {id}"
            ),
            16 => format!("DELETE FROM totp_authenticators WHERE account_id = {id}"),
            17 => format!(
                "DELETE FROM one_time_links WHERE account_id = {id}; INSERT INTO one_time_links (token_digest, purpose, account_id, \
                 epoch, recipient_id, payload, created_at, expires_at) SELECT 'd' || id, 'set_up_code', id, epoch, id, '', \
                 {now}, {} FROM accounts WHERE id = {id}",
                now + 5000
            ),
            18 => format!("UPDATE one_time_links SET used_at = {now} WHERE account_id = {id}"),
            19 => "UPDATE accounts SET disabled_at = CASE WHEN disabled_at IS NULL THEN 1 END WHERE username = 'Alice'".to_owned(),
            20 => format!("DELETE FROM accounts WHERE id = {id}"),
            _ => format!("UPDATE policies SET email_codes = NOT email_codes; {}", account(&format!("email = 'B{now}@b.fi'"))),
        }
    }
}

/// The same histories each time; `PROPTEST_CASES` sets a greater length.
fn history(length: usize) -> Vec<Happening> {
    let more = std::env::var("PROPTEST_CASES").ok();
    let length = more.and_then(|more| more.parse().ok()).unwrap_or(length);
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let happening = (0..KINDS, 0..6_usize).prop_map(|(what, whom)| Happening { what, whom });
    let history = proptest::collection::vec(happening, length);
    history.new_tree(&mut runner).unwrap().current()
}

/// The result of the rules, account by account.
struct OneByOne {
    board: Board,
    forecast: Forecast,
    lists: Vec<(AccountFilter, Vec<String>)>,
}

async fn one_by_one(portal: &TestPortal, manager: &Manager, mandatory: &Policy) -> OneByOne {
    let services = portal.services();
    let now = Timestamp(portal.now());
    let mut found = OneByOne {
        board: Board {
            tally: Tally::default(),
            may_remind: false,
        },
        forecast: Forecast::default(),
        lists: AccountFilter::ALL
            .iter()
            .map(|which| (*which, Vec::new()))
            .collect(),
    };
    let mut all = all(portal).await;
    // The main account first.
    all.sort_by_key(|account| account.main_account.is_some());
    for account in all {
        let enrolled: Enrolled = flows::next_step::enrolled(services, &account.id).await.unwrap();
        let step = flows::next_step::of(services, &account).await.unwrap();
        let pending = RawDatabase::of(portal).count(&format!(
            "totp_authenticators WHERE account_id = '{}' AND confirmed_at IS NULL AND created_at > {}",
            account.id.0,
            now.0 - PENDING_SECONDS
        ));
        let traits = Traits {
            disabled: !account.is_enabled(),
            required: account.two_factor_required,
            protection: Protection::of(step, pending > 0),
        };
        found.board.tally.add(traits, 1);
        for (which, names) in &mut found.lists {
            if which.has(traits) {
                names.push(account.username.as_str().to_owned());
            }
        }
        if account.is_enabled() {
            let sends_mail = services.sends_mail();
            found.forecast.add(
                next_step(account.facts(), enrolled.held(), mandatory, sends_mail, now),
                1,
            );
        }
        let helps = account.is_enabled()
            && account.password_chosen_at.is_some()
            && traits.protection.can_be_bettered();
        found.board.may_remind |= helps && manager.manages(account).is_some();
    }
    found
}

/// A file of 40,000 accounts, of which only the beginning was read.
async fn begun_file(portal: &TestPortal, reader: &crate::support::visitor::Visitor) -> tokio::net::TcpStream {
    // More than all buffers on the way hold.
    add_many(portal, 40_000, &"x".repeat(230));
    let cookies: Vec<String> = reader
        .cookies()
        .iter()
        .map(|cookie| format!("{}={}", cookie.name, cookie.value))
        .collect();
    let url = portal.url();
    let authority = url.strip_prefix("http://").unwrap();
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(64 * 1024).unwrap();
    let mut addresses = tokio::net::lookup_host(authority).await.unwrap();
    let address = addresses.find(std::net::SocketAddr::is_ipv4).unwrap();
    let mut stream = socket.connect(address).await.unwrap();
    let cookies = cookies.join("; ");
    let request = format!("GET /subaccounts.csv HTTP/1.1\r\nhost: {authority}\r\ncookie: {cookies}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut received = vec![0; 8192];
    stream.read_exact(&mut received).await.unwrap();
    let head = String::from_utf8_lossy(&received).to_lowercase();
    assert!(
        head.starts_with("http/1.1 200") && head.contains("transfer-encoding: chunked"),
        "{head}"
    );
    stream
}

on_both_databases! {
    async fn whatever_happened_the_lists_say_what_the_rules_say_of_each_account(portal) {
        let portal = portal
            .rebuilt(|settings| settings.phone.countries = CountryPrefixes::Only(vec!["+35840".to_owned(), "+46".to_owned()]))
            .await;
        people::main_account_with_totp(&portal).await;
        let policy = Policy { first_sign_in: FirstSignIn::App, ..Policy::default() };
        people::set_policy(&portal, "Alice", policy.clone()).await;
        let mandatory = Policy { mandatory_from: Some(Timestamp(portal.now())), ..policy };
        let mut raw_database = RawDatabase::of(&portal);
        for happening in history(120) {
            // A deleted account exists again.
            for whom in 0..6 {
                let id = format!("x{whom}");
                if raw_database.count(&format!("accounts WHERE id = '{id}'")) == 0 {
                    add(&mut raw_database, &id, &format!("User {whom}"), "a@b.fi");
                }
            }
            raw_database.execute(&happening.sql(portal.now()));
            portal.wait(300);
            for name in ["Alice", "User 1"] {
                let Some(manager) = manager(&portal, name).await else {
                    continue;
                };
                let expected = one_by_one(&portal, &manager, &mandatory).await;
                for (which, names) in expected.lists {
                    let List { accounts, board, .. } = list(&portal, &manager, "", which).await;
                    let listed: Vec<&str> = accounts.iter().map(|listed| listed.account.username.as_str()).collect();
                    assert_eq!(listed, names, "{which:?} after {happening:?}");
                    assert_eq!(board, expected.board, "after {happening:?}");
                }
                let forecast = subaccounts::forecast(portal.services(), manager.main(), &mandatory).await.unwrap();
                assert_eq!(forecast, expected.forecast, "after {happening:?}");
            }
            assert_eq!(astray(&portal).await, 0, "after {happening:?}");
        }
        // The rule finds the inconsistency.
        raw_database.execute("UPDATE account_listings SET kind = kind + 1 WHERE account_id = 'x1'; DELETE FROM account_listings WHERE account_id = 'x2'");
        assert_eq!(astray(&portal).await, 2);
    }

    async fn what_changes_at_the_same_time_is_kept_for_the_lists_together(portal) {
        people::main_account(&portal).await;
        add(&mut RawDatabase::of(&portal), "x1", "User 1", "a@b.fi");
        std::thread::scope(|scope| {
            for what in [0, 13, 8, 2, 12, 16] {
                let portal = &portal;
                scope.spawn(move || {
                    let mut raw_database = RawDatabase::of(portal);
                    for _ in 0..40 {
                        raw_database.execute(&Happening { what, whom: 1 }.sql(1));
                    }
                });
            }
        });
        assert_eq!(astray(&portal).await, 0);
    }

    async fn a_part_is_found_wherever_it_stands_and_stands_for_nothing_else(portal) {
        people::main_account(&portal).await;
        let names = [
            "100%", "100_0", "a\\b", "Straße", "STRASSE 2", "Ünal", "user 12345", "çelik", "bob", "Bobby", "x+y", "ＷＩＤＥ", "line a", "ſmall",
        ];
        let mut raw_database = RawDatabase::of(&portal);
        for (nth, name) in (0..).zip(names) {
            // A backslash is literal on PostgreSQL too.
            add(&mut raw_database, &format!("x{nth}"), name, &format!("Mail_{nth}%X@bob.example"));
        }
        for (id, number) in [("x0", "+358401234567"), ("x9", "+46701234567")] {
            raw_database.execute(&format!("INSERT INTO phone_numbers (account_id, number, created_at) VALUES ('{id}', '{number}', 1)"));
        }
        let manager = manager(&portal, "Alice").await.unwrap();
        let everybody = all(&portal).await;
        for text in [
            "%", "_", "\\", "b\\", "100%", "_0", "strasse", "STRASSE", "straße", "ü", "u\u{308}nal", "BOB", "bob", "bob@", "bob\nmail", "a\nb", "\n", " bob ",
            "mail_1", "MAIL_1%x", "12345", "1234", "123", "+358 40 123", "040123", "40-1234", "4670", "wide", "ｗide", "s", "ſ", "alice", "@example", "nobody", "x@b", "", "\u{1}",
        ] {
            let mut expected = Vec::new();
            for account in &everybody {
                let of = |conn: &mut Conn, id| phone_numbers::of(conn, &id);
                let id = account.id.clone();
                let number = portal.services().database.run(move |conn| of(conn, id)).await.unwrap();
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                let by_number = digits.len() >= 4 && !text.chars().any(char::is_alphabetic)
                    && number.is_some_and(|number| number.number.as_str().contains(&digits));
                let by_name = account.username.key().as_str().contains(UsernameKey::of(text).as_str());
                let by_address = account.email.as_str().to_ascii_lowercase().contains(&text.trim().to_ascii_lowercase());
                if text.trim().is_empty() || by_name || by_address || by_number {
                    expected.push((account.main_account.is_some(), account.username.key().as_str().to_owned()));
                }
            }
            expected.sort();
            for which in [AccountFilter::All, AccountFilter::Off, AccountFilter::WithoutApp] {
                let found = list(&portal, &manager, text, which).await;
                let found: Vec<String> = found.accounts.iter().map(|listed| listed.account.username.key().as_str().to_owned()).collect();
                let expected: Vec<&String> = expected.iter().map(|(_, key)| key).collect();
                assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{text:?} {which:?}");
            }
        }
    }

    async fn a_file_has_every_account_once_and_in_order(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        add_many(&portal, 2500, "");
        let file = alice.open("/subaccounts.csv").await;
        let lines: Vec<&str> = file.html.split("\r\n").collect();
        assert_eq!(lines.len(), 1 + 1 + 2500 + 1, "columns, Alice, everybody, and the end of the last line");
        assert!(lines[1].starts_with("\"Alice\","), "{}", lines[1]);
        for (nth, line) in (100_000..).zip(&lines[2..2502]) {
            assert_eq!(*line, format!("\"user{nth}\",\"u{nth}@b.fi\",\"User\",\"Off\",\"no\",\"no\",\"no\",\"1970-01-01T00:00:01Z\""));
        }
        let narrowed = alice.open("/subaccounts.csv?show=on").await;
        assert_eq!(narrowed.html.lines().count(), 2);
    }

    async fn a_file_ends_where_the_session_of_its_reader_does(portal) {
        let (_, alice) = people::main_account_with_totp(&portal).await;
        let mut stream = begun_file(&portal, &alice).await;
        RawDatabase::of(&portal).execute("UPDATE accounts SET epoch = epoch + 1 WHERE username = 'Alice'");
        let mut received = Vec::new();
        let _ = stream.read_to_end(&mut received).await;
        assert!(!received.ends_with(b"0\r\n\r\n"), "the client takes it for the whole file");
        assert_eq!(portal.visitor().open("/subaccounts.csv").await.status, 303);
    }

    async fn a_file_that_cannot_be_read_to_its_end_is_seen_to_be_cut(portal) {
        let (_, alice) = people::main_account_with_totp(&portal).await;
        let mut stream = begun_file(&portal, &alice).await;
        RawDatabase::of(&portal).execute("ALTER TABLE account_listings RENAME TO elsewhere");
        // Closed or reset, but not ended: the chunk of length zero is missing.
        let mut received = Vec::new();
        let _ = stream.read_to_end(&mut received).await;
        assert!(!received.ends_with(b"0\r\n\r\n"), "the client takes it for the whole file");
        let lines = received.windows(2).filter(|bytes| bytes == b"\r\n").count();
        assert!(lines < 40_000, "{lines}");

        // If nothing at all can be read, the page says so.
        let mut alice = alice;
        assert_eq!(alice.open("/subaccounts.csv").await.status, 503);
    }

    async fn a_file_of_activity_has_all_of_it(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        RawDatabase::of(&portal).execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10500) \
             INSERT INTO security_events (chain, sequence, occurred_at, account_id, username, actor, event, management, digest) \
             SELECT id, 1000 + i, i, id, username, 'operator', 'signed_in', TRUE, 'x' FROM accounts, n",
        );
        for path in ["/account/activity.csv?show=sign-ins", "/subaccounts/activity.csv?by=operator"] {
            let file = alice.open(path).await;
            let mut lines = file.html.lines().skip(1);
            for second in (1..=10_500).rev() {
                let at = Timestamp(second).to_string();
                let line = lines.next().unwrap_or_default();
                assert!(line.starts_with(&format!("\"{at}\",\"signed_in\"")), "{path} {at}: {line}");
            }
        }
    }
}

/// A database user who may create tables, but no extension.
#[tokio::test]
async fn where_the_extension_may_not_be_made_a_search_looks_at_every_account() {
    let database = PostgresDatabase::fresh();
    let (role, admin) = (
        database
            .url()
            .rsplit('_')
            .next()
            .map(|end| format!("plain_{end}"))
            .unwrap(),
        database.url(),
    );
    let mut owner = RawDatabase::Postgres(diesel::Connection::establish(&admin).unwrap());
    owner.execute(&format!(
        "CREATE ROLE {role} LOGIN; GRANT CREATE ON SCHEMA public TO {role}"
    ));
    let mut url = url::Url::parse(&admin).unwrap();
    url.set_username(&role).unwrap();
    let opened = |url: &str| Database::open(&Location::parse(url).unwrap());
    let (refused, granted) = tokio::task::spawn_blocking(move || {
        let refused = opened(url.as_str()).unwrap().finds_parts();
        (
            refused,
            opened(PostgresDatabase::fresh().url().as_str())
                .unwrap()
                .finds_parts(),
        )
    })
    .await
    .unwrap();
    assert!(!refused);
    assert!(granted);
    owner.execute(&format!("DROP OWNED BY {role}; DROP ROLE {role}"));
}
