//! What customers of large control panels do, from the first page to the last, named after what they do there.

use super::steps;
use crate::support::{
    browser::Browser,
    people::{self, NUMBER, PASSWORD, Person},
    portal::TestPortal,
};

fn new_person(username: &str) -> Person {
    Person {
        username: username.to_owned(),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    }
}

/// Opens the mailed invitation and chooses a password.
async fn accept_invitation(portal: &TestPortal, browser: &Browser) {
    browser.go(&portal.mailed_invitation().await).await;
    browser.fill("password", PASSWORD).await;
    browser.press("Set password").await;
    assert_eq!(browser.heading().await, "Sign in");
}

/// Adds a user who must have a second factor.
async fn add_required_user(browser: &Browser, username: &str, number: &str) {
    browser.click("User accounts").await;
    browser.click("Add user").await;
    browser.fill("username", username).await;
    browser.fill("email", "person@example.com").await;
    browser.fill("phone", number).await;
    browser.tick("two_factor_required", true).await;
    browser.press("Create").await;
    assert_eq!(browser.heading().await, format!("Change {username}"));
}

/// The last code that the phone received.
fn sent_code(portal: &TestPortal) -> String {
    portal.texts().pop().expect("a message").code()
}

in_every_way! {
    async fn a_subaccount_is_let_in_by_a_call_links_its_app_and_gets_back_in_without_it(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &alice).await;
        add_required_user(&browser, "Bob", NUMBER).await;
        assert!(browser.text().await.contains("Check that it is the right phone"));
        steps::sign_out(&browser).await;
        accept_invitation(&portal, &browser).await;

        let mut bob = new_person("Bob");
        steps::give_password(&browser, &bob).await;
        assert_eq!(browser.heading().await, "Confirm it is you");
        browser.press("Call me").await;
        assert_eq!(steps::focus(&browser).await, "code", "the code is what comes next");
        steps::give_code(&browser, &sent_code(&portal)).await;
        assert_eq!(browser.heading().await, "Set up two-factor authentication");
        bob.phone = Some(steps::scan(&portal, &browser).await);
        steps::enable(&portal, &browser, &bob).await;
        steps::sign_out(&browser).await;
        steps::sign_in(&portal, &browser, &bob).await;
        steps::sign_out(&browser).await;

        // The phone with the app is lost; the number was moved to a new one.
        portal.wait(120);
        steps::give_password(&browser, &bob).await;
        assert!(!browser.has_button("Help").await);
        steps::give_code(&browser, &steps::wrong_code(&portal, &bob)).await;
        browser.press("Help").await;
        assert_eq!(browser.heading().await, "Get a backup code");
        browser.press("Send SMS").await;
        browser.refresh().await;
        steps::give_code(&browser, &sent_code(&portal)).await;
        assert_eq!(browser.heading().await, "You signed in with a code to your phone");
        browser.click("Replace authenticator").await;
        bob.phone = Some(steps::scan(&portal, &browser).await);
        steps::enable(&portal, &browser, &bob).await;
    }

    async fn an_invited_user_is_led_through_the_numbered_set_up_and_released_again(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &alice).await;
        add_required_user(&browser, "Carol", "").await;
        steps::sign_out(&browser).await;
        accept_invitation(&portal, &browser).await;

        let mut carol = new_person("Carol");
        steps::give_password(&browser, &carol).await;
        assert_eq!(browser.path().await, "/login/setup");
        let panel = browser.text_of("#apps").await;
        assert!(panel.contains("iPhone") && panel.contains("Computer"), "{panel}");
        assert_eq!(browser.ask("return document.querySelectorAll('ol.steps > li').length").await, 3);
        carol.phone = Some(steps::scan(&portal, &browser).await);
        browser.fill("code", &carol.code(&portal)).await;
        browser.press("Confirm code").await;
        assert_eq!(browser.heading().await, "Two-factor authentication is on");
        browser.press("Next").await;
        assert_eq!(browser.heading().await, "Your account");
        browser.go("/account/security/manage").await;
        assert!(!browser.has_button("Disable two-factor authentication").await);
        browser.go("/account").await;
        steps::sign_out(&browser).await;
        steps::sign_in(&portal, &browser, &carol).await;
        steps::sign_out(&browser).await;

        steps::sign_in(&portal, &browser, &alice).await;
        browser.go("/subaccounts?q=carol").await;
        browser.click_in("tbody", "Change").await;
        browser.tick("two_factor_required", false).await;
        portal.wait(30);
        let save = "form:has(#two_factor_required)";
        browser.fill_in(save, "reason", "has left the project").await;
        browser.fill_in(save, "password", &alice.password).await;
        browser.fill_in(save, "code", &alice.code(&portal)).await;
        browser.press("Save").await;
        assert!(browser.text_of(".notice").await.contains("no longer required"));
        steps::sign_out(&browser).await;
        steps::give_password(&browser, &carol).await;
        assert_eq!(browser.heading().await, "Your account");
    }

    async fn everybody_is_made_to_set_up_and_a_reset_makes_one_do_it_again(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut dave = people::subaccount(&portal, "Dave").await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &alice).await;
        browser.click("Policy").await;
        assert!(browser.text().await.contains("1 account: set-up before any other page"));
        browser.ask("document.querySelector('#mandatory_from').value = '2027-01-01'").await;
        browser.press("Save").await;
        assert!(browser.text_of(".notice").await.contains("The policy is saved"));
        steps::sign_out(&browser).await;

        steps::give_password(&browser, &dave).await;
        assert_eq!(browser.path().await, "/login/setup");
        dave.phone = Some(steps::scan(&portal, &browser).await);
        browser.fill("code", &dave.code(&portal)).await;
        browser.press("Confirm code").await;
        browser.press("Next").await;
        steps::sign_out(&browser).await;

        steps::sign_in(&portal, &browser, &alice).await;
        browser.go("/subaccounts?q=dave").await;
        browser.click_in("tbody", "Change").await;
        portal.wait(30);
        let reset = "form[action$='/reset']";
        browser.fill_in(reset, "reason", "lost phone").await;
        browser.fill_in(reset, "password", &alice.password).await;
        browser.fill_in(reset, "code", &alice.code(&portal)).await;
        browser.press("Reset two-factor authentication").await;
        steps::sign_out(&browser).await;
        portal.mails().await;
        steps::give_password(&browser, &dave).await;
        assert_eq!(browser.path().await, "/login/email", "never without");
        let mails = portal.mails().await;
        let code = mails.iter().find(|mail| mail.text().contains("Your code")).unwrap();
        steps::give_code(&browser, code.text().trim_end().rsplit('#').next().unwrap()).await;
        assert_eq!(browser.path().await, "/login/setup", "the mailbox, and then the set-up");
        assert_ne!(steps::scan(&portal, &browser).await.secret, dave.phone.unwrap().secret);
    }

    async fn somebody_without_2fa_confirms_by_mail_limits_addresses_and_is_counted_down(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let erin = people::subaccount(&portal, "Erin").await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &alice).await;
        browser.click("Policy").await;
        browser.tick("email_codes", true).await;
        browser.fill("mandatory_text", "Accounts like yours are taken over every day.").await;
        browser.ask("document.querySelector('#mandatory_from').value = '2027-01-25'").await;
        browser.press("Save").await;
        steps::sign_out(&browser).await;
        portal.mails().await;

        steps::give_password(&browser, &erin).await;
        assert_eq!(browser.heading().await, "Check your e-mail");
        assert!(browser.text().await.contains("less than a minute"));
        for _ in 0..3 {
            browser.refresh().await;
        }
        let mails = portal.mails().await;
        let codes: Vec<_> = mails.iter().filter(|mail| mail.text().contains("Your code")).collect();
        assert_eq!(codes.len(), 1, "reloading mails none");
        let code = codes[0].text().trim_end().rsplit('#').next().unwrap();
        steps::give_code(&browser, code).await;
        assert_eq!(browser.heading().await, "Your account");
        let banner = browser.text_of("aside.advice").await;
        assert!(banner.contains("In 10 days") && banner.contains("taken over every day"), "{banner}");

        browser.click("Security").await;
        assert!(browser.text().await.contains("or with both"));
        browser.click("Allow only certain addresses").await;
        browser.press("Save").await;
        assert!(browser.text_of(".notice").await.contains("sign in only from these addresses"));
    }

    async fn two_factor_is_enabled_managed_and_disabled_from_one_page(portal) {
        let (mut alice, _) = people::main_account(&portal).await;
        let browser = Browser::open(&portal.url()).await;
        steps::sign_in(&portal, &browser, &alice).await;
        portal.wait(310);
        browser.click("Security").await;
        assert!(!browser.text().await.contains("Manage two-factor"));
        browser.click("Enable two-factor authentication (2FA)").await;
        assert_eq!(browser.heading().await, "Confirm your password");
        browser.fill("password", &alice.password).await;
        browser.press("Confirm").await;
        alice.phone = Some(steps::scan(&portal, &browser).await);
        steps::enable(&portal, &browser, &alice).await;
        assert!(!browser.text().await.contains("Enable two-factor"));
        browser.click("Manage two-factor authentication (2FA)").await;
        portal.wait(30);
        let regenerate = "form[action='/account/security/regenerate']";
        browser.fill_in(regenerate, "password", &alice.password).await;
        browser.fill_in(regenerate, "code", &alice.code(&portal)).await;
        browser.press("Regenerate backup codes").await;
        assert_eq!(steps::recovery_codes(&browser).await.len(), 10);
        browser.go("/account/security/manage").await;
        portal.wait(30);
        let disable = "form[action='/account/security/disable']";
        browser.fill_in(disable, "password", &alice.password).await;
        browser.fill_in(disable, "code", &alice.code(&portal)).await;
        browser.press("Disable two-factor authentication").await;
        steps::sign_out(&browser).await;
        steps::give_password(&browser, &alice).await;
        assert_eq!(browser.heading().await, "Your account", "the password is enough");
    }
}
