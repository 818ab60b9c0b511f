//! Where to return to: a path within this origin, or nothing (ASVS 3.7.2).

use actix_web::{
    HttpRequest,
    http::{Method, uri::PathAndQuery},
};
use url::Url;

use super::{field::Field, form::FormState, paths};

/// A path to return to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnTo(Option<String>);

const LONGEST: usize = 512;

impl ReturnTo {
    /// Reads the value of a query or a form. A value that a browser could take for another host becomes nothing (the
    /// attack: a link to our sign-in that ends on another site).
    #[must_use]
    pub fn read(text: &str) -> Self {
        let path_only = text.starts_with('/') && !text.starts_with("//");
        let unfit = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
        if !path_only || text.len() > LONGEST || text.chars().any(unfit) {
            return Self(None);
        }
        // Resolved as a browser does, against a host that does not exist.
        let here = Url::parse("http://here.invalid/").and_then(|base| base.join(text));
        match here {
            Ok(url) if url.origin().ascii_serialization() == "http://here.invalid" => {
                let path = match url.query() {
                    Some(query) => format!("{}?{query}", url.path()),
                    None => url.path().to_owned(),
                };
                // Encoded it can be three times as long, and the form would refuse it.
                Self((!path.starts_with("//") && path.len() <= LONGEST).then_some(path))
            }
            _ => Self(None),
        }
    }

    /// The page that a request belongs to. A POST to a button's own path belongs to the page with the button.
    #[must_use]
    pub fn page_of(request: &HttpRequest) -> Self {
        let Some(pattern) = request.match_pattern() else {
            return Self::read(request.path());
        };
        match paths::page_of(&pattern) {
            None => Self(None),
            Some(page) if page == pattern => Self::read(request.path()),
            Some(page) => {
                let id = request.match_info().get("id").unwrap_or_default();
                Self::read(&paths::filled(page, id))
            }
        }
    }

    /// Reads the value of `return_to` in a query.
    #[must_use]
    pub fn of_query(query: &str) -> Self {
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(name, _)| name == "return_to")
            .map_or_else(Self::default, |(_, value)| Self::read(&value))
    }

    /// Reads the hidden field of a form.
    #[must_use]
    pub fn of_form(form: &FormState) -> Self {
        Self::read(form.typed(Field::RETURN_TO))
    }

    /// The path, or `default`.
    #[must_use]
    pub fn or(&self, default: &str) -> String {
        self.0.as_deref().unwrap_or(default).to_owned()
    }

    /// For the hidden field; empty if there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// `path`, with this in its query.
    #[must_use]
    pub fn carried_by(&self, path: &str) -> String {
        match &self.0 {
            None => path.to_owned(),
            Some(to) => {
                let query: String = url::form_urlencoded::Serializer::new(String::new())
                    .append_pair("return_to", to)
                    .finish();
                format!("{path}?{query}")
            }
        }
    }
}

/// The page that a request belongs to, with its query, for the hidden field of a form. It is only text until the form
/// comes back and [`ReturnTo::read`] has checked it. Empty if there is no page to return to.
#[must_use]
pub fn here(request: &HttpRequest) -> String {
    if request.method() == Method::GET {
        let whole = request.uri().path_and_query().map(PathAndQuery::as_str);
        let fits = |path: &&str| path.len() <= LONGEST;
        let here = whole.filter(fits).or(Some(request.path()).filter(fits));
        return here.unwrap_or_default().to_owned();
    }
    ReturnTo::page_of(request).text().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_our_own_is_kept() {
        for (text, path) in [
            ("/account", "/account"),
            ("/account/security?x=1&y=%2F", "/account/security?x=1&y=%2F"),
            ("/a/../b", "/b"),
            ("/account#part", "/account"),
        ] {
            assert_eq!(ReturnTo::read(text).text(), path);
        }
    }

    #[test]
    fn everything_that_could_lead_elsewhere_is_dropped() {
        for text in [
            "",
            "account",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "http://evil.example",
            "https:/evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            " /account",
            "/a b",
            "/%0d%0a\r\n",
            "/..//evil.example",
            "/.//evil.example",
            "/x/..//evil.example",
            "@evil.example",
            "/\u{0}",
        ] {
            assert_eq!(ReturnTo::read(text), ReturnTo(None), "{text:?}");
        }
        for long in ["a".repeat(600), "ä".repeat(200)] {
            assert_eq!(ReturnTo::read(&format!("/{long}")), ReturnTo(None), "{long}");
        }
    }

    #[test]
    fn it_is_carried_on_encoded() {
        let to = ReturnTo::read("/account?a=b&c=d");
        assert_eq!(
            to.carried_by("/login"),
            "/login?return_to=%2Faccount%3Fa%3Db%26c%3Dd"
        );
        assert_eq!(ReturnTo(None).carried_by("/login"), "/login");
    }
}
