//! Approved addresses, and who can revoke them: the owner, a manager of the account, and the main account for its own
//! list. Nobody else.

use super::{FORM, csrf, encoded, raw_database::RawDatabase};
use crate::support::{
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const HERE: &str = "/policy/approvals";
const AWAY: &str = "192.0.2.5";

fn approvals(portal: &TestPortal) -> i64 {
    RawDatabase::of(portal).count("approved_addresses")
}

/// Alice, whose list allows only the office for everybody.
async fn alice(portal: &TestPortal) -> (Person, Visitor) {
    let (alice, _) = people::main_account_with_totp(portal).await;
    let mut visitor = portal.visitor().with_address("203.0.113.7");
    alice.give_password(&mut visitor).await;
    portal.wait(30);
    alice.give_code(&mut visitor, &alice.code(portal)).await;
    visitor.open("/policy").await;
    visitor.fill("allowed_addresses", "203.0.113.0/24");
    assert_eq!(visitor.press("Save").await.status, 303);
    (alice, visitor)
}

/// A person away from the office, admitted by the link that Alice received, and signed in.
async fn let_in(portal: &TestPortal, person: &Person) -> Visitor {
    portal.mails().await;
    let mut visitor = portal.visitor().with_address(AWAY);
    assert_eq!(person.give_password(&mut visitor).await.status, 403);
    let link = portal.mailed_path("/approve-address/").await;
    let mut owner = portal.visitor();
    owner.open(&link).await;
    owner.press("Approve").await;
    assert_eq!(person.give_password(&mut visitor).await.heading(), "Your account");
    portal.mails().await;
    visitor
}

/// Whether a session has ended.
async fn is_out(visitor: &mut Visitor) -> bool {
    visitor.open("/account").await.status == 303
}

/// A person in the office, signed in with a password.
async fn in_the_office(portal: &TestPortal, person: &Person) -> Visitor {
    let mut visitor = portal.visitor().with_address("203.0.113.9");
    assert_eq!(person.give_password(&mut visitor).await.heading(), "Your account");
    visitor
}

on_both_databases! {
    async fn a_main_account_sees_and_revokes_what_passes_its_list(portal) {
        let (_, mut alice) = alice(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        assert!(alice.open(HERE).await.text().contains("No other addresses are approved."));
        let mut away = let_in(&portal, &bob).await;
        alice.open("/policy").await;
        let page = alice.click("Addresses that you approved by e-mail").await;
        assert!(page.text().contains("192.0.2.5 for Bob"), "{}", page.text());
        assert_eq!(alice.press("Revoke").await.location(), Some(HERE));
        assert!(alice.land().await.text().contains("The address is revoked."));
        assert!(is_out(&mut away).await, "a session that was open there is over");
        assert_eq!(bob.give_password(&mut away).await.status, 403);
        let mails = portal.mails().await;
        assert!(mails.iter().any(|mail| mail.text().contains("Alice revoked addresses")), "{mails:?}");
        // In Bob's activity, and in the activity of managers.
        for path in [format!("/subaccounts/{}/activity", people::id_of(&portal, "Bob").await.0), "/subaccounts/activity".to_owned()] {
            let page = alice.open(&path).await;
            assert!(page.text().contains("Approved IP address revoked"), "{path}: {}", page.text());
            assert!(page.text().contains(AWAY));
        }
    }

    async fn nobody_else_revokes_what_passes_a_main_account_s_list(portal) {
        let (_, mut alice) = alice(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut away = let_in(&portal, &bob).await;
        let (id, before) = (people::id_of(&portal, "Bob").await.0, approvals(&portal));
        let eve = people::added_by_operator(&portal, "Eve").await;
        let mia = people::manager(&portal, "Mia").await;
        let mut eve = eve.sign_in(&portal).await;
        let mut mia = in_the_office(&portal, &mia).await;
        let mut plain = in_the_office(&portal, &bob).await;
        for (visitor, answers) in [(&mut eve, [303, 303]), (&mut mia, [404, 404]), (&mut plain, [404, 404])] {
            let token = csrf(visitor, "/account").await;
            let body = encoded(&[("csrf", &token), ("account", &id), ("address", AWAY)]);
            for (path, status) in [HERE.to_owned(), format!("{HERE}/revoke-all")].iter().zip(answers) {
                assert_eq!(visitor.submit_raw(path, body.clone(), &[FORM]).await.status, status, "{path}");
            }
            assert_eq!(approvals(&portal), before);
        }
        assert!(!is_out(&mut away).await);
        assert!(!eve.open(HERE).await.text().contains("Bob"));

        // The owner of the list.
        let token = csrf(&mut alice, "/account").await;
        let body = encoded(&[("csrf", &token), ("account", &id), ("address", AWAY)]);
        alice.submit_raw(HERE, body, &[FORM]).await;
        assert!(is_out(&mut away).await);
    }

    async fn a_manager_revokes_for_a_subaccount_and_not_for_a_manager(portal) {
        alice(&portal).await;
        let [bob, mia, max] = [
            people::subaccount(&portal, "Bob").await,
            people::manager(&portal, "Mia").await,
            people::manager(&portal, "Max").await,
        ];
        let mut bob_away = let_in(&portal, &bob).await;
        let mut max_away = let_in(&portal, &max).await;
        let mut mia = in_the_office(&portal, &mia).await;

        let path = format!("/subaccounts/{}/sessions", people::id_of(&portal, "Max").await.0);
        let token = csrf(&mut mia, "/account").await;
        let body = encoded(&[("csrf", &token), ("address", AWAY)]);
        assert_eq!(mia.open(&path).await.status, 404);
        for button in ["revoke", "revoke-all"] {
            let page = mia.submit_raw(&format!("{path}/{button}"), body.clone(), &[FORM]).await;
            assert_eq!(page.status, 404);
        }
        assert!(!is_out(&mut max_away).await);

        let path = format!("/subaccounts/{}/sessions", people::id_of(&portal, "Bob").await.0);
        let page = mia.open(&path).await;
        assert!(page.text().contains(AWAY), "{}", page.text());
        mia.press("Revoke").await;
        assert!(mia.land().await.text().contains("The address is revoked."));
        assert!(is_out(&mut bob_away).await);
        assert!(portal.mails().await.iter().any(|mail| mail.text().contains("Mia revoked addresses")));
        people::approve_addresses(&portal, "Bob", 3).await;
        mia.open(&path).await;
        mia.press("Revoke all").await;
        assert!(mia.land().await.text().contains("All addresses are revoked."));
        assert_eq!(approvals(&portal), 1, "another account's stays");
        assert!(!is_out(&mut max_away).await);
    }

    async fn an_owner_revokes_one_address_and_keeps_the_others(portal) {
        alice(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut away = let_in(&portal, &bob).await;
        people::approve_addresses(&portal, "Bob", 1).await;
        let mut bob = in_the_office(&portal, &bob).await;
        let page = bob.open("/account/security/ip").await;
        assert!(page.text().contains("198.51.100.0") && page.text().contains(AWAY), "{}", page.text());
        bob.press_in("li:has(input[value='192.0.2.5'])", "Revoke").await;
        assert!(bob.land().await.text().contains("The address is revoked."));
        assert!(is_out(&mut away).await);
        assert_eq!(approvals(&portal), 1);
        assert!(bob.open("/account/activity").await.text().contains("Approved IP address revoked"));
    }

    async fn revoking_takes_a_password_that_is_fresh(portal) {
        let (_, mut alice) = alice(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut away = let_in(&portal, &bob).await;
        for (path, button) in [
            (HERE.to_owned(), "Revoke"),
            (HERE.to_owned(), "Revoke all"),
            (format!("/subaccounts/{}/sessions", people::id_of(&portal, "Bob").await.0), "Revoke"),
        ] {
            alice.open(&path).await;
            portal.wait(300);
            let back = format!("/account/confirm?return_to={}", path.replace('/', "%2F"));
            assert_eq!(alice.press(button).await.location(), Some(back.as_str()), "{path} {button}");
            alice.land().await;
            alice.fill("password", people::PASSWORD);
            alice.press("Confirm").await;
        }
        assert!(!is_out(&mut away).await);
    }

    async fn a_long_list_has_pages_and_is_revoked_by_one_press(portal) {
        let (_, mut alice) = alice(&portal).await;
        people::subaccount(&portal, "Bob").await;
        people::subaccount(&portal, "Carol").await;
        people::approve_addresses(&portal, "Bob", 40).await;
        people::approve_addresses(&portal, "Carol", 30).await;
        people::approve_addresses(&portal, "Alice", 1).await;
        people::added_by_operator(&portal, "Eve").await;
        people::approve_addresses(&portal, "Eve", 2).await;

        let page = alice.open(HERE).await;
        assert_eq!(page.select("li.panel").len(), 51, "one's own, and a page");
        assert!(page.select("li.panel")[0].contains("for Alice"));
        let page = alice.click("Next page").await;
        assert_eq!(page.select("li.panel").len(), 20);
        assert!(page.select("li.panel").iter().all(|line| line.contains("for Carol")));
        alice.click("First page").await;
        alice.press("Revoke all").await;
        assert!(alice.land().await.text().contains("71 addresses are revoked."), "{}", alice.page().text());
        assert_eq!(approvals(&portal), 2, "those of another main account stay");
        let page = alice.open("/subaccounts/activity").await;
        assert!(page.text().contains("All approved IP addresses revoked"));
    }
}
