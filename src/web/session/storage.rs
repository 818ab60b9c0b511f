//! Sessions in the database: the cookie holds 256 random bits, the table their digest.

use std::collections::HashMap;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;

use super::{ADDRESS, HANDLE, LAST_USED, RECORD, record::Record};
use crate::{
    domain::random::{self, Token, TokenDigest},
    flows::Services,
    store::{StoreError, sessions, sessions::NewSession},
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
fn record(state: &State) -> Option<Record> {
    serde_json::from_str(state.get(RECORD)?).ok()
}

fn written(mut state: State) -> Result<String, serde_json::Error> {
    // They have columns of their own.
    for column in [LAST_USED, HANDLE, ADDRESS] {
        state.remove(column);
    }
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
        let json = |text: &str| serde_json::Value::from(text).to_string();
        state.insert(LAST_USED.to_owned(), stored.last_used_at.0.to_string());
        state.insert(HANDLE.to_owned(), json(&stored.handle));
        state.insert(
            ADDRESS.to_owned(),
            json(stored.address.as_deref().unwrap_or_default()),
        );
        Ok(Some(state))
    }

    async fn save(&self, state: State, _: &Duration) -> Result<SessionKey, SaveError> {
        let token =
            Token::generate(&*self.services.random).map_err(|error| SaveError::Other(error.into()))?;
        let handle =
            random::row_id(&*self.services.random).map_err(|error| SaveError::Other(error.into()))?;
        let (id, now, record) = (token.digest(), self.services.clock.now(), record(&state));
        let state = written(state).map_err(|error| SaveError::Serialization(error.into()))?;
        self.services
            .database
            .run(move |conn| {
                let account = record.as_ref().map(Record::account);
                let new = NewSession {
                    id: &id,
                    handle: &handle,
                    account: account.as_ref(),
                    signed_in: record.as_ref().and_then(Record::signed_in),
                    state: &state,
                };
                sessions::insert(conn, &new, now)
            })
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
