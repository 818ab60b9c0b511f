//! Steps that several journeys share: what a person does in a browser.

use serde_json::Value;
use vestibule::flows::first_run;

use crate::support::{
    browser::Browser,
    people::{self, PASSWORD, Person},
    phone::Phone,
    portal::TestPortal,
};

/// The link that `serve` prints at the first run, as a path.
pub async fn welcome_path(portal: &TestPortal) -> String {
    let link = first_run::welcome_link(portal.services()).await.unwrap();
    let token = link.expect("an empty database");
    format!("/welcome/{}", token.reveal())
}

/// Opens the welcome link and fills in its form; stays signed in.
pub async fn create_main_account(portal: &TestPortal, browser: &Browser) -> Person {
    browser.go(&welcome_path(portal).await).await;
    assert_eq!(browser.heading().await, "Create the main account");
    browser.fill("username", &people::called("Alice")).await;
    browser.fill("email", "alice@example.com").await;
    browser.fill("password", PASSWORD).await;
    browser.press("Create account").await;
    assert_eq!(browser.path().await, "/account");
    Person {
        username: people::called("Alice"),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    }
}

/// Does the first step of a sign-in.
pub async fn give_password(browser: &Browser, person: &Person) {
    browser.go("/login").await;
    browser.fill("username", &person.username).await;
    browser.fill("password", &person.password).await;
    browser.press("Sign in").await;
}

/// Does the second step of a sign-in, on its page.
pub async fn give_code(browser: &Browser, code: &str) {
    browser.fill("code", code).await;
    browser.press("Log in").await;
}

/// Signs in, with the next code of the app if there is one.
pub async fn sign_in(portal: &TestPortal, browser: &Browser, person: &Person) {
    give_password(browser, person).await;
    if person.phone.is_some() {
        portal.wait(30);
        give_code(browser, &person.code(portal)).await;
    }
    assert_eq!(browser.path().await, "/account");
}

/// The list of user accounts, searched for a person.
pub fn search_for(name: &str) -> String {
    let query = url::form_urlencoded::byte_serialize(people::called(name).as_bytes()).collect::<String>();
    format!("/subaccounts?q={query}")
}

pub async fn sign_out(browser: &Browser) {
    browser.press("Sign out").await;
    assert_eq!(browser.heading().await, "Sign in");
}

/// Points a phone's camera at the QR code that the browser shows.
pub async fn scan(portal: &TestPortal, browser: &Browser) -> Phone {
    let picture = portal.folder().join("qr.png");
    for nearer in [1.0, 2.0, 3.0] {
        browser.element_screenshot("#qr", nearer, &picture).await;
        if Phone::sees_a_code(&picture) {
            break;
        }
    }
    Phone::scan(&picture)
}

/// The recovery codes that the page shows.
pub async fn recovery_codes(browser: &Browser) -> Vec<String> {
    let text = browser.text_of("#recovery-codes").await;
    text.split_whitespace().map(str::to_owned).collect()
}

/// Types the code that the person's app shows, on the set-up page, and saves the recovery
/// codes that come with a first authenticator.
pub async fn enable(portal: &TestPortal, browser: &Browser, person: &Person) {
    browser.fill("code", &person.code(portal)).await;
    browser.press("Enable").await;
    if browser.heading().await == "Recovery codes" {
        let notice = browser.text_of(".notice").await;
        assert!(notice.contains("Two-factor authentication is on."), "{notice}");
        browser.tick("saved", true).await;
        browser.press("Next").await;
    }
    assert_eq!(browser.heading().await, "Security");
}

/// A code that the person's app does not show near the current time: neither by chance, nor with a wrong clock.
pub fn wrong_code(portal: &TestPortal, person: &Person) -> String {
    let near: Vec<String> = (-25..=25)
        .map(|step| person.code_at(portal.now() + step * 30))
        .collect();
    (0..=near.len())
        .map(|number| format!("{number:06}"))
        .find(|code| !near.contains(code))
        .expect("more codes than steps")
}

/// The id of the focused element.
pub async fn focus(browser: &Browser) -> String {
    // A browser sets the focus some time after the page has loaded.
    for _ in 0..20 {
        let focus = text(&browser.ask("return document.activeElement.id").await);
        if !focus.is_empty() {
            return focus;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    String::new()
}

/// The distance from the top of the page to the first element that matches.
pub async fn top_of(browser: &Browser, css: &str) -> f64 {
    let script = format!("return document.querySelector({css:?}).getBoundingClientRect().top");
    browser.ask(&script).await.as_f64().expect("a position")
}

/// A string that a script returned.
pub fn text(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}
