//! "This was not me": the owner's answer to a mail about their password.

use super::{
    Fault, LinkMail, LinkSpent, Services, opened_link,
    work::{Stop, Work},
};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::password::{NewPassword, PasswordHash},
        client::Client,
        lifetimes::LEFT_AFTER,
        limits::counter::Sends,
        link::Purpose,
        notification::{NotificationKind, Schedule},
        random::TokenDigest,
        security_event::{Actor, Event},
        session::ChallengeId,
    },
    hasher::Caller,
    store::{
        StoreError, accounts,
        one_time_links::{self, OpenLink},
        outbox, throttles,
    },
};

/// Maximum number of pending second steps recorded per account.
const MOST_AT_ONCE: i64 = 10;

/// Queues, at the start of a second step, the notification sent if it is not completed; [`second_step_done`]
/// withdraws it. One mail is sent per hour; each step that starts while another is pending has a separate
/// notification, so that completing one keeps the other's (the attack: a thief's step that starts between the
/// owner's password and code).
pub(super) fn second_step_begun(
    work: &mut Work<'_>,
    account: &Account,
    challenge: &ChallengeId,
) -> Result<(), StoreError> {
    if !work.services.sends_mail() {
        return Ok(());
    }
    // Before and after: the other step may start or complete at this time.
    let before = steps_left(work, account)?;
    if !work.reserve(&Sends::SecondStepLeft(account.id.clone()))? {
        let waiting = steps_left(work, account)?.max(before);
        if !(1..MOST_AT_ONCE).contains(&waiting) {
            return Ok(());
        }
    }
    let schedule = Schedule {
        due_at: work.now.plus(LEFT_AFTER),
        useless_at: None,
        belongs_to: Some(challenge.0.clone()),
    };
    warn(work, account, NotificationKind::SecondStepLeft, &schedule)
}

/// The number of second steps that are pending or unreported.
fn steps_left(work: &mut Work<'_>, account: &Account) -> Result<i64, StoreError> {
    let now = work.now;
    outbox::pending(
        &mut work.tx,
        &account.username,
        NotificationKind::SecondStepLeft,
        now,
    )
}

/// Withdraws the notification of this second step, and no other.
pub(super) fn second_step_done(
    work: &mut Work<'_>,
    account: &AccountId,
    challenge: &ChallengeId,
) -> Result<(), StoreError> {
    let now = work.now;
    if outbox::take_back(&mut work.tx, &challenge.0, now)? {
        one_time_links::take_back(&mut work.tx, Purpose::NotMe, &challenge.0)?;
        let known = accounts::by_id(&mut work.tx, account)?.map(|known| known.account);
        let others = match known {
            Some(known) => steps_left(work, &known)?,
            None => 0,
        };
        if others == 0 {
            let sends = Sends::SecondStepLeft(account.clone());
            throttles::cancel(&mut work.tx, &work.services.keys.subjects, &sends)?;
        }
    }
    Ok(())
}

/// Notifies the owner of wrong codes after the correct password, replacing the notification of an uncompleted
/// step: one mail instead of two.
pub(super) fn wrong_codes(work: &mut Work<'_>, account: &AccountId) -> Result<(), StoreError> {
    let now = work.now;
    let Some(known) = accounts::by_id(&mut work.tx, account)?.map(|known| known.account) else {
        return Ok(());
    };
    outbox::take_back_matter(
        &mut work.tx,
        &known.username,
        NotificationKind::SecondStepLeft,
        now,
    )?;
    warn(
        work,
        &known,
        NotificationKind::SecondStepFailed,
        &Schedule::at_once(now),
    )
}

/// Notifies the owner of an event that involved their password, with a link to report that it was not them.
fn warn(
    work: &mut Work<'_>,
    account: &Account,
    kind: NotificationKind,
    schedule: &Schedule,
) -> Result<(), StoreError> {
    let belongs_to = schedule.belongs_to.as_deref();
    let token = work.make_link(account, account, Purpose::NotMe, belongs_to)?;
    work.notify_secret(&account.id, kind, token.reveal(), schedule)
}

/// The owner of this link, if it works.
///
/// # Errors
/// [`Fault`].
pub async fn owner(services: &Services, token: &str) -> Result<Option<Account>, Fault> {
    let link = opened_link(services, Purpose::NotMe, token).await?;
    Ok(link.map(|link| link.account))
}

/// Ends all sessions, replaces the stolen password with one that nobody knows, and mails a link to choose
/// another. The second factor is kept.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn raise_alarm(
    services: &Services,
    token: &str,
    client: Client,
) -> Result<Result<LinkMail, LinkSpent>, Fault> {
    take_back(services, Purpose::NotMe, token, client, |work, link, nobodys| {
        one_time_links::void(&mut work.tx, &link.account.id, Purpose::NotMe)?;
        work.force_new_password(link.account, nobodys, Event::AlarmRaised)
    })
    .await
}

/// Claims a link by which an owner recovers their account, and executes it with a password that nobody knows,
/// in one transaction.
pub(super) async fn take_back(
    services: &Services,
    purpose: Purpose,
    token: &str,
    client: Client,
    then: impl FnOnce(&mut Work<'_>, OpenLink, &PasswordHash) -> Result<LinkMail, Stop<LinkSpent>>
    + Send
    + 'static,
) -> Result<Result<LinkMail, LinkSpent>, Fault> {
    let digest = TokenDigest::of(token);
    let nobodys = NewPassword::random_unusable(&*services.random)?;
    let nobodys = services.hasher.hash(Caller::with_link(client), nobodys).await?;
    services
        .work(Actor::Visitor(client), move |work| {
            let link = work.spend_link(purpose, &digest)?;
            then(work, link, &nobodys)
        })
        .await
}
