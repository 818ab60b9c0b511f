//! The language of a page: the account's, else the one chosen in this browser, else the best match for the browser's
//! `Accept-Language`, else English. Before the sign-in is complete, the browser's choice comes first.

use actix_web::{
    HttpMessage as _, HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
    http::header::{self, HeaderMap, HeaderValue},
    web::Data,
};

use super::{cookies, session::BrowserSession, site::Site};
use crate::{domain::clock::DAY, text::Text};

/// The cookie's name, without prefix.
const COOKIE: &str = "vestibule-language";
/// How long a browser keeps a choice.
const KEPT: i64 = 365 * DAY;

/// The texts for the sender of a request.
#[must_use]
pub fn of(request: &HttpRequest) -> Text {
    let Some((site, browser)) = site_and_browser(request) else {
        return Text::english();
    };
    let session = BrowserSession::of(request);
    let of_account = || {
        session
            .of_account(|account| site.languages.of(account.language.as_ref()?))
            .flatten()
    };
    // During the sign-in, someone whose account is set to a language that they do not read can still choose another.
    let found = if session.was_signed_in() {
        of_account().or(browser.chosen)
    } else {
        browser.chosen.or_else(of_account)
    };
    found
        .or(browser.asked)
        .unwrap_or_else(|| site.languages.english())
}

/// The language that was chosen in the browser or that it asks for, independent of the account: English if it asks for
/// none that there is, and `None` if it says nothing.
#[must_use]
pub fn of_browser(request: &HttpRequest) -> Option<Text> {
    let (site, OfBrowser { chosen, asked }) = site_and_browser(request)?;
    let asks = request.headers().contains_key(header::ACCEPT_LANGUAGE);
    chosen
        .or(asked)
        .or_else(|| asks.then(|| site.languages.english()))
}

/// What a browser says, independent of the account. A value that cannot be read, or a language that does not exist, is
/// ignored.
#[derive(Clone, Copy)]
struct OfBrowser {
    /// What was chosen in it.
    chosen: Option<Text>,
    /// What it asks for; not looked up if something was chosen.
    asked: Option<Text>,
}

/// Looked up once for each request.
fn site_and_browser(request: &HttpRequest) -> Option<(&Site, OfBrowser)> {
    let site = request.app_data::<Data<Site>>()?;
    if let Some(found) = request.extensions().get::<OfBrowser>() {
        return Some((site, *found));
    }
    let headers = request.headers();
    let chosen = cookies::sent(headers, &site.cookie_name(COOKIE)).find_map(|tag| site.languages.named(tag));
    let asked = || {
        let wish = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        site.languages.accepted(wish)
    };
    let found = OfBrowser {
        chosen,
        asked: chosen.is_none().then(asked).flatten(),
    };
    request.extensions_mut().insert(found);
    Some((site, found))
}

/// What was chosen in a request.
#[derive(Clone, Copy)]
struct Choice(Option<Text>);

/// Keeps a choice in this browser, also without a sign-in; `None` to forget the last one.
pub fn keep(request: &HttpRequest, chosen: Option<Text>) {
    request.extensions_mut().insert(Choice(chosen));
}

/// The cookie for the choice that was made in a request, if any.
#[must_use]
pub fn cookie(request: &HttpRequest, site: &Site) -> Option<Cookie<'static>> {
    let Choice(chosen) = *request.extensions().get()?;
    let (value, kept) = chosen.map_or(("", 0), |chosen| (chosen.tag(), KEPT));
    let cookie = Cookie::build(site.cookie_name(COOKIE), value)
        .path("/")
        .http_only(true)
        .secure(site.is_secure())
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(kept));
    Some(cookie.finish())
}

/// Sets the headers for the language of a page (RFC 9110, 8.5), and for what that depends on (12.5.5).
pub fn mark(headers: &mut HeaderMap, t: Text) {
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(t.tag()));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
}
