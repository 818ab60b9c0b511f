//! A stolen password: the owner is warned, and replaces it.

use crate::support::{
    people::{self, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
};

const LEFT: &str = "Acme Panel: Unfinished sign-in to your account";

/// The subjects of the sent mail.
async fn subjects(portal: &TestPortal) -> Vec<String> {
    let mails = portal.mails().await;
    mails
        .iter()
        .map(|mail| mail.subject().as_str().to_owned())
        .collect()
}

/// Alice with an app, and all mail read.
async fn alice(portal: &TestPortal) -> Person {
    let (alice, _) = people::main_account_with_totp(portal).await;
    portal.mails().await;
    portal.wait(30);
    alice
}

on_both_databases! {
    async fn a_second_step_that_is_left_is_told_after_three_minutes(portal) {
        let alice = alice(&portal).await;
        alice.give_password(&mut portal.visitor()).await;
        portal.wait(179);
        assert!(subjects(&portal).await.is_empty());
        portal.wait(1);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(subjects(&portal).await, [LEFT]);
        // Repeated attempts do not fill the mailbox.
        for _ in 0..3 {
            alice.give_password(&mut portal.visitor()).await;
            portal.wait(200);
        }
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert!(subjects(&portal).await.is_empty(), "within the hour");
    }

    async fn a_second_step_that_is_done_is_not_told(portal) {
        let alice = alice(&portal).await;
        alice.sign_in(&portal).await;
        let mut recovered = portal.visitor();
        alice.give_password(&mut recovered).await;
        recovered.open("/login/recovery").await;
        recovered.fill("code", &alice.recovery_codes[0]);
        recovered.press("Log in").await;
        portal.wait(400);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(subjects(&portal).await, ["Acme Panel: A recovery code was used"]);
        // And the owner's own sign-ins use up no budget.
        alice.give_password(&mut portal.visitor()).await;
        portal.wait(200);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(subjects(&portal).await, [LEFT]);
    }

    async fn a_step_that_a_thief_begins_between_the_owner_s_password_and_code_is_told(portal) {
        let alice = alice(&portal).await;
        let seconds = std::time::Duration::from_millis(1500);
        for thief_first in [false, true] {
            let (mut owner, mut thief) = (portal.visitor(), portal.visitor());
            if thief_first {
                alice.give_password(&mut thief).await;
            }
            alice.give_password(&mut owner).await;
            if !thief_first {
                alice.give_password(&mut thief).await;
            }
            assert_eq!(alice.give_code(&mut owner, &alice.code(&portal)).await.status, 303);
            portal.wait(181);
            tokio::time::sleep(seconds).await;
            assert_eq!(subjects(&portal).await, [LEFT], "{thief_first}");
            // Again, the mailbox is not filled.
            for _ in 0..2 {
                alice.give_password(&mut thief).await;
                alice.give_password(&mut thief).await;
                portal.wait(181);
            }
            tokio::time::sleep(seconds).await;
            assert!(subjects(&portal).await.is_empty(), "within the hour");
            portal.wait(3600);
        }
    }

    async fn several_steps_at_once_are_told_in_one_mail_and_those_that_are_done_in_none(portal) {
        let alice = alice(&portal).await;
        let seconds = std::time::Duration::from_millis(1500);
        let mut owner = [portal.visitor(), portal.visitor(), portal.visitor()];
        for visitor in &mut owner {
            alice.give_password(visitor).await;
        }
        for visitor in &mut owner {
            assert_eq!(alice.give_code(visitor, &alice.code(&portal)).await.status, 303);
            portal.wait(30);
        }
        portal.wait(200);
        tokio::time::sleep(seconds).await;
        assert!(subjects(&portal).await.is_empty(), "all were done");
        for _ in 0..3 {
            alice.give_password(&mut portal.visitor()).await;
        }
        portal.wait(181);
        tokio::time::sleep(seconds).await;
        assert_eq!(subjects(&portal).await, [LEFT]);
    }

    async fn two_instances_tell_it_once(portal) {
        let alice = alice(&portal).await;
        let second = portal.second_instance();
        alice.give_password(&mut portal.visitor()).await;
        portal.wait(181);
        tokio::time::sleep(std::time::Duration::from_millis(2500)).await;
        assert_eq!(subjects(&portal).await, [LEFT]);
        second.close().await;
    }

    async fn this_was_not_me_ends_sessions_and_forces_a_new_password(portal) {
        let alice = alice(&portal).await;
        let mut inside = alice.sign_in(&portal).await;
        portal.wait(30);
        let mut thief = portal.visitor();
        alice.give_password(&mut thief).await;
        alice.guess_codes(&portal, &mut thief, 5).await;
        let path = portal.mailed_path("/not-me/").await;

        let mut owner = portal.visitor();
        for _ in 0..3 {
            let page = owner.arrive_from_elsewhere(&path).await;
            assert_eq!(page.heading(), "Was it not you?");
        }
        assert_eq!(inside.open("/account").await.status, 200, "opening it changes nothing");
        owner.open(&path).await;
        let page = owner.press("This was not me").await;
        assert_eq!(page.heading(), "Your password no longer works");
        assert!(inside.open("/account").await.location().unwrap().starts_with("/login"));
        assert!(thief.open("/login/code").await.location().unwrap().starts_with("/login"));
        let page = alice.give_password(&mut portal.visitor()).await;
        assert!(page.problems()[0].contains("is not right"), "{:?}", page.problems());
        assert_eq!(owner.open(&path).await.status, 404, "once");

        let link = portal.mailed_path("/new-password/").await;
        let mut chooses = portal.visitor();
        chooses.open(&link).await;
        chooses.fill("password", "another lantern sock ferry");
        assert_eq!(chooses.press("Set password").await.location(), Some("/login?password-set"));
        let alice = Person { password: "another lantern sock ferry".to_owned(), ..alice };
        let mut visitor = portal.visitor();
        assert_eq!(alice.give_password(&mut visitor).await.path, "/login/code", "2FA stays");
        assert_ne!(alice.password, PASSWORD);
    }

    async fn a_link_works_for_three_days(portal) {
        let alice = alice(&portal).await;
        alice.give_password(&mut portal.visitor()).await;
        portal.wait(180);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let path = portal.mailed_path("/not-me/").await;
        portal.wait(3 * 24 * 3600 - 181);
        assert_eq!(portal.visitor().open(&path).await.status, 200);
        portal.wait(1);
        let page = portal.visitor().open(&path).await;
        assert_eq!((page.status, page.heading().as_str()), (404, "This link no longer works"));
        assert_eq!(portal.visitor().open("/not-me/made-up").await.status, 404);
    }
}
