//! Codes by e-mail, if the main account requires them of accounts without another factor.

use crate::support::{
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const HERE: &str = "/login/email";

/// Bob, who must enter a code by e-mail.
async fn bob(portal: &TestPortal) -> Person {
    people::main_account(portal).await;
    let bob = people::subaccount(portal, "Bob").await;
    people::ask_for_codes_by_email(portal, "Alice").await;
    bob
}

async fn code(portal: &TestPortal) -> String {
    let mails = portal.mails().await;
    let codes: Vec<_> = mails
        .iter()
        .filter(|mail| mail.text().contains("Your code to sign in"))
        .collect();
    assert_eq!(codes.len(), 1, "{mails:?}");
    codes[0].text().trim_end().rsplit('#').next().unwrap().to_owned()
}

async fn begin(portal: &TestPortal, bob: &Person) -> Visitor {
    let mut visitor = portal.visitor();
    let page = bob.give_password(&mut visitor).await;
    assert_eq!(
        (page.path.as_str(), page.heading().as_str()),
        (HERE, "Check your e-mail")
    );
    visitor
}

on_both_databases! {
    async fn the_sign_in_mails_a_code_and_reloading_mails_none(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        for part in ["less than a minute", "spam folder", "a•••@example.com"] {
            assert!(visitor.page().text().contains(part), "{part}: {}", visitor.page().text());
        }
        for _ in 0..3 {
            visitor.open(HERE).await;
        }
        let code = code(&portal).await;
        assert!(visitor.open("/account").await.location() == Some(HERE), "not inside yet");
        visitor.open(HERE).await;
        visitor.fill("code", &code);
        assert_eq!(visitor.press("Log in").await.location(), Some("/account"));
        assert_eq!(visitor.land().await.heading(), "Your account");
    }

    async fn send_again_repeats_it_after_a_while(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let first = code(&portal).await;
        let page = visitor.press("Send again").await;
        assert_eq!((page.status, page.header("retry-after")), (429, Some("30")));
        portal.wait(30);
        visitor.open(HERE).await;
        assert_eq!(visitor.press("Send again").await.location(), Some(HERE));
        assert_eq!(code(&portal).await, first);
    }

    async fn a_wrong_a_late_and_a_foreign_code_sign_nobody_in(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let right = code(&portal).await;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        visitor.fill("code", wrong);
        assert!(visitor.press("Log in").await.problems()[0].contains("4 tries left"));
        portal.wait(60);
        let mut other = begin(&portal, &bob).await;
        other.fill("code", &right);
        assert_eq!(other.press("Log in").await.status, 422);
        portal.wait(240);
        visitor.fill("code", &right);
        assert_eq!(visitor.press("Log in").await.status, 422, "five minutes");
    }

    async fn whoever_has_an_app_is_asked_for_its_code(portal) {
        let mut bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = code(&portal).await;
        visitor.fill("code", &code);
        visitor.press("Log in").await;
        visitor.land().await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(bob.give_password(&mut portal.visitor()).await.path, "/login/code");
    }

    async fn a_mail_server_that_is_away_sends_no_code_late(portal) {
        let bob = bob(&portal).await;
        let portal = portal
            .rebuilt(|settings| {
                let from = vestibule::domain::account::Email::parse("a@example.com").unwrap();
                let url = format!("smtp://127.0.0.1:{}", crate::support::program::free_port());
                settings.mail = vestibule::config::mail::MailSettings::Smtp { url: url.into(), from, name: None };
            })
            .await;
        begin(&portal, &bob).await;
        assert_eq!(portal.waiting_mails().await, 1);
        portal.wait(301);
        // The warning about the abandoned step is queued too, and is still sent.
        for _ in 0..100 {
            if portal.waiting_mails().await == 1 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("a code that is over stays in the outbox");
    }
}
