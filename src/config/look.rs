//! The operator's accent colour and logo.

use std::{fs::File, io::Read as _};

use clap::Args;

use super::{Fault, Faults};

/// The maximum size of the logo in bytes: each visitor downloads it once.
pub const LARGEST_LOGO: usize = 64 * 1024;

/// Accent colour and logo.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Web")]
pub struct LookArgs {
    /// Colour of links and buttons; adjusted to a text contrast of 7:1
    #[arg(long, env = "VESTIBULE_ACCENT", value_name = "#RRGGBB")]
    accent: Option<String>,
    /// Logo and favicon: SVG or PNG file of at most 64 KiB
    #[arg(long, env = "VESTIBULE_LOGO", value_name = "FILE")]
    logo: Option<String>,
}

/// Settings of accent colour and logo.
#[derive(Debug, Default)]
pub struct LookSettings {
    /// Red, green and blue.
    pub accent: Option<[u8; 3]>,
    /// The logo.
    pub logo: Option<Logo>,
}

/// A logo.
#[derive(Debug)]
pub struct Logo {
    /// Its media type: SVG or PNG.
    pub media_type: &'static str,
    /// The content of the file.
    pub content: Vec<u8>,
}

impl LookArgs {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<LookSettings> {
        let accent = faults.keep(self.accent.as_deref().map(accent).transpose());
        let logo = faults.keep(self.logo.as_deref().map(logo).transpose());
        Some(LookSettings {
            accent: accent?,
            logo: logo?,
        })
    }
}

fn accent(text: &str) -> Result<[u8; 3], Fault> {
    let digits = text.trim().strip_prefix('#').unwrap_or(text.trim());
    let fits = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    match u32::from_str_radix(digits, 16) {
        Ok(number) if fits => {
            let [_, red, green, blue] = number.to_be_bytes();
            Ok([red, green, blue])
        }
        _ => Err(Fault::new(
            "VESTIBULE_ACCENT",
            "is not a colour in the form #0b4a63",
        )),
    }
}

fn logo(path: &str) -> Result<Logo, Fault> {
    let fault = |sentence: String| Fault::new("VESTIBULE_LOGO", sentence);
    let mut content = Vec::new();
    let limit = LARGEST_LOGO as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut content))
        .map_err(|error| fault(format!("is {path:?}, which cannot be read: {error}")))?;
    if content.len() > LARGEST_LOGO {
        return Err(fault(format!("is {path:?}, which is larger than 64 KiB")));
    }
    let media_type =
        media_type(&content).ok_or_else(|| fault(format!("is {path:?}, which is neither SVG nor PNG")))?;
    Ok(Logo { media_type, content })
}

/// Detected from the content, not the file name; browsers do not sniff it (`nosniff`).
fn media_type(content: &[u8]) -> Option<&'static str> {
    if content.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    let text = str::from_utf8(content).ok()?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    (text.starts_with('<') && text.contains("<svg")).then_some("image/svg+xml; charset=utf-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_is_six_hexadecimal_digits() {
        assert_eq!(accent("#0b4a63").unwrap(), [0x0b, 0x4a, 0x63]);
        assert_eq!(accent(" FF8000 ").unwrap(), [255, 128, 0]);
        for bad in [
            "", "#", "red", "#12345", "#1234567", "#12345g", "+12345", "#é1234",
        ] {
            assert!(accent(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_logo_is_known_by_what_is_in_it() {
        assert_eq!(media_type(b"\x89PNG\r\n\x1a\n..."), Some("image/png"));
        assert_eq!(
            media_type(b"<svg xmlns=\"\"/>"),
            Some("image/svg+xml; charset=utf-8")
        );
        assert_eq!(
            media_type(b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<svg/>"),
            Some("image/svg+xml; charset=utf-8")
        );
        for other in [&b""[..], b"GIF89a", b"<html></html>", b"svg", b"\xff<svg>"] {
            assert_eq!(media_type(other), None);
        }
    }

    #[test]
    fn a_logo_that_cannot_be_used_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        assert!(
            logo(&path("missing"))
                .unwrap_err()
                .sentence
                .contains("cannot be read")
        );
        std::fs::write(path("large"), vec![b'<'; LARGEST_LOGO + 1]).unwrap();
        assert!(logo(&path("large")).unwrap_err().sentence.contains("64 KiB"));
        std::fs::write(path("text"), "hello").unwrap();
        assert!(logo(&path("text")).unwrap_err().sentence.contains("neither"));
        std::fs::write(path("mark"), "<svg/>").unwrap();
        assert_eq!(logo(&path("mark")).unwrap().content, b"<svg/>");
    }
}
