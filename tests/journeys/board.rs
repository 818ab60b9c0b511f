//! The overview of who is protected and who is not, and a reminder to those who are not.

use crate::support::{
    page::Page,
    people::{self, PASSWORD},
    portal::on_both_databases,
};
use vestibule::flows::administer;

/// The tiles of the board: "2 Protected" and so on.
fn board(page: &Page) -> Vec<String> {
    page.select(".board a")
        .iter()
        .map(|tile| tile.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// The accounts in the list, and their states.
fn states(page: &Page) -> Vec<(String, String)> {
    let names = page.select("tbody bdi");
    names.into_iter().zip(page.select("tbody .state")).collect()
}

on_both_databases! {
    async fn the_board_counts_each_state_and_leads_to_exactly_those_accounts(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        people::required_subaccount_with_number(&portal, "Carol").await;
        let dora = people::required_subaccount(&portal, "Dora").await;
        dora.give_password(&mut portal.visitor()).await;
        let mut erin = people::subaccount(&portal, "Erin").await;
        let mut visitor = erin.sign_in(&portal).await;
        erin.set_up_authenticator(&portal, &mut visitor).await;
        people::subaccount(&portal, "Ivan").await;
        administer::disable(portal.services(), "Ivan").await.unwrap();

        let page = alice.open("/subaccounts").await;
        assert_eq!(
            board(&page),
            ["6 All", "2 Protected", "1 By phone only", "1 Set-up pending", "1 Unprotected", "2 Required, but off", "1 Disabled"]
        );
        let state = |name: &str, state: &str| (name.to_owned(), state.to_owned());
        for (tile, found) in [
            ("2 Protected", vec![state("Alice", "On"), state("Erin", "On")]),
            ("1 By phone only", vec![state("Carol", "By phone only")]),
            ("1 Set-up pending", vec![state("Dora", "Set-up pending")]),
            ("1 Unprotected", vec![state("Bob", "Off")]),
            ("2 Required, but off", vec![state("Carol", "By phone only"), state("Dora", "Set-up pending")]),
            ("1 Disabled", vec![state("Ivan", "Off")]),
        ] {
            alice.open("/subaccounts").await;
            let page = alice.click(tile).await;
            assert_eq!(states(&page), found, "{tile}");
            let current = page.select(".board [aria-current]");
            assert_eq!(current.len(), 1, "{tile}");
        }
        let page = alice.open("/subaccounts?show=without").await;
        assert!(board(&page).contains(&"3 Without an app".to_owned()), "{:?}", board(&page));
        assert_eq!(states(&page).len(), 3);
        let policy = alice.open("/policy").await;
        assert!(policy.text().contains("2 accounts: set-up before any other page") && policy.text().contains("1 account: a code by SMS or call; set-up can wait"), "{}", policy.text());
    }

    async fn a_number_that_was_given_protects_where_first_sign_ins_are_by_app_too(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        people::required_subaccount_with_number(&portal, "Carol").await;
        assert!(board(&alice.open("/subaccounts").await).contains(&"1 By phone only".to_owned()));
        alice.open("/policy").await;
        alice.choose("first_sign_in", "app");
        assert_eq!(alice.press("Save").await.status, 303);
        let page = alice.open("/subaccounts").await;
        assert!(board(&page).contains(&"1 By phone only".to_owned()), "{:?}", board(&page));
        assert_eq!(states(&page)[1].1, "By phone only");
    }

    async fn the_list_is_a_file_too_and_no_spreadsheet_takes_a_name_for_a_formula(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        people::required_subaccount_with_number(&portal, "Carol").await;
        people::subaccount(&portal, "=1+1").await;
        alice.open("/subaccounts").await;
        let file = alice.page().link("Download as CSV").unwrap();
        let page = alice.open(&file).await;
        assert_eq!(page.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(page.header("content-disposition"), Some("attachment; filename=\"user-accounts.csv\""));
        let lines: Vec<&str> = page.html.lines().collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(lines[1].starts_with("\"Alice\",\"alice@example.com\",\"Main account\",\"On\",\"no\""), "{lines:?}");
        assert!(lines[2].starts_with("\"'=1+1\","), "{lines:?}");
        assert!(lines[3].contains("\"By phone only\",\"yes\",\"no\",\"no\",\"2027-01-15T08:00:00Z\""), "{lines:?}");
        let narrowed = alice.open("/subaccounts.csv?show=phone&q=car").await;
        assert_eq!(narrowed.html.lines().count(), 2);
    }

    async fn one_press_reminds_whoever_can_do_something_about_it_and_nobody_twice_in_a_day(portal) {
        let (_, mut alice) = people::main_account_with_totp(&portal).await;
        people::subaccount(&portal, "Bob").await;
        people::required_subaccount_with_number(&portal, "Carol").await;
        people::subaccount(&portal, "Ivan").await;
        administer::disable(portal.services(), "Ivan").await.unwrap();
        alice.open("/subaccounts/new").await;
        alice.fill("username", "Invited").fill("email", "invited@example.com");
        alice.press("Create").await;
        portal.mails().await;

        alice.open("/subaccounts").await;
        alice.press("Remind those without an app").await;
        assert!(alice.land().await.text().contains("Reminders to 2 accounts are on their way."), "{}", alice.page().text());
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 2);
        for mail in &mails {
            assert!(mail.subject().as_str().contains("Please set up two-factor authentication"), "{}", mail.subject().as_str());
            assert!(mail.text().contains("Alice asks you"), "{}", mail.text());
            assert!(mail.text().contains("/account/security/authenticator"), "{}", mail.text());
        }
        alice.press("Remind those without an app").await;
        assert!(alice.land().await.text().contains("No reminders were sent"), "{}", alice.page().text());
        portal.wait(86_399);
        alice.open("/login").await;
        assert!(portal.mails().await.is_empty());

        // A day later, and signed in again.
        portal.wait(1);
        let (person, mut manager) = people::manager_signed_in(&portal).await;
        manager.open("/subaccounts").await;
        manager.press("Remind those without an app").await;
        let text = manager.land().await.text();
        assert!(text.contains("Reminders to 2 accounts"), "a manager is not reminded by themselves: {text}");
        assert!(portal.mails().await.iter().all(|mail| !mail.text().contains(&format!("for {}", person.username))));
        let activity = {
            let bob = people::Person { username: "Bob".to_owned(), password: PASSWORD.to_owned(), phone: None, recovery_codes: Vec::new() };
            let mut visitor = bob.sign_in(&portal).await;
            visitor.open("/account/activity?show=codes").await.text()
        };
        assert!(activity.contains("Reminder to set up two-factor authentication sent"), "{activity}");
    }

    async fn where_no_mail_is_sent_nobody_can_be_reminded(portal) {
        let portal = portal.cut_off().await;
        let (_, mut alice) = people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        assert!(!alice.open("/subaccounts").await.has_button("Remind those without an app"));
    }
}
