//! Why there is no page: the result of a guard, a form or a fault. The page that says so is written by
//! [`super::error_page`].

use actix_web::{
    HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};

use super::forwarded::Unreadable;
use crate::{
    domain::{link::Purpose, random::RandomUnavailable},
    flows::Fault,
};

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Redirect: another page comes first.
    #[error("redirect to {0}")]
    SeeOther(String),
    /// A form that another site posted.
    #[error("cross-origin form submission")]
    ForeignOrigin,
    /// A form of one of our own pages that was opened at another address than the public URL.
    #[error("the form was submitted from {0}, which is not VESTIBULE_PUBLIC_URL")]
    OtherAddress(String),
    /// A button whose token no longer matches.
    #[error("invalid or expired CSRF token")]
    StaleForm,
    /// A form from a browser that does not keep our cookie.
    #[error("the form was submitted without a cookie")]
    NoCookies,
    /// The proxy in front does not say who the client is.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Not found.
    #[error("not found")]
    NotFound,
    /// A one-time link that was used, replaced or has expired.
    #[error("the one-time link is used, replaced or expired")]
    LinkSpent(Purpose),
    /// A language that this installation does not have.
    #[error("unknown language")]
    UnknownLanguage,
    /// The body is not a form.
    #[error("the request body is not application/x-www-form-urlencoded")]
    UnsupportedMediaType,
    /// The body is larger than 16 KiB.
    #[error("the request body is too large")]
    TooLarge,
    /// The body could not be read.
    #[error("the request could not be read")]
    BadRequest,
    /// The same form arrived before, and is not answered yet.
    #[error("the same form submission is still being processed")]
    StillAnswering,
    /// An internal error.
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
            Self::UnknownLanguage => StatusCode::UNPROCESSABLE_ENTITY,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BadRequest | Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::StillAnswering | Self::Fault(Fault::Unavailable(_) | Fault::Busy) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Fault(Fault::Internal(_)) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Without a body: [`super::error_page`] writes it, because it knows the site.
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
