//! `Mailbox`: receives every mail that a portal sends, and keeps it.

use std::{future::ready, sync::Mutex};

use vestibule::delivery::{Attempt, Delivery, Mail};

/// All mail of a portal, for any recipient.
#[derive(Default)]
pub struct Mailbox(Mutex<Vec<Mail>>);

impl Mailbox {
    /// Takes the mail out, except the notifications that the operator added an account: nearly every test begins with
    /// one.
    pub fn empty(&self) -> Vec<Mail> {
        let mut mails = self.everything();
        mails.retain(|mail| !mail.subject().as_str().ends_with("You have an account"));
        mails
    }

    /// Takes all mail out.
    pub fn everything(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

impl Delivery<Mail> for Mailbox {
    fn send<'a>(&'a self, mail: &'a Mail) -> Attempt<'a> {
        self.0.lock().unwrap().push(mail.clone());
        Box::pin(ready(Ok(())))
    }
}
