//! A password in the wrong hands: the owner hears of it, and takes it back.

use crate::support::{
    house::{House, on_both_databases},
    people::{self, PASSWORD, Person},
};

const LEFT: &str = "Acme Panel: Unfinished sign-in to your account";

/// The subjects of what was mailed.
async fn subjects(house: &House) -> Vec<String> {
    let mails = house.mails().await;
    mails
        .iter()
        .map(|mail| mail.subject().as_str().to_owned())
        .collect()
}

/// Alice with an app, and everything read that was mailed.
async fn alice(house: &House) -> Person {
    let (alice, _) = people::main_account_with_totp(house).await;
    house.mails().await;
    house.wait(30);
    alice
}

on_both_databases! {
    async fn a_second_step_that_is_left_is_told_after_three_minutes(house) {
        let alice = alice(&house).await;
        alice.give_password(&mut house.visitor()).await;
        house.wait(179);
        assert!(subjects(&house).await.is_empty());
        house.wait(1);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(subjects(&house).await, [LEFT]);
        // Whoever tries again and again fills no mailbox.
        for _ in 0..3 {
            alice.give_password(&mut house.visitor()).await;
            house.wait(200);
        }
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert!(subjects(&house).await.is_empty(), "within the hour");
    }

    async fn a_second_step_that_is_done_is_not_told(house) {
        let alice = alice(&house).await;
        alice.sign_in(&house).await;
        let mut recovered = house.visitor();
        alice.give_password(&mut recovered).await;
        recovered.open("/login/recovery").await;
        recovered.fill("code", &alice.recovery_codes[0]);
        recovered.press("Log in").await;
        house.wait(400);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(subjects(&house).await, ["Acme Panel: A recovery code was used"]);
        // And the owner's own sign-ins use nothing up.
        alice.give_password(&mut house.visitor()).await;
        house.wait(200);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(subjects(&house).await, [LEFT]);
    }

    async fn a_step_that_a_thief_begins_between_the_owner_s_password_and_code_is_told(house) {
        let alice = alice(&house).await;
        let seconds = std::time::Duration::from_millis(1500);
        for thief_first in [false, true] {
            let (mut owner, mut thief) = (house.visitor(), house.visitor());
            if thief_first {
                alice.give_password(&mut thief).await;
            }
            alice.give_password(&mut owner).await;
            if !thief_first {
                alice.give_password(&mut thief).await;
            }
            assert_eq!(alice.give_code(&mut owner, &alice.code(&house)).await.status, 303);
            house.wait(181);
            tokio::time::sleep(seconds).await;
            assert_eq!(subjects(&house).await, [LEFT], "{thief_first}");
            // As before, no mailbox is filled.
            for _ in 0..2 {
                alice.give_password(&mut thief).await;
                alice.give_password(&mut thief).await;
                house.wait(181);
            }
            tokio::time::sleep(seconds).await;
            assert!(subjects(&house).await.is_empty(), "within the hour");
            house.wait(3600);
        }
    }

    async fn several_steps_at_once_are_told_in_one_mail_and_those_that_are_done_in_none(house) {
        let alice = alice(&house).await;
        let seconds = std::time::Duration::from_millis(1500);
        let mut owner = [house.visitor(), house.visitor(), house.visitor()];
        for visitor in &mut owner {
            alice.give_password(visitor).await;
        }
        for visitor in &mut owner {
            assert_eq!(alice.give_code(visitor, &alice.code(&house)).await.status, 303);
            house.wait(30);
        }
        house.wait(200);
        tokio::time::sleep(seconds).await;
        assert!(subjects(&house).await.is_empty(), "all were done");
        for _ in 0..3 {
            alice.give_password(&mut house.visitor()).await;
        }
        house.wait(181);
        tokio::time::sleep(seconds).await;
        assert_eq!(subjects(&house).await, [LEFT]);
    }

    async fn two_instances_tell_it_once(house) {
        let alice = alice(&house).await;
        let second = house.second_instance();
        alice.give_password(&mut house.visitor()).await;
        house.wait(181);
        tokio::time::sleep(std::time::Duration::from_millis(2500)).await;
        assert_eq!(subjects(&house).await, [LEFT]);
        second.close().await;
    }

    async fn this_was_not_me_ends_sessions_and_forces_a_new_password(house) {
        let alice = alice(&house).await;
        let mut inside = alice.sign_in(&house).await;
        house.wait(30);
        let mut thief = house.visitor();
        alice.give_password(&mut thief).await;
        alice.guess_codes(&house, &mut thief, 5).await;
        let path = house.mailed_path("/not-me/").await;

        let mut owner = house.visitor();
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
        let page = alice.give_password(&mut house.visitor()).await;
        assert!(page.problems()[0].contains("is not right"), "{:?}", page.problems());
        assert_eq!(owner.open(&path).await.status, 404, "once");

        let link = house.mailed_path("/new-password/").await;
        let mut chooses = house.visitor();
        chooses.open(&link).await;
        chooses.fill("password", "another lantern sock ferry");
        assert_eq!(chooses.press("Set password").await.location(), Some("/login?password-set"));
        let alice = Person { password: "another lantern sock ferry".to_owned(), ..alice };
        let mut visitor = house.visitor();
        assert_eq!(alice.give_password(&mut visitor).await.path, "/login/code", "2FA stays");
        assert_ne!(alice.password, PASSWORD);
    }

    async fn a_link_works_for_three_days(house) {
        let alice = alice(&house).await;
        alice.give_password(&mut house.visitor()).await;
        house.wait(180);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let path = house.mailed_path("/not-me/").await;
        house.wait(3 * 24 * 3600 - 181);
        assert_eq!(house.visitor().open(&path).await.status, 200);
        house.wait(1);
        let page = house.visitor().open(&path).await;
        assert_eq!((page.status, page.heading().as_str()), (404, "This link no longer works"));
        assert_eq!(house.visitor().open("/not-me/made-up").await.status, 404);
    }
}
