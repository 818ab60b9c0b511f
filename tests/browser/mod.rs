//! What people come to do, in a real browser: what only one can tell. That the QR code on
//! the screen can be scanned, that style sheets alone show and hide, where the focus is,
//! that nothing needs JavaScript or a wide screen.
//!
//! A browser takes its time to start, so each journey goes on as long as it tells one story.

mod account;
mod panels;
mod screenshots;
mod set_up;
mod sign_in;
mod steps;
mod tour;
mod tour_of_messages;
mod tour_of_watching;
mod without;
