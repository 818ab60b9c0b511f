//! What happened in an account, and that nobody rewrites it.

use vestibule::{
    domain::clock::Timestamp,
    flows::{activity, sweep},
    store::security_events::Broken,
};

use crate::{
    security::underneath::Underneath,
    support::{
        house::{House, on_both_databases},
        people,
    },
};

const ACTIVITY: &str = "/account/activity";

async fn verified(house: &House) -> Result<i64, Broken> {
    activity::verify(house.services())
        .await
        .unwrap()
        .map(|verified| verified.linked)
}

/// Takes the database's own guards away, as whoever owns it can.
fn without_guards(house: &House) -> Underneath {
    let mut underneath = Underneath::of(house);
    match &underneath {
        Underneath::Sqlite(_) => {
            underneath
                .execute("DROP TRIGGER security_events_stay; DROP TRIGGER security_events_never_change");
        }
        Underneath::Postgres(_) => underneath.execute("DROP TRIGGER security_events_stay ON security_events"),
    }
    underneath
}

on_both_databases! {
    async fn an_owner_sees_what_happened_and_chooses_a_kind(house) {
        let (alice, mut visitor) = people::main_account_with_totp(&house).await;
        let mut thief = house.visitor().with_address("203.0.113.9");
        thief.open("/login").await;
        thief.fill("username", &alice.username).fill("password", "not the password");
        thief.press("Sign in").await;
        visitor.open("/account/security").await;
        let page = visitor.click_in("main", "Activity").await;
        let lines = page.select(".log tbody tr");
        assert!(lines[0].contains("Sign-in with a wrong password"), "{lines:?}");
        assert!(lines[0].contains("203.0.113.9") && lines[0].contains("Somebody who was not signed in"));
        assert!(lines.iter().any(|line| line.contains("Two-factor authentication was switched on")));
        for (kind, heading, count) in [
            ("failures", "Sign-in with a wrong password", 1),
            ("changes", "Two-factor authentication was switched on", 2),
            ("codes", "", 0),
            ("by-others", "", 0),
        ] {
            visitor.open(ACTIVITY).await;
            visitor.choose("show", kind);
            let page = visitor.press("Show").await;
            let lines = page.select(".log tbody tr");
            assert_eq!(lines.len(), count, "{kind}: {lines:?}");
            assert!(count == 0 || lines[0].contains(heading), "{kind}: {lines:?}");
            assert!(count > 0 || page.text().contains("Nothing of this kind has happened."));
        }
    }

    async fn long_lists_have_pages(house) {
        let (alice, mut visitor) = people::main_account(&house).await;
        let events = Underneath::of(&house).count("security_events");
        for _ in 0..60 {
            house.wait(900);
            let mut thief = house.visitor();
            thief.open("/login").await;
            thief.fill("username", &alice.username).fill("password", "wrong");
            thief.press("Sign in").await;
        }
        house.wait(900);
        let mut visitor = if visitor.open(ACTIVITY).await.status == 200 { visitor } else { alice.sign_in(&house).await };
        let first = visitor.open(ACTIVITY).await.select(".log tbody tr").len();
        assert_eq!(first, 50);
        let second = visitor.click("Next page").await.select(".log tbody tr").len();
        assert_eq!(i64::try_from(second).unwrap(), events + 60 + 1 - 50);
        assert!(!visitor.page().text().contains("Next page"));
        visitor.click("First page").await;
        assert_eq!(visitor.page().select(".log tbody tr").len(), 50);
    }

    async fn an_export_holds_no_formula(house) {
        let (alice, mut visitor) = people::main_account_with_totp(&house).await;
        let mut bob = people::subaccount(&house, "Bob").await;
        let mut theirs = bob.sign_in(&house).await;
        bob.set_up_authenticator(&house, &mut theirs).await;
        visitor.open("/subaccounts").await;
        visitor.click_in("tbody tr:nth-child(2)", "Change").await;
        let path = visitor.page().path.clone();
        house.wait(30);
        visitor.fill("reason", "=cmd|' /C calc'!A1").fill("password", &alice.password).fill("code", &alice.code(&house));
        visitor.press("Reset two-factor authentication").await;
        let file = visitor.open(&format!("{path}/activity.csv")).await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"activity.csv\""));
        assert!(file.html.contains("\"'=cmd|' /C calc'!A1\""), "{}", file.html);
        assert!(file.html.starts_with("\"time (UTC)\",\"event\","));
        for field in file.html.split("\",\"") {
            assert!(!field.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{field}");
        }
        let page = visitor.open(&format!("{path}/activity?show=by-others")).await;
        assert!(page.select(".log tbody tr")[0].contains("You"), "{}", page.text());
        assert!(page.html.contains("Reason: =cmd|"), "shown as it was given");
    }

    async fn the_database_refuses_to_change_or_remove_an_entry(house) {
        people::main_account(&house).await;
        for sql in [
            "UPDATE security_events SET actor = 'operator'",
            "DELETE FROM security_events",
            "DELETE FROM security_events WHERE sequence = 1",
        ] {
            let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| Underneath::of(&house).execute(sql)));
            assert!(refused.is_err(), "{sql}");
        }
        assert!(verified(&house).await.unwrap() > 0);
    }

    async fn an_entry_that_was_changed_forged_or_removed_is_found(house) {
        let (alice, _) = people::main_account(&house).await;
        for _ in 0..3 {
            alice.sign_in(&house).await;
        }
        let count = verified(&house).await.unwrap();
        let mut underneath = without_guards(&house);
        for (change, back) in [
            ("UPDATE security_events SET address = '192.0.2.1' WHERE sequence = 2", "UPDATE security_events SET address = '127.0.0.1' WHERE sequence = 2"),
            ("UPDATE security_events SET event = 'signed_out' WHERE sequence = 2", "UPDATE security_events SET event = 'signed_in' WHERE sequence = 2"),
            ("UPDATE security_events SET digest = '' WHERE sequence = 2", ""),
        ] {
            underneath.execute(change);
            assert_eq!(verified(&house).await, Err(Broken::Entry(2)), "{change}");
            if !back.is_empty() {
                underneath.execute(back);
                assert_eq!(verified(&house).await, Ok(count), "{back}");
            }
        }
    }

    async fn an_entry_that_is_missing_is_found_by_the_next(house) {
        let (alice, _) = people::main_account(&house).await;
        alice.sign_in(&house).await;
        let mut underneath = without_guards(&house);
        underneath.execute("DELETE FROM security_events WHERE sequence = 1");
        assert_eq!(verified(&house).await, Err(Broken::Entry(2)));
        // Nor does it help to say that it was too old to be kept.
        underneath.execute(
            "INSERT INTO security_event_horizon (only_one, swept_through, digest, proof) SELECT 1, 1, digest, digest FROM security_events WHERE sequence = 2",
        );
        assert_eq!(verified(&house).await, Err(Broken::Horizon));
    }

    async fn what_is_too_old_goes_and_the_rest_still_holds(house) {
        let (alice, _) = people::main_account(&house).await;
        alice.sign_in(&house).await;
        let old = verified(&house).await.unwrap();
        house.wait(399 * 24 * 3600);
        alice.sign_in(&house).await;
        sweep::round(house.services()).await.unwrap();
        assert!(verified(&house).await.unwrap() > old, "399 days are kept");
        house.wait(2 * 24 * 3600);
        sweep::round(house.services()).await.unwrap();
        assert_eq!(verified(&house).await, Ok(1));
        let oldest = Underneath::of(&house).number("SELECT MIN(occurred_at) AS number FROM security_events");
        assert!(Timestamp(oldest) > Timestamp(house.now() - 400 * 24 * 3600));
        alice.sign_in(&house).await;
        assert_eq!(verified(&house).await, Ok(2), "and goes on");
        house.wait(500 * 24 * 3600);
        sweep::round(house.services()).await.unwrap();
        assert_eq!(verified(&house).await, Ok(0));
        alice.sign_in(&house).await;
        assert_eq!(verified(&house).await, Ok(1), "an empty log goes on where it ended");
    }

    async fn a_hundred_at_once_at_two_instances_are_one_chain(house) {
        people::main_account(&house).await;
        let before = Underneath::of(&house).count("security_events");
        let neighbour = house.second_instance();
        let mut at_once = tokio::task::JoinSet::new();
        for number in 0..100 {
            let url = if number % 2 == 0 { house.url() } else { neighbour.url() };
            at_once.spawn(async move {
                let address = format!("198.51.100.{number}");
                let mut visitor = crate::support::visitor::Visitor::new(&url).with_address(&address);
                visitor.open("/login").await;
                visitor.fill("username", &format!("nobody-{number}")).fill("password", "wrong");
                visitor.press("Sign in").await.status
            });
        }
        let statuses = at_once.join_all().await;
        let looked_at = statuses.iter().filter(|status| **status == 422).count();
        assert!(statuses.iter().all(|status| matches!(status, 422 | 503)), "{statuses:?}");
        let entries = Underneath::of(&house).count("security_events") - before;
        assert_eq!(entries, i64::try_from(looked_at).unwrap());
        assert_eq!(verified(&house).await, Ok(before + entries));
        neighbour.close().await;
    }
}
