//! A link to a new password that a manager hands over: it is shown once, and grants no more than a mailed one would.

use super::raw_database::RawDatabase;
use crate::support::{
    page::Page,
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::{Twice, Visitor},
};

const SHOW: &str = "Show a link to a new password";
const NEW: &str = "another pumice lantern";

fn page_of(portal: &TestPortal, username: &str) -> String {
    let sql = format!("SELECT id AS line FROM accounts WHERE username = '{username}'");
    format!("/subaccounts/{}", RawDatabase::of(portal).lines(&sql).remove(0))
}

/// The path of the link that a page shows.
fn link_on(page: &Page) -> String {
    let link = page.select("#password-link").remove(0);
    let at = link.find("/new-password/").expect("a link");
    link[at..].to_owned()
}

/// Has a link for Bob shown.
async fn shown(portal: &TestPortal, alice: &Person, manager: &mut Visitor) -> String {
    manager.open(&page_of(portal, "Bob")).await;
    alice.justify(portal, manager, "lost the mailbox");
    assert_eq!(manager.press(SHOW).await.status, 303);
    link_on(&manager.land().await)
}

async fn choose(portal: &TestPortal, link: &str) -> Page {
    let mut visitor = portal.visitor();
    let page = visitor.open(link).await;
    if page.status != 200 {
        return page;
    }
    visitor.fill("password", NEW);
    visitor.press("Set password").await
}

on_both_databases! {
    async fn a_link_that_is_shown_works_once_and_the_second_factor_is_still_asked_for(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        manager.open(&page_of(&portal, "Bob")).await;
        assert!(!manager.page().has_button("E-mail a link to a new password"));
        portal.mails().await;
        let link = shown(&portal, &alice, &mut manager).await;
        let again = manager.open(&page_of(&portal, "Bob")).await;
        assert!(again.select("#password-link").is_empty(), "shown once");
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text().contains("Alice made a link to a new password for Bob"), "{}", mails[0].text());
        assert!(!mails[0].text().contains("/new-password/"), "the mailbox gets no link");

        assert_eq!(choose(&portal, &link).await.status, 303);
        assert_eq!(choose(&portal, &link).await.status, 404, "once");
        portal.mails().await;
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 422, "the old password is gone");
        let bob = Person { password: NEW.to_owned(), ..bob };
        people::give_mailed_code(&portal, &bob, &mut portal.visitor()).await;
        let reasons = RawDatabase::of(&portal)
            .lines("SELECT event || ': ' || reason AS line FROM security_events WHERE reason IS NOT NULL ORDER BY sequence");
        assert_eq!(reasons, ["password_link_shown: lost the mailbox"]);
    }

    async fn a_link_that_is_shown_ends_with_the_epoch_and_with_the_next_link_but_not_with_the_address(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let first = shown(&portal, &alice, &mut manager).await;
        let second = shown(&portal, &alice, &mut manager).await;
        assert_eq!(choose(&portal, &first).await.status, 404, "a newer one is there");

        manager.open(&format!("{}/sessions", page_of(&portal, "Bob"))).await;
        assert_eq!(manager.press("End all sessions").await.status, 303);
        assert_eq!(choose(&portal, &second).await.status, 404, "what was begun before is over");

        // For a lost mailbox, the address is changed, before or after.
        let third = shown(&portal, &alice, &mut manager).await;
        manager.fill("email", "bob@example.org");
        assert_eq!(manager.press("Save").await.status, 422, "it asks for what it takes");
        alice.justify(&portal, &mut manager, "lost the mailbox");
        manager.press("Save").await;
        assert!(manager.land().await.text().contains("signed out everywhere"), "{}", manager.page().text());
        portal.wait(1700);
        assert_eq!(choose(&portal, &third).await.status, 303);
    }

    async fn a_stranger_who_asks_for_a_link_ends_none_that_was_shown(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let link = shown(&portal, &alice, &mut manager).await;
        portal.mails().await;
        people::ask_for_a_link(&portal, "Bob").await;
        let mailed = portal.mailed_path("/new-password/").await;
        assert_eq!(choose(&portal, &link).await.status, 303);
        assert_eq!(choose(&portal, &mailed).await.status, 404, "what was begun before the new password is over");
        // Conversely, making one to hand over ends the mailed one.
        people::ask_for_a_link(&portal, "Bob").await;
        let mailed = portal.mailed_path("/new-password/").await;
        portal.wait(30);
        shown(&portal, &alice, &mut manager).await;
        assert_eq!(choose(&portal, &mailed).await.status, 404);
    }

    async fn a_link_that_is_shown_expires(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let link = shown(&portal, &alice, &mut manager).await;
        portal.wait(1801);
        assert_eq!(choose(&portal, &link).await.status, 404);
    }

    async fn pressed_twice_a_link_is_made_once_and_shown_to_the_browser_that_pressed(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        for twice in [Twice::FirstAnswerLost, Twice::FirstCookiesTaken, Twice::AtOnce] {
            let path = page_of(&portal, "Bob");
            manager.open(&path).await;
            alice.justify(&portal, &mut manager, "lost the mailbox");
            let (_, second) = manager.press_twice(SHOW, twice).await;
            assert_eq!(second.location(), Some(path.as_str()));
            // Another person who knows the address of the page does not see it.
            let page = portal.visitor().open(&path).await;
            assert!(page.location().unwrap().starts_with("/login"), "{page:?}");
            assert!(manager.land().await.select("#password-link").len() == 1);
        }
        let made = RawDatabase::of(&portal).count("security_events WHERE event = 'password_link_shown'");
        assert_eq!(made, 3, "one a form");
    }

    async fn without_a_second_factor_of_one_s_own_no_link_is_shown(portal) {
        people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let (_, mut mallory) = people::manager_signed_in(&portal).await;
        let page = mallory.open(&page_of(&portal, "Bob")).await;
        assert!(!page.has_button(SHOW));
    }

    async fn a_link_is_shown_after_the_password_was_confirmed_and_where_no_mail_is_sent(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let portal = portal.cut_off().await;
        let mut manager = alice.sign_in(&portal).await;
        manager.open(&page_of(&portal, "Bob")).await;
        assert!(!manager.page().has_button("E-mail a link to a new password"));
        // The form requires everything itself; the page that it leads to requires a fresh password.
        portal.wait(301);
        alice.justify(&portal, &mut manager, "forgot the password");
        manager.press(SHOW).await;
        let page = manager.land().await;
        assert_eq!(page.heading(), "Confirm your password");
        manager.fill("password", &alice.password);
        manager.press("Confirm").await;
        let link = link_on(&manager.land().await);
        assert_eq!(choose(&portal, &link).await.status, 303);
    }
}
