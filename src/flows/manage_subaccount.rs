//! Changes by a manager to a subaccount. Each change first holds both accounts, so that it applies only while
//! the manager is signed in and manages the subaccount, and is recorded in the subaccount's activity log.

use super::{
    BothRefusal, Fault, Services,
    contacts::NewNumber,
    invite, verify,
    work::{Callers, Stop, Work},
};
use crate::{
    domain::{
        account::{Account, AccountId, AddressOf, Email},
        authenticator::{password::Password, set_up_code::SetUpCode, totp::Code},
        client::Client,
        clock::Timestamp,
        limits::{
            counter::{Attempts, CodesCleared},
            send_budget::{Cap, Sending},
        },
        notification::NotificationKind,
        phone_number::{NotSentTo, NumberChange, SendableNumber},
        security_event::{Actor, Event},
        subaccount::{Justification, Managed, Manager, Reason},
    },
    store::{StoreError, accounts, phone_numbers, sessions, totp_authenticators},
};

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such subaccount, or the manager may not change it.
    NotThere,
    /// The manager's session was ended in the meantime.
    SessionEnded,
    /// Codes are not sent to that phone number.
    Number(NotSentTo),
    /// A limit on mails is reached.
    Mail(Cap),
    /// It requires a reason, and the manager's own password and code.
    JustificationMissing,
    /// The manager's own password or code did not count.
    Check(BothRefusal),
    /// The manager's own authenticator is their first, and authorizes this only from that time on.
    FactorIsNew(Timestamp),
}

/// The manager, the subaccount and the client of a change.
pub struct Target<'a> {
    manager: &'a Manager,
    id: &'a AccountId,
    client: Client,
}

impl<'a> Target<'a> {
    /// For a subaccount that the manager was found to manage. Each change checks again.
    #[must_use]
    pub const fn of(manager: &'a Manager, subaccount: &'a Managed, client: Client) -> Self {
        Self {
            manager,
            id: &subaccount.account().id,
            client,
        }
    }
}

/// What changing another's second factor requires: the manager's own password and code, and a reason.
pub struct GivenJustification {
    /// Recorded with the event.
    pub reason: Reason,
    /// The manager's password.
    pub password: Password,
    /// A code of the manager's authenticator.
    pub code: Code,
}

/// A change in progress: the subaccount, held until the transaction ends.
pub(super) struct Change<'w, 'a> {
    pub(super) work: &'w mut Work<'a>,
    pub(super) managed: Managed,
}

impl Change<'_, '_> {
    fn id(&self) -> &AccountId {
        &self.managed.account().id
    }

    fn record(&mut self, event: Event) {
        self.work.record(&self.managed.account().id, event);
    }

    fn record_because(&mut self, event: Event, reason: Option<&Reason>) {
        self.work
            .record_because(&self.managed.account().id, event, reason);
    }

    /// Notifies the owner, at the account's current address.
    fn notify(&mut self, kind: NotificationKind) -> Result<(), StoreError> {
        self.work.notify(&self.managed.account().id, kind)
    }

    /// Removes the second factor and everything that belongs to it.
    fn remove_second_factor(&mut self, justification: &Justification) -> Result<(), StoreError> {
        let cleared = CodesCleared::justified(&self.managed, justification);
        self.work
            .remove_second_factor(cleared, Callers::SessionEnds)
            .map(drop)
    }

    /// Replaces or removes the subaccount's number; the new one is not verified.
    fn set_number(
        &mut self,
        change: &NumberChange<SendableNumber>,
        reason: Option<&Reason>,
    ) -> Result<(), StoreError> {
        let NumberChange::To(number) = change else {
            return Ok(());
        };
        let id = self.id().clone();
        let number = number.as_ref().map_or(NewNumber::None, NewNumber::Given);
        self.work.set_number(&id, number, reason)?;
        Ok(())
    }

    /// Whether a change of the number requires a [`Justification`].
    fn moves_codes(&mut self, change: &NumberChange<SendableNumber>) -> Result<bool, StoreError> {
        if *change == NumberChange::AsItIs {
            return Ok(false);
        }
        let (services, account) = (self.work.services, self.managed.account());
        let step = services.next_step(&mut self.work.tx, account)?;
        let registered = phone_numbers::of(&mut self.work.tx, &account.id)?;
        let proven = registered.is_some_and(|registered| registered.proven);
        Ok(self.managed.guards_number(step, proven))
    }

    /// Whether a change of the address requires a [`Justification`]: links mailed there open the account. Not
    /// for an account that never had a password: a corrected invitation must reach the right person easily.
    fn moves_links(&self, email: &Email) -> bool {
        let account = self.managed.account();
        account.email != *email && account.password_chosen_at.is_some()
    }

    /// Replaces the subaccount's e-mail address. An invited owner who has not chosen a password is invited
    /// again, at the new address; the link mailed to the old one no longer works.
    fn set_email(&mut self, email: &Email, reason: Option<&Reason>) -> Result<(), Stop<Refusal>> {
        let account = self.managed.account().clone();
        if account.email == *email {
            return Ok(());
        }
        let (id, epoch) = (&account.id, account.epoch);
        let is_invited = account.password_chosen_at.is_none();
        let over = |cap| Stop::Refused(Refusal::Mail(cap));
        // To the old address and the new one; nobody has used an account that is only invited.
        if !is_invited {
            let sending = Sending::Invitation;
            let paid = self.work.pay_for_address(sending, &account, email)?;
            paid.map_err(over)?;
            self.notify(NotificationKind::EmailChanged)?;
        }
        if !self.work.set_email(id, epoch, email, AddressOf::Given)? {
            return Ok(());
        }
        self.record_because(Event::EmailChanged, reason);
        if !is_invited {
            // Someone who accepted a misdirected invitation must not stay signed in. A link handed over to an
            // owner without a mailbox stays valid, so the epoch is unchanged.
            sessions::delete_all(&mut self.work.tx, id)?;
            self.notify(NotificationKind::EmailChanged)?;
        } else if account.is_enabled() {
            let corrected = Account {
                email: email.clone(),
                ..account
            };
            invite::send_anew(self.work, &corrected)?.map_err(over)?;
        }
        Ok(())
    }
}

/// Changes a subaccount while the manager is signed in and manages it.
pub(super) async fn change<T: Send + 'static>(
    services: &Services,
    target: &Target<'_>,
    job: impl FnOnce(&mut Change<'_, '_>) -> Result<T, Stop<Refusal>> + Send + 'static,
) -> Result<Result<T, Refusal>, Fault> {
    let (manager, id) = (target.manager.clone(), target.id.clone());
    let actor = Actor::Account(manager.account().clone(), target.client);
    services
        .work(actor, move |work| {
            if !work.hold(manager.account(), manager.epoch())? {
                return Err(Stop::Refused(Refusal::SessionEnded));
            }
            let found = accounts::hold_subaccount(&mut work.tx, manager.main(), &id)?;
            let Some(theirs) = found.and_then(|account| manager.manages(account)) else {
                return Err(Stop::Refused(Refusal::NotThere));
            };
            job(&mut Change {
                work,
                managed: theirs,
            })
        })
        .await
}

/// The same for a change that requires [`GivenJustification`].
pub(super) async fn change_with_justification<T: Send + 'static>(
    services: &Services,
    target: &Target<'_>,
    justification: GivenJustification,
    job: impl FnOnce(&mut Change<'_, '_>, &Justification) -> Result<T, Stop<Refusal>> + Send + 'static,
) -> Result<Result<T, Refusal>, Fault> {
    let GivenJustification {
        reason,
        password,
        code,
    } = justification;
    let who = target.manager.account();
    let (verified, proof) =
        match verify::password_and_code(services, who, password, code, target.client).await? {
            Ok(both) => both,
            Err(refusal) => return Ok(Err(Refusal::Check(refusal))),
        };
    let Some(justification) = Justification::of(target.manager, &verified, &proof, reason) else {
        return Ok(Err(Refusal::SessionEnded));
    };
    let manager = target.manager.account().clone();
    change(services, target, move |change| {
        // The attack: a stolen password of a manager without a second factor sets one up, and counts as two
        // factors.
        let from = totp_authenticators::vouches_from(&mut change.work.tx, &manager)?;
        if let Some(from) = from.filter(|from| change.work.now < *from) {
            return Err(Stop::Refused(Refusal::FactorIsNew(from)));
        }
        job(change, &justification)
    })
    .await
}

/// The details of a subaccount to save.
pub struct Details {
    /// Its e-mail address.
    pub email: Email,
    /// Its number.
    pub number: NumberChange,
    /// Whether it must have a second factor from the next request on.
    pub require: bool,
}

/// Saves what requires no reason: if codes would go to another number, links would be mailed to another
/// address, or a second factor is no longer required, nothing is changed.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn save(
    services: &Services,
    target: &Target<'_>,
    details: Details,
) -> Result<Result<(), Refusal>, Fault> {
    let Details {
        email,
        number,
        require,
    } = details;
    let number = match number.allowed(&services.channels.countries) {
        Ok(number) => number,
        Err(why) => return Ok(Err(Refusal::Number(why))),
    };
    change(services, target, move |change| {
        let releases = change.managed.account().two_factor_required && !require;
        if releases || change.moves_links(&email) || change.moves_codes(&number)? {
            return Err(Stop::Refused(Refusal::JustificationMissing));
        }
        change.set_email(&email, None)?;
        change.set_number(&number, None)?;
        let id = change.id().clone();
        if require && accounts::set_two_factor_required(&mut change.work.tx, &id, true)? {
            change.notify(NotificationKind::SecondFactorRequired)?;
            change.record(Event::SecondFactorRequired);
        }
        Ok(())
    })
    .await
}

/// Saves with a reason: the number may be removed, the address may change, and a second factor that is no
/// longer required is removed with everything that belongs to it. Gives a code to be passed on if the account
/// must still have a second factor, and nothing else can confirm who sets it up.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn save_with_justification(
    services: &Services,
    target: &Target<'_>,
    details: Details,
    justification: GivenJustification,
) -> Result<Result<Option<SetUpCode>, Refusal>, Fault> {
    let Details {
        email,
        number,
        require,
    } = details;
    let number = match number.allowed(&services.channels.countries) {
        Ok(number) => number,
        Err(why) => return Ok(Err(Refusal::Number(why))),
    };
    change_with_justification(services, target, justification, move |change, justification| {
        let reason = Some(justification.reason());
        change.set_email(&email, reason)?;
        change.set_number(&number, reason)?;
        let id = change.id().clone();
        let changed = accounts::set_two_factor_required(&mut change.work.tx, &id, require)?;
        let released = changed && !require;
        if released {
            change.remove_second_factor(justification)?;
            accounts::require_enrolment(&mut change.work.tx, &id, false)?;
            change.notify(NotificationKind::SecondFactorNotRequired)?;
            change.record_because(Event::SecondFactorNotRequired, reason);
        } else if changed {
            change.notify(NotificationKind::SecondFactorRequired)?;
            change.record_because(Event::SecondFactorRequired, reason);
        }
        if released || number != NumberChange::AsItIs {
            Ok(change.work.taken_away(&id)?)
        } else {
            Ok(None)
        }
    })
    .await
}

/// Removes the second factor and lets the next sign-in set up another, required or not. Gives a code to be
/// passed on if neither a phone nor a mailbox can confirm who sets it up.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn reset(
    services: &Services,
    target: &Target<'_>,
    justification: GivenJustification,
) -> Result<Result<Option<SetUpCode>, Refusal>, Fault> {
    change_with_justification(services, target, justification, |change, justification| {
        change.remove_second_factor(justification)?;
        let id = change.id().clone();
        accounts::require_enrolment(&mut change.work.tx, &id, true)?;
        change.notify(NotificationKind::SecondFactorReset)?;
        change.record_because(Event::AuthenticatorReset, Some(justification.reason()));
        Ok(change.work.make_set_up_code(&id)?)
    })
    .await
}

/// Clears the counters of wrong passwords and recovery codes, so that nobody has to wait. Wrong one-time
/// passwords stay counted: their counter protects the second factor.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn unlock(services: &Services, target: &Target<'_>) -> Result<Result<(), Refusal>, Fault> {
    change(services, target, |change| {
        for attempts in Attempts::at_sign_in(change.managed.account()) {
            change.work.forget(attempts)?;
        }
        change.notify(NotificationKind::AccountUnlocked)?;
        change.record(Event::AccountUnlocked);
        Ok(())
    })
    .await
}

/// Ends one of the subaccount's sessions.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn end_session(
    services: &Services,
    target: &Target<'_>,
    handle: String,
) -> Result<Result<(), Refusal>, Fault> {
    change(services, target, move |change| {
        let id = change.id().clone();
        if sessions::delete_one(&mut change.work.tx, &id, &handle)? {
            change.record(Event::SessionEnded);
        }
        Ok(())
    })
    .await
}

/// Ends all of the subaccount's sessions and pending steps.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn end_all_sessions(
    services: &Services,
    target: &Target<'_>,
) -> Result<Result<(), Refusal>, Fault> {
    change(services, target, |change| {
        // An invited account has none, and keeps its invitation.
        if change.managed.account().password_chosen_at.is_some() {
            let id = change.id().clone();
            change.work.revoke(&id, Callers::SessionEnds)?;
            change.record(Event::SessionsEnded);
        }
        Ok(())
    })
    .await
}

/// Disables the subaccount and ends its sessions.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn disable(services: &Services, target: &Target<'_>) -> Result<Result<(), Refusal>, Fault> {
    change(services, target, |change| {
        let (id, now) = (change.id().clone(), change.work.now);
        change.work.revoke(&id, Callers::SessionEnds)?;
        if accounts::set_disabled(&mut change.work.tx, &id, Some(now))? {
            change.notify(NotificationKind::AccountDisabled)?;
            change.record(Event::AccountDisabled);
        }
        Ok(())
    })
    .await
}

/// Enables the subaccount again.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn enable(services: &Services, target: &Target<'_>) -> Result<Result<(), Refusal>, Fault> {
    change(services, target, |change| {
        let id = change.id().clone();
        if accounts::set_disabled(&mut change.work.tx, &id, None)? {
            change.notify(NotificationKind::AccountEnabled)?;
            change.record(Event::AccountEnabled);
            let account = change.managed.account().clone();
            if account.password_chosen_at.is_none() {
                // Disabling ended the invitation. If a limit is reached, the manager can send another.
                let _ = invite::send_anew(change.work, &account)?;
            }
        }
        Ok(())
    })
    .await
}

/// Deletes the subaccount with everything except its activity log. It requires the same as a reset (the attack:
/// a manager's password alone destroys an account and its second factor), and the owner and the main account
/// are notified.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn delete(
    services: &Services,
    target: &Target<'_>,
    justification: GivenJustification,
) -> Result<Result<(), Refusal>, Fault> {
    change_with_justification(services, target, justification, |change, justification| {
        for attempts in Attempts::of(change.managed.account()) {
            change.work.forget(attempts)?;
        }
        let cleared = CodesCleared::justified(&change.managed, justification);
        change.work.forget_codes(cleared)?;
        change.notify(NotificationKind::AccountDeleted)?;
        change
            .work
            .notify_main_account(change.managed.account(), NotificationKind::SubaccountDeleted)?;
        change.record_because(Event::AccountDeleted, Some(justification.reason()));
        // While the account still has a name and a chain in the log.
        change.work.write_entries()?;
        let id = change.id().clone();
        Ok(accounts::delete(&mut change.work.tx, &id)?)
    })
    .await
}
