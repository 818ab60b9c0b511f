//! An account that was once protected is not treated as unprotected later: not when a number is removed, not when an
//! app is turned off, not by another policy. Beside each path that is closed, the owner's still works.

use vestibule::{domain::policy::Policy, flows::administer};

use super::{is_inside, raw_database::RawDatabase};
use crate::support::{
    people::{self, NUMBER, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const DETAILS: &str = "/account/details";

fn page_of(portal: &TestPortal, username: &str) -> String {
    let sql = format!("SELECT id AS line FROM accounts WHERE username = '{username}'");
    format!("/subaccounts/{}", RawDatabase::of(portal).lines(&sql).remove(0))
}

/// A person with only the password gets to a page, and to no set-up.
async fn assert_stopped_at(portal: &TestPortal, person: &Person, path: &str) {
    let mut thief = portal.visitor();
    assert_eq!(person.give_password(&mut thief).await.path, path);
    for inside in ["/login/setup", "/account"] {
        assert_eq!(thief.open(inside).await.location(), Some(path), "{inside}");
    }
}

/// The owner gets to the set-up with the code that is mailed, and completes it.
async fn set_up_by_mail(portal: &TestPortal, person: &mut Person) {
    portal.wait(180);
    portal.mails().await;
    let mut owner = portal.visitor();
    people::give_mailed_code(portal, person, &mut owner).await;
    set_up(portal, person, &mut owner).await;
}

async fn set_up(portal: &TestPortal, person: &mut Person, visitor: &mut Visitor) {
    assert_eq!(visitor.page().heading(), "Set up two-factor authentication");
    person.phone = Some(phone_of(visitor.page()));
    visitor.fill("code", &person.code(portal));
    visitor.press("Confirm code").await;
    assert_eq!(visitor.land().await.heading(), "Two-factor authentication is on");
}

on_both_databases! {
    async fn a_number_that_is_removed_in_a_session_opens_no_set_up_to_the_password_alone(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let never = people::required_subaccount(&portal, "Never").await;
        let mut thief = people::sign_in_by_sms(&portal, &bob).await.thief();
        thief.open(DETAILS).await;
        thief.fill("phone", "");
        assert_eq!(thief.press("Save").await.location(), Some(DETAILS));
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 0);

        assert_stopped_at(&portal, &bob, "/login/email").await;
        set_up_by_mail(&portal, &mut bob).await;
        // If there never was more than a password, it leads to the set-up.
        assert_eq!(never.give_password(&mut portal.visitor()).await.path, "/login/setup");
    }

    async fn a_number_that_a_manager_removes_opens_no_set_up_to_the_password_alone(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        people::sign_in_by_sms(&portal, &bob).await;
        manager.open(&page_of(&portal, "Bob")).await;
        manager.fill("phone", "");
        assert_eq!(manager.press("Save").await.status, 422);
        alice.justify(&portal, &mut manager, "lost phone");
        assert_eq!(manager.press("Save").await.status, 303);
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 0);

        assert_stopped_at(&portal, &bob, "/login/email").await;
        set_up_by_mail(&portal, &mut bob).await;
    }

    async fn where_no_mail_is_sent_either_a_reset_shows_the_code_that_leads_to_the_set_up(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut session = people::sign_in_by_sms(&portal, &bob).await;
        session.open(DETAILS).await;
        session.fill("phone", "");
        session.press("Save").await;
        let portal = portal.cut_off().await;
        let mut thief = portal.visitor();
        let page = bob.give_password(&mut thief).await;
        assert_eq!((page.status, page.heading().as_str()), (403, "You cannot sign in at the moment"));
        assert!(page.text().contains("set-up code"), "{}", page.text());

        let reset = administer::reset_second_factor(portal.services(), "Bob").await.unwrap();
        let code = reset.set_up_code.expect("a code to hand over").grouped().to_string();
        assert_stopped_at(&portal, &bob, "/login/setup-code").await;
        let mut owner = portal.visitor();
        bob.give_password(&mut owner).await;
        owner.fill("code", &code);
        assert_eq!(owner.press("Continue").await.location(), Some("/login/setup"));
        owner.land().await;
        set_up(&portal, &mut bob, &mut owner).await;
    }

    async fn an_app_that_its_owner_switched_off_counts_once_two_factor_is_required(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut owner = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut owner).await;
        portal.wait(30);
        owner.open("/account/security/manage").await;
        owner.fill("password", &bob.password).fill("code", &bob.code(&portal));
        let form = "form[action='/account/security/disable']";
        assert_eq!(owner.press_in(form, "Disable two-factor authentication").await.status, 303);
        bob.phone = None;
        // Its owner has chosen to do without, until more is required.
        bob.sign_in(&portal).await;
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        assert_stopped_at(&portal, &bob, "/login/email").await;
        set_up_by_mail(&portal, &mut bob).await;
    }

    async fn codes_by_mail_that_were_switched_off_count_once_two_factor_is_required(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        people::give_mailed_code(&portal, &bob, &mut portal.visitor()).await;
        people::set_policy(&portal, "Alice", Policy::default()).await;
        portal.wait(180);
        assert_stopped_at(&portal, &bob, "/login/email").await;
        set_up_by_mail(&portal, &mut bob).await;
    }

    async fn a_number_that_was_given_comes_before_the_set_up_where_first_sign_ins_are_by_app(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        alice.open("/policy").await;
        alice.choose("first_sign_in", "app");
        assert_eq!(alice.press("Save").await.status, 303);
        assert_stopped_at(&portal, &bob, "/login/backup").await;
        let mut owner = people::sign_in_by_sms(&portal, &bob).await;
        assert_eq!(owner.page().path, "/login/setup", "by app: it cannot wait");
        set_up(&portal, &mut bob, &mut owner).await;
    }

    async fn another_first_sign_in_asks_for_a_code_both_ways(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        for first in ["app", "phone"] {
            portal.wait(30);
            let mut copied = alice.sign_in(&portal).await.thief();
            copied.open("/policy").await;
            copied.choose("first_sign_in", first);
            assert_eq!(copied.press("Save").await.status, 422, "{first}");
            portal.wait(30);
            copied.open("/policy").await;
            copied.choose("first_sign_in", first).fill("code", &alice.code(&portal));
            assert_eq!(copied.press("Save").await.status, 303, "{first}");
        }
    }

    async fn a_manager_without_a_second_factor_turns_no_code_to_the_mailbox_into_one_to_a_phone(portal) {
        people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let carol = people::subaccount(&portal, "Carol").await;
        people::subaccount(&portal, "Never").await;
        // Carol's codes were turned off again.
        people::ask_for_codes_by_email(&portal, "Alice").await;
        people::give_mailed_code(&portal, &carol, &mut portal.visitor()).await;
        people::set_policy(&portal, "Alice", Policy::default()).await;
        let (_, mut manager) = people::manager_signed_in(&portal).await;
        let save = async |manager: &mut Visitor, username: &str, number: &str| {
            manager.open(&page_of(&portal, username)).await;
            manager.tick("two_factor_required").fill("phone", number);
            manager.press("Save").await
        };
        let page = save(&mut manager, "Carol", "+358 40 7654321").await;
        assert_eq!(page.status, 422, "what protected it once is not forgotten");
        // An unprotected account is given its first number by any of its managers.
        assert_eq!(save(&mut manager, "Never", NUMBER).await.status, 303);
        let page = save(&mut manager, "Never", "").await;
        assert_eq!(page.status, 422, "and from then on the number is what protects it");
        assert!(page.problems()[0].contains("for your own account first"), "{:?}", page.problems());

        let (mallory, mut manager) = (people::manager(&portal, "Max").await, portal.visitor());
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.mails().await;
        people::give_mailed_code(&portal, &mallory, &mut manager).await;
        assert_eq!(save(&mut manager, "Bob", "+358 40 7654321").await.status, 422);
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 1);
        portal.wait(120);
        portal.mails().await;
        assert_eq!(bob.give_password(&mut portal.visitor()).await.path, "/login/email");
    }

    async fn a_manager_with_a_second_factor_and_a_reason_gives_a_number_to_a_protected_account(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        let page = manager.open(&page_of(&portal, "Bob")).await;
        assert!(page.text().contains("To change or remove it, you need to give a reason"), "{}", page.text());
        manager.tick("two_factor_required").fill("phone", NUMBER);
        let page = manager.press("Save").await;
        assert!(page.status == 422 && page.has_field("reason"), "{}", page.text());
        alice.justify(&portal, &mut manager, "works without mail");
        assert_eq!(manager.press("Save").await.status, 303, "{:?}", manager.page().problems());
        people::sign_in_by_sms(&portal, &bob).await;
    }


    async fn a_session_by_the_password_alone_ends_once_sign_ins_ask_for_more(portal) {
        let (alice, mut main) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let (mut thief, mut waiting) = (bob.sign_in(&portal).await, bob.sign_in(&portal).await);
        thief.open(DETAILS).await;
        thief.fill("email", "thief@example.com");
        waiting.open("/account/security/authenticator").await;
        let key = phone_of(waiting.page());
        waiting.fill("code", &key.code_at(portal.now()));
        main.open("/policy").await;
        main.tick("email_codes");
        assert_eq!(main.press("Save").await.status, 303);

        portal.mails().await;
        for (visitor, button) in [(&mut thief, "Save"), (&mut waiting, "Enable")] {
            assert!(visitor.press(button).await.location().unwrap().starts_with("/login"), "{button}");
            let page = visitor.land().await;
            assert!(page.text().contains("Sign in again"), "{}", page.text());
            assert!(!is_inside(visitor).await, "{button}");
        }
        assert!(portal.mails().await.is_empty(), "no code went to the thief's address");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1, "Alice's");
        // Turned off again, they do not come back.
        people::set_policy(&portal, "Alice", Policy::default()).await;
        assert!(!is_inside(&mut thief).await);

        // Its owner signs in with the code, and stays signed in; so does an owner with an app.
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.wait(120);
        portal.mails().await;
        let mut owner = portal.visitor();
        people::give_mailed_code(&portal, &bob, &mut owner).await;
        assert!(is_inside(&mut owner).await && is_inside(&mut main).await);
        people::set_policy(&portal, "Alice", Policy::default()).await;
        assert!(is_inside(&mut owner).await && is_inside(&mut alice.sign_in(&portal).await).await);
    }

    async fn what_stands_in_for_an_app_stays_in_whatever_is_demanded(portal) {
        let (mut alice, mut main) = people::main_account_with_totp(&portal).await;
        people::prove_number(&portal, &mut main, NUMBER).await;
        let mut by_code = portal.visitor();
        alice.give_password(&mut by_code).await;
        by_code.open("/login/recovery").await;
        by_code.fill("code", &alice.recovery_codes.remove(0));
        by_code.press("Log in").await;
        portal.wait(180);
        let mut by_phone = portal.visitor();
        alice.give_password(&mut by_phone).await;
        by_phone.open("/login/backup").await;
        by_phone.press("Send SMS").await;
        by_phone.land().await;
        let code = portal.texts().pop().expect("an SMS").code();
        by_phone.fill("code", &code);
        by_phone.press("Log in").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        administer::require_second_factor(portal.services(), "Alice").await.unwrap();
        for visitor in [&mut main, &mut by_code, &mut by_phone] {
            assert!(is_inside(visitor).await);
        }
    }

    async fn a_set_up_that_waits_on_the_password_alone_ends_once_sign_ins_ask_for_more(portal) {
        let (_, mut main) = people::main_account_with_totp(&portal).await;
        let bob = people::required_subaccount(&portal, "Bob").await;
        let mut carol = people::required_subaccount(&portal, "Carol").await;
        let (mut thief, mut other) = (portal.visitor(), portal.visitor());
        bob.give_password(&mut thief).await;
        let key = phone_of(thief.page());
        carol.give_password(&mut other).await;
        set_up(&portal, &mut carol, &mut other).await;
        // The first number requires no reason.
        main.open(&page_of(&portal, "Bob")).await;
        main.fill("phone", NUMBER);
        assert_eq!(main.press("Save").await.status, 303);

        thief.fill("code", &key.code_at(portal.now()));
        assert!(thief.press("Confirm code").await.location().unwrap().starts_with("/login?"));
        assert!(thief.open("/login/setup").await.location().unwrap().starts_with("/login"));
        assert_stopped_at(&portal, &bob, "/login/backup").await;
        people::sign_in_by_sms(&portal, &bob).await;
    }

    async fn a_set_up_that_waits_on_a_code_goes_on_when_more_is_demanded(portal) {
        let (_, mut main) = people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.mails().await;
        let mut owner = portal.visitor();
        people::give_mailed_code(&portal, &bob, &mut owner).await;
        main.open("/policy").await;
        main.fill("mandatory_from", "2027-01-01");
        assert_eq!(main.press("Save").await.status, 303);
        people::set_policy(&portal, "Alice", Policy::default()).await;
        set_up(&portal, &mut bob, &mut owner).await;
    }


    async fn a_code_that_was_mailed_ends_with_the_address_whoever_moves_it(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.mails().await;
        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        let code = people::mailed_code(&portal.mails().await, "added@example.com");
        manager.open(&page_of(&portal, "Bob")).await;
        manager.fill("email", "bob@example.org");
        manager.press("Save").await;
        alice.justify(&portal, &mut manager, "a stranger's mailbox");
        assert_eq!(manager.press("Save").await.status, 303);
        thief.fill("code", &code);
        let over = thief.press("Log in").await;
        assert!(over.location().is_some_and(|to| to.starts_with("/login?")), "{over:?}");
        // Signed in again, with a code to the address that counts.
        portal.wait(60);
        portal.mails().await;
        bob.give_password(&mut thief).await;
        let code = people::mailed_code(&portal.mails().await, "bob@example.org");
        thief.fill("code", &code);
        assert_eq!(thief.press("Log in").await.location(), Some("/account"));
    }

    async fn a_code_counts_only_where_its_account_is_reached(portal) {
        people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let carol = people::required_subaccount_with_number(&portal, "Carol").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        portal.mails().await;
        let (mut by_mail, mut by_phone) = (portal.visitor(), portal.visitor());
        bob.give_password(&mut by_mail).await;
        let mailed = people::mailed_code(&portal.mails().await, "added@example.com");
        carol.give_password(&mut by_phone).await;
        by_phone.press("Send SMS").await;
        by_phone.land().await;
        let sent = portal.texts().pop().expect("an SMS").code();
        // As if they had been in progress while address and number were changed.
        let mut raw_database = RawDatabase::of(&portal);
        for (email, number) in [("new@example.com", "+358407654321"), ("added@example.com", "+358401234567")] {
            raw_database.execute(&format!("UPDATE accounts SET email = '{email}' WHERE username = 'Bob'"));
            raw_database.execute(&format!("UPDATE phone_numbers SET number = '{number}'"));
            for (visitor, code) in [(&mut by_mail, &mailed), (&mut by_phone, &sent)] {
                visitor.fill("code", code);
                let status = visitor.press("Log in").await.status;
                assert_eq!(status, if email == "new@example.com" { 422 } else { 303 }, "{email}");
            }
        }
    }
}
