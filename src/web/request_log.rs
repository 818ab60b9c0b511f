//! One line for each request. The route's pattern stands for the path, because paths and
//! queries hold one-time tokens and where somebody was going (ASVS 16.2.5).

use std::{
    fmt,
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
};

use actix_web::{
    Error, HttpMessage as _,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
};
use tracing::{Instrument as _, field};

use super::client;
use crate::domain::random::{self, OsRandom};

/// What a request is called in the log and on its page, where something went wrong on our side. It is no
/// secret: counted on from a random number, so that two instances and two starts have others.
#[derive(Clone, Copy)]
pub struct RequestId(u64);

static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
    let begin = random::bytes(&OsRandom).map_or_else(|_| std::process::id().into(), u64::from_be_bytes);
    AtomicU64::new(begin)
});

impl RequestId {
    fn next() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Writes the line, and puts its beginning before every other line that the request leads to.
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
    let span = tracing::info_span!(
        "request",
        %id,
        method = %request.method(),
        address = address.as_ref().map_or(&"-" as &dyn fmt::Display, |address| address).to_string(),
        route = field::Empty,
        status = field::Empty,
    );
    let outcome = next.call(request).instrument(span.clone()).await;
    let (route, status) = match &outcome {
        // Asked after the route was found, which is when it costs nothing.
        Ok(response) => (response.request().match_pattern(), response.status()),
        Err(error) => (None, error.as_response_error().status_code()),
    };
    span.record("route", route.as_deref().unwrap_or("-"));
    span.record("status", status.as_u16());
    span.in_scope(|| tracing::info!("answered"));
    outcome
}
