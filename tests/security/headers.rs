//! The attacker searches for an answer without the headers: a status, a route or a file that was forgotten.

use reqwest::Method;
use vestibule::flows::first_run;

use super::{
    FORM, SESSION, assert_headers, assert_headers_of_any, csrf, encoded, every, raw_database::RawDatabase,
};
use crate::support::{
    page::Page,
    people::{self, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

/// Every address, and some that do not exist.
const ADDRESSES: [&str; 55] = [
    "/",
    "/login",
    "/login/code",
    "/logout",
    "/help",
    "/welcome/x",
    "/account",
    "/account/details",
    "/account/confirm",
    "/account/security",
    "/account/security/manage",
    "/account/security/disable",
    "/account/security/authenticator",
    "/account/security/authenticator/restart",
    "/account/security/recovery-codes",
    "/account/security/recovery-codes/download",
    "/account/security/recovery-codes/print",
    "/account/security/regenerate",
    "/account/recovered",
    "/account/recovered/disable",
    "/login/recovery",
    "/login/backup",
    "/login/backup/send",
    "/login/email",
    "/login/email/send",
    "/not-me/x",
    "/restore-email/x",
    "/approve-address/x",
    "/account/security/ip",
    "/account/security/ip/forget",
    "/account/phone",
    "/account/phone/send",
    "/account/email",
    "/account/email/send",
    "/account/email/keep",
    "/subaccounts/sent-codes",
    "/policy",
    "/hooks/twilio/voice/x",
    "/hooks/twilio/status/x",
    "/invitation/x",
    "/subaccounts",
    "/subaccounts/new",
    "/subaccounts/x",
    "/subaccounts/x/reset",
    "/subaccounts/x/invite",
    "/subaccounts/x/delete",
    "/login/setup",
    "/login/setup/restart",
    "/login/recovery-codes",
    "/healthz",
    "/readyz",
    "/nothing",
    "/static/nothing",
    "/login/nothing",
    "/.well-known/change-password",
];

/// The same requests at every address, from one visitor.
async fn ask_everything(visitor: &mut Visitor, https: bool) -> Vec<u16> {
    let too_much = "a".repeat(16 * 1024 + 1);
    let mut statuses = Vec::new();
    for path in ADDRESSES {
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::OPTIONS] {
            let page = visitor.request(method, path).send().await;
            judge(&page, https, &mut statuses);
        }
        for request in [
            ("csrf=x", vec![FORM]),
            ("csrf=x", vec![]),
            ("csrf=x", vec![FORM, ("origin", "https://evil.example")]),
            (&*too_much, vec![FORM]),
        ] {
            let page = visitor.submit_raw(path, request.0, &request.1).await;
            judge(&page, https, &mut statuses);
        }
        let packed = visitor
            .request(Method::GET, path)
            .header("accept-encoding", "gzip");
        judge(&packed.send().await, https, &mut statuses);
        let preflight = visitor
            .request(Method::OPTIONS, path)
            .header("origin", "https://evil.example")
            .header("access-control-request-method", "POST");
        judge(&preflight.send().await, https, &mut statuses);
    }
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

fn judge(page: &Page, https: bool, statuses: &mut Vec<u16>) {
    assert_headers(page, https);
    if page.status == 405 {
        assert_eq!(every(page, "allow").len(), 1, "{page:?}");
    }
    statuses.push(page.status);
}

async fn sign_in(person: &Person, visitor: &mut Visitor, https: bool) {
    visitor.open("/login").await;
    assert_headers(visitor.page(), https);
    visitor
        .fill("username", &person.username)
        .fill("password", PASSWORD);
    let page = visitor.press("Sign in").await;
    assert_headers(&page, https);
    assert_eq!(
        (page.status, every(&page, "set-cookie").len()),
        (303, 1),
        "{page:?}"
    );
}

async fn everything_has_its_headers(
    portal: TestPortal,
    person: Person,
    https: bool,
    browser: impl Fn(&TestPortal) -> Visitor,
) {
    portal.wait(30);
    let guest = ask_everything(&mut browser(&portal), https).await;
    assert_eq!(
        guest,
        [200, 302, 303, 403, 404, 405, 413, 415],
        "asked by a guest"
    );

    let mut visitor = browser(&portal);
    sign_in(&person, &mut visitor, https).await;
    let pending = ask_everything(&mut visitor, https).await;
    assert_eq!(
        pending,
        [200, 302, 303, 403, 404, 405, 413, 415],
        "asked in the second step"
    );

    visitor.open("/login/code").await;
    for code in ["", "000000", "000001", "000002", "000003", "000004", "000005"] {
        visitor.fill("code", code);
        let page = visitor.press("Log in").await;
        assert!([422, 429].contains(&page.status), "{page:?}");
        assert_headers(&page, https);
    }
    assert_eq!(visitor.page().header("retry-after"), Some("30"));
    portal.wait(30);
    visitor.fill("code", &person.code(&portal));
    let page = visitor.press("Log in").await;
    assert_eq!(
        (page.status, every(&page, "set-cookie").len()),
        (303, 2),
        "the session, and that the browser is known: {page:?}"
    );
    assert_headers(&page, https);
    let inside = ask_everything(&mut visitor, https).await;
    assert_eq!(inside, [200, 302, 303, 403, 404, 405, 413, 415], "asked inside");

    // Renewed, and then removed, with the same attributes.
    visitor.open("/account/confirm").await;
    visitor.fill("password", PASSWORD);
    assert_headers(&visitor.press("Confirm").await, https);
    visitor.open("/account").await;
    let mut thief = visitor.thief();
    let page = visitor.press("Sign out").await;
    assert_headers(&page, https);
    assert_eq!(every(&page, "set-cookie").len(), 1);

    let mut raw_database = RawDatabase::of(&portal);
    raw_database.execute("ALTER TABLE sessions RENAME TO sessions_away");
    for path in ["/account", "/login", "/nothing"] {
        let page = thief.open(path).await;
        assert_eq!(page.status, 503, "{page:?}");
        assert_headers(&page, https);
    }
    raw_database.execute("ALTER TABLE accounts RENAME TO accounts_away");
    let page = browser(&portal).open("/readyz").await;
    assert_eq!(page.status, 503);
    assert_headers(&page, https);
}

on_both_databases! {
    async fn every_answer_has_its_headers(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        everything_has_its_headers(portal, person, false, TestPortal::visitor).await;
    }

    async fn every_answer_has_its_headers_by_https(portal) {
        const PUBLIC: &str = "https://account.example.com";
        let (person, _) = people::main_account_with_totp(&portal).await;
        let portal = portal.rebuilt(|settings| PUBLIC.clone_into(&mut settings.web.origin)).await;
        everything_has_its_headers(portal, person, true, |portal| portal.visitor().through(PUBLIC)).await;
    }

    async fn by_https_a_cookie_of_the_plain_name_is_nobody(portal) {
        const PUBLIC: &str = "https://account.example.com";
        let (_, plain) = people::main_account(&portal).await;
        let value = plain.cookie(SESSION).unwrap().to_owned();
        let portal = portal.rebuilt(|settings| PUBLIC.clone_into(&mut settings.web.origin)).await;
        let mut visitor = portal.visitor().through(PUBLIC);
        // A sibling host under the same domain can set this one, and not the other.
        visitor.set_cookie(SESSION, &value);
        assert_eq!(visitor.open("/account").await.status, 303);
    }

    async fn files_may_be_kept_and_nothing_else(portal) {
        let mut visitor = portal.visitor();
        let page = visitor.open("/login").await;
        for css in ["link[rel=stylesheet]", "link[rel=icon]"] {
            let file = visitor.open(&page.attribute(css, "href").unwrap()).await;
            assert_eq!(file.status, 200);
            assert_headers_of_any(&file, false);
            assert_eq!(every(&file, "cache-control"), ["public, max-age=31536000, immutable"]);
            assert!(every(&file, "set-cookie").is_empty());
        }
    }

    async fn a_file_is_not_kept_under_the_digest_of_another(portal) {
        let mut visitor = portal.visitor();
        let page = visitor.open("/login").await;
        for css in ["link[rel=stylesheet]", "link[rel=icon]"] {
            let address = page.attribute(css, "href").unwrap();
            let (path, digest) = address.split_once("?v=").unwrap();
            for other in [path.to_owned(), format!("{path}?v="), format!("{path}?v={digest}x"), format!("{path}?v=0")] {
                let file = visitor.open(&other).await;
                assert_eq!((file.status, every(&file, "cache-control")), (200, vec!["no-cache"]), "{other}");
            }
        }
    }

    async fn the_first_run_has_its_headers(portal) {
        let link = first_run::welcome_link(portal.services()).await.unwrap().unwrap();
        let path = format!("/welcome/{}", link.reveal());
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, &path).await;
        assert_headers(visitor.page(), false);
        let body = encoded(&[("csrf", &token), ("username", "x"), ("email", "x"), ("password", "x")]);
        let page = visitor.submit_raw(&path, body, &[FORM]).await;
        assert_eq!(page.status, 422);
        assert_headers(&page, false);
    }

    async fn no_page_loads_or_sends_anything_elsewhere(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for path in [
            "/account", "/account/details", "/account/security", "/account/security/authenticator", "/help",
            "/account/confirm", "/nothing",
        ] {
            let page = visitor.open(path).await;
            for unwanted in ["<script", "<style", " style=", " onclick", "javascript:", "<iframe", "<img"] {
                assert!(!page.html.contains(unwanted), "{unwanted} at {path}");
            }
            for form in page.select("form").iter().enumerate().map(|(nth, _)| nth) {
                let actions: Vec<&str> = page.html.split("action=\"").skip(1).collect();
                assert!(actions[form].starts_with('/') && !actions[form].starts_with("//"), "{path}");
            }
        }
    }

    async fn links_and_pages_do_not_follow_the_host_header(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for (name, value) in [
            ("host", "evil.example"), ("x-forwarded-host", "evil.example"),
            ("forwarded", "host=evil.example"), ("x-host", "evil.example"),
            ("x-forwarded-server", "evil.example"), ("x-forwarded-proto", "https"),
        ] {
            for path in ["/account", "/login/code", "/account/security/authenticator"] {
                let page = visitor.request(Method::GET, path).header(name, value).send().await;
                assert!(!page.html.contains("evil.example"), "{name} at {path}");
                assert!(page.location().is_none_or(|to| to.starts_with('/')), "{name} at {path}");
                assert_headers(&page, false);
            }
        }
    }
}
