//! Setting up an authenticator app: from the first visit to the second sign-in.

use super::steps;
use crate::support::{
    browser::{Browser, Kind},
    people,
    phone::Phone,
    portal::TestPortal,
};

const SET_UP: &str = "/account/security/authenticator";

in_every_way! {
    async fn from_the_welcome_link_to_a_sign_in_with_a_code(portal) {
        let browser = Browser::open(&portal.url()).await;
        from_the_first_run_to_the_second_sign_in(&portal, &browser).await;
    }

    async fn in_dark_mode_the_qr_code_the_link_and_the_written_key_are_one(portal) {
        let (mut person, _) = people::main_account(&portal).await;
        let kind = Kind { dark: true, ..Kind::default() };
        let browser = Browser::of_kind(&portal.url(), kind).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.go(SET_UP).await;
        let dark = browser.ask("return getComputedStyle(document.body).backgroundColor").await;
        assert_eq!(dark, "rgb(16, 22, 27)", "the page is dark");

        // The whole screen, as a camera sees it: a bright code on a dark page.
        let picture = portal.folder().join("screen.png");
        browser.screenshot_to(&picture).await;
        let scanned = Phone::scan(&picture);
        let written = browser.text_of("#key").await;
        let groups: Vec<&str> = written.split_whitespace().collect();
        assert!(groups.iter().all(|group| group.len() == 4), "groups of four: {written}");
        assert_eq!(groups.concat().len(), 16);
        let typed = Phone::with_key(&written);
        assert_eq!(typed.secret, scanned.secret);
        let link = browser.ask("return document.querySelector(\"a[href^='otpauth:']\").href").await;
        assert_eq!(Phone::from_uri(&steps::text(&link)).secret, scanned.secret);

        person.phone = Some(typed);
        steps::enable(&portal, &browser, &person).await;
        steps::sign_out(&browser).await;
        steps::sign_in(&portal, &browser, &person).await;
    }

    async fn the_qr_code_stays_until_it_is_started_over(portal) {
        let (mut person, _) = people::main_account(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &person).await;
        browser.go(SET_UP).await;
        let first = steps::scan(&portal, &browser).await;

        browser.refresh().await;
        assert_eq!(steps::scan(&portal, &browser).await.secret, first.secret, "refreshed");
        let first_window = browser.open_window(true).await;
        browser.go(SET_UP).await;
        assert_eq!(steps::scan(&portal, &browser).await.secret, first.secret, "another tab");
        browser.open_window(false).await;
        browser.go(SET_UP).await;
        assert_eq!(steps::scan(&portal, &browser).await.secret, first.secret, "another window");

        person.phone = Some(first.clone());
        browser.fill("code", &steps::wrong_code(&portal, &person)).await;
        browser.press("Enable").await;
        assert!(browser.title().await.starts_with("Error: "), "{}", browser.title().await);
        assert!(browser.shows(".error-summary a[href='#code']").await);
        assert_eq!(steps::scan(&portal, &browser).await.secret, first.secret, "after a wrong code");

        browser.press("Start over").await;
        let second = steps::scan(&portal, &browser).await;
        assert_ne!(second.secret, first.secret, "started over");
        browser.turn_to(first_window).await;
        browser.refresh().await;
        assert_eq!(steps::scan(&portal, &browser).await.secret, second.secret, "the first window follows");

        person.phone = Some(second);
        steps::enable(&portal, &browser, &person).await;
    }
}

/// Everything that a person does who has just installed the portal.
pub async fn from_the_first_run_to_the_second_sign_in(portal: &TestPortal, browser: &Browser) {
    let mut person = steps::create_main_account(portal, browser).await;
    assert_eq!(browser.heading().await, "Your account");
    assert!(browser.text_of("main").await.contains("Alice"));

    browser.click("Set up two-factor authentication").await;
    assert_eq!(browser.path().await, SET_UP);
    let phone = steps::scan(portal, browser).await;
    assert_eq!(
        (phone.issuer.as_str(), phone.label.as_str()),
        ("Acme Panel", "Acme Panel:Alice"),
        "what the app will call it"
    );
    person.phone = Some(phone);
    steps::enable(portal, browser, &person).await;
    assert!(
        browser
            .text()
            .await
            .contains("Manage two-factor authentication (2FA)")
    );

    steps::sign_out(browser).await;
    browser.go("/account").await;
    assert_eq!(browser.heading().await, "Sign in", "signed out is out");

    steps::give_password(browser, &person).await;
    assert_eq!(browser.heading().await, "Enter your one-time password");
    assert_eq!(steps::focus(browser).await, "code");
    portal.wait(30);
    steps::give_code(browser, &person.code(portal)).await;
    assert_eq!(browser.heading().await, "Your account");
}
