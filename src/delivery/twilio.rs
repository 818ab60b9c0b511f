//! SMS and calls through a provider with Twilio's REST API of 2010-04-01. One request for each message,
//! without a retry, because a provider that did not answer may have sent it. A request ends within
//! [`LONGEST_SEND`], follows no redirects and limits the size of the response (the attacks: a provider, or
//! somebody who impersonates it, that hangs, floods, or redirects us to an address in our own network).

use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::{Client, StatusCode, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use sha1::Sha1;
use url::Url;

use crate::domain::phone_delivery::Sender;

use super::{
    Attempt, Delivery, Undelivered,
    phone_message::{Content, PhoneMessage, Script},
};

/// The timeout for sending one message.
pub const LONGEST_SEND: Duration = Duration::from_secs(8);
/// How long a phone rings, in seconds.
const RING_SECONDS: &str = "40";
/// The maximum size of a response that is read, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024;
/// The number of consecutive provider failures after which sending is paused (circuit breaker).
const FAILURES_TO_REST: u32 = 5;
/// How long sending is paused then.
const REST: Duration = Duration::from_secs(30);

/// The provider's address and our credentials.
#[derive(Debug, Clone)]
pub struct Subscription {
    /// The base URL of its API.
    pub base: Url,
    /// The account SID.
    pub account: String,
    /// The auth token.
    pub token: SecretString,
    /// The sender of the messages.
    pub from: Sender,
}

/// A provider of SMS and calls.
pub struct Twilio {
    client: Client,
    subscription: Subscription,
    health: Mutex<Health>,
}

/// The state of the circuit breaker.
#[derive(Default)]
struct Health {
    failures: u32,
    rests_until: Option<Instant>,
}

/// Why the HTTP client could not be created.
#[derive(Debug, thiserror::Error)]
#[error("failed to create the HTTP client for the SMS and call provider: {0}")]
pub struct TwilioError(String);

/// The body of an error response.
#[derive(Deserialize)]
struct Refusal {
    code: Option<i64>,
}

impl Twilio {
    /// A client with the timeout `longest`: [`LONGEST_SEND`], except in tests.
    ///
    /// # Errors
    /// [`TwilioError`] if the system's CA certificates cannot be loaded.
    pub fn new(subscription: Subscription, longest: Duration) -> Result<Self, TwilioError> {
        // Fails if mail over TLS has already installed it.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = Client::builder()
            .timeout(longest)
            .connect_timeout(longest)
            .redirect(redirect::Policy::none())
            // A proxy from the environment would see every code.
            .no_proxy()
            // A connection belongs to the runtime thread that opened it, and messages are few.
            .pool_max_idle_per_host(0)
            .build()
            .map_err(|error| TwilioError(error.to_string()))?;
        Ok(Self {
            client,
            subscription,
            health: Mutex::default(),
        })
    }

    async fn hand_over(&self, message: &PhoneMessage) -> Result<(), Undelivered> {
        let Subscription {
            base,
            account,
            token,
            from,
        } = &self.subscription;
        let mut form = vec![("To", message.to().as_str())];
        form.push(match (from, message.content()) {
            (Sender::MessagingService(name), Content::Text(_)) => ("MessagingServiceSid", name),
            (Sender::Number(number), _) => ("From", number),
            (Sender::Name(name), Content::Text(_)) => ("From", name),
            (Sender::MessagingService(_) | Sender::Name(_), Content::Call(_)) => {
                return Err(Undelivered::Refused(
                    "a call needs a phone number in TWILIO_FROM".to_owned(),
                ));
            }
        });
        let resource = match message.content() {
            Content::Text(text) => {
                form.push(("Body", text));
                "Messages"
            }
            Content::Call(script) => {
                form.push(match script {
                    Script::Inline { twiml, .. } => ("Twiml", twiml),
                    Script::Hook(url) => ("Url", url),
                });
                form.push(("Timeout", RING_SECONDS));
                "Calls"
            }
        };
        if let Some(url) = message.status_url() {
            form.push(("StatusCallback", url));
            if resource == "Calls" {
                form.extend(
                    ["initiated", "ringing", "answered", "completed"]
                        .map(|event| ("StatusCallbackEvent", event)),
                );
            }
        }
        let url = format!(
            "{}/2010-04-01/Accounts/{account}/{resource}.json",
            base.as_str().trim_end_matches('/')
        );
        let answer = self
            .client
            .post(url)
            .basic_auth(account, Some(token.expose_secret()))
            .form(&form)
            .send()
            .await
            .map_err(|error| away(&error))?;
        let status = answer.status();
        if status.is_success() {
            return Ok(());
        }
        Err(refused(status, code_of(answer).await))
    }

    /// Whether sending is paused.
    fn rests(&self) -> bool {
        let health = self.health();
        health.rests_until.is_some_and(|until| Instant::now() < until)
    }

    fn note(&self, came_through: bool) {
        let mut health = self.health();
        if came_through {
            *health = Health::default();
            return;
        }
        health.failures += 1;
        if health.failures >= FAILURES_TO_REST {
            health.rests_until = Some(Instant::now() + REST);
        }
    }

    fn health(&self) -> std::sync::MutexGuard<'_, Health> {
        self.health
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Delivery<PhoneMessage> for Twilio {
    fn send<'a>(&'a self, message: &'a PhoneMessage) -> Attempt<'a> {
        Box::pin(async move {
            if self.rests() {
                return Err(Undelivered::Away("paused after repeated failures".to_owned()));
            }
            let handed_over = self.hand_over(message).await;
            self.note(!matches!(handed_over, Err(Undelivered::Away(_))));
            handed_over
        })
    }
}

/// Only the kind of failure, because the library's message contains the URL and so the account SID.
fn away(error: &reqwest::Error) -> Undelivered {
    let kind = if error.is_timeout() {
        "timed out"
    } else if error.is_connect() {
        "connection failed"
    } else {
        "connection interrupted"
    };
    Undelivered::Away(kind.to_owned())
}

/// The provider's own error code, if the response is not too large.
async fn code_of(mut answer: reqwest::Response) -> Option<i64> {
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = answer.chunk().await {
        if body.len() + chunk.len() > LONGEST_ANSWER {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    refusal_code(&body)
}

/// The error code in the body of an error response, if there is one.
#[must_use]
pub fn refusal_code(body: &[u8]) -> Option<i64> {
    serde_json::from_slice::<Refusal>(body).ok()?.code
}

/// What an error response means for the person who waits for the code.
fn refused(status: StatusCode, code: Option<i64>) -> Undelivered {
    let words = code.map_or_else(|| status.as_str().to_owned(), |code| format!("{status}, {code}"));
    match (status.as_u16(), code) {
        // Not a mobile number, or one that cannot receive SMS.
        (400, Some(21612 | 21614 | 30006)) => Undelivered::Unfit(words),
        (400, _) => Undelivered::Refused(words),
        (429, _) => Undelivered::Later(words),
        // Unauthorized, not found, redirected or a server error: independent of the number.
        _ => Undelivered::Away(words),
    }
}

/// Verifies the signature of the provider's webhooks.
pub trait Signed: Send + Sync {
    /// Whether the provider sent these parameters to this URL.
    fn is_signed(&self, url: &str, parameters: &[(String, String)], signature: &str) -> bool;
}

/// The secret shared with the provider.
pub struct TwilioSignature(pub SecretString);

impl Signed for TwilioSignature {
    /// HMAC-SHA1 over the URL and the sorted parameters, in base64, compared in constant time.
    fn is_signed(&self, url: &str, parameters: &[(String, String)], signature: &str) -> bool {
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(self.0.expose_secret().as_bytes()) else {
            return false;
        };
        mac.update(url.as_bytes());
        let mut sorted: Vec<_> = parameters.iter().collect();
        sorted.sort();
        for (name, value) in sorted {
            mac.update(name.as_bytes());
            mac.update(value.as_bytes());
        }
        BASE64
            .decode(signature.as_bytes())
            .is_ok_and(|signature| mac.verify_slice(&signature).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_one_that_the_provider_documents() {
        // The example of the provider's own page on validating requests.
        let token = TwilioSignature(SecretString::from("12345".to_owned()));
        let parameters: Vec<(String, String)> = [
            ("CallSid", "CA1234567890ABCDE"),
            ("Caller", "+14158675309"),
            ("Digits", "1234"),
            ("From", "+14158675309"),
            ("To", "+18005551212"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        let signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assert!(token.is_signed(url, &parameters, signature));
        let mut turned = parameters.clone();
        turned.reverse();
        assert!(token.is_signed(url, &turned, signature), "whatever the order");
        assert!(!token.is_signed("https://example.com/other", &parameters, signature));
        assert!(!token.is_signed(url, &parameters[1..], signature));
        for wrong in ["", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "not base64", "TC9PSA=="] {
            assert!(!token.is_signed(url, &parameters, wrong), "{wrong}");
        }
        let other = TwilioSignature(SecretString::from("12346".to_owned()));
        assert!(!other.is_signed(url, &parameters, signature));
    }

    #[test]
    fn a_refusal_says_whose_fault_it_is() {
        let refused = |status: u16, code| refused(StatusCode::from_u16(status).unwrap(), code);
        assert!(matches!(refused(400, Some(21614)), Undelivered::Unfit(_)));
        assert!(matches!(refused(400, Some(21211)), Undelivered::Refused(_)));
        assert!(matches!(refused(429, Some(20429)), Undelivered::Later(_)));
        for status in [302, 401, 404, 500, 503] {
            assert!(matches!(refused(status, None), Undelivered::Away(_)), "{status}");
        }
    }
}
