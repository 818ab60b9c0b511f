//! Whoever is slow on purpose: what was ended while a form was under way stays ended, also
//! for that form.

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
        remove_authenticator::{self, Kept},
        send_code::SendRefusal,
        step_up,
    },
};

use super::{csrf, encoded, underneath::Underneath};
use crate::support::{
    house::{House, on_both_databases},
    people::{self, NUMBER, PASSWORD, Person, phone_of},
    visitor::Visitor,
};

const NEW_PASSWORD: &str = "velvet orbit cactus drum";
const HERE: Client = Client {
    address: IpAddr::V4(Ipv4Addr::LOCALHOST),
    browser: Browser::UNKNOWN,
};

/// A form whose second half is still to be sent.
struct HalfSent {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl HalfSent {
    fn begin(house: &House, visitor: &Visitor, path: &str, body: &str) -> Self {
        let url = house.url();
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
        // Long enough for whatever is asked before the body is there.
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

/// The session that a thief's request has passed the guard with.
fn session_of(underneath: &mut Underneath, house: &House) -> SignedIn {
    let id = underneath.lines("SELECT id AS line FROM accounts").remove(0);
    let generation = underneath.number("SELECT generation AS number FROM accounts");
    let now = Timestamp(house.now());
    let proven = |method| Proven {
        method,
        at: now,
        place: None,
    };
    let written = Written {
        account: AccountId(id),
        generation,
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

async fn operator_sets_a_password(house: &House, person: &Person) {
    administer::set_password(house.services(), &person.username, NEW_PASSWORD)
        .await
        .unwrap();
}

on_both_databases! {
    async fn a_half_sent_form_does_not_outlive_its_session(house) {
        let (person, mut thief) = people::main_account(&house).await;
        let token = csrf(&mut thief, "/account/details").await;
        let body = encoded(&[("csrf", &token), ("email", "thief@example.com")]);
        let details = HalfSent::begin(&house, &thief, "/account/details", &body);

        let phone = phone_of(&thief.open("/account/security/authenticator").await);
        let token = csrf(&mut thief, "/account/security/authenticator").await;
        let body = encoded(&[("csrf", &token), ("code", &phone.code_at(house.now()))]);
        let set_up = HalfSent::begin(&house, &thief, "/account/security/authenticator", &body);

        operator_sets_a_password(&house, &person).await;
        for late in [details, set_up] {
            let answer = late.finish();
            assert!(leads_to_the_front_door(&answer), "{answer}");
        }
        let mut underneath = Underneath::of(&house);
        assert_eq!(underneath.count("accounts WHERE email = 'alice@example.com'"), 1);
        assert_eq!(underneath.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(underneath.count("sessions"), 0);
    }

    async fn a_half_sent_form_does_not_outlive_a_sign_out(house) {
        let (_, mut owner) = people::main_account(&house).await;
        let mut thief = owner.thief();
        let phone = phone_of(&thief.open("/account/security/authenticator").await);
        let token = csrf(&mut thief, "/account/security/authenticator").await;
        let body = encoded(&[("csrf", &token), ("code", &phone.code_at(house.now()))]);
        let late = HalfSent::begin(&house, &thief, "/account/security/authenticator", &body);
        owner.press("Sign out").await;
        let answer = late.finish();
        assert!(leads_to_the_front_door(&answer), "{answer}");
        let mut underneath = Underneath::of(&house);
        assert_eq!(underneath.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(underneath.count("sessions"), 0);
    }

    async fn a_half_sent_code_is_as_late_as_its_last_byte(house) {
        let (person, _) = people::main_account_with_totp(&house).await;
        let mut visitor = house.visitor();
        person.give_password(&mut visitor).await;
        let token = csrf(&mut visitor, "/login/code").await;
        let body = encoded(&[("csrf", &token), ("code", &person.code_at(house.now() + 600))]);
        let late = HalfSent::begin(&house, &visitor, "/login/code", &body);
        house.wait(600);
        let answer = late.finish();
        assert!(leads_to_the_front_door(&answer), "{answer}");
        assert_eq!(Underneath::of(&house).count("throttles WHERE kind = 'codes'"), 0);
    }

    async fn a_form_that_never_arrives_is_given_up(house) {
        let mut visitor = house.visitor();
        visitor.open("/login").await;
        let began = Instant::now();
        let answer = HalfSent::begin(&house, &visitor, "/login", "csrf=0123456789").answer();
        assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
        assert!(answer.contains("That could not be read"), "{answer}");
        assert!((8..20).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
    }

    // Between the guard and the change lies a password's hash, or a queue of them.

    async fn a_set_up_in_flight_does_not_carry_its_session_past_a_new_password(house) {
        let (person, mut visitor) = people::main_account(&house).await;
        let phone = phone_of(&visitor.open("/account/security/authenticator").await);
        let mut underneath = Underneath::of(&house);
        let session = session_of(&mut underneath, &house);
        let code = Code::parse(&phone.code_at(house.now())).unwrap();
        let browser = BrowserId(underneath.lines("SELECT browser AS line FROM totp_authenticators").remove(0));
        let ticket = enrol::ticket(house.services(), &session, &browser).await.unwrap().unwrap();
        operator_sets_a_password(&house, &person).await;
        let typed = (code, enrol::Number::Unsaid);
        let confirmed = enrol::confirm(house.services(), session, ticket, &browser, typed, HERE).await.unwrap();
        assert_eq!(confirmed.err(), Some(EnrolRefusal::SessionEnded));
        assert_eq!(underneath.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        assert_eq!(underneath.number("SELECT generation AS number FROM accounts"), 1);
    }

    async fn switching_off_in_flight_does_not_carry_its_session_past_an_operator(house) {
        let (person, _) = people::main_account_with_totp(&house).await;
        house.wait(30);
        let mut underneath = Underneath::of(&house);
        let session = session_of(&mut underneath, &house);
        administer::disable(house.services(), &person.username).await.unwrap();
        administer::enable(house.services(), &person.username).await.unwrap();
        let both = (Password::typed(PASSWORD), Code::parse(&person.code(&house)).unwrap());
        let leave = step_up::with_both(house.services(), &session, Change::SecondFactorOff, both, HERE);
        let leave = leave.await.unwrap().unwrap();
        let disabled = remove_authenticator::disable(house.services(), session, leave, HERE);
        assert_eq!(disabled.await.unwrap().err(), Some(Kept::SessionEnded));
        assert_eq!(underneath.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 1);
        assert_eq!(underneath.events("authenticator_disabled"), 0);
    }

    async fn an_address_in_flight_is_not_changed_after_a_new_password(house) {
        let (person, _) = people::main_account(&house).await;
        let mut underneath = Underneath::of(&house);
        let session = session_of(&mut underneath, &house);
        let leave = step_up::leave(house.services(), &session, Change::Email).await.unwrap().unwrap();
        house.mails().await;
        operator_sets_a_password(&house, &person).await;
        let (services, browser) = (house.services(), BrowserId("in flight".to_owned()));
        let email = Email::parse("thief@example.com").unwrap();
        let begun = change_email::begin(services, &session, leave, email, browser, HERE).await;
        assert_eq!(begun.unwrap(), Err(SendRefusal::SessionEnded));
        assert_eq!(underneath.count("out_of_band_codes"), 0);
        assert!(house.mails().await.iter().all(|mail| mail.to().as_str() != "thief@example.com"));
        assert_eq!(underneath.count("accounts WHERE email = 'alice@example.com'"), 1);
        assert_eq!(underneath.events("email_changed"), 0);
    }

    async fn a_set_up_in_flight_is_not_confirmed_once_sign_ins_ask_for_more(house) {
        let (_, mut visitor) = people::main_account(&house).await;
        let phone = phone_of(&visitor.open("/account/security/authenticator").await);
        let mut underneath = Underneath::of(&house);
        let by_code = session_of(&mut underneath, &house);
        let by_password = SignedIn::resume(
            Written {
                evidence: Evidence::read_back(by_code.written().evidence.sign_in().take(1).collect(), Vec::new(), None).unwrap(),
                ..by_code.written().clone()
            },
            Timestamp(house.now()),
            Timestamp(house.now()),
        ).unwrap();
        let browser = BrowserId(underneath.lines("SELECT browser AS line FROM totp_authenticators").remove(0));
        let mut tickets = Vec::new();
        for session in [&by_password, &by_code] {
            tickets.push(enrol::ticket(house.services(), session, &browser).await.unwrap().unwrap());
        }
        underneath.execute("UPDATE accounts SET two_factor_required = TRUE, protected_once = TRUE");
        let code = || (Code::parse(&phone.code_at(house.now())).unwrap(), enrol::Number::Unsaid);
        let services = house.services();
        let late = enrol::confirm(services, by_password, tickets.remove(0), &browser, code(), HERE).await.unwrap();
        assert_eq!(late.err(), Some(EnrolRefusal::SessionEnded));
        assert_eq!(underneath.count("totp_authenticators WHERE confirmed_at IS NOT NULL"), 0);
        // What has proven more than is asked for is not held up.
        let proven = enrol::confirm(services, by_code, tickets.remove(0), &browser, code(), HERE).await.unwrap();
        assert!(proven.is_ok());
    }

    async fn a_number_in_flight_is_sent_no_code_after_a_new_password(house) {
        let (person, _) = people::main_account(&house).await;
        let mut underneath = Underneath::of(&house);
        let session = session_of(&mut underneath, &house);
        let mut leaves = Vec::new();
        for _ in 0..2 {
            leaves.push(step_up::leave(house.services(), &session, Change::Phone).await.unwrap().unwrap());
        }
        let number = || PhoneNumber::parse(NUMBER).unwrap();
        let begun = change_phone::begin(house.services(), leaves.remove(0), number(), HERE).await;
        assert_eq!(begun.unwrap(), Ok(()));
        let code = SentCode::parse(&house.texts().remove(0).code()).unwrap();
        operator_sets_a_password(&house, &person).await;
        house.wait(30);
        let begun = change_phone::begin(house.services(), leaves.remove(0), number(), HERE).await;
        assert_eq!(begun.unwrap(), Err(SendRefusal::SessionEnded));
        assert_eq!(underneath.count("out_of_band_codes"), 0);
        assert!(house.texts().is_empty());
        let confirmed = change_phone::confirm(house.services(), &session, code, HERE).await;
        assert_eq!(confirmed.unwrap(), Err(ContactRefusal::Code(SentCodeRefusal::Gone)));
        assert_eq!(underneath.count("phone_numbers"), 0);
    }
}
