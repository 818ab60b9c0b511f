//! Forms without scripts: passwords that are shown, waits that end by themselves, and a warning before time runs out.

use crate::support::{page::Page, people, portal::on_both_databases};

const SHOW: &str = "Show the password as I type";
const HIDE: &str = "Hide the password";

fn kind_of_field(page: &Page, name: &str) -> Option<String> {
    page.attribute(&format!("input[name='{name}']:not([type='hidden'])"), "type")
}

on_both_databases! {
    async fn a_password_is_shown_while_it_is_typed_and_never_sent_back(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login?return_to=%2Faccount%2Factivity").await;
        visitor.fill("username", "Alice").fill("password", "half of a pass");
        let page = visitor.press(SHOW).await;
        assert_eq!(page.status, 200);
        assert!(page.problems().is_empty(), "{:?}", page.problems());
        assert_eq!(kind_of_field(&page, "password").as_deref(), Some("text"));
        assert_eq!(page.field_value("username").as_deref(), Some("Alice"));
        assert_eq!(page.field_value("password").unwrap_or_default(), "");
        assert!(!page.html.contains("half of a pass"), "it is in no page and no cache");
        assert_eq!(page.attribute("input[name='password']", "autocomplete").as_deref(), Some("current-password"));

        // It stays so after an error, until the person hides it.
        visitor.fill("password", "not the password");
        let page = visitor.press("Sign in").await;
        assert_eq!(page.status, 422);
        assert_eq!(kind_of_field(&page, "password").as_deref(), Some("text"));
        let page = visitor.press(HIDE).await;
        assert_eq!(kind_of_field(&page, "password").as_deref(), Some("password"));
        visitor.press(SHOW).await;
        visitor.fill("password", &alice.password);
        assert_eq!(visitor.press("Sign in").await.location(), Some("/account/activity"));
    }

    async fn looking_at_a_password_costs_no_try_and_needs_the_page_s_token(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        for button in [SHOW, HIDE].iter().cycle().take(30) {
            visitor.fill("username", "Alice").fill("password", "not the password");
            assert_eq!(visitor.press(button).await.status, 200);
        }
        visitor.fill("password", "not the password");
        assert_eq!(visitor.press("Sign in").await.status, 422, "and not 429");
        visitor.fill("username", "Alice").tamper("csrf", "fits-nobody");
        assert_eq!(visitor.press(SHOW).await.status, 403);
    }

    async fn the_first_button_of_each_form_is_its_own_so_that_enter_presses_that(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        for page in [visitor.open("/login").await, alice.open("/account/password").await] {
            let first = page.select("main form button").into_iter().next().unwrap();
            assert_ne!(first.trim(), SHOW);
            assert!(page.has_button(SHOW));
        }
    }

    async fn a_wait_on_a_step_ends_by_itself_and_says_so(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        assert!(visitor.page().header("refresh").is_none());
        let page = alice.guess_codes(&portal, &mut visitor, 5).await;
        assert!(page.header("refresh").is_none(), "what is wrong stays to be read");
        let page = alice.guess_codes(&portal, &mut visitor, 1).await;
        assert_eq!(page.status, 429);
        assert_eq!(page.header("retry-after"), Some("30"));
        assert_eq!(page.header("refresh"), Some("30; url=/login/code?again"));
        portal.wait(30);
        let page = visitor.open("/login/code?again").await;
        assert!(page.text().contains("The wait is over"), "{}", page.text());
        let code = alice.code(&portal);
        assert_eq!(alice.give_code(&mut visitor, &code).await.location(), Some("/account"));
    }

    async fn the_wait_before_another_message_takes_no_code_away_that_is_being_typed(portal) {
        people::main_account(&portal).await;
        let carol = people::required_subaccount_with_number(&portal, "Carol").await;
        let mut visitor = portal.visitor();
        carol.give_password(&mut visitor).await;
        visitor.press("Send SMS").await;
        visitor.land().await;
        let page = visitor.press("Send SMS").await;
        assert_eq!(page.status, 429);
        assert!(page.header("refresh").is_none());
    }

    async fn a_step_says_how_much_time_there_is_and_never_more_than_there_is(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        assert!(visitor.page().text().contains("You have 10 minutes left for this step."), "{}", visitor.page().text());
        portal.wait(501);
        assert!(visitor.open("/login/recovery").await.text().contains("You have 99 seconds left"));
        portal.wait(99);
        assert_eq!(visitor.open("/login/code").await.location(), Some("/login?ended"));
    }
}
