//! A link to another password that a manager hands over: it is shown once, and opens no more than a
//! mailed one would.

use super::underneath::Underneath;
use crate::support::{
    house::{House, on_both_databases},
    page::Page,
    people::{self, Person},
    visitor::{Twice, Visitor},
};

const SHOW: &str = "Show a link to a new password";
const NEW: &str = "another pumice lantern";

fn page_of(house: &House, username: &str) -> String {
    let sql = format!("SELECT id AS line FROM accounts WHERE username = '{username}'");
    format!("/subaccounts/{}", Underneath::of(house).lines(&sql).remove(0))
}

/// The path of the link that a page shows.
fn link_on(page: &Page) -> String {
    let link = page.select("#password-link").remove(0);
    let at = link.find("/new-password/").expect("a link");
    link[at..].to_owned()
}

/// Has a link for Bob shown.
async fn shown(house: &House, alice: &Person, manager: &mut Visitor) -> String {
    manager.open(&page_of(house, "Bob")).await;
    alice.justify(house, manager, "lost the mailbox");
    assert_eq!(manager.press(SHOW).await.status, 303);
    link_on(&manager.land().await)
}

async fn choose(house: &House, link: &str) -> Page {
    let mut visitor = house.visitor();
    let page = visitor.open(link).await;
    if page.status != 200 {
        return page;
    }
    visitor.fill("password", NEW);
    visitor.press("Set password").await
}

on_both_databases! {
    async fn a_link_that_is_shown_works_once_and_the_second_factor_is_still_asked_for(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        people::ask_for_codes_by_email(&house, "Alice").await;
        manager.open(&page_of(&house, "Bob")).await;
        assert!(!manager.page().has_button("E-mail a link to a new password"));
        house.mails().await;
        let link = shown(&house, &alice, &mut manager).await;
        let again = manager.open(&page_of(&house, "Bob")).await;
        assert!(again.select("#password-link").is_empty(), "shown once");
        let mails = house.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text().contains("Alice made a link to a new password for Bob"), "{}", mails[0].text());
        assert!(!mails[0].text().contains("/new-password/"), "the mailbox gets no link");

        assert_eq!(choose(&house, &link).await.status, 303);
        assert_eq!(choose(&house, &link).await.status, 404, "once");
        house.mails().await;
        assert_eq!(bob.give_password(&mut house.visitor()).await.status, 422, "the old password is gone");
        let bob = Person { password: NEW.to_owned(), ..bob };
        people::give_mailed_code(&house, &bob, &mut house.visitor()).await;
        let reasons = Underneath::of(&house)
            .lines("SELECT event || ': ' || reason AS line FROM security_events WHERE reason IS NOT NULL ORDER BY sequence");
        assert_eq!(reasons, ["password_link_shown: lost the mailbox"]);
    }

    async fn a_link_that_is_shown_ends_with_the_epoch_and_with_the_next_link_but_not_with_the_address(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        people::subaccount(&house, "Bob").await;
        let first = shown(&house, &alice, &mut manager).await;
        let second = shown(&house, &alice, &mut manager).await;
        assert_eq!(choose(&house, &first).await.status, 404, "a newer one is there");

        manager.open(&format!("{}/sessions", page_of(&house, "Bob"))).await;
        assert_eq!(manager.press("End all sessions").await.status, 303);
        assert_eq!(choose(&house, &second).await.status, 404, "what was begun before is over");

        // A lost mailbox takes another address, before or after.
        let third = shown(&house, &alice, &mut manager).await;
        manager.fill("email", "bob@example.org");
        assert_eq!(manager.press("Save").await.status, 422, "it asks for what it takes");
        alice.justify(&house, &mut manager, "lost the mailbox");
        manager.press("Save").await;
        assert!(manager.land().await.text().contains("signed out everywhere"), "{}", manager.page().text());
        house.wait(1700);
        assert_eq!(choose(&house, &third).await.status, 303);
    }

    async fn a_stranger_who_asks_for_a_link_ends_none_that_was_shown(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        people::subaccount(&house, "Bob").await;
        let link = shown(&house, &alice, &mut manager).await;
        house.mails().await;
        people::ask_for_a_link(&house, "Bob").await;
        let mailed = house.mailed_path("/new-password/").await;
        assert_eq!(choose(&house, &link).await.status, 303);
        assert_eq!(choose(&house, &mailed).await.status, 404, "what was begun before the new password is over");
        // The other way round, whoever made one to hand over has the mailed one ended.
        people::ask_for_a_link(&house, "Bob").await;
        let mailed = house.mailed_path("/new-password/").await;
        house.wait(30);
        shown(&house, &alice, &mut manager).await;
        assert_eq!(choose(&house, &mailed).await.status, 404);
    }

    async fn a_link_that_is_shown_expires(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        people::subaccount(&house, "Bob").await;
        let link = shown(&house, &alice, &mut manager).await;
        house.wait(1801);
        assert_eq!(choose(&house, &link).await.status, 404);
    }

    async fn pressed_twice_a_link_is_made_once_and_shown_to_the_browser_that_pressed(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        people::subaccount(&house, "Bob").await;
        for twice in [Twice::FirstAnswerLost, Twice::FirstCookiesTaken, Twice::AtOnce] {
            let path = page_of(&house, "Bob");
            manager.open(&path).await;
            alice.justify(&house, &mut manager, "lost the mailbox");
            let (_, second) = manager.press_twice(SHOW, twice).await;
            assert_eq!(second.location(), Some(path.as_str()));
            // Somebody else who knows the address of the page sees nothing of it.
            let page = house.visitor().open(&path).await;
            assert!(page.location().unwrap().starts_with("/login"), "{page:?}");
            assert!(manager.land().await.select("#password-link").len() == 1);
        }
        let made = Underneath::of(&house).count("security_events WHERE event = 'password_link_shown'");
        assert_eq!(made, 3, "one a form");
    }

    async fn without_a_second_factor_of_one_s_own_no_link_is_shown(house) {
        people::main_account(&house).await;
        people::subaccount(&house, "Bob").await;
        let (_, mut mallory) = people::manager_signed_in(&house).await;
        let page = mallory.open(&page_of(&house, "Bob")).await;
        assert!(!page.has_button(SHOW));
    }

    async fn a_link_is_shown_after_the_password_was_confirmed_and_where_no_mail_is_sent(house) {
        let (alice, _) = people::main_account_with_totp(&house).await;
        people::subaccount(&house, "Bob").await;
        let house = house.cut_off().await;
        let mut manager = alice.sign_in(&house).await;
        manager.open(&page_of(&house, "Bob")).await;
        assert!(!manager.page().has_button("E-mail a link to a new password"));
        // The form asks for everything itself; the page that it leads to asks for a fresh password.
        house.wait(301);
        alice.justify(&house, &mut manager, "forgot the password");
        manager.press(SHOW).await;
        let page = manager.land().await;
        assert_eq!(page.heading(), "Confirm your password");
        manager.fill("password", &alice.password);
        manager.press("Confirm").await;
        let link = link_on(&manager.land().await);
        assert_eq!(choose(&house, &link).await.status, 303);
    }
}
