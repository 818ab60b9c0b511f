//! The cookie that makes a browser known to the accounts that signed in there. It outlives sessions and sign-outs,
//! and grants no access.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

use super::{cookies, site::Site};
use crate::domain::{
    account::AccountId, known_browser::BrowserMarks, lifetimes::KNOWN_SECONDS, random::RandomUnavailable,
};

/// The cookie's name, without prefix.
const COOKIE: &str = "vestibule-browser";

/// What the browser sent, not verified.
#[must_use]
pub fn sent(request: &HttpRequest, site: &Site) -> Option<BrowserMarks> {
    cookies::sent(request.headers(), &site.cookie_name(COOKIE)).find_map(BrowserMarks::read)
}

/// The cookie after an account has signed in fully in a browser that sent these marks.
///
/// # Errors
/// If no randomness is available.
pub fn cookie(
    site: &Site,
    sent: Option<BrowserMarks>,
    account: &AccountId,
) -> Result<Cookie<'static>, RandomUnavailable> {
    let services = &site.services;
    let marks = match sent {
        Some(sent) => sent,
        None => BrowserMarks::none(&*services.random)?,
    };
    let marks = marks.with(account, &services.keys.browsers, services.clock.now());
    Ok(Cookie::build(site.cookie_name(COOKIE), marks.text())
        .path("/")
        .http_only(true)
        .secure(site.is_secure())
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(KNOWN_SECONDS))
        .finish())
}
