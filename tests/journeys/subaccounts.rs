//! Managing the subaccounts of a main account: adding, finding, changing, resetting, deleting.

use crate::support::{
    page::Page,
    people::{self, PASSWORD, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

/// Adds a user with the form; returns the invitation's path, as shown.
async fn add_user(portal: &TestPortal, visitor: &mut Visitor, username: &str, required: bool) -> String {
    visitor.open("/subaccounts").await;
    visitor.click("Add user").await;
    visitor
        .fill("username", username)
        .fill("email", "person@example.com");
    if required {
        visitor.tick("two_factor_required");
    }
    visitor.press("Create").await;
    let page = visitor.land().await;
    assert_eq!(page.heading(), format!("Change {username}"));
    assert!(
        page.text()
            .contains("An e-mail with a link to choose a password is on its way."),
        "{}",
        page.text()
    );
    portal.mailed_invitation().await
}

/// Chooses a password with the link; returns the person who can sign in now.
async fn accept(portal: &TestPortal, path: &str, username: &str) -> Person {
    let mut visitor = portal.visitor();
    visitor.open(path).await;
    visitor.fill("password", PASSWORD);
    assert_eq!(
        visitor.press("Set password").await.location(),
        Some("/login?password-set")
    );
    Person {
        username: username.to_owned(),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    }
}

/// Opens a user from the list.
async fn change(visitor: &mut Visitor, username: &str) -> Page {
    visitor.open(&format!("/subaccounts?q={username}")).await;
    let page = visitor.click_in("tbody tr:last-child", "Change").await;
    assert_eq!(page.heading(), format!("Change {username}"), "{page:?}");
    page
}

/// Fills in what changing another's second factor requires.
fn justification(portal: &TestPortal, visitor: &mut Visitor, manager: &Person, code: &str) {
    portal.wait(30);
    visitor
        .fill("reason", "lost phone")
        .fill("password", &manager.password)
        .fill("code", code);
}

on_both_databases! {
    async fn a_user_is_added_and_chooses_a_password_with_the_link(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let path = add_user(&portal, &mut alice, "Bob", false).await;
        assert!(alice.page().select("#invitation-link").is_empty(), "whoever adds them cannot choose their password");

        let mut bob = portal.visitor();
        let page = bob.arrive_from_elsewhere(&path).await;
        assert_eq!(page.heading(), "Choose your password");
        assert!(page.text().contains("Your user name is Bob"));
        assert_eq!(bob.open("/account").await.status, 303, "opening it signs nobody in");
        bob.open(&path).await;
        bob.fill("password", "short");
        assert_eq!(bob.press("Set password").await.status, 422);
        bob.fill("password", PASSWORD);
        bob.press("Set password").await;
        let page = bob.land().await;
        assert_eq!(page.path, "/login?password-set");
        assert!(page.text().contains("Your password is set"));
        assert_eq!(bob.open("/account").await.status, 303, "and neither does using it");
        let page = bob.open(&path).await;
        assert_eq!((page.status, page.heading().as_str()), (404, "This link no longer works"));
        let person = Person { username: "Bob".to_owned(), password: PASSWORD.to_owned(), phone: None, recovery_codes: Vec::new() };
        person.sign_in(&portal).await;
    }

    async fn where_no_mail_is_sent_the_link_is_shown_once_to_pass_it_on(portal) {
        let portal = portal.cut_off().await;
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/subaccounts/new").await;
        assert!(alice.page().text().contains("a link that you get on the next page"));
        alice.fill("username", "Bob").fill("email", "bob@example.com");
        alice.press("Create").await;
        let page = alice.land().await;
        assert!(page.text().contains("Send this link to Bob"), "{}", page.text());
        let link = page.select("#invitation-link").remove(0);
        let path = url::Url::parse(&link).unwrap().path().to_owned();
        assert!(alice.open(&page.path).await.select("#invitation-link").is_empty(), "shown once");
        accept(&portal, &path, "Bob").await.sign_in(&portal).await;
    }

    async fn an_invitation_works_for_three_days_and_a_new_one_voids_the_old(portal) {
        let (person, mut alice) = people::main_account(&portal).await;
        let first = add_user(&portal, &mut alice, "Bob", false).await;
        alice.press("New invitation").await;
        alice.land().await;
        let second = portal.mailed_invitation().await;
        assert_eq!(portal.visitor().open(&first).await.status, 404);
        portal.wait(3 * 24 * 3600 - 1);
        assert_eq!(portal.visitor().open(&second).await.status, 200);
        portal.wait(1);
        assert_eq!(portal.visitor().open(&second).await.status, 404);
        let mut alice = person.sign_in(&portal).await;
        change(&mut alice, "Bob").await;
        alice.press("New invitation").await;
        alice.land().await;
        let third = portal.mailed_invitation().await;
        accept(&portal, &third, "Bob").await.sign_in(&portal).await;
        assert!(!change(&mut alice, "Bob").await.has_button("New invitation"), "a password was chosen");
    }

    async fn a_required_user_sets_up_at_the_first_sign_in(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let path = add_user(&portal, &mut alice, "Bob", true).await;
        let bob = accept(&portal, &path, "Bob").await;
        let mut visitor = portal.visitor();
        assert_eq!(bob.give_password(&mut visitor).await.path, "/login/setup");
        let phone = phone_of(visitor.page());
        visitor.fill("code", &phone.code_at(portal.now()));
        visitor.press("Confirm code").await;
        assert_eq!(visitor.land().await.select("#recovery-codes li").len(), 10);
    }

    async fn names_and_addresses_are_checked_and_taken_once(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        alice.open("/subaccounts/new").await;
        for (name, email, wrong) in [("BOB", "a@b.fi", "username"), ("al", "a@b.fi", "username"), ("Carol", "carol", "email")] {
            alice.fill("username", name).fill("email", email);
            let page = alice.press("Create").await;
            assert_eq!(page.status, 422);
            assert_eq!(page.select(&format!("#{wrong}[aria-invalid]")).len(), 1, "{name}");
            assert_eq!(page.field_value("username").as_deref(), Some(name));
        }
    }

    async fn users_are_found_by_name_address_and_second_factor(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        for name in ["Carol", "bob", "dave_1"] {
            people::subaccount(&portal, name).await;
        }
        people::required_subaccount(&portal, "Eve").await;
        people::added_by_operator(&portal, "Mallory").await;
        let names = |page: &Page| -> Vec<String> {
            page.select("tbody th").iter().map(|cell| cell.split_whitespace().next().unwrap().to_owned()).collect()
        };
        let page = alice.open("/subaccounts").await;
        assert_eq!(names(&page), ["Alice", "bob", "Carol", "dave_1", "Eve"], "the main account first");
        assert!(page.link("User accounts").is_some());
        for (query, found) in [
            ("q=BO", vec!["bob"]),
            ("q=ADDED%40", vec!["bob", "Carol", "dave_1", "Eve"]),
            ("q=e_1", vec!["dave_1"]),
            ("q=%25", vec![]),
            ("q=%00", vec!["Alice", "bob", "Carol", "dave_1", "Eve"]),
            ("show=on", vec!["Alice"]),
            ("show=off", vec!["bob", "Carol", "dave_1", "Eve"]),
            ("show=required-but-off", vec!["Eve"]),
            ("show=pending", vec![]),
            ("show=nonsense&q=eve", vec!["Eve"]),
        ] {
            assert_eq!(names(&alice.open(&format!("/subaccounts?{query}")).await), found, "{query}");
        }
        let eve = people::Person { username: "Eve".to_owned(), password: PASSWORD.to_owned(), phone: None, recovery_codes: Vec::new() };
        eve.give_password(&mut portal.visitor()).await;
        assert_eq!(names(&alice.open("/subaccounts?show=pending").await), ["Eve"]);
        assert!(alice.open("/subaccounts?q=nobody").await.text().contains("No accounts match."));
    }

    async fn a_long_list_goes_on_by_pages(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let template = people::subaccount(&portal, "user000").await;
        let mut raw_database = crate::security::raw_database::RawDatabase::of(&portal);
        let values: Vec<String> = (1..=120).map(|nth| format!(
            "('id{nth}', 'user{nth:03}', 'user{nth:03}', 'a@b.fi', (SELECT id FROM accounts WHERE username = 'Alice'), FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, FALSE, 'x', 0, 1, 1)"
        )).collect();
        raw_database.execute(&format!(
            "INSERT INTO accounts (id, username, username_key, email, main_account_id, manager, two_factor_required, set_up_forced, protected_once, password_mailed, email_proven, username_proven, password_hash, epoch, password_chosen_at, created_at) VALUES {}",
            values.join(", ")
        ));
        let mut seen = Vec::new();
        alice.open("/subaccounts").await;
        loop {
            seen.extend(alice.page().select("tbody th"));
            if alice.page().link("Next page").is_none() {
                break;
            }
            alice.click("Next page").await;
        }
        assert_eq!(seen.len(), 122);
        assert_eq!((seen[1].as_str(), seen[121].as_str()), (template.username.as_str(), "user120"));
        alice.click("First page").await;
        assert!(alice.page().link("First page").is_none());
    }

    async fn many_thousand_users_are_listed_and_found(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        crate::security::raw_database::RawDatabase::of(&portal).execute(
            "WITH RECURSIVE n(i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 119999) \
             INSERT INTO accounts (id, username, username_key, email, main_account_id, manager, two_factor_required, set_up_forced, protected_once, password_mailed, email_proven, username_proven, password_hash, epoch, password_chosen_at, created_at) \
             SELECT 'id' || i, 'user' || i, 'user' || i, 'u' || i || '@b.fi', \
             (SELECT id FROM accounts WHERE username = 'Alice'), FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, FALSE, 'x', 0, 1, 1 FROM n",
        );
        crate::security::raw_database::RawDatabase::of(&portal).execute(
            "INSERT INTO phone_numbers (account_id, number, created_at) \
             SELECT id, '+35840' || substr(id, 3) || '1', 1 FROM accounts WHERE username <> 'Alice'",
        );
        for (query, rows) in [
            ("", 51), ("?after=user119900", 50), ("?q=user117777", 1), ("?q=U117777%40b", 1),
            ("?q=%2B358+40+117777", 1),
            ("?show=off", 51), ("?show=on", 0), ("?q=nobody&show=off", 0),
        ] {
            let page = alice.open(&format!("/subaccounts{query}")).await;
            assert_eq!(page.select("tbody tr").len(), rows, "{query}: {} {}", page.status, page.text());
        }
    }

    async fn requiring_it_holds_from_the_next_request_and_no_longer_requiring_removes_it(portal) {
        let (alice, mut main) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut open = bob.sign_in(&portal).await;
        change(&mut main, "Bob").await;
        main.tick("two_factor_required");
        main.press("Save").await;
        assert!(main.land().await.text().contains("The details are saved."));
        assert_eq!(open.open("/account").await.location(), Some("/login/setup"));
        let phone = phone_of(&open.land().await);
        open.fill("code", &phone.code_at(portal.now()));
        open.press("Confirm code").await;

        let page = change(&mut main, "Bob").await;
        assert!(page.text().contains("If you clear the box and save, two-factor authentication is removed"));
        main.untick("two_factor_required");
        let page = main.press_in("form[novalidate]", "Save").await;
        assert_eq!(page.status, 422, "no reason, no password, no code");
        assert_eq!(page.problems().len(), 3, "{:?}", page.problems());
        main.untick("two_factor_required");
        portal.wait(30);
        justification(&portal, &mut main, &alice, &alice.code_at(portal.now() + 30));
        main.press("Save").await;
        let page = main.land().await;
        assert!(page.text().contains("no longer required"), "{}", page.text());
        assert!(open.open("/account").await.location().unwrap().starts_with("/login?"), "the session is ended");
        assert_eq!(bob.give_password(&mut portal.visitor()).await.path, "/account", "without a second step");
        let mut raw_database = crate::security::raw_database::RawDatabase::of(&portal);
        let reasons = raw_database.lines("SELECT event || ': ' || reason AS line FROM security_events WHERE reason IS NOT NULL");
        assert_eq!(reasons, ["second_factor_not_required: lost phone"]);
    }

    async fn a_reset_ends_sessions_and_forces_the_set_up_again(portal) {
        let (alice, mut main) = people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut open = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut open).await;
        change(&mut main, "Bob").await;
        main.tick("two_factor_required");
        main.press("Save").await;
        change(&mut main, "Bob").await;
        portal.wait(30);
        let code = alice.wrong_code(&portal);
        justification(&portal, &mut main, &alice, &code);
        let page = main.press("Reset two-factor authentication").await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attribute("#reset-reason", "value").as_deref(), Some("lost phone"));
        assert_eq!(open.open("/account").await.status, 200, "nothing was changed");
        portal.wait(30);
        let code = alice.code_at(portal.now() + 30);
        justification(&portal, &mut main, &alice, &code);
        main.press("Reset two-factor authentication").await;
        assert!(main.land().await.text().contains("is reset"), "{}", main.page().text());
        assert!(open.open("/account").await.location().unwrap().starts_with("/login?"));
        portal.mails().await;
        let mut visitor = portal.visitor();
        assert_eq!(people::give_mailed_code(&portal, &bob, &mut visitor).await.path, "/login/setup");
    }

    async fn without_a_second_factor_of_one_s_own_another_s_is_left_alone(portal) {
        let (_, mut main) = people::main_account(&portal).await;
        people::required_subaccount(&portal, "Bob").await;
        let page = change(&mut main, "Bob").await;
        assert!(!page.has_button("Reset two-factor authentication"));
        assert!(page.text().contains("You need two-factor authentication yourself"));
        main.untick("two_factor_required");
        let page = main.press("Save").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].starts_with("Set up two-factor authentication for your own account first"));
    }

    async fn disabling_enabling_unlocking_and_deleting(portal) {
        let (alice, mut main) = people::main_account_with_totp(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut open = bob.sign_in(&portal).await;
        change(&mut main, "Bob").await;
        main.press("Disable account").await;
        main.land().await;
        assert_eq!(open.open("/account").await.status, 303);
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 422);
        main.press("Enable account").await;
        main.land().await;
        let wrong = Person { password: "wrong".to_owned(), ..bob.clone() };
        for _ in 0..10 {
            wrong.give_password(&mut portal.visitor()).await;
        }
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 429);
        main.press("Unlock").await;
        main.land().await;
        bob.sign_in(&portal).await;
        change(&mut main, "Bob").await;
        justification(&portal, &mut main, &alice, &alice.code_at(portal.now() + 30));
        assert_eq!(main.press("Delete account").await.status, 422, "not sure");
        main.tick("sure").fill("password", &alice.password).fill("code", &alice.code(&portal));
        main.press("Delete account").await;
        let page = main.land().await;
        assert!(page.text().contains("The account is deleted."));
        assert_eq!(page.select("tbody tr").len(), 1);
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 422);
    }
}
