//! What is checked before any database query: each address has one spelling, and a request with a password takes a
//! place in a queue of limited length.

use actix_web::{
    HttpMessage as _,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};

use super::{client, error::Error, paths, site::Site};
use crate::flows::sign_in::{self, Place};

/// Lets a sign-in through if a place is free, and every other request if its path has our spelling. Runs once the
/// body has arrived: slow senders take no place (the attack: a few dozen half-sent forms that keep everybody out).
///
/// # Errors
/// What `next` gives.
pub async fn around<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    if let Err(refused) = enter(&request) {
        return Ok(request.error_response(refused).map_into_right_body());
    }
    let answered = next.call(request).await?;
    answered.request().extensions_mut().remove::<Place>();
    Ok(answered.map_into_left_body())
}

/// Takes a place for a request that needs one and has none. The place belongs to the request, not to the connection
/// that waits for the answer (the attack: a client hangs up and so frees its place, while the work for it goes on).
///
/// # Errors
/// [`Error`] if no place is free.
pub fn enter(request: &ServiceRequest) -> Result<(), Error> {
    let has_one = request.extensions().contains::<Place>();
    if !has_one && let Some(place) = place(request)? {
        request.extensions_mut().insert(place);
    }
    Ok(())
}

/// Frees the place while a request only waits for the answer to another (the attack: copies of one form take all
/// places, and do nothing there for seconds).
pub fn step_aside(request: &ServiceRequest) {
    request.extensions_mut().remove::<Place>();
}

fn place(request: &ServiceRequest) -> Result<Option<Place>, Error> {
    // None of our paths needs an escape, and routes are matched after decoding (the attack: `/%6cogin`, which passes
    // a filter for `/login`).
    if request.path().contains('%') {
        return Err(Error::NotFound);
    }
    let Some(site) = request.app_data::<Data<Site>>() else {
        return Ok(None);
    };
    if request.method() != Method::POST || request.path() != paths::LOGIN {
        return Ok(None);
    }
    let client = client::of(request.request())?;
    Ok(Some(sign_in::enter(&site.services, client)?))
}
