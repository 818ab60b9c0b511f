//! Setting up an authenticator app.

use crate::support::{
    page::Page,
    people::{self, phone_of},
    portal::on_both_databases,
};

const SET_UP: &str = "/account/security/authenticator";

fn key(page: &Page) -> String {
    page.select("#key").concat().split_whitespace().collect()
}

on_both_databases! {
    async fn the_page_shows_the_key_three_ways(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        visitor.open("/account/security").await;
        let page = visitor.click("Enable two-factor authentication (2FA)").await;
        assert_eq!(page.heading(), "Set up two-factor authentication");
        let phone = phone_of(&page);
        assert_eq!(phone.issuer, "Acme Panel");
        assert_eq!(phone.label, "Acme Panel:Alice");
        assert_eq!(phone.secret.len(), 16);
        assert_eq!(key(&page), phone.secret);
        let groups: Vec<String> = page.select("#key span");
        assert!(groups.iter().all(|group| group.len() == 4), "{groups:?}");
        assert_eq!(page.select("#qr svg").len(), 1);
        assert_eq!(page.attribute("#code", "inputmode").as_deref(), Some("numeric"));
        assert_eq!(page.attribute("#code", "autocomplete").as_deref(), Some("one-time-code"));
        for app in ["2FAS", "Google Authenticator", "Aegis", "KeePassXC"] {
            assert!(page.link(app).is_some() || page.text().contains(app), "{app}");
        }
    }

    async fn nothing_is_on_before_a_right_code(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open(SET_UP).await;
        person.phone = Some(phone_of(&page));
        visitor.fill("code", &person.wrong_code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 422);
        let mut elsewhere = portal.visitor();
        let page = person.give_password(&mut elsewhere).await;
        assert_eq!(page.path, "/account", "not asked for a code");
        assert!(elsewhere.open("/account/security").await.link("Enable two-factor authentication (2FA)").is_some());
    }

    async fn the_key_stays_the_same_through_refresh_wrong_code_second_tab_and_new_sign_in(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let shown = key(&visitor.open(SET_UP).await);
        person.phone = Some(phone_of(visitor.page()));
        assert_eq!(key(&visitor.open(SET_UP).await), shown, "refresh");
        visitor.fill("code", &person.wrong_code(&portal));
        assert_eq!(key(&visitor.press("Enable").await), shown, "wrong code");
        visitor.fill("code", "12");
        assert_eq!(key(&visitor.press("Enable").await), shown, "no code");
        let mut tab = visitor.thief();
        assert_eq!(key(&tab.open(SET_UP).await), shown, "second tab");
        visitor.open("/account").await;
        visitor.press("Sign out").await;
        person.give_password(&mut visitor).await;
        assert_eq!(key(&visitor.open(SET_UP).await), shown, "new sign-in");
        visitor.fill("code", &person.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 303);
    }

    async fn a_key_that_a_thief_was_shown_first_is_not_the_one_that_the_owner_confirms(portal) {
        let (mut person, mut owner) = people::main_account(&portal).await;
        let mut thief = portal.visitor();
        person.give_password(&mut thief).await;
        let stolen = phone_of(&thief.open(SET_UP).await);

        let page = owner.open(SET_UP).await;
        assert_ne!(phone_of(&page).secret, stolen.secret);
        assert!(page.text().contains("started in another browser no longer works"), "{}", page.text());
        thief.fill("code", &stolen.code_at(portal.now()));
        let page = thief.press("Enable").await;
        assert_eq!(page.status, 422, "the thief's key is void");
        assert!(page.text().contains("started in another browser"), "{}", page.text());

        let page = owner.open(SET_UP).await;
        person.phone = Some(phone_of(&page));
        owner.fill("code", &person.code(&portal));
        assert_eq!(owner.press("Enable").await.status, 303);
        assert!(thief.open("/account").await.location().unwrap().starts_with("/login"));
        portal.wait(30);
        let mut thief = portal.visitor();
        person.give_password(&mut thief).await;
        assert_eq!(person.give_code(&mut thief, &stolen.code_at(portal.now())).await.status, 422);
        person.sign_in(&portal).await;
    }

    async fn a_key_ends_with_the_password_that_it_was_begun_with(portal) {
        let (mut person, mut owner) = people::main_account(&portal).await;
        let before = phone_of(&owner.open(SET_UP).await);
        owner.open("/account/password").await;
        owner.fill("password", &person.password).fill("new_password", "another lantern sock ferry");
        assert_eq!(owner.press("Change password").await.status, 303);
        let page = owner.open(SET_UP).await;
        let after = phone_of(&page);
        assert_ne!(after.secret, before.secret);
        assert!(!page.text().contains("started in another browser"), "{}", page.text());
        owner.fill("code", &before.code_at(portal.now()));
        assert_eq!(owner.press("Enable").await.status, 422);
        person.phone = Some(after);
        owner.fill("code", &person.code(&portal));
        assert_eq!(owner.press("Enable").await.status, 303);
    }

    async fn after_thirty_minutes_there_is_a_new_key_and_the_old_one_enables_nothing(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let shown = key(&visitor.open(SET_UP).await);
        person.phone = Some(phone_of(visitor.page()));
        portal.wait(1799);
        visitor.open("/account").await;
        visitor.press("Sign out").await;
        person.give_password(&mut visitor).await;
        assert_eq!(key(&visitor.open(SET_UP).await), shown);
        portal.wait(1);
        visitor.fill("code", &person.code(&portal));
        let page = visitor.press("Enable").await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("older than 30 minutes"), "{}", page.text());
        assert_ne!(key(&page), shown);
        visitor.fill("code", &person.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 422, "the old key's code");
    }

    async fn start_over_makes_a_new_key_and_says_what_to_do(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let before = visitor.open(SET_UP).await;
        person.phone = Some(phone_of(&before));
        visitor.press("Start over").await;
        let page = visitor.land().await;
        assert_ne!(key(&page), key(&before));
        assert!(page.text().contains("Delete the entry you scanned before"), "{}", page.text());
        visitor.fill("code", &person.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 422, "the old key's code");
        person.phone = Some(phone_of(visitor.page()));
        visitor.fill("code", &person.code(&portal));
        assert_eq!(visitor.press("Enable").await.status, 303);
    }

    async fn enabling_ends_the_account_s_other_sessions_and_keeps_this_one(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        let mut elsewhere = person.sign_in(&portal).await;
        person.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(visitor.open("/account").await.status, 200);
        assert_eq!(elsewhere.open("/account").await.location(), Some("/login?ended"));
    }

    async fn the_key_is_shown_nowhere_after_it_was_confirmed(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        let secret = person.phone.as_ref().unwrap().secret.clone();
        for path in ["/account", "/account/details", "/account/security", "/account/security/manage", SET_UP] {
            let page = visitor.open(path).await;
            assert_eq!(page.status, 200, "{path}");
            let dense: String = page.html.split_whitespace().collect();
            assert!(!dense.contains(&secret) && !dense.replace("</span><span>", "").contains(&secret), "{path}");
        }
    }

    async fn an_older_sign_in_confirms_the_password_first_and_comes_back(portal) {
        let (person, mut visitor) = people::main_account(&portal).await;
        portal.wait(300);
        assert_eq!(visitor.open("/account").await.status, 200, "looking needs no password");
        visitor.open(SET_UP).await;
        let page = visitor.land().await;
        assert_eq!(page.heading(), "Confirm your password");
        visitor.fill("password", "not the password");
        let page = visitor.press("Confirm").await;
        assert_eq!(page.status, 422);
        assert_eq!(page.problems(), ["The password is not right."]);
        visitor.fill("password", &person.password);
        visitor.press("Confirm").await;
        assert_eq!(visitor.land().await.heading(), "Set up two-factor authentication");
    }

    async fn a_button_pressed_too_late_confirms_the_password_and_is_pressed_again(portal) {
        let (person, mut visitor) = people::main_account(&portal).await;
        for button in ["Enable", "Start over"] {
            let before = key(&visitor.open(SET_UP).await);
            portal.wait(300);
            visitor.press(button).await;
            assert_eq!(visitor.land().await.heading(), "Confirm your password", "{button}");
            visitor.fill("password", &person.password);
            visitor.press("Confirm").await;
            assert_eq!(key(&visitor.land().await), before, "{button} was not done yet");
        }
        let before = key(visitor.page());
        visitor.press("Start over").await;
        assert_ne!(key(&visitor.land().await), before);
    }

    async fn keys_of_32_characters_are_made_where_the_operator_wants_them(portal) {
        let portal = portal
            .rebuilt(|settings| {
                settings.sign_in.key_length = vestibule::domain::authenticator::totp::KeyLength::Chars32;
            })
            .await;
        let (mut person, mut visitor) = people::main_account(&portal).await;
        person.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(person.phone.as_ref().unwrap().secret.len(), 32);
        person.sign_in(&portal).await;
    }
}
