//! Replacing the authenticator, and switching it off.

use crate::support::{
    house::on_both_databases,
    people::{self, phone_of},
};

const MANAGE: &str = "/account/security/manage";
const SET_UP: &str = "/account/security/authenticator";
const DISABLE: &str = "Disable two-factor authentication";

on_both_databases! {
    async fn the_old_authenticator_works_until_the_new_one_is_confirmed(house) {
        let (old, mut visitor) = people::main_account_with_totp(&house).await;
        visitor.open("/account/security").await;
        visitor.click("Manage two-factor authentication (2FA)").await;
        let page = visitor.click("Replace authenticator").await;
        assert_eq!(page.heading(), "Replace your authenticator");
        let mut new = old.clone();
        new.phone = Some(phone_of(&page));
        assert_ne!(new.phone.as_ref().unwrap().secret, old.phone.as_ref().unwrap().secret);

        let mut elsewhere = house.visitor();
        house.wait(30);
        old.give_password(&mut elsewhere).await;
        assert_eq!(new.give_code(&mut elsewhere, &new.code(&house)).await.status, 422, "not confirmed yet");
        assert_eq!(old.give_code(&mut elsewhere, &old.code(&house)).await.status, 303);

        visitor.fill("code", &new.code(&house));
        visitor.press("Enable").await;
        assert!(visitor.land().await.text().contains("Your new authenticator is set up."));
        assert_eq!(elsewhere.open("/account").await.status, 303, "other sessions are over");

        house.wait(30);
        let mut again = house.visitor();
        new.give_password(&mut again).await;
        assert_eq!(old.give_code(&mut again, &old.code(&house)).await.status, 422);
        assert_eq!(new.give_code(&mut again, &new.code(&house)).await.status, 303);
    }

    async fn replacing_takes_another_code_of_the_old_authenticator_before_anything_is_shown(house) {
        let (old, _) = people::main_account_with_totp(&house).await;
        let mut visitor = old.sign_in(&house).await;
        let page = visitor.open(SET_UP).await;
        assert!(page.text().contains("code that your current app shows"), "{}", page.text());
        assert!(!page.html.contains("otpauth") && page.select("#key").is_empty(), "not yet");

        for (code, problem) in [
            (String::new(), "Enter the 6 digits"),
            ("12".to_owned(), "A code has 6 digits."),
            (old.wrong_code(&house), "This code is not right."),
            (old.code(&house), "This code has been used."),
        ] {
            visitor.fill("code", &code);
            let page = visitor.press("Continue").await;
            assert_eq!(page.status, 422, "{code}");
            assert!(page.problems()[0].starts_with(problem), "{:?}", page.problems());
            assert!(!page.html.contains("otpauth"), "{code}");
        }
        house.wait(30);
        visitor.fill("code", &old.code(&house));
        visitor.press("Continue").await;
        let page = visitor.land().await;
        let mut new = old.clone();
        new.phone = Some(phone_of(&page));
        // A mistake with the new app does not cost another code of the old one.
        visitor.fill("code", &new.wrong_code(&house));
        let page = visitor.press("Enable").await;
        assert_eq!(phone_of(&page).secret, new.phone.as_ref().unwrap().secret);
        visitor.fill("code", &new.code(&house));
        assert_eq!(visitor.press("Enable").await.status, 303);
        new.sign_in(&house).await;
    }

    async fn disabling_takes_the_password_and_a_current_code(house) {
        let (person, mut visitor) = people::main_account_with_totp(&house).await;
        let mut elsewhere = person.sign_in(&house).await;
        visitor.open(MANAGE).await;
        for (password, code, problem) in [
            ("", String::new(), "Enter your password."),
            ("not the password", person.code_at(house.now() + 30), "The password is not right."),
            (person.password.as_str(), person.wrong_code(&house), "This code is not right."),
            (person.password.as_str(), person.code(&house), "This code has been used."),
        ] {
            visitor.fill("password", password).fill("code", &code);
            let page = visitor.press(DISABLE).await;
            assert_eq!(page.status, 422);
            assert!(page.problems()[0].starts_with(problem), "{:?}", page.problems());
        }
        house.wait(30);
        visitor.fill("password", &person.password).fill("code", &person.code(&house));
        assert_eq!(visitor.press(DISABLE).await.status, 303);
        let page = visitor.land().await;
        assert!(page.text().contains("Two-factor authentication is off."));
        assert!(page.link("Enable two-factor authentication (2FA)").is_some());
        assert_eq!(elsewhere.open("/account").await.status, 303, "other sessions are over");
        let mut again = house.visitor();
        assert_eq!(person.give_password(&mut again).await.path, "/account");
    }

    async fn enabling_again_makes_a_new_key(house) {
        let (person, mut visitor) = people::main_account_with_totp(&house).await;
        visitor.open(MANAGE).await;
        house.wait(30);
        visitor.fill("password", &person.password).fill("code", &person.code(&house));
        visitor.press(DISABLE).await;
        let mut again = person.clone();
        again.set_up_authenticator(&house, &mut visitor).await;
        assert_ne!(again.phone.unwrap().secret, person.phone.unwrap().secret);
    }

    async fn there_is_nothing_to_manage_while_it_is_off(house) {
        let (_, mut visitor) = people::main_account(&house).await;
        assert_eq!(visitor.open(MANAGE).await.location(), Some("/account/security"));
    }

    async fn the_page_confirms_the_password_first(house) {
        let (person, mut visitor) = people::main_account_with_totp(&house).await;
        house.wait(300);
        visitor.open(MANAGE).await;
        assert_eq!(visitor.land().await.heading(), "Confirm your password");
        visitor.fill("password", &person.password);
        visitor.press("Confirm").await;
        assert_eq!(visitor.land().await.heading(), "Manage two-factor authentication");
    }
}
