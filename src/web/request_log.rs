//! One line for each request. The route's pattern stands for the path, because paths and
//! queries hold one-time tokens and where somebody was going (ASVS 16.2.5).

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
};
use tracing::{Span, field};
use tracing_actix_web::{RequestId, RootSpanBuilder};

use super::client;

/// The span around a request.
pub struct RequestSpan;

impl RootSpanBuilder for RequestSpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let id = actix_web::HttpMessage::extensions(request)
            .get::<RequestId>()
            .copied();
        let address = client::of(request.request()).map(|client| client.address.to_string());
        tracing::info_span!(
            "request",
            id = id.map(|id| id.to_string()),
            method = %request.method(),
            route = request.match_pattern().unwrap_or_else(|| "-".to_owned()),
            address = address.as_deref().unwrap_or("-"),
            status = field::Empty,
        )
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        let status = match outcome {
            Ok(response) => response.status(),
            Err(error) => error.as_response_error().status_code(),
        };
        span.record("status", status.as_u16());
        span.in_scope(|| tracing::info!("answered"));
    }
}
