//! Many requests at once: what counts once counts once, at one instance or at two.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    time::Duration,
};

use vestibule::{
    domain::{
        account::AccountId,
        authenticator::password::Password,
        client::{Browser, Client},
    },
    flows::{Services, first_run},
    hasher::{Caller, QUEUE_PER_THREAD},
};

use super::{FORM, SESSION, assert_proper, csrf, encoded, is_inside, raw_database::RawDatabase};
use crate::support::{
    page::Page,
    people::{self, PASSWORD, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const CODE_FAILURES: &str = "SELECT COALESCE(MAX(failures), 0) AS number FROM throttles WHERE kind = 'codes'";

const ALL_FAILURES: &str = "SELECT CAST(COALESCE(SUM(failures), 0) AS BIGINT) AS number FROM throttles";

/// Takes each free place in a caller's lane of the hashing pool.
async fn keep_hashing(services: Services, caller: Caller) {
    loop {
        let hashed = services
            .hasher
            .verify(caller.clone(), None, Password::typed("x"))
            .await;
        if hashed.is_err() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

/// A visitor of the sign-in page; each number is a network of its own.
fn front_door(number: u8) -> Caller {
    Caller::at_the_front_door(Client {
        address: [198, 51, number, 1].into(),
        browser: Browser::UNKNOWN,
        language: None,
    })
}

/// All at once.
async fn crowd<F>(requests: impl IntoIterator<Item = F>) -> Vec<Page>
where
    F: Future<Output = Page> + Send + 'static,
{
    let running: Vec<_> = requests.into_iter().map(tokio::spawn).collect();
    let mut pages = Vec::new();
    for request in running {
        pages.push(request.await.unwrap());
    }
    pages
}

/// How often each answer was given, as status and redirect target. None is an internal error.
fn answers(pages: &[Page]) -> BTreeMap<String, usize> {
    let mut answers = BTreeMap::new();
    for page in pages {
        assert!(page.status != 500, "{page:?}");
        let answer = format!("{} {}", page.status, page.location().unwrap_or_default());
        *answers.entry(answer.trim().to_owned()).or_default() += 1;
    }
    answers
}

fn count(answers: &BTreeMap<String, usize>, answer: &str) -> usize {
    answers.get(answer).copied().unwrap_or_default()
}

/// The answers that led there, by the step at which they were given: they belong to one browser, because a form that
/// is sent twice counts once, and all of them give it the same session.
fn one_sign_in(steps: &[(Visitor, String)], pages: &[Page], place: &str) -> usize {
    let led = |page: &&Page| page.status == 303 && page.location() == Some(place);
    let sessions: BTreeSet<String> = pages.iter().filter(led).map(given_session).collect();
    assert_eq!(sessions.len(), 1, "{sessions:?}");
    let winners: BTreeSet<usize> = (0..pages.len())
        .filter(|nth| led(&&pages[*nth]))
        .map(|nth| nth % steps.len())
        .collect();
    assert_eq!(winners.len(), 1, "{winners:?}");
    pages.iter().filter(led).count()
}

/// The session's cookie that an answer sets.
fn given_session(page: &Page) -> String {
    page.cookie_set(SESSION).expect("a session's cookie")
}

/// Posts once, as a copy of a visitor.
fn post(visitor: &Visitor, path: &str, body: String) -> impl Future<Output = Page> + Send + 'static {
    let (mut copy, path) = (visitor.thief(), path.to_owned());
    async move { copy.submit_raw(&path, body, &[FORM]).await }
}

/// Pending steps, each with the token of its form.
async fn pending_steps(
    person: &Person,
    visitors: impl IntoIterator<Item = Visitor>,
) -> Vec<(Visitor, String)> {
    let mut steps = Vec::new();
    for mut visitor in visitors {
        let page = person.give_password(&mut visitor).await;
        let token = page.field_value("csrf").unwrap();
        steps.push((visitor, token));
    }
    steps
}

/// Enters codes at all steps at once, `each` of them at every step.
async fn give_codes(path: &str, steps: &[(Visitor, String)], codes: &[String]) -> Vec<Page> {
    let mut requests = Vec::new();
    for code in codes {
        for (visitor, token) in steps {
            requests.push(post(visitor, path, encoded(&[("csrf", token), ("code", code)])));
        }
    }
    crowd(requests).await
}

/// The sign-in pages of the portal and of a second instance of it.
fn doors(portal: &TestPortal, second: &str) -> Vec<Visitor> {
    (0..5)
        .flat_map(|_| [portal.visitor(), Visitor::new(second)])
        .collect()
}

on_both_databases! {
    async fn a_hundred_uses_of_one_invitation_set_one_password(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/subaccounts/new").await;
        alice.fill("username", "Bob").fill("email", "bob@example.com");
        alice.press("Create").await;
        let path = portal.mailed_invitation().await;
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, &path).await;
        let mut won = 0;
        // In tens, so that the hashing queue accepts them all.
        for _ in 0..10 {
            let body = encoded(&[("csrf", &token), ("password", PASSWORD)]);
            let pages = crowd((0..10).map(|_| post(&visitor, &path, body.clone()))).await;
            won += count(&answers(&pages), "303 /login?password-set");
        }
        assert_eq!(won, 1);
        assert_eq!(RawDatabase::of(&portal).events("invitation_accepted"), 1);
    }

    async fn a_hundred_uses_of_one_link_to_approve_an_address_approve_it_once(portal) {
        let (alice, mut inside) = people::main_account(&portal).await;
        inside.open("/account/security/ip").await;
        inside.press("Save").await;
        alice.give_password(&mut portal.visitor().with_address("192.0.2.5")).await;
        let path = portal.mailed_path("/approve-address/").await;
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, &path).await;
        let body = encoded(&[("csrf", &token)]);
        let answers = answers(&crowd((0..100).map(|_| post(&visitor, &path, body.clone()))).await);
        assert_eq!(count(&answers, "200"), 1, "{answers:?}");
        assert_eq!(RawDatabase::of(&portal).events("address_approved"), 1);
    }

    async fn a_hundred_times_this_was_not_me_is_one_alarm(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut pending = portal.visitor();
        alice.give_password(&mut pending).await;
        alice.guess_codes(&portal, &mut pending, 5).await;
        let path = portal.mailed_path("/not-me/").await;
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, &path).await;
        let body = encoded(&[("csrf", &token)]);
        let mut raised = 0;
        // In tens, so that the hashing queue accepts them all.
        for _ in 0..10 {
            let pages = crowd((0..10).map(|_| post(&visitor, &path, body.clone()))).await;
            raised += count(&answers(&pages), "200");
        }
        assert_eq!(raised, 1);
        assert_eq!(RawDatabase::of(&portal).events("alarm_raised"), 1);
    }

    async fn a_hundred_times_restore_my_address_at_two_instances_restores_it_once(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let mails = people::move_to(&portal, &mut alice, "alice@elsewhere.example").await;
        let line = mails.iter().flat_map(|mail| mail.text().lines()).find(|line| line.contains("/restore-email/"));
        let path = url::Url::parse(line.unwrap().trim()).unwrap().path().to_owned();
        let second = portal.second_instance();
        let mut restored = 0;
        // In tens, so that the hashing queue accepts them all.
        for _ in 0..10 {
            let mut requests = Vec::new();
            for nth in 0..10 {
                let door = if nth % 2 == 0 { portal.url() } else { second.url() };
                let mut visitor = Visitor::new(&door);
                let opened = visitor.open(&path).await;
                let Some(token) = opened.field_value("csrf") else {
                    continue;
                };
                requests.push(post(&visitor, &path, encoded(&[("csrf", &token)])));
            }
            restored += count(&answers(&crowd(requests).await), "200");
        }
        assert_eq!(restored, 1);
        assert_eq!(RawDatabase::of(&portal).events("email_restored"), 1);
        second.close().await;
    }

    async fn a_hundred_times_the_code_of_a_new_address_moves_to_it_once(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let code = people::enter_address(&portal, &mut alice, "alice@elsewhere.example").await;
        let second = portal.second_instance();
        let token = csrf(&mut alice, "/account/email").await;
        let mut there = Visitor::new(&second.url());
        there.use_jar(alice.jar());
        let body = encoded(&[("csrf", &token), ("code", &code)]);
        let requests = (0..100).map(|nth| {
            let visitor = if nth % 2 == 0 { &alice } else { &there };
            post(visitor, "/account/email", body.clone())
        });
        let pages = crowd(requests.collect::<Vec<_>>()).await;
        answers(&pages);
        assert_eq!(RawDatabase::of(&portal).events("email_changed"), 1);
        assert_eq!(portal.mails().await.len(), 2, "both addresses, once each");
        let details = there.open("/account/details").await;
        assert_eq!(details.field_value("email").as_deref(), Some("alice@elsewhere.example"));
        second.close().await;
    }

    async fn a_hundred_times_the_same_code_signs_in_once(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let steps = pending_steps(&person, (0..5).map(|_| portal.visitor())).await;
        let pages = give_codes("/login/code", &steps, &vec![person.code(&portal); 20]).await;
        let answers = answers(&pages);
        assert_eq!(one_sign_in(&steps, &pages, "/account"), 20, "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("signed_in"), 2, "the first run and this one");
        assert_eq!(raw_database.count("sessions WHERE state LIKE '%signed_in%'"), 2);
    }

    async fn a_hundred_times_the_same_recovery_code_signs_in_once(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let second = portal.second_instance();
        let steps = pending_steps(&person, doors(&portal, &second.url())).await;
        let codes = vec![person.recovery_codes[0].clone(); 10];
        let pages = give_codes("/login/recovery", &steps, &codes).await;
        let answers = answers(&pages);
        assert_eq!(one_sign_in(&steps, &pages, "/account/recovered"), 10, "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("recovery_code_used"), 1);
        assert_eq!(raw_database.count("recovery_codes WHERE used_at IS NOT NULL"), 1);
        second.close().await;
    }

    async fn first_sign_ins_at_once_all_get_to_the_second_step(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut requests = Vec::new();
        for number in 1..=8 {
            let mut visitor = portal.visitor().with_address(&format!("192.0.2.{number}"));
            let token = csrf(&mut visitor, "/login").await;
            let body = encoded(&[("csrf", &token), ("username", "Bob"), ("password", &bob.password)]);
            requests.push(post(&visitor, "/login", body));
        }
        let answers = answers(&crowd(requests).await);
        assert_eq!(count(&answers, "303 /login/backup"), 8, "{answers:?}");
        portal.wait(180);
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let mails = portal.mails().await;
        let left = mails.iter().filter(|mail| mail.subject().as_str().contains("Unfinished sign-in"));
        assert_eq!(left.count(), 1, "{mails:?}");
    }

    async fn a_hundred_times_send_sms_is_one_sms(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let second = portal.second_instance();
        let steps = pending_steps(&bob, doors(&portal, &second.url())).await;
        let mut requests = Vec::new();
        for _ in 0..10 {
            for (visitor, token) in &steps {
                let body = encoded(&[("csrf", token), ("method", "sms")]);
                requests.push(post(visitor, "/login/backup/send", body));
            }
        }
        let answers = answers(&crowd(requests).await);
        assert_eq!(count(&answers, "303 /login/backup"), 1, "{answers:?}");
        assert_eq!(count(&answers, "429"), 99, "{answers:?}");
        assert_eq!(portal.texts().len(), 1);
        second.close().await;
    }

    async fn a_hundred_times_the_same_sms_code_signs_in_once(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        visitor.press("Send SMS").await;
        let page = visitor.land().await;
        let code = portal.texts().remove(0).code();
        let steps = [(visitor, page.field_value("csrf").unwrap())];
        let pages = give_codes("/login/backup", &steps, &vec![code; 100]).await;
        let answers = answers(&pages);
        let place = "/account/security/authenticator";
        assert_eq!(one_sign_in(&steps, &pages, place), 100, "{answers:?}");
        assert_eq!(RawDatabase::of(&portal).events("signed_in"), 2, "the first run and this one");
    }

    async fn sms_for_many_accounts_at_once_keep_to_the_limit_of_the_address(portal) {
        people::main_account(&portal).await;
        let mut requests = Vec::new();
        for number in 0..20 {
            let (name, number) = (format!("Bob{number}"), format!("+35840100{number:04}"));
            let person = people::required_subaccount_at(&portal, &name, &number).await;
            let mut visitor = portal.visitor();
            let page = person.give_password(&mut visitor).await;
            let body = encoded(&[("csrf", &page.field_value("csrf").unwrap()), ("method", "sms")]);
            requests.push(post(&visitor, "/login/backup/send", body));
        }
        let answers = answers(&crowd(requests).await);
        assert_eq!(count(&answers, "303 /login/backup"), 10, "{answers:?}");
        assert_eq!(portal.texts().len(), 10);
    }

    async fn a_hundred_sms_to_one_number_at_once_are_five(portal) {
        people::main_account(&portal).await;
        let second = portal.second_instance();
        let mut requests = Vec::new();
        for nth in 0..20 {
            let person = people::required_subaccount_with_number(&portal, &format!("Bob{nth}")).await;
            let door = if nth % 2 == 0 { portal.url() } else { second.url() };
            let mut visitor = Visitor::new(&door);
            let page = person.give_password(&mut visitor).await;
            let body = encoded(&[("csrf", &page.field_value("csrf").unwrap()), ("method", "sms")]);
            for _ in 0..5 {
                requests.push(post(&visitor, "/login/backup/send", body.clone()));
            }
        }
        let answers = answers(&crowd(requests).await);
        assert_eq!(count(&answers, "303 /login/backup"), 5, "{answers:?}");
        assert_eq!(count(&answers, "429"), 95, "{answers:?}");
        assert_eq!(portal.texts().len(), 5);
        second.close().await;
    }

    async fn a_hundred_mails_at_once_keep_to_the_limit_of_the_address(portal) {
        let portal = portal.rebuilt(|settings| settings.budgets.mail.recipient_hour = 7).await;
        let (alice, mut inside) = people::main_account(&portal).await;
        inside.open("/subaccounts/new").await;
        inside.fill("username", "Bob").fill("email", "bob@example.com");
        inside.press("Create").await;
        let second = portal.second_instance_with(|settings| settings.budgets.mail.recipient_hour = 7);
        let mut steps = Vec::new();
        for door in [portal.url(), second.url()] {
            let mut visitor = Visitor::new(&door);
            alice.give_password(&mut visitor).await;
            visitor.open("/subaccounts?q=Bob").await;
            let path = visitor.click("Change").await.path.clone();
            steps.push((visitor, path));
        }
        let mut requests = Vec::new();
        for _ in 0..50 {
            for (visitor, path) in &mut steps {
                // The page is loaded again for each, so that none is the same form sent again.
                let body = encoded(&[("csrf", &csrf(visitor, path).await)]);
                requests.push(post(visitor, &format!("{path}/invite"), body));
            }
        }
        let answers = answers(&crowd(requests).await);
        assert!(answers.keys().all(|answer| ["429", "503"].contains(&&**answer) || answer.starts_with("303")), "{answers:?}");
        // The rest, one after the other.
        let (visitor, path) = &mut steps[0];
        let mut mailed = count(&answers, &format!("303 {path}"));
        for _ in 0..8 {
            let body = encoded(&[("csrf", &csrf(visitor, path).await)]);
            if post(visitor, &format!("{path}/invite"), body).await.status != 303 {
                break;
            }
            mailed += 1;
        }
        assert_eq!(mailed, 6, "and the first invitation: {answers:?}");
        assert_eq!(RawDatabase::of(&portal).events("invitation_renewed"), 6, "a refused one is taken back");
        second.close().await;
    }

    async fn two_instances_are_no_two_chances(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let second = portal.second_instance();
        let steps = pending_steps(&person, doors(&portal, &second.url())).await;
        let pages = give_codes("/login/code", &steps, &vec![person.code(&portal); 10]).await;
        let answers = answers(&pages);
        assert_eq!(one_sign_in(&steps, &pages, "/account"), 10, "{answers:?}");
        assert_eq!(RawDatabase::of(&portal).events("signed_in"), 2);
        second.close().await;
    }

    async fn a_hundred_wrong_codes_at_once_are_five_guesses(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let second = portal.second_instance();
        let steps = pending_steps(&person, doors(&portal, &second.url())).await;
        let codes: Vec<String> = (0..10).map(|nth| format!("00000{nth}")).collect();
        let pages = give_codes("/login/code", &steps, &codes).await;
        let answers = answers(&pages);
        assert!((1..=5).contains(&count(&answers, "422")), "{answers:?}");
        assert!(answers.keys().all(|answer| ["422", "429", "503"].contains(&&**answer)), "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.number(CODE_FAILURES), 5);
        assert!(raw_database.events("code_refused") <= 5);

        let pages = give_codes("/login/code", &steps, &[person.code(&portal)]).await;
        assert!(pages.iter().all(|page| page.status == 429), "{pages:?}");
        assert_eq!(raw_database.number(CODE_FAILURES), 5, "what is not looked at is not counted");
        assert_eq!(raw_database.events("signed_in"), 1);
        second.close().await;
    }

    async fn the_right_code_among_wrong_ones_wins_at_most_once(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let steps = pending_steps(&person, (0..4).map(|_| portal.visitor())).await;
        let mut codes: Vec<String> = (0..12).map(|nth| format!("0000{nth:02}")).collect();
        codes.insert(6, person.code(&portal));
        let pages = give_codes("/login/code", &steps, &codes).await;
        let answers = answers(&pages);
        assert!(count(&answers, "303 /account") <= 1, "{answers:?}");
        // Each right code resets the count before it, so at most two times five.
        assert!(count(&answers, "422") <= 10, "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert!(raw_database.number(CODE_FAILURES) <= 5);
        assert_eq!(
            usize::try_from(raw_database.events("signed_in")).unwrap(),
            1 + count(&answers, "303 /account")
        );
    }

    async fn a_form_sent_a_hundred_times_to_two_instances_is_answered_once(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let second = portal.second_instance();
        let mut here = portal.visitor();
        let page = person.give_password(&mut here).await;
        let mut there = Visitor::new(&second.url());
        there.use_jar(here.jar());
        let token = page.field_value("csrf").unwrap();
        let body = encoded(&[("csrf", &token), ("code", &person.code(&portal))]);
        let requests = (0..100).map(|nth| {
            let door = if nth % 2 == 0 { &here } else { &there };
            post(door, "/login/code", body.clone())
        });
        let pages = crowd(requests.collect::<Vec<_>>()).await;
        let answers = answers(&pages);
        assert_eq!(one_sign_in(&[(here, token)], &pages, "/account"), 100, "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("signed_in"), 2, "the first run and this one");
        assert_eq!(raw_database.events("code_refused"), 0);
        assert_eq!(raw_database.number(CODE_FAILURES), 0, "one was charged, and was right");
        assert_eq!(raw_database.count("sessions"), 2);
        second.close().await;
    }

    async fn confirmations_in_many_tabs_at_once_leave_one_session(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let second = portal.second_instance();
        let mut requests = Vec::new();
        for nth in 0..12 {
            let token = csrf(&mut visitor, "/account/confirm").await;
            let mut door = Visitor::new(&if nth % 2 == 0 { portal.url() } else { second.url() });
            door.use_jar(visitor.jar());
            let body = encoded(&[("csrf", &token), ("password", PASSWORD)]);
            requests.push(post(&door, "/account/confirm", body));
        }
        let pages = crowd(requests).await;
        let answers = answers(&pages);
        assert_eq!(count(&answers, "303 /account"), 1, "{answers:?}");
        let winner = pages.iter().find(|page| page.location() == Some("/account")).unwrap();
        let given: Vec<_> = pages.iter().filter_map(|page| page.cookie_set(SESSION)).collect();
        assert_eq!(given, [given_session(winner)], "nobody else gets an id");
        assert_eq!(RawDatabase::of(&portal).count("sessions"), 1);
        assert!(!is_inside(&mut visitor).await, "the old id is dead");
        visitor.set_cookie(SESSION, &given[0]);
        assert!(is_inside(&mut visitor).await, "and the new one is alive");
        second.close().await;
    }

    async fn a_hundred_times_end_all_others_at_two_instances_leave_one_session(portal) {
        let (person, mut visitor) = people::main_account(&portal).await;
        person.sign_in(&portal).await;
        let second = portal.second_instance();
        let mut requests = Vec::new();
        for nth in 0..100 {
            let token = csrf(&mut visitor, "/account/sessions").await;
            let mut door = Visitor::new(&if nth % 2 == 0 { portal.url() } else { second.url() });
            door.use_jar(visitor.jar());
            requests.push(post(&door, "/account/sessions/end-others", encoded(&[("csrf", &token)])));
        }
        let pages = crowd(requests).await;
        let answers = answers(&pages);
        assert_eq!(count(&answers, "303 /account/sessions"), 1, "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("sessions"), 1);
        assert_eq!(raw_database.events("sessions_ended"), 1);
        second.close().await;
    }

    async fn a_loop_of_confirmations_does_not_outlive_end_session(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let bob = people::added_by_operator(&portal, "Bob").await;
        let mut owner = bob.sign_in(&portal).await;
        for round in 0..4 {
            let mut thief = bob.sign_in(&portal).await;
            // The list was loaded before, and has the session's previous identifier.
            owner.open("/account/sessions").await;
            let looping = tokio::spawn(async move {
                let mut confirmed = 0;
                for _ in 0..12 {
                    if thief.open("/account/confirm").await.status != 200 {
                        break;
                    }
                    thief.fill("password", PASSWORD);
                    if thief.press("Confirm").await.location() == Some("/account") {
                        confirmed += 1;
                    }
                }
                (thief, confirmed)
            });
            let confirmed = RawDatabase::of(&portal).events("reauthenticated");
            while RawDatabase::of(&portal).events("reauthenticated") == confirmed && !looping.is_finished() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            owner.press("End session").await;
            assert!(owner.land().await.text().contains("The session is ended."), "round {round}");
            let (mut thief, _) = looping.await.unwrap();
            assert!(!is_inside(&mut thief).await, "round {round}");
            assert_eq!(RawDatabase::of(&portal).count("sessions"), 2, "Alice and the owner");
        }
        assert!(is_inside(&mut owner).await && is_inside(&mut alice).await);
    }

    async fn a_key_is_confirmed_once(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let phone = phone_of(&visitor.open("/account/security/authenticator").await);
        let mut requests = Vec::new();
        for _ in 0..30 {
            // A separate tab for each, so that none is the same form sent again.
            let token = csrf(&mut visitor, "/account/security/authenticator").await;
            let body = encoded(&[("csrf", &token), ("code", &phone.code_at(portal.now()))]);
            requests.push(post(&visitor, "/account/security/authenticator", body));
        }
        let pages = crowd(requests).await;
        let answers = answers(&pages);
        assert_eq!(count(&answers, "303 /account/security/recovery-codes"), 1, "{answers:?}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("authenticator_enabled"), 1);
        assert_eq!(raw_database.events("authenticator_replaced"), 0);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1);
        assert_eq!(raw_database.number("SELECT epoch AS number FROM accounts"), 1);
        assert_eq!(raw_database.count("sessions"), 1);
        assert!(!is_inside(&mut visitor).await, "the old id is dead");
    }

    async fn thirty_tabs_show_one_key(portal) {
        let (_, visitor) = people::main_account(&portal).await;
        let requests = (0..30).map(|_| {
            let mut tab = visitor.thief();
            async move { tab.open("/account/security/authenticator").await }
        });
        let pages = crowd(requests.collect::<Vec<_>>()).await;
        let mut keys: Vec<String> = pages.iter().map(|page| phone_of(page).secret).collect();
        keys.dedup();
        assert_eq!(keys.len(), 1);
        assert_eq!(RawDatabase::of(&portal).count("totp_authenticators"), 1);
    }

    async fn the_welcome_link_makes_one_account(portal) {
        let link = first_run::welcome_link(portal.services()).await.unwrap().unwrap();
        let path = format!("/welcome/{}", link.reveal());
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, &path).await;
        let requests = (0..50).map(|nth| {
            let (name, email) = (format!("first{nth}"), format!("first{nth}@example.com"));
            let fields =
                [("csrf", &*token), ("username", &*name), ("email", &*email), ("password", PASSWORD)];
            post(&visitor, &path, encoded(&fields))
        });
        let pages = crowd(requests.collect::<Vec<_>>()).await;
        let answers = answers(&pages);
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("accounts"), 1, "{answers:?}");
        assert_eq!(raw_database.events("account_created"), 1);
        assert!(count(&answers, "303 /account") <= 1, "{answers:?}");
        assert!(answers.keys().all(|answer| {
            ["303 /account", "303 /login", "404", "503"].contains(&&**answer)
        }), "{answers:?}");
        assert_eq!(portal.visitor().open(&path).await.status, 404);
    }

    async fn switching_off_happens_once(portal) {
        let (person, mut visitor) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let token = csrf(&mut visitor, "/account/security/manage").await;
        let body = encoded(&[("csrf", &token), ("password", PASSWORD), ("code", &person.code(&portal))]);
        let requests = (0..20).map(|_| post(&visitor, "/account/security/disable", body.clone()));
        let pages = crowd(requests.collect::<Vec<_>>()).await;
        let answers = answers(&pages);
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("authenticator_disabled"), 1, "{answers:?}");
        assert_eq!(raw_database.count("totp_authenticators"), 0);
        assert_eq!(raw_database.count("sessions"), 1, "{answers:?}");
        assert_eq!(raw_database.number("SELECT epoch AS number FROM accounts"), 2);
    }

    async fn a_full_hashing_queue_counts_against_nobody(portal) {
        let (_, mut inside) = people::main_account(&portal).await;
        let mut guest = portal.visitor();
        let wrong = |token: &str| {
            encoded(&[("csrf", token), ("username", "alice"), ("password", "not the password")])
        };
        let forms = [
            ("/account/confirm", wrong(&csrf(&mut inside, "/account/confirm").await), inside),
            ("/login", wrong(&csrf(&mut guest, "/login").await), guest),
        ];
        let lanes = (0..100).flat_map(|number| {
            [Caller::inside(&AccountId(format!("account {number}"))), front_door(number)]
        });
        let crowd: Vec<_> =
            lanes.map(|caller| tokio::spawn(keep_hashing(portal.services().clone(), caller))).collect();
        let mut raw_database = RawDatabase::of(&portal);
        for (path, body, visitor) in forms {
            let mut busy = None;
            // Now and then one gets a place in the queue, and is counted.
            for _ in 0..5 {
                let before = raw_database.number(ALL_FAILURES);
                let page = post(&visitor, path, body.clone()).await;
                if page.status == 503 {
                    assert_eq!(raw_database.number(ALL_FAILURES), before, "{path} counted");
                    busy = Some(page);
                    break;
                }
            }
            let page = busy.expect("a full queue");
            assert_eq!(page.heading(), "Very busy at the moment");
            assert_eq!(page.header("retry-after"), Some("5"));
            assert_proper(&page);
        }
        crowd.iter().for_each(tokio::task::JoinHandle::abort);
    }

    async fn whoever_cannot_be_let_in_is_told_so_before_anything_is_asked_and_nobody_inside_waits(portal) {
        let (person, mut inside) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut guest = portal.visitor();
        let token = csrf(&mut guest, "/login").await;
        let form = encoded(&[("csrf", &token), ("username", &person.username), ("password", PASSWORD)]);
        let hasher = &portal.services().hasher;
        let stranger = |network: u8| Client { address: [198, 51, network, 1].into(), browser: Browser::UNKNOWN, language: None };
        // Each from a separate network, so that none has to give way.
        let mut places: Vec<_> = (0..=u8::MAX).map_while(|network| hasher.enter(stranger(network)).ok()).collect();
        assert!((QUEUE_PER_THREAD..200).contains(&places.len()), "{} places", places.len());

        let mut raw_database = RawDatabase::of(&portal);
        let before = raw_database.everything();
        for _ in 0..3 {
            let page = post(&guest, "/login", form.clone()).await;
            assert_eq!((page.status, page.heading()), (503, "Very busy at the moment".to_owned()));
            assert_eq!(page.header("retry-after"), Some("5"));
            assert_proper(&page);
        }
        assert_eq!(raw_database.everything(), before, "a refusal leaves nothing");
        // Signed-in visitors and reads are answered as usual.
        assert_eq!(inside.open("/account").await.status, 200);
        inside.open("/account/confirm").await;
        inside.fill("password", PASSWORD);
        assert_eq!(inside.press("Confirm").await.status, 303);
        assert_eq!(portal.visitor().open("/login").await.status, 200);

        places.pop();
        assert_eq!(post(&guest, "/login", form).await.location(), Some("/login/code"));
        drop(places);
        person.sign_in(&portal).await;
    }

    async fn a_crowd_at_the_front_door_does_not_keep_people_inside_waiting_nor_the_other_way_round(portal) {
        let (person, mut inside) = people::main_account(&portal).await;
        let hashing = |callers: Vec<Caller>| -> Vec<_> {
            let each = callers.into_iter();
            each.map(|caller| tokio::spawn(keep_hashing(portal.services().clone(), caller))).collect()
        };
        let outside = hashing((0..200).map(front_door).collect());
        for _ in 0..10 {
            inside.open("/account/confirm").await;
            inside.fill("password", PASSWORD);
            let page = inside.press("Confirm").await;
            assert_eq!(page.status, 303, "{page:?}");
        }
        outside.iter().for_each(tokio::task::JoinHandle::abort);
        // Passwords left in the queue are hashed, although nobody waits for them.
        for _ in 0..100 {
            if person.give_password(&mut portal.visitor()).await.heading() == "Your account" {
                break;
            }
        }

        let accounts = (0..200).map(|number| Caller::inside(&AccountId(format!("account {number}"))));
        let people_inside = hashing(accounts.collect());
        for _ in 0..10 {
            assert_eq!(person.give_password(&mut portal.visitor()).await.heading(), "Your account");
        }
        people_inside.iter().for_each(tokio::task::JoinHandle::abort);
    }

    async fn a_hundred_wrong_passwords_at_once_are_ten_guesses(portal) {
        people::main_account(&portal).await;
        let mut requests = Vec::new();
        for nth in 0..100 {
            let mut visitor = portal.visitor().with_address(&format!("203.0.113.{nth}"));
            let token = csrf(&mut visitor, "/login").await;
            let wrong = format!("wrong password {nth}");
            let fields = [("csrf", &*token), ("username", "alice"), ("password", &wrong)];
            requests.push(post(&visitor, "/login", encoded(&fields)));
        }
        let answers = answers(&crowd(requests).await);
        assert!(count(&answers, "422") <= 10, "{answers:?}");
        assert_eq!(count(&answers, "422") + count(&answers, "429") + count(&answers, "503"), 100);
        let failures = "SELECT MAX(failures) AS number FROM throttles WHERE kind = 'password_by_name'";
        assert_eq!(RawDatabase::of(&portal).number(failures), 10);
    }
}
