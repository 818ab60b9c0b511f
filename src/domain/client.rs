//! The client of a request: its address and kind of browser.

use std::{fmt, net::IpAddr};

use super::language::Language;

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client {
    /// The client's address, not a proxy's.
    pub address: IpAddr,
    /// The browser that it claims to be.
    pub browser: Browser,
    /// Its preferred language, if that is available.
    pub language: Option<Language>,
}

/// One browser, identified by a keyed digest of a cookie that only this portal sets. It identifies no person
/// and is no evidence: whatever is begun in a browser can be continued only there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserId(pub String);

/// A kind of browser and its operating system, from a short list. The header itself is not stored: its length
/// and content are up to the sender, and it identifies a person's device more closely than an activity log
/// needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Browser {
    family: &'static str,
    system: &'static str,
}

const OTHER: &str = "Another program";

/// Words of the header and their meaning, the most specific first: nearly every browser also claims to be
/// Safari.
const FAMILIES: [(&str, &str); 13] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("Wget/", "Wget"),
];

/// The same for operating systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Browser {
    /// A client that does not identify itself.
    pub const UNKNOWN: Self = Self {
        family: OTHER,
        system: "",
    };

    /// Reads a `User-Agent` header (RFC 9110, 10.1.5).
    #[must_use]
    pub fn read(header: &str) -> Self {
        let known = |words: &[(&str, &'static str)]| {
            words
                .iter()
                .find(|(word, _)| header.contains(word))
                .map(|(_, name)| *name)
        };
        Self {
            family: known(&FAMILIES).unwrap_or(OTHER),
            system: known(&SYSTEMS).unwrap_or(""),
        }
    }
}

impl Browser {
    /// Parses the output of [`fmt::Display`].
    #[must_use]
    pub fn stored(text: &str) -> Self {
        let (family, system) = text.split_once(" on ").unwrap_or((text, ""));
        let known = |words: &[(&str, &'static str)], text: &str| {
            words
                .iter()
                .find(|(_, name)| *name == text)
                .map(|(_, name)| *name)
        };
        Self {
            family: known(&FAMILIES, family).unwrap_or(OTHER),
            system: known(&SYSTEMS, system).unwrap_or(""),
        }
    }
}

impl Browser {
    /// The name of the browser; `None` if it is not on the list.
    #[must_use]
    pub fn family(self) -> Option<&'static str> {
        Some(self.family).filter(|family| *family != OTHER)
    }

    /// The name of the operating system, if known.
    #[must_use]
    pub fn system(self) -> Option<&'static str> {
        Some(self.system).filter(|system| !system.is_empty())
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.family)?;
        if !self.system.is_empty() {
            write!(f, " on {}", self.system)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_becomes_a_few_words() {
        for (header, words) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Firefox on Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                "Safari on Mac",
            ),
            ("curl/8.5.0", "curl"),
            ("", "Another program"),
            ("<script>\r\n=cmd()", "Another program"),
        ] {
            assert_eq!(Browser::read(header).to_string(), words, "{header}");
            assert_eq!(Browser::stored(words), Browser::read(header), "{header}");
        }
    }
}
