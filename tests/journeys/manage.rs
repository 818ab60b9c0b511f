//! Replacing the authenticator, and turning it off.

use crate::support::{
    people::{self, phone_of},
    portal::on_both_databases,
};

const MANAGE: &str = "/account/security/manage";
const SET_UP: &str = "/account/security/authenticator";
const DISABLE: &str = "Disable two-factor authentication";

on_both_databases! {
    async fn the_old_authenticator_works_until_the_new_one_is_confirmed(portal) {
        let (old, mut visitor) = people::main_account_with_totp(&portal).await;
        visitor.open("/account/security").await;
        visitor.click("Manage two-factor authentication (2FA)").await;
        let page = visitor.click("Replace authenticator").await;
        assert_eq!(page.heading(), "Replace your authenticator");
        let mut new = old.clone();
        new.phone = Some(phone_of(&page));
        assert_ne!(new.phone.as_ref().unwrap().secret, old.phone.as_ref().unwrap().secret);

        let mut elsewhere = portal.visitor();
        portal.wait(30);
        old.give_password(&mut elsewhere).await;
        assert_eq!(new.give_code(&mut elsewhere, &new.code(&portal)).await.status, 422, "not confirmed yet");
        assert_eq!(old.give_code(&mut elsewhere, &old.code(&portal)).await.status, 303);

        visitor.fill("code", &new.code(&portal));
        visitor.press("Enable").await;
        assert!(visitor.land().await.text().contains("Your new authenticator is set up."));
        assert_eq!(elsewhere.open("/account").await.status, 303, "other sessions are over");

        portal.wait(30);
        let mut again = portal.visitor();
        new.give_password(&mut again).await;
        assert_eq!(old.give_code(&mut again, &old.code(&portal)).await.status, 422);
        assert_eq!(new.give_code(&mut again, &new.code(&portal)).await.status, 303);
    }

    async fn replacing_takes_another_code_of_the_old_authenticator_before_anything_is_shown(portal) {
        let (old, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = old.sign_in(&portal).await;
        let page = visitor.open(SET_UP).await;
        assert!(page.text().contains("code that your current app shows"), "{}", page.text());
        assert!(!page.html.contains("otpauth") && page.select("#key").is_empty(), "not yet");

        for (code, problem) in [
            (String::new(), "Enter the 6 digits"),
            ("12".to_owned(), "A code has 6 digits."),
            (old.wrong_code(&portal), "This code is not right."),
            (old.code(&portal), "This code has been used."),
        ] {
            visitor.fill("code", &code);
            let page = visitor.press("Continue").await;
            assert_eq!(page.status, 422, "{code}");
            assert!(page.problems()[0].starts_with(problem), "{:?}", page.problems());
            assert!(!page.html.contains("otpauth"), "{code}");
        }
        portal.wait(30);
        visitor.fill("code", &old.code(&portal));
        visitor.press("Continue").await;
        let page = visitor.land().await;
        let mut new = old.clone();
        new.phone = Some(phone_of(&page));
        // An error with the new app does not cost another code of the old one.
        visitor.fill("code", &new.wrong_code(&portal));
        let page = visitor.press("Enable").await;
        assert_eq!(phone_of(&page).secret, new.phone.as_ref().unwrap().secret);
        visitor.fill("code", &new.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 303);
        new.sign_in(&portal).await;
    }

    async fn disabling_takes_the_password_and_a_current_code(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        let mut elsewhere = person.sign_in(&portal).await;
        visitor.open(MANAGE).await;
        for (password, code, problem) in [
            ("", String::new(), "Enter your password."),
            ("not the password", person.code_at(portal.now() + 30), "The password is not right."),
            (person.password.as_str(), person.wrong_code(&portal), "This code is not right."),
            (person.password.as_str(), person.code(&portal), "This code has been used."),
        ] {
            visitor.fill("password", password).fill("code", &code);
            let page = visitor.press(DISABLE).await;
            assert_eq!(page.status, 422);
            assert!(page.problems()[0].starts_with(problem), "{:?}", page.problems());
        }
        portal.wait(30);
        visitor.fill("password", &person.password).fill("code", &person.code(&portal));
        assert_eq!(visitor.press(DISABLE).await.status, 303);
        let page = visitor.land().await;
        assert!(page.text().contains("Two-factor authentication is off."));
        assert!(page.link("Enable two-factor authentication (2FA)").is_some());
        assert_eq!(elsewhere.open("/account").await.status, 303, "other sessions are over");
        let mut again = portal.visitor();
        assert_eq!(person.give_password(&mut again).await.path, "/account");
    }

    async fn enabling_again_makes_a_new_key(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        visitor.open(MANAGE).await;
        portal.wait(30);
        visitor.fill("password", &person.password).fill("code", &person.code(&portal));
        visitor.press(DISABLE).await;
        let mut again = person.clone();
        again.set_up_authenticator(&portal, &mut visitor).await;
        assert_ne!(again.phone.unwrap().secret, person.phone.unwrap().secret);
    }

    async fn there_is_nothing_to_manage_while_it_is_off(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        assert_eq!(visitor.open(MANAGE).await.location(), Some("/account/security"));
    }

    async fn the_page_confirms_the_password_first(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        portal.wait(300);
        visitor.open(MANAGE).await;
        assert_eq!(visitor.land().await.heading(), "Confirm your password");
        visitor.fill("password", &person.password);
        visitor.press("Confirm").await;
        assert_eq!(visitor.land().await.heading(), "Manage two-factor authentication");
    }
}
