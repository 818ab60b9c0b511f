//! A tour of every page, in every state that looks different.

use super::{steps, tour_of_activity::of_activity, tour_of_messages::of_messages};
use crate::support::{
    browser::Browser,
    people::{self, PASSWORD, Person},
    portal::TestPortal,
};

/// Opens every page and calls `look` with the name of each state. In a new portal.
pub async fn of_every_page(portal: &TestPortal, browser: &Browser, look: impl AsyncFn(&str)) {
    let mut person = first_run(portal, browser, &look).await;
    without_second_factor(portal, browser, &person, &look).await;
    set_up(portal, browser, &mut person, &look).await;
    user_accounts(portal, browser, &person, &look).await;
    with_second_factor(portal, browser, &person, &look).await;
    of_activity(portal, browser, &person, &look).await;
    of_messages(portal, browser, &person, &look).await;
    signing_in(portal, browser, &person, &look).await;
    dead_ends(portal, browser, &person, &look).await;
}

async fn first_run(portal: &TestPortal, browser: &Browser, look: &impl AsyncFn(&str)) -> Person {
    browser.go(&steps::welcome_path(portal).await).await;
    look("welcome").await;
    browser.press("Create account").await;
    look("welcome-empty").await;
    browser.fill("username", &people::called("Alice")).await;
    browser.fill("email", "alice").await;
    browser.fill("password", "alice alice alice").await;
    browser.press("Create account").await;
    look("welcome-refused").await;
    browser.press("Show the password as I type").await;
    look("welcome-revealed").await;

    let person = steps::create_main_account(portal, browser).await;
    look("overview-new").await;
    person
}

async fn without_second_factor(
    portal: &TestPortal,
    browser: &Browser,
    person: &Person,
    look: &impl AsyncFn(&str),
) {
    browser.click("Security").await;
    look("security-off").await;
    browser.click("Account details").await;
    look("details-off").await;
    browser.tick("two_factor", true).await;
    look("details-ticked").await;
    browser.fill("email", "alice at example").await;
    browser.press("Save").await;
    look("details-refused").await;
    browser.fill("email", "alice.liddell@example.com").await;
    browser.tick("two_factor", false).await;
    browser.press("Save").await;
    look("email-confirm").await;
    browser.fill("code", "12").await;
    browser.press("Confirm").await;
    look("email-confirm-refused").await;
    browser.press("Keep alice@example.com").await;
    look("details-kept").await;

    portal.wait(300);
    browser.go("/account/security/authenticator").await;
    look("confirm").await;
    browser.fill("password", "not the password").await;
    browser.press("Confirm").await;
    look("confirm-refused").await;
    browser.fill("password", &person.password).await;
    browser.press("Confirm").await;
}

async fn set_up(portal: &TestPortal, browser: &Browser, person: &mut Person, look: &impl AsyncFn(&str)) {
    look("set-up").await;
    browser.ask("document.querySelector('details').open = true").await;
    look("set-up-settings").await;
    browser.press("Enable").await;
    look("set-up-empty").await;
    person.phone = Some(steps::scan(portal, browser).await);
    browser.fill("code", &steps::wrong_code(portal, person)).await;
    browser.press("Enable").await;
    look("set-up-refused").await;
    browser.press("Start over").await;
    look("set-up-started-over").await;
    person.phone = Some(steps::scan(portal, browser).await);
    browser.fill("code", &person.code(portal)).await;
    browser.press("Enable").await;
    look("recovery-codes").await;
    person.recovery_codes = steps::recovery_codes(browser).await;
    browser.click("Print").await;
    look("recovery-codes-print").await;
    browser.click("Back").await;
    browser.press("Next").await;
    look("recovery-codes-unsaved").await;
    browser.tick("saved", true).await;
    browser.press("Next").await;
    look("security-enabled").await;
    browser.go("/account/security/recovery-codes").await;
    look("recovery-codes-shown-before").await;
}

async fn user_accounts(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    browser.click("User accounts").await;
    look("users-alone").await;
    browser.click("Add user").await;
    look("user-new").await;
    browser.press("Create").await;
    look("user-new-empty").await;
    browser.fill("username", &people::called("Bob")).await;
    browser.fill("email", "bob@example.com").await;
    browser.tick("two_factor_required", true).await;
    browser.press("Create").await;
    look("user-invited").await;
    let link = portal.mailed_invitation().await;
    people::manager(portal, &people::called("Mia")).await;
    people::subaccount(portal, "somebody.with.a.very.long.name.indeed").await;
    browser.go("/subaccounts").await;
    look("users").await;
    browser.go("/subaccounts?show=off").await;
    look("users-unprotected").await;
    browser.press("Remind those without an app").await;
    look("users-reminded").await;
    browser.go("/subaccounts?q=nobody").await;
    look("users-none").await;
    browser.go(&steps::search_for("Bob")).await;
    browser.click_in("tbody", "Change").await;
    browser.tick("two_factor_required", false).await;
    look("user-cleared").await;
    browser.press("Save").await;
    look("user-cleared-refused").await;
    browser.press("Delete account").await;
    look("user-delete-refused").await;
    browser.go("/account").await;
    steps::sign_out(browser).await;

    browser.go(&link).await;
    look("invitation").await;
    browser.fill("password", PASSWORD).await;
    browser.press("Set password").await;
    look("invitation-accepted").await;
    let mut bob = Person {
        username: people::called("Bob"),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    };
    steps::give_password(browser, &bob).await;
    look("required-set-up").await;
    bob.phone = Some(steps::scan(portal, browser).await);
    browser.press("Confirm code").await;
    look("required-set-up-empty").await;
    browser.fill("code", &bob.code(portal)).await;
    browser.press("Confirm code").await;
    look("required-recovery-codes").await;
    browser.press("Next").await;
    browser.go("/account/security/manage").await;
    look("manage-required").await;
    browser.go("/account/details").await;
    look("details-required").await;
    steps::sign_out(browser).await;
    steps::sign_in(portal, browser, person).await;
}

async fn with_second_factor(
    portal: &TestPortal,
    browser: &Browser,
    person: &Person,
    look: &impl AsyncFn(&str),
) {
    browser.click("Overview").await;
    look("overview-on").await;
    browser.click("Account details").await;
    look("details-on").await;
    browser.click("Security").await;
    look("security-on").await;
    browser.click("Manage two-factor authentication (2FA)").await;
    look("manage").await;
    browser.press("Disable two-factor authentication").await;
    look("manage-empty").await;
    let disable = "form[action='/account/security/disable']";
    browser.fill_in(disable, "password", &person.password).await;
    browser
        .fill_in(disable, "code", &steps::wrong_code(portal, person))
        .await;
    browser.press("Disable two-factor authentication").await;
    look("manage-refused").await;
    browser.click("Replace authenticator").await;
    look("replace").await;
    browser.fill("code", "12").await;
    browser.press("Continue").await;
    look("replace-refused").await;
    browser.click("Help").await;
    look("help-inside").await;
    browser.go("/nowhere").await;
    look("not-found").await;
    browser.go("/account").await;
    steps::sign_out(browser).await;
    look("signed-out").await;
}

async fn signing_in(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    browser.go("/help").await;
    look("help").await;
    browser.go("/styleguide").await;
    look("styleguide").await;
    browser.go("/login").await;
    look("login").await;
    browser.press("Sign in").await;
    look("login-empty").await;
    browser.fill("username", &person.username).await;
    browser.fill("password", "not the password").await;
    browser.press("Sign in").await;
    look("login-refused").await;
    browser.press("Show the password as I type").await;
    look("login-revealed").await;

    portal.wait(30);
    steps::give_password(browser, person).await;
    steps::give_code(browser, "12345").await;
    look("code-too-short").await;
    steps::give_code(browser, &steps::wrong_code(portal, person)).await;
    look("code-refused").await;
    steps::give_code(browser, &person.code(portal)).await;
    portal.wait(30 * 60);
    browser.go("/account/security").await;
    look("session-ended").await;
    steps::give_password(browser, person).await;
    look("code").await;
    steps::give_code(browser, &person.code(portal)).await;
    steps::sign_out(browser).await;
    steps::give_password(browser, person).await;
    steps::give_code(browser, &person.code(portal)).await;
    look("code-used").await;
    // A phone that is ten minutes slow; the second code makes that certain.
    for _ in 0..2 {
        portal.wait(30);
        steps::give_code(browser, &person.code_at(portal.now() - 300)).await;
    }
    look("code-of-a-late-clock").await;
    for _ in 0..3 {
        steps::give_code(browser, &steps::wrong_code(portal, person)).await;
    }
    look("code-wait").await;
}

async fn dead_ends(portal: &TestPortal, browser: &Browser, person: &Person, look: &impl AsyncFn(&str)) {
    browser.forget_cookies().await;
    browser.press("Start again with another account").await;
    look("out-of-date").await;
    browser.go("/welcome/spent").await;
    look("link-spent").await;

    // Enough wrong codes to disable one-time passwords, entered where it is quick.
    let mut visitor = portal.visitor();
    let mut page = person.give_password(&mut visitor).await;
    while page.title().contains("Enter your one-time password") {
        portal.wait(3600);
        page = person.give_password(&mut visitor).await;
        if page.heading() == "Enter your one-time password" {
            page = person
                .give_code(&mut visitor, &steps::wrong_code(portal, person))
                .await;
        }
    }
    steps::give_password(browser, person).await;
    look("code-switched-off").await;
    browser.click("Use a recovery code").await;
    look("recovery").await;
    browser.fill("code", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF").await;
    browser.press("Log in").await;
    look("recovery-refused").await;
    browser.fill("code", &person.recovery_codes[0]).await;
    browser.press("Log in").await;
    look("recovered").await;
    browser.go("/account/security").await;
    steps::sign_out(browser).await;

    for _ in 0..11 {
        visitor.open("/login").await;
        visitor
            .fill("username", &people::called("Bob"))
            .fill("password", "not the password");
        visitor.press("Sign in").await;
    }
    browser.go("/login").await;
    browser.fill("username", &people::called("Bob")).await;
    browser.fill("password", "not the password").await;
    browser.press("Sign in").await;
    look("login-wait").await;
}
