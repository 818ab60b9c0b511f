//! What happens, in order: one file per journey. A flow charges, looks up, verifies,
//! settles, records and tells the owner; what may follow from what is decided in [`crate::domain`].
//!
//! A flow answers `Result<Result<Done, Refusal>, Fault>`: a refusal is the person's to
//! mend and is matched by the page that asked; a [`Fault`] is ours and has one page.

pub mod activity;
pub mod administer;
pub mod allow_list;
pub mod answer_call;
pub mod change_email;
pub mod change_password;
pub mod change_phone;
pub mod check;
mod checks;
mod choose_password;
pub mod deliver;
pub mod enrol;
pub mod first_run;
pub mod forgotten_password;
pub mod invite;
mod mailing;
pub mod manage_subaccount;
pub mod next_step;
pub mod not_me;
pub mod open_sessions;
pub mod reauthenticate;
pub mod recover;
pub mod regenerate;
pub mod remind;
pub mod remove_authenticator;
pub mod reseal;
pub mod send_code;
pub mod sent_codes;
pub mod set_policy;
pub mod sign_in;
pub mod sign_out;
pub mod subaccounts;
pub mod sweep;
pub mod track_code;
mod work;

use std::sync::Arc;

pub use checks::{BothRefusal, CodeFault, CodeRefusal, PasswordRefusal, SentCodeRefusal};
pub use choose_password::{ChoiceRefusal, PasswordLink};

use crate::{
    delivery::{Delivery, phone_message::PhoneMessage, twilio::Signed},
    domain::{
        account::{Account, AccountId},
        authenticator::totp::KeyLength,
        client::Client,
        clock::{Clock, Timestamp},
        phone_number::CountryPrefixes,
        random::{Random, RandomUnavailable},
        sealed::{KeyRing, PurposeKey},
        security_event::{Actor, Event, SecurityEvent},
        sign_in::ForeignProof,
    },
    hasher::{Hasher, HasherError},
    store::{
        Database, DbConnection, StoreError, Tx, accounts, security_events, send_counters::Purse, transaction,
    },
};

/// What every flow works with.
#[derive(Clone)]
pub struct Services {
    /// The store.
    pub database: Database,
    /// The hashing pool.
    pub hasher: Hasher,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// The key ring.
    pub keys: Arc<KeyRing>,
    /// Makes the subjects of counters.
    pub subjects: PurposeKey,
    /// How much may be sent.
    pub purse: Purse,
    /// Makes digests of recovery codes.
    pub recovery_key: PurposeKey,
    /// Makes digests of codes that are sent.
    pub code_key: PurposeKey,
    /// Marks the browsers that an account has signed in from.
    pub browser_key: PurposeKey,
    /// Links the entries of the activity log.
    pub activity_key: PurposeKey,
    /// How messages reach phones; none where they are not offered.
    pub telephone: Option<Telephone>,
    /// Which countries' numbers an account may have, and are sent to.
    pub countries: CountryPrefixes,
    /// What becomes of mail.
    pub mail: MailWay,
    /// Name of the service, in URIs and password checks.
    pub issuer: Arc<str>,
    /// Length of new keys.
    pub key_length: KeyLength,
    /// Days that activity is kept.
    pub activity_days: i64,
}

/// What becomes of mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailWay {
    /// It is not offered.
    Missing,
    /// It is sent.
    Sent,
    /// It is printed instead, on trial.
    Printed,
}

/// How messages reach phones.
#[derive(Clone)]
pub struct Telephone {
    /// Who carries them.
    pub delivery: Arc<dyn Delivery<PhoneMessage>>,
    /// Who signs what the carrier asks of us; none where it cannot reach us.
    pub signature: Option<Arc<dyn Signed>>,
    /// The public URL.
    pub origin: Arc<str>,
    /// Whether they are printed instead of sent.
    pub trial: bool,
}

impl Services {
    /// Whether mail reaches anybody, or is printed on trial.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.mail != MailWay::Missing
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// Our fault, not the person's.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database is away; may be back soon.
    #[error("{0}")]
    Unavailable(String),
    /// Too many passwords are being hashed; try again soon.
    #[error("the hashing queue is full")]
    Busy,
    /// Anything else; a secret that does not open is here too, closed.
    #[error("{0}")]
    Internal(String),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) => Self::Unavailable(error.to_string()),
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<HasherError> for Fault {
    fn from(error: HasherError) -> Self {
        match error {
            HasherError::Busy => Self::Busy,
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<RandomUnavailable> for Fault {
    fn from(error: RandomUnavailable) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<ForeignProof> for Fault {
    fn from(error: ForeignProof) -> Self {
        Self::Internal(error.to_string())
    }
}

/// A one-time link that was used, replaced or is too old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkSpent;

/// Why a password that was chosen with a one-time link is not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByLinkRefusal {
    /// The link does not work.
    Spent,
    /// The password may not become theirs.
    Choice(ChoiceRefusal),
}

impl From<LinkSpent> for ByLinkRefusal {
    fn from(_: LinkSpent) -> Self {
        Self::Spent
    }
}

/// The account with that id, unless it or its main account is disabled.
fn enabled_account(conn: &mut DbConnection, id: &AccountId) -> Result<Option<Account>, StoreError> {
    let found = accounts::by_id(conn, id)?.map(|found| found.account);
    Ok(found.filter(Account::is_enabled))
}

/// Records what an account has just done.
async fn record_done(
    services: &Services,
    account: &AccountId,
    client: Client,
    event: Event,
) -> Result<(), Fault> {
    let (work, id) = (services.clone(), account.clone());
    services
        .database
        .run(move |conn| {
            let actor = Actor::Account(id.clone(), client);
            transaction(conn, |tx| record(tx, &work, Some(&id), actor, event))
        })
        .await
        .map_err(Fault::from)
}

/// Writes an entry of the activity log. Best the last thing of a transaction: entries follow
/// one another, and the next writer waits until this one is kept.
fn record(
    conn: &mut Tx<'_>,
    services: &Services,
    account: Option<&AccountId>,
    actor: Actor,
    event: Event,
) -> Result<(), StoreError> {
    let entry = SecurityEvent {
        at: services.now(),
        account: account.cloned(),
        actor,
        event,
        reason: None,
    };
    security_events::insert(conn, &services.activity_key, &entry)
}
