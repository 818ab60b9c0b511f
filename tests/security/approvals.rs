//! Approved addresses, and who revokes them: the owner, whoever manages the account, and the main
//! account for its own list. Nobody else.

use super::{FORM, csrf, encoded, underneath::Underneath};
use crate::support::{
    house::{House, on_both_databases},
    people::{self, Person},
    visitor::Visitor,
};

const HERE: &str = "/policy/approvals";
const AWAY: &str = "192.0.2.5";

fn id_of(house: &House, username: &str) -> String {
    let sql = format!("SELECT id AS line FROM accounts WHERE username = '{username}'");
    Underneath::of(house).lines(&sql).remove(0)
}

fn approvals(house: &House) -> i64 {
    Underneath::of(house).count("approved_addresses")
}

/// Alice, whose list lets everybody in from the office alone.
async fn alice(house: &House) -> (Person, Visitor) {
    let (alice, _) = people::main_account_with_totp(house).await;
    let mut visitor = house.visitor().with_address("203.0.113.7");
    alice.give_password(&mut visitor).await;
    house.wait(30);
    alice.give_code(&mut visitor, &alice.code(house)).await;
    visitor.open("/policy").await;
    visitor.fill("allowed_addresses", "203.0.113.0/24");
    assert_eq!(visitor.press("Save").await.status, 303);
    (alice, visitor)
}

/// Somebody away, let in by the link that Alice got, and signed in.
async fn let_in(house: &House, person: &Person) -> Visitor {
    house.mails().await;
    let mut visitor = house.visitor().with_address(AWAY);
    assert_eq!(person.give_password(&mut visitor).await.status, 403);
    let link = house.mailed_path("/approve-address/").await;
    let mut owner = house.visitor();
    owner.open(&link).await;
    owner.press("Approve").await;
    assert_eq!(person.give_password(&mut visitor).await.heading(), "Your account");
    house.mails().await;
    visitor
}

/// Whether a session is over.
async fn is_out(visitor: &mut Visitor) -> bool {
    visitor.open("/account").await.status == 303
}

/// Somebody in the office, signed in with a password.
async fn in_the_office(house: &House, person: &Person) -> Visitor {
    let mut visitor = house.visitor().with_address("203.0.113.9");
    assert_eq!(person.give_password(&mut visitor).await.heading(), "Your account");
    visitor
}

on_both_databases! {
    async fn a_main_account_sees_and_revokes_what_passes_its_list(house) {
        let (_, mut alice) = alice(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        assert!(alice.open(HERE).await.text().contains("No other addresses are approved."));
        let mut away = let_in(&house, &bob).await;
        alice.open("/policy").await;
        let page = alice.click("Addresses that you approved by e-mail").await;
        assert!(page.text().contains("192.0.2.5 for Bob"), "{}", page.text());
        assert_eq!(alice.press("Revoke").await.location(), Some(HERE));
        assert!(alice.land().await.text().contains("The address is revoked."));
        assert!(is_out(&mut away).await, "a session that was open there is over");
        assert_eq!(bob.give_password(&mut away).await.status, 403);
        let mails = house.mails().await;
        assert!(mails.iter().any(|mail| mail.text().contains("Alice revoked addresses")), "{mails:?}");
        // In Bob's activity, and in what managers did.
        for path in [format!("/subaccounts/{}/activity", id_of(&house, "Bob")), "/subaccounts/activity".to_owned()] {
            let page = alice.open(&path).await;
            assert!(page.text().contains("Approved IP address revoked"), "{path}: {}", page.text());
            assert!(page.text().contains(AWAY));
        }
    }

    async fn nobody_else_revokes_what_passes_a_main_account_s_list(house) {
        let (_, mut alice) = alice(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        let mut away = let_in(&house, &bob).await;
        let (id, before) = (id_of(&house, "Bob"), approvals(&house));
        let eve = people::added_by_operator(&house, "Eve").await;
        let mia = people::manager(&house, "Mia").await;
        let mut eve = eve.sign_in(&house).await;
        let mut mia = in_the_office(&house, &mia).await;
        let mut plain = in_the_office(&house, &bob).await;
        for (visitor, answers) in [(&mut eve, [303, 303]), (&mut mia, [404, 404]), (&mut plain, [404, 404])] {
            let token = csrf(visitor, "/account").await;
            let body = encoded(&[("csrf", &token), ("account", &id), ("address", AWAY)]);
            for (path, status) in [HERE.to_owned(), format!("{HERE}/revoke-all")].iter().zip(answers) {
                assert_eq!(visitor.submit_raw(path, body.clone(), &[FORM]).await.status, status, "{path}");
            }
            assert_eq!(approvals(&house), before);
        }
        assert!(!is_out(&mut away).await);
        assert!(!eve.open(HERE).await.text().contains("Bob"));

        // The one whose list it is.
        let token = csrf(&mut alice, "/account").await;
        let body = encoded(&[("csrf", &token), ("account", &id), ("address", AWAY)]);
        alice.submit_raw(HERE, body, &[FORM]).await;
        assert!(is_out(&mut away).await);
    }

    async fn a_manager_revokes_for_a_subaccount_and_not_for_a_manager(house) {
        alice(&house).await;
        let [bob, mia, max] = [
            people::subaccount(&house, "Bob").await,
            people::manager(&house, "Mia").await,
            people::manager(&house, "Max").await,
        ];
        let mut bob_away = let_in(&house, &bob).await;
        let mut max_away = let_in(&house, &max).await;
        let mut mia = in_the_office(&house, &mia).await;

        let path = format!("/subaccounts/{}/sessions", id_of(&house, "Max"));
        let token = csrf(&mut mia, "/account").await;
        let body = encoded(&[("csrf", &token), ("address", AWAY)]);
        assert_eq!(mia.open(&path).await.status, 404);
        for button in ["revoke", "revoke-all"] {
            let page = mia.submit_raw(&format!("{path}/{button}"), body.clone(), &[FORM]).await;
            assert_eq!(page.status, 404);
        }
        assert!(!is_out(&mut max_away).await);

        let path = format!("/subaccounts/{}/sessions", id_of(&house, "Bob"));
        let page = mia.open(&path).await;
        assert!(page.text().contains(AWAY), "{}", page.text());
        mia.press("Revoke").await;
        assert!(mia.land().await.text().contains("The address is revoked."));
        assert!(is_out(&mut bob_away).await);
        assert!(house.mails().await.iter().any(|mail| mail.text().contains("Mia revoked addresses")));
        people::approve_addresses(&house, "Bob", 3).await;
        mia.open(&path).await;
        mia.press("Revoke all").await;
        assert!(mia.land().await.text().contains("All addresses are revoked."));
        assert_eq!(approvals(&house), 1, "another account's stays");
        assert!(!is_out(&mut max_away).await);
    }

    async fn an_owner_revokes_one_address_and_keeps_the_others(house) {
        alice(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        let mut away = let_in(&house, &bob).await;
        people::approve_addresses(&house, "Bob", 1).await;
        let mut bob = in_the_office(&house, &bob).await;
        let page = bob.open("/account/security/ip").await;
        assert!(page.text().contains("198.51.100.0") && page.text().contains(AWAY), "{}", page.text());
        bob.press_in("li:has(input[value='192.0.2.5'])", "Revoke").await;
        assert!(bob.land().await.text().contains("The address is revoked."));
        assert!(is_out(&mut away).await);
        assert_eq!(approvals(&house), 1);
        assert!(bob.open("/account/activity").await.text().contains("Approved IP address revoked"));
    }

    async fn revoking_takes_a_password_that_is_fresh(house) {
        let (_, mut alice) = alice(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        let mut away = let_in(&house, &bob).await;
        for (path, button) in [
            (HERE.to_owned(), "Revoke"),
            (HERE.to_owned(), "Revoke all"),
            (format!("/subaccounts/{}/sessions", id_of(&house, "Bob")), "Revoke"),
        ] {
            alice.open(&path).await;
            house.wait(300);
            let back = format!("/account/confirm?return_to={}", path.replace('/', "%2F"));
            assert_eq!(alice.press(button).await.location(), Some(back.as_str()), "{path} {button}");
            alice.land().await;
            alice.fill("password", people::PASSWORD);
            alice.press("Confirm").await;
        }
        assert!(!is_out(&mut away).await);
    }

    async fn a_long_list_has_pages_and_is_revoked_by_one_press(house) {
        let (_, mut alice) = alice(&house).await;
        people::subaccount(&house, "Bob").await;
        people::subaccount(&house, "Carol").await;
        people::approve_addresses(&house, "Bob", 40).await;
        people::approve_addresses(&house, "Carol", 30).await;
        people::approve_addresses(&house, "Alice", 1).await;
        people::added_by_operator(&house, "Eve").await;
        people::approve_addresses(&house, "Eve", 2).await;

        let page = alice.open(HERE).await;
        assert_eq!(page.select("li.panel").len(), 51, "one's own, and a page");
        assert!(page.select("li.panel")[0].contains("for Alice"));
        let page = alice.click("Next page").await;
        assert_eq!(page.select("li.panel").len(), 20);
        assert!(page.select("li.panel").iter().all(|line| line.contains("for Carol")));
        alice.click("First page").await;
        alice.press("Revoke all").await;
        assert!(alice.land().await.text().contains("71 addresses are revoked."), "{}", alice.page().text());
        assert_eq!(approvals(&house), 2, "those of another main account stay");
        let page = alice.open("/subaccounts/activity").await;
        assert!(page.text().contains("All approved IP addresses revoked"));
    }
}
