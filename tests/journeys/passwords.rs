//! Forgotten passwords, and changing a password.

use vestibule::flows::{administer, first_run, forgotten_password};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        page::Page,
        people::{self, Person},
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

const NEW: &str = "walnut harbour violin seven";
const ASK: &str = "/forgotten-password";
/// Repeated 20 to 50 times, it overflows the estimator.
const BREAKS_THE_ESTIMATOR: &str = "$5";

/// Passwords that are judged.
fn choices(portal: &TestPortal) -> i64 {
    RawDatabase::of(portal).number(
        "SELECT CAST(COALESCE(SUM(failures), 0) AS BIGINT) AS number FROM throttles WHERE kind = 'password_choice'",
    )
}

/// Requests a link, and lets the background task look up the account.
async fn ask(portal: &TestPortal, visitor: &mut Visitor, typed: &str) -> Page {
    visitor.open(ASK).await;
    visitor.fill("username", typed);
    visitor.press("Send link").await;
    forgotten_password::round(portal.services()).await.unwrap();
    visitor.page().clone()
}

async fn link(portal: &TestPortal, visitor: &mut Visitor, typed: &str) -> String {
    ask(portal, visitor, typed).await;
    portal.mailed_path("/new-password/").await
}

async fn choose(visitor: &mut Visitor, path: &str, password: &str) -> Page {
    visitor.open(path).await;
    visitor.fill("password", password);
    visitor.press("Set password").await
}

async fn subjects(portal: &TestPortal) -> Vec<String> {
    let mails = portal.mails().await;
    mails
        .iter()
        .map(|mail| mail.subject().as_str().to_owned())
        .collect()
}

on_both_databases! {
    async fn a_link_leads_to_another_password_and_the_second_factor_stays(portal) {
        let (mut alice, mut signed_in) = people::main_account_with_totp(&portal).await;
        let mut half = portal.visitor();
        alice.give_password(&mut half).await;
        portal.mails().await;

        let mut visitor = portal.visitor().with_address("203.0.113.9");
        visitor.open("/login").await;
        visitor.click("Forgotten password?").await;
        visitor.fill("username", "alice");
        visitor.press("Send link").await;
        assert_eq!(visitor.land().await.heading(), "Check your e-mail");
        forgotten_password::round(portal.services()).await.unwrap();
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to().as_str(), "alice@example.com");
        assert!(mails[0].text().contains("203.0.113.9"), "{}", mails[0].text());
        let text = mails[0].text();
        let path = text.lines().find_map(|line| line.trim().strip_prefix(&portal.url())).expect("a link").to_owned();

        assert_eq!(visitor.open(&path).await.heading(), "Choose a new password");
        assert_eq!(signed_in.open("/account").await.status, 200, "opening it changes nothing");
        let page = choose(&mut visitor, &path, "short").await;
        assert_eq!(page.status, 422);
        assert_eq!(choose(&mut visitor, &path, NEW).await.location(), Some("/login?password-set"));
        assert_eq!(visitor.land().await.heading(), "Sign in", "nobody is signed in");
        assert_eq!(signed_in.open("/account").await.status, 303);
        portal.wait(30);
        assert_eq!(alice.give_code(&mut half, &alice.code(&portal)).await.location(), Some("/login?ended"));
        assert_eq!(subjects(&portal).await, ["Acme Panel: Your password was changed"]);

        assert_eq!(visitor.open(&path).await.status, 404, "once");
        let old = alice.give_password(&mut visitor).await;
        assert_eq!(old.status, 422);
        NEW.clone_into(&mut alice.password);
        assert_eq!(alice.give_password(&mut visitor).await.heading(), "Enter your one-time password");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!((raw_database.events("password_link_sent"), raw_database.events("password_chosen")), (1, 1));
        assert_eq!(raw_database.count("password_requests"), 0);
    }

    async fn the_answer_is_the_same_whoever_is_asked_for(portal) {
        people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Ivan").await;
        administer::disable(portal.services(), "Ivan").await.unwrap();
        portal.mails().await;
        let mut answers = Vec::new();
        for typed in ["alice", "nobody", "Ivan", "alice@example.com", "nobody@example.com", "a\u{202e}b", "' OR 1=1 --", "\u{fffe}"] {
            let mut visitor = portal.visitor().with_address(&format!("198.51.100.{}", answers.len()));
            let answer = ask(&portal, &mut visitor, typed).await;
            let mut headers: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
            headers.sort();
            let page = visitor.land().await;
            let token = page.field_value("csrf").unwrap_or_default();
            answers.push((answer.status, headers, page.html.replace(&token, "")));
        }
        for answer in &answers[1..] {
            assert_eq!(*answer, answers[0]);
        }
        assert_eq!(subjects(&portal).await.len(), 2, "one by name and one by address");
    }

    async fn mail_goes_to_the_address_that_is_stored_and_to_no_other(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        people::move_to(&portal, &mut alice, "mike@example.com").await;
        // A new address is not mailed a link yet.
        portal.wait(48 * 3600);
        for (number, typed) in [
            "m\u{131}ke@example.com", "mi\u{212a}e@example.com", "m\u{ff49}ke@example.com",
            "mike@example.com,eve@example.org", "mike@example.com\r\nBcc: eve@example.org", "mike@example.com eve@example.org",
        ].into_iter().enumerate() {
            let mut visitor = portal.visitor().with_address(&format!("198.51.100.{number}"));
            ask(&portal, &mut visitor, typed).await;
        }
        let mut visitor = portal.visitor();
        visitor.open(ASK).await;
        let csrf = visitor.page().field_value("csrf").unwrap();
        for fields in [
            vec![("csrf", csrf.as_str()), ("username", "mike@example.com"), ("username", "eve@example.org")],
            vec![("csrf", csrf.as_str()), ("username[]", "mike@example.com"), ("username[]", "eve@example.org")],
        ] {
            let answer = visitor.request(reqwest::Method::POST, ASK).like_a_form("same-origin").form(&fields).send().await;
            assert_eq!(answer.status, 422);
        }
        forgotten_password::round(portal.services()).await.unwrap();
        assert!(portal.mails().await.is_empty());
        ask(&portal, &mut visitor, "MIKE@Example.com").await;
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to().as_str(), "mike@example.com");
    }

    async fn a_user_name_that_is_another_s_address_takes_no_mail_away(portal) {
        people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        // As if a person has an address that was another's before.
        crate::security::raw_database::RawDatabase::of(&portal).execute(
            "UPDATE accounts SET username = 'alice@example.com', username_key = 'alice@example.com' WHERE username = 'Bob'",
        );
        portal.mails().await;
        ask(&portal, &mut portal.visitor(), "alice@example.com").await;
        let mut recipients: Vec<String> = portal.mails().await.iter().map(|mail| mail.to().as_str().to_owned()).collect();
        recipients.sort();
        assert_eq!(recipients, ["added@example.com", "alice@example.com"]);
    }

    async fn a_link_works_for_thirty_minutes_and_a_newer_one_replaces_it(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let first = link(&portal, &mut visitor, "alice").await;
        let second = link(&portal, &mut visitor, "alice").await;
        assert_eq!(visitor.open(&first).await.status, 404);
        portal.wait(1799);
        assert_eq!(visitor.open(&second).await.status, 200);
        visitor.fill("password", NEW);
        portal.wait(1);
        assert_eq!(visitor.press("Set password").await.status, 404, "it is looked at when it is used");
        alice.sign_in(&portal).await;
    }

    async fn a_link_dies_with_what_it_was_for(portal) {
        let (alice, mut signed_in) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        for number in 0..3 {
            let path = link(&portal, &mut visitor, "alice").await;
            match number {
                0 => administer::set_password(portal.services(), "Alice", NEW).await.unwrap(),
                1 => {
                    let person = Person { password: NEW.to_owned(), ..alice.clone() };
                    signed_in = person.sign_in(&portal).await;
                    people::move_to(&portal, &mut signed_in, "other@example.com").await;
                }
                _ => drop(administer::disable(portal.services(), "Alice").await.unwrap()),
            }
            assert_eq!(visitor.open(&path).await.status, 404, "{number}");
            // A new address is not mailed a link yet.
            portal.wait(48 * 3600);
        }
        assert_eq!(signed_in.open("/account").await.status, 303);
    }

    async fn a_mailbox_is_not_filled_and_nobody_is_kept_from_a_link_for_long(portal) {
        people::main_account(&portal).await;
        portal.mails().await;
        let mut mails = 0;
        for minute in 0..180 {
            let mut visitor = portal.visitor().with_address(&format!("198.51.{}.{}", minute / 200, minute % 200));
            ask(&portal, &mut visitor, "alice").await;
            mails += portal.mails().await.len();
            portal.wait(60);
        }
        assert!((4..=8).contains(&mails), "{mails} in three hours of asking each minute");
        portal.wait(3600);
        link(&portal, &mut portal.visitor(), "alice").await;

        let mut visitor = portal.visitor().with_address("203.0.113.77");
        let mut throttled = None;
        for number in 0..20 {
            let page = ask(&portal, &mut visitor, &format!("nobody-{number}")).await;
            if page.status == 429 {
                throttled = Some((number, page.header("retry-after").map(str::to_owned), page.field_value("username")));
                break;
            }
        }
        assert_eq!(throttled, Some((10, Some("30".to_owned()), Some("nobody-10".to_owned()))));
    }

    async fn a_request_that_cannot_be_answered_keeps_nobody_waiting_and_is_tried_again(portal) {
        people::main_account(&portal).await;
        people::subaccount(&portal, "Mallory").await;
        portal.mails().await;
        let mut raw_database = RawDatabase::of(&portal);
        let (fail, mend) = match &raw_database {
            RawDatabase::Sqlite(_) => (
                "CREATE TRIGGER fails BEFORE INSERT ON outbox WHEN NEW.username = 'Mallory' \
                 BEGIN SELECT RAISE(ABORT, 'on purpose'); END",
                "DROP TRIGGER fails",
            ),
            RawDatabase::Postgres(_) => (
                "ALTER TABLE outbox ADD CONSTRAINT fails CHECK (username <> 'Mallory')",
                "ALTER TABLE outbox DROP CONSTRAINT fails",
            ),
        };
        raw_database.execute(fail);
        ask(&portal, &mut portal.visitor(), "Mallory").await;
        let path = link(&portal, &mut portal.visitor(), "alice").await;
        assert_eq!(portal.visitor().open(&path).await.heading(), "Choose a new password");
        assert_eq!(raw_database.count("password_requests"), 1, "set aside");
        raw_database.execute(mend);
        forgotten_password::round(portal.services()).await.unwrap();
        assert!(portal.mails().await.is_empty(), "not at once");
        portal.wait(60);
        forgotten_password::round(portal.services()).await.unwrap();
        let mails = portal.mails().await;
        assert_eq!((mails.len(), mails[0].to().as_str()), (1, "added@example.com"));
        assert_eq!(raw_database.count("password_requests"), 0);
    }

    async fn accounts_with_the_same_address_keep_no_owner_from_a_link(portal) {
        people::main_account(&portal).await;
        for number in 0..6 {
            let name = format!("Aaa{number}");
            people::subaccount(&portal, &name).await;
            if number < 5 {
                administer::disable(portal.services(), &name).await.unwrap();
            }
        }
        // A second later than the owner's.
        RawDatabase::of(&portal).execute(
            "UPDATE accounts SET email = 'alice@example.com', created_at = created_at + 1 WHERE username LIKE 'Aaa%'",
        );
        portal.mails().await;
        ask(&portal, &mut portal.visitor(), "Alice@Example.com").await;
        let mails = portal.mails().await;
        let to: Vec<bool> = mails.iter().map(|mail| mail.text().contains("alice")).collect();
        assert_eq!(to.len(), 2, "the owner and the one that is enabled");
        assert!(mails.iter().any(|mail| mail.text().to_lowercase().contains("alice on,")
            || mail.text().contains("Alice")), "{}", mails[0].text());
    }

    async fn codes_by_mail_and_links_by_mail_are_not_both_the_way_in(portal) {
        people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.mails().await;
        let mut visitor = portal.visitor();
        ask(&portal, &mut visitor, "Bob").await;
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text().contains("Your sign-in codes come to this"), "{}", mails[0].text());
        assert!(!mails[0].text().contains("/new-password/"));
        assert_eq!(RawDatabase::of(&portal).count("one_time_links WHERE purpose = 'new_password'"), 0);
    }

    async fn a_link_that_was_mailed_before_codes_by_mail_were_switched_on_no_longer_opens(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = portal.visitor();
        let path = link(&portal, &mut visitor, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        assert_eq!(choose(&mut visitor, &path, NEW).await.status, 404);
        portal.mails().await;
        people::give_mailed_code(&portal, &bob, &mut portal.visitor()).await;
    }

    async fn without_mail_the_page_says_whom_to_ask(portal) {
        let portal = portal.cut_off().await;
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let page = visitor.open(ASK).await;
        assert!(page.text().contains("This site sends no e-mail"), "{}", page.text());
        assert!(!page.has_field("username"));
    }

    async fn a_known_password_is_changed_and_everything_else_is_signed_out(portal) {
        let (mut alice, mut here) = people::main_account_with_totp(&portal).await;
        let mut there = alice.sign_in(&portal).await;
        portal.mails().await;
        here.open("/account/security").await;
        here.click("Change password").await;
        for (present, new, problem) in [
            ("", NEW, "Enter your current password."),
            ("wrong", NEW, "This is not your current password."),
            (people::PASSWORD, "short", "at least"),
            (people::PASSWORD, people::PASSWORD, "This is your current password. Choose another one."),
            (people::PASSWORD, "alice alice alice", "name"),
        ] {
            here.fill("password", present).fill("new_password", new);
            let page = here.press("Change password").await;
            assert_eq!(page.status, 422, "{problem}");
            let problems = page.problems().join(" ");
            assert!(problems.to_lowercase().contains(&problem.to_lowercase()), "{problem}: {problems}");
            assert!(!page.html.contains(new) && (present.is_empty() || !page.html.contains(&format!("\"{present}\""))));
        }
        let before = here.jar();
        here.fill("password", people::PASSWORD).fill("new_password", NEW);
        here.press("Change password").await;
        assert!(here.land().await.text().contains("Your password is changed."));
        assert_eq!(there.open("/account").await.status, 303);
        assert_eq!(subjects(&portal).await, ["Acme Panel: Your password was changed"]);
        NEW.clone_into(&mut alice.password);
        alice.sign_in(&portal).await;
        here.use_jar(before);
        assert_eq!(here.open("/account").await.status, 303, "the old id is worth nothing");
    }

    async fn the_present_password_counts_before_the_new_one_is_judged(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/account/password").await;
        for present in ["wrong", "wrong again"] {
            alice.fill("password", present).fill("new_password", &BREAKS_THE_ESTIMATOR.repeat(25));
            let page = alice.press("Change password").await;
            assert_eq!((page.status, page.problems()), (422, vec!["This is not your current password.".to_owned()]));
        }
        assert_eq!(choices(&portal), 0, "nothing was judged");
        for characters in [40, 50, 100, 256] {
            let hostile = BREAKS_THE_ESTIMATOR.repeat(characters / 2);
            alice.fill("password", people::PASSWORD).fill("new_password", &hostile);
            let page = alice.press("Change password").await;
            assert_eq!(page.status, 422, "{page:?}");
            assert!(page.problems().join(" ").contains("Choose another one"), "{:?}", page.problems());
        }
        alice.fill("password", people::PASSWORD).fill("new_password", NEW);
        assert_eq!(alice.press("Change password").await.location(), Some("/account/security"));
    }

    async fn choices_of_a_password_are_counted_and_some_are_free(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/account/password").await;
        for _ in 0..20 {
            alice.fill("password", people::PASSWORD).fill("new_password", "passwordpassword");
            assert_eq!(alice.press("Change password").await.status, 422);
        }
        alice.fill("password", people::PASSWORD).fill("new_password", NEW);
        let page = alice.press("Change password").await;
        assert_eq!((page.status, page.header("retry-after")), (429, Some("30")));
        portal.wait(30);
        alice.fill("password", people::PASSWORD).fill("new_password", NEW);
        assert_eq!(alice.press("Change password").await.location(), Some("/account/security"));
    }

    async fn a_link_counts_before_a_password_is_judged_and_lasts_until_one_is_taken(portal) {
        let hostile = BREAKS_THE_ESTIMATOR.repeat(25);
        let welcome = first_run::welcome_link(portal.services()).await.unwrap().unwrap();
        let mut newcomer = portal.visitor();
        newcomer.open(&format!("/welcome/{}", welcome.reveal())).await;
        for (password, status) in [(&*hostile, 422), (people::PASSWORD, 303)] {
            newcomer.fill("username", "Alice").fill("email", "alice@example.com").fill("password", password);
            assert_eq!(newcomer.press("Create account").await.status, status);
        }
        newcomer.land().await;
        newcomer.open("/subaccounts/new").await;
        newcomer.fill("username", "Bob").fill("email", "bob@example.com");
        newcomer.press("Create").await;
        let invitation = portal.mailed_path("/invitation/").await;
        let new_password = link(&portal, &mut portal.visitor(), "alice").await;
        for path in [invitation, new_password] {
            let mut visitor = portal.visitor();
            let mut late = portal.visitor();
            late.open(&path).await;
            assert_eq!(choose(&mut visitor, &path, &hostile).await.status, 422);
            assert_eq!(choose(&mut visitor, &path, NEW).await.location(), Some("/login?password-set"));
            let judged = choices(&portal);
            late.fill("password", &hostile);
            assert_eq!(late.press("Set password").await.status, 404, "spent");
            assert_eq!(choices(&portal), judged, "and nothing was judged");
        }
    }

    async fn passwords_from_lists_of_stolen_ones_are_refused_and_ones_own_are_taken(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/account/password").await;
        for stolen in ["correcthorsebatterystaple", "Correct Horse Battery Staple!", "flvbybcnhfnjh"] {
            alice.fill("password", people::PASSWORD).fill("new_password", stolen);
            let page = alice.press("Change password").await;
            assert_eq!(page.status, 422, "{stolen}");
            assert!(page.problems().join(" ").contains("lists of stolen passwords"), "{:?}", page.problems());
        }
        alice.fill("password", people::PASSWORD).fill("new_password", NEW);
        assert_eq!(alice.press("Change password").await.location(), Some("/account/security"));
    }

    async fn wrong_present_passwords_are_throttled(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/account/password").await;
        for _ in 0..10 {
            alice.fill("password", "wrong").fill("new_password", NEW);
            assert_eq!(alice.press("Change password").await.status, 422);
        }
        alice.fill("password", people::PASSWORD).fill("new_password", NEW);
        assert_eq!(alice.press("Change password").await.status, 429);
    }

    async fn twenty_at_once_use_a_link_once(portal) {
        people::main_account(&portal).await;
        let path = link(&portal, &mut portal.visitor(), "alice").await;
        let mut at_once = tokio::task::JoinSet::new();
        let mut visitors = Vec::new();
        for _ in 0..20 {
            let mut visitor = portal.visitor();
            visitor.open(&path).await;
            visitor.fill("password", NEW);
            visitors.push(visitor);
        }
        for mut visitor in visitors {
            at_once.spawn(async move { visitor.press("Set password").await.status });
        }
        let statuses = at_once.join_all().await;
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
        assert!(statuses.iter().all(|status| matches!(status, 303 | 404 | 503)), "{statuses:?}");
    }
}
