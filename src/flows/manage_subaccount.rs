//! What a manager does to a subaccount. Each change holds both accounts first, so that it
//! counts only while the manager is signed in and the subaccount is still theirs, and is
//! written to the subaccount's activity log.

use super::{BothRefusal, Fault, Services, checks, forgotten_password, tell};
use crate::{
    domain::{
        account::{AccountId, Email},
        authenticator::{password::Password, totp::Code},
        client::Client,
        clock::Timestamp,
        limits::counter::Attempts,
        notice::Matter,
        phone_number::NumberChange,
        sealed::PurposeKey,
        security_event::{Actor, Event, SecurityEvent},
        subaccount::{Managed, Manager, Reason},
    },
    store::{
        StoreError, Tx, accounts, out_of_band_codes, password_links, phone_numbers, recovery_codes,
        security_events, sessions, throttles, totp_authenticators, transaction,
    },
};

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such subaccount, or it is not theirs to change.
    NotThere,
    /// The manager's session was ended meanwhile.
    SessionEnded,
    /// It takes a reason, and the manager's own password and code.
    BecauseMissing,
    /// The manager's own password or code did not count.
    Check(BothRefusal),
}

/// Who changes what, and where from.
pub struct Order<'a> {
    /// The manager.
    pub manager: &'a Manager,
    /// The subaccount's id, as it stood in the address.
    pub id: &'a str,
    /// Where from.
    pub client: Client,
}

/// What touching another's second factor takes: one's own password and code, and a reason.
pub struct Because {
    /// Kept with the event.
    pub reason: Reason,
    /// The manager's.
    pub password: Password,
    /// Of the manager's own authenticator.
    pub code: Code,
}

/// An open change: the subaccount, held until the transaction ends.
struct Change<'a> {
    conn: Tx<'a>,
    managed: Managed,
    actor: Actor,
    now: Timestamp,
    /// Written to the activity log when everything else is done.
    entries: Vec<SecurityEvent>,
    key: PurposeKey,
}

impl Change<'_> {
    fn id(&self) -> &AccountId {
        &self.managed.account().id
    }

    fn record(&mut self, event: Event, reason: Option<&Reason>) {
        self.entries.push(SecurityEvent {
            at: self.now,
            account: Some(self.id().clone()),
            actor: self.actor.clone(),
            event,
            reason: reason.cloned().map(Reason::into_text),
        });
    }

    /// Writes what was recorded until now.
    fn write_entries(&mut self) -> Result<(), StoreError> {
        for entry in self.entries.drain(..) {
            security_events::insert(&mut self.conn, &self.key, &entry)?;
        }
        Ok(())
    }

    /// Tells the owner, at the address that the account has now.
    fn tell(&mut self, matter: Matter) -> Result<(), StoreError> {
        let id = self.id().clone();
        tell(&mut self.conn, self.now, &id, &self.actor, matter)
    }

    /// Ends everything that is signed in or half signed in.
    fn end_sessions(&mut self) -> Result<(), StoreError> {
        let id = self.id().clone();
        accounts::next_generation(&mut self.conn, &id)?;
        sessions::delete_all(&mut self.conn, &id)
    }

    /// Removes the authenticator, the recovery codes and a set-up under way.
    fn remove_second_factor(&mut self, key: &PurposeKey) -> Result<(), StoreError> {
        let id = self.id().clone();
        self.end_sessions()?;
        totp_authenticators::delete_all(&mut self.conn, &id)?;
        recovery_codes::delete_all(&mut self.conn, &id)?;
        out_of_band_codes::void(&mut self.conn, &id)?;
        throttles::clear_codes(&mut self.conn, key, &id)
    }

    /// Forgets wrong passwords and codes.
    fn forget_attempts(&mut self, key: &PurposeKey) -> Result<(), StoreError> {
        for attempts in Attempts::of(self.managed.account()) {
            throttles::clear(&mut self.conn, key, attempts)?;
        }
        let id = self.id().clone();
        throttles::clear_codes(&mut self.conn, key, &id)
    }

    /// Puts another number, not proven, or none in the place of the subaccount's. Codes that
    /// went to the old one are void.
    fn set_number(&mut self, change: &NumberChange) -> Result<(), StoreError> {
        let NumberChange::To(number) = change else {
            return Ok(());
        };
        let (id, now) = (self.id().clone(), self.now);
        out_of_band_codes::void(&mut self.conn, &id)?;
        match number {
            Some(number) => phone_numbers::set(&mut self.conn, &id, number, None, now)?,
            None => drop(phone_numbers::remove(&mut self.conn, &id)?),
        }
        self.tell(Matter::PhoneChanged)?;
        self.record(Event::PhoneChanged, None);
        Ok(())
    }

    /// Whether a change would take a proven number away.
    fn takes_proven_number(&mut self, change: &NumberChange) -> Result<bool, StoreError> {
        let id = self.id().clone();
        let registered = phone_numbers::of(&mut self.conn, &id)?;
        Ok(*change != NumberChange::AsItIs && registered.is_some_and(|registered| registered.proven))
    }

    fn set_email(&mut self, email: &Email) -> Result<(), StoreError> {
        let account = self.managed.account();
        if account.email == *email {
            return Ok(());
        }
        let (id, generation) = (account.id.clone(), account.generation);
        // To the old address and to the new one.
        self.tell(Matter::EmailChanged)?;
        if accounts::set_email(&mut self.conn, &id, generation, email)? {
            password_links::void(&mut self.conn, &id)?;
            self.tell(Matter::EmailChanged)?;
            self.record(Event::EmailChanged, None);
        }
        Ok(())
    }
}

async fn change<T: Send + 'static>(
    services: &Services,
    order: &Order<'_>,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, StoreError> + Send + 'static,
) -> Result<Result<T, Refusal>, Fault> {
    let (manager, id, now) = (
        order.manager.clone(),
        AccountId(order.id.to_owned()),
        services.now(),
    );
    let key = services.activity_key.clone();
    let actor = Actor::Account(manager.account().clone(), order.client);
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                if !accounts::hold_generation(conn, manager.account(), manager.generation())? {
                    return Ok(Err(Refusal::SessionEnded));
                }
                let found = accounts::hold_subaccount(conn, manager.main(), &id)?;
                let Some(theirs) = found.and_then(|account| manager.manages(account)) else {
                    return Ok(Err(Refusal::NotThere));
                };
                let mut change = Change {
                    conn: conn.reborrow(),
                    managed: theirs,
                    actor,
                    now,
                    entries: Vec::new(),
                    key,
                };
                let done = work(&mut change)?;
                change.write_entries()?;
                Ok(Ok(done))
            })
        })
        .await
        .map_err(|error: StoreError| error.into())
}

/// The same for a change that takes [`Because`].
async fn change_because<T: Send + 'static>(
    services: &Services,
    order: &Order<'_>,
    because: Because,
    work: impl FnOnce(&mut Change<'_>, &Reason) -> Result<T, StoreError> + Send + 'static,
) -> Result<Result<T, Refusal>, Fault> {
    let Because {
        reason,
        password,
        code,
    } = because;
    let who = order.manager.account();
    let proof = checks::password_and_code(services, who, password, code, order.client).await?;
    if let Err(refusal) = proof {
        return Ok(Err(Refusal::Check(refusal)));
    }
    change(services, order, move |change| work(change, &reason)).await
}

/// What a subaccount is to be.
pub struct Details {
    /// Its e-mail address.
    pub email: Email,
    /// Its number.
    pub number: NumberChange,
    /// Whether it must have a second factor from the next request on.
    pub require: bool,
}

/// Saves what asks for no reason: where a proven number would go, or a second factor is no
/// longer required, nothing is changed.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn save(
    services: &Services,
    order: &Order<'_>,
    details: Details,
) -> Result<Result<(), Refusal>, Fault> {
    let saved = change(services, order, move |change| {
        let releases = change.managed.account().two_factor_required && !details.require;
        if releases || change.takes_proven_number(&details.number)? {
            return Ok(false);
        }
        change.set_email(&details.email)?;
        change.set_number(&details.number)?;
        let id = change.id().clone();
        if details.require && accounts::set_two_factor_required(&mut change.conn, &id, true)? {
            change.record(Event::SecondFactorRequired, None);
        }
        Ok(true)
    })
    .await?;
    Ok(match saved {
        Ok(true) => Ok(()),
        Ok(false) => Err(Refusal::BecauseMissing),
        Err(refusal) => Err(refusal),
    })
}

/// Saves with a reason: a proven number may go, and a second factor that is no longer
/// required is removed with everything of it.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn save_because(
    services: &Services,
    order: &Order<'_>,
    details: Details,
    because: Because,
) -> Result<Result<(), Refusal>, Fault> {
    let work = services.clone();
    change_because(services, order, because, move |change, reason| {
        change.set_email(&details.email)?;
        change.set_number(&details.number)?;
        let id = change.id().clone();
        if details.require {
            if accounts::set_two_factor_required(&mut change.conn, &id, true)? {
                change.record(Event::SecondFactorRequired, Some(reason));
            }
        } else if accounts::set_two_factor_required(&mut change.conn, &id, false)? {
            change.remove_second_factor(&work.subjects)?;
            accounts::set_set_up_forced(&mut change.conn, &id, false)?;
            change.tell(Matter::SecondFactorReset)?;
            change.record(Event::SecondFactorNotRequired, Some(reason));
        }
        Ok(())
    })
    .await
}

/// Removes the second factor and lets the next sign-in set up another, required or not.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn reset(
    services: &Services,
    order: &Order<'_>,
    because: Because,
) -> Result<Result<(), Refusal>, Fault> {
    let work = services.clone();
    change_because(services, order, because, move |change, reason| {
        change.remove_second_factor(&work.subjects)?;
        let id = change.id().clone();
        accounts::set_set_up_forced(&mut change.conn, &id, true)?;
        change.tell(Matter::SecondFactorReset)?;
        change.record(Event::AuthenticatorReset, Some(reason));
        Ok(())
    })
    .await
}

/// Forgets wrong passwords and codes.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn unlock(services: &Services, order: &Order<'_>) -> Result<Result<(), Refusal>, Fault> {
    let work = services.clone();
    change(services, order, move |change| {
        change.forget_attempts(&work.subjects)?;
        change.record(Event::AccountUnlocked, None);
        Ok(())
    })
    .await
}

/// Ends one of the subaccount's sessions.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn end_session(
    services: &Services,
    order: &Order<'_>,
    handle: String,
) -> Result<Result<(), Refusal>, Fault> {
    change(services, order, move |change| {
        let id = change.id().clone();
        if sessions::delete_one(&mut change.conn, &id, &handle)? {
            change.record(Event::SessionEnded, None);
        }
        Ok(())
    })
    .await
}

/// Ends everything of the subaccount's that is signed in or half signed in.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn end_all_sessions(services: &Services, order: &Order<'_>) -> Result<Result<(), Refusal>, Fault> {
    change(services, order, |change| {
        change.end_sessions()?;
        change.record(Event::SessionsEnded, None);
        Ok(())
    })
    .await
}

/// Mails the subaccount's owner a link to another password; nobody else sees it (ASVS 6.4.6).
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn mail_password_link(
    services: &Services,
    order: &Order<'_>,
) -> Result<Result<(), Refusal>, Fault> {
    let work = services.clone();
    change(services, order, move |change| {
        let account = change.managed.account().clone();
        if !work.sends_mail() || account.disabled_at.is_some() {
            return Ok(());
        }
        forgotten_password::send(&mut change.conn, &work, &account, &change.actor)
    })
    .await
}

/// Disables the subaccount and ends its sessions.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn disable(services: &Services, order: &Order<'_>) -> Result<Result<(), Refusal>, Fault> {
    change(services, order, |change| {
        let (id, now) = (change.id().clone(), change.now);
        change.end_sessions()?;
        if accounts::set_disabled(&mut change.conn, &id, Some(now))? {
            change.tell(Matter::AccountDisabled)?;
            change.record(Event::AccountDisabled, None);
        }
        Ok(())
    })
    .await
}

/// Enables the subaccount again.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn enable(services: &Services, order: &Order<'_>) -> Result<Result<(), Refusal>, Fault> {
    change(services, order, |change| {
        let id = change.id().clone();
        if accounts::set_disabled(&mut change.conn, &id, None)? {
            change.tell(Matter::AccountEnabled)?;
            change.record(Event::AccountEnabled, None);
        }
        Ok(())
    })
    .await
}

/// Deletes the subaccount with everything of it but its activity log.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn delete(services: &Services, order: &Order<'_>) -> Result<Result<(), Refusal>, Fault> {
    let work = services.clone();
    change(services, order, move |change| {
        change.forget_attempts(&work.subjects)?;
        change.record(Event::AccountDeleted, None);
        // While the account has a name and a place in the log.
        change.write_entries()?;
        let id = change.id().clone();
        accounts::delete(&mut change.conn, &id)
    })
    .await
}
