//! Recovery codes: shown once, used once, and what follows.

use crate::support::{
    page::Page,
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const CODES: &str = "/account/security/recovery-codes";
const REGENERATE: &str = "Regenerate backup codes";

async fn give_recovery_code(portal: &TestPortal, person: &Person, code: &str) -> (Visitor, Page) {
    let mut visitor = portal.visitor();
    person.give_password(&mut visitor).await;
    visitor.click("Use a recovery code").await;
    visitor.fill("code", code);
    let page = visitor.press("Log in").await;
    (visitor, page)
}

on_both_databases! {
    async fn ten_codes_are_shown_until_they_are_saved_and_then_no_more(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open("/account/security/authenticator").await;
        person.phone = Some(people::phone_of(&page));
        visitor.fill("code", &person.code(&portal));
        visitor.press("Enable").await;
        let shown = visitor.land().await.select("#recovery-codes li");
        assert_eq!(shown.len(), 10);
        assert_eq!(visitor.open(CODES).await.select("#recovery-codes li"), shown, "a page that got lost");

        let file = visitor.open(&format!("{CODES}/download")).await;
        assert_eq!(file.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"recovery-codes.txt\""));
        assert_eq!(file.header("cache-control"), Some("no-store"));
        for part in ["Acme Panel", "User name: Alice", "15 January 2027", shown[0].as_str(), shown[9].as_str()] {
            assert!(file.html.contains(part), "{part}: {}", file.html);
        }
        let print = visitor.open(&format!("{CODES}/print")).await;
        assert_eq!(print.select("#recovery-codes li"), shown);

        visitor.open(CODES).await;
        let page = visitor.press("Next").await;
        assert_eq!((page.status, page.select("#recovery-codes li")), (422, shown.clone()), "not saved yet");
        visitor.tick("saved");
        visitor.press("Next").await;
        assert!(visitor.land().await.text().contains("10 left"));
        for path in [CODES.to_owned(), format!("{CODES}/download"), format!("{CODES}/print")] {
            visitor.open(&path).await;
            let page = if visitor.page().status == 303 { visitor.land().await } else { visitor.page().clone() };
            assert_eq!(page.heading(), "Recovery codes");
            assert!(page.text().contains("cannot be shown again"), "{}", page.text());
            assert!(shown.iter().all(|code| !page.html.contains(code.as_str())));
        }
    }

    async fn codes_that_nobody_saved_are_shown_for_ten_minutes(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        person.phone = Some(people::phone_of(&visitor.open("/account/security/authenticator").await));
        visitor.fill("code", &person.code(&portal));
        visitor.press("Enable").await;
        portal.wait(599);
        assert_eq!(visitor.open(CODES).await.select("#recovery-codes li").len(), 10);
        portal.wait(1);
        assert_eq!(visitor.open(CODES).await.select("#recovery-codes li").len(), 0);
    }

    async fn each_code_signs_in_once_however_it_is_typed(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let code = person.recovery_codes[3].to_lowercase().replace('-', " ");
        let (mut visitor, page) = give_recovery_code(&portal, &person, &code).await;
        assert_eq!(page.location(), Some("/account/recovered"));
        assert!(visitor.land().await.text().contains("You have 9 more."));
        let (visitor, page) = give_recovery_code(&portal, &person, &code).await;
        assert_eq!(page.status, 422);
        assert!(visitor.page().problems()[0].starts_with("This is not one of your unused recovery codes."));
        let (_, page) = give_recovery_code(&portal, &person, &person.recovery_codes[4]).await;
        assert_eq!(page.status, 303);
    }

    async fn another_account_s_code_is_refused_and_stays_unused(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut bob = people::added_by_operator(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        let (_, page) = give_recovery_code(&portal, &bob, &alice.recovery_codes[0]).await;
        assert_eq!(page.status, 422);
        let (_, page) = give_recovery_code(&portal, &alice, &alice.recovery_codes[0]).await;
        assert_eq!(page.status, 303);
    }

    async fn a_code_needs_the_password_first(portal) {
        let (_, _) = people::main_account_with_totp(&portal).await;
        for path in ["/login/recovery", "/account/recovered", CODES] {
            let page = portal.visitor().open(path).await;
            assert!(page.location().unwrap().starts_with("/login"), "{path}");
        }
    }

    async fn recovery_codes_work_while_one_time_passwords_are_switched_off(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        for _ in 0..20 {
            person.give_password(&mut visitor).await;
            person.guess_codes(&portal, &mut visitor, 1).await;
            portal.wait(3600);
        }
        person.give_password(&mut visitor).await;
        assert_eq!(visitor.page().heading(), "One-time passwords are switched off");
        let (mut visitor, page) = give_recovery_code(&portal, &person, &person.recovery_codes[0]).await;
        assert_eq!(page.status, 303);
        visitor.land().await;
        let page = visitor.click("Replace authenticator").await;
        let mut new = person.clone();
        new.phone = Some(people::phone_of(&page));
        visitor.fill("code", &new.code(&portal));
        visitor.press("Enable").await;
        assert_eq!(visitor.land().await.heading(), "Security");
        new.sign_in(&portal).await;
    }

    async fn guessing_recovery_codes_is_slowed(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let wrong = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF";
        for _ in 0..5 {
            assert_eq!(give_recovery_code(&portal, &person, wrong).await.1.status, 422);
        }
        let (_, page) = give_recovery_code(&portal, &person, &person.recovery_codes[0]).await;
        assert_eq!((page.status, page.header("retry-after")), (429, Some("30")));
        portal.wait(30);
        let (_, page) = give_recovery_code(&portal, &person, &person.recovery_codes[0]).await;
        assert_eq!(page.status, 303);
    }

    async fn who_still_has_the_authenticator_changes_nothing(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let (mut visitor, _) = give_recovery_code(&portal, &person, &person.recovery_codes[0]).await;
        visitor.land().await;
        assert_eq!(visitor.click("I still have my authenticator").await.heading(), "Your account");
        person.sign_in(&portal).await;
    }

    async fn turning_2fa_off_after_a_recovery_code_voids_the_others(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let (mut visitor, _) = give_recovery_code(&portal, &person, &person.recovery_codes[0]).await;
        visitor.land().await;
        visitor.press("Turn 2FA off").await;
        assert!(visitor.land().await.text().contains("Two-factor authentication is off"));
        assert_eq!(person.give_password(&mut portal.visitor()).await.path, "/account");

        let mut again = person.clone();
        again.set_up_authenticator(&portal, &mut visitor).await;
        assert!(again.recovery_codes.iter().all(|code| !person.recovery_codes.contains(code)));
        let (_, page) = give_recovery_code(&portal, &again, &person.recovery_codes[1]).await;
        assert_eq!(page.status, 422, "of the old set");
    }

    async fn turning_2fa_off_by_one_button_takes_a_recovery_code_within_five_minutes(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let (mut visitor, _) = give_recovery_code(&portal, &person, &person.recovery_codes[0]).await;
        visitor.land().await;
        portal.wait(300);
        assert_eq!(visitor.press("Turn 2FA off").await.location(), Some("/account/security/manage"));

        let mut by_code = person.sign_in(&portal).await;
        assert_eq!(by_code.open("/account/recovered").await.location(), Some("/account"));
        by_code.open("/account/details").await;
        let csrf = by_code.page().field_value("csrf").unwrap();
        let forged = by_code
            .request(reqwest::Method::POST, "/account/recovered/disable")
            .form(&[("csrf", csrf.as_str())])
            .like_a_form("same-origin")
            .send()
            .await;
        assert_eq!(forged.location(), Some("/account/security/manage"));
        assert!(by_code.open("/account/security").await.link("Manage two-factor authentication (2FA)").is_some());
    }

    async fn new_codes_take_password_and_code_and_void_the_old_ones(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        visitor.open("/account/security/manage").await;
        visitor.fill("password", &person.password).fill("code", &person.wrong_code(&portal));
        let page = visitor.press(REGENERATE).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attribute(".error-summary a", "href").as_deref(), Some("#regenerate-code"));
        assert_eq!(page.select("#disable-code[aria-invalid]").len(), 0, "the other form is as it was");
        portal.wait(30);
        visitor.fill("password", &person.password).fill("code", &person.code(&portal));
        visitor.press(REGENERATE).await;
        let new = visitor.land().await.select("#recovery-codes li");
        assert_eq!(new.len(), 10);
        assert_eq!(give_recovery_code(&portal, &person, &person.recovery_codes[0]).await.1.status, 422);
        assert_eq!(give_recovery_code(&portal, &person, &new[0]).await.1.status, 303);
    }

    async fn replacing_the_authenticator_leaves_the_codes_as_they_are(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        let page = visitor.open("/account/security/authenticator").await;
        let mut new = person.clone();
        new.phone = Some(people::phone_of(&page));
        visitor.fill("code", &new.code(&portal));
        visitor.press("Enable").await;
        assert_eq!(visitor.land().await.heading(), "Security");
        assert_eq!(give_recovery_code(&portal, &new, &person.recovery_codes[0]).await.1.status, 303);
    }

    async fn the_security_page_warns_when_few_are_left(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        for (used, code) in person.recovery_codes.iter().enumerate() {
            let (mut visitor, page) = give_recovery_code(&portal, &person, code).await;
            assert_eq!(page.status, 303);
            let left = 9 - used;
            let text = visitor.open("/account/security").await.text();
            let said = match left {
                0 => "None left. Make new ones".to_owned(),
                1..4 => format!("Only {left} left. Make new ones"),
                _ => format!("{left} left. Each signs you in once"),
            };
            assert!(text.contains(&said), "{said}: {text}");
        }
    }
}
