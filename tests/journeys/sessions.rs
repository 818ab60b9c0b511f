//! The list of open sessions, and ending them.

use reqwest::Method;

use crate::{
    security::raw_database::RawDatabase,
    support::{
        page::Page,
        people::{self, Person},
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

const SESSIONS: &str = "/account/sessions";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

/// Opens a page with this `User-Agent`.
async fn open_with(visitor: &mut Visitor, path: &str, browser: &str) -> Page {
    visitor
        .request(Method::GET, path)
        .header("user-agent", browser)
        .send()
        .await
}

async fn inside(visitor: &mut Visitor) -> bool {
    visitor.open("/account").await.status == 200
}

async fn signed_in_so_often(person: &Person, portal: &TestPortal, times: usize) -> Vec<Visitor> {
    let mut all = Vec::new();
    for _ in 0..times {
        portal.wait(1);
        all.push(person.sign_in(portal).await);
    }
    all
}

on_both_databases! {
    async fn sessions_are_listed_and_one_of_them_is_ended(portal) {
        let (alice, mut here) = people::main_account(&portal).await;
        let mut there = portal.visitor().with_address("203.0.113.9");
        alice.give_password(&mut there).await;
        portal.wait(60);
        open_with(&mut there, "/account", IPHONE).await;
        let page = open_with(&mut here, SESSIONS, FIREFOX).await;
        let lines = page.select(".sessions li");
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].contains("Firefox on Linux") && lines[0].contains("This session"), "{lines:?}");
        assert!(lines[1].contains("Safari on iPhone") && lines[1].contains("203.0.113.9"), "{lines:?}");
        assert!(!page.html.contains("Mozilla"), "not what the browser said itself");
        assert_eq!(page.select(".sessions button"), ["End session"], "one signs out of one's own");

        here.press("End session").await;
        assert!(here.land().await.text().contains("The session is ended."));
        assert_eq!(here.page().select(".sessions li").len(), 1);
        assert!(!inside(&mut there).await);
        assert!(inside(&mut here).await);
        assert_eq!(RawDatabase::of(&portal).events("session_ended"), 1);
    }

    async fn all_others_are_ended_with_the_steps_that_are_half_done(portal) {
        let (alice, mut here) = people::main_account_with_totp(&portal).await;
        let mut there = alice.sign_in(&portal).await;
        let mut half = portal.visitor();
        alice.give_password(&mut half).await;
        let stolen = here.jar();
        here.open(SESSIONS).await;
        here.press("End all other sessions").await;
        assert!(here.land().await.text().contains("All other sessions are ended."));
        assert!(inside(&mut here).await);
        assert!(!inside(&mut there).await);
        portal.wait(30);
        assert_eq!(alice.give_code(&mut half, &alice.code(&portal)).await.location(), Some("/login?ended"));
        here.use_jar(stolen);
        assert!(!inside(&mut here).await, "the own session has a new id");
    }

    async fn an_eleventh_sign_in_ends_the_oldest_session(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut sessions = signed_in_so_often(&alice, &portal, 10).await;
        for session in &mut sessions {
            assert!(inside(session).await);
        }
        // The first one is that of the first run.
        assert_eq!(RawDatabase::of(&portal).count("sessions WHERE signed_in_at IS NOT NULL"), 10);
        let mut eleventh = signed_in_so_often(&alice, &portal, 1).await.remove(0);
        assert!(!inside(&mut sessions[0]).await);
        assert!(inside(&mut sessions[1]).await && inside(&mut eleventh).await);
        assert_eq!(RawDatabase::of(&portal).count("sessions WHERE signed_in_at IS NOT NULL"), 10);
    }

    async fn confirming_a_password_ends_no_other_session(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut sessions = signed_in_so_often(&alice, &portal, 10).await;
        let oldest = &mut sessions[0];
        oldest.open("/account/confirm").await;
        oldest.fill("password", &alice.password);
        oldest.press("Confirm").await;
        assert!(inside(&mut sessions[0]).await && inside(&mut sessions[1]).await && inside(&mut sessions[9]).await);
    }

    async fn a_name_of_somebody_else_s_session_ends_nothing(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await.sign_in(&portal).await;
        people::subaccount(&portal, "Eve").await;
        let handle = RawDatabase::of(&portal)
            .lines("SELECT handle AS line FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.username = 'Alice'");
        let mut elsewhere = people::added_by_operator(&portal, "Mallory").await.sign_in(&portal).await;
        for thief in [&mut bob, &mut elsewhere] {
            thief.open(SESSIONS).await;
            let csrf = thief.page().field_value("csrf").unwrap();
            thief
                .request(Method::POST, SESSIONS)
                .like_a_form("same-origin")
                .form(&[("csrf", &csrf), ("session", &handle[0])])
                .send()
                .await;
            assert!(thief.land().await.text().contains("This session had already ended."));
        }
        assert!(inside(&mut alice).await);
    }

    async fn a_manager_ends_the_sessions_of_a_subaccount(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let mut first = bob.sign_in(&portal).await;
        let mut second = bob.sign_in(&portal).await;
        alice.open("/subaccounts").await;
        alice.click_in("tbody tr:nth-child(2)", "Change").await;
        let page = alice.click_in("main", "Sessions").await;
        assert_eq!(page.heading(), "Sessions of Bob");
        assert_eq!(page.select(".sessions li").len(), 2);
        alice.press_in(".sessions li:first-child", "End session").await;
        assert_eq!(alice.land().await.select(".sessions li").len(), 1);
        alice.press("End all sessions").await;
        assert!(alice.land().await.text().contains("Bob is not signed in anywhere."));
        assert!(!inside(&mut first).await && !inside(&mut second).await);
        let path = alice.page().path.clone();
        assert!(inside(&mut alice).await);

        let mut stranger = people::added_by_operator(&portal, "Mallory").await.sign_in(&portal).await;
        assert_eq!(stranger.open(&path).await.status, 404);
        let activity = path.replace("/sessions", "/activity");
        assert!(alice.open(&activity).await.text().contains("All sessions ended"));
        assert_eq!(stranger.open(&activity).await.status, 404);
        assert_eq!(stranger.open(&format!("{activity}.csv")).await.status, 404);
    }

    async fn use_is_noted_once_a_minute_or_from_another_address(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let last_used = || RawDatabase::of(&portal).number("SELECT MAX(last_used_at) AS number FROM sessions");
        alice.open("/account").await;
        let before = last_used();
        portal.wait(59);
        alice.open("/account").await;
        assert_eq!(last_used(), before);
        portal.wait(1);
        alice.open("/account").await;
        assert_eq!(last_used(), before + 60);
        portal.wait(10);
        let mut moved = alice.thief().with_address("198.51.100.7");
        moved.open("/account").await;
        assert_eq!(last_used(), before + 70);
        assert!(alice.open(SESSIONS).await.status == 200);
    }
}
