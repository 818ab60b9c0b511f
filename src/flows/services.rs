//! The services that every flow uses: the handles of this process, and three groups that never change while it
//! runs.

use std::sync::Arc;

use crate::{
    delivery::{Delivery, Words, phone_message::PhoneMessage, twilio::Signed},
    domain::{
        authenticator::totp::KeyLength,
        clock::{Clock, Timestamp},
        phone_number::CountryPrefixes,
        random::Random,
        sealed::{KeyRing, PurposeKey},
    },
    hasher::Hasher,
    store::{Database, send_counters::Purse},
};

/// The services that every flow uses.
#[derive(Clone)]
pub struct Services {
    /// The store.
    pub database: Database,
    /// The hashing pool.
    pub hasher: Hasher,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random number generator.
    pub random: Arc<dyn Random>,
    /// All keys.
    pub keys: Arc<Keys>,
    /// The channels for sent messages.
    pub channels: Arc<Channels>,
    /// The operator's settings.
    pub settings: Arc<FlowSettings>,
}

/// The key ring, and a key for each purpose derived from it.
pub struct Keys {
    /// Seals what is stored.
    pub ring: Arc<KeyRing>,
    /// Derives the keys of counters in the database.
    pub subjects: PurposeKey,
    /// Digests recovery codes and set-up codes.
    pub recovery_codes: PurposeKey,
    /// Digests sent codes.
    pub sent_codes: PurposeKey,
    /// Marks the browsers that an account has signed in from.
    pub browsers: PurposeKey,
    /// Links activity log entries.
    pub activity: PurposeKey,
}

impl Keys {
    /// The keys of a ring.
    #[must_use]
    pub fn of(ring: Arc<KeyRing>) -> Self {
        Self {
            subjects: ring.derive("throttle subjects"),
            recovery_codes: ring.derive("recovery codes"),
            sent_codes: ring.derive("codes that are sent"),
            browsers: ring.derive("known browsers"),
            activity: ring.derive("activity log"),
            ring,
        }
    }
}

/// The channels for sent messages.
pub struct Channels {
    /// The phone channel; `None` if not offered.
    pub telephone: Option<Telephone>,
    /// The countries whose numbers an account may have and codes are sent to.
    pub countries: CountryPrefixes,
    /// How mail is handled.
    pub mail: MailWay,
    /// The texts of messages.
    pub words: Words,
    /// The budgets.
    pub purse: Purse,
}

/// The operator's settings.
pub struct FlowSettings {
    /// Name of the service, used in URIs and password checks.
    pub issuer: String,
    /// Length of new keys.
    pub key_length: KeyLength,
    /// Days that the activity log is kept.
    pub activity_days: i64,
}

/// How mail is handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailWay {
    /// It is not offered.
    Missing,
    /// It is sent.
    Sent,
    /// It is printed instead, in trial mode.
    Printed,
}

/// The phone channel.
#[derive(Clone)]
pub struct Telephone {
    /// The provider.
    pub delivery: Arc<dyn Delivery<PhoneMessage>>,
    /// Verifies the signature of the provider's requests; `None` if the provider cannot reach this server.
    pub signature: Option<Arc<dyn Signed>>,
    /// The public URL.
    pub origin: Arc<str>,
    /// Whether they are printed instead of sent.
    pub trial: bool,
    /// Whether it can make calls: only from a number.
    pub calls: bool,
}

impl Services {
    /// Whether a code can be spoken in a call.
    #[must_use]
    pub fn calls(&self) -> bool {
        self.channels
            .telephone
            .as_ref()
            .is_some_and(|telephone| telephone.calls)
    }

    /// Whether mail is sent, or printed in trial mode.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.channels.mail != MailWay::Missing
    }

    /// The current time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
