//! Notices from the outbox to the mail server: in the background, one at a time, so that a
//! server that is away delays nobody's page.

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

/// How often it is tried to take a delivered mail out of the outbox, a second apart: less
/// than the wait for the next attempt, which would send it again.
const TRIES_TO_FORGET: u32 = 15;

/// How mail leaves.
pub struct Outbox {
    /// The way out; without one what waits is only given up when it is too old.
    delivery: Option<Arc<dyn Delivery<Mail>>>,
    /// The public URL.
    origin: String,
    /// Whose turn it is.
    turns: Mutex<Turns>,
}

impl Outbox {
    /// A way out for mail, none where it is not offered, and the public URL for links.
    #[must_use]
    pub fn new(delivery: Option<Arc<dyn Delivery<Mail>>>, origin: String) -> Self {
        Self {
            delivery,
            origin,
            turns: Mutex::default(),
        }
    }

    /// Delivers what is due, until the other end of `stop` is gone; a mail under way is finished
    /// first. No connection to the database is held while sending.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn round(&self, services: &Services, stop: &watch::Receiver<()>) -> Result<(), Fault> {
        let Services { database, clock, .. } = services;
        let now = clock.now();
        // A look waits for nobody; each turn of the writer is one that a person does not have.
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
                    // Of several second steps that were left, one mail tells.
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
            // Mail servers like to repeat the address, which has no place in a log.
            let cause = undelivered
                .to_string()
                .replace(mail.to().as_str(), "the recipient");
            match undelivered {
                // The others would fare no better, and keep their attempts.
                Undelivered::Away(_) => {
                    tracing::warn!(sequence, attempts, kind, cause, "mail delivery deferred");
                    break;
                }
                Undelivered::Later(_) => {
                    tracing::warn!(sequence, attempts, kind, cause, "mail delivery deferred");
                }
                // Not given up at once: it may be a sender or a relay that the operator has
                // yet to set right.
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

/// Takes a delivered notice out of the outbox, also when the database is away for a moment: one
/// that stays is sent twice.
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

/// What a notice tells its recipient alone; empty where there is nothing.
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
