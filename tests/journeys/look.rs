//! The look with an operator's colour and logo, and the small size of what is loaded.

use std::io::Read as _;

use reqwest::Method;
use vestibule::config::look::Logo;

use crate::support::{people, portal::on_both_databases};

const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect width=\"1\" height=\"1\"/></svg>";

/// The largest stylesheet, in bytes.
const LARGEST_STYLESHEET: usize = 20 * 1024;
/// The maximum that the sign-in page and its stylesheet transfer, in bytes.
const LARGEST_SIGN_IN: usize = 12 * 1024;

on_both_databases! {
    async fn the_sign_in_page_is_two_small_requests(portal) {
        let mut visitor = portal.visitor();
        let page = visitor.open("/login").await;
        let loaded = page.select("script, img, iframe, link:not([rel='stylesheet'], [rel='icon'])");
        assert!(loaded.is_empty(), "nothing else is loaded: {loaded:?}");
        assert_eq!(page.select("link[rel='stylesheet']").len(), 1);
        let stylesheet = page.attribute("link[rel='stylesheet']", "href").unwrap();
        let whole = visitor.open(&stylesheet).await.html.len();
        assert!(whole <= LARGEST_STYLESHEET, "{whole}");

        let mut wire = 0;
        for path in ["/login", &stylesheet] {
            let answer = raw(&portal.url(), path);
            assert!(String::from_utf8_lossy(&answer).contains("content-encoding: gzip"), "{path}");
            wire += answer.len();
        }
        assert!(wire <= LARGEST_SIGN_IN, "{wire} bytes");
    }

    async fn an_operator_s_colour_and_logo_are_on_every_page(portal) {
        let plain = portal.visitor().open("/login").await.attribute("link[rel='stylesheet']", "href");
        let missing = portal.visitor().open("/static/logo").await;
        assert_eq!(missing.status, 404);
        let portal = portal.rebuilt(|settings| {
            settings.look.accent = Some([0xb4, 0x00, 0x5a]);
            settings.look.logo = Some(Logo { media_type: "image/svg+xml; charset=utf-8", content: LOGO.into() });
        }).await;
        let mut visitor = portal.visitor();
        let page = visitor.open("/login").await;
        let stylesheet = page.attribute("link[rel='stylesheet']", "href");
        assert_ne!(stylesheet, plain, "what browsers kept is not what they get");
        let rules = visitor.open(&stylesheet.unwrap()).await.html;
        assert!(rules.contains(":root{--accent:#"), "{rules}");
        let logo = page.attribute(".brand img", "src").unwrap();
        assert_eq!(page.attribute("link[rel='icon']", "href").as_deref(), Some(logo.as_str()));
        let image = visitor.open(&logo).await;
        assert_eq!(image.header("content-type"), Some("image/svg+xml; charset=utf-8"));
        assert_eq!(image.header("x-content-type-options"), Some("nosniff"));
        assert!(image.header("content-security-policy").unwrap().starts_with("default-src 'none'"), "no script in it runs");
        assert_eq!(image.html, LOGO);
        // Without a logo, the built-in mark has the same colour.
        let icon = visitor.request(Method::GET, "/static/favicon.svg").send().await;
        assert!(!icon.html.contains("#0b4a63"), "{}", icon.html);
        let (_, mut alice) = people::main_account(&portal).await;
        assert!(alice.open("/account").await.attribute(".brand img", "src").is_some());
        assert!(alice.open("/nowhere").await.attribute(".brand img", "src").is_some());
    }
}

/// The transferred size of a page.
fn raw(base: &str, path: &str) -> Vec<u8> {
    use std::io::Write as _;
    let address = base.trim_start_matches("http://");
    let mut connection = std::net::TcpStream::connect(address).expect("a portal");
    write!(
        connection,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )
    .expect("a request");
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).expect("an answer");
    answer
}
