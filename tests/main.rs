//! All tests, in one binary: each binary would link the whole server again.
//!
//! `support` is who and what takes part; `journeys` walks the pages as a browser without
//! JavaScript does; `browser` does it in a real one; `properties` tries whatever is typed;
//! `security` attacks; `store` looks at the tables; `commands` uses the program itself;
//! `faults` takes the ground away; `instances` runs several at once; `architecture` reads the sources
//! and `documents` what is written of them; `texts` looks where the words for people stand.

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
