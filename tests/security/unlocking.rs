//! A manager's password alone allows no guess at a subaccount's codes, and redirects none of its mail. Beside each
//! attack, what a manager must still be able to do.

use super::{FORM, csrf, encoded, raw_database::RawDatabase};
use crate::support::{
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
};
use vestibule::flows::administer;

const CODES: &str = "SELECT COALESCE(MAX(failures), 0) AS number FROM throttles WHERE kind = 'codes'";
const OFF: &str = "One-time passwords are switched off";

fn page_of(portal: &TestPortal, username: &str) -> String {
    let ids = format!("SELECT id AS line FROM accounts WHERE username = '{username}'");
    format!("/subaccounts/{}", RawDatabase::of(portal).lines(&ids).remove(0))
}

fn address_of(portal: &TestPortal, username: &str) -> String {
    let emails = format!("SELECT email AS line FROM accounts WHERE username = '{username}'");
    RawDatabase::of(portal).lines(&emails).remove(0)
}

/// Bob, a subaccount with an authenticator.
async fn bob(portal: &TestPortal) -> Person {
    let mut bob = people::subaccount(portal, "Bob").await;
    let mut inside = bob.sign_in(portal).await;
    bob.set_up_authenticator(portal, &mut inside).await;
    bob
}

/// Guesses at the codes of an account whose password is known until none is checked.
async fn guess_until_off(portal: &TestPortal, whose: &Person) {
    let mut visitor = portal.visitor();
    for _ in 0..20 {
        whose.give_password(&mut visitor).await;
        whose.guess_codes(portal, &mut visitor, 1).await;
        portal.wait(3600);
    }
    whose.give_password(&mut visitor).await;
    assert_eq!(visitor.page().heading(), OFF);
}

on_both_databases! {
    async fn unlocking_buys_no_guess_at_a_code(portal) {
        let (_, mut manager) = people::main_account(&portal).await;
        let bob = bob(&portal).await;
        let path = page_of(&portal, "Bob");
        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        assert_eq!(bob.guess_codes(&portal, &mut thief, 5).await.status, 422);
        manager.open(&path).await;
        assert!(manager.page().text().contains("Wrong codes in a row: 5."));
        manager.press("Unlock").await;
        assert!(manager.land().await.text().contains("wrong passwords are cleared"));
        assert_eq!(bob.guess_codes(&portal, &mut thief, 1).await.status, 429, "as long a wait as before");
        assert_eq!(RawDatabase::of(&portal).number(CODES), 5);
    }

    async fn codes_that_are_switched_off_take_a_reset_with_evidence_or_the_operator(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let bob = bob(&portal).await;
        guess_until_off(&portal, &bob).await;
        let path = page_of(&portal, "Bob");
        let mut manager = alice.sign_in(&portal).await;
        let page = manager.open(&path).await;
        assert!(page.text().contains("are switched off for this account, because too many codes in a row were wrong"), "{}", page.text());
        manager.press("Unlock").await;
        manager.land().await;
        assert_eq!(bob.give_password(&mut portal.visitor()).await.heading(), OFF);
        assert_eq!(RawDatabase::of(&portal).number(CODES), 20);

        // A recovery code still works meanwhile.
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        visitor.click("Use a recovery code").await;
        visitor.fill("code", &bob.recovery_codes[0].clone());
        assert_eq!(visitor.press("Log in").await.status, 303);

        manager.open(&path).await;
        alice.justify(&portal, &mut manager, "guessed at by somebody");
        manager.press("Reset two-factor authentication").await;
        assert!(manager.land().await.text().contains("sessions are ended"), "{}", manager.page().text());
        assert_eq!(RawDatabase::of(&portal).number(CODES), 0);
        assert_ne!(bob.give_password(&mut portal.visitor()).await.heading(), OFF);
    }

    async fn the_operator_switches_codes_on_again(portal) {
        people::main_account(&portal).await;
        let bob = bob(&portal).await;
        guess_until_off(&portal, &bob).await;
        administer::unlock(portal.services(), "Bob").await.unwrap();
        bob.sign_in(&portal).await;
    }

    async fn a_manager_s_password_alone_moves_no_address_and_mails_no_link(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let mallory = people::manager(&portal, "Mallory").await;
        let path = page_of(&portal, "Bob");
        let before = address_of(&portal, "Bob");
        portal.mails().await;

        // A manager without a second factor, through the page and without it.
        let mut plain = mallory.sign_in(&portal).await;
        plain.open(&path).await;
        assert!(!plain.page().has_button("E-mail a link to a new password"));
        plain.fill("email", "thief@example.org");
        let page = plain.press("Save").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].starts_with("Set up two-factor authentication for your own account first"));
        assert_eq!(page.field_value("email").as_deref(), Some("thief@example.org"), "what was typed is still there");
        let token = csrf(&mut plain, "/account").await;
        let body = encoded(&[("csrf", &token), ("reason", "x"), ("password", &mallory.password), ("code", "123456")]);
        assert_eq!(plain.submit_raw(&format!("{path}/new-password"), body, &[FORM]).await.status, 422);

        // A thief with the cookie and the password of a manager who has one.
        let mut thief = alice.sign_in(&portal).await.thief();
        for (button, changed) in [("Save", "thief@example.org"), ("E-mail a link to a new password", "")] {
            thief.open(&path).await;
            if !changed.is_empty() {
                thief.fill("email", changed);
                assert_eq!(thief.press(button).await.status, 422, "it asks for a reason and a second factor");
            }
            thief
                .fill("reason", "forgot it")
                .fill("password", &alice.password)
                .fill("code", &alice.wrong_code(&portal));
            let page = thief.press(button).await;
            assert_eq!(page.status, 422, "{button}");
            assert!(page.problems()[0].contains("code"), "{:?}", page.problems());
            assert!(!page.html.contains(&alice.password), "secrets do not come back");
            assert!(page.html.contains("forgot it"), "and the reason does");
        }
        assert_eq!(address_of(&portal, "Bob"), before);
        assert_eq!(RawDatabase::of(&portal).count("one_time_links WHERE purpose = 'new_password'"), 0);
        assert!(portal.mails().await.is_empty());
    }

    async fn a_manager_with_evidence_moves_an_address_and_mails_a_link(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let path = page_of(&portal, "Bob");
        portal.mails().await;
        manager.open(&path).await;
        manager.fill("email", "bob@example.org");
        let page = manager.press("Save").await;
        assert_eq!((page.status, page.problems().len()), (422, 3), "it asks for what it takes");
        alice.justify(&portal, &mut manager, "left the old provider");
        manager.press("Save").await;
        assert!(manager.land().await.text().contains("signed out everywhere"), "{}", manager.page().text());
        assert_eq!(address_of(&portal, "Bob"), "bob@example.org");
        portal.mails().await;

        alice.justify(&portal, &mut manager, "forgot the password");
        manager.press("E-mail a link to a new password").await;
        assert!(manager.land().await.text().contains("We sent a link"), "{}", manager.page().text());
        let link = portal.mailed_path("/new-password/").await;
        let mut visitor = portal.visitor();
        visitor.open(&link).await;
        visitor.fill("password", "another pumice lantern");
        assert_eq!(visitor.press("Set password").await.status, 303);
        let bob = Person { password: "another pumice lantern".to_owned(), ..bob };
        bob.sign_in(&portal).await;
        let reasons = RawDatabase::of(&portal)
            .lines("SELECT event || ': ' || reason AS line FROM security_events WHERE reason IS NOT NULL ORDER BY sequence");
        assert_eq!(reasons, ["email_changed: left the old provider", "password_link_sent: forgot the password"]);
    }

    async fn a_corrected_invitation_needs_no_ceremony(portal) {
        let (_, mut manager) = people::main_account(&portal).await;
        manager.open("/subaccounts/new").await;
        manager.fill("username", "Carol").fill("email", "carrol@example.com");
        manager.press("Create").await;
        let page = manager.land().await;
        assert!(page.text().contains("Enter the right one and save: we e-mail a new invitation to it"), "{}", page.text());
        portal.mails().await;
        manager.fill("email", "carol@example.com");
        assert_eq!(manager.press("Save").await.status, 303, "no reason, no second factor");
        let path = portal.mailed_invitation().await;
        let mut visitor = portal.visitor();
        visitor.open(&path).await;
        visitor.fill("password", people::PASSWORD);
        assert_eq!(visitor.press("Set password").await.location(), Some("/login?password-set"));
    }
}
