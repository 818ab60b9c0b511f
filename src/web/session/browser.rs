//! A request's view of its browser's session, and its changes: the page reads and changes it here, and the layer
//! stores it afterwards.

use std::{cell::RefCell, net::IpAddr, rc::Rc};

use actix_web::{HttpMessage as _, HttpRequest};
use serde::{Deserialize, Serialize};

use super::record::Record;
use crate::{
    domain::{
        account::{Account, AccountId},
        allow_list::Place,
        client::Client,
        clock::Timestamp,
        random::TokenDigest,
    },
    flows::caller::Standing,
};

/// The session of the browser that sent a request; it may be empty.
#[derive(Clone, Default)]
pub struct BrowserSession(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    /// The client's address; none if the layer does not wrap the page.
    client: Option<Client>,
    row: Option<Row>,
    state: Option<State>,
    /// The account, if the session that was read is still live.
    standing: Option<Standing>,
    change: Change,
    /// Whether it was signed in when the request arrived.
    was_signed_in: bool,
}

/// A session that was read, and its account if it is still live.
pub(super) type Read = (Row, State, Option<Standing>);

/// The row from which a session was read.
#[derive(Clone)]
pub(super) struct Row {
    /// The digest of the id that the browser sent.
    pub id: TokenDigest,
    pub handle: String,
    /// The address of its last use; empty before its first use.
    pub address: String,
    pub last_used: Timestamp,
}

/// The data of a session besides its columns.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    pub record: Record,
    /// The value that form tokens are bound to.
    pub binding: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Shown>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<Shown>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Shown>,
}

/// Data that a page shows once, only at the address where it was made or typed (the attacks: a copied cookie asks for
/// a secret before its owner does, or types what is filled in for its owner).
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub kept: String,
    /// The address where it was made.
    pub place: IpAddr,
}

impl State {
    pub(super) const fn new(record: Record, binding: String) -> Self {
        Self {
            record,
            binding,
            notice: None,
            draft: None,
            codes: None,
            link: None,
        }
    }
}

/// The change to be stored when the page is done.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Change {
    #[default]
    Nothing,
    /// The same session with another state.
    Changed,
    /// The same session under a new id.
    Renewed,
    /// A new session, which replaces the existing one.
    Begun,
    /// The session ends.
    Left,
}

impl BrowserSession {
    /// The session of the browser that sent this request; empty if the layer does not wrap the page.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_default()
    }

    /// Stores a session that was read, for [`Self::of`].
    pub(super) fn given_to(request: &HttpRequest, client: Option<Client>, read: Option<Read>) -> Self {
        let (row, state, standing) = match read {
            Some((row, state, standing)) => (Some(row), Some(state), standing),
            None => (None, None, None),
        };
        let was_signed_in = state
            .as_ref()
            .is_some_and(|state: &State| state.record.signed_in().is_some());
        let change = Change::Nothing;
        let session = Self(Rc::new(RefCell::new(Inner {
            client,
            row,
            state,
            standing,
            change,
            was_signed_in,
        })));
        request.extensions_mut().insert(session.clone());
        session
    }

    pub(super) fn row<T>(&self, read: impl FnOnce(&Row) -> T) -> Option<T> {
        self.0.borrow().row.as_ref().map(read)
    }

    pub(super) fn state<T>(&self, read: impl FnOnce(&State) -> T) -> Option<T> {
        self.0.borrow().state.as_ref().map(read)
    }

    /// The account of the session that was read, if the session is still live.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.0.borrow().standing.clone()
    }

    /// Whether it was signed in when the request arrived.
    #[must_use]
    pub fn was_signed_in(&self) -> bool {
        self.0.borrow().was_signed_in
    }

    /// A value from the account of the session that was read, if the session is still live.
    pub fn of_account<T>(&self, read: impl FnOnce(&Account) -> T) -> Option<T> {
        self.0
            .borrow()
            .standing
            .as_ref()
            .map(|standing| read(&standing.account))
    }

    /// Keeps data for a page that is opened from this address.
    pub(super) fn show(&self, field: impl FnOnce(&mut State) -> &mut Option<Shown>, kept: &str) {
        let Some(place) = self.place() else { return };
        let shown = Shown {
            kept: kept.to_owned(),
            place: place.beginning(),
        };
        self.change(|state| *field(state) = Some(shown));
    }

    /// The data that was made at the address of the request.
    pub(super) fn shown(&self, field: impl FnOnce(&State) -> &Option<Shown>) -> Option<String> {
        let here = self.place()?.beginning();
        let shown = self.state(|state| field(state).clone())??;
        (shown.place == here).then_some(shown.kept)
    }

    /// The address of the request.
    pub(super) fn place(&self) -> Option<Place> {
        self.client().map(|client| Place::of(client.address))
    }

    /// The client's address.
    pub(super) fn client(&self) -> Option<Client> {
        self.0.borrow().client
    }

    pub(super) fn begin(&self, state: State) {
        self.put(state, Change::Begun);
    }

    pub(super) fn renew(&self, state: State) {
        self.put(state, Change::Renewed);
    }

    fn put(&self, mut state: State, change: Change) {
        state.record.stamp(self.place());
        let mut inner = self.0.borrow_mut();
        inner.state = Some(state);
        inner.change = change;
    }

    /// Changes the state of an existing session.
    pub(super) fn change(&self, change: impl FnOnce(&mut State)) {
        let mut inner = self.0.borrow_mut();
        let Some(state) = &mut inner.state else { return };
        change(state);
        if inner.change == Change::Nothing {
            inner.change = Change::Changed;
        }
    }

    /// Takes data out. If there is none, nothing changes: otherwise each page would be a write.
    pub(super) fn take<T>(&self, field: impl FnOnce(&mut State) -> &mut Option<T>) -> Option<T> {
        let mut inner = self.0.borrow_mut();
        let taken = field(inner.state.as_mut()?).take();
        if taken.is_some() && inner.change == Change::Nothing {
            inner.change = Change::Changed;
        }
        taken
    }

    pub(super) fn leave(&self) {
        let mut inner = self.0.borrow_mut();
        inner.state = None;
        inner.change = Change::Left;
    }

    /// The account that this request signed in. Not for a session that continues under a new id after a change (the
    /// attack: a copied cookie makes browsers known, each with its own guesses).
    pub(super) fn signed_in_now(&self) -> Option<AccountId> {
        let inner = self.0.borrow();
        let is_new = matches!(inner.change, Change::Begun)
            || (inner.change == Change::Renewed && !inner.was_signed_in);
        let record = &inner.state.as_ref().filter(|_| is_new)?.record;
        record.signed_in().map(|_| record.account())
    }

    /// What must be stored: the change, its row, and the state.
    pub(super) fn to_write(&self) -> (Change, Option<Row>, Option<State>) {
        let inner = self.0.borrow();
        (inner.change, inner.row.clone(), inner.state.clone())
    }
}
