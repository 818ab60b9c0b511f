//! The lists of open sessions: your own and those of a subaccount.

use crate::{
    domain::{client::Browser, clock::Timestamp},
    flows::open_sessions::Open,
    text::Text,
    web::{field::Field, words::Moment},
};

/// The identifier of the session to end.
pub(super) const SESSION: Field = Field::text("session", Text::field_session, 64);

/// An open session.
pub(super) struct SessionView {
    pub(super) handle: String,
    pub(super) browser: String,
    pub(super) address: String,
    pub(super) signed_in: Moment,
    pub(super) last_used: Moment,
    /// Whether it is the current one.
    pub(super) here: bool,
}

/// All sessions, the current one first.
pub(super) fn views(t: Text, open: Vec<Open>, own: &str, now: Timestamp) -> Vec<SessionView> {
    let mut views: Vec<SessionView> = open
        .into_iter()
        .map(|session| SessionView {
            here: session.handle == own,
            browser: session.browser.map_or_else(
                || t.sessions_unused().to_owned(),
                |browser| t.browser(Browser::stored(&browser)),
            ),
            address: session
                .address
                .unwrap_or_else(|| t.sessions_address_logged().to_owned()),
            signed_in: Moment::past(t, session.signed_in_at, now),
            last_used: Moment::past(t, session.last_used_at, now),
            handle: session.handle,
        })
        .collect();
    views.sort_by_key(|view| !view.here);
    views
}
