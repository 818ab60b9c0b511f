//! Reminders that a second factor becomes mandatory: 14, 7 and 1 days before, once each, by whichever instance
//! is first.

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
        notification::{NotificationKind, Schedule},
        policy::Policy,
        security_event::Actor,
    },
    store::{Conn, StoreError, accounts, mandatory_reminders, policies, transaction},
};

/// Accounts per transaction, so that other writers do not wait long.
const AT_ONCE: i64 = 100;

/// Sends all due reminders.
///
/// # Errors
/// [`Fault`].
pub async fn round(services: &Services) -> Result<(), Fault> {
    let now = services.now();
    let coming = services
        .database
        .look(move |conn| policies::coming(conn, now, FIRST_REMINDER))
        .await?;
    for (main, policy) in coming {
        let mut after = AccountId(String::new());
        while let Some(last) = remind_some(services, &main, &policy, after).await? {
            after = last;
        }
    }
    Ok(())
}

/// Reminds some of the accounts that follow a given one; gives the last of them if there may be more.
async fn remind_some(
    services: &Services,
    main: &AccountId,
    policy: &Policy,
    after: AccountId,
) -> Result<Option<AccountId>, Fault> {
    let now = services.now();
    let Some((from, days_before)) = policy.reminder(now) else {
        return Ok(None);
    };
    let (work, main, text) = (services.clone(), main.clone(), policy.mandatory_text.clone());
    services
        .database
        .run(move |conn| {
            let some = (&after, AT_ONCE);
            let accounts = mandatory_reminders::missing(conn, &main, from, days_before, some)?;
            for account in &accounts {
                let due = (from, days_before);
                if let Err(cap) = remind(conn, &work, account, due, &text, now)? {
                    // Reminded in a later round: only this account, or all remaining ones as well.
                    tracing::debug!(limit = cap.name(), "reminders deferred: sending limit reached");
                    if !cap.is_of_recipient() {
                        return Ok(None);
                    }
                }
            }
            let is_full = i64::try_from(accounts.len()) == Ok(AT_ONCE);
            Ok(accounts.into_iter().last().filter(|_| is_full))
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
        let kind = NotificationKind::MandatorySoon(from.0);
        let Some(owner) = accounts::by_id(conn, account)?.map(|known| known.account) else {
            return Ok(Ok(()));
        };
        let paid = match mailing::pay(conn, services, &owner, &Actor::Operator, kind)? {
            Ok(paid) => paid,
            Err(cap) => return Ok(Err(cap)),
        };
        mandatory_reminders::insert(conn, account, from, days_before)?;
        let content = Content {
            kind,
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
