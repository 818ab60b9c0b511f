//! Authenticators, one file each. Each generates, verifies and refuses its own kind, and knows neither how it
//! is stored nor which page asked.

mod breached;
pub mod enrolled;
pub mod method;
pub mod out_of_band;
pub mod password;
pub mod recovery_code;
pub mod set_up_code;
pub mod totp;

use zeroize::Zeroizing;

use crate::domain::typed;

/// Whether a character only separates the digits of a typed code.
fn parts_digits(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether nothing was typed.
fn is_blank(typed: &str) -> bool {
    typed::visible(typed).all(parts_digits)
}

/// Normalizes a typed base32 code: case, spaces and dashes are ignored, and digits that look like letters,
/// which base32 does not have, are corrected.
fn base32_typed(typed: &str) -> Zeroizing<String> {
    let letters = typed::plain(typed).filter(|c| !parts_digits(*c));
    let letters = letters.map(|c| match c.to_ascii_uppercase() {
        '0' => 'O',
        '1' => 'I',
        '8' => 'B',
        other => other,
    });
    Zeroizing::new(letters.collect())
}

/// Whether a code is in base32.
fn is_base32(code: &str) -> bool {
    code.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'))
}

/// A code in groups of four, for reading.
fn in_groups(code: &str) -> Zeroizing<String> {
    let groups: Vec<&str> = (0..code.len())
        .step_by(4)
        .filter_map(|start| code.get(start..(start + 4).min(code.len())))
        .collect();
    Zeroizing::new(groups.join("-"))
}

/// The six digits of a typed code; spaces and dashes are ignored.
fn six_digits(typed: &str) -> Option<Zeroizing<String>> {
    let digits: Zeroizing<String> =
        Zeroizing::new(typed::plain(typed).filter(|c| !parts_digits(*c)).collect());
    let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(digits)
}
