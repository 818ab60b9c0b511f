//! A browser, as fast as possible: HTTP/1.1 on a connection that is kept open, and only as much of it as the portal
//! speaks. It shares the machine with what it measures, so each microsecond counts.

use std::{
    io,
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use url::form_urlencoded;

/// Idle time after which a new connection is opened: the server closes idle ones after 5 seconds.
const KEPT: Duration = Duration::from_secs(4);
/// Buffer size of a read; most pages fit.
const ROOM: usize = 16 * 1024;

/// A connection that is reopened when the server has closed it.
pub struct Connection {
    server: SocketAddr,
    stream: Option<TcpStream>,
    used: Instant,
    received: Vec<u8>,
}

/// An answer, valid until the next request.
pub struct Answer<'a> {
    /// The status.
    pub status: u16,
    head: &'a str,
    /// The body.
    pub body: &'a str,
}

impl Answer<'_> {
    /// The values of all headers with that name, given in lower case.
    pub fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        self.head.lines().filter_map(move |line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

impl Connection {
    /// Opened by the first request.
    pub fn to(server: SocketAddr) -> Self {
        Self {
            server,
            stream: None,
            used: Instant::now(),
            received: Vec::with_capacity(ROOM),
        }
    }

    /// Sends a whole request and reads a whole answer. Ends the bench if there is none.
    pub async fn ask(&mut self, request: &[u8]) -> Answer<'_> {
        if self.used.elapsed() > KEPT {
            self.stream = None;
        }
        let was_open = self.stream.is_some();
        let mut end = self.exchange(request).await;
        // Closed before anything came back: the server considered it idle and has not read the request.
        if end.is_err() && was_open && self.received.is_empty() {
            self.stream = None;
            end = self.exchange(request).await;
        }
        let end = end.unwrap_or_else(|error| {
            let line = request.split(|byte| *byte == b'\r').next().unwrap_or_default();
            panic!("no answer to {}: {error}", String::from_utf8_lossy(line))
        });
        self.used = Instant::now();
        let text = str::from_utf8(&self.received).expect("the portal speaks UTF-8");
        let (head, body) = text.split_at(end);
        let status = head.get(9..12).and_then(|status| status.parse().ok());
        let answer = Answer {
            status: status.expect("a status"),
            head,
            body,
        };
        if answer.headers("connection").any(|value| value == "close") {
            self.stream = None;
        }
        answer
    }

    /// Leaves the answer in `received` and returns where its body begins.
    async fn exchange(&mut self, request: &[u8]) -> io::Result<usize> {
        self.received.clear();
        if self.stream.is_none() {
            let stream = TcpStream::connect(self.server).await?;
            stream.set_nodelay(true)?;
            self.stream = Some(stream);
        }
        let stream = self.stream.as_mut().expect("opened above");
        stream.write_all(request).await?;
        let mut whole = None;
        loop {
            self.received.reserve(ROOM);
            if stream.read_buf(&mut self.received).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if whole.is_none() {
                whole = lengths(&self.received)?;
            }
            if let Some((head, body)) = whole
                && self.received.len() >= head + body
            {
                return Ok(head);
            }
        }
    }
}

/// Length of the head and of the body, in bytes; none until the head is complete.
fn lengths(received: &[u8]) -> io::Result<Option<(usize, usize)>> {
    let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        return Ok(None);
    };
    let head = String::from_utf8_lossy(&received[..end]);
    let length = head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    match length {
        Some(length) => Ok(Some((end + 4, length))),
        None => Err(io::Error::other(format!("an answer without a length: {head}"))),
    }
}

/// An answer to keep.
pub struct Page {
    /// The status.
    pub status: u16,
    /// Where a redirect leads; empty if it is not a redirect.
    pub location: String,
    /// Whether it says when to try again.
    pub says_when: bool,
    /// The body.
    pub body: String,
}

/// A person with cookies, behind the proxy that reports their address.
pub struct Visitor {
    /// Their connection.
    pub connection: Connection,
    host: String,
    address: String,
    cookies: Vec<(String, String)>,
}

impl Visitor {
    /// A first-time visitor. `host` is what the address bar shows.
    pub fn new(server: SocketAddr, host: &str, address: String) -> Self {
        Self {
            connection: Connection::to(server),
            host: host.to_owned(),
            address,
            cookies: Vec::new(),
        }
    }

    /// A request for a page, which can be sent any number of times.
    pub fn request_for(&self, path: &str) -> Vec<u8> {
        format!("GET {path} HTTP/1.1\r\n{}\r\n", self.headers("none")).into_bytes()
    }

    fn headers(&self, site: &str) -> String {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let cookies = match cookies.as_slice() {
            [] => String::new(),
            cookies => format!("cookie: {}\r\n", cookies.join("; ")),
        };
        format!(
            "host: {}\r\nx-forwarded-for: {}\r\nuser-agent: Mozilla/5.0 (X11; Linux) Firefox/145.0\r\n\
             accept: text/html,*/*;q=0.8\r\nsec-fetch-site: {site}\r\nsec-fetch-mode: navigate\r\n\
             sec-fetch-dest: document\r\n{cookies}",
            self.host, self.address
        )
    }

    /// Opens a page.
    pub async fn open(&mut self, path: &str) -> Page {
        let request = self.request_for(path);
        self.send(&request).await
    }

    /// Posts a form with these fields.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = format!(
            "POST {path} HTTP/1.1\r\n{}origin: http://{}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n{body}",
            self.headers("same-origin"),
            self.host,
            body.len()
        );
        self.send(request.as_bytes()).await
    }

    async fn send(&mut self, request: &[u8]) -> Page {
        let answer = self.connection.ask(request).await;
        for cookie in answer.headers("set-cookie") {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').expect("a cookie");
            self.cookies.retain(|(kept, _)| kept != name);
            if !attributes.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        Page {
            status: answer.status,
            location: answer.headers("location").next().unwrap_or_default().to_owned(),
            says_when: answer.headers("retry-after").next().is_some(),
            body: answer.body.to_owned(),
        }
    }
}

impl Page {
    /// The value of the form's CSRF token field.
    pub fn csrf(&self) -> &str {
        let (_, rest) = self
            .body
            .split_once("name=\"csrf\" value=\"")
            .expect("a form with a token");
        rest.split('"').next().unwrap_or_default()
    }
}
