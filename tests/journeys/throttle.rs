//! Limits on guessing, and their messages.

use vestibule::{
    domain::{
        authenticator::password::Password,
        client::{Browser, Client},
        limits::counter::Attempts,
    },
    flows::administer,
    hasher::Caller,
    store::throttles,
};

use crate::support::{
    people::{self, PASSWORD},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

/// The wait in seconds, according to the page and its header.
fn told_to_wait(visitor: &Visitor) -> i64 {
    let page = visitor.page();
    assert_eq!(page.status, 429, "{}", page.text());
    assert!(page.text().contains("Too many tries. Wait "), "{}", page.text());
    page.header("retry-after").unwrap().parse().unwrap()
}

async fn wrong_password(visitor: &mut Visitor, username: &str) -> u16 {
    visitor.open("/login").await;
    visitor
        .fill("username", username)
        .fill("password", "wrong wrong wrong");
    visitor.press("Sign in").await.status
}

fn visitor_from(portal: &TestPortal, address: &str) -> Visitor {
    portal.visitor().with_address(address)
}

on_both_databases! {
    async fn five_codes_are_free_then_the_waits_double_to_an_hour_and_at_twenty_it_is_over(portal) {
        let (person, mut owner) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        assert_eq!(person.guess_codes(&portal, &mut visitor, 5).await.status, 422);

        let mut waits = Vec::new();
        for _ in 0..15 {
            if person.guess_codes(&portal, &mut visitor, 1).await.status == 303 {
                person.give_password(&mut visitor).await;
                person.guess_codes(&portal, &mut visitor, 1).await;
            }
            let wait = told_to_wait(&visitor);
            waits.push(wait);
            // A right code during the wait is not checked.
            assert_eq!(person.give_code(&mut visitor, &person.code(&portal)).await.status, 429);
            portal.wait(wait);
            // The step itself expires after ten minutes; the counter does not.
            person.give_password(&mut visitor).await;
            let page = person.guess_codes(&portal, &mut visitor, 1).await;
            assert!(matches!(page.status, 422 | 429), "{}", page.status);
        }
        assert_eq!(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600]);
        assert_eq!(visitor.page().heading(), "One-time passwords are switched off");

        portal.wait(400 * 24 * 3600);
        person.give_password(&mut visitor).await;
        assert_eq!(visitor.page().heading(), "One-time passwords are switched off");
        assert!(visitor.page().text().contains("the administrator of Acme Panel"));
        assert!(!visitor.page().has_field("code"));
        assert_eq!(owner.open("/account").await.status, 303, "long idle");

        assert!(administer::reset_second_factor(portal.services(), "alice").await.unwrap().there_was_one);
        // Without either factor, a code by e-mail is required before a new one is set up.
        assert_eq!(person.give_password(&mut portal.visitor()).await.path, "/login/email");
    }

    async fn all_pending_steps_share_one_counter_and_a_right_password_clears_nothing(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        for _ in 0..5 {
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            assert_eq!(person.guess_codes(&portal, &mut visitor, 1).await.status, 422);
        }
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        assert_eq!(person.give_code(&mut visitor, &person.code(&portal)).await.status, 429);
        assert_eq!(told_to_wait(&visitor), 30);
    }

    async fn a_right_code_clears_the_counter(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        for _ in 0..3 {
            portal.wait(30);
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            assert_eq!(person.guess_codes(&portal, &mut visitor, 4).await.status, 422);
            assert_eq!(person.give_code(&mut visitor, &person.code(&portal)).await.status, 303);
        }
    }

    async fn the_disable_form_shares_the_code_counter(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        visitor.open("/account/security/manage").await;
        let wrong = person.wrong_code(&portal);
        for _ in 0..5 {
            visitor.fill("password", PASSWORD).fill("code", &wrong);
            assert_eq!(visitor.press("Disable two-factor authentication").await.status, 422);
        }
        let mut elsewhere = portal.visitor();
        person.give_password(&mut elsewhere).await;
        portal.wait(29);
        assert_eq!(person.give_code(&mut elsewhere, &person.code(&portal)).await.status, 429);
    }

    async fn passwords_are_free_ten_times_a_name_and_then_wait_in_any_spelling(portal) {
        people::main_account(&portal).await;
        for (number, spelling) in ["alice", "ALICE", "Alice", " alice", "\u{ff21}lice"].iter().cycle().take(10).enumerate() {
            let mut visitor = visitor_from(&portal, &format!("203.0.113.{number}"));
            assert_eq!(wrong_password(&mut visitor, spelling).await, 422);
        }
        let mut visitor = visitor_from(&portal, "203.0.113.99");
        visitor.open("/login").await;
        visitor.fill("username", "alice").fill("password", PASSWORD);
        visitor.press("Sign in").await;
        assert_eq!(told_to_wait(&visitor), 30);
        assert_eq!(visitor.page().field_value("username").as_deref(), Some("alice"), "nothing typed is lost");
        portal.wait(30);
        visitor.fill("password", PASSWORD);
        assert_eq!(visitor.press("Sign in").await.status, 303);
    }

    async fn a_name_that_nobody_has_is_throttled_like_one_that_somebody_has(portal) {
        people::main_account(&portal).await;
        let mut answers = Vec::new();
        for name in ["alice", "nobody"] {
            let mut visitor = visitor_from(&portal, &format!("203.0.113.{}", answers.len()));
            let mut statuses = Vec::new();
            for _ in 0..12 {
                statuses.push(wrong_password(&mut visitor, name).await);
            }
            answers.push((statuses, told_to_wait(&visitor)));
        }
        assert_eq!(answers[0], answers[1]);
    }

    async fn an_address_that_tries_many_names_waits_and_signing_in_between_does_not_help(portal) {
        let (person, _) = people::main_account(&portal).await;
        let mut visitor = visitor_from(&portal, "203.0.113.7");
        for number in 0..30 {
            assert_eq!(wrong_password(&mut visitor, &format!("name{number}")).await, 422);
            if number % 10 == 9 && number < 29 {
                assert_eq!(person.give_password(&mut visitor).await.path, "/account");
                visitor.press("Sign out").await;
            }
        }
        assert_eq!(wrong_password(&mut visitor, "another").await, 429);
        let mut neighbour = visitor_from(&portal, "203.0.113.8");
        assert_eq!(wrong_password(&mut neighbour, "another").await, 422, "another address");
    }

    async fn one_network_of_ipv6_shares_a_counter(portal) {
        for number in 0..30 {
            let mut visitor = visitor_from(&portal, &format!("2001:db8:1:2::{number}"));
            assert_eq!(wrong_password(&mut visitor, &format!("name{number}")).await, 422);
        }
        assert_eq!(wrong_password(&mut visitor_from(&portal, "2001:db8:1:2:ffff::1"), "another").await, 429);
        assert_eq!(wrong_password(&mut visitor_from(&portal, "2001:db8:1:3::1"), "another").await, 422);
    }

    async fn an_outsider_cannot_lock_the_owner_out_of_an_open_session(portal) {
        let (person, mut owner) = people::main_account(&portal).await;
        portal.wait(300);
        for number in 0..60 {
            let mut outsider = visitor_from(&portal, &format!("203.0.113.{number}"));
            wrong_password(&mut outsider, "alice").await;
        }
        owner.open("/account/security/authenticator").await;
        owner.land().await;
        owner.fill("password", &person.password);
        owner.press("Confirm").await;
        assert_eq!(owner.land().await.heading(), "Set up two-factor authentication");
    }

    async fn confirming_a_password_is_throttled_too(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        visitor.open("/account/confirm").await;
        for _ in 0..10 {
            visitor.fill("password", "wrong wrong wrong");
            assert_eq!(visitor.press("Confirm").await.status, 422);
        }
        visitor.fill("password", PASSWORD);
        visitor.press("Confirm").await;
        assert_eq!(told_to_wait(&visitor), 30);
    }

    async fn a_full_hashing_queue_is_said_and_counts_no_try(portal) {
        let hasher = portal.services().hasher.clone();
        let flood = tokio::spawn(async move {
            for number in (0..=u8::MAX).cycle() {
                let hasher = hasher.clone();
                let client = Client { address: [198, 51, number, 1].into(), browser: Browser::UNKNOWN, language: None };
                let caller = Caller::at_the_front_door(client);
                tokio::spawn(async move { hasher.verify(caller, None, Password::typed("flood")).await.is_ok() });
                tokio::task::yield_now().await;
            }
        });
        let mut visitor = portal.visitor();
        let (mut refused, mut evaluated) = (0, 0);
        while refused < 10 {
            match wrong_password(&mut visitor, &format!("name{evaluated}")).await {
                503 => {
                    assert_eq!(visitor.page().heading(), "Very busy at the moment");
                    assert!(visitor.page().header("retry-after").is_some());
                    refused += 1;
                }
                status => {
                    assert_eq!(status, 422);
                    evaluated += 1;
                }
            }
        }
        flood.abort();
        let (work, counter) = (portal.services().clone(), Attempts::PasswordByAddress([127, 0, 0, 1].into()).into());
        let database = &portal.services().database;
        let count = database.run(move |conn| throttles::read(conn, &work.keys.subjects, &counter)).await.unwrap();
        // A row that was reset to zero is not kept.
        assert_eq!(count.map_or(0, |count| count.failures), evaluated);
    }

    async fn counters_hold_across_a_restart_and_across_instances(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        person.guess_codes(&portal, &mut visitor, 3).await;
        let neighbour = portal.second_instance();
        let mut elsewhere = Visitor::new(&neighbour.url());
        person.give_password(&mut elsewhere).await;
        assert_eq!(person.guess_codes(&portal, &mut elsewhere, 2).await.status, 422);
        neighbour.close().await;
        let portal = portal.rebuilt(|_| {}).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        person.guess_codes(&portal, &mut visitor, 1).await;
        assert_eq!(told_to_wait(&visitor), 30);
    }
}
