//! "This was not me": the owner's answer to a mail about their password.

use super::{
    Fault, LinkSpent, Services,
    work::{Callers, Work},
};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::password::NewPassword,
        client::Client,
        limits::counter::Sends,
        link::Purpose,
        notice::{LEFT_AFTER, Matter, Schedule},
        random::TokenDigest,
        security_event::{Actor, Event},
        session::ChallengeId,
    },
    hasher::Caller,
    store::{StoreError, accounts, one_time_links, outbox, throttles},
};

/// Writes down, at the beginning of a second step, what the owner is told if it is left:
/// taken back by [`second_step_done`].
pub(super) fn second_step_begun(
    work: &mut Work<'_>,
    account: &Account,
    challenge: &ChallengeId,
) -> Result<(), StoreError> {
    if !work.services.sends_mail() || !work.reserve(&Sends::SecondStepLeft(account.id.clone()))? {
        return Ok(());
    }
    let schedule = Schedule {
        due_at: work.now.plus(LEFT_AFTER),
        useless_at: None,
        belongs_to: Some(challenge.0.clone()),
    };
    warn(work, account, Matter::SecondStepLeft, &schedule)
}

/// Takes back what was written when this second step began.
pub(super) fn second_step_done(
    work: &mut Work<'_>,
    account: &AccountId,
    challenge: &ChallengeId,
) -> Result<(), StoreError> {
    let now = work.now;
    if outbox::take_back(&mut work.tx, &challenge.0, now)? {
        one_time_links::take_back(&mut work.tx, Purpose::NotMe, &challenge.0)?;
        let sends = Sends::SecondStepLeft(account.clone());
        throttles::cancel(&mut work.tx, &work.services.subjects, &sends)?;
    }
    Ok(())
}

/// Tells the owner of wrong codes after the right password, in the place of a step that is
/// left: one mail of two.
pub(super) fn wrong_codes(work: &mut Work<'_>, account: &AccountId) -> Result<(), StoreError> {
    let now = work.now;
    let Some(known) = accounts::by_id(&mut work.tx, account)?.map(|known| known.account) else {
        return Ok(());
    };
    outbox::take_back_matter(&mut work.tx, &known.username, Matter::SecondStepLeft, now)?;
    warn(work, &known, Matter::SecondStepFailed, &Schedule::at_once(now))
}

/// Tells the owner of something that was done with their password, with a link to say that
/// it was not them.
fn warn(
    work: &mut Work<'_>,
    account: &Account,
    matter: Matter,
    schedule: &Schedule,
) -> Result<(), StoreError> {
    let belongs_to = schedule.belongs_to.as_deref();
    let token = work.make_link(account, account, Purpose::NotMe, belongs_to)?;
    work.notify_secret(&account.id, matter, token.reveal(), schedule)
}

/// Whose link this is, if it works. Opening it changes nothing: programs that look for
/// viruses open links, too.
///
/// # Errors
/// [`Fault`].
pub async fn owner(services: &Services, token: &str) -> Result<Option<Account>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .run(move |conn| {
            let link = one_time_links::find(conn, Purpose::NotMe, &digest, now)?;
            Ok(link.map(|link| link.account))
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// Ends everything that is signed in, puts a password that nobody knows in the place of the
/// stolen one, and mails a link to choose another. The second factor stays.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn raise_alarm(
    services: &Services,
    token: &str,
    client: Client,
) -> Result<Result<Raised, LinkSpent>, Fault> {
    let digest = TokenDigest::of(token);
    let nobodys = NewPassword::that_nobody_knows(&*services.random)?;
    let nobodys = services.hasher.hash(Caller::with_link(client), nobodys).await?;
    services
        .work(Actor::Visitor(client), move |work| {
            let link = work.spend_link(Purpose::NotMe, &digest)?;
            let id = link.account.id.clone();
            one_time_links::void(&mut work.tx, &id, Purpose::NotMe)?;
            accounts::set_password(&mut work.tx, &id, &nobodys, None)?;
            let account = Account {
                generation: work.revoke(&id, Callers::SessionEnds)?,
                ..link.account
            };
            work.record(&id, Event::AlarmRaised);
            let mailed = work.mail_password_link(&account, Matter::NewPasswordForced, None)?;
            Ok(Raised {
                mailed: mailed == Ok(true),
            })
        })
        .await
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// A link to a new password was mailed; false where codes go to the same mailbox.
    pub mailed: bool,
}
