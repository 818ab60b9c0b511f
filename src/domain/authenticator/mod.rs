//! What a person proves with. One file each; each knows how to make, check and refuse its
//! own kind, and none knows where it is stored or which page asked.

mod breached;
pub mod out_of_band;
pub mod password;
pub mod recovery_code;
pub mod totp;

use zeroize::Zeroizing;

/// Whether a character only parts the digits of a typed code.
fn parts_digits(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether nothing was typed.
fn is_blank(typed: &str) -> bool {
    typed.chars().all(parts_digits)
}

/// The six digits of a typed code; spaces and dashes are forgiven.
fn six_digits(typed: &str) -> Option<Zeroizing<String>> {
    let digits: Zeroizing<String> = Zeroizing::new(typed.chars().filter(|c| !parts_digits(*c)).collect());
    let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(digits)
}
