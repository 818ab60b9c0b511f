//! Who may give a password while many do: a place is taken before the database is asked for anything.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};

use super::{client, error::Error, paths, site::Site};
use crate::flows::Fault;

/// Lets a sign-in through where there is a place, and everything else. Once the body is there: whoever sends
/// slowly takes none (the attack: a few dozen half-sent forms that keep everybody out).
///
/// # Errors
/// What `next` gives, and [`Fault::Busy`].
pub async fn around<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let site = request.app_data::<Data<Site>>().cloned();
    let place = match site {
        Some(site) if request.method() == Method::POST && request.path() == paths::LOGIN => {
            let client = client::of(request.request()).map_err(Error::from)?;
            Some(
                site.services
                    .hasher
                    .enter(client)
                    .map_err(|busy| Error::from(Fault::from(busy)))?,
            )
        }
        _ => None,
    };
    let answer = next.call(request).await;
    drop(place);
    answer
}
