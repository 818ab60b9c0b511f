//! For load balancers: whether the program runs, and whether it can serve.

use actix_web::{HttpResponse, web::Data};

use crate::web::site::Site;

/// `GET /healthz`.
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok")
}

/// `GET /readyz`: 503 while the database is unavailable.
pub async fn readyz(site: Data<Site>) -> HttpResponse {
    match site.services.database.ping().await {
        Ok(()) => healthz().await,
        Err(cause) => {
            tracing::warn!(%cause, "not ready");
            HttpResponse::ServiceUnavailable()
                .content_type("text/plain; charset=utf-8")
                .body("database unavailable")
        }
    }
}
