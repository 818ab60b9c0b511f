//! Screenshots for people to review; `script/screenshots` takes them. They prove nothing, so the ordinary run skips
//! them.

use std::{cell::Cell, fs, path::PathBuf};

use serde_json::json;

use super::{steps, tour};
use crate::support::{
    browser::{Browser, Kind},
    people::{self, LONG_NAMES},
    portal::TestPortal,
    words::LANGUAGE,
};

#[tokio::test]
#[ignore = "takes pictures; see script/screenshots"]
async fn of_every_page_in_light() {
    of_every_page("light", Kind::default()).await;
}

#[tokio::test]
#[ignore = "takes pictures; see script/screenshots"]
async fn of_every_page_in_dark() {
    let kind = Kind {
        dark: true,
        ..Kind::default()
    };
    of_every_page("dark", kind).await;
}

#[tokio::test]
#[ignore = "takes pictures; see script/screenshots"]
async fn of_every_page_on_a_phone() {
    let kind = Kind {
        phone: true,
        ..Kind::default()
    };
    of_every_page("phone", kind).await;
}

/// With long names, and with names that are written from right to left.
#[tokio::test]
#[ignore = "takes pictures; see script/screenshots"]
async fn of_every_page_with_long_names() {
    let portal = TestPortal::on_sqlite();
    let issuer = "The Exceedingly Thorough Accounting and Reporting Department";
    let portal = portal
        .rebuilt(|settings| settings.sign_in.issuer = issuer.to_owned())
        .await;
    LONG_NAMES
        .scope((), of_house(&portal, "names", Kind::default()))
        .await;
}

/// For translators and their reviewers.
#[tokio::test]
#[ignore = "takes pictures; see script/screenshots"]
async fn in_every_language() {
    for tag in ["en", "de", "fr", "es", "fi"] {
        LANGUAGE.scope(tag, in_a_language(tag)).await;
    }
}

async fn in_a_language(tag: &str) {
    let portal = TestPortal::on_sqlite();
    let browser = Browser::open(&portal.url()).await;
    let folder = folder(&format!("target/screenshots/{tag}"));
    let number = Cell::new(0);
    let take = async |name: &str| {
        number.set(number.get() + 1);
        let path = folder.join(format!("{:03}-{name}.png", number.get()));
        browser.screenshot_to(&path).await;
        let text = format!("{}\n\n{}", browser.title().await, browser.text().await);
        fs::write(path.with_extension("txt"), text).unwrap();
    };
    tour::of_every_page(&portal, &browser, take).await;
    let mails = portal.all_mails().await;
    let mails = mails
        .iter()
        .map(|mail| format!("{}\n\n{}", mail.subject().as_str(), mail.text()));
    fs::write(
        folder.join("mails.txt"),
        mails.collect::<Vec<_>>().join("\n\n----\n\n"),
    )
    .unwrap();
}

/// One component of each kind, in all its states.
#[tokio::test]
#[ignore = "takes pictures; see script/screenshots"]
async fn of_every_page_that_is_a_styleguide() {
    let portal = TestPortal::on_sqlite();
    for (name, dark, phone) in [
        ("light", false, false),
        ("dark", true, false),
        ("phone", false, true),
    ] {
        let kind = Kind {
            dark,
            phone,
            ..Kind::default()
        };
        let browser = Browser::of_kind(&portal.url(), kind).await;
        browser.go("/styleguide").await;
        let path = folder("target/screenshots").join(format!("styleguide-{name}.png"));
        browser.screenshot_to(&path).await;
    }
}

/// The pages that README and docs show, in light and in dark.
#[tokio::test]
#[ignore = "takes the pictures of the documents; see script/screenshots"]
async fn for_the_documents() {
    let portal = TestPortal::on_sqlite();
    let (mut person, _) = people::main_account(&portal).await;
    let browsers = [
        ("light", Browser::open(&portal.url()).await),
        (
            "dark",
            Browser::of_kind(
                &portal.url(),
                Kind {
                    dark: true,
                    ..Kind::default()
                },
            )
            .await,
        ),
    ];
    for (colours, browser) in &browsers {
        let size = json!({ "width": 1000, "height": 780, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let take = async |name: &str| {
            let path = folder("docs/images").join(format!("{name}-{colours}.png"));
            browser.window_to(&path).await;
        };
        browser.go("/login").await;
        take("sign-in").await;
        steps::sign_in(&portal, browser, &person).await;
    }
    // In one browser: a second one would make the first one's set-up void.
    let browser = &browsers[0].1;
    browser.go("/account/security/authenticator").await;
    for colours in ["dark", "light"] {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": colours }] });
        browser.devtools("Emulation.setEmulatedMedia", features).await;
        let path = folder("docs/images").join(format!("set-up-{colours}.png"));
        browser.window_to(&path).await;
    }
    person.phone = Some(steps::scan(&portal, browser).await);
    steps::enable(&portal, browser, &person).await;
    people::required_subaccount_with_number(&portal, "Carol").await;
    for name in ["Bob", "Dave", "Erin"] {
        people::subaccount(&portal, name).await;
    }
    for (colours, browser) in &browsers {
        let take = async |name: &str| {
            let path = folder("docs/images").join(format!("{name}-{colours}.png"));
            browser.window_to(&path).await;
        };
        browser.forget_cookies().await;
        steps::sign_in(&portal, browser, &person).await;
        take("account").await;
        browser.go("/subaccounts").await;
        take("users").await;
    }
}

async fn of_every_page(name: &str, kind: Kind) {
    of_house(&TestPortal::on_sqlite(), name, kind).await;
}

async fn of_house(portal: &TestPortal, name: &str, kind: Kind) {
    let folder = folder("target/screenshots");
    let browser = Browser::of_kind(&portal.url(), kind).await;
    let take = async |state: &str| {
        browser
            .screenshot_to(&folder.join(format!("{state}-{name}.png")))
            .await;
    };
    tour::of_every_page(portal, &browser, take).await;
}

fn folder(path: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
