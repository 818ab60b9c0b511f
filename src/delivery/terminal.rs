//! Trial mode: mail is printed on standard output, so that a newcomer can try everything
//! with nothing else installed.

use std::{
    future::ready,
    io::{self, Write as _},
};

use super::{Attempt, Delivery, Mail, Undelivered};

/// Prints each mail as one block.
pub struct Terminal;

impl Delivery for Terminal {
    fn send<'a>(&'a self, mail: &'a Mail) -> Attempt<'a> {
        let block = format!(
            "--- mail to {} ---\n{}\n{}\n---\n",
            mail.to().as_str(),
            mail.subject().as_str(),
            mail.text().trim_end(),
        );
        let mut out = io::stdout().lock();
        let printed = out.write_all(block.as_bytes()).and_then(|()| out.flush());
        Box::pin(ready(
            printed.map_err(|error| Undelivered::Away(error.to_string())),
        ))
    }
}
