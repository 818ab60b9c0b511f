//! The part of the walk past every page where one looks after an account: sessions, activity,
//! passwords.

use vestibule::flows::forgotten_password;

use crate::support::{
    browser::Browser,
    house::House,
    people::{self, Person},
};

use super::steps;

/// Walks past them; nobody is signed in, before and after.
pub async fn of_watching(house: &House, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    house.mails().await;
    let mut elsewhere = house
        .visitor()
        .with_address("2001:db8:1234:5678:9abc:def0:1234:5678");
    person.give_password(&mut elsewhere).await;
    house.wait(30);
    person.give_code(&mut elsewhere, &person.code(house)).await;
    elsewhere.land().await;
    steps::sign_in(house, browser, person).await;
    browser.click("Security").await;
    look("security-watched").await;
    browser.click("Change password").await;
    look("password-change").await;
    browser.fill("password", "not the password").await;
    browser.fill("new_password", "short").await;
    browser.press("Change password").await;
    look("password-change-refused").await;
    browser.go("/account/sessions").await;
    look("sessions").await;
    browser.go("/account/activity").await;
    look("activity").await;
    browser.go("/account/activity?show=codes").await;
    look("activity-none").await;
    people::subaccount(house, &people::called("Walter"))
        .await
        .sign_in(house)
        .await;
    browser.go(&steps::search_for("Walter")).await;
    browser.click_in("tbody", "Change").await;
    look("user-to-watch").await;
    browser.click_in("main", "Sessions").await;
    look("user-sessions").await;
    browser.press("End all sessions").await;
    look("user-sessions-none").await;
    browser
        .click(&format!("Back to {}", people::called("Walter")))
        .await;
    browser.click_in("main", "Activity").await;
    look("user-activity").await;
    steps::sign_out(browser).await;

    browser.click("Forgotten password?").await;
    look("forgotten").await;
    browser.press("Send link").await;
    look("forgotten-empty").await;
    browser.fill("username", &people::called("Walter")).await;
    browser.press("Send link").await;
    look("forgotten-sent").await;
    forgotten_password::round(house.services())
        .await
        .expect("a database");
    browser.go(&house.mailed_path("/new-password/").await).await;
    look("new-password").await;
    browser.fill("password", "short").await;
    browser.press("Set password").await;
    look("new-password-refused").await;
    browser.go("/new-password/spent").await;
    look("new-password-spent").await;
    browser.go("/login").await;
}
