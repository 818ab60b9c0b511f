//! Every page in every language, as a browser shows it.

use std::cell::RefCell;

use tokio::sync::Mutex;

use super::{every_page, tour};
use crate::support::{
    browser::{Browser, Kind},
    portal::TestPortal,
    words::{LANGUAGE, PSEUDO, language, left_in_english},
};

/// One walk at a time: with all of them at once, everything else on the machine times out.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// Walks past pages in a language, after the other walks. A function, not a future: the portal that it creates has
/// to know the language too.
async fn walk_in(language: &'static str, walk: impl AsyncFnOnce()) {
    let _turn = ONE_AT_A_TIME.lock().await;
    LANGUAGE.scope(language, async { walk().await }).await;
}

/// Tours every page in a language; nothing on them is left in English, nor in the e-mails.
async fn read_in(language: &'static str) {
    walk_in(language, async || {
        let portal = TestPortal::on_sqlite();
        let browser = Browser::open(&portal.url()).await;
        let wrong = RefCell::new(Vec::new());
        let look = async |name: &str| {
            let found = out_of_language(&browser).await;
            let found = found.into_iter().map(|one| format!("{name}: {one}"));
            wrong.borrow_mut().extend(found);
        };
        tour::of_every_page(&portal, &browser, look).await;
        let mut wrong = wrong.into_inner();
        wrong.extend(mails_out_of_language(&portal).await);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What e-mails say in another language than their readers' own.
pub async fn mails_out_of_language(portal: &TestPortal) -> Vec<String> {
    let mut found = Vec::new();
    for mail in portal.all_mails().await {
        let left = left_in_english(mail.text()).into_iter();
        found.extend(left.map(|one| format!("{}: {one}", mail.subject().as_str())));
    }
    found
}

/// Texts of a page in another language than its own.
pub async fn out_of_language(browser: &Browser) -> Vec<String> {
    // The page for developers is in English.
    if browser.path().await.starts_with("/styleguide") {
        return Vec::new();
    }
    let mut found: Vec<String> = left_in_english(&browser.text().await)
        .into_iter()
        .map(|sentence| format!("in English: {sentence}"))
        .collect();
    let said = browser.ask("return document.documentElement.lang").await;
    if said != language() {
        found.push(format!("it says that it is in {said}"));
    }
    found
}

#[tokio::test]
async fn every_journey_in_french() {
    read_in("fr").await;
}

#[tokio::test]
async fn every_journey_in_spanish() {
    read_in("es").await;
}

#[tokio::test]
async fn every_journey_in_finnish() {
    read_in("fi").await;
}

#[tokio::test]
async fn words_two_fifths_longer_from_right_to_left_are_accessible_and_fit_320_pixels() {
    walk_in(PSEUDO, async || {
        every_page::is_every_page_in_order(&TestPortal::on_sqlite(), false).await;
    })
    .await;
}

#[tokio::test]
async fn words_two_fifths_longer_and_letters_of_twice_the_size_fit_a_phone() {
    walk_in(PSEUDO, async || {
        every_page::fits_a_phone_in_large_letters(&TestPortal::on_sqlite()).await;
    })
    .await;
}

/// German has the longest words.
#[tokio::test]
async fn every_journey_in_german_is_accessible_and_fits_320_pixels() {
    walk_in("de", async || {
        every_page::is_every_page_in_order(&TestPortal::on_sqlite(), true).await;
    })
    .await;
}

#[tokio::test]
async fn the_longest_language_in_letters_of_twice_the_size_fits_a_phone() {
    walk_in("de", async || {
        every_page::fits_a_phone_in_large_letters(&TestPortal::on_sqlite()).await;
    })
    .await;
}

/// A choice works without scripts.
#[tokio::test]
async fn a_language_is_chosen_in_the_foot_of_a_page_without_scripts() {
    let portal = TestPortal::on_sqlite();
    crate::support::people::main_account(&portal).await;
    let phone = Kind {
        javascript: false,
        phone: true,
        ..Kind::default()
    };
    let browser = Browser::of_kind(&portal.url(), phone).await;
    browser.go("/login").await;
    assert_eq!(browser.heading().await, "Sign in");
    browser.choose("language", "fi").await;
    browser.press("Change language").await;
    assert_eq!(browser.path().await, "/login");
    assert_eq!(browser.heading().await, "Kirjaudu sisään");
}
