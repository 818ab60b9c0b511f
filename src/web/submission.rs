//! The data that a form posted.
//!
//! A [`Submission`] returns nothing before its CSRF token was checked, and no value that is duplicated, too long or
//! wrongly encoded. Input is kept for the answer, except secrets.

use std::{
    collections::BTreeMap,
    future::{Ready, ready},
    time::Duration,
};

use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest,
    body::MessageBody,
    dev::{Payload, ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header},
    middleware::Next,
    rt::time::timeout,
    web::{Bytes, Data},
};
use zeroize::Zeroizing;

use super::{
    csrf::{self, Csrf, Source},
    error::Error,
    field::Field,
    form::{FormState, Problem, Reply},
    language,
    refusal::Refused,
    session::{self, BrowserSession},
    site::Site,
};
use crate::{
    domain::language::Language,
    flows::Fault,
    text::{Languages, Said, Text},
};

/// The largest body of a form, in bytes.
pub const LARGEST: usize = 16 * 1024;
/// The maximum time for a body to arrive.
pub const ARRIVAL: Duration = Duration::from_secs(10);

/// The button that shows or hides passwords, and the hidden field that keeps that choice.
const REVEAL: &str = "reveal";
const REVEALED: &str = "revealed";

/// The posted data, not yet checked.
pub struct Submission {
    pairs: Vec<(String, Zeroizing<String>)>,
    token: Token,
    t: Text,
}

/// The result of checking a form's token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    /// It was issued to this browser and session.
    Fits,
    /// It was issued to this browser when nobody was signed in there, or where their session was not read.
    OfNobody,
    /// It was issued to another one, or to this one before it signed in or out.
    Stale,
    /// The browser does not keep our cookie, so that no token can match.
    NoCookie,
}

/// The posted data after the token was checked, each field once and of a valid length. Fields that were not sent are
/// empty, as in a form without them.
pub struct Values {
    t: Text,
    fields: BTreeMap<&'static str, Zeroizing<String>>,
    form: FormState,
}

impl Submission {
    /// Reads the named fields; others are ignored, so that no form can set what it does not show (ASVS 15.3.3).
    ///
    /// # Errors
    /// The form to show again: with 403 for a token that does not match, 200 if passwords are to be shown or hidden,
    /// otherwise 422.
    pub fn read(self, fields: &[Field]) -> Result<Values, Reply> {
        let mut values = BTreeMap::new();
        let sent = |name: &str, value: &str| {
            let mut pairs = self.pairs.iter();
            pairs.any(|(key, sent)| key == name && sent.as_str() == value)
        };
        let (reveal, hide) = (sent(REVEAL, "yes"), sent(REVEAL, "no"));
        let mut form = FormState::blank();
        if reveal || (sent(REVEALED, "yes") && !hide) {
            form = form.shown();
        }
        let mut problems = Vec::new();
        for field in fields {
            let mut sent = self
                .pairs
                .iter()
                .filter(|(name, _)| name == field.name)
                .map(|(_, value)| value);
            let value = sent.next();
            let was_sent = value.is_some();
            let value = value.cloned().unwrap_or_default();
            let called = (field.called)(self.t);
            let trouble = if sent.next().is_some() {
                Some(self.t.problem_twice(called))
            } else if value.chars().count() > field.longest {
                Some(self.t.problem_too_long(called, field.longest))
            } else if value.contains(['\0', '\u{fffd}']) {
                Some(self.t.problem_unreadable(called))
            } else {
                None
            };
            if let Some(trouble) = trouble {
                problems.push(Problem::with(*field, trouble));
            }
            if !field.secret {
                let kept: String = value.chars().take(field.longest).collect();
                form = form.filled(*field, kept);
            }
            if was_sent {
                values.insert(field.name, value);
            }
        }
        if self.token != Token::Fits {
            let why = match self.token {
                Token::NoCookie => self.t.error_cookies(),
                Token::Fits | Token::OfNobody | Token::Stale => self.t.problem_stale(),
            };
            return Err(Reply {
                status: StatusCode::FORBIDDEN,
                ..Reply::invalid(form, [Problem::overall(why)])
            });
        }
        if !problems.is_empty() {
            return Err(Reply::invalid(form, problems));
        }
        if reveal || hide {
            return Err(Reply::first(form));
        }
        Ok(Values {
            t: self.t,
            fields: values,
            form,
        })
    }

    /// Reads the form in the footer of a page. It is on refusals too: those that have no session have a token of the
    /// browser alone.
    ///
    /// # Errors
    /// [`Error::StaleForm`] or [`Error::NoCookies`] for a token that does not match, and [`Error::UnknownLanguage`]
    /// for a value that cannot be read.
    pub fn of_foot(mut self, fields: &[Field]) -> Result<Values, Error> {
        if self.token == Token::OfNobody {
            self.token = Token::Fits;
        }
        let refusal = self.token.refusal().unwrap_or(Error::UnknownLanguage);
        self.read(fields).map_err(|_| refusal)
    }

    /// Checks a form that is a button only.
    ///
    /// # Errors
    /// [`Error::StaleForm`] or [`Error::NoCookies`] for a token that does not match.
    pub fn pressed(self) -> Result<(), Error> {
        let refusal = self.token.refusal().unwrap_or(Error::StaleForm);
        self.read(&[]).map(drop).map_err(|_| refusal)
    }
}

impl Token {
    /// The error page of a form that cannot be shown again; none if the token is right.
    const fn refusal(self) -> Option<Error> {
        match self {
            Self::Fits => None,
            Self::OfNobody | Self::Stale => Some(Error::StaleForm),
            Self::NoCookie => Some(Error::NoCookies),
        }
    }
}

impl Values {
    /// The texts for the sender, in their language.
    #[must_use]
    pub const fn t(&self) -> Text {
        self.t
    }

    /// A field's value; empty when it was not sent.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.fields.get(field.name).map_or("", |value| value.as_str())
    }

    /// Whether the form had the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains_key(field.name)
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn ticked(&self, field: Field) -> bool {
        !self.text(field).is_empty()
    }

    /// The value of a field, read by `parse`.
    ///
    /// # Errors
    /// The form to show again, with the error of `parse` at the field.
    pub fn parse<T, E: Said>(
        &self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, Reply> {
        parse(self.text(field)).map_err(|error| self.invalid([Problem::with(field, error.said(self.t))]))
    }

    /// The chosen language; none for the first choice, which names none. `present` may stay, even if the operator
    /// removed it.
    ///
    /// # Errors
    /// Another language that this installation does not have.
    pub fn language(
        &self,
        languages: &Languages,
        present: Option<Language>,
    ) -> Result<Option<Language>, Problem> {
        let tag = self.text(Field::LANGUAGE);
        if tag.is_empty() {
            return Ok(None);
        }
        let stays = present.filter(|present| present.as_str() == tag);
        let found = stays.or_else(|| languages.named(tag)?.language());
        found
            .map(Some)
            .ok_or_else(|| Problem::with(Field::LANGUAGE, self.t.error_language()))
    }

    /// The form with the errors to correct.
    #[must_use]
    pub fn invalid(&self, problems: impl IntoIterator<Item = Problem>) -> Reply {
        Reply::invalid(self.form(), problems)
    }

    /// The form with the reason for its refusal.
    pub(super) fn refused(&self, refused: Refused) -> Reply {
        refused.with(self.form())
    }

    /// The form with its input, except secrets.
    #[must_use]
    pub fn form(&self) -> FormState {
        self.form.clone()
    }
}

/// The body of a request, or why there is none.
struct Arrived(Result<Bytes, Error>);

/// Waits for the whole body of a form before the session is loaded and a guard runs. An extractor would read it in
/// parallel with the guard, and a slow sender would be admitted by a session that ended long before the last byte
/// (the attack: a thief keeps a half-sent form open until after the owner has set a new password).
///
/// # Errors
/// The error of `next`. A body that did not arrive is refused by [`Submission`]: a page without a form answers 405,
/// whatever was sent to it.
pub async fn arrive<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if request.method() == Method::POST {
        let body = body(&mut request).await;
        request.extensions_mut().insert(Arrived(body));
    }
    next.call(request).await
}

async fn body(request: &mut ServiceRequest) -> Result<Bytes, Error> {
    // No browser compresses a form. The extractor would decompress it, and check the size only afterwards (the
    // attack: 16 KiB that decompress to 16 MiB).
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return Err(Error::UnsupportedMediaType);
    }
    match timeout(ARRIVAL, request.extract::<Bytes>()).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error)) if error.as_response_error().status_code() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(Error::TooLarge)
        }
        Ok(Err(_)) | Err(_) => Err(Error::BadRequest),
    }
}

impl FromRequest for Submission {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let arrived = request.extensions_mut().remove::<Arrived>();
        ready(open(request, arrived))
    }
}

fn open(request: &HttpRequest, arrived: Option<Arrived>) -> Result<Submission, Error> {
    let checked = check(request)?;
    let Some(Arrived(body)) = arrived else {
        return Err(Fault::Internal("the form route has no body extractor".to_owned()).into());
    };
    let pairs = read_pairs(&body?);
    let fits = |binding| token(&pairs).is_some_and(|token| checked.csrf.fits(&checked.site, binding, token));
    let token = if fits(&checked.binding) {
        Token::Fits
    } else if fits("") {
        Token::OfNobody
    } else if checked.csrf.was_sent() {
        Token::Stale
    } else {
        Token::NoCookie
    };
    Ok(Submission {
        pairs,
        token,
        t: language::of(request),
    })
}

fn read_pairs(body: &[u8]) -> Vec<(String, Zeroizing<String>)> {
    url::form_urlencoded::parse(body)
        .map(|(name, value)| (name.into_owned(), Zeroizing::new(value.into_owned())))
        .collect()
}

/// The token of a form, if it has one.
fn token(pairs: &[(String, Zeroizing<String>)]) -> Option<&str> {
    let mut tokens = pairs.iter().filter(|(name, _)| name == "csrf");
    match (tokens.next(), tokens.next()) {
        (Some((_, token)), None) => Some(token),
        _ => None,
    }
}

/// The body of a form that has arrived, and its token; none if it has none.
#[must_use]
pub fn arrived(request: &HttpRequest) -> Option<(Bytes, Zeroizing<String>)> {
    let body = match request.extensions().get::<Arrived>() {
        Some(Arrived(Ok(body))) => body.clone(),
        _ => return None,
    };
    let token = Zeroizing::new(token(&read_pairs(&body))?.to_owned());
    Some((body, token))
}

/// The posted data of a sender that is not a browser and has no token: the caller must authenticate it in another
/// way.
pub struct Posted(pub Vec<(String, String)>);

impl FromRequest for Posted {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let arrived = request.extensions_mut().remove::<Arrived>();
        ready(match arrived {
            Some(Arrived(body)) => {
                body.map(|body| Self(url::form_urlencoded::parse(&body).into_owned().collect()))
            }
            None => Err(Fault::Internal("the webhook route has no body extractor".to_owned()).into()),
        })
    }
}

struct Checked {
    site: Data<Site>,
    csrf: Csrf,
    binding: String,
}

fn check(request: &HttpRequest) -> Result<Checked, Error> {
    let site = Site::of(request)?;
    match csrf::source(request, &site) {
        Source::Ours => {}
        Source::OtherAddress(origin) => {
            site.warn_of_other_address(&origin);
            return Err(Error::OtherAddress(origin));
        }
        Source::Foreign => return Err(Error::ForeignOrigin),
    }
    if request.content_type() != "application/x-www-form-urlencoded" {
        return Err(Error::UnsupportedMediaType);
    }
    Ok(Checked {
        csrf: Csrf::of(request, &site),
        binding: session::binding(&BrowserSession::of(request)),
        site,
    })
}
