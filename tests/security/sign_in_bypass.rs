//! The attacker has half of what is required: a password without a phone, a user name without a password, a link that
//! leads to another site, a header that anybody can write.

use reqwest::Method;

use vestibule::flows::administer;

use super::{FORM, SESSION, csrf, encoded, every, is_inside, raw_database::RawDatabase};
use crate::support::{
    page::Page,
    people::{self, PASSWORD, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

/// Everything that requires a session.
const INSIDE: [&str; 34] = [
    "/account",
    "/account/details",
    "/account/confirm",
    "/account/phone",
    "/account/phone/send",
    "/account/email",
    "/account/email/send",
    "/account/email/keep",
    "/account/security",
    "/account/security/manage",
    "/account/security/ip",
    "/account/security/ip/forget",
    "/account/security/disable",
    "/account/security/authenticator",
    "/account/security/authenticator/prove",
    "/account/security/authenticator/restart",
    "/account/security/recovery-codes",
    "/account/security/recovery-codes/download",
    "/account/security/recovery-codes/print",
    "/account/security/regenerate",
    "/account/recovered",
    "/account/recovered/disable",
    "/login/recovery-codes",
    "/subaccounts",
    "/subaccounts/new",
    "/subaccounts/sent-codes",
    "/policy",
    "/subaccounts/x",
    "/subaccounts/x/reset",
    "/subaccounts/x/invite",
    "/subaccounts/x/unlock",
    "/subaccounts/x/disable",
    "/subaccounts/x/enable",
    "/subaccounts/x/delete",
];

/// Strings that lead to `evil.example` in some browser or past some check.
const ELSEWHERE: [&str; 60] = [
    "https://evil.example",
    "http://evil.example/",
    "HTTPS://EVIL.EXAMPLE",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/////evil.example/account",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "\\evil.example",
    "/\\/evil.example",
    "//\\evil.example",
    "/\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/\u{b}/evil.example",
    "/\u{c}/evil.example",
    "/\u{0}/evil.example",
    "\t//evil.example",
    "\n//evil.example",
    " //evil.example",
    "\u{a0}//evil.example",
    "\u{2028}//evil.example",
    "\u{feff}//evil.example",
    "/ /evil.example",
    "/\u{3000}/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "https:\\\\evil.example",
    "http:evil.example",
    "//evil.example:443/account",
    "//127.0.0.1@evil.example",
    "//evil.example#@127.0.0.1",
    "//evil.example\\@127.0.0.1",
    "http://127.0.0.1@evil.example/",
    "http://127.0.0.1.evil.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "@evil.example",
    ".evil.example",
    "evil.example",
    "?return_to=//evil.example",
    "#//evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/%2e//evil.example",
    "/%2e%2e//evil.example",
    "/account/..//evil.example",
    "/account/../..//evil.example",
    "/account/.././/evil.example",
    "/account\r\nLocation: https://evil.example",
    "/account\r\n\r\n<script>alert(1)</script>",
    "//[::1]/account",
];

/// Strings that look dangerous but are not: they stay within this origin.
const ODD_AND_OURS: [&str; 6] = [
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/@evil.example",
    "/:80//evil.example",
    "/;//evil.example",
    "/account?to=https://evil.example",
];

/// The answer without the values that are new on each page.
fn masked(page: &Page, name: &str) -> String {
    let mut html = page.html.clone();
    while let Some((before, token)) = html.split_once("name=\"csrf\" value=\"") {
        let (_, after) = token.split_once('"').unwrap();
        html = format!("{before}[token]{after}");
    }
    let mut headers: Vec<String> = page
        .headers
        .iter()
        .filter(|(name, _)| *name != "date")
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    headers.sort();
    format!("{} {headers:?}\n{}", page.status, html.replace(name, "[name]"))
}

async fn try_to_sign_in(visitor: &mut Visitor, name: &str, password: &str) -> Page {
    visitor.open("/login").await;
    visitor.fill("username", name).fill("password", password);
    visitor.press("Sign in").await
}

/// Where a redirect leads, as a browser reads it.
fn assert_stays_here(portal: &TestPortal, page: &Page, what: &str) {
    let to = page.location().unwrap_or_else(|| panic!("{what:?}: {page:?}"));
    let here = url::Url::parse(&portal.url()).unwrap();
    let there = here.join(to).unwrap();
    assert_eq!(there.origin(), here.origin(), "{what:?} led to {to}");
    assert!(
        to.starts_with('/') && !to.starts_with("//"),
        "{what:?} led to {to}"
    );
}

on_both_databases! {
    async fn a_password_alone_reaches_nothing_behind_the_second_step(portal) {
        let (person, mut owner) = people::main_account_with_totp(&portal).await;
        // A key that is not confirmed yet must not be shown either.
        let waiting = phone_of(&owner.open("/account/security/authenticator").await);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        // The outbox is sent in the background.
        portal.mails().await;
        let mut raw_database = RawDatabase::of(&portal);
        let before = raw_database.everything();
        let token = visitor.page().field_value("csrf").unwrap();
        let body = encoded(&[
            ("csrf", &token), ("password", PASSWORD), ("code", &waiting.code_at(portal.now())),
            ("email", "thief@example.com"), ("two_factor", "on"),
        ]);
        for path in INSIDE {
            for method in [Method::GET, Method::HEAD, Method::POST] {
                let mut request = visitor.request(method.clone(), path);
                if method == Method::POST {
                    request = request.like_a_form("same-origin").body(body.clone());
                }
                let page = request.send().await;
                let what = format!("{method} {path}: {page:?}");
                match page.status {
                    303 => assert_eq!(page.location(), Some("/login/code"), "{what}"),
                    405 => {}
                    _ => panic!("{what}"),
                }
                for leak in ["otpauth", "<svg xmlns", "alice@example.com", &*waiting.secret] {
                    assert!(!page.html.contains(leak), "{leak} in {what}");
                }
                assert!(every(&page, "set-cookie").is_empty(), "{what}");
            }
        }
        for path in ["/login", "/login/code", "/help"] {
            let page = visitor.open(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.html.contains("otpauth"), "{path}");
            assert!(!page.has_button("Sign out"), "{path}");
        }
        assert_eq!(raw_database.everything(), before);
        assert!(is_inside(&mut owner).await);
    }

    async fn a_pending_id_is_no_credential_in_any_other_place(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut pending = portal.visitor();
        person.give_password(&mut pending).await;
        let id = pending.cookie(SESSION).unwrap().to_owned();
        let mut thief = portal.visitor();
        for (name, value) in [
            ("authorization", format!("Bearer {id}")),
            ("authorization", format!("Basic {id}")),
            ("x-session", id.clone()),
            ("x-forwarded-user", "alice".to_owned()),
            ("x-original-url", "/healthz".to_owned()),
            ("x-rewrite-url", "/healthz".to_owned()),
            ("x-http-method-override", "GET".to_owned()),
        ] {
            let page = thief.request(Method::GET, "/account").header(name, &value).send().await;
            assert_eq!(page.status, 303, "{name}");
        }
        let page = thief.open(&format!("/account?{SESSION}={id}")).await;
        assert_eq!(page.status, 303);
    }

    async fn a_code_is_six_digits_and_nothing_else(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let code = person.code(&portal);
        for typed in [
            "", " ", "null", "true", "0", "[]", "-1", "1e5", "0x1234", "一二三四五六", &code[..5], &format!("{code}0"),
            &format!("+{code}"), &format!("{code}.0"), &format!("{code},{code}"), &format!("{code}'--"),
        ] {
            let page = person.give_code(&mut visitor, typed).await;
            assert_eq!(page.status, 422, "{typed}: {page:?}");
        }
        assert_eq!(RawDatabase::of(&portal).count("throttles WHERE kind = 'codes'"), 0, "no guess");
        let split = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(person.give_code(&mut visitor, &split).await.location(), Some("/account"));
    }

    async fn a_code_counts_once_on_every_surface(portal) {
        let (person, mut inside) = people::main_account_with_totp(&portal).await;
        let set_up_with = person.code(&portal);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        assert_eq!(person.give_code(&mut visitor, &set_up_with).await.status, 422, "it set up the app");

        portal.wait(30);
        let (now, before) = (person.code(&portal), set_up_with);
        assert_eq!(person.give_code(&mut visitor, &now).await.location(), Some("/account"));
        for wait in [0, 29, 2, 28] {
            portal.wait(wait);
            for used in [&now, &before] {
                let mut visitor = portal.visitor();
                person.give_password(&mut visitor).await;
                let page = person.give_code(&mut visitor, used).await;
                assert!([422, 429].contains(&page.status), "{page:?}");
            }
        }
        administer::reset_second_factor(portal.services(), "nobody").await.unwrap_err();
        inside.open("/account/security/manage").await;
        inside.fill("password", PASSWORD).fill("code", &now);
        let page = inside.press("Disable two-factor authentication").await;
        assert!([422, 429].contains(&page.status), "{page:?}");
        assert_eq!(RawDatabase::of(&portal).count("totp_authenticators"), 1);
    }

    async fn unknown_disabled_and_wrong_are_one_answer(portal) {
        people::main_account(&portal).await;
        people::added_by_operator(&portal, "disabled").await;
        people::added_by_operator(&portal, "somebody").await;
        administer::disable(portal.services(), "disabled").await.unwrap();
        let mut answers: Vec<Vec<String>> = Vec::new();
        for (name, password, address) in [
            ("nobodyno", "not the password", "203.0.113.1"),
            ("somebody", "not the password", "203.0.113.2"),
            ("disabled", "not the password", "203.0.113.3"),
            ("disabled", PASSWORD, "203.0.113.4"),
        ] {
            let mut visitor = portal.visitor().with_address(address);
            let mut of_this = Vec::new();
            let tries = if password == PASSWORD { 2 } else { 13 };
            for _ in 0..tries {
                let page = try_to_sign_in(&mut visitor, name, password).await;
                of_this.push(masked(&page, name));
                assert_eq!(visitor.cookie(SESSION), None);
            }
            answers.push(of_this);
        }
        let unknown = answers[0].clone();
        assert!(unknown[0].starts_with("422") && unknown[12].starts_with("429"), "{unknown:?}");
        assert!(unknown[12].contains("retry-after: 30"), "{}", unknown[12]);
        assert_eq!(unknown, answers[1], "a wrong password differs from an unknown name");
        assert_eq!(unknown, answers[2], "a disabled account differs from an unknown name");
        // It was throttled by the earlier attempts, as an unknown name would be.
        assert_eq!(unknown[11..], answers[3][..], "the right password of a disabled account shows");
        let mut raw_database = RawDatabase::of(&portal);
        assert!(raw_database.count("throttles") > 3);
        assert_eq!(raw_database.count("throttles WHERE LENGTH(subject) <> 43"), 0, "a subject is a keyed digest");
    }

    async fn whoever_must_set_up_a_second_factor_reaches_nothing_else(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount(&portal, "Bob").await;
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        let mut raw_database = RawDatabase::of(&portal);
        let before = raw_database.everything();
        let token = visitor.page().field_value("csrf").unwrap();
        let body = encoded(&[
            ("csrf", &token), ("password", PASSWORD), ("code", "123456"), ("email", "thief@example.com"),
        ]);
        for path in INSIDE.iter().chain(&["/login/code", "/login/recovery"]) {
            for method in [Method::GET, Method::HEAD, Method::POST] {
                let mut request = visitor.request(method.clone(), path);
                if method == Method::POST {
                    request = request.like_a_form("same-origin").body(body.clone());
                }
                let page = request.send().await;
                let what = format!("{method} {path}: {page:?}");
                match page.status {
                    303 => assert_eq!(page.location(), Some("/login/setup"), "{what}"),
                    405 => {}
                    _ => panic!("{what}"),
                }
                assert!(every(&page, "set-cookie").is_empty(), "{what}");
            }
        }
        assert_eq!(raw_database.everything(), before);
        administer::disable(portal.services(), "Bob").await.unwrap();
        assert!(visitor.open("/login/setup").await.location().unwrap().starts_with("/login?"));
    }

    async fn the_right_password_of_a_disabled_account_is_a_wrong_one(portal) {
        people::main_account(&portal).await;
        people::added_by_operator(&portal, "disabled").await;
        administer::disable(portal.services(), "disabled").await.unwrap();
        let mut visitor = portal.visitor();
        let page = try_to_sign_in(&mut visitor, "disabled", PASSWORD).await;
        let mut stranger = portal.visitor();
        let unknown = try_to_sign_in(&mut stranger, "nobodyno", PASSWORD).await;
        assert_eq!(masked(&page, "disabled"), masked(&unknown, "nobodyno"));
    }

    async fn all_spellings_of_a_name_share_one_counter(portal) {
        people::main_account(&portal).await;
        for (nth, spelling) in [
            "alice", "ALICE", " Alice ", "\u{ff21}lice", "aLiCe", "alic\u{ff45}", "\u{24d0}lice",
            "Alice\u{3000}", "alice\t", "\u{1d4d0}lice",
        ].iter().enumerate() {
            let mut visitor = portal.visitor().with_address(&format!("203.0.113.{}", nth + 1));
            assert_eq!(try_to_sign_in(&mut visitor, spelling, "wrong").await.status, 422, "{spelling}");
        }
        let mut visitor = portal.visitor().with_address("203.0.113.99");
        assert_eq!(try_to_sign_in(&mut visitor, "Alice", PASSWORD).await.status, 429);
        let failures = "SELECT MAX(failures) AS number FROM throttles WHERE kind = 'password_by_name'";
        assert_eq!(RawDatabase::of(&portal).number(failures), 10);
        portal.wait(30);
        assert_eq!(try_to_sign_in(&mut visitor, "Alice", PASSWORD).await.location(), Some("/account"));
    }

    async fn strangers_at_the_door_do_not_keep_the_owner_from_their_own_page(portal) {
        let (person, mut owner) = people::main_account_with_totp(&portal).await;
        for nth in 0..14 {
            let mut stranger = portal.visitor().with_address(&format!("203.0.113.{nth}"));
            try_to_sign_in(&mut stranger, "alice", "wrong").await;
        }
        portal.wait(300);
        owner.open("/account/confirm").await;
        owner.fill("password", PASSWORD);
        assert_eq!(owner.press("Confirm").await.location(), Some("/account"));
        owner.open("/account/security/manage").await;
        owner.fill("password", PASSWORD).fill("code", &person.code(&portal));
        let page = owner.press("Disable two-factor authentication").await;
        assert_eq!(page.location(), Some("/account/security"));
    }

    async fn own_successes_between_two_guesses_buy_nothing(portal) {
        people::main_account(&portal).await;
        people::added_by_operator(&portal, "attacker").await;
        let mut statuses = Vec::new();
        for nth in 0..34 {
            let mut visitor = portal.visitor().with_address("203.0.113.7");
            statuses.push(try_to_sign_in(&mut visitor, &format!("victim{nth}"), "wrong").await.status);
            let mut visitor = portal.visitor().with_address("203.0.113.7");
            try_to_sign_in(&mut visitor, "attacker", PASSWORD).await;
        }
        assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 30, "{statuses:?}");
        assert_eq!(statuses[30..], [429; 4]);
    }

    async fn wrong_codes_are_counted_over_all_steps_and_surfaces(portal) {
        let (person, mut inside) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        for _ in 0..3 {
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            assert_eq!(person.give_code(&mut visitor, "000000").await.status, 422);
        }
        inside.open("/account/security/manage").await;
        for _ in 0..2 {
            inside.fill("password", PASSWORD).fill("code", "000000");
            assert_eq!(inside.press("Disable two-factor authentication").await.status, 422);
        }
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let page = person.give_code(&mut visitor, &person.code(&portal)).await;
        assert_eq!((page.status, page.header("retry-after")), (429, Some("30")), "{page:?}");
        let failures = "SELECT failures AS number FROM throttles WHERE kind = 'codes'";
        assert_eq!(RawDatabase::of(&portal).number(failures), 5);
    }

    async fn twenty_wrong_codes_are_all_that_a_stolen_password_buys(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let (mut looked_at, mut off) = (0, false);
        for _ in 0..60 {
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            if visitor.page().heading() == "One-time passwords are switched off" {
                off = true;
                break;
            }
            let page = person.give_code(&mut visitor, "000000").await;
            match page.header("retry-after").map(|wait| wait.parse::<i64>().unwrap()) {
                Some(wait) => portal.wait(wait),
                None => looked_at += 1,
            }
        }
        assert!(off, "codes are never switched off");
        assert_eq!(looked_at, 20);
        portal.wait(400 * 24 * 3600);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let token = visitor.page().field_value("csrf").unwrap();
        let page = visitor
            .submit_raw("/login/code", encoded(&[("csrf", &token), ("code", &person.code(&portal))]), &[FORM])
            .await;
        assert_eq!(page.status, 429, "{page:?}");
        assert!(!is_inside(&mut visitor).await);
        assert_eq!(RawDatabase::of(&portal).events("codes_switched_off"), 1);
    }

    async fn whoever_is_inside_is_sent_on_from_the_steps(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for path in ["/login", "/login/code", "/login?return_to=//evil.example"] {
            assert_eq!(visitor.open(path).await.location(), Some("/account"), "{path}");
        }
        let mut guest = portal.visitor();
        assert_eq!(guest.open("/login/code").await.location(), Some("/login"));
    }

    async fn no_link_to_our_sign_in_ends_elsewhere(portal) {
        let (person, mut inside) = people::main_account(&portal).await;
        let token = csrf(&mut inside, "/account/confirm").await;
        let mut guest = portal.visitor();
        for (place, is_ours) in ELSEWHERE.map(|place| (place, false)).into_iter()
            .chain(ODD_AND_OURS.map(|place| (place, true)))
        {
            let query = encoded(&[("return_to", place)]);
            for (who, path) in [(&mut guest, "/login"), (&mut inside, "/account/confirm")] {
                let page = who.open(&format!("{path}?{query}")).await;
                assert_eq!(page.status, 200);
                let kept = page.attribute("main [name=return_to]", "value");
                assert_eq!(kept.is_some(), is_ours, "{place:?} became {kept:?} at {path}");
            }
            // Directly to the form, without the page.
            let body = encoded(&[("csrf", &token), ("password", PASSWORD), ("return_to", place)]);
            let mut copy = inside.thief();
            let page = copy.submit_raw("/account/confirm", body, &[FORM]).await;
            if page.status == 303 {
                assert_stays_here(&portal, &page, place);
                // It has a new id now, and the old token is no longer valid.
                inside.use_jar(copy.jar());
            } else {
                assert_eq!(page.status, 403, "{page:?}");
            }
        }
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        visitor.fill("username", &person.username).fill("password", PASSWORD);
        visitor.tamper("return_to", "//evil.example");
        assert_eq!(visitor.press("Sign in").await.location(), Some("/account"));
    }

    async fn every_step_leads_back_within_this_origin_only(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        for place in ELSEWHERE {
            // Each path starts fresh; hashing and throttles are not tested here.
            raw_database.execute("DELETE FROM throttles");
            portal.wait(30);
            let mut visitor = portal.visitor();
            visitor.open("/login").await;
            visitor.fill("username", &person.username).fill("password", PASSWORD);
            visitor.tamper("return_to", place);
            let page = visitor.press("Sign in").await;
            if page.status == 422 {
                // Unreadable values, such as with NUL.
                continue;
            }
            assert_eq!(page.location(), Some("/login/code"), "{place:?}");
            visitor.open(&format!("/login/code?{}", encoded(&[("return_to", place)]))).await;
            assert_eq!(visitor.page().attribute("main [name=return_to]", "value"), None, "{place:?}");
            visitor.fill("code", &person.code(&portal)).tamper("return_to", place);
            let page = visitor.press("Log in").await;
            assert_eq!(page.location(), Some("/account"), "{place:?}: {page:?}");
        }
    }

    async fn a_link_does_not_make_a_form_that_cannot_be_sent(portal) {
        let (person, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let link = encoded(&[("return_to", &format!("/{}", "\u{e4}".repeat(200)))]);
        visitor.open(&format!("/login?{link}")).await;
        visitor.fill("username", &person.username).fill("password", PASSWORD);
        assert_eq!(visitor.press("Sign in").await.location(), Some("/account"));
    }

    async fn clients_behind_the_trusted_proxy_are_told_apart(portal) {
        people::main_account(&portal).await;
        let mut crowd = portal.visitor().with_address("203.0.113.7");
        for nth in 0..30 {
            assert_eq!(try_to_sign_in(&mut crowd, &format!("name{nth}"), "wrong").await.status, 422);
        }
        assert_eq!(try_to_sign_in(&mut crowd, "alice", PASSWORD).await.status, 429);
        // Entries that the client itself wrote are further left, and are not trusted.
        let mut forger = portal.visitor().with_address("198.51.100.1, 203.0.113.7");
        assert_eq!(try_to_sign_in(&mut forger, "alice", PASSWORD).await.status, 429);
        let mut other = portal.visitor().with_address("203.0.113.8");
        assert_eq!(try_to_sign_in(&mut other, "alice", PASSWORD).await.location(), Some("/account"));
        // A customer has 2^64 IPv6 addresses.
        for nth in 0..30 {
            let mut same = portal.visitor().with_address(&format!("2001:db8:1:2::{nth:x}"));
            assert_eq!(try_to_sign_in(&mut same, &format!("six{nth}"), "wrong").await.status, 422);
        }
        let mut same = portal.visitor().with_address("2001:db8:1:2:ffff::1");
        assert_eq!(try_to_sign_in(&mut same, "alice", PASSWORD).await.status, 429);
    }

    async fn nobody_else_s_forwarding_headers_are_believed(portal) {
        people::main_account(&portal).await;
        let portal = portal.rebuilt(|settings| settings.web.trusted_proxies.clear()).await;
        for nth in 0..31 {
            let mut visitor = portal.visitor();
            let token = csrf(&mut visitor, "/login").await;
            let forged = format!("203.0.113.{nth}");
            let name = format!("name{nth}");
            let body = encoded(&[("csrf", &token), ("username", &name), ("password", "wrong")]);
            let headers = [
                FORM, ("x-forwarded-for", &*forged), ("x-real-ip", &forged), ("client-ip", &forged),
                ("forwarded", &format!("for={forged}")), ("cf-connecting-ip", &forged),
                ("true-client-ip", &forged),
            ];
            let page = visitor.submit_raw("/login", body, &headers).await;
            assert_eq!(page.status, if nth < 30 { 422 } else { 429 }, "{nth}: {page:?}");
        }
        let addresses = RawDatabase::of(&portal).lines("SELECT DISTINCT address AS line FROM security_events");
        assert_eq!(addresses, ["127.0.0.1"]);
    }
}
