//! A thief copies the session's cookie within minutes of the sign-in or of the set-up, and has nothing else: neither
//! the password nor the app nor the phone, nor the address at which any of it was typed. Beside each attack, the
//! owner can still do it, at that address or another.

use vestibule::flows::administer;

use super::raw_database::RawDatabase;
use crate::support::{
    people::{self, NUMBER, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const SET_UP: &str = "/account/security/authenticator";
/// An address from which nobody signed in.
const ELSEWHERE: &str = "198.51.100.77";
const CONFIRM: &str = "/account/confirm?return_to=";

/// Alice, signed in with a recovery code.
async fn recovered(portal: &TestPortal) -> (Person, Visitor) {
    let (alice, _) = people::main_account_with_totp(portal).await;
    let mut visitor = portal.visitor();
    alice.give_password(&mut visitor).await;
    visitor.open("/login/recovery").await;
    visitor.fill("code", &alice.recovery_codes[0]);
    assert_eq!(
        visitor.press("Log in").await.location(),
        Some("/account/recovered")
    );
    visitor.land().await;
    (alice, visitor)
}

/// Asks for an SMS on the page of the second step, and types its code.
async fn give_sms(portal: &TestPortal, visitor: &mut Visitor) {
    visitor.open("/login/backup").await;
    visitor.press("Send SMS").await;
    visitor.land().await;
    let code = portal.texts().pop().expect("an SMS").code();
    visitor.fill("code", &code);
    assert_eq!(visitor.press("Log in").await.status, 303);
    visitor.land().await;
}

/// Saves the details with these values; returns the redirect target, or the status.
async fn save(visitor: &mut Visitor, typed: &[(&str, &str)]) -> Result<String, u16> {
    visitor.open("/account/details").await;
    for (name, text) in typed {
        visitor.fill(name, text);
    }
    let page = visitor.press("Save").await;
    page.location().map(str::to_owned).ok_or(page.status)
}

/// The page that asks for the password, and its return path.
fn confirm(page: &str) -> String {
    format!("{CONFIRM}{}", page.replace('/', "%2F"))
}

/// Neither another address, nor another number, nor other allowed addresses, nor a key: each requires the password
/// first.
async fn assert_moves_nothing(thief: &mut Visitor) {
    let asked = Ok(confirm("/account/details"));
    assert_eq!(save(thief, &[("email", "thief@example.com")]).await, asked);
    assert_eq!(save(thief, &[("phone", "+46 70 123 45 67")]).await, asked);
    assert_eq!(save(thief, &[("phone", "")]).await, asked);
    for page in ["/account/security/ip", SET_UP] {
        assert_eq!(thief.open(page).await.location(), Some(confirm(page).as_str()));
    }
}

on_both_databases! {
    async fn a_cookie_copied_after_a_recovery_code_replaces_no_app_and_switches_nothing_off(portal) {
        let (_, visitor) = recovered(&portal).await;
        let mut thief = visitor.thief().with_address(ELSEWHERE);
        portal.mails().await;
        assert_eq!(thief.press("Turn 2FA off").await.location(), Some("/account/security/manage"), "password and code");
        assert_eq!(thief.open("/account/recovered").await.location(), Some("/account"));
        thief.open(SET_UP).await;
        let page = thief.land().await;
        assert!(page.text().contains("nobody who copied your session"), "{}", page.text());
        thief.fill("password", "not the password");
        assert_eq!(thief.press("Confirm").await.status, 422);
        assert_moves_nothing(&mut thief).await;
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NULL"), 0, "no key was made");
        assert!(portal.mails().await.is_empty(), "nothing was moved");
    }

    async fn after_a_recovery_code_the_owner_switches_two_factor_off_and_elsewhere_signs_in_again_first(portal) {
        let (alice, owner) = recovered(&portal).await;
        let mut elsewhere = owner.with_address(ELSEWHERE);
        assert_eq!(elsewhere.open("/account/recovered").await.location(), Some("/account"));
        let mut owner = portal.visitor().with_address(ELSEWHERE);
        alice.give_password(&mut owner).await;
        owner.open("/login/recovery").await;
        owner.fill("code", &alice.recovery_codes[1]);
        owner.press("Log in").await;
        owner.land().await;
        assert_eq!(owner.press("Turn 2FA off").await.location(), Some("/account/security"));
        assert_eq!(alice.give_password(&mut portal.visitor()).await.path, "/account");
    }

    async fn after_a_recovery_code_the_owner_replaces_the_app_which_is_leave_for_nothing_elsewhere(portal) {
        let (mut alice, mut owner) = recovered(&portal).await;
        let page = owner.click("Replace authenticator").await;
        assert_eq!(page.heading(), "Replace your authenticator");
        assert_eq!(phone_of(&owner.open(SET_UP).await).secret, phone_of(&page).secret, "refresh");
        alice.phone = Some(phone_of(&page));
        owner.fill("code", &alice.code(&portal));
        assert_eq!(owner.press("Enable").await.location(), Some("/account/security"));

        let mut thief = owner.thief().with_address(ELSEWHERE);
        assert_moves_nothing(&mut thief).await;
        assert_eq!(thief.open("/account/recovered").await.location(), Some("/account"));
        thief.open("/account/details").await;
        let token = thief.page().field_value("csrf").unwrap();
        let forged = thief.post_form("/account/recovered/disable", format!("csrf={token}")).await;
        assert_eq!(forged.location(), Some("/account/security/manage"), "password and code");

        let saved = save(&mut owner, &[("email", "alice@example.org")]).await;
        assert_eq!(saved.as_deref(), Ok("/account/email"));
    }

    async fn a_cookie_copied_after_a_code_to_the_phone_replaces_no_app_and_the_owner_does(portal) {
        let (mut alice, mut visitor) = people::main_account_with_totp(&portal).await;
        people::prove_number(&portal, &mut visitor, NUMBER).await;
        portal.wait(120);
        let mut owner = portal.visitor();
        alice.give_password(&mut owner).await;
        give_sms(&portal, &mut owner).await;
        assert_eq!(owner.page().path, "/account/recovered");
        let mut thief = owner.thief().with_address(ELSEWHERE);
        assert_moves_nothing(&mut thief).await;
        assert_eq!(RawDatabase::of(&portal).count("totp_authenticators WHERE confirmed_at IS NULL"), 0);

        let page = owner.click("Replace authenticator").await;
        alice.phone = Some(phone_of(&page));
        owner.fill("code", &alice.code(&portal));
        assert_eq!(owner.press("Enable").await.location(), Some("/account/security"));
        alice.sign_in(&portal).await;
    }

    async fn a_cookie_copied_after_a_set_up_shows_no_key_and_moves_nothing(portal) {
        let (alice, mut owner) = people::main_account_with_totp(&portal).await;
        let mut thief = owner.thief().with_address(ELSEWHERE);
        assert_moves_nothing(&mut thief).await;
        let token = thief.open("/account/sessions").await.field_value("csrf").unwrap();
        let body = format!("csrf={token}&code={}", alice.wrong_code(&portal));
        let forged = thief.post_form("/account/security/authenticator/prove", body).await;
        assert_eq!(forged.location(), Some(confirm(SET_UP).as_str()), "the password first");

        people::move_to(&portal, &mut owner, "alice@example.org").await;
    }

    async fn a_cookie_copied_after_a_required_set_up_shows_no_key_and_moves_nothing(portal) {
        people::main_account(&portal).await;
        let mut bob = people::required_subaccount(&portal, "Bob").await;
        let mut owner = portal.visitor();
        bob.phone = Some(phone_of(&bob.give_password(&mut owner).await));
        owner.fill("code", &bob.code(&portal));
        assert_eq!(owner.press("Confirm code").await.location(), Some("/login/recovery-codes"));
        let mut thief = owner.thief().with_address(ELSEWHERE);
        assert_moves_nothing(&mut thief).await;

        assert_eq!(owner.land().await.select("#recovery-codes li").len(), 10);
        owner.press("Next").await;
        people::move_to(&portal, &mut owner, "bob@example.org").await;
    }

    async fn a_cookie_copied_where_an_sms_is_the_second_step_sets_up_no_app_and_moves_nothing(portal) {
        people::main_account(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut owner = portal.visitor();
        bob.give_password(&mut owner).await;
        give_sms(&portal, &mut owner).await;
        let mut thief = owner.thief().with_address(ELSEWHERE);
        assert_moves_nothing(&mut thief).await;
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(raw_database.count("phone_numbers WHERE proven_at IS NOT NULL"), 1);

        // The owner's input at the other address is kept through the password, until a sign-in there.
        let copied = owner.thief();
        let mut elsewhere = copied.with_address(ELSEWHERE);
        assert_eq!(save(&mut elsewhere, &[("email", "bob@example.org")]).await, Ok(confirm("/account/details")));
        let page = bob.confirm_password(&mut elsewhere).await;
        assert_eq!(page.field_value("email").as_deref(), Some("bob@example.org"));
        let page = elsewhere.press("Save").await;
        assert!(page.problems()[0].contains("sign in again"), "{:?}", page.problems());
        portal.wait(120);
        let mut owner = portal.visitor().with_address(ELSEWHERE);
        bob.give_password(&mut owner).await;
        give_sms(&portal, &mut owner).await;
        assert_eq!(save(&mut owner, &[("email", "bob@example.org")]).await.as_deref(), Ok("/account/email"));
        bob.set_up_authenticator(&portal, &mut owner).await;
        bob.sign_in(&portal).await;
    }

    async fn a_number_that_was_only_given_is_sent_no_code_by_a_copied_cookie(portal) {
        people::main_account(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        administer::no_longer_require_second_factor(portal.services(), "Bob").await.unwrap();
        let mut owner = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut owner).await;

        let mut thief = owner.thief().with_address(ELSEWHERE);
        thief.open("/account/phone").await;
        let asked = confirm("/account/phone");
        assert_eq!(thief.press("Send SMS").await.location(), Some(asked.as_str()), "without the password");
        let token = thief.open("/account/phone").await.field_value("csrf").unwrap();
        let forged = thief.post_form("/account/phone/send", format!("csrf={token}&method=sms")).await;
        assert_eq!(forged.location(), Some(asked.as_str()));
        portal.wait(300);
        let body = format!("csrf={token}&method=call&current_code={}", bob.code(&portal));
        let forged = thief.post_form("/account/phone/send", body).await;
        assert_eq!(forged.location(), Some(asked.as_str()), "without the password");
        assert!(portal.texts().is_empty());
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers WHERE proven_at IS NOT NULL"), 0);
    }

    async fn the_owner_proves_a_number_that_was_given_and_asks_for_another_code_without_more(portal) {
        people::main_account(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        administer::no_longer_require_second_factor(portal.services(), "Bob").await.unwrap();
        let mut owner = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut owner).await;
        owner.open("/account/details").await;
        owner.click("Confirm it").await;
        assert_eq!(owner.press("Send SMS").await.location(), Some("/account/phone"));
        owner.land().await;
        assert_eq!(portal.texts().len(), 1);
        // Whatever the age of password and code by then.
        portal.wait(600);
        owner.open("/account/phone").await;
        assert_eq!(owner.press("Call me instead").await.location(), Some("/account/phone"));
        owner.land().await;
        owner.fill("code", &portal.texts().pop().unwrap().code());
        assert_eq!(owner.press("Confirm").await.location(), Some("/account/details"));
        assert_eq!(RawDatabase::of(&portal).count("phone_numbers WHERE proven_at IS NOT NULL"), 1);
    }

    async fn without_an_app_a_fresh_password_proves_a_number_that_was_given(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        administer::no_longer_require_second_factor(portal.services(), "Bob").await.unwrap();
        let mut owner = bob.sign_in(&portal).await;
        let page = owner.open("/account/phone").await;
        assert!(!page.has_field("current_code"));
        assert_eq!(owner.press("Send SMS").await.location(), Some("/account/phone"));
        owner.land().await;
        owner.fill("code", &portal.texts().pop().unwrap().code());
        assert_eq!(owner.press("Confirm").await.location(), Some("/account/details"));
    }
}
