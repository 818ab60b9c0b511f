//! What goes to a phone: a text, or a call that speaks.

use std::fmt;

use zeroize::Zeroizing;

use super::{Voice, browser_line, name, twiml};
use crate::domain::phone_number::{PhoneNumber, SendableNumber};

/// A text or a call to one number. Its words are in `locales/LANGUAGE/phone.ftl`.
#[derive(Clone)]
pub struct PhoneMessage {
    to: PhoneNumber,
    content: Content,
    status_url: Option<String>,
}

/// What a message is.
#[derive(Clone)]
pub enum Content {
    /// A text.
    Text(Zeroizing<String>),
    /// A call, with the script that it follows.
    Call(Script),
}

/// What a call follows.
#[derive(Clone)]
pub enum Script {
    /// The whole script, and the words in it.
    Inline {
        /// In the provider's language.
        twiml: Zeroizing<String>,
        /// The same to be read.
        words: Zeroizing<String>,
    },
    /// The provider asks for it here once the call is answered.
    Hook(String),
}

/// How a call comes to its words.
pub enum Spoken {
    /// They go along: nobody outside could reach a hook.
    Inline,
    /// The provider asks for them at this address.
    Hook(String),
}

impl PhoneMessage {
    /// A code as a text, in the words of its recipient; its last line is for browsers.
    #[must_use]
    pub fn code_by_sms(
        voice: Voice<'_>,
        to: SendableNumber,
        digits: &str,
        origin: &str,
        status_url: Option<String>,
    ) -> Self {
        let words = Zeroizing::new(voice.t.phone_sms_code(digits, name(voice.issuer)));
        let text = format!("{}\n\n{}", *words, browser_line(origin, digits));
        Self {
            to: to.into_number(),
            content: Content::Text(Zeroizing::new(text)),
            status_url,
        }
    }

    /// A code as a call, in the words of its recipient.
    ///
    /// # Errors
    /// When the template fails, which is a fault of ours.
    pub fn code_by_call(
        voice: Voice<'_>,
        to: SendableNumber,
        digits: &str,
        spoken: Spoken,
        status_url: Option<String>,
    ) -> Result<Self, String> {
        let script = match spoken {
            Spoken::Hook(url) => Script::Hook(url),
            Spoken::Inline => Script::Inline {
                twiml: twiml::speak(voice, digits)?,
                words: twiml::words(voice, digits),
            },
        };
        Ok(Self {
            to: to.into_number(),
            content: Content::Call(script),
            status_url,
        })
    }

    /// That the number is no longer an account's, to the number itself, in its owner's words.
    #[must_use]
    pub fn number_changed(voice: Voice<'_>, to: SendableNumber, origin: &str) -> Self {
        let text = voice.t.phone_sms_number_changed(name(voice.issuer), origin);
        Self {
            to: to.into_number(),
            content: Content::Text(Zeroizing::new(text)),
            status_url: None,
        }
    }

    /// Where it goes.
    #[must_use]
    pub const fn to(&self) -> &PhoneNumber {
        &self.to
    }

    /// What it is.
    #[must_use]
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// Where the provider says what became of it.
    #[must_use]
    pub fn status_url(&self) -> Option<&str> {
        self.status_url.as_deref()
    }
}

/// Without number and words, so that no log holds a code.
impl fmt::Debug for PhoneMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneMessage").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::phone_number::CountryPrefixes;

    fn number() -> SendableNumber {
        let number = PhoneNumber::parse("+358401234567").unwrap();
        CountryPrefixes::Everywhere.allow(number).unwrap()
    }

    #[test]
    fn a_text_ends_with_the_line_that_browsers_fill_in() {
        let origin = "https://account.example.com:8443";
        let message =
            PhoneMessage::code_by_sms(Voice::english("Acme\r\nPanel"), number(), "012345", origin, None);
        let Content::Text(text) = message.content() else {
            panic!("a text")
        };
        assert_eq!(text.lines().last(), Some("@account.example.com:8443 #012345"));
        assert!(text.starts_with("AcmePanel: your code is 012345."), "{}", &**text);
        assert!(text.chars().count() <= 320, "two texts at most");
        let name = "x".repeat(5000);
        let long = PhoneMessage::code_by_sms(Voice::english(&name), number(), "012345", origin, None);
        let Content::Text(text) = long.content() else {
            panic!("a text")
        };
        assert!(text.chars().count() <= 320);
        assert!(!format!("{message:?}").contains("012345"));
    }

    /// The letters of an SMS of 160 (3GPP TS 23.038, 6.2.1); a text with any other is cut at 70.
    const GSM: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n";

    #[test]
    fn a_code_is_one_text_in_every_language() {
        let origin = "https://account.example.com";
        for voice in Voice::all("Acme Panel") {
            let code = PhoneMessage::code_by_sms(voice, number(), "012345", origin, None);
            let changed = PhoneMessage::number_changed(voice, number(), origin);
            for message in [code, changed] {
                let Content::Text(text) = message.content() else {
                    panic!("a text")
                };
                assert!(text.trim_end().chars().count() <= 160, "{}", &**text);
                let odd: String = text
                    .chars()
                    .filter(|c| !c.is_ascii_alphanumeric() && !GSM.contains(*c))
                    .collect();
                assert_eq!(odd, "", "{}", &**text);
            }
        }
    }

    #[test]
    fn a_call_with_a_hook_carries_no_code() {
        let hook = Spoken::Hook("https://account.example.com/hooks/twilio/voice/x".to_owned());
        let call =
            PhoneMessage::code_by_call(Voice::english("Acme"), number(), "012345", hook, None).unwrap();
        assert!(matches!(call.content(), Content::Call(Script::Hook(url)) if !url.contains("012345")));
    }
}
