//! Notices from the outbox to the mail server: in the background, one at a time, so that a
//! server that is away delays nobody's page.

use std::{sync::Arc, time::Duration};

use tokio::{sync::watch, time::sleep};
use zeroize::Zeroizing;

use super::{Fault, Services, mailing::secret_place};
use crate::{
    delivery::{Delivery, Mail, Undelivered},
    domain::notice,
    store::{
        StoreError,
        outbox::{self, Turns, Waiting},
    },
};

/// Between two looks into the outbox; other instances and the command line write to it too.
const PAUSE: Duration = Duration::from_secs(1);
/// How often it is tried to take a delivered mail out of the outbox, a second apart: less
/// than the wait for the next attempt, which would send it again.
const TRIES_TO_FORGET: u32 = 15;

/// Who carries the mail out.
pub struct Postman {
    /// The outbox and the time.
    pub services: Services,
    /// The way out; without one the outbox only gives up what is too old.
    pub delivery: Option<Arc<dyn Delivery<Mail>>>,
    /// The public URL.
    pub origin: String,
}

impl Postman {
    /// Goes round until the other end of `stop` is gone; a mail under way is finished first.
    pub async fn run(self, mut stop: watch::Receiver<()>) {
        let (mut away, mut turns) = (false, Turns::default());
        while stop.has_changed().is_ok() {
            match self.round(&mut turns, &stop).await {
                Ok(()) => away = false,
                // Said once: the database may be away for hours.
                Err(error) => {
                    if !away {
                        tracing::error!(%error, "the outbox cannot be read");
                    }
                    away = true;
                }
            }
            tokio::select! {
                _ = stop.changed() => {}
                () = sleep(PAUSE) => {}
            }
        }
    }

    /// Delivers what is due. No connection to the database is held while sending.
    async fn round(&self, turns: &mut Turns, stop: &watch::Receiver<()>) -> Result<(), Fault> {
        let Services { database, clock, .. } = &self.services;
        let now = clock.now();
        let useless = database.run(move |conn| outbox::drop_useless(conn, now)).await?;
        if useless > 0 {
            tracing::warn!(useless, "codes were not mailed in time");
        }
        let given_up = database.run(move |conn| outbox::give_up(conn, now)).await?;
        if given_up > 0 {
            tracing::error!(given_up, "notices were given up after three days");
        }
        let Some(delivery) = &self.delivery else {
            return Ok(());
        };
        while stop.has_changed().is_ok() {
            let now = clock.now();
            let mut taken = turns.clone();
            let (claimed, taken) = database
                .run(move |conn| Ok::<_, StoreError>((outbox::claim(conn, &mut taken, now)?, taken)))
                .await?;
            *turns = taken;
            let Some(waiting) = claimed else {
                break;
            };
            let (sequence, attempts) = (waiting.sequence, waiting.attempts);
            let matter = waiting.notice.matter.name();
            let secret = opened(&self.services, &waiting)?;
            let issuer = &self.services.issuer;
            let mail = Mail::about(&waiting.notice, &secret, sequence, issuer, &self.origin)
                .map_err(Fault::Internal)?;
            drop(secret);
            let Err(undelivered) = delivery.send(&mail).await else {
                self.forget(waiting).await?;
                tracing::info!(sequence, attempts, matter, "a notice was delivered");
                continue;
            };
            // Mail servers like to repeat the address, which has no place in a log.
            let cause = undelivered
                .to_string()
                .replace(mail.to().as_str(), "the recipient");
            match undelivered {
                // The others would fare no better, and keep their attempts.
                Undelivered::Away(_) => {
                    tracing::warn!(sequence, attempts, matter, cause, "a notice waits");
                    break;
                }
                Undelivered::Later(_) => {
                    tracing::warn!(sequence, attempts, matter, cause, "a notice waits");
                }
                // Not given up at once: it may be a sender or a relay that the operator has
                // yet to set right.
                Undelivered::Refused(_) | Undelivered::Unfit(_) => {
                    tracing::error!(sequence, attempts, matter, cause, "a notice was refused");
                    let due_at = clock.now().plus(notice::LONGEST_WAIT);
                    database
                        .run(move |conn| outbox::postpone(conn, &waiting, due_at))
                        .await?;
                }
            }
        }
        Ok(())
    }

    /// Takes a delivered notice out of the outbox, also when the database is away for a
    /// moment: one that stays is sent twice.
    async fn forget(&self, delivered: Waiting) -> Result<(), StoreError> {
        for _ in 1..TRIES_TO_FORGET {
            let row = delivered.clone();
            let done = self
                .services
                .database
                .run(move |conn| outbox::delete(conn, &row))
                .await;
            if done.is_ok() {
                return Ok(());
            }
            sleep(Duration::from_secs(1)).await;
        }
        self.services
            .database
            .run(move |conn| outbox::delete(conn, &delivered))
            .await
    }
}

/// What a notice tells its recipient alone; empty where there is nothing.
fn opened(services: &Services, waiting: &Waiting) -> Result<Zeroizing<String>, StoreError> {
    let Some(sealed) = &waiting.sealed else {
        return Ok(Zeroizing::default());
    };
    let opened = services.keys.open(sealed, &secret_place(&waiting.notice))?;
    Ok(Zeroizing::new(String::from_utf8_lossy(&opened).into_owned()))
}
