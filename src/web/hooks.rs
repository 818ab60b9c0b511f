//! Webhooks of the provider of SMS and calls. They have no session and are authenticated by their signature alone
//! (the attack: a client that guesses the address of the hooks makes us read a code out).

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use url::Url;

use super::{error::Error, page::Answer, site::Site, submission::Posted};
use crate::{
    domain::phone_delivery::{DeliveryStatus, Failure},
    flows::{answer_call, track_code},
};

const SIGNATURE: &str = "x-twilio-signature";

/// Reads what the provider posted, if it came from the provider.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
fn signed(
    request: &HttpRequest,
    site: &Site,
    Posted(parameters): Posted,
) -> Result<Vec<(String, String)>, Error> {
    let telephone = site.services.channels.telephone.as_ref();
    let signature = telephone
        .and_then(|telephone| telephone.signature.as_ref())
        .ok_or(Error::NotFound)?;
    let given = request
        .headers()
        .get(SIGNATURE)
        .and_then(|value| value.to_str().ok())
        .ok_or(Error::NotFound)?;
    // The address as we gave it to the provider, whatever the request's host is.
    let is_signed = |origin: &String| {
        let url = format!("{origin}{}", request.path());
        signature.is_signed(&url, &parameters, given)
    };
    if !origins(&site.origin).iter().any(is_signed) {
        return Err(Error::NotFound);
    }
    Ok(parameters)
}

/// How the provider may write our origin when it signs: with or without its port, however it is configured.
fn origins(origin: &str) -> Vec<String> {
    let parts = Url::parse(origin).ok();
    let parts = parts.as_ref().and_then(|url| {
        let host = url.host_str()?;
        Some((format!("{}://{host}", url.scheme()), url.port_or_known_default()?))
    });
    match parts {
        Some((bare, port)) => vec![format!("{bare}:{port}"), bare],
        None => vec![origin.to_owned()],
    }
}

fn value<'a>(parameters: &'a [(String, String)], name: &str) -> &'a str {
    parameters
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value)
}

/// `POST /hooks/twilio/voice/{random}`: the text of a call. It first asks for a key press, then it speaks.
///
/// # Errors
/// [`Error::NotFound`] for everybody but the provider.
pub async fn voice(request: HttpRequest, site: Data<Site>, hook: Path<String>, posted: Posted) -> Answer {
    let parameters = signed(&request, &site, posted)?;
    let pressed = !value(&parameters, "Digits").is_empty();
    let here = format!("{}{}", site.origin, request.path());
    let script = answer_call::call_script(&site.services, &hook, &here, pressed).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/xml; charset=utf-8"))
        .body(script.to_string()))
}

/// `POST /hooks/twilio/status/{random}`: the delivery status of a message or call.
///
/// # Errors
/// [`Error::NotFound`] for everybody but the provider.
pub async fn status(request: HttpRequest, site: Data<Site>, hook: Path<String>, posted: Posted) -> Answer {
    let parameters = signed(&request, &site, posted)?;
    if let Some(status) = reported(&parameters) {
        track_code::heard(&site.services, &hook, status).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

/// What a report means; none for a status without news.
fn reported(parameters: &[(String, String)]) -> Option<DeliveryStatus> {
    let message = value(parameters, "MessageStatus");
    let call = value(parameters, "CallStatus");
    Some(match (message, call) {
        ("sent", _) => DeliveryStatus::Sent,
        ("delivered" | "read", _) => DeliveryStatus::Delivered,
        ("failed" | "undelivered" | "canceled", _) => {
            DeliveryStatus::Failed(match value(parameters, "ErrorCode") {
                "30006" | "21614" => Failure::NotMobile,
                "30004" | "30007" | "21610" => Failure::Refused,
                _ => Failure::NotReachable,
            })
        }
        (_, "ringing") => DeliveryStatus::Ringing,
        (_, "in-progress") => DeliveryStatus::Answered,
        (_, "completed") => DeliveryStatus::Completed,
        (_, "busy") => DeliveryStatus::Failed(Failure::Busy),
        (_, "no-answer") => DeliveryStatus::Failed(Failure::NoAnswer),
        (_, "failed" | "canceled") => DeliveryStatus::Failed(Failure::NotReachable),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_signed_with_its_port_or_without() {
        for (origin, forms) in [
            (
                "https://account.example.com:8443",
                ["https://account.example.com:8443", "https://account.example.com"],
            ),
            (
                "https://account.example.com",
                ["https://account.example.com:443", "https://account.example.com"],
            ),
            (
                "http://[2001:db8::7]:80",
                ["http://[2001:db8::7]:80", "http://[2001:db8::7]"],
            ),
        ] {
            assert_eq!(origins(origin), forms);
        }
    }

    #[test]
    fn the_words_of_the_provider_are_understood() {
        let reported = |pairs: &[(&str, &str)]| {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            reported(&pairs)
        };
        assert_eq!(
            reported(&[("MessageStatus", "delivered")]),
            Some(DeliveryStatus::Delivered)
        );
        assert_eq!(
            reported(&[("MessageStatus", "undelivered"), ("ErrorCode", "30006")]),
            Some(DeliveryStatus::Failed(Failure::NotMobile))
        );
        assert_eq!(
            reported(&[("CallStatus", "no-answer")]),
            Some(DeliveryStatus::Failed(Failure::NoAnswer))
        );
        for nothing_new in ["queued", "accepted", "scheduled", "", "whatever"] {
            assert_eq!(reported(&[("MessageStatus", nothing_new)]), None);
        }
    }
}
