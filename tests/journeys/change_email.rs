//! Changing the e-mail address: it counts once a code that was mailed to it was entered, and for 48 hours the
//! previous address can undo the change.

use crate::support::{
    page::Page,
    people::{self, NUMBER, enter_address, move_to},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const DETAILS: &str = "/account/details";
const HERE: &str = "/account/email";
const NEW: &str = "alice@elsewhere.example";
const TWO_DAYS: i64 = 48 * 3600;

async fn address(visitor: &mut Visitor) -> String {
    visitor.open(DETAILS).await.field_value("email").unwrap()
}

/// Requests a link to a new password; returns the texts that are mailed.
async fn forget_password(portal: &TestPortal) -> Vec<String> {
    let mut visitor = portal.visitor();
    visitor.open("/forgotten-password").await;
    visitor.fill("username", "Alice");
    assert_eq!(visitor.press("Send link").await.status, 303);
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let mails = portal.mails().await;
    mails
        .iter()
        .map(|mail| format!("{}\n{}", mail.to().as_str(), mail.text()))
        .collect()
}

async fn restore(portal: &TestPortal, path: &str) -> Page {
    let mut visitor = portal.visitor();
    assert_eq!(visitor.open(path).await.heading(), "Restore your e-mail address?");
    visitor.press("Restore my address").await
}

on_both_databases! {
    async fn a_new_address_counts_once_its_code_came_back_and_not_before(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let code = enter_address(&portal, &mut alice, NEW).await;
        let page = alice.page().clone();
        assert_eq!(page.heading(), "Confirm your e-mail address");
        assert!(page.text().contains(NEW), "{}", page.text());
        assert!(page.has_button("Keep alice@example.com"));
        assert!(portal.mails().await.is_empty(), "the old address is told nothing yet");
        let details = alice.open(DETAILS).await;
        assert_eq!(details.field_value("email").as_deref(), Some("alice@example.com"));
        assert_eq!(details.link("Enter the code").as_deref(), Some(HERE));

        alice.open(HERE).await;
        alice.fill("code", &code);
        assert_eq!(alice.press("Confirm").await.location(), Some(DETAILS));
        let page = alice.land().await;
        assert!(page.text().contains("Your new e-mail address is confirmed."), "{}", page.text());
        assert_eq!(page.field_value("email").as_deref(), Some(NEW));
        let mails = portal.mails().await;
        let to: Vec<&str> = mails.iter().map(|mail| mail.to().as_str()).collect();
        assert_eq!(to, ["alice@example.com", NEW]);
        assert!(mails[0].text().contains("/restore-email/"), "{}", mails[0].text());
        assert!(!mails[1].text().contains("/restore-email/"), "{}", mails[1].text());
        assert_eq!(alice.open(HERE).await.location(), Some(DETAILS), "nothing waits any more");
    }

    async fn a_typing_error_in_a_new_address_leaves_the_old_one(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        enter_address(&portal, &mut alice, "alice@exmaple.com").await;
        assert_eq!(alice.press("Keep alice@example.com").await.location(), Some(DETAILS));
        let page = alice.land().await;
        assert!(page.text().contains("Your e-mail address is still alice@example.com."), "{}", page.text());
        assert!(page.link("Enter the code").is_none());
        assert_eq!(alice.open(HERE).await.location(), Some(DETAILS));
        assert!(portal.mails().await.is_empty());
        assert_eq!(address(&mut alice).await, "alice@example.com");
        // And the right one is one more attempt.
        move_to(&portal, &mut alice, NEW).await;
        assert_eq!(address(&mut alice).await, NEW);
    }

    async fn a_code_is_sent_again_after_a_wait_and_is_the_same(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let code = enter_address(&portal, &mut alice, NEW).await;
        let page = alice.press("Send again").await;
        assert_eq!(page.status, 429);
        assert!(page.problems()[0].starts_with("You asked for a code just now."), "{:?}", page.problems());
        // Entering the same address again leads to the page for its code.
        alice.open(DETAILS).await;
        alice.fill("email", NEW);
        assert_eq!(alice.press("Save").await.location(), Some(HERE));
        assert!(portal.mails().await.is_empty());
        portal.wait(30);
        alice.open(HERE).await;
        assert_eq!(alice.press("Send again").await.location(), Some(HERE));
        assert_eq!(people::mailed_code(&portal.mails().await, NEW), code);
        alice.land().await;
        alice.fill("code", &code);
        assert_eq!(alice.press("Confirm").await.location(), Some(DETAILS));
    }

    async fn where_number_and_address_change_the_number_comes_first_and_nothing_is_lost(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open(DETAILS).await;
        alice.fill("email", NEW).fill("phone", NUMBER);
        assert_eq!(alice.press("Save").await.location(), Some("/account/phone"));
        alice.land().await;
        alice.fill("code", &portal.texts().pop().unwrap().code());
        assert_eq!(alice.press("Confirm").await.location(), Some(HERE));
        let page = alice.land().await;
        assert!(page.text().contains("Your phone number is confirmed."), "{}", page.text());
        alice.fill("code", &people::mailed_code(&portal.mails().await[..1], NEW));
        assert_eq!(alice.press("Confirm").await.location(), Some(DETAILS));
        let page = alice.land().await;
        assert_eq!(page.field_value("email").as_deref(), Some(NEW));
        assert_eq!(page.field_value("phone").as_deref(), Some(NUMBER));
    }

    async fn where_no_mail_is_sent_an_address_counts_at_once(portal) {
        let (person, _) = people::main_account(&portal).await;
        let portal = portal.cut_off().await;
        let mut alice = person.sign_in(&portal).await;
        alice.open(DETAILS).await;
        alice.fill("email", NEW);
        assert_eq!(alice.press("Save").await.location(), Some(DETAILS));
        assert!(alice.land().await.text().contains("Your details are saved."));
        assert_eq!(address(&mut alice).await, NEW);
    }

    async fn a_confirmation_that_is_pressed_twice_changes_the_address_once(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let code = enter_address(&portal, &mut alice, NEW).await;
        let mut second = alice.thief();
        alice.fill("code", &code);
        second.fill("code", &code);
        assert_eq!(alice.press("Confirm").await.location(), Some(DETAILS));
        assert_eq!(second.press("Confirm").await.location(), Some(DETAILS), "the answer is the same");
        assert_eq!(portal.mails().await.len(), 2, "both addresses, once each");
        assert_eq!(address(&mut alice).await, NEW);
    }

    async fn after_48_hours_a_forgotten_password_works_with_the_new_address(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        move_to(&portal, &mut alice, NEW).await;
        portal.wait(TWO_DAYS - 1);
        let mails = forget_password(&portal).await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].starts_with(NEW), "{}", mails[0]);
        assert!(mails[0].contains("15 January 2027, 08:00 UTC"), "{}", mails[0]);
        assert!(!mails[0].contains("/new-password/"), "{}", mails[0]);
        portal.wait(3600);
        let mails = forget_password(&portal).await;
        assert!(mails[0].starts_with(NEW) && mails[0].contains("/new-password/"), "{}", mails[0]);
    }

    async fn the_old_address_takes_a_change_back_once_and_for_48_hours(portal) {
        let (alice, mut inside) = people::main_account_with_totp(&portal).await;
        let code = enter_address(&portal, &mut inside, NEW).await;
        inside.fill("code", &code);
        inside.press("Confirm").await;
        let path = portal.mailed_path("/restore-email/").await;
        for _ in 0..2 {
            let page = portal.visitor().arrive_from_elsewhere(&path).await;
            assert_eq!(page.heading(), "Restore your e-mail address?");
            assert!(page.text().contains("alice@example.com"), "{}", page.text());
        }
        assert_eq!(address(&mut inside).await, NEW, "opening it changes nothing");

        let page = restore(&portal, &path).await;
        assert_eq!(page.heading(), "Your e-mail address is restored");
        assert!(page.text().contains("Check your e-mail"), "{}", page.text());
        assert!(inside.open("/account").await.location().unwrap().starts_with("/login"), "signed out");
        assert_eq!(portal.visitor().open(&path).await.status, 404, "once");
        let mails = portal.mails().await;
        let told: Vec<(&str, &str)> = mails.iter().map(|mail| (mail.to().as_str(), mail.subject().as_str())).collect();
        assert!(told.contains(&(NEW, "Acme Panel: Your e-mail address was changed back")), "{told:?}");
        let told = mails.iter().find(|mail| mail.text().contains("/new-password/")).expect("a link");
        assert_eq!(told.to().as_str(), "alice@example.com", "a link to the address that is back, at once");
        let line = told.text().lines().find(|line| line.contains("/new-password/")).unwrap();
        let mut chooses = portal.visitor();
        chooses.open(url::Url::parse(line.trim()).unwrap().path()).await;
        chooses.fill("password", "another lantern sock ferry");
        assert_eq!(chooses.press("Set password").await.location(), Some("/login?password-set"));
        let page = people::Person { password: "another lantern sock ferry".to_owned(), ..alice }.give_password(&mut portal.visitor()).await;
        assert_eq!(page.path, "/login/code", "2FA stays");
    }

    async fn a_change_can_no_longer_be_taken_back_after_48_hours(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let mails = move_to(&portal, &mut alice, NEW).await;
        let line = mails[0].text().lines().find(|line| line.contains("/restore-email/"));
        let path = url::Url::parse(line.unwrap().trim()).unwrap().path().to_owned();
        portal.wait(TWO_DAYS - 1);
        assert_eq!(portal.visitor().open(&path).await.status, 200);
        portal.wait(1);
        let page = portal.visitor().open(&path).await;
        assert_eq!((page.status, page.heading().as_str()), (404, "This link no longer works"));
    }
}
