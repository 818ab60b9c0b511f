//! Mail over the network, to a server with various faults: nothing lost, nothing sent twice, nobody kept waiting.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use secrecy::ExposeSecret as _;
use vestibule::{
    config::mail::MailSettings,
    delivery::{Delivery as _, Mail, Undelivered, smtp::Smtp},
    domain::{
        account::{Email, Username},
        clock::Timestamp,
        notification::{Notification, NotificationKind},
    },
    flows::administer,
};

use crate::{
    faults::report,
    support::{
        people,
        portal::{TestPortal, on_both_databases},
        program::free_port,
        real_mail_server::RealMailServer,
        smtp_server::{self, Mood, Received, SmtpServer},
    },
};

/// Two rounds of the outbox.
const A_WHILE: Duration = Duration::from_millis(2200);

/// A notification for a recipient.
fn notification() -> Notification {
    Notification {
        kind: NotificationKind::PasswordSet,
        recipient: Email::parse("alice@example.com").unwrap(),
        username: Username::parse("Alice").unwrap(),
        happened_at: Timestamp(1_800_000_000),
        language: None,
        address: None,
        by: None,
        repeats: 0,
    }
}

/// One notice to `added@example.com`.
async fn cause_a_notice(portal: &TestPortal, username: &str) {
    let services = portal.services();
    if !administer::disable(services, username).await.unwrap().changed {
        administer::enable(services, username).await.unwrap();
    }
}

on_both_databases! {
    async fn a_mail_has_one_recipient_and_always_the_same_headers(portal) {
        let server = SmtpServer::open(Mood::Accepting).await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        let hostile = [
            ("Alice", "alice@example.com"),
            ("Alice <x@evil.example>, y", "a%0d%0aBcc.x@example.com"),
            ("=?utf-8?q?a=0d=0aBcc=3A_x=40y?=", "=?utf-8?q?x?=@example.com"),
            ("\u{674e}\u{5c0f}\u{9f99}\u{1f600}", "a&b'c`d@example.com"),
            (". RCPT TO x", "a|b/c@example.com"),
            ("--- mail to x@y.z ---", "a+b=c@example.com"),
        ];
        for (username, email) in hostile {
            let name = Username::parse(if username.contains(':') { "colon" } else { username }).unwrap();
            let email = Email::parse(email).unwrap();
            let new = administer::NewAccount {
                username: name,
                email,
                number: None,
                main: None,
                manager: false,
                two_factor_required: false,
                language: None,
            };
            administer::add(portal.services(), new, people::PASSWORD).await.unwrap();
        }
        let mut received = server.wait_for_mails(hostile.len()).await;
        // Main accounts take turns; here in the order of their addresses.
        let place = |mail: &Received| hostile.iter().position(|(_, email)| mail.recipients == [*email]);
        received.sort_by_key(place);
        for (mail, (_, email)) in received.iter().zip(hostile) {
            assert_eq!(mail.recipients, [email]);
            assert_eq!(mail.sender, "account@acme.example");
            assert_eq!(mail.header_names(), received[0].header_names(), "{:?}", mail.headers);
        }
        assert!(received[0].headers.iter().any(|line| line == "Subject: Acme Panel: You have an account"));
        assert!(received[0].headers.iter().any(|line| line.starts_with("From: \"Acme Panel\" <account@acme.example>")), "{:?}", received[0].headers);
        assert!(received[0].text.contains("Your user name is Alice"), "{}", received[0].text);
    }

    async fn a_server_hears_a_name_that_the_world_knows_and_domains_in_ascii(portal) {
        let server = SmtpServer::open(Mood::Accepting).await;
        let portal = portal
            .rebuilt(|settings| {
                "account.example.com".clone_into(&mut settings.web.host);
                settings.mail = MailSettings::Smtp {
                    url: server.url(),
                    from: Email::parse("portal@m\u{fc}nchen.example").unwrap(),
                    name: Some("Acme, Inc.".to_owned()),
                };
            })
            .await;
        let new = administer::NewAccount {
            username: Username::parse("Alice").unwrap(),
            email: Email::parse("info@M\u{fc}nchen.example").unwrap(),
            number: None,
            main: None,
            manager: false,
            two_factor_required: false,
            language: None,
        };
        administer::add(portal.services(), new, people::PASSWORD).await.unwrap();
        let received = server.wait_for_mails(1).await.remove(0);
        assert_eq!(received.hello, "EHLO account.example.com");
        assert_eq!(received.recipients, ["info@xn--mnchen-3ya.example"]);
        assert_eq!(received.sender, "portal@xn--mnchen-3ya.example");
        let has = |line: &str| received.headers.iter().any(|header| header == line);
        assert!(has("To: info@xn--mnchen-3ya.example"), "{:?}", received.headers);
        assert!(has("From: =?utf-8?b?QWNtZSwgSW5jLg==?= <portal@xn--mnchen-3ya.example>"), "{:?}", received.headers);
    }

    async fn a_mail_server_in_a_bad_mood_loses_nothing_and_delays_nobody(portal) {
        let server = SmtpServer::open(Mood::Accepting).await;
        let (alice, _) = people::main_account(&portal).await;
        people::added_by_operator(&portal, "Bob").await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        let moods = [Mood::Closing, Mood::Hanging, Mood::Dropping, Mood::Later, Mood::Refusing];
        for (before, mood) in moods.into_iter().enumerate() {
            server.change_mood(mood);
            let visits = server.visits();
            cause_a_notice(&portal, "Bob").await;
            server.wait_for_visits(visits + 1).await;
            let begun = Instant::now();
            alice.sign_in(&portal).await;
            assert!(begun.elapsed() < Duration::from_secs(25), "{mood:?}: {:?}", begun.elapsed());
            // Until the attempt has ended; it is not retried early.
            tokio::time::sleep(if mood == Mood::Hanging { Duration::from_secs(33) } else { A_WHILE }).await;
            assert_eq!((server.visits(), server.received().len()), (visits + 1, before), "{mood:?}");
            assert_eq!(portal.waiting_mails().await, 1, "{mood:?}");
            server.change_mood(Mood::Accepting);
            portal.wait(3600);
            server.wait_for_mails(before + 1).await;
            tokio::time::sleep(A_WHILE).await;
            assert_eq!(server.received().len(), before + 1, "{mood:?}");
            assert_eq!(portal.waiting_mails().await, 0, "{mood:?}");
        }
        report("the mail server", "5 moods", "nobody waits, nothing is lost, each mail arrives once");
    }

    async fn a_server_that_takes_no_login_of_ours_loses_no_mail(portal) {
        let server = SmtpServer::open(Mood::OldLogin).await;
        people::main_account(&portal).await;
        people::added_by_operator(&portal, "Bob").await;
        let portal = portal
            .rebuilt(|settings| {
                let with_login = server.url().expose_secret().replace("smtp://", "smtp://acme:hunter2@");
                settings.mail = MailSettings::Smtp {
                    url: with_login.into(),
                    from: Email::parse("account@acme.example").unwrap(),
                    name: None,
                };
            })
            .await;
        let client = Smtp::new(&server.url().expose_secret().replace("smtp://", "smtp://acme:hunter2@"), (&Email::parse("a@b.example").unwrap(), "Acme"), "acme.example").unwrap();
        let visits = server.visits();
        cause_a_notice(&portal, "Bob").await;
        server.wait_for_visits(visits + 1).await;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!((server.received().len(), portal.waiting_mails().await), (0, 1), "it waits");
        let mail = Mail::about(people::words("Acme").to(None), &notification(), "", 1, "https://acme.example").unwrap();
        let told = client.send(&mail).await.unwrap_err();
        assert!(matches!(&told, Undelivered::Away(words) if words.contains("none of PLAIN, LOGIN and XOAUTH2")), "{told}");
        assert!(!told.to_string().contains("hunter2"), "{told}");
        server.change_mood(Mood::Accepting);
    }

    async fn one_recipient_who_is_refused_does_not_stand_in_the_way_of_the_next(portal) {
        let server = SmtpServer::open(Mood::Refusing).await;
        people::added_by_operator(&portal, "Bob").await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        cause_a_notice(&portal, "Bob").await;
        server.wait_for_visits(1).await;
        tokio::time::sleep(A_WHILE).await;
        server.change_mood(Mood::Accepting);
        cause_a_notice(&portal, "Bob").await;
        let received = server.wait_for_mails(1).await;
        assert!(received[0].text.contains("enabled the account Bob again"));
        // It leaves the outbox once the server has accepted it.
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(portal.waiting_mails().await, 1);
    }

    async fn what_was_left_is_delivered_after_a_restart(portal) {
        let nobody = free_port();
        people::added_by_operator(&portal, "Bob").await;
        let portal = portal.rebuilt(|settings| settings.mail = smtp_server::settings(nobody)).await;
        for _ in 0..3 {
            cause_a_notice(&portal, "Bob").await;
        }
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(portal.waiting_mails().await, 3);
        let server = SmtpServer::open(Mood::Accepting).await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        portal.wait(3600);
        server.wait_for_mails(3).await;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!((server.received().len(), portal.waiting_mails().await), (3, 0));
    }

    async fn after_three_days_a_notice_is_given_up(portal) {
        let server = SmtpServer::open(Mood::Closing).await;
        people::added_by_operator(&portal, "Bob").await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        cause_a_notice(&portal, "Bob").await;
        server.wait_for_visits(1).await;
        portal.wait(3 * 24 * 3600 - 1);
        server.wait_for_visits(2).await;
        server.change_mood(Mood::Accepting);
        portal.wait(1);
        tokio::time::sleep(A_WHILE).await;
        assert_eq!((server.received().len(), portal.waiting_mails().await), (0, 0));
    }

    async fn two_instances_send_each_mail_once(portal) {
        let second = portal.second_instance();
        for nth in 0..7 {
            let name = format!("Bob{nth}");
            people::added_by_operator(&portal, &name).await;
            for _ in 0..6 {
                cause_a_notice(&portal, &name).await;
            }
        }
        let mails = portal.mails().await;
        let ids: BTreeSet<&str> = mails.iter().map(vestibule::delivery::Mail::id).collect();
        assert_eq!((mails.len(), ids.len()), (42, 42));
        tokio::time::sleep(A_WHILE).await;
        assert!(portal.mails().await.is_empty());
        second.close().await;
    }

    async fn a_real_mail_server_takes_an_invitation_and_a_code(portal) {
        let server = RealMailServer::open().await;
        let portal = portal.rebuilt(|settings| settings.mail = server.settings()).await;
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/subaccounts/new").await;
        alice.fill("username", "Zoë Ö").fill("email", "zoe@example.com");
        assert_eq!(alice.press("Create").await.status, 303);
        let text = server.text_with("/invitation/").await;
        for part in ["zoe@example.com", "Acme Panel: Choose your password", "Alice invites you", "Zoë Ö"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let link = text.lines().find(|line| line.contains("/invitation/")).unwrap();
        let path = url::Url::parse(link.trim()).unwrap().path().to_owned();
        let mut visitor = portal.visitor();
        visitor.open(&path).await;
        visitor.fill("password", people::PASSWORD);
        assert_eq!(visitor.press("Set password").await.location(), Some("/login?password-set"));

        alice.open("/policy").await;
        alice.tick("email_codes");
        assert_eq!(alice.press("Save").await.status, 303);
        visitor.open("/login").await;
        visitor.fill("username", "Zoë Ö").fill("password", people::PASSWORD);
        visitor.press("Sign in").await;
        visitor.land().await;
        let text = server.text_with("Your code to sign in").await;
        let code = text.lines().find_map(|line| line.strip_prefix('@')?.split('#').nth(1)).unwrap();
        visitor.fill("code", code);
        assert_eq!(visitor.press("Log in").await.location(), Some("/account"));
    }
}
