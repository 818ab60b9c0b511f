//! Whoever reaches for another's account: a subaccount, a manager, another main account, a
//! disabled one, somebody who has only a password.

use reqwest::Method;

use super::{FORM, csrf, encoded, underneath::Underneath};
use crate::support::{
    house::{House, on_both_databases},
    people::{self, PASSWORD},
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

fn id_of(house: &House, username: &str) -> String {
    Underneath::of(house)
        .lines(&format!(
            "SELECT id AS line FROM accounts WHERE username = '{username}'"
        ))
        .remove(0)
}

/// Tries everything on an account; each answer has this status and nothing changes.
async fn reach_for(house: &House, visitor: &mut Visitor, id: &str, status: u16) {
    let token = csrf(visitor, "/account").await;
    let mut underneath = Underneath::of(house);
    let before = underneath.everything();
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
        // An address with an escape is nobody's, whatever is asked of it.
        let expected = if id.contains('%') { 404 } else { 405 };
        assert_eq!(visitor.open(&format!("{path}/{button}")).await.status, expected);
    }
    assert_eq!(underneath.everything(), before);
}

on_both_databases! {
    async fn a_foreign_id_is_as_unknown_as_one_that_is_none(house) {
        let (_, mut alice) = people::main_account(&house).await;
        people::added_by_operator(&house, "Mallory").await;
        people::added(&house, "Trent", Some("Mallory"), false, false).await;
        let own = id_of(&house, "Alice");
        for id in [id_of(&house, "Trent"), id_of(&house, "Mallory"), own, "nobody".to_owned(), "%27".to_owned(), "a%00b".to_owned(), "%ff".to_owned()] {
            reach_for(&house, &mut alice, &id, 404).await;
        }
    }

    async fn a_subaccount_sees_and_changes_nobody(house) {
        people::main_account(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        people::subaccount(&house, "Carol").await;
        let mut visitor = bob.sign_in(&house).await;
        assert!(visitor.page().link("User accounts").is_none());
        for path in ["/subaccounts", "/subaccounts/new"] {
            assert_eq!(visitor.open(path).await.status, 404, "{path}");
        }
        reach_for(&house, &mut visitor, &id_of(&house, "Carol"), 404).await;
        reach_for(&house, &mut visitor, &id_of(&house, "Bob"), 404).await;
    }

    async fn a_manager_changes_the_others_and_no_manager(house) {
        people::main_account(&house).await;
        let mia = people::manager(&house, "Mia").await;
        people::manager(&house, "Max").await;
        people::subaccount(&house, "Bob").await;
        let mut visitor = mia.sign_in(&house).await;
        let page = visitor.open("/subaccounts").await;
        assert_eq!(page.select("tbody tr").len(), 4);
        assert_eq!(page.select("tbody a").len(), 2, "Bob, and her own details");
        for name in ["Alice", "Max", "Mia"] {
            reach_for(&house, &mut visitor, &id_of(&house, name), 404).await;
        }
        visitor.open(&format!("/subaccounts/{}", id_of(&house, "Bob"))).await;
        visitor.tick("two_factor_required");
        assert_eq!(visitor.press("Save").await.status, 303);
    }

    async fn a_form_cannot_make_a_manager_or_a_main_account(house) {
        let (_, mut alice) = people::main_account(&house).await;
        let token = csrf(&mut alice, "/subaccounts/new").await;
        let body = encoded(&[
            ("csrf", &token), ("username", "Bob"), ("email", "bob@example.com"), ("manager", "on"),
            ("main_account_id", ""), ("password", PASSWORD), ("generation", "7"),
        ]);
        assert_eq!(alice.submit_raw("/subaccounts/new", body, &[FORM]).await.status, 303);
        let made = Underneath::of(&house).lines(
            "SELECT m.username AS line FROM accounts s JOIN accounts m ON m.id = s.main_account_id \
             WHERE s.username = 'Bob' AND NOT CAST(s.manager AS BOOLEAN) AND s.generation = 0",
        );
        assert_eq!(made, ["Alice"]);
        let bob = people::Person {
            username: "Bob".to_owned(), password: PASSWORD.to_owned(), phone: None, recovery_codes: Vec::new(),
        };
        assert_eq!(bob.give_password(&mut house.visitor()).await.status, 422, "nobody knows the password");
    }

    async fn changes_take_a_password_that_is_fresh(house) {
        let (_, mut alice) = people::main_account(&house).await;
        people::subaccount(&house, "Bob").await;
        let path = format!("/subaccounts/{}", id_of(&house, "Bob"));
        alice.open(&path).await;
        house.wait(300);
        let back = format!("/account/confirm?return_to={}", path.replace('/', "%2F"));
        assert_eq!(alice.press("Disable account").await.location(), Some(back.as_str()));
        assert_eq!(alice.open(&path).await.location(), Some(back.as_str()));
        assert_eq!(alice.open("/subaccounts").await.status, 200, "looking takes none");
    }

    async fn guests_and_the_disabled_are_sent_to_the_sign_in(house) {
        let (_, mut alice) = people::main_account(&house).await;
        people::manager(&house, "Mia").await;
        people::subaccount(&house, "Bob").await;
        let path = format!("/subaccounts/{}", id_of(&house, "Bob"));
        alice.open(&path).await;
        administer::disable(house.services(), "Alice").await.unwrap();
        let mut guest = house.visitor();
        for visitor in [&mut alice, &mut guest] {
            for path in ["/subaccounts", "/subaccounts/new", &path] {
                let page = visitor.request(Method::GET, path).send().await;
                assert!(page.location().unwrap().starts_with("/login?"), "{path}: {page:?}");
            }
        }
    }
}
