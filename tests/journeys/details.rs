//! Account details: the box, and the e-mail address.

use crate::support::{people, portal::on_both_databases};

const DETAILS: &str = "/account/details";

on_both_databases! {
    async fn the_box_alone_enables_nothing_and_leads_to_set_up(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open(DETAILS).await;
        assert!(!page.is_ticked("two_factor"));
        assert_eq!(page.link("Setup").as_deref(), Some("/account/security/authenticator"));
        visitor.tick("two_factor");
        visitor.press("Save").await;
        assert_eq!(visitor.land().await.heading(), "Set up two-factor authentication");
        assert!(!visitor.open(DETAILS).await.is_ticked("two_factor"));
    }

    async fn clearing_the_box_disables_nothing_and_leads_to_disable(portal) {
        let (_, mut visitor) = people::main_account_with_totp(&portal).await;
        assert!(visitor.open(DETAILS).await.is_ticked("two_factor"));
        visitor.untick("two_factor");
        assert_eq!(visitor.press("Save").await.location(), Some("/account/security/manage#disable"));
        assert!(visitor.land().await.has_button("Disable two-factor authentication"));
        assert!(visitor.open(DETAILS).await.is_ticked("two_factor"));
    }

    async fn the_e_mail_address_is_changed(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        people::move_to(&portal, &mut visitor, "new@example.com").await;
        let page = visitor.page();
        let said = "Your new e-mail address is confirmed.";
        assert!(page.text().contains(said), "{}", page.text());
        assert_eq!(page.field_value("email").as_deref(), Some("new@example.com"));
        assert!(!visitor.open(DETAILS).await.text().contains(said), "said once");
    }

    async fn the_code_for_another_e_mail_address_is_asked_for_where_nothing_reaches_a_phone(portal) {
        let portal = portal.with_phones(false).await;
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = alice.sign_in(&portal).await;
        visitor.open(DETAILS).await;
        visitor.fill("email", "new@example.com");
        assert_eq!(visitor.press("Save").await.status, 422, "the code of the sign-in is not enough");
        portal.wait(30);
        visitor.fill("current_code", &alice.code(&portal));
        assert_eq!(visitor.press("Save").await.status, 303);
    }

    async fn a_wrong_address_is_kept_and_said(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        visitor.open(DETAILS).await;
        visitor.fill("email", "nobody@");
        let page = visitor.press("Save").await;
        assert_eq!(page.status, 422);
        assert_eq!(page.field_value("email").as_deref(), Some("nobody@"));
        assert_eq!(page.problems(), ["Enter an e-mail address in the form name@example.com."]);
    }

    async fn a_change_confirms_the_password_first_and_keeps_what_was_typed(portal) {
        let (person, mut visitor) = people::main_account(&portal).await;
        portal.wait(300);
        visitor.open(DETAILS).await;
        visitor.fill("email", "new@example.com");
        visitor.press("Save").await;
        assert_eq!(visitor.land().await.heading(), "Confirm your password");
        visitor.fill("password", &person.password);
        visitor.press("Confirm").await;
        let page = visitor.land().await;
        assert_eq!(page.field_value("email").as_deref(), Some("new@example.com"), "typed before");
        assert_eq!(visitor.press("Save").await.location(), Some("/account/email"));
    }

    async fn what_was_typed_is_kept_for_its_account_alone(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        visitor.open(DETAILS).await;
        visitor.fill("email", "alice.private@example.com").tick("two_factor");
        visitor.press("Save").await;
        // She leaves, and her session ends by itself.
        portal.wait(30 * 60);
        assert_eq!(bob.give_password(&mut visitor).await.heading(), "Your account");
        let page = visitor.open(DETAILS).await;
        assert_eq!(page.field_value("email").as_deref(), Some("added@example.com"));
        portal.wait(30 * 60);
        assert_eq!(alice.give_password(&mut visitor).await.heading(), "Your account");
        let page = visitor.open(DETAILS).await;
        assert_eq!(page.field_value("email").as_deref(), Some("alice@example.com"), "and goes with another");
    }

    async fn what_was_typed_survives_the_way_through_set_up(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        visitor.open(DETAILS).await;
        visitor.fill("email", "new@example.com").tick("two_factor");
        visitor.press("Save").await;
        visitor.land().await;
        let page = visitor.open(DETAILS).await;
        assert_eq!(page.field_value("email").as_deref(), Some("new@example.com"));
        assert!(visitor.open("/account").await.text().contains("alice@example.com"), "nothing is saved yet");
    }
}
