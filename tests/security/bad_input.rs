//! The attacker sends what none of our forms sends: each form answers with a clear page and changes nothing.

use std::{collections::BTreeSet, fmt::Write as _};

use reqwest::Method;
use vestibule::flows::{administer, first_run};

use super::{FORM, assert_proper, csrf, encoded, raw_database::RawDatabase};
use crate::support::{
    page::Page,
    people::{self, NUMBER, PASSWORD, Person},
    portal::{TestPortal, on_both_databases},
    routes::{mounted, route_of},
    visitor::Visitor,
};

/// A form, as seen from outside.
struct Form {
    path: String,
    /// Its page.
    page: String,
    fields: Vec<Field>,
    allow: &'static str,
}

struct Field {
    name: &'static str,
    /// Well-formed and never right.
    value: &'static str,
    secret: bool,
    required: bool,
}

on_both_databases! {
    async fn an_address_has_one_spelling(portal) {
        let (_, mut person) = people::main_account_with_totp(&portal).await;
        for path in ["/%61ccount", "/account%2Factivity", "/%2561ccount"] {
            assert_eq!(person.open(path).await.status, 404, "{path}");
        }
        for path in ["/account?x=%61", "/subaccounts?q=%25"] {
            assert_eq!(person.open(path).await.status, 200, "{path}");
        }
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, "/login").await;
        let body = encoded(&[("csrf", &token), ("username", "alice"), ("password", PASSWORD)]);
        // The attack: the portal's own sign-in under another name, past a filter for its usual path.
        assert_eq!(visitor.post_form("/%6Cogin", body).await.status, 404);
    }
}

const SECRET_TYPED: &str = "canary-7f3a typed secret";

fn text(name: &'static str, value: &'static str) -> Field {
    Field {
        name,
        value,
        secret: false,
        required: true,
    }
}

fn secret(name: &'static str) -> Field {
    Field {
        name,
        value: SECRET_TYPED,
        secret: true,
        required: true,
    }
}

fn optional(name: &'static str, value: &'static str) -> Field {
    Field {
        required: false,
        ..text(name, value)
    }
}

const PAGE_AND_FORM: &str = "GET, HEAD, POST";

fn form(path: &str, fields: Vec<Field>) -> Form {
    Form {
        path: path.to_owned(),
        page: path.to_owned(),
        fields,
        allow: PAGE_AND_FORM,
    }
}

fn button(path: &str, page: &str, fields: Vec<Field>) -> Form {
    Form {
        page: page.to_owned(),
        allow: "POST",
        ..form(path, fields)
    }
}

/// Every form of the portal, with a person who may fill it in.
async fn forms(portal: &TestPortal) -> Vec<(Form, Visitor)> {
    let (person, mut inside) = people::main_account_with_totp(portal).await;
    // A new number and a new address, not proven yet.
    inside.open("/account/details").await;
    inside.fill("phone", NUMBER).fill("email", "another@example.com");
    inside.press("Save").await;
    let mut pending = portal.visitor();
    person.give_password(&mut pending).await;
    let mut recovered = pending.thief();
    recovered.open("/login/recovery").await;
    recovered.fill("code", &person.recovery_codes[0]);
    recovered.press("Log in").await;
    // Renewed, so the pending step needs its own.
    person.give_password(&mut pending).await;
    let bob = people::required_subaccount(portal, "Bob").await;
    let mut required = portal.visitor();
    bob.give_password(&mut required).await;
    let mut inviting = inside.thief();
    inviting.open("/subaccounts/new").await;
    inviting
        .fill("username", "Carol")
        .fill("email", "carol@example.com");
    inviting.press("Create").await;
    let carol = inviting.land().await.path.clone();
    let invitation = portal.mailed_invitation().await;
    people::ask_for_a_link(portal, "Bob").await;
    let new_password = portal.mailed_path("/new-password/").await;
    let mut forms = vec![
        (form(&new_password, vec![secret("password")]), portal.visitor()),
        (
            form("/forgotten-password", vec![text("username", "somebody")]),
            portal.visitor(),
        ),
        (
            form("/login/setup", vec![secret("code"), optional("phone", "none")]),
            required.thief(),
        ),
        (form(&invitation, vec![secret("password")]), portal.visitor()),
        (button("/login/setup/restart", "/login/setup", vec![]), required),
        (
            button(
                "/language",
                "/login",
                vec![text("language", "tlh"), optional("return_to", "/account/details")],
            ),
            portal.visitor(),
        ),
        (
            form(
                "/login",
                vec![
                    text("username", "somebody"),
                    secret("password"),
                    optional("return_to", "/account/details"),
                ],
            ),
            portal.visitor(),
        ),
        (
            form(
                "/login/code",
                vec![secret("code"), optional("return_to", "/account/details")],
            ),
            pending.thief(),
        ),
        (
            form(
                "/login/backup",
                vec![secret("code"), optional("return_to", "/account/details")],
            ),
            pending.thief(),
        ),
        (
            button("/login/backup/send", "/login/backup", vec![text("method", "sms")]),
            pending.thief(),
        ),
        (form("/login/recovery", vec![secret("code")]), pending),
        (
            button("/account/recovered/disable", "/account/recovered", vec![]),
            recovered,
        ),
    ];
    forms.extend(forms_of_others(portal).await);
    for of_an_account in of_an_account().into_iter().chain(of_user_accounts(&carol)) {
        forms.push((of_an_account, inside.thief()));
    }
    forms
}

/// The forms that need another main account, whose policy sends codes by e-mail and whose users sign in from another
/// address.
async fn forms_of_others(portal: &TestPortal) -> Vec<(Form, Visitor)> {
    let mut gina = people::added_by_operator(portal, "Gina")
        .await
        .sign_in(portal)
        .await;
    gina.open("/account/security/ip").await;
    gina.fill("allowed_addresses", "127.0.0.1");
    assert_eq!(gina.press("Save").await.status, 303);
    // Last, because it ends the session, which has proven no code.
    gina.open("/policy").await;
    gina.tick("email_codes");
    assert_eq!(gina.press("Save").await.status, 303);
    let elsewhere = people::added(portal, "Hugo", Some("Gina"), false, false).await;
    let person = Person {
        username: "Gina".to_owned(),
        ..elsewhere.clone()
    };
    let mut stranger = portal.visitor().with_address("203.0.113.200");
    assert_eq!(person.give_password(&mut stranger).await.status, 403);
    let approval = portal.mailed_path("/approve-address/").await;

    let mut moving = people::added_by_operator(portal, "Ivy")
        .await
        .sign_in(portal)
        .await;
    let told = people::move_to(portal, &mut moving, "ivy@elsewhere.example").await;
    let mut lines = told.iter().flat_map(|mail| mail.text().lines());
    let link = lines
        .find(|line| line.contains("/restore-email/"))
        .expect("a link");
    let restoring = url::Url::parse(link.trim()).unwrap().path().to_owned();

    let mut by_mail = portal.visitor();
    elsewhere.give_password(&mut by_mail).await;
    for wrong in ["000001", "000002", "000003", "000004", "000005"] {
        elsewhere.give_code(&mut by_mail, wrong).await;
    }
    let alarm = portal.mailed_path("/not-me/").await;
    vec![
        (button_on_its_page(&approval), portal.visitor()),
        (button_on_its_page(&restoring), portal.visitor()),
        (form("/login/email", vec![secret("code")]), by_mail.thief()),
        (
            button("/login/email/send", "/login/email", vec![]),
            by_mail.thief(),
        ),
        // Last, because it ends the set-up that Hugo has begun.
        (button_on_its_page(&alarm), portal.visitor()),
    ]
}

fn button_on_its_page(path: &str) -> Form {
    form(path, vec![])
}

/// The forms of your own account.
fn of_an_account() -> Vec<Form> {
    let security = "/account/security";
    vec![
        button(
            "/account/security/authenticator/prove",
            "/account/security/authenticator",
            vec![secret("code")],
        ),
        form(
            "/account/confirm",
            vec![secret("password"), optional("return_to", "/account/details")],
        ),
        form(
            "/account/details",
            vec![
                optional("two_factor", "on"),
                text("email", "other@example.com"),
                optional("phone", "+46 70 123 45 67"),
            ],
        ),
        form("/account/phone", vec![secret("code")]),
        button(
            "/account/phone/send",
            "/account/phone",
            vec![optional("method", "sms")],
        ),
        form("/account/email", vec![secret("code")]),
        button("/account/email/send", "/account/email", vec![]),
        button("/account/email/keep", "/account/email", vec![]),
        form(&format!("{security}/authenticator"), vec![secret("code")]),
        button(
            &format!("{security}/authenticator/restart"),
            &format!("{security}/authenticator"),
            vec![],
        ),
        button(
            &format!("{security}/disable"),
            &format!("{security}/manage"),
            vec![secret("password"), secret("code")],
        ),
        button(
            &format!("{security}/regenerate"),
            &format!("{security}/manage"),
            vec![secret("password"), secret("code")],
        ),
        Form {
            // Once the codes are saved, their page has no form.
            page: "/account".to_owned(),
            ..form(
                &format!("{security}/recovery-codes"),
                vec![optional("saved", "on")],
            )
        },
        form(
            "/policy",
            vec![
                optional("mandatory_from", "2027-03-01"),
                optional("mandatory_text", "Because."),
                text("first_sign_in", "phone"),
                optional("email_codes", "on"),
            ],
        ),
        form(
            &format!("{security}/ip"),
            vec![optional("allowed_addresses", "127.0.0.0/8")],
        ),
        button(
            &format!("{security}/ip/forget"),
            &format!("{security}/ip"),
            vec![],
        ),
        button(
            &format!("{security}/ip/revoke"),
            &format!("{security}/ip"),
            vec![optional("address", "203.0.113.9")],
        ),
        form(
            "/policy/approvals",
            vec![optional("account", "nobody"), optional("address", "203.0.113.9")],
        ),
        button("/policy/approvals/revoke-all", "/policy/approvals", vec![]),
        form(
            "/account/password",
            vec![secret("password"), secret("new_password")],
        ),
        form("/account/sessions", vec![optional("session", "nobody")]),
        button("/account/sessions/end-others", "/account/details", vec![]),
        button("/logout", "/account", vec![]),
    ]
}

/// The forms with which a main account manages its subaccounts, with Carol's page at this path.
fn of_user_accounts(carol: &str) -> Vec<Form> {
    vec![
        button("/subaccounts/remind", "/subaccounts", vec![]),
        form(
            "/subaccounts/new",
            vec![
                text("username", "somebody"),
                text("email", "other@example.com"),
                optional("phone", "+46 70 123 45 67"),
                optional("two_factor_required", "on"),
            ],
        ),
        form(
            carol,
            vec![
                text("email", "other@example.com"),
                optional("phone", "+46 70 123 45 67"),
                optional("two_factor_required", "on"),
            ],
        ),
        button(
            &format!("{carol}/reset"),
            carol,
            vec![text("reason", "lost phone"), secret("password"), secret("code")],
        ),
        form(&format!("{carol}/sessions"), vec![optional("session", "nobody")]),
        button(
            &format!("{carol}/sessions/end-all"),
            &format!("{carol}/sessions"),
            vec![],
        ),
        button(
            &format!("{carol}/sessions/revoke"),
            &format!("{carol}/sessions"),
            vec![optional("address", "203.0.113.9")],
        ),
        button(
            &format!("{carol}/sessions/revoke-all"),
            &format!("{carol}/sessions"),
            vec![],
        ),
        button(
            &format!("{carol}/new-password"),
            carol,
            vec![text("reason", "lost phone"), secret("password"), secret("code")],
        ),
        button(&format!("{carol}/invite"), carol, vec![]),
        button(&format!("{carol}/unlock"), carol, vec![]),
        button(&format!("{carol}/disable"), carol, vec![]),
        button(&format!("{carol}/enable"), carol, vec![]),
        button(
            &format!("{carol}/delete"),
            carol,
            vec![
                optional("sure", "on"),
                text("reason", "left"),
                secret("password"),
                secret("code"),
            ],
        ),
    ]
}

/// The form of the first run, in an empty portal.
async fn first_form(portal: &TestPortal) -> (Form, Visitor) {
    let link = first_run::welcome_link(portal.services()).await.unwrap().unwrap();
    let fields = vec![
        text("username", "somebody"),
        text("email", "other@example.com"),
        secret("password"),
    ];
    let path = format!("/welcome/{}", link.reveal());
    (form(&path, fields), portal.visitor())
}

impl Form {
    fn encoded(&self, change: impl Fn(&Field) -> Vec<String>) -> String {
        let mut body = String::new();
        for field in &self.fields {
            for value in change(field) {
                write!(body, "&{}={value}", field.name).unwrap();
            }
        }
        body
    }

    /// All fields as a person fills them in.
    fn filled(&self) -> String {
        self.encoded(|field| vec![plus(field.value)])
    }

    /// Bodies that none of our forms sends, each with the expected status.
    fn bodies(&self, token: &str, foreign: &str) -> Vec<(String, String, u16)> {
        let good = format!("csrf={token}");
        let filled = self.filled();
        let mut bodies = Vec::new();
        for (name, tokens) in [
            ("no token", String::new()),
            ("an empty token", "csrf=".to_owned()),
            ("a made-up token", format!("csrf={}", "A".repeat(86))),
            ("half a token", format!("csrf={}", &token[..40])),
            ("a token and more", format!("csrf={token}AAAA")),
            ("two tokens", format!("csrf={token}&csrf={token}")),
            ("a wrong and a right token", format!("csrf=x&csrf={token}")),
            ("a token with NUL", format!("csrf={token}%00")),
            ("a token of another session", format!("csrf={foreign}")),
            ("a token of another name", format!("CSRF={token}")),
        ] {
            bodies.push((name.to_owned(), format!("{tokens}{filled}"), 403));
        }
        if self.fields.iter().any(|field| field.required) {
            bodies.push(("nothing but the token".to_owned(), good.clone(), 422));
        }
        for bad in &self.fields {
            let others = |change: &dyn Fn(&str) -> Vec<String>| {
                let changed = self.encoded(|field| {
                    if field.name == bad.name {
                        change(&plus(field.value))
                    } else {
                        vec![plus(field.value)]
                    }
                });
                format!("{good}{changed}")
            };
            let mut add = |what: &str, body: String| {
                bodies.push((format!("{} {what}", bad.name), body, 422));
            };
            if bad.required {
                add("missing", others(&|_| vec![]));
                add("empty", others(&|_| vec![String::new()]));
                // A password may consist of spaces, and is then checked.
                if bad.name != "password" {
                    add("of spaces", others(&|_| vec!["+++".to_owned()]));
                }
                add(
                    "as a list",
                    others(&|_| vec![]) + &format!("&{}[]={}", bad.name, plus(bad.value)),
                );
            }
            add(
                "doubled",
                others(&|value| vec![value.to_owned(), value.to_owned()]),
            );
            add(
                "doubled and empty",
                others(&|value| vec![value.to_owned(), String::new()]),
            );
            add("over-long", others(&|_| vec!["a".repeat(1500)]));
            for junk in ["%00", "%FF", "%C3%28", "%ED%A0%80", "%F5%80%80%80"] {
                add(
                    &format!("with {junk}"),
                    others(&|value| vec![format!("{value}{junk}")]),
                );
            }
        }
        bodies
    }
}

fn plus(value: &str) -> String {
    url::form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

type Headers = Vec<(&'static str, String)>;

/// Other errors of a request whose body is right.
fn wrong_headers(origin: &str) -> Vec<(&'static str, Headers, u16)> {
    let kind = |kind: &str| ("content-type", kind.to_owned());
    let form = || kind(FORM.1);
    let from = |origin: &str| ("origin", origin.to_owned());
    let site = |site: &str| ("sec-fetch-site", site.to_owned());
    vec![
        ("no content type", vec![], 415),
        ("plain text", vec![kind("text/plain")], 415),
        ("JSON", vec![kind("application/json")], 415),
        ("multipart", vec![kind("multipart/form-data; boundary=x")], 415),
        (
            "two in one type",
            vec![kind("text/plain, application/x-www-form-urlencoded")],
            415,
        ),
        (
            "packed",
            vec![form(), ("content-encoding", "gzip".to_owned())],
            415,
        ),
        (
            "unpacked",
            vec![form(), ("content-encoding", "identity".to_owned())],
            415,
        ),
        (
            "a foreign origin",
            vec![form(), from("https://evil.example")],
            403,
        ),
        ("our host, no port", vec![form(), from("http://127.0.0.1")], 403),
        (
            "our host by https",
            vec![form(), from(&origin.replace("http:", "https:"))],
            403,
        ),
        (
            "our origin and more",
            vec![form(), from(&format!("{origin}.evil.example"))],
            403,
        ),
        (
            "our origin as a path",
            vec![form(), from(&format!("{origin}/"))],
            403,
        ),
        ("the null origin", vec![form(), from("null")], 403),
        (
            "the null origin elsewhere",
            vec![form(), from("null"), site("cross-site")],
            403,
        ),
        (
            "the null origin by hand",
            vec![form(), from("null"), site("none")],
            403,
        ),
        (
            "our origin from elsewhere",
            vec![form(), from(origin), site("cross-site")],
            403,
        ),
        (
            "a sister site",
            vec![form(), from(origin), site("same-site")],
            403,
        ),
        ("a site of the future", vec![form(), site("same-planet")], 403),
    ]
}

/// Sends all of it to one form.
async fn attack(portal: &TestPortal, form: &Form, visitor: &mut Visitor, foreign: &str) {
    // Earlier notifications leave the outbox by themselves.
    portal.mails().await;
    let mut raw_database = RawDatabase::of(portal);
    let token = csrf(visitor, &form.page).await;
    // The form in the footer is on every page, each with its own language and return path.
    let is_own = form.path != "/language";
    let stands = is_own && visitor.page().html.contains(&format!("action=\"{}\"", form.path));
    let before = raw_database.everything();
    let mut judge = |what: &str, status: u16, page: &Page| {
        let what = format!("{} with {what}", form.path);
        assert_eq!(page.status, status, "{what}: {page:?}");
        assert_proper(page);
        assert!(!page.html.contains("canary-7f3a"), "{what} gives a secret back");
        assert_eq!(raw_database.everything(), before, "{what} changed something");
    };

    for (what, body, status) in form.bodies(&token, foreign) {
        let page = visitor.submit_raw(&form.path, body.clone(), &[FORM]).await;
        judge(&what, status, &page);
        for field in form.fields.iter().filter(|field| !field.secret) {
            let as_typed = format!("&{}={}", field.name, plus(field.value));
            let is_shown = stands
                && !["two_factor", "two_factor_required", "sure"].contains(&field.name)
                && page.has_field(field.name);
            if is_shown && body.contains(&format!("{as_typed}&")) {
                assert!(
                    page.holds(field.name, field.value),
                    "{} with {what}: {page:?}",
                    form.path
                );
            }
        }
    }
    let right = format!("csrf={token}{}", form.filled());
    for (what, headers, status) in wrong_headers(&portal.url()) {
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let page = visitor.submit_raw(&form.path, right.clone(), &headers).await;
        judge(what, status, &page);
    }
    let padding = "a".repeat(16 * 1024 + 1 - right.len() - "&x=".len());
    let page = visitor
        .submit_raw(&form.path, format!("{right}&x={padding}"), &[FORM])
        .await;
    judge("a byte too much", 413, &page);
    for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "post"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let page = visitor
            .request(method.clone(), &form.path)
            .form(&[("csrf", &token)])
            .send()
            .await;
        judge(method.as_str(), 405, &page);
        assert_eq!(page.header("allow"), Some(form.allow));
    }
    if form.allow == "POST" {
        let page = visitor.open(&form.path).await;
        judge("GET", 405, &page);
        assert_eq!(page.header("allow"), Some("POST"));
    }
}

/// A token of another browser.
async fn foreign_token(portal: &TestPortal) -> String {
    csrf(&mut portal.visitor(), "/login").await
}

/// Numbers from a seed (the generator `SplitMix64`), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    fn nasty(&mut self) -> &'static str {
        NASTY[self.below(NASTY.len())]
    }
}

const MARKUP: &str = "\"'><svg/onload=1>";

/// Values that have broken other servers.
const NASTY: [&str; 28] = [
    MARKUP,
    "{{7*7}}${7*7}<%= 7*7 %>",
    "' OR 1=1 --",
    "'; DROP TABLE accounts; --",
    "\u{0}",
    "\u{fffd}",
    "\u{202e}evil",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "\u{fdfa}\u{fdfa}\u{fdfa}",
    "\u{130}\u{131}\u{df}\u{1e9e}\u{17f}\u{212a}",
    "\u{e0001}\u{e007f}",
    "\r\nSet-Cookie: a=b\r\n\r\n<h1>",
    "%0d%0aLocation:%20https://evil.example",
    "//evil.example/",
    "/\\evil.example",
    "000000",
    "\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}",
    "+00000",
    "-12345",
    "1e5",
    "true",
    "null",
    "[]",
    "99999999999999999999999999999999",
    "../../../../etc/passwd",
    "a@b.fi\r\nBcc: c@d.fi",
    "alice",
    "passwordpasswordpassword1!",
];

/// A mutated body of the form.
fn mutated(form: &Form, token: &str, dice: &mut Dice) -> Vec<u8> {
    let mut fields: Vec<(String, String)> = form
        .fields
        .iter()
        .map(|field| (field.name.to_owned(), plus(field.value)))
        .collect();
    fields.push(("csrf".to_owned(), token.to_owned()));
    for _ in 0..=dice.below(4) {
        let at = dice.below(fields.len());
        match dice.below(8) {
            0..4 => fields[at].1 = plus(dice.nasty()),
            4 => fields[at].1 = plus(&dice.nasty().repeat(dice.below(60))),
            5 => fields[at].0 = plus(dice.nasty()),
            6 => fields.push((fields[at].0.clone(), plus(dice.nasty()))),
            _ => fields[at].1.push_str("%E2%28%A1"),
        }
        // Most keep their token, so that they pass the first check.
        if dice.below(8) != 0 {
            fields.retain(|(name, _)| name != "csrf");
            fields.push(("csrf".to_owned(), token.to_owned()));
        }
    }
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mut body = pairs.join("&").into_bytes();
    if dice.below(10) == 0 {
        let at = dice.below(body.len());
        body[at] = u8::try_from(dice.below(256)).unwrap();
    }
    body
}

/// How often each form is sent mutated, in a full run.
fn rounds(usually: usize) -> usize {
    let more = std::env::var("TEST_MUTATIONS").ok();
    more.and_then(|more| more.parse().ok()).unwrap_or(usually)
}

async fn mutate(form: &Form, visitor: &mut Visitor, dice: &mut Dice, rounds: usize) {
    let mut token = String::new();
    for round in 0..rounds {
        // The page itself may be gone if a mutation was a valid form.
        if token.is_empty() || round % 50 == 0 {
            let shown = visitor.open(&form.page).await;
            token = shown.field_value("csrf").unwrap_or_default();
        }
        let body = mutated(form, &token, dice);
        let what = format!("{} round {round}: {}", form.path, String::from_utf8_lossy(&body));
        let page = visitor.submit_raw(&form.path, body, &[FORM]).await;
        // A full hashing queue is a legitimate answer, not a fault.
        assert!(page.status < 500 || page.status == 503, "{what}: {page:?}");
        if matches!(page.status, 303 | 403) {
            token.clear();
        }
        if page.location().is_none() {
            assert_proper(&page);
        }
        let markup = page.html.contains("<svg/onload") || page.html.contains("<h1>\r\n");
        assert!(!markup, "{what}: {}", page.html);
        let elsewhere = page
            .location()
            .is_some_and(|to| !to.starts_with('/') || to.starts_with("//"));
        assert!(!elsewhere, "{what}: {page:?}");
        assert!(
            page.header("set-cookie")
                .is_none_or(|cookie| cookie.starts_with("vestibule-"))
        );
    }
}

/// The routes that accept a form. The first run and the hooks have separate tests.
fn posted_routes() -> Vec<&'static str> {
    let posted = mounted().into_iter().filter(|(how, _)| *how != "get");
    let routes: Vec<&str> = posted
        .map(|(_, route)| route)
        .filter(|route| !route.starts_with("/hooks/") && !route.starts_with("/welcome/"))
        .collect();
    assert!(routes.len() > 40, "{routes:?}");
    routes
}

on_both_databases! {
    async fn no_form_of_an_account_takes_what_it_did_not_ask_for(portal) {
        let foreign = foreign_token(&portal).await;
        for (form, mut visitor) in forms(&portal).await {
            attack(&portal, &form, &mut visitor, &foreign).await;
        }
    }

    async fn the_first_run_takes_only_what_it_asked_for(portal) {
        let foreign = foreign_token(&portal).await;
        let (form, mut visitor) = first_form(&portal).await;
        attack(&portal, &form, &mut visitor, &foreign).await;
    }

    async fn a_right_form_of_exactly_16_kib_is_read(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, "/login").await;
        let start = encoded(&[("csrf", &token), ("username", "alice"), ("password", "wrong one")]);
        let body = format!("{start}&x={}", "a".repeat(16 * 1024 - start.len() - 3));
        assert_eq!(body.len(), 16 * 1024);
        let page = visitor.submit_raw("/login", body, &[FORM]).await;
        assert_eq!(page.status, 422, "{page:?}");
    }

    async fn a_browser_that_hides_its_origin_from_itself_is_let_in(portal) {
        let (person, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let token = csrf(&mut visitor, "/login").await;
        let body = encoded(&[("csrf", &token), ("username", &person.username), ("password", PASSWORD)]);
        let headers = [FORM, ("origin", "null"), ("sec-fetch-site", "same-origin")];
        let page = visitor.submit_raw("/login", body, &headers).await;
        assert_eq!(page.location(), Some("/account"), "{page:?}");
    }

    async fn a_form_sets_only_what_it_shows(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let token = csrf(&mut visitor, "/account/details").await;
        let mut raw_database = RawDatabase::of(&portal);
        let unchangeable =
            "SELECT username || id || password_hash || epoch || COALESCE(main_account_id, '') AS line \
             FROM accounts";
        let before = raw_database.lines(unchangeable);
        let body = encoded(&[
            ("csrf", &token), ("email", "new@example.com"), ("username", "root"), ("epoch", "9"),
            ("main_account_id", "x"), ("manager", "on"), ("two_factor_required", "on"), ("disabled_at", "1"), ("role", "admin"), ("password_hash", "x"),
        ]);
        let page = visitor.submit_raw("/account/details", body, &[FORM]).await;
        assert_eq!(page.location(), Some("/account/email"));
        assert_eq!(raw_database.lines(unchangeable), before);
        let waiting = "SELECT destination AS line FROM out_of_band_codes";
        assert_eq!(raw_database.lines(waiting), ["new@example.com"]);
    }

    async fn addresses_that_nobody_writes_have_a_page_too(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        for path in [
            "/nothing", "/login/", "/account/x", "/login//code", "/LOGIN", "/login%00", "/welcome/%ff",
            "/welcome/%C3%28", "/welcome/a%2fb", "/welcome/", "/welcome/%00", "/static/",
            "/static/..%2fCargo.toml",
            "/static/vestibule.css/x", "/%2e%2e/etc/passwd", "/account;/security", "/.git/config", "/.env",
        ] {
            let page = visitor.open(path).await;
            assert_eq!(page.status, 404, "{path}: {page:?}");
            assert_proper(&page);
        }
        let long = format!("/welcome/{}", "a".repeat(8000));
        assert_eq!(visitor.open(&long).await.status, 404);
    }

    async fn the_form_for_a_set_up_code_takes_nothing_that_it_did_not_ask_for(portal) {
        people::main_account_with_totp(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let portal = portal.cut_off().await;
        administer::reset_second_factor(portal.services(), "Bob").await.unwrap();
        let mut visitor = portal.visitor();
        assert_eq!(bob.give_password(&mut visitor).await.path, "/login/setup-code");
        // Notifications cannot be sent here.
        RawDatabase::of(&portal).execute("DELETE FROM outbox");
        let foreign = foreign_token(&portal).await;
        let form = form("/login/setup-code", vec![secret("code")]);
        attack(&portal, &form, &mut visitor, &foreign).await;
    }

    async fn no_form_of_the_route_table_is_left_out(portal) {
        let sent: BTreeSet<String> = forms(&portal).await.iter().map(|(form, _)| route_of(&form.path)).collect();
        // The form for a set-up code is shown only if nothing can be sent, and has a separate test.
        let missing: Vec<&str> = posted_routes()
            .into_iter()
            .filter(|route| *route != "/login/setup-code" && !sent.contains(*route))
            .collect();
        assert!(missing.is_empty(), "not attacked: {missing:?}");
    }

    async fn random_mutations_of_every_form_break_nothing(portal) {
        let mut dice = Dice(7);
        for (form, mut visitor) in forms(&portal).await {
            for sender in 0..5 {
                // Each from another address, so that the throttle does not hide the parsers.
                visitor = visitor.with_address(&format!("203.0.113.{}", sender + 1));
                mutate(&form, &mut visitor, &mut dice, rounds(30) / 5).await;
            }
        }
    }

    async fn random_mutations_of_the_first_form_break_nothing(portal) {
        let (form, mut visitor) = first_form(&portal).await;
        mutate(&form, &mut visitor, &mut Dice(11), rounds(60)).await;
    }
}
