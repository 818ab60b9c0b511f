//! Normalization of typed or pasted text. Messengers, spreadsheets and web pages add invisible characters to
//! copied numbers and addresses, and keyboards write digits in many scripts; neither changes the meaning.

use unicode_normalization::UnicodeNormalization as _;

/// The visible characters. The others are those that Unicode lets a program ignore (16, property
/// `Default_Ignorable_Code_Point`): direction marks, zero-width spaces, soft hyphens, byte order marks,
/// fillers; and the blank Braille pattern and annotation marks.
pub fn visible(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars().filter(|c| !is_dropped(*c))
}

const fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The characters of a code or a number: visible characters only, with wide forms as ordinary ones and the
/// digits of every script as ASCII.
pub fn plain(text: &str) -> impl Iterator<Item = char> {
    visible(text).nfkc().map(ascii_digit)
}

/// The zeros of the scripts that have decimal digits (Unicode 16, general category `Nd`). The nine other digits
/// follow each zero. Wide and mathematical digits become ordinary ones in normal form KC.
const ZEROS: [char; 63] = [
    '\u{0660}',
    '\u{06F0}',
    '\u{07C0}',
    '\u{0966}',
    '\u{09E6}',
    '\u{0A66}',
    '\u{0AE6}',
    '\u{0B66}',
    '\u{0BE6}',
    '\u{0C66}',
    '\u{0CE6}',
    '\u{0D66}',
    '\u{0DE6}',
    '\u{0E50}',
    '\u{0ED0}',
    '\u{0F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{104A0}',
    '\u{10D30}',
    '\u{10D40}',
    '\u{11066}',
    '\u{110F0}',
    '\u{11136}',
    '\u{111D0}',
    '\u{112F0}',
    '\u{11450}',
    '\u{114D0}',
    '\u{11650}',
    '\u{116C0}',
    '\u{116D0}',
    '\u{116DA}',
    '\u{11730}',
    '\u{118E0}',
    '\u{11950}',
    '\u{11BF0}',
    '\u{11C50}',
    '\u{11D50}',
    '\u{11DA0}',
    '\u{11F50}',
    '\u{16130}',
    '\u{16A60}',
    '\u{16AC0}',
    '\u{16B50}',
    '\u{16D70}',
    '\u{1E140}',
];

fn ascii_digit(c: char) -> char {
    if c.is_ascii() || !c.is_numeric() {
        return c;
    }
    let value = ZEROS
        .iter()
        .map(|zero| u32::from(c).wrapping_sub(u32::from(*zero)))
        .find(|value| *value < 10);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plainly(text: &str) -> String {
        plain(text).collect()
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        let pasted = "\u{FEFF}\u{202A}+358\u{00AD} 40\u{200B} 123\u{2060}4567\u{202C}\u{200F}";
        assert_eq!(visible(pasted).collect::<String>(), "+358 40 1234567");
        assert_eq!(visible("käyttäjä é 李").collect::<String>(), "käyttäjä é 李");
    }

    #[test]
    fn digits_of_every_script_are_ours() {
        for digits in [
            "1234567890",
            "١٢٣٤٥٦٧٨٩٠",
            "۱۲۳۴۵۶۷۸۹۰",
            "१२३४५६७८९०",
            "১২৩৪৫৬৭৮৯০",
            "１２３４５６７８９０",
            "๑๒๓๔๕๖๗๘๙๐",
            "\u{1D7CF}\u{1D7D0}\u{1D7D1}\u{1D7D2}\u{1D7D3}\u{1D7D4}\u{1D7D5}\u{1D7D6}\u{1D7D7}\u{1D7CE}",
        ] {
            assert_eq!(plainly(digits), "1234567890", "{digits}");
        }
        assert_eq!(plainly("＋３５８（40）"), "+358(40)");
    }

    #[test]
    fn each_zero_is_a_number_and_stands_alone() {
        for zero in ZEROS {
            assert!(zero.is_numeric(), "{zero:?}");
            let before = char::from_u32(u32::from(zero) - 1);
            assert_eq!(plainly(&zero.to_string()), "0");
            // The digit before is another script's nine, or none.
            let before = before.map(|before| plainly(&before.to_string()));
            assert!(
                before.is_none_or(|before| before.is_empty()
                    || before == "9"
                    || !before.bytes().all(|b| b.is_ascii_digit())),
                "{zero:?}"
            );
        }
    }

    #[test]
    fn numbers_that_are_no_digits_stay_what_they_are() {
        for other in ["六", "a", "𐏑", "൰"] {
            assert_eq!(plainly(other), other);
        }
    }
}
