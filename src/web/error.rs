//! Answers that are no page of their own: what a guard, a form or a fault ends in, and the
//! one template they are shown with. No path, query, type name or backtrace gets out
//! (ASVS 16.5.1); the cause is in the log, under the reference on the page.

use std::borrow::Cow;

use actix_web::{
    HttpMessage as _, HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use askama::Template;

use super::{forwarded::Unreadable, frame::Frame, paths, request_id::RequestId, site::Site, whom::Whom};
use crate::{
    domain::{link::Purpose, random::RandomUnavailable},
    flows::Fault,
};

/// Seconds after which a database or a full queue is worth another try.
const RETRY_SECONDS: u32 = 5;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// One has to go elsewhere first.
    #[error("sent on to {0}")]
    SeeOther(String),
    /// A form that another site posted.
    #[error("the form came from another origin")]
    ForeignOrigin,
    /// A form of one of our own pages that was opened at another address than the public URL.
    #[error("the form came from {0}, which is not VESTIBULE_PUBLIC_URL")]
    OtherAddress(String),
    /// A button whose token no longer fits.
    #[error("the form's token does not fit")]
    StaleForm,
    /// A form from a browser that keeps no cookie of ours.
    #[error("the form came without a cookie")]
    NoCookies,
    /// The proxy in front does not say who asks.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Nothing here.
    #[error("there is nothing here")]
    NotFound,
    /// A one-time link that was used, replaced or is too old.
    #[error("the one-time link no longer opens")]
    LinkSpent(Purpose),
    /// The body is no form.
    #[error("the body is not application/x-www-form-urlencoded")]
    UnsupportedMediaType,
    /// The body is over 16 KiB.
    #[error("the body is too large")]
    TooLarge,
    /// The body could not be read.
    #[error("the request could not be read")]
    BadRequest,
    /// The same form arrived before, and there is no answer to it yet.
    #[error("the same form is still being answered")]
    StillAnswering,
    /// Ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<RandomUnavailable> for Error {
    fn from(error: RandomUnavailable) -> Self {
        Self::Fault(error.into())
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Fault(Fault::Internal(error.to_string()))
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SeeOther(_) => StatusCode::SEE_OTHER,
            Self::ForeignOrigin | Self::OtherAddress(_) | Self::StaleForm | Self::NoCookies => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound | Self::LinkSpent(_) => StatusCode::NOT_FOUND,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BadRequest | Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::StillAnswering | Self::Fault(Fault::Unavailable(_) | Fault::Busy) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Fault(Fault::Internal(_)) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Without a body: [`pages`] writes it, because it knows the site.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        if let Self::SeeOther(path) = self
            && let Ok(location) = HeaderValue::from_str(path)
        {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }
}

#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage {
    frame: Frame,
    heading: &'static str,
    message: Cow<'static, str>,
    reference: Option<String>,
    link: Option<(String, String)>,
    whom: Whom,
}

/// What a form says that came without any cookie of ours.
pub(super) const COOKIES_NEEDED: &str = "Your browser sent no cookie, so we cannot tell that this form is yours. Nothing was \
     changed. Allow cookies for this site, open the page again and fill it in once more.";

/// What an error page says about a form that was opened at another address than the public URL.
fn other_address(site: &Site, shown: &str) -> Cow<'static, str> {
    format!(
        "You opened it at {shown}, and this site is at {}. Forms work there alone. Nothing was changed. Open it at its \
         own address and fill it in again.",
        site.origin
    )
    .into()
}

/// What a status says to a person: heading, message, and whether our own page would help.
fn words(status: StatusCode, error: Option<&Error>) -> (&'static str, &'static str, bool) {
    match (status.as_u16(), error) {
        (_, Some(Error::ForeignOrigin)) => (
            "This form came from another site",
            "It was refused, and nothing was changed. Open the page here and fill it in again.",
            true,
        ),
        (_, Some(Error::NoCookies)) => ("Cookies are needed", COOKIES_NEEDED, true),
        (_, Some(Error::Unreadable(_))) => (
            "We cannot tell where you are",
            "The server in front of this site passed your request on with an address that cannot be read, so it was \
             refused. Nothing was changed. It is not your fault: whoever runs this site has to correct it.",
            false,
        ),
        (_, Some(Error::LinkSpent(purpose))) => link_spent(*purpose),
        (403, _) => (
            "This page is out of date",
            "It was open for too long, or you signed in or out elsewhere meanwhile. Nothing was changed. Open the \
             page again and press the button once more.",
            true,
        ),
        (404, _) => (
            "Page not found",
            "There is nothing at this address. Check it for typing errors.",
            true,
        ),
        (405, _) => (
            "This address is opened differently",
            "It does not answer this kind of request. Nothing was changed.",
            true,
        ),
        (413, _) => (
            "That was too much",
            "More was sent than any form here needs, so it was not read and nothing was changed. Go back and shorten it.",
            false,
        ),
        (415, _) => (
            "This form was sent differently",
            "It was not sent as a browser sends a form, so it was not read. Nothing was changed.",
            true,
        ),
        (503, Some(Error::StillAnswering)) => (
            "Still working on it",
            "You sent this form a moment ago, and there is no answer to it yet. It will not be acted on twice. Wait half a \
             minute, then open the page again.",
            true,
        ),
        (503, Some(Error::Fault(Fault::Busy))) => (
            "Very busy just now",
            "More people are signing in than can be let in at once. Nothing was changed. Go back and try again in a few seconds.",
            false,
        ),
        (503, _) => (
            "Back in a moment",
            "Our database does not answer just now. There is nothing wrong with your password or your codes. \
             Wait a few seconds, then try again.",
            false,
        ),
        (400..=499, _) => (
            "That could not be read",
            "The request was not complete or not valid. Nothing was changed. Go back and try again.",
            true,
        ),
        _ => (
            "Something went wrong on our side",
            "It is not your fault. Go back and try again; if it happens again, ask for help.",
            true,
        ),
    }
}

/// Why a one-time link no longer works, and what to do now.
const fn link_spent(purpose: Purpose) -> (&'static str, &'static str, bool) {
    let message = match purpose {
        Purpose::Welcome => {
            "It works once and for one hour, and starting the program again replaces it. If there is an account \
             already, sign in with it. Else start the program again and open the new link that it prints."
        }
        Purpose::Invitation => {
            "An invitation works once and for three days, and a newer one replaces it. If you have chosen your \
             password already, sign in with it. Else ask whoever invited you for a new link."
        }
        Purpose::NewPassword => {
            "It works once and for 30 minutes, and it ends when your password, your e-mail address or your second \
             step changes. If you have chosen your password already, sign in with it. Else ask for another link: \
             “Forgotten password?” on the sign-in page."
        }
        Purpose::RestoreEmail => {
            "It works once and for 48 hours after the change. If you have put your address back already, check your \
             e-mail for the link to a new password. Else sign in, or ask for help."
        }
        Purpose::ApproveAddress => {
            "It works once and for half an hour, and it ends when your password or your e-mail address changes. Sign \
             in again from the address that is to be approved: a new link is mailed then."
        }
        // It is typed on a page that says so itself.
        Purpose::SetUpCode => {
            "It works once and for three days. Ask whoever reset your account for a new one."
        }
        Purpose::NotMe => {
            "It works once and for three days. If you have said already that it was not you, check your e-mail for \
             the link to a new password. Else sign in and ask for help."
        }
    };
    ("This link no longer works", message, true)
}

/// Writes the page of every answer that has an error status and no page yet.
///
/// # Errors
/// What a middleware inside failed with, already with its page.
pub async fn pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(writer) = Writer::of(&request) else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    match next.call(request).await {
        Ok(response) => {
            let mut response = response.map_into_boxed_body();
            let status = response.status();
            let has_page = response.headers().contains_key(header::CONTENT_TYPE);
            if !(status.is_client_error() || status.is_server_error()) || has_page {
                return Ok(response);
            }
            let error = response
                .response()
                .error()
                .and_then(|error| error.as_error::<Error>());
            let html = writer.write(status, error);
            set_headers(status, response.headers_mut());
            Ok(response.map_body(|_, _| BoxBody::new(html)))
        }
        Err(cause) => {
            // Handlers' errors are responses by now. What is left is the session store, and
            // it fails for one reason.
            let fault = Error::Fault(Fault::Unavailable(cause.to_string()));
            let status = fault.status_code();
            let mut response = HttpResponse::new(status);
            set_headers(status, response.headers_mut());
            let response = response.set_body(BoxBody::new(writer.write(status, Some(&fault))));
            Err(InternalError::from_response(fault, response).into())
        }
    }
}

fn set_headers(status: StatusCode, headers: &mut HeaderMap) {
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(RETRY_SECONDS));
    }
}

/// What an error page needs of the request, taken before the request moves on.
struct Writer {
    site: Data<Site>,
    path: String,
    reference: Option<String>,
}

impl Writer {
    fn of(request: &ServiceRequest) -> Option<Self> {
        let reference = request.extensions().get::<RequestId>().map(ToString::to_string);
        Some(Self {
            site: request.app_data::<Data<Site>>()?.clone(),
            path: request.path().to_owned(),
            reference,
        })
    }

    fn write(self, status: StatusCode, error: Option<&Error>) -> String {
        if status.is_server_error() {
            let cause = error.map_or_else(|| status.to_string(), Error::to_string);
            // Anybody can cause as many of these as they like.
            if matches!(error, Some(Error::StillAnswering | Error::Fault(Fault::Busy))) {
                tracing::warn!(cause, "request refused");
            } else {
                tracing::error!(cause, "request failed");
            }
        }
        if let Some(Error::Unreadable(unreadable)) = error {
            tracing::warn!("{unreadable}, so nobody can use the site through it");
        }
        let frame = Frame::bare(&self.site, &self.path);
        let reference = self.reference.filter(|_| status.is_server_error());
        let (heading, message, link) = if let Some(Error::OtherAddress(shown)) = error {
            let link = (self.site.origin.clone(), format!("Open {}", self.site.origin));
            let message = other_address(&self.site, shown);
            ("This site has another address", message, Some(link))
        } else {
            let (heading, message, link) = words(status, error);
            let link = link.then(|| (paths::ACCOUNT.to_owned(), "Go to your account".to_owned()));
            (heading, message.into(), link)
        };
        let page = ErrorPage {
            frame,
            heading,
            message,
            reference,
            link,
            whom: Whom::of_nobody(&self.site),
        };
        page.render().unwrap_or_else(|_| heading.to_owned())
    }
}
