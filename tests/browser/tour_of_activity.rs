//! The part of the tour for managing an account: sessions, activity, passwords.

use vestibule::flows::forgotten_password;

use crate::support::{
    browser::Browser,
    people::{self, Person},
    portal::TestPortal,
};

use super::steps;

/// Opens the pages; nobody is signed in, before and after.
pub async fn of_activity(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    portal.mails().await;
    let mut elsewhere = portal
        .visitor()
        .with_address("2001:db8:1234:5678:9abc:def0:1234:5678");
    person.give_password(&mut elsewhere).await;
    portal.wait(30);
    person.give_code(&mut elsewhere, &person.code(portal)).await;
    elsewhere.land().await;
    steps::sign_in(portal, browser, person).await;
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
    browser.go("/policy/approvals").await;
    look("policy-approvals-none").await;
    let walter = people::subaccount(portal, &people::called("Walter")).await;
    walter.sign_in(portal).await;
    people::approve_addresses(portal, &person.username, 1).await;
    people::approve_addresses(portal, &walter.username, 51).await;
    browser.go("/policy/approvals").await;
    look("policy-approvals").await;
    browser.click("Next page").await;
    look("policy-approvals-end").await;
    browser.press_in("li", "Revoke").await;
    look("policy-approvals-revoked").await;
    browser.press("Revoke all").await;
    people::approve_addresses(portal, &person.username, 2).await;
    people::approve_addresses(portal, &walter.username, 2).await;
    browser.go("/account/security/ip").await;
    look("addresses-approved").await;
    browser.go(&steps::search_for("Walter")).await;
    browser.click_in("tbody", "Change").await;
    look("user-to-watch").await;
    browser.press("Show a link to a new password").await;
    look("user-link-refused").await;
    portal.wait(30);
    let link = "form[action$='/new-password']";
    browser.fill_in(link, "reason", "lost the mailbox").await;
    browser.fill_in(link, "password", &person.password).await;
    browser.fill_in(link, "code", &person.code(portal)).await;
    browser.press("Show a link to a new password").await;
    look("user-password-link").await;
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
    forgotten_password::round(portal.services())
        .await
        .expect("a database");
    browser.go(&portal.mailed_path("/new-password/").await).await;
    look("new-password").await;
    browser.fill("password", "short").await;
    browser.press("Set password").await;
    look("new-password-refused").await;
    browser.go("/new-password/spent").await;
    look("new-password-spent").await;
    browser.go("/login").await;
}
