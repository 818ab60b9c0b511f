//! What a main account requires of all its accounts, and from when.

use crate::security::raw_database::RawDatabase;
use crate::support::{
    people::{self, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};
use vestibule::flows::{administer, remind};

/// The day that tests begin on is 15 January 2027.
async fn save(visitor: &mut Visitor, date: &str, reason: &str) -> u16 {
    visitor.open("/policy").await;
    visitor
        .fill("mandatory_from", date)
        .fill("mandatory_text", reason);
    visitor.press("Save").await.status
}

/// The recipients of reminders, according to the mail.
async fn reminded(portal: &TestPortal) -> Vec<String> {
    remind::round(portal.services()).await.unwrap();
    let mails = portal.mails().await;
    let mails = mails
        .iter()
        .filter(|mail| mail.subject().as_str().contains("becomes mandatory"));
    let mut names: Vec<String> = mails
        .map(|mail| {
            mail.text()
                .split(" UTC, ")
                .nth(1)
                .unwrap()
                .split(' ')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    names.sort();
    names
}

on_both_databases! {
    async fn everybody_without_an_app_is_counted_down_and_then_led_to_set_up(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::subaccount(&portal, "Carol").await;
        let page = alice.open("/policy").await;
        assert_eq!(page.heading(), "Policy");
        assert!(page.text().contains("If you made it mandatory today") && page.text().contains("2 accounts: set-up before any other page"), "{}", page.text());
        assert_eq!(save(&mut alice, "2027-01-20", "Two companies like ours were broken into.").await, 303);
        assert_eq!(alice.land().await.field_value("mandatory_from").as_deref(), Some("2027-01-20"));

        let mut visitor = bob.sign_in(&portal).await;
        for path in ["/account", "/account/details", "/account/security"] {
            let page = visitor.open(path).await;
            for part in ["In 5 days, you need", "Two companies like ours"] {
                assert!(page.text().contains(part), "{path}: {}", page.text());
            }
        }
        assert!(!alice.open("/account").await.text().contains("In 5 days"), "she has an app");
        // Until the last second before midnight of the 20th.
        portal.wait(4 * 86_400 + 16 * 3600 - 1);
        let mut visitor = bob.sign_in(&portal).await;
        assert!(visitor.page().text().contains("From tomorrow on"), "{}", visitor.page().text());
        portal.wait(1);
        assert_eq!(visitor.open("/account").await.location(), Some("/login/setup"));
        let page = visitor.open("/login/setup").await;
        assert!(page.text().contains("Two companies like ours"), "{}", page.text());
        let phone = phone_of(&page);
        visitor.fill("code", &phone.code_at(portal.now()));
        visitor.press("Confirm code").await;
        assert_eq!(visitor.land().await.heading(), "Two-factor authentication is on");
    }

    async fn a_date_that_has_passed_counts_at_once_for_open_sessions_too(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        assert_eq!(save(&mut alice, "2027-01-15", "").await, 303);
        assert_eq!(visitor.open("/account").await.location(), Some("/login/setup"));
        let text = alice.open("/policy").await.text();
        assert!(text.contains("It is mandatory now.") && text.contains("1 account: set-up before any other page"), "{text}");
        assert_eq!(alice.open("/account").await.status, 200, "hers is there");
    }

    async fn the_main_account_is_meant_itself(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        assert_eq!(save(&mut alice, "2027-01-01", "").await, 303);
        assert_eq!(alice.follow().await.location(), Some("/login/setup"));
    }

    async fn a_policy_under_which_the_saver_could_not_sign_in_is_not_saved(portal) {
        people::main_account(&portal).await;
        // She had an app, and turned it off; and nothing is sent here.
        RawDatabase::of(&portal).execute("UPDATE accounts SET protected_once = (1 = 1)");
        let portal = portal.cut_off().await;
        let alice = people::alice(&portal);
        let mut visitor = alice.sign_in(&portal).await;
        for date in ["2027-01-01", "2027-03-01"] {
            assert_eq!(save(&mut visitor, date, "").await, 422);
            let problems = visitor.page().problems();
            assert!(problems[0].contains("you could not sign in yourself"), "{problems:?}");
        }
        assert_eq!(save(&mut visitor, "", "").await, 303, "what shuts nobody out is saved");
        let (mut alice, mut visitor) = (alice, visitor);
        alice.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(save(&mut visitor, "2027-01-01", "").await, 303);
    }

    async fn a_reset_reopens_no_time_of_grace(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(save(&mut alice, "2027-03-01", "").await, 303);
        administer::reset_second_factor(portal.services(), "Bob").await.unwrap();
        portal.mails().await;
        let mut visitor = portal.visitor();
        assert_eq!(people::give_mailed_code(&portal, &bob, &mut visitor).await.path, "/login/setup");
    }

    async fn reminders_go_out_fourteen_seven_and_one_day_before_once_each(portal) {
        let (mut alice, mut visitor) = people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        people::subaccount(&portal, "Carol").await;
        administer::disable(portal.services(), "Carol").await.unwrap();
        portal.mails().await;
        assert_eq!(save(&mut visitor, "2027-02-10", "Because.").await, 303);
        assert!(reminded(&portal).await.is_empty(), "26 days");
        portal.wait(12 * 86_400);
        assert_eq!(reminded(&portal).await, ["Alice", "Bob"], "14 days");
        assert!(reminded(&portal).await.is_empty(), "once");
        let second = portal.second_instance();
        portal.wait(7 * 86_400);
        remind::round(second.services()).await.unwrap();
        assert_eq!(reminded(&portal).await, ["Alice", "Bob"], "7 days, once over two instances");
        second.close().await;
        let mut visitor = alice.sign_in(&portal).await;
        alice.set_up_authenticator(&portal, &mut visitor).await;
        portal.wait(6 * 86_400);
        assert_eq!(reminded(&portal).await, ["Bob"], "1 day, and she has an app by now");
        portal.wait(86_400);
        assert!(reminded(&portal).await.is_empty(), "it has come");
    }

    async fn a_date_set_late_reminds_once_and_another_date_anew(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        portal.mails().await;
        assert_eq!(save(&mut visitor, "2027-01-20", "").await, 303);
        assert_eq!(reminded(&portal).await, ["Alice"]);
        assert!(reminded(&portal).await.is_empty());
        assert_eq!(save(&mut visitor, "2027-01-21", "").await, 303);
        assert_eq!(reminded(&portal).await, ["Alice"]);
    }

    async fn demanding_less_takes_a_second_factor(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        assert_eq!(save(&mut visitor, "2027-03-01", "").await, 303);
        portal.wait(310);
        visitor.open("/account/confirm").await;
        visitor.fill("password", &alice.password);
        visitor.press("Confirm").await;
        assert_eq!(save(&mut visitor, "2027-02-01", "").await, 303, "more is free");
        assert_eq!(save(&mut visitor, "2027-04-01", "").await, 422);
        assert_eq!(save(&mut visitor, "", "").await, 422);
        visitor.fill("code", &alice.code(&portal));
        assert_eq!(visitor.press("Save").await.status, 303);
        assert_eq!(visitor.land().await.field_value("mandatory_from").as_deref(), Some(""));
    }

    async fn a_cookie_copied_just_after_the_sign_in_weakens_no_policy(portal) {
        let (alice, mut before) = people::main_account_with_totp(&portal).await;
        assert_eq!(save(&mut before, "2027-03-01", "").await, 303);
        let mut owner = alice.sign_in(&portal).await;
        let mut thief = owner.thief();
        assert_eq!(save(&mut thief, "", "").await, 422);
        thief.fill("code", &alice.code(&portal));
        let page = thief.press("Save").await;
        assert!(page.problems()[0].starts_with("This code has been used."), "{:?}", page.problems());
        assert_eq!(
            owner.open("/policy").await.field_value("mandatory_from").as_deref(),
            Some("2027-03-01")
        );

        portal.wait(30);
        assert_eq!(save(&mut owner, "", "").await, 422);
        owner.fill("code", &alice.code(&portal));
        assert_eq!(owner.press("Save").await.status, 303);
        assert_eq!(owner.land().await.field_value("mandatory_from").as_deref(), Some(""));
    }

    async fn a_policy_that_another_tab_made_stricter_is_not_loosened_by_an_older_page(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut older = alice.sign_in(&portal).await;
        older.open("/policy").await;
        let mut newer = alice.sign_in(&portal).await;
        assert_eq!(save(&mut newer, "2027-03-01", "").await, 303, "more is free");
        assert_eq!(older.press("Save").await.status, 422, "it says no date, and no code was typed");
        portal.wait(30);
        older.fill("code", &alice.code(&portal));
        assert_eq!(older.press("Save").await.status, 303);
    }

    async fn a_reason_holds_lines_of_any_script_and_no_invisible_characters(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        for hidden in ["\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}"] {
            assert_eq!(save(&mut alice, "2027-01-20", &format!("Call {hidden}0800 123")).await, 422);
            let problems = alice.page().problems().join(" ");
            assert!(problems.contains("invisible characters"), "{problems}");
        }
        let reason = "Two lines:\r\nÄlä huoli, שלום, 你好.";
        assert_eq!(save(&mut alice, "2027-01-20", reason).await, 303);
        let kept = alice.land().await.field_value("mandatory_text").unwrap_or_default();
        assert!(kept.contains("Two lines:") && kept.contains("Älä huoli, שלום, 你好."), "{kept:?}");
    }

    async fn a_wrong_date_gets_a_sentence_and_everything_stays_typed(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for wrong in ["1.3.2027", "2027-02-30", "soon"] {
            visitor.open("/policy").await;
            visitor
                .fill("mandatory_from", wrong)
                .fill("mandatory_text", "Why & how");
            let page = visitor.press("Save").await;
            assert_eq!(page.status, 422);
            assert!(page.problems()[0].contains("for example 2027-03-01"), "{:?}", page.problems());
            assert_eq!(page.field_value("mandatory_from").as_deref(), Some(wrong));
            assert_eq!(page.field_value("mandatory_text").as_deref(), Some("Why & how"));
        }
        visitor.open("/policy").await;
        visitor.fill("mandatory_text", &"x".repeat(501));
        assert_eq!(visitor.press("Save").await.status, 422);
    }

    async fn only_the_main_account_sets_it(portal) {
        people::main_account(&portal).await;
        for person in [people::manager(&portal, "Mia").await, people::subaccount(&portal, "Bob").await] {
            let mut visitor = person.sign_in(&portal).await;
            assert_eq!(visitor.open("/policy").await.status, 404, "{}", person.username);
            let token = visitor.open("/account/details").await.field_value("csrf").unwrap();
            let request = visitor.request(reqwest::Method::POST, "/policy").like_a_form("same-origin");
            let page = request.form(&[("csrf", token.as_str()), ("first_sign_in", "app")]).send().await;
            assert_eq!(page.status, 404, "{}", person.username);
        }
    }

    async fn codes_by_mail_are_not_asked_for_where_no_mail_is_sent(portal) {
        let portal = portal.cut_off().await;
        let (_, mut visitor) = people::main_account(&portal).await;
        assert!(visitor.open("/policy").await.text().contains("This site sends no e-mail at the moment"));
        visitor.tick("email_codes");
        let page = visitor.press("Save").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("This site sends no e-mail"), "{:?}", page.problems());
    }
}
