//! The language in which a person reads and hears messages, independent of who caused them.

use reqwest::Method;

use vestibule::{
    domain::{account::AccountId, language::Language},
    store::{accounts, languages},
};

use crate::support::{
    page::Page,
    people::{self, called},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const DETAILS: &str = "/account/details";

/// The language of a page; all indications of it must agree.
fn language(page: &Page) -> String {
    let language = page.attribute("html", "lang").unwrap_or_default();
    assert_eq!(
        page.header("content-language"),
        Some(language.as_str()),
        "{page:?}"
    );
    let vary = page.headers_joined("vary").to_lowercase();
    assert!(
        vary.contains("accept-language") && vary.contains("cookie"),
        "{vary}"
    );
    assert_eq!(
        page.attribute("#language-of-page option[selected]", "value"),
        Some(language.clone())
    );
    language
}

/// Opens a page in a browser that asks for these languages.
async fn open(visitor: &mut Visitor, path: &str, wish: &[u8]) -> Page {
    visitor
        .request(Method::GET, path)
        .header("accept-language", wish)
        .send()
        .await
}

/// Chooses a language in the footer of the current page.
async fn choose(visitor: &mut Visitor, language: &str) -> Page {
    let page = visitor.page();
    let field = |name| {
        page.attribute(&format!("form.language [name={name}]"), "value")
            .unwrap_or_default()
    };
    let (csrf, return_to) = (field("csrf"), field("return_to"));
    let form = [
        ("csrf", csrf.as_str()),
        ("return_to", &return_to),
        ("language", language),
    ];
    visitor
        .request(Method::POST, "/language")
        .like_a_form("same-origin")
        .form(&form)
        .send()
        .await
}

/// The language that a person chose, without a page.
async fn set_language(portal: &TestPortal, account: &AccountId, language: Option<Language>) {
    let account = account.clone();
    let database = &portal.services().database;
    let set = database.run(move |conn| languages::set(conn, &account, language.as_ref()));
    set.await.unwrap();
}

/// Does the first step of a sign-in on a page whose button says this.
async fn give_password(visitor: &mut Visitor, person: &people::Person, button: &str) -> Page {
    visitor.open("/login").await;
    visitor
        .fill("username", &person.username)
        .fill("password", &person.password);
    visitor.press(button).await;
    visitor.land().await
}

/// Begins a sign-in whose second step is a code to the phone.
async fn ask_for_a_code(portal: &TestPortal, person: &people::Person, button: &str) -> String {
    let mut visitor = portal.visitor();
    person.give_password(&mut visitor).await;
    visitor.press(button).await;
    portal.texts().remove(0).text
}

on_both_databases! {
    async fn the_browser_says_what_a_guest_reads(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        for (wish, expected) in [
            (&b"de-AT,de;q=0.9,en;q=0.8"[..], "de"),
            (b"sv, fi;q=0.4", "fi"),
            (b"es;q=0.2, fr-CA", "fr"),
            (b"zh, sv", "en"),
            (b"\xff\xfe", "en"),
            (b";;;,,,q=", "en"),
            (b"", "en"),
        ] {
            let page = open(&mut visitor, "/login", wish).await;
            assert_eq!(language(&page), expected, "{wish:?}");
        }
        assert_eq!(language(&visitor.open("/help").await), "en", "no wish at all");
    }

    async fn a_choice_is_kept_in_the_browser_and_leads_back_to_the_page(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        open(&mut visitor, "/forgotten-password?x=1&y=%2F", b"fi").await;
        let chosen = choose(&mut visitor, "de").await;
        assert_eq!((chosen.status, chosen.location()), (303, Some("/forgotten-password?x=1&y=%2F")));
        let cookie = chosen.headers_joined("set-cookie");
        for part in ["vestibule-language=de", "HttpOnly", "SameSite=Lax", "Max-Age=31536000", "Path=/"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        let page = open(&mut visitor, "/login", b"fi").await;
        assert_eq!((language(&page).as_str(), page.heading().as_str()), ("de", "Anmelden"));
        // A language that cannot be chosen is ignored.
        visitor.set_cookie("vestibule-language", "tlh");
        assert_eq!(language(&open(&mut visitor, "/login", b"fi").await), "fi");
        visitor.open("/login").await;
        let refused = choose(&mut visitor, "tlh").await;
        assert_eq!((refused.status, refused.cookie_set("vestibule-language")), (422, None));
        assert_eq!(language(&refused), "en");
        assert_eq!(choose(&mut visitor, "es").await.status, 303, "from the refusal too");
    }

    async fn a_choice_of_another_site_changes_nothing(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        for site in ["cross-site", "same-site"] {
            let form = [("csrf", ""), ("return_to", "/login"), ("language", "de")];
            let page = visitor.request(Method::POST, "/language").like_a_form(site).form(&form).send().await;
            assert_eq!((page.status, page.cookie_set("vestibule-language")), (403, None));
        }
        visitor.open("/login").await;
        let csrf = visitor.page().attribute("form.language [name=csrf]", "value").unwrap();
        let form = [("csrf", csrf.as_str()), ("return_to", "//evil.example/"), ("language", "de")];
        let page = visitor.request(Method::POST, "/language").like_a_form("same-origin").form(&form).send().await;
        assert_eq!((page.status, page.location()), (303, Some("/account")), "nowhere else");
    }

    async fn the_account_says_what_its_owner_reads_in_every_browser(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        assert_eq!(language(&open(&mut visitor, "/account", b"fr").await), "fr", "nothing chosen");
        visitor.open("/account").await;
        assert_eq!(choose(&mut visitor, "fi").await.status, 303);
        let mut elsewhere = portal.visitor();
        alice.give_password(&mut elsewhere).await;
        let page = open(&mut elsewhere, "/account", b"de").await;
        assert_eq!((language(&page).as_str(), page.heading().as_str()), ("fi", "Tilisi"));
        assert!(elsewhere.open("/account/activity").await.text().contains("Kieli vaihdettu"));
        // Refusals too.
        assert_eq!(language(&open(&mut elsewhere, "/nothing-here", b"de").await), "fi");
        // In the details, and back to the browser's language.
        elsewhere.open(DETAILS).await;
        elsewhere.choose("language", "de");
        assert_eq!(elsewhere.press_in("main", "Tallenna").await.status, 303);
        let page = elsewhere.land().await;
        assert!(page.text().contains("Ihre Angaben sind gespeichert."), "{}", page.text());
        elsewhere.tamper("language", "tlh");
        let page = elsewhere.press_in("main", "Speichern").await;
        assert_eq!((page.status, page.problems().len()), (422, 1));
        elsewhere.choose("language", "");
        assert_eq!(elsewhere.press_in("main", "Speichern").await.status, 303);
        assert_eq!(language(&open(&mut elsewhere, "/account", b"es").await), "es");
        // A form without the field leaves the language unchanged.
        choose(&mut elsewhere, "fi").await;
        elsewhere.open(DETAILS).await;
        let csrf = elsewhere.page().attribute("main [name=csrf]", "value").unwrap();
        let form = [("csrf", csrf.as_str()), ("email", "alice@example.com"), ("phone", "")];
        elsewhere.request(Method::POST, DETAILS).like_a_form("same-origin").form(&form).send().await;
        assert_eq!(language(&elsewhere.open("/account").await), "fi");
    }

    async fn signing_out_keeps_what_was_chosen(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        visitor.open("/account").await;
        choose(&mut visitor, "de").await;
        visitor.open("/account").await;
        visitor.press("Abmelden").await;
        assert_eq!(language(&visitor.open("/login").await), "de");
    }

    async fn refusals_speak_it_too(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        let long = "x".repeat(20_000);
        for (method, path, body, status) in [
            (Method::GET, "/nothing-here", "", 404),
            (Method::GET, "/invitation/made-up", "", 404),
            (Method::DELETE, "/login", "", 405),
            (Method::POST, "/login", "csrf=x", 403),
            (Method::POST, "/login", long.as_str(), 413),
        ] {
            let page = visitor
                .request(method, path)
                .like_a_form("same-origin")
                .header("accept-language", "de")
                .body(body)
                .send()
                .await;
            assert_eq!(page.status, status, "{path}");
            assert_eq!(language(&page), "de", "{path}");
            assert_eq!(choose(&mut visitor, "de").await.status, 303, "{path}");
            visitor.set_cookie("vestibule-language", "");
        }
    }

    async fn messages_are_in_the_language_of_whoever_gets_them(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        portal.mails().await;
        // Nobody chose a language.
        let text = ask_for_a_code(&portal, &bob, "Send SMS").await;
        assert!(text.starts_with("Acme Panel: your code is "), "{text}");
        // The main account reads Finnish, and so do its people.
        alice.open("/account").await;
        choose(&mut alice, "fi").await;
        portal.wait(120);
        let text = ask_for_a_code(&portal, &bob, "Send SMS").await;
        assert!(text.contains("koodi") && text.ends_with(&format!("#{}", &text[text.len() - 6..])), "{text}");
        // It chooses French for them.
        portal.wait(300);
        alice.open("/policy").await;
        alice.land().await;
        alice.fill("password", people::PASSWORD);
        alice.press_in("main", "Vahvista").await;
        alice.land().await;
        alice.choose("language", "fr");
        assert_eq!(alice.press_in("main", "Tallenna").await.status, 303, "{:?}", alice.page());
        assert_eq!(alice.land().await.attribute("main option[selected]", "value").as_deref(), Some("fr"));
        portal.mails().await;
        portal.wait(300);
        let text = ask_for_a_code(&portal, &bob, "Call me").await;
        assert!(text.starts_with("Ici ") || text.contains("code"), "{text}");
        assert!(!text.contains("Your code"), "{text}");
        people::ask_for_a_link(&portal, "Bob").await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.subject().as_str().contains("mot de passe"), "{}", mail.subject().as_str());
        // Bob reads German, whoever caused the message.
        let services = portal.services().clone();
        let bobs = people::id_of(&portal, &called("Bob")).await;
        let german = services.channels.words.named("de");
        set_language(&portal, &bobs, german).await;
        portal.wait(3600);
        people::ask_for_a_link(&portal, "Bob").await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.subject().as_str().contains("Passwort"), "{}", mail.subject().as_str());
    }

    async fn whoever_never_chose_is_written_to_in_what_their_browser_asks_for(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let carol = people::subaccount(&portal, "Carol").await;
        portal.mails().await;
        // A first visit, before anyone is signed in.
        let mut visitor = portal.visitor().asking_for("fi");
        give_password(&mut visitor, &bob, "Kirjaudu sisään").await;
        visitor.press("Lähetä tekstiviesti").await;
        assert!(portal.texts().remove(0).text.contains("koodi"));
        // After a sign-in, the language is known for messages that others cause.
        let mut visitor = portal.visitor().asking_for("de-AT");
        give_password(&mut visitor, &carol, "Anmelden").await;
        people::ask_for_a_link(&portal, "Carol").await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.subject().as_str().contains("Passwort"), "{}", mail.subject().as_str());
    }

    async fn whoever_has_a_copied_session_does_not_say_in_which_language_its_owner_is_warned(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        portal.mails().await;
        visitor.open("/account").await;
        let mut thief = visitor.thief();
        assert_eq!(language(&open(&mut thief, "/account", b"fi").await), "fi");
        people::ask_for_a_link(&portal, &alice.username).await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.text().contains("password"), "{}", mail.text());
        // A browser that asks for a language that there is not has pages in English, and so are the messages.
        let mut visitor = portal.visitor().asking_for("it");
        give_password(&mut visitor, &alice, "Sign in").await;
        let mut thief = visitor.thief();
        open(&mut thief, "/account", b"fi").await;
        portal.wait(3600);
        people::ask_for_a_link(&portal, &alice.username).await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.text().contains("password"), "{}", mail.text());
        // Its owner signs in again in another language, and is written to in that.
        let mut visitor = portal.visitor().asking_for("de");
        give_password(&mut visitor, &alice, "Anmelden").await;
        portal.wait(3600);
        people::ask_for_a_link(&portal, &alice.username).await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.text().contains("Passwort"), "{}", mail.text());
    }

    async fn whoever_signs_in_can_choose_another_language_than_their_accounts(portal) {
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let id = people::id_of(&portal, &called(&alice.username)).await;
        set_language(&portal, &id, Language::stored("fi")).await;
        let mut visitor = portal.visitor();
        let page = give_password(&mut visitor, &alice, "Sign in").await;
        assert_eq!(language(&page), "fi", "the account's");
        assert_eq!(choose(&mut visitor, "de").await.status, 303);
        let page = visitor.land().await;
        assert_eq!((language(&page).as_str(), page.path.as_str()), ("de", "/login/code"));
    }

    async fn a_removed_language_is_kept_until_its_reader_chooses_another(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let id = people::id_of(&portal, &called(&alice.username)).await;
        set_language(&portal, &id, Language::stored("sv")).await;
        let stored = || async {
            let (database, id) = (portal.services().database.clone(), id.clone());
            let found = database.run(move |conn| accounts::by_id(conn, &id)).await;
            found.unwrap().unwrap().account.language.map(|language| language.as_str().to_owned())
        };
        let page = visitor.open(DETAILS).await;
        assert_eq!(page.attribute("main [name=language] option[selected]", "value").as_deref(), Some("sv"));
        assert_eq!(visitor.press_in("main", "Save").await.status, 303);
        assert_eq!(stored().await.as_deref(), Some("sv"));
        // Messages are in what else is known.
        people::ask_for_a_link(&portal, &alice.username).await;
        assert!(portal.mails().await.pop().unwrap().text().contains("password"));
        visitor.open(DETAILS).await;
        visitor.choose("language", "");
        assert_eq!(visitor.press_in("main", "Save").await.status, 303);
        assert_eq!(stored().await, None);
        let page = visitor.open(DETAILS).await;
        assert!(page.select("main option[value=sv]").is_empty());
    }

    async fn the_language_of_the_browser_is_what_it_says_again(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        visitor.open("/account").await;
        choose(&mut visitor, "fi").await;
        visitor.open(DETAILS).await;
        visitor.choose("language", "");
        let page = visitor.press_in("main", "Tallenna").await;
        assert_eq!(page.cookie_set("vestibule-language").as_deref(), Some(""));
        assert_eq!(language(&open(&mut visitor, "/account", b"de").await), "de");
    }

    async fn changing_it_back_and_forth_leaves_one_entry(portal) {
        let (alice, mut visitor) = people::main_account(&portal).await;
        let entries = |page: Page| page.text().matches("Language changed").count();
        for language in ["fi", "de", "fi", "en"] {
            visitor.open("/account").await;
            choose(&mut visitor, language).await;
        }
        assert_eq!(entries(visitor.open("/account/activity").await), 1);
        portal.wait(3601);
        alice.give_password(&mut visitor).await;
        visitor.open("/account").await;
        choose(&mut visitor, "fi").await;
        visitor.open("/account").await;
        choose(&mut visitor, "en").await;
        assert_eq!(entries(visitor.open("/account/activity").await), 2);
    }

    async fn it_can_be_changed_on_the_answer_to_a_button(portal) {
        let (_, mut visitor) = people::main_account_with_totp(&portal).await;
        visitor.open("/account/security/manage").await;
        let form = "form[action='/account/security/disable']";
        let page = visitor.press_in(form, "Disable two-factor authentication").await;
        assert_eq!((page.status, page.path.as_str()), (422, "/account/security/disable"));
        assert_eq!(choose(&mut visitor, "de").await.status, 303);
        let page = visitor.land().await;
        assert_eq!((page.status, page.path.as_str()), (200, "/account/security/manage"));
    }

    async fn a_wrong_password_and_another_language_lose_no_way_back(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        visitor.open("/login?return_to=%2Faccount%2Fsecurity").await;
        visitor.fill("username", &alice.username).fill("password", "not this one, surely");
        assert_eq!(visitor.press("Sign in").await.status, 422);
        choose(&mut visitor, "de").await;
        visitor.land().await;
        visitor.fill("username", &alice.username).fill("password", &alice.password);
        visitor.press("Anmelden").await;
        assert_eq!(visitor.land().await.path, "/account/security");
    }

    async fn a_refused_form_of_another_site_sets_no_cookie(portal) {
        let mut visitor = portal.visitor();
        for path in ["/language", "/login", "/nothing-here"] {
            let form = [("language", "de")];
            let page = visitor.request(Method::POST, path).like_a_form("cross-site").form(&form).send().await;
            assert!(page.status >= 400, "{path}");
            assert_eq!(page.cookie_set("vestibule-csrf"), None, "{path}");
        }
        // A person who opens such a page gets one, and can use its form.
        assert!(visitor.open("/nothing-here").await.cookie_set("vestibule-csrf").is_some());
        assert_eq!(choose(&mut visitor, "de").await.status, 303);
    }

    async fn a_password_alone_does_not_say_in_which_language_its_owner_is_warned(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        visitor.open("/account").await;
        let mut thief = portal.visitor().asking_for("fi");
        give_password(&mut thief, &alice, "Kirjaudu sisään").await;
        portal.mails().await;
        for _ in 0..5 {
            let code = alice.wrong_code(&portal);
            thief.fill("code", &code);
            thief.press("Kirjaudu sisään").await;
            portal.wait(60);
        }
        let mails = portal.mails().await;
        assert!(!mails.is_empty());
        for mail in mails {
            assert!(mail.text().contains("entered the password"), "{}", mail.text());
        }
    }

    async fn an_invitation_is_in_the_language_of_whoever_sends_it(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let (_, mut mia) = people::manager_signed_in(&portal).await;
        alice.open("/account").await;
        choose(&mut alice, "fr").await;
        mia.open("/account").await;
        choose(&mut mia, "es").await;
        portal.mails().await;
        mia.open("/subaccounts/new").await;
        mia.fill("username", "Carol").fill("email", "carol@example.com");
        let form = mia.page().select("main form").len();
        assert_eq!(form, 1);
        mia.press_in("main form", "Crear").await;
        let mail = portal.mails().await.remove(0);
        assert!(mail.text().contains("contraseña"), "{}", mail.text());
    }

    async fn a_voice_speaks_the_language_that_it_names(portal) {
        let bob = {
            people::main_account(&portal).await;
            people::required_subaccount_with_number(&portal, "Bob").await
        };
        let bobs = people::id_of(&portal, &called("Bob")).await;
        for tag in ["de", "fr", "es", "fi"] {
            let services = portal.services();
            let chosen = services.channels.words.named(tag);
            set_language(&portal, &bobs, chosen).await;
            portal.wait(1800);
            let mut visitor = portal.visitor();
            bob.give_password(&mut visitor).await;
            let button = visitor.page().select("button[value=call]");
            visitor.press(&button[0]).await;
            let heard = portal.texts().remove(0);
            let code: Vec<String> = heard.code().chars().map(String::from).collect();
            assert_eq!(heard.text.matches(&code.join(" ")).count(), 2, "{tag}: {}", heard.text);
        }
    }
}
