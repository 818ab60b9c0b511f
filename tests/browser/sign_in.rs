//! The second step of a sign-in, and what goes wrong there.

use super::steps;
use crate::support::{
    browser::Browser,
    people::{self, Person},
    portal::TestPortal,
};

in_every_way! {
    async fn a_wrong_code_says_what_to_do_and_only_then_is_there_help(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::give_password(&browser, &person).await;
        assert_eq!(browser.heading().await, "Enter your one-time password");
        assert_eq!(steps::focus(&browser).await, "code");
        assert!(!browser.has_button("Help").await, "nothing has gone wrong yet");

        // The code that set up the app; the clock has not moved since.
        let used = person.code(&portal);
        steps::give_code(&browser, &used).await;
        assert_refused(&browser, "This code has been used.").await;
        assert!(browser.has_button("Help").await);

        steps::give_code(&browser, &steps::wrong_code(&portal, &person)).await;
        assert_refused(&browser, "This code is not right.").await;
        assert!(browser.has_button("Help").await);
        browser.click_in(".error-summary", "This code is not right. Enter the one that your app shows now for this site.").await;
        assert_eq!(steps::focus(&browser).await, "code", "the summary leads to the field");

        portal.wait(30);
        let next = person.code(&portal);
        steps::give_code(&browser, &format!("{} {}", &next[..3], &next[3..])).await;
        assert_eq!(browser.heading().await, "Your account");

        steps::sign_out(&browser).await;
        steps::give_password(&browser, &person).await;
        assert!(!browser.has_button("Help").await, "a right code makes good for the wrong ones");
        steps::give_code(&browser, &next).await;
        assert_refused(&browser, "This code has been used.").await;
    }

    async fn after_five_wrong_codes_even_the_right_one_has_to_wait(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let browser = Browser::open(&portal.url()).await;
        give_five_wrong_codes(&portal, &browser, &person).await;

        steps::give_code(&browser, &person.code(&portal)).await;
        assert_eq!(browser.heading().await, "Enter your one-time password");
        assert!(browser.title().await.starts_with("Error: "), "{}", browser.title().await);
        let summary = browser.text_of(".error-summary").await;
        assert!(summary.contains("Wait 30 seconds"), "{summary}");
        assert_eq!(steps::focus(&browser).await, "code");

        portal.wait(20);
        steps::give_code(&browser, &person.code(&portal)).await;
        let summary = browser.text_of(".error-summary").await;
        assert!(summary.contains("Wait 10 seconds"), "{summary}");
        assert!(browser.has_button("Help").await);

        portal.wait(10);
        steps::give_code(&browser, &person.code(&portal)).await;
        assert_eq!(browser.heading().await, "Your account");
    }

    async fn the_fifth_wrong_code_says_at_once_how_long_to_wait(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        give_five_wrong_codes(&portal, &browser, &person).await;
        // Otherwise a right code would be entered in vain.
        let summary = browser.text_of(".error-summary").await;
        assert!(summary.contains("30 seconds"), "{summary}");
    }
}

async fn give_five_wrong_codes(portal: &TestPortal, browser: &Browser, person: &Person) {
    steps::give_password(browser, person).await;
    let wrong = steps::wrong_code(portal, person);
    for _ in 0..5 {
        steps::give_code(browser, &wrong).await;
        assert_eq!(browser.heading().await, "Enter your one-time password");
    }
}

/// The page is the same one, first says what is wrong, and waits for another code.
async fn assert_refused(browser: &Browser, why: &str) {
    assert_eq!(browser.heading().await, "Enter your one-time password");
    let title = browser.title().await;
    assert!(title.starts_with("Error: "), "{title}");
    let summary = browser.text_of(".error-summary a[href='#code']").await;
    assert!(summary.starts_with(why), "{summary}");
    assert!(
        browser.text_of("#code-error").await.contains(why),
        "at the field too"
    );
    let (top, heading) = (
        steps::top_of(browser, ".error-summary").await,
        steps::top_of(browser, "h1").await,
    );
    assert!(top < heading, "the summary is on top");
    assert_eq!(steps::focus(browser).await, "code");
    let typed = browser.ask("return document.getElementById('code').value").await;
    assert_eq!(typed, "", "ready for another code");
}
