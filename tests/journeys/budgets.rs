//! Sending limits, and the order of sending: limits that protect people from floods and the operator from costs, and
//! that a first day in an office does not exceed.

use vestibule::{
    domain::{
        account::{Email, Username, UsernameKey},
        clock::Timestamp,
        notification::{Notification, NotificationKind, Schedule},
        phone_number::PhoneNumber,
    },
    flows::{
        administer::{self, NewAccount},
        sweep,
    },
    store::{
        StoreError, accounts,
        outbox::{self, Letter},
        transaction,
    },
};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        page::Page,
        people::{self, NUMBER, PASSWORD, Person},
        portal::{TestPortal, on_both_databases},
        program::free_port,
        smtp_server::{self, Mood, SmtpServer},
        visitor::Visitor,
    },
};

/// An account that the operator adds, with its own address.
async fn added(portal: &TestPortal, name: &str, main: Option<&str>, number: Option<&str>) -> Person {
    let new = NewAccount {
        username: Username::parse(name).unwrap(),
        email: Email::parse(&format!("{}@example.com", name.to_lowercase())).unwrap(),
        number: number.map(|number| PhoneNumber::parse(number).unwrap()),
        main: main.map(str::to_owned),
        manager: false,
        two_factor_required: number.is_some(),
        language: None,
    };
    administer::add(portal.services(), new, PASSWORD).await.unwrap();
    Person {
        username: name.to_owned(),
        ..people::alice(portal)
    }
}

/// The number of the nth person.
fn number(nth: usize) -> String {
    format!("+35840{:07}", 1_000_000 + nth)
}

/// Begins a first sign-in and asks for an SMS.
async fn ask_for_sms(portal: &TestPortal, person: &Person) -> (Visitor, Page) {
    let mut visitor = portal.visitor();
    let page = person.give_password(&mut visitor).await;
    assert_eq!(page.path, "/login/backup", "{}", page.text());
    let page = visitor.press("Send SMS").await;
    (visitor, page)
}

async fn invite(alice: &mut Visitor, name: &str) -> Page {
    alice.open("/subaccounts/new").await;
    alice
        .fill("username", name)
        .fill("email", &format!("{}@example.com", name.to_lowercase()));
    alice.press("Create").await
}

/// Disables an account and enables it again.
async fn flip(portal: &TestPortal, username: &str) {
    administer::disable(portal.services(), username).await.unwrap();
    administer::enable(portal.services(), username).await.unwrap();
}

on_both_databases! {
    async fn six_accounts_with_one_number_send_it_five_sms_in_an_hour_and_ten_in_a_day(portal) {
        people::main_account(&portal).await;
        for round in 0..3 {
            let mut sent = 0;
            for nth in 0..6 {
                let bob = added(&portal, &format!("Bob{round}{nth}"), Some("Alice"), Some(NUMBER)).await;
                let (_, page) = ask_for_sms(&portal, &bob).await;
                if page.status == 303 {
                    sent += 1;
                    continue;
                }
                assert_eq!(page.status, 429);
                let span = if round == 0 { "up to an hour" } else { "up to a day" };
                let problem = &page.problems()[0];
                assert!(problem.contains("to this number") && problem.contains(span), "{problem}");
                assert!(page.header("retry-after").is_some());
            }
            assert_eq!(sent, [5, 5, 0][round]);
            portal.wait(3600);
        }
        assert_eq!(portal.texts().len(), 10);
        portal.wait(24 * 3600);
        let bob = added(&portal, "Bob", Some("Alice"), Some(NUMBER)).await;
        assert_eq!(ask_for_sms(&portal, &bob).await.1.status, 303);
    }

    async fn whoever_enters_somebody_s_number_keeps_them_from_none_of_their_own_codes(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        people::prove_number(&portal, &mut visitor, NUMBER).await;
        portal.wait(3600);
        added(&portal, "Mallory", None, None).await;
        for nth in 0..6 {
            let stranger = added(&portal, &format!("Eve{nth}"), Some("Mallory"), Some(NUMBER)).await;
            ask_for_sms(&portal, &stranger).await;
        }
        assert_eq!(portal.texts().len(), 5);
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        visitor.open("/login/backup").await;
        assert_eq!(visitor.press("Send SMS").await.status, 303, "{:?}", visitor.page().problems());
        assert_eq!(portal.texts().len(), 1);
    }

    async fn an_office_of_thirty_behind_one_address_gets_through_its_first_day(portal) {
        people::main_account(&portal).await;
        for nth in 0..30 {
            let bob = added(&portal, &format!("Bob{nth}"), Some("Alice"), Some(&number(nth))).await;
            let (mut visitor, page) = ask_for_sms(&portal, &bob).await;
            assert_eq!(page.status, 303, "{nth}: {:?}", page.problems());
            visitor.land().await;
            visitor.fill("code", &portal.texts().remove(0).code());
            let page = visitor.press("Log in").await;
            assert_eq!(page.location(), Some("/account/security/authenticator"), "{nth}");
        }
        // Requests for numbers that do not respond have the same limit as before.
        for nth in 30..41 {
            let bob = added(&portal, &format!("Bob{nth}"), Some("Alice"), Some(&number(nth))).await;
            let (_, page) = ask_for_sms(&portal, &bob).await;
            assert_eq!(page.status, if nth < 40 { 303 } else { 429 }, "{nth}: {:?}", page.problems());
        }
    }

    async fn a_main_account_that_has_sent_all_it_may_keeps_no_other_from_sending(portal) {
        let portal = portal
            .rebuilt(|settings| settings.budgets.phone.main_account_day = 2)
            .await;
        people::main_account(&portal).await;
        added(&portal, "Otto", None, None).await;
        for (nth, status) in [(0, 303), (1, 303), (2, 429)] {
            let bob = added(&portal, &format!("Bob{nth}"), Some("Alice"), Some(&number(nth))).await;
            let (_, page) = ask_for_sms(&portal, &bob).await;
            assert_eq!(page.status, status, "{nth}: {:?}", page.problems());
            if status == 429 {
                assert!(page.problems()[0].contains("your organisation"), "{:?}", page.problems());
            }
        }
        let olga = added(&portal, "Olga", Some("Otto"), Some(&number(9))).await;
        assert_eq!(ask_for_sms(&portal, &olga).await.1.status, 303);
    }

    async fn the_installation_has_a_limit_for_a_day_over_all_main_accounts(portal) {
        let portal = portal.rebuilt(|settings| settings.budgets.phone.instance_day = 2).await;
        people::main_account(&portal).await;
        added(&portal, "Otto", None, None).await;
        for (nth, main, status) in [(0, "Alice", 303), (1, "Otto", 303), (2, "Alice", 429), (3, "Otto", 429)] {
            let bob = added(&portal, &format!("Bob{nth}"), Some(main), Some(&number(nth))).await;
            assert_eq!(ask_for_sms(&portal, &bob).await.1.status, status, "{nth}");
        }
        portal.wait(24 * 3600);
        let bob = added(&portal, "Bob", Some("Otto"), Some(&number(4))).await;
        assert_eq!(ask_for_sms(&portal, &bob).await.1.status, 303);
    }

    async fn a_manager_invites_thirty_on_the_first_day_and_a_flood_of_invitations_is_refused(portal) {
        let portal = portal.rebuilt(|settings| settings.budgets.mail.account_hour = 32).await;
        let (_, mut alice) = people::main_account(&portal).await;
        for nth in 0..32 {
            let page = invite(&mut alice, &format!("Bob{nth}")).await;
            assert_eq!(page.status, 303, "{nth}: {:?}", page.problems());
        }
        assert_eq!(portal.mails().await.len(), 32);
        let page = invite(&mut alice, "Bob32").await;
        assert_eq!((page.status, page.header("retry-after")), (429, Some("3600")));
        assert!(page.problems()[0].contains("too many e-mails"), "{:?}", page.problems());
        assert_eq!(page.field_value("username").as_deref(), Some("Bob32"), "stays typed");
        assert!(portal.mails().await.is_empty());
        // Nothing of it was stored: neither the account nor its name.
        portal.wait(3600);
        let mut alice = people::alice(&portal).sign_in(&portal).await;
        assert_eq!(invite(&mut alice, "Bob32").await.status, 303);
        // A new invitation is a mail, too; if the budget is used up, the previous one still works.
        let path = portal.mailed_invitation().await;
        let portal = portal.rebuilt(|settings| settings.budgets.mail.account_hour = 1).await;
        let mut alice = people::alice(&portal).sign_in(&portal).await;
        alice.open("/subaccounts?q=Bob32").await;
        alice.click("Change").await;
        let page = alice.press("New invitation").await;
        assert_eq!(page.status, 429, "{:?}", page.location());
        let mut bob = portal.visitor();
        assert_eq!(bob.open(&path).await.heading(), "Choose your password");
    }

    async fn all_spellings_of_an_address_are_one_mailbox(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        for nth in 0..12 {
            let mut address = "VICTIMS@Example.com".to_owned();
            let spelt = address[nth % 7..=nth % 7].to_lowercase();
            address.replace_range(nth % 7..=nth % 7, &spelt);
            alice.open("/subaccounts/new").await;
            alice.fill("username", &format!("Bob{nth}")).fill("email", &address);
            let page = alice.press("Create").await;
            assert_eq!(page.status, if nth < 10 { 303 } else { 429 }, "{nth}: {:?}", page.problems());
        }
        assert_eq!(portal.mails().await.len(), 10);
        assert_eq!(invite(&mut alice, "Carol").await.status, 303, "another mailbox");
    }

    async fn an_account_that_moves_its_address_again_and_again_mails_five_strangers_an_hour(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        for nth in 0..8 {
            alice.open("/account/details").await;
            alice.fill("email", &format!("stranger{nth}@example.com"));
            let page = alice.press("Save").await;
            assert_eq!(page.status, if nth < 5 { 303 } else { 429 }, "{nth}: {:?}", page.problems());
            if nth >= 5 {
                assert!(page.problems()[0].contains("too many e-mails"), "{:?}", page.problems());
            }
        }
        let mails = portal.mails().await;
        let mut strangers: Vec<&str> = mails.iter().map(|mail| mail.to().as_str()).collect();
        strangers.retain(|to| to.starts_with("stranger"));
        strangers.sort_unstable();
        strangers.dedup();
        assert_eq!(strangers.len(), 5, "{mails:?}");
        assert!(mails.iter().all(|mail| mail.subject().as_str() == "Acme Panel: Your code to confirm this address"));
        // One move does not use up the owner's budget.
        portal.wait(3600);
        people::move_to(&portal, &mut people::alice(&portal).sign_in(&portal).await, "alice@example.org").await;
    }

    async fn what_happens_again_and_again_is_told_three_times_and_then_in_one_mail(portal) {
        people::main_account(&portal).await;
        added(&portal, "Bob", Some("Alice"), None).await;
        for _ in 0..10 {
            flip(&portal, "Bob").await;
        }
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 6, "{mails:?}");
        assert!(mails.iter().all(|mail| !mail.text().contains("more times")));
        portal.wait(3600);
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 2, "{mails:?}");
        for mail in &mails {
            assert_eq!(mail.to().as_str(), "bob@example.com");
            assert!(mail.text().contains("It happened 6 more times after that."), "{}", mail.text());
        }
        // An hour has passed, and nothing is withheld any more.
        flip(&portal, "Bob").await;
        assert_eq!(portal.mails().await.len(), 2);
    }

    async fn no_notice_waits_for_a_budget_that_somebody_else_has_used_up(portal) {
        let portal = portal
            .rebuilt(|settings| {
                settings.budgets.mail.account_hour = 0;
                settings.budgets.mail.main_account_day = 0;
                settings.budgets.mail.instance_day = 0;
            })
            .await;
        let (mut alice, mut visitor) = people::main_account(&portal).await;
        assert_eq!(invite(&mut visitor, "Bob").await.status, 429);
        alice.set_up_authenticator(&portal, &mut visitor).await;
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].subject().as_str().contains("Two-factor authentication is on"));
    }

    async fn reminders_over_the_limit_are_said_and_sent_later(portal) {
        let portal = portal
            .rebuilt(|settings| settings.budgets.reminders.account_hour = 3)
            .await;
        let (_, mut alice) = people::main_account(&portal).await;
        for nth in 0..5 {
            added(&portal, &format!("Bob{nth}"), Some("Alice"), None).await;
        }
        alice.open("/subaccounts").await;
        assert_eq!(alice.press("Remind those without an app").await.status, 303);
        let page = alice.land().await;
        assert!(page.text().contains("Reminders to 3 accounts are on their way. The others were not sent."), "{}", page.text());
        assert!(page.text().contains("up to an hour"), "{}", page.text());
        assert_eq!(portal.mails().await.len(), 3);
        portal.wait(3600);
        let mut alice = people::alice(&portal).sign_in(&portal).await;
        alice.open("/subaccounts").await;
        alice.press("Remind those without an app").await;
        alice.land().await;
        let mut reminded: Vec<String> = portal.mails().await.iter().map(|mail| mail.to().as_str().to_owned()).collect();
        reminded.retain(|to| to.starts_with("bob"));
        assert_eq!(reminded.len(), 2, "nobody twice: {reminded:?}");
    }

    async fn what_is_counted_says_neither_numbers_nor_addresses_nor_accounts(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let bob = added(&portal, "Bob", Some("Alice"), Some(NUMBER)).await;
        ask_for_sms(&portal, &bob).await;
        invite(&mut alice, "Carol").await;
        flip(&portal, "Bob").await;
        let mut raw_database = RawDatabase::of(&portal);
        let everything = raw_database.everything();
        let counters: Vec<&String> = everything.iter().filter(|row| row.starts_with("send_counters:")).collect();
        assert!(counters.len() >= 10, "{counters:?}");
        for row in counters {
            for part in ["1234567", "example.com", "127.0.0.1", "Bob", "disabled"] {
                assert!(!row.contains(part), "{part}: {row}");
            }
        }
        // They are kept for a day.
        portal.wait(24 * 3600);
        sweep::round(portal.services()).await.unwrap();
        assert_eq!(raw_database.count("send_counters"), 0);
    }

    async fn the_outbox_takes_nothing_that_draws_on_a_budget_and_was_not_paid_for(portal) {
        people::main_account(&portal).await;
        let (services, now) = (portal.services().clone(), Timestamp(portal.now()));
        let database = portal.services().database.clone();
        let posted = database
            .run(move |conn| {
                let found = accounts::by_key(conn, &UsernameKey::of("Alice"))?.unwrap().account;
                let notification = Notification {
                    kind: NotificationKind::Invitation,
                    recipient: found.email.clone(),
                    username: found.username.clone(),
                    happened_at: now,
                    language: None,
                    address: None,
                    by: None,
                    repeats: 0,
                };
                let letter = Letter {
                    notification: &notification,
                    sealed: None,
                    schedule: &Schedule::at_once(now),
                    main: &found.id,
                };
                transaction(conn, |tx| outbox::post(tx, &services.channels.purse, &letter, None, now))
            })
            .await;
        assert!(matches!(&posted, Err(StoreError::Unexpected(why)) if why.contains("not paid for")), "{posted:?}");
        assert_eq!(portal.waiting_mails().await, 0);
    }

    async fn a_flood_of_one_main_account_keeps_back_no_code_and_no_notice_of_another(portal) {
        people::main_account(&portal).await;
        added(&portal, "Otto", None, None).await;
        let olga = added(&portal, "Olga", Some("Otto"), None).await;
        people::ask_for_codes_by_email(&portal, "Otto").await;
        for nth in 0..10 {
            added(&portal, &format!("Bob{nth}"), Some("Alice"), None).await;
        }
        // The mail server is unavailable while the flood arrives.
        let nobody = free_port();
        let portal = portal.rebuilt(|settings| settings.mail = smtp_server::settings(nobody)).await;
        for nth in 0..10 {
            for _ in 0..3 {
                flip(&portal, &format!("Bob{nth}")).await;
            }
        }
        administer::set_password(portal.services(), "Otto", "another pumice lantern").await.unwrap();
        let page = olga.give_password(&mut portal.visitor()).await;
        assert_eq!(page.path, "/login/email");
        let server = SmtpServer::open(Mood::Accepting).await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        // Longer than the delay after one failed attempt.
        portal.wait(200);
        let received = server.wait_for_mails(62).await;
        let to: Vec<&str> = received.iter().map(|mail| mail.recipients[0].as_str()).collect();
        assert_eq!(to[0], "olga@example.com", "{to:?}");
        assert!(received[0].text.contains("Your code to sign in"));
        let otto = to.iter().position(|to| *to == "otto@example.com");
        assert!(otto.is_some_and(|place| place <= 2), "in turns: {to:?}");
    }
}
