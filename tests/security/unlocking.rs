//! A manager's password alone gives no guess at a subaccount's codes, and moves none of its
//! mail. Beside each attack, what a manager must still be able to do.

use super::{FORM, csrf, encoded, underneath::Underneath};
use crate::support::{
    house::{House, on_both_databases},
    people::{self, Person},
};
use vestibule::flows::administer;

const CODES: &str = "SELECT COALESCE(MAX(failures), 0) AS number FROM throttles WHERE kind = 'codes'";
const OFF: &str = "One-time passwords are switched off";

fn page_of(house: &House, username: &str) -> String {
    let ids = format!("SELECT id AS line FROM accounts WHERE username = '{username}'");
    format!("/subaccounts/{}", Underneath::of(house).lines(&ids).remove(0))
}

fn address_of(house: &House, username: &str) -> String {
    let emails = format!("SELECT email AS line FROM accounts WHERE username = '{username}'");
    Underneath::of(house).lines(&emails).remove(0)
}

/// Bob, a subaccount with an authenticator.
async fn bob(house: &House) -> Person {
    let mut bob = people::subaccount(house, "Bob").await;
    let mut inside = bob.sign_in(house).await;
    bob.set_up_authenticator(house, &mut inside).await;
    bob
}

/// Guesses at the codes of somebody whose password is known until none is looked at.
async fn guess_until_off(house: &House, whose: &Person) {
    let mut visitor = house.visitor();
    for _ in 0..20 {
        whose.give_password(&mut visitor).await;
        whose.guess_codes(house, &mut visitor, 1).await;
        house.wait(3600);
    }
    whose.give_password(&mut visitor).await;
    assert_eq!(visitor.page().heading(), OFF);
}

on_both_databases! {
    async fn unlocking_buys_no_guess_at_a_code(house) {
        let (_, mut manager) = people::main_account(&house).await;
        let bob = bob(&house).await;
        let path = page_of(&house, "Bob");
        let mut thief = house.visitor();
        bob.give_password(&mut thief).await;
        assert_eq!(bob.guess_codes(&house, &mut thief, 5).await.status, 422);
        manager.open(&path).await;
        assert!(manager.page().text().contains("Wrong codes in a row: 5."));
        manager.press("Unlock").await;
        assert!(manager.land().await.text().contains("wrong passwords are cleared"));
        assert_eq!(bob.guess_codes(&house, &mut thief, 1).await.status, 429, "as long a wait as before");
        assert_eq!(Underneath::of(&house).number(CODES), 5);
    }

    async fn codes_that_are_switched_off_take_a_reset_with_evidence_or_the_operator(house) {
        let (alice, _) = people::main_account_with_totp(&house).await;
        let bob = bob(&house).await;
        guess_until_off(&house, &bob).await;
        let path = page_of(&house, "Bob");
        let mut manager = alice.sign_in(&house).await;
        let page = manager.open(&path).await;
        assert!(page.text().contains("are switched off for this account, because too many codes in a row were wrong"), "{}", page.text());
        manager.press("Unlock").await;
        manager.land().await;
        assert_eq!(bob.give_password(&mut house.visitor()).await.heading(), OFF);
        assert_eq!(Underneath::of(&house).number(CODES), 20);

        // A recovery code is a way in meanwhile.
        let mut visitor = house.visitor();
        bob.give_password(&mut visitor).await;
        visitor.click("Use a recovery code").await;
        visitor.fill("code", &bob.recovery_codes[0].clone());
        assert_eq!(visitor.press("Log in").await.status, 303);

        manager.open(&path).await;
        alice.justify(&house, &mut manager, "guessed at by somebody");
        manager.press("Reset two-factor authentication").await;
        assert!(manager.land().await.text().contains("sessions are ended"), "{}", manager.page().text());
        assert_eq!(Underneath::of(&house).number(CODES), 0);
        assert_ne!(bob.give_password(&mut house.visitor()).await.heading(), OFF);
    }

    async fn the_operator_switches_codes_on_again(house) {
        people::main_account(&house).await;
        let bob = bob(&house).await;
        guess_until_off(&house, &bob).await;
        administer::unlock(house.services(), "Bob").await.unwrap();
        bob.sign_in(&house).await;
    }

    async fn a_manager_s_password_alone_moves_no_address_and_mails_no_link(house) {
        let (alice, _) = people::main_account_with_totp(&house).await;
        people::subaccount(&house, "Bob").await;
        let mallory = people::manager(&house, "Mallory").await;
        let path = page_of(&house, "Bob");
        let before = address_of(&house, "Bob");
        house.mails().await;

        // A manager who has no second factor, by the page and past it.
        let mut plain = mallory.sign_in(&house).await;
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

        // A thief of the cookie and the password of a manager who has one.
        let mut thief = alice.sign_in(&house).await.thief();
        for (button, changed) in [("Save", "thief@example.org"), ("E-mail a link to a new password", "")] {
            thief.open(&path).await;
            if !changed.is_empty() {
                thief.fill("email", changed);
                assert_eq!(thief.press(button).await.status, 422, "it asks for a reason and a second factor");
            }
            thief
                .fill("reason", "forgot it")
                .fill("password", &alice.password)
                .fill("code", &alice.wrong_code(&house));
            let page = thief.press(button).await;
            assert_eq!(page.status, 422, "{button}");
            assert!(page.problems()[0].contains("code"), "{:?}", page.problems());
            assert!(!page.html.contains(&alice.password), "secrets do not come back");
            assert!(page.html.contains("forgot it"), "and the reason does");
        }
        assert_eq!(address_of(&house, "Bob"), before);
        assert_eq!(Underneath::of(&house).count("one_time_links WHERE purpose = 'new_password'"), 0);
        assert!(house.mails().await.is_empty());
    }

    async fn a_manager_with_evidence_moves_an_address_and_mails_a_link(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        let path = page_of(&house, "Bob");
        house.mails().await;
        manager.open(&path).await;
        manager.fill("email", "bob@example.org");
        let page = manager.press("Save").await;
        assert_eq!((page.status, page.problems().len()), (422, 3), "it asks for what it takes");
        alice.justify(&house, &mut manager, "left the old provider");
        manager.press("Save").await;
        assert!(manager.land().await.text().contains("signed out everywhere"), "{}", manager.page().text());
        assert_eq!(address_of(&house, "Bob"), "bob@example.org");
        house.mails().await;

        alice.justify(&house, &mut manager, "forgot the password");
        manager.press("E-mail a link to a new password").await;
        assert!(manager.land().await.text().contains("We sent a link"), "{}", manager.page().text());
        let link = house.mailed_path("/new-password/").await;
        let mut visitor = house.visitor();
        visitor.open(&link).await;
        visitor.fill("password", "another pumice lantern");
        assert_eq!(visitor.press("Set password").await.status, 303);
        let bob = Person { password: "another pumice lantern".to_owned(), ..bob };
        bob.sign_in(&house).await;
        let reasons = Underneath::of(&house)
            .lines("SELECT event || ': ' || reason AS line FROM security_events WHERE reason IS NOT NULL ORDER BY sequence");
        assert_eq!(reasons, ["email_changed: left the old provider", "password_link_sent: forgot the password"]);
    }

    async fn a_corrected_invitation_needs_no_ceremony(house) {
        let (_, mut manager) = people::main_account(&house).await;
        manager.open("/subaccounts/new").await;
        manager.fill("username", "Carol").fill("email", "carrol@example.com");
        manager.press("Create").await;
        let page = manager.land().await;
        assert!(page.text().contains("Enter the right one and save: we e-mail a new invitation to it"), "{}", page.text());
        house.mails().await;
        manager.fill("email", "carol@example.com");
        assert_eq!(manager.press("Save").await.status, 303, "no reason, no second factor");
        let path = house.mailed_invitation().await;
        let mut visitor = house.visitor();
        visitor.open(&path).await;
        visitor.fill("password", people::PASSWORD);
        assert_eq!(visitor.press("Set password").await.location(), Some("/login?password-set"));
    }
}
