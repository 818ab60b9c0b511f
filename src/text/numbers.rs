//! How numbers are written: the thousands separator, and the number from which it is used.

use fluent_bundle::FluentValue;

/// The messages that define it.
pub(super) const THOUSAND: &str = "number-thousand";
pub(super) const TEN_THOUSAND: &str = "number-ten-thousand";

type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// Formats numbers like the samples of a language. Spanish, for example, writes 1000 and 10 000 (CLDR's minimum of
/// grouping digits). A formatter is a function without captured data, so there is one for each separator.
pub(super) fn like<M>(thousand: &str, ten_thousand: &str) -> Option<Formatter<M>> {
    let separator = ten_thousand.chars().find(|c| !c.is_ascii_digit())?;
    let from_four = thousand.contains(separator);
    Some(match (separator, from_four) {
        (',', true) => grouped::<',', 4, M>,
        (',', false) => grouped::<',', 5, M>,
        ('.', true) => grouped::<'.', 4, M>,
        ('.', false) => grouped::<'.', 5, M>,
        ('\u{202f}', true) => grouped::<'\u{202f}', 4, M>,
        ('\u{202f}', false) => grouped::<'\u{202f}', 5, M>,
        ('’', true) => grouped::<'’', 4, M>,
        ('’', false) => grouped::<'’', 5, M>,
        // A line must not break within a number.
        (_, true) => grouped::<'\u{a0}', 4, M>,
        (_, false) => grouped::<'\u{a0}', 5, M>,
    })
}

fn grouped<const SEPARATOR: char, const FROM: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    // Every number that we say is a whole one, and far smaller than 2^53.
    #[expect(clippy::cast_possible_truncation, reason = "it was an integer before")]
    let digits = (number.value as i64).to_string();
    let count = digits.len();
    if count < FROM || number.value < 0.0 {
        return Some(digits);
    }
    let mut text = String::with_capacity(count + 6);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (count - place).is_multiple_of(3) {
            text.push(SEPARATOR);
        }
        text.push(digit);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_kept_apart_as_the_samples_do() {
        let write = |(thousand, ten_thousand), number: i64| {
            let format = like::<()>(thousand, ten_thousand).unwrap();
            format(&FluentValue::from(number), &()).unwrap_or_else(|| number.to_string())
        };
        for (samples, number, text) in [
            (("1,000", "10,000"), 999, "999"),
            (("1,000", "10,000"), 1000, "1,000"),
            (("1,000", "10,000"), 1_234_567, "1,234,567"),
            (("1.000", "10.000"), 12_345, "12.345"),
            (("1000", "10 000"), 1000, "1000"),
            (("1000", "10 000"), 10_000, "10\u{a0}000"),
            (("1,000", "10,000"), 0, "0"),
            (("1,000", "10,000"), -12_345, "-12345"),
            (("1\u{202f}000", "10\u{202f}000"), 1000, "1\u{202f}000"),
        ] {
            assert_eq!(write(samples, number), text);
        }
        assert!(like::<()>("1000", "10000").is_none());
    }
}
