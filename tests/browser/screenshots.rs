//! Pictures for people to look at; `script/screenshots` takes them. They prove nothing,
//! so the ordinary run leaves them out.

use std::path::PathBuf;

use serde_json::json;

use super::{steps, tour};
use crate::support::{
    browser::{Browser, Kind},
    house::House,
    people,
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

/// The set-up page, where everything comes together.
#[tokio::test]
#[ignore = "takes the picture of the README; see script/screenshots"]
async fn for_the_readme() {
    let house = House::on_sqlite();
    let (person, _) = people::main_account(&house).await;
    let browser = Browser::open(&house.url()).await;
    let size = json!({ "width": 1000, "height": 880, "deviceScaleFactor": 1, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", size).await;
    steps::sign_in(&house, &browser, &person).await;
    browser.go("/account/security/authenticator").await;
    browser
        .window_to(&folder("docs/images").join("sign-in.png"))
        .await;
}

async fn of_every_page(colours: &str, kind: Kind) {
    let folder = folder("target/screenshots");
    let house = House::on_sqlite();
    let browser = Browser::of_kind(&house.url(), kind).await;
    let take = async |name: &str| {
        browser
            .screenshot_to(&folder.join(format!("{name}-{colours}.png")))
            .await;
    };
    tour::of_every_page(&house, &browser, take).await;
}

fn folder(path: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
