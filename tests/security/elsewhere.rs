//! What a copied cookie can do at another address, and what a password, a mailbox or a manager's password can do
//! without a second factor.

use vestibule::flows::{administer, forgotten_password};

use super::raw_database::RawDatabase;
use crate::support::{
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const AUTHENTICATOR: &str = "/account/security/authenticator";
const THEIRS: &str = "203.0.113.66";

/// A person at another address with the current cookies of this browser.
fn copied(visitor: &Visitor) -> Visitor {
    visitor.thief().with_address(THEIRS)
}

/// The page shows a thief neither a key nor a form that makes a change, but asks for a password.
async fn asks_for_a_password(thief: &mut Visitor, path: &str) {
    thief.open(path).await;
    let page = thief.land().await;
    assert!(page.select("#key").is_empty(), "{path}: {}", page.text());
    assert_eq!(page.heading(), "Confirm your password", "{path}: {}", page.text());
}

/// Sets up an app as a thief would, if the page lets them.
async fn sets_up(portal: &TestPortal, thief: &mut Visitor, path: &str) -> bool {
    thief.open(path).await;
    let page = thief.land().await;
    if page.select("#key").is_empty() {
        return false;
    }
    let phone = people::phone_of(&page);
    thief.fill("code", &phone.code_at(portal.now()));
    let button = if path == AUTHENTICATOR {
        "Enable"
    } else {
        "Confirm code"
    };
    thief.press(button).await.status == 303
}

/// The owner enters a code of the app if a change of the number requires one.
async fn step_up(portal: &TestPortal, owner: &Person, visitor: &mut Visitor) {
    visitor.open("/account/details").await;
    portal.wait(30);
    visitor
        .fill("phone", people::NUMBER)
        .fill("current_code", &owner.code(portal));
    assert_eq!(visitor.press("Save").await.status, 303);
}

on_both_databases! {
    async fn what_an_owner_just_proved_is_leave_for_nobody_elsewhere(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = alice.sign_in(&portal).await;
        step_up(&portal, &alice, &mut visitor).await;
        let mut thief = copied(&visitor);
        for path in [AUTHENTICATOR, "/account/security/ip", "/policy"] {
            asks_for_a_password(&mut thief, path).await;
        }
        thief.open("/account/details").await;
        thief.fill("email", "thief@example.com");
        thief.press("Save").await;
        assert_eq!(thief.land().await.heading(), "Confirm your password");
        // The owner continues without being asked.
        let page = visitor.open(AUTHENTICATOR).await;
        assert!(!page.select("#key").is_empty(), "{}", page.text());
    }

    async fn a_password_that_the_owner_confirms_makes_nothing_fresh_elsewhere(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        visitor.click("Use a recovery code").await;
        visitor.fill("code", &alice.recovery_codes[0]);
        visitor.press("Log in").await;
        let page = visitor.land().await;
        assert!(page.has_button("Turn 2FA off"), "{}", page.text());
        let mut thief = copied(&visitor);
        visitor.open("/account/confirm").await;
        visitor.fill("password", &alice.password);
        visitor.press("Confirm").await;
        let mut late = copied(&visitor);
        for thief in [&mut thief, &mut late] {
            let token = visitor.open("/account/recovered").await.field_value("csrf").unwrap();
            let answer = thief.post_form("/account/recovered/disable", format!("csrf={token}")).await;
            assert!(answer.status != 200, "{}", answer.text());
            assert_eq!(RawDatabase::of(&portal).count("totp_authenticators"), 1, "2FA is on");
        }
        visitor.open("/account/recovered").await;
        visitor.press("Turn 2FA off").await;
        assert_eq!(RawDatabase::of(&portal).count("totp_authenticators"), 0, "its owner may");
    }

    async fn a_set_up_that_is_required_goes_on_where_it_began(portal) {
        people::main_account(&portal).await;
        let mut carol = people::subaccount(&portal, "Carol").await;
        let mut visitor = carol.sign_in(&portal).await;
        carol.set_up_authenticator(&portal, &mut visitor).await;
        administer::reset_second_factor(portal.services(), "carol").await.unwrap();
        let mut visitor = portal.visitor();
        people::give_mailed_code(&portal, &carol, &mut visitor).await;
        assert_eq!(visitor.page().path, "/login/setup");
        let mut thief = copied(&visitor);
        assert!(!sets_up(&portal, &mut thief, "/login/setup").await);
        portal.wait(330);
        assert!(!sets_up(&portal, &mut thief, "/login/setup").await);
        assert!(sets_up(&portal, &mut visitor, "/login/setup").await, "its owner goes on");
        // The codes that are shown now are also only for the owner.
        let mut thief = copied(&visitor);
        let shown = visitor.land().await.select("#recovery-codes li");
        assert_eq!(shown.len(), 10);
        for path in ["/login/recovery-codes", "/account/security/recovery-codes", "/account/security/recovery-codes/download"] {
            let page = thief.open(path).await;
            assert!(shown.iter().all(|code| !page.html.contains(code.as_str())), "{path}");
        }
        assert_eq!(visitor.open("/login/recovery-codes").await.select("#recovery-codes li"), shown);
    }

    async fn what_was_typed_elsewhere_is_filled_in_nowhere_else(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let mut thief = copied(&visitor);
        thief.open("/account/details").await;
        thief.fill("email", "thief@example.com");
        thief.press("Save").await;
        let page = visitor.open("/account/details").await;
        assert_eq!(page.field_value("email").as_deref(), Some("alice@example.com"));
        // The owner's input is kept through the password.
        portal.wait(300);
        visitor.open("/account/details").await;
        visitor.fill("email", "alice@example.org");
        visitor.press("Save").await;
        let page = alice.confirm_password(&mut visitor).await;
        assert_eq!(page.field_value("email").as_deref(), Some("alice@example.org"));
    }

    async fn an_account_without_a_second_factor_is_not_taken_over_by_a_copied_cookie(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let mut thief = copied(&visitor);
        assert!(!sets_up(&portal, &mut thief, AUTHENTICATOR).await);
        asks_for_a_password(&mut thief, "/policy").await;
        thief.open("/account/details").await;
        thief.fill("email", "thief@example.com");
        thief.press("Save").await;
        assert_eq!(thief.land().await.heading(), "Confirm your password");
        assert!(sets_up(&portal, &mut visitor, AUTHENTICATOR).await, "its owner may");
    }

    async fn an_app_that_a_manager_s_password_set_up_vouches_for_nothing_for_a_day(portal) {
        people::main_account(&portal).await;
        let mut manager = people::manager(&portal, "Mona").await;
        people::required_subaccount_with_number(&portal, "Carol").await;
        let mut visitor = manager.sign_in(&portal).await;
        let page = visitor.open(AUTHENTICATOR).await;
        manager.phone = Some(people::phone_of(&page));
        visitor.fill("code", &manager.code(&portal));
        visitor.press("Enable").await;
        let ids = RawDatabase::of(&portal).lines("SELECT id AS line FROM accounts WHERE username LIKE 'Carol%'");
        let path = format!("/subaccounts/{}", ids[0]);
        visitor.open(&path).await;
        manager.justify(&portal, &mut visitor, "lost phone");
        let page = visitor.press("Reset two-factor authentication").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("Your own two-factor authentication is less than 24 hours old"), "{:?}", page.problems());
        // Nor does a replacement.
        portal.wait(30);
        let page = visitor.open(AUTHENTICATOR).await;
        manager.phone = Some(people::phone_of(&page));
        visitor.fill("code", &manager.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 303);
        visitor.open(&path).await;
        manager.justify(&portal, &mut visitor, "lost phone");
        let page = visitor.press("Reset two-factor authentication").await;
        assert!(page.problems()[0].contains("Your own two-factor authentication is less than 24 hours old"), "{:?}", page.problems());
        portal.wait(24 * 3600);
        let mut visitor = manager.sign_in(&portal).await;
        visitor.open(&path).await;
        manager.justify(&portal, &mut visitor, "lost phone");
        assert_eq!(visitor.press("Reset two-factor authentication").await.status, 303, "a day later");
    }

    async fn a_given_number_that_cannot_be_reached_opens_nothing_to_a_password_alone(portal) {
        people::main_account(&portal).await;
        let carol = people::required_subaccount_with_number(&portal, "Carol").await;
        people::set_policy(&portal, &people::called("Alice"), vestibule::domain::policy::Policy {
            first_sign_in: vestibule::domain::policy::FirstSignIn::App,
            ..vestibule::domain::policy::Policy::default()
        }).await;
        assert_eq!(carol.give_password(&mut portal.visitor()).await.path, "/login/backup");
        let portal = portal.with_phones(false).await;
        assert_eq!(carol.give_password(&mut portal.visitor()).await.path, "/login/email");
        let portal = portal.cut_off().await;
        let page = carol.give_password(&mut portal.visitor()).await;
        assert_eq!(page.status, 403, "{}", page.text());
    }

    async fn a_mailbox_that_the_password_came_to_is_not_the_second_factor_after_a_reset(portal) {
        people::main_account(&portal).await;
        let mut carol = people::subaccount(&portal, "Carol").await;
        let mut visitor = carol.sign_in(&portal).await;
        carol.set_up_authenticator(&portal, &mut visitor).await;
        let forgot = async |portal: &TestPortal| {
            let mut thief = portal.visitor();
            thief.open("/forgotten-password").await;
            thief.fill("username", "carol");
            thief.press("Send link").await;
            forgotten_password::round(portal.services()).await.unwrap();
            let link = portal.mailed_path("/new-password/").await;
            thief.open(&link).await;
            thief.fill("password", "thimble gravel orbit plum");
            assert_eq!(thief.press("Set password").await.status, 303);
        };
        forgot(&portal).await;
        let reset = administer::reset_second_factor(portal.services(), "carol").await.unwrap();
        let code = reset.set_up_code.expect("a code to hand over");
        "thimble gravel orbit plum".clone_into(&mut carol.password);
        let mut visitor = portal.visitor();
        assert_eq!(carol.give_password(&mut visitor).await.path, "/login/setup-code");
        visitor.fill("code", &code.grouped());
        visitor.press("Continue").await;
        assert_eq!(visitor.land().await.path, "/login/setup");
        let page = visitor.page().clone();
        carol.phone = Some(people::phone_of(&page));
        visitor.fill("code", &carol.code(&portal));
        visitor.press("Confirm code").await;

        // A person who proved the app after the link is trusted.
        portal.wait(3600);
        forgot(&portal).await;
        carol.sign_in(&portal).await;
        assert!(administer::reset_second_factor(portal.services(), "carol").await.unwrap().set_up_code.is_none());
        assert_eq!(carol.give_password(&mut portal.visitor()).await.path, "/login/email");
    }

    async fn a_number_that_somebody_else_gave_is_asked_about_before_2fa_is_on(portal) {
        people::main_account(&portal).await;
        let mut carol = people::subaccount(&portal, "Carol").await;
        let id = RawDatabase::of(&portal).lines("SELECT id AS line FROM accounts WHERE username LIKE 'Carol%'").remove(0);
        RawDatabase::of(&portal).execute(&format!(
            "INSERT INTO phone_numbers (account_id, number, created_at) VALUES ('{id}', '+358401234599', 1)"
        ));
        let mut visitor = carol.sign_in(&portal).await;
        let page = visitor.open(AUTHENTICATOR).await;
        carol.phone = Some(people::phone_of(&page));
        visitor.fill("code", &carol.code(&portal));
        let page = visitor.press("Enable").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("Say whether this phone is yours"), "{:?}", page.problems());
        visitor.choose("phone", "none");
        visitor.fill("code", &carol.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 303);
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 0);
    }

    async fn a_number_that_was_given_is_asked_about_in_a_required_set_up_too(portal) {
        people::main_account(&portal).await;
        let mut carol = people::required_subaccount_with_number(&portal, "Carol").await;
        people::set_policy(&portal, &people::called("Alice"), vestibule::domain::policy::Policy {
            first_sign_in: vestibule::domain::policy::FirstSignIn::App,
            ..vestibule::domain::policy::Policy::default()
        }).await;
        let portal = portal.with_phones(false).await;
        let mut visitor = portal.visitor();
        let page = people::give_mailed_code(&portal, &carol, &mut visitor).await;
        assert!(page.text().contains("your phone?"), "{}", page.text());
        carol.phone = Some(people::phone_of(&page));
        visitor.fill("code", &carol.code(&portal));
        let page = visitor.press("Confirm code").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("Say whether this phone is yours"), "{:?}", page.problems());
        visitor.choose("phone", &people::NUMBER.replace(' ', "")).fill("code", &carol.code(&portal));
        assert_eq!(visitor.press("Confirm code").await.status, 303);
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers"), 1, "kept, because its owner said so");
    }

    async fn a_number_that_a_manager_exchanged_meanwhile_is_asked_about(portal) {
        people::main_account(&portal).await;
        let mut carol = people::required_subaccount_with_number(&portal, "Carol").await;
        let mut visitor = people::sign_in_by_sms(&portal, &carol).await;
        let proven = visitor.open(AUTHENTICATOR).await;
        assert!(!proven.text().contains("your phone?"), "its code was just typed");
        RawDatabase::of(&portal).execute("UPDATE phone_numbers SET number = '+358401234599', proven_at = NULL");
        let page = visitor.open(AUTHENTICATOR).await;
        carol.phone = Some(people::phone_of(&page));
        visitor.fill("code", &carol.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 422);
        visitor.choose("phone", "none").fill("code", &carol.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 303);
    }

    async fn a_password_that_the_owner_typed_makes_nothing_fresh_where_a_code_is_typed(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut owner = portal.visitor();
        alice.give_password(&mut owner).await;
        let mut thief = owner.thief().with_address("198.51.100.77");
        thief.open("/login/recovery").await;
        thief.fill("code", &alice.recovery_codes[0]);
        thief.press("Log in").await;
        for page in [AUTHENTICATOR, "/account/security/ip"] {
            let location = thief.open(page).await.location().unwrap_or_default().to_owned();
            assert!(location.starts_with("/account/confirm"), "{page}: {location}");
        }
        // A person whose address changed meanwhile signs in, and enters the password for a change.
        let mut owner = portal.visitor();
        alice.give_password(&mut owner).await;
        let mut owner = owner.thief().with_address("198.51.100.78");
        portal.wait(60);
        alice.give_code(&mut owner, &alice.code(&portal)).await;
        assert_eq!(owner.land().await.heading(), "Your account");
        owner.open(AUTHENTICATOR).await;
        assert_ne!(alice.confirm_password(&mut owner).await.heading(), "Confirm it is you");
    }

    async fn a_mailbox_that_the_password_came_to_does_not_wait_for_a_manager_who_helps(portal) {
        let (alice, mut manager) = people::main_account_with_totp(&portal).await;
        let mut carol = people::required_subaccount_with_number(&portal, "Carol").await;
        people::sign_in_by_sms(&portal, &carol).await;
        // The reader of the mail chooses a password.
        let mut thief = portal.visitor();
        thief.open("/forgotten-password").await;
        thief.fill("username", "carol");
        thief.press("Send link").await;
        forgotten_password::round(portal.services()).await.unwrap();
        thief.open(&portal.mailed_path("/new-password/").await).await;
        thief.fill("password", "thimble gravel orbit plum");
        assert_eq!(thief.press("Set password").await.status, 303);
        "thimble gravel orbit plum".clone_into(&mut carol.password);
        assert_eq!(carol.give_password(&mut thief).await.path, "/login/backup");
        // The owner has lost the phone, and a manager removes its number.
        let id = RawDatabase::of(&portal).lines("SELECT id AS line FROM accounts WHERE username = 'Carol'").remove(0);
        manager.open(&format!("/subaccounts/{id}")).await;
        manager.fill("phone", "");
        alice.justify(&portal, &mut manager, "lost phone");
        assert_eq!(manager.press("Save").await.status, 303);
        let shown = manager.land().await.text();
        assert!(shown.contains("et-up code"), "handed over: {shown}");
        assert_eq!(carol.give_password(&mut portal.visitor()).await.path, "/login/setup-code");
    }
}
