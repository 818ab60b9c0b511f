//! Deletes expired rows, in the background and in small batches. Nothing depends on it: expiry is enforced at
//! use.

use std::time::Duration;

use tokio::time::sleep;

use super::{Fault, Services};
use crate::{
    domain::clock::{DAY, Timestamp},
    store::{
        Conn, StoreError, answered_forms, approved_addresses, code_deliveries, event_log,
        mandatory_reminders, one_time_links, out_of_band_codes, send_counters, sessions, throttles,
        totp_authenticators,
    },
};

/// Rows per batch: a write that others wait for takes a few milliseconds.
const PORTION: i64 = 500;
/// Maximum number of batches per table in one round.
const MOST_PORTIONS: u32 = 200;
/// Pause between two batches, so that sign-ins are not blocked.
const BREATH: Duration = Duration::from_millis(20);

type Sweep = fn(&mut Conn, &Services, Timestamp) -> Result<usize, StoreError>;

/// One batch of each table.
const SWEEPS: [Sweep; 12] = [
    |conn, _, now| sessions::sweep(conn, now, PORTION),
    |conn, _, now| answered_forms::sweep(conn, now, PORTION),
    |conn, _, now| throttles::sweep(conn, now, PORTION),
    |conn, _, now| out_of_band_codes::sweep(conn, now, PORTION),
    |conn, _, now| send_counters::sweep(conn, now, PORTION),
    |conn, _, now| one_time_links::sweep(conn, now, PORTION),
    |conn, _, now| approved_addresses::sweep(conn, now),
    |conn, _, now| totp_authenticators::sweep_pending(conn, now, PORTION),
    |conn, _, now| totp_authenticators::sweep_burnt(conn, now),
    |conn, services, now| code_deliveries::sweep(conn, oldest_kept(services, now), PORTION),
    |conn, services, now| mandatory_reminders::sweep(conn, oldest_kept(services, now)),
    |conn, services, now| {
        event_log::sweep(conn, &services.keys.activity, oldest_kept(services, now), PORTION)
    },
];

fn oldest_kept(services: &Services, now: Timestamp) -> Timestamp {
    now.plus(-services.settings.activity_days * DAY)
}

/// Deletes expired rows, up to a limit; gives their number.
///
/// # Errors
/// [`Fault`]; rows deleted before it stay deleted.
pub async fn round(services: &Services) -> Result<usize, Fault> {
    let mut removed = 0;
    for sweep in SWEEPS {
        for _ in 0..MOST_PORTIONS {
            let (work, now) = (services.clone(), services.now());
            let gone = services.database.run(move |conn| sweep(conn, &work, now)).await?;
            removed += gone;
            if gone == 0 {
                break;
            }
            sleep(BREATH).await;
        }
    }
    if removed > 0 {
        tracing::info!(removed, "deleted expired rows");
    }
    Ok(removed)
}
