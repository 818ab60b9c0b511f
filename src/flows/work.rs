//! The unit of work: one change with everything that belongs to it, in one transaction.
//!
//! The steps that flows share are methods here: record, notify, hold, revoke, set a password, remove a second
//! factor, create a link. Activity log entries are written last, because they block the next writer until the
//! commit.

use super::{
    Fault, LinkSpent, Services, enabled_account,
    mailing::{self, Content},
};
use crate::{
    domain::{
        account::{Account, AccountId, Email},
        authenticator::{enrolled::Kind, password::PasswordHash, set_up_code::SetUpCode},
        clock::{DAY, Timestamp},
        limits::{
            counter::{Attempts, CodesCleared, Sends},
            send_budget::{Cap, Sending},
            throttle::Throttled,
        },
        link::Purpose,
        next_step::Step,
        notification::{NotificationKind, Schedule},
        random::{Token, TokenDigest},
        security_event::{Actor, Event, SecurityEvent},
        subaccount::{Justification, Managed, Reason},
    },
    store::{
        StoreError, Tx, accounts, authenticators, languages,
        one_time_links::{self, NewLink, OpenLink},
        out_of_band_codes, policies, security_events,
        send_counters::Paid,
        sessions, throttles, transaction,
    },
};

/// Why a unit of work is rolled back: an internal error, or a refusal that the user can correct.
pub(super) enum Stop<R> {
    Fault(Fault),
    Refused(R),
}

impl<R, E: Into<Fault>> From<E> for Stop<R> {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// A unit of work in progress.
pub(super) struct Work<'a> {
    pub(super) tx: Tx<'a>,
    pub(super) services: &'a Services,
    /// Who does it.
    pub(super) actor: Actor,
    pub(super) now: Timestamp,
    entries: Vec<SecurityEvent>,
}

impl Services {
    /// Runs `job` as one transaction; a refusal rolls it back.
    pub(super) async fn work<T, R>(
        &self,
        actor: Actor,
        job: impl FnOnce(&mut Work<'_>) -> Result<T, Stop<R>> + Send + 'static,
    ) -> Result<Result<T, R>, Fault>
    where
        T: Send + 'static,
        R: Send + 'static,
    {
        let (services, now) = (self.clone(), self.now());
        let done = self
            .database
            .run(move |conn| {
                Ok::<_, Fault>(transaction(conn, |tx| {
                    let mut work = Work {
                        tx: tx.reborrow(),
                        services: &services,
                        actor,
                        now,
                        entries: Vec::new(),
                    };
                    let done = job(&mut work)?;
                    work.write_entries()?;
                    Ok(done)
                }))
            })
            .await?;
        match done {
            Ok(done) => Ok(Ok(done)),
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            Err(Stop::Fault(fault)) => Err(fault),
        }
    }
}

/// The number of accounts whose sessions and pending steps were ended.
pub(super) struct Revoked {
    /// All of them.
    pub(super) accounts: usize,
    /// Those that were signed in.
    pub(super) signed_in: i64,
}

/// The result of mailing a password link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkMail {
    /// It was mailed.
    Sent,
    /// Codes go to the same mailbox (the attack: CVE-2024-45042).
    CodesByMail,
    /// The owner changed to this address recently (the attack: a stolen session changes the address, and the
    /// link turns it into control of the account).
    NewEmail,
}

/// How a password was changed.
#[derive(Clone, Copy)]
pub(super) enum PasswordChange {
    /// By its owner, who knew the previous one.
    ByOwner,
    /// By a mailed link.
    ByMailedLink,
    /// By a link that was shown and handed over.
    ByShownLink,
    /// The first password, by an invitation.
    First,
    /// On the command line.
    ByOperator,
}

/// What happens to the caller's session, if it belongs to the account.
#[derive(Clone, Copy)]
pub(super) enum Callers {
    /// It ends with all others.
    SessionEnds,
    /// It continues in the next epoch, under a new id, once the web layer renews it.
    SessionGoesOn,
}

impl Work<'_> {
    /// Records an activity log entry, written at the end of the transaction.
    pub(super) fn record(&mut self, account: &AccountId, event: Event) {
        self.entry(account, event, None);
    }

    /// Records a completed sign-in, and the language of its pages: messages that others cause are in it too.
    pub(super) fn record_sign_in(&mut self, account: &AccountId) -> Result<(), StoreError> {
        self.record(account, Event::SignedIn);
        match self.actor.client().and_then(|client| client.language) {
            Some(seen) => languages::note_seen(&mut self.tx, account, seen),
            None => Ok(()),
        }
    }

    /// The same with the given reason, if one was required.
    pub(super) fn record_because(&mut self, account: &AccountId, event: Event, reason: Option<&Reason>) {
        self.entry(account, event, reason.cloned().map(Reason::into_text));
    }

    /// The same with a finding.
    pub(super) fn record_found(&mut self, account: &AccountId, event: Event, found: &str) {
        self.entry(account, event, Some(found.to_owned()));
    }

    fn entry(&mut self, account: &AccountId, event: Event, reason: Option<String>) {
        self.entries.push(SecurityEvent {
            at: self.now,
            account: Some(account.clone()),
            actor: self.actor.clone(),
            event,
            reason,
        });
    }

    /// Writes the entries recorded so far.
    pub(super) fn write_entries(&mut self) -> Result<(), StoreError> {
        for entry in std::mem::take(&mut self.entries) {
            security_events::insert(&mut self.tx, &self.services.keys.activity, &entry)?;
        }
        Ok(())
    }

    /// Notifies the owner of an account, at its current address.
    pub(super) fn notify(&mut self, account: &AccountId, kind: NotificationKind) -> Result<(), StoreError> {
        mailing::tell(&mut self.tx, self.services, account, &self.actor, kind)
    }

    /// Notifies the main account of a subaccount.
    pub(super) fn notify_main_account(
        &mut self,
        subaccount: &Account,
        kind: NotificationKind,
    ) -> Result<(), StoreError> {
        mailing::tell_main_account(&mut self.tx, self.services, subaccount, &self.actor, kind)
    }

    /// Sends the owner a notification with a secret, on a schedule.
    pub(super) fn notify_secret(
        &mut self,
        account: &AccountId,
        kind: NotificationKind,
        secret: &str,
        schedule: &Schedule,
    ) -> Result<(), StoreError> {
        self.mail(account, kind, Some(secret), schedule, None)
    }

    /// Charges a mail to an owner; `None` if the kind uses no budget. Called before a link is created: if a
    /// limit is reached, the previous link must stay valid.
    pub(super) fn pay(
        &mut self,
        owner: &Account,
        kind: NotificationKind,
    ) -> Result<Result<Option<Paid>, Cap>, StoreError> {
        mailing::pay(&mut self.tx, self.services, owner, &self.actor, kind)
    }

    /// Charges the mail that notifies an address that it was entered for an account. Its ownership is not
    /// verified yet.
    pub(super) fn pay_for_address(
        &mut self,
        sending: Sending,
        account: &Account,
        email: &Email,
    ) -> Result<Result<(), Cap>, StoreError> {
        let entered = (account.payer(), email);
        let paid = mailing::pay_for(&mut self.tx, self.services, sending, &self.actor, entered)?;
        Ok(paid.map(drop))
    }

    /// Mails an owner what was charged.
    pub(super) fn mail(
        &mut self,
        account: &AccountId,
        kind: NotificationKind,
        secret: Option<&str>,
        schedule: &Schedule,
        paid: Option<Paid>,
    ) -> Result<(), StoreError> {
        let content = Content {
            kind,
            secret,
            schedule,
        };
        mailing::mail(&mut self.tx, self.services, account, &self.actor, content, paid)
    }

    /// Holds an account in this epoch until the transaction ends; false if that epoch has ended (the attack: a
    /// request in flight whose session would survive the password that the operator has just set).
    pub(super) fn hold(&mut self, account: &AccountId, epoch: i64) -> Result<bool, StoreError> {
        accounts::lock_if_current(&mut self.tx, account, epoch)
    }

    /// Starts the account's next epoch, which is the only way to end everything begun before: open sessions,
    /// pending steps, sent codes, and one-time links.
    pub(super) fn revoke(&mut self, account: &AccountId, callers: Callers) -> Result<i64, StoreError> {
        let epoch = accounts::next_epoch(&mut self.tx, account)?;
        match callers {
            Callers::SessionEnds => sessions::delete_all(&mut self.tx, account)?,
            // None of them is valid any more. The rows are deleted when the session is renewed.
            Callers::SessionGoesOn => {}
        }
        out_of_band_codes::void(&mut self.tx, account)?;
        Ok(epoch)
    }

    /// Starts the next epoch of all subaccounts of a main account.
    pub(super) fn revoke_subaccounts(&mut self, main: &AccountId) -> Result<Revoked, StoreError> {
        let accounts = accounts::next_generation_of_subaccounts(&mut self.tx, main)?;
        let signed_in = sessions::delete_all_of_subaccounts(&mut self.tx, main, self.now)?;
        out_of_band_codes::void_of_subaccounts(&mut self.tx, main)?;
        Ok(Revoked { accounts, signed_in })
    }

    /// Sets a new password, ends everything begun with the old one, clears the sign-in counters, and notifies
    /// the owner. Gives the new epoch.
    pub(super) fn set_password(
        &mut self,
        account: &Account,
        password: &PasswordHash,
        how: PasswordChange,
    ) -> Result<i64, StoreError> {
        let id = &account.id;
        accounts::set_password(&mut self.tx, id, password, Some(self.now))?;
        one_time_links::void(&mut self.tx, id, Purpose::Invitation)?;
        let (callers, mailed) = match how {
            // Someone who knew the previous one may have chosen it by a mailed link.
            PasswordChange::ByOwner => (Callers::SessionGoesOn, None),
            PasswordChange::ByMailedLink => (Callers::SessionEnds, Some(true)),
            PasswordChange::ByShownLink | PasswordChange::First | PasswordChange::ByOperator => {
                (Callers::SessionEnds, Some(false))
            }
        };
        if let Some(mailed) = mailed {
            accounts::set_password_mailed(&mut self.tx, id, mailed)?;
        }
        let epoch = self.revoke(id, callers)?;
        // Guesses at the old password must not lock the owner out with the new one.
        for attempts in Attempts::by_name(account) {
            self.forget(attempts)?;
        }
        let (event, kind) = match how {
            PasswordChange::ByOwner => (Event::PasswordChanged, NotificationKind::PasswordChanged),
            PasswordChange::ByMailedLink | PasswordChange::ByShownLink => {
                (Event::PasswordChosen, NotificationKind::PasswordChanged)
            }
            PasswordChange::First => (Event::InvitationAccepted, NotificationKind::FirstPassword),
            PasswordChange::ByOperator => (Event::PasswordSet, NotificationKind::PasswordSet),
        };
        self.notify(id, kind)?;
        self.record(id, event);
        Ok(epoch)
    }

    /// Removes every [`Kind`] that belongs to the second factor, including a pending set-up, and ends all
    /// sessions. Gives the new epoch, and whether there was an authenticator.
    pub(super) fn remove_second_factor(
        &mut self,
        cleared: CodesCleared,
        callers: Callers,
    ) -> Result<(i64, bool), StoreError> {
        let account = &cleared.account().clone();
        let epoch = self.revoke(account, callers)?;
        let there_was_one = self.services.enrolled(&mut self.tx, account)?.protects();
        for kind in Kind::ALL
            .into_iter()
            .filter(|kind| kind.goes_with_second_factor())
        {
            authenticators::remove(&mut self.tx, account, kind)?;
        }
        self.forget_codes(cleared)?;
        Ok((epoch, there_was_one))
    }

    /// Clears a counter of failures, after a correct attempt or by an authorized person.
    pub(super) fn forget(&mut self, attempts: Attempts) -> Result<(), StoreError> {
        throttles::clear(&mut self.tx, &self.services.keys.subjects, attempts)
    }

    /// Clears the counter of wrong codes, with evidence at least as strong as the factor.
    pub(super) fn forget_codes(&mut self, cleared: CodesCleared) -> Result<(), StoreError> {
        throttles::clear_codes(&mut self.tx, &self.services.keys.subjects, cleared)
    }

    /// Counts one more; gives the new count.
    pub(super) fn count(&mut self, sends: &Sends) -> Result<i64, StoreError> {
        let counted = throttles::reserve(&mut self.tx, &self.services.keys.subjects, sends, self.now)?;
        Ok(counted.map_or(0, |count| count.failures))
    }

    /// Charges a message to its limit; whether it may be sent.
    pub(super) fn reserve(&mut self, sends: &Sends) -> Result<bool, StoreError> {
        Ok(self.reserve_or_wait(sends)?.is_ok())
    }

    /// The same; the refusal is the seconds to wait.
    pub(super) fn reserve_or_wait(&mut self, sends: &Sends) -> Result<Result<(), i64>, StoreError> {
        let charged = throttles::reserve(&mut self.tx, &self.services.keys.subjects, sends, self.now)?;
        Ok(match charged {
            Ok(_) => Ok(()),
            Err(Throttled::Wait(seconds)) => Err(seconds),
            // No limit on sent messages switches off.
            Err(Throttled::Off) => Err(DAY),
        })
    }

    /// Takes back the last charge, for a message that is not sent.
    pub(super) fn cancel(&mut self, sends: &Sends) -> Result<(), StoreError> {
        throttles::cancel(&mut self.tx, &self.services.keys.subjects, sends)
    }

    /// Creates a one-time link for an account, to be sent to `recipient`.
    pub(super) fn make_link(
        &mut self,
        account: &Account,
        recipient: &Account,
        purpose: Purpose,
        payload: Option<&str>,
    ) -> Result<Token, StoreError> {
        self.link(account, Some(recipient), purpose, payload)
    }

    /// Creates a link that is shown and handed over: it verifies no mailbox.
    pub(super) fn make_link_to_show(
        &mut self,
        account: &Account,
        purpose: Purpose,
    ) -> Result<Token, StoreError> {
        self.link(account, None, purpose, None)
    }

    fn link(
        &mut self,
        account: &Account,
        recipient: Option<&Account>,
        purpose: Purpose,
        payload: Option<&str>,
    ) -> Result<Token, StoreError> {
        let token = Token::generate(&*self.services.random)?;
        let new = NewLink {
            token: &token.digest(),
            purpose,
            account,
            recipient,
            payload,
        };
        one_time_links::insert(&mut self.tx, &new, self.now)?;
        Ok(token)
    }

    /// Mails the owner a password link, or the reason why there is none. Nothing else creates a mailed password
    /// link. If a limit is reached, the previous link still works.
    pub(super) fn mail_password_link(
        &mut self,
        account: &Account,
        kind: NotificationKind,
        reason: Option<&Reason>,
    ) -> Result<Result<LinkMail, Cap>, StoreError> {
        let id = &account.id;
        let (link, kind) = self.link_mail(account, kind)?;
        let paid = match self.pay(account, kind)? {
            Ok(paid) => paid,
            Err(cap) => return Ok(Err(cap)),
        };
        if link != LinkMail::Sent {
            self.mail(id, kind, None, &Schedule::at_once(self.now), paid)?;
            return Ok(Ok(link));
        }
        let purpose = Purpose::NewPassword;
        let token = self.make_link(account, account, purpose, None)?;
        let schedule = self.while_link_works(purpose);
        self.mail(id, kind, Some(token.reveal()), &schedule, paid)?;
        self.record_because(id, Event::PasswordLinkSent, reason);
        Ok(Ok(link))
    }

    /// Whether a password link goes to an account's mailbox, and the mail that is sent: of this kind, or with
    /// the reason why there is no link.
    fn link_mail(
        &mut self,
        account: &Account,
        kind: NotificationKind,
    ) -> Result<(LinkMail, NotificationKind), StoreError> {
        // The password is already invalid, so its owner is sent a different text.
        let is_forced = kind == NotificationKind::NewPasswordForced;
        Ok(if self.signs_in_by_mail(account)? {
            let refused = if is_forced {
                NotificationKind::NewPasswordWithoutLink
            } else {
                NotificationKind::PasswordLinkRefused
            };
            (LinkMail::CodesByMail, refused)
        } else if let Some(since) = account.new_email_since(self.now) {
            (LinkMail::NewEmail, NotificationKind::PasswordLinkWaits(since.0))
        } else {
            (LinkMail::Sent, kind)
        })
    }

    /// Ends all sessions, replaces the stolen password with one that nobody knows, and mails a link to choose
    /// another. The second factor is kept.
    pub(super) fn force_new_password(
        &mut self,
        account: Account,
        nobodys: &PasswordHash,
        event: Event,
    ) -> Result<LinkMail, Stop<LinkSpent>> {
        let id = account.id.clone();
        accounts::set_password(&mut self.tx, &id, nobodys, None)?;
        let account = Account {
            epoch: self.revoke(&id, Callers::SessionEnds)?,
            ..account
        };
        self.record(&id, event);
        let forced = NotificationKind::NewPasswordForced;
        match self.mail_password_link(&account, forced, None)? {
            Ok(mail) => Ok(mail),
            // The link itself uses no budget; the page also says why there is none.
            Err(_) => Ok(self.link_mail(&account, forced)?.0),
        }
    }

    /// Creates a password link that is shown to the account's manager, to be handed over, and notifies the
    /// owner. It needs no mailbox, so it also works for an account whose codes go by e-mail; and it keeps the
    /// second factor.
    pub(super) fn show_password_link(
        &mut self,
        managed: &Managed,
        justification: &Justification,
    ) -> Result<Token, StoreError> {
        let account = managed.account();
        let token = self.make_link_to_show(account, Purpose::NewPassword)?;
        self.notify(&account.id, NotificationKind::PasswordLinkShown)?;
        let reason = Some(justification.reason());
        self.record_because(&account.id, Event::PasswordLinkShown, reason);
        Ok(token)
    }

    /// Whether a code by e-mail is part of the account's next sign-in. A mailed link would then make the
    /// mailbox replace both factors (the attack: CVE-2024-45042).
    pub(super) fn signs_in_by_mail(&mut self, account: &Account) -> Result<bool, StoreError> {
        let step = self.services.next_step(&mut self.tx, account)?;
        Ok(matches!(step, Step::Email(_)))
    }

    /// Generates the code that leads to a set-up after a reset, if nothing else can confirm who does it; `None`
    /// if a phone or a mailbox can.
    pub(super) fn make_set_up_code(&mut self, account: &AccountId) -> Result<Option<SetUpCode>, StoreError> {
        let unreachable = |work: &mut Self| {
            let found = enabled_account(&mut work.tx, account)?;
            let Some(account) = found else {
                return Ok(None);
            };
            let step = work.services.next_step(&mut work.tx, &account)?;
            Ok::<_, StoreError>((step == Step::Unreachable).then_some(account))
        };
        if unreachable(self)?.is_none() {
            return Ok(None);
        }
        // A number that codes cannot be sent to blocks nobody after a reset, with or without an authenticator.
        accounts::require_enrolment(&mut self.tx, account, true)?;
        let Some(account) = unreachable(self)? else {
            return Ok(None);
        };
        let code = SetUpCode::generate(&*self.services.random)?;
        let new = NewLink {
            token: &code.digest(&account.id, &self.services.keys.recovery_codes),
            purpose: Purpose::SetUpCode,
            account: &account,
            recipient: None,
            payload: None,
        };
        one_time_links::insert(&mut self.tx, &new, self.now)?;
        Ok(Some(code))
    }

    /// What follows when another person removed the protection of an account that must have a second factor: as
    /// after a reset, setting up the next one requires more than the mailbox that received the password (the
    /// attack: a stolen mailbox sets a password, and waits until a manager helps the owner). Gives a code to be
    /// handed over if nothing else can confirm the owner.
    pub(super) fn taken_away(&mut self, account: &AccountId) -> Result<Option<SetUpCode>, StoreError> {
        let Some(found) = enabled_account(&mut self.tx, account)? else {
            return Ok(None);
        };
        let policy = policies::over(&mut self.tx, &found)?;
        let is_used = found.password_chosen_at.is_some();
        if !is_used || !policy.requires_second_factor(found.facts(), self.now) {
            return Ok(None);
        }
        let step = self.services.step_under(&mut self.tx, &found, &policy)?;
        if matches!(step, Step::App | Step::Phone(_)) {
            return Ok(None);
        }
        accounts::require_enrolment(&mut self.tx, account, true)?;
        self.make_set_up_code(account)
    }

    /// Claims a one-time link, which then works for nobody else.
    pub(super) fn spend_link(
        &mut self,
        purpose: Purpose,
        token: &TokenDigest,
    ) -> Result<OpenLink, Stop<LinkSpent>> {
        one_time_links::spend(&mut self.tx, purpose, token, self.now)?.ok_or(Stop::Refused(LinkSpent))
    }

    /// A schedule that ends when a link expires.
    pub(super) fn while_link_works(&self, purpose: Purpose) -> Schedule {
        Schedule {
            useless_at: Some(self.now.plus(purpose.seconds())),
            ..Schedule::at_once(self.now)
        }
    }
}
