//! A phone whose clock is wrong.

use crate::support::{
    people::{self, phone_of},
    portal::on_both_databases,
};

on_both_databases! {
    async fn two_codes_at_the_same_offset_tell_that_the_phone_is_behind(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(600);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let late = |portal: &crate::support::portal::TestPortal| person.code_at(portal.now() - 240);
        let page = person.give_code(&mut visitor, &late(&portal)).await;
        assert_eq!(page.status, 422);
        assert!(!page.text().contains("clock seems"), "one alone says nothing: {}", page.text());
        portal.wait(30);
        let page = person.give_code(&mut visitor, &late(&portal)).await;
        assert_eq!(page.status, 422, "never accepted");
        assert!(page.text().contains("clock seems to be about 4 minutes behind"), "{}", page.text());
        assert!(page.text().contains("Our clock shows 15 January 2027"), "{}", page.text());
        assert_eq!(person.give_code(&mut visitor, &person.code(&portal)).await.status, 303);
    }

    async fn a_phone_that_is_ahead_is_told_and_its_early_codes_never_count(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(600);
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let first = person.code_at(portal.now() + 300);
        let second = person.code_at(portal.now() + 330);
        person.give_code(&mut visitor, &first).await;
        portal.wait(30);
        let page = person.give_code(&mut visitor, &second).await;
        assert!(page.text().contains("clock seems to be about 5 minutes ahead"), "{}", page.text());
        portal.wait(270);
        for early in [first, second] {
            assert_eq!(person.give_code(&mut visitor, &early).await.status, 422, "seen ahead of its time");
            portal.wait(30);
        }
        assert_eq!(person.give_code(&mut visitor, &person.code(&portal)).await.status, 303);
    }

    async fn set_up_tells_it_too(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open("/account/security/authenticator").await;
        person.phone = Some(phone_of(&page));
        for seconds in [-180, -180] {
            visitor.fill("code", &person.code_at(portal.now() + seconds));
            assert_eq!(visitor.press("Enable").await.status, 422);
            portal.wait(30);
        }
        assert!(visitor.page().text().contains("about 3 minutes behind"), "{}", visitor.page().text());
    }
}
