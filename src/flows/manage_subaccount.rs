//! What a manager does to a subaccount. Each change holds both accounts first, so that it
//! counts only while the manager is signed in and the subaccount is still theirs, and is
//! written to the subaccount's activity log.

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
    /// There is no such subaccount, or it is not theirs to change.
    NotThere,
    /// The manager's session was ended meanwhile.
    SessionEnded,
    /// Nothing is sent to that phone number.
    Number(NotSentTo),
    /// So many mails were sent that there is none for this.
    Mail(Cap),
    /// It takes a reason, and the manager's own password and code.
    JustificationMissing,
    /// The manager's own password or code did not count.
    Check(BothRefusal),
    /// The manager's own authenticator is their first, and vouches for this from then on.
    FactorIsNew(Timestamp),
}

/// Who changes what, and where from.
pub struct Target<'a> {
    manager: &'a Manager,
    id: &'a AccountId,
    client: Client,
}

impl<'a> Target<'a> {
    /// To change a subaccount that the manager was found to manage. Each change looks again.
    #[must_use]
    pub const fn of(manager: &'a Manager, subaccount: &'a Managed, client: Client) -> Self {
        Self {
            manager,
            id: &subaccount.account().id,
            client,
        }
    }
}

/// What touching another's second factor takes: one's own password and code, and a reason.
pub struct GivenJustification {
    /// Kept with the event.
    pub reason: Reason,
    /// The manager's.
    pub password: Password,
    /// Of the manager's own authenticator.
    pub code: Code,
}

/// An open change: the subaccount, held until the transaction ends.
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

    /// Tells the owner, at the address that the account has now.
    fn notify(&mut self, kind: NotificationKind) -> Result<(), StoreError> {
        self.work.notify(&self.managed.account().id, kind)
    }

    /// Removes the second factor with everything of it.
    fn remove_second_factor(&mut self, justification: &Justification) -> Result<(), StoreError> {
        let cleared = CodesCleared::justified(&self.managed, justification);
        self.work
            .remove_second_factor(cleared, Callers::SessionEnds)
            .map(drop)
    }

    /// Puts another number, not proven, or none in the place of the subaccount's.
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

    /// Whether a change of the number takes a [`Justification`].
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

    /// Whether a change of the address takes a [`Justification`]: what is mailed there opens the
    /// account. Of one that never had a password it does not: a corrected invitation has to reach
    /// the right person without ceremony.
    fn moves_links(&self, email: &Email) -> bool {
        let account = self.managed.account();
        account.email != *email && account.password_chosen_at.is_some()
    }

    /// Puts another e-mail address in the place of the subaccount's. Somebody who was invited and has
    /// chosen no password yet is invited again, at the new address; the link that went to the old
    /// one no longer opens.
    fn set_email(&mut self, email: &Email, reason: Option<&Reason>) -> Result<(), Stop<Refusal>> {
        let account = self.managed.account().clone();
        if account.email == *email {
            return Ok(());
        }
        let (id, epoch) = (&account.id, account.epoch);
        let is_invited = account.password_chosen_at.is_none();
        let over = |cap| Stop::Refused(Refusal::Mail(cap));
        // To the old address and to the new one; nobody has used an account that is only invited.
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
            // Whoever accepted an invitation that a typing error brought them is not left inside. A link that is handed
            // over to somebody whose mailbox is lost goes on, so the epoch does.
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

/// Changes a subaccount as long as the manager is signed in and it is theirs.
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

/// The same for a change that takes [`GivenJustification`].
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
        // The attack: a stolen password of a manager without a second factor sets one up, and is worth two.
        let from = totp_authenticators::vouches_from(&mut change.work.tx, &manager)?;
        if let Some(from) = from.filter(|from| change.work.now < *from) {
            return Err(Stop::Refused(Refusal::FactorIsNew(from)));
        }
        job(change, &justification)
    })
    .await
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

/// Saves what asks for no reason: where codes would go to another number, links would be mailed to
/// another address, or a second factor is no longer required, nothing is changed.
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

/// Saves with a reason: any number may go, the address may change, and a second factor that
/// is no longer required is removed with everything of it. Gives a code to be passed on where the
/// account must have a second factor all the same, and nothing else can confirm who sets it up.
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

/// Removes the second factor and lets the next sign-in set up another, required or not. Gives a code
/// to be passed on where neither a phone nor a mailbox can confirm who sets it up.
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

/// Forgets wrong passwords and recovery codes, so that nobody has to wait. Wrong one-time
/// passwords stay counted: they stand in front of the second factor.
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

/// Ends everything of the subaccount's that is signed in or half signed in.
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn end_all_sessions(
    services: &Services,
    target: &Target<'_>,
) -> Result<Result<(), Refusal>, Fault> {
    change(services, target, |change| {
        // Whoever is only invited has none, and goes on waiting for the invitation.
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
                // The invitation ended with being disabled. Where a limit is reached, the button makes another.
                let _ = invite::send_anew(change.work, &account)?;
            }
        }
        Ok(())
    })
    .await
}

/// Deletes the subaccount with everything of it but its activity log. It takes what a reset takes
/// (the attack: a manager's password alone ends an account and its second factor for good), and
/// the owner and the main account are told.
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
        // While the account has a name and a place in the log.
        change.work.write_entries()?;
        let id = change.id().clone();
        Ok(accounts::delete(&mut change.work.tx, &id)?)
    })
    .await
}
