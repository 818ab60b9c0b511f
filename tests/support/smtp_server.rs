//! `SmtpServer`: a mail server on a loopback port, written by hand, so that the two sides of the conversation are
//! independent. It can simulate faults.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use secrecy::SecretString;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use vestibule::{config::mail::MailSettings, domain::account::Email};

/// The server's behaviour towards clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Accepts every mail.
    Accepting,
    /// Greets with 421 and closes.
    Closing,
    /// Accepts the connection and sends nothing.
    Hanging,
    /// Closes in the middle of the conversation.
    Dropping,
    /// Answers recipients with 451.
    Later,
    /// Requires a login method that hardly anyone supports.
    OldLogin,
    /// Answers recipients with 550.
    Refusing,
}

/// A mail as it was received.
#[derive(Debug, Clone)]
pub struct Received {
    /// The client's name in `EHLO`.
    pub hello: String,
    /// `MAIL FROM`.
    pub sender: String,
    /// All `RCPT TO`.
    pub recipients: Vec<String>,
    /// The lines before the first empty one, unfolded.
    pub headers: Vec<String>,
    /// The lines after it.
    pub text: String,
}

impl Received {
    /// The names of the headers, in their order.
    pub fn header_names(&self) -> Vec<&str> {
        self.headers
            .iter()
            .map(|line| line.split(':').next().unwrap_or_default())
            .collect()
    }
}

struct State {
    mood: Mood,
    visits: usize,
    received: Vec<Received>,
}

/// A mail server; see the module.
pub struct SmtpServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl SmtpServer {
    /// Opens on a free port.
    pub async fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State {
            mood,
            visits: 0,
            received: Vec::new(),
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

    /// The settings for this server.
    pub fn settings(&self) -> MailSettings {
        settings(self.address.port())
    }

    /// Its URL.
    pub fn url(&self) -> SecretString {
        SecretString::from(format!("smtp://{}", self.address))
    }

    /// Sets its behaviour from now on.
    pub fn change_mood(&self, mood: Mood) {
        self.state.lock().unwrap().mood = mood;
    }

    /// The number of connections.
    pub fn visits(&self) -> usize {
        self.state.lock().unwrap().visits
    }

    /// All mail that it has received.
    pub fn received(&self) -> Vec<Received> {
        self.state.lock().unwrap().received.clone()
    }

    /// Waits until this many mails were received; half a minute at most.
    pub async fn wait_for_mails(&self, count: usize) -> Vec<Received> {
        until(|| self.received().len() >= count).await;
        self.received()
    }

    /// Waits until this many connections were made.
    pub async fn wait_for_visits(&self, count: usize) {
        until(|| self.visits() >= count).await;
    }
}

/// The settings for a mail server on this port.
pub fn settings(port: u16) -> MailSettings {
    MailSettings::Smtp {
        url: SecretString::from(format!("smtp://127.0.0.1:{port}")),
        from: Email::parse("account@acme.example").unwrap(),
        name: None,
    }
}

async fn until(done: impl Fn() -> bool) {
    for _ in 0..600 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nothing comes");
}

async fn converse(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mood = state.lock().unwrap().mood;
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    match mood {
        Mood::Closing => return writing.write_all(b"421 closing\r\n").await,
        Mood::Hanging => {
            while lines.next_line().await?.is_some() {}
            return Ok(());
        }
        _ => writing.write_all(b"220 mail.acme.example\r\n").await?,
    }
    let mut mail = Received {
        hello: String::new(),
        sender: String::new(),
        recipients: Vec::new(),
        headers: Vec::new(),
        text: String::new(),
    };
    while let Some(line) = lines.next_line().await? {
        let verb: String = line.chars().take(4).collect::<String>().to_uppercase();
        let path = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match (verb.as_str(), mood) {
            ("RCPT", Mood::Dropping) => return Ok(()),
            ("RCPT", Mood::Later) => "451 come again",
            ("RCPT", Mood::Refusing) => "550 nobody of that name",
            ("EHLO", mood) => {
                line.clone_into(&mut mail.hello);
                if mood == Mood::OldLogin {
                    "250-mail.acme.example\r\n250 AUTH CRAM-MD5"
                } else {
                    "250 mail.acme.example"
                }
            }
            ("MAIL", _) => {
                mail.sender = path();
                "250 ok"
            }
            ("RCPT", _) => {
                mail.recipients.push(path());
                "250 ok"
            }
            ("DATA", _) => {
                writing.write_all(b"354 go on\r\n").await?;
                let mut in_headers = true;
                while let Some(line) = lines.next_line().await? {
                    match line.as_str() {
                        "." => break,
                        "" if in_headers => in_headers = false,
                        _ if in_headers && line.starts_with([' ', '\t']) => {
                            mail.headers.last_mut().unwrap().push_str(&line);
                        }
                        _ if in_headers => mail.headers.push(line),
                        _ => mail.text += &(line + "\n"),
                    }
                }
                // Long lines are split (RFC 2045, 6.7).
                if mail.headers.iter().any(|line| line.ends_with("quoted-printable")) {
                    mail.text = mail.text.replace("=\n", "").replace("=3D", "=");
                }
                state.lock().unwrap().received.push(mail.clone());
                "250 taken"
            }
            ("QUIT", _) => {
                writing.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok",
        };
        writing.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}
