//! Signed in: replacing and disabling the authenticator, and the account details.

use vestibule::domain::lifetimes::IDLE_SECONDS;

use super::steps;
use crate::support::{
    browser::Browser,
    people::{self, Person},
    portal::TestPortal,
};

/// The manage page has several forms with the same fields.
const DISABLE_FORM: &str = "form[action='/account/security/disable']";

/// A code of the current app, before a new one is shown.
async fn prove(portal: &TestPortal, browser: &Browser, person: &Person) {
    portal.wait(30);
    browser.fill("code", &person.code(portal)).await;
    browser.press("Continue").await;
}

in_every_way! {
    async fn the_old_authenticator_works_until_the_new_one_is_confirmed(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.click("Security").await;
        browser.click("Manage two-factor authentication (2FA)").await;
        browser.click("Replace authenticator").await;
        assert_eq!(browser.heading().await, "Replace your authenticator");
        prove(&portal, &browser, &person).await;
        let mut renewed = person.clone();
        renewed.phone = Some(steps::scan(&portal, &browser).await);
        steps::sign_out(&browser).await;

        // Scanning does not confirm: the old app still works, the new one does not.
        portal.wait(30);
        steps::give_password(&browser, &person).await;
        steps::give_code(&browser, &renewed.code(&portal)).await;
        assert_eq!(browser.heading().await, "Enter your one-time password");
        steps::give_code(&browser, &person.code(&portal)).await;
        assert_eq!(browser.heading().await, "Your account");

        browser.go("/account/security/authenticator").await;
        prove(&portal, &browser, &person).await;
        assert_eq!(
            steps::scan(&portal, &browser).await.secret,
            renewed.phone.as_ref().unwrap().secret,
            "the code that was scanned before is still the one"
        );
        steps::enable(&portal, &browser, &renewed).await;
        assert!(browser.text_of(".notice").await.contains("The old one no longer works"));
        steps::sign_out(&browser).await;

        portal.wait(30);
        steps::give_password(&browser, &person).await;
        steps::give_code(&browser, &person.code(&portal)).await;
        assert_eq!(browser.heading().await, "Enter your one-time password", "the old one is out");
        steps::give_code(&browser, &renewed.code(&portal)).await;
        assert_eq!(browser.heading().await, "Your account");
    }

    async fn disabling_takes_password_and_code_and_then_the_password_is_enough(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.go("/account/security/manage").await;

        browser.press("Disable two-factor authentication").await;
        assert!(browser.shows(".error-summary a[href='#disable-password']").await);
        assert!(browser.shows(".error-summary a[href='#disable-code']").await);

        portal.wait(30);
        browser.fill_in(DISABLE_FORM, "password", "not the password").await;
        browser.fill_in(DISABLE_FORM, "code", &person.code(&portal)).await;
        browser.press("Disable two-factor authentication").await;
        assert!(browser.shows(".error-summary a[href='#disable-password']").await);

        browser.fill_in(DISABLE_FORM, "password", &person.password).await;
        browser.fill_in(DISABLE_FORM, "code", &person.code(&portal)).await;
        browser.press("Disable two-factor authentication").await;
        assert_eq!(browser.heading().await, "Security");
        assert!(browser.text_of(".notice").await.contains("Two-factor authentication is off."));
        assert!(browser.text().await.contains("Enable two-factor authentication (2FA)"));

        steps::sign_out(&browser).await;
        steps::give_password(&browser, &person).await;
        assert_eq!(browser.heading().await, "Your account", "no code is asked for");
    }

    async fn an_older_sign_in_confirms_the_password_and_goes_on_where_it_was(portal) {
        let (person, _) = people::main_account(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        portal.wait(299);
        browser.go("/account/security/authenticator").await;
        let shown = steps::scan(&portal, &browser).await;

        // A button that needs a fresh sign-in changes nothing if it is pressed too late.
        portal.wait(1);
        browser.press("Start over").await;
        assert_eq!(browser.heading().await, "Confirm your password");
        assert_eq!(steps::focus(&browser).await, "password");
        browser.fill("password", "not the password").await;
        browser.press("Confirm").await;
        assert!(browser.title().await.starts_with("Error: "), "{}", browser.title().await);
        assert_eq!(steps::focus(&browser).await, "password");
        browser.fill("password", &person.password).await;
        browser.press("Confirm").await;
        assert_eq!(browser.path().await, "/account/security/authenticator");
        assert_eq!(steps::scan(&portal, &browser).await.secret, shown.secret);
        browser.press("Start over").await;
        assert_ne!(steps::scan(&portal, &browser).await.secret, shown.secret, "pressed again, it counts");

        // A page that is opened late is shown after the password.
        portal.wait(300);
        browser.go("/account/security").await;
        assert_eq!(browser.heading().await, "Security", "looking needs no confirmation");
        browser.click("Enable two-factor authentication (2FA)").await;
        assert_eq!(browser.heading().await, "Confirm your password");
        browser.fill("password", &person.password).await;
        browser.press("Confirm").await;
        assert_eq!(browser.path().await, "/account/security/authenticator");
    }

    async fn the_setup_link_shows_while_the_box_is_ticked(portal) {
        let (mut person, _) = people::main_account(&portal).await;
        // The style sheet alone does it.
        let browser = Browser::without_javascript(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.go("/account/details").await;
        assert!(!browser.shows(".while-ticked").await);
        browser.tick("two_factor", true).await;
        assert_eq!(browser.text_of(".while-ticked").await, "Setup");
        browser.tick("two_factor", false).await;
        assert!(!browser.shows(".while-ticked").await);

        let last = browser
            .ask("return [...document.querySelectorAll('main input, main a, main button')].pop().textContent.trim()")
            .await;
        assert_eq!(last, "Save", "the last thing on the page");
        let save = steps::top_of(&browser, "main button").await;
        assert!(steps::top_of(&browser, "#email").await < save, "at the bottom for the eye too");

        // The box alone turns nothing on, and the other input of the form is kept.
        browser.tick("two_factor", true).await;
        browser.fill("email", "new@example.com").await;
        browser.press("Save").await;
        assert_eq!(browser.heading().await, "Set up two-factor authentication");
        browser.click("Account details").await;
        assert!(!browser.shows(".while-ticked").await, "still off");
        let typed = browser.ask("return document.getElementById('email').value").await;
        assert_eq!(typed, "new@example.com");

        browser.tick("two_factor", true).await;
        browser.click("Setup").await;
        person.phone = Some(steps::scan(&portal, &browser).await);
        steps::enable(&portal, &browser, &person).await;
        browser.click("Account details").await;
        assert!(browser.shows(".while-ticked").await, "on, and ticked from the start");

        // Clearing it leads to the page that turns it off, and turns nothing off itself.
        browser.tick("two_factor", false).await;
        browser.press("Save").await;
        assert_eq!(browser.heading().await, "Manage two-factor authentication");
        browser.click("Account details").await;
        assert!(browser.shows(".while-ticked").await);
    }

    async fn whoever_does_nothing_is_told_before_the_session_ends_and_loses_nothing(portal) {
        let (person, _) = people::main_account(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.go("/account/details").await;
        browser.fill("email", "half.typed").await;
        let begins = browser.ask("return getComputedStyle(document.querySelector('.ends-soon')).animationDelay").await;
        assert_eq!(begins, format!("{}s", IDLE_SECONDS - 300), "five minutes before it ends");
        assert!(!browser.shows(".ends-soon").await);
        browser.ask("document.getAnimations().forEach(one => one.currentTime = 1_502_000)").await;
        assert!(browser.text_of(".ends-soon").await.starts_with("You will be signed out in about 4 minutes"));

        portal.wait(IDLE_SECONDS - 60);
        browser.click("Stay signed in").await;
        // The request of the new tab takes a moment.
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        portal.wait(IDLE_SECONDS - 60);
        let typed = browser.ask("return document.getElementById('email').value").await;
        assert_eq!(typed, "half.typed");
        browser.fill("email", "whole@example.com").await;
        browser.press("Save").await;
        assert_eq!(browser.heading().await, "Confirm your password", "still signed in");
    }

    async fn recovery_codes_are_printed_on_one_sheet(portal) {
        let (mut person, _) = people::main_account(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.go("/account/security/authenticator").await;
        person.phone = Some(steps::scan(&portal, &browser).await);
        browser.fill("code", &person.code(&portal)).await;
        browser.press("Enable").await;
        assert_eq!(browser.heading().await, "Recovery codes");
        assert_eq!(browser.sheets().await, 1);
        browser.click("Print").await;
        assert_eq!(browser.heading().await, "Recovery codes for Acme Panel");
        assert_eq!(browser.sheets().await, 1);
        browser.go("/help").await;
        assert!(browser.sheets().await > 1, "sheets are counted");
    }
}
