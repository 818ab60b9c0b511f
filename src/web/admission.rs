//! What comes before the database is asked for anything: each address has one spelling, and whoever gives a
//! password while many do takes a place.

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

/// Lets a sign-in through where there is a place, and everything else that is spelled as we do. Once the body is there: whoever sends
/// slowly takes none (the attack: a few dozen half-sent forms that keep everybody out).
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

/// Takes a place for a request that needs one and has none. It goes with the request, and not with whoever
/// waits for the answer (the attack: who hangs up gives the place back, and the work for them goes on).
///
/// # Errors
/// [`Error`] where there is none.
pub fn enter(request: &ServiceRequest) -> Result<(), Error> {
    let has_one = request.extensions().contains::<Place>();
    if !has_one && let Some(place) = place(request)? {
        request.extensions_mut().insert(place);
    }
    Ok(())
}

/// Gives the place back while a request only waits for the answer to another (the attack: copies of one form
/// take all places, and do nothing there for seconds).
pub fn step_aside(request: &ServiceRequest) {
    request.extensions_mut().remove::<Place>();
}

fn place(request: &ServiceRequest) -> Result<Option<Place>, Error> {
    // None of ours needs an escape, and routes are found without them (the attack: `/%6cogin`, which whatever
    // asks for `/login` lets through).
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
