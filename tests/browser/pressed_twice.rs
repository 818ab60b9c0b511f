//! Buttons that are pressed twice on a slow connection: a browser hangs up on the first form and shows the answer to
//! the second.

use super::steps;
use crate::{
    security::raw_database::RawDatabase,
    support::{
        browser::Browser,
        people::{self, PASSWORD},
        phone::Phone,
        portal::on_both_databases,
    },
};

const DISABLE_FORM: &str = "form[action='/account/security/disable']";
/// Round-trip time in milliseconds.
const AWAY: u32 = 40;
/// Milliseconds between two presses: at once, during the first request, and when its answer arrives.
const APART: [u32; 4] = [0, 30, 60, 120];

on_both_databases! {
    async fn log_in_pressed_twice_far_away_signs_in(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        browser.be_far_away(AWAY).await;
        for apart in APART {
            steps::give_password(&browser, &person).await;
            portal.wait(30);
            browser.fill("code", &person.code(&portal)).await;
            browser.press_twice("Log in", apart).await;
            assert_eq!(browser.heading().await, "Your account", "{apart} ms apart");
            steps::sign_out(&browser).await;
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("signed_in"), 1 + 4);
        assert_eq!(raw_database.events("code_refused"), 0);
    }

    async fn enable_pressed_twice_far_away_shows_the_recovery_codes(portal) {
        people::main_account(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        for (apart, name) in APART.into_iter().zip(["Bob", "Carol", "Dave", "Erin"]) {
            let mut person = people::added_by_operator(&portal, name).await;
            steps::sign_in(&portal, &browser, &person).await;
            browser.be_far_away(AWAY).await;
            browser.go("/account/security/authenticator").await;
            let link = browser.ask("return document.querySelector(\"a[href^='otpauth:']\").href").await;
            person.phone = Some(Phone::from_uri(link.as_str().unwrap()));
            browser.fill("code", &person.code(&portal)).await;
            browser.press_twice("Enable", apart).await;
            assert_eq!(steps::recovery_codes(&browser).await.len(), 10, "{name}, {apart} ms apart");

            portal.wait(30);
            browser.go("/account/security/manage").await;
            browser.fill_in(DISABLE_FORM, "password", PASSWORD).await;
            browser.fill_in(DISABLE_FORM, "code", &person.code(&portal)).await;
            browser.press_twice("Disable two-factor authentication", apart).await;
            assert_eq!(browser.heading().await, "Security", "{name}, {apart} ms apart");
            steps::sign_out(&browser).await;
        }
    }
}
