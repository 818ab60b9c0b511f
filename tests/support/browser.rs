//! `Browser`: a real headless Chromium, controlled through `WebDriver`. Each has its own chromedriver and its own
//! fresh profile, and both are gone when it is dropped. For what only a browser can test: that the pages look right,
//! that the QR code can be scanned, that everything works with JavaScript off. What HTTP can test is the visitor's
//! part.

use std::cell::RefCell;
use std::fmt::Debug;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};
use url::Url;

use super::words;

/// The timeout of any single operation. Generous: two browsers may share a core.
const PATIENCE: Duration = Duration::from_mins(1);

/// More than the number of focusable elements on any page.
const MOST_TABS: usize = 150;

// Keys that are not characters, by `WebDriver`'s codes.
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';
const DELETE: char = '\u{e017}';

/// The kind of browser a person has.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each of them goes with each other")]
pub struct Kind {
    pub javascript: bool,
    /// The system prefers dark colours.
    pub dark: bool,
    /// As wide as a phone, 390 pixels; otherwise 1280.
    pub phone: bool,
    /// Letters of twice the usual size.
    pub large_text: bool,
    /// As narrow as WCAG 1.4.10 requires, 320 pixels.
    pub narrow: bool,
    /// Nothing is clicked: the person has only a keyboard.
    pub keyboard: bool,
    /// Keeps the source of each page as it was sent.
    pub keeps_sources: bool,
}

impl Default for Kind {
    fn default() -> Self {
        Self {
            javascript: true,
            dark: false,
            phone: false,
            large_text: false,
            narrow: false,
            keyboard: false,
            keeps_sources: false,
        }
    }
}

tokio::task_local! {
    /// The kind of browser for everybody in this test.
    pub static EVERYBODY_HAS: Kind;
}

/// A running Chromium; see the module.
pub struct Browser {
    client: Client,
    base: Url,
    source: RefCell<String>,
    keyboard: bool,
    // Last: the driver ends the browser, then its profile is removed.
    driver: Driver,
}

impl Browser {
    /// A browser that is about to visit the portal at `base`: an ordinary one, unless the test sets another for
    /// everybody.
    pub async fn open(base: &str) -> Self {
        Self::of_kind(base, Self::usual()).await
    }

    fn usual() -> Kind {
        EVERYBODY_HAS.try_with(|kind| *kind).unwrap_or_default()
    }

    pub async fn without_javascript(base: &str) -> Self {
        let kind = Kind {
            javascript: false,
            ..Self::usual()
        };
        Self::of_kind(base, kind).await
    }

    pub async fn of_kind(base: &str, kind: Kind) -> Self {
        let driver = tokio::task::spawn_blocking(Driver::start)
            .await
            .expect("chromedriver starts");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(driver.profile.path(), kind));
        let address = format!("http://127.0.0.1:{}", driver.port);
        let client = bounded("start Chromium", builder.connect(&address)).await;
        let browser = Self {
            client,
            base: Url::parse(base).expect("the portal has a URL"),
            source: RefCell::default(),
            keyboard: kind.keyboard,
            driver,
        };
        if kind.phone {
            let screen = json!({
                "width": 390,
                "height": 844,
                "deviceScaleFactor": 2,
                "mobile": true,
            });
            browser
                .devtools("Emulation.setDeviceMetricsOverride", screen)
                .await;
            let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
            browser
                .devtools("Emulation.setTouchEmulationEnabled", touch)
                .await;
        }
        if kind.narrow {
            browser.narrow(true).await;
        }
        if kind.keyboard {
            // Without a screen, no window stays in front of the others for long.
            let on = json!({ "enabled": true });
            browser.devtools("Emulation.setFocusEmulationEnabled", on).await;
        }
        if kind.dark {
            let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
            browser
                .devtools("Emulation.setEmulatedMedia", json!({ "features": dark }))
                .await;
        }
        if !kind.javascript {
            browser.assert_runs_no_scripts().await;
        }
        browser
    }

    /// Makes the window 320 pixels wide, or restores its width. Not as a phone: that would zoom out until a page that
    /// is too wide fits.
    pub async fn narrow(&self, narrow: bool) {
        if narrow {
            let screen = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        } else {
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({}))
                .await;
        }
    }

    // Navigation

    /// Types a path into the address bar.
    pub async fn go(&self, path: &str) {
        let url = self.base.join(path).expect("a path of the portal");
        bounded(path, self.client.goto(url.as_str())).await;
    }

    pub async fn refresh(&self) {
        bounded("refresh", self.client.refresh()).await;
    }

    pub async fn back(&self) {
        bounded("go back", self.client.back()).await;
    }

    /// Opens another tab, or a window, and continues in it. Returns the previous one, to switch back to.
    pub async fn open_window(&self, as_tab: bool) -> WindowHandle {
        let left = bounded("this window", self.client.window()).await;
        let opened = bounded("another window", self.client.new_window(as_tab)).await;
        self.turn_to(opened.handle).await;
        left
    }

    /// Continues in a window that is open.
    pub async fn turn_to(&self, window: WindowHandle) {
        bounded("another window", self.client.switch_to_window(window)).await;
    }

    /// Clicks the link with this text.
    pub async fn click(&self, text: &str) {
        self.click_in("body", text).await;
    }

    /// Clicks the link with this text in the part of the page that `css` names.
    pub async fn click_in(&self, css: &str, text: &str) {
        let link = self.only(css, &link_with(text)).await;
        let href = bounded("a link", link.attr("href")).await;
        let stays = href.is_some_and(|href| href.starts_with('#'))
            || bounded("a link", link.attr("download")).await.is_some()
            || bounded("a link", link.attr("target")).await.is_some();
        self.activate(&link, text, stays).await;
    }

    // Filling in forms

    /// Types into the field of this name, in place of what is there.
    pub async fn fill(&self, name: &str, text: &str) {
        self.fill_in("body", name, text).await;
    }

    /// Types into the field of this name in the part of the page that `css` names.
    pub async fn fill_in(&self, css: &str, name: &str, text: &str) {
        let field = self.only(css, &field_named(name)).await;
        if bounded(name, field.attr("type")).await.as_deref() == Some("date") {
            // The order in which a date is typed depends on the machine's language.
            let script = "arguments[0].value = arguments[1]";
            let arguments = vec![json!(field), json!(text)];
            bounded(name, self.client.execute(script, arguments)).await;
            return;
        }
        if self.keyboard {
            self.tab_to(&field, name).await;
            self.keys(&[CONTROL, 'a']).await;
            self.keys(&[DELETE]).await;
        } else {
            bounded(name, field.clear()).await;
        }
        bounded(name, field.send_keys(text)).await;
    }

    /// Chooses an entry of a list by its value.
    pub async fn choose(&self, name: &str, value: &str) {
        let list = self.only("body", &field_named(name)).await;
        bounded(name, list.select_by_value(value)).await;
    }

    /// Ticks a box, or clears it.
    pub async fn tick(&self, name: &str, ticked: bool) {
        let field = self.only("body", &field_named(name)).await;
        if bounded(name, field.is_selected()).await != ticked {
            if self.keyboard {
                self.tab_to(&field, name).await;
                self.keys(&[' ']).await;
            } else {
                bounded(name, field.click()).await;
            }
        }
    }

    /// Presses the button with this text.
    pub async fn press(&self, text: &str) {
        self.press_in("body", text).await;
    }

    /// Presses the button with this text in the part of the page that `css` names.
    pub async fn press_in(&self, css: &str, text: &str) {
        let button = self.only(css, &button_with(text)).await;
        let kind = bounded("a button", button.attr("type")).await;
        let stays = kind.as_deref() == Some("button");
        self.activate(&button, text, stays).await;
    }

    /// Simulates a latency of that many milliseconds to the portal, from here on.
    pub async fn be_far_away(&self, milliseconds: u32) {
        self.devtools("Network.enable", json!({})).await;
        let network = json!({
            "offline": false,
            "latency": milliseconds,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        });
        self.devtools("Network.emulateNetworkConditions", network).await;
    }

    /// Presses the button with this text, and again after this many milliseconds if it still exists; waits until
    /// another page has loaded.
    pub async fn press_twice(&self, text: &str, apart: u32) {
        let page = bounded("the page", self.client.find(Locator::Css("html"))).await;
        let button = self.only("body", &button_with(text)).await;
        let script =
            "const [button, apart] = arguments; button.click(); setTimeout(() => button.click(), apart)";
        bounded(
            text,
            self.client.execute(script, vec![json!(button), json!(apart)]),
        )
        .await;
        self.wait_for_another(&page, text).await;
    }

    // Reading

    /// The text of the first `h1`.
    pub async fn heading(&self) -> String {
        words::heading_in_english(&self.text_of("h1").await)
    }

    pub async fn title(&self) -> String {
        bounded("the title", self.client.title()).await
    }

    /// What a person can read on the page.
    pub async fn text(&self) -> String {
        self.text_of("body").await
    }

    /// The visible text of the first element that matches.
    pub async fn text_of(&self, css: &str) -> String {
        let element = bounded(css, self.client.find(Locator::Css(css))).await;
        bounded(css, element.text()).await
    }

    /// Whether a person can see an element that matches.
    pub async fn shows(&self, css: &str) -> bool {
        for element in bounded(css, self.client.find_all(Locator::Css(css))).await {
            if bounded(css, element.is_displayed()).await {
                return true;
            }
        }
        false
    }

    /// Whether a person can see a button with this text.
    pub async fn has_button(&self, text: &str) -> bool {
        !self.visible("body", &button_with(text)).await.is_empty()
    }

    /// Path and query of the address bar.
    pub async fn path(&self) -> String {
        let url = bounded("the address", self.client.current_url()).await;
        match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        }
    }

    /// The result of a script of ours about the page, such as `return document.title`. It is injected from outside:
    /// it runs even with JavaScript off.
    pub async fn ask(&self, script: &str) -> Value {
        bounded(script, self.client.execute(script, Vec::new())).await
    }

    /// The same for a script that calls its last argument when it is done.
    pub async fn ask_and_wait(&self, script: &str) -> Value {
        bounded("a script", self.client.execute_async(script, Vec::new())).await
    }

    /// The page as it was sent, for a browser that keeps sources.
    pub async fn source(&self) -> String {
        let log = bounded("the log", self.client.issue_cmd(Log)).await;
        let entries = log.as_array().expect("a list").iter();
        let events = entries.map(|entry| entry["message"].as_str().expect("an event"));
        let request = events
            .map(|event| serde_json::from_str::<Value>(event).expect("JSON")["message"].take())
            .filter(|event| event["method"] == "Network.responseReceived")
            .filter(|event| event["params"]["type"] == "Document")
            .map(|event| event["params"]["requestId"].clone())
            .next_back();
        if let Some(request) = request {
            let which = json!({ "requestId": request });
            let answer = self.devtools("Network.getResponseBody", which).await;
            let body = answer["body"].as_str().expect("a body");
            self.source.replace(body.to_owned());
        }
        // If nothing arrived since the last call, it is the same page.
        self.source.borrow().clone()
    }

    pub async fn forget_cookies(&self) {
        bounded("cookies", self.client.delete_all_cookies()).await;
    }

    // Pictures

    /// The whole page from top to bottom as a PNG.
    pub async fn screenshot_to(&self, path: &Path) {
        let layout = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let size = |of: &str, side: &str| layout[of][side].as_f64().expect("a size");
        let height = size("cssContentSize", "height").max(size("cssLayoutViewport", "clientHeight"));
        let width = size("cssLayoutViewport", "clientWidth");
        self.picture_of([0.0, 0.0, width, height], 1.0, path).await;
    }

    /// The visible part of the page, as a PNG.
    pub async fn window_to(&self, path: &Path) {
        write(path, &bounded("a picture", self.client.screenshot()).await);
    }

    /// The first element that matches as a PNG, all of it, wherever the page is scrolled to, at this scale.
    pub async fn element_screenshot(&self, css: &str, scale: f64, path: &Path) {
        let script = "const box = arguments[0].getBoundingClientRect();
            return [box.x + scrollX, box.y + scrollY, box.width, box.height];";
        let element = bounded(css, self.client.find(Locator::Css(css))).await;
        let area = bounded(css, self.client.execute(script, vec![json!(element)])).await;
        let side = |nth: usize| area[nth].as_f64().expect("a size");
        self.picture_of([side(0), side(1), side(2), side(3)], scale, path)
            .await;
    }

    /// The number of printed sheets that the page takes.
    pub async fn sheets(&self) -> usize {
        let paper = self.devtools("Page.printToPDF", json!({})).await;
        let data = paper["data"].as_str().expect("a document");
        let document = BASE64.decode(data.as_bytes()).expect("a document in base64");
        String::from_utf8_lossy(&document)
            .matches("/Type /Page\n")
            .count()
    }

    async fn picture_of(&self, [x, y, width, height]: [f64; 4], scale: f64, path: &Path) {
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": scale });
        let picture = json!({ "captureBeyondViewport": true, "clip": clip });
        let answer = self.devtools("Page.captureScreenshot", picture).await;
        let data = answer["data"].as_str().expect("a picture");
        write(
            path,
            &BASE64.decode(data.as_bytes()).expect("a picture in base64"),
        );
    }

    /// Where another program can control this browser, too.
    pub fn debugging_port(&self) -> u16 {
        let file = self.driver.profile.path().join("DevToolsActivePort");
        let text = std::fs::read_to_string(file).expect("a running browser");
        text.lines()
            .next()
            .and_then(|port| port.parse().ok())
            .expect("a port")
    }

    /// A command of the Chrome `DevTools` protocol.
    pub async fn devtools(&self, method: &'static str, parameters: Value) -> Value {
        let command = DevTools { method, parameters };
        bounded(method, self.client.issue_cmd(command)).await
    }

    /// Moves the focus to an element with the Tab key, as often as necessary, and checks that the focus is visible
    /// (WCAG 2.4.7, 2.4.11).
    async fn tab_to(&self, element: &Element, what: &str) {
        let there = "return document.activeElement === arguments[0]";
        for _ in 0..MOST_TABS {
            let there = self.client.execute(there, vec![json!(element)]);
            if bounded(what, there).await == true {
                self.assert_focus_is_seen(element, what).await;
                return;
            }
            self.keys(&[TAB]).await;
        }
        panic!("{what} is not reached with the Tab key on {}", self.path().await);
    }

    async fn assert_focus_is_seen(&self, element: &Element, what: &str) {
        let seen =
            "const [box, style] = [arguments[0].getBoundingClientRect(), getComputedStyle(arguments[0])];
            return style.outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight";
        // A page that has just loaded is still being drawn.
        for _ in 0..20 {
            let seen = self.client.execute(seen, vec![json!(element)]);
            if bounded(what, seen).await == true {
                return;
            }
            sleep(Duration::from_millis(50)).await;
        }
        panic!("nobody sees that {what} has the focus on {}", self.path().await);
    }

    /// Holds these keys down one after the other, and releases all.
    async fn keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        bounded("a key", self.client.perform_actions(actions)).await;
    }

    /// Clicks, and unless the page stays waits until another has loaded: otherwise the next query might still be
    /// answered by the old one.
    async fn activate(&self, element: &Element, text: &str, stays: bool) {
        let page = bounded("the page", self.client.find(Locator::Css("html"))).await;
        if self.keyboard {
            self.tab_to(element, text).await;
            self.keys(&[ENTER]).await;
        } else {
            bounded(text, element.click()).await;
        }
        if !stays {
            self.wait_for_another(&page, text).await;
        }
    }

    /// Waits until another page has replaced this one.
    async fn wait_for_another(&self, page: &Element, text: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            match timeout(PATIENCE, page.tag_name()).await {
                Ok(Ok(_)) => {}
                Ok(Err(e)) if is_gone(&e) => return,
                other => panic!("\"{text}\": {other:?}"),
            }
            assert!(
                Instant::now() < until,
                "\"{text}\" was pressed and no other page came: {}",
                self.text().await
            );
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn visible(&self, css: &str, xpath: &str) -> Vec<Element> {
        let mut visible = Vec::new();
        for scope in bounded(css, self.client.find_all(Locator::Css(css))).await {
            for element in bounded(xpath, scope.find_all(Locator::XPath(xpath))).await {
                if bounded(xpath, element.is_displayed()).await {
                    visible.push(element);
                }
            }
        }
        visible
    }

    async fn only(&self, css: &str, xpath: &str) -> Element {
        let mut found = self.visible(css, xpath).await;
        assert!(
            found.len() == 1,
            "{} elements {xpath} in {css} are to be seen on {}: {}",
            found.len(),
            self.path().await,
            self.text().await
        );
        found.remove(0)
    }

    /// Without this, a test "without JavaScript" might have been one with it.
    async fn assert_runs_no_scripts(&self) {
        let page = "data:text/html,<title>off</title><script>document.title='on'</script>";
        bounded("a page with a script", self.client.goto(page)).await;
        assert_eq!(self.title().await, "off", "this browser runs scripts");
    }
}

/// The chromedriver of one browser.
struct Driver {
    process: Child,
    port: u16,
    profile: TempDir,
}

impl Driver {
    fn start() -> Self {
        let profile = tempfile::Builder::new()
            .prefix("vestibule-browser-")
            .tempdir()
            .expect("a directory for the browser");
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            // What Chromium leaves in these is removed with the profile.
            .env("HOME", profile.path())
            .env("TMPDIR", profile.path())
            .env("XDG_CONFIG_HOME", profile.path())
            .env("XDG_CACHE_HOME", profile.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed; script/test does it");
        let output = process.stdout.take().expect("its standard output");
        // From here on, a panic ends the process too.
        let mut driver = Self {
            process,
            port: 0,
            profile,
        };
        let (found, port) = mpsc::channel();
        std::thread::spawn(move || {
            // To the end: a full pipe would block it.
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some((_, port)) = line.split_once("started successfully on port ") {
                    let _ = found.send(port.trim_end_matches('.').parse());
                }
            }
        });
        driver.port = port
            .recv_timeout(PATIENCE)
            .expect("chromedriver says when it is ready")
            .expect("a port");
        driver
    }

    /// Asks it to close Chromium and to end.
    fn shut_down(&mut self) -> std::io::Result<()> {
        let limit = Some(Duration::from_secs(10));
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        connection.set_read_timeout(limit)?;
        connection.set_write_timeout(limit)?;
        connection.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let _ = connection.read(&mut [0; 1024])?;
        let until = Instant::now() + Duration::from_secs(10);
        while self.process.try_wait()?.is_none() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// The ids of the processes that were started with this browser's profile.
    fn processes_of_the_browser(&self) -> impl Iterator<Item = String> {
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        std::fs::read_dir("/proc")
            .into_iter()
            .flatten()
            .flatten()
            .filter(move |process| {
                let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
                String::from_utf8_lossy(&line).contains(&profile)
            })
            .map(|process| process.file_name().to_string_lossy().into_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.port != 0 {
            let _ = self.shut_down();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        // After a chromedriver was killed, its Chromium would live on.
        let left: Vec<String> = self.processes_of_the_browser().collect();
        if !left.is_empty() {
            let _ = Command::new("sh")
                .args(["-c", "kill -KILL \"$@\" 2>/dev/null", "kill"])
                .args(left)
                .status();
        }
    }
}

fn capabilities(profile: &Path, kind: Kind) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-proxy-server",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let mut preferences = json!({ "intl.accept_languages": words::language() });
    if !kind.javascript {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    if kind.large_text {
        preferences["webkit.webprefs.default_font_size"] = json!(32);
    }
    let options = json!({ "args": arguments, "prefs": preferences });
    let mut capabilities = Capabilities::from_iter([("goog:chromeOptions".to_owned(), options)]);
    if kind.keeps_sources {
        capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "performance": "ALL" }));
    }
    capabilities
}

/// `POST /session/{id}/goog/cdp/execute`.
#[derive(Debug)]
struct DevTools {
    method: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        let session = session.expect("an open browser");
        base.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.method, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}

/// `POST /session/{id}/se/log`: events in the browser since the last call.
#[derive(Debug)]
struct Log;

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        let session = session.expect("an open browser");
        base.join(&format!("session/{session}/se/log"))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": "performance" }).to_string()),
        )
    }
}

/// The result of a command; a hanging one fails the test.
async fn bounded<T, E: Debug>(what: &str, command: impl Future<Output = Result<T, E>>) -> T {
    timeout(PATIENCE, command)
        .await
        .unwrap_or_else(|_| panic!("{what}: the browser does not answer"))
        .unwrap_or_else(|e| panic!("{what}: {e:?}"))
}

/// Whether the page that the element was on has been left.
fn is_gone(error: &CmdError) -> bool {
    // Chromedriver's answer in the moment between two pages.
    let between = "does not belong to the document";
    error.is_stale_element_reference()
        || error.is_no_such_element()
        || error.is_no_such_window()
        || matches!(error, CmdError::Standard(answer) if answer.message.contains(between))
}

fn button_with(text: &str) -> String {
    let said = words::said(text).whole;
    let (text, value) = (is_one_of("normalize-space()", &said), is_one_of("@value", &said));
    format!(".//button[{text}] | .//input[@type='submit' and ({value})]")
}

/// A link in a sentence, only if no link has the whole text.
fn link_with(text: &str) -> String {
    let said = words::said(text);
    let whole = format!("@href and ({})", is_one_of("normalize-space()", &said.whole));
    if said.within.is_empty() {
        return format!(".//a[{whole}]");
    }
    let within = format!("@href and ({})", is_one_of("normalize-space()", &said.within));
    format!(".//a[{whole}] | .//a[{within} and not(//a[{whole}])]")
}

fn is_one_of(what: &str, texts: &[String]) -> String {
    let texts: Vec<String> = texts
        .iter()
        .map(|text| format!("{what}={}", quoted(text)))
        .collect();
    texts.join(" or ")
}

fn field_named(name: &str) -> String {
    let name = quoted(name);
    format!(".//*[(self::input or self::select or self::textarea) and @name={name}]")
}

/// A string in `XPath`, which has no escape character.
fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "a text without quotation marks: {text}");
    format!("\"{text}\"")
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}
