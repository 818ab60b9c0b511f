//! Sessions in the database: the cookie holds 256 random bits, the table their digest.

use std::collections::HashMap;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;

use super::{LAST_USED, RECORD, record::Record};
use crate::{
    domain::{
        account::AccountId,
        random::{Token, TokenDigest},
    },
    flows::Services,
    store::{StoreError, sessions},
};

type State = HashMap<String, String>;

pub(super) struct Storage {
    services: Services,
}

impl Storage {
    pub(super) const fn new(services: Services) -> Self {
        Self { services }
    }
}

fn digest(key: &SessionKey) -> TokenDigest {
    TokenDigest::of(key.as_ref())
}

/// Whose session it is, so that all of an account's can be ended.
fn owner(state: &State) -> Option<AccountId> {
    let record: Record = serde_json::from_str(state.get(RECORD)?).ok()?;
    Some(record.account())
}

fn written(mut state: State) -> Result<String, serde_json::Error> {
    // It has a column of its own.
    state.remove(LAST_USED);
    serde_json::to_string(&state)
}

impl SessionStore for Storage {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        let (id, now) = (digest(key), self.services.clock.now());
        let stored = self
            .services
            .database
            .run(move |conn| sessions::load(conn, &id, now))
            .await
            .map_err(|error| LoadError::Other(error.into()))?;
        let Some(stored) = stored else { return Ok(None) };
        let mut state: State =
            serde_json::from_str(&stored.state).map_err(|error| LoadError::Deserialization(error.into()))?;
        state.insert(LAST_USED.to_owned(), stored.last_used_at.0.to_string());
        Ok(Some(state))
    }

    async fn save(&self, state: State, _: &Duration) -> Result<SessionKey, SaveError> {
        let token =
            Token::generate(&*self.services.random).map_err(|error| SaveError::Other(error.into()))?;
        let (id, now, account) = (token.digest(), self.services.clock.now(), owner(&state));
        let state = written(state).map_err(|error| SaveError::Serialization(error.into()))?;
        self.services
            .database
            .run(move |conn| sessions::insert(conn, &id, account.as_ref(), &state, now))
            .await
            .map_err(|error: StoreError| SaveError::Other(error.into()))?;
        SessionKey::try_from(token.reveal().to_owned()).map_err(|error| SaveError::Other(error.into()))
    }

    async fn update(&self, key: SessionKey, state: State, _: &Duration) -> Result<SessionKey, UpdateError> {
        let id = digest(&key);
        let state = written(state).map_err(|error| UpdateError::Serialization(error.into()))?;
        self.services
            .database
            .run(move |conn| sessions::update(conn, &id, &state))
            .await
            .map_err(|error| UpdateError::Other(error.into()))?;
        Ok(key)
    }

    /// Use is noted by `load`, at most once a minute.
    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let id = digest(key);
        Ok(self
            .services
            .database
            .run(move |conn| sessions::delete(conn, &id))
            .await?)
    }
}
