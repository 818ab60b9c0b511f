//! What a call says, in the provider's markup (`TwiML`). Its words are in `locales/LANGUAGE/phone.ftl`.

use askama::Template;
use zeroize::Zeroizing;

use super::{Voice, name};
use crate::text::Text;

#[derive(Template)]
#[template(path = "messages/call_ask_for_key.xml")]
struct AskForKey<'a> {
    t: Text,
    issuer: &'a str,
    action: &'a str,
}

#[derive(Template)]
#[template(path = "messages/call_speak.xml")]
struct Speak<'a> {
    t: Text,
    /// What is said before, between and after the digits.
    parts: Vec<&'a str>,
    digits: Vec<char>,
}

#[derive(Template)]
#[template(path = "messages/call_ended.xml")]
struct Ended<'a> {
    t: Text,
    issuer: &'a str,
}

/// Stands in a sentence where the digits are to be spoken. [`name`] lets none through.
const DIGITS: &str = "\u{1}";

/// Asks to press any key first: nothing is told to a voicemail (the attack: a mailbox that
/// opens with 0000).
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn ask_for_key(voice: Voice<'_>, action: &str) -> Result<String, String> {
    let (t, issuer) = (voice.t, &name(voice.issuer));
    AskForKey { t, issuer, action }
        .render()
        .map_err(|error| error.to_string())
}

/// Says the digits one by one, wherever the message has them.
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn speak(voice: Voice<'_>, digits: &str) -> Result<Zeroizing<String>, String> {
    let t = voice.t;
    let words = t.phone_call_code(DIGITS, name(voice.issuer));
    let speak = Speak {
        t,
        // A full stop after the digits is nothing to be said.
        parts: words
            .split(DIGITS)
            .map(|part| part.trim_start_matches(['.', ',', ';']).trim())
            .collect(),
        digits: digits.chars().collect(),
    };
    speak
        .render()
        .map(Zeroizing::new)
        .map_err(|error| error.to_string())
}

/// Says that the code no longer works.
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn ended(voice: Voice<'_>) -> Result<String, String> {
    let (t, issuer) = (voice.t, &name(voice.issuer));
    Ended { t, issuer }.render().map_err(|error| error.to_string())
}

/// What [`speak`] says, to be read.
#[must_use]
pub fn words(voice: Voice<'_>, digits: &str) -> Zeroizing<String> {
    let apart: Zeroizing<String> = Zeroizing::new(digits.chars().flat_map(|digit| [digit, ' ']).collect());
    Zeroizing::new(voice.t.phone_call_code(apart.trim_end(), name(voice.issuer)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: [&str; 4] = [
        "<Hangup/>",
        "Acme & \"Söhne\" 'GmbH' ]]>",
        "\u{0}\u{1b}[31mred",
        "</Say></Response><Response><Dial>+1900</Dial>",
    ];

    /// Whether every element is closed and no text holds a bare angle bracket or ampersand.
    fn is_well_formed(xml: &str) -> bool {
        let mut open = Vec::new();
        let mut rest = xml.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        while let Some(at) = rest.find('<') {
            let text = &rest[..at];
            let bare = text.match_indices('&').any(|(at, _)| !text[at..].contains(';'));
            let Some(end) = rest[at..].find('>') else {
                return false;
            };
            if bare || text.contains('>') || text.chars().any(|c| c.is_control() && c != '\n') {
                return false;
            }
            let tag = &rest[at + 1..at + end];
            match (tag.strip_prefix('/'), tag.strip_suffix('/')) {
                (Some(name), _) if open.pop() != Some(name) => return false,
                (Some(_), _) | (None, Some(_)) => {}
                (None, None) => open.push(tag.split(' ').next().unwrap_or(tag)),
            }
            rest = &rest[at + end + 1..];
        }
        open.is_empty() && rest.trim().is_empty()
    }

    #[test]
    fn no_name_breaks_out_of_the_script() {
        assert!(!is_well_formed("<a>b & c</a>") && !is_well_formed("<a><b></a>"));
        for voice in HOSTILE.into_iter().flat_map(Voice::all) {
            for xml in [
                ask_for_key(voice, "https://account.example.com/hooks/twilio/voice/x").unwrap(),
                speak(voice, "012345").unwrap().to_string(),
                ended(voice).unwrap(),
            ] {
                assert!(is_well_formed(&xml), "{xml}");
                assert!(!xml.contains("<Dial>"), "{xml}");
            }
        }
    }

    #[test]
    fn the_first_words_hold_no_code_and_the_second_hold_it_twice() {
        let first = ask_for_key(
            Voice::english("Acme"),
            "https://account.example.com/hooks/twilio/voice/x",
        )
        .unwrap();
        assert!(
            first.contains("press any key") && first.contains("numDigits=\"1\""),
            "{first}"
        );
        for voice in Voice::all("Acme") {
            let speech = speak(voice, "907").unwrap();
            let said: String = speech
                .split(&format!("<Say language=\"{}\">", voice.t.phone_say_language()))
                .filter_map(|part| part.split("</Say>").next())
                .filter(|part| part.len() == 1)
                .collect();
            assert_eq!(said, "907907", "{}", &**speech);
            assert_eq!(words(voice, "907").matches("9 0 7").count(), 2);
        }
    }
}
