//! Which language a page is in.

use actix_web::HttpRequest;

use crate::text::Text;

/// What is said to whoever sends a request.
#[must_use]
pub fn of(_request: &HttpRequest) -> Text {
    Text::english()
}
