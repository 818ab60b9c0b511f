//! SMS and calls through a provider, with all its faults.

use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use vestibule::{
    config::phone::PhoneWay,
    delivery::{
        Delivery as _, Undelivered,
        phone_message::{PhoneMessage, Spoken},
        twilio::{LONGEST_SEND, Twilio},
    },
    domain::{
        phone_delivery::Sender,
        phone_number::{CountryPrefixes, PhoneNumber, SendableNumber},
    },
};

use crate::{
    faults::report,
    support::{
        page::Page,
        people::{self, NUMBER},
        phone_provider::{FROM, Mood, PhoneProvider, TOKEN},
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

const ORIGIN: &str = "https://account.acme.example";

fn number() -> SendableNumber {
    let number = PhoneNumber::parse(NUMBER).unwrap();
    CountryPrefixes::Everywhere.allow(number).unwrap()
}

fn sms() -> PhoneMessage {
    let status = Some(format!("{ORIGIN}/hooks/twilio/status/x"));
    PhoneMessage::code_by_sms(
        people::words("Acme & Söhne").to(None),
        number(),
        "012345",
        ORIGIN,
        status,
    )
}

fn call(spoken: Spoken) -> PhoneMessage {
    let status = Some(format!("{ORIGIN}/hooks/twilio/status/x"));
    PhoneMessage::code_by_call(
        people::words("Acme & Söhne").to(None),
        number(),
        "012345",
        spoken,
        status,
    )
    .unwrap()
}

/// The portal with messages from this sender.
async fn sending_from(portal: TestPortal, provider: &PhoneProvider, sender: &str) -> TestPortal {
    portal
        .rebuilt(|settings| {
            settings.phone.way = provider.settings();
            if let PhoneWay::Twilio { from, .. } = &mut settings.phone.way {
                *from = Sender::read(sender).unwrap();
            }
        })
        .await
}

fn client(provider: &PhoneProvider) -> Twilio {
    Twilio::new(provider.subscription(), Duration::from_millis(400)).unwrap()
}

#[tokio::test]
async fn messages_and_calls_are_as_the_public_specification_wants_them() {
    let provider = PhoneProvider::open(Mood::Accepting).await;
    let client = client(&provider);
    client.send(&sms()).await.unwrap();
    client.send(&call(Spoken::Inline)).await.unwrap();
    let hook = format!("{ORIGIN}/hooks/twilio/voice/x");
    client.send(&call(Spoken::Hook(hook.clone()))).await.unwrap();

    let orders = provider.orders();
    let status = format!("{ORIGIN}/hooks/twilio/status/x");
    for order in &orders {
        assert_eq!(order.field("To"), Some("+358401234567"));
        assert_eq!(order.field("From"), Some(FROM));
        assert_eq!(order.field("StatusCallback"), Some(status.as_str()));
    }
    let [sms, inline, hooked] = &orders[..] else {
        panic!("{orders:?}")
    };
    assert_eq!(sms.resource, "Messages");
    assert!(
        sms.field("Body")
            .unwrap()
            .ends_with("@account.acme.example #012345")
    );
    assert_eq!(inline.resource, "Calls");
    assert!(inline.field("Twiml").unwrap().contains("Acme &#38; Söhne"));
    assert_eq!(hooked.field("Url"), Some(hook.as_str()));
    assert_eq!(
        hooked.fields("StatusCallbackEvent"),
        ["initiated", "ringing", "answered", "completed"]
    );
    assert!(hooked.field("Twiml").is_none(), "no code on the way");
}

#[tokio::test]
async fn a_provider_in_any_bad_mood_is_asked_once_and_ends_in_time() {
    let elsewhere = PhoneProvider::open(Mood::Accepting).await;
    for (mood, kind) in [
        (Mood::Hanging, "away"),
        (Mood::Trickling, "away"),
        (Mood::Refusing(400, 21211), "refused"),
        (Mood::Refusing(400, 21614), "unfit"),
        (Mood::Refusing(401, 20003), "away"),
        (Mood::Refusing(404, 20404), "away"),
        (Mood::Refusing(429, 20429), "later"),
        (Mood::Refusing(500, 20500), "away"),
        (Mood::Flooding, "refused"),
        (Mood::Redirecting(elsewhere.url()), "away"),
        (Mood::Dropping, "away"),
        (Mood::OnceAway, "away"),
    ] {
        let provider = PhoneProvider::open(mood.clone()).await;
        let bounded = tokio::time::timeout(Duration::from_secs(5), async {
            client(&provider).send(&sms()).await
        });
        let undelivered = bounded.await.expect("an end").unwrap_err();
        let found = match undelivered {
            Undelivered::Away(_) => "away",
            Undelivered::Later(_) => "later",
            Undelivered::Refused(_) => "refused",
            Undelivered::Unfit(_) => "unfit",
        };
        assert_eq!(found, kind, "{mood:?}");
        assert_eq!(provider.visits(), 1, "{mood:?}: never a second request");
        let words = undelivered.to_string();
        assert!(
            !words.contains("012345") && !words.contains("40123") && !words.contains(TOKEN),
            "{words}"
        );
    }
    assert_eq!(elsewhere.visits(), 0, "sent nowhere");
    // Accepted is accepted, whatever the body says.
    let provider = PhoneProvider::open(Mood::Garbage).await;
    client(&provider).send(&sms()).await.unwrap();
    assert!(LONGEST_SEND <= Duration::from_secs(8));
    report(
        "the provider of SMS and calls",
        "14 moods",
        "asked once each, an honest page within 8 s",
    );
}

#[tokio::test]
async fn a_provider_that_is_not_there_is_away() {
    let gone = PhoneProvider::open(Mood::Accepting).await.subscription();
    let mut nobody = gone.clone();
    nobody.base = format!("http://127.0.0.1:{}", crate::support::program::free_port())
        .parse()
        .unwrap();
    let client = Twilio::new(nobody, Duration::from_secs(2)).unwrap();
    assert!(matches!(client.send(&sms()).await, Err(Undelivered::Away(_))));
}

#[tokio::test]
async fn a_provider_that_fails_five_times_is_left_alone_for_a_while() {
    let provider = PhoneProvider::open(Mood::Refusing(500, 20500)).await;
    let client = client(&provider);
    for _ in 0..8 {
        assert!(matches!(client.send(&sms()).await, Err(Undelivered::Away(_))));
    }
    assert_eq!(provider.visits(), 5);
    // A fault of one number is not a fault of the provider.
    let provider = PhoneProvider::open(Mood::Refusing(400, 21211)).await;
    let client = self::client(&provider);
    for _ in 0..8 {
        assert!(matches!(client.send(&sms()).await, Err(Undelivered::Refused(_))));
    }
    assert_eq!(provider.visits(), 8);
}

/// The portal at its public address, with a provider that reaches it, and Bob before his first sign-in.
async fn in_the_world(portal: TestPortal, provider: &PhoneProvider) -> (TestPortal, Visitor) {
    let way = provider.settings();
    people::main_account(&portal).await;
    let bob = people::required_subaccount_with_number(&portal, "Bob").await;
    let portal = portal
        .rebuilt(|settings| {
            settings.phone.way = way;
            settings.web.is_local = false;
            ORIGIN.clone_into(&mut settings.web.origin);
        })
        .await;
    let mut visitor = portal.visitor().through(ORIGIN);
    assert_eq!(bob.give_password(&mut visitor).await.path, "/login/backup");
    (portal, visitor)
}

/// The provider's request to a hook, signed with this secret.
async fn at_hook(portal: &TestPortal, url: &str, token: &str, fields: &[(&str, &str)]) -> Page {
    let mut sorted = fields.to_vec();
    sorted.sort_unstable();
    let mut mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(url.as_bytes());
    for (name, value) in sorted {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    let signature = data_encoding::BASE64.encode(&mac.finalize().into_bytes());
    let path = url.strip_prefix(ORIGIN).unwrap();
    let mut provider = portal.visitor().through(ORIGIN);
    let request = provider.request(reqwest::Method::POST, path).form(fields);
    request.header("x-twilio-signature", &signature).send().await
}

on_both_databases! {
    async fn a_service_a_short_code_and_a_name_send_messages_and_call_nobody(portal) {
        people::main_account(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let service = format!("MG{}", "0a".repeat(16));
        let mut portal = portal;
        for (sender, field) in [(service.as_str(), "MessagingServiceSid"), ("72345", "From"), ("Acme", "From")] {
            let provider = PhoneProvider::open(Mood::Accepting).await;
            portal = sending_from(portal, &provider, sender).await;
            portal.wait(600);
            let mut visitor = portal.visitor();
            bob.give_password(&mut visitor).await;
            let page = visitor.page();
            assert!(page.has_button("Send SMS") && !page.has_button("Call me"), "{sender}: {}", page.text());
            let token = page.field_value("csrf").unwrap();
            let forged = visitor.post_form("/login/backup/send", format!("csrf={token}&method=call")).await;
            assert_eq!(forged.status, 422, "{sender}");
            visitor.open("/login/backup").await;
            assert_eq!(visitor.press("Send SMS").await.status, 303, "{sender}");
            let orders = provider.orders();
            assert_eq!((orders.len(), orders[0].resource.as_str()), (1, "Messages"), "{sender}");
            assert_eq!(orders[0].field(field), Some(sender));
        }
        let provider = PhoneProvider::open(Mood::Accepting).await;
        let portal = sending_from(portal, &provider, FROM).await;
        portal.wait(600);
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        assert!(visitor.page().has_button("Call me"), "a number calls");
    }

    async fn a_call_asks_for_a_key_and_then_reads_the_code_out(portal) {
        let provider = PhoneProvider::open(Mood::Accepting).await;
        let (portal, mut visitor) = in_the_world(portal, &provider).await;
        visitor.press("Call me").await;
        visitor.land().await;
        let orders = provider.orders();
        let hook = orders[0].field("Url").unwrap().to_owned();
        assert!(hook.starts_with(&format!("{ORIGIN}/hooks/twilio/voice/")), "{hook}");

        let asks = at_hook(&portal, &hook, TOKEN, &[("CallStatus", "in-progress")]).await;
        assert_eq!((asks.status, asks.header("content-type")), (200, Some("text/xml; charset=utf-8")));
        assert!(asks.html.contains("press any key") && asks.html.contains(&hook), "{}", asks.html);
        assert!(!asks.html.contains(">0</Say>") && !asks.html.contains("Your code is"), "{}", asks.html);

        let says = at_hook(&portal, &hook, TOKEN, &[("CallStatus", "in-progress"), ("Digits", "5")]).await;
        let digits: String = says
            .html
            .split("<Say language=\"en-US\">")
            .filter_map(|part| part.split("</Say>").next())
            .filter(|part| part.len() == 1)
            .collect();
        assert_eq!((digits.len(), &digits[..6]), (12, &digits[6..]), "twice");
        visitor.fill("code", &digits[..6]);
        assert_eq!(visitor.press("Log in").await.status, 303);
        // Already used: nothing is read out any more.
        let over = at_hook(&portal, &hook, TOKEN, &[("Digits", "5")]).await;
        assert!(over.html.contains("no longer works"), "{}", over.html);
    }

    async fn what_became_of_a_message_is_said_on_the_page(portal) {
        let provider = PhoneProvider::open(Mood::Accepting).await;
        let (portal, mut visitor) = in_the_world(portal, &provider).await;
        visitor.press("Send SMS").await;
        visitor.land().await;
        let hook = provider.orders()[0].field("StatusCallback").unwrap().to_owned();
        for (status, error, says) in [
            ("queued", "", "is on its way"),
            ("sent", "", "is on its way"),
            ("undelivered", "30006", "cannot receive an SMS"),
            // Late, and out of order.
            ("sent", "", "cannot receive an SMS"),
        ] {
            let fields = [("MessageStatus", status), ("ErrorCode", error)];
            assert_eq!(at_hook(&portal, &hook, TOKEN, &fields).await.status, 204);
            let page = visitor.open("/login/backup").await;
            assert!(page.text().contains(says), "{status}: {}", page.text());
        }
    }

    async fn whoever_is_not_the_provider_hears_nothing(portal) {
        let provider = PhoneProvider::open(Mood::Accepting).await;
        let (portal, mut visitor) = in_the_world(portal, &provider).await;
        visitor.press("Call me").await;
        let orders = provider.orders();
        let (voice, status) = (orders[0].field("Url").unwrap(), orders[0].field("StatusCallback").unwrap());
        for hook in [voice, status] {
            let forged = at_hook(&portal, hook, "another secret", &[("Digits", "1"), ("CallStatus", "busy")]).await;
            assert_eq!(forged.status, 404);
            let path = hook.strip_prefix(ORIGIN).unwrap();
            let bare = portal.visitor().through(ORIGIN).submit_raw(path, "Digits=1", &[]).await;
            assert_eq!(bare.status, 404);
        }
        let unknown = format!("{ORIGIN}/hooks/twilio/voice/made-up");
        let page = at_hook(&portal, &unknown, TOKEN, &[("Digits", "1")]).await;
        assert!(page.html.contains("no longer works"), "{}", page.html);
        assert!(!visitor.open("/login/backup").await.text().contains("busy"));
    }

    async fn a_provider_that_hangs_keeps_nobody_else_waiting(portal) {
        let provider = PhoneProvider::open(Mood::Hanging).await;
        let way = provider.settings();
        let (alice, _) = people::main_account_with_totp(&portal).await;
        let bob = people::required_subaccount_with_number(&portal, "Bob").await;
        let portal = portal.rebuilt(|settings| settings.phone.way = way).await;
        let mut visitor = portal.visitor();
        bob.give_password(&mut visitor).await;
        let waiting = tokio::spawn(async move { visitor.press("Send SMS").await });
        while provider.visits() == 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        for _ in 0..3 {
            alice.sign_in(&portal).await;
        }
        assert!(!waiting.is_finished(), "three sign-ins went past it");
        let page = waiting.await.unwrap();
        assert_eq!(page.status, 503);
        assert!(page.problems()[0].contains("Try a call instead"), "{:?}", page.problems());
        assert_eq!(provider.visits(), 1);
    }
}
