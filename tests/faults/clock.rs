//! The server's clock jumps.

use vestibule::flows::sweep;

use super::report;
use crate::{
    security::raw_database::RawDatabase,
    support::{people, portal::on_both_databases},
};

const HOUR: i64 = 3600;

on_both_databases! {
    async fn a_clock_that_jumps_revives_nothing_and_locks_nobody_out(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let mut used = Vec::new();
        for (what, by, to) in [
            ("an hour ahead", HOUR, None),
            ("an hour back", -HOUR, None),
            ("a minute back", -60, None),
            ("a day ahead", 24 * HOUR, None),
            ("1970", 0, Some(45)),
            ("2038", 0, Some(2_147_483_660)),
            ("2100", 0, Some(4_102_444_800)),
        ] {
            portal.wait(48 * HOUR);
            let mut open = alice.sign_in(&portal).await;
            used.push(alice.code(&portal));
            let right = portal.now();
            portal.wait(to.unwrap_or(right + by) - right);
            let page = open.open("/account").await;
            assert!(matches!(page.status, 200 | 303), "{what}: {page:?}");
            let mut visitor = portal.visitor();
            let page = alice.give_password(&mut visitor).await;
            assert_eq!(page.heading(), "Enter your one-time password", "{what}");
            for code in used.iter().rev().take(3) {
                let page = alice.give_code(&mut visitor, code).await;
                assert!(matches!(page.status, 422 | 429), "{what}: {page:?}");
            }
            sweep::round(portal.services()).await.unwrap();
            for path in ["/account", "/login", "/help", "/forgotten-password"] {
                assert!(portal.visitor().open(path).await.status < 400, "{what}: {path}");
            }
            // The clock is right again: nobody waits longer than the longest wait, an hour.
            portal.wait(right + HOUR - portal.now());
            alice.sign_in(&portal).await;
        }
        let immortal = format!(
            "sessions WHERE last_used_at > {} OR created_at > {}",
            4_102_444_800_i64 + HOUR,
            4_102_444_800_i64 + HOUR
        );
        assert_eq!(RawDatabase::of(&portal).count(&immortal), 0);
        report("the clock jumps", "±1 h, −60 s, +1 d, 1970, 2038, 2100", "used codes stay used; no fault; nobody is locked out");
    }
}
