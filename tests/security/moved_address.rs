//! The attacker changes an account's address to their own: with a stolen session, or with a half-finished change that
//! another person would finish. Beside each attack, what the owner can still do.

use vestibule::{delivery::Mail, domain::account::Email, flows::administer};

use super::raw_database::RawDatabase;
use crate::support::{
    page::Page,
    people::{self, Person, enter_address, move_to},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const HERE: &str = "/account/email";
const DETAILS: &str = "/account/details";
const THIEF: &str = "thief@example.org";
const CHOSEN: &str = "another lantern sock ferry";

/// The path of the link with this prefix in the mails to an address, if there is one.
fn link_in(mails: &[Mail], to: &str, start: &str) -> Option<String> {
    let to_them = mails.iter().filter(|mail| mail.to().as_str() == to);
    let mut lines = to_them.flat_map(|mail| mail.text().lines().map(str::trim));
    let link = lines.find(|line| line.contains(start))?;
    Some(url::Url::parse(link).unwrap().path().to_owned())
}

async fn forget_password(portal: &TestPortal, who: &str) -> Vec<Mail> {
    portal.mails().await;
    let mut visitor = portal.visitor();
    visitor.open("/forgotten-password").await;
    visitor.fill("username", who);
    assert_eq!(visitor.press("Send link").await.status, 303);
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    portal.mails().await
}

async fn restore(portal: &TestPortal, path: &str) -> Page {
    let mut visitor = portal.visitor();
    assert_eq!(visitor.open(path).await.heading(), "Restore your e-mail address?");
    visitor.press("Restore my address").await
}

async fn choose(portal: &TestPortal, path: &str, password: &str) -> Page {
    let mut visitor = portal.visitor();
    visitor.open(path).await;
    visitor.fill("password", password);
    visitor.press("Set password").await
}

async fn confirm(visitor: &mut Visitor, code: &str) -> Page {
    visitor.open(HERE).await;
    visitor.fill("code", code);
    visitor.press("Confirm").await
}

async fn address(visitor: &mut Visitor) -> String {
    visitor.open(DETAILS).await.field_value("email").unwrap()
}

/// A code other than this one.
fn wrong(code: &str, nth: usize) -> String {
    let digits: usize = code.parse().unwrap();
    format!("{:06}", (digits + nth + 1) % 1_000_000)
}

on_both_databases! {
    async fn a_thief_who_moved_the_address_and_changed_the_password_gets_no_link_and_the_old_mailbox_undoes_it(portal) {
        let (alice, owner) = people::main_account(&portal).await;
        let mut thief = owner.thief();
        let told = move_to(&portal, &mut thief, THIEF).await;
        let path = link_in(&told, "alice@example.com", "/restore-email/").expect("the old address has a way back");

        // No link goes to the thief, however it is requested, until 48 hours have passed.
        for hours in [0, 24, 23] {
            portal.wait(hours * 3600);
            for who in ["Alice", THIEF] {
                let mails = forget_password(&portal, who).await;
                assert!(link_in(&mails, THIEF, "/new-password/").is_none(), "{mails:?}");
            }
        }
        let mut thief = alice.sign_in(&portal).await;
        thief.open("/account/password").await;
        thief.fill("password", &alice.password).fill("new_password", "velvet orbit cactus drum");
        assert_eq!(thief.press("Change password").await.status, 303);
        portal.mails().await;

        let page = restore(&portal, &path).await;
        assert_eq!(page.heading(), "Your e-mail address is restored");
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
        let thiefs = Person { password: "velvet orbit cactus drum".to_owned(), ..alice.clone() };
        assert!(thiefs.give_password(&mut portal.visitor()).await.problems()[0].contains("is not right"));
        let mails = portal.mails().await;
        assert!(link_in(&mails, THIEF, "/new-password/").is_none());
        let link = link_in(&mails, "alice@example.com", "/new-password/").expect("a link for the owner");
        assert_eq!(choose(&portal, &link, CHOSEN).await.location(), Some("/login?password-set"));
        let alice = Person { password: CHOSEN.to_owned(), ..alice };
        assert_eq!(address(&mut alice.sign_in(&portal).await).await, "alice@example.com");
        assert_eq!(RawDatabase::of(&portal).events("email_restored"), 1);
    }

    async fn a_second_move_within_48_hours_leaves_the_first_owner_s_way_back_and_gives_the_thief_none(portal) {
        let (_, mut thief) = people::main_account(&portal).await;
        let told = move_to(&portal, &mut thief, THIEF).await;
        let path = link_in(&told, "alice@example.com", "/restore-email/").unwrap();
        let told = move_to(&portal, &mut thief, "second@example.org").await;
        assert!(link_in(&told, THIEF, "/restore-email/").is_none(), "a link to a link to a new password");
        restore(&portal, &path).await;
        let mails = portal.mails().await;
        assert!(link_in(&mails, "alice@example.com", "/new-password/").is_some(), "{mails:?}");
        let rows = "accounts WHERE email = 'alice@example.com' AND email_changed_at IS NULL";
        assert_eq!(RawDatabase::of(&portal).count(rows), 1);
    }

    async fn this_was_not_me_mails_no_link_to_a_new_address(portal) {
        let (alice, mut thief) = people::main_account_with_totp(&portal).await;
        move_to(&portal, &mut thief, THIEF).await;
        portal.wait(30);
        let mut pending = portal.visitor();
        alice.give_password(&mut pending).await;
        alice.guess_codes(&portal, &mut pending, 5).await;
        let path = portal.mailed_path("/not-me/").await;
        let mut visitor = portal.visitor();
        visitor.open(&path).await;
        let page = visitor.press("This was not me").await;
        assert!(page.text().contains("was changed less than 48 hours ago"), "{}", page.text());
        assert!(link_in(&portal.mails().await, THIEF, "/new-password/").is_none());
    }

    async fn wrong_codes_to_a_new_address_are_counted_and_run_out(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let code = enter_address(&portal, &mut visitor, THIEF).await;
        for nth in 0..5 {
            let page = confirm(&mut visitor, &wrong(&code, nth)).await;
            assert_eq!(page.status, 422, "{nth}");
            portal.wait(1);
        }
        assert_ne!(confirm(&mut visitor, &code).await.status, 303, "the right one, too late");
        assert_eq!(address(&mut visitor).await, "alice@example.com");
        let mut raw_database = RawDatabase::of(&portal);
        assert!(raw_database.events("sent_code_refused") >= 5);
        assert_eq!(raw_database.events("email_changed"), 0);
        // The owner requests another, which is right.
        portal.wait(120);
        visitor.open(HERE).await;
        assert_eq!(visitor.press("Send again").await.location(), Some(HERE));
        let code = people::mailed_code(&portal.mails().await, THIEF);
        portal.wait(300 - 1);
        assert_eq!(confirm(&mut visitor, &code).await.location(), Some(DETAILS));
    }

    async fn a_code_to_one_new_address_confirms_no_other(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let first = enter_address(&portal, &mut visitor, "mine@example.org").await;
        // In a second tab, another person's address replaces it.
        let second = enter_address(&portal, &mut visitor, "theirs@example.org").await;
        if first != second {
            assert_eq!(confirm(&mut visitor, &first).await.status, 422);
        }
        assert_eq!(address(&mut visitor).await, "alice@example.com");
        assert_eq!(confirm(&mut visitor, &second).await.location(), Some(DETAILS));
        assert_eq!(address(&mut visitor).await, "theirs@example.org");
    }

    async fn a_change_that_was_begun_is_not_finished_in_another_browser_or_epoch(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let code = enter_address(&portal, &mut visitor, THIEF).await;
        let mut elsewhere = alice.sign_in(&portal).await;
        assert_eq!(elsewhere.open(HERE).await.location(), Some(DETAILS));
        // What one browser begins, the other does not finish.
        let mine = enter_address(&portal, &mut elsewhere, "mine@example.org").await;
        administer::set_password(portal.services(), "Alice", CHOSEN).await.unwrap();
        assert_eq!(RawDatabase::of(&portal).count("out_of_band_codes"), 0);
        let alice = Person { password: CHOSEN.to_owned(), ..alice };
        for (visitor, code) in [(&mut visitor, code), (&mut elsewhere, mine)] {
            assert!(visitor.open(HERE).await.location().unwrap().starts_with("/login"));
            alice.give_password(visitor).await;
            assert_eq!(visitor.open(HERE).await.location(), Some(DETAILS), "{code}");
        }
        assert_eq!(address(&mut visitor).await, "alice@example.com");
        // The owner starts over.
        portal.wait(30);
        move_to(&portal, &mut visitor, "mine@example.org").await;
    }

    async fn the_operator_s_word_for_the_present_address_ends_the_way_back_too(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let told = move_to(&portal, &mut visitor, "new@example.org").await;
        let path = link_in(&told, "alice@example.com", "/restore-email/").unwrap();
        assert_eq!(portal.visitor().open(&path).await.status, 200);
        let email = Email::parse("new@example.org").unwrap();
        assert!(!administer::set_email(portal.services(), "Alice", email).await.unwrap(), "it is the same");
        assert_eq!(portal.visitor().open(&path).await.status, 404);
        assert!(visitor.open("/account").await.location().is_some());
        alice.sign_in(&portal).await;
        let mails = forget_password(&portal, "Alice").await;
        assert!(link_in(&mails, "new@example.org", "/new-password/").is_some(), "{mails:?}");
    }

    async fn a_manager_s_correction_ends_the_way_back_and_links_reach_the_right_person_at_once(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut open = bob.sign_in(&portal).await;
        let told = move_to(&portal, &mut open, THIEF).await;
        let path = link_in(&told, "added@example.com", "/restore-email/").unwrap();
        let id = RawDatabase::of(&portal).lines("SELECT id AS line FROM accounts WHERE username = 'Bob'").remove(0);
        let page = format!("/subaccounts/{id}");

        // A link that a manager requests does not go to a new address either.
        manager.open(&page).await;
        alice.justify(&portal, &mut manager, "forgot the password");
        manager.press("E-mail a link to a new password").await;
        let said = manager.land().await;
        assert!(said.text().contains("No link was sent: this e-mail address was changed"), "{}", said.text());
        assert!(link_in(&portal.mails().await, THIEF, "/new-password/").is_none());

        manager.open(&page).await;
        manager.fill("email", "bob@example.org");
        assert_eq!(manager.press("Save").await.status, 422, "it asks for a reason");
        alice.justify(&portal, &mut manager, "moved by a thief");
        manager.press("Save").await;
        assert!(manager.land().await.text().contains("signed out everywhere"), "{}", manager.page().text());
        assert_eq!(portal.visitor().open(&path).await.status, 404);
        assert!(open.open("/account").await.location().unwrap().starts_with("/login"), "whoever moved it is out");
        let mails = forget_password(&portal, "Bob").await;
        assert!(link_in(&mails, "bob@example.org", "/new-password/").is_some(), "{mails:?}");
    }
}
