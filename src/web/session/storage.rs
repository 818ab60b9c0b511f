//! Sessions and answered forms in the database: the cookie contains 256 random bits, the table their digest.

use super::browser::{Read, Row, State};
use crate::{
    domain::{
        account::AccountId,
        client::Client,
        clock::Timestamp,
        random::{self, Token, TokenDigest},
        sealed::Sealed,
    },
    flows::{Fault, caller},
    store::{Conn, DbConnection, StoreError, Tx, answered_forms, sessions, sessions::Written, transaction},
    web::{error::Error, site::Site},
};

pub(super) use answered_forms::{Answer as Found, Claim};

/// The stored data of a claimed form.
pub(super) struct Answer {
    pub digest: String,
    pub began: Timestamp,
    /// The redirect target; none if the answer cannot be repeated.
    pub location: Option<String>,
    pub sealed_id: Option<Sealed>,
}

/// The identifier of a form that is being answered.
pub(super) type FormName = (String, Timestamp);

/// The live session with that id; none if there is none, or it cannot be read.
pub(super) async fn load(site: &Site, id: TokenDigest, client: Client) -> Result<Option<Read>, Error> {
    let Some(found) = caller::of(&site.services, &id, client).await? else {
        return Ok(None);
    };
    let stored = found.session;
    let state = match serde_json::from_str(&stored.state) {
        Ok(state) => state,
        Err(error) => {
            tracing::warn!(%error, "failed to read stored session state");
            return Ok(None);
        }
    };
    let row = Row {
        id,
        handle: stored.handle,
        address: stored.address.unwrap_or_default(),
        last_used: stored.last_used_at,
    };
    Ok(Some((row, state, found.standing)))
}

/// Begins a session that replaces the one in `replaced`; false if its epoch is no longer valid.
pub(super) async fn begin(
    site: &Site,
    replaced: Option<Row>,
    (state, client): (&State, Option<Client>),
    id: &Token,
    answer: Option<Answer>,
) -> Result<bool, Error> {
    let handle = random::row_id(&*site.services.random)?;
    let (id, columns, now) = (
        id.digest(),
        Columns::of(state, client)?,
        site.services.clock.now(),
    );
    run_in_transaction(site, move |conn| {
        let replaced = replaced.map(|row| row.id);
        let begun = sessions::begin(conn, (&id, &handle), replaced.as_ref(), &columns.written(), now)?;
        settle(conn, answer.as_ref(), begun.then_some(&handle))?;
        Ok(begun)
    })
    .await
}

/// Gives the session in `row` another id; false if it has ended.
pub(super) async fn renew(
    site: &Site,
    row: Option<Row>,
    (state, client): (&State, Option<Client>),
    id: &Token,
    answer: Option<Answer>,
) -> Result<bool, Error> {
    let (id, columns, now) = (
        id.digest(),
        Columns::of(state, client)?,
        site.services.clock.now(),
    );
    run_in_transaction(site, move |conn| {
        let renewed = match &row {
            Some(row) => sessions::renew(conn, &row.id, &id, &columns.written(), now)?,
            None => false,
        };
        let handle = row.as_ref().map(|row| &row.handle);
        settle(conn, answer.as_ref(), handle.filter(|_| renewed))?;
        Ok(renewed)
    })
    .await
}

/// Stores the state of the session in `row`, if it still has that id.
pub(super) async fn update(
    site: &Site,
    row: Option<Row>,
    state: &State,
    answer: Option<Answer>,
) -> Result<(), Error> {
    let columns = Columns::of(state, None)?;
    run_in_transaction(site, move |conn| {
        let updated = match &row {
            Some(row) => sessions::update(conn, &row.id, &columns.written())?,
            None => false,
        };
        let handle = row.as_ref().map(|row| &row.handle);
        settle(conn, answer.as_ref(), handle.filter(|_| updated))
    })
    .await
}

/// Ends the session in `row`.
pub(super) async fn delete(site: &Site, row: Option<Row>, claimed: Option<FormName>) -> Result<(), Error> {
    run_in_transaction(site, move |conn| {
        if let Some(row) = row {
            sessions::delete(conn, &row.id)?;
        }
        match claimed {
            Some((form, began)) => answered_forms::release(conn, (&form, began)),
            None => Ok(()),
        }
    })
    .await
}

/// Claims a form, or returns its state.
pub(super) async fn claim(site: &Site, form: String, now: Timestamp) -> Result<Claim, Error> {
    let database = &site.services.database;
    let claimed = database.run_ahead(move |conn| answered_forms::claim(conn, &form, now));
    Ok(claimed.await.map_err(Fault::from)?)
}

/// Returns the state of a form.
pub(super) async fn find(site: &Site, form: String, now: Timestamp) -> Result<Claim, Error> {
    read(site, move |conn| answered_forms::find(conn, &form, now)).await
}

/// Releases a form.
pub(super) async fn release(site: &Site, (form, began): FormName) -> Result<(), Error> {
    run(site, move |conn| answered_forms::release(conn, (&form, began))).await
}

/// Stores the redirect target of a form, or releases it if its answer cannot be repeated.
fn settle(conn: &mut Tx<'_>, answer: Option<&Answer>, handle: Option<&String>) -> Result<(), StoreError> {
    let Some(answer) = answer else { return Ok(()) };
    let form = (answer.digest.as_str(), answer.began);
    match (handle, &answer.location) {
        (Some(handle), Some(location)) => {
            answered_forms::answer(conn, form, handle, location, answer.sealed_id.as_ref())
        }
        _ => answered_forms::release(conn, form),
    }
}

/// A session's columns, apart from ids and times.
struct Columns {
    account: AccountId,
    epoch: i64,
    signed_in: Option<Timestamp>,
    state: String,
    used_from: Option<(String, String)>,
}

impl Columns {
    fn of(state: &State, client: Option<Client>) -> Result<Self, Error> {
        let record = &state.record;
        Ok(Self {
            account: record.account(),
            epoch: record.epoch(),
            signed_in: record.signed_in(),
            state: serde_json::to_string(state).map_err(|error| Fault::Internal(error.to_string()))?,
            used_from: client.map(|client| (client.address.to_string(), client.browser.to_string())),
        })
    }

    fn written(&self) -> Written<'_> {
        Written {
            account: &self.account,
            epoch: self.epoch,
            signed_in: self.signed_in,
            state: &self.state,
            used_from: self
                .used_from
                .as_ref()
                .map(|(address, browser)| (address.as_str(), browser.as_str())),
        }
    }
}

async fn read<T, F>(site: &Site, query: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce(&mut DbConnection) -> Result<T, StoreError> + Send + 'static,
{
    Ok(site.services.database.read(query).await.map_err(Fault::from)?)
}

async fn run<T, F>(site: &Site, query: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce(&mut Conn) -> Result<T, StoreError> + Send + 'static,
{
    Ok(site.services.database.run(query).await.map_err(Fault::from)?)
}

async fn run_in_transaction<T, F>(site: &Site, query: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
{
    run(site, move |conn| transaction(conn, query)).await
}
