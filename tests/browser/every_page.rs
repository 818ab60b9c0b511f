//! Requirements for every page in every state: it is accessible in light and in dark, its HTML is valid, and it fits
//! a narrow window and large letters.

use std::{cell::RefCell, collections::BTreeSet};

use serde_json::Value;

use super::{
    languages::{mails_out_of_language, out_of_language},
    steps, tour,
};
use crate::support::{
    browser::{Browser, Kind},
    page_validators::{Axe, invalid_html},
    people,
    portal::TestPortal,
    routes::route_of,
    words,
};

/// The access matrix; its rows are the routes of the portal.
const ROUTES: &str = include_str!("../security/access_matrix.txt");

/// Routes that have no page of their own in a browser.
const NO_PAGE: [&str; 9] = [
    "/",
    "/.well-known/change-password",
    "/account/activity.csv",
    "/account/security/recovery-codes/download",
    "/healthz",
    "/readyz",
    "/subaccounts.csv",
    "/subaccounts/activity.csv",
    "/subaccounts/{id}/activity.csv",
];

#[tokio::test]
async fn in_light_every_page_is_accessible_and_valid_and_fits_a_window_of_320_pixels() {
    is_every_page_in_order(&TestPortal::on_sqlite(), false).await;
}

#[tokio::test]
async fn in_dark_every_page_is_accessible_and_fits_a_window_of_320_pixels() {
    is_every_page_in_order(&TestPortal::on_postgres(), true).await;
}

#[tokio::test]
async fn with_letters_of_twice_the_size_no_page_is_wider_than_a_phone() {
    fits_a_phone_in_large_letters(&TestPortal::on_sqlite()).await;
}

/// In a new portal.
pub async fn fits_a_phone_in_large_letters(portal: &TestPortal) {
    let large = Kind {
        large_text: true,
        phone: true,
        ..Kind::default()
    };
    let browser = Browser::of_kind(&portal.url(), large).await;
    let wrong = RefCell::new(Vec::new());
    let inspect = async |name: &str| {
        let size = "return getComputedStyle(document.documentElement).fontSize";
        assert_eq!(browser.ask(size).await, "32px");
        let found = too_wide(&browser).await;
        wrong
            .borrow_mut()
            .extend(found.into_iter().map(|one| format!("{name}: {one}")));
    };
    tour::of_every_page(portal, &browser, inspect).await;
    let wrong = wrong.into_inner();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Checks the pages of a tour. The HTML checker's result is the same in the dark, so it runs in the light.
struct Inspector {
    browser: Browser,
    dark: bool,
    axe: Axe,
    sources: tempfile::TempDir,
    seen: RefCell<BTreeSet<String>>,
    wrong: RefCell<Vec<String>>,
}

impl Inspector {
    async fn of(portal: &TestPortal, dark: bool) -> Self {
        let kind = Kind {
            dark,
            keeps_sources: !dark,
            ..Kind::default()
        };
        Self {
            browser: Browser::of_kind(&portal.url(), kind).await,
            dark,
            axe: Axe::new(),
            sources: tempfile::tempdir().unwrap(),
            seen: RefCell::default(),
            wrong: RefCell::default(),
        }
    }

    async fn look(&self, name: &str) {
        let browser = &self.browser;
        let path = browser.path().await;
        self.seen.borrow_mut().insert(route_of(&path));
        if !self.dark {
            let source = browser.source().await;
            std::fs::write(self.sources.path().join(format!("{name}.html")), source).unwrap();
        }
        let mut found = out_of_form(browser).await;
        found.extend(self.axe.violations(browser).await);
        found.extend(out_of_language(browser).await);
        browser.narrow(true).await;
        found.extend(too_wide(browser).await);
        browser.narrow(false).await;
        self.wrong
            .borrow_mut()
            .extend(found.into_iter().map(|one| format!("{name}: {one}")));
    }

    /// Fails if errors were found; returns the routes that were seen.
    fn verdict(self) -> BTreeSet<String> {
        let mut wrong = self.wrong.into_inner();
        if !self.dark {
            wrong.extend(invalid_html(self.sources.path()));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        self.seen.into_inner()
    }
}

/// In a new portal, in the language of the test.
pub async fn is_every_page_in_order(portal: &TestPortal, dark: bool) {
    let inspector = Inspector::of(portal, dark).await;
    let look = async |name: &str| inspector.look(name).await;
    tour::of_every_page(portal, &inspector.browser, look).await;
    let mails = mails_out_of_language(portal).await;
    assert!(mails.is_empty(), "{}", mails.join("\n"));
    let seen = inspector.verdict();
    let missed: Vec<_> = pages()
        .into_iter()
        .filter(|page| page != SET_UP_CODE && !seen.contains(page))
        .collect();
    assert!(missed.is_empty(), "the walk does not come past {missed:?}");
}

/// The page that is shown only if nothing can be sent.
const SET_UP_CODE: &str = "/login/setup-code";

#[tokio::test]
async fn where_nothing_can_be_sent_the_pages_of_a_reset_are_in_order() {
    let portal = TestPortal::on_sqlite();
    let (alice, _) = people::main_account_with_totp(&portal).await;
    let bob = people::required_subaccount(&portal, &people::called("Bob")).await;
    let portal = portal.cut_off().await;
    let inspector = Inspector::of(&portal, false).await;
    let (browser, look) = (&inspector.browser, async |name: &str| inspector.look(name).await);
    steps::sign_in(&portal, browser, &alice).await;
    browser.go(&steps::search_for("Bob")).await;
    browser.click_in("tbody", "Change").await;
    portal.wait(30);
    let reset = "form[action$='/reset']";
    browser.fill_in(reset, "reason", "lost phone").await;
    browser.fill_in(reset, "password", &alice.password).await;
    browser.fill_in(reset, "code", &alice.code(&portal)).await;
    browser.press("Reset two-factor authentication").await;
    look("user-set-up-code").await;
    steps::sign_out(browser).await;

    steps::give_password(browser, &bob).await;
    look("set-up-code").await;
    browser.fill("code", "1234").await;
    browser.press("Continue").await;
    look("set-up-code-refused").await;
    assert!(inspector.verdict().contains(SET_UP_CODE));
}

#[tokio::test]
async fn the_page_of_what_cannot_be_sent_just_now_is_in_order() {
    let portal = TestPortal::on_sqlite();
    people::main_account_with_totp(&portal).await;
    let bob = people::required_subaccount_with_number(&portal, &people::called("Bob")).await;
    let portal = portal.with_phones(false).await;
    let inspector = Inspector::of(&portal, false).await;
    steps::give_password(&inspector.browser, &bob).await;
    assert_eq!(
        inspector.browser.heading().await,
        "You cannot sign in at the moment"
    );
    inspector.look("unreachable").await;
    inspector.verdict();
}

#[tokio::test]
async fn what_people_run_into_is_said_on_pages_that_are_in_order() {
    let portal = TestPortal::on_sqlite();
    let (alice, mut visitor) = people::main_account(&portal).await;
    visitor.open("/subaccounts/new").await;
    visitor
        .fill("username", "Carol")
        .fill("email", "carol@example.com");
    visitor.press("Create").await;
    let invitation = portal.mailed_invitation().await;

    let inspector = Inspector::of(&portal, false).await;
    let (browser, look) = (&inspector.browser, async |name: &str| inspector.look(name).await);
    steps::give_password(browser, &alice).await;
    look("account-by-password-alone").await;
    browser.go(&invitation).await;
    look("link-of-another").await;
    browser.fill("password", "thimble gravel orbit plum").await;
    browser.press("Set password").await;
    assert_eq!(browser.heading().await, "You are signed in as Alice");
    look("signed-in-as-another").await;
    inspector.verdict();
}

/// The routes that have a page.
fn pages() -> BTreeSet<String> {
    ROUTES
        .lines()
        .skip(1)
        .filter(|row| row.starts_with("GET "))
        // Buttons answer 405 to everybody.
        .filter(|row| !row.split_whitespace().skip(2).all(|cell| cell == "405"))
        .map(|row| row.split_whitespace().nth(1).expect("a path").to_owned())
        .filter(|path| !NO_PAGE.contains(&path.as_str()) && !path.starts_with("/static/"))
        .collect()
}

/// Elements that overflow the window horizontally.
async fn too_wide(browser: &Browser) -> Option<String> {
    let wide = browser
        .ask(
            r"
            if (document.documentElement.scrollWidth <= window.innerWidth) return null;
            const out = [...document.querySelectorAll('main *, header *, footer *')]
                .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1
                    || one.getBoundingClientRect().left < -1)
                .map(one => one.outerHTML.slice(0, 120));
            return `${document.documentElement.scrollWidth} of ${window.innerWidth} pixels: ${out[0]}`;",
        )
        .await;
    wide.as_str().map(str::to_owned)
}

/// Violations of our own rules.
async fn out_of_form(browser: &Browser) -> Vec<String> {
    let error = words::said("Error:").whole.swap_remove(0);
    let wrong = browser
        .ask(
            &r#"
            const all = css => [...document.querySelectorAll(css)];
            const wrong = [];
            if (all('h1').length !== 1) wrong.push(`${all('h1').length} h1`);
            if (document.title.startsWith('ERROR ') !== (all('.error-summary').length === 1))
                wrong.push(`title: ${document.title}`);
            for (const link of all('a[href^="\#"]'))
                if (!document.getElementById(link.hash.slice(1))) wrong.push(`leads nowhere: ${link.hash}`);
            for (const one of all('[aria-describedby], [aria-labelledby]'))
                for (const by of ['aria-describedby', 'aria-labelledby'])
                    for (const id of (one.getAttribute(by) || '').split(' ').filter(Boolean))
                        if (!document.getElementById(id)) wrong.push(`${by}: ${id}`);
            if (all('script, style, [style]').length) wrong.push('a script or a style');
            return wrong;
            "#
            .replace("ERROR", &error),
        )
        .await;
    let wrong = wrong.as_array().expect("a list");
    wrong
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
