//! Signing in: a password, then a one-time password where the account has one.

use std::convert::Infallible;

use super::{
    CodeRefusal, Fault, PasswordRefusal, SentCodeRefusal, Services, allow_list, allow_list::Approval,
    enabled_account, not_me, record, send_code, verify,
};
use crate::{
    domain::{
        account::{Account, Email, Username, UsernameKey},
        authenticator::{
            method::Method,
            out_of_band::SentCode,
            password::{Password, PasswordHash, PasswordVerified},
            set_up_code::SetUpCode,
            totp::Code,
        },
        client::Client,
        clock::Timestamp,
        known_browser::BrowserMarks,
        limits::{
            counter::{Attempts, Counter, Sends},
            throttle::{self, Count, Throttled},
        },
        next_step::Then,
        proof::SecondFactorProof,
        random,
        security_event::{Actor, Event},
        session::{ChallengeId, Challenged, SecondStep},
        sign_in::{self, Progress},
    },
    hasher::{Caller, HasherError},
    store::{
        Conn, StoreError, accounts, accounts::Credentials, allow_lists, policies, throttles, transaction,
    },
};

pub use crate::hasher::Place;

/// Reserves a place in the queue of sign-ins, before the database is queried.
///
/// # Errors
/// [`Fault::Busy`] if the queue is full.
pub fn enter(services: &Services, client: Client) -> Result<Place, Fault> {
    Ok(services.hasher.enter(client)?)
}

/// A sign-in attempt, and its client.
pub struct Attempt {
    /// As typed.
    pub username: String,
    /// As typed.
    pub password: Password,
    /// The client.
    pub client: Client,
    /// The marks that the browser sent of accounts that signed in there.
    pub browser: Option<BrowserMarks>,
}

/// Why a sign-in is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryRefusal {
    /// The password did not count.
    Password(PasswordRefusal),
    /// The password is correct, but the address is not on the list; with the user name of the main account, if
    /// there is one.
    Elsewhere(Approval, Option<Username>),
    /// The password is correct, but the code for the second step cannot currently be sent; with the user name
    /// of the main account, if there is one.
    Unreachable(Option<Username>),
}

/// The first step. Unknown, disabled and wrong give the same refusal, after the same work.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_password(
    services: &Services,
    attempt: Attempt,
) -> Result<Result<Progress, EntryRefusal>, Fault> {
    let now = services.now();
    let Attempt {
        username,
        password,
        client,
        browser,
    } = attempt;
    let work = services.clone();
    let looked_up = services
        .database
        .run_ahead(move |conn| {
            let known = named(conn, &username)?;
            let account = known.as_ref().map(|known| &known.account);
            let charged = charge(conn, &work, (&username, account), client, browser.as_ref(), now)?;
            Ok::<_, StoreError>(charged.map(|charged| (charged, known)))
        })
        .await?;
    let (charged, known) = match looked_up {
        Ok(charged) => charged,
        Err(throttled) => return Ok(Err(EntryRefusal::Password(throttled.into()))),
    };

    let stored = known
        .as_ref()
        .map(|known| (known.account.id.clone(), known.password.clone()));
    let caller = Caller::at_the_front_door(client);
    let verified = match services.hasher.verify(caller, stored, password.clone()).await {
        // Nothing was verified, so no guess was made.
        Err(HasherError::Busy) => {
            let work = services.clone();
            services
                .database
                .run(move |conn| {
                    for attempts in charged {
                        throttles::refund(conn, &work.keys.subjects, &attempts.into())?;
                    }
                    Ok::<_, StoreError>(())
                })
                .await?;
            return Err(Fault::Busy);
        }
        verified => verified?,
    };

    let admitted = match (verified, known) {
        (Some(verified), Some(known)) if known.account.is_enabled() => (verified, known),
        (_, known) => {
            let work = services.clone();
            services
                .database
                .run(move |conn| {
                    let account = known.map(|known| known.account.id);
                    let (actor, event) = (Actor::Visitor(client), Event::PasswordRefused);
                    transaction(conn, |tx| {
                        let unknown = Sends::UnknownNames(client.address);
                        if account.is_none()
                            && throttles::reserve(tx, &work.keys.subjects, &unknown, now)?.is_err()
                        {
                            // Waits for the disk, as for an existing account, whose entry is written.
                            return throttles::touch(tx, &work.keys.subjects, &unknown);
                        }
                        record(tx, &work, account.as_ref(), actor, event)
                    })
                })
                .await?;
            return Ok(Err(EntryRefusal::Password(PasswordRefusal::Wrong)));
        }
    };
    let (
        verified,
        Credentials {
            account,
            password: stored,
        },
    ) = admitted;
    renew_hash(services, &account, stored, password, &verified).await?;

    let email = account.email.clone();
    let progress = match admit(services, verified, account, charged, client).await? {
        Ok(progress) => progress,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Progress::Challenged(challenged) = &progress
        && challenged.step() == SecondStep::Email
    {
        // The page of the step reports a refusal, and offers to send again.
        let _ = send_code::by_mail(services, challenged, &email, client).await?;
    }
    Ok(Ok(progress))
}

/// Records what follows the correct password.
async fn admit(
    services: &Services,
    verified: PasswordVerified,
    account: Account,
    charged: Vec<Attempts>,
    client: Client,
) -> Result<Result<Progress, EntryRefusal>, Fault> {
    let challenge = ChallengeId(random::row_id(&*services.random)?);
    let actor = Actor::Account(account.id.clone(), client);
    let Ok(admitted) = services
        .work::<_, Infallible>(actor, move |work| {
            let now = work.now;
            for attempts in charged {
                if attempts.is_of_network() {
                    throttles::refund(&mut work.tx, &work.services.keys.subjects, &attempts.into())?;
                } else {
                    work.forget(attempts)?;
                }
            }
            // After the password, so that nobody without it learns of the list.
            let lists = allow_lists::lists(&mut work.tx, &account, client.address, now)?;
            if let Some(scope) = lists.refusing(client.address) {
                let approval = allow_list::refuse(work, &account, scope, client)?;
                let main = accounts::main_account_of(&mut work.tx, &account)?;
                return Ok(Err(EntryRefusal::Elsewhere(approval, main)));
            }
            let step = work.services.next_step(&mut work.tx, &account)?;
            let Some(progress) = sign_in::begin(&verified, &account, step, challenge, now)? else {
                work.record(&account.id, Event::SecondFactorUnreachable);
                let main = accounts::main_account_of(&mut work.tx, &account)?;
                return Ok(Err(EntryRefusal::Unreachable(main)));
            };
            if let Progress::Challenged(challenged) = &progress {
                not_me::second_step_begun(work, &account, challenged.id())?;
            }
            match progress {
                Progress::Challenged(_) => work.record(&account.id, Event::SecondFactorAsked),
                Progress::EnrolmentRequired(_) => work.record(&account.id, Event::EnrolmentAsked),
                Progress::SignedIn(_) => work.record_sign_in(&account.id)?,
            }
            Ok(Ok(progress))
        })
        .await?;
    Ok(admitted)
}

/// Completes a sign-in with a settled second factor, and records it. If an authenticator must be set up first,
/// this leads to the set-up.
pub(super) async fn complete(
    services: &Services,
    challenged: Challenged,
    proof: SecondFactorProof,
    client: Client,
) -> Result<Progress, Fault> {
    let id = challenged.account().clone();
    let actor = Actor::Account(id.clone(), client);
    let Ok(progress) = services
        .work::<_, Infallible>(actor, move |work| {
            not_me::second_step_done(work, &id, challenged.id())?;
            // The attack: a step in progress when the password was reset by mail would record that another
            // factor was verified since. Its session does not continue, and nothing is written.
            let goes_on = work.hold(&id, challenged.epoch())?;
            let is_another = matches!(
                proof.method(),
                Method::Totp | Method::RecoveryCode | Method::Phone
            );
            if goes_on && is_another {
                accounts::set_password_mailed(&mut work.tx, &id, false)?;
            }
            let then = match enabled_account(&mut work.tx, &id)? {
                Some(account) => {
                    let has_app = work.services.enrolled(&mut work.tx, &id)?.protects();
                    let policy = policies::over(&mut work.tx, &account)?;
                    sign_in::after(challenged.step(), &account, has_app, &policy, work.now)
                }
                // The next request detects that, and ends it.
                None => Then::SignedIn,
            };
            let progress = sign_in::complete(challenged, &proof, then, work.now)?;
            match &progress {
                _ if !goes_on => {}
                Progress::SignedIn(_) => work.record_sign_in(&id)?,
                Progress::EnrolmentRequired(_) | Progress::Challenged(_) => {
                    work.record(&id, Event::EnrolmentAsked);
                }
            }
            Ok(progress)
        })
        .await?;
    Ok(progress)
}

/// The account that a typed name identifies at sign-in: by its user name, or by an e-mail address that belongs
/// to no other. If both match, an address verified by its owner takes precedence over a user name that is
/// another's address (the attack: a customer gives a subaccount another person's address, as its own or as its
/// user name, and that person can no longer sign in with it), but not over a user name that was its owner's own
/// address (the attack: a later owner of the mailbox). Both are looked up whenever both are possible, so
/// that neither takes longer (ASVS 6.3.8).
/// both can be meant, so that neither takes longer (ASVS 6.3.8).
fn named(conn: &mut Conn, typed: &str) -> Result<Option<Credentials>, StoreError> {
    let by_name = accounts::by_key(conn, &UsernameKey::of(typed))?;
    let by_email = match Email::parse(typed) {
        Ok(email) => accounts::only_one_at(conn, &email)?,
        Err(_) => None,
    };
    let is_theirs = |found: &Credentials| found.account.username_proven;
    let is_proven = |found: &Credentials| found.account.email_proven;
    Ok(match (by_name, by_email) {
        (Some(named), Some(at)) if is_proven(&at) && !is_theirs(&named) => Some(at),
        (named, at) => named.or(at),
    })
}

/// Charges a password before it is verified, and gives the charged counters: in a browser in which the account
/// signed in before, those of that browser and of all such browsers of the account; otherwise those of the
/// network and of the typed name. If the browser's own counters make it wait, it is treated as unknown, so a
/// known browser is never worse off than an unknown one.
///
/// The user name and the address of an account have a counter each, so that no wait reveals that they belong
/// together (the attack: account enumeration; ASVS 6.3.8). Together they allow twice as many guesses, which is
/// still negligible.
fn charge(
    conn: &mut Conn,
    services: &Services,
    (typed, account): (&str, Option<&Account>),
    client: Client,
    browser: Option<&BrowserMarks>,
    now: Timestamp,
) -> Result<Result<Vec<Attempts>, Throttled>, StoreError> {
    if let Some(marks) = browser
        && let Some(account) = account
        && let Some(known) = marks.known_to(&account.id, &services.keys.browsers, now)
    {
        let own = vec![
            Attempts::PasswordByBrowser(known),
            Attempts::PasswordByBrowsers(account.id.clone()),
        ];
        if charge_all(conn, services, &own, now)?.is_ok() {
            return Ok(Ok(own));
        }
    }
    let mut charged = Attempts::by_network(client.address, now);
    charged.push(Attempts::PasswordByName(UsernameKey::of(typed)));
    Ok(charge_all(conn, services, &charged, now)?.map(|()| charged))
}

fn charge_all(
    conn: &mut Conn,
    services: &Services,
    all: &[Attempts],
    now: Timestamp,
) -> Result<Result<(), Throttled>, StoreError> {
    for attempts in all {
        let counter = attempts.clone().into();
        if let Err(throttled) = throttles::charge(conn, &services.keys.subjects, &counter, now)? {
            return Ok(Err(throttled));
        }
    }
    Ok(Ok(()))
}

/// Hashes the password again if its parameters are outdated. A full queue does not refuse the sign-in: the next
/// one will do it.
async fn renew_hash(
    services: &Services,
    account: &Account,
    stored: PasswordHash,
    typed: Password,
    verified: &PasswordVerified,
) -> Result<(), Fault> {
    if !verified.is_outdated() {
        return Ok(());
    }
    let renewed = match services.hasher.rehash(typed, verified).await {
        Err(HasherError::Busy) => return Ok(()),
        renewed => renewed?,
    };
    let id = account.id.clone();
    services
        .database
        .run(move |conn| accounts::rehash(conn, &id, &stored, &renewed))
        .await
        .map_err(Fault::from)
}

/// The second step.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_code(
    services: &Services,
    challenged: Challenged,
    typed: Code,
    client: Client,
) -> Result<Result<Progress, CodeRefusal>, Fault> {
    match verify::totp::check(services, challenged.account(), typed, client).await? {
        Ok(proof) => complete(services, challenged, proof, client).await.map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The second step, with a sent code: by mail if the step asks for that, otherwise by SMS or call.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_sent_code(
    services: &Services,
    challenged: Challenged,
    typed: SentCode,
    client: Client,
) -> Result<Result<Progress, SentCodeRefusal>, Fault> {
    let method = match challenged.step() {
        SecondStep::Email => Method::Email,
        SecondStep::Totp | SecondStep::Phone | SecondStep::SetUpCode => Method::Phone,
    };
    match verify::sent_code::check(services, &challenged, typed, method, client).await? {
        Ok(proof) => complete(services, challenged, proof, client).await.map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The second step, with the set-up code that a reset showed.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn with_set_up_code(
    services: &Services,
    challenged: Challenged,
    typed: SetUpCode,
    client: Client,
) -> Result<Result<Progress, CodeRefusal>, Fault> {
    match verify::set_up_code::check(services, challenged.account(), typed, client).await? {
        Ok(proof) => complete(services, challenged, proof, client).await.map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The state of the codes of a pending sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeStanding {
    /// Consecutive wrong codes.
    pub failures: i64,
    /// Switched off until a reset.
    pub off: bool,
}

/// The state of the account's codes; changes nothing.
///
/// # Errors
/// [`Fault`].
pub async fn code_standing(services: &Services, challenged: &Challenged) -> Result<CodeStanding, Fault> {
    let (work, counter) = (services.clone(), Counter::Codes(challenged.account().clone()));
    let count = services
        .database
        .read(move |conn| throttles::read(conn, &work.keys.subjects, &counter))
        .await?
        .unwrap_or(Count::ZERO);
    Ok(CodeStanding {
        failures: count.failures,
        off: throttle::CODE.is_off(count),
    })
}
