//! What every flow works with: the handles of this process, and three groups that never change
//! while it runs.

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
    /// All keys.
    pub keys: Arc<Keys>,
    /// What leaves the machine, and how.
    pub channels: Arc<Channels>,
    /// What the operator chose.
    pub settings: Arc<FlowSettings>,
}

/// The key ring, and a key for each purpose made from it.
pub struct Keys {
    /// Seals what is stored.
    pub ring: Arc<KeyRing>,
    /// Makes the subjects of counters.
    pub subjects: PurposeKey,
    /// Makes digests of recovery codes and set-up codes.
    pub recovery_codes: PurposeKey,
    /// Makes digests of codes that are sent.
    pub sent_codes: PurposeKey,
    /// Marks the browsers that an account has signed in from.
    pub browsers: PurposeKey,
    /// Links the entries of the activity log.
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

/// What leaves the machine, and how.
pub struct Channels {
    /// How messages reach phones; none where they are not offered.
    pub telephone: Option<Telephone>,
    /// Which countries' numbers an account may have, and are sent to.
    pub countries: CountryPrefixes,
    /// What becomes of mail.
    pub mail: MailWay,
    /// What messages are written with.
    pub words: Words,
    /// How much may be sent.
    pub purse: Purse,
}

/// What the operator chose.
pub struct FlowSettings {
    /// Name of the service, in URIs and password checks.
    pub issuer: String,
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
    /// Whether it can call: only from a number.
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

    /// Whether mail reaches anybody, or is printed on trial.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.channels.mail != MailWay::Missing
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
