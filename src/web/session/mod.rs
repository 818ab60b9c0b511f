//! The browser's session: what is kept of it and the verbs that change who one is.
//! Each verb renews the session's id, so that an id from before is worth nothing after
//! (the attack: session fixation, ASVS 7.2.4).

mod record;
mod storage;

use actix_session::{
    Session as Cookie, SessionMiddleware,
    config::{BrowserSession, CookieContentSecurity},
};
use actix_web::cookie::{Key, SameSite};
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use self::{record::Record, storage::Storage};
use super::{error::Error, site::Site};
use crate::domain::{
    account::AccountId,
    authenticator::recovery_code::RecoveryCode,
    client::Client,
    clock::Timestamp,
    random::Token,
    sealed::Sealed,
    session::{Challenged, EnrolmentRequired, SignedIn},
};
use crate::flows::sign_in::Use;

/// The cookie's name, without prefix.
pub const COOKIE: &str = "vestibule-session";

const RECORD: &str = "record";
const LAST_USED: &str = "last_used";
const HANDLE: &str = "handle";
const ADDRESS: &str = "address";

/// Seconds between two notes of a session's use: one write a minute, not one a request.
const NOTED_EVERY: i64 = 60;
const BINDING: &str = "binding";
const NOTICE: &str = "notice";
const DRAFT: &str = "draft";
const CODES: &str = "codes";
const LINK: &str = "link";

/// Recovery codes that were just made are shown for so many seconds.
const CODES_SECONDS: i64 = 600;

/// Who is asking, as far as the session knows. The guards ask the database too.
#[derive(Debug, Clone)]
pub enum Session {
    /// Nobody in particular.
    Guest,
    /// Half signed in.
    Challenged(Challenged),
    /// Half signed in, and a second factor has to be set up first.
    EnrolmentRequired(EnrolmentRequired),
    /// Signed in.
    SignedIn(SignedIn),
}

/// Loads and stores sessions around the pages. `Lax`, because people come from links in
/// mails; the signature spares the database whatever is no session of ours.
#[must_use]
pub fn middleware(
    site: &Site,
    signing_key: &Key,
) -> SessionMiddleware<impl actix_session::storage::SessionStore + use<>> {
    let storage = Storage::new(site.services.clone());
    SessionMiddleware::builder(storage, signing_key.clone())
        .cookie_name(site.cookie_name(COOKIE))
        .cookie_secure(site.is_secure())
        .cookie_same_site(SameSite::Lax)
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(BrowserSession::default())
        .build()
}

/// Who is asking. What cannot be read back is a guest.
#[must_use]
pub fn read(cookie: &Cookie, now: Timestamp) -> Session {
    let Some(record) = get::<Record>(cookie, RECORD) else {
        return Session::Guest;
    };
    let last_used = get::<i64>(cookie, LAST_USED).map_or(Timestamp(i64::MIN), Timestamp);
    record.resume(last_used, now)
}

/// What this session is called among its account's; empty before it is written down.
#[must_use]
pub fn handle(cookie: &Cookie) -> String {
    get(cookie, HANDLE).unwrap_or_default()
}

/// The use of a session that is to be noted: after a minute, or from another address.
#[must_use]
pub fn use_to_note(cookie: &Cookie, client: Client, now: Timestamp) -> Option<Use> {
    let last_used = get::<i64>(cookie, LAST_USED).map(Timestamp)?;
    let elsewhere = get::<String>(cookie, ADDRESS)? != client.address.to_string();
    (elsewhere || now.since(last_used) >= NOTED_EVERY).then(|| Use {
        handle: handle(cookie),
        client,
    })
}

/// The password was right: the second step begins.
///
/// # Errors
/// When the state cannot be written.
pub fn challenge(cookie: &Cookie, site: &Site, challenged: &Challenged) -> Result<(), Error> {
    begin(cookie, site, &Record::of_challenge(challenged))
}

/// The password was right, and a second factor has to be set up first.
///
/// # Errors
/// When the state cannot be written.
pub fn require_enrolment(cookie: &Cookie, site: &Site, required: &EnrolmentRequired) -> Result<(), Error> {
    begin(cookie, site, &Record::of_enrolment(required))
}

/// Signed in, or signed in anew after a change.
///
/// # Errors
/// When the state cannot be written.
pub fn enter(cookie: &Cookie, site: &Site, session: &SignedIn) -> Result<(), Error> {
    begin(cookie, site, &Record::of_session(session))
}

/// Gone; the stored session too.
pub fn leave(cookie: &Cookie) {
    cookie.purge();
}

fn begin(cookie: &Cookie, site: &Site, record: &Record) -> Result<(), Error> {
    let draft = get::<String>(cookie, DRAFT);
    cookie.clear();
    cookie.renew();
    cookie.insert(RECORD, record)?;
    cookie.insert(BINDING, Token::generate(&*site.services.random)?.reveal())?;
    // Confirming one's password must not lose what was typed before.
    if let Some(draft) = draft {
        cookie.insert(DRAFT, draft)?;
    }
    Ok(())
}

/// What CSRF tokens are bound to; empty before there is a session.
#[must_use]
pub fn binding(cookie: &Cookie) -> String {
    get(cookie, BINDING).unwrap_or_default()
}

/// Leaves a sentence for the next page that is opened.
///
/// # Errors
/// When the state cannot be written.
pub fn leave_notice(cookie: &Cookie, notice: &str) -> Result<(), Error> {
    Ok(cookie.insert(NOTICE, notice)?)
}

/// The sentence that was left, once.
#[must_use]
pub fn take_notice(cookie: &Cookie) -> Option<String> {
    take(cookie, NOTICE)
}

/// Keeps what was typed while one confirms one's password.
///
/// # Errors
/// When the state cannot be written.
pub fn leave_draft(cookie: &Cookie, draft: &str) -> Result<(), Error> {
    Ok(cookie.insert(DRAFT, draft)?)
}

/// What was typed before, once.
#[must_use]
pub fn take_draft(cookie: &Cookie) -> Option<String> {
    take(cookie, DRAFT)
}

/// Recovery codes that were just made.
pub struct ShownCodes {
    /// In groups of four.
    pub codes: Vec<String>,
    /// When they were made.
    pub made: Timestamp,
}

/// Keeps recovery codes that were just made, sealed, so that a page that did not arrive or
/// was reloaded loses nothing.
///
/// # Errors
/// When the state cannot be written.
pub fn leave_codes(
    cookie: &Cookie,
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
        .seal(text.as_bytes(), &codes_place(account), &*services.random)?;
    Ok(cookie.insert(CODES, sealed.as_str())?)
}

/// Recovery codes that were made within the last ten minutes and not yet saved.
#[must_use]
pub fn shown_codes(cookie: &Cookie, site: &Site, account: &AccountId) -> Option<ShownCodes> {
    let sealed = Sealed::stored(get::<String>(cookie, CODES)?);
    let opened = site.services.keys.open(&sealed, &codes_place(account)).ok()?;
    let mut words = std::str::from_utf8(&opened).ok()?.split(' ');
    let made = Timestamp(words.next()?.parse().ok()?);
    let alive = site.services.clock.now().since(made) < CODES_SECONDS;
    alive.then(|| ShownCodes {
        codes: words.map(str::to_owned).collect(),
        made,
    })
}

/// They are saved.
pub fn forget_codes(cookie: &Cookie) {
    let _ = take(cookie, CODES);
}

/// Keeps an invitation's token that was just made, sealed, for the next page.
///
/// # Errors
/// When the state cannot be written.
pub fn leave_link(cookie: &Cookie, site: &Site, account: &AccountId, token: &Token) -> Result<(), Error> {
    let services = &site.services;
    let sealed = services
        .keys
        .seal(token.reveal().as_bytes(), &link_place(account), &*services.random)?;
    Ok(cookie.insert(LINK, sealed.as_str())?)
}

/// The token that was left for this account, once.
#[must_use]
pub fn take_link(cookie: &Cookie, site: &Site, account: &AccountId) -> Option<Zeroizing<String>> {
    let sealed = Sealed::stored(take(cookie, LINK)?);
    let opened = site.services.keys.open(&sealed, &link_place(account)).ok()?;
    std::str::from_utf8(&opened)
        .ok()
        .map(|token| Zeroizing::new(token.to_owned()))
}

fn link_place(account: &AccountId) -> String {
    format!("sessions.state.link:{}", account.0)
}

fn codes_place(account: &AccountId) -> String {
    format!("sessions.state.codes:{}", account.0)
}

fn get<T: DeserializeOwned + Serialize>(cookie: &Cookie, key: &str) -> Option<T> {
    cookie.get(key).ok().flatten()
}

fn take(cookie: &Cookie, key: &str) -> Option<String> {
    // To remove what is not there is a change too, and each page would be a write.
    if !cookie.contains_key(key) {
        return None;
    }
    cookie.remove_as(key).and_then(Result::ok)
}
