//! Codes by SMS and call: the first sign-in, and a sign-in without the authenticator.

use vestibule::{
    delivery::Undelivered,
    domain::{
        account::{Email, Username},
        phone_number::{CountryPrefixes, PhoneNumber},
        policy::{FirstSignIn, Policy},
    },
    flows::administer::{self, NewAccount},
};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        page::Page,
        people::{self, NUMBER, Person, phone_of},
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

const BACKUP: &str = "/login/backup";

/// A main account and Bob, who must have a second factor and whose number is known.
async fn bob(portal: &TestPortal) -> Person {
    people::main_account(portal).await;
    people::required_subaccount_with_number(portal, "Bob").await
}

/// Bob at the second step of his first sign-in.
async fn begin(portal: &TestPortal, bob: &Person) -> Visitor {
    let mut visitor = portal.visitor();
    let page = bob.give_password(&mut visitor).await;
    assert_eq!(
        (page.path.as_str(), page.heading().as_str()),
        (BACKUP, "Confirm it is you")
    );
    visitor
}

/// Presses a button that sends, and takes the code that arrived.
async fn ask(portal: &TestPortal, visitor: &mut Visitor, button: &str) -> String {
    let page = visitor.press(button).await;
    assert_eq!(page.location(), Some(BACKUP), "{:?}", page.problems());
    visitor.land().await;
    let mut heard = portal.texts();
    assert_eq!(heard.len(), 1);
    heard.remove(0).code()
}

fn other_than(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", &code[..5])
}

async fn give(visitor: &mut Visitor, code: &str) -> Page {
    visitor.fill("code", code);
    visitor.press("Log in").await
}

/// Alice with an app and a proven number, at the second step.
async fn alice_pending(portal: &TestPortal) -> (Person, Visitor) {
    let (alice, mut visitor) = people::main_account_with_totp(portal).await;
    people::prove_number(portal, &mut visitor, NUMBER).await;
    portal.wait(120);
    let mut visitor = portal.visitor();
    alice.give_password(&mut visitor).await;
    (alice, visitor)
}

on_both_databases! {
    async fn a_first_sign_in_is_confirmed_by_sms_and_the_set_up_may_wait(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let page = visitor.page().clone();
        assert!(page.text().contains("67") && !page.text().contains("358"), "{}", page.text());
        let (sms, call, field) = (
            page.html.find("Send SMS").unwrap(),
            page.html.find("Call me").unwrap(),
            page.html.find("name=\"code\"").unwrap(),
        );
        assert!(sms < field && call < field, "the field is under the buttons");
        assert!(visitor.open("/account").await.location() == Some(BACKUP), "not inside yet");

        visitor.open(BACKUP).await;
        visitor.press("Send SMS").await;
        let page = visitor.land().await;
        assert!(page.text().contains("An SMS to"), "{}", page.text());
        for _ in 0..3 {
            visitor.open(BACKUP).await;
        }
        let mut heard = portal.texts();
        assert_eq!(heard.len(), 1, "a page that is loaded again sends nothing");
        assert_eq!((heard[0].to.as_str(), heard[0].kind), ("+358401234567", "sms"));
        let code = heard.remove(0).code();
        visitor.open(BACKUP).await;
        assert_eq!(give(&mut visitor, &code).await.location(), Some("/account/security/authenticator"));
        let page = visitor.land().await;
        assert_eq!(page.heading(), "Set up two-factor authentication");
        assert_eq!(page.link("Later").as_deref(), Some("/account"));
        visitor.click("Later").await;
        assert_eq!(visitor.page().heading(), "Your account");
        // The next sign-in requires a code again, until there is an app.
        portal.wait(120);
        begin(&portal, &bob).await;
    }

    async fn a_code_is_read_out_by_a_call(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        visitor.press("Call me").await;
        let page = visitor.land().await;
        assert!(page.text().contains("We are calling"), "{}", page.text());
        let heard = portal.texts().remove(0);
        assert_eq!(heard.kind, "call");
        let code = heard.code();
        let spoken: Vec<String> = code.chars().map(String::from).collect();
        assert_eq!(heard.text.matches(&spoken.join(" ")).count(), 2, "twice");
        assert_eq!(give(&mut visitor, &code).await.status, 303);
    }

    async fn an_app_that_is_set_up_then_takes_the_place_of_the_sms(portal) {
        let mut bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        give(&mut visitor, &code).await;
        visitor.land().await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        let page = bob.sign_in(&portal).await.page().clone();
        assert_eq!(page.heading(), "Your account");
    }

    async fn a_session_by_phone_that_was_left_open_links_no_app(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        give(&mut visitor, &code).await;
        visitor.land().await;
        let key = phone_of(visitor.page());
        let mut left_open = visitor.thief();
        portal.wait(1000);
        left_open.open("/account").await;
        portal.wait(810);
        left_open.open("/account/confirm").await;
        left_open.fill("password", &bob.password);
        left_open.press("Confirm").await;
        assert_eq!(left_open.open("/account/security/authenticator").await.location(), Some("/account/security"));
        let page = left_open.land().await;
        assert!(page.text().contains("sign out and sign in again"), "{}", page.text());
        let token = page.field_value("csrf").unwrap();
        let forged = left_open
            .request(reqwest::Method::POST, "/account/security/authenticator")
            .like_a_form("same-origin")
            .form(&[("csrf", token.as_str()), ("code", key.code_at(portal.now()).as_str())])
            .send()
            .await;
        assert_eq!(forged.location(), Some("/account/security"));
        begin(&portal, &bob).await;
    }

    async fn the_strict_policy_asks_for_the_app_as_well(portal) {
        let bob = bob(&portal).await;
        let policy = Policy { first_sign_in: FirstSignIn::App, ..Policy::default() };
        people::set_policy(&portal, "Alice", policy).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        assert_eq!(give(&mut visitor, &code).await.location(), Some("/login/setup"), "and it cannot wait");
    }

    async fn after_a_reset_the_phone_comes_first_and_the_set_up_cannot_wait(portal) {
        let mut bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        give(&mut visitor, &code).await;
        visitor.land().await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        administer::reset_second_factor(portal.services(), "Bob").await.unwrap();
        portal.wait(120);
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        assert_eq!(give(&mut visitor, &code).await.location(), Some("/login/setup"));
        let page = visitor.land().await;
        assert_eq!(page.path, "/login/setup");
        assert!(page.link("Later").is_none());
        assert_eq!(visitor.open("/account").await.location(), Some("/login/setup"));
        visitor.open("/login/setup").await;
        let phone = phone_of(visitor.page());
        visitor.fill("code", &phone.code_at(portal.now()));
        visitor.press("Confirm code").await;
        assert_eq!(visitor.land().await.heading(), "Two-factor authentication is on");
    }

    async fn a_lost_authenticator_is_replaced_after_a_code_to_the_phone(portal) {
        let (mut alice, mut visitor) = alice_pending(&portal).await;
        assert!(!visitor.page().has_button("Help"));
        alice.guess_codes(&portal, &mut visitor, 1).await;
        let page = visitor.press("Help").await;
        assert_eq!(page.heading(), "Get a backup code");
        assert!(page.link("Use a recovery code").is_some());
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        assert_eq!(give(&mut visitor, &code).await.location(), Some("/account/recovered"));
        let page = visitor.land().await;
        assert_eq!(page.heading(), "You signed in with a code to your phone");
        assert!(page.link("I still have my authenticator").is_some());
        assert!(!page.has_button("Turn 2FA off"));
        let page = visitor.click("Replace authenticator").await;
        assert_eq!(page.heading(), "Replace your authenticator");
        assert!(!page.select("#key").is_empty(), "the phone has proven it");
        alice.set_up_authenticator(&portal, &mut visitor).await;
        alice.sign_in(&portal).await;
    }

    async fn a_number_that_was_only_given_is_no_way_round_the_authenticator(portal) {
        people::main_account(&portal).await;
        let mut bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        // The number is not proven: the app is set up in another way.
        administer::no_longer_require_second_factor(portal.services(), "Bob").await.unwrap();
        let mut visitor = bob.sign_in(&portal).await;
        bob.set_up_authenticator(&portal, &mut visitor).await;
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        let page = visitor.open(BACKUP).await;
        assert!(!page.has_button("Send SMS") && page.text().contains("No phone number is registered"));
        let token = page.field_value("csrf").unwrap();
        let sent = visitor
            .request(reqwest::Method::POST, "/login/backup/send")
            .like_a_form("same-origin")
            .form(&[("csrf", token.as_str()), ("method", "sms")])
            .send()
            .await;
        assert_eq!(sent.status, 422);
        assert!(portal.texts().is_empty());
    }

    async fn send_again_repeats_the_code_after_thirty_sixty_and_a_hundred_and_twenty_seconds(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        for wait in [30, 60, 120] {
            portal.wait(wait - 1);
            let page = visitor.open(BACKUP).await;
            assert!(page.text().contains("You can ask again in 1 second"), "{}", page.text());
            let page = visitor.press("Send SMS").await;
            assert_eq!((page.status, page.header("retry-after")), (429, Some("1")));
            assert!(page.problems()[0].contains("Wait 1 second"), "{:?}", page.problems());
            portal.wait(1);
            visitor.open(BACKUP).await;
            let again = ask(&portal, &mut visitor, "Send SMS").await;
            assert_eq!(again, code, "the same code");
        }
        assert_eq!(give(&mut visitor, &code).await.status, 303);
    }

    async fn a_code_that_is_ten_minutes_old_is_not_sent_again(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let first = ask(&portal, &mut visitor, "Send SMS").await;
        portal.wait(299);
        let second = ask(&portal, &mut visitor, "Send SMS").await;
        assert_eq!(first, second);
        portal.wait(200);
        let third = ask(&portal, &mut visitor, "Send SMS").await;
        assert_ne!(third, first, "five more minutes would be more than ten");
        assert_eq!(give(&mut visitor, &first).await.status, 422);
        assert_eq!(give(&mut visitor, &third).await.status, 303);
    }

    async fn a_code_works_for_five_minutes(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        portal.wait(300);
        let page = give(&mut visitor, &code).await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("no longer works"), "{:?}", page.problems());
    }

    async fn three_wrong_a_resend_and_two_wrong_are_five_guesses(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        for left in ["4 tries", "3 tries", "2 tries"] {
            let page = give(&mut visitor, &other_than(&code)).await;
            assert!(page.problems()[0].contains(left), "{:?}", page.problems());
        }
        portal.wait(30);
        assert_eq!(ask(&portal, &mut visitor, "Send SMS").await, code);
        assert!(give(&mut visitor, &other_than(&code)).await.problems()[0].contains("1 try left"));
        let page = give(&mut visitor, &other_than(&code)).await;
        assert!(page.problems()[0].contains("no longer works"), "{:?}", page.problems());
        portal.wait(60);
        let page = give(&mut visitor, &code).await;
        assert!(page.problems()[0].contains("no longer works"), "the right one: {:?}", page.problems());
    }

    async fn twenty_wrong_codes_by_whatever_way_are_all_there_are(portal) {
        let (alice, mut visitor) = alice_pending(&portal).await;
        alice.guess_codes(&portal, &mut visitor, 4).await;
        visitor.open(BACKUP).await;
        let code = ask(&portal, &mut visitor, "Send SMS").await;
        assert_eq!(give(&mut visitor, &other_than(&code)).await.status, 422);
        for wrong in 6..=20 {
            portal.wait(3600);
            let mut visitor = portal.visitor();
            alice.give_password(&mut visitor).await;
            visitor.open(BACKUP).await;
            let page = give(&mut visitor, &code).await;
            assert_eq!(page.status, if wrong < 20 { 422 } else { 429 }, "{wrong}: {:?}", page.problems());
        }
        portal.wait(4000);
        let mut visitor = portal.visitor();
        alice.give_password(&mut visitor).await;
        visitor.open(BACKUP).await;
        let page = visitor.press("Send SMS").await;
        assert_eq!(page.status, 429);
        assert!(page.problems()[0].contains("switched off"), "{:?}", page.problems());
        assert!(portal.texts().is_empty(), "a code that would not be looked at is not sent");
        let page = give(&mut visitor, &code).await;
        assert!(page.problems()[0].contains("switched off"), "{:?}", page.problems());
    }

    async fn a_code_belongs_to_the_sign_in_that_asked_for_it(portal) {
        let bob = bob(&portal).await;
        let mut one = begin(&portal, &bob).await;
        let code = ask(&portal, &mut one, "Send SMS").await;
        let mut other = begin(&portal, &bob).await;
        assert_eq!(give(&mut other, &code).await.status, 422);
        assert_eq!(give(&mut one, &code).await.status, 303);
    }

    async fn five_an_hour_and_ten_a_day_are_sent_to_an_account(portal) {
        let bob = bob(&portal).await;
        let mut sent = 0;
        for hour in 0..3 {
            loop {
                let mut visitor = begin(&portal, &bob).await;
                let page = visitor.press("Send SMS").await;
                if page.status != 303 {
                    assert_eq!(page.status, 429);
                    let expected = if hour == 0 { "up to an hour" } else { "up to a day" };
                    assert!(page.problems()[0].contains(expected), "{hour}: {:?}", page.problems());
                    break;
                }
                sent += 1;
                portal.wait(120);
            }
            assert_eq!(sent, [5, 10, 10][hour]);
            portal.wait(3600);
        }
        assert_eq!(portal.texts().len(), 10);
        portal.wait(24 * 3600);
        let mut visitor = begin(&portal, &bob).await;
        assert_eq!(visitor.press("Send SMS").await.status, 303);
    }

    async fn ten_an_hour_are_sent_for_one_address(portal) {
        people::main_account(&portal).await;
        for number in 0..11 {
            let name = format!("Bob{number}");
            let bob = people::required_subaccount_at(&portal, &name, &format!("+35840100{number:04}")).await;
            let mut visitor = begin(&portal, &bob).await;
            let page = visitor.press("Send SMS").await;
            if number < 10 {
                assert_eq!(page.status, 303, "{number}");
            } else {
                assert_eq!(page.status, 429);
                assert!(page.problems()[0].contains("your network"), "{:?}", page.problems());
            }
        }
        assert_eq!(portal.texts().len(), 10);
    }

    async fn a_provider_that_fails_is_said_and_the_other_way_is_open_at_once(portal) {
        let bob = bob(&portal).await;
        let mut visitor = begin(&portal, &bob).await;
        portal.phones().fail(Some(Undelivered::Away("out of order".to_owned())));
        let page = visitor.press("Send SMS").await;
        assert_eq!(page.status, 503);
        assert!(page.problems()[0].contains("our provider is not available"), "{:?}", page.problems());
        assert!(page.problems()[0].contains("Try a call instead"), "{:?}", page.problems());
        portal.phones().fail(Some(Undelivered::Unfit("21614".to_owned())));
        let page = visitor.press("Send SMS").await;
        assert!(page.problems()[0].contains("cannot receive an SMS"), "{:?}", page.problems());
        portal.phones().fail(None);
        let code = ask(&portal, &mut visitor, "Call me").await;
        assert_eq!(give(&mut visitor, &code).await.status, 303);
    }

    async fn no_codes_go_to_countries_that_are_not_allowed(portal) {
        let bob = bob(&portal).await;
        let portal = portal
            .rebuilt(|settings| settings.phone.countries = CountryPrefixes::parse("+46").unwrap())
            .await;
        // A code that cannot be sent is not replaced by anything weaker, and the page says who can help.
        let page = bob.give_password(&mut portal.visitor()).await;
        assert_eq!((page.status, page.heading().as_str()), (403, "You cannot sign in at the moment"));
        let (_, mut visitor) = people::manager_signed_in(&portal).await;
        visitor.open("/account/details").await;
        visitor.fill("phone", NUMBER);
        let page = visitor.press("Save").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("country"), "{:?}", page.problems());
        assert!(portal.texts().is_empty());
    }

    async fn a_number_that_somebody_else_gives_is_in_an_allowed_country_too(portal) {
        let portal = portal
            .rebuilt(|settings| settings.phone.countries = CountryPrefixes::parse("+358").unwrap())
            .await;
        let (_, mut alice) = people::main_account(&portal).await;
        alice.open("/subaccounts/new").await;
        alice.fill("username", "Bob").fill("email", "bob@example.com").fill("phone", "+46 70 123 45 67");
        let page = alice.press("Create").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("We do not send codes to the country"), "{:?}", page.problems());
        assert_eq!(page.field_value("phone").as_deref(), Some("+46 70 123 45 67"), "stays typed");
        alice.fill("phone", NUMBER);
        assert_eq!(alice.press("Create").await.status, 303, "{:?}", alice.page().problems());
        alice.land().await;
        alice.fill("phone", "+46 70 123 45 67");
        let page = alice.press("Save").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("We do not send codes to the country"), "{:?}", page.problems());
        alice.fill("phone", "+358 41 7654321");
        assert_eq!(alice.press("Save").await.status, 303, "{:?}", alice.page().problems());
        // Numbers from before the list was narrowed stay, and the rest can still be saved.
        let portal = portal
            .rebuilt(|settings| settings.phone.countries = CountryPrefixes::parse("+46").unwrap())
            .await;
        let mut alice = people::alice(&portal).sign_in(&portal).await;
        alice.open("/subaccounts?q=Bob").await;
        alice.click("Change").await;
        alice.fill("email", "bob@elsewhere.example");
        assert_eq!(alice.press("Save").await.status, 303, "{:?}", alice.page().problems());
        let new = NewAccount {
            username: Username::parse("Carol").unwrap(),
            email: Email::parse("carol@example.com").unwrap(),
            number: Some(PhoneNumber::parse(NUMBER).unwrap()),
            main: Some(people::called("Alice")),
            manager: false,
            two_factor_required: true,
            language: None,
        };
        let refused = administer::add(portal.services(), new, people::PASSWORD).await;
        assert!(matches!(refused, Err(administer::Refusal::Number)), "{refused:?}");
    }

    async fn premium_satellite_and_pager_numbers_are_refused_wherever_a_number_is_entered(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        for number in ["+1 900 234 5678", "+881 612 345 678", "+44 76 4012 3456", "+979 123 456 789"] {
            alice.open("/account/details").await;
            alice.fill("phone", number);
            let page = alice.press("Save").await;
            assert_eq!(page.status, 422, "{number}");
            assert!(page.problems()[0].contains("We do not send codes to premium-rate"), "{:?}", page.problems());
            alice.open("/subaccounts/new").await;
            alice.fill("username", "Bob").fill("email", "bob@example.com").fill("phone", number);
            let page = alice.press("Create").await;
            assert_eq!(page.status, 422, "{number}");
            assert!(page.problems()[0].contains("We do not send codes to premium-rate"), "{:?}", page.problems());
        }
        alice.open("/subaccounts/new").await;
        alice.fill("username", "Bob").fill("email", "bob@example.com").fill("phone", "+44 7400 123456");
        assert_eq!(alice.press("Create").await.status, 303);
        alice.land().await;
        alice.fill("phone", "+1 900 234 5678");
        assert_eq!(alice.press("Save").await.status, 422);
        assert!(portal.texts().is_empty());
    }

    async fn nothing_is_sent_to_a_stored_number_that_is_no_persons_phone_any_more(portal) {
        let (_, mut visitor) = alice_pending(&portal).await;
        RawDatabase::of(&portal).execute("UPDATE phone_numbers SET number = '+19002345678'");
        visitor.open(BACKUP).await;
        let page = visitor.press("Send SMS").await;
        assert_eq!(page.status, 422);
        assert!(page.problems()[0].contains("We do not send codes to premium-rate"), "{:?}", page.problems());
        assert!(portal.texts().is_empty());
        assert_eq!(RawDatabase::of(&portal).count("code_deliveries WHERE status = 'withheld:kind'"), 1);
    }

    async fn a_new_number_counts_once_its_code_came_back_and_the_old_one_is_told(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        people::prove_number(&portal, &mut visitor, NUMBER).await;
        portal.mails().await;
        portal.wait(310);
        visitor.open("/account/confirm").await;
        visitor.fill("password", &alice.password);
        visitor.press("Confirm").await;

        let page = visitor.open("/account/details").await;
        assert_eq!(page.field_value("phone").as_deref(), Some("+358 40 1234567"));
        visitor.fill("phone", "+46 70 123 45 67");
        let page = visitor.press("Save").await;
        assert_eq!(page.status, 422, "a password alone moves no codes");
        assert_eq!(page.field_value("phone").as_deref(), Some("+46 70 123 45 67"));
        visitor.fill("current_code", &alice.code(&portal));
        assert_eq!(visitor.press("Save").await.location(), Some("/account/phone"));
        let page = visitor.land().await;
        assert_eq!(page.heading(), "Confirm your phone number");
        let sent = portal.texts().remove(0);
        assert_eq!(sent.to, "+46701234567");

        visitor.open("/account/details").await;
        assert_eq!(visitor.page().field_value("phone").as_deref(), Some("+358 40 1234567"), "not yet");
        visitor.open("/account/phone").await;
        visitor.fill("code", &other_than(&sent.code()));
        assert_eq!(visitor.press("Confirm").await.status, 422);
        visitor.fill("code", &sent.code());
        visitor.press("Confirm").await;
        let page = visitor.land().await;
        assert_eq!(page.field_value("phone").as_deref(), Some("+46 70 123 45 67"));
        let told = portal.texts().remove(0);
        assert_eq!(told.to, "+358401234567");
        assert!(told.text.contains("no longer belongs"), "{told:?}");
        let mails = portal.mails().await;
        assert!(mails[0].subject().as_str().contains("phone number was changed"), "{mails:?}");
    }

    async fn a_number_that_is_no_number_gets_a_sentence_and_stays_typed(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        for (typed, says) in [
            ("040 123 4567", "country code"),
            ("+358 40 CALL", "There is no such phone number"),
            ("+1", "There is no such phone number"),
        ] {
            visitor.open("/account/details").await;
            visitor.fill("phone", typed);
            let page = visitor.press("Save").await;
            assert_eq!(page.status, 422);
            assert_eq!(page.field_value("phone").as_deref(), Some(typed));
            assert!(page.problems()[0].contains(says), "{:?}", page.problems());
        }
    }

    async fn a_number_is_removed_by_emptying_its_field(portal) {
        let (_, mut visitor) = people::main_account_with_totp(&portal).await;
        people::prove_number(&portal, &mut visitor, NUMBER).await;
        visitor.open("/account/details").await;
        visitor.fill("phone", "");
        visitor.press("Save").await;
        assert_eq!(visitor.land().await.field_value("phone").as_deref(), Some(""));
    }

    async fn a_manager_takes_a_number_that_codes_go_to_away_with_a_reason_alone(portal) {
        let (alice, mut visitor) = people::main_account_with_totp(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        visitor.open("/subaccounts?q=1234567").await;
        visitor.click("Change").await;
        assert_eq!(visitor.page().field_value("phone").as_deref(), Some("+358 40 1234567"), "found by number");
        let path = visitor.page().path.clone();
        visitor.fill("phone", "+46 70 123 45 67");
        let page = visitor.press("Save").await;
        assert_eq!(page.status, 422, "it was only given, and is all that protects the account");
        assert!(page.has_field("reason") && page.is_ticked("two_factor_required"));
        alice.justify(&portal, &mut visitor, "another phone");
        assert_eq!(visitor.press("Save").await.status, 303, "{:?}", visitor.page().problems());
        let mut first = begin(&portal, &bob).await;
        let page = first.press("Send SMS").await;
        assert_eq!(page.status, 303);
        let sent = portal.texts().remove(0);
        assert_eq!(sent.to, "+46701234567");
        first.land().await;
        give(&mut first, &sent.code()).await;

        visitor.open(&path).await;
        visitor.fill("phone", NUMBER);
        let page = visitor.press("Save").await;
        assert_eq!(page.status, 422);
        assert!(page.has_field("reason") && page.is_ticked("two_factor_required"));
        portal.wait(30);
        visitor
            .fill("reason", "new phone")
            .fill("password", &alice.password)
            .fill("code", &alice.code(&portal));
        assert_eq!(visitor.press("Save").await.status, 303, "{:?}", visitor.page().problems());
        assert_eq!(visitor.land().await.field_value("phone").as_deref(), Some("+358 40 1234567"));
    }

    async fn whoever_pays_sees_what_was_sent_and_what_was_not(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let page = alice.open("/subaccounts/sent-codes").await;
        assert!(page.text().contains("No codes were requested yet."));
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let mut visitor = begin(&portal, &bob).await;
        portal.phones().fail(Some(Undelivered::Refused("21211".to_owned())));
        visitor.press("Send SMS").await;
        portal.phones().fail(None);
        ask(&portal, &mut visitor, "Call me").await;
        let page = alice.open("/subaccounts/sent-codes").await;
        let rows = page.select("tbody tr");
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().any(|row| row.contains("Bob") && row.contains("Call to") && row.contains("Sent")), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("SMS to") && row.contains("number wrong or blocked")), "{rows:?}");
        assert!(!page.text().contains("1234567"));
    }

    async fn where_nothing_is_sent_nothing_is_offered_and_nobody_is_stuck(portal) {
        let bob = bob(&portal).await;
        let portal = portal.cut_off().await;
        let page = bob.give_password(&mut portal.visitor()).await;
        assert_eq!((page.status, page.heading().as_str()), (403, "You cannot sign in at the moment"));
        // A reset shows a code with which Bob can continue.
        let code = administer::reset_second_factor(portal.services(), "Bob").await.unwrap().set_up_code.unwrap();
        let mut inside = portal.visitor();
        bob.give_password(&mut inside).await;
        inside.fill("code", &code.grouped());
        assert_eq!(inside.press("Continue").await.location(), Some("/login/setup"));
        let (mut mia, mut visitor) = people::manager_signed_in(&portal).await;
        assert!(!visitor.open("/account/details").await.has_field("phone"));
        mia.set_up_authenticator(&portal, &mut visitor).await;
        let mut visitor = portal.visitor();
        mia.give_password(&mut visitor).await;
        let page = visitor.open(BACKUP).await;
        assert!(!page.has_button("Send SMS") && page.link("use a recovery code").is_some(), "{}", page.text());
        assert!(page.text().contains("Ask Alice , who manages your account."), "{}", page.text());
    }
}
