//! What is over goes, what is not stays, and nothing waits for it.

use vestibule::flows::{forgotten_password, sweep};

use crate::{
    security::underneath::Underneath,
    support::{house::on_both_databases, people},
};

const DAY: i64 = 24 * 3600;

on_both_databases! {
    async fn what_is_over_is_swept_and_nothing_else(house) {
        let (alice, mut inside) = people::main_account_with_totp(&house).await;
        let carol = people::required_subaccount_with_number(&house, "Carol").await;
        // A session, a step half done with a code that was sent, a set-up under way, a link, and
        // wrong codes and passwords.
        let mut half = house.visitor();
        carol.give_password(&mut half).await;
        half.press("Send SMS").await;
        people::subaccount(&house, "Bob").await.sign_in(&house).await.open("/account/security/authenticator").await;
        let mut asking = house.visitor();
        asking.open("/forgotten-password").await;
        asking.fill("username", "Carol");
        asking.press("Send link").await;
        forgotten_password::round(house.services()).await.unwrap();
        let mut guessing = house.visitor();
        alice.give_password(&mut guessing).await;
        alice.guess_codes(&house, &mut guessing, 3).await;
        let mut stranger = house.visitor();
        stranger.open("/login").await;
        stranger.fill("username", "nobody").fill("password", "wrong");
        stranger.press("Sign in").await;

        let mut underneath = Underneath::of(&house);
        let mut counts = |sessions: i64, codes: i64, links: i64, pending: i64, counters: i64| {
            assert_eq!(
                [
                    underneath.count("sessions"), underneath.count("out_of_band_codes"), underneath.count("one_time_links WHERE purpose = 'new_password'"),
                    underneath.count("totp_authenticators WHERE confirmed_at IS NULL"),
                    underneath.count("throttles WHERE kind LIKE 'password_by_%' AND failures > 0"),
                ],
                [sessions, codes, links, pending, counters]
            );
            assert_eq!(underneath.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1);
            assert_eq!(underneath.number("SELECT MAX(failures) AS number FROM throttles WHERE kind = 'codes'"), 3);
            assert_eq!(underneath.count("recovery_codes"), 10);
            assert_eq!(underneath.count("accounts"), 3);
        };
        let open = Underneath::of(&house).count("sessions");
        sweep::round(house.services()).await.unwrap();
        counts(open, 1, 1, 1, 2);
        // What has expired is refused before it is swept.
        house.wait(1801);
        assert_eq!(inside.open("/account").await.status, 303);
        counts(open, 1, 1, 1, 2);
        sweep::round(house.services()).await.unwrap();
        counts(0, 1, 1, 1, 2);
        house.wait(2 * DAY);
        sweep::round(house.services()).await.unwrap();
        counts(0, 0, 0, 0, 2);
        house.wait(8 * DAY);
        let removed = sweep::round(house.services()).await.unwrap();
        assert!(removed > 0);
        counts(0, 0, 0, 0, 0);
        assert_eq!(sweep::round(house.services()).await.unwrap(), 0);
        alice.sign_in(&house).await;
    }
}
