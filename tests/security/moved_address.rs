//! Whoever moves an account to an address of their own: a stolen session, or a half-finished change
//! that somebody else would finish. Beside each attack, what the owner still does.

use vestibule::{delivery::Mail, domain::account::Email, flows::administer};

use super::underneath::Underneath;
use crate::support::{
    house::{House, on_both_databases},
    page::Page,
    people::{self, Person, enter_address, move_to},
    visitor::Visitor,
};

const HERE: &str = "/account/email";
const DETAILS: &str = "/account/details";
const THIEF: &str = "thief@example.org";
const CHOSEN: &str = "another lantern sock ferry";

/// The path of the link that begins so in the mails to an address, if there is one.
fn link_in(mails: &[Mail], to: &str, start: &str) -> Option<String> {
    let to_them = mails.iter().filter(|mail| mail.to().as_str() == to);
    let mut lines = to_them.flat_map(|mail| mail.text().lines().map(str::trim));
    let link = lines.find(|line| line.contains(start))?;
    Some(url::Url::parse(link).unwrap().path().to_owned())
}

async fn forget_password(house: &House, who: &str) -> Vec<Mail> {
    house.mails().await;
    let mut visitor = house.visitor();
    visitor.open("/forgotten-password").await;
    visitor.fill("username", who);
    assert_eq!(visitor.press("Send link").await.status, 303);
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    house.mails().await
}

async fn restore(house: &House, path: &str) -> Page {
    let mut visitor = house.visitor();
    assert_eq!(visitor.open(path).await.heading(), "Restore your e-mail address?");
    visitor.press("Restore my address").await
}

async fn choose(house: &House, path: &str, password: &str) -> Page {
    let mut visitor = house.visitor();
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
    async fn a_thief_who_moved_the_address_and_changed_the_password_gets_no_link_and_the_old_mailbox_undoes_it(house) {
        let (alice, owner) = people::main_account(&house).await;
        let mut thief = owner.thief();
        let told = move_to(&house, &mut thief, THIEF).await;
        let path = link_in(&told, "alice@example.com", "/restore-email/").expect("the old address has a way back");

        // No link goes to the thief, by whatever it is asked for, until 48 hours are over.
        for hours in [0, 24, 23] {
            house.wait(hours * 3600);
            for who in ["Alice", THIEF] {
                let mails = forget_password(&house, who).await;
                assert!(link_in(&mails, THIEF, "/new-password/").is_none(), "{mails:?}");
            }
        }
        let mut thief = alice.sign_in(&house).await;
        thief.open("/account/password").await;
        thief.fill("password", &alice.password).fill("new_password", "velvet orbit cactus drum");
        assert_eq!(thief.press("Change password").await.status, 303);
        house.mails().await;

        let page = restore(&house, &path).await;
        assert_eq!(page.heading(), "Your e-mail address is restored");
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
        let thiefs = Person { password: "velvet orbit cactus drum".to_owned(), ..alice.clone() };
        assert!(thiefs.give_password(&mut house.visitor()).await.problems()[0].contains("is not right"));
        let mails = house.mails().await;
        assert!(link_in(&mails, THIEF, "/new-password/").is_none());
        let link = link_in(&mails, "alice@example.com", "/new-password/").expect("a link for the owner");
        assert_eq!(choose(&house, &link, CHOSEN).await.location(), Some("/login?password-set"));
        let alice = Person { password: CHOSEN.to_owned(), ..alice };
        assert_eq!(address(&mut alice.sign_in(&house).await).await, "alice@example.com");
        assert_eq!(Underneath::of(&house).events("email_restored"), 1);
    }

    async fn a_second_move_within_48_hours_leaves_the_first_owner_s_way_back_and_gives_the_thief_none(house) {
        let (_, mut thief) = people::main_account(&house).await;
        let told = move_to(&house, &mut thief, THIEF).await;
        let path = link_in(&told, "alice@example.com", "/restore-email/").unwrap();
        let told = move_to(&house, &mut thief, "second@example.org").await;
        assert!(link_in(&told, THIEF, "/restore-email/").is_none(), "a link to a link to a new password");
        restore(&house, &path).await;
        let mails = house.mails().await;
        assert!(link_in(&mails, "alice@example.com", "/new-password/").is_some(), "{mails:?}");
        let rows = "accounts WHERE email = 'alice@example.com' AND email_changed_at IS NULL";
        assert_eq!(Underneath::of(&house).count(rows), 1);
    }

    async fn this_was_not_me_mails_no_link_to_a_new_address(house) {
        let (alice, mut thief) = people::main_account_with_totp(&house).await;
        move_to(&house, &mut thief, THIEF).await;
        house.wait(30);
        let mut pending = house.visitor();
        alice.give_password(&mut pending).await;
        alice.guess_codes(&house, &mut pending, 5).await;
        let path = house.mailed_path("/not-me/").await;
        let mut visitor = house.visitor();
        visitor.open(&path).await;
        let page = visitor.press("This was not me").await;
        assert!(page.text().contains("was changed less than 48 hours ago"), "{}", page.text());
        assert!(link_in(&house.mails().await, THIEF, "/new-password/").is_none());
    }

    async fn wrong_codes_to_a_new_address_are_counted_and_run_out(house) {
        let (_, mut visitor) = people::main_account(&house).await;
        let code = enter_address(&house, &mut visitor, THIEF).await;
        for nth in 0..5 {
            let page = confirm(&mut visitor, &wrong(&code, nth)).await;
            assert_eq!(page.status, 422, "{nth}");
            house.wait(1);
        }
        assert_ne!(confirm(&mut visitor, &code).await.status, 303, "the right one, too late");
        assert_eq!(address(&mut visitor).await, "alice@example.com");
        let mut underneath = Underneath::of(&house);
        assert!(underneath.events("sent_code_refused") >= 5);
        assert_eq!(underneath.events("email_changed"), 0);
        // The owner asks for another, which is right.
        house.wait(120);
        visitor.open(HERE).await;
        assert_eq!(visitor.press("Send again").await.location(), Some(HERE));
        let code = people::mailed_code(&house.mails().await, THIEF);
        house.wait(300 - 1);
        assert_eq!(confirm(&mut visitor, &code).await.location(), Some(DETAILS));
    }

    async fn a_code_to_one_new_address_confirms_no_other(house) {
        let (_, mut visitor) = people::main_account(&house).await;
        let first = enter_address(&house, &mut visitor, "mine@example.org").await;
        // In a second tab, somebody else's address takes its place.
        let second = enter_address(&house, &mut visitor, "theirs@example.org").await;
        if first != second {
            assert_eq!(confirm(&mut visitor, &first).await.status, 422);
        }
        assert_eq!(address(&mut visitor).await, "alice@example.com");
        assert_eq!(confirm(&mut visitor, &second).await.location(), Some(DETAILS));
        assert_eq!(address(&mut visitor).await, "theirs@example.org");
    }

    async fn a_change_that_was_begun_is_not_finished_in_another_browser_or_epoch(house) {
        let (alice, mut visitor) = people::main_account(&house).await;
        let code = enter_address(&house, &mut visitor, THIEF).await;
        let mut elsewhere = alice.sign_in(&house).await;
        assert_eq!(elsewhere.open(HERE).await.location(), Some(DETAILS));
        // What one browser begins, the other does not end.
        let mine = enter_address(&house, &mut elsewhere, "mine@example.org").await;
        administer::set_password(house.services(), "Alice", CHOSEN).await.unwrap();
        assert_eq!(Underneath::of(&house).count("out_of_band_codes"), 0);
        let alice = Person { password: CHOSEN.to_owned(), ..alice };
        for (visitor, code) in [(&mut visitor, code), (&mut elsewhere, mine)] {
            assert!(visitor.open(HERE).await.location().unwrap().starts_with("/login"));
            alice.give_password(visitor).await;
            assert_eq!(visitor.open(HERE).await.location(), Some(DETAILS), "{code}");
        }
        assert_eq!(address(&mut visitor).await, "alice@example.com");
        // The owner begins anew.
        house.wait(30);
        move_to(&house, &mut visitor, "mine@example.org").await;
    }

    async fn the_operator_s_word_for_the_present_address_ends_the_way_back_too(house) {
        let (alice, mut visitor) = people::main_account(&house).await;
        let told = move_to(&house, &mut visitor, "new@example.org").await;
        let path = link_in(&told, "alice@example.com", "/restore-email/").unwrap();
        assert_eq!(house.visitor().open(&path).await.status, 200);
        let email = Email::parse("new@example.org").unwrap();
        assert!(!administer::set_email(house.services(), "Alice", email).await.unwrap(), "it is the same");
        assert_eq!(house.visitor().open(&path).await.status, 404);
        assert!(visitor.open("/account").await.location().is_some());
        alice.sign_in(&house).await;
        let mails = forget_password(&house, "Alice").await;
        assert!(link_in(&mails, "new@example.org", "/new-password/").is_some(), "{mails:?}");
    }

    async fn a_manager_s_correction_ends_the_way_back_and_links_reach_the_right_person_at_once(house) {
        let (alice, mut manager) = people::main_account_with_totp(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        let mut open = bob.sign_in(&house).await;
        let told = move_to(&house, &mut open, THIEF).await;
        let path = link_in(&told, "added@example.com", "/restore-email/").unwrap();
        let id = Underneath::of(&house).lines("SELECT id AS line FROM accounts WHERE username = 'Bob'").remove(0);
        let page = format!("/subaccounts/{id}");

        // A link that a manager asks for does not go to a new address either.
        manager.open(&page).await;
        alice.justify(&house, &mut manager, "forgot the password");
        manager.press("E-mail a link to a new password").await;
        let said = manager.land().await;
        assert!(said.text().contains("No link was sent: this e-mail address was changed"), "{}", said.text());
        assert!(link_in(&house.mails().await, THIEF, "/new-password/").is_none());

        manager.open(&page).await;
        manager.fill("email", "bob@example.org");
        assert_eq!(manager.press("Save").await.status, 422, "it asks for a reason");
        alice.justify(&house, &mut manager, "moved by a thief");
        manager.press("Save").await;
        assert!(manager.land().await.text().contains("signed out everywhere"), "{}", manager.page().text());
        assert_eq!(house.visitor().open(&path).await.status, 404);
        assert!(open.open("/account").await.location().unwrap().starts_with("/login"), "whoever moved it is out");
        let mails = forget_password(&house, "Bob").await;
        assert!(link_in(&mails, "bob@example.org", "/new-password/").is_some(), "{mails:?}");
    }
}
