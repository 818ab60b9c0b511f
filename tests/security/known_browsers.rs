//! Strangers who guess at a name, and the owner who uses a known browser; and what its cookie is worth to a thief.

use super::raw_database::RawDatabase;
use crate::support::{
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};
use vestibule::{
    domain::{
        clock::Timestamp,
        limits::counter::{Attempts, Counter},
    },
    store::throttles,
};

const BROWSER: &str = "vestibule-browser";

async fn guess(visitor: &mut Visitor, username: &str) -> u16 {
    visitor.open("/login").await;
    visitor
        .fill("username", username)
        .fill("password", "a wrong guess");
    visitor.press("Sign in").await.status
}

/// A stranger guesses at a name until it has to wait.
async fn lock_out(portal: &TestPortal, username: &str) {
    let mut stranger = portal.visitor().with_address("198.51.100.7");
    for _ in 0..10 {
        assert_eq!(guess(&mut stranger, username).await, 422);
    }
    assert_eq!(guess(&mut stranger, username).await, 429);
}

async fn sign_out(visitor: &mut Visitor) {
    visitor.open("/account").await;
    visitor.press("Sign out").await;
    assert_eq!(visitor.open("/account").await.status, 303);
}

/// Guesses until there is a wait; returns how many guesses were checked.
async fn guesses(visitor: &mut Visitor, username: &str) -> usize {
    for looked_at in 0..50 {
        if guess(visitor, username).await == 429 {
            return looked_at;
        }
    }
    panic!("fifty guesses");
}

fn charge(portal: &TestPortal, counter: Counter, times: i64) {
    let (work, now) = (portal.services().clone(), Timestamp(portal.now()));
    let charged = portal.services().database.run_blocking(move |conn| {
        for _ in 0..times {
            throttles::charge(conn, &work.keys.subjects, &counter, now)?.unwrap();
        }
        Ok::<_, vestibule::store::StoreError>(())
    });
    charged.unwrap();
}

on_both_databases! {
    async fn a_stranger_s_guesses_keep_nobody_out_of_a_browser_that_they_know(portal) {
        let (alice, mut home) = people::main_account_with_totp(&portal).await;
        sign_out(&mut home).await;
        lock_out(&portal, "alice").await;
        assert_eq!(alice.give_password(&mut portal.visitor()).await.status, 429, "a browser that nobody knows waits");
        let mut stranger = portal.visitor().with_address("198.51.100.7");
        for _ in 0..12 {
            portal.wait(900);
            guess(&mut stranger, "alice").await;
            // It skips no factor.
            assert_eq!(alice.give_password(&mut home).await.path, "/login/code");
            alice.give_code(&mut home, &alice.code(&portal)).await;
            assert_eq!(home.land().await.heading(), "Your account");
            sign_out(&mut home).await;
        }
        assert_eq!(RawDatabase::of(&portal).count("throttles WHERE kind = 'password_by_browser'"), 0, "none was wrong");
    }

    async fn a_stolen_browser_cookie_gives_ten_guesses_and_opens_nothing(portal) {
        let (alice, mut home) = people::main_account_with_totp(&portal).await;
        sign_out(&mut home).await;
        let mut thief = home.thief();
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
        assert_eq!(guesses(&mut thief, "alice").await, 20, "its own ten, and then everybody's");
        let mut raw_database = RawDatabase::of(&portal);
        let failures = "SELECT failures AS number FROM throttles WHERE kind = 'password_by_browser'";
        assert_eq!(raw_database.number(failures), 10);
        // Neither another account nor another browser benefits.
        assert_eq!(guesses(&mut home, "nobody").await, 10);
        portal.wait(1800);
        assert_eq!(alice.give_password(&mut home).await.path, "/login/code");
    }

    async fn browsers_that_were_made_known_one_after_the_other_share_thirty_guesses(portal) {
        let (alice, mut home) = people::main_account(&portal).await;
        let mut thieves = Vec::new();
        for _ in 0..6 {
            let mut thief = alice.sign_in(&portal).await;
            sign_out(&mut thief).await;
            thieves.push(thief);
        }
        let mut looked_at = 0;
        for thief in &mut thieves {
            looked_at += guesses(thief, "alice").await;
        }
        assert_eq!(looked_at, 40, "thirty of known browsers, and then everybody's ten");
        // Its owner waits as a stranger does, and then signs in.
        portal.wait(1800);
        assert_eq!(alice.give_password(&mut home).await.path, "/account");
    }

    async fn a_session_that_goes_on_under_a_new_id_makes_no_browser_known(portal) {
        let (alice, home) = people::main_account(&portal).await;
        alice.sign_in(&portal).await;
        let mut thief = home.thief();
        thief.set_cookie(BROWSER, "");
        thief.open("/account/sessions").await;
        thief.press("End all other sessions").await;
        assert!(thief.cookie(BROWSER).is_none_or(str::is_empty), "{:?}", thief.cookie(BROWSER));
        // A sign-in does.
        assert!(alice.sign_in(&portal).await.cookie(BROWSER).is_some());
    }

    async fn another_account_s_cookie_and_a_forged_one_are_a_stranger_s(portal) {
        let (alice, home) = people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut theirs = bob.sign_in(&portal).await;
        sign_out(&mut theirs).await;
        lock_out(&portal, "alice").await;
        assert_eq!(alice.give_password(&mut theirs).await.status, 429);
        let genuine = home.cookie(BROWSER).unwrap().to_owned();
        let (name, mark) = genuine.split_once('.').unwrap();
        let other = theirs.cookie(BROWSER).unwrap().split_once('.').unwrap().0.to_owned();
        let last = if genuine.ends_with('A') { 'B' } else { 'A' };
        for forged in [
            format!("{other}.{mark}"), name.to_owned(), format!("{}{last}", &genuine[..genuine.len() - 1]),
            "x".repeat(3000), String::new(), "..".to_owned(),
        ] {
            let mut visitor = portal.visitor();
            visitor.set_cookie(BROWSER, &forged);
            assert_eq!(alice.give_password(&mut visitor).await.status, 429, "{forged}");
        }
        let mut visitor = portal.visitor();
        visitor.set_cookie(BROWSER, &genuine);
        assert_eq!(alice.give_password(&mut visitor).await.path, "/account");
    }

    async fn two_accounts_share_a_browser_and_a_new_password_keeps_it_known(portal) {
        let (alice, mut home) = people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        home.open("/account/password").await;
        home.fill("password", &alice.password).fill("new_password", "another pumice lantern");
        home.press("Change password").await;
        sign_out(&mut home).await;
        let alice = Person { password: "another pumice lantern".to_owned(), ..alice };
        assert_eq!(bob.give_password(&mut home).await.path, "/account");
        sign_out(&mut home).await;
        lock_out(&portal, "bob").await;
        portal.wait(3600);
        lock_out(&portal, "alice").await;
        for person in [&alice, &bob] {
            assert_eq!(person.give_password(&mut home).await.path, "/account");
            sign_out(&mut home).await;
        }
    }

    async fn a_sign_in_leaves_no_counter_behind(portal) {
        let (alice, _) = people::main_account(&portal).await;
        alice.give_password(&mut portal.visitor().with_address("2001:db8:1:2::7")).await;
        assert_eq!(RawDatabase::of(&portal).count("throttles WHERE kind LIKE 'password_by_%'"), 0);
    }

    async fn a_company_s_network_is_counted_as_one_and_its_neighbour_is_not(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let hour = portal.now().div_euclid(3600);
        let [site, company] = ["2001:db8:1:200::1", "2001:db8:2::1"].map(|address| address.parse().unwrap());
        charge(&portal, Attempts::PasswordBySite(site, hour).into(), 119);
        charge(&portal, Attempts::PasswordByCompany(company, hour).into(), 599);
        for (last, same, neighbour) in [
            ("2001:db8:1:201::1", "2001:db8:1:2ff::1", "2001:db8:1:300::1"),
            ("2001:db8:2:1::1", "2001:db8:2:ffff::1", "2001:db8:3::1"),
        ] {
            assert_eq!(guess(&mut portal.visitor().with_address(last), "nobody").await, 422);
            assert_eq!(guess(&mut portal.visitor().with_address(same), "somebody").await, 429);
            assert_eq!(alice.give_password(&mut portal.visitor().with_address(neighbour)).await.path, "/account");
        }
        // By the next full hour nobody there waits.
        portal.wait(3600);
        let mut visitor = portal.visitor().with_address("2001:db8:2:ffff::1");
        assert_eq!(alice.give_password(&mut visitor).await.path, "/account");
    }

    async fn names_that_nobody_has_are_one_entry_for_a_network_and_an_hour(portal) {
        people::main_account(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        let mut stranger = portal.visitor();
        for number in 0..12 {
            assert_eq!(guess(&mut stranger, &format!("nobody-{number}")).await, 422);
        }
        assert_eq!(raw_database.events("password_refused"), 1);
        guess(&mut portal.visitor().with_address("198.51.100.9"), "nobody-12").await;
        assert_eq!(raw_database.events("password_refused"), 2, "another network");
        portal.wait(3600);
        guess(&mut stranger, "nobody-13").await;
        assert_eq!(raw_database.events("password_refused"), 3, "another hour");
        // Attempts at an account are listed one by one, for its owner.
        for _ in 0..3 {
            guess(&mut stranger, "alice").await;
        }
        assert_eq!(raw_database.events("password_refused"), 6);
    }

    async fn guesses_between_the_owner_s_own_sign_ins_are_told(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        portal.mails().await;
        let mut thief = portal.visitor();
        for guessed in [2, 2] {
            alice.give_password(&mut thief).await;
            alice.guess_codes(&portal, &mut thief, guessed).await;
            alice.sign_in(&portal).await;
            portal.mails().await;
        }
        alice.give_password(&mut thief).await;
        alice.guess_codes(&portal, &mut thief, 1).await;
        let mails = portal.mails().await;
        assert!(mails.iter().any(|mail| mail.subject().as_str().ends_with("Wrong codes after your password")));
    }

    async fn an_owner_who_mistypes_now_and_then_is_not_mailed(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        portal.mails().await;
        for _ in 0..4 {
            let mut visitor = portal.visitor();
            alice.give_password(&mut visitor).await;
            alice.guess_codes(&portal, &mut visitor, 2).await;
            portal.wait(30);
            alice.give_code(&mut visitor, &alice.code(&portal)).await;
            assert_eq!(visitor.land().await.heading(), "Your account");
            portal.wait(8 * 24 * 3600);
        }
        let mails = portal.mails().await;
        assert!(mails.iter().all(|mail| !mail.subject().as_str().ends_with("Wrong codes after your password")));
    }
}
