//! HTTP in, HTML out: no SQL and no rules.
//!
//! [`routes`] has the whole URL table on one screen. A handler reads guard → parse → flow → match: its signature says
//! who has access, form input is a [`submission::Submission`] that returns nothing before its CSRF token was checked,
//! and every answer is sent through [`page::Page`].

pub mod accent;
mod admission;
pub mod assets;
pub mod client;
pub mod compress;
mod cookies;
pub mod csrf;
pub mod csv;
pub mod error;
pub mod error_page;
pub mod field;
pub mod form;
pub mod forwarded;
pub mod frame;
pub mod guard;
pub mod headers;
pub mod hooks;
mod known_browser;
mod language;
pub mod language_list;
pub mod page;
pub mod pages;
mod paths;
pub mod qr;
mod refusal;
pub mod request_id;
pub mod request_log;
pub mod return_to;
pub mod routes;
pub mod session;
pub mod site;
pub mod submission;
pub mod whom;
pub mod words;
