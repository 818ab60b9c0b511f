//! Trial mode: messages are printed on standard output, so that everything can be tried without a mail server
//! or SMS provider.

use std::{
    future::ready,
    io::{self, Write as _},
};

use super::{
    Attempt, Delivery, Mail, Undelivered,
    phone_message::{Content, PhoneMessage, Script},
};

/// Prints each message as one block.
pub struct Terminal;

impl Delivery<Mail> for Terminal {
    fn send<'a>(&'a self, mail: &'a Mail) -> Attempt<'a> {
        let text = format!("{}\n{}", mail.subject().as_str(), mail.text().trim_end());
        print("mail", mail.to().as_str(), &text)
    }
}

impl Delivery<PhoneMessage> for Terminal {
    fn send<'a>(&'a self, message: &'a PhoneMessage) -> Attempt<'a> {
        let (kind, text) = match message.content() {
            Content::Text(text) => ("sms", text.as_str()),
            Content::Call(Script::Inline { words, .. }) => ("call", words.as_str()),
            Content::Call(Script::Hook(url)) => ("call", url.as_str()),
        };
        print(kind, message.to().as_str(), text.trim_end())
    }
}

fn print<'a>(kind: &str, to: &str, text: &str) -> Attempt<'a> {
    let block = format!("--- {kind} to {to} ---\n{text}\n---\n");
    let mut out = io::stdout().lock();
    let printed = out.write_all(block.as_bytes()).and_then(|()| out.flush());
    Box::pin(ready(
        printed.map_err(|error| Undelivered::Away(error.to_string())),
    ))
}
