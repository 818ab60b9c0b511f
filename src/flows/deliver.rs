//! Mail delivery from the outbox to the mail server: in the background, one at a time, so that an unavailable
//! server delays no page.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::watch, time::sleep};
use zeroize::Zeroizing;

use super::{Fault, Services, mailing::secret_place};
use crate::{
    delivery::{Delivery, Mail, Undelivered},
    domain::{lifetimes::LONGEST_WAIT, notification::NotificationKind},
    store::{
        Database, StoreError,
        outbox::{self, Turns, Waiting},
    },
};

/// Attempts to remove a delivered mail from the outbox, one second apart: less in total than the wait for the
/// next delivery attempt, which would send it again.
const TRIES_TO_FORGET: u32 = 15;

/// The mail outbox.
pub struct Outbox {
    /// The mail transport; without one, mails are only dropped once they are too old.
    delivery: Option<Arc<dyn Delivery<Mail>>>,
    /// The public URL.
    origin: String,
    /// The order of delivery.
    turns: Mutex<Turns>,
}

impl Outbox {
    /// An outbox with its transport, `None` if mail is not offered, and the public URL for links.
    #[must_use]
    pub fn new(delivery: Option<Arc<dyn Delivery<Mail>>>, origin: String) -> Self {
        Self {
            delivery,
            origin,
            turns: Mutex::default(),
        }
    }

    /// Delivers what is due until the other end of `stop` is dropped; a mail in progress is finished first. No
    /// database connection is held while sending.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn round(&self, services: &Services, stop: &watch::Receiver<()>) -> Result<(), Fault> {
        let Services { database, clock, .. } = services;
        let now = clock.now();
        // A read waits for nobody; each write delays a user's request.
        if !database
            .look(move |conn| outbox::is_anything_to_do(conn, now))
            .await?
        {
            return Ok(());
        }
        let useless = database.run(move |conn| outbox::drop_useless(conn, now)).await?;
        if useless > 0 {
            tracing::warn!(useless, "mailed codes expired before delivery");
        }
        let given_up = database.run(move |conn| outbox::give_up(conn, now)).await?;
        if given_up > 0 {
            tracing::error!(given_up, "mail delivery abandoned after three days");
        }
        let Some(delivery) = &self.delivery else {
            return Ok(());
        };
        while stop.has_changed().is_ok() {
            let now = clock.now();
            let mut taken = self.turns();
            let (claimed, taken) = database
                .run(move |conn| {
                    let claimed = outbox::claim(conn, &mut taken, now)?;
                    // Several abandoned second steps are reported in one mail.
                    let left =
                        |waiting: &&Waiting| waiting.notification.kind == NotificationKind::SecondStepLeft;
                    if let Some(goes) = claimed.as_ref().filter(left) {
                        outbox::take_back_others(conn, goes)?;
                    }
                    Ok::<_, StoreError>((claimed, taken))
                })
                .await?;
            *self.turns.lock().unwrap_or_else(PoisonError::into_inner) = taken;
            let Some(waiting) = claimed else {
                break;
            };
            let (sequence, attempts) = (waiting.sequence, waiting.attempts);
            let kind = waiting.notification.kind.name();
            let secret = opened(services, &waiting)?;
            let voice = services.channels.words.to(waiting.notification.language.as_ref());
            let mail = Mail::about(voice, &waiting.notification, &secret, sequence, &self.origin)
                .map_err(Fault::Internal)?;
            drop(secret);
            let Err(undelivered) = delivery.send(&mail).await else {
                forget(database, waiting).await?;
                tracing::info!(sequence, attempts, kind, "mail delivered");
                continue;
            };
            // Mail servers often repeat the address, which must not be logged.
            let cause = undelivered
                .to_string()
                .replace(mail.to().as_str(), "the recipient");
            match undelivered {
                // The others would fail as well, and keep their attempts.
                Undelivered::Away(_) => {
                    tracing::warn!(sequence, attempts, kind, cause, "mail delivery deferred");
                    break;
                }
                Undelivered::Later(_) => {
                    tracing::warn!(sequence, attempts, kind, cause, "mail delivery deferred");
                }
                // Not dropped immediately: it may be a sender or relay setting that the operator still has to
                // correct.
                Undelivered::Refused(_) | Undelivered::Unfit(_) => {
                    tracing::error!(sequence, attempts, kind, cause, "mail rejected");
                    let due_at = clock.now().plus(LONGEST_WAIT);
                    database
                        .run(move |conn| outbox::postpone(conn, &waiting, due_at))
                        .await?;
                }
            }
        }
        Ok(())
    }

    fn turns(&self) -> Turns {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Removes a delivered notification from the outbox, retrying if the database is briefly unavailable: one that
/// stays would be sent twice.
async fn forget(database: &Database, delivered: Waiting) -> Result<(), StoreError> {
    for _ in 1..TRIES_TO_FORGET {
        let row = delivered.clone();
        if database.run(move |conn| outbox::delete(conn, &row)).await.is_ok() {
            return Ok(());
        }
        sleep(Duration::from_secs(1)).await;
    }
    database.run(move |conn| outbox::delete(conn, &delivered)).await
}

/// The unsealed secret of a notification; empty if there is none.
fn opened(services: &Services, waiting: &Waiting) -> Result<Zeroizing<String>, StoreError> {
    let Some(sealed) = &waiting.sealed else {
        return Ok(Zeroizing::default());
    };
    let opened = services
        .keys
        .ring
        .open(sealed, &secret_place(&waiting.notification))?;
    Ok(Zeroizing::new(String::from_utf8_lossy(&opened).into_owned()))
}
