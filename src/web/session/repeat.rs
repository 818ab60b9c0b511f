//! A form that a browser sends twice counts once: for half a minute the second request gets the answer of the first,
//! including the cookie of the new session. A person who presses "Log in" twice sees the answer to the second
//! request; without this their code would be used, and their session lost.
//!
//! The same form means the same path and body, including token and code, with the same CSRF cookie and the session's
//! id from before, or the one after. No one else has all of these: another browser lacks the CSRF cookie, another
//! page has another token, another code is another body (the attack: an old id that is accepted again). The stored
//! data opens no session: a keyed digest of the submission, and the new id, sealed under a key that can only be
//! derived with the rest of the submission.

use std::time::Duration;

use actix_web::{
    HttpResponse,
    dev::ServiceRequest,
    http::{Method, header},
    rt::time::sleep,
};
use data_encoding::BASE64URL_NOPAD;

use super::{
    BrowserSession, binding, cookie,
    storage::{self, Answer, Claim, FormName, Found},
};
use crate::{
    domain::{
        clock::Timestamp,
        random::{Random, RandomUnavailable, Token, TokenDigest},
        sealed::PurposeKey,
    },
    web::{
        csrf::{self, Csrf, Source},
        error::Error,
        site::Site,
        submission,
    },
};

/// Milliseconds between checks for the first answer: about nine seconds in total, which is longer than a page that
/// waits for its turn to hash takes.
const LOOKS: [u64; 24] = [
    10, 20, 40, 80, 150, 300, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500,
];

const PLACE: &str = "answered_forms.sealed_id";

/// A form as one browser sent it.
pub(super) struct Form {
    /// Derived from the form and the CSRF cookie.
    key: PurposeKey,
    /// Derived from these and the session's previous id.
    bearer: PurposeKey,
    /// Whether it is one of the session's forms, not one from before the session.
    fits: bool,
}

/// The state of a form.
pub(super) enum Sent {
    /// It is the first.
    First(Claimed),
    /// It matches no session and was not answered before.
    Unknown,
    /// It was answered before, with this answer.
    Answered(HttpResponse),
    /// It is still being answered.
    Pending,
}

/// A form that no other request answers.
pub(super) struct Claimed {
    form: Form,
    began: Timestamp,
}

impl Form {
    /// The form of a request; none for a request that does not come from one of our forms.
    pub(super) fn of(
        request: &ServiceRequest,
        site: &Site,
        session: &BrowserSession,
        id: Option<&str>,
    ) -> Option<Self> {
        let http = request.request();
        if request.method() != Method::POST || csrf::source(http, site) != Source::Ours {
            return None;
        }
        let csrf = Csrf::sent(http, site)?;
        let (body, token) = submission::arrived(http)?;
        let parts = [csrf.nonce().as_bytes(), request.path().as_bytes(), &body];
        let key = site.repeat_key.for_bearer(&parts);
        Some(Self {
            bearer: key.for_bearer(&[id.unwrap_or_default().as_bytes()]),
            fits: csrf.fits(site, &binding(session), &token),
            key,
        })
    }

    fn digest(&self) -> String {
        BASE64URL_NOPAD.encode(&self.key.mac(b"form"))
    }

    /// Claims the form for this request, or waits for the answer to the first request, after freeing its own place.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub(super) async fn claim(
        self,
        site: &Site,
        session: &BrowserSession,
        step_aside: impl Fn(),
    ) -> Result<Sent, Error> {
        let digest = self.digest();
        for pause in LOOKS {
            let began = site.services.clock.now();
            // A form that does not match claims nothing: no page would accept it.
            let found = if self.fits {
                storage::claim(site, digest.clone(), began).await?
            } else {
                storage::find(site, digest.clone(), began).await?
            };
            match found {
                Claim::First => return Ok(Sent::First(Claimed { form: self, began })),
                Claim::Unknown => return Ok(Sent::Unknown),
                Claim::Answered(found) => {
                    let answer = self.answer(site, session, &found);
                    return Ok(answer.map_or(Sent::Unknown, Sent::Answered));
                }
                Claim::Pending => {
                    step_aside();
                    sleep(Duration::from_millis(pause)).await;
                }
            }
        }
        Ok(Sent::Pending)
    }

    /// The same answer again, for the holder of the session that it led to, or of everything that identifies the
    /// browser that sent the form first; none for all others.
    fn answer(&self, site: &Site, session: &BrowserSession, found: &Found) -> Option<HttpResponse> {
        let mut answer = HttpResponse::SeeOther();
        answer.insert_header((header::LOCATION, found.location.as_str()));
        let mut answer = answer.finish();
        // The browser sent the session's current id, not a previous one.
        if session.row(|row| row.id == found.id) == Some(true) {
            return Some(answer);
        }
        let opened = self.bearer.open(found.sealed_id.as_ref()?, PLACE).ok()?;
        let id = std::str::from_utf8(&opened).ok()?;
        // Not an id that was renewed since: the browser may already have the newer one.
        (TokenDigest::of(id) == found.id).then(|| {
            cookie::set(answer.headers_mut(), site, id);
            answer
        })
    }
}

impl Claimed {
    /// The stored data: the redirect target of the answer, and the id that it gave to the session.
    ///
    /// # Errors
    /// If no randomness is available.
    pub(super) fn answered(
        self,
        location: Option<String>,
        given: Option<(&Token, &dyn Random)>,
    ) -> Result<Answer, RandomUnavailable> {
        let sealed_id = match given {
            Some((id, random)) => Some(self.form.bearer.seal(id.reveal().as_bytes(), PLACE, random)?),
            None => None,
        };
        Ok(Answer {
            digest: self.form.digest(),
            began: self.began,
            location,
            sealed_id,
        })
    }

    /// Identifies the form.
    pub(super) fn name(&self) -> FormName {
        (self.form.digest(), self.began)
    }
}
