//! All tests, in one binary: each additional binary would link the whole server again.
//!
//! `support` has the people and tools; `journeys` opens the pages like a browser without JavaScript; `browser` uses a
//! real one; `properties` tests arbitrary input; `security` attacks; `store` checks the tables; `commands` runs the
//! program itself; `faults` causes failures; `instances` runs several at once; `architecture` checks the sources and
//! `documents` the documentation; `texts` checks where the words for people are.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops here"
)]

mod architecture;
mod browser;
mod commands;
mod documents;
mod faults;
mod instances;
mod journeys;
mod properties;
mod security;
mod store;
mod support;
mod texts;
mod timing;
