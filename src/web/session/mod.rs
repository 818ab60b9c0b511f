//! The browser's session: its data and the verbs that change who is signed in.
//!
//! A session is one row in the database. It begins with the first right password. Each later step renews its id, so
//! that an earlier id is worthless afterwards (the attack: session fixation, ASVS 7.2.4). Renewing is one conditional
//! UPDATE: a session that was ended is not revived, and one session never becomes two.
//!
//! Session libraries load, save and delete. They renew by deleting one session and saving another, which forks the
//! session if two requests do it at once, and they do not set the cookie again for a form that is sent twice. So the
//! layer is our own: `cookie` signs the id, `storage` reads and writes the row, `repeat` gives a browser the same
//! answer again, and `layer` wraps the pages. The verbs change what a [`BrowserSession`] holds; it is written once,
//! when the page is done.

mod browser;
mod cookie;
mod layer;
mod record;
mod repeat;
mod storage;

use zeroize::Zeroizing;

pub use self::{
    browser::BrowserSession,
    cookie::was_sent,
    layer::{around, read_again},
};
use self::{browser::State, record::Record};
use super::{error::Error, paths, site::Site};
use crate::domain::{
    account::AccountId,
    authenticator::recovery_code::RecoveryCode,
    client::Client,
    clock::Timestamp,
    lifetimes::{SHOWN_CODES_SECONDS, USE_NOTED_SECONDS},
    named::named,
    random::Token,
    sealed::Sealed,
    session::{Challenged, EnrolmentRequired, SecondStep, SignedIn},
    sign_in::Progress,
};
use crate::flows::caller::Use;

/// How far the sign-in has progressed, according to the session. The guards query the database too.
#[derive(Debug, Clone)]
pub enum Stage {
    /// Not signed in.
    Guest,
    /// Half signed in.
    Challenged(Challenged),
    /// Half signed in, and a second factor has to be set up first.
    EnrolmentRequired(EnrolmentRequired),
    /// Signed in.
    SignedIn(SignedIn),
}

/// How far the sign-in has progressed. A state that cannot be read is a guest.
#[must_use]
pub fn read(session: &BrowserSession, now: Timestamp) -> Stage {
    let record = session.state(|state| state.record.clone());
    match (record, session.row(|row| row.last_used)) {
        (Some(record), Some(last_used)) => record.resume(session.place(), last_used, now),
        _ => Stage::Guest,
    }
}

/// The identifier of this session among the account's sessions; empty before it is stored.
#[must_use]
pub fn handle(session: &BrowserSession) -> String {
    session.row(|row| row.handle.clone()).unwrap_or_default()
}

/// The use of a session to be recorded: after a minute, or from another address.
#[must_use]
pub fn use_to_note(session: &BrowserSession, client: Client, now: Timestamp) -> Option<Use> {
    session.row(|row| {
        let elsewhere = row.address != client.address.to_string();
        (elsewhere || now.since(row.last_used) >= USE_NOTED_SECONDS).then(|| Use {
            handle: row.handle.clone(),
            client,
        })
    })?
}

/// Begins a session: the password was right, and a second step, a set-up or nothing follows. The browser's previous
/// session ends, and none of its data is kept, because it may be another person's.
///
/// # Errors
/// If no randomness is available.
pub fn begin(session: &BrowserSession, site: &Site, progress: &Progress) -> Result<(), Error> {
    session.begin(State::new(Record::of(progress), new_binding(site)?));
    Ok(())
}

/// Continues the session under a new id: signed in, or signed in again after a change. If it was ended meanwhile, the
/// answer says so instead of the page's.
///
/// # Errors
/// If no randomness is available.
pub fn enter(session: &BrowserSession, site: &Site, signed_in: &SignedIn) -> Result<(), Error> {
    let renewed = State::new(Record::of_session(signed_in), new_binding(site)?);
    // Confirming a password must not lose earlier input, nor secrets that were made for a subaccount and are shown on
    // the page that follows the password.
    let (draft, link) = session
        .state(|state| (state.draft.clone(), state.link.clone()))
        .unwrap_or_default();
    session.renew(State {
        draft,
        link,
        ..renewed
    });
    Ok(())
}

/// Takes the session one step back: a second factor must be set up first. The id stays, because it grants less access
/// than before.
pub fn require_enrolment(session: &BrowserSession, required: &EnrolmentRequired) {
    session.change(|state| state.record = Record::of_enrolment(required));
}

/// Continues the session under a new id, after a step of the sign-in. Returns the next page, which is `inside` if the
/// person is signed in.
///
/// # Errors
/// If no randomness is available.
pub fn proceed(
    session: &BrowserSession,
    site: &Site,
    progress: &Progress,
    inside: &str,
) -> Result<String, Error> {
    session.renew(State::new(Record::of(progress), new_binding(site)?));
    Ok(page_after(progress, inside))
}

/// The page that follows a step of the sign-in; `inside` if the person is signed in.
#[must_use]
pub fn page_after(progress: &Progress, inside: &str) -> String {
    match progress {
        Progress::Challenged(challenged) => page_of(challenged.step()),
        Progress::EnrolmentRequired(_) => paths::LOGIN_SETUP,
        Progress::SignedIn(_) => inside,
    }
    .to_owned()
}

/// The page of a second step.
#[must_use]
pub const fn page_of(step: SecondStep) -> &'static str {
    match step {
        SecondStep::Totp => paths::LOGIN_CODE,
        SecondStep::Phone => paths::LOGIN_BACKUP,
        SecondStep::Email => paths::LOGIN_EMAIL,
        SecondStep::SetUpCode => paths::LOGIN_SETUP_CODE,
    }
}

/// Ends the session, in the browser and in the store.
pub fn leave(session: &BrowserSession) {
    session.leave();
}

fn new_binding(site: &Site) -> Result<String, Error> {
    Ok(Token::generate(&*site.services.random)?.reveal().to_owned())
}

/// The value that CSRF tokens are bound to; empty before there is a session.
#[must_use]
pub fn binding(session: &BrowserSession) -> String {
    session.state(|state| state.binding.clone()).unwrap_or_default()
}

/// Stores a notice for the next page that is opened.
pub fn leave_notice(session: &BrowserSession, notice: &str) {
    session.change(|state| state.notice = Some(notice.to_owned()));
}

/// The stored notice, once.
#[must_use]
pub fn take_notice(session: &BrowserSession) -> Option<String> {
    session.take(|state| &mut state.notice)
}

/// Keeps the input while the password is confirmed.
pub fn leave_draft(session: &BrowserSession, draft: &str) {
    session.show(|state| &mut state.draft, draft);
}

/// The earlier input, once.
#[must_use]
pub fn take_draft(session: &BrowserSession) -> Option<String> {
    let draft = session.shown(|state| &state.draft)?;
    let _ = session.take(|state| &mut state.draft);
    Some(draft)
}

/// Recovery codes that were just made.
pub struct ShownCodes {
    /// In groups of four.
    pub codes: Vec<String>,
    /// When they were made.
    pub made: Timestamp,
}

/// Keeps recovery codes that were just made, sealed, so that they survive a page that did not arrive or was reloaded.
///
/// # Errors
/// If no randomness is available.
pub fn leave_codes(
    session: &BrowserSession,
    site: &Site,
    account: &AccountId,
    codes: &[RecoveryCode],
) -> Result<(), Error> {
    let services = &site.services;
    let mut text = Zeroizing::new(services.clock.now().0.to_string());
    for code in codes {
        text.push(' ');
        text.push_str(&code.grouped());
    }
    let sealed = services
        .keys
        .ring
        .seal(text.as_bytes(), &codes_place(account), &*services.random)?;
    session.show(|state| &mut state.codes, sealed.as_str());
    Ok(())
}

/// Recovery codes that were made within the last ten minutes and not yet saved.
#[must_use]
pub fn shown_codes(session: &BrowserSession, site: &Site, account: &AccountId) -> Option<ShownCodes> {
    let sealed = Sealed::stored(session.shown(|state| &state.codes)?);
    let opened = site
        .services
        .keys
        .ring
        .open(&sealed, &codes_place(account))
        .ok()?;
    let mut words = std::str::from_utf8(&opened).ok()?.split(' ');
    let made = Timestamp(words.next()?.parse().ok()?);
    let alive = site.services.clock.now().since(made) < SHOWN_CODES_SECONDS;
    alive.then(|| ShownCodes {
        codes: words.map(str::to_owned).collect(),
        made,
    })
}

/// Marks them as saved, for the person who was shown them (the attack: a copied cookie takes them from their owner).
pub fn forget_codes(session: &BrowserSession) {
    if session.shown(|state| &state.codes).is_some() {
        let _ = session.take(|state| &mut state.codes);
    }
}

named! {
    /// Secrets that are shown once on a subaccount's page, to be passed on.
    pub enum PassedOn {
        /// The token of an invitation.
        Invitation = "invitation",
        /// A set-up code.
        SetUpCode = "set_up_code",
        /// The token of a link to a new password.
        PasswordLink = "password_link",
    }
}

/// Keeps something that was just made for a subaccount, sealed, for the next page.
///
/// # Errors
/// If no randomness is available.
pub fn leave_to_pass_on(
    session: &BrowserSession,
    site: &Site,
    account: &AccountId,
    what: PassedOn,
    text: &str,
) -> Result<(), Error> {
    let services = &site.services;
    let text = Zeroizing::new(format!("{}:{text}", what.name()));
    let sealed = services
        .keys
        .ring
        .seal(text.as_bytes(), &link_place(account), &*services.random)?;
    session.show(|state| &mut state.link, sealed.as_str());
    Ok(())
}

/// The data kept for this account, once.
#[must_use]
pub fn take_to_pass_on(
    session: &BrowserSession,
    site: &Site,
    account: &AccountId,
) -> Option<(PassedOn, Zeroizing<String>)> {
    let sealed = Sealed::stored(session.shown(|state| &state.link)?);
    let _ = session.take(|state| &mut state.link);
    let opened = site.services.keys.ring.open(&sealed, &link_place(account)).ok()?;
    let (name, text) = std::str::from_utf8(&opened).ok()?.split_once(':')?;
    Some((PassedOn::named(name)?, Zeroizing::new(text.to_owned())))
}

fn link_place(account: &AccountId) -> String {
    format!("sessions.state.link:{}", account.0)
}

fn codes_place(account: &AccountId) -> String {
    format!("sessions.state.codes:{}", account.0)
}
