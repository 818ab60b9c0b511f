//! A session's state as it is written down. The only place that reads one back: the types
//! of [`crate::domain::session`] do not, so that no other code can make one up.

use serde::{Deserialize, Serialize};

use super::Session;
use crate::domain::{
    account::AccountId,
    clock::Timestamp,
    session::{Challenged, SignedIn},
};

#[derive(Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Record {
    Challenged {
        account: String,
        generation: i64,
        began: i64,
    },
    SignedIn {
        account: String,
        generation: i64,
        began: i64,
        confirmed: i64,
    },
}

impl Record {
    pub(super) fn of_challenge(challenged: &Challenged) -> Self {
        Self::Challenged {
            account: challenged.account().0.clone(),
            generation: challenged.generation(),
            began: challenged.began().0,
        }
    }

    pub(super) fn of_session(session: &SignedIn) -> Self {
        Self::SignedIn {
            account: session.account().0.clone(),
            generation: session.generation(),
            began: session.began().0,
            confirmed: session.confirmed().0,
        }
    }

    pub(super) fn account(&self) -> AccountId {
        match self {
            Self::Challenged { account, .. } | Self::SignedIn { account, .. } => AccountId(account.clone()),
        }
    }

    pub(super) fn resume(self, last_used: Timestamp, now: Timestamp) -> Session {
        let account = self.account();
        let resumed = match self {
            Self::Challenged {
                generation, began, ..
            } => Challenged::resume(account, generation, Timestamp(began), now).map(Session::Challenged),
            Self::SignedIn {
                generation,
                began,
                confirmed,
                ..
            } => SignedIn::resume(
                account,
                generation,
                Timestamp(began),
                Timestamp(confirmed),
                last_used,
                now,
            )
            .map(Session::SignedIn),
        };
        resumed.unwrap_or(Session::Guest)
    }
}
