//! Mails that a second factor becomes mandatory: 14, 7 and 1 days before, once each, by
//! whichever instance comes first.

use super::{
    Fault, Services,
    mailing::{self, Content},
};
use crate::{
    domain::{
        account::AccountId,
        clock::Timestamp,
        lifetimes::FIRST_REMINDER,
        limits::send_budget::Cap,
        notice::{Matter, Schedule},
        policy::Policy,
        security_event::Actor,
    },
    store::{Conn, StoreError, accounts, mandatory_reminders, policies, transaction},
};

/// Accounts in one transaction, so that nobody else waits long for theirs.
const AT_ONCE: i64 = 100;

/// Reminds everybody who is due.
///
/// # Errors
/// [`Fault`].
pub async fn round(services: &Services) -> Result<(), Fault> {
    let now = services.now();
    let coming = services
        .database
        .run(move |conn| policies::coming(conn, now, FIRST_REMINDER))
        .await?;
    for (main, policy) in coming {
        while remind_some(services, &main, &policy).await? == AT_ONCE {}
    }
    Ok(())
}

async fn remind_some(services: &Services, main: &AccountId, policy: &Policy) -> Result<i64, Fault> {
    let now = services.now();
    let Some((from, days_before)) = policy.reminder(now) else {
        return Ok(0);
    };
    let (work, main, text) = (services.clone(), main.clone(), policy.mandatory_text.clone());
    services
        .database
        .run(move |conn| {
            let accounts = mandatory_reminders::missing(conn, &main, from, days_before, AT_ONCE)?;
            let mut reminded = 0;
            for account in accounts {
                let due = (from, days_before);
                if let Err(cap) = remind(conn, &work, &account, due, &text, now)? {
                    // The others are reminded in a later round.
                    tracing::debug!(limit = cap.name(), "reminders wait: a limit is reached");
                    return Ok(reminded);
                }
                reminded += 1;
            }
            Ok(reminded)
        })
        .await
        .map_err(|error: StoreError| error.into())
}

fn remind(
    conn: &mut Conn,
    services: &Services,
    account: &AccountId,
    (from, days_before): (Timestamp, i64),
    text: &str,
    now: Timestamp,
) -> Result<Result<(), Cap>, StoreError> {
    let reminded = transaction(conn, |conn| {
        let schedule = Schedule {
            useless_at: Some(from),
            ..Schedule::at_once(now)
        };
        let matter = Matter::MandatorySoon(from.0);
        let Some(owner) = accounts::by_id(conn, account)?.map(|known| known.account) else {
            return Ok(Ok(()));
        };
        let paid = match mailing::pay(conn, services, &owner, &Actor::Operator, matter)? {
            Ok(paid) => paid,
            Err(cap) => return Ok(Err(cap)),
        };
        mandatory_reminders::insert(conn, account, from, days_before)?;
        let content = Content {
            matter,
            secret: Some(text),
            schedule: &schedule,
        };
        mailing::mail(conn, services, account, &Actor::Operator, content, paid)?;
        Ok(Ok(()))
    });
    match reminded {
        // Another instance was first.
        Err(StoreError::Taken) => Ok(Ok(())),
        reminded => reminded,
    }
}
