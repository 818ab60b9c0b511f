//! The activity log of an account, and that it cannot be rewritten.

use std::sync::mpsc;

use vestibule::{
    domain::{
        account::{AccountId, Email, Username},
        clock::Timestamp,
        event_chain::{Broken, Chain, Mark},
        security_event::{Actor, Event, SecurityEvent},
    },
    flows::{activity, administer, sweep},
    store::{StoreError, security_events, transaction},
};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        people,
        portal::{TestPortal, on_both_databases},
    },
};

const ACTIVITY: &str = "/account/activity";

/// The number of entries in all chains, or the error.
async fn verified(portal: &TestPortal) -> Result<i64, Vec<Broken>> {
    since(portal, Vec::new()).await.map(|(entries, _)| entries)
}

/// The same against marks from earlier; returns the current marks.
async fn since(portal: &TestPortal, marks: Vec<Mark>) -> Result<(i64, Vec<Mark>), Vec<Broken>> {
    let verified = activity::verify(portal.services(), marks).await.unwrap();
    if verified.broken.is_empty() {
        Ok((verified.entries, verified.marks))
    } else {
        Err(verified.broken)
    }
}

/// Removes the triggers that protect the log, as the owner of the database can.
fn without_guards(portal: &TestPortal) -> RawDatabase {
    let mut raw_database = RawDatabase::of(portal);
    raw_database.execute(match &raw_database {
        RawDatabase::Sqlite(_) => {
            "DROP TRIGGER security_events_stay; DROP TRIGGER security_events_never_change;
             DROP TRIGGER event_chains_stay; DROP TRIGGER event_chains_grow;
             PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF"
        }
        RawDatabase::Postgres(_) => {
            "DROP TRIGGER security_events_stay ON security_events; DROP TRIGGER event_chains_stay ON event_chains;
             ALTER TABLE security_events DROP CONSTRAINT security_events_digest_check;
             ALTER TABLE security_events DROP CONSTRAINT security_events_chain_fkey"
        }
    });
    raw_database
}

/// The chain of Alice, the subject of most tests.
fn alices(raw_database: &mut RawDatabase) -> Chain {
    let ids = raw_database.lines("SELECT id AS line FROM accounts WHERE username_key = 'alice'");
    Chain::stored(ids.into_iter().next().unwrap())
}

/// Another main account.
async fn other_main_account(portal: &TestPortal, name: &str) -> AccountId {
    let new = administer::NewAccount {
        username: Username::parse(name).unwrap(),
        email: Email::parse("other@example.com").unwrap(),
        number: None,
        main: None,
        manager: false,
        two_factor_required: false,
        language: None,
    };
    administer::add(portal.services(), new, people::PASSWORD)
        .await
        .unwrap();
    let sql = format!("SELECT id AS line FROM accounts WHERE username_key = '{name}'");
    AccountId(RawDatabase::of(portal).lines(&sql).remove(0))
}

on_both_databases! {
    async fn an_owner_sees_what_happened_and_chooses_a_kind(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        let mut thief = portal.visitor().with_address("203.0.113.9");
        thief.open("/login").await;
        thief.fill("username", &alice.username).fill("password", "not the password");
        thief.press("Sign in").await;
        visitor.open("/account/security").await;
        let page = visitor.click_in("main", "Activity").await;
        let lines = page.select(".log tbody tr");
        assert!(lines[0].contains("Failed sign-in: wrong password"), "{lines:?}");
        assert!(lines[0].contains("203.0.113.9") && lines[0].contains("Someone who was not signed in"));
        assert!(lines.iter().any(|line| line.contains("Two-factor authentication turned on")));
        for (kind, heading, count) in [
            ("failures", "Failed sign-in: wrong password", 1),
            ("changes", "Two-factor authentication turned on", 2),
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

    async fn long_lists_have_pages(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let events = RawDatabase::of(&portal).count("security_events");
        for _ in 0..60 {
            portal.wait(900);
            let mut thief = portal.visitor();
            thief.open("/login").await;
            thief.fill("username", &alice.username).fill("password", "wrong");
            thief.press("Sign in").await;
        }
        portal.wait(900);
        let mut visitor = if visitor.open(ACTIVITY).await.status == 200 { visitor } else { alice.sign_in(&portal).await };
        let first = visitor.open(ACTIVITY).await.select(".log tbody tr").len();
        assert_eq!(first, 50);
        let second = visitor.click("Next page").await.select(".log tbody tr").len();
        assert_eq!(i64::try_from(second).unwrap(), events + 60 + 1 - 50);
        assert!(!visitor.page().text().contains("Next page"));
        visitor.click("First page").await;
        assert_eq!(visitor.page().select(".log tbody tr").len(), 50);
    }

    async fn an_export_holds_no_formula(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        let mut bob = people::subaccount(&portal, "Bob").await;
        let mut theirs = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut theirs).await;
        visitor.open("/subaccounts").await;
        visitor.click_in("tbody tr:nth-child(2)", "Change").await;
        let path = visitor.page().path.clone();
        portal.wait(30);
        visitor.fill("reason", "=cmd|' /C calc'!A1").fill("password", &alice.password).fill("code", &alice.code(&portal));
        visitor.press("Reset two-factor authentication").await;
        let file = visitor.open(&format!("{path}/activity.csv")).await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"activity.csv\""));
        assert!(file.html.contains("\"'=cmd|' /C calc'!A1\""), "{}", file.html);
        assert!(file.html.starts_with("\u{feff}\"time (UTC)\",\"event\","), "a spreadsheet knows the encoding by its mark");
        for field in file.html.split("\",\"") {
            assert!(!field.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{field}");
        }
        let page = visitor.open(&format!("{path}/activity?show=by-others")).await;
        assert!(page.select(".log tbody tr")[0].contains("You"), "{}", page.text());
        assert!(page.html.contains("Reason: =cmd|"), "shown as it was given");
    }

    async fn the_database_refuses_to_change_or_remove_an_entry(portal) {
        people::main_account(&portal).await;
        for sql in [
            "UPDATE security_events SET actor = 'operator'",
            "DELETE FROM security_events",
            "DELETE FROM security_events WHERE sequence = 1",
            "DELETE FROM event_chains",
            "UPDATE event_chains SET last = last - 1 WHERE last > 0",
            "UPDATE event_chains SET chain = 'another' WHERE chain = 'front-door'",
        ] {
            let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| RawDatabase::of(&portal).execute(sql)));
            assert!(refused.is_err(), "{sql}");
        }
        assert!(verified(&portal).await.unwrap() > 0);
    }

    async fn an_entry_that_was_changed_forged_or_removed_is_found(portal) {
        let (alice, _) = people::main_account(&portal).await;
        for _ in 0..3 {
            alice.sign_in(&portal).await;
        }
        other_main_account(&portal, "mallory").await;
        let count = verified(&portal).await.unwrap();
        let mut raw_database = without_guards(&portal);
        let chain = alices(&mut raw_database);
        let here = format!("WHERE sequence = 2 AND chain = '{chain}'");
        for (change, back) in [
            ("address = '192.0.2.1'", "address = '127.0.0.1'"),
            ("event = 'signed_out'", "event = 'signed_in'"),
            ("username = 'mallory'", "username = 'Alice'"),
            ("actor_name = NULL", "actor_name = 'Alice'"),
        ] {
            raw_database.execute(&format!("UPDATE security_events SET {change} {here}"));
            assert_eq!(verified(&portal).await, Err(vec![Broken::Entry(chain.clone(), 2)]), "{change}");
            raw_database.execute(&format!("UPDATE security_events SET {back} {here}"));
            assert_eq!(verified(&portal).await, Ok(count), "{back}");
        }
        // A valid entry in a wrong position.
        raw_database.execute(&format!(
            "UPDATE security_events SET chain = (SELECT id FROM accounts WHERE username_key = 'mallory') {here}"
        ));
        let Err(broken) = verified(&portal).await else { panic!("an entry in another chain") };
        assert_eq!(broken.len(), 2, "where it is missing and where it does not belong: {broken:?}");
        assert!(broken.contains(&Broken::Entry(chain, 3)));
    }

    async fn taking_every_link_away_is_found_and_stays_so(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut raw_database = without_guards(&portal);
        raw_database.execute("UPDATE security_events SET address = '192.0.2.1', digest = ''");
        let chain = alices(&mut raw_database);
        let found = Err(vec![Broken::Entry(chain, 1)]);
        assert_eq!(verified(&portal).await, found);
        // Nor by appending to it.
        alice.sign_in(&portal).await;
        assert_eq!(verified(&portal).await, found);
    }

    async fn an_entry_that_is_missing_is_found_by_the_next(portal) {
        let (alice, _) = people::main_account(&portal).await;
        alice.sign_in(&portal).await;
        let mut raw_database = without_guards(&portal);
        let chain = alices(&mut raw_database);
        raw_database.execute(&format!("DELETE FROM security_events WHERE sequence = 1 AND chain = '{chain}'"));
        assert_eq!(verified(&portal).await, Err(vec![Broken::Entry(chain.clone(), 2)]));
        // Nor by claiming that it was too old to be kept.
        raw_database.execute(&format!("UPDATE event_chains SET swept_through = 1 WHERE chain = '{chain}'"));
        assert_eq!(verified(&portal).await, Err(vec![Broken::Anchor(chain)]));
    }

    async fn an_end_that_was_cut_off_is_found_and_the_next_sign_in_does_not_hide_it(portal) {
        let (alice, _) = people::main_account(&portal).await;
        alice.sign_in(&portal).await;
        let mut raw_database = without_guards(&portal);
        let chain = alices(&mut raw_database);
        let last = raw_database.number(&format!("SELECT last AS number FROM event_chains WHERE chain = '{chain}'"));
        raw_database.execute(&format!("DELETE FROM security_events WHERE sequence = {last} AND chain = '{chain}'"));
        assert_eq!(
            verified(&portal).await,
            Err(vec![Broken::CutOff { chain: chain.clone(), first: last, last }])
        );
        // With the record of the end changed to match.
        raw_database.execute(&format!(
            "UPDATE event_chains SET last = {last} - 1, digest = (SELECT digest FROM security_events e WHERE e.chain = '{chain}' AND e.sequence = {last} - 1) WHERE chain = '{chain}'"
        ));
        assert_eq!(verified(&portal).await, Err(vec![Broken::Anchor(chain.clone())]));
        alice.sign_in(&portal).await;
        assert_eq!(verified(&portal).await, Err(vec![Broken::Anchor(chain)]), "what is left is not signed");
    }

    async fn a_chain_that_was_removed_is_found_and_does_not_begin_again_as_if_nothing_were(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let stranger = || async {
            let mut stranger = portal.visitor();
            stranger.open("/login").await;
            stranger.fill("username", "nobody").fill("password", "wrong");
            stranger.press("Sign in").await;
        };
        stranger().await;
        let mut raw_database = without_guards(&portal);
        let chains = [alices(&mut raw_database), Chain::front_door()];
        for chain in &chains {
            raw_database.execute(&format!("DELETE FROM security_events WHERE chain = '{chain}'"));
            raw_database.execute(&format!("DELETE FROM event_chains WHERE chain = '{chain}'"));
        }
        let missing = |of: fn(Chain) -> Broken| Err(chains.clone().map(of).to_vec());
        let Err(found) = verified(&portal).await else { panic!("nothing is missing") };
        assert!(chains.iter().all(|chain| found.contains(&Broken::Missing(chain.clone()))), "{found:?}");
        // Unknown names are one entry per network and hour.
        portal.wait(3600);
        stranger().await;
        alice.sign_in(&portal).await;
        let Err(mut found) = verified(&portal).await else { panic!("it began again") };
        found.sort_by_key(ToString::to_string);
        let mut expected = missing(Broken::BegunAgain);
        if let Err(expected) = &mut expected {
            expected.sort_by_key(ToString::to_string);
        }
        assert_eq!(Err::<i64, _>(found), expected);
    }

    async fn an_earlier_end_that_was_put_back_is_found_by_marks_that_were_kept_elsewhere(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut raw_database = without_guards(&portal);
        let chain = alices(&mut raw_database);
        let (_, early) = since(&portal, Vec::new()).await.unwrap();
        raw_database.execute("CREATE TABLE kept AS SELECT * FROM event_chains");
        alice.sign_in(&portal).await;
        let (count, late) = since(&portal, early.clone()).await.unwrap();
        let mark = late.iter().find(|mark| mark.chain == chain).unwrap().clone();
        raw_database.execute(&format!(
            "DELETE FROM security_events WHERE chain = '{chain}' AND sequence > (SELECT last FROM kept WHERE kept.chain = '{chain}')"
        ));
        raw_database.execute("DELETE FROM event_chains; INSERT INTO event_chains SELECT * FROM kept; DROP TABLE kept");
        assert!(verified(&portal).await.unwrap() < count, "as a restored backup");
        assert!(since(&portal, early).await.is_ok());
        assert_eq!(since(&portal, late.clone()).await, Err(vec![Broken::Before(chain.clone(), mark.last)]));
        // Another entry in place of the original one.
        portal.wait(60);
        alice.sign_in(&portal).await;
        assert_eq!(since(&portal, late).await, Err(vec![Broken::Before(chain, mark.last)]));
    }

    async fn what_does_not_hold_is_not_made_good_by_sweeping_it(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut raw_database = without_guards(&portal);
        let chain = alices(&mut raw_database);
        raw_database.execute(&format!("UPDATE security_events SET event = 'signed_out' WHERE sequence = 2 AND chain = '{chain}'"));
        portal.wait(401 * 24 * 3600);
        alice.sign_in(&portal).await;
        sweep::round(portal.services()).await.unwrap();
        assert_eq!(raw_database.count("security_events WHERE sequence = 2"), 0);
        assert_eq!(verified(&portal).await, Err(vec![Broken::Anchor(chain)]));
    }

    async fn what_is_too_old_goes_and_the_rest_still_holds(portal) {
        let (alice, _) = people::main_account(&portal).await;
        alice.sign_in(&portal).await;
        let old = verified(&portal).await.unwrap();
        portal.wait(399 * 24 * 3600);
        alice.sign_in(&portal).await;
        sweep::round(portal.services()).await.unwrap();
        assert!(verified(&portal).await.unwrap() > old, "399 days are kept");
        portal.wait(2 * 24 * 3600);
        sweep::round(portal.services()).await.unwrap();
        assert_eq!(verified(&portal).await, Ok(1));
        let oldest = RawDatabase::of(&portal).number("SELECT MIN(occurred_at) AS number FROM security_events");
        assert!(Timestamp(oldest) > Timestamp(portal.now() - 400 * 24 * 3600));
        alice.sign_in(&portal).await;
        assert_eq!(verified(&portal).await, Ok(2), "and goes on");
        portal.wait(500 * 24 * 3600);
        sweep::round(portal.services()).await.unwrap();
        assert_eq!(verified(&portal).await, Ok(0));
        alice.sign_in(&portal).await;
        assert_eq!(verified(&portal).await, Ok(1), "an empty log goes on where it ended");
    }

    async fn a_hundred_at_once_at_two_instances_are_one_chain(portal) {
        people::main_account(&portal).await;
        let before = RawDatabase::of(&portal).count("security_events");
        let neighbour = portal.second_instance();
        let mut at_once = tokio::task::JoinSet::new();
        for number in 0..100 {
            let url = if number % 2 == 0 { portal.url() } else { neighbour.url() };
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
        let entries = RawDatabase::of(&portal).count("security_events") - before;
        // A stored answer can still end in "busy" when it is sent; a sent answer is stored.
        assert!((i64::try_from(looked_at).unwrap()..=100).contains(&entries), "{entries} for {looked_at}");
        assert_eq!(verified(&portal).await, Ok(before + entries));
        neighbour.close().await;
    }
}

/// A sign-in of an account.
fn sign_in_of(portal: &TestPortal, account: &AccountId) -> SecurityEvent {
    SecurityEvent {
        at: Timestamp(portal.now()),
        account: Some(account.clone()),
        actor: Actor::Operator,
        event: Event::SignedIn,
        reason: None,
    }
}

// A file has one writer at a time, whatever it writes.
#[tokio::test]
async fn main_accounts_do_not_wait_for_one_another_to_write_on_postgres() {
    let portal = TestPortal::on_postgres();
    let slow = other_main_account(&portal, "slow").await;
    let mut others = Vec::new();
    for number in 0..5 {
        others.push(other_main_account(&portal, &format!("quick-{number}")).await);
    }
    let before = verified(&portal).await.unwrap();
    let services = portal.services();
    let (held, is_held) = tokio::sync::oneshot::channel();
    let (done, is_done) = mpsc::channel::<()>();
    // An entry whose transaction stays open until all others have written theirs.
    let (key, entry) = (services.keys.activity.clone(), sign_in_of(&portal, &slow));
    let database = services.database.clone();
    let holding = tokio::spawn(async move {
        database
            .run_patiently(move |conn| {
                transaction(conn, |tx| {
                    security_events::insert(tx, &key, &entry)?;
                    let _ = held.send(());
                    let _ = is_done.recv();
                    Ok::<_, StoreError>(())
                })
            })
            .await
    });
    is_held.await.unwrap();
    let mut at_once = tokio::task::JoinSet::new();
    for account in &others {
        let (key, entry) = (services.keys.activity.clone(), sign_in_of(&portal, account));
        let database = services.database.clone();
        at_once.spawn(async move {
            database
                .run(move |conn| transaction(conn, |tx| security_events::insert(tx, &key, &entry)))
                .await
        });
    }
    for written in at_once.join_all().await {
        written.unwrap();
    }
    done.send(()).unwrap();
    holding.await.unwrap().unwrap();
    assert_eq!(verified(&portal).await, Ok(before + 6));
}
