//! Who may give a password while many do: a place is taken before the database is asked for anything.

use actix_web::{
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};

use super::{client, error::Error, paths, site::Site};
use crate::flows::sign_in::{self, Place};

/// Lets a sign-in through where there is a place, and everything else. Once the body is there: whoever sends
/// slowly takes none (the attack: a few dozen half-sent forms that keep everybody out).
///
/// # Errors
/// What `next` gives.
pub async fn around<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    // Kept until the answer is there.
    let _place = match place(&request) {
        Ok(place) => place,
        Err(refused) => return Ok(request.error_response(refused).map_into_right_body()),
    };
    Ok(next.call(request).await?.map_into_left_body())
}

fn place(request: &ServiceRequest) -> Result<Option<Place>, Error> {
    let Some(site) = request.app_data::<Data<Site>>() else {
        return Ok(None);
    };
    if request.method() != Method::POST || request.path() != paths::LOGIN {
        return Ok(None);
    }
    let client = client::of(request.request())?;
    Ok(Some(sign_in::enter(&site.services, client)?))
}
