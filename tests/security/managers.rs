//! The attacker tries to change another's account: a subaccount, a manager, another main account, a disabled one, a
//! person who has only a password.

use reqwest::Method;

use super::{FORM, csrf, encoded, raw_database::RawDatabase};
use crate::support::{
    people::{self, PASSWORD},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};
use vestibule::flows::administer;

const BUTTONS: [&str; 10] = [
    "reset",
    "new-password",
    "invite",
    "unlock",
    "disable",
    "enable",
    "delete",
    "sessions/end-all",
    "sessions/revoke",
    "sessions/revoke-all",
];

/// Tries everything on an account; each answer has this status and nothing changes.
async fn reach_for(portal: &TestPortal, visitor: &mut Visitor, id: &str, status: u16) {
    let token = csrf(visitor, "/account").await;
    let mut raw_database = RawDatabase::of(portal);
    let before = raw_database.everything();
    let body = encoded(&[
        ("csrf", &token),
        ("email", "thief@example.com"),
        ("two_factor_required", "on"),
        ("reason", "x"),
        ("password", PASSWORD),
        ("code", "123456"),
        ("sure", "on"),
        ("show", "on"),
        ("address", "192.0.2.5"),
    ]);
    let path = format!("/subaccounts/{id}");
    let page = visitor.open(&path).await;
    assert_eq!(page.status, status, "{page:?}");
    assert_eq!(
        visitor.submit_raw(&path, body.clone(), &[FORM]).await.status,
        status
    );
    for button in BUTTONS {
        let page = visitor
            .submit_raw(&format!("{path}/{button}"), body.clone(), &[FORM])
            .await;
        assert_eq!(page.status, status, "{button}: {page:?}");
        // An address with an escape does not exist, whatever the request.
        let expected = if id.contains('%') { 404 } else { 405 };
        assert_eq!(visitor.open(&format!("{path}/{button}")).await.status, expected);
    }
    assert_eq!(raw_database.everything(), before);
}

on_both_databases! {
    async fn a_foreign_id_is_as_unknown_as_one_that_is_none(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        people::added_by_operator(&portal, "Mallory").await;
        people::added(&portal, "Trent", Some("Mallory"), false, false).await;
        let own = people::id_of(&portal, "Alice").await.0;
        for id in [people::id_of(&portal, "Trent").await.0, people::id_of(&portal, "Mallory").await.0, own, "nobody".to_owned(), "%27".to_owned(), "a%00b".to_owned(), "%ff".to_owned()] {
            reach_for(&portal, &mut alice, &id, 404).await;
        }
    }

    async fn a_subaccount_sees_and_changes_nobody(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::subaccount(&portal, "Carol").await;
        let mut visitor = bob.sign_in(&portal).await;
        assert!(visitor.page().link("User accounts").is_none());
        for path in ["/subaccounts", "/subaccounts/new"] {
            assert_eq!(visitor.open(path).await.status, 404, "{path}");
        }
        reach_for(&portal, &mut visitor, &people::id_of(&portal, "Carol").await.0, 404).await;
        reach_for(&portal, &mut visitor, &people::id_of(&portal, "Bob").await.0, 404).await;
    }

    async fn a_manager_changes_the_others_and_no_manager(portal) {
        people::main_account(&portal).await;
        let mia = people::manager(&portal, "Mia").await;
        people::manager(&portal, "Max").await;
        people::subaccount(&portal, "Bob").await;
        let mut visitor = mia.sign_in(&portal).await;
        let page = visitor.open("/subaccounts").await;
        assert_eq!(page.select("tbody tr").len(), 4);
        assert_eq!(page.select("tbody a").len(), 2, "Bob, and her own details");
        for name in ["Alice", "Max", "Mia"] {
            reach_for(&portal, &mut visitor, &people::id_of(&portal, name).await.0, 404).await;
        }
        visitor.open(&format!("/subaccounts/{}", people::id_of(&portal, "Bob").await.0)).await;
        visitor.tick("two_factor_required");
        assert_eq!(visitor.press("Save").await.status, 303);
    }

    async fn a_form_cannot_make_a_manager_or_a_main_account(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let token = csrf(&mut alice, "/subaccounts/new").await;
        let body = encoded(&[
            ("csrf", &token), ("username", "Bob"), ("email", "bob@example.com"), ("manager", "on"),
            ("main_account_id", ""), ("password", PASSWORD), ("epoch", "7"),
        ]);
        assert_eq!(alice.submit_raw("/subaccounts/new", body, &[FORM]).await.status, 303);
        let made = RawDatabase::of(&portal).lines(
            "SELECT m.username AS line FROM accounts s JOIN accounts m ON m.id = s.main_account_id \
             WHERE s.username = 'Bob' AND NOT CAST(s.manager AS BOOLEAN) AND s.epoch = 0",
        );
        assert_eq!(made, ["Alice"]);
        let bob = people::Person {
            username: "Bob".to_owned(), password: PASSWORD.to_owned(), phone: None, recovery_codes: Vec::new(),
        };
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 422, "nobody knows the password");
    }

    async fn changes_take_a_password_that_is_fresh(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        let path = format!("/subaccounts/{}", people::id_of(&portal, "Bob").await.0);
        alice.open(&path).await;
        portal.wait(300);
        let back = format!("/account/confirm?return_to={}", path.replace('/', "%2F"));
        assert_eq!(alice.press("Disable account").await.location(), Some(back.as_str()));
        assert_eq!(alice.open(&path).await.location(), Some(back.as_str()));
        assert_eq!(alice.open("/subaccounts").await.status, 200, "looking takes none");
    }

    async fn guests_and_the_disabled_are_sent_to_the_sign_in(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        people::manager(&portal, "Mia").await;
        people::subaccount(&portal, "Bob").await;
        let path = format!("/subaccounts/{}", people::id_of(&portal, "Bob").await.0);
        alice.open(&path).await;
        administer::disable(portal.services(), "Alice").await.unwrap();
        let mut guest = portal.visitor();
        for visitor in [&mut alice, &mut guest] {
            for path in ["/subaccounts", "/subaccounts/new", &path] {
                let page = visitor.request(Method::GET, path).send().await;
                assert!(page.location().unwrap().starts_with("/login?"), "{path}: {page:?}");
            }
        }
    }
}
