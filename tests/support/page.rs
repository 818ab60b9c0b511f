//! An answer of the portal, read as a person without JavaScript reads it: headings, texts, links, and the forms as a
//! browser would submit them. Nothing here talks to a server; that is the visitor's part.

use reqwest::header::HeaderMap;
use scraper::{ElementRef, Html, Node, Selector};

/// One answer. It keeps text only, and parses it again for each query: a parsed document cannot cross an `await`.
#[derive(Clone)]
pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    /// The body, whatever its type.
    pub html: String,
    /// Path and query of the request.
    pub path: String,
}

/// The request that a browser would send when a button is pressed.
#[derive(Debug)]
pub(super) struct Submission {
    pub post: bool,
    /// As written in the page: relative, absolute or empty.
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// A person's input to a field.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    Text(String),
    Ticked(bool),
    Chosen(String),
}

impl Page {
    /// The text of the first `h1`; empty if there is none.
    pub fn heading(&self) -> String {
        self.select("h1").into_iter().next().unwrap_or_default()
    }

    pub fn title(&self) -> String {
        self.select("title").into_iter().next().unwrap_or_default()
    }

    /// The visible text, with one space between words.
    pub fn text(&self) -> String {
        self.select("body").join(" ")
    }

    /// The entries of the error summary.
    pub fn problems(&self) -> Vec<String> {
        self.select(".error-summary li")
    }

    pub fn has_button(&self, text: &str) -> bool {
        !buttons(self.document().root_element(), text).is_empty()
    }

    /// Where the first link with this text leads.
    pub fn link(&self, text: &str) -> Option<String> {
        let document = self.document();
        links(document.root_element(), text)
            .first()
            .and_then(|link| link.attr("href"))
            .map(str::to_owned)
    }

    /// Whether there is a field of this name that a person can fill in.
    pub fn has_field(&self, name: &str) -> bool {
        let document = self.document();
        fields_named(&document, name).any(is_fillable)
    }

    /// The value of the first field of this name, hidden ones included; a box or radio button that is not ticked has
    /// none.
    pub fn field_value(&self, name: &str) -> Option<String> {
        let document = self.document();
        fields_named(&document, name).find_map(value_of)
    }

    /// Whether a field of this name has this value, in any form of the page.
    pub fn holds(&self, name: &str, value: &str) -> bool {
        let document = self.document();
        fields_named(&document, name).any(|field| value_of(field).as_deref() == Some(value))
    }

    pub fn is_ticked(&self, name: &str) -> bool {
        let document = self.document();
        fields_named(&document, name).any(|field| is_tickable(field) && is_set(field, "checked"))
    }

    /// The texts of all elements that match.
    pub fn select(&self, css: &str) -> Vec<String> {
        let document = self.document();
        document.select(&selector(css)).map(text_of).collect()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let document = self.document();
        let found = document.select(&selector(css)).next()?;
        found.attr(name).map(str::to_owned)
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// A header that occurs several times, joined into one.
    pub fn headers_joined(&self, name: &str) -> String {
        let lines = self.headers.get_all(name).iter();
        let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
        lines.join(", ")
    }

    /// The target of a redirect.
    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// The page in a few words, for messages of failed tests.
    pub(super) fn summary(&self) -> String {
        let text = if self.html.contains('<') {
            self.text()
        } else {
            self.html.clone()
        };
        format!(
            "{} answered {} {}\n{text}",
            self.path,
            self.status,
            self.location().map_or(String::new(), |to| format!("→ {to}"))
        )
    }

    /// The form behind a button, filled in. `within` narrows the search where several
    /// buttons carry the same text.
    pub(super) fn submission(&self, within: &str, button: &str, entries: &[(String, Entry)]) -> Submission {
        let document = self.document();
        let found: Vec<ElementRef> = document
            .select(&selector(within))
            .flat_map(|scope| buttons(scope, button))
            .collect();
        let pressed = match found[..] {
            [one] => one,
            [] => panic!("no button \"{button}\" in {within}: {}", self.summary()),
            _ => panic!(
                "{} buttons \"{button}\" in {within}: say which one. {}",
                found.len(),
                self.summary()
            ),
        };
        assert!(
            !is_disabled(pressed),
            "the button \"{button}\" is disabled: {}",
            self.summary()
        );
        let form = owner(&document, pressed)
            .unwrap_or_else(|| panic!("the button \"{button}\" is in no form: {}", self.summary()));

        for (name, _) in entries {
            assert!(
                fields_named(&document, name)
                    .any(|field| owner(&document, field) == Some(form) && is_fillable(field)),
                "the form of \"{button}\" has no field \"{name}\": {}",
                self.summary()
            );
        }

        let mut fields = Vec::new();
        for field in document.select(&selector("input, select, textarea, button")) {
            let Some(name) = field.attr("name").filter(|name| !name.is_empty()) else {
                continue;
            };
            if owner(&document, field) != Some(form) || is_disabled(field) {
                continue;
            }
            let value = if is_button(field) {
                (field == pressed).then(|| field.attr("value").unwrap_or_default().to_owned())
            } else {
                let entry = entries.iter().rev().find(|(filled, _)| filled == name);
                filled_in(field, entry.map(|(_, entry)| entry))
            };
            fields.extend(value.map(|value| (name.to_owned(), with_crlf(&value))));
        }

        for (name, entry) in entries {
            if let Entry::Chosen(value) = entry {
                assert!(
                    fields.contains(&(name.clone(), value.clone())),
                    "\"{name}\" does not offer \"{value}\": {}",
                    self.summary()
                );
            }
        }

        let of_button_or_form = |on_button, on_form| {
            let own = pressed.attr(on_button);
            own.or_else(|| form.attr(on_form)).unwrap_or_default()
        };
        Submission {
            post: of_button_or_form("formmethod", "method").eq_ignore_ascii_case("post"),
            action: of_button_or_form("formaction", "action").to_owned(),
            fields,
        }
    }

    /// The target of the link with this text; several must have the same.
    pub(super) fn link_to_follow(&self, within: &str, text: &str) -> String {
        let document = self.document();
        let mut places: Vec<&str> = document
            .select(&selector(within))
            .flat_map(|scope| links(scope, text))
            .filter_map(|link| link.attr("href"))
            .collect();
        places.dedup();
        match places[..] {
            [place] => place.to_owned(),
            [] => panic!("no link \"{text}\" in {within}: {}", self.summary()),
            _ => panic!("the links \"{text}\" in {within} lead to {places:?}: say which one"),
        }
    }

    fn document(&self) -> Html {
        Html::parse_document(&self.html)
    }
}

impl Page {
    /// The value to which the answer sets a cookie.
    pub fn cookie_set(&self, name: &str) -> Option<String> {
        let mut lines = self.headers.get_all("set-cookie").iter();
        let value = lines.find_map(|line| line.to_str().ok()?.strip_prefix(name)?.strip_prefix('='))?;
        Some(value.split(';').next().unwrap_or_default().to_owned())
    }
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.summary())
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|e| panic!("\"{css}\" is no CSS selector: {e}"))
}

/// The text that a person sees.
fn text_of(element: ElementRef) -> String {
    let mut text = String::new();
    collect_text(element, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect_text(element: ElementRef, text: &mut String) {
    // The value of a field is read with `field_value`.
    const UNSEEN: [&str; 5] = ["script", "style", "template", "textarea", "select"];
    const INLINE: [&str; 14] = [
        "a", "abbr", "b", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "time",
    ];
    let name = element.value().name();
    if is_set(element, "hidden") || UNSEEN.contains(&name) {
        return;
    }
    let is_inline = INLINE.contains(&name);
    if !is_inline {
        text.push(' ');
    }
    for child in element.children() {
        if let Node::Text(words) = child.value() {
            text.push_str(words);
        } else if let Some(child) = ElementRef::wrap(child) {
            collect_text(child, text);
        }
    }
    if !is_inline {
        text.push(' ');
    }
}

fn buttons<'a>(scope: ElementRef<'a>, text: &str) -> Vec<ElementRef<'a>> {
    scope
        .select(&selector("button, input"))
        .filter(|element| is_submit(*element))
        .filter(|element| match element.value().name() {
            "button" => text_of(*element) == text,
            _ => element.attr("value") == Some(text),
        })
        .collect()
}

fn links<'a>(scope: ElementRef<'a>, text: &str) -> Vec<ElementRef<'a>> {
    scope
        .select(&selector("a[href]"))
        .filter(|link| text_of(*link) == text)
        .collect()
}

fn fields_named<'a>(document: &'a Html, name: &str) -> impl Iterator<Item = ElementRef<'a>> {
    document
        .select(&selector("input, select, textarea"))
        .filter(move |field| field.attr("name") == Some(name))
        .collect::<Vec<_>>()
        .into_iter()
}

/// The form that a field or button belongs to.
fn owner<'a>(document: &'a Html, field: ElementRef<'a>) -> Option<ElementRef<'a>> {
    if let Some(id) = field.attr("form") {
        return document
            .select(&selector("form"))
            .find(|form| form.attr("id") == Some(id));
    }
    ancestors(field).find(|element| element.value().name() == "form")
}

fn ancestors(element: ElementRef) -> impl Iterator<Item = ElementRef> {
    element.ancestors().filter_map(ElementRef::wrap)
}

fn is_set(element: ElementRef, attribute: &str) -> bool {
    element.attr(attribute).is_some()
}

fn is_disabled(field: ElementRef) -> bool {
    is_set(field, "disabled")
        || ancestors(field).any(|element| element.value().name() == "fieldset" && is_set(element, "disabled"))
}

/// Neither hidden nor disabled.
fn is_fillable(field: ElementRef) -> bool {
    kind(field) != "hidden" && !is_disabled(field) && !is_button(field)
}

fn kind(field: ElementRef) -> String {
    field.attr("type").unwrap_or_default().to_ascii_lowercase()
}

fn is_submit(element: ElementRef) -> bool {
    match element.value().name() {
        "button" => !["button", "reset"].contains(&kind(element).as_str()),
        "input" => kind(element) == "submit",
        _ => false,
    }
}

fn is_button(element: ElementRef) -> bool {
    element.value().name() == "button"
        || ["submit", "button", "reset", "image"].contains(&kind(element).as_str())
}

fn is_tickable(field: ElementRef) -> bool {
    field.value().name() == "input" && ["checkbox", "radio"].contains(&kind(field).as_str())
}

/// The value that the page itself gives to a field.
fn value_of(field: ElementRef) -> Option<String> {
    match field.value().name() {
        "select" => {
            let options: Vec<ElementRef> = field.select(&selector("option")).collect();
            let chosen = options.iter().rfind(|option| is_set(**option, "selected"));
            chosen.or(options.first()).map(|option| option_value(*option))
        }
        "textarea" => Some(field.text().collect()),
        _ if is_tickable(field) => is_set(field, "checked").then(|| ticked_value(field)),
        _ => Some(field.attr("value").unwrap_or_default().to_owned()),
    }
}

fn option_value(option: ElementRef) -> String {
    let value = option.attr("value").map(str::to_owned);
    value.unwrap_or_else(|| text_of(option))
}

fn ticked_value(field: ElementRef) -> String {
    field.attr("value").unwrap_or("on").to_owned()
}

/// The value of a field after a person's input.
fn filled_in(field: ElementRef, entry: Option<&Entry>) -> Option<String> {
    // A hidden field may accompany a box of the same name; nobody can type into it.
    if kind(field) == "hidden" {
        return value_of(field);
    }
    match entry {
        None => value_of(field),
        Some(Entry::Ticked(ticked)) => ticked.then(|| ticked_value(field)),
        Some(Entry::Chosen(value)) if kind(field) == "radio" => {
            (ticked_value(field) == *value).then(|| value.clone())
        }
        Some(Entry::Chosen(value)) => field
            .select(&selector("option"))
            .map(option_value)
            .find(|offered| offered == value),
        Some(Entry::Text(text)) => {
            assert!(!is_tickable(field), "a box is ticked, not filled with \"{text}\"");
            Some(text.clone())
        }
    }
}

/// Lines end with CRLF in a submitted form.
fn with_crlf(value: &str) -> String {
    value.replace("\r\n", "\n").replace('\n', "\r\n")
}
