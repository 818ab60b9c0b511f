//! Buttons that are pressed twice before there is an answer. The answer to the second press is shown; it counts once,
//! and nothing is lost.

use crate::{
    security::raw_database::RawDatabase,
    support::{
        page::Page,
        people::{self, PASSWORD, phone_of},
        portal::on_both_databases,
        visitor::Twice,
    },
};

const SESSION: &str = "vestibule-session";
const SIGNED_IN: &str = "sessions WHERE signed_in_at IS NOT NULL";
const FAILURES: &str =
    "throttles WHERE failures > 0 AND kind IN ('codes', 'recovery_code', 'password_inside')";

/// Both answers lead there, to the same session.
fn assert_same((first, second): &(Page, Page), place: &str, twice: Twice) {
    for page in [first, second] {
        assert_eq!(
            (page.status, page.location()),
            (303, Some(place)),
            "{twice:?}: {page:?}"
        );
    }
    let given = first.cookie_set(SESSION);
    match twice {
        Twice::FirstAnswerLost | Twice::AtOnce => assert_eq!(second.cookie_set(SESSION), given, "{twice:?}"),
        Twice::FirstCookiesTaken => assert_eq!(second.cookie_set(SESSION), None, "it has it already"),
    }
}

on_both_databases! {
    async fn the_password_given_twice_is_one_pending_step(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut pending = RawDatabase::of(&portal);
        for twice in Twice::ALL {
            let before = pending.count("sessions WHERE signed_in_at IS NULL");
            let mut visitor = portal.visitor();
            visitor.open("/login").await;
            visitor.fill("username", &person.username).fill("password", &person.password);
            assert_same(&visitor.press_twice("Sign in", twice).await, "/login/code", twice);
            assert_eq!(visitor.land().await.heading(), "Enter your one-time password");
            assert_eq!(pending.count("sessions WHERE signed_in_at IS NULL"), before + 1, "{twice:?}");
        }
        assert_eq!(pending.events("second_factor_asked"), 3);
    }

    async fn a_code_given_twice_signs_in_once(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        for twice in Twice::ALL {
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            portal.wait(30);
            visitor.fill("code", &person.code(&portal));
            assert_same(&visitor.press_twice("Log in", twice).await, "/account", twice);
            assert_eq!(visitor.land().await.heading(), "Your account");
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("signed_in"), 4, "the first run and three");
        assert_eq!(raw_database.events("code_refused"), 0);
        assert_eq!(raw_database.count(FAILURES), 0, "the second is not charged");
        assert_eq!(raw_database.count(SIGNED_IN), 4);
    }

    async fn a_recovery_code_given_twice_signs_in_once(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        for (nth, twice) in Twice::ALL.into_iter().enumerate() {
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            visitor.click("Use a recovery code").await;
            visitor.fill("code", &person.recovery_codes[nth]);
            assert_same(&visitor.press_twice("Log in", twice).await, "/account/recovered", twice);
            assert_eq!(visitor.land().await.status, 200);
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("recovery_code_used"), 3);
        assert_eq!(raw_database.count(FAILURES), 0);
        assert_eq!(raw_database.count(SIGNED_IN), 4);
    }

    async fn a_code_to_the_phone_given_twice_signs_in_once(portal) {
        people::main_account(&portal).await;
        for (twice, name) in Twice::ALL.into_iter().zip(["Bob", "Carol", "Dave"]) {
            let person = people::required_subaccount_with_number(&portal, name).await;
            portal.wait(300);
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            visitor.press("Send SMS").await;
            visitor.land().await;
            visitor.fill("code", &portal.texts().remove(0).code());
            let answers = visitor.press_twice("Log in", twice).await;
            assert_same(&answers, "/account/security/authenticator", twice);
            assert_eq!(visitor.land().await.status, 200);
        }
        assert_eq!(RawDatabase::of(&portal).events("signed_in"), 4);
    }

    async fn a_code_by_email_given_twice_signs_in_once(portal) {
        people::main_account(&portal).await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        for (twice, name) in Twice::ALL.into_iter().zip(["Bob", "Carol", "Dave"]) {
            let person = people::subaccount(&portal, name).await;
            portal.wait(300);
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            let mails = portal.mails().await;
            let mail = mails.iter().find(|mail| mail.text().contains("Your code to sign in")).unwrap();
            visitor.fill("code", mail.text().trim_end().rsplit('#').next().unwrap());
            assert_same(&visitor.press_twice("Log in", twice).await, "/account", twice);
            assert_eq!(visitor.land().await.heading(), "Your account");
        }
        assert_eq!(RawDatabase::of(&portal).events("signed_in"), 4);
    }

    async fn a_required_set_up_confirmed_twice_shows_its_recovery_codes(portal) {
        people::main_account(&portal).await;
        for (twice, name) in Twice::ALL.into_iter().zip(["Bob", "Carol", "Dave"]) {
            let mut person = people::required_subaccount(&portal, name).await;
            let mut visitor = portal.visitor();
            person.phone = Some(phone_of(&person.give_password(&mut visitor).await));
            visitor.fill("code", &person.code(&portal));
            assert_same(&visitor.press_twice("Confirm code", twice).await, "/login/recovery-codes", twice);
            let page = visitor.land().await;
            assert_eq!(page.select("#recovery-codes li").len(), 10, "{twice:?}: {page:?}");
        }
        assert_eq!(RawDatabase::of(&portal).events("authenticator_enabled"), 3);
    }

    async fn enable_and_disable_pressed_twice_count_once_and_recovery_codes_are_shown(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        for twice in Twice::ALL {
            person.phone = Some(phone_of(&visitor.open("/account/security/authenticator").await));
            visitor.fill("code", &person.code(&portal));
            let answers = visitor.press_twice("Enable", twice).await;
            assert_same(&answers, "/account/security/recovery-codes", twice);
            let page = visitor.land().await;
            assert_eq!(page.select("#recovery-codes li").len(), 10, "{twice:?}: {page:?}");

            portal.wait(30);
            visitor.open("/account/security/manage").await;
            visitor.fill("password", PASSWORD).fill("code", &person.code(&portal));
            let answers = visitor.press_twice("Disable two-factor authentication", twice).await;
            assert_same(&answers, "/account/security", twice);
            assert_eq!(visitor.land().await.heading(), "Security");
            portal.wait(30);
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("authenticator_enabled"), 3);
        assert_eq!(raw_database.events("authenticator_disabled"), 3);
        assert_eq!(raw_database.count(FAILURES), 0);
        assert_eq!(raw_database.count("sessions"), 1);
    }

    async fn new_recovery_codes_made_twice_are_the_ones_that_are_shown(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        for twice in Twice::ALL {
            portal.wait(30);
            visitor.open("/account/security/manage").await;
            visitor.fill("password", PASSWORD).fill("code", &person.code(&portal));
            let (first, second) = visitor.press_twice("Regenerate backup codes", twice).await;
            for page in [first, second] {
                assert_eq!(page.location(), Some("/account/security/recovery-codes"), "{twice:?}: {page:?}");
            }
            assert_eq!(visitor.land().await.select("#recovery-codes li").len(), 10);
        }
        assert_eq!(RawDatabase::of(&portal).events("recovery_codes_regenerated"), 3);
    }

    async fn a_password_confirmed_or_changed_twice_keeps_its_session(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let mut present = PASSWORD.to_owned();
        for (nth, twice) in Twice::ALL.into_iter().enumerate() {
            visitor.open("/account/confirm?return_to=/account/security").await;
            visitor.fill("password", &present);
            assert_same(&visitor.press_twice("Confirm", twice).await, "/account/security", twice);
            assert_eq!(visitor.land().await.heading(), "Security");

            let new = format!("velvet orbit cactus drum {nth}");
            visitor.open("/account/password").await;
            visitor.fill("password", &present).fill("new_password", &new);
            assert_same(&visitor.press_twice("Change password", twice).await, "/account/security", twice);
            assert!(visitor.land().await.text().contains("Your password is changed."));
            present = new;
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!((raw_database.events("reauthenticated"), raw_database.events("password_changed")), (3, 3));
        assert_eq!(raw_database.count(FAILURES), 0);
        assert_eq!(raw_database.count("sessions"), 1);
    }

    async fn all_other_sessions_ended_twice_leave_this_one(portal) {
        let (person, mut here) = people::main_account(&portal).await;
        for twice in Twice::ALL {
            let mut there = person.sign_in(&portal).await;
            here.open("/account/sessions").await;
            assert_same(&here.press_twice("End all other sessions", twice).await, "/account/sessions", twice);
            assert!(here.land().await.text().contains("All other sessions are ended."));
            assert_eq!(there.open("/account").await.status, 303);
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("sessions_ended"), 3);
        assert_eq!(raw_database.count("sessions"), 1);
    }
}
