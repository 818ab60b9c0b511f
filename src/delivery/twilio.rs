//! Texts and calls by a provider that speaks Twilio's REST API of 2010-04-01.
//!
//! One request for each message, never a second: whoever does not answer may have sent it.
//! It ends within [`LONGEST_SEND`], follows nowhere and reads little of the answer (the
//! attacks: a provider, or whoever sits in its place, that hangs, floods, or sends us on to
//! an address of our own network).

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

/// The longest that one message takes to be handed over.
pub const LONGEST_SEND: Duration = Duration::from_secs(8);
/// The longest that a phone rings, in seconds.
const RING_SECONDS: &str = "40";
/// How much of an answer is read, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024;
/// After so many failures in a row of the provider itself nothing is tried for a while.
const FAILURES_TO_REST: u32 = 5;
/// How long it is left alone then.
const REST: Duration = Duration::from_secs(30);

/// Where the provider is and who we are to it.
#[derive(Debug, Clone)]
pub struct Subscription {
    /// Where its API begins.
    pub base: Url,
    /// Our account there.
    pub account: String,
    /// The account's secret.
    pub token: SecretString,
    /// Who messages come from.
    pub from: Sender,
}

/// A provider of texts and calls.
pub struct Twilio {
    client: Client,
    subscription: Subscription,
    health: Mutex<Health>,
}

/// Whether the provider answers.
#[derive(Default)]
struct Health {
    failures: u32,
    rests_until: Option<Instant>,
}

/// Why no client was made.
#[derive(Debug, thiserror::Error)]
#[error("the connection to the provider of SMS and calls cannot be prepared: {0}")]
pub struct TwilioError(String);

/// What an answer holds that refuses.
#[derive(Deserialize)]
struct Refusal {
    code: Option<i64>,
}

impl Twilio {
    /// A client that gives up after `longest`, [`LONGEST_SEND`] but for tests.
    ///
    /// # Errors
    /// [`TwilioError`] where the system's certificates cannot be read.
    pub fn new(subscription: Subscription, longest: Duration) -> Result<Self, TwilioError> {
        // Taken already where mail goes by TLS, too.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = Client::builder()
            .timeout(longest)
            .connect_timeout(longest)
            .redirect(redirect::Policy::none())
            // What the environment says of proxies would see every code.
            .no_proxy()
            // A connection lives on the thread that opened it, and messages are few.
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
                    "a call needs a number to come from".to_owned(),
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

    /// Whether the provider is left alone just now.
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
                return Err(Undelivered::Away("it did not answer lately".to_owned()));
            }
            let handed_over = self.hand_over(message).await;
            self.note(!matches!(handed_over, Err(Undelivered::Away(_))));
            handed_over
        })
    }
}

/// The kind of failure alone: the library's words hold the URL, and that the account.
fn away(error: &reqwest::Error) -> Undelivered {
    let kind = if error.is_timeout() {
        "it took too long"
    } else if error.is_connect() {
        "no connection"
    } else {
        "the connection broke"
    };
    Undelivered::Away(kind.to_owned())
}

/// The provider's own code of a refusal, from as much of the answer as is read.
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

/// The code in the body of an answer that refuses; none where there is none to be read.
#[must_use]
pub fn refusal_code(body: &[u8]) -> Option<i64> {
    serde_json::from_slice::<Refusal>(body).ok()?.code
}

/// What a refusal means for whoever waits for the code.
fn refused(status: StatusCode, code: Option<i64>) -> Undelivered {
    let words = code.map_or_else(|| status.as_str().to_owned(), |code| format!("{status}, {code}"));
    match (status.as_u16(), code) {
        // No number of a mobile phone, and not one that takes texts.
        (400, Some(21612 | 21614 | 30006)) => Undelivered::Unfit(words),
        (400, _) => Undelivered::Refused(words),
        (429, _) => Undelivered::Later(words),
        // Not let in, not there, sent elsewhere, or out of order: not this number's fault.
        _ => Undelivered::Away(words),
    }
}

/// Who signs what the provider asks of us.
pub trait Signed: Send + Sync {
    /// Whether the provider sent these parameters to this address.
    fn is_signed(&self, url: &str, parameters: &[(String, String)], signature: &str) -> bool;
}

/// The secret shared with the provider.
pub struct TwilioSignature(pub SecretString);

impl Signed for TwilioSignature {
    /// HMAC-SHA1 over the address and the sorted parameters, in base64, compared in constant
    /// time.
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
