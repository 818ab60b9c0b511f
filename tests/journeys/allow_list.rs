//! Signing in from allowed IP addresses only.

use crate::support::{
    page::Page,
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};
use vestibule::flows::administer;

const HERE: &str = "/account/security/ip";

/// A visitor at this address. The portal trusts the proxy on this machine.
fn at(portal: &TestPortal, address: &str) -> Visitor {
    portal.visitor().with_address(address)
}

async fn save(visitor: &mut Visitor, list: &str) -> Page {
    visitor.open(HERE).await;
    visitor.fill("allowed_addresses", list);
    visitor.press("Save").await
}

/// The same with another code than the sign-in's.
async fn save_with_code(portal: &TestPortal, person: &Person, visitor: &mut Visitor, list: &str) -> Page {
    portal.wait(30);
    visitor.open(HERE).await;
    visitor
        .fill("allowed_addresses", list)
        .fill("code", &person.code(portal));
    visitor.press("Save").await
}

/// Signs in with password and app from an address.
async fn enter(portal: &TestPortal, person: &Person, address: &str) -> Visitor {
    let mut visitor = at(portal, address);
    person.give_password(&mut visitor).await;
    portal.wait(30);
    person.give_code(&mut visitor, &person.code(portal)).await;
    assert_eq!(visitor.land().await.heading(), "Your account");
    visitor
}

/// Alice with an app at 203.0.113.7, and all mail read.
async fn alice(portal: &TestPortal) -> (Person, Visitor) {
    let (alice, _) = people::main_account_with_totp(portal).await;
    let visitor = enter(portal, &alice, "203.0.113.7").await;
    portal.mails().await;
    (alice, visitor)
}

on_both_databases! {
    async fn a_list_begins_with_one_s_own_address_and_knows_earlier_ones(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        assert!(visitor.open("/account/security").await.text().contains("Allowed IP addresses Off"));
        let page = visitor.open(HERE).await;
        assert_eq!(page.field_value("allowed_addresses").as_deref(), Some("203.0.113.7"));
        assert!(page.text().contains("You have signed in from: 127.0.0.1"), "{}", page.text());
        portal.wait(30);
        visitor.fill("code", &alice.code(&portal));
        assert_eq!(visitor.press("Save").await.status, 303);
        let page = visitor.land().await;
        assert!(page.text().contains("sign in only from these addresses"), "{}", page.text());
        assert!(visitor.open("/account/security").await.text().contains("Allowed IP addresses On"));
        let mails = portal.mails().await;
        assert!(mails[0].subject().as_str().contains("allowed IP addresses were changed"));
    }

    async fn a_list_that_shuts_one_out_is_not_saved(portal) {
        let (_, mut visitor) = alice(&portal).await;
        let page = save(&mut visitor, "198.51.100.0/24").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("lock yourself out"), "{:?}", page.problems());
        assert_eq!(page.field_value("allowed_addresses").as_deref(), Some("198.51.100.0/24"));
        for (wrong, says) in [
            ("203.0.113.7\nmy office", "Line 2 is not an IP address"),
            ("203.0.113.7/24", "begins at 203.0.113.0/24"),
        ] {
            let page = save(&mut visitor, wrong).await;
            assert!(page.problems()[0].contains(says), "{:?}", page.problems());
        }
        assert_eq!(visitor.open("/account").await.status, 200);
    }

    async fn another_address_is_refused_after_the_password_and_approved_by_a_mailed_link(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        save_with_code(&portal, &alice, &mut visitor, "203.0.113.7").await;
        portal.mails().await;
        let mut abroad = at(&portal, "192.0.2.5");
        // Before the password nothing discloses that there is a list.
        abroad.open("/login").await;
        abroad.fill("username", "Alice").fill("password", "a wrong one entirely");
        assert!(abroad.press("Sign in").await.problems()[0].contains("is not right"));
        let page = alice.give_password(&mut abroad).await;
        assert_eq!((page.status, page.heading().as_str()), (403, "Sign-in blocked from this IP address"));
        assert!(page.text().contains("192.0.2.5") && page.text().contains("Check your e-mail"));
        assert!(abroad.open("/account").await.location().unwrap().starts_with("/login"));
        // Again at once: no second mail.
        let page = alice.give_password(&mut abroad).await;
        assert!(page.text().contains("a short while ago"), "{}", page.text());

        let link = portal.mailed_path("/approve-address/").await;
        let page = abroad.arrive_from_elsewhere(&link).await;
        assert_eq!(page.heading(), "Approve an address");
        assert_eq!(alice.give_password(&mut abroad).await.status, 403, "opening it changes nothing");
        abroad.open(&link).await;
        let page = abroad.press("Approve").await;
        assert_eq!(page.heading(), "The address is approved");
        assert_eq!(abroad.open(&link).await.status, 404, "once");
        assert!(abroad.open("/account").await.location().unwrap().starts_with("/login"), "it signs nobody in");
        let page = alice.give_password(&mut abroad).await;
        assert_eq!(page.path, "/login/code", "the second factor is asked for");
        portal.wait(30);
        alice.give_code(&mut abroad, &alice.code(&portal)).await;
        assert_eq!(abroad.land().await.heading(), "Your account");
        // And a button removes it.
        let page = visitor.open(HERE).await;
        assert!(page.text().contains("192.0.2.5"), "{}", page.text());
        visitor.press("Forget approved addresses").await;
        assert!(abroad.open("/account").await.location().unwrap().starts_with("/login"));
    }

    async fn after_ten_addresses_the_page_says_that_no_mail_was_sent_and_when_the_next_can_be(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        save_with_code(&portal, &alice, &mut visitor, "203.0.113.7").await;
        for nth in 1..=10 {
            let page = alice.give_password(&mut at(&portal, &format!("192.0.2.{nth}"))).await;
            assert!(page.text().contains("Check your e-mail"), "{nth}: {}", page.text());
        }
        portal.mails().await;
        let mut eleventh = at(&portal, "192.0.2.11");
        for _ in 0..2 {
            let page = alice.give_password(&mut eleventh).await;
            assert_eq!(page.status, 403);
            let text = page.text();
            assert!(text.contains("We sent no e-mail for this address") && text.contains("in 24 hours"), "{text}");
            assert!(!text.contains("a short while ago"), "{text}");
        }
        assert!(portal.mails().await.is_empty());
        let page = alice.give_password(&mut at(&portal, "192.0.2.10")).await;
        assert!(page.text().contains("a short while ago"), "{}", page.text());
        portal.wait(24 * 3600);
        let page = alice.give_password(&mut eleventh).await;
        assert!(page.text().contains("Check your e-mail"), "{}", page.text());
        portal.mailed_path("/approve-address/").await;
    }

    async fn a_link_works_for_half_an_hour_and_an_approval_for_thirty_days(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        save_with_code(&portal, &alice, &mut visitor, "203.0.113.7").await;
        portal.mails().await;
        alice.give_password(&mut at(&portal, "192.0.2.5")).await;
        let old = portal.mailed_path("/approve-address/").await;
        portal.wait(1800);
        assert_eq!(portal.visitor().open(&old).await.status, 404);
        alice.give_password(&mut at(&portal, "192.0.2.5")).await;
        let link = portal.mailed_path("/approve-address/").await;
        let mut owner = portal.visitor();
        owner.open(&link).await;
        owner.press("Approve").await;
        enter(&portal, &alice, "192.0.2.5").await;
        portal.wait(30 * 86_400);
        assert_eq!(alice.give_password(&mut at(&portal, "192.0.2.5")).await.status, 403);
    }

    async fn a_stolen_session_is_of_no_use_elsewhere(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        save_with_code(&portal, &alice, &mut visitor, "203.0.113.7").await;
        let mut thief = visitor.thief().with_address("192.0.2.5");
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
        assert_eq!(visitor.open("/account").await.status, 200);
    }

    async fn the_main_account_s_list_counts_for_everybody_and_its_holder_approves(portal) {
        let (_, mut alice) = alice(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut at_home = at(&portal, "192.0.2.5");
        bob.give_password(&mut at_home).await;
        assert_eq!(at_home.page().heading(), "Your account");
        alice.open("/policy").await;
        alice.fill("allowed_addresses", "198.51.100.0/24");
        let page = alice.press("Save").await;
        assert!(page.problems()[0].contains("lock yourself out"), "{:?}", page.problems());
        alice.fill("allowed_addresses", "203.0.113.0/24");
        assert_eq!(alice.press("Save").await.status, 303);
        assert!(at_home.open("/account").await.location().unwrap().starts_with("/login"), "at once");
        portal.mails().await;
        let page = bob.give_password(&mut at_home).await;
        assert!(page.text().contains("Alice , who manages your account, decides which addresses are approved"), "{}", page.text());
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to().as_str(), "alice@example.com");
        assert!(mails[0].text().contains("Bob") && mails[0].text().contains("192.0.2.5"), "{}", mails[0].text());
        let mut in_the_office = at(&portal, "203.0.113.99");
        assert_eq!(bob.give_password(&mut in_the_office).await.heading(), "Your account");
    }

    async fn a_forged_header_opens_no_list(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        save_with_code(&portal, &alice, &mut visitor, "203.0.113.7").await;
        let portal = portal.rebuilt(|settings| settings.web.trusted_proxies.clear()).await;
        let page = alice.give_password(&mut at(&portal, "203.0.113.7")).await;
        assert_eq!(page.status, 403, "{}", page.text());
    }

    async fn the_operator_lets_in_whoever_is_shut_out(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        save_with_code(&portal, &alice, &mut visitor, "203.0.113.7").await;
        assert!(administer::clear_addresses(portal.services(), "Alice").await.unwrap());
        assert!(!administer::clear_addresses(portal.services(), "Alice").await.unwrap());
        enter(&portal, &alice, "192.0.2.5").await;
    }

    async fn another_list_takes_a_second_factor(portal) {
        let (alice, mut visitor) = alice(&portal).await;
        portal.wait(310);
        visitor.open("/account/confirm").await;
        visitor.fill("password", &alice.password);
        visitor.press("Confirm").await;
        let page = save(&mut visitor, "203.0.113.7").await;
        assert_eq!(page.status, 422, "a session left open, and a password");
        visitor.fill("code", &alice.code(&portal));
        assert_eq!(visitor.press("Save").await.status, 303);
    }

    async fn a_cookie_copied_just_after_the_sign_in_opens_no_address_list(portal) {
        let (alice, mut owner) = alice(&portal).await;
        let mut thief = owner.thief().with_address("203.0.113.7");
        let page = save(&mut thief, "203.0.113.7\n192.0.2.5").await;
        assert_eq!(page.status, 422, "{}", page.text());
        assert!(page.problems()[0].starts_with("Enter the 6 digits"), "{:?}", page.problems());
        thief.fill("code", &alice.code(&portal));
        let page = thief.press("Save").await;
        assert!(page.problems()[0].starts_with("This code has been used."), "{:?}", page.problems());
        assert!(owner.open(HERE).await.text().contains("sign in from anywhere"));

        // The owner does it with the next code, which is kept for a second change.
        assert_eq!(save_with_code(&portal, &alice, &mut owner, "203.0.113.7").await.status, 303);
        assert!(owner.land().await.text().contains("sign in only from these addresses"));
        assert_eq!(owner.page().field_value("code"), None);
        assert_eq!(save(&mut owner, "203.0.113.7\n192.0.2.5").await.status, 303);
    }
}
