//! A session's state as it is written down. The only place that reads one back: the types
//! of [`crate::domain::session`] do not, so that no other code can make one up.

use serde::{Deserialize, Serialize};

use super::Stage;
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    session::{ChallengeId, Challenged, EnrolmentRequired, Entrance, SecondStep, SignedIn, Written},
    sign_in::Progress,
};

/// How far somebody has come, as it is written down.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Record {
    Challenged {
        id: String,
        step: String,
        account: String,
        generation: i64,
        began: i64,
    },
    EnrolmentRequired {
        account: String,
        generation: i64,
        began: i64,
    },
    SignedIn {
        account: String,
        generation: i64,
        entrance: String,
        began: i64,
        confirmed: i64,
        proven: Option<i64>,
        stepped_up: Option<i64>,
    },
}

impl Record {
    pub(super) fn of(progress: &Progress) -> Self {
        match progress {
            Progress::Challenged(challenged) => Self::Challenged {
                id: challenged.id().0.clone(),
                step: step_name(challenged.step()).to_owned(),
                account: challenged.account().0.clone(),
                generation: challenged.generation(),
                began: challenged.began().0,
            },
            Progress::EnrolmentRequired(required) => Self::of_enrolment(required),
            Progress::SignedIn(session) => Self::of_session(session),
        }
    }

    pub(super) fn of_enrolment(required: &EnrolmentRequired) -> Self {
        Self::EnrolmentRequired {
            account: required.account().0.clone(),
            generation: required.generation(),
            began: required.began().0,
        }
    }

    pub(super) fn of_session(session: &SignedIn) -> Self {
        let written = session.written();
        Self::SignedIn {
            account: written.account.0.clone(),
            generation: written.generation,
            entrance: name(written.entrance).to_owned(),
            began: written.began.0,
            confirmed: written.confirmed.0,
            proven: written.proven.map(|proven| proven.0),
            stepped_up: written.stepped_up.map(|at| at.0),
        }
    }

    pub(super) fn account(&self) -> AccountId {
        match self {
            Self::Challenged { account, .. }
            | Self::EnrolmentRequired { account, .. }
            | Self::SignedIn { account, .. } => AccountId(account.clone()),
        }
    }

    /// The account's generation that it belongs to.
    pub(super) const fn generation(&self) -> i64 {
        match self {
            Self::Challenged { generation, .. }
            | Self::EnrolmentRequired { generation, .. }
            | Self::SignedIn { generation, .. } => *generation,
        }
    }

    /// The moment of the sign-in, once that is complete.
    pub(super) const fn signed_in(&self) -> Option<Timestamp> {
        match self {
            Self::SignedIn { began, .. } => Some(Timestamp(*began)),
            Self::Challenged { .. } | Self::EnrolmentRequired { .. } => None,
        }
    }

    pub(super) fn resume(self, last_used: Timestamp, now: Timestamp) -> Stage {
        let account = self.account();
        let resumed = match self {
            Self::Challenged {
                id,
                step,
                generation,
                began,
                ..
            } => step_named(&step)
                .and_then(|step| {
                    Challenged::resume(ChallengeId(id), step, account, generation, Timestamp(began), now)
                })
                .map(Stage::Challenged),
            Self::EnrolmentRequired {
                generation, began, ..
            } => EnrolmentRequired::resume(account, generation, Timestamp(began), now)
                .map(Stage::EnrolmentRequired),
            Self::SignedIn {
                generation,
                entrance,
                began,
                confirmed,
                proven,
                stepped_up,
                ..
            } => entrance_named(&entrance)
                .and_then(|entrance| {
                    let written = Written {
                        account,
                        generation,
                        entrance,
                        began: Timestamp(began),
                        confirmed: Timestamp(confirmed),
                        proven: proven.map(Timestamp),
                        stepped_up: stepped_up.map(Timestamp),
                    };
                    SignedIn::resume(written, last_used, now)
                })
                .map(Stage::SignedIn),
        };
        resumed.unwrap_or(Stage::Guest)
    }
}

const fn name(entrance: Entrance) -> &'static str {
    match entrance {
        Entrance::Password => "password",
        Entrance::Totp => "totp",
        Entrance::RecoveryCode => "recovery_code",
        Entrance::Phone => "phone",
        Entrance::Email => "email",
        Entrance::SetUpCode => "set_up_code",
    }
}

fn entrance_named(text: &str) -> Option<Entrance> {
    let all = [
        Entrance::Password,
        Entrance::Totp,
        Entrance::RecoveryCode,
        Entrance::Phone,
        Entrance::Email,
        Entrance::SetUpCode,
    ];
    all.into_iter().find(|entrance| name(*entrance) == text)
}

const fn step_name(step: SecondStep) -> &'static str {
    match step {
        SecondStep::Totp => "totp",
        SecondStep::Phone => "phone",
        SecondStep::Email => "email",
        SecondStep::SetUpCode => "set_up_code",
    }
}

fn step_named(text: &str) -> Option<SecondStep> {
    let all = [
        SecondStep::Totp,
        SecondStep::Phone,
        SecondStep::Email,
        SecondStep::SetUpCode,
    ];
    all.into_iter().find(|step| step_name(*step) == text)
}
