//! The part of the tour in which something is sent: codes to phones and by e-mail, links, and what a main account
//! requires.

use vestibule::delivery::Undelivered;

use super::steps;
use crate::support::{
    browser::Browser,
    people::{self, NUMBER, Person},
    portal::TestPortal,
};

/// Opens the pages; nobody is signed in, before and after.
pub async fn of_messages(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    portal.mails().await;
    first_sign_in(portal, browser, look).await;
    a_new_number(portal, browser, person, look).await;
    a_lost_authenticator(portal, browser, person, look).await;
    demands(portal, browser, person, look).await;
    links(portal, browser, person, look).await;
}

async fn first_sign_in(portal: &TestPortal, browser: &Browser, look: &impl AsyncFn(&str)) {
    let carol = people::required_subaccount_with_number(portal, &people::called("Carol")).await;
    steps::give_password(browser, &carol).await;
    look("phone-first").await;
    portal.phones().fail(Some(Undelivered::Unfit("21614".to_owned())));
    browser.press("Send SMS").await;
    look("phone-first-failed").await;
    portal.phones().fail(None);
    browser.press("Send SMS").await;
    look("phone-first-sent").await;
    browser.press("Send SMS").await;
    look("phone-first-wait").await;
    browser.fill("code", "000000").await;
    browser.press("Log in").await;
    look("phone-first-refused").await;
    let code = portal.texts().pop().expect("an SMS").code();
    browser.fill("code", &code).await;
    browser.press("Log in").await;
    look("set-up-later").await;
    browser.click("Later").await;
    steps::sign_out(browser).await;
}

async fn a_new_number(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    steps::sign_in(portal, browser, person).await;
    browser.click("Account details").await;
    browser.fill("phone", "040 123").await;
    browser.press("Save").await;
    look("details-phone-refused").await;
    browser.fill("phone", NUMBER).await;
    browser.press("Save").await;
    look("details-code-missing").await;
    portal.wait(30);
    browser.fill("current_code", &person.code(portal)).await;
    browser.press("Save").await;
    look("phone-confirm").await;
    browser.fill("code", "000000").await;
    browser.press("Confirm").await;
    look("phone-confirm-refused").await;
    let code = portal.texts().pop().expect("an SMS").code();
    browser.fill("code", &code).await;
    browser.press("Confirm").await;
    look("details-phone").await;
    portal.mails().await;
    browser.go("/subaccounts/activity").await;
    look("managers-activity").await;
    browser.go("/subaccounts/sent-codes").await;
    look("sent-codes").await;
    browser.go(&steps::search_for("Carol")).await;
    browser.click_in("tbody", "Change").await;
    browser.fill("phone", "+46 70 123 45 67").await;
    browser.press("Save").await;
    look("user-phone-refused").await;
    browser.go("/account").await;
    steps::sign_out(browser).await;
}

async fn a_lost_authenticator(
    portal: &TestPortal,
    browser: &Browser,
    person: &Person,
    look: &impl AsyncFn(&str),
) {
    portal.wait(120);
    steps::give_password(browser, person).await;
    steps::give_code(browser, &steps::wrong_code(portal, person)).await;
    browser.press("Help").await;
    look("backup").await;
    browser.press("Call me").await;
    look("backup-called").await;
    let code = portal.texts().pop().expect("a call").code();
    browser.fill("code", &code).await;
    browser.press("Log in").await;
    look("recovered-by-phone").await;
    browser.go("/account").await;
    steps::sign_out(browser).await;
}

async fn demands(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    steps::sign_in(portal, browser, person).await;
    browser.click("Policy").await;
    look("policy").await;
    browser
        .fill(
            "mandatory_text",
            "Two companies like ours were broken into this year.",
        )
        .await;
    browser
        .fill("allowed_addresses", "203.0.113.0/24\nthe office")
        .await;
    browser.press("Save").await;
    look("policy-refused").await;
    browser.fill("allowed_addresses", "").await;
    browser.tick("email_codes", true).await;
    let day = vestibule::domain::clock::Timestamp(portal.now() + 6 * 86_400).to_string();
    let set = format!(
        "document.querySelector('#mandatory_from').value = '{}'",
        &day[..10]
    );
    browser.ask(&set).await;
    browser.press("Save").await;
    look("policy-saved").await;
    steps::sign_out(browser).await;
    portal.mails().await;

    let dave = people::subaccount(portal, &people::called("Dave")).await;
    steps::give_password(browser, &dave).await;
    look("email").await;
    browser.press("Send again").await;
    look("email-wait").await;
    let code = people::mailed_code(&portal.mails().await, "added@example.com");
    browser.fill("code", &code).await;
    browser.press("Log in").await;
    look("overview-countdown").await;
    browser.click("Security").await;
    look("security-countdown").await;
    browser.click("Allow only certain addresses").await;
    look("addresses").await;
    browser.fill("allowed_addresses", "home").await;
    browser.press("Save").await;
    look("addresses-refused").await;
    browser.fill("allowed_addresses", "127.0.0.1").await;
    browser.press("Save").await;
    look("addresses-saved").await;
    steps::sign_out(browser).await;
}

async fn links(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    let mut abroad = portal.visitor().with_address("192.0.2.5");
    let dave = Person {
        username: people::called("Dave"),
        phone: None,
        ..person.clone()
    };
    let page = dave.give_password(&mut abroad).await;
    assert_eq!(page.heading(), "Sign-in blocked from this IP address");
    let link = portal.mailed_path("/approve-address/").await;
    browser.go(&link).await;
    look("approve-address").await;
    browser.press("Approve").await;
    look("approve-address-done").await;
    browser.go(&link).await;
    look("approve-address-spent").await;

    let carol = Person {
        username: people::called("Carol"),
        ..dave
    };
    portal.wait(3600);
    portal.mails().await;
    carol.give_password(&mut portal.visitor()).await;
    portal.wait(181);
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let link = portal.mailed_path("/not-me/").await;
    browser.go(&link).await;
    look("not-me").await;
    browser.press("This was not me").await;
    look("not-me-done").await;
    a_moved_address(portal, browser, look).await;
}

async fn a_moved_address(portal: &TestPortal, browser: &Browser, look: &impl AsyncFn(&str)) {
    let erin = people::added_by_operator(portal, &people::called("Erin")).await;
    let mut inside = erin.sign_in(portal).await;
    let mails = people::move_to(portal, &mut inside, "erin@elsewhere.example").await;
    let mut lines = mails[0].text().lines().map(str::trim);
    let link = lines
        .find(|line| line.contains("/restore-email/"))
        .expect("a link");
    let link = url::Url::parse(link).unwrap().path().to_owned();
    browser.go(&link).await;
    look("restore-email").await;
    browser.press("Restore my address").await;
    look("restore-email-done").await;
    browser.go(&link).await;
    look("restore-email-spent").await;
}
