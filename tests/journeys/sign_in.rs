//! Signing in and out.

use vestibule::flows::administer;

use crate::support::{
    people::{self, PASSWORD},
    portal::on_both_databases,
};

on_both_databases! {
    async fn a_password_alone_opens_an_account_without_a_second_factor(portal) {
        let (person, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let page = person.give_password(&mut visitor).await;
        assert_eq!(page.path, "/account");
        assert!(page.text().contains("Alice"));
    }

    async fn an_account_with_an_authenticator_asks_for_a_code(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        let page = person.give_password(&mut visitor).await;
        assert_eq!(page.heading(), "Enter your one-time password");
        assert_eq!(visitor.open("/account").await.location(), Some("/login/code"));
        visitor.land().await;
        person.give_code(&mut visitor, &person.code(&portal)).await;
        assert_eq!(visitor.land().await.heading(), "Your account");
    }

    async fn the_user_name_is_kept_and_the_password_is_not(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        visitor.fill("username", "alice").fill("password", "not the password");
        let page = visitor.press("Sign in").await;
        assert_eq!(page.status, 422);
        assert!(page.title().starts_with("Error: "), "{}", page.title());
        assert_eq!(page.field_value("username").as_deref(), Some("alice"));
        assert!(!page.html.contains("not the password"));
        visitor.fill("password", PASSWORD);
        visitor.press("Sign in").await;
        assert_eq!(visitor.land().await.heading(), "Your account");
    }

    async fn a_code_works_once_on_every_surface(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let enrolment_code = person.code(&portal);
        let page = person.give_code(&mut visitor, &enrolment_code).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("This code has been used"), "{}", page.text());

        portal.wait(30);
        let code = person.code(&portal);
        assert_eq!(person.give_code(&mut visitor, &code).await.status, 303);
        for later in [0, 29, 1, 28, 2] {
            portal.wait(later);
            let mut again = portal.visitor();
            person.give_password(&mut again).await;
            assert_eq!(person.give_code(&mut again, &code).await.status, 422);
        }
    }

    async fn a_clock_that_is_set_back_revives_no_code(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(90);
        let code = person.code(&portal);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        assert_eq!(person.give_code(&mut visitor, &code).await.status, 303);
        portal.wait(-60);
        let mut again = portal.visitor();
        person.give_password(&mut again).await;
        for code in [code, person.code(&portal)] {
            assert_eq!(person.give_code(&mut again, &code).await.status, 422);
        }
    }

    async fn the_codes_beside_the_current_one_are_accepted_and_no_others(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        for (offset, status) in [(-60, 422), (60, 422), (-30, 303), (30, 303)] {
            portal.wait(600);
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            let code = person.code_at(portal.now() + offset);
            assert_eq!(person.give_code(&mut visitor, &code).await.status, status, "{offset}");
        }
    }

    async fn spaces_and_dashes_in_a_code_are_forgiven_and_other_things_said(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let page = person.give_code(&mut visitor, "12345").await;
        assert_eq!((page.status, page.problems()[0].contains("6 digits")), (422, true));
        let page = person.give_code(&mut visitor, " ").await;
        assert!(page.problems()[0].starts_with("Enter the 6 digits"));
        let code = person.code(&portal);
        let spaced = format!(" {} - {} ", &code[..3], &code[3..]);
        assert_eq!(person.give_code(&mut visitor, &spaced).await.status, 303);
    }

    async fn a_wrong_code_stays_on_the_page_and_keeps_where_one_was_going(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        visitor.open("/account/details?from=mail").await;
        visitor.land().await;
        visitor.fill("username", &person.username).fill("password", &person.password);
        visitor.press("Sign in").await;
        visitor.land().await;
        let page = person.guess_codes(&portal, &mut visitor, 1).await;
        assert_eq!((page.status, page.heading().as_str()), (422, "Enter your one-time password"));
        assert_eq!(page.field_value("code").as_deref().unwrap_or_default(), "");
        let page = person.give_code(&mut visitor, &person.code(&portal)).await;
        assert_eq!(page.location(), Some("/account/details?from=mail"));
    }

    async fn user_names_are_found_in_every_spelling(portal) {
        let (_, _) = people::main_account(&portal).await;
        for spelling in ["ALICE", " alice ", "\u{ff21}lice", "aLiCe"] {
            let mut visitor = portal.visitor();
            visitor.open("/login").await;
            visitor.fill("username", spelling).fill("password", PASSWORD);
            assert_eq!(visitor.press("Sign in").await.status, 303, "{spelling}");
        }
    }

    async fn signing_out_says_so_and_leaves_nothing_open(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let thief = visitor.thief();
        let page = visitor.press("Sign out").await;
        assert_eq!(page.header("clear-site-data"), Some("\"cache\", \"storage\""));
        assert!(visitor.land().await.text().contains("You are signed out."));
        let mut thief = thief;
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
    }

    async fn a_pending_step_lives_ten_minutes_and_says_when_it_is_over(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        portal.wait(599);
        assert_eq!(visitor.open("/login/code").await.status, 200);
        portal.wait(1);
        let page = person.give_code(&mut visitor, &person.code(&portal)).await;
        assert_eq!(page.location(), Some("/login?ended"));
        assert!(visitor.land().await.text().contains("Your session has ended"));
    }

    async fn a_session_ends_after_thirty_minutes_idle_and_twelve_hours_in_all(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        portal.wait(1799);
        assert_eq!(visitor.open("/account").await.status, 200);
        portal.wait(1800);
        assert_eq!(visitor.open("/account").await.status, 303);

        let person = people::added_by_operator(&portal, "Bob").await;
        let mut visitor = person.sign_in(&portal).await;
        for _ in 0..24 {
            portal.wait(1790);
            assert_eq!(visitor.open("/account").await.status, 200);
        }
        portal.wait(240);
        assert_eq!(visitor.open("/account").await.status, 303, "twelve hours are over");
    }

    async fn whoever_is_signed_in_is_not_asked_again(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for path in ["/login", "/login/code"] {
            assert_eq!(visitor.open(path).await.location(), Some("/account"), "{path}");
        }
        assert_eq!(portal.visitor().open("/login/code").await.location(), Some("/login"));
    }

    async fn the_log_of_the_account_tells_what_happened(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        visitor.fill("username", "alice").fill("password", "wrong wrong wrong");
        visitor.press("Sign in").await;
        person.give_password(&mut visitor).await;
        person.guess_codes(&portal, &mut visitor, 1).await;
        person.give_code(&mut visitor, &person.code(&portal)).await;
        visitor.land().await;
        visitor.press("Sign out").await;
        let profile = administer::show(portal.services(), "alice").await.unwrap();
        let events: Vec<&str> = profile.activity.iter().rev().map(|entry| entry.event.as_str()).collect();
        assert_eq!(events, [
            "account_created", "signed_in", "authenticator_enabled", "password_refused", "second_factor_asked",
            "code_refused", "signed_in", "signed_out",
        ]);
        assert!(profile.activity.iter().all(|entry| entry.address.as_deref() == Some("127.0.0.1")));
    }

    async fn a_step_that_is_over_leads_on_to_where_one_was_going(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        visitor.open("/account/details").await;
        visitor.land().await;
        visitor.fill("username", &person.username).fill("password", &person.password);
        visitor.press("Sign in").await;
        visitor.land().await;
        portal.wait(600);
        visitor.open("/login/code?return_to=%2Faccount%2Fdetails").await;
        visitor.land().await;
        visitor.fill("username", &person.username).fill("password", &person.password);
        visitor.press("Sign in").await;
        visitor.land().await;
        let page = person.give_code(&mut visitor, &person.code(&portal)).await;
        assert_eq!(page.location(), Some("/account/details"));
    }
}
