//! Expired rows are deleted, all others are kept, and no request waits for it.

use vestibule::flows::{forgotten_password, sweep};

use crate::{
    security::raw_database::RawDatabase,
    support::{people, portal::on_both_databases},
};

const DAY: i64 = 24 * 3600;

on_both_databases! {
    async fn what_is_over_is_swept_and_nothing_else(portal) {
        let (alice, mut inside) = people::main_account_with_totp(&portal).await;
        let carol = people::required_subaccount_with_number(&portal, "Carol").await;
        // A session, a pending step with a code that was sent, a set-up in progress, a link, and wrong codes and
        // passwords.
        let mut half = portal.visitor();
        carol.give_password(&mut half).await;
        half.press("Send SMS").await;
        people::subaccount(&portal, "Bob").await.sign_in(&portal).await.open("/account/security/authenticator").await;
        let mut asking = portal.visitor();
        asking.open("/forgotten-password").await;
        asking.fill("username", "Carol");
        asking.press("Send link").await;
        forgotten_password::round(portal.services()).await.unwrap();
        let mut guessing = portal.visitor();
        alice.give_password(&mut guessing).await;
        alice.guess_codes(&portal, &mut guessing, 3).await;
        let mut stranger = portal.visitor();
        stranger.open("/login").await;
        stranger.fill("username", "nobody").fill("password", "wrong");
        stranger.press("Sign in").await;

        let mut raw_database = RawDatabase::of(&portal);
        let mut counts = |sessions: i64, codes: i64, links: i64, pending: i64, counters: i64| {
            assert_eq!(
                [
                    raw_database.count("sessions"), raw_database.count("out_of_band_codes"), raw_database.count("one_time_links WHERE purpose = 'new_password'"),
                    raw_database.count("totp_authenticators WHERE confirmed_at IS NULL"),
                    raw_database.count("throttles WHERE kind LIKE 'password_by_%' AND failures > 0"),
                ],
                [sessions, codes, links, pending, counters]
            );
            assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1);
            assert_eq!(raw_database.number("SELECT MAX(failures) AS number FROM throttles WHERE kind = 'codes'"), 3);
            assert_eq!(raw_database.count("recovery_codes"), 10);
            assert_eq!(raw_database.count("accounts"), 3);
        };
        let open = RawDatabase::of(&portal).count("sessions");
        sweep::round(portal.services()).await.unwrap();
        counts(open, 1, 1, 1, 2);
        // What has expired is refused before it is swept.
        portal.wait(1801);
        assert_eq!(inside.open("/account").await.status, 303);
        counts(open, 1, 1, 1, 2);
        sweep::round(portal.services()).await.unwrap();
        counts(0, 1, 1, 1, 2);
        portal.wait(2 * DAY);
        sweep::round(portal.services()).await.unwrap();
        counts(0, 0, 0, 0, 2);
        portal.wait(8 * DAY);
        let removed = sweep::round(portal.services()).await.unwrap();
        assert!(removed > 0);
        counts(0, 0, 0, 0, 0);
        assert_eq!(sweep::round(portal.services()).await.unwrap(), 0);
        alice.sign_in(&portal).await;
    }
}
