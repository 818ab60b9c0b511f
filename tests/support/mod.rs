//! What the tests are made of: the people and their devices, and the servers. Each file is one thing that a user or
//! an operator has; the tests themselves are elsewhere.

#![expect(dead_code, reason = "a vocabulary: tests take from it what they need")]

pub mod browser;
pub mod mailbox;
pub mod nginx;
pub mod page;
pub mod page_validators;
pub mod people;
pub mod phone;
pub mod phone_box;
pub mod phone_provider;
pub mod pooler;
pub mod portal;
pub mod postgres;
pub mod program;
pub mod real_mail_server;
pub mod routes;
pub mod smtp_server;
pub mod visitor;
pub mod words;
