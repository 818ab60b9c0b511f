//! `PhoneProvider`: a server on a loopback port that speaks the public API of 2010-04-01 for messages and calls,
//! written by hand. It accepts only what the specification allows, and it can simulate faults.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use data_encoding::BASE64;
use secrecy::SecretString;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use vestibule::{config::phone::PhoneWay, delivery::twilio::Subscription, domain::phone_delivery::Sender};

/// The account that the provider knows.
pub const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
/// Its secret.
pub const TOKEN: &str = "canary-provider-token";
/// The number that it sends from.
pub const FROM: &str = "+15005550006";

/// The fields that the specification allows for a message.
const MESSAGE: [&str; 24] = [
    "To",
    "StatusCallback",
    "ApplicationSid",
    "MaxPrice",
    "ProvideFeedback",
    "Attempt",
    "ValidityPeriod",
    "ForceDelivery",
    "ContentRetention",
    "AddressRetention",
    "SmartEncoded",
    "PersistentAction",
    "TrafficType",
    "ShortenUrls",
    "ScheduleType",
    "SendAt",
    "SendAsMms",
    "ContentVariables",
    "RiskCheck",
    "From",
    "FallbackFrom",
    "MessagingServiceSid",
    "Body",
    "MediaUrl",
];
/// The same for a call.
const CALL: [&str; 18] = [
    "To",
    "From",
    "Method",
    "FallbackUrl",
    "FallbackMethod",
    "StatusCallback",
    "StatusCallbackEvent",
    "StatusCallbackMethod",
    "SendDigits",
    "Timeout",
    "Record",
    "MachineDetection",
    "CallerId",
    "CallReason",
    "TimeLimit",
    "Url",
    "Twiml",
    "ApplicationSid",
];

/// The provider's behaviour towards clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mood {
    /// Accepts valid requests, with 201.
    Accepting,
    /// Accepts the connection and sends nothing.
    Hanging,
    /// Answers one byte per second.
    Trickling,
    /// Answers with this status and this code of its own.
    Refusing(u16, i64),
    /// Answers 201 with a body that is not JSON.
    Garbage,
    /// Answers 400 with ten megabytes.
    Flooding,
    /// Redirects.
    Redirecting(String),
    /// Closes in the middle of the answer.
    Dropping,
    /// Answers 503 once, and then accepts valid requests.
    OnceAway,
}

/// A message or call as it was received.
#[derive(Debug, Clone)]
pub struct Order {
    /// `Messages` or `Calls`.
    pub resource: String,
    fields: Vec<(String, String)>,
}

impl Order {
    /// A field's value.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// All values of a field.
    pub fn fields(&self, name: &str) -> Vec<&str> {
        let fields = self.fields.iter().filter(|(key, _)| key == name);
        fields.map(|(_, value)| value.as_str()).collect()
    }
}

struct State {
    mood: Mood,
    visits: usize,
    orders: Vec<Order>,
    /// A violation of the specification.
    faults: Vec<String>,
}

/// A provider; see the module.
pub struct PhoneProvider {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl PhoneProvider {
    /// Opens on a free port.
    pub async fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State {
            mood,
            visits: 0,
            orders: Vec::new(),
            faults: Vec::new(),
        }));
        let shared = state.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = shared.clone();
                state.lock().unwrap().visits += 1;
                tokio::spawn(async move {
                    // A client that disconnects early is not an error here.
                    let _ = converse(stream, &state).await;
                });
            }
        });
        Self { address, state }
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The settings for this provider.
    pub fn settings(&self) -> PhoneWay {
        let Subscription {
            base,
            account,
            token,
            from,
        } = self.subscription();
        PhoneWay::Twilio {
            base,
            account,
            token,
            from,
        }
    }

    /// The same, for a client.
    pub fn subscription(&self) -> Subscription {
        Subscription {
            base: self.url().parse().unwrap(),
            account: ACCOUNT.to_owned(),
            token: SecretString::from(TOKEN.to_owned()),
            from: Sender::read(FROM).unwrap(),
        }
    }

    /// Sets its behaviour from now on.
    pub fn change_mood(&self, mood: Mood) {
        self.state.lock().unwrap().mood = mood;
    }

    /// The number of connections.
    pub fn visits(&self) -> usize {
        self.state.lock().unwrap().visits
    }

    /// Everything that it has accepted; fails if a request violated the specification.
    pub fn orders(&self) -> Vec<Order> {
        let state = self.state.lock().unwrap();
        assert!(state.faults.is_empty(), "{:?}", state.faults);
        state.orders.clone()
    }
}

async fn converse(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let request = read(&mut stream).await?;
    let mood = {
        let mut state = state.lock().unwrap();
        let mood = state.mood.clone();
        if mood == Mood::OnceAway {
            state.mood = Mood::Accepting;
        }
        mood
    };
    let refuse = |status: u16, code: i64| {
        let body = format!("{{\"code\": {code}, \"message\": \"no\", \"status\": {status}}}");
        answer(&format!("{status} No"), "", &body)
    };
    let answer = match mood {
        Mood::Accepting => match judge(&request) {
            Ok(order) => {
                state.lock().unwrap().orders.push(order);
                answer("201 Created", "", "{\"sid\": \"SM0\", \"status\": \"queued\"}")
            }
            Err(fault) => {
                state.lock().unwrap().faults.push(fault);
                refuse(400, 20001)
            }
        },
        Mood::Hanging => {
            tokio::time::sleep(Duration::from_mins(1)).await;
            return Ok(());
        }
        Mood::Trickling => {
            for byte in answer("201 Created", "", "{}").into_bytes() {
                stream.write_all(&[byte]).await?;
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            return Ok(());
        }
        Mood::Refusing(status, code) => refuse(status, code),
        Mood::Garbage => answer("201 Created", "", "<html>]]>"),
        Mood::Flooding => answer("400 No", "", &"x".repeat(10 << 20)),
        Mood::Redirecting(elsewhere) => answer("307 Elsewhere", &format!("Location: {elsewhere}\r\n"), ""),
        Mood::Dropping => "HTTP/1.1 201 Created\r\nContent-Le".to_owned(),
        Mood::OnceAway => refuse(503, 20503),
    };
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

async fn read(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length: usize = header(head, "content-length").map_or(0, |value| value.parse().unwrap());
            if body.len() >= length {
                return Ok(text);
            }
        }
        let count = stream.read(&mut part).await?;
        if count == 0 {
            return Ok(text);
        }
        bytes.extend_from_slice(&part[..count]);
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

/// Whether the specification allows a request.
fn judge(request: &str) -> Result<Order, String> {
    let (head, body) = request.split_once("\r\n\r\n").ok_or("no head")?;
    let first = head.lines().next().unwrap_or_default();
    let resource = ["Messages", "Calls"]
        .into_iter()
        .find(|resource| first == format!("POST /2010-04-01/Accounts/{ACCOUNT}/{resource}.json HTTP/1.1"))
        .ok_or_else(|| format!("no such resource: {first}"))?;
    let basic = format!("Basic {}", BASE64.encode(format!("{ACCOUNT}:{TOKEN}").as_bytes()));
    if header(head, "authorization") != Some(&basic) {
        return Err("not the account".to_owned());
    }
    if header(head, "content-type") != Some("application/x-www-form-urlencoded") {
        return Err("not a form".to_owned());
    }
    let fields: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect();
    let known: &[&str] = if resource == "Calls" { &CALL } else { &MESSAGE };
    if let Some((name, _)) = fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        return Err(format!("{resource} have no {name}"));
    }
    let order = Order {
        resource: resource.to_owned(),
        fields,
    };
    // A message may come from a service, a short code or a word; a call comes from a number.
    let sender = match (order.field("From"), order.field("MessagingServiceSid")) {
        (None, Some(service)) if resource == "Messages" && service.starts_with("MG") => None,
        (Some(from), None) if resource == "Messages" && !from.starts_with('+') => None,
        (Some(_), None) => Some("From"),
        _ => return Err("no sender, or two".to_owned()),
    };
    for name in ["To"].into_iter().chain(sender) {
        let number = order.field(name).ok_or_else(|| format!("no {name}"))?;
        let digits = number.strip_prefix('+').unwrap_or_default();
        if !(5..=15).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("{name} is no number"));
        }
    }
    let content: &[&str] = if resource == "Calls" {
        &["Url", "Twiml"]
    } else {
        &["Body"]
    };
    let given: Vec<_> = content.iter().filter_map(|name| order.field(name)).collect();
    if given.len() != 1 || given[0].is_empty() || given[0].chars().count() > 4000 {
        return Err(format!("not one of {content:?}"));
    }
    if resource == "Messages" && given[0].chars().count() > 1600 {
        return Err("a message of more than 1600 characters".to_owned());
    }
    Ok(order)
}
