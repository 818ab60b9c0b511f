//! Vulnerabilities of other projects without another test here. `docs/security.md` lists all of them with the test of
//! each.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use reqwest::Method;
use vestibule::flows::administer;

use super::{FORM, csrf, encoded, is_inside, raw_database::RawDatabase};
use crate::support::{
    people::{self, NUMBER, PASSWORD, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

/// The account's authenticator in the database.
fn authenticators(portal: &TestPortal) -> Vec<String> {
    RawDatabase::of(portal).lines(
        "SELECT id || sealed_key || last_step || COALESCE(confirmed_at, 0) AS line FROM totp_authenticators ORDER BY id",
    )
}

async fn post(visitor: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> u16 {
    let body = encoded(fields);
    visitor.submit_raw(path, body, &[FORM]).await.status
}

/// The answer of a server to bytes that no browser sends, until it closes.
fn raw(portal: &TestPortal, request: &str) -> String {
    let address = portal.url().replace("http://", "");
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // A reset connection is an answer, too.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

on_both_databases! {
    // CVE-2026-44460 FileRise, passport-totp #9, CVE-2019-15617 Nextcloud.
    async fn a_pending_step_is_shown_no_key_and_sets_none_up(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let before = authenticators(&portal);
        let mut half = portal.visitor();
        alice.give_password(&mut half).await;
        let token = half.page().field_value("csrf").unwrap();
        for path in ["/account/security/authenticator", "/login/setup", "/account/security/recovery-codes/download"] {
            let page = half.open(path).await;
            assert_eq!(page.status, 303, "{path}");
            assert!(!page.html.contains("otpauth"), "{path}");
        }
        for path in ["/account/security/authenticator", "/account/security/authenticator/restart", "/login/setup", "/login/setup/restart"] {
            let code = alice.code_at(portal.now() + 30);
            assert_eq!(post(&mut half, path, &[("csrf", &token), ("code", &code)]).await, 303, "{path}");
        }
        assert_eq!(authenticators(&portal), before);
    }

    // CVE-2026-49443 authentik.
    async fn no_step_is_skipped_by_an_empty_form(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        people::required_subaccount(&portal, "Dora").await;
        let mut half = portal.visitor();
        alice.give_password(&mut half).await;
        let dora = Person { username: "Dora".to_owned(), phone: None, ..alice.clone() };
        let mut setting_up = portal.visitor();
        dora.give_password(&mut setting_up).await;
        let guest = portal.visitor();
        for (visitor, path) in [(guest.thief(), "/login"), (half.thief(), "/login/code"), (half.thief(), "/login/recovery"), (half.thief(), "/login/backup"), (setting_up.thief(), "/login/setup")] {
            let mut visitor = visitor;
            let token = csrf(&mut visitor, path).await;
            for fields in [vec![], vec![("code", "")], vec![("code", "null")], vec![("code[]", "1")], vec![("code", "true"), ("password", "true")], vec![("username", ""), ("password", "")]] {
                let mut fields = fields;
                fields.push(("csrf", &token));
                let status = post(&mut visitor, path, &fields).await;
                assert!(matches!(status, 422 | 429), "{path} {fields:?}: {status}");
                assert!(!is_inside(&mut visitor).await, "{path} {fields:?}");
            }
        }
    }

    // CVE-2015-7225 and CVE-2021-43177 devise-two-factor, CVE-2021-45331 Gitea, CVE-2025-6014 Vault.
    async fn a_used_code_stays_used_for_as_long_as_it_would_be_right(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        // To the beginning of a step, so that the times below are in the steps that they name.
        portal.wait(60 - portal.now() % 30);
        let step = portal.now();
        let used = alice.code_at(step);
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        assert_eq!(alice.give_code(&mut visitor, &used).await.status, 303);
        for (at, code, what) in [
            (0, used.clone(), "at once"),
            (29, used.clone(), "at the end of its step"),
            (31, used.clone(), "in the step after"),
            (59, used.clone(), "at the end of that"),
            (59, alice.code_at(step - 30), "the one before it"),
        ] {
            portal.wait(step + at - portal.now());
            let mut again = portal.visitor();
            alice.give_password(&mut again).await;
            assert_eq!(alice.give_code(&mut again, &code).await.status, 422, "{what}");
        }
        administer::unlock(portal.services(), "Alice").await.unwrap();
        let mut next = portal.visitor();
        alice.give_password(&mut next).await;
        assert_eq!(alice.give_code(&mut next, &alice.code_at(step + 30)).await.status, 303);
    }

    // Infisical #6112, hanko #2723, tolgee #3601.
    async fn the_code_that_set_the_app_up_does_not_sign_in(portal) {
        let (mut alice, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open("/account/security/authenticator").await;
        alice.phone = Some(phone_of(&page));
        let code = alice.code(&portal);
        visitor.fill("code", &code);
        assert_eq!(visitor.press("Enable").await.status, 303);
        let mut elsewhere = portal.visitor();
        alice.give_password(&mut elsewhere).await;
        assert_eq!(alice.give_code(&mut elsewhere, &code).await.status, 422);
    }

    // logto #9109.
    async fn a_late_writer_does_not_lower_the_last_step(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        for _ in 0..5 {
            portal.wait(60);
            let step = portal.now() / 30;
            let mut at_once = tokio::task::JoinSet::new();
            for code in [alice.code_at(portal.now() + 30), alice.code(&portal)] {
                let (alice, mut visitor) = (alice.clone(), portal.visitor());
                alice.give_password(&mut visitor).await;
                at_once.spawn(async move { alice.give_code(&mut visitor, &code).await.status });
            }
            let statuses = at_once.join_all().await;
            assert!(statuses.contains(&303), "{statuses:?}");
            let last = RawDatabase::of(&portal).number("SELECT last_step AS number FROM totp_authenticators");
            assert_eq!(last, step + 1);
        }
    }

    // privacyIDEA #1578; AuthQuake (2024). An attacker with the password and a hundred addresses gets twenty guesses
    // in a day, and none after it.
    async fn a_day_of_guessing_from_a_hundred_addresses_is_twenty_guesses(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let wrong = alice.wrong_code(&portal);
        let end = portal.now() + 24 * 3600;
        let (mut attempts, mut evaluated) = (0, 0);
        while portal.now() < end {
            let mut attacker = portal.visitor().with_address(&format!("198.51.100.{}", attempts % 100));
            alice.give_password(&mut attacker).await;
            // Several in a row in one step, as many steps as there are addresses.
            let token = attacker.page().field_value("csrf").unwrap_or_default();
            for _ in 0..3 {
                let status = post(&mut attacker, "/login/code", &[("csrf", &token), ("code", &wrong)]).await;
                evaluated += i64::from(status == 422);
                attempts += 1;
                assert!(matches!(status, 422 | 429), "{status}");
            }
            portal.wait(600);
        }
        assert!(attempts > 400, "{attempts}");
        let mut raw_database = RawDatabase::of(&portal);
        let recorded = raw_database.events("code_refused");
        assert!(evaluated <= 20 && recorded <= 20, "{evaluated} answered, {recorded} recorded");
        assert_eq!(raw_database.events("codes_switched_off"), 1);
        // The right code is of no use to them then, and the owner was notified.
        let mut attacker = portal.visitor();
        let token = alice.give_password(&mut attacker).await.field_value("csrf").unwrap_or_default();
        let code = alice.code(&portal);
        assert_eq!(post(&mut attacker, "/login/code", &[("csrf", &token), ("code", &code)]).await, 429);
        let mails = portal.mails().await;
        assert!(mails.iter().any(|mail| mail.text().contains("wrong codes")), "{}", mails.len());
    }

    // CVE-2023-26481 authentik.
    async fn a_link_sets_the_password_of_its_own_account_alone(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let hashes = || RawDatabase::of(&portal).lines("SELECT username || password_hash AS line FROM accounts WHERE username = 'Bob'");
        let before = hashes();
        let mut visitor = portal.visitor();
        visitor.open("/forgotten-password").await;
        visitor.fill("username", "Alice");
        visitor.press("Send link").await;
        vestibule::flows::forgotten_password::round(portal.services()).await.unwrap();
        let path = portal.mailed_path("/new-password/").await;
        let token = csrf(&mut visitor, &path).await;
        let fields = [
            ("csrf", token.as_str()), ("password", "walnut harbour violin seven"), ("username", "Bob"), ("user", "Bob"), ("account_id", "Bob"), ("id", "Bob"),
        ];
        let page = visitor.submit_raw(&format!("{path}?username=Bob&id=Bob"), encoded(&fields), &[FORM]).await;
        assert_eq!(page.status, 303);
        assert_eq!(hashes(), before);
        bob.sign_in(&portal).await;
    }

    // Rodauth #376 and #377.
    async fn a_one_time_password_proves_no_phone_number(portal) {
        people::main_account(&portal).await;
        let mut carol = people::required_subaccount_with_number(&portal, "Carol").await;
        let proven = || RawDatabase::of(&portal).count("phone_numbers WHERE proven_at IS NOT NULL");
        // The operator may set up an app first: the number stays unproven by it.
        let mut visitor = portal.visitor();
        carol.give_password(&mut visitor).await;
        visitor.press("Send SMS").await;
        visitor.land().await;
        let code = portal.texts().pop().unwrap().code();
        carol.give_code(&mut visitor, &code).await;
        visitor.land().await;
        carol.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(proven(), 1);
        RawDatabase::of(&portal).execute("UPDATE phone_numbers SET proven_at = NULL");
        carol.sign_in(&portal).await;
        assert_eq!(proven(), 0);
        let mut half = portal.visitor();
        portal.wait(30);
        carol.give_password(&mut half).await;
        let page = half.open("/login/backup").await;
        assert!(!page.has_button("Send SMS"), "an unproven number is no way round the app: {}", page.text());
    }

    // scheb 2018-07-08 and 2019-12-19, Vaultwarden #7682, nodewarden #370, CVE-2026-56750 Gitea: remembered devices.
    async fn no_browser_is_remembered_past_its_session(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = alice.sign_in(&portal).await;
        // Our long-lived cookie selects a counter of wrong passwords, and bypasses nothing.
        let stay: Vec<_> = visitor.cookies().iter().filter(|cookie| cookie.persistent).map(|cookie| cookie.name.clone()).collect();
        assert_eq!(stay, ["vestibule-browser"]);
        let kept = visitor.jar();
        visitor.press("Sign out").await;
        visitor.use_jar(kept);
        for name in ["remember", "remember_token", "trusted_device", "vestibule-remember", "vestibule-device"] {
            visitor.set_cookie(name, &alice.username);
        }
        assert_eq!(alice.give_password(&mut visitor).await.heading(), "Enter your one-time password");
    }

    // Keycloak PR #49606.
    async fn no_page_before_the_password_asks_for_a_number_or_shows_one(portal) {
        people::main_account(&portal).await;
        let carol = people::required_subaccount_with_number(&portal, "Carol").await;
        let mut visitor = portal.visitor();
        let digits = NUMBER.replace(['+', ' '], "");
        let last_four = &digits[digits.len() - 4..];
        for path in ["/login", "/forgotten-password", "/help", "/login/backup"] {
            visitor.open(path).await;
            let page = visitor.land().await;
            // Hidden text is checked too, but not for two digits: a token may contain them.
            assert!(!page.html.contains(last_four), "{path}: {}", page.html);
            assert!(!page.has_field("phone") && !page.text().contains("67"), "{path}: {}", page.text());
        }
        let page = carol.give_password(&mut visitor).await;
        assert!(page.text().contains("67") && !page.text().contains(&digits[..8]), "masked: {}", page.text());
    }

    // CVE-2024-47070 and CVE-2023-36456 authentik, CVE-2026-25119 Gogs, CVE-2026-20896 Gitea.
    async fn an_address_that_cannot_be_read_passes_no_list(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/account/security/ip").await;
        alice.fill("allowed_addresses", "127.0.0.0/8\n10.0.0.0/8");
        assert_eq!(alice.press("Save").await.status, 303);
        for junk in ["a", "", "127.0.0.1:", "127.0.0.1%lo", "[127.0.0.1]", "127.0.0.1, ?", "127.0.0.1 10.0.0.1", "999.0.0.1", "0x7f.1"] {
            let mut visitor = portal.visitor();
            visitor.open("/login").await;
            let token = visitor.page().field_value("csrf").unwrap();
            let page = visitor
                .request(Method::POST, "/login")
                .like_a_form("same-origin")
                .header("x-forwarded-for", junk)
                .form(&[("csrf", &token), ("username", "alice"), ("password", PASSWORD)])
                .send()
                .await;
            assert_eq!(page.status, 400, "{junk:?}: {page:?}");
        }
        let mut outside = portal.visitor().with_address("::ffff:1.2.3.4");
        outside.open("/login").await;
        outside.fill("username", "alice").fill("password", PASSWORD);
        assert_eq!(outside.press("Sign in").await.status, 403);
        let mut inside = portal.visitor().with_address("::ffff:10.1.2.3");
        inside.open("/login").await;
        inside.fill("username", "alice").fill("password", PASSWORD);
        assert_eq!(inside.press("Sign in").await.status, 303, "the same address in its other form");
    }

    // RUSTSEC-2021-0081 actix-http.
    async fn no_request_is_smuggled_in_another(portal) {
        people::main_account(&portal).await;
        let smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
        let body = format!("0\r\n\r\n{smuggled}");
        let head = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        for (what, headers, body) in [
            ("a length and chunks", format!("Content-Length: {}\r\nTransfer-Encoding: chunked\r\n", body.len()), body.clone()),
            ("chunks and a length", format!("Transfer-Encoding: chunked\r\nContent-Length: {}\r\n", body.len()), body.clone()),
            ("two lengths", format!("Content-Length: 0\r\nContent-Length: {}\r\n", smuggled.len()), smuggled.to_owned()),
            ("a list of lengths", format!("Content-Length: 0, {}\r\n", smuggled.len()), smuggled.to_owned()),
            ("a signed length", "Content-Length: +0\r\n".to_owned(), smuggled.to_owned()),
            ("an unknown coding", "Transfer-Encoding: xchunked\r\n".to_owned(), body.clone()),
            ("a coding and more", "Transfer-Encoding: chunked, identity\r\n".to_owned(), body.clone()),
            ("a chunk of junk", "Transfer-Encoding: chunked\r\n".to_owned(), format!("zz\r\n{smuggled}")),
            ("a chunk too large to count", "Transfer-Encoding: chunked\r\n".to_owned(), format!("ffffffffffffffffff\r\n{smuggled}")),
            ("a header with a space", "Content-Length : 0\r\n".to_owned(), smuggled.to_owned()),
        ] {
            let answer = raw(&portal, &format!("{head}{headers}\r\n{body}"));
            let answers = answer.matches("HTTP/1.1 ").count();
            assert!(answers <= 1, "{what}: {answer}");
            assert!(!answer.contains("HTTP/1.1 200"), "{what}: {answer}");
        }
    }

    // CVE-2026-55670 ZITADEL.
    async fn a_deleted_account_leaves_nothing_to_the_next_of_its_name(portal) {
        let (main, mut alice) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut theirs = bob.sign_in(&portal).await;
        let mut asking = portal.visitor();
        asking.open("/forgotten-password").await;
        asking.fill("username", "Bob");
        asking.press("Send link").await;
        vestibule::flows::forgotten_password::round(portal.services()).await.unwrap();
        let link = portal.mailed_path("/new-password/").await;
        let ids = || RawDatabase::of(&portal).lines("SELECT id AS line FROM accounts WHERE username = 'Bob'");
        let before = ids();
        alice.open("/subaccounts").await;
        alice.click_in("tbody tr:nth-child(2)", "Change").await;
        let page = alice.page().path.clone();
        portal.wait(30);
        alice.tick("sure").fill("reason", "left").fill("password", &main.password).fill("code", &main.code(&portal));
        assert_eq!(alice.press("Delete account").await.status, 303);
        people::subaccount(&portal, "Bob").await;
        assert_ne!(ids(), before);
        assert_eq!(alice.open(&page).await.status, 404);
        assert_eq!(alice.open(&format!("{page}/activity")).await.status, 404, "its activity is nobody's");
        assert!(!is_inside(&mut theirs).await);
        assert_eq!(asking.open(&link).await.status, 404);
    }

    // CVE-2026-43911 Vaultwarden, CVE-2025-62174 Mastodon, CVE-2025-29928 authentik.
    async fn nothing_that_was_open_survives_a_change_of_who_one_is(portal) {
        let (alice, mut inside) = people::main_account_with_totp(&portal).await;
        for event in ["password by link", "password by command", "disabled by command", "reset by command"] {
            let mut other = portal.visitor();
            alice.give_password(&mut other).await;
            let half = other.thief();
            let change = match event {
                "password by link" => {
                    other.open("/forgotten-password").await;
                    other.fill("username", "Alice");
                    other.press("Send link").await;
                    vestibule::flows::forgotten_password::round(portal.services()).await.unwrap();
                    let path = portal.mailed_path("/new-password/").await;
                    other.open(&path).await;
                    other.fill("password", PASSWORD);
                    other.press("Set password").await.status == 303
                }
                "password by command" => administer::set_password(portal.services(), "Alice", PASSWORD).await.is_ok(),
                "reset by command" => administer::reset_second_factor(portal.services(), "Alice").await.is_ok(),
                _ => administer::disable(portal.services(), "Alice").await.is_ok(),
            };
            assert!(change, "{event}");
            assert!(!is_inside(&mut inside).await, "{event}");
            let mut half = half;
            let page = half.open("/login/code").await;
            assert!(page.location().is_some_and(|to| to.starts_with("/login") && !to.starts_with("/login/")), "{event}: {page:?}");
            if event == "disabled by command" {
                administer::enable(portal.services(), "Alice").await.unwrap();
            }
            if event != "reset by command" {
                inside = alice.sign_in(&portal).await;
            }
        }
    }
}
