//! The attacker has a cookie: fixed, old, stolen, kept for later. A session gets a new id at each step, and ends when
//! it should, everywhere.

use vestibule::flows::administer;

use super::{SESSION, is_inside, raw_database::RawDatabase};
use crate::support::{
    people::{self, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

fn id(visitor: &Visitor) -> String {
    visitor.cookie(SESSION).expect("a session").to_owned()
}

/// Two open sessions and a pending step of a person with an authenticator.
async fn three_browsers(portal: &TestPortal) -> (Person, Visitor, Visitor, Visitor) {
    let (person, first) = people::main_account_with_totp(portal).await;
    let second = person.sign_in(portal).await;
    let mut pending = portal.visitor();
    person.give_password(&mut pending).await;
    assert_eq!(pending.page().heading(), "Enter your one-time password");
    (person, first, second, pending)
}

/// Whether a pending step is still pending.
async fn is_pending(visitor: &mut Visitor) -> bool {
    let page = visitor.open("/login/code").await;
    match (page.status, page.location()) {
        (200, _) => true,
        (303, Some(to)) if to.starts_with("/login?") => false,
        _ => panic!("{page:?}"),
    }
}

/// A right code for a step that should have ended.
async fn assert_code_opens_nothing(portal: &TestPortal, person: &Person, pending: &mut Visitor) {
    assert!(!is_pending(pending).await);
    let page = pending
        .request(reqwest::Method::POST, "/login/code")
        .like_a_form("same-origin")
        .body(super::encoded(&[("code", &person.code(portal))]))
        .send()
        .await;
    assert!(
        page.location().is_some_and(|to| to.starts_with("/login")) || page.status == 403,
        "{page:?}"
    );
    assert!(!is_inside(pending).await);
}

on_both_databases! {
    async fn each_step_has_a_new_id_and_the_old_one_is_worth_nothing(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let mut old = vec![("password", visitor.thief())];
        person.set_up_authenticator(&portal, &mut visitor).await;
        old.push(("enable", visitor.thief()));
        visitor.open("/account/confirm").await;
        visitor.fill("password", PASSWORD);
        visitor.press("Confirm").await;
        old.push(("confirm", visitor.thief()));

        portal.wait(30);
        visitor.open("/account/security/manage").await;
        visitor.fill("password", PASSWORD).fill("code", &person.code(&portal));
        visitor.press("Disable two-factor authentication").await;
        visitor.land().await;
        let mut ids: Vec<String> = old.iter().map(|(_, thief)| id(thief)).collect();
        ids.push(id(&visitor));
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 4);
        for (step, mut thief) in old {
            assert!(!is_inside(&mut thief).await, "the id before {step} still opens");
        }
        assert!(is_inside(&mut visitor).await);
        assert_eq!(RawDatabase::of(&portal).count("sessions"), 1);
    }

    async fn the_id_of_a_pending_step_never_becomes_a_session(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        assert_eq!(visitor.cookie(SESSION), None, "a guest needs no session");
        person.give_password(&mut visitor).await;
        let mut before = visitor.thief();
        portal.wait(30);
        person.give_code(&mut visitor, &person.code(&portal)).await;
        assert_ne!(id(&before), id(&visitor));
        assert!(is_inside(&mut visitor).await);
        assert!(!is_pending(&mut before).await);
        assert!(!is_inside(&mut before).await);

        // Two steps of one browser: the second password ends the first step.
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let mut first = visitor.thief();
        person.give_password(&mut visitor).await;
        assert!(!is_pending(&mut first).await);
        assert!(is_pending(&mut visitor).await);
    }

    async fn what_one_account_typed_is_not_shown_to_the_next_in_the_same_browser(portal) {
        people::main_account(&portal).await;
        let (bob, carol) = (
            people::subaccount(&portal, "Bob").await,
            people::subaccount(&portal, "Carol").await,
        );
        let mut visitor = bob.sign_in(&portal).await;
        portal.wait(300);
        visitor.open("/account/details").await;
        visitor.fill("email", "secret@example.com");
        let page = visitor.press("Save").await;
        assert!(page.location().unwrap().starts_with("/account/confirm"), "{page:?}");
        // Bob's session still exists, and is no longer enough: someone else signs in.
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        carol.give_password(&mut visitor).await;
        let page = visitor.open("/account/details").await;
        assert_eq!(page.field_value("email").as_deref(), Some("added@example.com"));
        assert!(!page.html.contains("secret@example.com"));
    }

    async fn an_id_that_the_client_chose_is_never_taken_up(portal) {
        let (person, mut owner) = people::main_account(&portal).await;
        let signed_and_ended = id(&owner);
        owner.press("Sign out").await;
        assert_eq!(RawDatabase::of(&portal).count("sessions"), 0);
        for chosen in [
            "chosen-by-an-attacker".to_owned(),
            "A".repeat(43),
            "A".repeat(5000),
            signed_and_ended.clone(),
            format!("{signed_and_ended}A"),
            signed_and_ended.replace('%', "%25"),
        ] {
            let mut attacker = portal.visitor();
            attacker.set_cookie(SESSION, &chosen);
            assert!(!is_inside(&mut attacker).await);
            let mut victim = portal.visitor();
            victim.set_cookie(SESSION, &chosen);
            person.give_password(&mut victim).await;
            assert_eq!(victim.page().heading(), "Your account");
            assert_ne!(id(&victim), chosen);
            assert!(is_inside(&mut victim).await);
            assert!(!is_inside(&mut attacker).await, "{chosen} was taken up");
        }
    }

    async fn nothing_in_the_database_is_a_cookie(portal) {
        let (person, visitor) = people::main_account_with_totp(&portal).await;
        let mut pending = portal.visitor();
        person.give_password(&mut pending).await;
        let mut raw_database = RawDatabase::of(&portal);
        let everything = raw_database.everything().join("\n");
        for browser in [&visitor, &pending] {
            for cookie in browser.cookies() {
                let value = decoded(&cookie.value);
                if cookie.name == "vestibule-browser" {
                    assert!(value.split('.').filter(|part| part.len() > 20).all(|part| !everything.contains(part)));
                    continue;
                }
                // A signed cookie is a signature of 44 characters and the id.
                let secret = if cookie.name == SESSION { &value[44..] } else { &value[..] };
                assert_eq!(secret.len(), 43, "{cookie:?}");
                assert!(!everything.contains(secret), "{cookie:?} in the database");
            }
        }
        for digest in raw_database.lines("SELECT id_digest AS line FROM sessions") {
            let mut thief = portal.visitor();
            thief.set_cookie(SESSION, &digest);
            assert!(!is_inside(&mut thief).await);
            assert!(!is_pending_by_any_means(&mut thief).await);
        }
    }

    async fn signing_out_ends_the_session_on_the_server(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let mut thief = visitor.thief();
        let page = visitor.press("Sign out").await;
        assert_eq!(page.location(), Some("/login?signed-out"));
        assert_eq!(page.header("clear-site-data"), Some("\"cache\", \"storage\""));
        assert_eq!(visitor.cookie(SESSION), None);
        assert!(!is_inside(&mut thief).await);
        assert_eq!(RawDatabase::of(&portal).count("sessions"), 0);
        assert_eq!(RawDatabase::of(&portal).events("signed_out"), 1);
    }

    async fn signing_out_of_a_pending_step_ends_it_on_the_server(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let mut thief = visitor.thief();
        visitor.press("Start again with another account").await;
        assert!(!is_pending(&mut thief).await);
    }

    async fn thirty_idle_minutes_end_a_session(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for _ in 0..3 {
            portal.wait(1799);
            assert!(is_inside(&mut visitor).await);
        }
        let mut thief = visitor.thief();
        portal.wait(1800);
        assert!(!is_inside(&mut thief).await);
        assert!(!is_inside(&mut visitor).await, "to look does not revive");
        portal.wait(-1800);
        assert!(is_inside(&mut visitor).await, "expiry is enforced at use, not by a sweeper");
    }

    async fn twelve_hours_end_a_session_whatever_it_does(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let mut passed = 0;
        while passed + 1500 < 12 * 3600 {
            portal.wait(1500);
            passed += 1500;
            assert!(is_inside(&mut visitor).await, "{passed}");
        }
        // Confirming makes it fresh and gives it a new id, and does not extend it.
        visitor.open("/account/confirm").await;
        visitor.fill("password", PASSWORD);
        visitor.press("Confirm").await;
        assert!(is_inside(&mut visitor).await);
        portal.wait(12 * 3600 - 1 - passed);
        assert!(is_inside(&mut visitor).await);
        portal.wait(1);
        assert!(!is_inside(&mut visitor).await);
    }

    async fn a_pending_step_lives_ten_minutes_whatever_it_does(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        portal.wait(300);
        person.give_code(&mut visitor, "000000").await;
        portal.wait(299);
        assert!(is_pending(&mut visitor).await);
        portal.wait(1);
        assert_code_opens_nothing(&portal, &person, &mut visitor).await;
        let failures = "SELECT failures AS number FROM throttles WHERE kind = 'codes'";
        assert_eq!(RawDatabase::of(&portal).number(failures), 1, "a late code was looked at");
    }

    async fn a_confirmed_password_is_fresh_for_five_minutes(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        portal.wait(299);
        assert_eq!(visitor.open("/account/security/authenticator").await.status, 200);
        portal.wait(1);
        let page = visitor.open("/account/security/authenticator").await;
        assert_eq!(
            page.location(),
            Some("/account/confirm?return_to=%2Faccount%2Fsecurity%2Fauthenticator")
        );
        assert!(!page.html.contains("otpauth"));
    }

    async fn enabling_ends_every_other_session(portal) {
        let (mut person, mut first) = people::main_account(&portal).await;
        let mut second = person.sign_in(&portal).await;
        person.set_up_authenticator(&portal, &mut second).await;
        assert!(!is_inside(&mut first).await);
        assert!(is_inside(&mut second).await);
    }

    async fn replacing_ends_every_other_session_and_pending_step(portal) {
        let (person, mut first, mut second, mut pending) = three_browsers(&portal).await;
        person.clone().set_up_authenticator(&portal, &mut second).await;
        assert!(is_inside(&mut second).await);
        assert!(!is_inside(&mut first).await);
        assert_code_opens_nothing(&portal, &person, &mut pending).await;
    }

    async fn disabling_ends_every_other_session_and_pending_step(portal) {
        let (person, mut first, mut second, mut pending) = three_browsers(&portal).await;
        portal.wait(30);
        second.open("/account/security/manage").await;
        second.fill("password", PASSWORD).fill("code", &person.code(&portal));
        second.press("Disable two-factor authentication").await;
        assert!(is_inside(&mut second).await);
        assert!(!is_inside(&mut first).await);
        assert_code_opens_nothing(&portal, &person, &mut pending).await;
    }

    async fn a_password_set_by_the_operator_ends_everything(portal) {
        let (person, mut first, mut second, mut pending) = three_browsers(&portal).await;
        administer::set_password(portal.services(), "alice", "velvet orbit cactus drum").await.unwrap();
        assert!(!is_inside(&mut first).await);
        assert!(!is_inside(&mut second).await);
        assert_code_opens_nothing(&portal, &person, &mut pending).await;
        assert_eq!(RawDatabase::of(&portal).count("sessions"), 0);
    }

    async fn a_reset_by_the_operator_ends_everything(portal) {
        let (person, mut first, mut second, mut pending) = three_browsers(&portal).await;
        assert!(administer::reset_second_factor(portal.services(), "alice").await.unwrap().there_was_one);
        assert!(!is_inside(&mut first).await);
        assert!(!is_inside(&mut second).await);
        assert_code_opens_nothing(&portal, &person, &mut pending).await;
    }

    async fn a_disabled_account_is_out_at_once_and_stays_out_when_enabled(portal) {
        let (person, mut first, mut second, mut pending) = three_browsers(&portal).await;
        assert!(administer::disable(portal.services(), "alice").await.unwrap().changed);
        assert!(!is_inside(&mut first).await);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        assert_eq!((visitor.page().status, visitor.page().path.as_str()), (422, "/login"));
        assert!(administer::enable(portal.services(), "alice").await.unwrap());
        assert!(!is_inside(&mut second).await);
        assert_code_opens_nothing(&portal, &person, &mut pending).await;
        person.sign_in(&portal).await;
    }

    async fn a_session_written_late_does_not_come_back(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let mut late = visitor.thief();
        // Sixty requests in progress while the owner signs out.
        let requests = (0..60).map(|_| {
            let mut thief = late.thief();
            async move { thief.open("/account").await }
        });
        let requests: Vec<_> = requests.map(tokio::spawn).collect();
        visitor.open("/account").await;
        visitor.press("Sign out").await;
        for request in requests {
            request.await.unwrap();
        }
        assert!(!is_inside(&mut late).await);
        assert_eq!(RawDatabase::of(&portal).count("sessions"), 0);
    }
}

/// A cookie's value as it was before it was encoded for the header.
fn decoded(value: &str) -> String {
    let pair = format!("x={}", value.replace('+', "%2B"));
    let (_, value) = url::form_urlencoded::parse(pair.as_bytes()).next().unwrap();
    value.into_owned()
}

async fn is_pending_by_any_means(visitor: &mut Visitor) -> bool {
    visitor.open("/login/code").await.status == 200
}
