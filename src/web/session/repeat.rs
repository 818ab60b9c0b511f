//! A form that a browser sends twice counts once: for half a minute the second gets the answer of
//! the first, the new session's cookie included. Somebody who presses "Log in" twice sees the answer
//! to the second; without this their code would be spent, and their session lost.
//!
//! The same form is the same path and body, token and code included, with the same CSRF cookie and
//! the session's id from before, or the one after. Nobody else has all of these: another browser lacks
//! the CSRF cookie, another page has another token, another code is another body (the attack: an old
//! id that is worth something again). What is stored of it opens no session: a keyed digest of the
//! submission, and the new id, sealed under a key of which only the bearer of the rest has the rest.

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

/// Milliseconds between two looks whether the first is answered: some nine seconds in all, which
/// is longer than a page takes that has to wait for its turn to hash.
const LOOKS: [u64; 24] = [
    10, 20, 40, 80, 150, 300, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500,
];

const PLACE: &str = "answered_forms.sealed_id";

/// A form as one browser sent it.
pub(super) struct Form {
    /// Of the form and the CSRF cookie.
    key: PurposeKey,
    /// Of these and the session's id before.
    bearer: PurposeKey,
    /// Whether it is one of the session's forms, and not one from before.
    fits: bool,
}

/// What becomes of a form.
pub(super) enum Sent {
    /// It is the first.
    First(Claimed),
    /// It fits no session and was not answered before.
    Unknown,
    /// It was answered before, with this.
    Answered(HttpResponse),
    /// It is still being answered.
    Pending,
}

/// A form that nobody else answers.
pub(super) struct Claimed {
    form: Form,
    began: Timestamp,
}

impl Form {
    /// The form of a request; none for a request that no form of ours sent.
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

    /// Claims the form for this request, or waits for the answer of the one that was first, after it has
    /// stepped aside.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub(super) async fn claim(
        self,
        site: &Site,
        session: &BrowserSession,
        step_aside: impl Fn(),
    ) -> Result<Sent, Error> {
        let digest = self.digest();
        for pause in LOOKS {
            let began = site.services.clock.now();
            // One that does not fit claims nothing: no page would take it.
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

    /// The answer again, for whoever has the session that it led to, or everything that it takes to
    /// be the browser that sent the form first; none for anybody else.
    fn answer(&self, site: &Site, session: &BrowserSession, found: &Found) -> Option<HttpResponse> {
        let mut answer = HttpResponse::SeeOther();
        answer.insert_header((header::LOCATION, found.location.as_str()));
        let mut answer = answer.finish();
        // What the browser sent is the session's id, and not one that it had a moment ago.
        if session.row(|row| row.id == found.id) == Some(true) {
            return Some(answer);
        }
        let opened = self.bearer.open(found.sealed_id.as_ref()?, PLACE).ok()?;
        let id = std::str::from_utf8(&opened).ok()?;
        // Not one that was renewed since: the browser may have the newer one already.
        (TokenDigest::of(id) == found.id).then(|| {
            cookie::set(answer.headers_mut(), site, id);
            answer
        })
    }
}

impl Claimed {
    /// What is written down: where the answer leads, and the id that it gave to the session.
    ///
    /// # Errors
    /// When there is no randomness.
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

    /// Which it is.
    pub(super) fn name(&self) -> FormName {
        (self.form.digest(), self.began)
    }
}
