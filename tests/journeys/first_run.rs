//! The one-time link and the first main account.

use vestibule::flows::first_run;

use crate::support::{
    people::{self, PASSWORD},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

async fn link(portal: &TestPortal) -> String {
    let token = first_run::welcome_link(portal.services()).await.unwrap();
    format!("/welcome/{}", token.expect("an empty database").reveal())
}

async fn create(visitor: &mut Visitor, username: &str) -> u16 {
    visitor
        .fill("username", username)
        .fill("email", "a@example.com")
        .fill("password", PASSWORD);
    visitor.press("Create account").await.status
}

on_both_databases! {
    async fn the_link_makes_one_account_and_then_opens_nothing(portal) {
        let link = link(&portal).await;
        let (mut first, mut second) = (portal.visitor(), portal.visitor());
        first.open(&link).await;
        second.open(&link).await;
        assert_eq!(create(&mut first, "Alice").await, 303);
        assert_eq!(first.land().await.heading(), "Your account");
        assert_eq!(create(&mut second, "Mallory").await, 404);
        assert_eq!(second.page().heading(), "This link no longer works");
        assert_eq!(second.open(&link).await.status, 404);
        assert!(first_run::welcome_link(portal.services()).await.unwrap().is_none());
    }

    async fn a_new_start_voids_the_old_link(portal) {
        let old = link(&portal).await;
        let new = link(&portal).await;
        assert_eq!(portal.visitor().open(&old).await.status, 404);
        assert_eq!(portal.visitor().open(&new).await.status, 200);
    }

    async fn the_link_opens_for_one_hour(portal) {
        let link = link(&portal).await;
        let mut visitor = portal.visitor();
        portal.wait(3599);
        assert_eq!(visitor.open(&link).await.status, 200);
        portal.wait(1);
        assert_eq!(create(&mut visitor, "Alice").await, 404);
        assert_eq!(visitor.open(&link).await.status, 404);
    }

    async fn what_is_wrong_is_said_beside_each_field_and_nothing_typed_is_lost(portal) {
        let mut visitor = portal.visitor();
        visitor.open(&link(&portal).await).await;
        visitor.fill("username", "al").fill("email", "nobody").fill("password", "short");
        let page = visitor.press("Create account").await;
        assert_eq!(page.status, 422);
        assert_eq!(page.problems().len(), 3, "{:?}", page.problems());
        assert_eq!(page.attribute(".error-summary a", "href").as_deref(), Some("#username"));
        assert_eq!(page.attribute("#password", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(page.field_value("username").as_deref(), Some("al"));
        assert_eq!(page.field_value("email").as_deref(), Some("nobody"));
        assert!(!page.html.contains("\"short\""));
        assert_eq!(create(&mut visitor, "Alice").await, 303);
    }

    async fn a_password_that_guessers_try_first_is_refused_with_the_reason(portal) {
        let mut visitor = portal.visitor();
        visitor.open(&link(&portal).await).await;
        for (password, reason) in [
            ("zyxwvutsrqponm", "too easy to guess"),
            ("qwertyuiop12", "lists of stolen passwords"),
            ("my name is Alice 77", "your user name"),
            ("acme panel lantern x", "the name of this service"),
        ] {
            visitor.fill("username", "alice").fill("email", "bob@example.com").fill("password", password);
            let page = visitor.press("Create account").await;
            assert_eq!(page.status, 422, "{password}");
            assert!(page.text().contains(reason), "{password}: {}", page.text());
        }
    }

    async fn there_is_no_account_to_begin_with(portal) {
        let mut visitor = portal.visitor();
        for name in ["admin", "root", "vestibule", "alice"] {
            visitor.open("/login").await;
            visitor.fill("username", name).fill("password", name);
            assert_eq!(visitor.press("Sign in").await.status, 422, "{name}");
        }
    }

    async fn the_page_offers_its_fields_to_password_managers(portal) {
        let mut visitor = portal.visitor();
        let page = visitor.open(&link(&portal).await).await;
        for (field, purpose) in [("username", "username"), ("email", "email"), ("password", "new-password")] {
            assert_eq!(page.attribute(&format!("#{field}"), "autocomplete").as_deref(), Some(purpose));
        }
        let (_, mut visitor) = people_sign_in_page(&portal).await;
        let page = visitor.open("/login").await;
        assert_eq!(page.attribute("#password", "autocomplete").as_deref(), Some("current-password"));
    }
}

async fn people_sign_in_page(portal: &TestPortal) -> (people::Person, Visitor) {
    let (person, _) = people::main_account(portal).await;
    (person, portal.visitor())
}
