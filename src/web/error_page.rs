//! The error page of every answer without a page of its own: a refusal or a fault. It discloses no path, query, type
//! name or backtrace (ASVS 16.5.1); the cause is in the log, under the reference on the page.

use std::borrow::Cow;

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    cookie::Cookie,
    dev::{ServiceRequest, ServiceResponse},
    error::{InternalError, ResponseError as _},
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use askama::Template;

use super::{
    csrf::Csrf, error::Error, frame::Frame, language, paths, request_id::RequestId, site::Site, whom::Whom,
};
use crate::{domain::link::Purpose, flows::Fault, text::Text};

/// Seconds after which to retry when the database is unavailable or a queue is full.
const RETRY_SECONDS: u32 = 5;

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

/// What a status says to a person: heading, message, and whether a link to our own page would help.
fn words(t: Text, status: StatusCode, error: Option<&Error>) -> (&'static str, &'static str, bool) {
    match (status.as_u16(), error) {
        (_, Some(Error::ForeignOrigin)) => (t.error_foreign_title(), t.error_foreign(), true),
        (_, Some(Error::NoCookies)) => (t.error_cookies_title(), t.error_cookies(), true),
        (_, Some(Error::Unreadable(_))) => (t.error_unreadable_title(), t.error_unreadable(), false),
        (_, Some(Error::LinkSpent(purpose))) => (t.error_link_title(), link_spent(t, *purpose), true),
        (_, Some(Error::UnknownLanguage)) => (t.error_language_title(), t.error_language(), true),
        (403, _) => (t.error_stale_title(), t.error_stale(), true),
        (404, _) => (t.error_not_found_title(), t.error_not_found(), true),
        (405, _) => (t.error_method_title(), t.error_method(), true),
        (413, _) => (t.error_too_large_title(), t.error_too_large(), false),
        (415, _) => (t.error_media_type_title(), t.error_media_type(), true),
        (503, Some(Error::StillAnswering)) => (t.error_pending_title(), t.error_pending(), true),
        (503, Some(Error::Fault(Fault::Busy))) => (t.error_busy_title(), t.error_busy(), false),
        (503, _) => (t.error_database_title(), t.error_database(), false),
        (400..=499, _) => (t.error_unread_title(), t.error_unread(), true),
        _ => (t.error_ours_title(), t.error_ours(), true),
    }
}

/// Why a one-time link no longer works, and what to do now.
fn link_spent(t: Text, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Welcome => t.error_link_welcome(),
        Purpose::Invitation => t.error_link_invitation(),
        Purpose::NewPassword => t.error_link_new_password(),
        Purpose::RestoreEmail => t.error_link_restore_email(),
        Purpose::ApproveAddress => t.error_link_approve_address(),
        // It is entered on a page that says so itself.
        Purpose::SetUpCode => t.error_link_set_up_code(),
        Purpose::NotMe => t.error_link_not_me(),
    }
}

/// Writes the page of every answer with an error status and no page yet.
///
/// # Errors
/// The error of an inner middleware, already with its page.
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
            let Reader { frame, cookie } = Reader::of(response.request(), &writer.site);
            let t = frame.t;
            let html = writer.write(frame, status, error);
            set_headers(t, status, response.headers_mut());
            if let Some(cookie) = cookie {
                response.response_mut().add_cookie(&cookie).ok();
            }
            Ok(response.map_body(|_, _| BoxBody::new(html)))
        }
        Err(cause) => {
            // Handlers' errors and those of the session are responses by now. What is left fails for one reason, and
            // the client is no longer known.
            let fault = Error::Fault(Fault::Unavailable(cause.to_string()));
            let status = fault.status_code();
            let mut response = HttpResponse::new(status);
            let frame = Frame::bare(&writer.site, writer.site.languages.english(), paths::ROOT);
            set_headers(frame.t, status, response.headers_mut());
            let response = response.set_body(BoxBody::new(writer.write(frame, status, Some(&fault))));
            Err(InternalError::from_response(fault, response).into())
        }
    }
}

fn set_headers(t: Text, status: StatusCode, headers: &mut HeaderMap) {
    language::mark(headers, t);
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(RETRY_SECONDS));
    }
}

/// What an error page needs from the request, taken before the request is moved.
struct Writer {
    site: Data<Site>,
    reference: Option<String>,
}

/// Who reads the error page.
struct Reader {
    frame: Frame,
    /// For the form in the footer, if the browser has no cookie.
    cookie: Option<Cookie<'static>>,
}

impl Reader {
    fn of(request: &HttpRequest, site: &Data<Site>) -> Self {
        let (csrf, t) = (Csrf::of(request, site), language::of(request));
        // A browser sends no cookie of ours with the form of another site (the attack: its refusal sets a new one,
        // and every form and set-up that is open in this browser becomes void). The footer then has no form either.
        let is_known = csrf.was_sent() || request.method().is_safe();
        Self {
            cookie: csrf.cookie(site).filter(|_| is_known),
            frame: if is_known {
                Frame::of(request, site, &csrf, t)
            } else {
                Frame::bare(site, t, request.path())
            },
        }
    }
}

impl Writer {
    fn of(request: &ServiceRequest) -> Option<Self> {
        let reference = request.extensions().get::<RequestId>().map(ToString::to_string);
        Some(Self {
            site: request.app_data::<Data<Site>>()?.clone(),
            reference,
        })
    }

    fn write(self, frame: Frame, status: StatusCode, error: Option<&Error>) -> String {
        if status.is_server_error() {
            let cause = error.map_or_else(|| status.to_string(), Error::to_string);
            // Anybody can cause any number of these.
            if matches!(error, Some(Error::StillAnswering | Error::Fault(Fault::Busy))) {
                tracing::warn!(cause, "request refused");
            } else {
                tracing::error!(cause, "request failed");
            }
        }
        if let Some(Error::Unreadable(unreadable)) = error {
            tracing::warn!("{unreadable}; requests through this proxy are refused");
        }
        let reference = self.reference.filter(|_| status.is_server_error());
        let t = frame.t;
        let (heading, message, link): (_, Cow<'static, str>, _) =
            if let Some(Error::OtherAddress(shown)) = error {
                // The form was opened at another address than the public URL.
                let origin = &self.site.origin;
                let link = (origin.clone(), t.error_open_address(origin));
                let message = t.error_other_address(origin, shown).into();
                (t.error_other_address_title(), message, Some(link))
            } else {
                let (heading, message, link) = words(t, status, error);
                let link = link.then(|| (paths::ACCOUNT.to_owned(), t.error_account().to_owned()));
                (heading, message.into(), link)
            };
        let page = ErrorPage {
            frame,
            heading,
            message,
            reference,
            link,
            whom: Whom::of_nobody(),
        };
        page.render().unwrap_or_else(|_| heading.to_owned())
    }
}
