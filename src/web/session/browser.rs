//! What a request knows of its browser's session, and what it changes: the page reads and changes it
//! here, and the layer writes it down afterwards.

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

/// The session of the browser that a request comes from; there may be none behind it.
#[derive(Clone, Default)]
pub struct BrowserSession(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    /// Who sends the request; none where the layer is not around the page.
    client: Option<Client>,
    row: Option<Row>,
    state: Option<State>,
    /// The account, where the session that was read still lives.
    standing: Option<Standing>,
    change: Change,
    /// Whether it was signed in when the request came.
    was_signed_in: bool,
}

/// A session that was read, and its account where it still lives.
pub(super) type Read = (Row, State, Option<Standing>);

/// The row that a session was read from.
#[derive(Clone)]
pub(super) struct Row {
    /// The digest of the id that the browser sent.
    pub id: TokenDigest,
    pub handle: String,
    /// Where it was last used from; empty before its first use.
    pub address: String,
    pub last_used: Timestamp,
}

/// What is kept of a session besides its columns.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    pub record: Record,
    /// What form tokens are bound to.
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

/// What a page shows once, to where it was made or typed and to nowhere else (the attacks: a copied cookie asks for
/// a secret before its owner does, or types what is filled in for its owner).
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub kept: String,
    /// Where it was made.
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

/// What has to be written down when the page is done.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Change {
    #[default]
    Nothing,
    /// The same session with another state.
    Changed,
    /// The same session under a new id.
    Renewed,
    /// A session of its own, in place of the one that was there.
    Begun,
    /// It ends.
    Left,
}

impl BrowserSession {
    /// The session of the browser that sent this request; with nothing behind it where the layer
    /// is not around the page.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_default()
    }

    /// Puts a session that was read where [`Self::of`] finds it.
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

    /// The account of the session that was read, where that still lives.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.0.borrow().standing.clone()
    }

    /// Something of the account of the session that was read, where that still lives.
    pub fn of_account<T>(&self, read: impl FnOnce(&Account) -> T) -> Option<T> {
        self.0
            .borrow()
            .standing
            .as_ref()
            .map(|standing| read(&standing.account))
    }

    /// Keeps something for a page that is opened from here.
    pub(super) fn show(&self, field: impl FnOnce(&mut State) -> &mut Option<Shown>, kept: &str) {
        let Some(place) = self.place() else { return };
        let shown = Shown {
            kept: kept.to_owned(),
            place: place.beginning(),
        };
        self.change(|state| *field(state) = Some(shown));
    }

    /// What was made where the request comes from.
    pub(super) fn shown(&self, field: impl FnOnce(&State) -> &Option<Shown>) -> Option<String> {
        let here = self.place()?.beginning();
        let shown = self.state(|state| field(state).clone())??;
        (shown.place == here).then_some(shown.kept)
    }

    /// Where the request comes from.
    pub(super) fn place(&self) -> Option<Place> {
        self.client().map(|client| Place::of(client.address))
    }

    /// Who sends the request.
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

    /// Changes the state of a session that there is.
    pub(super) fn change(&self, change: impl FnOnce(&mut State)) {
        let mut inner = self.0.borrow_mut();
        let Some(state) = &mut inner.state else { return };
        change(state);
        if inner.change == Change::Nothing {
            inner.change = Change::Changed;
        }
    }

    /// Takes something out. Where there is nothing, nothing is changed: each page would be a write.
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

    /// Whose session this request signed in. Not one that goes on under a new id after a change (the attack: a
    /// copied cookie makes browsers known, each with guesses of its own).
    pub(super) fn signed_in_now(&self) -> Option<AccountId> {
        let inner = self.0.borrow();
        let is_new = matches!(inner.change, Change::Begun)
            || (inner.change == Change::Renewed && !inner.was_signed_in);
        let record = &inner.state.as_ref().filter(|_| is_new)?.record;
        record.signed_in().map(|_| record.account())
    }

    /// What has to be written down: the change, the row that it is of, and the state.
    pub(super) fn to_write(&self) -> (Change, Option<Row>, Option<State>) {
        let inner = self.0.borrow();
        (inner.change, inner.row.clone(), inner.state.clone())
    }
}
