//! One line for each request, with the route's pattern instead of the path, because paths and queries contain
//! one-time tokens and return paths (ASVS 16.2.5).

use std::fmt;

use actix_web::{
    Error, HttpMessage as _,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
};
use tracing::{Instrument as _, field};

use super::{client, request_id::RequestId};

/// The maximum length of a logged method.
const LONGEST_METHOD: usize = 16;

/// Writes the line, and adds its prefix to every other log line of the request.
///
/// # Errors
/// What `next` gives.
pub async fn log<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let id = RequestId::next();
    request.extensions_mut().insert(id);
    let address = client::of(request.request()).map(|client| client.address);
    let method = request.method().as_str();
    let span = tracing::info_span!(
        "request",
        %id,
        // Standard methods are shorter (the attack: methods of 90 KB, and the log is full).
        method = method.get(..LONGEST_METHOD).unwrap_or(method),
        address = address.as_ref().map_or(&"-" as &dyn fmt::Display, |address| address).to_string(),
        route = field::Empty,
        status = field::Empty,
    );
    let outcome = next.call(request).instrument(span.clone()).await;
    let (route, status) = match &outcome {
        // Read after routing, when it costs nothing.
        Ok(response) => (response.request().match_pattern(), response.status()),
        Err(error) => (None, error.as_response_error().status_code()),
    };
    span.record("route", route.as_deref().unwrap_or("-"));
    span.record("status", status.as_u16());
    span.in_scope(|| tracing::info!("answered"));
    outcome
}
