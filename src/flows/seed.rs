//! Test data with many accounts, for measurements: real second factors, recovery codes and activity log chains,
//! and one password for all. It refuses a database that already contains an account.

use std::io;

use super::{
    ChoiceRefusal, Fault, Services,
    choose_password::{Chooser, choose_password},
};
use crate::{
    domain::{
        account::{Account, AccountId, Email, EmailError, Username, UsernameError},
        authenticator::{
            password::{Candidate, PasswordError, PasswordHash},
            recovery_code::{RecoveryCode, RecoveryCodeDigest},
            totp::{ConfirmedTotp, Marks, TimeStep, TotpId, TotpKey},
        },
        client::{Browser, Client},
        clock::{DAY, Timestamp},
        phone_number::{NotSentTo, PhoneNumber, PhoneNumberError, SendableNumber},
        random::{self, RandomUnavailable},
        security_event::{Actor, Event, Names, SecurityEvent},
    },
    store::{
        StoreError, accounts, phone_numbers, recovery_codes, security_events::Gathered, totp_authenticators,
        transaction,
    },
};

/// Maximum number of accounts, and of activity log entries, per transaction. Few enough to keep memory use
/// small, many enough that waiting for the disk does not matter.
const ACCOUNTS_AT_ONCE: usize = 2_000;
const ENTRIES_AT_ONCE: usize = 5_000;
/// Age of the accounts; their activity is spread from then until now. Less than the retention time.
const AGE: i64 = 30 * DAY;
/// Typical events, repeated in this order.
const USUAL: [Event; 6] = [
    Event::SecondFactorAsked,
    Event::SignedIn,
    Event::SignedOut,
    Event::SecondFactorAsked,
    Event::SignedIn,
    Event::Reauthenticated,
];

/// What a database is to contain.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Accounts, subaccounts included.
    pub accounts: usize,
    /// Subaccounts of the first main account.
    pub subaccounts: usize,
    /// Activity log entries, besides those that record the creation of an account.
    pub activity: u64,
    /// Percentage of accounts that have an authenticator and recovery codes; the first one is among them.
    pub authenticators: usize,
    /// Percentage of accounts that have a phone number.
    pub phones: usize,
}

/// Why nothing, or not everything, was created.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The database is in use.
    #[error("the database already contains accounts; seed needs an empty database")]
    NotEmpty,
    /// More subaccounts than accounts.
    #[error("must be less than --accounts: one of the accounts is the main account of the subaccounts")]
    Subaccounts,
    /// The password is not accepted.
    #[error("the password cannot be used")]
    Password(PasswordError),
    /// Codes are not sent to the generated numbers.
    #[error("VESTIBULE_PHONE_PREFIXES does not include +358, the prefix of the generated phone numbers")]
    Number,
    /// The keys could not be written.
    #[error("failed to write the authenticator keys: {0}")]
    Keys(#[from] io::Error),
    /// A generated name, address or number is invalid.
    #[error("generated data is invalid: {0}")]
    MadeUp(String),
    /// An internal error.
    #[error("{0}")]
    Fault(#[from] Fault),
}

impl From<PasswordError> for Refusal {
    fn from(error: PasswordError) -> Self {
        Self::Password(error)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<RandomUnavailable> for Refusal {
    fn from(error: RandomUnavailable) -> Self {
        Self::Fault(error.into())
    }
}

impl From<NotSentTo> for Refusal {
    fn from(_: NotSentTo) -> Self {
        Self::Number
    }
}

macro_rules! made_up {
    ($($Error:ident),+) => {$(
        impl From<$Error> for Refusal {
            fn from(error: $Error) -> Self {
                Self::MadeUp(format!("{error:?}"))
            }
        }
    )+};
}
made_up!(UsernameError, EmailError, PhoneNumberError);

/// A database that is ready to be filled.
pub struct Seed {
    wanted: Wanted,
    password: PasswordHash,
    now: Timestamp,
}

impl Seed {
    /// Refuses impossible requests and a database that is not empty, and judges and hashes the password. Only
    /// once: a hash for each account would take hours, and a sign-in costs the same with the same hash.
    ///
    /// # Errors
    /// [`Refusal`].
    pub async fn prepare(services: &Services, wanted: Wanted, password: &str) -> Result<Self, Refusal> {
        if wanted.subaccounts >= wanted.accounts {
            return Err(Refusal::Subaccounts);
        }
        if wanted.phones > 0 {
            phone_number(services, 0)?;
        }
        let candidate = Candidate::parse(password)?;
        if services.database.run(|conn| accounts::any(conn)).await? {
            return Err(Refusal::NotEmpty);
        }
        let now = services.now();
        let first = account(0, AccountId(random::row_id(&*services.random)?), None, now)?;
        let chosen = choose_password(services, Chooser::Operator, &first, candidate).await?;
        let password = chosen.map_err(|refusal| match refusal {
            ChoiceRefusal::Unfit(error) => Refusal::Password(error),
            ChoiceRefusal::Wait(_) => Refusal::Fault(Fault::Busy),
        })?;
        Ok(Self {
            wanted,
            password,
            now,
        })
    }

    /// Fills the database. `keys` is given each account's user name, and the key of its authenticator if it has
    /// one, once both are stored. Blocks; if this fails, what was stored stays.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn write(
        &self,
        services: &Services,
        keys: &mut dyn FnMut(&Username, Option<&TotpKey>) -> io::Result<()>,
    ) -> Result<(), Refusal> {
        let mut batch = Batch {
            seed: self,
            services,
            keys,
            accounts: Vec::new(),
            totp: Vec::new(),
            codes: Vec::new(),
            numbers: Vec::new(),
            entries: Gathered::new(&services.keys.activity),
        };
        let ids = (0..self.wanted.accounts).map(|_| random::row_id(&*services.random).map(AccountId));
        let mut ids = ids.collect::<Result<Vec<_>, _>>()?;
        // Sorted, so that each table grows at its end: with a million rows in random order, every page of an
        // index would be read and written repeatedly.
        ids.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let mut rest = &ids[..];
        let mut number = 0;
        while !rest.is_empty() {
            let members = if number == 0 {
                1 + self.wanted.subaccounts
            } else {
                1
            };
            let (company, others) = rest.split_at(members);
            batch.company(number, company)?;
            (rest, number) = (others, number + members);
        }
        batch.write()?;
        services.database.settle()?;
        Ok(())
    }

    fn made_at(&self) -> Timestamp {
        self.now.plus(-AGE)
    }

    /// The number of activity entries before those of an account.
    fn activity_before(&self, number: usize) -> u64 {
        let (all, number) = (self.wanted.accounts as u64, number as u64);
        // The quotient first: ten million entries times a million accounts fit, and more is not needed.
        self.wanted.activity / all * number + self.wanted.activity % all * number / all
    }
}

/// Whether an account is among this percentage of them.
const fn is_among(percent: usize, number: usize) -> bool {
    number * percent % 100 < percent
}

/// The account with that number, whose owner chose a password when it was created.
fn account(
    number: usize,
    id: AccountId,
    main: Option<&AccountId>,
    made_at: Timestamp,
) -> Result<Account, Refusal> {
    let username = Username::parse(&format!("seed-{}", number + 1))?;
    let email = Email::parse(&format!("seed-{}@example.com", number + 1))?;
    Ok(Account {
        main_account: main.cloned(),
        password_chosen_at: Some(made_at),
        ..Account::new(id, username, email, made_at)?.with_proven_email()
    })
}

/// The phone number of the account with that number, in Finland.
fn phone_number(services: &Services, number: usize) -> Result<SendableNumber, Refusal> {
    let number = PhoneNumber::parse(&format!("+35840{:07}", 1_000_000 + number % 9_000_000))?;
    Ok(services.channels.countries.allow(number)?)
}

/// The address and browser of an account: each is used from one place, and places are shared.
fn client(number: usize) -> Client {
    const BROWSERS: [&str; 3] = [
        "Mozilla/5.0 (Windows NT 10.0) Firefox/145.0",
        "Mozilla/5.0 (iPhone) Safari/605.1",
        "Mozilla/5.0 (X11; Linux) Chrome/142.0",
    ];
    let [_, _, high, low] = u32::try_from(number % 131_072).unwrap_or_default().to_be_bytes();
    // 198.18.0.0/15 is reserved for measurements (RFC 2544).
    let network = 18 + u8::from(number % 131_072 >= 65_536);
    Client {
        address: [198, network, high, low].into(),
        browser: Browser::read(BROWSERS[number % BROWSERS.len()]),
        language: None,
    }
}

/// The rows to be written next.
struct Batch<'a> {
    seed: &'a Seed,
    services: &'a Services,
    keys: &'a mut dyn FnMut(&Username, Option<&TotpKey>) -> io::Result<()>,
    accounts: Vec<Account>,
    /// In the order of accounts.
    totp: Vec<ConfirmedTotp>,
    codes: Vec<(AccountId, RecoveryCodeDigest)>,
    numbers: Vec<(AccountId, SendableNumber)>,
    entries: Gathered<'a>,
}

impl Batch<'_> {
    /// A main account with its subaccounts, and their activity.
    fn company(&mut self, first: usize, ids: &[AccountId]) -> Result<(), Refusal> {
        let Some(main) = ids.first() else {
            return Ok(());
        };
        let made_at = self.seed.made_at();
        for (place, id) in ids.iter().enumerate() {
            let of = (place > 0).then_some(main);
            self.account(first + place, account(first + place, id.clone(), of, made_at)?)?;
            self.entry(main, id, first + place, (Event::AccountCreated, made_at))?;
        }
        let all = self.seed.activity_before(first + ids.len()) - self.seed.activity_before(first);
        let mut done = 0;
        for index in 0..all {
            let place = usize::try_from(index).unwrap_or_default() % ids.len();
            let passed = i128::from(AGE) * i128::from(index) / i128::from(all);
            let at = made_at.plus(i64::try_from(passed).unwrap_or_default());
            // In each round, every account does the next typical action.
            if index > 0 && place == 0 {
                done += 1;
            }
            self.entry(main, &ids[place], first + place, (USUAL[done % USUAL.len()], at))?;
        }
        Ok(())
    }

    fn account(&mut self, number: usize, mut account: Account) -> Result<(), Refusal> {
        let (services, made_at) = (self.services, self.seed.made_at());
        let random = &*services.random;
        if is_among(self.seed.wanted.authenticators, number) {
            account.protected_once = true;
            self.totp.push(ConfirmedTotp {
                id: TotpId(random::row_id(random)?),
                account: account.id.clone(),
                key: TotpKey::generate(services.settings.key_length, random)?,
                marks: Marks {
                    last_step: TimeStep::at(made_at),
                    ..Marks::FRESH
                },
                confirmed_at: made_at,
            });
            let key = &services.keys.recovery_codes;
            for code in RecoveryCode::generate_set(random)? {
                self.codes
                    .push((account.id.clone(), code.digest(&account.id, key)));
            }
        }
        if is_among(self.seed.wanted.phones, number) {
            self.numbers
                .push((account.id.clone(), phone_number(services, number)?));
        }
        self.accounts.push(account);
        Ok(())
    }

    fn entry(
        &mut self,
        main: &AccountId,
        id: &AccountId,
        number: usize,
        (event, at): (Event, Timestamp),
    ) -> Result<(), Refusal> {
        let name = || Some(format!("seed-{}", number + 1));
        let actor = match event {
            Event::AccountCreated => Actor::Operator,
            Event::SecondFactorAsked => Actor::Visitor(client(number)),
            _ => Actor::Account(id.clone(), client(number)),
        };
        let names = Names {
            account: name(),
            actor: match actor {
                Actor::Account(..) => name(),
                Actor::Operator | Actor::Visitor(_) => None,
            },
        };
        let entry = SecurityEvent {
            at,
            account: Some(id.clone()),
            actor,
            event,
            reason: None,
        };
        self.entries.add(main, &entry, names);
        if self.accounts.len() >= ACCOUNTS_AT_ONCE || self.entries.len() >= ENTRIES_AT_ONCE {
            self.write()?;
        }
        Ok(())
    }

    /// Writes the whole batch in one transaction.
    fn write(&mut self) -> Result<(), Refusal> {
        let made_at = self.seed.made_at();
        let services = self.services;
        services.database.run_blocking(|conn| {
            transaction(conn, |tx| {
                accounts::insert_many(tx, &self.accounts, &self.seed.password)?;
                totp_authenticators::insert_confirmed(
                    tx,
                    &services.keys.ring,
                    &*services.random,
                    &self.totp,
                )?;
                let codes = self.codes.iter().map(|(account, digest)| (account, digest));
                recovery_codes::insert_many(tx, codes, made_at)?;
                phone_numbers::give_many(tx, &self.numbers, made_at)?;
                self.entries.write(tx)
            })
        })?;
        let mut totp = self.totp.drain(..).peekable();
        for account in self.accounts.drain(..) {
            let its = totp.next_if(|totp| totp.account == account.id);
            (self.keys)(&account.username, its.as_ref().map(|totp| &totp.key))?;
        }
        drop(totp);
        self.codes.clear();
        self.numbers.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_accounts_is_spread_evenly_and_the_first_one_has_a_part_in_it() {
        for percent in [1, 20, 50, 99, 100] {
            let among = (0..1000).filter(|number| is_among(percent, *number));
            assert_eq!(among.count(), percent * 10, "{percent}");
            assert!(is_among(percent, 0), "{percent}");
        }
        assert!(!is_among(0, 0));
    }

    #[test]
    fn places_are_within_the_network_for_measurements() {
        let network: ipnet::IpNet = "198.18.0.0/15".parse().unwrap();
        for number in [0, 255, 65_535, 65_536, 131_071, 131_072, 1_000_000] {
            let client = client(number);
            assert!(network.contains(&client.address), "{client:?}");
        }
        assert_ne!(client(65_536).address, client(0).address);
    }
}
