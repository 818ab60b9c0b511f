//! The language of a page: the account's, else the one chosen in this browser, else the best match for the browser's
//! `Accept-Language`, else English.

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
    let Some(site) = request.app_data::<Data<Site>>() else {
        return Text::english();
    };
    BrowserSession::of(request)
        .of_account(|account| site.languages.of(account.language.as_ref()?))
        .flatten()
        .or_else(|| of_browser(request))
        .unwrap_or_else(|| site.languages.english())
}

/// What was found for a request, cached for the next use.
#[derive(Clone, Copy)]
struct OfBrowser(Option<Text>);

/// The language that was chosen in the browser or that it asks for, independent of the account. A value that cannot
/// be read, or a language that does not exist, is ignored.
#[must_use]
pub fn of_browser(request: &HttpRequest) -> Option<Text> {
    if let Some(OfBrowser(found)) = request.extensions().get() {
        return *found;
    }
    let site = request.app_data::<Data<Site>>()?;
    let headers = request.headers();
    let found = cookies::sent(headers, &site.cookie_name(COOKIE))
        .find_map(|tag| site.languages.named(tag))
        .or_else(|| {
            let wish = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
            site.languages.accepted(wish)
        });
    request.extensions_mut().insert(OfBrowser(found));
    found
}

/// The cookie that keeps a choice in this browser, also without a sign-in.
#[must_use]
pub fn cookie(site: &Site, chosen: Text) -> Cookie<'static> {
    Cookie::build(site.cookie_name(COOKIE), chosen.tag())
        .path("/")
        .http_only(true)
        .secure(site.is_secure())
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(KEPT))
        .finish()
}

/// Sets the headers for the language of a page (RFC 9110, 8.5), and for what that depends on (12.5.5).
pub fn mark(headers: &mut HeaderMap, t: Text) {
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(t.tag()));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
}
