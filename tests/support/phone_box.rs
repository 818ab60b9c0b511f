//! `PhoneBox`: receives every SMS and call of a portal, and keeps what phones would hear.

use std::{future::ready, sync::Mutex, time::Duration};

use vestibule::delivery::{
    Attempt, Delivery, Undelivered,
    phone_message::{Content, PhoneMessage, Script},
};

/// A message that a phone received.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Its number.
    pub to: String,
    /// `sms` or `call`.
    pub kind: &'static str,
    /// The text, or the spoken words.
    pub text: String,
}

impl Heard {
    /// The six digits in it.
    pub fn code(&self) -> String {
        let digits: String = match self.kind {
            "call" => self
                .text
                .split(':')
                .nth(1)
                .unwrap()
                .split('.')
                .next()
                .unwrap()
                .replace(' ', ""),
            _ => self.text.rsplit('#').next().unwrap().trim().to_owned(),
        };
        assert!(
            digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()),
            "{self:?}"
        );
        digits
    }
}

/// All phones that a portal reaches.
#[derive(Default)]
pub struct PhoneBox {
    heard: Mutex<Vec<Heard>>,
    fails: Mutex<Option<Undelivered>>,
    slow: Mutex<Duration>,
}

impl PhoneBox {
    /// Takes the received messages out.
    pub fn empty(&self) -> Vec<Heard> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }

    /// From now on every message is refused, or accepted again.
    pub fn fail(&self, how: Option<Undelivered>) {
        *self.fails.lock().unwrap() = how;
    }

    /// From now on each message takes this long.
    pub fn take_time(&self, each: Duration) {
        *self.slow.lock().unwrap() = each;
    }
}

impl Delivery<PhoneMessage> for PhoneBox {
    fn send<'a>(&'a self, message: &'a PhoneMessage) -> Attempt<'a> {
        if let Some(undelivered) = self.fails.lock().unwrap().clone() {
            return Box::pin(ready(Err(undelivered)));
        }
        let (kind, text) = match message.content() {
            Content::Text(text) => ("sms", text.to_string()),
            Content::Call(Script::Inline { words, .. }) => ("call", words.to_string()),
            Content::Call(Script::Hook(url)) => ("call", url.clone()),
        };
        self.heard.lock().unwrap().push(Heard {
            to: message.to().as_str().to_owned(),
            kind,
            text,
        });
        let pause = *self.slow.lock().unwrap();
        Box::pin(async move {
            tokio::time::sleep(pause).await;
            Ok(())
        })
    }
}
