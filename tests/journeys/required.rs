//! Setting up a required second factor, and that it cannot be removed.

use crate::support::{
    people::{self, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};
use vestibule::flows::administer;

/// Enters the password, which leads to the required set-up.
async fn begin(portal: &TestPortal, person: &Person) -> Visitor {
    let mut visitor = portal.visitor();
    let page = person.give_password(&mut visitor).await;
    assert_eq!(
        (page.path.as_str(), page.heading().as_str()),
        ("/login/setup", "Set up two-factor authentication")
    );
    visitor
}

on_both_databases! {
    async fn the_first_sign_in_is_the_set_up_and_one_code_does_it_all(portal) {
        people::main_account(&portal).await;
        let mut bob = people::required_subaccount(&portal, "Bob").await;
        let mut visitor = begin(&portal, &bob).await;
        let page = visitor.page().clone();
        assert!(page.text().contains("Alice requires two-factor authentication for Bob"), "{}", page.text());
        assert_eq!(page.select("ol.steps > li").len(), 3);
        assert!(page.link("Security").is_none() && !page.has_button("Sign out"));
        bob.phone = Some(phone_of(&page));
        visitor.fill("code", &bob.wrong_code(&portal));
        let page = visitor.press("Confirm code").await;
        assert_eq!(page.status, 422);
        assert_eq!(phone_of(&page).secret, bob.phone.as_ref().unwrap().secret, "the same key");
        visitor.fill("code", &bob.code(&portal));
        assert_eq!(visitor.press("Confirm code").await.location(), Some("/login/recovery-codes"));
        let page = visitor.land().await;
        assert_eq!(page.heading(), "Two-factor authentication is on");
        assert_eq!(page.select("#recovery-codes li").len(), 10);
        visitor.press("Next").await;
        assert_eq!(visitor.land().await.heading(), "Your account");
        // Only once: from now on a code is required, and no set-up.
        bob.sign_in(&portal).await;
    }

    async fn an_open_session_is_sent_to_the_set_up_by_its_next_request(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        for path in ["/account", "/account/details", "/account/security/authenticator", "/account/confirm"] {
            assert_eq!(visitor.open(path).await.location(), Some("/login/setup"), "{path}");
        }
        let mut left_open = visitor.thief();
        let page = visitor.open("/login/setup").await;
        let phone = phone_of(&page);
        visitor.fill("code", &phone.code_at(portal.now()));
        visitor.press("Confirm code").await;
        assert_eq!(visitor.land().await.heading(), "Two-factor authentication is on");
        assert!(left_open.open("/account").await.location().unwrap().starts_with("/login?"));
    }

    async fn a_screen_left_open_links_no_stranger_s_app(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        portal.wait(300);
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        for path in ["/account", "/login/setup"] {
            let page = visitor.open(path).await;
            assert!(page.location().unwrap().starts_with("/login?"), "{page:?}");
        }
        begin(&portal, &bob).await;
    }

    async fn the_set_up_may_take_half_an_hour_and_keeps_its_key(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount(&portal, "Bob").await;
        let mut visitor = begin(&portal, &bob).await;
        let key = phone_of(visitor.page()).secret;
        portal.wait(20 * 60);
        assert_eq!(phone_of(&visitor.open("/login/setup").await).secret, key);
        assert_ne!(phone_of(begin(&portal, &bob).await.page()).secret, key, "another browser");
        let key = phone_of(&visitor.open("/login/setup").await).secret;
        visitor.press("Start over").await;
        assert_ne!(phone_of(&visitor.land().await).secret, key);
        portal.wait(10 * 60);
        assert!(visitor.open("/login/setup").await.location().unwrap().starts_with("/login?"));
    }

    async fn whoever_must_have_it_is_told_whom_to_ask_and_cannot_switch_it_off(portal) {
        people::main_account(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        visitor.open("/account/security/manage").await;
        let mut before = visitor.thief();
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();

        let page = visitor.open("/account/security/manage").await;
        assert!(!page.has_button("Disable two-factor authentication"));
        assert!(page.text().contains("Alice requires it"), "{}", page.text());
        assert!(visitor.open("/account/details").await.text().contains("required by Alice"));

        // The earlier form is refused although everything in it is right.
        portal.wait(30);
        let form = "form[action='/account/security/disable']";
        before.fill("password", &bob.password).fill("code", &bob.code(&portal));
        let page = before.press_in(form, "Disable two-factor authentication").await;
        assert_eq!(page.location(), Some("/account/security/manage#disable"));

        let mut recovered = portal.visitor();
        bob.give_password(&mut recovered).await;
        recovered.open("/login/recovery").await;
        recovered.fill("code", &bob.recovery_codes[0]);
        recovered.press("Log in").await;
        let page = recovered.land().await;
        assert!(!page.has_button("Turn 2FA off"));
        assert!(page.text().contains("Alice requires it"), "{}", page.text());
        // With everything that turning it off requires.
        recovered.open("/account/confirm?return_to=/account/recovered").await;
        recovered.fill("password", &bob.password);
        recovered.press("Confirm").await;
        let csrf = recovered.land().await.field_value("csrf").unwrap();
        let forged = recovered
            .request(reqwest::Method::POST, "/account/recovered/disable")
            .form(&[("csrf", csrf.as_str())])
            .like_a_form("same-origin")
            .send()
            .await;
        assert_eq!(forged.location(), Some("/account/recovered"));
        bob.sign_in(&portal).await;
    }

    async fn a_reset_leads_to_the_set_up_again_and_no_longer_required_to_the_account(portal) {
        people::main_account(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut visitor = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        administer::require_second_factor(portal.services(), "Bob").await.unwrap();
        administer::reset_second_factor(portal.services(), "Bob").await.unwrap();
        assert_eq!(bob.give_password(&mut portal.visitor()).await.path, "/login/email", "and then the set-up");
        assert!(administer::no_longer_require_second_factor(portal.services(), "Bob").await.unwrap().changed);
        assert_eq!(bob.give_password(&mut portal.visitor()).await.path, "/account");
    }
}
