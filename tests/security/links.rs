//! One-time links in the wrong mailbox: what ends them, and who is mailed one at all.

use vestibule::domain::policy::Policy;

use crate::support::{
    page::Page,
    people::{self, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const OTHER_PASSWORD: &str = "another lantern sock ferry";

/// Adds a user whose address has a typing error; returns the path of the change page.
async fn invite_at(visitor: &mut Visitor, username: &str, email: &str) -> String {
    visitor.open("/subaccounts/new").await;
    visitor.fill("username", username).fill("email", email);
    let page = visitor.press("Create").await;
    page.location().expect("the page of the new account").to_owned()
}

async fn choose(portal: &TestPortal, path: &str, password: &str) -> Page {
    let mut visitor = portal.visitor();
    visitor.open(path).await;
    visitor.fill("password", password);
    visitor.press("Set password").await
}

/// The paths of links with this prefix, in all mail since the last call.
async fn mailed(portal: &TestPortal, start: &str) -> Vec<String> {
    let mails = portal.mails().await;
    let lines = mails.iter().flat_map(|mail| mail.text().lines().map(str::trim));
    lines
        .filter(|line| line.contains(start))
        .map(str::to_owned)
        .collect()
}

/// An address from which a sign-in was refused, with the link that approves it.
async fn refused_at(portal: &TestPortal, person: &Person, address: &str) -> String {
    let mut away = portal.visitor().with_address(address);
    let page = person.give_password(&mut away).await;
    assert_eq!(
        page.heading(),
        "Sign-in blocked from this IP address",
        "{}",
        page.text()
    );
    portal.mailed_path("/approve-address/").await
}

async fn approve(portal: &TestPortal, path: &str) -> Page {
    let mut visitor = portal.visitor();
    if visitor.open(path).await.status == 200 {
        visitor.press("Approve").await;
    }
    visitor.page().clone()
}

on_both_databases! {
    async fn a_corrected_address_ends_the_stranger_s_invitation_and_brings_one_to_the_right_person(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let page = invite_at(&mut alice, "Bob", "bbo@example.com").await;
        let strangers = portal.mailed_invitation().await;

        alice.open(&page).await;
        alice.fill("email", "bob@example.com");
        assert_eq!(alice.press("Save").await.status, 303);
        assert_eq!(portal.visitor().open(&strangers).await.status, 404, "the wrong mailbox opens nothing");

        let mails = portal.mails().await;
        let invited: Vec<_> = mails.iter().filter(|mail| mail.text().contains("/invitation/")).collect();
        assert_eq!(invited.len(), 1);
        assert_eq!(invited[0].to().as_str(), "bob@example.com");
        assert!(mails.iter().all(|mail| mail.to().as_str() != "bbo@example.com"), "a stranger is told nothing");
        let link = invited[0].text().lines().find(|line| line.contains("/invitation/")).unwrap();
        let path = url::Url::parse(link.trim()).unwrap().path().to_owned();
        assert_eq!(choose(&portal, &path, PASSWORD).await.location(), Some("/login?password-set"));
    }

    async fn an_invitation_can_be_made_anew_until_a_password_is_chosen(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let page = invite_at(&mut alice, "Bob", "bob@example.com").await;
        let first = portal.mailed_invitation().await;
        // Disabling ends the link, and enabling mails another one.
        alice.open(&page).await;
        alice.press("Disable account").await;
        let shown = alice.land().await;
        assert!(shown.text().contains("There is no link that works"), "{}", shown.text());
        alice.press("Enable account").await;
        alice.land().await;
        assert_eq!(portal.visitor().open(&first).await.status, 404);
        let mailed = portal.mailed_invitation().await;
        alice.press("New invitation").await;
        assert_eq!(portal.visitor().open(&mailed).await.status, 404);
        let second = portal.mailed_invitation().await;
        assert_eq!(choose(&portal, &second, PASSWORD).await.location(), Some("/login?password-set"));
        assert!(!alice.open(&page).await.text().contains("has not chosen a password"));
    }

    async fn the_victim_of_a_stolen_password_is_not_invited(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut inside = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut inside).await;
        portal.mails().await;
        portal.wait(30);
        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        bob.guess_codes(&portal, &mut thief, 5).await;
        let path = portal.mailed_path("/not-me/").await;
        let mut owner = portal.visitor();
        owner.open(&path).await;
        owner.press("This was not me").await;
        let list = alice.open("/subaccounts").await;
        assert!(!list.text().contains("Invited"), "{}", list.text());

        let link = portal.mailed_path("/new-password/").await;
        let page = portal.visitor().open(&link).await;
        assert_eq!(page.heading(), "Choose a new password");
        assert!(!page.text().contains("invited"), "{}", page.text());
        assert_eq!(choose(&portal, &link, OTHER_PASSWORD).await.location(), Some("/login?password-set"));
        let bob = Person { password: OTHER_PASSWORD.to_owned(), ..bob };
        bob.sign_in(&portal).await;
    }

    async fn a_thief_who_changes_the_password_does_not_take_the_owner_s_alarm_away(portal) {
        people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        // Half signed in, so the owner is warned; then codes by e-mail are turned off again.
        bob.give_password(&mut portal.visitor()).await;
        portal.wait(181);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let alarm = portal.mailed_path("/not-me/").await;
        people::set_policy(&portal, "Alice", Policy::default()).await;

        let mut thief = bob.sign_in(&portal).await;
        thief.open("/account/password").await;
        thief.fill("password", PASSWORD).fill("new_password", OTHER_PASSWORD);
        assert_eq!(thief.press("Change password").await.status, 303);

        let mut owner = portal.visitor();
        owner.open(&alarm).await;
        assert_eq!(owner.press("This was not me").await.heading(), "Your password no longer works");
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
    }

    async fn where_codes_come_by_email_no_link_to_a_password_goes_to_the_same_mailbox(portal) {
        let (manager, mut alice) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.mails().await;

        // The manager's button.
        let list = alice.open("/subaccounts").await;
        assert_eq!(list.status, 200);
        alice.click_in("tbody tr:last-child", "Change").await;
        manager.justify(&portal, &mut alice, "forgot the password");
        // No button mails one; this is what it would send.
        alice.tamper("show", "").press("Show a link to a new password").await;
        let page = alice.land().await;
        assert!(page.text().contains("No link was sent"), "{}", page.text());
        assert_eq!(mailed(&portal, "/new-password/").await, Vec::<String>::new());

        // "This was not me".
        bob.give_password(&mut portal.visitor()).await;
        portal.wait(181);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let alarm = portal.mailed_path("/not-me/").await;
        let mut owner = portal.visitor();
        owner.open(&alarm).await;
        let page = owner.press("This was not me").await;
        assert!(page.text().contains("cannot go to the same mailbox"), "{}", page.text());
        assert_eq!(mailed(&portal, "/new-password/").await, Vec::<String>::new());
    }

    async fn a_link_to_approve_an_address_ends_with_the_password(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut inside = portal.visitor().with_address("203.0.113.7");
        alice.give_password(&mut inside).await;
        portal.wait(30);
        alice.give_code(&mut inside, &alice.code(&portal)).await;
        inside.open("/account/security/ip").await;
        portal.wait(30);
        inside
            .fill("allowed_addresses", "203.0.113.7")
            .fill("code", &alice.code(&portal));
        inside.press("Save").await;
        portal.mails().await;
        let old = refused_at(&portal, &alice, "198.51.100.1").await;

        inside.open("/account/password").await;
        inside.fill("password", PASSWORD).fill("new_password", OTHER_PASSWORD);
        assert_eq!(inside.press("Change password").await.status, 303);
        assert_eq!(approve(&portal, &old).await.status, 404, "the mail is older than the password");

        let alice = Person { password: OTHER_PASSWORD.to_owned(), ..alice };
        portal.wait(601);
        portal.mails().await;
        let new = refused_at(&portal, &alice, "198.51.100.1").await;
        assert_eq!(approve(&portal, &new).await.heading(), "The address is approved");
        let mut away = portal.visitor().with_address("198.51.100.1");
        assert_eq!(alice.give_password(&mut away).await.path, "/login/code");
    }

    async fn an_approval_passes_the_list_that_it_was_given_for_and_no_later_one(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut inside = portal.visitor().with_address("203.0.113.7");
        bob.give_password(&mut inside).await;
        inside.open("/account/security/ip").await;
        inside.fill("allowed_addresses", "203.0.113.7");
        inside.press("Save").await;
        portal.mails().await;
        let link = refused_at(&portal, &bob, "198.51.100.1").await;
        assert_eq!(approve(&portal, &link).await.heading(), "The address is approved");
        let mut away = portal.visitor().with_address("198.51.100.1");
        assert_eq!(bob.give_password(&mut away).await.path, "/account", "their own list lets it pass");

        // Now the main account limits the addresses for everybody.
        let mut main = alice.sign_in(&portal).await;
        main.open("/policy").await;
        main.fill("allowed_addresses", "203.0.113.0/24\n127.0.0.1");
        let saved = main.press("Save").await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert!(away.open("/account").await.location().unwrap().starts_with("/login"));
        portal.wait(601);
        portal.mails().await;
        let link = refused_at(&portal, &bob, "198.51.100.1").await;
        assert_eq!(approve(&portal, &link).await.heading(), "The address is approved");
        let mut again = portal.visitor().with_address("198.51.100.1");
        assert_eq!(bob.give_password(&mut again).await.path, "/account", "its holder approved it");

        // A new list for everybody removes the approvals against the previous one.
        let mut main = alice.sign_in(&portal).await;
        main.open("/policy").await;
        portal.wait(30);
        main.fill("allowed_addresses", "203.0.113.0/25\n127.0.0.1")
            .fill("code", &alice.code(&portal));
        let saved = main.press("Save").await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert!(again.open("/account").await.location().unwrap().starts_with("/login"));
    }
}
