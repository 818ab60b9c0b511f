//! The stored form of a session's state. The only code that reads one back: the types of [`crate::domain::session`]
//! do not, so that no other code can forge one.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Stage;
use crate::domain::{
    account::AccountId,
    allow_list::Place,
    authenticator::method::Method,
    clock::Timestamp,
    evidence::{Evidence, Proven},
    session::{ChallengeId, Challenged, EnrolmentRequired, SecondStep, SignedIn, Written},
    sign_in::Progress,
};

/// The stored form of the stage of a sign-in.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Record {
    Challenged {
        id: String,
        step: String,
        account: String,
        epoch: i64,
        began: i64,
        /// The address where the password was typed; none until it is stamped.
        place: Option<IpAddr>,
    },
    EnrolmentRequired {
        account: String,
        epoch: i64,
        evidence: Proofs,
    },
    SignedIn {
        account: String,
        epoch: i64,
        began: i64,
        evidence: Proofs,
    },
}

/// What was proven: methods by their names, each with its time and address.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Proofs {
    sign_in: Vec<Proof>,
    since: Vec<Proof>,
    set_up: Option<Proof>,
}

/// The address is none until it is stamped.
type Proof = (String, i64, Option<IpAddr>);

impl Record {
    pub(super) fn of(progress: &Progress) -> Self {
        match progress {
            Progress::Challenged(challenged) => Self::Challenged {
                id: challenged.id().0.clone(),
                step: challenged.step().name().to_owned(),
                account: challenged.account().0.clone(),
                epoch: challenged.epoch(),
                began: challenged.began().0,
                place: challenged.place().map(Place::beginning),
            },
            Progress::EnrolmentRequired(required) => Self::of_enrolment(required),
            Progress::SignedIn(session) => Self::of_session(session),
        }
    }

    pub(super) fn of_enrolment(required: &EnrolmentRequired) -> Self {
        Self::EnrolmentRequired {
            account: required.account().0.clone(),
            epoch: required.epoch(),
            evidence: Proofs::of(required.evidence()),
        }
    }

    pub(super) fn of_session(session: &SignedIn) -> Self {
        let written = session.written();
        Self::SignedIn {
            account: written.account.0.clone(),
            epoch: written.epoch,
            began: written.began.0,
            evidence: Proofs::of(&written.evidence),
        }
    }

    pub(super) fn account(&self) -> AccountId {
        match self {
            Self::Challenged { account, .. }
            | Self::EnrolmentRequired { account, .. }
            | Self::SignedIn { account, .. } => AccountId(account.clone()),
        }
    }

    /// The account's epoch that it belongs to.
    pub(super) const fn epoch(&self) -> i64 {
        match self {
            Self::Challenged { epoch, .. }
            | Self::EnrolmentRequired { epoch, .. }
            | Self::SignedIn { epoch, .. } => *epoch,
        }
    }

    /// The time of the sign-in, once that is complete.
    pub(super) const fn signed_in(&self) -> Option<Timestamp> {
        match self {
            Self::SignedIn { began, .. } => Some(Timestamp(*began)),
            Self::Challenged { .. } | Self::EnrolmentRequired { .. } => None,
        }
    }

    /// Adds the address to what was proven in the present request.
    pub(super) fn stamp(&mut self, here: Option<Place>) {
        let here = here.map(Place::beginning);
        let evidence = match self {
            Self::Challenged { place, .. } => {
                *place = place.or(here);
                return;
            }
            Self::EnrolmentRequired { evidence, .. } | Self::SignedIn { evidence, .. } => evidence,
        };
        let Proofs {
            sign_in,
            since,
            set_up,
        } = evidence;
        for (_, _, place) in sign_in.iter_mut().chain(since).chain(set_up) {
            *place = place.or(here);
        }
    }

    /// `here` is the address of the request.
    pub(super) fn resume(self, here: Option<Place>, last_used: Timestamp, now: Timestamp) -> Stage {
        let account = self.account();
        let resumed = match self {
            Self::Challenged {
                id,
                step,
                epoch,
                began,
                place,
                ..
            } => SecondStep::named(&step)
                .zip(place)
                .and_then(|(step, place)| {
                    let began = (Timestamp(began), Some(Place::of(place)));
                    Challenged::resume(ChallengeId(id), step, account, epoch, began, now)
                })
                .map(Stage::Challenged),
            Self::EnrolmentRequired { epoch, evidence, .. } => evidence
                .read()
                .and_then(|evidence| EnrolmentRequired::resume(account, epoch, (evidence, here), now))
                .map(Stage::EnrolmentRequired),
            Self::SignedIn {
                epoch,
                began,
                evidence,
                ..
            } => evidence
                .read()
                .and_then(|evidence| {
                    let written = Written {
                        account,
                        epoch,
                        began: Timestamp(began),
                        evidence,
                        here,
                    };
                    SignedIn::resume(written, last_used, now)
                })
                .map(Stage::SignedIn),
        };
        resumed.unwrap_or(Stage::Guest)
    }
}

impl Proofs {
    fn of(evidence: &Evidence) -> Self {
        let named = |proven: Proven| {
            let place = proven.place.map(Place::beginning);
            (proven.method.name().to_owned(), proven.at.0, place)
        };
        Self {
            sign_in: evidence.sign_in().map(named).collect(),
            since: evidence.since().iter().copied().map(named).collect(),
            set_up: evidence.set_up().map(named),
        }
    }

    /// Reads evidence back; nothing if a name is unknown or an address is missing: it would otherwise count as the
    /// present one.
    fn read(self) -> Option<Evidence> {
        let proven = |(name, at, place): Proof| {
            let method = Method::named(&name)?;
            let at = Timestamp(at);
            let place = Some(Place::of(place?));
            Some(Proven { method, at, place })
        };
        let all = |written: Vec<Proof>| written.into_iter().map(proven).collect::<Option<Vec<_>>>();
        let set_up = match self.set_up {
            None => None,
            Some(written) => Some(proven(written)?),
        };
        Evidence::read_back(all(self.sign_in)?, all(self.since)?, set_up)
    }
}
