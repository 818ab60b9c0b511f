//! The attacker is slow on purpose: what was ended while a form was being sent stays ended, also for that form.

use std::{
    io::{Read as _, Write as _},
    net::{IpAddr, Ipv4Addr, TcpStream},
    time::{Duration, Instant},
};

use vestibule::{
    domain::{
        account::{AccountId, Email},
        authenticator::{method::Method, out_of_band::SentCode, password::Password, totp::Code},
        change::Change,
        client::{Browser, BrowserId, Client},
        clock::Timestamp,
        evidence::{Evidence, Proven},
        phone_number::PhoneNumber,
        session::{SignedIn, Written},
    },
    flows::{
        ContactRefusal, SentCodeRefusal, administer, change_email, change_phone,
        enrol::{self, EnrolRefusal},
        remove_authenticator::{self, RemovalRefusal},
        send_code::SendRefusal,
        step_up,
    },
};

use super::{csrf, encoded, raw_database::RawDatabase};
use crate::support::{
    people::{self, NUMBER, PASSWORD, Person, phone_of},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const NEW_PASSWORD: &str = "velvet orbit cactus drum";
const HERE: Client = Client {
    address: IpAddr::V4(Ipv4Addr::LOCALHOST),
    browser: Browser::UNKNOWN,
    language: None,
};

/// A form whose second half is not sent yet.
struct HalfSent {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl HalfSent {
    fn begin(portal: &TestPortal, visitor: &Visitor, path: &str, body: &str) -> Self {
        let url = portal.url();
        let host = url.strip_prefix("http://").unwrap();
        let cookies: Vec<String> = visitor
            .cookies()
            .iter()
            .map(|cookie| format!("{}={}", cookie.name, cookie.value))
            .collect();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            cookies.join("; "),
            body.len()
        );
        let (now, later) = body.as_bytes().split_at(body.len() / 2);
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(now).unwrap();
        // Long enough for all checks that run before the body has arrived.
        std::thread::sleep(Duration::from_millis(300));
        Self {
            stream,
            rest: later.to_vec(),
        }
    }

    fn answer(mut self) -> String {
        let mut answer = Vec::new();
        self.stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn finish(mut self) -> String {
        let rest = std::mem::take(&mut self.rest);
        self.stream.write_all(&rest).unwrap();
        self.answer()
    }
}

fn leads_to_the_front_door(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 303") && answer.contains("\r\nlocation: /login")
}

/// The session with which a thief's request has passed the guard.
fn session_of(raw_database: &mut RawDatabase, portal: &TestPortal) -> SignedIn {
    let id = raw_database.lines("SELECT id AS line FROM accounts").remove(0);
    let epoch = raw_database.number("SELECT epoch AS number FROM accounts");
    let now = Timestamp(portal.now());
    let proven = |method| Proven {
        method,
        at: now,
        place: None,
    };
    let written = Written {
        account: AccountId(id),
        epoch,
        began: now,
        evidence: Evidence::read_back(
            vec![proven(Method::Password), proven(Method::Totp)],
            vec![proven(Method::Totp)],
            None,
        )
        .unwrap(),
        here: None,
    };
    SignedIn::resume(written, now, now).unwrap()
}

async fn operator_sets_a_password(portal: &TestPortal, person: &Person) {
    administer::set_password(portal.services(), &person.username, NEW_PASSWORD)
        .await
        .unwrap();
}

on_both_databases! {
    async fn a_half_sent_form_does_not_outlive_its_session(portal) {
        let (person, mut thief) = people::main_account(&portal).await;
        let token = csrf(&mut thief, "/account/details").await;
        let body = encoded(&[("csrf", &token), ("email", "thief@example.com")]);
        let details = HalfSent::begin(&portal, &thief, "/account/details", &body);

        let phone = phone_of(&thief.open("/account/security/authenticator").await);
        let token = csrf(&mut thief, "/account/security/authenticator").await;
        let body = encoded(&[("csrf", &token), ("code", &phone.code_at(portal.now()))]);
        let set_up = HalfSent::begin(&portal, &thief, "/account/security/authenticator", &body);

        operator_sets_a_password(&portal, &person).await;
        for late in [details, set_up] {
            let answer = late.finish();
            assert!(leads_to_the_front_door(&answer), "{answer}");
        }
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("accounts WHERE email = 'alice@example.com'"), 1);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(raw_database.count("sessions"), 0);
    }

    async fn a_half_sent_form_does_not_outlive_a_sign_out(portal) {
        let (_, mut owner) = people::main_account(&portal).await;
        let mut thief = owner.thief();
        let phone = phone_of(&thief.open("/account/security/authenticator").await);
        let token = csrf(&mut thief, "/account/security/authenticator").await;
        let body = encoded(&[("csrf", &token), ("code", &phone.code_at(portal.now()))]);
        let late = HalfSent::begin(&portal, &thief, "/account/security/authenticator", &body);
        owner.press("Sign out").await;
        let answer = late.finish();
        assert!(leads_to_the_front_door(&answer), "{answer}");
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(raw_database.count("sessions"), 0);
    }

    async fn a_half_sent_code_is_as_late_as_its_last_byte(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let token = csrf(&mut visitor, "/login/code").await;
        let body = encoded(&[("csrf", &token), ("code", &person.code_at(portal.now() + 600))]);
        let late = HalfSent::begin(&portal, &visitor, "/login/code", &body);
        portal.wait(600);
        let answer = late.finish();
        assert!(leads_to_the_front_door(&answer), "{answer}");
        assert_eq!(RawDatabase::of(&portal).count("throttles WHERE kind = 'codes'"), 0);
    }

    async fn a_form_that_never_arrives_is_given_up(portal) {
        let mut visitor = portal.visitor();
        visitor.open("/login").await;
        let began = Instant::now();
        let answer = HalfSent::begin(&portal, &visitor, "/login", "csrf=0123456789").answer();
        assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
        assert!(answer.contains("That could not be read"), "{answer}");
        assert!((8..20).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
    }

    // Between the guard and the change a password is hashed, possibly after a queue.

    async fn a_set_up_in_flight_does_not_carry_its_session_past_a_new_password(portal) {
        let (person, mut visitor) = people::main_account(&portal).await;
        let phone = phone_of(&visitor.open("/account/security/authenticator").await);
        let mut raw_database = RawDatabase::of(&portal);
        let session = session_of(&mut raw_database, &portal);
        let code = Code::parse(&phone.code_at(portal.now())).unwrap();
        let browser = BrowserId(raw_database.lines("SELECT browser AS line FROM totp_authenticators").remove(0));
        let ticket = enrol::ticket(portal.services(), &session, &browser).await.unwrap().unwrap();
        operator_sets_a_password(&portal, &person).await;
        let typed = (code, enrol::Number::Unsaid);
        let confirmed = enrol::confirm(portal.services(), session, ticket, &browser, typed, HERE).await.unwrap();
        assert_eq!(confirmed.err(), Some(EnrolRefusal::SessionEnded));
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(raw_database.number("SELECT epoch AS number FROM accounts"), 1);
    }

    async fn switching_off_in_flight_does_not_carry_its_session_past_an_operator(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        portal.wait(30);
        let mut raw_database = RawDatabase::of(&portal);
        let session = session_of(&mut raw_database, &portal);
        administer::disable(portal.services(), &person.username).await.unwrap();
        administer::enable(portal.services(), &person.username).await.unwrap();
        let both = (Password::typed(PASSWORD), Code::parse(&person.code(&portal)).unwrap());
        let leave = step_up::with_both(portal.services(), &session, Change::SecondFactorOff, both, HERE);
        let leave = leave.await.unwrap().unwrap();
        let disabled = remove_authenticator::disable(portal.services(), session, leave, HERE);
        assert_eq!(disabled.await.unwrap().err(), Some(RemovalRefusal::SessionEnded));
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1);
        assert_eq!(raw_database.events("authenticator_disabled"), 0);
    }

    async fn an_address_in_flight_is_not_changed_after_a_new_password(portal) {
        let (person, _) = people::main_account(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        let session = session_of(&mut raw_database, &portal);
        let leave = step_up::leave(portal.services(), &session, Change::Email).await.unwrap().unwrap();
        portal.mails().await;
        operator_sets_a_password(&portal, &person).await;
        let (services, browser) = (portal.services(), BrowserId("in flight".to_owned()));
        let email = Email::parse("thief@example.com").unwrap();
        let begun = change_email::begin(services, &session, leave, email, browser, HERE).await;
        assert_eq!(begun.unwrap(), Err(SendRefusal::SessionEnded));
        assert_eq!(raw_database.count("out_of_band_codes"), 0);
        assert!(portal.mails().await.iter().all(|mail| mail.to().as_str() != "thief@example.com"));
        assert_eq!(raw_database.count("accounts WHERE email = 'alice@example.com'"), 1);
        assert_eq!(raw_database.events("email_changed"), 0);
    }

    async fn a_set_up_in_flight_is_not_confirmed_once_sign_ins_ask_for_more(portal) {
        let (_, mut visitor) = people::main_account(&portal).await;
        let phone = phone_of(&visitor.open("/account/security/authenticator").await);
        let mut raw_database = RawDatabase::of(&portal);
        let by_code = session_of(&mut raw_database, &portal);
        let by_password = SignedIn::resume(
            Written {
                evidence: Evidence::read_back(by_code.written().evidence.sign_in().take(1).collect(), Vec::new(), None).unwrap(),
                ..by_code.written().clone()
            },
            Timestamp(portal.now()),
            Timestamp(portal.now()),
        ).unwrap();
        let browser = BrowserId(raw_database.lines("SELECT browser AS line FROM totp_authenticators").remove(0));
        let mut tickets = Vec::new();
        for session in [&by_password, &by_code] {
            tickets.push(enrol::ticket(portal.services(), session, &browser).await.unwrap().unwrap());
        }
        raw_database.execute("UPDATE accounts SET two_factor_required = TRUE, protected_once = TRUE");
        let code = || (Code::parse(&phone.code_at(portal.now())).unwrap(), enrol::Number::Unsaid);
        let services = portal.services();
        let late = enrol::confirm(services, by_password, tickets.remove(0), &browser, code(), HERE).await.unwrap();
        assert_eq!(late.err(), Some(EnrolRefusal::SessionEnded));
        assert_eq!(raw_database.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        // A session that has proven more than required is not held up.
        let proven = enrol::confirm(services, by_code, tickets.remove(0), &browser, code(), HERE).await.unwrap();
        assert!(proven.is_ok());
    }

    async fn a_number_in_flight_is_sent_no_code_after_a_new_password(portal) {
        let (person, _) = people::main_account(&portal).await;
        let mut raw_database = RawDatabase::of(&portal);
        let session = session_of(&mut raw_database, &portal);
        let mut leaves = Vec::new();
        for _ in 0..2 {
            leaves.push(step_up::leave(portal.services(), &session, Change::Phone).await.unwrap().unwrap());
        }
        let number = || PhoneNumber::parse(NUMBER).unwrap();
        let begun = change_phone::begin(portal.services(), leaves.remove(0), number(), HERE).await;
        assert_eq!(begun.unwrap(), Ok(()));
        let code = SentCode::parse(&portal.texts().remove(0).code()).unwrap();
        operator_sets_a_password(&portal, &person).await;
        portal.wait(30);
        let begun = change_phone::begin(portal.services(), leaves.remove(0), number(), HERE).await;
        assert_eq!(begun.unwrap(), Err(SendRefusal::SessionEnded));
        assert_eq!(raw_database.count("out_of_band_codes"), 0);
        assert!(portal.texts().is_empty());
        let confirmed = change_phone::confirm(portal.services(), &session, code, HERE).await;
        assert_eq!(confirmed.unwrap(), Err(ContactRefusal::Code(SentCodeRefusal::Gone)));
        assert_eq!(raw_database.count("phone_numbers"), 0);
    }
}
