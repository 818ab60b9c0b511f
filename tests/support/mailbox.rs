//! `Mailbox`: takes every mail that a house sends, and keeps it.

use std::{future::ready, sync::Mutex};

use vestibule::delivery::{Attempt, Delivery, Mail};

/// All mail of a house, whoever it is for.
#[derive(Default)]
pub struct Mailbox(Mutex<Vec<Mail>>);

impl Mailbox {
    /// Takes the mail out.
    pub fn empty(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

impl Delivery<Mail> for Mailbox {
    fn send<'a>(&'a self, mail: &'a Mail) -> Attempt<'a> {
        self.0.lock().unwrap().push(mail.clone());
        Box::pin(ready(Ok(())))
    }
}
