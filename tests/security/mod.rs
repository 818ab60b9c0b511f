//! Attacks, on both databases. Each file is one kind of attacker: one who sends what no form sends, one who has half
//! a session, one who sends a hundred requests at once, one who reads the database.

mod access;
mod approvals;
mod bad_input;
mod between_people;
mod copied_cookies;
mod database_away;
mod elsewhere;
mod failures_elsewhere;
mod headers;
mod known_browsers;
mod late_forms;
mod links;
mod managers;
mod moved_address;
mod never_less;
mod password_links;
mod races;
pub mod raw_database;
mod secrets;
mod sent_twice;
mod sessions;
mod sign_in_bypass;
mod step_down;
mod unlocking;
mod waiting_numbers;

use crate::support::{page::Page, visitor::Visitor};

/// The session's cookie without https.
const SESSION: &str = "vestibule-session";
/// The content type of a form.
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// The headers of every answer, byte by byte. Written out, so that a change of the source is also a change here.
const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
         base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

/// The headers of all answers except static files.
fn assert_headers(page: &Page, https: bool) {
    assert_headers_of_any(page, https);
    assert_eq!(every(page, "cache-control"), ["no-store"], "{page:?}");
}

/// The headers of any answer.
fn assert_headers_of_any(page: &Page, https: bool) {
    for (name, value) in HEADERS {
        assert_eq!(every(page, name), [value], "{name} of {page:?}");
    }
    let hsts: &[&str] = if https {
        &["max-age=31536000; includeSubDomains"]
    } else {
        &[]
    };
    assert_eq!(every(page, "strict-transport-security"), hsts, "{page:?}");
    for absent in [
        "server",
        "x-powered-by",
        "access-control-allow-origin",
        "access-control-allow-credentials",
    ] {
        let mut said = every(page, absent);
        // If nginx is in front, it says so.
        said.retain(|value| !value.starts_with("nginx"));
        assert!(said.is_empty(), "{absent} of {page:?}");
    }
    if !page.html.is_empty() {
        let kind = page.header("content-type").unwrap_or_default();
        assert!(kind.ends_with("; charset=utf-8"), "{kind} of {page:?}");
    }
    for cookie in every(page, "set-cookie") {
        let attributes: Vec<&str> = cookie.split("; ").skip(1).collect();
        for needed in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(attributes.contains(&needed), "{cookie}");
        }
        assert_eq!(attributes.contains(&"Secure"), https, "{cookie}");
        assert_eq!(cookie.starts_with("__Host-vestibule-"), https, "{cookie}");
        assert!(!cookie.to_ascii_lowercase().contains("domain"), "{cookie}");
    }
}

fn every<'a>(page: &'a Page, name: &str) -> Vec<&'a str> {
    page.headers
        .get_all(name)
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect()
}

/// A page in our layout that a person can read, with all headers.
fn assert_proper(page: &Page) {
    assert_headers(page, false);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.select("h1").len(), 1, "{page:?}");
    assert_eq!(page.select("header.masthead a.brand"), ["Acme Panel"], "{page:?}");
    assert_eq!(page.select("footer.foot a")[0], "Help", "{page:?}");
    for leak in [
        "panicked",
        "vestibule::",
        "actix",
        "diesel",
        "sqlx::",
        ".rs:",
        "SELECT ",
    ] {
        assert!(!page.html.contains(leak), "{leak} in {}", page.html);
    }
}

/// The token of the forms on the page at `path`.
async fn csrf(visitor: &mut Visitor, path: &str) -> String {
    let page = visitor.open(path).await;
    page.field_value("csrf")
        .unwrap_or_else(|| panic!("no form: {page:?}"))
}

/// Fields as a form sends them.
fn encoded(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

/// Whether this visitor is signed in.
async fn is_inside(visitor: &mut Visitor) -> bool {
    let page = visitor.open("/account").await;
    match page.status {
        200 => true,
        303 => false,
        _ => panic!("{page:?}"),
    }
}
