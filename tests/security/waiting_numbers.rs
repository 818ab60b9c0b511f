//! A thief who was signed in for a moment and left their own number to be confirmed: a new password ends it, however
//! it was set.

use vestibule::flows::{administer, forgotten_password};

use super::raw_database::RawDatabase;
use crate::support::{
    people::{self, NUMBER, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const NEW: &str = "walnut harbour violin seven";
const WAITING: &str = "out_of_band_codes WHERE purpose = 'phone'";

/// Bob, and the code that a thief in Bob's account had sent to their own number.
async fn left_by_a_thief(portal: &TestPortal) -> (Person, Visitor, String) {
    people::main_account(portal).await;
    let bob = people::subaccount(portal, "Bob").await;
    let mut thief = bob.sign_in(portal).await;
    thief.open("/account/details").await;
    thief.fill("phone", NUMBER);
    assert_eq!(thief.press("Save").await.location(), Some("/account/phone"));
    thief.land().await;
    let code = portal.texts().pop().expect("an SMS").code();
    assert_eq!(RawDatabase::of(portal).count(WAITING), 1);
    (bob, thief, code)
}

/// Neither the thief nor anyone who is signed in to the account makes that number the account's.
async fn assert_gone(portal: &TestPortal, bob: &Person, thief: &mut Visitor, code: &str) {
    assert_eq!(RawDatabase::of(portal).count(WAITING), 0);
    thief.fill("code", code);
    let location = thief.press("Confirm").await.location().map(str::to_owned);
    assert!(
        location.as_deref().is_some_and(|to| to.starts_with("/login")),
        "{location:?}"
    );
    let mut inside = Person {
        password: NEW.to_owned(),
        ..bob.clone()
    }
    .sign_in(portal)
    .await;
    assert_eq!(
        inside.open("/account/phone").await.location(),
        Some("/account/details")
    );
    let page = inside.open("/account/details").await;
    let token = page.field_value("csrf").expect("a form");
    let form = [("csrf", token.as_str()), ("code", code)];
    let request = inside.request(reqwest::Method::POST, "/account/phone");
    let page = request.like_a_form("same-origin").form(&form).send().await;
    assert!(
        page.status == 422 || page.location() == Some("/account/details"),
        "{page:?}"
    );
    assert_eq!(RawDatabase::of(portal).count("phone_numbers"), 0);
}

on_both_databases! {
    async fn a_number_that_waits_ends_with_a_password_that_its_owner_changes(portal) {
        let (bob, mut thief, code) = left_by_a_thief(&portal).await;
        let mut owner = bob.sign_in(&portal).await;
        owner.open("/account/password").await;
        owner.fill("password", PASSWORD).fill("new_password", NEW);
        assert_eq!(owner.press("Change password").await.status, 303);
        assert_gone(&portal, &bob, &mut thief, &code).await;
    }

    async fn a_number_that_waits_ends_with_a_password_that_a_mailed_link_set(portal) {
        let (bob, mut thief, code) = left_by_a_thief(&portal).await;
        let mut owner = portal.visitor();
        owner.open("/forgotten-password").await;
        owner.fill("username", &bob.username);
        owner.press("Send link").await;
        forgotten_password::round(portal.services()).await.unwrap();
        let link = portal.mailed_path("/new-password/").await;
        owner.open(&link).await;
        owner.fill("password", NEW);
        assert_eq!(owner.press("Set password").await.status, 303);
        assert_gone(&portal, &bob, &mut thief, &code).await;
    }

    async fn a_number_that_waits_ends_with_a_password_that_the_operator_set(portal) {
        let (bob, mut thief, code) = left_by_a_thief(&portal).await;
        administer::set_password(portal.services(), "Bob", NEW).await.unwrap();
        assert_gone(&portal, &bob, &mut thief, &code).await;
    }

    async fn the_owner_confirms_a_number_and_keeps_it_with_a_new_password(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut owner = bob.sign_in(&portal).await;
        people::prove_number(&portal, &mut owner, NUMBER).await;
        owner.open("/account/password").await;
        owner.fill("password", PASSWORD).fill("new_password", NEW);
        assert_eq!(owner.press("Change password").await.status, 303);
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers WHERE proven_at IS NOT NULL"), 1);
    }
}
