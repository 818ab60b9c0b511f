//! What a call says, in the provider's markup (`TwiML`).

use askama::Template;
use zeroize::Zeroizing;

use super::name;

#[derive(Template)]
#[template(path = "messages/call_ask_for_key.xml")]
struct AskForKey<'a> {
    issuer: &'a str,
    action: &'a str,
}

#[derive(Template)]
#[template(path = "messages/call_speak.xml")]
struct Speak<'a> {
    issuer: &'a str,
    digits: Vec<char>,
}

#[derive(Template)]
#[template(path = "messages/call_over.xml")]
struct Over<'a> {
    issuer: &'a str,
}

/// Asks to press any key first: nothing is told to a voicemail (the attack: a mailbox that
/// opens with 0000).
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn ask_for_key(action: &str, issuer: &str) -> Result<String, String> {
    let issuer = &name(issuer);
    AskForKey { issuer, action }
        .render()
        .map_err(|error| error.to_string())
}

/// Says the digits one by one, twice.
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn speak(digits: &str, issuer: &str) -> Result<Zeroizing<String>, String> {
    let speak = Speak {
        issuer: &name(issuer),
        digits: digits.chars().collect(),
    };
    speak
        .render()
        .map(Zeroizing::new)
        .map_err(|error| error.to_string())
}

/// Says that the code is no longer there.
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn over(issuer: &str) -> Result<String, String> {
    let issuer = &name(issuer);
    Over { issuer }.render().map_err(|error| error.to_string())
}

/// What [`speak`] says, to be read.
#[must_use]
pub fn words(digits: &str, issuer: &str) -> Zeroizing<String> {
    let apart: Zeroizing<String> = Zeroizing::new(digits.chars().flat_map(|digit| [digit, ' ']).collect());
    let apart = apart.trim_end();
    let issuer = name(issuer);
    Zeroizing::new(format!(
        "This is {issuer}. Your code is: {apart}. Once more: {apart}. Nobody from {issuer} will ask you for it."
    ))
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
        for issuer in HOSTILE {
            for xml in [
                ask_for_key("https://account.example.com/hooks/twilio/voice/x", issuer).unwrap(),
                speak("012345", issuer).unwrap().to_string(),
                over(issuer).unwrap(),
            ] {
                assert!(is_well_formed(&xml), "{xml}");
                assert!(!xml.contains("<Dial>"), "{xml}");
            }
        }
    }

    #[test]
    fn the_first_words_hold_no_code_and_the_second_hold_it_twice() {
        let first = ask_for_key("https://account.example.com/hooks/twilio/voice/x", "Acme").unwrap();
        assert!(
            first.contains("press any key") && first.contains("numDigits=\"1\""),
            "{first}"
        );
        let speech = speak("907", "Acme").unwrap();
        let said: String = speech
            .split("<Say>")
            .filter_map(|part| part.split("</Say>").next())
            .filter(|part| part.len() == 1)
            .collect();
        assert_eq!(said, "907907");
        assert_eq!(words("907", "Acme").matches("9 0 7").count(), 2);
    }
}
