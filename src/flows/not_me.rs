//! "This was not me": the owner's answer to a mail about their password.

use super::{Fault, LinkSpent, Services, Undone, record, tell_secret};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::password::NewPassword,
        client::Client,
        limits::counter::Sends,
        notice::{LEFT_AFTER, Matter, Schedule},
        random::{Token, TokenDigest},
        security_event::{Actor, Event},
        session::ChallengeId,
    },
    store::{
        StoreError, Tx, accounts, alarm_links, invitations, outbox, password_links, sessions, throttles,
        transaction,
    },
};

/// Writes down, at the beginning of a second step, what the owner is told if it is left:
/// taken back by [`second_step_done`].
pub(super) fn second_step_begun(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    challenge: &ChallengeId,
    actor: &Actor,
) -> Result<(), StoreError> {
    let now = services.now();
    let notices = Sends::SecondStepLeft(account.clone());
    if !services.sends_mail() || throttles::reserve(conn, &services.subjects, &notices, now)?.is_err() {
        return Ok(());
    }
    let schedule = Schedule {
        due_at: now.plus(LEFT_AFTER),
        useless_at: None,
        belongs_to: Some(challenge.0.clone()),
    };
    warn(conn, services, account, actor, Matter::SecondStepLeft, &schedule)
}

/// Takes back what was written when this second step began.
pub(super) fn second_step_done(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    challenge: &ChallengeId,
) -> Result<(), StoreError> {
    if outbox::take_back(conn, &challenge.0, services.now())? {
        alarm_links::take_back(conn, &challenge.0)?;
        let notices = Sends::SecondStepLeft(account.clone());
        throttles::cancel(conn, &services.subjects, &notices)?;
    }
    Ok(())
}

/// Tells the owner of wrong codes after the right password, in the place of a step that is
/// left: one mail of two.
pub(super) fn wrong_codes(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    actor: &Actor,
) -> Result<(), StoreError> {
    let now = services.now();
    if let Some(known) = accounts::by_id(conn, account)? {
        outbox::take_back_matter(conn, &known.account.username, Matter::SecondStepLeft, now)?;
    }
    let at_once = Schedule::at_once(now);
    warn(conn, services, account, actor, Matter::SecondStepFailed, &at_once)
}

/// Tells the owner of something that was done with their password, with a link to say that
/// it was not them.
fn warn(
    conn: &mut Tx<'_>,
    services: &Services,
    account: &AccountId,
    actor: &Actor,
    matter: Matter,
    schedule: &Schedule,
) -> Result<(), StoreError> {
    let token = Token::generate(&*services.random)?;
    let belongs_to = schedule.belongs_to.as_deref();
    alarm_links::insert(conn, account, &token.digest(), belongs_to, services.now())?;
    tell_secret(conn, services, account, actor, matter, token.reveal(), schedule)
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
            let Some(id) = alarm_links::owner(conn, &digest, now)? else {
                return Ok(None);
            };
            Ok(accounts::by_id(conn, &id)?.map(|found| found.account))
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
) -> Result<Result<(), LinkSpent>, Fault> {
    let (work, digest, now) = (services.clone(), TokenDigest::of(token), services.now());
    let nobodys = NewPassword::that_nobody_knows(&*services.random)?;
    let nobodys = services.hasher.hash(nobodys).await?;
    let link = Token::generate(&*services.random)?;
    let raised = services
        .database
        .run(move |conn| {
            Ok::<_, StoreError>(transaction(conn, |conn| {
                let Some(id) = alarm_links::spend(conn, &digest, now)? else {
                    return Err(Undone::Refused(LinkSpent));
                };
                accounts::set_password(conn, &id, &nobodys)?;
                accounts::next_generation(conn, &id)?;
                sessions::delete_all(conn, &id)?;
                invitations::void(conn, &id)?;
                password_links::void(conn, &id)?;
                invitations::insert(conn, &id, &link.digest(), now)?;
                let actor = Actor::Visitor(client);
                let at_once = Schedule::at_once(now);
                let matter = Matter::NewPasswordForced;
                tell_secret(conn, &work, &id, &actor, matter, link.reveal(), &at_once)?;
                record(conn, &work, Some(&id), actor, Event::AlarmRaised)?;
                Ok(())
            }))
        })
        .await?;
    Undone::answer(raised)
}
