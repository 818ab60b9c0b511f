//! `Visitor`: a person with a browser that runs no scripts, at HTTP level. It opens pages, fills in the form that is
//! really in the page and presses its buttons, and sends what a browser would send, cookies and `Origin` included.
//! Attackers are visitors too: they change hidden fields, steal cookie jars and write requests by hand.

use std::{
    sync::LazyLock,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, RequestBuilder, Response, Url, redirect};
use url::form_urlencoded;

use super::page::{Entry, Page, Submission};

/// A person at a browser; see the module.
pub struct Visitor {
    /// Where the server listens.
    server: Url,
    /// The address bar: differs from `server` behind a TLS proxy.
    origin: Url,
    /// The address that the proxy reports.
    address: Option<String>,
    /// The `Accept-Language` of their browser.
    language: Option<String>,
    client: Client,
    jar: Jar,
    page: Option<Page>,
    entries: Vec<(String, Entry)>,
    forged: Vec<(String, String)>,
}

impl Visitor {
    /// A new person, who has never used this portal.
    pub fn new(server: &str) -> Self {
        let server = Url::parse(server).expect("the portal has a URL");
        Self {
            origin: server.clone(),
            server,
            address: None,
            language: None,
            client: client(),
            jar: Jar::default(),
            page: None,
            entries: Vec::new(),
            forged: Vec::new(),
        }
    }

    /// Uses a proxy that answers at this public URL, which may be https.
    pub fn through(mut self, public_url: &str) -> Self {
        self.origin = Url::parse(public_url).expect("a public URL");
        self
    }

    /// Uses this IP address, as a trusted proxy reports it.
    pub fn with_address(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Has a browser that asks for this language.
    pub fn asking_for(mut self, language: &str) -> Self {
        self.language = Some(language.to_owned());
        self
    }

    // Navigation

    /// Types a path into the address bar.
    pub async fn open(&mut self, path: &str) -> Page {
        self.go(path, "none").await
    }

    /// Follows a link in a mail, in a chat, on another site: `SameSite=Strict` cookies are not sent.
    pub async fn arrive_from_elsewhere(&mut self, path: &str) -> Page {
        self.go(path, "cross-site").await
    }

    /// Clicks the link with this text.
    pub async fn click(&mut self, text: &str) -> Page {
        self.click_in("body", text).await
    }

    /// Clicks the link with this text in the part of the page that `css` names.
    pub async fn click_in(&mut self, css: &str, text: &str) -> Page {
        let href = self.page().link_to_follow(css, text);
        self.go(&href, "same-origin").await
    }

    /// Follows the redirect of the last answer, one step.
    pub async fn follow(&mut self) -> Page {
        let page = self.page();
        assert!(
            [301, 302, 303].contains(&page.status),
            "nothing to follow: {}",
            page.summary()
        );
        let location = page
            .location()
            .unwrap_or_else(|| panic!("a redirect without Location: {}", page.summary()));
        let location = location.to_owned();
        self.go(&location, "same-origin").await
    }

    /// Follows redirects until there is a page.
    pub async fn land(&mut self) -> Page {
        for _ in 0..10 {
            if self.page().location().is_none() {
                return self.page().clone();
            }
            self.follow().await;
        }
        panic!("redirects without end: {}", self.page().summary());
    }

    // Filling in forms

    /// Types into the field of this name, in the form that is sent next.
    pub fn fill(&mut self, name: &str, text: &str) -> &mut Self {
        self.enter(name, Entry::Text(text.to_owned()))
    }

    pub fn tick(&mut self, name: &str) -> &mut Self {
        self.enter(name, Entry::Ticked(true))
    }

    pub fn untick(&mut self, name: &str) -> &mut Self {
        self.enter(name, Entry::Ticked(false))
    }

    /// Picks a radio button or an option by its value.
    pub fn choose(&mut self, name: &str, value: &str) -> &mut Self {
        self.enter(name, Entry::Chosen(value.to_owned()))
    }

    /// Sends another value than the page's in a field, hidden or missing.
    pub fn tamper(&mut self, name: &str, value: &str) -> &mut Self {
        self.forged.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses the button with this text.
    pub async fn press(&mut self, button: &str) -> Page {
        self.press_in("body", button).await
    }

    /// Presses the button with this text in the part of the page that `css` names.
    pub async fn press_in(&mut self, css: &str, button: &str) -> Page {
        let (post, action, body) = self.form_to_send(css, button);
        if post {
            self.post_form(&action, body).await
        } else {
            let mut url = self.resolve(&action);
            url.set_query(Some(&body));
            self.go(&path_of(&url), "same-origin").await
        }
    }

    /// Presses a button a second time before the first answer is shown: returns both answers; the second is the one
    /// that is shown.
    pub async fn press_twice(&mut self, button: &str, twice: Twice) -> (Page, Page) {
        let (post, action, body) = self.form_to_send("body", button);
        assert!(post, "a form that is posted");
        let mut hung_up = self.thief();
        match twice {
            Twice::FirstAnswerLost => {
                let first = hung_up.post_form(&action, body.clone()).await;
                (first, self.post_form(&action, body).await)
            }
            Twice::FirstCookiesTaken => {
                let before = self.page().clone();
                let first = self.post_form(&action, body.clone()).await;
                self.page = Some(before);
                (first, self.post_form(&action, body).await)
            }
            Twice::AtOnce => {
                let first = hung_up.post_form(&action, body.clone());
                tokio::join!(first, self.post_form(&action, body))
            }
        }
    }

    /// The request of a button: whether it posts, its target, and the body.
    pub fn form_to_send(&mut self, css: &str, button: &str) -> (bool, String, String) {
        let Submission {
            post,
            action,
            mut fields,
        } = self.page().submission(css, button, &self.entries);
        for (name, value) in std::mem::take(&mut self.forged) {
            fields.retain(|(field, _)| *field != name);
            fields.push((name, value));
        }
        (post, path_of(&self.resolve(&action)), encode(&fields))
    }

    /// Posts a body as a form of the last page does.
    pub async fn post_form(&mut self, path: &str, body: String) -> Page {
        let request = self.request(Method::POST, path);
        request.like_a_form("same-origin").body(body).send().await
    }

    /// Posts a body as it is, with these headers and the cookies, and with no `Origin` or `Content-Type` unless they
    /// are among them.
    pub async fn submit_raw(
        &mut self,
        path: &str,
        body: impl Into<Vec<u8>>,
        headers: &[(&str, &str)],
    ) -> Page {
        let mut request = self.request(Method::POST, path).body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request.send().await
    }

    /// A request by hand: it has the cookies and no other header.
    pub fn request(&mut self, method: Method, path: &str) -> Request<'_> {
        Request {
            url: self.resolve(path),
            visitor: self,
            method,
            headers: HeaderMap::new(),
            body: None,
            from_elsewhere: false,
            with_cookies: true,
        }
    }

    /// The last answer.
    pub fn page(&self) -> &Page {
        self.page.as_ref().expect("the visitor has opened a page")
    }

    // Cookies

    pub fn cookies(&self) -> &[Cookie] {
        &self.jar.cookies
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let found = self.cookies().iter().find(|cookie| cookie.name == name)?;
        Some(&found.value)
    }

    /// Puts a cookie into the jar by hand, for all paths.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.jar.put(Cookie {
            name: name.to_owned(),
            value: value.to_owned(),
            path: "/".to_owned(),
            secure: false,
            http_only: false,
            same_site: None,
            persistent: false,
        });
    }

    /// A copy of all cookies, as a thief takes it or a test keeps it for later.
    pub fn jar(&self) -> Jar {
        self.jar.clone()
    }

    /// Continues with these cookies instead of its own.
    pub fn use_jar(&mut self, jar: Jar) {
        self.jar = jar;
    }

    /// Closes the browser and opens it again: session cookies are gone.
    pub fn restart_browser(&mut self) {
        self.jar.cookies.retain(|cookie| cookie.persistent);
        self.page = None;
    }

    /// Another person, on another connection, with a copy of the cookies.
    pub fn thief(&self) -> Self {
        Self {
            server: self.server.clone(),
            origin: self.origin.clone(),
            address: self.address.clone(),
            language: self.language.clone(),
            client: client(),
            jar: self.jar.clone(),
            page: self.page.clone(),
            entries: Vec::new(),
            forged: Vec::new(),
        }
    }

    /// The same, with the form on the page filled in.
    pub fn thief_with(&self, typed: &[(&str, &str)]) -> Self {
        let mut thief = self.thief();
        for (name, text) in typed {
            thief.fill(name, text);
        }
        thief
    }

    fn enter(&mut self, name: &str, entry: Entry) -> &mut Self {
        let page = self.page();
        assert!(page.has_field(name), "no field \"{name}\": {}", page.summary());
        self.entries.push((name.to_owned(), entry));
        self
    }

    async fn go(&mut self, path: &str, site: &str) -> Page {
        self.request(Method::GET, path).navigating(site).send().await
    }

    /// A reference in the last page as a URL on the public origin.
    fn resolve(&self, reference: &str) -> Url {
        let last = self.page.as_ref().map_or("/", |page| page.path.as_str());
        let base = self.origin.join(last).expect("the last path");
        let url = base
            .join(reference)
            .unwrap_or_else(|e| panic!("\"{reference}\" leads nowhere: {e}"));
        assert_eq!(
            url.origin(),
            self.origin.origin(),
            "\"{reference}\" leads away from the portal"
        );
        url
    }
}

/// How a button is pressed twice.
#[derive(Clone, Copy, Debug)]
pub enum Twice {
    /// The browser hangs up on the first request, and never sees its cookies.
    FirstAnswerLost,
    /// It has the cookies of the first answer, and still shows the old page.
    FirstCookiesTaken,
    /// Both requests run at the same time.
    AtOnce,
}

impl Twice {
    pub const ALL: [Self; 3] = [Self::FirstAnswerLost, Self::FirstCookiesTaken, Self::AtOnce];
}

/// A request by hand; nothing is sent before `send`.
#[must_use = "nothing happens before send"]
pub struct Request<'a> {
    visitor: &'a mut Visitor,
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
    from_elsewhere: bool,
    with_cookies: bool,
}

impl Request<'_> {
    /// Adds a header; adding a name twice sends it twice.
    pub fn header(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.headers.append(
            HeaderName::from_bytes(name.as_bytes()).expect("a header's name"),
            HeaderValue::from_bytes(value.as_ref()).expect("a header's value"),
        );
        self
    }

    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sends these fields, with the content type of a form.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        self.header("content-type", FORM).body(encode(fields))
    }

    /// Sends what a browser sends with a form; `site` is the value of `Sec-Fetch-Site`. The `Origin` is the portal's
    /// own; for a foreign page, set it with `header`.
    pub fn like_a_form(self, site: &str) -> Self {
        let origin = self.visitor.origin.origin().ascii_serialization();
        self.navigating(site)
            .header("origin", &origin)
            .header("content-type", FORM)
    }

    pub fn without_cookies(mut self) -> Self {
        self.with_cookies = false;
        self
    }

    /// The answer, which is then the visitor's last page.
    pub async fn send(self) -> Page {
        let Self {
            visitor,
            method,
            url,
            mut headers,
            body,
            from_elsewhere,
            with_cookies,
        } = self;
        let add = |headers: &mut HeaderMap, name: &'static str, value: &str| {
            let value = HeaderValue::from_str(value).expect("a header's value");
            headers.entry(name).or_insert(value);
        };
        if visitor.origin != visitor.server {
            add(&mut headers, "host", &host_of(&visitor.origin));
        }
        if let Some(address) = &visitor.address {
            add(&mut headers, "x-forwarded-for", address);
        }
        if let Some(language) = &visitor.language {
            add(&mut headers, "accept-language", language);
        }
        if with_cookies && let Some(cookies) = visitor.jar.header_for(&url, &method, from_elsewhere) {
            add(&mut headers, "cookie", &cookies);
        }

        let path = path_of(&url);
        let target = visitor.server.join(&path).expect("a path of the server");
        let mut request = visitor.client.request(method, target).headers(headers);
        if let Some(body) = body {
            request = request.body(body);
        }
        let answer = sent(request)
            .await
            .unwrap_or_else(|e| panic!("no answer from {path}: {e:?}"));
        let status = answer.status().as_u16();
        let headers = answer.headers().clone();
        for line in headers.get_all("set-cookie") {
            visitor.jar.take(line.to_str().expect("a cookie in ASCII"), &url);
        }
        let bytes = answer
            .bytes()
            .await
            .unwrap_or_else(|e| panic!("the answer of {path} breaks off: {e:?}"));
        let page = Page {
            status,
            headers,
            html: String::from_utf8_lossy(&bytes).into_owned(),
            path,
        };
        visitor.entries.clear();
        visitor.forged.clear();
        visitor.page = Some(page.clone());
        page
    }

    fn navigating(mut self, site: &str) -> Self {
        self.from_elsewhere = site == "cross-site";
        if site == "same-origin"
            && let Some(page) = &self.visitor.page
        {
            let referer = self.visitor.origin.join(&page.path).expect("the last path");
            self = self.header("referer", referer.as_str());
        }
        self.header("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .header("sec-fetch-site", site)
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-dest", "document")
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

/// The HTTP client of all visitors. It keeps no connection, so it belongs to no test's runtime; and it reads the
/// machine's certificates once.
fn client() -> Client {
    static SHARED: LazyLock<Client> = LazyLock::new(|| {
        // The portal's own client needs one, too; installed once for the process.
        drop(rustls::crypto::ring::default_provider().install_default());
        Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(Duration::from_mins(2))
            // A new connection each time: the server closes none while a test is idle.
            .pool_max_idle_per_host(0)
            .build()
            .expect("an HTTP client")
    });
    SHARED.clone()
}

/// Sends a request. On a busy machine, a connection may have been open for too long before its request is written:
/// the server then closes it with 408 and has read nothing. As browsers do, another one is opened.
async fn sent(request: RequestBuilder) -> Result<Response, reqwest::Error> {
    for _ in 0..5 {
        let again = request.try_clone().expect("a body that can be sent again");
        match again.send().await {
            Err(error) if format!("{error:?}").contains("UnexpectedMessage") => {}
            answer => return answer,
        }
    }
    request.send().await
}

fn encode<N: AsRef<str>, V: AsRef<str>>(fields: &[(N, V)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

fn path_of(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// The cookies of one browser.
#[derive(Clone, Debug, Default)]
pub struct Jar {
    cookies: Vec<Cookie>,
}

/// A cookie as the portal set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    pub name: String,
    pub value: String,
    pub path: String,
    pub secure: bool,
    pub http_only: bool,
    pub same_site: Option<String>,
    /// Survives the end of the browser.
    pub persistent: bool,
}

impl Jar {
    fn put(&mut self, cookie: Cookie) {
        self.cookies
            .retain(|old| old.name != cookie.name || old.path != cookie.path);
        self.cookies.push(cookie);
    }

    /// Stores a `Set-Cookie` line as a browser does. A cookie that every browser would refuse is an error of the
    /// portal, and fails the test.
    fn take(&mut self, line: &str, from: &Url) {
        let mut parts = line.split(';').map(str::trim);
        let (name, value) = parts
            .next()
            .and_then(|pair| pair.split_once('='))
            .unwrap_or_else(|| panic!("no cookie: {line}"));
        let mut cookie = Cookie {
            name: name.trim().to_owned(),
            value: value.trim().to_owned(),
            path: default_path(from),
            secure: false,
            http_only: false,
            same_site: None,
            persistent: false,
        };
        let mut has_domain = false;
        let mut expires = None;
        let mut max_age = None;
        for part in parts {
            let (attribute, value) = part.split_once('=').unwrap_or((part, ""));
            match attribute.to_ascii_lowercase().as_str() {
                "path" if value.starts_with('/') => value.clone_into(&mut cookie.path),
                "secure" => cookie.secure = true,
                "httponly" => cookie.http_only = true,
                "samesite" => cookie.same_site = Some(value.to_owned()),
                "domain" => has_domain = true,
                "max-age" => max_age = Some(value.parse::<i64>().expect("Max-Age is a number")),
                "expires" => expires = Some(seconds_of(value)),
                _ => {}
            }
        }

        if name.starts_with("__Host-") {
            assert!(
                cookie.secure && cookie.path == "/" && !has_domain,
                "browsers refuse a __Host- cookie that is not Secure, or is for a path or a domain: {line}"
            );
        }
        if name.starts_with("__Secure-") || cookie.same_site.as_deref() == Some("None") {
            assert!(cookie.secure, "browsers refuse this without Secure: {line}");
        }
        assert!(
            !cookie.secure || is_trustworthy(from),
            "browsers refuse a Secure cookie over plain HTTP: {line}"
        );

        // Max-Age overrides Expires (RFC 6265, 5.3).
        let is_over = match (max_age, expires) {
            (Some(seconds), _) => seconds <= 0,
            (None, Some(moment)) => moment <= now(),
            (None, None) => false,
        };
        cookie.persistent = max_age.is_some() || expires.is_some();
        if is_over {
            self.cookies
                .retain(|old| old.name != cookie.name || old.path != cookie.path);
        } else {
            self.put(cookie);
        }
    }

    fn header_for(&self, url: &Url, method: &Method, from_elsewhere: bool) -> Option<String> {
        let mut sent: Vec<&Cookie> = self
            .cookies
            .iter()
            .filter(|cookie| path_matches(url.path(), &cookie.path))
            .filter(|cookie| !cookie.secure || is_trustworthy(url))
            .filter(|cookie| {
                let same_site = cookie.same_site.as_deref().unwrap_or("Lax");
                !from_elsewhere
                    || same_site.eq_ignore_ascii_case("none")
                    || (same_site.eq_ignore_ascii_case("lax") && method.is_safe())
            })
            .collect();
        // The longer path first, as RFC 6265 requires.
        sent.sort_by_key(|cookie| std::cmp::Reverse(cookie.path.len()));
        let pairs: Vec<String> = sent
            .iter()
            .map(|cookie| format!("{}={}", cookie.name, cookie.value))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

/// Browsers treat loopback as they treat https.
fn is_trustworthy(url: &Url) -> bool {
    url.scheme() == "https"
        || ["localhost", "127.0.0.1", "[::1]"].contains(&url.host_str().unwrap_or_default())
}

fn default_path(url: &Url) -> String {
    match url.path().rsplit_once('/') {
        Some(("", _)) | None => "/".to_owned(),
        Some((folder, _)) => folder.to_owned(),
    }
}

fn path_matches(path: &str, of_cookie: &str) -> bool {
    path.strip_prefix(of_cookie)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || of_cookie.ends_with('/'))
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(since.expect("a clock after 1970").as_secs()).expect("a clock before the year 292277026596")
}

/// `Thu, 01 Jan 1970 00:00:00 GMT` as seconds since 1970.
fn seconds_of(date: &str) -> i64 {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let read = || -> Option<i64> {
        let (_, date) = date.split_once(", ")?;
        let mut parts = date.split([' ', '-', ':']);
        let mut number = || parts.next()?.parse::<i64>().ok();
        let day = number()?;
        let month = parts.next()?;
        let month = i64::try_from(MONTHS.find(month)? / 3).ok()? + 1;
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (year, hour, minute, second) = (number()?, number()?, number()?, number()?);
        // Days from the civil calendar, with years that begin in March.
        let years = year - i64::from(month <= 2);
        let days_before_month = (153 * ((month + 9) % 12) + 2) / 5;
        let days =
            years * 365 + years / 4 - years / 100 + years / 400 + days_before_month + day - 1 - 719_468;
        Some(((days * 24 + hour) * 60 + minute) * 60 + second)
    };
    read().unwrap_or_else(|| panic!("no date in a cookie: {date}"))
}
