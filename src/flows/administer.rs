//! Administration from the command line, for operators, including those who can no longer sign in.

use std::{collections::HashMap, convert::Infallible};

use super::{
    ChoiceRefusal, Fault, Services,
    choose_password::{Chooser, choose_password},
    contacts::NewNumber,
    invite,
    work::{Callers, PasswordChange, Stop, Work},
};
use crate::{
    domain::{
        account::{Account, AccountId, AddressOf, Email, Username, UsernameError, UsernameKey},
        allow_list::{AllowList, AllowListScope},
        authenticator::{
            password::{Candidate, PasswordError, PasswordHash},
            set_up_code::SetUpCode,
        },
        clock::Timestamp,
        language::Language,
        limits::counter::{Attempts, CodesCleared, Counter},
        notification::NotificationKind,
        phone_number::{NotSentTo, PhoneNumber},
        random,
        security_event::{Actor, Entry, Event, NO_AUTHENTICATOR},
    },
    store::{
        self, DbConnection, StoreError, accounts,
        accounts::Credentials,
        allow_lists, phone_numbers, policies,
        security_events::{self, Wanted},
        throttles,
    },
};

/// Why a command changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No account has that user name.
    #[error("account {0} not found")]
    Unknown(String),
    /// Another account has that user name.
    #[error("the user name {0} is already taken")]
    Taken(String),
    /// The user name does not match the e-mail address.
    #[error("the user name cannot be used")]
    Name(UsernameError),
    /// Only a main account has subaccounts.
    #[error("{0} is a subaccount; --subaccount-of takes the user name of a main account")]
    NotMain(String),
    /// Only a subaccount manages for a main account.
    #[error("only a subaccount can be a manager; add --subaccount-of")]
    ManagerOfNobody,
    /// Codes are not sent to that phone number.
    #[error(
        "codes are not sent to the country of this number; allowed countries are set in \
         VESTIBULE_PHONE_PREFIXES"
    )]
    Number,
    /// The password is not accepted.
    #[error("the password cannot be used")]
    Password(PasswordError),
    /// An internal error.
    #[error("{0}")]
    Fault(#[from] Fault),
}

impl From<NotSentTo> for Refusal {
    fn from(_: NotSentTo) -> Self {
        Self::Number
    }
}

impl From<PasswordError> for Refusal {
    fn from(error: PasswordError) -> Self {
        Self::Password(error)
    }
}

impl From<UsernameError> for Refusal {
    fn from(error: UsernameError) -> Self {
        Self::Name(error)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// An account to be added.
pub struct NewAccount {
    /// Its user name.
    pub username: Username,
    /// Its e-mail address.
    pub email: Email,
    /// Its phone number, not verified.
    pub number: Option<PhoneNumber>,
    /// The user name of its main account; `None` for a main account.
    pub main: Option<String>,
    /// Whether it manages the other subaccounts.
    pub manager: bool,
    /// Whether it must have a second factor.
    pub two_factor_required: bool,
    /// Its language; `None` to use the browser's.
    pub language: Option<Language>,
}

/// Adds a main account, or a subaccount of one.
///
/// # Errors
/// [`Refusal`].
pub async fn add(services: &Services, new: NewAccount, password: &str) -> Result<(), Refusal> {
    let NewAccount {
        username,
        email,
        number,
        main,
        manager,
        two_factor_required,
        language,
    } = new;
    if manager && main.is_none() {
        return Err(Refusal::ManagerOfNobody);
    }
    let number = number
        .map(|number| services.channels.countries.allow(number))
        .transpose()?;
    let candidate = Candidate::parse(password)?;
    let main_account = match main {
        None => None,
        Some(main) => match find(services, &main).await? {
            Account {
                main_account: Some(_),
                ..
            } => return Err(Refusal::NotMain(main)),
            account => Some(account.id),
        },
    };
    let now = services.now();
    let id = AccountId(random::row_id(&*services.random).map_err(Fault::from)?);
    let account = Account {
        main_account,
        manager,
        two_factor_required,
        password_chosen_at: Some(now),
        language,
        ..Account::new(id, username, email, now)?.with_proven_email()
    };
    let password = chosen(services, &account, candidate).await?;
    services
        .work(Actor::Operator, move |work| {
            match accounts::insert(&mut work.tx, &account, &password) {
                Err(StoreError::Taken) => {
                    let name = account.username.as_str().to_owned();
                    return Err(Stop::Refused(Refusal::Taken(name)));
                }
                inserted => inserted?,
            }
            if let Some(number) = &number {
                phone_numbers::give(&mut work.tx, &account.id, number, now)?;
            }
            work.notify(&account.id, NotificationKind::AccountAdded)?;
            work.record(&account.id, Event::AccountCreated);
            Ok(())
        })
        .await?
}

/// All accounts, by name.
///
/// # Errors
/// [`Refusal::Fault`].
pub async fn list(services: &Services) -> Result<Vec<Account>, Refusal> {
    services.database.run(|conn| Ok(accounts::all(conn)?)).await
}

/// An account with its authenticators.
pub struct Summary {
    /// The account.
    pub account: Account,
    /// The owner of a subaccount.
    pub main_account: Option<Username>,
    /// Its phone number, verified or not.
    pub number: Option<PhoneNumber>,
    /// Since when it has had an authenticator.
    pub second_factor_since: Option<Timestamp>,
}

impl Summary {
    fn of(
        services: &Services,
        conn: &mut DbConnection,
        account: Account,
        main_account: Option<Username>,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            number: phone_numbers::of(conn, &account.id)?.map(|registered| registered.number),
            second_factor_since: services.enrolled(conn, &account.id)?.protected_since(),
            main_account,
            account,
        })
    }
}

/// All accounts with their authenticators, by name, in one consistent snapshot.
///
/// # Errors
/// [`Refusal::Fault`].
pub async fn summaries(services: &Services) -> Result<Vec<Summary>, Refusal> {
    let work = services.clone();
    let all = move |conn: &mut DbConnection| {
        let accounts = accounts::all(conn)?;
        let names: HashMap<String, Username> = accounts
            .iter()
            .map(|account| (account.id.0.clone(), account.username.clone()))
            .collect();
        let summaries = accounts.into_iter().map(|account| {
            let main = account.main_account.as_ref().and_then(|id| names.get(&id.0));
            let main = main.cloned();
            Summary::of(&work, conn, account, main)
        });
        summaries.collect::<Result<Vec<_>, StoreError>>()
    };
    let database = &services.database;
    Ok(database
        .run_patiently(move |conn| store::snapshot(conn, all))
        .await?)
}

/// An account with the details that an operator may see.
pub struct Profile {
    /// The account with its authenticators.
    pub summary: Summary,
    /// Consecutive wrong codes.
    pub failed_codes: i64,
    /// The latest entries of its activity log, newest first.
    pub activity: Vec<Entry>,
}

/// Shows an account.
///
/// # Errors
/// [`Refusal`].
pub async fn show(services: &Services, username: &str) -> Result<Profile, Refusal> {
    let account = find(services, username).await?;
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            let main = match &account.main_account {
                Some(id) => accounts::by_id(conn, id)?.map(|main| main.account.username),
                None => None,
            };
            let codes = Counter::Codes(account.id.clone());
            let count = throttles::read(conn, &work.keys.subjects, &codes)?;
            let newest = Wanted {
                count: 10,
                ..Wanted::default()
            };
            let latest = security_events::of_account(conn, &account.id, &newest)?;
            Ok(Profile {
                failed_codes: count.map_or(0, |count| count.failures),
                activity: latest,
                summary: Summary::of(&work, conn, account, main)?,
            })
        })
        .await
}

/// Sets an account's password, and clears its sign-in counters.
///
/// # Errors
/// [`Refusal`].
pub async fn set_password(services: &Services, username: &str, password: &str) -> Result<(), Refusal> {
    let account = find(services, username).await?;
    let password = chosen(services, &account, Candidate::parse(password)?).await?;
    change(services, account, move |work, account| {
        work.set_password(account, &password, PasswordChange::ByOperator)?;
        Ok(())
    })
    .await
}

/// The result of a reset.
#[derive(Debug)]
pub struct Reset {
    /// There was a second factor.
    pub there_was_one: bool,
    /// To be passed on if neither a phone nor a mailbox can confirm who sets up the next one.
    pub set_up_code: Option<SetUpCode>,
}

/// Removes an account's second factor, lets the next sign-in set up another, and clears the counter of codes;
/// false if there was nothing to reset.
///
/// # Errors
/// [`Refusal`].
pub async fn reset_second_factor(services: &Services, username: &str) -> Result<Reset, Refusal> {
    let account = find(services, username).await?;
    change(services, account, |work, account| {
        let id = &account.id;
        let (_, there_was_one) =
            work.remove_second_factor(CodesCleared::by_operator(id), Callers::SessionEnds)?;
        if there_was_one {
            accounts::require_enrolment(&mut work.tx, id, true)?;
            work.notify(id, NotificationKind::SecondFactorReset)?;
            work.record(id, Event::AuthenticatorReset);
        } else {
            work.record_found(id, Event::AuthenticatorReset, NO_AUTHENTICATOR);
        }
        let set_up_code = work.make_set_up_code(id)?;
        Ok(Reset {
            there_was_one,
            set_up_code,
        })
    })
    .await
}

/// Allows an account to sign in from everywhere; for a main account, its list for all accounts is removed, too.
/// False if there was no list.
///
/// # Errors
/// [`Refusal`].
pub async fn clear_addresses(services: &Services, username: &str) -> Result<bool, Refusal> {
    let account = find(services, username).await?;
    change(services, account, |work, account| {
        let id = &account.id;
        let mut there_was_one = false;
        for scope in [AllowListScope::Own, AllowListScope::Everybody] {
            there_was_one |= !allow_lists::get(&mut work.tx, id, scope)?.is_empty();
            allow_lists::set(&mut work.tx, id, scope, &AllowList::default())?;
        }
        if there_was_one {
            work.notify(id, NotificationKind::AllowListChanged)?;
            work.record(id, Event::AllowListChanged);
        }
        Ok(there_was_one)
    })
    .await
}

/// Requires a second factor of an account from its next request on; false if it was already required.
///
/// # Errors
/// [`Refusal`].
pub async fn require_second_factor(services: &Services, username: &str) -> Result<bool, Refusal> {
    let account = find(services, username).await?;
    change(services, account, |work, account| {
        let changed = accounts::set_two_factor_required(&mut work.tx, &account.id, true)?;
        if changed {
            work.notify(&account.id, NotificationKind::SecondFactorRequired)?;
            work.record(&account.id, Event::SecondFactorRequired);
        }
        Ok(changed)
    })
    .await
}

/// The result of no longer requiring a second factor of an account.
#[derive(Debug, Default)]
pub struct Released {
    /// Whether it was required before.
    pub changed: bool,
    /// Whether its main account's policy still requires one.
    pub by_policy: bool,
    /// To be passed on if nothing else can confirm who sets up the next one.
    pub set_up_code: Option<SetUpCode>,
}

/// No longer requires a second factor of an account and removes the existing one; false if it was not required,
/// and then nothing is removed.
///
/// # Errors
/// [`Refusal`].
pub async fn no_longer_require_second_factor(
    services: &Services,
    username: &str,
) -> Result<Released, Refusal> {
    let account = find(services, username).await?;
    if !account.two_factor_required {
        return Ok(Released::default());
    }
    change(services, account, |work, account| {
        let id = &account.id;
        if !accounts::set_two_factor_required(&mut work.tx, id, false)? {
            return Ok(Released::default());
        }
        work.remove_second_factor(CodesCleared::by_operator(id), Callers::SessionEnds)?;
        accounts::require_enrolment(&mut work.tx, id, false)?;
        work.notify(id, NotificationKind::SecondFactorNotRequired)?;
        work.record(id, Event::SecondFactorNotRequired);
        let policy = policies::over(&mut work.tx, account)?;
        Ok(Released {
            changed: true,
            by_policy: policy.is_mandatory(work.now),
            set_up_code: work.taken_away(id)?,
        })
    })
    .await
}

/// Replaces an account's e-mail address, for which the operator vouches; false if it is unchanged. Links and
/// codes sent to the old address end, and so do all sessions.
///
/// # Errors
/// [`Refusal`].
pub async fn set_email(services: &Services, username: &str, email: Email) -> Result<bool, Refusal> {
    let account = find(services, username).await?;
    change(services, account, move |work, account| {
        let (id, moves) = (&account.id, account.email != email);
        let is_invited = account.password_chosen_at.is_none();
        if moves && !is_invited {
            work.notify(id, NotificationKind::EmailChanged)?;
        }
        if !work.set_email(id, account.epoch, &email, AddressOf::Vouched)? {
            return Err(StoreError::Unavailable(
                "the account was changed at the same time; try again".to_owned(),
            ));
        }
        work.revoke(id, Callers::SessionEnds)?;
        if !moves {
            // Recorded with the current address; links and codes sent to an earlier one end as well.
            work.record(id, Event::SessionsEnded);
            return Ok(false);
        }
        work.record(id, Event::EmailChanged);
        if is_invited {
            let corrected = Account {
                email,
                ..account.clone()
            };
            // If a limit is reached, their manager can send another.
            let _ = invite::send_anew(work, &corrected)?;
        } else {
            work.notify(id, NotificationKind::EmailChanged)?;
        }
        Ok(true)
    })
    .await
}

/// Replaces or removes an account's phone number; the new one is not verified. Gives a code to be passed on if
/// a second factor is required and nothing else can confirm who sets it up. Ends all sessions.
///
/// # Errors
/// [`Refusal`].
pub async fn set_phone(
    services: &Services,
    username: &str,
    number: Option<PhoneNumber>,
) -> Result<Option<SetUpCode>, Refusal> {
    let number = number
        .map(|number| services.channels.countries.allow(number))
        .transpose()?;
    let account = find(services, username).await?;
    change(services, account, move |work, account| {
        let id = &account.id;
        let number = number.as_ref().map_or(NewNumber::None, NewNumber::Given);
        work.revoke(id, Callers::SessionEnds)?;
        work.set_number(id, number, None)?;
        work.taken_away(id)
    })
    .await
}

/// Clears the counters of wrong passwords and codes of an account, so that it does not have to wait.
///
/// # Errors
/// [`Refusal`].
pub async fn unlock(services: &Services, username: &str) -> Result<(), Refusal> {
    let account = find(services, username).await?;
    change(services, account, move |work, account| {
        for attempts in Attempts::of(account) {
            work.forget(attempts)?;
        }
        work.forget_codes(CodesCleared::by_operator(&account.id))?;
        work.notify(&account.id, NotificationKind::AccountUnlocked)?;
        work.record(&account.id, Event::AccountUnlocked);
        Ok(())
    })
    .await
}

/// The result of disabling an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disabling {
    /// False if it was already disabled.
    pub changed: bool,
    /// The number of its subaccounts, which cannot sign in either.
    pub subaccounts: usize,
    /// The number of those that were signed in.
    pub signed_out: i64,
}

/// Disables an account and, for a main account, all of its subaccounts.
///
/// # Errors
/// [`Refusal`].
pub async fn disable(services: &Services, username: &str) -> Result<Disabling, Refusal> {
    let account = find(services, username).await?;
    change(services, account, |work, account| {
        let (id, now) = (&account.id, work.now);
        work.revoke(id, Callers::SessionEnds)?;
        let changed = accounts::set_disabled(&mut work.tx, id, Some(now))?;
        // After the row that blocks sign-in, so that nobody signs in again in between.
        let revoked = work.revoke_subaccounts(id)?;
        if changed {
            work.notify(id, NotificationKind::AccountDisabled)?;
            work.record(id, Event::AccountDisabled);
        }
        Ok(Disabling {
            changed,
            subaccounts: revoked.accounts,
            signed_out: revoked.signed_in,
        })
    })
    .await
}

/// Enables an account; false if it was already enabled.
///
/// # Errors
/// [`Refusal`].
pub async fn enable(services: &Services, username: &str) -> Result<bool, Refusal> {
    let account = find(services, username).await?;
    change(services, account, |work, account| {
        let id = &account.id;
        let changed = accounts::set_disabled(&mut work.tx, id, None)?;
        if changed {
            work.notify(id, NotificationKind::AccountEnabled)?;
            work.record(id, Event::AccountEnabled);
        }
        Ok(changed)
    })
    .await
}

/// Hashes a password that the operator chose for an account.
async fn chosen(
    services: &Services,
    account: &Account,
    candidate: Candidate,
) -> Result<PasswordHash, Refusal> {
    match choose_password(services, Chooser::Operator, account, candidate).await? {
        Ok(password) => Ok(password),
        Err(ChoiceRefusal::Unfit(error)) => Err(error.into()),
        Err(ChoiceRefusal::Wait(_)) => Err(Fault::Busy.into()),
    }
}

async fn find(services: &Services, username: &str) -> Result<Account, Refusal> {
    let (key, typed) = (UsernameKey::of(username), username.to_owned());
    services
        .database
        .run(move |conn| {
            accounts::by_key(conn, &key)?
                .map(|Credentials { account, .. }| account)
                .ok_or(Refusal::Unknown(typed))
        })
        .await
}

/// Changes an account on behalf of the operator.
async fn change<T: Send + 'static>(
    services: &Services,
    account: Account,
    job: impl FnOnce(&mut Work<'_>, &Account) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, Refusal> {
    let Ok(done) = services
        .work::<_, Infallible>(Actor::Operator, move |work| Ok(job(work, &account)?))
        .await?;
    Ok(done)
}
