//! The middleware around the pages: reads the session of the browser, repeats the answer to a form that was already
//! answered, lets the page answer, and stores its changes.

use actix_web::{
    HttpRequest, HttpResponse,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderMap},
    },
    middleware::Next,
    rt::spawn,
};
use tracing::Instrument as _;

use super::{
    browser::{BrowserSession, Change},
    cookie,
    repeat::{Claimed, Form, Sent},
    storage,
};
use crate::{
    domain::random::{Token, TokenDigest},
    flows::Fault,
    store::ahead,
    web::{admission, client, error::Error, known_browser, language, paths, site::Site},
};

type Answered<B> = Result<ServiceResponse<EitherBody<B>>, actix_web::Error>;

/// Wraps a page with the session.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn around<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Answered<B> {
    if request.method() != Method::POST {
        return answer(request, next).await;
    }
    // A browser that sends a form twice closes the first connection. The first request is completed all the same:
    // otherwise its code is used, and the session that it opens is never stored.
    spawn(answer(request, next).in_current_span())
        .await
        .unwrap_or_else(|panic| Err(Error::from(Fault::Internal(panic.to_string())).into()))
}

/// The start of a request.
enum Begun {
    /// The page answers; for a form, with its claim.
    Goes(BrowserSession, Option<Claimed>),
    /// It was answered before, or is refused.
    Answered(HttpResponse),
}

/// Reads the session of the browser, and claims a form.
async fn begin(site: &Site, request: &ServiceRequest) -> Result<Begun, Error> {
    let id = cookie::id(request, site);
    let client = client::of(request.request()).map_err(Error::from);
    let known = client.as_ref().ok().copied();
    let read = match &id {
        Some(id) => storage::load(site, TokenDigest::of(id), client?).await?,
        None => None,
    };
    let session = BrowserSession::given_to(request.request(), known, read);
    let claimed = match Form::of(request, site, &session, id.as_ref().map(|id| id.as_str())) {
        None => None,
        Some(form) => match form
            .claim(site, &session, || admission::step_aside(request))
            .await?
        {
            Sent::First(claimed) => Some(claimed),
            Sent::Unknown => None,
            Sent::Answered(answer) => return Ok(Begun::Answered(answer)),
            Sent::Pending => return Err(Error::StillAnswering),
        },
    };
    if let Err(refused) = admission::enter(request) {
        if let Some(claimed) = claimed {
            storage::release(site, claimed.name()).await?;
        }
        return Err(refused);
    }
    Ok(Begun::Goes(session, claimed))
}

/// A refusal is a response like any other, so that the middleware that writes its page still has the request.
async fn answer<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Answered<B> {
    let site = Site::of(request.request())?;
    let (session, claimed) = match begin(&site, &request).await {
        Ok(Begun::Goes(session, claimed)) => (session, claimed),
        Ok(Begun::Answered(answer)) => return Ok(request.into_response(answer).map_into_right_body()),
        Err(refused) => return Ok(request.error_response(refused).map_into_right_body()),
    };
    let marks = known_browser::sent(request.request(), &site);
    let only_reads = request.method().is_safe();
    let answered = match &claimed {
        // The result of a claimed form is stored below, and is durable before the form is answered.
        Some(_) => ahead(next.call(request)).await,
        None => next.call(request).await,
    };
    let mut response = match answered {
        Ok(response) => response,
        Err(error) => {
            if let Some(claimed) = claimed {
                storage::release(&site, claimed.name()).await?;
            }
            return Err(error);
        }
    };
    let location = location(response.status(), response.headers());
    let written = match write(&site, &session, claimed, location, response.headers_mut()).await {
        // Data that is shown once is shown again. With a full disk, pages can still be read.
        Err(error) if only_reads => {
            tracing::warn!(%error, "failed to save what the page took from the session");
            true
        }
        Err(error) => return Ok(response.error_response(error).map_into_right_body()),
        Ok(written) => written,
    };
    if !written {
        let ended = HttpResponse::SeeOther()
            .insert_header((header::LOCATION, paths::LOGIN_ENDED))
            .finish();
        return Ok(response.into_response(ended).map_into_right_body());
    }
    if let Some(chosen) = language::cookie(response.request(), &site) {
        cookie::put(response.headers_mut(), &chosen);
    }
    if let Some(account) = session.signed_in_now() {
        match known_browser::cookie(&site, marks, &account) {
            Ok(known) => cookie::put(response.headers_mut(), &known),
            Err(error) => return Ok(response.error_response(Error::from(error)).map_into_right_body()),
        }
    }
    Ok(response.map_into_left_body())
}

/// Reads the session of a request again, for an answer that continues after the session may have ended.
///
/// # Errors
/// If the store cannot be read.
pub async fn read_again(request: &HttpRequest) -> Result<(), Error> {
    let (site, client) = (Site::of(request)?, client::of(request)?);
    let id = BrowserSession::of(request).row(|row| row.id.clone());
    let read = match id {
        Some(id) => storage::load(&site, id, client).await?,
        None => None,
    };
    BrowserSession::given_to(request, Some(client), read);
    Ok(())
}

/// The redirect target of an answer.
fn location(status: StatusCode, headers: &HeaderMap) -> Option<String> {
    let location = headers.get(header::LOCATION)?.to_str().ok()?;
    (status == StatusCode::SEE_OTHER).then(|| location.to_owned())
}

/// Stores the changes of a page; false if the session that it continues has ended.
async fn write(
    site: &Site,
    session: &BrowserSession,
    claimed: Option<Claimed>,
    location: Option<String>,
    headers: &mut HeaderMap,
) -> Result<bool, Error> {
    let (change, row, state) = session.to_write();
    match (change, state) {
        (Change::Begun | Change::Renewed, Some(state)) => {
            let random = &*site.services.random;
            let id = Token::generate(random)?;
            let answer = match claimed {
                Some(claimed) => Some(claimed.answered(location, Some((&id, random)))?),
                None => None,
            };
            let written = match change {
                Change::Begun => storage::begin(site, row, (&state, session.client()), &id, answer).await?,
                _ => storage::renew(site, row, (&state, session.client()), &id, answer).await?,
            };
            if written {
                cookie::set(headers, site, id.reveal());
            }
            return Ok(written);
        }
        (Change::Changed, Some(state)) => {
            let answer = match claimed {
                Some(claimed) => Some(claimed.answered(location, None)?),
                None => None,
            };
            storage::update(site, row, &state, answer).await?;
        }
        (Change::Left, _) => {
            storage::delete(site, row, claimed.map(|claimed| claimed.name())).await?;
            cookie::remove(headers, site);
        }
        _ => {
            if let Some(claimed) = claimed {
                storage::release(site, claimed.name()).await?;
            }
        }
    }
    Ok(true)
}
