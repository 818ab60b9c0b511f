//! Notifications to an account's owner by mail.

use vestibule::{delivery::Mail, flows::administer};

use crate::support::{
    people,
    portal::{TestPortal, on_both_databases},
};

/// The subjects without the service's name; checks that every text has the required parts.
fn subjects(portal: &TestPortal, mails: &[Mail]) -> Vec<String> {
    for mail in mails {
        for part in ["When: ", "From: ", &portal.url()] {
            assert!(mail.text().contains(part), "{part}: {}", mail.text());
        }
        assert!(
            !mail.text().contains("{{") && !mail.text().contains("\n\n\n"),
            "{}",
            mail.text()
        );
    }
    mails
        .iter()
        .map(|mail| {
            mail.subject()
                .as_str()
                .strip_prefix("Acme Panel: ")
                .unwrap()
                .to_owned()
        })
        .collect()
}

on_both_databases! {
    async fn an_authenticator_that_comes_changes_or_goes_is_told(portal) {
        let (mut person, mut visitor) = people::main_account(&portal).await;
        assert!(portal.mails().await.is_empty());
        person.set_up_authenticator(&portal, &mut visitor).await;
        let mails = portal.mails().await;
        assert_eq!(subjects(&portal, &mails), ["Two-factor authentication is on"]);
        assert_eq!(mails[0].to().as_str(), "alice@example.com");
        for part in ["now on for Alice", "15 January 2027, 08:00 UTC", "127.0.0.1", "If this was not you"] {
            assert!(mails[0].text().contains(part), "{part}: {}", mails[0].text());
        }
        for code in &person.recovery_codes {
            assert!(!mails[0].text().contains(code.as_str()));
        }

        portal.wait(30);
        person.set_up_authenticator(&portal, &mut visitor).await;
        assert_eq!(subjects(&portal, &portal.mails().await), ["Your authenticator was replaced"]);

        for (button, subject) in [
            ("Regenerate backup codes", "You have new recovery codes"),
            ("Disable two-factor authentication", "Two-factor authentication is off"),
        ] {
            portal.wait(30);
            visitor.open("/account/security/manage").await;
            visitor.fill("password", &person.password).fill("code", &person.code(&portal));
            visitor.press(button).await;
            assert_eq!(subjects(&portal, &portal.mails().await), [subject]);
        }
    }

    async fn a_used_recovery_code_is_told_with_how_many_are_left(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.mails().await;
        for (code, left) in person.recovery_codes.iter().zip((0..10).rev()) {
            let mut visitor = portal.visitor();
            person.give_password(&mut visitor).await;
            visitor.click("Use a recovery code").await;
            visitor.fill("code", code);
            visitor.press("Log in").await;
            if matches!(left, 0 | 1 | 9) {
                let mails = portal.mails().await;
                let said = match left {
                    0 => "No recovery codes are left.",
                    1 => "1 recovery code is left.",
                    _ => "9 recovery codes are left.",
                };
                assert!(mails.last().unwrap().text().contains(said), "{said}");
                assert!(mails.iter().all(|mail| !mail.text().contains(code.as_str())));
            }
        }
    }

    async fn another_e_mail_address_is_told_to_the_old_and_the_new_one(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let mails = people::move_to(&portal, &mut visitor, "alice@elsewhere.example").await;
        let to: Vec<&str> = mails.iter().map(|mail| mail.to().as_str()).collect();
        assert_eq!(to, ["alice@example.com", "alice@elsewhere.example"]);
        assert_eq!(subjects(&portal, &mails), ["Your e-mail address was changed"; 2]);
        visitor.open("/account/details").await;
        visitor.press("Save").await;
        assert!(portal.mails().await.is_empty(), "nothing was changed");
    }

    async fn what_the_operator_does_is_told(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.mails().await;
        let (services, name) = (portal.services(), person.username.as_str());
        administer::reset_second_factor(services, name).await.unwrap();
        administer::set_password(services, name, "another pumice lantern").await.unwrap();
        administer::disable(services, name).await.unwrap();
        administer::enable(services, name).await.unwrap();
        let mails = portal.mails().await;
        assert_eq!(subjects(&portal, &mails), [
            "Your two-factor authentication was reset",
            "A new password was set",
            "Your account was disabled",
            "Your account was enabled",
        ]);
        assert!(mails.iter().all(|mail| mail.text().contains("the command line of the server")));
        assert!(mails.iter().all(|mail| !mail.text().contains("pumice")));
        // Without a change there is no notification.
        administer::enable(services, name).await.unwrap();
        administer::reset_second_factor(services, name).await.unwrap();
        assert!(portal.mails().await.is_empty());
    }

    async fn five_wrong_codes_in_a_row_are_told_once_an_hour(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.mails().await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        person.guess_codes(&portal, &mut visitor, 4).await;
        assert!(portal.mails().await.is_empty(), "four are the owner's own fingers");
        person.guess_codes(&portal, &mut visitor, 1).await;
        assert_eq!(subjects(&portal, &portal.mails().await), ["Wrong codes after your password"]);
        for _ in 0..3 {
            portal.wait(1100);
            person.give_password(&mut visitor).await;
            person.guess_codes(&portal, &mut visitor, 1).await;
        }
        assert!(portal.mails().await.is_empty(), "within the hour");
        portal.wait(1100);
        person.give_password(&mut visitor).await;
        person.guess_codes(&portal, &mut visitor, 1).await;
        assert_eq!(portal.mails().await.len(), 1);
    }
}
