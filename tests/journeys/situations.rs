//! Problems that are typical of portals like this one, and how they end here.

use reqwest::Method;
use vestibule::{
    domain::account::{Email, Username},
    flows::administer,
};

use crate::support::{
    people::{self, PASSWORD, Person},
    phone::Phone,
    portal::on_both_databases,
    visitor::Visitor,
};

const ADDRESSES: &str = "/account/security/ip";

/// The address of the visitor, according to the page of allowed addresses.
async fn address_of(visitor: &mut Visitor) -> String {
    let page = visitor.open(ADDRESSES).await;
    let codes = page.select("code");
    codes.first().cloned().unwrap_or_else(|| page.text())
}

/// The digits as an Arabic keyboard types them, preceded by a directional mark.
fn in_arabic(digits: &str) -> String {
    let digits = digits
        .bytes()
        .map(|digit| char::from_u32(0x0660 + u32::from(digit - b'0')).unwrap());
    std::iter::once('\u{200f}').chain(digits).collect()
}

on_both_databases! {
    // --- Addresses, cookies, origins ---

    async fn a_proxy_may_write_a_port_behind_the_address(portal) {
        let (alice, _) = people::main_account(&portal).await;
        for (written, read) in [
            ("203.0.113.9:51234", "203.0.113.9"),
            ("[2001:db8:1:2::7]:51234", "2001:db8:1:2::7"),
            ("fe80::7%eth0", "fe80::7"),
        ] {
            let mut visitor = portal.visitor().with_address(written);
            alice.give_password(&mut visitor).await;
            assert_eq!(address_of(&mut visitor).await, read);
        }
    }

    async fn an_address_that_cannot_be_read_is_refused_and_shared_by_nobody(portal) {
        let (alice, _) = people::main_account(&portal).await;
        for written in ["unknown", "", "203.0.113.9, ?", "0.0.0.0"] {
            let mut visitor = portal.visitor().with_address(written);
            let page = visitor.open("/login").await;
            assert_eq!((page.status, page.heading().as_str()), (400, "We cannot read your IP address"), "{written}");
            assert!(page.text().contains("not your fault"), "{}", page.text());
        }
        let mut visitor = portal.visitor().with_address("?, 203.0.113.9");
        assert_eq!(alice.give_password(&mut visitor).await.heading(), "Your account", "a stranger's own junk");
    }

    async fn a_cookie_of_a_neighbour_in_another_encoding_signs_nobody_out(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        for (before, after) in [(&b""[..], &b"; x=\xe4"[..]), (b"x=\xe4\xf6; ", b""), (b"=; ;x; ", b"; \xff")] {
            let ours: Vec<String> =
                alice.cookies().iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
            let cookies = [before, ours.join("; ").as_bytes(), after].concat();
            let page = alice.request(Method::GET, "/account").header("cookie", &cookies).send().await;
            assert_eq!((page.status, page.heading().as_str()), (200, "Your account"), "{cookies:?}");
            let token = page.field_value("csrf").unwrap();
            let page = alice
                .request(Method::POST, "/account/sessions/end-others")
                .like_a_form("same-origin")
                .header("cookie", &cookies)
                .form(&[("csrf", &token)])
                .send()
                .await;
            assert_eq!(page.status, 303, "{}", page.text());
        }
    }

    async fn a_browser_without_cookies_is_told_that_they_are_needed(portal) {
        people::main_account(&portal).await;
        let mut visitor = portal.visitor();
        let token = visitor.open("/login").await.field_value("csrf").unwrap();
        let fields = [("csrf", &*token), ("username", "alice"), ("password", PASSWORD)];
        let page = visitor
            .request(Method::POST, "/login")
            .like_a_form("same-origin")
            .without_cookies()
            .form(&fields)
            .send()
            .await;
        assert_eq!(page.status, 403);
        assert!(page.problems()[0].contains("Allow cookies for this site"), "{:?}", page.problems());
        assert_eq!(page.field_value("username").as_deref(), Some("alice"), "nothing typed is lost");
        let page = visitor
            .request(Method::POST, "/logout")
            .like_a_form("same-origin")
            .without_cookies()
            .form(&[("csrf", &token)])
            .send()
            .await;
        assert_eq!((page.status, page.heading().as_str()), (403, "Cookies are needed"));
        let page = visitor.request(Method::POST, "/login").like_a_form("same-origin").form(&fields[1..]).send().await;
        assert!(page.problems()[0].contains("open for too long"), "with a cookie, and no token");
    }

    async fn a_page_that_was_opened_at_another_address_names_the_right_one(portal) {
        people::main_account(&portal).await;
        let other = portal.url().replace("127.0.0.1", "localhost");
        let mut visitor = portal.visitor().through(&other);
        visitor.open("/login").await;
        visitor.fill("username", "alice").fill("password", PASSWORD);
        let page = visitor.press("Sign in").await;
        assert_eq!((page.status, page.heading().as_str()), (403, "This site has another address"));
        assert!(page.text().contains(&other) && page.text().contains(&portal.url()), "{}", page.text());
        assert_eq!(page.link(&format!("Open {}", portal.url())).as_deref(), Some(&*portal.url()));

        // An old browser sends only the origin.
        let token = visitor.open("/login").await.field_value("csrf").unwrap();
        let fields = [("csrf", &*token), ("username", "alice"), ("password", PASSWORD)];
        let page = visitor.request(Method::POST, "/login").header("origin", &other).form(&fields).send().await;
        assert_eq!(page.heading(), "This site has another address");
        // Another site's page does not learn it.
        let page = visitor
            .request(Method::POST, "/login")
            .header("origin", "https://evil.example")
            .header("sec-fetch-site", "cross-site")
            .form(&fields)
            .send()
            .await;
        assert_eq!((page.status, page.heading().as_str()), (403, "This form came from another site"));
    }

    async fn a_link_for_one_person_does_not_end_on_the_account_of_another(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/subaccounts/new").await;
        alice.fill("username", "Carol").fill("email", "carol@example.com");
        alice.press("Create").await;
        let link = portal.mailed_invitation().await;

        let page = alice.open(&link).await;
        assert!(page.text().contains("You are signed in as Alice in this browser. This link is for Carol"), "{}", page.text());
        alice.fill("password", "thimble gravel orbit plum");
        alice.press("Set password").await;
        let page = alice.land().await;
        assert_eq!(page.heading(), "You are signed in as Alice");
        assert!(page.text().contains("The password is set."), "{}", page.text());
        assert_eq!(page.link("Continue as Alice").as_deref(), Some("/account"));
        alice.press_in("main", "Sign out").await;
        assert_eq!(alice.land().await.heading(), "Sign in");
        alice.fill("username", "carol").fill("password", "thimble gravel orbit plum");
        alice.press("Sign in").await;
        assert_eq!(alice.land().await.heading(), "Your account");

        let mut nobody = portal.visitor();
        let page = nobody.open("/login?password-set").await;
        assert_eq!(page.heading(), "Sign in", "nobody is signed in");
    }

    async fn a_list_of_addresses_begins_with_the_network_that_a_device_stays_in(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut visitor = portal.visitor().with_address("2001:db8:1:2:aaaa:bbbb:cccc:dddd");
        alice.give_password(&mut visitor).await;
        let page = visitor.open(ADDRESSES).await;
        assert_eq!(page.field_value("allowed_addresses").as_deref(), Some("2001:db8:1:2::/64"));
        assert!(page.text().contains("put the network on the list"), "{}", page.text());
        assert_eq!(visitor.press("Save").await.status, 303);
        let mut tomorrow = portal.visitor().with_address("2001:db8:1:2:1111:2222:3333:4444");
        assert_eq!(alice.give_password(&mut tomorrow).await.heading(), "Your account");

        // Approval through a mailed link applies to the network, too.
        let mut elsewhere = portal.visitor().with_address("2001:db8:9:9::1");
        let page = alice.give_password(&mut elsewhere).await;
        assert!(page.text().contains("2001:db8:9:9::/64 is not one of them"), "{}", page.text());
        let link = portal.mailed_path("/approve-address/").await;
        let mut mailbox = portal.visitor();
        mailbox.open(&link).await;
        mailbox.press("Approve").await;
        let mut later = portal.visitor().with_address("2001:db8:9:9::ffff");
        assert_eq!(alice.give_password(&mut later).await.heading(), "Your account");
        let mut next_door = portal.visitor().with_address("2001:db8:9:a::1");
        assert_eq!(alice.give_password(&mut next_door).await.heading(), "Sign-in blocked from this IP address");
    }

    async fn a_password_manager_finds_the_page_that_changes_the_password(portal) {
        let page = portal.visitor().open("/.well-known/change-password").await;
        assert_eq!((page.status, page.location()), (302, Some("/account/password")));
    }

    async fn an_e_mail_address_signs_in_where_it_belongs_to_one_account(portal) {
        let (alice, _) = people::main_account(&portal).await;
        for typed in ["alice@example.com", " Alice@EXAMPLE.com ", "\u{feff}alice@example.com\u{200b}"] {
            let mut visitor = portal.visitor();
            let by_address = Person { username: typed.to_owned(), ..alice.clone() };
            assert_eq!(by_address.give_password(&mut visitor).await.heading(), "Your account", "{typed:?}");
        }
        // Two accounts with one address: neither matches.
        let bob = people::added_by_operator(&portal, "Bob").await;
        let by_address = Person { username: "added@example.com".to_owned(), ..bob.clone() };
        let mut visitor = portal.visitor();
        assert_eq!(by_address.give_password(&mut visitor).await.heading(), "Your account");
        people::added_by_operator(&portal, "Carol").await;
        let mut visitor = portal.visitor();
        let several = by_address.give_password(&mut visitor).await;
        let nobody = Person { username: "nobody@example.com".to_owned(), ..bob.clone() };
        let mut visitor = portal.visitor();
        let unknown = nobody.give_password(&mut visitor).await;
        assert_eq!((several.status, several.problems()), (422, unknown.problems()));
        assert_eq!(bob.give_password(&mut portal.visitor()).await.heading(), "Your account", "by the user name");
    }

    async fn an_address_names_its_owner_whatever_another_customer_gives_a_subaccount(portal) {
        let (alice, _) = people::main_account(&portal).await;
        let mut eve = people::added_by_operator(&portal, "Eve").await.sign_in(&portal).await;
        let mut add = async |username: &str, email: &str| {
            eve.open("/subaccounts/new").await;
            eve.fill("username", username).fill("email", email);
            eve.press("Create").await
        };
        assert_eq!(add("mallory", "alice@example.com").await.status, 303);
        assert_eq!(add("Alice@Example.com", "alice@example.com").await.status, 303);
        let page = add("mallory@example.com", "other@example.com").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("has to be the same as the e-mail address"), "{:?}", page.problems());
        let by_address = Person { username: "alice@example.com".to_owned(), ..alice };
        assert_eq!(by_address.give_password(&mut portal.visitor()).await.heading(), "Your account");

        // A person whose own address is their user name signs in with it.
        assert_eq!(add("carol@example.com", "Carol@example.com").await.status, 303);
        let mut carol = portal.visitor();
        carol.open(&portal.mailed_invitation().await).await;
        carol.fill("password", &by_address.password);
        assert_eq!(carol.press("Set password").await.status, 303);
        let carol = Person { username: "carol@example.com".to_owned(), ..by_address };
        let page = carol.give_password(&mut portal.visitor()).await;
        assert!(page.text().contains("carol@example.com"), "{}", page.text());
    }

    async fn a_request_that_takes_no_encoding_gets_the_page(portal) {
        let mut visitor = portal.visitor();
        for accepted in ["identity;q=0, *;q=0", "*;q=0", "br", "gzip;q=0, identity;q=0", "identity;q=0"] {
            let page = visitor.request(Method::GET, "/login").header("accept-encoding", accepted).send().await;
            assert_eq!((page.status, page.heading().as_str()), (200, "Sign in"), "{accepted}");
            assert_eq!(page.header("content-encoding"), None, "{accepted}");
        }
    }

    // --- Input ---

    async fn what_is_pasted_with_invisible_signs_or_typed_in_another_script_is_read(portal) {
        let (mut alice, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open("/account/security/authenticator").await;
        alice.phone = Some(people::phone_of(&page));
        visitor.fill("code", &in_arabic(&alice.code(&portal)));
        visitor.press("Enable").await;
        alice.recovery_codes = visitor.land().await.select("#recovery-codes li");
        assert_eq!(alice.recovery_codes.len(), 10);

        portal.wait(30);
        let pasted = Person { username: "\u{202a}al\u{200b}ice\u{202c}".to_owned(), ..alice.clone() };
        let mut visitor = portal.visitor();
        pasted.give_password(&mut visitor).await;
        let wide: String = alice
            .code(&portal)
            .bytes()
            .map(|digit| char::from_u32(0xff10 + u32::from(digit - b'0')).unwrap())
            .collect();
        assert_eq!(alice.give_code(&mut visitor, &wide).await.location(), Some("/account"));

        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        visitor.click("Use a recovery code").await;
        let code = format!("\u{feff}{}\u{00ad}", alice.recovery_codes[0].replace('-', "\u{2011}"));
        visitor.fill("code", &code);
        assert_eq!(visitor.press("Log in").await.status, 303);
    }

    async fn a_number_and_an_address_are_read_as_they_are_pasted(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/account/details").await;
        alice.fill("phone", "\u{202a}+\u{0663}\u{0665}\u{0668} 40\u{00a0}123\u{2011}4567\u{202c}");
        alice.press("Save").await;
        assert_eq!(alice.land().await.heading(), "Confirm your phone number");
        alice.open(ADDRESSES).await;
        alice.fill("allowed_addresses", "\u{feff}127.0.0.0/8\u{200b}\n\u{200e}2001:db8::/32");
        assert_eq!(alice.press("Save").await.status, 303, "{:?}", alice.page().problems());
        assert_eq!(alice.open(ADDRESSES).await.field_value("allowed_addresses").as_deref(), Some("127.0.0.0/8\n2001:db8::/32"));
    }

    async fn an_address_that_no_mail_can_go_to_is_refused_where_it_is_entered(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        for bad in ["a@example-.com", "a@*.example.com", &format!("{}@example.com", "a".repeat(65)), &format!("a@{}.example", "b".repeat(64))] {
            for page in ["/account/details", "/subaccounts/new"] {
                alice.open(page).await;
                if page == "/subaccounts/new" {
                    alice.fill("username", "Carol");
                }
                alice.fill("email", bad);
                let button = if page == "/subaccounts/new" { "Create" } else { "Save" };
                let answer = alice.press(button).await;
                assert_eq!(answer.status, 422, "{bad} at {page}");
                assert!(answer.problems()[0].contains("No e-mail can be sent"), "{:?}", answer.problems());
                assert_eq!(answer.field_value("email").as_deref(), Some(bad));
            }
        }
    }

    // --- Who is told, and whom to ask ---

    async fn what_the_operator_does_is_mailed_to_its_account(portal) {
        people::main_account(&portal).await;
        let subjects = async || -> Vec<String> {
            let mails = portal.all_mails().await;
            mails.iter().map(|mail| mail.subject().as_str().to_owned()).collect()
        };
        subjects().await;
        let new = administer::NewAccount {
            username: Username::parse("Carol").unwrap(),
            email: Email::parse("carol@example.com").unwrap(),
            number: None,
            main: Some(people::called("Alice")),
            manager: false,
            two_factor_required: false,
            language: None,
        };
        administer::add(portal.services(), new, PASSWORD).await.unwrap();
        assert_eq!(subjects().await, ["Acme Panel: You have an account"]);
        administer::unlock(portal.services(), "carol").await.unwrap();
        assert_eq!(subjects().await, ["Acme Panel: Your account was unlocked"]);
        administer::require_second_factor(portal.services(), "carol").await.unwrap();
        assert_eq!(subjects().await, ["Acme Panel: Two-factor authentication is now required"]);
        administer::no_longer_require_second_factor(portal.services(), "carol").await.unwrap();
        assert_eq!(subjects().await, ["Acme Panel: Two-factor authentication is no longer required"]);
        assert!(!administer::no_longer_require_second_factor(portal.services(), "carol").await.unwrap().changed);
        assert!(subjects().await.is_empty(), "nothing was done");
    }

    async fn whoever_is_stuck_is_told_who_holds_their_main_account(portal) {
        people::main_account(&portal).await;
        let mut carol = people::subaccount(&portal, "Carol").await;
        let mut visitor = carol.sign_in(&portal).await;
        carol.set_up_authenticator(&portal, &mut visitor).await;
        let mut visitor = portal.visitor();
        carol.give_password(&mut visitor).await;
        for path in ["/login/recovery", "/login/backup"] {
            let page = visitor.open(path).await;
            assert!(page.text().contains("Ask Alice , who manages your account."), "{path}: {}", page.text());
        }
        let portal = portal.rebuilt(|settings| settings.sign_in.support = Some("mailto:help@example.com".to_owned())).await;
        let mut visitor = portal.visitor();
        carol.give_password(&mut visitor).await;
        let page = visitor.open("/login/recovery").await;
        assert!(page.text().contains("Ask Alice , who manages your account. Or write to help@example.com."), "{}", page.text());
    }

    async fn an_account_that_a_password_opens_is_told_why_that_is_too_little(portal) {
        let (mut alice, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open("/account").await;
        assert!(page.text().contains("Every day, passwords are stolen"), "{}", page.text());
        assert_eq!(page.link("Set up two-factor authentication").as_deref(), Some("/account/security/authenticator"));
        assert_eq!(page.link("Allow only your addresses").as_deref(), Some(ADDRESSES));
        visitor.open(ADDRESSES).await;
        visitor.press("Save").await;
        let page = visitor.open("/account").await;
        assert_eq!(page.link("Allow only your addresses"), None, "there is a list");
        alice.set_up_authenticator(&portal, &mut visitor).await;
        assert!(!visitor.open("/account").await.text().contains("Every day, passwords are stolen"));
    }

    async fn after_a_recovery_code_there_are_thirty_minutes_for_the_new_app(portal) {
        let (mut alice, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        visitor.click("Use a recovery code").await;
        visitor.fill("code", &alice.recovery_codes[0]);
        visitor.press("Log in").await;
        visitor.land().await;
        let page = visitor.open("/account/security/authenticator").await;
        let key = page.select("#key");
        assert!(!key.is_empty(), "{}", page.text());
        alice.phone = Some(people::phone_of(&page));
        portal.wait(25 * 60);
        visitor.open("/account/security/authenticator").await;
        let page = alice.confirm_password(&mut visitor).await;
        assert_eq!(page.select("#key"), key, "the same key: {}", page.text());
        visitor.fill("code", &alice.code(&portal));
        visitor.press("Enable").await;
        assert!(visitor.land().await.text().contains("Your new authenticator is set up"));
    }

    async fn an_account_in_keepassxc_signs_in(portal) {
        // The app uses the machine's clock.
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        portal.wait(i64::try_from(now.as_secs()).unwrap() - portal.now());
        let (alice, mut visitor) = people::main_account(&portal).await;
        let page = visitor.open("/account/security/authenticator").await;
        let uri = page.attribute("a[href^='otpauth:']", "href").expect("the link that opens an app");
        visitor.fill("code", &Phone::code_of_keepassxc(&uri));
        visitor.press("Enable").await;
        assert_eq!(visitor.land().await.heading(), "Recovery codes");
        portal.wait(30);
        let mut visitor = portal.visitor();
        assert_eq!(alice.give_password(&mut visitor).await.heading(), "Enter your one-time password");
    }
}
