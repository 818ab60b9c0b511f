//! An account is never opened with less than what protected it: not when more is required, not when a provider is
//! gone, not after a reset. Beside each path that is closed, the owner's still works.

use vestibule::{
    domain::policy::{FirstSignIn, Policy},
    flows::administer,
};

use crate::support::{
    people::{self, NUMBER, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

use super::raw_database::RawDatabase;

/// The page that follows the right password.
async fn after_password(portal: &TestPortal, person: &Person) -> (u16, String) {
    let page = person.give_password(&mut portal.visitor()).await;
    (page.status, page.heading())
}

/// Sets up an app on the page of a required set-up.
async fn set_up(portal: &TestPortal, person: &mut Person, visitor: &mut Visitor) {
    assert_eq!(visitor.page().heading(), "Set up two-factor authentication");
    person.phone = Some(phone_of(visitor.page()));
    visitor.fill("code", &person.code(portal));
    visitor.press("Confirm code").await;
    assert_eq!(visitor.land().await.heading(), "Two-factor authentication is on");
}

async fn with_app(portal: &TestPortal, username: &str) -> Person {
    let mut person = people::subaccount(portal, username).await;
    let mut visitor = person.sign_in(portal).await;
    person.set_up_authenticator(portal, &mut visitor).await;
    portal.mails().await;
    person
}

/// The tile that the board shows for an account.
async fn tile(visitor: &mut Visitor, username: &str) -> String {
    let page = visitor.open("/subaccounts").await;
    let names = page.select("tbody bdi");
    let place = names.iter().position(|name| name == username).unwrap();
    page.select("tbody .state").remove(place)
}

on_both_databases! {
    async fn where_codes_come_by_email_and_two_factor_becomes_mandatory_the_mailbox_comes_before_the_set_up(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        people::set_policy(&portal, "Alice", Policy { email_codes: true, ..Policy::default() }).await;
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        portal.mails().await;

        let mut thief = portal.visitor();
        let page = bob.give_password(&mut thief).await;
        assert_eq!(page.heading(), "Check your e-mail");
        assert!(page.text().contains("After the code you set up two-factor authentication"), "{}", page.text());
        assert_eq!(thief.open("/login/setup").await.location(), Some("/login/email"));
        thief.open("/login/email").await;
        thief.fill("code", "000000");
        assert_eq!(thief.press("Log in").await.status, 422);

        portal.wait(120);
        portal.mails().await;
        let mut owner = portal.visitor();
        people::give_mailed_code(&portal, &bob, &mut owner).await;
        set_up(&portal, &mut bob, &mut owner).await;
        bob.sign_in(&portal).await;
    }

    async fn an_open_session_by_password_alone_does_not_skip_what_the_next_sign_in_asks_for(portal) {
        people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let carol = people::subaccount(&portal, "Carol").await;
        let mut by_password = bob.sign_in(&portal).await;
        let mut never_protected = carol.sign_in(&portal).await;
        people::set_policy(&portal, "Alice", Policy { email_codes: true, ..Policy::default() }).await;
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        assert!(by_password.open("/account").await.location().unwrap().starts_with("/login?"), "not to a set-up");

        people::set_policy(&portal, "Alice", Policy::default()).await;
        administer::require_second_factor(portal.services(), "Carol").await.unwrap();
        assert_eq!(never_protected.open("/account").await.location(), Some("/login/setup"));
    }

    async fn a_stricter_first_sign_in_asks_a_proven_phone_before_the_set_up(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut first = portal.visitor();
        bob.give_password(&mut first).await;
        first.press("Send SMS").await;
        first.land().await;
        let code = portal.texts().pop().unwrap().code();
        first.fill("code", &code);
        first.press("Log in").await;

        people::set_policy(&portal, "Alice", Policy { first_sign_in: FirstSignIn::App, ..Policy::default() }).await;
        portal.wait(180);
        let mut owner = portal.visitor();
        assert_eq!(bob.give_password(&mut owner).await.path, "/login/backup", "the phone is proven");
        assert_eq!(owner.open("/login/setup").await.location(), Some("/login/backup"));
        owner.open("/login/backup").await;
        owner.press("Send SMS").await;
        owner.land().await;
        let code = portal.texts().pop().unwrap().code();
        owner.fill("code", &code);
        assert_eq!(owner.press("Log in").await.location(), Some("/login/setup"));
        owner.land().await;
        set_up(&portal, &mut bob, &mut owner).await;
    }

    async fn a_number_that_a_thief_proved_before_goes_when_its_owner_says_so(portal) {
        let (mut person, mut thief) = people::main_account(&portal).await;
        people::prove_number(&portal, &mut thief, NUMBER).await;

        let mut owner = portal.visitor();
        person.give_password(&mut owner).await;
        let page = owner.open("/account/security/authenticator").await;
        assert_eq!(page.select("legend .phone"), [NUMBER.replace(' ', "")]);
        person.phone = Some(phone_of(&page));
        for answer in [None, Some("+358401234500")] {
            owner.fill("code", &person.code(&portal));
            if let Some(answer) = answer {
                owner.tamper("phone", answer);
            }
            let page = owner.press("Enable").await;
            assert_eq!(page.status, 422, "{answer:?}");
            assert!(page.text().contains("Say whether this phone is yours"), "{}", page.text());
            assert_eq!(RawDatabase::of(&portal).count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        }
        portal.mails().await;
        owner.fill("code", &person.code(&portal));
        owner.choose("phone", "none");
        assert_eq!(owner.press("Enable").await.location(), Some("/account/security/recovery-codes"));
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 0);
        let mails = portal.mails().await;
        assert!(mails.iter().any(|mail| mail.text().contains("phone number")), "the owner is told");

        let mut thief = portal.visitor();
        person.give_password(&mut thief).await;
        assert!(!thief.open("/login/backup").await.has_button("Send SMS"));
    }

    async fn a_number_of_one_s_own_stays_when_two_factor_is_switched_on(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        people::prove_number(&portal, &mut visitor, NUMBER).await;
        person.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 1);
        portal.wait(180);
        let mut again = portal.visitor();
        person.give_password(&mut again).await;
        assert!(again.open("/login/backup").await.has_button("Send SMS"));
        // Replacing the app requires nothing more.
        person.set_up_authenticator(&portal, &mut visitor).await;
    }

    async fn a_number_that_our_own_settings_cut_off_is_a_refusal_that_says_whom_to_ask(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        assert_eq!(tile(&mut alice, "Bob").await, "By phone only");
        let portal = portal.with_phones(false).await;
        let (status, heading) = after_password(&portal, &bob).await;
        assert_eq!((status, heading.as_str()), (403, "You cannot sign in at the moment"));
        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        assert!(thief.page().text().contains("It is not your fault"), "{}", thief.page().text());
        for path in ["/login/setup", "/account", "/login/code"] {
            assert!(thief.open(path).await.location().unwrap().starts_with("/login"), "{path}");
        }
        // With the settings restored, the owner signs in as before.
        let portal = portal.with_phones(true).await;
        assert_eq!(bob.give_password(&mut portal.visitor()).await.path, "/login/backup");
    }

    async fn after_a_reset_the_mailbox_comes_before_the_set_up(portal) {
        people::main_account_with_totp(&portal).await;
        let mut bob = with_app(&portal, "Bob").await;
        administer::reset_second_factor(portal.services(), "Bob").await.unwrap();
        portal.mails().await;
        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        assert_eq!(thief.open("/login/setup").await.location(), Some("/login/email"));

        portal.wait(120);
        portal.mails().await;
        let mut owner = portal.visitor();
        people::give_mailed_code(&portal, &bob, &mut owner).await;
        set_up(&portal, &mut bob, &mut owner).await;
    }

    async fn where_nothing_can_be_sent_a_reset_shows_a_code_and_nothing_else_leads_to_the_set_up(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut bob = with_app(&portal, "Bob").await;
        let portal = portal.cut_off().await;
        let mut main = alice.sign_in(&portal).await;
        main.open("/subaccounts").await;
        main.click_in("tbody tr:last-child", "Change").await;
        portal.wait(30);
        let form = "form[action$='/reset']";
        main.fill("reason", "lost phone").fill("password", &alice.password).fill("code", &alice.code(&portal));
        main.press_in(form, "Reset two-factor authentication").await;
        let page = main.land().await;
        let code = page.select("#set-up-code").remove(0);
        assert_eq!(main.open(&page.path).await.select("#set-up-code").len(), 0, "shown once");
        assert_eq!(tile(&mut main, "Bob").await, "Needs help to sign in");

        let mut thief = portal.visitor();
        let page = bob.give_password(&mut thief).await;
        assert_eq!(page.heading(), "Enter your set-up code");
        assert_eq!(thief.open("/login/setup").await.location(), Some("/login/setup-code"));
        thief.open("/login/setup-code").await;
        for (typed, problem) in [("", "Enter the set-up code."), ("1234", "has 12 letters"), ("ABCD-EFGH-IJKL", "not your set-up code")] {
            thief.fill("code", typed);
            let page = thief.press("Continue").await;
            assert_eq!(page.status, 422, "{typed}");
            assert!(page.problems()[0].contains(problem), "{:?}", page.problems());
        }

        let mut owner = portal.visitor();
        bob.give_password(&mut owner).await;
        owner.fill("code", &code.to_lowercase());
        assert_eq!(owner.press("Continue").await.location(), Some("/login/setup"));
        owner.land().await;
        // It works once, also in another browser.
        thief.fill("code", &code);
        assert_eq!(thief.press("Continue").await.status, 422);
        set_up(&portal, &mut bob, &mut owner).await;
        bob.sign_in(&portal).await;
    }

    async fn wrong_set_up_codes_switch_no_codes_off_and_the_owner_s_right_one_counts(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut bob = with_app(&portal, "Bob").await;
        let portal = portal.cut_off().await;
        let mut main = alice.sign_in(&portal).await;
        main.open("/subaccounts").await;
        main.click_in("tbody tr:last-child", "Change").await;
        alice.justify(&portal, &mut main, "lost phone");
        main.press_in("form[action$='/reset']", "Reset two-factor authentication").await;
        let code = main.land().await.select("#set-up-code").remove(0);

        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        for guess in 0..25 {
            thief.fill("code", "ABCD-EFGH-IJKL");
            let page = thief.press("Continue").await;
            if guess == 5 {
                assert_eq!((page.status, page.header("retry-after")), (429, Some("30")));
            } else if guess < 5 {
                assert_eq!(page.status, 422);
            }
            if guess >= 5 {
                portal.wait(3600);
                thief = portal.visitor();
                bob.give_password(&mut thief).await;
            }
        }
        assert_eq!(RawDatabase::of(&portal).count("throttles WHERE kind = 'codes'"), 0, "a counter of its own");

        let mut owner = portal.visitor();
        assert_eq!(bob.give_password(&mut owner).await.heading(), "Enter your set-up code");
        portal.wait(3600);
        bob.give_password(&mut owner).await;
        owner.fill("code", &code);
        assert_eq!(owner.press("Continue").await.location(), Some("/login/setup"));
        owner.land().await;
        set_up(&portal, &mut bob, &mut owner).await;
    }

    async fn the_tile_on_the_board_is_what_the_sign_in_does(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let off = people::subaccount(&portal, "Off").await;
        let setup = people::required_subaccount(&portal, "Setup").await;
        let phone = people::required_subaccount_with_number(&portal, "Phone").await;
        let app = with_app(&portal, "App").await;
        let reset = with_app(&portal, "Reset").await;
        administer::reset_second_factor(portal.services(), "Reset").await.unwrap();
        let abroad = people::required_subaccount_at(&portal, "Abroad", "+49 30 901820").await;
        let portal = portal.rebuilt(|settings| {
            settings.phone.countries = vestibule::domain::phone_number::CountryPrefixes::parse("+358").unwrap();
        }).await;
        portal.wait(30);
        let mut alice = alice.sign_in(&portal).await;
        for (policy, expected) in [
            (Policy::default(), [
                (&off, "Off", "Your account"),
                (&setup, "Off", "Set up two-factor authentication"),
                (&phone, "By phone only", "Confirm it is you"),
                (&app, "On", "Enter your one-time password"),
                (&reset, "By e-mail only", "Check your e-mail"),
                (&abroad, "Needs help to sign in", "You cannot sign in at the moment"),
            ]),
            (Policy { email_codes: true, first_sign_in: FirstSignIn::App, ..Policy::default() }, [
                (&off, "By e-mail only", "Check your e-mail"),
                (&setup, "By e-mail only", "Check your e-mail"),
                (&phone, "By phone only", "Confirm it is you"),
                (&app, "On", "Enter your one-time password"),
                (&reset, "By e-mail only", "Check your e-mail"),
                (&abroad, "By e-mail only", "Check your e-mail"),
            ]),
        ] {
            people::set_policy(&portal, "Alice", policy).await;
            let rows = {
                let page = alice.open("/subaccounts").await;
                assert_eq!(page.status, 200, "{}", page.text());
                page.select("tbody bdi").into_iter().zip(page.select("tbody .state")).collect::<Vec<_>>()
            };
            for (person, state, heading) in expected {
                let shown = rows.iter().find(|(name, _)| *name == person.username).map(|(_, state)| state.as_str());
                assert_eq!(shown, Some(state), "{}", person.username);
                assert_eq!(after_password(&portal, person).await.1, heading, "{}", person.username);
            }
        }
    }
}
