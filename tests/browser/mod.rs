//! Journeys in a real browser, for what only a browser can test: that the QR code on the screen can be scanned, that
//! style sheets alone show and hide, where the focus is, that nothing needs JavaScript or a wide screen.
//!
//! A browser takes time to start, so each journey is one long story.

/// Generates each journey for both databases and an ordinary browser, and twice more for harder conditions: with a
/// narrow window, without JavaScript and with a keyboard alone, and with letters of twice the size and a keyboard
/// alone.
macro_rules! in_every_way {
    ($(async fn $name:ident($portal:ident) $body:block)+) => {$(
        async fn $name($portal: $crate::support::portal::TestPortal) $body

        mod $name {
            use $crate::support::{browser::{EVERYBODY_HAS, Kind}, portal::TestPortal};

            #[tokio::test]
            async fn on_sqlite() {
                super::$name(TestPortal::on_sqlite()).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                super::$name(TestPortal::on_postgres()).await;
            }

            #[tokio::test]
            async fn narrow_by_keyboard_without_javascript() {
                let kind = Kind { narrow: true, keyboard: true, javascript: false, ..Kind::default() };
                EVERYBODY_HAS.scope(kind, super::$name(TestPortal::on_sqlite())).await;
            }

            #[tokio::test]
            async fn in_large_letters_by_keyboard() {
                let kind = Kind { large_text: true, keyboard: true, ..Kind::default() };
                EVERYBODY_HAS.scope(kind, super::$name(TestPortal::on_postgres())).await;
            }
        }
    )+};
}

mod account;
mod every_page;
mod languages;
mod lighthouse;
mod panels;
mod pressed_twice;
mod screenshots;
mod set_up;
mod sign_in;
mod steps;
mod tour;
mod tour_of_activity;
mod tour_of_messages;
